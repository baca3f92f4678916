//! What happens to what is counted: a row of the table of deeds, and the word that says so.

use super::{Reader, Words, add};
use crate::base::Span;
use crate::base::fold::{fold, is_one};
use crate::corpus::claim::is_kind;
use crate::extract::{Figure, Measure, Mention};
use crate::lex::TokenId;
use crate::pack::Table;

/// Words that begin a clause that says nothing of what happens to what was counted before it.
pub(super) const CLAUSE: &str = "but while where when after before because as although which that";
/// A deed stands at most so many tokens behind what is counted …
const AFTER: TokenId = 7;
/// … or before the figure.
const BEFORE: TokenId = 3;

impl Reader<'_> {
    /// What happens to it: the verb, or the noun that counts it. Of a sum of money, the noun comes first.
    pub(super) fn deed(&self, mention: &Mention<Figure>, words: &mut Words) -> Option<(u16, String)> {
        let figure = &mention.value;
        let noun = words.deed.take();
        let counted = noun.is_some();
        let verb = || figure.deed.and_then(|span| self.deed_in(span)).or_else(|| self.deed_near(mention, counted));
        if matches!(figure.measure, Measure::Money | Measure::Percent | Measure::Age | Measure::Duration) {
            return noun.or_else(|| figure.deed.and_then(|span| self.deed_in(span)));
        }
        if noun.is_none()
            && let Some(number) = self.number_of(mention)
        {
            (words.nouns, words.plain) = (Vec::new(), Vec::new());
            return Some(number);
        }
        let Some(noun) = noun else {
            let verb = verb()?;
            // Lawsuits are "against" someone without a vote.
            let votes = self.lexicon.rows.deeds.get(usize::from(verb.0)).is_some_and(|row| row.of == "vote");
            if votes && !words.nouns.iter().all(|n| n == "vote" || is_kind(n, "person")) {
                return None;
            }
            // "170 missing people"
            words.plain.retain(|w| self.lexicon.find(Table::Deed, w) != Some(verb.0));
            return Some(verb);
        };
        let (row, _) = self.noun(&noun.1);
        match verb() {
            // "12 employees were hurt": the noun is then what is counted.
            Some(verb) if verb.0 != noun.0 && is_kind(&row, "person") => {
                add(&mut words.nouns, row);
                Some(verb)
            }
            _ => Some(noun),
        }
    }

    /// The deed at the head of a sentence that counts up to its figure: "The number of dead from the storm has
    /// climbed to 29".
    fn number_of(&self, mention: &Mention<Figure>) -> Option<(u16, String)> {
        let document = &self.analysis.document;
        let first = mention.tokens.0;
        let is = |t: TokenId, words: &str| is_one(document.word(t), words);
        let start = document.sentence_tokens(first).start;
        if first < start + 5 || first > start + 40 || !is(first - 1, "to at reached is was") {
            return None;
        }
        let number = (start..first.min(start + 3)).find(|t| is(*t, "number") && is(t + 1, "of"))?;
        if (number..first).any(|t| self.figures.at(t).is_some()) {
            return None;
        }
        (number + 2..(number + 5).min(first)).find_map(|t| {
            let row = self.lexicon.find(Table::Deed, document.word(t))?;
            Some((row, fold(document.word(t))))
        })
    }

    /// A deed's word in the clause: beside the thing counted, behind it, or right before the figure.
    pub(super) fn deed_near(&self, mention: &Mention<Figure>, counted: bool) -> Option<(u16, String)> {
        let document = &self.analysis.document;
        let (first, last) = mention.tokens;
        let sentence = document.sentence_tokens(first);
        let thing = mention.value.thing.map(|t| document.tokens_in(t.span));
        // "The number of people killed … has risen to 170"
        let before = thing.clone().filter(|t| t.end <= first && !counted);
        let before = before.map_or(first..first, |t| t.start..(t.end + BEFORE).min(first));
        let behind = thing.filter(|t| t.start > last && t.start <= last + 4).map_or(last + 1, |t| t.end);
        let ends = |t: TokenId| {
            let word = document.word(t);
            matches!(word, ";" | "," | "." | ":" | "“" | "”" | "\"" | "(" | "—" | "–")
                || is_one(word, CLAUSE)
                || self.figures.at(t).is_some()
        };
        let to = (behind + AFTER).min(sentence.end);
        let to = (behind..to).find(|t| ends(*t)).unwrap_or(to);
        let from = first.saturating_sub(BEFORE).max(sentence.start);
        (if counted { behind } else { last + 1 }..to).chain(from..first).chain(before).find_map(|t| self.deed_at(t))
    }

    /// The deed whose words begin at a token, if they are no noun after an article or a preposition.
    pub(super) fn deed_at(&self, token: TokenId) -> Option<(u16, String)> {
        let document = &self.analysis.document;
        let before = token.checked_sub(1).and_then(|t| self.lexicon.find(Table::Stop, document.word(t)));
        let class = before.and_then(|row| self.lexicon.rows.stops.get(usize::from(row))).map_or("", |row| row.class);
        if matches!(class, "det" | "prep" | "pron") {
            return None;
        }
        (token..token + 3).rev().filter(|last| *last < document.len()).find_map(|last| {
            let words = document.slice(document.span(token, last));
            self.lexicon.find(Table::Deed, words).map(|row| (row, fold(words)))
        })
    }

    /// "12 of the dead" is a part of what others count whole.
    pub(super) fn is_part(&self, mention: &Mention<Figure>) -> bool {
        let is = |t: TokenId, words: &str| is_one(self.analysis.document.word(t), words);
        let last = mention.tokens.1;
        mention.value.measure == Measure::Count && is(last + 1, "of") && is(last + 2, "the those these them its their")
    }

    pub(super) fn deed_in(&self, span: Span) -> Option<(u16, String)> {
        let whole = self.analysis.slice(span);
        let tokens = self.analysis.document.tokens_in(span);
        let found = |words: &str| self.lexicon.find(Table::Deed, words).map(|row| (row, fold(words)));
        found(whole).or_else(|| tokens.rev().find_map(|t| found(self.analysis.document.word(t))))
    }
}
