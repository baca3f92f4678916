//! A unit of time, with whatever is told by it; and the units that are shifted: "last week", "the week after next".

use super::length::LENGTH;
use super::meaning::{Amount, From, Meaning, Reading, Shape, Year};
use super::relative::SHIFTED;
use super::value::Unit;
use super::word::Words;
use crate::lex::{TokenId, TokenKind};
use crate::pack::{CalendarKind, Table};

/// What may be told with a unit, in the order in which it is tried.
type Form = fn(&Words<'_>, TokenId, Unit, i32, bool) -> Option<Reading>;
const FORMS: [Form; 14] = [
    |words, id, unit, _, _| words.numbered_week(id, unit),
    |words, id, unit, _, _| words.week_of(id, unit),
    |words, id, unit, _, _| words.day_of(id, unit),
    |words, id, unit, times, _| words.ordinal_unit(id, unit, times),
    |words, id, unit, times, _| words.fiscal_year(id, unit, times),
    |words, id, unit, times, _| words.year_end(id, unit, times),
    |words, id, unit, times, _| words.year_ago_quarter(id, unit, times),
    |words, id, unit, times, _| words.every_unit(id, unit, times),
    |words, id, unit, times, plural| words.amount_unit(id, unit, times, plural),
    |words, id, unit, times, plural| words.shifted_unit(id, unit, times, plural),
    |words, id, unit, times, plural| words.article_unit(id, unit, times, plural),
    |words, id, unit, times, plural| words.course_of_unit(id, unit, times, plural),
    |words, id, unit, times, plural| words.end_of_unit(id, unit, times, plural),
    |words, id, unit, times, plural| words.bare_plural(id, unit, times, plural),
];

impl Words<'_> {
    /// Whatever is told with a unit of time at a token.
    pub fn unit(&self, id: TokenId) -> Option<Reading> {
        let entry = self.single(id, CalendarKind::Unit)?;
        if entry.row.code == "P" {
            // "the latest period" of a report of results is its quarter, "the 1988 period" that of the year before.
            let first = id.checked_sub(1)?;
            let meaning = match self.year(first).filter(|_| self.inside(first)) {
                Some(year) => Meaning::of(Shape::Quarter(0)).with_year(Year::Full(year)),
                None => Meaning::of(Shape::Unit(Unit::Quarter)).shifted(0, From::Text),
            };
            let told = self.word_is(first, "latest") || meaning.shift.is_none();
            return told.then_some(Reading { first, last: id, meaning, rule: &SHIFTED });
        }
        let unit = Unit::read(entry.row.code)?;

        let times = entry.row.number;
        if unit != Unit::Quarter
            && times < 100
            && self.is_named(id)
            && self.entry(id + 1, CalendarKind::Direction).is_none()
        {
            return None;
        }
        if unit == Unit::Half {
            return self.ordinal_unit(id, unit, times);
        }
        let plural = self.word(id).ends_with('s') || self.word(id).ends_with('a');
        if self.word(id).len() == 1 && !(self.token(id).glued && self.digits(id.wrapping_sub(1)).is_some()) {
            // The letter h is an hour beside digits only.
            return None;
        }
        if unit == Unit::Second && self.entry(self.after(id), CalendarKind::Unit).is_some() {
            // "the second quarter", "the 1988 second half" are read from what is counted.
            return None;
        }
        if unit == Unit::Minute && self.word_is(id + 1, "past") {
            // "20 minutes past eight" is read from "past".
            return None;
        }
        let old = self.after(id);
        if self.word_is(old, "old olds older") || self.word_is(id + 1, "of") && self.word_is(id + 2, "age") {
            return None;
        }
        // One after the other through a table: each form's reading is then copied once.
        FORMS.iter().find_map(|form| form(self, id, unit, times, plural))
    }

    /// "last week", "the following year", "this month", "the past decade".
    pub(super) fn shifted_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        if let Some(reading) = self.after_next(id, unit, times, plural) {
            return Some(reading);
        }
        // "this calendar year", "last working week".
        let kind =
            self.before(id).filter(|at| !plural && self.word_is(*at, "calendar working business school academic tax"));
        let head = kind.unwrap_or(id);
        let (first, shift) = self.shift_before(head)?;
        let word = self.before(head)?;
        if plural {
            let recent = self.word_is(word, "past last previous");
            let coming = self.word_is(word, "coming next following");
            if !recent && !coming {
                return None;
            }
            let meaning = if self.word_is(word, "coming") {
                Meaning::of(Shape::Reference("FUTURE_REF"))
            } else if self.word_is(word, "past previous") && !self.word_is(word.wrapping_sub(1), "the") {
                Meaning::of(Shape::Reference("PAST_REF"))
            } else {
                Meaning::of(Shape::Length(Amount::Vague, unit, times))
            };
            return Some(Reading { first, last: id, meaning, rule: &LENGTH });
        }
        let clock = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
        let past = self.word_is(word, "past coming") && !self.word_is(word.wrapping_sub(1), "this");
        if shift.by == 0 && (times > 2 || clock) {
            return None;
        }
        let decade_by_name = times == 10 && !past;
        let century_by_name = times == 100 && !past;
        let past = past && unit != Unit::Quarter;
        // "the past year", "the next fortnight" reach up to now or begin with it.
        let span = Meaning {
            shift: Some(shift).filter(|shift| shift.by != 0),
            ..Meaning::of(Shape::Length(Amount::Halves(2), unit, times))
        };
        // "the past year and a half".
        if past && self.word_is(id + 1, "and") && self.word_is(id + 2, "a") && self.word_is(id + 3, "half") {
            let meaning = Meaning { shape: Shape::Length(Amount::Halves(3), unit, times), ..span };
            return Some(Reading { first, last: id + 3, meaning, rule: &LENGTH });
        }
        if past || clock || times == 2 && shift.by != 0 || times > 2 && !decade_by_name && !century_by_name {
            return Some(Reading { first, last: id, meaning: span, rule: &LENGTH });
        }
        if times > 2 {
            // "the next decade" is ten years from now.
            let meaning = if shift.from == From::Text {
                Meaning {
                    shift: Some(shift),
                    ..Meaning::of(if times == 10 { Shape::Decade(-1) } else { Shape::Century(-1) })
                }
            } else {
                span
            };
            return Some(Reading { first, last: id, meaning, rule: &SHIFTED });
        }
        if unit == Unit::Quarter && self.word_is(id + 1, "of") && self.word_is(id + 2, "the a") {
            return None;
        }
        let by = shift.by.checked_mul(times)?;
        // "the next day" is the one after what was told, "next day" and "next week" the one from now.
        let told = shift.by == 1 && unit != Unit::Quarter && self.word_is(first.wrapping_sub(1), "the");
        let from = if told { From::Text } else { shift.from };
        // "next week on Tuesday", "this week Monday".
        let on = TokenId::from(self.word_is(id + 1, "on"));
        if unit == Unit::Week
            && from == From::Now
            && let Some(day) = self.entry(id + 1 + on, CalendarKind::Weekday).filter(|day| !self.word(day.last).ends_with('s'))
            && (on == 1 || !self.is_dash(day.last + 1))
            // "earlier this week on Wednesday" says it twice.
            && self.before(first).is_none_or(|at| self.single(at, CalendarKind::Edge).is_none())
            && let Ok(number) = u8::try_from(day.row.number)
        {
            let meaning = Meaning::of(Shape::WeekdayOf(number, by));
            return Some(Reading { first, last: day.last, meaning, rule: &SHIFTED });
        }
        let meaning = Meaning::of(Shape::Unit(unit)).shifted(by, from);
        Some(Reading { first, last: id, meaning, rule: &SHIFTED })
    }

    /// "the week after next", "the year before last".
    pub(super) fn after_next(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let by = match () {
            () if self.word_is(id + 1, "after") && self.word_is(id + 2, "next") => 2,
            () if self.word_is(id + 1, "before") && self.word_is(id + 2, "last") => -2,
            () => return None,
        };
        let next = id + 3;
        let closed = !self.inside(next) || self.token(next).kind != TokenKind::Word || self.has(next, Table::Stop);
        if plural || times != 1 || unit < Unit::Weekend || !closed {
            return None;
        }
        Some(Reading {
            first: id,
            last: id + 2,
            meaning: Meaning::of(Shape::Unit(unit)).shifted(by, From::Now),
            rule: &SHIFTED,
        })
    }
}
