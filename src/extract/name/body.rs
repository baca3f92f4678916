//! Descriptions that stand for a body named in the text: "the court", "the company".
//!
//! A noun stands for the name before it that has the noun's own word in it ("the party" for the Labour Party), or
//! beside which the text has put the noun ("Orion Air, a Chilean airline"). Where two names fit, only the one that was
//! just spoken of is meant, if the other was not.

use super::super::{Mention, Scope};
use super::guess::Guess;
use crate::base::Rule;
use crate::base::fold::fold;
use crate::extract::phrase::{self, Class};
use crate::extract::{EntityKind, Name, NameForm};
use crate::lex::TokenId;
use crate::pack::Table;

/// A noun with "the" that fits one name before it.
pub const KIND: Rule = Rule {
    name: "name/body-by-kind",
    why: "The noun fits one body named before: its name has the noun's word, or the text has called it so.",
};

/// Tokens before a description in which a name was just spoken of: about two sentences.
const NEAR: TokenId = 60;
/// Names looked back at, at most.
const MAX_BACK: usize = 150;

/// Finds the descriptions, each with the index of the name that it stands for.
pub fn find(scope: &Scope<'_>, names: &[Guess]) -> Vec<(Mention<Name>, Option<usize>)> {
    let mut found = Vec::new();
    // For each name read so far the row of the noun that the text calls it by.
    let mut called: Vec<Option<usize>> = Vec::new();
    for the in 0..scope.document.len() {
        if !scope.is_any(the, "the this") {
            continue;
        }
        let Some(described) = Described::read(scope, names, the) else { continue };
        let before = names.partition_point(|n| n.last < the);
        while called.len() < before {
            called.push(called_so(scope, names, called.len()));
        }
        let Some(index) = meant(scope, names.get(..before).unwrap_or_default(), &called, &described, the) else {
            continue;
        };
        let kind = names.get(index).map_or(EntityKind::Organisation, |n| n.kind);
        let value = Name { kind, form: NameForm::Nominal, known: "", of: None };
        found.push((scope.mention(the, described.last, value, &KIND), Some(index)));
    }
    found
}

/// "The court", "the Scottish court": a noun's row and the name that narrows it.
struct Described {
    row: usize,
    last: TokenId,
    narrow: Option<usize>,
}

impl Described {
    fn read(scope: &Scope<'_>, names: &[Guess], the: TokenId) -> Option<Self> {
        let at_name = |first: TokenId| names.binary_search_by_key(&first, |n| n.first).ok();
        let mut at = the + 1;
        let mut narrow = at_name(at);
        if let Some(name) = narrow {
            at = names.get(name)?.last + 1;
            // "The Oslo-based court": where it is does not stand in its name.
            if scope.is(at, "-") && scope.is(at + 1, "based") {
                (at, narrow) = (at + 2, None);
            }
        }
        if at >= scope.document.sentence_tokens(the).end {
            return None;
        }
        let row = noun(scope, at)?;
        let next = at + 1;
        let goes_on = scope.is(next, "-")
            || scope.is_any(next, "of for with which who that whose where")
            || scope.token(next).is_capital()
            || scope.hits.is(next, Table::Title)
            || match phrase::class(scope, next) {
                Class::Noun | Class::Name | Class::Number => true,
                // "The airline transports the": a verb.
                Class::Plural => !matches!(phrase::class(scope, next + 1), Class::Determiner | Class::Pronoun),
                _ => false,
            };
        (!goes_on).then_some(Self { row, last: at, narrow })
    }
}

/// The row of a noun for bodies, whatever its capital.
fn noun(scope: &Scope<'_>, at: TokenId) -> Option<usize> {
    scope.hits.at(at).iter().find(|h| h.sense.table == Table::Body && h.len == 1).map(|h| usize::from(h.sense.row))
}

/// Whether the words before a name say that it is a body: "the Polish union", "a small bank".
pub fn is_called_body(scope: &Scope<'_>, first: TokenId) -> bool {
    let start = scope.document.sentence_tokens(first).start;
    first >= start + 2
        && !scope.token(first - 1).is_capital()
        && noun(scope, first - 1).is_some()
        && (matches!(phrase::class(scope, first - 2), Class::Determiner | Class::Adjective)
            || scope.has(first - 2, Table::Demonym))
}

/// What the text calls a name right beside it: "the airline Orion Air", "Orion Air, a Chilean airline".
fn called_so(scope: &Scope<'_>, names: &[Guess], index: usize) -> Option<usize> {
    let name = names.get(index).filter(|n| is_body(n.kind))?;
    let sentence = scope.document.sentence_tokens(name.first);
    if let Some(before) = name.first.checked_sub(1).filter(|t| *t >= sentence.start && !scope.token(*t).is_capital())
        && let Some(row) = noun(scope, before)
    {
        return Some(row);
    }
    let comma = name.last + 1;
    if !scope.is(comma, ",") || !scope.is_any(comma + 1, "a an the its") {
        return None;
    }
    let phrase = comma + 2..(comma + 2 + REACH).min(sentence.end);
    for at in phrase {
        if let Some(row) = noun(scope, at) {
            let next = phrase::class(scope, at + 1);
            return (!matches!(next, Class::Noun | Class::Plural | Class::Hyphen)).then_some(row);
        }
        if !matches!(
            phrase::class(scope, at),
            Class::Noun | Class::Adjective | Class::Name | Class::Hyphen | Class::Past
        ) {
            return None;
        }
    }
    None
}

/// How far behind its article the noun of an apposition is looked for.
const REACH: TokenId = 6;

const fn is_body(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Organisation | EntityKind::Facility)
}

/// The name that a description means: `before` are those in front of it.
fn meant(
    scope: &Scope<'_>,
    before: &[Guess],
    called: &[Option<usize>],
    described: &Described,
    the: TokenId,
) -> Option<usize> {
    let row = scope.lexicon.rows.bodies.get(described.row)?;
    let fits = |index: usize, name: &Guess| {
        is_body(name.kind)
            && (has_word(scope, name, row.words) || called.get(index) == Some(&Some(described.row)))
            && described.narrow.is_none_or(|narrow| is_narrowed(scope, before, name, narrow))
    };
    // "Calder", where the text has "Calder Steel": what fits the whole name fits its first word.
    let whole = |index: usize, name: &Guess| {
        let long = before.get(index.saturating_sub(MAX_BACK)..index).unwrap_or_default().iter().rev();
        long.filter(|n| n.last > n.first && is_body(n.kind) && name.first == name.last && is_body(name.kind))
            .find(|n| scope.word(n.first) == scope.word(name.first))
            .is_some_and(|n| has_word(scope, n, row.words))
    };
    let floor = before.len().saturating_sub(MAX_BACK);
    let back = || before.iter().enumerate().skip(floor).rev();
    let mut fitting =
        back().filter(|(index, name)| fits(*index, name) || described.narrow.is_none() && whole(*index, name));
    if let Some((index, name)) = fitting.next() {
        // Of two that fit, the one spoken of last is meant, if the other stands in an earlier sentence.
        let sentence = scope.document.sentence_tokens(name.first).start;
        let near = the.saturating_sub(name.last) < NEAR;
        let rival = fitting.any(|(_, other)| !is_same(scope, name, other) && (other.first >= sentence || !near));
        return (!rival).then_some(index);
    }
    if !row.any || described.narrow.is_some() {
        return None;
    }
    // The only body just spoken of whose name does not say that it is something else.
    let mut plain = back()
        .take_while(|(_, n)| the.saturating_sub(n.last) < NEAR)
        .filter(|(_, n)| n.kind == EntityKind::Organisation && !says_its_kind(scope, n));
    let (index, name) = plain.next()?;
    plain.all(|(_, other)| is_same(scope, name, other)).then_some(index)
}

/// Whether a word of a name is in a list of words parted by spaces.
fn has_word(scope: &Scope<'_>, name: &Guess, words: &str) -> bool {
    (name.first..=name.last).any(|t| words.split(' ').any(|w| scope.is(t, w)))
}

/// Whether a name says what kind of body it is, or is the letters of one.
fn says_its_kind(scope: &Scope<'_>, name: &Guess) -> bool {
    let text = scope.document.slice(scope.document.span(name.first, name.last));
    !name.known.is_empty() && text.chars().all(|c| c.is_uppercase() || c == '.')
        || scope.lexicon.rows.bodies.iter().any(|row| !row.any && has_word(scope, name, row.words))
}

/// Whether a name goes with the one that narrows a description: its words are in it, or both are in one phrase.
fn is_narrowed(scope: &Scope<'_>, before: &[Guess], name: &Guess, narrow: usize) -> bool {
    let Some(narrow) = before.get(narrow) else { return false };
    (name.first..=name.last).any(|t| scope.is(t, &fold(scope.word(narrow.first))))
}

/// Whether two names are one, or one is the end or the beginning of the other.
fn is_same(scope: &Scope<'_>, a: &Guess, b: &Guess) -> bool {
    let text = |n: &Guess| fold(scope.document.slice(scope.document.span(n.first, n.last)));
    let (a_text, b_text) = (text(a), text(b));
    !a.known.is_empty() && a.known == b.known || a_text.contains(&b_text) || b_text.contains(&a_text)
}
