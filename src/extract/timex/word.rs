//! Looking at words: rows of the calendar's table, numbers in digits and words.

use super::meaning::Amount;
use crate::extract::Scope;
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{CalendarKind, CalendarRow, Table};
use core::ops::Deref;

/// A view of one sentence's words.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub scope: &'a Scope<'a>,
    /// First token of the sentence.
    pub start: TokenId,
    /// The first token of it that no expression has taken.
    pub low: TokenId,
    /// One past its last token.
    pub high: TokenId,
    /// The part of the day that the last expression told.
    pub phase: &'static str,
}

impl<'a> Deref for Words<'a> {
    type Target = Scope<'a>;
    fn deref(&self) -> &Scope<'a> {
        self.scope
    }
}

/// A row of the table that stands in the text.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Its last token.
    pub last: TokenId,
    /// Its index in the table.
    pub index: usize,
    pub row: &'static CalendarRow<'static>,
}

impl Words<'_> {
    /// Whether a token belongs to the sentence and is free.
    pub const fn inside(&self, id: TokenId) -> bool {
        self.low <= id && id < self.high
    }

    /// All rows that begin at a token, longest first.
    pub fn entries(&self, id: TokenId) -> impl Iterator<Item = Entry> {
        let here = self.inside(id) && self.has(id, Table::Calendar);
        let hits = if here { self.hits.at(id) } else { &[] };
        let rows = &self.scope.lexicon.rows.calendar;
        hits.iter().filter(|hit| hit.sense.table == Table::Calendar).filter_map(move |hit| {
            let index = usize::from(hit.sense.row);
            let last = id + TokenId::from(hit.len) - 1;
            Some(Entry { last, index, row: rows.get(index)? })
        })
    }

    /// The longest row of a kind that begins at a token.
    pub fn entry(&self, id: TokenId, kind: CalendarKind) -> Option<Entry> {
        self.entries(id).find(|entry| entry.row.kind == kind)
    }

    /// A row of a kind that is this one token.
    pub fn single(&self, id: TokenId, kind: CalendarKind) -> Option<Entry> {
        self.entries(id).find(|entry| entry.row.kind == kind && entry.last == id)
    }

    /// Whether a token stands in the sentence and is one of these words, in any case.
    pub fn word_is(&self, id: TokenId, words: &str) -> bool {
        self.inside(id) && self.is_any(id, words)
    }

    /// Whether a word has a capital though those around it have none: part of a name, as in "60 Minutes", "USA Today".
    pub fn is_named(&self, id: TokenId) -> bool {
        let small = |at: TokenId| self.token(at).case == Case::Lower && self.word(at).len() > 3;
        self.inside(id)
            && self.token(id).case == Case::Title
            && id > self.start
            && matches!(self.token(id - 1).kind, TokenKind::Word | TokenKind::Number)
            && !self.word(id - 1).ends_with('.')
            && (self.start.max(id.saturating_sub(4))..self.high.min(id + 5)).any(small)
    }

    /// The token before, stepping over a glued hyphen.
    pub fn before(&self, id: TokenId) -> Option<TokenId> {
        let at = id.checked_sub(1)?;
        if self.inside(at) && self.token(id).glued && self.token(at).glued && self.is_dash(at) {
            return at.checked_sub(1).filter(|at| self.inside(*at));
        }
        self.inside(at).then_some(at)
    }

    /// The token after, stepping over a glued hyphen.
    pub fn after(&self, id: TokenId) -> TokenId {
        let at = id + 1;
        if self.inside(at + 1) && self.token(at).glued && self.token(at + 1).glued && self.is_dash(at) {
            at + 1
        } else {
            at
        }
    }

    /// Whether a token is a hyphen or a dash.
    pub fn is_dash(&self, id: TokenId) -> bool {
        self.inside(id) && matches!(self.word(id), "-" | "–" | "—" | "‑" | "−")
    }

    /// A whole number in plain digits, no more than nine of them.
    pub fn digits(&self, id: TokenId) -> Option<i32> {
        if !(self.start <= id && id < self.high) || self.token(id).kind != TokenKind::Number {
            return None;
        }
        let word = self.word(id);
        if word.len() > 9 || !word.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        word.parse().ok()
    }

    /// A year in four digits that newspapers write about.
    pub fn year(&self, id: TokenId) -> Option<i32> {
        let year = self.digits(id)?;
        let plain = self.word(id).len() == 4 && !self.word_is(id + 1, "%");
        let glued = self.token(id).glued && self.word_is(id.wrapping_sub(1), "$ £ € # . ,");
        (plain && !glued && (1000..=2199).contains(&year)).then_some(year)
    }

    /// A year with or without its era, and its last token.
    pub fn year_and_era(&self, id: TokenId) -> Option<(TokenId, i32)> {
        if let Some(year) = self.digits(id).filter(|y| (1..=9999).contains(y))
            && let Some(era) = self.entry(id + 1, CalendarKind::Era)
        {
            return Some((era.last, if era.row.number < 0 { 1 - year } else { year }));
        }
        self.year(id).map(|year| (id, year))
    }

    /// An ordinal from 1 to 31 in digits or words, and its last token: "3rd", "twenty-first".
    pub fn ordinal(&self, id: TokenId) -> Option<(TokenId, u8)> {
        if let Some(number) = self.digits(id) {
            let ending = self.token(id + 1).glued && self.word_is(id + 1, "st nd rd th st.");
            return ending.then_some((id + 1, u8::try_from(number).ok()?));
        }
        if !self.inside(id) {
            return None;
        }
        if let Some(number) = ordinal_word(self.word(id)) {
            return Some((id, number));
        }
        let tens = cardinal_word(self.word(id)).filter(|n| *n >= 20 && *n < 100)?;
        let next = self.after(id);
        let units = ordinal_word(self.word(next)).filter(|n| self.inside(next) && *n < 10)?;
        Some((next, u8::try_from(tens).ok()? + units))
    }

    /// The ordinal that ends at a token, and its first token.
    pub fn ordinal_ending(&self, id: TokenId) -> Option<(TokenId, u8)> {
        (0..3).rev().filter_map(|back| id.checked_sub(back)).find_map(|first| {
            self.ordinal(first).filter(|(last, _)| *last == id && self.inside(first)).map(|(_, n)| (first, n))
        })
    }

    /// A day of the month with an optional ending, and its last token.
    pub fn day_of_month(&self, id: TokenId) -> Option<(TokenId, u8)> {
        let found = match self.ordinal(id) {
            Some(found) => found,
            None => {
                let number = self.digits(id).filter(|_| self.word(id).len() <= 2)?;
                (id, u8::try_from(number).ok()?)
            }
        };
        (1..=31).contains(&found.1).then_some(found)
    }

    /// The number that ends at a token, in digits or words, and its first token.
    pub fn amount_ending(&self, id: TokenId) -> Option<(TokenId, Amount)> {
        if !self.inside(id) {
            return None;
        }
        let vague = |first: TokenId| self.entry(first, CalendarKind::Vague).filter(|entry| entry.last == id);
        if let Some((first, entry)) = (id.saturating_sub(1)..=id).find_map(|at| vague(at).map(|entry| (at, entry))) {
            let first = if self.word_is(first.wrapping_sub(1), "a an") { first - 1 } else { first };
            let amount = entry.row.code.parse().map_or(Amount::Vague, |n: i32| Amount::Halves(2 * n));
            return Some((first, amount));
        }
        if self.token(id).kind == TokenKind::Number {
            return self.digit_amount(id);
        }
        if self.word_is(id, "½")
            && let Some((at, whole)) = id.checked_sub(1).and_then(|at| Some((at, self.digits(at)?)))
        {
            return Some((at, Amount::Halves(whole.checked_mul(2)?.checked_add(1)?)));
        }
        if self.word_is(id, "half ½") {
            return self.and_a_half(id);
        }
        self.worded_amount(id)
    }

    /// "12", "1,500", "2.5", "2 1/2".
    fn digit_amount(&self, id: TokenId) -> Option<(TokenId, Amount)> {
        // "2 1/2": the token is the 2 after the stroke.
        if let Some(at) = id.checked_sub(3)
            && self.word(id) == "2"
            && self.word(id - 1) == "/"
            && self.word(id - 2) == "1"
            && let Some(whole) = self.digits(at)
        {
            return Some((at, Amount::Halves(whole.checked_mul(2)?.checked_add(1)?)));
        }
        let word = self.word(id);
        let (whole, half) = match word.strip_suffix(".5") {
            Some(whole) => (whole, 1),
            None => (word, 0),
        };
        let mut number = 0i32;
        for byte in whole.bytes().filter(|b| *b != b',') {
            let digit = i32::from(byte.checked_sub(b'0').filter(|d| *d < 10)?);
            number = number.checked_mul(10)?.checked_add(digit)?;
        }
        Some((id, Amount::Halves(number.checked_mul(2)?.checked_add(half)?)))
    }

    /// "two and a half", "half".
    fn and_a_half(&self, id: TokenId) -> Option<(TokenId, Amount)> {
        let before = |id: TokenId, word| self.before(id).filter(|at| self.word_is(*at, word));
        if let Some(and) = before(id, "a").and_then(|at| before(at, "and")) {
            // The whole ones are a plain number: halves of halves would be read without end.
            let at = self.before(and)?;
            let number = self.token(at).kind == TokenKind::Number;
            let (first, amount) = if number { self.digit_amount(at) } else { self.worded_amount(at) }?;
            let Amount::Halves(halves) = amount else { return None };
            return Some((first, Amount::Halves(halves.checked_add(1)?)));
        }
        Some((id, Amount::Halves(1)))
    }

    /// "two", "twenty-five", "a hundred", "three thousand".
    fn worded_amount(&self, id: TokenId) -> Option<(TokenId, Amount)> {
        let mut first = id;
        let mut low = cardinal_word(self.word(id))?;
        for _ in 0..6 {
            // "at six forty-three": what goes on growing is another number.
            let before = self.before(first).and_then(|at| Some((at, cardinal_word(self.word(at))?)));
            match before.filter(|(_, n)| low >= 100 || *n >= 100 || *n >= 20 && low < 10) {
                Some((at, n)) => (first, low) = (at, n),
                None => break,
            }
        }
        let (mut total, mut part) = (0i32, 0i32);
        for at in first..=id {
            match cardinal_word(self.word(at)) {
                Some(100) => part = part.max(1).checked_mul(100)?,
                Some(1000) => total = total.checked_add(core::mem::take(&mut part).max(1).checked_mul(1000)?)?,
                Some(n) => part = part.checked_add(n)?,
                None => {}
            }
        }
        let scale = matches!(cardinal_word(self.word(first)), Some(100 | 1000 | 12));
        let first = if scale && self.word_is(first.wrapping_sub(1), "a") { first - 1 } else { first };
        Some((first, Amount::Halves(total.checked_add(part)?.checked_mul(2)?)))
    }
}

/// A cardinal number word. English has no others below a million.
pub fn cardinal_word(word: &str) -> Option<i32> {
    const WORDS: [&str; 30] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "dozen",
    ];
    const VALUES: [i32; 30] = [
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90, 100, 1000,
        12,
    ];
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    WORDS.iter().position(|w| word.eq_ignore_ascii_case(w)).and_then(|at| VALUES.get(at).copied())
}

/// An ordinal number word up to thirtieth; above twenty the tens stand before it.
pub fn ordinal_word(word: &str) -> Option<u8> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if !(5..=11).contains(&word.len()) {
        return None;
    }
    if word.eq_ignore_ascii_case("thirtieth") {
        return Some(30);
    }
    WORDS.iter().position(|w| word.eq_ignore_ascii_case(w)).and_then(|at| u8::try_from(at + 1).ok())
}
