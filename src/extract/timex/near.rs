//! The year of what is told without one: that of the tale, or the nearest that fits.

use super::calendar::{holiday, number, weekday};
use super::meaning::{Meaning, Reading};
use super::resolve::{Context, Resolved};
use super::value::Point;
use crate::base::{Day, Span};
use crate::extract::{Basis, Grain, Tense};

impl Context<'_> {
    /// Finds the year of a month, a day of a month, a season, a quarter.
    pub(super) fn in_year(&self, point: Point, meaning: &Meaning, reading: &Reading) -> Resolved {
        if let Some((year, basis)) = self.year(meaning.year) {
            return (Point { year: Some(year), ..point }, basis);
        }
        if let Some(shift) = meaning.shift
            && let Some((anchor, basis)) = self.anchor(shift.from)
            && let Some(year) = anchor.year
        {
            // The last one is over, the next one has not begun.
            let here = Point { year: Some(year), ..point };
            let over = here.days().and_then(|d| d.last).map(number) < anchor.first();
            let ahead = here.first() > anchor.first();
            let year = match shift.by {
                0 => year,
                by if by < 0 => year - i32::from(!over),
                _ => year + i32::from(!ahead),
            };
            return (Point { year: Some(year), ..point }, basis);
        }
        let told = if self.history { self.tale() } else { self.last };
        let near = told.filter(|(last, span)| last.year.is_some() && (self.history || self.near(*span, reading)));
        if let Some((last, span)) = near
            && let Some(year) = last.year
            && (self.history || self.stated && self.now.is_none_or(|now| i32::from(now.year()) > year))
        {
            let at = self.line.filter(|_| self.history && self.aside.is_some()).unwrap_or(year + turn(last, point));
            return (Point { year: Some(at), ..point }, Basis::Earlier(span));
        }
        let Some(now) = self.now else {
            // A year named in passing ("the record of 1941", "compared with March 2022") is no tale's.
            let told =
                self.last.filter(|(last, span)| last.grain <= Grain::Day || self.heads || self.near(*span, reading));
            return match told.and_then(|(last, span)| Some((last.year?, span))) {
                Some((year, span)) => (Point { year: Some(year), ..point }, Basis::Earlier(span)),
                None => (point, Basis::Open),
            };
        };
        let year = i32::from(now.year());
        let candidates = [year - 1, year, year + 1].map(|year| Point { year: Some(year), ..point });
        (self.nearest(candidates, now, reading), Basis::Publication)
    }

    /// Whether a date stands close enough before to lend its year: in the same or the last sentence.
    pub(super) fn near(&self, span: Span, reading: &Reading) -> bool {
        let document = self.scope.document;
        let sentence = document.sentence_of(reading.first);
        document.sentences.get(sentence as usize).is_some_and(|s| s.span.contains(span))
    }

    /// Of one date in three years, the one that tense and nearness choose.
    pub(super) fn nearest(&self, candidates: [Point; 3], now: Day, reading: &Reading) -> Point {
        let today = number(now);
        let tense = self.tense(reading);
        let cost = |point: &Point| {
            let Some(days) = point.days() else { return i32::MAX };
            let (first, last) = (days.first.map_or(today, number), days.last.map_or(today, number));
            let distance = if first > today {
                first - today
            } else if last < today {
                today - last
            } else {
                0
            };
            let wrong = match tense {
                Tense::Past => first > today,
                Tense::Future => last < today,
                Tense::Open => false,
            };
            // "Wednesday, Sept. 29" was or is a Wednesday.
            let other = reading.meaning.weekday != 0 && weekday(first) != i32::from(reading.meaning.weekday);
            // The wrong side of now costs more than half a year; a quarter is reported on after it is over.
            distance
                + i32::from(other) * 1000
                + match (wrong, tense) {
                    (false, _) => 0,
                    (true, Tense::Future) if point.grain == Grain::Quarter => 100,
                    (true, _) if point.grain == Grain::Quarter => 300,
                    _ => 215,
                }
        };
        candidates.into_iter().min_by_key(cost).unwrap_or(candidates[1])
    }

    pub(super) fn holiday(&self, index: usize, meaning: &Meaning, reading: &Reading) -> Option<Resolved> {
        let code = self.scope.lexicon.rows.calendar.get(index)?.code;
        let on = |year: i32| holiday(code, year).and_then(Point::at);
        if let Some((year, basis)) = self.year(meaning.year) {
            return Some((on(year)?, basis));
        }
        if self.history
            && let Some((year, (_, span))) = self.line.zip(self.last)
        {
            return Some((on(year)?, Basis::Earlier(span)));
        }
        let Some(now) = self.now else { return Some((Point::of(Grain::Day, None, None, None), Basis::Open)) };
        let year = i32::from(now.year());
        let candidates = [on(year - 1)?, on(year)?, on(year + 1)?];
        let today = number(now);
        let found = match meaning.shift {
            Some(shift) if shift.by < 0 => candidates.into_iter().rev().find(|p| p.first().is_some_and(|f| f < today)),
            Some(shift) if shift.by > 0 => candidates.into_iter().find(|p| p.first().is_some_and(|f| f > today)),
            Some(_) => Some(candidates[1]),
            None => Some(self.nearest(candidates, now, reading)),
        };
        Some((found?, Basis::Publication))
    }
}

/// Whether a tale that is at one date goes over the turn of the year to reach another: from December to
/// January, seldom back. Counted in months; each turn costs some, so that the same year is preferred.
fn turn(from: Point, to: Point) -> i32 {
    if from.grain > Grain::Month || to.grain > Grain::Month {
        return 0;
    }
    let month = |point: Point| i32::from(point.part.unwrap_or(1));
    let ahead = month(to) - month(from);
    let candidates = [(0, ahead.abs()), (1, ahead + 12 + 3), (-1, 12 - ahead + 8)];
    candidates.into_iter().min_by_key(|(_, cost)| *cost).map_or(0, |(turn, _)| turn)
}
