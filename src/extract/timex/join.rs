//! Expressions that belong together: a day with its time, two days with one year, a length with the day that
//! it is counted from, a length in several units.

use super::meaning::{Amount, From, Meaning, Reading, Shape, Year};
use super::value::Unit;
use super::word::Words;
use crate::base::Rule;
use crate::lex::{TokenId, TokenKind};
use crate::pack::CalendarKind;

pub const COUNTED: Rule = Rule {
    name: "timex/counted-from",
    why: "a length with 'before', 'after' or 'from' and a day is the day so far from that one",
};

/// "3 May to 10 June 2019", "April and June 1955": the year told with the second is also that of the first.
pub fn lend_year(words: &Words<'_>, readings: &mut [Reading], second: &Reading) {
    let Some(first) =
        readings.last_mut().filter(|first| first.meaning.year == Year::Open && first.meaning.shift.is_none())
    else {
        return;
    };
    let (Shape::Day(a, _) | Shape::Month(a)) = first.meaning.shape else { return };
    let (Shape::Day(b, _) | Shape::Month(b)) = second.meaning.shape else { return };
    let Year::Full(year) = second.meaning.year else { return };
    let link = first.last + 1;
    let joined =
        words.scope.is_any(link, "to and until through till or") || matches!(words.scope.word(link), "-" | "–" | "—");
    let edges = (link + 1..second.first).all(|at| words.scope.is_any(at, "early late mid - on in"));
    if joined && edges && second.first > link {
        // "from November to March 2018" begins the year before.
        first.meaning.year = Year::Full(if a <= b { year } else { year - 1 });
    }
}

/// A clock time with the day that stands right after it: "10 p.m. Wednesday", "8:00 on Thursday".
pub fn timed(words: &Words<'_>, reading: Option<Reading>) -> Option<Reading> {
    let reading = reading?;
    if let Some(close) = bracket_close(words, reading.last + 1) {
        // "At 15:30 local time (1430 UTC) on Tuesday": the day belongs to both, and stands for itself.
        let on = TokenId::from(words.word_is(close + 1, "on"));
        let meaning = words.day_at(close + 1 + on).map_or(reading.meaning, |day| Meaning {
            clock: reading.meaning.clock,
            phase: "",
            ..day.meaning
        });
        return Some(Reading { meaning, ..reading });
    }
    if let Some(last) = each_day(words, reading.last + 1) {
        // "3 p.m. each day".
        let meaning = Meaning { shape: Shape::EachPhase, ..reading.meaning };
        return Some(Reading { last, meaning, ..reading });
    }
    let comma = TokenId::from(words.word_is(reading.last + 1, ","));
    let on = TokenId::from(comma == 0 && words.word_is(reading.last + 1, "on"));
    let next = reading.last + 1 + comma + on;
    if let Some(day) = words.day_at(next) {
        let meaning = Meaning { clock: reading.meaning.clock, phase: "", ..day.meaning };
        return Some(Reading { last: day.last, meaning, ..reading });
    }
    // "8 in the morning", "11 at night" say which half; the digits alone were no time without it.
    Some(reading)
}

/// "each day", "every day", "daily" at a token: its last one.
fn each_day(words: &Words<'_>, id: TokenId) -> Option<TokenId> {
    let each = words.single(id, CalendarKind::Every).is_some() && words.word_is(id + 1, "day");
    if each {
        return Some(id + 1);
    }
    words.single(id, CalendarKind::Recur).filter(|entry| entry.row.code == "P1D").map(|entry| entry.last)
}

/// The closing bracket of a short aside that opens at a token.
fn bracket_close(words: &Words<'_>, open: TokenId) -> Option<TokenId> {
    if !words.word_is(open, "(") {
        return None;
    }
    (open + 2..open + 8).find(|at| words.word_is(*at, ")"))
}

/// A day with the clock time that stands right after it: "today 5 p.m.", "24 October, 9 am".
pub fn with_clock(words: &Words<'_>, reading: Option<Reading>) -> Option<Reading> {
    let reading = reading?;
    let day = match reading.meaning.shape {
        Shape::Day(..) | Shape::Weekday(_) | Shape::WeekdayDay(..) | Shape::WeekdayOf(..) | Shape::EachWeekday(_) => {
            true
        }
        Shape::Unit(unit) => unit == Unit::Day && reading.meaning.shift.is_some_and(|s| s.from == From::Now),
        Shape::Clock => !reading.meaning.phase.is_empty(),
        _ => false,
    };
    if !day {
        return Some(reading);
    }
    if let Some((last, clock)) = words.hour_after(reading.last + 1, reading.meaning.phase) {
        return Some(Reading {
            last,
            meaning: Meaning { clock: Some(clock), phase: "", ..reading.meaning },
            ..reading
        });
    }
    // "May 3 night": a part of the day stands beside a date as beside a weekday.
    if let (Shape::Day(..), Some(part)) = (reading.meaning.shape, words.single(reading.last + 1, CalendarKind::Part))
        && part.row.code.len() == 3
        && reading.meaning.phase.is_empty()
        && !words.goes_on(part.last + 1)
    {
        let meaning = Meaning { phase: part.row.code, ..reading.meaning };
        return Some(Reading { last: part.last, meaning, ..reading });
    }
    let link = TokenId::from(words.word_is(reading.last + 1, ", at"));
    let about = TokenId::from(link == 1 && words.word_is(reading.last + 2, "about around"));
    let next = reading.last + 1 + link + about;
    if words.token(next).kind != TokenKind::Number {
        return Some(reading);
    }
    match words.clock(next) {
        Some(clock) if words.inside(next) => {
            let meaning = Meaning { clock: clock.meaning.clock, phase: "", ..reading.meaning };
            Some(Reading { last: clock.last, meaning, ..reading })
        }
        _ => Some(reading),
    }
}

/// "three hours and 30 minutes", "6 years, 4 months": lengths beside each other, each in a finer unit.
pub fn compound(words: &Words<'_>, readings: &[Reading], next: &Reading) -> Option<Reading> {
    let last = readings.last()?;
    let whole = |shape| match shape {
        Shape::Length(Amount::Halves(halves), unit, 1) if halves % 2 == 0 => {
            Some([(u16::try_from(halves / 2).ok()?, unit), (0, unit), (0, unit)])
        }
        Shape::Lengths(parts) => Some(parts),
        _ => None,
    };
    let mut link = last.last + 1;
    if words.scope.is(link, ",") && link < next.first {
        link += 1;
    }
    if words.scope.is(link, "and") && link < next.first {
        link += 1;
    }
    let document = words.scope.document;
    if link != next.first || document.sentence_of(last.first) != document.sentence_of(next.first) {
        return None;
    }
    // "the last three months and two weeks": only the months are said to be the last.
    if last.meaning.shift.is_some() && link > last.last + 1 {
        return None;
    }
    let mut parts = whole(last.meaning.shape)?;
    let finest = parts.iter().filter(|(n, _)| *n > 0).map(|(_, unit)| *unit).min()?;
    // "15 hours 29 minutes ago": what points gives the meaning, the length before it belongs to it.
    if let (Shape::Unit(unit), true) = (next.meaning.shape, next.rule.name == super::length::AGO.name) {
        let shift = next.meaning.shift.filter(|_| unit < finest)?;
        let (mut by, mut months) = (shift.by, 0i32);
        for (n, part) in parts.iter().filter(|(n, _)| *n > 0 && unit > Unit::Hour) {
            let more = i32::from(*n) * shift.by.signum();
            match (*part, unit) {
                // "two years and three months ago": so many months.
                (Unit::Year, Unit::Month) => by = by.checked_add(more.checked_mul(12)?)?,
                (Unit::Week, Unit::Day) => by = by.checked_add(more.checked_mul(7)?)?,
                (Unit::Year, Unit::Day) => months = months.checked_add(more.checked_mul(12)?)?,
                (Unit::Month, Unit::Day) => months = months.checked_add(more)?,
                _ => return None,
            }
        }
        let offset = (months != 0).then_some((months, Unit::Month));
        let meaning = Meaning { offset, ..next.meaning.shifted(by, shift.from) };
        return Some(Reading { first: last.first, meaning, ..*next });
    }
    let [(n, unit), ..] = whole(next.meaning.shape)?;
    let free = parts.iter().position(|(n, _)| *n == 0)?;
    if unit >= finest || next.meaning.shift.is_some() || n == 0 {
        return None;
    }
    if let Some(part) = parts.get_mut(free) {
        *part = (n, unit);
    }
    let meaning = Meaning { shape: Shape::Lengths(parts), ..last.meaning };
    Some(Reading { first: last.first, last: next.last, meaning, rule: last.rule })
}

/// "two weeks before May 13", "three days from tomorrow": a length already read, and the day it is counted from.
pub fn counted_from(words: &Words<'_>, readings: &[Reading], day: &Reading) -> Option<Reading> {
    let length = readings.last()?;
    let Shape::Length(Amount::Halves(halves), unit, times) = length.meaning.shape else { return None };
    let link = length.last + 1;
    let dated = match day.meaning.shape {
        Shape::Day(..) | Shape::Weekday(_) | Shape::WeekdayOf(..) | Shape::Holiday(_) => true,
        Shape::Unit(at) => at == Unit::Day && day.meaning.shift.is_some_and(|s| s.from == From::Now),
        _ => false,
    };
    let scope = words.scope;
    let after = scope.is_any(link, "after from");
    if !dated
        || link + 1 != day.first
        || halves % 2 != 0
        || unit < Unit::Day
        || length.meaning.shift.is_some()
        || !(after || scope.is(link, "before"))
        || day.meaning.clock.is_some()
    {
        return None;
    }
    // "for two weeks from Monday", "64 days from May 2 to July 5" are lengths; trading days are not all days.
    let before = length.first.wrapping_sub(1);
    let from = scope.is(link, "from");
    let running =
        from && (scope.is_any(before, "for lasted ran") || scope.is_any(day.last + 1, "to until till through - –"));
    if running || (length.first..length.last).any(|at| scope.is_any(at, "trading working business first last next")) {
        return None;
    }
    let by = (halves / 2).checked_mul(times)?.checked_mul(if after { 1 } else { -1 })?;
    let meaning = Meaning { offset: Some((by, unit)), ..day.meaning };
    Some(Reading { first: length.first, last: day.last, meaning, rule: &COUNTED })
}
