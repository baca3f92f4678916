//! What the tagger looks at: for each token, a few dozen features as hashes.
//!
//! Comes in: a document, what the tables say, and the names that the rules found, which say what the
//! whole document says. Goes out: hashes; trainer and reader share this file, so that both see the same.
//! A change here needs a new model (`cargo xtask train`).

use super::super::{Cover, Scope};
use super::elsewhere;
use super::evidence::Evidence;
use super::guess::Guess;
use crate::base::fold::fold_char;
use crate::extract::EntityKind;
use crate::lex::{Case, TokenId, TokenKind};
use crate::lexicon::lists::{self, Class, Classes, LONGEST, Lists, WORD, step};
use crate::lexicon::model::KINDS;
use crate::pack::Table;
use std::collections::BTreeMap;

/// What is known of one token before its neighbours are looked at.
#[derive(Clone, Copy, Debug, Default)]
struct Facts {
    /// Hash of the folded word; digits are one.
    word: u32,
    /// Hash of its shape: Xx, XX, dd, X.X. …
    shape: u32,
    /// Hashes of its first 2, 3, 4 and last 1, 2, 3, 4 chars.
    parts: [u32; 7],
    /// What the tables say of the phrases it begins or stands in.
    tables: u32,
    /// The model's lists that have the word.
    lists: Classes,
    /// The model's lists that have a phrase of several words that it begins (low half) or goes on (high).
    phrases: u32,
    /// Whether such a phrase is all of the capitals that stand here.
    whole: bool,
    /// How the word stands elsewhere in the document ([`elsewhere`]).
    elsewhere: u32,
    /// The rules' own tag: 0, or kind and whether it is the first token.
    tag: u32,
    /// The tag that the rules give this word most often in the document, 0 for none.
    usual: u32,
    /// Whether it begins a sentence or quotation, stands in a headline, is written small or with an
    /// inner capital elsewhere.
    flags: u32,
    /// Whether it has a capital.
    cased: bool,
    /// Whether it is a hyphen.
    hyphen: bool,
}

/// Mixes a number into a hash.
const fn mix(hash: u32, value: u32) -> u32 {
    let mixed = (hash ^ value).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

fn hash(chars: &[char]) -> u32 {
    chars.iter().fold(WORD, |hash, c| step(hash, *c))
}

/// All tokens' facts, ready for features.
#[derive(Debug)]
pub struct Features {
    facts: Vec<Facts>,
    /// What stands before and after a sentence.
    edges: [Facts; 2],
    /// Start and end of the sentence of each token are in the document.
    runs: Vec<(TokenId, TokenId)>,
}

const BEGIN: u32 = 0x1111;
const END: u32 = 0x2222;

impl Features {
    /// Reads a document. `rules` are the names that the rules found.
    pub fn read(scope: &Scope<'_>, evidence: &Evidence, rules: &[Guess], lists: &Lists) -> Self {
        let document = scope.document;
        let mut facts: Vec<Facts> = (0..document.len()).map(|t| word(scope, evidence, t, lists)).collect();
        tables(scope, &mut facts);
        phrases(scope, lists, &mut facts);
        tags(rules, &mut facts);
        let runs = runs(scope, &facts);
        let words: Vec<elsewhere::Word> = facts
            .iter()
            .zip(&runs)
            .map(|(fact, run)| elsewhere::Word {
                word: fact.word,
                given: fact.lists & (Class::Given.bit() | Class::RareGiven.bit()) != 0,
                run: *run,
                cased: fact.cased && fact.flags & 2 == 0,
            })
            .collect();
        for (fact, seen) in facts.iter_mut().zip(elsewhere::read(scope, &words)) {
            fact.elsewhere = seen;
        }
        let edge =
            |word| Facts { word, shape: word, tables: word, tag: word & 0xff, phrases: word, ..Facts::default() };
        Self { facts, edges: [BEGIN, END].map(edge), runs }
    }

    /// Whether a token is a small word that is no name by any list, with such words around it: it stands in no
    /// name, and nothing more is asked of it.
    pub fn is_plain(&self, range: &core::ops::Range<TokenId>, token: TokenId) -> bool {
        const WORDS: Classes = Class::Common.bit() | Class::Small.bit();
        let own = self.at(range, token, 0);
        own.lists & !WORDS == 0 && own.tag == 0 && !(-2..=2).any(|by| self.at(range, token, by).cased)
    }

    fn at(&self, range: &core::ops::Range<TokenId>, token: TokenId, by: i32) -> &Facts {
        let [begin, end] = &self.edges;
        match token.checked_add_signed(by) {
            Some(at) if range.contains(&at) => self.facts.get(at as usize).unwrap_or(begin),
            Some(at) if at >= range.end => end,
            _ => begin,
        }
    }

    /// Appends the features of one token of the sentence `range`.
    pub fn of(&self, range: &core::ops::Range<TokenId>, token: TokenId, out: &mut Vec<u32>) {
        let [b2, b1, t, a1, a2] = [-2, -1, 0, 1, 2].map(|by| self.at(range, token, by));
        let mut template = 0u32;
        let mut add = |values: &[u32]| {
            template += 1;
            out.push(values.iter().fold(mix(0x5bd1_e995, template), |hash, value| mix(hash, *value)));
        };
        add(&[]);
        add(&[t.word]);
        add(&[b1.word]);
        add(&[a1.word]);
        add(&[b2.word]);
        add(&[a2.word]);
        add(&[b1.word, t.word]);
        add(&[t.word, a1.word]);
        add(&[b1.word, a1.word]);
        add(&[t.shape]);
        add(&[b1.shape, t.shape]);
        add(&[t.shape, a1.shape]);
        add(&[b1.shape, t.shape, a1.shape]);
        add(&[b1.word, t.shape]);
        add(&[t.shape, a1.word]);
        add(&[b2.word, b1.word, t.shape]);
        add(&[t.shape, a1.word, a2.word]);
        for (index, part) in (0..).zip(t.parts) {
            add(&[index, part]);
        }
        add(&[t.tables]);
        add(&[t.tables, t.shape]);
        add(&[b1.tables]);
        add(&[a1.tables]);
        add(&[b1.tables, t.tables]);
        add(&[t.tables, a1.tables]);
        add(&[b1.tables, t.tables, a1.tables]);
        add(&[t.tag]);
        add(&[b1.tag, t.tag]);
        add(&[t.tag, a1.tag]);
        add(&[b1.tag, t.tag, a1.tag]);
        add(&[t.tag, t.tables]);
        add(&[t.tag, t.word]);
        add(&[t.tag, b1.word]);
        add(&[t.tag, a1.word]);
        add(&[t.tag, t.shape]);
        add(&[t.usual]);
        add(&[t.usual, t.tag]);
        add(&[t.usual, t.shape, t.flags]);
        add(&[b1.usual, t.usual]);
        add(&[t.usual, a1.usual]);
        let lists = |fact: &Facts| u32::from(fact.lists);
        add(&[lists(t)]);
        add(&[lists(t), t.shape]);
        add(&[lists(t), t.flags]);
        add(&[lists(t), t.tag]);
        add(&[lists(b1), lists(t)]);
        add(&[lists(t), lists(a1)]);
        add(&[lists(t), b1.word]);
        add(&[lists(t), a1.word]);
        add(&[t.phrases]);
        add(&[t.phrases, t.shape]);
        add(&[b1.phrases, t.phrases]);
        add(&[t.phrases, a1.phrases]);
        add(&[t.phrases, t.tag]);
        add(&[t.phrases, u32::from(t.whole)]);
        add(&[t.elsewhere]);
        add(&[t.elsewhere, t.shape]);
        add(&[t.elsewhere, t.tag]);
        add(&[t.elsewhere, lists(t)]);
        add(&[t.flags]);
        add(&[t.flags, t.shape]);
        add(&[t.flags, t.tables]);
        add(&[t.flags, t.word]);
        let (first, last) = self.runs.get(token as usize).copied().unwrap_or((token, token));
        let (place, length) = (token.min(first + 3) - first, (last - first).min(4));
        let before = self.at(range, first, -1);
        let after = self.at(range, last, 1);
        let (head, tail) = (self.at(range, first, 0), self.at(range, last, 0));
        let cased = u32::from(t.cased);
        add(&[cased, place, length]);
        add(&[cased, place, before.word]);
        add(&[cased, (last - token).min(3), after.word]);
        add(&[cased, tail.word]);
        add(&[cased, place, head.word]);
        add(&[cased, place, head.tables]);
        add(&[cased, tail.tables]);
        add(&[cased, place, lists(head), lists(tail)]);
        add(&[cased, place, length, lists(t)]);
        add(&[cased, place, length, head.phrases]);
        add(&[cased, place, length, before.word]);
        add(&[cased, before.word, tail.word]);
        add(&[cased, before.tables, t.tables]);
        add(&[cased, after.tables, t.tables]);
        if t.hyphen {
            add(&[lists(b1), lists(a1), u32::from(a1.cased), u32::from(b1.cased)]);
            add(&[b1.tag, a1.tag, u32::from(a1.cased), lists(a1)]);
            add(&[a1.word]);
            add(&[b1.word]);
        } else if b1.hyphen {
            add(&[9, lists(b2), lists(t), cased]);
            add(&[9, b2.tag, t.tag, cased, lists(t)]);
            add(&[9, b2.word, cased]);
            add(&[9, b2.shape, t.shape]);
        }
        let mut bits = t.tables;
        while bits != 0 {
            let bit = bits & bits.wrapping_neg();
            out.push(mix(mix(0x1234_5678, bit), t.flags & 1));
            out.push(mix(mix(0x8765_4321, bit), t.shape));
            bits ^= bit;
        }
        let mut bits = u32::from(t.lists);
        while bits != 0 {
            let bit = bits & bits.wrapping_neg();
            out.push(mix(mix(0x2468_ace0, bit), t.flags & 3));
            out.push(mix(mix(0x1357_9bdf, bit), t.shape));
            out.push(mix(mix(0x0246_8ace, bit), place << 4 | length));
            bits ^= bit;
        }
        let mut bits = t.phrases;
        while bits != 0 {
            let bit = bits & bits.wrapping_neg();
            out.push(mix(mix(0x4812_59d3, bit), u32::from(t.whole)));
            bits ^= bit;
        }
        let mut bits = t.elsewhere;
        while bits != 0 {
            let bit = bits & bits.wrapping_neg();
            out.push(mix(mix(0x369c_f258, bit), length << 1 | cased));
            bits ^= bit;
        }
        for (by, mut bits) in [(1, b1.tables), (2, a1.tables)] {
            while bits != 0 {
                let bit = bits & bits.wrapping_neg();
                out.push(mix(mix(0x0fed_cba9, bit), by));
                bits ^= bit;
            }
        }
    }
}

fn word(scope: &Scope<'_>, evidence: &Evidence, token: TokenId, lists: &Lists) -> Facts {
    let text = scope.word(token);
    let t = scope.token(token);
    // The first and the last four chars, folded once.
    let (mut head, mut tail, mut count) = (['\0'; 4], ['\0'; 4], 0usize);
    let mut word = WORD;
    for c in text.chars().filter_map(fold_char).map(|c| if c.is_numeric() { '0' } else { c }) {
        if let Some(slot) = head.get_mut(count) {
            *slot = c;
        }
        tail.rotate_left(1);
        tail[3] = c;
        word = step(word, c);
        count += 1;
    }
    let (head, tail) = (&head[..count.min(4)], &tail[4 - count.min(4)..]);
    let parts = [
        hash(&head[..head.len().min(2)]),
        hash(&head[..head.len().min(3)]),
        hash(head),
        hash(&tail[tail.len().saturating_sub(1)..]),
        hash(&tail[tail.len().saturating_sub(2)..]),
        hash(&tail[tail.len().saturating_sub(3)..]),
        hash(tail),
    ];
    let document = scope.document;
    let sentence = document.sentence_of(token);
    let opens = document.sentence_tokens(token).start == token
        || scope.token(token.wrapping_sub(1)).kind == TokenKind::Quote
        || scope.is(token.wrapping_sub(1), ":");
    let written = if t.kind == TokenKind::Word { evidence.of(text) } else { super::evidence::Written::default() };
    let flags = u32::from(opens)
        | u32::from(evidence.is_headline(sentence)) << 1
        | u32::from(written.small) << 2
        | u32::from(written.capital) << 3;
    Facts {
        word,
        lists: if t.kind == TokenKind::Word { lists.of(word) } else { 0 },
        shape: shape(text, t.kind, t.glued),
        parts,
        flags,
        hyphen: matches!(text, "-" | "‐" | "‑"),
        cased: matches!(t.case, Case::Title | Case::Upper | Case::Mixed),
        ..Facts::default()
    }
}

/// A word's shape: runs of small letters, of digits and of other signs are one; capitals count to two.
fn shape(text: &str, kind: TokenKind, glued: bool) -> u32 {
    let mut last = ('\0', 0);
    let mut shape = step(WORD, if glued { 'g' } else { '_' }) ^ kind as u32;
    for c in text.chars() {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            '’' => '\'',
            _ => c,
        };
        last = if last.0 == class { (class, last.1 + 1) } else { (class, 1) };
        if last.1 <= if class == 'X' || class == 'd' { 2 } else { 1 } {
            shape = step(shape, class);
        }
    }
    shape
}

/// Marks what the tables say: the longest phrase of each table, its first token and its others apart.
fn tables(scope: &Scope<'_>, facts: &mut [Facts]) {
    let rows = &scope.lexicon.rows;
    for token in 0..scope.document.len() {
        let mut seen = 0u64;
        for hit in scope.hits.at(token) {
            let row = usize::from(hit.sense.row);
            let bit = match hit.sense.table {
                Table::Place => match rows.places.get(row).map(|r| r.kind) {
                    Some(EntityKind::Country) => 0,
                    Some(EntityKind::Settlement) => 2,
                    _ => 4,
                },
                Table::Demonym => 6,
                Table::Organisation => match rows.organisations.get(row).map(|r| r.kind) {
                    Some(EntityKind::Organisation) => 8,
                    _ => 10,
                },
                Table::Person => 12,
                Table::Title => 14,
                Table::GivenName => 16,
                Table::Head => match rows.heads.get(row).map(|r| (r.place, r.kind)) {
                    Some(("first", _)) => 18,
                    Some((_, EntityKind::Organisation)) => 20,
                    Some((_, EntityKind::Facility)) => 22,
                    Some((_, EntityKind::Place | EntityKind::Settlement)) => 24,
                    _ => 26,
                },
                Table::Speech => 28,
                Table::Stop => 29,
                Table::Plain => 30,
                Table::Calendar => 31,
                _ => continue,
            };
            if seen & 1 << bit != 0 {
                continue;
            }
            seen |= 1 << bit;
            for (index, fact) in facts.iter_mut().skip(token as usize).take(usize::from(hit.len)).enumerate() {
                fact.tables |= 1 << (bit + u32::from(index > 0 && bit < 28));
            }
        }
    }
    let dates = Cover::new(&scope.found.timexes, scope.document.len());
    for (token, fact) in (0..).zip(facts) {
        if dates.at(token).is_some() {
            fact.tables |= 1 << 31;
        }
    }
}

/// Marks the phrases of several words that the model's lists have, each list's longest.
fn phrases(scope: &Scope<'_>, lists: &Lists, facts: &mut [Facts]) {
    let mut covered = 0;
    for token in 0..scope.document.len() {
        let Some(first) = facts.get(token as usize).filter(|f| f.cased && token >= covered) else { continue };
        let end = scope.document.sentence_tokens(token).end.min(token + LONGEST);
        let (mut phrase, mut found) = (first.word, None);
        for next in token + 1..end {
            phrase = lists::go_on(phrase, facts.get(next as usize).map_or(0, |f| f.word));
            let classes = lists.of(phrase);
            if classes != 0 {
                found = Some((next, u32::from(classes)));
            }
        }
        let Some((last, classes)) = found else { continue };
        let is_cased = |at: Option<TokenId>| at.and_then(|at| facts.get(at as usize)).is_some_and(|f| f.cased);
        let whole = !(is_cased(token.checked_sub(1)) || is_cased(Some(last + 1)));
        for at in token..=last {
            if let Some(fact) = facts.get_mut(at as usize) {
                fact.whole = whole;
                fact.phrases = if at == token { classes } else { classes << 16 };
            }
        }
        covered = last + 1;
    }
}

/// Marks the rules' names, and for each word the tag it has most often.
fn tags(rules: &[Guess], facts: &mut [Facts]) {
    let mut votes: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for name in rules {
        let kind = match name.kind {
            EntityKind::Country => EntityKind::Settlement,
            kind => kind,
        };
        let kind = (1..).zip(KINDS).find(|(_, k)| *k == kind).map_or(0, |(index, _)| index);
        for token in name.first..=name.last {
            if let Some(fact) = facts.get_mut(token as usize) {
                fact.tag = kind * 2 + u32::from(token == name.first);
                *votes.entry((fact.word, fact.tag)).or_default() += 1;
            }
        }
    }
    let mut usual: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for ((word, tag), count) in votes {
        let best = usual.entry(word).or_default();
        if count > best.1 {
            *best = (tag, count);
        }
    }
    for fact in facts.iter_mut().filter(|f| f.cased) {
        fact.usual = usual.get(&fact.word).map_or(0, |(tag, _)| *tag);
    }
}

/// For each token the run of capitalised words it stands in, function words inside left out.
fn runs(scope: &Scope<'_>, facts: &[Facts]) -> Vec<(TokenId, TokenId)> {
    let mut runs: Vec<(TokenId, TokenId)> = (0..scope.document.len()).map(|t| (t, t)).collect();
    for sentence in &scope.document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let cased = |t: TokenId| facts.get(t as usize).is_some_and(|f| f.cased);
            if !cased(at) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < sentence.tokens.end && cased(end) {
                end += 1;
            }
            for token in at..end {
                if let Some(run) = runs.get_mut(token as usize) {
                    *run = (at, end - 1);
                }
            }
            at = end;
        }
    }
    runs
}
