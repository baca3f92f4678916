//! Dates, times, durations and sets, resolved to the calendar.
//!
//! Comes in: tokens, the phrases of the calendar's table, the day of publication where it is known. Goes
//! out: TIMEX3 mentions. First the words are read (`absolute`, `clock`, `relative`, `length`: one
//! function for each form, with its rule), which gives a `meaning::Meaning`; then, in the order of the text,
//! each is laid on the calendar (`resolve`). To add a word, add a row to the table; to add a form, a
//! function to the file of its kind and its call in `read_at`.

mod absolute;

pub mod calendar;
mod clock;
mod hours;
mod join;
mod lay;
mod length;
mod meaning;
mod near;
mod numeric;
mod part;
mod point;
mod relative;
mod resolve;
mod tense;
mod unit;
mod value;
mod word;
mod year;

use super::{Extractor, Kind, Layer, Mention, Scope, Timex, dateline};
use crate::base::{Day, Rule};
use crate::lex::{TokenId, TokenKind};
use crate::pack::{BlockKind, CalendarKind, Table};
use join::{compound, counted_from, lend_year, timed, with_clock};
use meaning::{From, Meaning, Reading, Shape, Year};
pub use relative::WEEKDAY;
use resolve::Context;
use word::Words;

/// The day of publication, as the text states it.
pub const DATELINE: Rule = Rule {
    name: "timex/dateline",
    why: "a full date on a line of its own near the top, or before the dash that opens the text, is the day of publication",
};

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Timex, reads: &[Kind::Block, Kind::Numeral], run };

fn run(scope: &Scope<'_>) -> Layer {
    let mut readings = read(scope);
    let dateline = dateline(scope, &readings);
    if let Some(reading) = dateline.and_then(|at| readings.get_mut(at)) {
        reading.rule = &DATELINE;
    }
    let stated = dateline.and_then(|at| readings.get(at)).and_then(|reading| match reading.meaning {
        Meaning { shape: Shape::Day(month, day), year: Year::Full(year), .. } => calendar::date(year, month, day),
        _ => None,
    });
    let now = scope.published.or(stated);
    let mut context = Context {
        scope,
        now,
        history: tells_history(&readings, now, 3),
        last: None,
        last_day: None,
        done: None,
        frame: None,
        stated: false,
        period: None,
        dated: None,
        heads: false,
        line: None,
        aside: None,
        recurring: None,
    };
    let mut mentions: Vec<Mention<Timex>> = Vec::with_capacity(readings.len());
    let history = tells_history(&readings, now, 12);
    for reading in readings.iter().filter(|reading| history || reading.rule.name != relative::EPITHET.name) {
        let span = scope.document.span(reading.first, reading.last);
        if let Some(timex) = context.resolve(reading, span) {
            mentions.push(scope.mention(reading.first, reading.last, timex, reading.rule));
        }
    }
    Layer::Timexes(mentions)
}

/// All expressions of a document, in order, none overlapping another.
fn read(scope: &Scope<'_>) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut few = Vec::new();
    for sentence in &scope.document.sentences {
        let mut words = Words {
            scope,
            start: sentence.tokens.start,
            low: sentence.tokens.start,
            high: sentence.tokens.end,
            phase: "",
        };
        let mut at = words.low;
        while at < words.high {
            if !scope.has(at, Table::Calendar) && scope.token(at).kind != TokenKind::Number {
                at += 1;
                continue;
            }
            let Some(reading) = read_at(&words, at, &mut few) else {
                at += 1;
                few.clear();
                continue;
            };
            let mut reading = front(&words, reading);
            if !few.is_empty() {
                // The first of two days: the lead belongs to it.
                reading.first = reading.first.max(few.last().map_or(0, |r: &Reading| r.last + 1));
            }
            readings.append(&mut few);
            let joined = counted_from(&words, &readings, &reading).or_else(|| compound(&words, &readings, &reading));
            if let Some(joined) = joined {
                readings.pop();
                reading = joined;
            }
            let day = matches!(reading.meaning.shape, Shape::Day(..));
            let last = reading.last;
            lend_year(&words, &mut readings, &reading);
            readings.push(reading);
            let last = if day { words.more_days(last, &mut readings) } else { last };
            at = last + 1;
            words.low = at;
            words.phase = reading.meaning.phase;
        }
    }
    readings
}

/// The expression whose main word stands at a token.
fn read_at(words: &Words<'_>, at: TokenId, few: &mut Vec<Reading>) -> Option<Reading> {
    if words.token(at).kind == TokenKind::Number {
        return words
            .hour_span(at, few)
            .or_else(|| words.phased_hour(at))
            .or_else(|| timed(words, words.clock(at)))
            .or_else(|| with_clock(words, words.numeric(at)))
            .or_else(|| with_clock(words, words.day_first(at, few)))
            .or_else(|| words.ordinal_day(at))
            .or_else(|| words.decade(at))
            .or_else(|| words.lone_year(at));
    }
    let entries = words.entries(at);
    for entry in entries {
        let found = match entry.row.kind {
            CalendarKind::Month => {
                every_month(words, at).or_else(|| with_clock(words, month_with_lead(words, at, few)))
            }
            CalendarKind::Weekday => with_clock(words, words.weekday(at)),
            CalendarKind::Season => words.season(at, entry),
            CalendarKind::Part if entry.last == at => with_clock(words, words.phase(at, entry)),
            CalendarKind::Holiday => words.holiday(at, entry),
            CalendarKind::Unit => words.unit(at),
            CalendarKind::Deictic => with_clock(words, words.deictic(at, entry)),
            CalendarKind::Recur => {
                // "the quarterly dividend" and "the Daily Post" name a thing, not when something happens.
                let next = entry.last + 1;
                // "bi-monthly" is not monthly.
                if words.token(at).glued && words.is_dash(at.wrapping_sub(1)) {
                    continue;
                }
                let attribute = words.inside(next)
                    && words.token(next).kind == TokenKind::Word
                    && !words.has(next, Table::Stop)
                    && !words.has(next, Table::Calendar);
                if attribute && entry.row.number == 1
                    || words.token(at).is_capital() && at > words.scope.document.sentence_tokens(at).start
                {
                    continue;
                }

                let meaning = Meaning::of(Shape::Set(entry.row.code));
                Some(Reading { first: at, last: entry.last, meaning, rule: &relative::REPEATED })
            }
            CalendarKind::Spelled => words.spelled_year(at, entry),
            CalendarKind::Decade => worded_decade(words, at, entry),
            CalendarKind::Shift if words.word_is(at, "past") => words.past_hour(at),
            CalendarKind::Hour => timed(words, words.worded_clock(at, entry)),
            CalendarKind::Meridiem => timed(words, words.worded_clock(at, entry)),
            CalendarKind::Piece => words.piece(at, entry),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// A month with an ordinal in words before it ("the third of May"), or with "last", "next" before it.
fn month_with_lead(words: &Words<'_>, at: TokenId, few: &mut Vec<Reading>) -> Option<Reading> {
    let of = at.checked_sub(1).filter(|t| words.word_is(*t, "of"));
    let before = of.unwrap_or(at);
    if let Some((first, _)) = words.ordinal_ending(before.wrapping_sub(1))
        && words.token(first).kind == TokenKind::Word
        && let Some(reading) = ordinals(words, first, few)
    {
        return Some(reading);
    }
    let reading = words.month_date(at)?;
    if reading.meaning.year != Year::Open || !matches!(reading.meaning.shape, Shape::Month(_)) {
        return Some(reading);
    }
    let Some((first, shift)) = words.shift_before(at) else { return Some(reading) };
    let meaning = Meaning { shift: Some(shift), ..reading.meaning };
    Some(Reading { first, meaning, rule: &relative::SHIFTED, ..reading })
}

/// "the ninth and the seventeenth of April": from the first of two ordinals in words, else from the second.
fn ordinals(words: &Words<'_>, second: TokenId, few: &mut Vec<Reading>) -> Option<Reading> {
    let link = second.checked_sub(1).filter(|at| words.word_is(*at, "and to through until till"));
    let first = link.and_then(|at| words.ordinal_ending(at.wrapping_sub(1)));
    if let Some((first, _)) = first
        && let Some(reading) = words.day_first(first, few)
    {
        return Some(reading);
    }
    few.clear();
    words.day_first(second, few)
}

/// "each July", "every May".
fn every_month(words: &Words<'_>, at: TokenId) -> Option<Reading> {
    let first = words.every_before(at)?;
    let (last, month) = words.month(at)?;
    Some(Reading { first, last, meaning: Meaning::of(Shape::EachMonth(month)), rule: &relative::REPEATED })
}

/// "the nineties", "the early sixties".
fn worded_decade(words: &Words<'_>, at: TokenId, entry: word::Entry) -> Option<Reading> {
    let before = words.before(at)?;
    let edge = words.single(before, CalendarKind::Edge).is_some();
    let the = if edge { before.checked_sub(1)? } else { before };
    // "in her early sixties" is an age, "the twenties" may be banknotes, the seventies are not.
    let shape = Shape::Decade(entry.row.number);
    words.word_is(the, "the").then_some(Reading {
        first: at,
        last: at,
        meaning: Meaning::of(shape),
        rule: &absolute::DECADE,
    })
}

/// Takes in what stands before and belongs to it: "the", "early", "the end of", "about".
fn front(words: &Words<'_>, mut reading: Reading) -> Reading {
    let dated = matches!(reading.meaning.shape, Shape::Day(..) | Shape::Weekday(_) | Shape::DayOnly(_));
    let phrase =
        !dated && !matches!(reading.meaning.shape, Shape::Year | Shape::Month(_) | Shape::Clock | Shape::Reference(_));
    let mut edged = false;
    for _ in 0..4 {
        let Some(at) = words.before(reading.first) else { break };
        let hyphen = at + 1 < reading.first;
        let of = words.word_is(at, "of in") && !hyphen;
        let noun = if of { at.checked_sub(1).filter(|t| words.inside(*t)) } else { Some(at) };
        let part = noun.and_then(|t| words.single(t, CalendarKind::Edge).map(|entry| (t, entry)));
        match part {
            Some((t, entry)) if !of || words.word_is(at, "of") || matches!(entry.row.code, "BEFORE" | "AFTER") => {
                // "the end of the day" needs its "of"; "end 1990" is none; "late Friday" needs none.
                if !of && matches!(words.word(t), "end" | "beginning" | "start" | "close" | "onset") {
                    break;
                }
                reading.first = t;
                edged = true;
            }
            _ if words.word_is(at, "the") && (phrase || edged) => {
                reading.first = at;
                edged = true;
                if !words.before(at).is_some_and(|t| words.word_is(t, "of in")) {
                    break;
                }
            }
            _ if words.word_is(at, "about around nearly almost approximately roughly circa ca")
                && matches!(reading.meaning.shape, Shape::Length(..) | Shape::Clock | Shape::Unit(_)) =>
            {
                reading.first = at;
                break;
            }
            _ if words.word_is(at, "than least most to")
                && matches!(reading.meaning.shape, Shape::Length(..))
                && words.word_is(at.wrapping_sub(1), "more less fewer at up") =>
            {
                reading.first = at - 1;
                break;
            }
            _ => break,
        }
    }
    reading
}

/// The full date that stands alone near the top, or with no more than a weekday, a time and names of places.
fn dateline(scope: &Scope<'_>, readings: &[Reading]) -> Option<usize> {
    let document = scope.document;
    readings.iter().take(12).position(|reading| {
        let sentence = document.sentence_of(reading.first);
        let Some(block) = document.sentences.get(sentence as usize).map(|s| s.block) else { return false };
        let Some(tokens) = document.blocks.get(block as usize).map(|b| b.tokens.clone()) else { return false };
        let stated = matches!((reading.meaning.shape, reading.meaning.year), (Shape::Day(..), Year::Full(_)));
        let plain = |at: TokenId| {
            let token = scope.token(at);
            (reading.first..=reading.last).contains(&at)
                || token.kind != TokenKind::Word
                || token.is_capital()
                || scope.is_any(at, "on at by in am pm p.m. a.m. updated published posted last")
        };
        stated
            && block < 12
            && scope.block_kind(reading.first) != BlockKind::Caption
            && (tokens.end - tokens.start <= 20 && tokens.clone().all(plain)
                || dateline::behind(scope, &tokens).is_some_and(|text| reading.last < text))
    })
}

/// Whether a text tells history: it names years long past so many times more often than it points from now.
fn tells_history(readings: &[Reading], now: Option<Day>, times: usize) -> bool {
    let Some(now) = now.map(|day| i32::from(day.year())) else { return false };
    let (mut past, mut near) = (0, 0);
    for reading in readings {
        match (reading.meaning.shape, reading.meaning.year) {
            (_, Year::Full(year)) if year + 2 <= now => past += 1,
            (Shape::Weekday(_), _) => near += 1,
            (Shape::Unit(_), _) if reading.meaning.shift.is_some_and(|s| s.from == From::Now) => near += 1,
            _ => {}
        }
    }
    past >= 8 && past > times * near
}
