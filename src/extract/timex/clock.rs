//! Times of day: "6 p.m.", "14:30", "1830 UTC", "noon".

use super::meaning::{Meaning, Reading, Shape};
use super::value::Clock;
use super::word::Words;
use crate::base::Rule;
use crate::lex::TokenId;
use crate::pack::CalendarKind;

pub const CLOCK: Rule = Rule {
    name: "timex/clock",
    why: "digits with a.m. or p.m., with a colon, or before a time zone tell the time of a day",
};

impl Words<'_> {
    /// A time of day that begins at a number, with its zone.
    pub fn clock(&self, id: TokenId) -> Option<Reading> {
        if self.token(id).glued
            && id.checked_sub(1).is_some_and(|at| {
                self.inside(at)
                    && !self.is_dash(at)
                    && !matches!(self.word(at), "(" | "[" | "@" | "“" | "\"" | "T" | ".")
            })
        {
            return None;
        }
        let word = self.word(id);
        let (mut hour, mut minute, mut second, mut last) = (self.digits(id), 0, None, id);
        let mut colon = false;
        if let Some((h, m)) = word.split_once('.').filter(|(h, m)| h.len() <= 2 && m.len() == 2) {
            // 6.30pm: the stop counts as a colon only with what follows.
            hour = h.parse().ok();
            minute = m.parse().ok()?;
        } else if self.word_is(id + 1, ":") && self.token(id + 1).glued && self.token(id + 2).glued && word.len() <= 2 {
            minute = self.digits(id + 2).filter(|_| self.word(id + 2).len() == 2)?;
            last = id + 2;
            colon = true;
            if self.word_is(id + 3, ":") && self.token(id + 3).glued && self.token(id + 4).glued {
                second = Some(u8::try_from(self.digits(id + 4).filter(|s| *s < 60)?).ok()?);
                last = id + 4;
            }
        }
        let mut hour = hour?;
        let four = word.len() == 4 && !colon && !word.contains('.');
        if four {
            minute = hour % 100;
            hour /= 100;
        }
        let mut told = colon && !self.word_is(last + 1, "aspect ratio scale");
        if let Some(hour) = self.oclock(last + 1) {
            last = hour.last;
            told = true;
        }
        // "2:14:04" is a race run in that time, unless it is said to be a time of day.
        if second.is_some()
            && id > self.start
            && !(self.word_is(id - 1, ",") && self.digits(id.wrapping_sub(2)).is_some())
            && !self.word_is(id.wrapping_sub(1), "at by until from to till since before after - – T ( on around about")
        {
            return None;
        }
        let meridiem = self.entry(last + 1, CalendarKind::Meridiem).or_else(|| self.later_meridiem(last));
        if let Some(entry) = meridiem {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + entry.row.number;
            if entry.last <= last + 3 {
                last = entry.last.max(last);
            }
            told = true;
        }
        // "at 0930 hours"
        if four
            && self.word_is(id + 1, "hours hrs")
            && self.word_is(id.wrapping_sub(1), "at by from until to since around about")
        {
            (last, told) = (id + 1, true);
        }
        let mut utc = false;
        let bracket = TokenId::from(told && self.word_is(last + 1, "("));
        if let Some(zone) = self.entry(last + 1 + bracket, CalendarKind::Zone) {
            utc = zone.row.code == "Z";
            if bracket == 0 {
                last = zone.last;
            }
            told |= utc || four || colon;
        }
        // "Baghdad time", "US east coast time".
        if told
            && let Some(end) = (last + 2..last + 5).find(|at| self.word_is(*at, "time"))
            && self.token(last + 1).is_capital()
            && (last + 1..end).all(|at| self.token(at).kind == crate::lex::TokenKind::Word)
        {
            last = end;
        }
        // "3:2" is a score, 24:61 no time.
        if !told || hour > 24 || minute > 59 {
            return None;
        }
        let clock = Clock { hour: u8::try_from(hour).ok()?, minute: u8::try_from(minute).ok()?, second, utc };
        let meaning = Meaning { clock: Some(clock), ..Meaning::of(Shape::Clock) };
        Some(Reading { first: id, last, meaning, rule: &CLOCK })
    }

    /// "3:30-4:30pm", "5 to 6pm": the first time takes the half of the day that the second is given with.
    fn later_meridiem(&self, last: TokenId) -> Option<super::word::Entry> {
        if !(self.is_dash(last + 1) || self.word_is(last + 1, "to and or until")) {
            return None;
        }
        let second = last + 2;
        self.digits(second).filter(|h| (1..=12).contains(h))?;
        let end = if self.word_is(second + 1, ":") && self.token(second + 1).glued { second + 2 } else { second };
        let mut entry = self.entry(end + 1, CalendarKind::Meridiem)?;
        // The words of the meridiem belong to the second time.
        entry.last = last;
        Some(entry)
    }
}
