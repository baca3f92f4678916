//! Lays what was said on the calendar, from the day of publication or from the date before.

use super::calendar::{number, weekday};
use super::lay::{length, lengths, months_on, recurring};
use super::meaning::{Amount, From, Reading, Shape, Shift, Year};
use super::point::is_ago;
use super::value::{Point, Unit};
use crate::base::{Day, Span};
use crate::extract::{Basis, Grain, Scope, Tense, Timex, TimexKind};

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
    /// The day last spoken of as that of what was done, and the one that the tale is at: the last that headed its
    /// sentence, else the first one told.
    pub done: Option<(Point, Span)>,
    pub frame: Option<(Point, Span)>,
    /// Whether the date last spoken of was given with its year.
    pub stated: bool,
    /// The quarter that results are told of: what is "a year earlier" is the same one a year before.
    pub period: Option<(Point, Span, u32)>,
    /// The date last spoken of that is finer than a year.
    pub dated: Option<(Point, Span)>,
    /// Whether the date last spoken of stands at the head of its sentence, and so sets the year of what follows.
    pub heads: bool,
    /// In a history, the year that the tale is at; a year far from it, named once, is an aside.
    pub line: Option<i32>,
    /// Such an aside: a second year near it makes it the tale's.
    pub aside: Option<i32>,
    /// Whether what was last spoken of recurs: its clock time is of no one day.
    pub recurring: Option<u32>,
}

/// A point and what it was resolved from.
pub type Resolved = (Point, Basis);

impl Context<'_> {
    /// The day from which a deictic word points: in quoted words the day they were spoken, which is the day last
    /// told of in the same or the last block, or the one that the tale is at; else the day of publication.
    pub(super) fn speech_day(&self, reading: &Reading) -> Option<Resolved> {
        let document = self.scope.document;
        let block_of = |sentence: u32| document.sentences.get(sentence as usize).map_or(0, |s| s.block);
        let block = block_of(document.sentence_of(reading.first));
        let recent = |(point, _): &(Point, Span)| {
            let days = point.first().zip(self.now).map(|(day, now)| number(now) - day);
            days.is_some_and(|days| (0..8).contains(&days))
        };
        let beside = |(_, span): &(Point, Span)| {
            document.sentences_in(*span).next().is_some_and(|sentence| block_of(sentence) + 1 >= block)
        };
        let spoken = self.done.filter(beside).filter(recent).or_else(|| self.frame.filter(recent));
        match spoken.filter(|_| self.quoted(reading)) {
            Some((point, span)) => Some((point, Basis::Earlier(span))),
            None => self.now_point(),
        }
    }

    pub(super) fn now_point(&self) -> Option<Resolved> {
        self.now.map(|day| (Point::on(day), Basis::Publication))
    }

    /// What a shift counts from.
    pub(super) fn anchor(&self, from: From) -> Option<Resolved> {
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
                Timex {
                    days: self.laid(amount, unit, times, meaning.shift),
                    ..kind(TimexKind::Duration, length(amount, unit, times)?)
                }
            }
            Shape::Lengths(parts) => kind(TimexKind::Duration, lengths(&parts)),
            Shape::Every(n, unit) => kind(TimexKind::Set, length(Amount::Halves(n.checked_mul(2)?), unit, 1)?),
            Shape::Set(value) => kind(TimexKind::Set, value.to_owned()),
            Shape::EachWeekday(day) => kind(TimexKind::Set, recurring(format!("XXXX-WXX-{day}"), &meaning)),
            Shape::EachMonth(month) => kind(TimexKind::Set, format!("XXXX-{month:02}")),
            Shape::EachPhase => kind(TimexKind::Set, recurring("XXXX-XX-XX".to_owned(), &meaning)),
            _ => {
                let (mut point, basis) = self.point(reading)?;
                point = self.not_before(reading, point);
                if let Some((by, unit)) = meaning.offset {
                    // Weeks from a day are counted in days.
                    let (unit, by) = if unit == Unit::Week { (Unit::Day, by.checked_mul(7)?) } else { (unit, by) };
                    point = match (point.first(), meaning.shift) {
                        // "two years and ten days ago": the years first, then the days.
                        (Some(day), Some(Shift { by: days, .. })) if is_ago(reading) => {
                            Point::at(months_on(day - days, by)?.checked_add(days)?)?
                        }
                        _ => point.shifted(unit, by)?,
                    };
                }
                if let Some(unit) = meaning.whole {
                    // A holiday's weekend is the one nearest to it.
                    let near = match point.first() {
                        Some(day) if unit == Unit::Weekend && weekday(day) <= 3 => Point::at(day - 3)?,
                        _ => point,
                    };
                    point = near.holder(unit).unwrap_or(point);
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
                let compared = is_ago(reading) && meaning.shift.is_some_and(|s| s.by < 0)
                    || matches!(meaning.shape, Shape::Quarter(0));
                if days.is_some() && !compared && !self.ends_span(reading) {
                    // "the 1967 borders" lend their year to nothing.
                    let named = matches!(meaning.shape, Shape::Year) && self.names(reading);
                    self.stated = basis == Basis::Stated && !named;
                    self.remember(point, span, reading);
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

    /// Whether a year ends a span of years, "1975–1976": what goes on with it is told of both.
    fn ends_span(&self, reading: &Reading) -> bool {
        let scope = self.scope;
        let at = reading.first;
        matches!(reading.meaning.shape, Shape::Year)
            && at >= 2
            && scope.token(at).glued
            && matches!(scope.word(at - 1), "-" | "–")
            && scope.token(at - 1).glued
            && scope.token(at - 2).kind == crate::lex::TokenKind::Number
    }

    /// The second end of "from … to …" is not before the first: the next of that name.
    fn not_before(&self, reading: &Reading, point: Point) -> Point {
        let (scope, at) = (self.scope, reading.first);
        let told = self.last.filter(|(first, _)| at >= 2 && !self.history && first.grain == point.grain);
        let Some((first, span)) = told else { return point };
        let by = match reading.meaning.shape {
            Shape::Month(_) | Shape::Day(..) if reading.meaning.year == Year::Open => Unit::Year,
            Shape::Weekday(_) => Unit::Week,
            _ => return point,
        };
        let joined = scope.is_any(at - 1, "to until through till - –");
        if !joined || scope.document.span(at - 2, at - 2).end != span.end || point.first() >= first.first() {
            return point;
        }
        let next = match by {
            Unit::Year => point.year.map(|year| Point { year: Some(year + 1), ..point }),
            _ => point.first().and_then(|day| Point::at(day + 7)),
        };
        next.filter(|next| next.first() >= first.first()).unwrap_or(point)
    }

    /// In a history, the date that a bare month follows on: the last one, but a year named in passing ("a campaign
    /// planned for 1976") does not move the tale as one at the head of a sentence does.
    pub(super) fn tale(&self) -> Option<(Point, Span)> {
        let (last, span) = self.last?;
        let dated = self.dated.filter(|_| last.grain > Grain::Season);
        Some(match dated {
            Some((dated, at)) if dated.year == last.year || !self.heads => (dated, at),
            _ => (last, span),
        })
    }

    /// Keeps the year of a tale.
    pub(super) fn follow(&mut self, point: Point) {
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

    pub(super) fn remember(&mut self, point: Point, span: Span, reading: &Reading) {
        self.follow(point);
        let plain = Point { clock: None, phase: "", ..point };
        let plain = if plain.grain == Grain::Time { Point { grain: Grain::Day, ..plain } } else { plain };
        self.last = Some((plain, span));
        let document = self.scope.document;
        let sentence = document.sentences.get(document.sentences_in(span).start as usize);
        self.heads = sentence.is_some_and(|sentence| span.start <= sentence.span.start + 16);
        if plain.grain <= Grain::Season {
            self.dated = self.last;
        }

        if plain.grain == Grain::Day {
            self.last_day = Some((plain, span));
        }
        if plain.grain == Grain::Day && !self.names(reading) {
            self.done = self.last_day;
            if reading.rule.name != super::DATELINE.name && (self.heads || self.frame.is_none()) {
                self.frame = self.last_day;
            }
        }
    }

    /// Whether words stand inside quotation marks.
    pub(super) fn quoted(&self, reading: &Reading) -> bool {
        in_quotes(self.scope, reading.first)
    }

    /// Whether a day has what is named after it, as something that was: "Wednesday's ruling", but not "ahead of
    /// Friday's vote", "at Friday's meeting".
    pub(super) fn possessed(&self, reading: &Reading) -> bool {
        let ahead = "of before for at in until to on during";
        self.scope.is_any(reading.last + 1, "'s ’s")
            && !(reading.first > 0 && self.scope.is_any(reading.first - 1, ahead))
    }

    /// Whether what is told goes on until this day.
    pub(super) fn lasts(&self, reading: &Reading) -> bool {
        let scope = self.scope;
        let start = scope.document.sentence_tokens(reading.first).start.max(reading.first.saturating_sub(12));
        // "until at least noon on Sunday"
        let mut before = reading.first.saturating_sub(1);
        while before > start && scope.is_any(before, "at least about around late early") {
            before -= 1;
        }
        before > start
            && scope.is_any(before, "until till")
            && !(start..reading.first).any(|t| {
                scope.is_any(t, "not never no nothing wait waited waiting had")
                    || scope.word(t).ends_with("n't")
                    || scope.word(t).ends_with("n’t")
            })
    }

    /// Whether a day is not that of what is told: "the August 2 resignation", "ahead of Mother's Day", "tomorrow" in
    /// quoted words.
    fn names(&self, reading: &Reading) -> bool {
        let (scope, next) = (self.scope, reading.last + 1);
        let before = |words: &str| reading.first > 0 && scope.is_any(reading.first - 1, words);
        let noun = next < scope.document.sentence_tokens(reading.first).end
            && scope.token(next).kind == crate::lex::TokenKind::Word
            && !scope.has(next, crate::pack::Table::Stop);
        noun && before("the")
            || matches!(reading.meaning.shape, Shape::Holiday(_)) && !before("on")
            || matches!(reading.meaning.shape, Shape::Unit(_)) && self.quoted(reading)
    }

    /// The side of now that the nearest verb tells: first those before, then those after.
    pub(super) fn tense(&self, reading: &Reading) -> Tense {
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
