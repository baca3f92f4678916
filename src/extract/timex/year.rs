//! Years alone, in digits and in words, and decades.

use super::absolute::{DECADE, YEAR};
use super::meaning::{Meaning, Reading, Shape, Year};
use super::word::Words;
use crate::lex::{TokenId, TokenKind};
use crate::pack::CalendarKind;

/// Words before a year that a newspaper sets there, beside seasons and words for a part of it.
const YEAR_LEADS: &str = "in since by until till of from during before after through throughout year fiscal \
    between to around about circa ca c. into for and or as than born over towards toward";

impl Words<'_> {
    /// A year alone: "in 1996", "the 2018 election", "480 BC".
    pub fn lone_year(&self, id: TokenId) -> Option<Reading> {
        let reading = |first, last, meaning| Some(Reading { first, last, meaning, rule: &YEAR });
        if let Some(era) = self.entry(id + 1, CalendarKind::Era)
            && let Some((_, year)) = self.year_and_era(id)
        {
            return reading(id, era.last, Meaning::of(Shape::Year).with_year(Year::Full(year)));
        }
        // "480–479 BC": the era is said once.
        if (self.is_dash(id + 1) || self.word_is(id + 1, "to and or"))
            && let Some(entry) = self.entry(id + 3, CalendarKind::Era).filter(|e| e.row.number < 0)
            && let (Some(first), Some(second)) = (self.digits(id), self.digits(id + 2))
            && first >= second
            && entry.last > id
        {
            return reading(id, id, Meaning::of(Shape::Year).with_year(Year::Full(1 - first)));
        }
        let before = id.checked_sub(1).filter(|at| self.inside(*at));
        // "A.D. 250", "AD 79".
        if let Some(era) = before.and_then(|at| self.single(at, CalendarKind::Era)).filter(|era| era.row.number > 0) {
            let year = self.digits(id).filter(|year| (1..=2100).contains(year))?;
            return reading(era.last, id, Meaning::of(Shape::Year).with_year(Year::Full(year)));
        }
        // "FY2022", "FY22".
        if let Some(first) = before.filter(|at| self.word_is(*at, "fy")) {
            let short = self.digits(id).filter(|_| self.word(id).len() == 2).map(Year::Short);
            let meaning = Meaning::of(Shape::Year).with_year(self.year(id).map(Year::Full).or(short)?);
            return reading(first, id, Meaning { fiscal: true, ..meaning });
        }
        // "1995–96": the second year is short.
        if let (Some(dash), Some(short)) = (before, self.digits(id))
            && self.word(id).len() == 2
            && self.is_dash(dash)
            && self.token(id).glued
            && let Some(year) = dash.checked_sub(1).and_then(|at| self.digits(at)).filter(|y| (1000..2100).contains(y))
            && short > year % 100
            && (short > 12 || short == year % 100 + 1 && !self.is_dash(id + 1))
        {
            return reading(id, id, Meaning::of(Shape::Year).with_year(Year::Full(year / 100 * 100 + short)));
        }
        let year = self.year(id).filter(|_| !self.word_is(id + 1, "period"))?;
        let dash = TokenId::from(self.is_dash(id + 1) && self.token(id + 2).glued);
        let piece = self.entry(id + 1 + dash, CalendarKind::Piece);
        if piece.is_some_and(|piece| !self.is_code(piece.last)) {
            // "2017 Q1" is read from its quarter.
            return None;
        }
        let next = id + 1;
        if self.ordinal(next).is_some_and(|(end, _)| self.word_is(self.after(end), "quarter half")) {
            // "the 1988 third quarter" is read from its quarter.
            return None;
        }
        if self.token(next).glued
            && self.inside(next)
            && (self.token(next).kind == TokenKind::Word
                || self.word_is(next, "° @ _")
                || self.word_is(next, ":") && self.token(next + 1).glued)
        {
            return None;
        }
        if self.token(id).glued
            && before.is_some_and(|at| self.token(at).kind == TokenKind::Word || self.word_is(at, "/ : = + _ ."))
        {
            return None;
        }
        // "32 August 2014", "August 32, 2014", "2012 80 10", a telephone number.
        if before.is_some_and(|at| {
            self.scope.has(at, crate::pack::Table::Calendar)
                && self.digits(at.wrapping_sub(1)).is_some_and(|n| (32..100).contains(&n))
        }) || self.token(id).glued
            && before.is_some_and(|at| {
                self.is_dash(at)
                    && self.token(at).glued
                    && self.digits(at.wrapping_sub(1)).is_some_and(|n| {
                        !(1000..year).contains(&n)
                            || self.is_dash(at.wrapping_sub(2)) && self.token(at.wrapping_sub(1)).glued
                    })
            })
        {
            return None;
        }
        // "August 32, 2014", "2012 80 10".
        if before.is_some_and(|at| {
            self.word_is(at, ",") && self.digits(at.wrapping_sub(1)).is_some_and(|n| (32..100).contains(&n))
        }) || self.digits(next).is_some()
        {
            return None;
        }
        // "2014-02-30", "2012-1400": digits that go on make a year only of a span of years.
        if self.inside(next + 1)
            && self.token(next).glued
            && self.token(next + 1).glued
            && self.is_sign(next)
            && let Some(other) = self.digits(next + 1)
        {
            let more = self.inside(next + 3)
                && self.token(next + 2).glued
                && self.is_sign(next + 2)
                && self.digits(next + 3).is_some();
            let span = self.year(next + 1).is_some_and(|y| y > year)
                || self.word(next + 1).len() == 2 && (other > 12 && other > year % 100 || other == year % 100 + 1);
            if more || !span {
                return None;
            }
        }
        let sentence = self.scope.document.sentence_tokens(id);
        let words = (sentence.start..sentence.end.min(sentence.start + 5))
            .filter(|at| self.token(*at).kind == TokenKind::Word && !self.is(*at, "to"));
        let alone = words.count() == 0;
        // A line that is a year heads what follows it.
        let heading = sentence.end - sentence.start == 1 && self.scope.document.sentences.len() > 3;
        let fiscal = before.filter(|at| self.word_is(*at, "fiscal")).or_else(|| {
            before
                .filter(|at| self.word_is(*at, "year"))
                .and_then(|at| at.checked_sub(1))
                .filter(|at| self.word_is(*at, "fiscal financial"))
        });
        if let Some(first) = fiscal {
            return reading(
                first,
                id,
                Meaning { fiscal: true, ..Meaning::of(Shape::Year).with_year(Year::Full(year)) },
            );
        }
        let recent = (1900..=2060).contains(&year);
        let led = before.is_some_and(|at| {
            self.word_is(at, YEAR_LEADS)
                || self.single(at, CalendarKind::Edge).is_some()
                || self.single(at, CalendarKind::Season).is_some()
        });
        let bracketed = before.is_some_and(|at| matches!(self.word(at), "(" | "["));
        let modest = |at: TokenId| {
            self.word_is(at, "than least most nearly almost some only approximately roughly no. number no")
        };
        // "1861–1863", "from roughly 1948 to 1951" are years by each other; "the election of 1860" by what they date.
        let joined = |at: TokenId| self.is_dash(at) || self.word_is(at, "to");
        let ranged =
            before.filter(|at| joined(*at)).and_then(|at| self.year(at.checked_sub(1)?)).is_some_and(|y| y < year)
                || joined(next) && self.year(next + 1).is_some_and(|y| y > year);
        if alone && !heading
            || before.is_some_and(modest)
                && !ranged
                && !(self.word_is(id.wrapping_sub(1), "than") && self.word_is(id.wrapping_sub(2), "later earlier"))
            || self.entry(next, CalendarKind::Unit).is_some() && !self.word_is(next, "second")
        {
            return None;
        }
        let counted = self.counts(id)
            || self.word_is(next, "people troops men women children percent % feet metres meters dead km miles");
        // "the house dates back to 1873".
        let reaches = before
            .filter(|at| self.word_is(*at, "to"))
            .is_some_and(|at| self.word_is(at.wrapping_sub(1), "back date dates dated dating"));
        let dated = reaches
            || before.is_some_and(|at| {
                self.word_is(at, "of")
                    && !self.counts(next)
                    && self.single(at.wrapping_sub(1), CalendarKind::Amount).is_none()
            })
            || before.is_some_and(|at| self.word_is(at, ",") && !self.inside(next));

        let ok = if recent {
            !counted
                || before.is_some_and(|at| self.word_is(at, "the in since his her its their s 's ’s"))
                    && !self.word_is(next, "people troops men women children")
        } else {
            (led && !before.is_some_and(|at| self.word_is(at, "about over for to and or than around as of"))
                || bracketed
                || heading
                || ranged
                || dated)
                && !counted
        };
        if !ok {
            return None;
        }
        let first = before
            .filter(|at| self.word_is(*at, "year"))
            .map_or(id, |at| if self.word_is(at.wrapping_sub(1), "the") { at - 1 } else { at });
        reading(first, id, Meaning::of(Shape::Year).with_year(Year::Full(year)))
    }

    /// "nineteen ninety-six", "the year two thousand".
    pub fn spelled_year(&self, id: TokenId, entry: super::word::Entry) -> Option<Reading> {
        let year_before = id.checked_sub(1).filter(|at| self.word_is(*at, "year"));
        let base = entry.row.number;
        let next = entry.last + 1;
        let tens = super::word::cardinal_word(self.word(next)).filter(|n| self.inside(next) && (10..100).contains(n));
        let (last, year) = match tens {
            Some(tens) if tens >= 20 => {
                let after = self.after(next);
                match super::word::cardinal_word(self.word(after)).filter(|n| self.inside(after) && *n < 10) {
                    Some(units) => (after, base + tens + units),
                    None => (next, base + tens),
                }
            }
            Some(tens) => (next, base + tens),
            None if entry.row.code == "alone" && (year_before.is_some() || self.month_before(id)) => (entry.last, base),
            _ => return None,
        };
        // "twenty thirty-year bonds" and "nineteen twenty-dollar notes" count something.
        if self.token(last + 1).glued && self.is_dash(last + 1) || self.entry(last + 1, CalendarKind::Unit).is_some() {
            return None;
        }
        let first = match year_before {
            Some(at) if self.word_is(at.wrapping_sub(1), "the") => at - 1,
            Some(at) => at,
            None => id,
        };
        Some(Reading { first, last, meaning: Meaning::of(Shape::Year).with_year(Year::Full(year)), rule: &YEAR })
    }

    /// Whether a month stands before: "October two thousand".
    fn month_before(&self, id: TokenId) -> bool {
        id.checked_sub(1).is_some_and(|at| self.single(at, CalendarKind::Month).is_some())
    }

    /// "1990s", "the '80s", "the 470s BC", "1800s".
    pub fn decade(&self, id: TokenId) -> Option<Reading> {
        let number = self.digits(id)?;
        let word = self.word(id);
        let mut end = id + 1;
        if self.word_is(end, "' ’") && self.token(end).glued {
            end += 1;
        }
        if !self.word_is(end, "s 's ’s") || !(self.token(end).glued || word.len() == 4) || number % 10 != 0 {
            return None;
        }
        let quoted = id.checked_sub(1).filter(|at| self.word_is(*at, "' ’ ‘") && self.token(id).glued);
        let era = self.entry(end + 1, CalendarKind::Era);
        let shape = match (word.len(), era) {
            (_, Some(era)) if era.row.number < 0 => {
                let last = era.last;
                let shape = Shape::Decade(1 - (number + 9));
                return Some(Reading { first: id, last, meaning: Meaning::of(shape), rule: &DECADE });
            }
            (4, _) if number % 100 == 0 && number < 2000 && (1000..2100).contains(&number) && !self.decade_led(id) => {
                Shape::Century(number)
            }
            (4, _) if (1000..2100).contains(&number) => Shape::Decade(number),
            (2, _) if number >= 20 && (quoted.is_some() || self.word_is(id.wrapping_sub(1), "the")) => {
                Shape::Decade(number)
            }
            _ => return None,
        };
        Some(Reading { first: quoted.unwrap_or(id), last: end, meaning: Meaning::of(shape), rule: &DECADE })
    }

    /// "the early 1900s" are ten years, "the 1800s" a hundred.
    fn decade_led(&self, id: TokenId) -> bool {
        self.before(id).is_some_and(|at| self.word_is(at, "early mid late")) && self.digits(id) == Some(1900)
    }

    /// Whether the token after a number is a noun that it may count.
    pub fn counts(&self, last: TokenId) -> bool {
        let next = last + 1;
        self.inside(next)
            && self.token(next).kind == TokenKind::Word
            && self.word(next).len() > 3
            && self.word(next).ends_with('s')
            && !self.has(next, crate::pack::Table::Stop)
            && !self.token(next).is_capital()
    }
}
