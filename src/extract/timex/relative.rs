//! Words that point: weekdays, "today", "last summer", "Monday morning", "now", holidays.

use super::meaning::{Amount, From, Meaning, Reading, Shape, Shift, Year};
use super::value::Unit;
use super::word::{Entry, Words};
use crate::base::Rule;
use crate::lex::{TokenId, TokenKind};
use crate::pack::CalendarKind;

/// A weekday without a date.
pub const WEEKDAY: Rule = Rule {
    name: "timex/weekday",
    why: "a weekday in news is the most recent one, or the next one where the words tell the future",
};
pub const WEEKDAY_DATE: Rule = Rule {
    name: "timex/weekday-date",
    why: "a weekday with a day of the month is the nearest day of that name and number",
};
pub const DEICTIC: Rule = Rule { name: "timex/deictic", why: "a word that points from the day of publication" };
pub const REFERENCE: Rule =
    Rule { name: "timex/reference", why: "a word for the present, the past or the future without a date" };
pub const EPITHET: Rule = Rule {
    name: "timex/epithet",
    why: "in a history, 'former', 'recent' and 'future' place a thing before or after the time told of",
};
pub const SEASON: Rule =
    Rule { name: "timex/season", why: "a season with a word or a year that makes it one of a year" };
pub const PHASE: Rule = Rule {
    name: "timex/part-of-day",
    why: "a part of the day, of the day it stands beside or of the one last spoken of",
};
pub const HOLIDAY: Rule = Rule { name: "timex/holiday", why: "a holiday whose day is fixed by the calendar" };
pub const SHIFTED: Rule = Rule {
    name: "timex/shifted",
    why: "'last', 'this' or 'next' before a name of the calendar counts from now or from the date before",
};
pub const REPEATED: Rule = Rule { name: "timex/repeated", why: "'each' or 'every', or a plural, makes it recur" };

impl Words<'_> {
    /// The word before that shifts ("last", "the following", "this"), and its first token.
    pub fn shift_before(&self, id: TokenId) -> Option<(TokenId, Shift)> {
        let at = self.before(id)?;
        let entry = (0..3).filter_map(|back| at.checked_sub(back)).rev().filter(|first| self.inside(*first)).find_map(
            |first| self.entry(first, CalendarKind::Shift).filter(|entry| entry.last == at).map(|entry| (first, entry)),
        );
        let (first, entry) = entry?;
        // "is expected to last two weeks", "the talks did not last a day".
        let verb = "to not will would can could may might should must";
        if self.word_is(at, "last") && self.word_is(first.wrapping_sub(1), verb) {
            return None;
        }
        // "following Wednesday's quake": after it; "the following Wednesday" is a week on.
        let after = self.word_is(at, "following") && !self.word_is(first.wrapping_sub(1), "the on for by");
        (!(after && self.token(id).is_capital())).then_some((first, Shift::of(entry)))
    }

    /// "each" or "every" before, with "and" between ("each and every").
    pub fn every_before(&self, id: TokenId) -> Option<TokenId> {
        let at = id.checked_sub(1)?;
        self.single(at, CalendarKind::Every).map(|_| at)
    }

    /// A part of the day after a token: "Monday morning", "yesterday evening".
    fn phase_after(&self, last: TokenId) -> Option<(TokenId, &'static str, bool)> {
        let entry = self.single(last + 1, CalendarKind::Part)?;
        let plural = self.word(last + 1).ends_with('s');
        Some((entry.last, entry.row.code, plural))
    }

    /// A weekday with what belongs to it.
    pub fn weekday(&self, id: TokenId) -> Option<Reading> {
        let entry = self.entry(id, CalendarKind::Weekday)?;
        let day = u8::try_from(entry.row.number).ok()?;
        let plural = self.word(id).ends_with('s') && entry.row.code.is_empty();
        // "Super Tuesday", "the Sunday Times".
        let before = id.wrapping_sub(1);
        if self.word_is(before, "super bloody black")
            || self.entry(before, CalendarKind::Holiday).is_some_and(|holiday| holiday.last >= id)
            || self.word_is(before, "the")
                && self.is_named(entry.last + 1)
                && !self.has(entry.last + 1, crate::pack::Table::Calendar)
        {
            return None;
        }
        let last = if entry.row.code == "abbr" && self.word_is(id + 1, ".") { id + 1 } else { entry.last };
        // "Friday, October 25, 2019", "Tuesday 10 January", "Sunday 12/7/2014".
        let comma = TokenId::from(self.word_is(last + 1, ","));
        let next = last + 1 + comma;
        let the = TokenId::from(self.word_is(next, "the"));
        let mut none = Vec::new();
        let date = self
            .month_date(next)
            .filter(|r| matches!(r.meaning.shape, Shape::Day(..)))
            .or_else(|| self.numeric(next).or_else(|| self.day_first(next + the, &mut none)));
        if let Some(date) = date {
            let mut date = date;
            date.first = self.shift_before(id).map_or(id, |(first, _)| first);
            date.meaning.weekday = day;
            return Some(date);
        }
        if let Some((end, date)) = self.date_of_weekday(last) {
            return Some(Reading {
                first: id,
                last: end,
                meaning: Meaning::of(Shape::WeekdayDay(day, date)),
                rule: &WEEKDAY_DATE,
            });
        }
        if entry.row.code == "abbr" {
            return None;
        }
        if self.word_is(last + 1, "of in") {
            let back = id.checked_sub(1).filter(|at| self.word_is(*at, "last final"));
            let nth = back.map(|at| (at, -1)).or_else(|| {
                let (first, nth) = self.ordinal_ending(self.before(id)?)?;
                Some((first, i8::try_from(nth).ok()?))
            });
            // "the first Monday in May", "the last Friday of this month"; another first Monday is not the latest.
            if let Some((first, nth)) = nth
                && let of_month = self.weekday_of_month(last + 2, nth, day)
                && (back.is_none() || of_month.is_some())
            {
                return of_month.map(|(last, meaning)| Reading { first, last, meaning, rule: &SHIFTED });
            }
        }
        let phase = self.phase_after(last);
        let other =
            id.checked_sub(1).filter(|at| self.word_is(*at, "other second")).and_then(|at| self.every_before(at));
        if let Some(first) = self.every_before(id).or(other) {
            return Some(Reading { first, last, meaning: Meaning::of(Shape::EachWeekday(day)), rule: &REPEATED });
        }
        let (last, code, many) = phase.unwrap_or((last, "", false));
        // "Tuesday of next week", "Monday night last week".
        let of = TokenId::from(self.word_is(last + 1, "of"));
        if !plural
            && !many
            && let Some(shift) = self.single(last + 1 + of, CalendarKind::Shift)
            && shift.row.code.is_empty()
            && self.word_is(shift.last + 1, "week")
        {
            let meaning = Meaning { phase: code, ..Meaning::of(Shape::WeekdayOf(day, shift.row.number)) };
            return Some(Reading { first: id, last: shift.last + 1, meaning, rule: &SHIFTED });
        }
        let mut meaning = Meaning { phase: code, ..Meaning::of(Shape::Weekday(day)) };
        if plural || many {
            meaning.shape = Shape::EachWeekday(day);
            return Some(Reading { first: id, last, meaning, rule: &REPEATED });
        }
        let Some((first, shift)) = self.shift_before(id) else {
            return Some(Reading { first: id, last, meaning, rule: &WEEKDAY });
        };
        if shift.from == From::Text && shift.by < 0 && !self.word_is(first.wrapping_sub(1), "the") {
            // "the previous Monday" is that before what was told, "previous Monday" that of last week.
            meaning.shape = Shape::WeekdayOf(day, shift.by);
            return Some(Reading { first, last, meaning, rule: &SHIFTED });
        }
        let next = self.word_is(id.wrapping_sub(1), "next") && shift == Shift { by: 1, from: From::Now };
        meaning.shift = Some(if next { Shift { by: 2, ..shift } } else { shift });
        Some(Reading { first, last, meaning, rule: &SHIFTED })
    }

    /// The month at a token with the nth such weekday of it.
    fn weekday_of_month(&self, id: TokenId, nth: i8, day: u8) -> Option<(TokenId, Meaning)> {
        if let Some(month) = self.month_date(id)
            && let Shape::Month(number) = month.meaning.shape
        {
            return Some((month.last, Meaning { shape: Shape::NthWeekday(nth, day, number), ..month.meaning }));
        }
        let shift = if self.word_is(id, "the") { Some((id, Shift { by: 0, from: From::Text })) } else { None };
        let (last, shift) = shift.or_else(|| self.entry(id, CalendarKind::Shift).map(|e| (e.last, Shift::of(e))))?;
        let meaning = Meaning { shift: Some(shift), ..Meaning::of(Shape::NthWeekday(nth, day, 0)) };
        self.word_is(last + 1, "month").then_some((last + 1, meaning))
    }

    /// The day of the month told with a weekday: "Monday the 21st", "Tue 13th", "Monday 21".
    fn date_of_weekday(&self, last: TokenId) -> Option<(TokenId, u8)> {
        let comma = TokenId::from(self.word_is(last + 1, ",") && self.word_is(last + 2, "the"));
        let the = TokenId::from(self.word_is(last + 1 + comma, "the"));
        let at = last + 1 + comma + the;
        let (end, day) = self.day_of_month(at)?;
        let next = end + 1;
        let plain = end == at && self.token(at).kind == TokenKind::Number;
        let open = self.inside(next)
            && (self.goes_on(next) && super::word::cardinal_word(self.word(next)).is_none()
                || self.token(next).kind == TokenKind::Number
                || self.token(next).kind == TokenKind::Sign && !matches!(self.word(next), "," | "." | "!" | "?" | ";"));
        let ordinal = !plain && (the == 1 || self.token(at).kind == TokenKind::Number);
        let hours = self.word_is(next, "to and or in") && plain;
        (!hours
            && !self.word_is(next, "of")
            && (ordinal && (!open || self.digits(at).is_some()) || plain && !open && comma == 0))
            .then_some((end, day))
    }

    /// "today", "yesterday morning", "now", "recently".
    pub fn deictic(&self, id: TokenId, entry: Entry) -> Option<Reading> {
        let code = entry.row.code;
        if self.is_named(entry.last) {
            return None;
        }
        if code.is_empty() || code == "TNI" {
            let (last, phase) = match self.phase_after(entry.last) {
                Some((last, phase, _)) => (last, phase),
                None => (entry.last, code),
            };
            let meaning = Meaning { phase, ..Meaning::of(Shape::Unit(Unit::Day)).shifted(entry.row.number, From::Now) };
            return Some(Reading { first: id, last, meaning, rule: &DEICTIC });
        }
        // "the past two years" is a length; "past" here is not the end of it.
        let next = entry.last + 1;
        let goes_on = self.entries(next).any(|e| {
            matches!(
                e.row.kind,
                CalendarKind::Unit
                    | CalendarKind::Vague
                    | CalendarKind::Month
                    | CalendarKind::Season
                    | CalendarKind::Weekday
                    | CalendarKind::Part
            )
        }) || self.word_is(next, "fiscal financial")
            || self.inside(next)
                && (self.token(next).kind == TokenKind::Number
                    || super::word::cardinal_word(self.word(next)).is_some());
        let epithet = code.strip_prefix('~');
        if let Some(code) = epithet {
            let meaning = Meaning::of(Shape::Reference(code));
            let plain = !goes_on && !self.is_dash(next) && !self.token(id).glued;
            return plain.then_some(Reading { first: id, last: entry.last, meaning, rule: &EPITHET });
        }
        let open = code.starts_with('+') || self.word_is(id, "current the future");
        if goes_on && open {
            return None;
        }
        // "15m from now" is no "now".
        // "up to date" is no time.
        if code == "PRESENT_REF" && self.word_is(id, "to") && self.word_is(id.wrapping_sub(1), "up") {
            return None;
        }
        if self.word_is(id, "now") && self.word_is(id.wrapping_sub(1), "from") && !self.word_is(next, "on to until") {
            return None;
        }
        // "as soon as", "soon after"; and what soon happened in a tale is past.
        if self.word_is(id, "soon")
            && (self.word_is(next, "as after afterward afterwards enough")
                || super::tense::around(self.scope, id, entry.last) == crate::extract::Tense::Past)
        {
            return None;
        }
        let code = code.strip_prefix('+').unwrap_or(code);
        Some(Reading { first: id, last: entry.last, meaning: Meaning::of(Shape::Reference(code)), rule: &REFERENCE })
    }

    /// "summer 1990", "last winter", "in the spring".
    pub fn season(&self, id: TokenId, entry: Entry) -> Option<Reading> {
        let season = u8::try_from(entry.row.number).ok()?;
        let meaning = Meaning::of(Shape::Season(season));
        let plural = self.word(id).ends_with('s');
        let reading = |first, last, meaning, rule| Some(Reading { first, last, meaning, rule });
        if !plural && let Some((last, year)) = self.year_after(entry.last) {
            let (first, rule) = self.shift_before(id).map_or((id, &SEASON), |(first, _)| (first, &SEASON));
            return reading(first, last, meaning.with_year(year), rule);
        }
        if let Some((first, shift)) = self.shift_before(id) {
            return if plural {
                None
            } else {
                reading(first, entry.last, Meaning { shift: Some(shift), ..meaning }, &SHIFTED)
            };
        }
        // "the 1990 summer".
        if let Some(year) = id.checked_sub(1).filter(|at| self.inside(*at)).and_then(|at| self.year(at)) {
            return reading(id - 1, entry.last, meaning.with_year(Year::Full(year)), &SEASON);
        }
        let common = entry.row.code == "word";
        let whole = id.checked_sub(1).filter(|at| self.word_is(*at, "whole entire")).unwrap_or(id);
        let the = whole.checked_sub(1).filter(|at| self.word_is(*at, "the")).or_else(|| self.edge_before(id));
        let lead = the.unwrap_or(id).wrapping_sub(1);
        let led =
            self.word_is(lead, "in by during until since over through throughout for of this before after from and");
        // "the summer offensive", "their second winter campaign".
        let campaign =
            self.word_is(self.after(entry.last), "offensive offensives campaign campaigns counter uprising fighting");
        if campaign && !plural {
            return reading(id, entry.last, meaning, &SEASON);
        }
        let ok =
            if common { the.is_some() && led && !self.word_is(entry.last + 1, "of in") } else { led || the.is_some() };
        if !ok || plural {
            return None;
        }
        reading(id, entry.last, meaning, &SEASON)
    }

    /// "early", "mid-" just before.
    fn edge_before(&self, id: TokenId) -> Option<TokenId> {
        let at = self.before(id)?;
        self.single(at, CalendarKind::Edge).map(|_| at)
    }

    /// "this morning", "the next evening", "each night", "at noon".
    pub fn phase(&self, id: TokenId, entry: Entry) -> Option<Reading> {
        let code = entry.row.code;
        let meaning = Meaning { phase: code, ..Meaning::of(Shape::Clock) };
        if let Some(first) = self.every_before(id) {
            return Some(Reading {
                first,
                last: id,
                meaning: Meaning { shape: Shape::EachPhase, ..meaning },
                rule: &REPEATED,
            });
        }
        let plural = self.word(id).ends_with('s');
        if code == "TNI"
            && plural
            && let Some((first, amount @ Amount::Halves(_))) = self.before(id).and_then(|at| self.amount_ending(at))
        {
            // "for two nights": so many days.
            let meaning = Meaning::of(Shape::Length(amount, Unit::Day, 1));
            return Some(Reading { first, last: id, meaning, rule: &super::length::LENGTH });
        }
        if !plural && let Some((first, shift)) = self.shift_before(id) {
            // "last night" is the night before; "this morning" today's; "the next morning" that after what was told.
            let told = shift.by == 1 && self.word_is(first.wrapping_sub(1), "the");
            let shift = if told { Shift { from: From::Text, ..shift } } else { shift };
            let meaning = Meaning { shape: Shape::Unit(Unit::Day), shift: Some(shift), ..meaning };
            return Some(Reading { first, last: id, meaning, rule: &SHIFTED });
        }
        let lead = id.wrapping_sub(1);
        let sharp = matches!(code, "T12:00" | "T24:00");
        let the = self.word_is(lead, "the") || self.edge_before(id).is_some();
        // "the early morning hours of".
        let last = if self.word_is(id + 1, "hours hour") { id + 1 } else { id };
        let of = self.word_is(last + 1, "of");
        // "the morning of June 6", "noon on Thursday", "midnight Wednesday".
        let on = TokenId::from(self.word_is(last + 1, "of on"));
        let date = if !plural { self.day_at(last + 1 + on) } else { None };
        if let Some(date) = date {
            let meaning = Meaning { phase: code, ..date.meaning };
            return Some(Reading { first: id, last: date.last, meaning, rule: &PHASE });
        }
        // "at night" is any night, "in the mornings" any morning.
        if if plural {
            self.word_is(lead, "the") && self.word_is(lead.wrapping_sub(1), "in")
        } else {
            code == "TNI" && self.word_is(lead, "at")
        } {
            return Some(Reading {
                first: id,
                last: id,
                meaning: Meaning { shape: Shape::EachPhase, ..meaning },
                rule: &PHASE,
            });
        }
        if plural {
            return None;
        }
        let led = self.word_is(lead.wrapping_sub(1), "in by during through until of into throughout") && the
            || self.edge_before(id).is_some_and(|at| self.word_is(at, "late early mid"))
            || (sharp || code != "TNI") && self.word_is(lead, "at by before until after since")
            || sharp && !self.goes_on(last + 1) && !self.token(id).is_capital()
            || code == "TNI" && self.word_is(id, "overnight");
        (led && !of).then_some(Reading { first: id, last: id, meaning, rule: &PHASE })
    }

    /// A day that begins at a token, in any of the forms that stand beside a time of day.
    pub fn day_at(&self, id: TokenId) -> Option<Reading> {
        let the = TokenId::from(self.word_is(id, "the"));
        let mut none = Vec::new();
        let shifted = self.single(id, CalendarKind::Shift).map(|_| id + 1);
        self.weekday(shifted.unwrap_or(id))
            .filter(|r| !matches!(r.meaning.shape, Shape::EachWeekday(_)))
            .or_else(|| self.month_date(id).filter(|r| matches!(r.meaning.shape, Shape::Day(..))))
            .or_else(|| {
                self.entry(id, CalendarKind::Deictic)
                    .and_then(|entry| self.deictic(id, entry))
                    .filter(|r| matches!(r.meaning.shape, Shape::Unit(_)))
            })
            .or_else(|| self.numeric(id))
            .or_else(|| self.day_first(id + the, &mut none).filter(|_| none.is_empty()))
            .or_else(|| {
                // "8am this morning", "10 last night".
                let shift = self.single(id, CalendarKind::Shift)?;
                let part = self.single(shift.last + 1, CalendarKind::Part)?;
                let meaning = Meaning {
                    phase: part.row.code,
                    shift: Some(Shift::of(shift)),
                    ..Meaning::of(Shape::Unit(Unit::Day))
                };
                Some(Reading { first: id, last: part.last, meaning, rule: &SHIFTED })
            })
    }

    /// A holiday with its year.
    pub fn holiday(&self, id: TokenId, entry: Entry) -> Option<Reading> {
        // "Easter Island", "the Christmas Truce".
        let next = entry.last + 1;
        if self.is_named(next) && !self.has(next, crate::pack::Table::Calendar) {
            return None;
        }
        let mut reading =
            Reading { first: id, last: entry.last, meaning: Meaning::of(Shape::Holiday(entry.index)), rule: &HOLIDAY };
        if let Some((last, year)) = self.year_after(entry.last) {
            reading.last = last;
            reading.meaning.year = year;
        } else if let Some((first, shift)) = self.shift_before(id) {
            reading.first = first;
            reading.meaning.shift = Some(shift);
        }
        // "the Easter weekend", "Labor Day weekend 2021".
        if let Some(unit) = self.single(reading.last + 1, CalendarKind::Unit) {
            reading.meaning.whole = Unit::read(unit.row.code).filter(|u| matches!(u, Unit::Weekend | Unit::Week));
        }
        if reading.meaning.whole.is_some() {
            reading.last += 1;
            if reading.meaning.year == Year::Open
                && let Some((last, year)) = self.year_after(reading.last)
            {
                (reading.last, reading.meaning.year) = (last, year);
            }
        }
        Some(reading)
    }
}
