//! Parts of a year by their order or their holder: "the third quarter", "the last week of July", "the week of
//! July 4", "the 15th day of next month", "fiscal year 2023", "the end of the year".

use super::join::COUNTED;
use super::length::{AGO, LENGTH};
use super::meaning::{Amount, From, Meaning, Reading, Shape, Shift, Year};
use super::relative::SHIFTED;
use super::value::Unit;
use super::word::Words;
use crate::base::Rule;
use crate::lex::{TokenId, TokenKind};
use crate::pack::CalendarKind;

pub const WEEK_OF: Rule =
    Rule { name: "timex/week-of", why: "an ordinal or 'last' before a week of a month or year names one of its weeks" };
pub const ORDINAL: Rule =
    Rule { name: "timex/ordinal", why: "an ordinal before quarter, half or century names one of them" };
pub const UNIT: Rule = Rule {
    name: "timex/unit",
    why: "'the year', 'the month' with a word for its beginning, end or course is the one spoken of",
};

impl Words<'_> {
    /// "the third quarter of 1990", "last year's first half", "the 19th century", "the first two quarters".
    pub(super) fn ordinal_unit(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        let at = self.before(id)?;
        let fiscal_inside = self.word_is(at, "fiscal");
        let at = if fiscal_inside { self.before(at)? } else { at };
        // "the last quarter of 2018"; "the last quarter" alone is the one before this.
        let end = match unit {
            Unit::Half => 2,
            Unit::Quarter if self.word_is(id + 1, "of") => 4,
            Unit::Month if self.word_is(id + 1, "of") => 12,
            _ => 0,
        };
        let ending = end > 0 && self.word_is(at, "last latter final");
        let (mut first, ordinal) = if ending { (at, end) } else { self.ordinal_ending(at)? };
        if times == 100 {
            let era = self.entry(id + 1, CalendarKind::Era);
            let n = i32::from(ordinal);
            let shape =
                Shape::Century(if era.is_some_and(|e| e.row.number < 0) { 1 - (n * 100 - 1) } else { (n - 1) * 100 });
            let last = era.map_or(id, |e| e.last);
            return Some(Reading { first, last, meaning: Meaning::of(shape), rule: &ORDINAL });
        }
        let shape = match unit {
            Unit::Quarter if (1..=4).contains(&ordinal) => Shape::Quarter(ordinal),
            Unit::Half if ordinal <= 2 => Shape::Half(ordinal),
            Unit::Month if end > 0 && ordinal <= 12 => Shape::Month(ordinal),
            _ => return None,
        };
        let mut meaning = Meaning::of(shape);
        let mut last = id;
        if let Some((end, year)) = self.year_after(id) {
            last = end;
            meaning.year = year;
        } else if let Some(prior) = self.before(first) {
            // "this year's third quarter", "the 1988 third quarter", "fiscal 1990 first quarter".
            let fiscal = self.word_is(prior, "fiscal");
            let prior = if fiscal { self.before(prior).unwrap_or(prior) } else { prior };
            if fiscal {
                first = prior + 1;
            }
            if let Some(year) = self.year(prior) {
                meaning.year = Year::Full(year);
                first = prior;
            } else if self.word_is(prior, "'s ’s")
                && let Some(word) = prior.checked_sub(1).filter(|w| self.word_is(*w, "year"))
                && let Some((start, shift)) = self.shift_before(word)
            {
                meaning.year = Year::Shifted(shift);
                first = start;
            }
        }
        // "the second half" of a match or a book is no time, nor is its first quarter.
        if unit == Unit::Quarter
            && meaning.year == Year::Open
            && self.word_is(id + 1, "of")
            && self.word_is(id + 2, "the a")
            && !self.word_is(id + 3, "year")
        {
            return None;
        }
        if unit == Unit::Half && meaning.year == Year::Open && !self.word_is(id + 1, "of") {
            return None;
        }
        if (unit != Unit::Quarter || ending) && meaning.year == Year::Open {
            let the = TokenId::from(self.word_is(id + 2, "the"));
            let decade = self.decade(id + 2 + the);
            if let Some(decade) = decade.filter(|_| unit == Unit::Half) {
                return Some(Reading { first, ..decade });
            }
            if !(the == 1 && self.word_is(id + 3, "year")) {
                return None;
            }
            last = id + 3;
            meaning.year = Year::Shifted(Shift { by: 0, from: From::Text });
        }
        Some(Reading { first, last, meaning, rule: &ORDINAL })
    }

    /// "week 23", "week 3 of 2027", "the week of July 4", "the week starting on February 4".
    pub(super) fn numbered_week(&self, id: TokenId, unit: Unit) -> Option<Reading> {
        if unit != Unit::Week || self.word(id).len() != 4 {
            return None;
        }
        // "Week 10" is a round of matches.
        if let Some(week) = self.digits(id + 1).filter(|w| (1..=53).contains(w))
            && !self.token(id).is_capital()
            && !self.is_code(id + 1)
            && !self.word_is(id + 2, "- – % /")
            && let Ok(week) = u8::try_from(week)
        {
            let meaning = Meaning::of(Shape::Week(week));
            let of = TokenId::from(self.word_is(id + 2, "of"));
            if let Some(year) = self.year(id + 2 + of) {
                let meaning = meaning.with_year(Year::Full(year));
                return Some(Reading { first: id, last: id + 2 + of, meaning, rule: &WEEK_OF });
            }
            let lead = id.wrapping_sub(1);
            let led = self.word_is(lead, "in the of by until since ,") || id == self.start;
            return (led && of == 0).then_some(Reading { first: id, last: id + 1, meaning, rule: &WEEK_OF });
        }
        let of = self.word_is(id + 1, "of starting beginning commencing ending ended");
        if !of || !self.word_is(id.wrapping_sub(1), "the") {
            return None;
        }
        let on = TokenId::from(self.word_is(id + 2, "on"));
        let day = self
            .day_at(id + 2 + on)
            .filter(|day| matches!(day.meaning.shape, Shape::Day(..)) && day.meaning.clock.is_none())?;
        let meaning = Meaning { whole: Some(Unit::Week), ..day.meaning };
        Some(Reading { first: id, last: day.last, meaning, rule: &WEEK_OF })
    }

    /// "the 15th day of next month", "the twenty-third day of September", "the last day of the year".
    pub(super) fn day_of(&self, id: TokenId, unit: Unit) -> Option<Reading> {
        if unit != Unit::Day || !self.word_is(id + 1, "of") {
            return None;
        }
        let (first, day) = self.ordinal_ending(self.before(id)?).filter(|(_, day)| (1..=31).contains(day))?;
        if let Some(month) = self.month_date(id + 2)
            && let Shape::Month(number) = month.meaning.shape
        {
            let meaning = Meaning { shape: Shape::Day(number, day), ..month.meaning };
            return Some(Reading { first, last: month.last, meaning, rule: &super::absolute::DAY });
        }
        let shift = self.entry(id + 2, CalendarKind::Shift);
        let the = self.word_is(id + 2, "the");
        let month = shift.map_or(id + 2, |s| s.last) + 1;
        let shift = shift.map(Shift::of).or(the.then_some(Shift { by: 0, from: From::Text }))?;
        self.word_is(month, "month").then_some(())?;
        let meaning = Meaning { shift: Some(shift), ..Meaning::of(Shape::DayOfMonth(day)) };
        Some(Reading { first, last: month, meaning, rule: &SHIFTED })
    }

    /// "the last week of July", "the second week of 2021".
    pub(super) fn week_of(&self, id: TokenId, unit: Unit) -> Option<Reading> {
        if unit != Unit::Week || !self.word_is(id + 1, "of") {
            return None;
        }
        let at = self.before(id)?;
        let (first, nth) = if self.word_is(at, "last final") { (at, 0) } else { self.ordinal_ending(at)? };
        if nth > 5 {
            return None;
        }
        if let Some(month) = self.month_date(id + 2)
            && let Shape::Month(number) = month.meaning.shape
        {
            let meaning = Meaning { shape: Shape::WeekOf(nth, number), ..month.meaning };
            return Some(Reading { first, last: month.last, meaning, rule: &WEEK_OF });
        }
        let year = self.year(id + 2)?;
        let meaning = Meaning::of(Shape::WeekOf(nth, if nth == 0 { 12 } else { 1 })).with_year(Year::Full(year));
        Some(Reading { first, last: id + 2, meaning, rule: &WEEK_OF })
    }

    /// "fiscal year 2023", "the current fiscal year".
    pub(super) fn fiscal_year(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        let at = self.before(id).filter(|at| self.word_is(*at, "fiscal financial"))?;
        if unit != Unit::Year || times != 1 {
            return None;
        }
        let meaning = Meaning { fiscal: true, ..Meaning::of(Shape::Year) };
        if let Some(year) = self.year(id + 1) {
            return Some(Reading {
                first: at,
                last: id + 1,
                meaning: meaning.with_year(Year::Full(year)),
                rule: &super::absolute::YEAR,
            });
        }
        if self.word_is(id + 1, "ended ending") {
            let first = if self.word_is(at.wrapping_sub(1), "the") { at - 1 } else { at };
            return Some(Reading {
                first,
                last: id,
                meaning: Meaning::of(Shape::Length(Amount::Halves(2), unit, times)),
                rule: &LENGTH,
            });
        }
        let (first, shift) = self.shift_before(at).or_else(|| {
            let word = self.before(at).filter(|w| self.word_is(*w, "the"))?;
            Some((word, Shift { by: 0, from: From::Now }))
        })?;
        Some(Reading { first, last: id, meaning: meaning.with_year(Year::Shifted(shift)), rule: &SHIFTED })
    }

    /// "year-end", "year's end", "year end", "year to date".
    pub(super) fn year_end(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        if unit != Unit::Year
            || times != 1
            || self.before(id).is_some_and(|at| self.shift_before(id).is_some() && at < id)
        {
            return None;
        }
        let mut last = id;
        if self.word_is(id + 1, "'s ’s") {
            last += 1;
        }
        let last = self.after(last);
        let date = if self.word_is(last, "to") { self.after(last) } else { last };
        if date > last && self.word_is(date, "date") {
            // "the year to date", "year-to-date": this year, as far as it has come.
            let meaning = Meaning::of(Shape::Unit(Unit::Year)).shifted(0, From::Now);
            return Some(Reading { first: id, last: date, meaning, rule: &UNIT });
        }
        if !self.word_is(last, "end") {
            return None;
        }
        let mut meaning = Meaning::of(Shape::Unit(Unit::Year)).shifted(0, From::Now);
        let mut end = last;
        if let Some(year) = self.year(last + 1) {
            meaning = Meaning::of(Shape::Year).with_year(Year::Full(year));
            end = last + 1;
        }
        Some(Reading { first: id, last: end, meaning, rule: &UNIT })
    }

    /// "the year-ago quarter", "the year-earlier period": the one last spoken of, a year before.
    pub(super) fn year_ago_quarter(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        if unit != Unit::Year || times != 1 || !self.token(id + 1).glued || !self.is_dash(id + 1) {
            return None;
        }
        if !self.word_is(id + 2, "ago earlier") {
            return None;
        }
        let mut last = id + 2;
        let mut shape = Shape::Unit(Unit::Year);
        if let Some((end, ordinal)) = self.ordinal(last + 1)
            && self.word_is(end + 1, "quarter")
        {
            let shift = Shift { by: -1, from: From::Now };
            let meaning = Meaning::of(Shape::Quarter(ordinal)).with_year(Year::Shifted(shift));
            return Some(Reading { first: id, last: end + 1, meaning, rule: &AGO });
        }
        if self.word_is(last + 1, "quarter period") {
            last += 1;
        }
        if self.word_is(last, "quarter") {
            shape = Shape::Unit(Unit::Quarter);
        }

        let by = if matches!(shape, Shape::Unit(Unit::Quarter)) { -4 } else { -1 };
        Some(Reading { first: id, last, meaning: Meaning::of(shape).shifted(by, From::Text), rule: &AGO })
    }

    /// "by end of month", "end of year": without articles, as in notes and headlines.
    pub(super) fn end_of_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let of = id.checked_sub(1).filter(|at| self.word_is(*at, "of"))?;
        let end = of.checked_sub(1).filter(|at| self.word_is(*at, "end start beginning"))?;
        let open = !self.inside(id + 1) || self.token(id + 1).kind != TokenKind::Word;
        if plural
            || times != 1
            || !open
            || !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)
        {
            return None;
        }
        let meaning = Meaning::of(Shape::Unit(unit)).shifted(0, From::Now);
        Some(Reading { first: end, last: id, meaning, rule: &UNIT })
    }

    /// "the end of the year", "later in the day", "early in the week".
    pub(super) fn course_of_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let full = id.checked_sub(1).filter(|at| self.word_is(*at, "full") && unit >= Unit::Month);
        let the = full.unwrap_or(id).checked_sub(1).filter(|at| self.word_is(*at, "the"))?;
        let ends =
            self.word_is(the.wrapping_sub(1), "of") && self.single(the.wrapping_sub(2), CalendarKind::Edge).is_some();
        if ends && times >= 10 && !plural {
            // "the end of the decade", "the beginning of the century".
            let shape = if times == 10 { Shape::Decade(-1) } else { Shape::Century(-1) };
            let meaning = Meaning { shift: Some(Shift { by: 0, from: From::Text }), ..Meaning::of(shape) };
            return (times <= 100).then_some(Reading { first: the, last: id, meaning, rule: &UNIT });
        }
        if plural || times != 1 || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        if matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) && self.word_is(id + 1, "before after") {
            let by = if self.word_is(id + 1, "before") { -1 } else { 1 };
            let meaning = Meaning::of(Shape::Unit(unit)).shifted(by, From::Text);
            if self.word_is(id + 2, ", . ;") || !self.inside(id + 2) {
                return Some(Reading { first: the, last: id + 1, meaning, rule: &SHIFTED });
            }
            // "the day after Christmas", "the day before July 4".
            let holiday = self.entry(id + 2, CalendarKind::Holiday).and_then(|entry| self.holiday(id + 2, entry));
            let day = holiday.or_else(|| self.day_at(id + 2)).filter(|day| day.meaning.clock.is_none())?;
            let meaning = Meaning { offset: Some((by, unit)), ..day.meaning };
            return (unit == Unit::Day).then_some(Reading { first: the, last: day.last, meaning, rule: &COUNTED });
        }
        let meaning = Meaning::of(Shape::Unit(unit)).shifted(0, From::Text);
        let link = the.checked_sub(1).filter(|at| self.word_is(*at, "of in"));
        let edged = link.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
            self.single(at, CalendarKind::Edge).is_some()
                || self.word_is(at, "rest remainder part half much most all course")
                || self.single(at, CalendarKind::Unit).is_some() && self.word(at).ends_with('s')
        });
        // "Sales for the year were", "closed for the day": the one spoken of, over its whole length.
        let lead = the.wrapping_sub(1);
        let over = self.word_is(lead, "for") || unit >= Unit::Week && self.word_is(lead, "in during");
        let over = (over || full.is_some())
            && (lead > self.start || self.inside(id + 1))
            && (full.is_some() || !self.goes_on(id + 1))
            && !self.word_is(id + 1, "of");
        let weekend = unit == Unit::Weekend;
        let quarter =
            unit == Unit::Quarter && !self.word_is(id + 1, "of") && !(self.is_dash(id + 1) && self.token(id + 1).glued);
        let to = self.word_is(id + 1, "to") && self.entry(id + 2, CalendarKind::Month).is_some();
        if unit == Unit::Year && (to || self.word_is(id + 1, "ended ending")) {
            // "the year ended 31 March" is twelve months up to a day.
            let meaning = Meaning::of(Shape::Length(Amount::Halves(2), unit, times));
            return Some(Reading { first: the, last: id, meaning, rule: &LENGTH });
        }
        if !(edged || weekend || quarter || over) {
            return None;
        }
        let first = if weekend || quarter || over { the } else { id };
        Some(Reading { first, last: id, meaning, rule: &UNIT })
    }
}
