//! How long an amount is for, and whether it came on top of what was counted before.

use super::Reader;
use crate::base::fold::{fold, is_one};
use crate::extract::{Figure, Mention};
use crate::lex::TokenId;
use crate::pack::{CalendarKind, Table};

impl Reader<'_> {
    /// "12 more people", "another 20": what came on top of what was counted before.
    pub(super) fn is_more(&self, mention: &Mention<Figure>) -> bool {
        const MORE: &str = "more new further additional";
        let (first, last) = mention.tokens;
        let end = mention.value.thing.map_or(last + 1, |t| self.analysis.document.tokens_in(t.span).end);
        let end = if end > last && end <= last + 8 { end } else { last + 2 };
        let is = |t: TokenId| is_one(self.analysis.document.word(t), MORE);
        let than = |t: TokenId| self.analysis.document.word(t + 1).eq_ignore_ascii_case("than");
        (first.saturating_sub(1)..end.min(self.analysis.document.len())).any(|t| is(t) && !than(t))
    }

    /// The length of time that an amount is for: "in the second quarter", "annual".
    pub(super) fn period(&self, mention: &Mention<Figure>) -> Option<char> {
        let document = &self.analysis.document;
        let (first, last) = mention.tokens;
        let sentence = document.sentence_tokens(first);
        let thing = mention.value.thing.map(|t| document.tokens_in(t.span));
        // "Second-quarter revenue of": the words right before what is counted, too.
        let from = thing.as_ref().map_or(first, |t| t.start.saturating_sub(3).min(first));
        let from = from.max(first.saturating_sub(12)).max(sentence.start);
        let to = thing.map_or(last + 1, |t| t.end.max(last + 1)).min(last + 12);
        let at = |t: TokenId| -> Option<char> {
            let word = document.word(t);
            if matches!(fold(word).as_str(), "annual" | "full-year") {
                return Some('Y');
            }
            let row = self.lexicon.find(Table::Calendar, word)?;
            let row = self.lexicon.rows.calendar.get(usize::from(row))?;
            let code = match row.kind {
                CalendarKind::Unit => row.code,
                CalendarKind::Recur => row.code.get(2..)?,
                _ => return None,
            };
            // "a year earlier" is what it is compared with.
            let past = |w: &str| is_one(w, "ago earlier before later");
            let code = if code == "3M" { "Q" } else { code };
            code.chars().next().filter(|c| matches!(c, 'Y' | 'Q' | 'M' | 'W' | 'H') && !past(document.word(t + 1)))
        };
        let stop = |t: &TokenId| !matches!(document.word(*t), ";" | "." | ",");
        let behind = (last + 1..(to + 7).min(sentence.end)).take_while(stop);
        let outside = |t: &TokenId| *t < first || *t > last;
        (from..to).filter(outside).chain(behind).find_map(at)
    }

    /// "“Two Brides”": the name of a book or film that begins with a number.
    pub(super) fn is_title(&self, mention: &Mention<Figure>) -> bool {
        let document = &self.analysis.document;
        let (first, last) = mention.tokens;
        let quote = |t: TokenId| matches!(document.word(t), "“" | "\"" | "‘" | "'");
        first > 0 && quote(first - 1) && last + 1 < document.len() && document.token(last + 1).is_capital()
    }
}
