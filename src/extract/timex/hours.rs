//! Hours without a sign of their own: the ends of a span of hours ("3-8pm", "from 7 to 7:30"), "5 in the
//! morning", "half past seven", "eight o'clock".

use super::clock::CLOCK;
use super::meaning::{Meaning, Reading, Shape};
use super::value::Clock;
use super::word::{Entry, Words, cardinal_word};
use crate::base::Rule;
use crate::lex::{TokenId, TokenKind};
use crate::pack::{CalendarKind, Table};

pub const SPAN: Rule = Rule {
    name: "timex/span-of-hours",
    why: "two hours joined by 'to' or a dash, one of them told as a time of day or both beside their day, are its ends",
};

/// What stands before an hour.
const LEADS: &str = "at by until till from around about between before after since circa past to";

/// An hour as read: half of the day not known, where none is told.
#[derive(Clone, Copy)]
struct Hour {
    last: TokenId,
    hour: i32,
    minute: i32,
    /// The hours that its half of the day begins with, where that is told.
    half: Option<i32>,
    /// Told by a colon, or by four digits with a nought first.
    told: bool,
    word: bool,
}

impl Hour {
    /// Minutes of the half-day.
    const fn place(self) -> i32 {
        self.hour % 12 * 60 + self.minute
    }

    fn clock(self) -> Option<Clock> {
        let hour = self.half.map_or(self.hour, |half| self.hour % 12 + half);
        Some(Clock {
            hour: u8::try_from(hour % 24).ok()?,
            minute: u8::try_from(self.minute).ok()?,
            second: None,
            utc: false,
        })
    }
}

/// The hours that the half of a part of the day begins with.
fn half_of(phase: &str) -> Option<i32> {
    match phase {
        "TMO" => Some(0),
        "TAF" | "TEV" | "TNI" => Some(12),
        _ => None,
    }
}

impl Words<'_> {
    /// An hour at a token: "7", "7:30", "9.30", "0730", with the half of the day that is told with it.
    fn hour(&self, id: TokenId) -> Option<Hour> {
        if !self.inside(id) {
            return None;
        }
        let word = self.word(id);
        let mut hour = Hour { last: id, hour: 0, minute: 0, half: None, told: false, word: false };
        if self.token(id).kind != TokenKind::Number {
            hour.hour = cardinal_word(word).filter(|n| (1..=12).contains(n))?;
            hour.word = true;
        } else if let Some((h, m)) = word.split_once('.').filter(|(h, m)| h.len() <= 2 && m.len() == 2) {
            (hour.hour, hour.minute) = (h.parse().ok()?, m.parse().ok()?);
        } else if self.word_is(id + 1, ":") && self.token(id + 1).glued && self.token(id + 2).glued {
            (hour.hour, hour.minute) =
                (self.digits(id)?, self.digits(id + 2).filter(|_| self.word(id + 2).len() == 2)?);
            (hour.last, hour.told) = (id + 2, true);
        } else if word.len() == 4 {
            let digits = self.digits(id)?;
            (hour.hour, hour.minute) = (digits / 100, digits % 100);
            hour.told = word.starts_with('0');
        } else {
            hour.hour = self.digits(id).filter(|_| word.len() <= 2)?;
        }
        if let Some(entry) = self.oclock(hour.last + 1) {
            hour.last = entry.last;
            hour.told = true;
        }
        if let Some(entry) = self.entry(hour.last + 1, CalendarKind::Meridiem) {
            hour.half = Some(entry.row.number).filter(|_| (1..=12).contains(&hour.hour));
            hour.last = entry.last;
        }
        (hour.hour <= 24 && hour.minute < 60).then_some(hour)
    }

    /// Two hours joined: the first goes to `out`.
    pub fn hour_span(&self, id: TokenId, out: &mut Vec<Reading>) -> Option<Reading> {
        if self.token(id).glued && !self.word_is(id.wrapping_sub(1), "( “ \"") {
            return None;
        }
        let mut a = self.hour(id)?;
        let link = a.last + 1;
        let lead = id.wrapping_sub(1);
        let led = self.word_is(lead, "from between");
        let joined = self.is_dash(link) || self.word_is(link, "to until till") || led && self.word_is(link, "and");
        if !joined {
            return None;
        }
        let mut b = self.hour(link + 1)?;
        // "7:30-8.15%": what measures or goes on is no hour; nor is a score before a noun.
        let next = b.last + 1;
        if self.token(next).glued && self.word_is(next, "% - – / : °") || self.word_is(next, "% percent") {
            return None;
        }
        let phase = self.in_phase(next).filter(|_| b.half.is_none());
        let on = TokenId::from(self.word_is(phase.map_or(next, |(last, ..)| last + 1), "on , of"));
        let after = phase.map_or(next, |(last, ..)| last + 1) + on;
        let day = self.day_at(after);
        let beside = day.is_some() || self.low == lead && self.low > self.start;
        let closed = day.is_some()
            || phase.is_some()
            || !self.inside(next)
            || self.token(next).kind != TokenKind::Word
            || self.has(next, Table::Stop)
            || self.entry(next, CalendarKind::Zone).is_some()
            || b.half.is_some();
        let told = |hour: Hour| hour.half.is_some() || hour.told && hour.minute < 60;
        let known = a.half.is_some() || b.half.is_some() || phase.is_some() || told(a) && told(b);
        let plain = (1..=12).contains(&a.hour) && (1..=12).contains(&b.hour);
        let fits = known && (plain || told(a) && told(b) || a.told && b.told)
            || led && plain && beside
            || led && (a.told || b.told);
        if !fits || !closed || a.word && !led {
            return None;
        }
        if let Some((_, half)) = phase {
            (a.half, b.half) = (a.half.or(Some(half)), Some(half));
        }
        // "this evening from 7 to 9", "between 7 and 9 last night".
        let before = if self.low == lead { self.phase } else { "" };
        let half_of_day = half_of(day.map_or(before, |day| day.meaning.phase));
        match (a.half, b.half) {
            // "11 to 2pm" begins in the other half.
            (None, Some(half)) if plain => a.half = Some(if a.place() < b.place() { half } else { 12 - half }),
            (Some(half), None) if plain => {
                b.half = half_of_day.or(Some(if a.place() < b.place() { half } else { 12 - half }));
            }
            (None, None) if half_of_day.is_some() && plain => (a.half, b.half) = (half_of_day, half_of_day),
            // "10:30 to 3" ends after noon.
            (None, None) if plain && b.place() < a.place() => b.half = Some(12),
            _ => {}
        }
        let zone = self.entry(next, CalendarKind::Zone).filter(|_| day.is_none() && phase.is_none());
        let meaning = day.map_or(Meaning::of(Shape::Clock), |day| Meaning { phase: "", ..day.meaning });
        let reading = |first, last, hour: Hour, rule| {
            Some(Reading { first, last, meaning: Meaning { clock: Some(hour.clock()?), ..meaning }, rule })
        };
        out.push(reading(id, a.last, a, &SPAN)?);
        let last = day.map(|d| d.last).or(phase.map(|(last, ..)| last)).or(zone.map(|z| z.last)).unwrap_or(b.last);
        reading(link + 1, last, b, &SPAN)
    }

    /// The hour after a day or a part of it: "Sunday evening at 10", "Friday the 26th around 4".
    pub fn hour_after(&self, id: TokenId, phase: &str) -> Option<(TokenId, Clock)> {
        if !self.word_is(id, "at around about") {
            return None;
        }
        let mut hour = self.hour(id + 1).filter(|h| h.half.is_none() && !h.word)?;
        let next = hour.last + 1;
        // "at 10 Downing Street", "at 4 - 6:30 pm": a bare number needs the end of the clause.
        let open = self.inside(next) && !matches!(self.word(next), "." | "," | "!" | "?" | ";");
        let full = hour.minute > 0 && hour.last == id + 1 && self.word(id + 1).contains('.');
        if !(full || (1..=12).contains(&hour.hour) && !open) || self.word_is(next, "% percent per million") {
            return None;
        }
        hour.half = half_of(phase).filter(|half| *half == 0 || phase != "TNI" || hour.hour > 5);
        Some((hour.last, hour.clock()?))
    }

    /// "in the morning", "at night" at a token: its last token and the hours that its half of the day begins with.
    fn in_phase(&self, id: TokenId) -> Option<(TokenId, i32)> {
        let the = TokenId::from(self.word_is(id, "in") && self.word_is(id + 1, "the"));
        if !(the == 1 || self.word_is(id, "at")) {
            return None;
        }
        let part = self.single(id + 1 + the, CalendarKind::Part)?;
        let half = match part.row.code {
            "TMO" if the == 1 => 0,
            "TAF" | "TEV" if the == 1 => 12,
            "TNI" if the == 0 => 12,
            _ => return None,
        };
        Some((part.last, half))
    }

    /// "at 5 in the morning", "11 tonight": an hour by the part of the day that stands right after it.
    pub fn phased_hour(&self, id: TokenId) -> Option<Reading> {
        if self.token(id).glued {
            return None;
        }
        let mut hour = self.hour(id).filter(|h| (1..=12).contains(&h.hour) && h.half.is_none())?;
        let first = id;
        let led = id == self.start || self.word_is(id.wrapping_sub(1), LEADS);
        let next = hour.last + 1;
        if !led && !hour.told {
            return None;
        }
        if let Some((last, half)) = self.in_phase(next) {
            hour.half = Some(half);
            let meaning = Meaning { clock: hour.clock(), ..Meaning::of(Shape::Clock) };
            return Some(Reading { first, last, meaning, rule: &CLOCK });
        }
        let day = self.day_at(next).filter(|day| !day.meaning.phase.is_empty())?;
        hour.half = Some(if day.meaning.phase == "TMO" { 0 } else { 12 });
        Some(Reading {
            first,
            last: day.last,
            meaning: Meaning { clock: hour.clock(), phase: "", ..day.meaning },
            rule: &CLOCK,
        })
    }

    /// "half past seven", "20 minutes past eight in the evening": read from "past".
    pub fn past_hour(&self, past: TokenId) -> Option<Reading> {
        let mut hour = self.hour(past + 1).filter(|h| (1..=12).contains(&h.hour) && h.minute == 0)?;
        let at = past.checked_sub(1)?;
        let number = if self.word_is(at, "minutes mins min minute") { at.checked_sub(1)? } else { at };
        let (first, minutes) = if self.word_is(number, "half") {
            (number, 30)
        } else if self.word_is(number, "quarter") {
            (if self.word_is(number.wrapping_sub(1), "a") { number - 1 } else { number }, 15)
        } else {
            let (first, super::meaning::Amount::Halves(halves)) = self.amount_ending(number)? else { return None };
            (first, halves / 2)
        };
        let closed = hour.told
            || hour.half.is_some()
            || self.in_phase(hour.last + 1).is_some()
            || !self.inside(hour.last + 1)
            || self.token(hour.last + 1).kind != TokenKind::Word
            || minutes == 30;
        if !closed || !(1..60).contains(&minutes) {
            return None;
        }
        hour.minute = minutes;
        if let Some((last, half)) = self.in_phase(hour.last + 1) {
            (hour.last, hour.half) = (last, Some(half));
        }
        let meaning = Meaning { clock: hour.clock(), ..Meaning::of(Shape::Clock) };
        Some(Reading { first, last: hour.last, meaning, rule: &CLOCK })
    }

    /// "o'clock" at a token.
    pub fn oclock(&self, id: TokenId) -> Option<Entry> {
        self.entry(id, CalendarKind::Hour).filter(|entry| entry.row.number == 0)
    }

    /// "seven o'clock", "six p.m.", "at five-thirty": an hour in words, read from the word that makes it one.
    pub fn worded_clock(&self, id: TokenId, entry: Entry) -> Option<Reading> {
        let at = self.before(id)?;
        let minute = if entry.row.kind == CalendarKind::Hour { entry.row.number } else { 0 };
        let mut hour = self.hour(at).filter(|h| h.word && (h.last >= id) == (minute == 0))?;
        if minute > 0 {
            // "by six thirty-year bonds" counts; the hour needs its preposition or its hyphen.
            let (told, next) = (at + 1 < id || self.word_is(at.wrapping_sub(1), LEADS), entry.last + 1);
            if !told || self.inside(next) && self.is_dash(next) && self.token(next).glued {
                return None;
            }
            (hour.minute, hour.last) = (minute, entry.last);
            if let Some(entry) = self.entry(next, CalendarKind::Meridiem) {
                (hour.half, hour.last) = (Some(entry.row.number), entry.last);
            }
        }
        let next = hour.last + 1;
        let day = self.day_at(next).filter(|day| hour.half.is_none() && !day.meaning.phase.is_empty());
        if let Some((last, half)) = self.in_phase(next) {
            (hour.last, hour.half) = (last, Some(half));
        } else if let Some(day) = day {
            (hour.last, hour.half) = (day.last, half_of(day.meaning.phase));
        } else if minute > 0 && hour.half.is_none() && self.goes_on(next) {
            return None;
        }
        let meaning = day.map_or(Meaning::of(Shape::Clock), |day| Meaning { phase: "", ..day.meaning });
        let meaning = Meaning { clock: hour.clock(), ..meaning };
        Some(Reading { first: at, last: hour.last, meaning, rule: &CLOCK })
    }

    /// Whether a word that is none of grammar's stands at a token: what stands before may belong to it.
    pub fn goes_on(&self, id: TokenId) -> bool {
        self.inside(id) && self.token(id).kind == TokenKind::Word && !self.has(id, Table::Stop)
    }
}
