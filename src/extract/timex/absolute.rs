//! Dates by the calendar: days of months, months, years, decades, numeric forms.

use super::meaning::{Meaning, Reading, Shape, Shift, Year};
use super::word::Words;
use crate::base::Rule;
use crate::lex::{TokenId, TokenKind};
use crate::pack::CalendarKind;

pub const DAY: Rule = Rule {
    name: "timex/day",
    why: "a month beside a number from 1 to 31 is a day; its year is the one written or the nearest that fits",
};
pub const NUMERIC: Rule =
    Rule { name: "timex/numeric", why: "digits parted by hyphens, strokes or stops that make a day of the calendar" };
pub const MONTH: Rule = Rule { name: "timex/month", why: "the name of a month" };
pub const YEAR: Rule = Rule {
    name: "timex/year",
    why: "four digits where a year stands: after a preposition, or before what is named by its year",
};
pub const DECADE: Rule = Rule { name: "timex/decade", why: "a year or a ten with a plural s is ten years" };
pub const RUN: Rule = Rule {
    name: "timex/run",
    why: "a bare number joined to a day by 'and', 'to' or a dash is a day of the same month",
};

impl Words<'_> {
    /// A month at a token, where it is one: abbreviations and common words need company.
    pub fn month(&self, id: TokenId) -> Option<(TokenId, u8)> {
        let entry = self.entry(id, CalendarKind::Month)?;
        // An abbreviation's full stop may be a token of its own.
        let stop = entry.row.code == "abbr" && self.word_is(entry.last + 1, ".") && self.token(entry.last + 1).glued;
        let last = if stop && self.digits(entry.last + 2).is_some() { entry.last + 1 } else { entry.last };
        let number = u8::try_from(entry.row.number).ok()?;
        if entry.row.code.is_empty() {
            return Some((last, number));
        }
        let beside = |at: TokenId| self.day_of_month(at).is_some() || self.year(at).is_some();
        let comma = if self.word_is(last + 1, ", of /") { last + 2 } else { self.after(last) };
        let numbered = beside(comma)
            || id.checked_sub(1).is_some_and(|at| {
                let at = if self.is_sign(at) && self.token(at).glued { at.wrapping_sub(1) } else { at };
                self.inside(at) && (beside(at) || self.word_is(at, "of"))
            })
            || self.ordinal_ending(id.wrapping_sub(1)).is_some();
        // "from Sep to Nov", "until Feb.": an abbreviation after a preposition, but not the first name "in Jan Smuts".
        let short = entry.row.code == "abbr"
            && self.token(id).is_capital()
            && !(self.inside(last + 1)
                && (self.token(last + 1).is_capital()
                    || self.token(last + 1).glued && self.token(last + 1).kind != TokenKind::Sign))
            && self.word_is(id.wrapping_sub(1), "in since from until till between after before by to through");
        let led = short
            || entry.row.code == "word"
                && id.checked_sub(1).is_some_and(|at| {
                    self.word_is(
                        at,
                        "in since by until till last next this early late from of during to and through between \
                each every before after mid",
                    ) || self.before(at + 1).is_some_and(|at| self.word_is(at, "mid late early"))
                })
                && !self.word_is(last + 1, "'s ’s");
        let ranged = self.is_dash(last + 1) && self.entry(last + 2, CalendarKind::Month).is_some();
        (numbered || led || ranged).then_some((last, number))
    }

    /// The year after a date, and its last token: "2018", ", 2018", "of that year", "last year".
    pub fn year_after(&self, last: TokenId) -> Option<(TokenId, Year)> {
        let comma = self.word_is(last + 1, ",");
        let of = self.word_is(last + 1, "of in");
        let at = last + 1 + TokenId::from(comma || of);
        if let Some((end, year)) = self.year_and_era(at) {
            // "In May, 2,000" has its comma; "May 24, 1500 troops" is no year before a noun that it counts.
            let counted = comma && !(1900..=2100).contains(&year) && year > 1500 && self.counts(end);
            return (!counted).then_some((end, Year::Full(year)));
        }
        if let Some(entry) = self.entry(at, CalendarKind::Spelled)
            && let Some(Reading { last, meaning: Meaning { year, .. }, .. }) = self.spelled_year(at, entry)
        {
            return Some((last, year));
        }
        // "Sep-23-2020", "23/Sep/2020".
        if self.is_sign(last + 1)
            && self.token(last + 1).glued
            && self.token(last + 2).glued
            && let Some(year) = self.year(last + 2)
        {
            return Some((last + 2, Year::Full(year)));
        }
        let short = self.word_is(at, "' ’ ‘") && self.token(at + 1).glued && self.word(at + 1).len() == 2;
        if short
            && !comma
            && let Some(year) = self.digits(at + 1)
        {
            return Some((at + 1, Year::Short(year)));
        }
        // "August 9, 96", "April of 87": two digits that are no day and count nothing.
        if (of || comma)
            && let Some(short) = self.digits(at).filter(|n| *n > 31 && self.word(at).len() == 2)
            && (!self.inside(at + 1)
                || self.token(at + 1).kind == TokenKind::Sign && !matches!(self.word(at + 1), "%" | "-" | "–" | ":"))
        {
            return Some((at, Year::Short(short)));
        }
        if comma {
            return None;
        }
        let shift = self.entry(at, CalendarKind::Shift)?;
        let word = self.word(shift.last + 1);
        if !self.inside(shift.last + 1) || !word.eq_ignore_ascii_case("year") {
            return None;
        }
        Some((shift.last + 1, Year::Shifted(Shift::of(shift))))
    }

    /// A month with its day and year, from its first token: "October 26, 2018", "May 1990", "June".
    pub fn month_date(&self, id: TokenId) -> Option<Reading> {
        let (mut last, month) = self.month(id)?;
        // "32 August", "February 151998": no day of the calendar, so no date.
        let beyond = |at: TokenId| self.digits(at).is_some_and(|n| n > 31 && self.word(at).len() == 2 || n > 9999);
        if beyond(id.wrapping_sub(1)) || beyond(last + 1) {
            return None;
        }
        let mut shape = Shape::Month(month);
        let sign = self.is_sign(last + 1) && self.token(last + 1).glued;
        let comma = TokenId::from(self.word_is(last + 1, ", the") || sign);
        let day = self.day_of_month(last + 1 + comma).filter(|(end, _)| {
            // "August 10.5", "May 24%" and "in June 20 people" are no days; a year may follow a comma only.
            let unit =
                self.word_is(end + 1, "% percent million billion thousand people :") && !self.word_is(end + 1, ":");
            comma == 0 && !unit || comma == 1 && !unit && self.ordinal(last + 2).is_some() || comma == 1 && sign
        });
        if let Some((end, day)) = day {
            last = end;
            shape = Shape::Day(month, day);
        } else if self.digits(last + 1).is_some()
            && self.year_and_era(last + 1).is_none()
            && matches!(self.word(last + 1).len(), 1 | 2)
        {
            return None;
        }
        let mut meaning = Meaning::of(shape);
        if let Some((end, year)) = self.year_after(last) {
            last = end;
            meaning.year = year;
        } else if matches!(shape, Shape::Month(_))
            && self.is_dash(last + 1)
            && let Some(year) = self.year(last + 2)
        {
            last += 2;
            meaning.year = Year::Full(year);
        }
        // "April Ryan", "June Brown": a month has a preposition or a word that places it before what is named after it.
        if matches!((shape, meaning.year), (Shape::Month(_), Year::Open))
            && self.is_named(last + 1)
            && !self.has(last + 1, crate::pack::Table::Calendar)
            && !self
                .before(id)
                .is_some_and(|at| self.has(at, crate::pack::Table::Stop) || self.entries(at).next().is_some())
        {
            return None;
        }
        let rule = if matches!(shape, Shape::Day(..)) { &DAY } else { &MONTH };
        Some(Reading { first: id, last, meaning, rule })
    }

    /// A day before its month: "26 October 2018", "the 3rd of May", "10 to 22 August".
    pub fn day_first(&self, id: TokenId, out: &mut Vec<Reading>) -> Option<Reading> {
        if self.token(id).glued && self.word_is(id.wrapping_sub(1), "$ £ €") {
            return None;
        }
        let (mut last, day) = self.day_of_month(id)?;
        let mut second = None;
        let mut at = self.after(last);
        if (self.word_is(last + 1, "to and or through until") || self.is_dash(last + 1))
            && let Some((end, other)) = self.day_of_month(last + 2)
            && other > day
        {
            second = Some((last + 2, other));
            last = end;
            at = last + 1;
        }
        if self.word_is(at, "of /") {
            at += 1;
        }
        if self.word_is(at, "/") {
            return None;
        }
        let (mut end, month) = self.month(at)?;
        let mut year = Year::Open;
        if let Some((after, found)) = self.year_after(end) {
            end = after;
            year = found;
        } else if self.word_is(end + 1, "/") || self.is_dash(end + 1) && self.token(end + 1).glued {
            if let Some(found) = self.year(end + 2) {
                end += 2;
                year = Year::Full(found);
            }
        } else if let Some(found) =
            self.digits(end + 1).filter(|_| self.word(end + 1).len() == 2 && self.token(id).kind == TokenKind::Number)
            && !self.word_is(end + 2, ": .")
            && self.oclock(end + 2).is_none()
            && self.entry(end + 2, CalendarKind::Meridiem).is_none()
        {
            end += 1;
            year = Year::Short(found);
        }
        let reading = |first, last, day| Reading {
            first,
            last,
            meaning: Meaning::of(Shape::Day(month, day)).with_year(year),
            rule: &DAY,
        };
        let Some((first, other)) = second else { return Some(reading(id, end, day)) };
        out.push(reading(id, first - 2, day));
        Some(reading(first, end, other))
    }

    /// "on the 18th": a day of the month last spoken of, or of this one.
    pub fn ordinal_day(&self, id: TokenId) -> Option<Reading> {
        let the = id.checked_sub(1).filter(|at| self.word_is(*at, "the")).unwrap_or(id);
        let (last, day) = self.ordinal(id).filter(|(_, day)| (1..=31).contains(day))?;
        let led = self.word_is(the.wrapping_sub(1), "on since until by");
        let next = last + 1;
        let closed = !self.inside(next)
            || self.token(next).kind == TokenKind::Sign && !(self.is_dash(next) && self.token(next).glued)
            || self.has(next, crate::pack::Table::Stop) && !self.word_is(next, "of");
        (led && closed).then_some(Reading { first: the, last, meaning: Meaning::of(Shape::DayOnly(day)), rule: &RUN })
    }

    /// The days joined to a day just read: "March 4 and 5", "10–12 June", "May 1, 3 and 5".
    pub fn more_days(&self, mut last: TokenId, out: &mut Vec<Reading>) -> TokenId {
        for _ in 0..8 {
            let joined = self.is_dash(last + 1) || self.word_is(last + 1, "to through until till");
            let listed = self.word_is(last + 1, "and or ,");
            if !joined && !listed {
                break;
            }
            let the = TokenId::from(self.word_is(last + 2, "the") && self.ordinal(last + 3).is_some());
            let Some((end, day)) = self.day_of_month(last + 2 + the) else { break };
            let next = end + 1;
            let closed = !self.inside(next)
                || self.year_after(end).is_some()
                || self.token(next).kind != TokenKind::Word
                || self.has(next, crate::pack::Table::Stop) && !self.token(next).glued
                || self.word_is(next, "respectively");
            let measured = self.word_is(next, "% ° : / .")
                && self.token(next).glued
                && self.inside(next + 1)
                && self.token(next + 1).glued
                || self.word_is(next, "% $ :")
                || self.month(self.after(end)).is_some()
                || self.word_is(next, "of") && self.year_after(end).is_none();
            if !closed || measured || self.entry(next, CalendarKind::Meridiem).is_some() {
                break;
            }
            // "June 10 - 31": a span of days that the calendar lacks is none.
            if let Some(Reading { meaning: Meaning { shape: Shape::Day(month, _), .. }, .. }) = out.last()
                && super::calendar::date(2000, *month, day).is_none()
            {
                if joined {
                    out.pop();
                }
                return self.year_after(end).map_or(end, |(end, _)| end);
            }
            let mut meaning = Meaning::of(Shape::DayOnly(day));
            let mut stop = end;
            if let Some((end, year)) = self.year_after(end) {
                // "from July 13 to 17 of last year": the year is that of both.
                meaning.year = year;
                stop = end;
                if let Some(before) = out.last_mut().filter(|before| before.meaning.year == Year::Open) {
                    before.meaning.year = year;
                }
            }
            out.push(Reading { first: last + 2, last: stop, meaning, rule: &RUN });
            last = stop;
        }
        last
    }
}
