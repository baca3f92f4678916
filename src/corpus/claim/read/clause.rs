//! The clause that a figure stands in: what else is said of it, who is named before it, and whether it is an
//! earlier word on the matter.

use super::about::BLAND;
use super::deed::CLAUSE;
use super::{MAX_ABOUT, Reader, add, lemma};
use crate::base::fold::is_one;
use crate::base::{Day, Span};
use crate::extract::{Figure, Mention};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;
use core::ops::Range;

/// Tokens on either side of a figure that tell what is said of it, at most.
const REACH: TokenId = 10;
/// Words that begin a sentence about what was named before.
const POINTS: &str = "it its they their he his she her this that these the";
/// Those of them that stand for a speaker.
const PRONOUNS: &str = "it its they their he his she her";
/// Content words of a clause that are kept, at most.
const MAX_WORDS: usize = 12;
/// Sentences back to the one that names whom a sentence without names speaks of.
const BACK: usize = 3;

impl Reader<'_> {
    /// The content words around a figure and its thing, up to the next figure or clause.
    pub(super) fn context(&self, mention: &Mention<Figure>) -> Vec<String> {
        const HAVE: &str = "has have had having with";
        let document = &self.analysis.document;
        let (first, last) = mention.tokens;
        let sentence = document.sentence_tokens(first);
        let thing = mention.value.thing.map(|t| document.tokens_in(t.span)).unwrap_or(first..first);
        let stop = |t: TokenId, signs: &[&str]| {
            let word = document.word(t);
            signs.contains(&word) || is_one(word, CLAUSE) || self.figures.at(t).is_some()
        };
        let from = (sentence.start..first).rev().take(REACH as usize).find(|t| stop(*t, &[";", "—", "–"]));
        let from = from.map_or(first.saturating_sub(REACH).max(sentence.start), |t| t + 1);
        let behind = thing.end.max(last + 1);
        let to = (behind..sentence.end).take(REACH as usize).find(|t| stop(*t, &[";", "—", "–", ",", "."]));
        let to = to.unwrap_or((behind + REACH).min(sentence.end));
        let mut words = Vec::new();
        for token in (from..first).chain(behind..to).filter(|t| !thing.contains(t)) {
            let (word, here) = (document.word(token), document.token(token));
            if here.kind == TokenKind::Word
                && word.len() > 2
                && !here.is_capital()
                && words.len() < MAX_WORDS
                && !self.lexicon.has_any(BLAND, word)
                && !self.lexicon.has(Table::Body, word)
            {
                add(&mut words, stem(word));
            }
        }
        let before = first.checked_sub(1).map_or("", |t| document.word(t));
        if is_one(before, HAVE) {
            words.push("have".to_owned());
        }
        words
    }

    /// Who and what is named before a figure in its clause, else in the sentences before: whom it is of, or who
    /// did it.
    pub(super) fn agents(&self, mention: &Mention<Figure>, speaker: Option<Span>) -> Vec<u32> {
        let document = &self.analysis.document;
        let first = mention.tokens.0;
        let start = document.sentence_tokens(first).start;
        let parts = |t: &TokenId| is_one(document.word(*t), "; while but whereas");
        let from = (start..first).rev().take(80).find(parts).unwrap_or(start);
        // "The ministry said it had sent 30": who says so is who did it.
        let own = |s: Span| {
            let end = document.tokens_in(s).end;
            (end..first).take(80).any(|t| is_one(document.word(t), PRONOUNS))
        };
        let mut found = self.names_in(from..first, speaker.filter(|s| !own(*s)));
        let mut sentence = mention.sentence as usize;
        // "It", "the company": the sentence before tells who.
        let back = if is_one(document.word(start), POINTS) { BACK } else { 0 };
        for _ in 0..back {
            if !found.is_empty() || sentence == 0 {
                break;
            }
            sentence -= 1;
            if let Some(before) = document.sentences.get(sentence) {
                found = self.names_in(before.tokens.clone(), None);
            }
        }
        found
    }

    /// Things named in a phrase of place, also those that nothing knows.
    pub(super) fn places_in(&self, span: Span) -> Vec<u32> {
        let known = self.named(span);
        if known.is_empty() { self.names_in(self.analysis.document.tokens_in(span), None) } else { known }
    }

    /// What is named in a stretch of text, whoever is quoted there left out.
    fn names_in(&self, tokens: Range<TokenId>, but: Option<Span>) -> Vec<u32> {
        let (document, mut found) = (&self.analysis.document, Vec::new());
        for token in tokens.take(80) {
            let here = document.token(token);
            if here.kind != TokenKind::Word || !here.is_capital() || but.is_some_and(|b| b.contains(here.span)) {
                continue;
            }
            let name = self.names.at(token).and_then(|n| u32::try_from(n).ok());
            let id = name
                .and_then(|n| self.links.of_name(self.analysis, self.article, n))
                .or_else(|| self.links.named(document.word(token), &self.seen));
            if let Some(id) = id.filter(|_| found.len() < MAX_ABOUT) {
                add(&mut found, id);
            }
        }
        found
    }

    /// The day behind a figure in its sentence, unless somebody said so then: "died in a fire on Thursday". Where a
    /// count rose, the day is the count's.
    pub(super) fn happened(&self, mention: &Mention<Figure>) -> Option<Day> {
        let document = &self.analysis.document;
        let (first, last) = mention.tokens;
        let sentence = document.sentence_tokens(first);
        let rose = |t: TokenId| self.lexicon.has(Table::Trend, document.word(t)) || stem(document.word(t)) == "bring";
        if mention.value.trend.is_some() || (first.saturating_sub(6).max(sentence.start)..first).any(rose) {
            return None;
        }
        let timexes = &self.analysis.found.timexes;
        let from = timexes.partition_point(|t| t.tokens.0 <= last);
        let timex = timexes.get(from).filter(|t| t.tokens.0 < sentence.end)?;
        let said = |t: TokenId| self.lexicon.has(Table::Speech, document.word(t));
        let between = last + 1..timex.tokens.0;
        if between.clone().any(|t| self.figures.at(t).is_some() || document.word(t) == ";")
            || between.rev().take(3).any(said)
        {
            return None;
        }
        let days = timex.value.days?;
        days.first.filter(|day| days.last == Some(*day))
    }

    /// "An early count of 14", "officials first said 14": what was said before and may no longer hold.
    pub(super) fn is_earlier(&self, mention: &Mention<Figure>) -> bool {
        const EARLIER: &str = "first initially originally earlier early initial preliminary previously previous";
        let document = &self.analysis.document;
        let first = mention.tokens.0;
        let sentence = document.sentence_tokens(first);
        let from = first.saturating_sub(6).max(sentence.start);
        let said = |t: TokenId| {
            let word = document.word(t);
            self.lexicon.has(Table::Speech, word) || self.lexicon.has(Table::Generic, word) || stem(word) == "estimat"
        };
        (from..first).any(|t| is_one(document.word(t), EARLIER) && said(t + 1))
    }
}

/// A word without the usual endings of verbs and nouns, folded: only to see whether two are of one stem.
fn stem(word: &str) -> String {
    let mut word = lemma(word);
    for ending in ["ing", "ed", "es", "e"] {
        if word.len() > ending.len() + 2 && word.ends_with(ending) {
            word.truncate(word.len() - ending.len());
            break;
        }
    }
    let mut letters = word.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    if last.is_some_and(|l| l.is_alphabetic() && Some(l) == before) {
        word.pop();
    } else if last == Some('i') {
        word.pop();
        word.push('y');
    }
    word
}
