//! Units of time: "last week", "two days ago", "the third quarter", "the last four years", "every month".

use super::meaning::{Amount, From, Meaning, Reading, Shape, Year};
use super::relative::{REPEATED, SHIFTED};
use super::value::Unit;
use super::word::Words;
use crate::base::Rule;
use crate::lex::TokenId;
use crate::pack::CalendarKind;

pub const LENGTH: Rule =
    Rule { name: "timex/length", why: "a number of units of time, counted or vague, is a length of time" };
pub const AGO: Rule = Rule {
    name: "timex/ago",
    why: "a length with 'ago', 'earlier' or 'later' is that far from now or from the date before",
};
pub const AHEAD: Rule =
    Rule { name: "timex/ahead", why: "'in' with a length is that far from now where the words tell the future" };
pub const WEEK_OF: Rule =
    Rule { name: "timex/week-of", why: "an ordinal or 'last' before a week of a month or year names one of its weeks" };
pub const ORDINAL: Rule =
    Rule { name: "timex/ordinal", why: "an ordinal before quarter, half or century names one of them" };
pub const UNIT: Rule = Rule {
    name: "timex/unit",
    why: "'the year', 'the month' with a word for its beginning, end or course is the one spoken of",
};

impl Words<'_> {
    /// Whatever is told with a unit of time at a token.
    pub fn unit(&self, id: TokenId) -> Option<Reading> {
        let entry = self.single(id, CalendarKind::Unit)?;
        if entry.row.code == "P" {
            // "the latest period" of a report of results is its quarter.
            let first = id.checked_sub(1).filter(|at| self.word_is(*at, &["latest"]))?;
            let meaning = Meaning::of(Shape::Unit(Unit::Quarter)).shifted(0, From::Text);
            return Some(Reading { first, last: id, meaning, rule: &SHIFTED });
        }
        let unit = Unit::read(entry.row.code)?;

        let times = entry.row.number;
        if unit == Unit::Half {
            return self.ordinal_unit(id, unit, times);
        }
        let plural = self.word(id).ends_with('s') || self.word(id).ends_with('a');
        let old = self.after(id);
        if self.word_is(old, &["old", "olds", "older"])
            || self.word_is(id + 1, &["of"]) && self.word_is(id + 2, &["age"])
        {
            return None;
        }
        self.week_of(id, unit)
            .or_else(|| self.ordinal_unit(id, unit, times))
            .or_else(|| self.fiscal_year(id, unit, times))
            .or_else(|| self.year_end(id, unit, times))
            .or_else(|| self.year_ago_quarter(id, unit, times))
            .or_else(|| self.every_unit(id, unit, times))
            .or_else(|| self.amount_unit(id, unit, times, plural))
            .or_else(|| self.shifted_unit(id, unit, times, plural))
            .or_else(|| self.article_unit(id, unit, times, plural))
            .or_else(|| self.course_of_unit(id, unit, times, plural))
            .or_else(|| self.bare_plural(id, unit, times, plural))
    }

    /// "the third quarter of 1990", "last year's first half", "the 19th century", "the first two quarters".
    fn ordinal_unit(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        let at = self.before(id)?;
        let fiscal_inside = self.word_is(at, &["fiscal"]);
        let at = if fiscal_inside { self.before(at)? } else { at };
        let (mut first, ordinal) = if unit == Unit::Half && self.word_is(at, &["last", "latter"]) {
            (at, 2)
        } else {
            self.ordinal_ending(at)?
        };
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
            _ => return None,
        };
        let mut meaning = Meaning::of(shape);
        let mut last = id;
        if let Some((end, year)) = self.year_after(id) {
            last = end;
            meaning.year = year;
        } else if let Some(prior) = self.before(first) {
            // "this year's third quarter", "the 1988 third quarter", "fiscal 1990 first quarter".
            let fiscal = self.word_is(prior, &["fiscal"]);
            let prior = if fiscal { self.before(prior).unwrap_or(prior) } else { prior };
            if fiscal {
                first = prior + 1;
            }
            if let Some(year) = self.year(prior) {
                meaning.year = Year::Full(year);
                first = prior;
            } else if self.word_is(prior, &["'s", "’s"])
                && let Some(word) = prior.checked_sub(1).filter(|w| self.word_is(*w, &["year"]))
                && let Some((start, shift)) = self.shift_before(word)
            {
                meaning.year = Year::Shifted(shift);
                first = start;
            }
        }
        // "the second half" of a match or a book is no time.
        if unit == Unit::Half && meaning.year == Year::Open && !self.word_is(id + 1, &["of"]) {
            return None;
        }
        if unit == Unit::Half && meaning.year == Year::Open {
            let the = TokenId::from(self.word_is(id + 2, &["the"]));
            let decade = self.decade(id + 2 + the);
            if let Some(decade) = decade {
                return Some(Reading { first, ..decade });
            }
            if !(the == 1 && self.word_is(id + 3, &["year"])) {
                return None;
            }
            last = id + 3;
            meaning.year = Year::Shifted(super::meaning::Shift { by: 0, from: From::Text });
        }
        Some(Reading { first, last, meaning, rule: &ORDINAL })
    }

    /// "the last week of July", "the second week of 2021".
    fn week_of(&self, id: TokenId, unit: Unit) -> Option<Reading> {
        if unit != Unit::Week || !self.word_is(id + 1, &["of"]) {
            return None;
        }
        let at = self.before(id)?;
        let (first, nth) = if self.word_is(at, &["last", "final"]) { (at, 0) } else { self.ordinal_ending(at)? };
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
    fn fiscal_year(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        let at = self.before(id).filter(|at| self.word_is(*at, &["fiscal", "financial"]))?;
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
        if self.word_is(id + 1, &["ended", "ending"]) {
            let first = if self.word_is(at.wrapping_sub(1), &["the"]) { at - 1 } else { at };
            return Some(Reading {
                first,
                last: id,
                meaning: Meaning::of(Shape::Length(Amount::Halves(2), unit, times)),
                rule: &LENGTH,
            });
        }
        let (first, shift) = self.shift_before(at).or_else(|| {
            let word = self.before(at).filter(|w| self.word_is(*w, &["the"]))?;
            Some((word, super::meaning::Shift { by: 0, from: From::Now }))
        })?;
        Some(Reading { first, last: id, meaning: meaning.with_year(Year::Shifted(shift)), rule: &SHIFTED })
    }

    /// "year-end", "year's end", "year end".
    fn year_end(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        if unit != Unit::Year
            || times != 1
            || self.before(id).is_some_and(|at| self.shift_before(id).is_some() && at < id)
        {
            return None;
        }
        let mut last = id;
        if self.word_is(id + 1, &["'s", "’s"]) {
            last += 1;
        }
        let last = self.after(last);
        if !self.word_is(last, &["end"]) {
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
    fn year_ago_quarter(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        if unit != Unit::Year || times != 1 || !self.token(id + 1).glued || !self.is_dash(id + 1) {
            return None;
        }
        if !self.word_is(id + 2, &["ago", "earlier"]) {
            return None;
        }
        let mut last = id + 2;
        let mut shape = Shape::Unit(Unit::Year);
        if let Some((end, ordinal)) = self.ordinal(last + 1)
            && self.word_is(end + 1, &["quarter"])
        {
            let shift = super::meaning::Shift { by: -1, from: From::Now };
            let meaning = Meaning::of(Shape::Quarter(ordinal)).with_year(Year::Shifted(shift));
            return Some(Reading { first: id, last: end + 1, meaning, rule: &AGO });
        }
        if self.word_is(last + 1, &["quarter", "period"]) {
            last += 1;
        }
        if self.word_is(last, &["quarter"]) {
            shape = Shape::Unit(Unit::Quarter);
        }

        let by = if shape == Shape::Unit(Unit::Quarter) { -4 } else { -1 };
        Some(Reading { first: id, last, meaning: Meaning::of(shape).shifted(by, From::Text), rule: &AGO })
    }

    /// "each month", "every two weeks", "every other day".
    fn every_unit(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        let reading = |first, n: i32| {
            let meaning = Meaning::of(Shape::Every(n.checked_mul(times)?, unit));
            Some(Reading { first, last: id, meaning, rule: &REPEATED })
        };
        if let Some(first) = self.every_before(id) {
            return reading(first, 1);
        }
        let at = id.checked_sub(1)?;
        if self.word_is(at, &["other", "second"]) {
            return reading(self.every_before(at)?, 2);
        }
        let (number, Amount::Halves(halves)) = self.amount_ending(at)? else { return None };
        reading(self.every_before(number)?, halves / 2)
    }

    /// "two days", "the last four years", "three weeks ago", "20 more years".
    fn amount_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let mut at = self.before(id)?;
        // "two full days", "three consecutive months", "eight trading days".
        if self.word_is(
            at,
            &[
                "full",
                "more",
                "consecutive",
                "straight",
                "additional",
                "whole",
                "long",
                "calendar",
                "trading",
                "working",
                "business",
                "successive",
                "short",
                "further",
                "solid",
            ],
        ) {
            at = self.before(at)?;
        }
        let (mut first, mut amount) = self.amount_ending(at)?;
        if unit == Unit::Quarter {
            // "three quarters of the people" is a share; "the 1988 quarter" a quarter of that year.
            if let Some(year) = self.year(at) {
                let meaning = Meaning::of(Shape::Quarter(0)).with_year(Year::Full(year));
                return Some(Reading { first: at, last: id, meaning, rule: &ORDINAL });
            }
            let led = self.shift_before(first).is_some()
                || self.word_is(first.wrapping_sub(1), &["for", "first"])
                || amount == Amount::Vague;
            let share = self.token(id).glued || self.word_is(id + 1, &["of"]);
            if !led || share {
                return None;
            }
        }

        // "half an hour" is read from the article; "one day" that is no number is left to be one day.
        if amount == Amount::Halves(1) && !plural && !self.word_is(at, &["half"]) {
            return None;
        }
        let counted_day = unit == Unit::Day && amount == Amount::Halves(2) && !plural;
        // "$20 a year": a price is no count of years.
        if self.word_is(first.wrapping_sub(1), &["$", "£", "€", "no.", "number", "top"]) {
            return None;
        }
        // "two to three weeks" and "18–24 months" begin at the first number.
        let mut low = None;
        if (self.word_is(first.wrapping_sub(1), &["to", "or"]) || self.is_dash(first.wrapping_sub(1)))
            && first >= 2
            && let Some((start, below @ Amount::Halves(_))) = self.amount_ending(first - 2)
        {
            first = start;
            low = Some(below);
        }
        amount = low.unwrap_or(amount);
        let mut last = id;
        // "a minute and a half", "three years and a half".
        if self.word_is(id + 1, &["and"])
            && self.word_is(id + 2, &["a"])
            && self.word_is(id + 3, &["half"])
            && let Amount::Halves(halves) = amount
        {
            amount = Amount::Halves(halves.checked_add(1)?);
            last = id + 3;
        }
        if let Some(reading) = self.directed(first, last, amount, unit, times) {
            return Some(reading);
        }
        // "one day" alone is some day, "for one day" a length.
        let lead = first.wrapping_sub(1);
        if counted_day
            && self.word_is(at, &["one"])
            && !self.token(id).glued
            && !self.word_is(
                lead,
                &[
                    "for", "in", "within", "after", "over", "than", "least", "just", "only", "about", "nearly",
                    "almost", "of", "lasted", "the", "under",
                ],
            )
        {
            return None;
        }
        if let Some((start, _)) = self.shift_before(first) {
            first = start;
        } else if self.word_is(first.wrapping_sub(1), &["first"]) {
            first -= 1;
        }
        // "will open in two weeks": so long from now.
        if self.word_is(first.wrapping_sub(1), &["in"])
            && unit >= Unit::Day
            && let Amount::Halves(halves) = amount
            && halves % 2 == 0
            && (!self.inside(last + 1) || self.token(last + 1).kind != crate::lex::TokenKind::Word)
            && super::tense::around(self.scope, first, last) == crate::extract::Tense::Future
        {
            let meaning = Meaning::of(Shape::Unit(unit)).shifted((halves / 2).checked_mul(times)?, From::Now);
            return Some(Reading { first, last, meaning, rule: &AHEAD });
        }
        let meaning = Meaning::of(Shape::Length(amount, unit, times));
        Some(Reading { first, last, meaning, rule: &LENGTH })
    }

    /// An amount with "ago", "later", "earlier", "from now" after it.
    fn directed(&self, first: TokenId, last: TokenId, amount: Amount, unit: Unit, times: i32) -> Option<Reading> {
        let or_so = if self.word_is(last + 1, &["or"]) && self.word_is(last + 2, &["so"]) { last + 2 } else { last };
        let at = self.after(or_so);
        let direction = self.entry(at, CalendarKind::Direction)?;
        let word = self.word(at);
        // "two years before the war" and "a week after he left" need the other event, which is no date here.
        if matches!(word, "before" | "after" | "previously") {
            return None;
        }
        let sign = direction.row.number;
        let text = direction.row.code == "text";
        let meaning = match amount {
            Amount::Vague => Meaning::of(Shape::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" })),
            Amount::Halves(halves) => {
                let by = (halves / 2).checked_mul(times)?.checked_mul(sign)?;
                let from = if text { From::Text } else { From::Now };
                if halves < 2 {
                    return None;
                }
                Meaning::of(Shape::Unit(unit)).shifted(by, from)
            }
        };
        Some(Reading { first, last: direction.last, meaning, rule: &AGO })
    }

    /// "last week", "the following year", "this month", "the past decade".
    fn shifted_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let (first, shift) = self.shift_before(id)?;
        let word = self.before(id)?;
        if plural {
            let recent = self.word_is(word, &["past", "last", "previous"]);
            let coming = self.word_is(word, &["coming", "next", "following"]);
            if !recent && !coming {
                return None;
            }
            let meaning = if self.word_is(word, &["coming"]) {
                Meaning::of(Shape::Reference("FUTURE_REF"))
            } else if self.word_is(word, &["past", "previous"]) && !self.word_is(word.wrapping_sub(1), &["the"]) {
                Meaning::of(Shape::Reference("PAST_REF"))
            } else {
                Meaning::of(Shape::Length(Amount::Vague, unit, times))
            };
            return Some(Reading { first, last: id, meaning, rule: &LENGTH });
        }
        let clock = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
        let past = self.word_is(word, &["past", "coming"]) && !self.word_is(word.wrapping_sub(1), &["this"]);
        if shift.by == 0 && (times > 2 || clock) {
            return None;
        }
        let decade_by_name = times == 10 && !past;
        let century_by_name = times == 100 && !past;
        if past || clock || times > 2 && !decade_by_name && !century_by_name {
            return Some(Reading {
                first,
                last: id,
                meaning: Meaning::of(Shape::Length(Amount::Halves(2), unit, times)),
                rule: &LENGTH,
            });
        }
        if times > 2 {
            // "the next decade" is ten years from now.
            let meaning = if shift.from == From::Text {
                Meaning {
                    shift: Some(shift),
                    ..Meaning::of(if times == 10 { Shape::Decade(-1) } else { Shape::Century(-1) })
                }
            } else {
                Meaning::of(Shape::Length(Amount::Halves(2), unit, times))
            };
            return Some(Reading { first, last: id, meaning, rule: &SHIFTED });
        }
        let by = shift.by.checked_mul(times)?;
        // "the next day" is the one after what was told, "next day" and "next week" the one from now.
        let told = shift.by == 1 && unit != Unit::Quarter && self.word_is(first.wrapping_sub(1), &["the"]);
        let from = if told { From::Text } else { shift.from };
        let meaning = Meaning::of(Shape::Unit(unit)).shifted(by, from);
        Some(Reading { first, last: id, meaning, rule: &SHIFTED })
    }

    /// "a year ago", "an hour later", "within a week", "a decade of war".
    fn article_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let at = id.checked_sub(1)?;
        let half = self.word_is(at, &["an", "a"]) && self.word_is(at.wrapping_sub(1), &["half"]);
        if plural || unit == Unit::Quarter || !self.word_is(at, &["a", "an", "per"]) {
            return None;
        }
        let (first, mut amount) = if half { (at - 1, Amount::Halves(1)) } else { (at, Amount::Halves(2)) };
        if let Some(reading) = self.directed(first, id, amount, unit, times) {
            return Some(reading);
        }
        let mut last = id;
        if self.word_is(id + 1, &["and"]) && self.word_is(id + 2, &["a"]) && self.word_is(id + 3, &["half"]) {
            last = id + 3;
            amount = Amount::Halves(3);
        }
        let lead = first.wrapping_sub(1);
        if self.word_is(at, &["a", "per"]) && self.rated(at) {
            return Some(Reading {
                first: at,
                last: id,
                meaning: Meaning::of(Shape::Every(times, unit)),
                rule: &REPEATED,
            });
        }
        // "$5 million a year" is a rate; a length follows a preposition or a verb of lasting.
        let led = self.word_is(
            lead,
            &[
                "for",
                "in",
                "within",
                "after",
                "over",
                "under",
                "than",
                "about",
                "nearly",
                "almost",
                "only",
                "just",
                "of",
                "once",
                "barely",
                "takes",
                "took",
                "take",
                "lasted",
                "lasting",
                "last",
                "lasts",
                "spent",
                "spend",
                "spending",
                "least",
                "around",
                "roughly",
                "approximately",
                "half",
                "up",
                "as",
            ],
        ) || last > id
            || half;
        let led = led && !(self.word_is(lead, &["once", "of"]) && unit != Unit::Year && unit != Unit::Month);
        if !led || self.word_is(lead, &["once"]) {
            return None;
        }
        Some(Reading { first, last, meaning: Meaning::of(Shape::Length(amount, unit, times)), rule: &LENGTH })
    }

    /// Whether a number or a plural noun with one stands before: "30 a day", "four flights a week".
    fn rated(&self, at: TokenId) -> bool {
        let number = |id: TokenId| {
            self.inside(id)
                && (self.token(id).kind == crate::lex::TokenKind::Number
                    || super::word::cardinal_word(self.word(id)).is_some())
        };
        let before = at.wrapping_sub(1);
        let clause = |id: TokenId| {
            self.inside(id)
                && (self.token(id).kind != crate::lex::TokenKind::Sign || matches!(self.word(id), "$" | "%"))
        };
        number(before)
            || self.word_is(before, &["times", "once", "twice", "million", "billion", "%", "percent"])
            || self.inside(before)
                && self.word(before).ends_with('s')
                && (1..=4).any(|back| before >= back && clause(before - back) && number(before - back))
    }

    /// "the end of the year", "later in the day", "early in the week".
    fn course_of_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let the = id.checked_sub(1).filter(|at| self.word_is(*at, &["the"]))?;
        if plural || times != 1 || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        if matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
            && self.word_is(id + 1, &["before", "after"])
            && (self.word_is(id + 2, &[",", ".", ";"]) || !self.inside(id + 2))
        {
            let by = if self.word_is(id + 1, &["before"]) { -1 } else { 1 };
            let meaning = Meaning::of(Shape::Unit(unit)).shifted(by, From::Text);
            return Some(Reading { first: the, last: id + 1, meaning, rule: &SHIFTED });
        }
        let meaning = Meaning::of(Shape::Unit(unit)).shifted(0, From::Text);
        let link = the.checked_sub(1).filter(|at| self.word_is(*at, &["of", "in"]));
        let edged = link.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
            self.single(at, CalendarKind::Edge).is_some()
                || self.word_is(at, &["rest", "remainder", "part", "half", "much", "most", "all", "course", "days"])
        });
        let weekend = unit == Unit::Weekend;
        let quarter = unit == Unit::Quarter
            && !self.word_is(id + 1, &["of"])
            && !(self.is_dash(id + 1) && self.token(id + 1).glued);
        if unit == Unit::Year && self.word_is(id + 1, &["ended", "ending"]) {
            // "the year ended 31 March" is twelve months up to a day.
            let meaning = Meaning::of(Shape::Length(Amount::Halves(2), unit, times));
            return Some(Reading { first: the, last: id, meaning, rule: &LENGTH });
        }
        if !(edged || weekend || quarter) {
            return None;
        }
        let first = if weekend || quarter { the } else { id };
        Some(Reading { first, last: id, meaning, rule: &UNIT })
    }

    /// "for years", "within days", "days before the vote".
    fn bare_plural(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        if !plural || unit == Unit::Second || self.word_is(id, &["quarters"]) {
            return None;
        }
        if let Some(reading) = self.directed(id, id, Amount::Vague, unit, times) {
            return Some(reading);
        }
        let lead = id.wrapping_sub(1);
        let led = self.word_is(
            lead,
            &[
                "for", "within", "in", "after", "over", "took", "takes", "take", "lasted", "spent", "just", "only",
                "mere", "of",
            ],
        );
        let mut first = id;
        if self.word_is(lead, &["recent"]) {
            let meaning = if unit == Unit::Year {
                Meaning::of(Shape::Reference("PAST_REF"))
            } else {
                Meaning::of(Shape::Length(Amount::Vague, unit, times))
            };
            return Some(Reading { first: lead, last: id, meaning, rule: &super::relative::REFERENCE });
        }
        if self.word_is(lead, &["the"]) && self.word_is(id + 1, &["ahead"]) {
            first = lead;
        }
        let followed = self.word_is(id + 1, &["before", "after", "ahead", "of"])
            && (led || self.word_is(id + 1, &["before", "after", "ahead"]));
        if !(led && !self.word_is(lead, &["of", "in", "over", "only"])
            || followed
            || self.word_is(lead, &["in"]) && !self.inside(id + 2))
        {
            return None;
        }
        Some(Reading {
            first,
            last: id,
            meaning: Meaning::of(Shape::Length(Amount::Vague, unit, times)),
            rule: &LENGTH,
        })
    }
}
