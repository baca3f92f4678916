//! Lays what was said on the calendar, from the day of publication or from the date before.

use super::calendar::{holiday, monday, number, weekday};
use super::meaning::{Amount, From, Meaning, Reading, Shape, Shift, Year};
use super::value::{Point, Unit};
use crate::base::{Day, Span};
use crate::extract::{Basis, Grain, Scope, Tense, Timex, TimexKind};
use core::fmt::Write as _;

/// What is known when a date is reached.
pub struct Context<'a> {
    pub scope: &'a Scope<'a>,
    /// The day of publication.
    pub now: Option<Day>,
    /// Whether the text tells history: its bare months belong to the year it last named.
    pub history: bool,
    /// The date last spoken of.
    pub last: Option<(Point, Span)>,
    /// The day last spoken of.
    pub last_day: Option<(Point, Span)>,
    /// Whether the date last spoken of was given with its year.
    pub stated: bool,
    /// The quarter that results are told of: what is "a year earlier" is the same one a year before.
    pub period: Option<(Point, Span, u32)>,
    /// The date last spoken of that is finer than a year.
    pub dated: Option<(Point, Span)>,
    /// Whether the date last spoken of stands at the head of its block, whose year it sets.
    pub heads: bool,
    /// In a history, the year that the tale is at; a year far from it, named once, is an aside.
    pub line: Option<i32>,
    /// Such an aside: a second year near it makes it the tale's.
    pub aside: Option<i32>,
    /// Whether what was last spoken of recurs: its clock time is of no one day.
    pub recurring: Option<u32>,
}

type Resolved = (Point, Basis);

impl Context<'_> {
    /// The day from which a deictic word points: in quoted words the day they were spoken, which is the day
    /// last told of in the same or the last block; else the day of publication.
    fn speech_day(&self, reading: &Reading) -> Option<Resolved> {
        let document = self.scope.document;
        let block_of = |sentence: u32| document.sentences.get(sentence as usize).map_or(0, |s| s.block);
        let block = block_of(document.sentence_of(reading.first));
        if let (Some((point, span)), Some(now)) = (self.last_day, self.now)
            && in_quotes(self.scope, reading.first)
            && let Some(day) = point.first()
            && (0..8).contains(&(number(now) - day))
            && document.sentences_in(span).next().is_some_and(|sentence| block_of(sentence) + 1 >= block)
        {
            return Some((point, Basis::Earlier(span)));
        }
        self.now_point()
    }

    fn now_point(&self) -> Option<Resolved> {
        self.now.map(|day| (Point::on(day), Basis::Publication))
    }

    /// What a shift counts from.
    fn anchor(&self, from: From) -> Option<Resolved> {
        let last = || self.last.map(|(point, span)| (point, Basis::Earlier(span)));
        match from {
            From::Now if self.history => last().or_else(|| self.now_point()),
            From::Now => self.now_point(),
            From::Text => last().or_else(|| self.now_point()),
        }
    }

    /// Reads one expression, and remembers it for the next.
    pub fn resolve(&mut self, reading: &Reading, span: Span) -> Option<Timex> {
        let meaning = reading.meaning;
        let sentence = self.scope.document.sentence_of(reading.first);
        let kind = |kind: TimexKind, iso: String| Timex {
            kind,
            iso,
            days: None,
            grain: Grain::None,
            basis: Basis::Open,
            tense: Tense::Open,
        };
        let timex = match meaning.shape {
            Shape::Reference(code) => kind(TimexKind::Date, code.to_owned()),
            Shape::Length(amount, unit, times) => {
                if matches!(unit, Unit::Month | Unit::Year | Unit::Quarter) {
                    self.period = None;
                }
                kind(TimexKind::Duration, length(amount, unit, times)?)
            }
            Shape::Every(n, unit) => kind(TimexKind::Set, length(Amount::Halves(n.checked_mul(2)?), unit, 1)?),
            Shape::Set(value) => kind(TimexKind::Set, value.to_owned()),
            Shape::EachWeekday(day) => kind(TimexKind::Set, recurring(format!("XXXX-WXX-{day}"), &meaning)),
            Shape::EachMonth(month) => kind(TimexKind::Set, format!("XXXX-{month:02}")),
            Shape::EachPhase => kind(TimexKind::Set, recurring("XXXX-XX-XX".to_owned(), &meaning)),
            _ => {
                let (mut point, basis) = self.point(reading)?;
                if let Some((by, unit)) = meaning.offset {
                    point = point.shifted(unit, by)?;
                }
                point.fiscal = meaning.fiscal;
                let timed = meaning.clock.is_some() || !meaning.phase.is_empty();
                if timed {
                    point.clock = meaning.clock;
                    point.phase = meaning.phase;
                    if point.grain == Grain::Day {
                        point.grain = Grain::Time;
                    }
                }
                let days = point.days();
                let basis = if days.is_none() { Basis::Open } else { basis };
                // What is told for comparison ("a year ago") is not what the text goes on about.
                let compared = is_ago(reading) && meaning.shift.is_some_and(|s| s.by < 0);
                if days.is_some() && !compared {
                    self.stated = basis == Basis::Stated;
                    self.remember(point, span);
                    self.period = match point.grain {
                        Grain::Quarter => Some((point, span, sentence)),
                        Grain::Year | Grain::Half => None,
                        _ => self.period,
                    };
                }

                let kind = if timed { TimexKind::Time } else { TimexKind::Date };
                Timex { kind, iso: point.iso(), days, grain: point.grain, basis, tense: self.tense(reading) }
            }
        };
        if timex.kind == TimexKind::Set {
            self.recurring = Some(sentence);
        }
        Some(timex)
    }

    /// The block of a span.
    fn block(&self, span: Span) -> Option<Span> {
        let document = self.scope.document;
        let sentence = document.sentences.get(document.sentences_in(span).start as usize)?;
        document.blocks.get(sentence.block as usize).map(|block| block.span)
    }

    /// In a history, the date that a bare month follows on: the last one, but a year named in passing in
    /// another block does not move the tale.
    fn tale(&self, reading: &Reading) -> Option<(Point, Span)> {
        let (last, span) = self.last?;
        let Some((dated, at)) = self.dated.filter(|_| last.grain > Grain::Season) else { return Some((last, span)) };
        let here = self.scope.document.span(reading.first, reading.last);
        let passing = !self.heads && self.block(span) != self.block(here);
        Some(if dated.year == last.year || passing { (dated, at) } else { (last, span) })
    }

    /// Keeps the year of a tale.
    fn follow(&mut self, point: Point) {
        let Some(year) = point.year else { return };
        let near = |other: Option<i32>| other.is_none_or(|other| (other - year).abs() <= 4);
        let dated = matches!(point.grain, Grain::Time | Grain::Day | Grain::Month | Grain::Season);
        if self.line.is_none() || near(self.line) || dated || self.aside.is_some() && near(self.aside) {
            self.line = Some(year);
            self.aside = None;
        } else {
            self.aside = Some(year);
        }
    }

    fn remember(&mut self, point: Point, span: Span) {
        self.follow(point);
        let plain = Point { clock: None, phase: "", ..point };
        let plain = if plain.grain == Grain::Time { Point { grain: Grain::Day, ..plain } } else { plain };
        self.last = Some((plain, span));
        self.heads = self.block(span).is_some_and(|block| span.start <= block.start + 12);
        if plain.grain <= Grain::Season {
            self.dated = self.last;
        }

        if plain.grain == Grain::Day {
            self.last_day = Some((plain, span));
        }
    }

    fn point(&self, reading: &Reading) -> Option<Resolved> {
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
                let year = match meaning.year {
                    Year::Full(year) => Some(year),
                    _ => last.year,
                };
                let point = Point::of(Grain::Day, year, last.part, Some(day));
                // "June 10 - 31": the month has no such day.
                (year.is_none() || point.first().is_some()).then_some((point, basis))
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
            Shape::WeekdayDay(day, date) => {
                let (now, basis) = self.now_point()?;
                let now = now.first()?;
                let tense = self.tense(reading);
                // The nearest day of that name and number, on the side that the words tell.
                let fits = |at: &i32| weekday(*at) == i32::from(day) && super::calendar::day(*at).is_some_and(|d| d.day() == date);
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
                // "the 1988 quarter": the one told of, in that year.
                let quarter = self.period.and_then(|(point, ..)| point.part);
                Some(self.in_year(Point::of(Grain::Quarter, None, quarter, None), meaning, reading))
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
    fn year(&self, year: Year) -> Option<(i32, Basis)> {
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

    fn decade(&self, start: i32, shift: Option<Shift>) -> Option<Resolved> {
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
    fn unit(&self, unit: Unit, shift: Shift, reading: &Reading) -> Option<Resolved> {
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
        let spoken =
            (unit == Unit::Day && shift.from == From::Now && !self.history).then(|| self.speech_day(reading)).flatten();
        let anchor = quarter.or(day).or(spoken).or_else(|| self.anchor(from));
        let Some((point, basis)) = anchor else { return open() };
        // "last night" is the night before; hours are not counted within the day.
        let by = if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) { 0 } else { shift.by };

        match point.shifted(unit, by) {
            Some(found) => Some((found, basis)),
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
    fn weekday(&self, day: i32, shift: Option<Shift>, reading: &Reading) -> Resolved {
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
            None => match self.tense(reading) {
                // What lies six days ahead bears the name of yesterday: who means it says "next".
                Tense::Future if ahead < 6 => ahead,
                _ => -back,
            },
        };
        Point::at(now + offset).map_or((open, Basis::Open), |point| (point, basis))
    }

    /// A time of day, of the day last spoken of.
    fn clock(&self, reading: &Reading) -> Resolved {
        let sentence = self.scope.document.sentence_of(reading.first);
        if self.recurring == Some(sentence) {
            return (Point::of(Grain::Day, None, None, None), Basis::Open);
        }
        match (self.last_day, self.now_point()) {
            (Some((point, span)), _) => (point, Basis::Earlier(span)),
            (None, Some(found)) => found,
            _ => (Point::of(Grain::Day, None, None, None), Basis::Open),
        }
    }

    /// Finds the year of a month, a day of a month, a season, a quarter.
    fn in_year(&self, point: Point, meaning: &Meaning, reading: &Reading) -> Resolved {
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
        let told = if self.history { self.tale(reading) } else { self.last };
        let near = told.filter(|(last, span)| last.year.is_some() && (self.history || self.near(*span, reading)));
        if let Some((last, span)) = near
            && let Some(year) = last.year
            && (self.history || self.stated && self.now.is_none_or(|now| i32::from(now.year()) > year))
        {
            let at = self.line.filter(|_| self.history && self.aside.is_some()).unwrap_or(year + turn(last, point));
            return (Point { year: Some(at), ..point }, Basis::Earlier(span));
        }
        let Some(now) = self.now else {
            return match self.last.and_then(|(last, span)| Some((last.year?, span))) {
                Some((year, span)) => (Point { year: Some(year), ..point }, Basis::Earlier(span)),
                None => (point, Basis::Open),
            };
        };
        let year = i32::from(now.year());
        let candidates = [year - 1, year, year + 1].map(|year| Point { year: Some(year), ..point });
        (self.nearest(candidates, now, reading), Basis::Publication)
    }

    /// Whether a date stands close enough before to lend its year: in the same or the last sentence.
    fn near(&self, span: Span, reading: &Reading) -> bool {
        let document = self.scope.document;
        let sentence = document.sentence_of(reading.first);
        document.sentences.get(sentence as usize).is_some_and(|s| s.span.contains(span))
    }

    /// Of one date in three years, the one that tense and nearness choose.
    fn nearest(&self, candidates: [Point; 3], now: Day, reading: &Reading) -> Point {
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
            // The wrong side of now costs more than half a year; a quarter is reported on after it is over.
            distance
                + match (wrong, tense) {
                    (false, _) => 0,
                    (true, Tense::Future) if point.grain == Grain::Quarter => 100,
                    (true, _) if point.grain == Grain::Quarter => 300,
                    _ => 215,
                }
        };
        candidates.into_iter().min_by_key(cost).unwrap_or(candidates[1])
    }

    fn holiday(&self, index: usize, meaning: &Meaning, reading: &Reading) -> Option<Resolved> {
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

    /// The side of now that the nearest verb tells: first those before, then those after.
    fn tense(&self, reading: &Reading) -> Tense {
        super::tense::around(self.scope, reading.first, reading.last)
    }
}

/// Whether a token stands inside quotation marks that open in its block: looked for a little way back.
fn in_quotes(scope: &Scope<'_>, at: u32) -> bool {
    let document = scope.document;
    let sentence = document.sentences.get(document.sentence_of(at) as usize);
    let low = sentence.and_then(|s| document.blocks.get(s.block as usize)).map_or(0, |b| b.tokens.start);
    let mut straight = 0;
    for token in (low.max(at.saturating_sub(120))..at).rev() {
        match scope.word(token) {
            "“" => return true,
            "”" => return false,
            "\"" => straight += 1,
            _ => {}
        }
    }
    straight % 2 == 1
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

/// The value of a set with its time of day.
fn recurring(mut value: String, meaning: &Meaning) -> String {
    match meaning.clock {
        Some(clock) => drop(write!(value, "T{:02}:{:02}", clock.hour, clock.minute)),
        None => value.push_str(meaning.phase),
    }
    value
}

/// Whether an expression tells how long ago.
fn is_ago(reading: &Reading) -> bool {
    reading.rule.name == super::length::AGO.name
}

/// The value of a length: P4Y, PT2H, PXD.
fn length(amount: Amount, unit: Unit, times: i32) -> Option<String> {
    let (time, sign) = unit.sign();
    let mut out = String::from("P");
    out.push_str(time);
    match amount {
        Amount::Vague if times == 10 => return Some("PXDE".to_owned()),
        Amount::Vague if times == 100 => return Some("PXCE".to_owned()),
        Amount::Vague => out.push('X'),
        Amount::Halves(halves) => {
            let halves = halves.checked_mul(times)?;
            let (whole, half) = (halves / 2, halves % 2 != 0);
            if !half {
                let _ = write!(out, "{whole}");
            } else {
                let (more, less) = match unit {
                    Unit::Year => (6, "M"),
                    Unit::Hour => (30, "M"),
                    Unit::Minute => (30, "S"),
                    _ => {
                        let _ = write!(out, "{whole}.5{sign}");
                        return Some(out);
                    }
                };
                if whole > 0 {
                    let _ = write!(out, "{whole}{sign}");
                }
                let _ = write!(out, "{more}{less}");
                return Some(out);
            }
        }
    }
    out.push_str(sign);
    Some(out)
}
