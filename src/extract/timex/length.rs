//! Lengths of time: "two days", "the last four years", "three weeks ago", "for years", "every month".

use super::meaning::{Amount, From, Meaning, Reading, Shape, Shift, Year};
use super::part::ORDINAL;
use super::relative::REPEATED;
use super::value::Unit;
use super::word::Words;
use crate::base::Rule;
use crate::lex::{TokenId, TokenKind};
use crate::pack::{CalendarKind, Table};

pub const LENGTH: Rule =
    Rule { name: "timex/length", why: "a number of units of time, counted or vague, is a length of time" };
pub const AGO: Rule = Rule {
    name: "timex/ago",
    why: "a length with 'ago', 'earlier' or 'later' is that far from now or from the date before",
};
pub const AHEAD: Rule =
    Rule { name: "timex/ahead", why: "'in' with a length is that far from now where the words tell the future" };

impl Words<'_> {
    /// "each month", "every two weeks", "every other day".
    pub(super) fn every_unit(&self, id: TokenId, unit: Unit, times: i32) -> Option<Reading> {
        let reading = |first, n: i32| {
            let meaning = Meaning::of(Shape::Every(n.checked_mul(times)?, unit));
            Some(Reading { first, last: id, meaning, rule: &REPEATED })
        };
        if let Some(first) = self.every_before(id) {
            return reading(first, 1);
        }
        let at = id.checked_sub(1)?;
        if self.word_is(at, "other second") {
            return reading(self.every_before(at)?, 2);
        }
        let (number, Amount::Halves(halves)) = self.amount_ending(at)? else { return None };
        reading(self.every_before(number)?, halves / 2)
    }

    /// "two days", "the last four years", "three weeks ago", "20 more years".
    pub(super) fn amount_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let mut at = self.before(id)?;
        // "all day", "all week": the whole of one.
        if !plural
            && times == 1
            && self.word_is(at, "all")
            && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
            && !self.word_is(at.wrapping_sub(1), "of at in")
            && (!self.inside(id + 1) || self.token(id + 1).kind != TokenKind::Word || self.has(id + 1, Table::Stop))
        {
            let meaning = Meaning::of(Shape::Length(Amount::Halves(2), unit, times));
            return Some(Reading { first: at, last: id, meaning, rule: &LENGTH });
        }
        // "two full days", "three consecutive months", "eight trading days".
        if self.word_is(
            at,
            "full more consecutive straight additional whole long calendar trading working business \
                successive short further solid",
        ) {
            at = self.before(at)?;
        }
        // "the 10 previous weeks", "five more years".
        let turned = self.single(at, CalendarKind::Shift).filter(|entry| plural && entry.row.number != 0);
        let turned = turned.filter(|_| self.before(at).is_some_and(|at| self.amount_ending(at).is_some()));
        if turned.is_some() {
            at = self.before(at)?;
        }
        let (mut first, mut amount) = self.amount_ending(at)?;
        // "the second in as many weeks" counts none.
        if amount == Amount::Vague && self.word_is(first.wrapping_sub(1), "as") {
            return None;
        }
        if unit == Unit::Quarter {
            // "three quarters of the people" is a share; "the 1988 quarter" a quarter of that year.
            if let Some(year) = self.year(at) {
                let meaning = Meaning::of(Shape::Quarter(0)).with_year(Year::Full(year));
                return Some(Reading { first: at, last: id, meaning, rule: &ORDINAL });
            }
            let led = self.shift_before(first).is_some()
                || self.word_is(first.wrapping_sub(1), "for first")
                || amount == Amount::Vague;
            let share = self.token(id).glued || self.word_is(id + 1, "of");
            if !led || share {
                return None;
            }
        }

        // "half an hour" is read from the article; "one day" that is no number is left to be one day.
        if amount == Amount::Halves(1) && !plural && !self.word_is(at, "half ½") {
            return None;
        }
        let counted_day = unit == Unit::Day && amount == Amount::Halves(2) && !plural;
        // "$20 a year": a price is no count of years.
        if self.word_is(first.wrapping_sub(1), "$ £ € no. number top") {
            return None;
        }
        // "two to three weeks" and "18–24 months" begin at the first number.
        let mut low = None;
        if (self.word_is(first.wrapping_sub(1), "to or") || self.is_dash(first.wrapping_sub(1)))
            && first >= 2
            && let Some((start, below @ Amount::Halves(_))) = self.amount_ending(first - 2)
        {
            first = start;
            low = Some(below);
        }
        amount = low.unwrap_or(amount);
        let mut last = id;
        // "a minute and a half", "three years and a half".
        let a = TokenId::from(self.word_is(id + 2, "a"));
        if self.word_is(id + 1, "and")
            && self.word_is(id + 2 + a, "half")
            && let Amount::Halves(halves) = amount
        {
            amount = Amount::Halves(halves.checked_add(1)?);
            last = id + 2 + a;
        }
        if let Some(reading) = self.directed(first, last, amount, unit, times) {
            return Some(reading);
        }
        // "one day" alone is some day, "for one day" a length.
        let lead = first.wrapping_sub(1);
        if counted_day
            && self.word_is(at, "one")
            && !self.token(id).glued
            && !self
                .word_is(lead, "for in within after over than least just only about nearly almost of lasted the under")
        {
            return None;
        }
        let mut shift = turned.map(Shift::of);
        if let Some((start, found)) = self.shift_before(first) {
            first = start;
            shift = Some(found).filter(|found| found.by != 0);
        } else if self.word_is(first.wrapping_sub(1), "first") {
            first -= 1;
        }
        // "will open in two weeks": so long from now.
        if self.word_is(first.wrapping_sub(1), "in")
            && unit >= Unit::Day
            && let Amount::Halves(halves) = amount
            && halves % 2 == 0
            && (!self.inside(last + 1)
                || self.token(last + 1).kind != TokenKind::Word
                || self.word_is(last + 1, "for to when if and but at on with"))
            && super::tense::around(self.scope, first, last) == crate::extract::Tense::Future
        {
            let meaning = Meaning::of(Shape::Unit(unit)).shifted((halves / 2).checked_mul(times)?, From::Now);
            return Some(Reading { first, last, meaning, rule: &AHEAD });
        }
        let meaning = Meaning { shift, ..Meaning::of(Shape::Length(amount, unit, times)) };
        Some(Reading { first, last, meaning, rule: &LENGTH })
    }

    /// An amount with "ago", "later", "earlier", "from now" after it.
    pub(super) fn directed(
        &self,
        first: TokenId,
        last: TokenId,
        amount: Amount,
        unit: Unit,
        times: i32,
    ) -> Option<Reading> {
        let or_so = if self.word_is(last + 1, "or") && self.word_is(last + 2, "so") { last + 2 } else { last };
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

    /// "a year ago", "an hour later", "within a week", "a decade of war".
    pub(super) fn article_unit(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let at = id.checked_sub(1)?;
        let half = self.word_is(at, "an a") && self.word_is(at.wrapping_sub(1), "half");
        if plural || unit == Unit::Quarter || !self.word_is(at, "a an per") {
            return None;
        }
        let (first, mut amount) = if half { (at - 1, Amount::Halves(1)) } else { (at, Amount::Halves(2)) };
        if let Some(reading) = self.directed(first, id, amount, unit, times) {
            return Some(reading);
        }
        let mut last = id;
        if self.word_is(id + 1, "and") && self.word_is(id + 2, "a") && self.word_is(id + 3, "half") {
            last = id + 3;
            amount = Amount::Halves(3);
        }
        let lead = first.wrapping_sub(1);
        if self.word_is(at, "a per") && self.rated(at) {
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
            "for in within after over under than about nearly almost only just of once barely takes \
                took take lasted lasting last lasts spent spend spending least around roughly \
                approximately half up as",
        ) || last > id
            || half;
        let led = led && !(self.word_is(lead, "once of") && unit != Unit::Year && unit != Unit::Month);
        if !led || self.word_is(lead, "once") {
            return None;
        }
        // "will be back in a week."
        if self.word_is(lead, "in")
            && unit >= Unit::Day
            && amount == Amount::Halves(2)
            && last == id
            && (!self.inside(last + 1) || self.token(last + 1).kind == TokenKind::Sign)
            && super::tense::around(self.scope, first, last) == crate::extract::Tense::Future
        {
            let meaning = Meaning::of(Shape::Unit(unit)).shifted(times, From::Now);
            return Some(Reading { first, last, meaning, rule: &AHEAD });
        }
        Some(Reading { first, last, meaning: Meaning::of(Shape::Length(amount, unit, times)), rule: &LENGTH })
    }

    /// Whether how often is told before: "twice a day", "one a day".
    pub(super) fn rated(&self, at: TokenId) -> bool {
        let number = |id: TokenId| {
            self.inside(id)
                && (self.token(id).kind == TokenKind::Number || super::word::cardinal_word(self.word(id)).is_some())
        };
        let before = at.wrapping_sub(1);
        // "$500 million a year", "30 cars a day" are rates: their unit of time is the figure's, and no date.
        let money = before.checked_sub(1).is_some_and(|sign| self.word_is(sign, "$ £ €"));
        number(before) && !money || self.word_is(before, "times once twice")
    }

    /// "for years", "within days", "days before the vote".
    pub(super) fn bare_plural(&self, id: TokenId, unit: Unit, times: i32, plural: bool) -> Option<Reading> {
        let recent = self.word_is(id.wrapping_sub(1), "recent");
        if !plural || unit == Unit::Second || self.word_is(id, "quarters") && !recent {
            return None;
        }
        if let Some(reading) = self.directed(id, id, Amount::Vague, unit, times) {
            return Some(reading);
        }
        let lead = id.wrapping_sub(1);
        let led = self.word_is(lead, "for within in after over took takes take lasted spent just only mere of");
        let mut first = id;
        if recent {
            let meaning = if unit == Unit::Year {
                Meaning::of(Shape::Reference("PAST_REF"))
            } else {
                Meaning::of(Shape::Length(Amount::Vague, unit, times))
            };
            return Some(Reading { first: lead, last: id, meaning, rule: &super::relative::REFERENCE });
        }
        if self.word_is(lead, "the") && self.word_is(id + 1, "ahead") {
            first = lead;
        }
        let followed =
            self.word_is(id + 1, "before after ahead of") && (led || self.word_is(id + 1, "before after ahead"));
        if !(led && !self.word_is(lead, "of in over only")
            || followed
            || self.word_is(lead, "in") && !self.inside(id + 2))
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
