//! Days in digits: 2018-10-26, 10/26/2018, 26.10.2018, 22/04.

use super::absolute::NUMERIC;
use super::meaning::{Meaning, Reading, Shape, Year};
use super::word::Words;
use crate::lex::{TokenId, TokenKind};
use crate::pack::CalendarKind;

impl Words<'_> {
    /// Digits with signs between: 2018-10-26, 10/26/2018, 26.10.2018.
    pub fn numeric(&self, id: TokenId) -> Option<Reading> {
        if self.token(id).glued && !self.word_is(id.wrapping_sub(1), "( [ - “ \"") {
            return None;
        }
        let reading = |last, year: i32, month: i32, day: i32| {
            let year = if (0..100).contains(&year) { Year::Short(year) } else { Year::Full(year) };
            let full = match year {
                Year::Full(year) => year,
                _ => 2000,
            };
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            super::calendar::date(full, month, day)?;
            let meaning = Meaning::of(Shape::Day(month, day)).with_year(year);
            Some(Reading { first: id, last, meaning, rule: &NUMERIC })
        };
        // 26.10.2018 is one token.
        let word = self.word(id);
        if word.bytes().filter(|b| *b == b'.').count() == 2 && word.len() >= 8 {
            let mut parts = word.split('.').map(|p| p.parse::<i32>().ok());
            let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
            return if a > 31 {
                reading(id, a, b, c)
            } else if (1900..2100).contains(&c) {
                reading(id, c, b, a)
            } else {
                None
            };
        }
        // 2019/Aug/01, 2019-Aug-1.
        if self.is_sign(id + 1)
            && self.token(id + 1).glued
            && let (Some(year), Some((month, number))) = (self.year(id), self.month(id + 2))
            && self.is_sign(month + 1)
            && let Some((last, day)) = self.day_of_month(month + 2)
        {
            return reading(last, year, i32::from(number), i32::from(day));
        }
        let sign = self.word(id + 1);
        if !matches!(sign, "-" | "/") || !self.token(id + 1).glued || !self.token(id + 2).glued || !self.inside(id + 2)
        {
            return None;
        }
        let (a, b) = (self.digits(id)?, self.digits(id + 2)?);
        let (long, two) = (word.len() == 4, self.word(id + 2).len() <= 2);
        let third = (self.word(id + 3) == sign && self.token(id + 3).glued && self.token(id + 4).glued)
            .then(|| self.digits(id + 4))
            .flatten();
        if third.is_none()
            && let Some(reading) = self.numeric_day(id)
        {
            return Some(reading);
        }
        let Some(c) = third else {
            // 06/2004; 22/04 alone might be a fraction or a score and is left.
            let year = (self.word(id + 2).len() == 4 && (1900..2100).contains(&b)).then_some(b)?;
            let month = u8::try_from(a).ok().filter(|m| (1..=12).contains(m) && word.len() <= 2)?;
            if sign == "-" && (word.len() < 2 || self.token(id + 3).glued && self.is_sign(id + 3)) {
                return None;
            }
            let meaning = Meaning::of(Shape::Month(month)).with_year(Year::Full(year));
            return Some(Reading { first: id, last: id + 2, meaning, rule: &NUMERIC });
        };
        // A stroke or hyphen that goes on makes it a telephone number or a code.
        if self.token(id + 5).glued && self.word(id + 5) == sign && self.token(id + 6).glued {
            return None;
        }
        if long && two && (1000..2200).contains(&a) {
            return reading(id + 4, a, b, c);
        }
        let year_last = self.word(id + 4).len();
        if (year_last == 4 && (1000..2200).contains(&c)) || (year_last == 2 && sign == "/") {
            return if a > 12 { reading(id + 4, c, b, a) } else { reading(id + 4, c, a, b) };
        }
        None
    }

    /// Whether a token parts digits.
    pub fn is_sign(&self, id: TokenId) -> bool {
        self.is_dash(id) || self.word_is(id, "/")
    }

    /// "22/04", "friday 5/12": two numbers with a stroke, where the words around make them a day; month first,
    /// as American papers write, unless only the other way is a day.
    fn numeric_day(&self, id: TokenId) -> Option<Reading> {
        let (a, b, end) = self.stroke(id)?;
        let before = id.wrapping_sub(1);
        let named = self.entry(before, CalendarKind::Weekday).is_some()
            || self.word_is(before, ",") && self.entry(before.wrapping_sub(1), CalendarKind::Weekday).is_some();
        let link = end + 1;
        let joined = self.is_dash(link) || self.word_is(link, "to until till through");
        let ranged = joined && self.stroke(link + 1).is_some() && self.word_is(before, "from between is")
            || id >= 4
                && (self.is_dash(before) || self.word_is(before, "to until till through"))
                && self.stroke(before.wrapping_sub(3)).is_some();
        let next = end + 1;
        let open = self.inside(next)
            && !ranged
            && (self.token(next).glued && self.word_is(next, "- – % / °")
                || self.word_is(next, "% percent of")
                || self.token(next).kind == TokenKind::Word
                    && !self.has(next, crate::pack::Table::Stop)
                    && self.entry(next, CalendarKind::Meridiem).is_none());
        // "9/11" is an event, not the next eleventh of September.
        let led = self.word_is(before, "on by until since") && (a, b) != (9, 11);
        if !(named || ranged || led) || open {
            return None;
        }
        let (month, day) = if a > 12 { (b, a) } else { (a, b) };
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        super::calendar::date(2000, month, day)?;
        let mut reading =
            Reading { first: id, last: end, meaning: Meaning::of(Shape::Day(month, day)), rule: &NUMERIC };
        if let Some((last, year)) = self.year_after(end).filter(|_| ranged && !joined) {
            (reading.last, reading.meaning.year) = (last, year);
        }
        Some(reading)
    }

    /// Two short numbers with a stroke between, and their last token.
    fn stroke(&self, id: TokenId) -> Option<(i32, i32, TokenId)> {
        let short = |at: TokenId| self.digits(at).filter(|n| (1..=31).contains(n) && self.word(at).len() <= 2);
        (self.is(id + 1, "/") && self.token(id + 1).glued && self.token(id + 2).glued).then_some((
            short(id)?,
            short(id + 2)?,
            id + 2,
        ))
    }

    /// Whether letters or digits go on: "H1N1".
    pub fn is_code(&self, last: TokenId) -> bool {
        self.token(last + 1).glued && matches!(self.token(last + 1).kind, TokenKind::Word | TokenKind::Number)
    }

    /// "Q1 2019", "2017 Q1", "2019-H2", "the Q3".
    pub fn piece(&self, id: TokenId, entry: super::word::Entry) -> Option<Reading> {
        if self.is_code(entry.last) {
            return None;
        }
        let number = u8::try_from(entry.row.number).ok()?;
        let shape = if entry.row.code == "Q" { Shape::Quarter(number) } else { Shape::Half(number) };
        let meaning = Meaning::of(shape);
        let rule = &super::part::ORDINAL;
        let dash = TokenId::from(self.is_dash(entry.last + 1) || self.word_is(entry.last + 1, "of '"));
        if let Some(year) = self.year(entry.last + 1 + dash) {
            return Some(Reading {
                first: id,
                last: entry.last + 1 + dash,
                meaning: meaning.with_year(Year::Full(year)),
                rule,
            });
        }
        let dash = TokenId::from(self.is_dash(id.wrapping_sub(1)));
        if let Some(at) = id.checked_sub(1 + dash)
            && let Some(year) = self.year(at).filter(|_| self.inside(at))
        {
            return Some(Reading { first: at, last: entry.last, meaning: meaning.with_year(Year::Full(year)), rule });
        }
        let led = self.word_is(id.wrapping_sub(1), "in for during of by since from and to between") || id == self.start;
        (led && entry.row.code == "Q" && !self.token(entry.last + 1).glued || led && !self.inside(entry.last + 1))
            .then_some(Reading { first: id, last: entry.last, meaning, rule })
    }
}
