//! The point of the calendar that an expression names.

use super::calendar::{monday, number, weekday};
use super::meaning::{From, Reading, Shape, Shift, Year};
use super::resolve::{Context, Resolved};
use super::value::{Point, Unit};
use crate::extract::{Basis, Grain, Tense};

impl Context<'_> {
    pub(super) fn point(&self, reading: &Reading) -> Option<Resolved> {
        let meaning = &reading.meaning;
        match meaning.shape {
            Shape::Year => self.year(meaning.year).map(|(year, basis)| (Point::year(year), basis)),
            Shape::Decade(start) => Some(self.decade(start, meaning.shift)?),
            Shape::Century(start) if start >= 0 || meaning.shift.is_none() => {
                Some((Point::of(Grain::Century, Some(start), None, None), Basis::Stated))
            }
            Shape::Century(_) => {
                let (point, basis) = self.anchor(meaning.shift?.from)?;
                let year = point.year?.checked_add(100 * meaning.shift?.by)?;
                Some((Point::of(Grain::Century, Some(year.div_euclid(100) * 100), None, None), basis))
            }
            Shape::Unit(unit) => self.unit(unit, meaning.shift?, reading),
            Shape::Weekday(day) => Some(self.weekday(i32::from(day), meaning.shift, reading)),
            Shape::DayOnly(day) => {
                let told = self.last_day.or(self.last).map(|(last, span)| (last, Basis::Earlier(span)));
                let (last, basis) = told.or_else(|| self.now_point())?;
                let year = self.year(meaning.year).map(|(year, _)| year).or(last.year);
                let point = Point::of(Grain::Day, year, last.part, Some(day));
                // "June 10 - 31": the month has no such day.
                (year.is_none() || point.first().is_some()).then_some((point, basis))
            }
            Shape::DayOfMonth(day) => {
                let shift = meaning.shift?;
                let (anchor, basis) = self.anchor(shift.from)?;
                let month = anchor.shifted(Unit::Month, shift.by)?;
                let point = Point::of(Grain::Day, month.year, month.part, Some(day));
                point.first().map(|_| (point, basis))
            }
            Shape::Week(week) => {
                let (year, basis) = match self.year(meaning.year) {
                    Some(found) => found,
                    None => self.now_point().and_then(|(now, basis)| Some((now.year?, basis)))?,
                };
                Some((Point::of(Grain::Week, Some(year), Some(week), None), basis))
            }
            Shape::WeekOf(nth, month) => {
                let (month, basis) = self.in_year(Point::of(Grain::Month, None, Some(month), None), meaning, reading);
                let days = month.days()?;
                // As in ISO 8601, a week belongs to the month that its Thursday lies in.
                let (first, last) = (number(days.first?), number(days.last?));
                let thursday = if nth == 0 {
                    last - (weekday(last) - 4).rem_euclid(7)
                } else {
                    first + (4 - weekday(first)).rem_euclid(7) + 7 * (i32::from(nth) - 1)
                };
                let (year, week) = super::calendar::iso_week(thursday)?;
                Some((Point::of(Grain::Week, Some(year), Some(week), None), basis))
            }
            Shape::NthWeekday(nth, day, month) => {
                let (month, basis) = match meaning.shift {
                    Some(shift) => {
                        let (anchor, basis) = self.anchor(shift.from)?;
                        (anchor.shifted(Unit::Month, shift.by)?, basis)
                    }
                    None => self.in_year(Point::of(Grain::Month, None, Some(month), None), meaning, reading),
                };
                let at = super::calendar::nth_weekday(nth.into(), day.into(), month.year?, month.part?)?;
                // "the fifth Monday" of a month with four is none.
                Point::at(at).filter(|point| point.part == month.part).map(|point| (point, basis))
            }
            Shape::WeekdayDay(day, date) => {
                let (now, basis) = self.now_point()?;
                let now = now.first()?;
                let tense = self.tense(reading);
                // The nearest day of that name and number, on the side that the words tell.
                let fits = |at: &i32| {
                    weekday(*at) == i32::from(day) && super::calendar::day(*at).is_some_and(|d| d.day() == date)
                };
                let cost = |at: &i32| {
                    let wrong = tense == Tense::Past && *at > now || tense == Tense::Future && *at < now;
                    (at - now).abs() + if wrong { 200 } else { 0 }
                };
                let found = (now - 430..now + 430).filter(fits).min_by_key(cost)?;
                Some((Point::at(found)?, basis))
            }
            Shape::WeekdayOf(day, by) => {
                let (now, basis) = self.now_point()?;
                Some((Point::at(monday(now.first()?) + 7 * by + i32::from(day) - 1)?, basis))
            }
            Shape::Clock => Some(self.clock(reading)),
            Shape::Day(month, day) => {
                let point = Point::of(Grain::Day, None, Some(month), Some(day));
                // A day that the calendar lacks (31 June) is none.
                super::calendar::date(2000, month, day)?;
                let found = self.in_year(point, meaning, reading);
                (found.0.year.is_none() || found.0.first().is_some()).then_some(found)
            }
            Shape::Month(month) => {
                Some(self.in_year(Point::of(Grain::Month, None, Some(month), None), meaning, reading))
            }
            Shape::Season(season) => {
                Some(self.in_year(Point::of(Grain::Season, None, Some(season), None), meaning, reading))
            }
            Shape::Quarter(0) => {
                // "the 1988 quarter", "the 1988 period": the one told of, in that year; else the year is all we know.
                let quarter = self.period.and_then(|(point, ..)| point.part);
                let grain = if quarter.is_some() { Grain::Quarter } else { Grain::Year };
                Some(self.in_year(Point::of(grain, None, quarter, None), meaning, reading))
            }
            Shape::Quarter(quarter) => {
                Some(self.in_year(Point::of(Grain::Quarter, None, Some(quarter), None), meaning, reading))
            }
            Shape::Half(half) => Some(self.in_year(Point::of(Grain::Half, None, Some(half), None), meaning, reading)),
            Shape::Holiday(index) => self.holiday(index, meaning, reading),
            _ => None,
        }
    }

    /// A year as given.
    pub(super) fn year(&self, year: Year) -> Option<(i32, Basis)> {
        match year {
            Year::Open => None,
            Year::Full(year) => Some((year, Basis::Stated)),
            Year::Short(short) => {
                // The century that brings it nearest to now, a few years ahead at most.
                let now = self.now.map_or(2000, |day| i32::from(day.year()));
                let year = now.div_euclid(100) * 100 + short;
                Some((if year > now + 20 { year - 100 } else { year }, Basis::Stated))
            }
            Year::Shifted(shift) => {
                let (point, basis) = self.anchor(shift.from)?;
                Some((point.year?.checked_add(shift.by)?, basis))
            }
        }
    }

    pub(super) fn decade(&self, start: i32, shift: Option<Shift>) -> Option<Resolved> {
        if let Some(shift) = shift {
            let (point, basis) = self.anchor(shift.from)?;
            let year = point.year?.checked_add(10 * shift.by)?;
            return Some((Point::of(Grain::Decade, Some(year.div_euclid(10) * 10), None, None), basis));
        }
        let point = |year| Point::of(Grain::Decade, Some(year), None, None);
        if (0..100).contains(&start) {
            let now = self.now.map_or(2000, |day| i32::from(day.year()));
            let year = now.div_euclid(100) * 100 + start;
            return Some((point(if year > now { year - 100 } else { year }), Basis::Stated));
        }
        Some((point(start), Basis::Stated))
    }

    /// "last week", "two days ago", "the following year".
    pub(super) fn unit(&self, unit: Unit, shift: Shift, reading: &Reading) -> Option<Resolved> {
        let compared = is_ago(reading) && shift.by < 0;
        // What was told of some sentences ago is over.
        let sentence = self.scope.document.sentence_of(reading.first);
        let period =
            self.period.filter(|(_, _, at)| at + 6 >= sentence).map(|(point, span, _)| (point, Basis::Earlier(span)));
        if !self.history
            && unit == Unit::Year
            && shift.by == -1
            && compared
            && let Some((point, basis)) = period
            && let Some(found) = point.shifted(Unit::Quarter, -4)
        {
            return Some((found, basis));
        }
        // The quarter of a report of results is the one told of, else the last that is over.
        let over = || Some((Point::on(self.now?).shifted(Unit::Quarter, -1)?, Basis::Publication));
        let quarter = match (unit, shift.from, shift.by) {
            (Unit::Quarter, From::Text, 0) => period.or_else(over),
            (Unit::Quarter, From::Text, _) => period.or_else(|| self.now_point()),
            _ => None,
        };

        let day = (unit == Unit::Day && shift.from == From::Text).then_some(self.last_day).flatten();
        let open = || {
            let grain = match unit {
                Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Grain::Day,
                Unit::Week => Grain::Week,
                Unit::Weekend => Grain::Weekend,
                Unit::Month => Grain::Month,
                Unit::Quarter => Grain::Quarter,
                Unit::Half => Grain::Half,
                Unit::Year => Grain::Year,
            };
            Some((Point::of(grain, None, None, None), Basis::Open))
        };
        if unit == Unit::Weekend
            && shift.by == 0
            && !self.history
            && let Some((now, basis)) = self.now_point()
        {
            // Until Wednesday "the weekend" is the last one, unless the words tell the future; then the next.
            let early = now.first().is_some_and(|n| weekday(n) <= 3);
            let past = match self.tense(reading) {
                Tense::Past => now.first().is_some_and(|n| weekday(n) <= 5),
                Tense::Future => false,
                Tense::Open => early,
            };
            return Some((now.shifted(Unit::Weekend, -i32::from(past))?, basis));
        }
        let day = day.map(|(point, span)| (point, Basis::Earlier(span)));
        let from = if compared && !self.stated && !self.history { From::Now } else { shift.from };
        let deictic = reading.rule.name == super::relative::DEICTIC.name;
        let spoken =
            (unit == Unit::Day && shift.from == From::Now && (!self.history || deictic && !self.quoted(reading)))
                .then(|| self.speech_day(reading))
                .flatten();
        let anchor = quarter.or(day).or(spoken).or_else(|| self.anchor(from));
        let Some((point, basis)) = anchor else { return open() };
        // "last night" is the night before; hours are not counted within the day.
        let by = if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) { 0 } else { shift.by };

        match point.shifted(unit, by) {
            Some(found) => Some((found, basis)),
            // "earlier in the month" after a mere year: this month.
            None if shift.by == 0
                && !self.history
                && let Some((now, basis)) = self.now_point() =>
            {
                Some((now.shifted(unit, 0)?, basis))
            }
            // "two days later" after a mere year: that year, its day not known.
            None => Some((
                match unit {
                    Unit::Month | Unit::Quarter => Point::of(Grain::Month, point.year, None, None),
                    Unit::Week | Unit::Weekend => Point::of(Grain::Week, point.year, None, None),
                    Unit::Day => Point::of(
                        Grain::Day,
                        point.year,
                        if point.grain == Grain::Month { point.part } else { None },
                        None,
                    ),
                    _ => return open(),
                },
                basis,
            )),
        }
    }

    /// A weekday: the most recent one, or the next where the words tell the future.
    pub(super) fn weekday(&self, day: i32, shift: Option<Shift>, reading: &Reading) -> Resolved {
        let open = Point { part: None, day: u8::try_from(day).ok(), ..Point::of(Grain::Week, None, None, None) };
        let from = shift.map_or(From::Now, |s| s.from);
        let anchor = match from {
            From::Text => self.last_day.map(|(point, span)| (point, Basis::Earlier(span))).or_else(|| self.now_point()),
            From::Now if self.history => {
                self.last_day.map(|(point, span)| (point, Basis::Earlier(span))).or_else(|| self.now_point())
            }
            From::Now => self.now_point(),
        };
        let Some((base, basis, now)) = anchor.and_then(|(point, basis)| Some((point, basis, point.first()?))) else {
            return (open, Basis::Open);
        };
        let _ = base;
        let back = (weekday(now) - day).rem_euclid(7);
        let ahead = (day - weekday(now)).rem_euclid(7);
        let offset = match shift {
            Some(Shift { by: 0, from: From::Now }) => {
                // "this Friday" is that of this week.
                monday(now) + day - 1 - now
            }
            // Where nothing was told before, "the previous Monday" is that of last week.
            Some(Shift { by, from: From::Text }) if by != 0 && self.last_day.is_none() && !self.history => {
                monday(now) + 7 * by + day - 1 - now
            }
            // "next Friday" is that of next week: the coming one is called by its name alone.
            Some(Shift { by: 2, from: From::Now }) => monday(now) + 7 + day - 1 - now,
            Some(Shift { by, .. }) if by < 0 => -if back == 0 { 7 } else { back },
            Some(Shift { by: 0, .. }) => -back,
            Some(_) => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            // "Classes are off until Wednesday": ahead, but not where nothing was done, or one waited, until then.
            None if self.lasts(reading) => ahead,
            // "Friday's vote" was held, unless it is told of as what is ahead.
            None if self.possessed(reading) => -back,
            None => match self.tense(reading) {
                // What lies six days ahead bears the name of yesterday: who means it says "next".
                Tense::Future if ahead < 6 => ahead,
                _ => -back,
            },
        };
        Point::at(now + offset).map_or((open, Basis::Open), |point| (point, basis))
    }

    /// A time of day, of the day last spoken of.
    pub(super) fn clock(&self, reading: &Reading) -> Resolved {
        let sentence = self.scope.document.sentence_of(reading.first);
        if self.recurring == Some(sentence) {
            return (Point::of(Grain::Day, None, None, None), Basis::Open);
        }
        let near =
            self.done.filter(|(_, span)| self.scope.document.sentences_in(*span).start + 1 >= sentence || self.history);
        match near.or(self.frame).or(self.done) {
            Some((point, span)) => (point, Basis::Earlier(span)),
            None => self.now_point().unwrap_or((Point::of(Grain::Day, None, None, None), Basis::Open)),
        }
    }
}

/// Whether an expression tells how long ago.
pub fn is_ago(reading: &Reading) -> bool {
    reading.rule.name == super::length::AGO.name
}
