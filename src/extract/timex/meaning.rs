//! What the words of a temporal expression say, before it is laid on the calendar.

use super::value::{Clock, Unit};
use crate::base::Rule;
use crate::lex::TokenId;

/// What a shift counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The day of publication: "last year".
    Now,
    /// What was last spoken of: "the following year".
    Text,
}

/// How far from there: 0 is the one that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    pub by: i32,
    pub from: From,
}

impl Shift {
    /// By its row of the table.
    pub fn of(entry: super::word::Entry) -> Self {
        Self { by: entry.row.number, from: if entry.row.code == "text" { From::Text } else { From::Now } }
    }
}

/// The year that a date is given with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// None: it must be found.
    Open,
    /// In full, astronomical.
    Full(i32),
    /// By its last two digits.
    Short(i32),
    /// "of that year", "last year".
    Shifted(Shift),
}

/// A number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Halves, so that "two and a half" is 5.
    Halves(i32),
    /// "several", "a few".
    Vague,
}

/// What is named.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A day of a month.
    Day(u8, u8),
    /// A day of the month last spoken of: "March 4 and 5".
    DayOnly(u8),
    Month(u8),
    Weekday(u8),
    Season(u8),
    Quarter(u8),
    Half(u8),
    /// A year alone.
    Year,
    /// Ten years from this one; below 100 the century is to be found.
    Decade(i32),
    /// A hundred years from this one.
    Century(i32),
    /// A day of the month that a shift names: "the 15th day of next month".
    DayOfMonth(u8),
    /// A week of the year by its number.
    Week(u8),
    /// A length in several units, coarsest first; none where the number is 0.
    Lengths([(u16, Unit); 3]),
    /// A week of a month, the last one for 0.
    WeekOf(u8, u8),
    /// A weekday with its day of a month that is to be found: "Monday the 21st".
    WeekdayDay(u8, u8),
    /// A weekday of the week so many from now.
    WeekdayOf(u8, i32),
    /// The nth such weekday of a month, the last one for -1; of the month that a shift names for month 0.
    NthWeekday(i8, u8, u8),
    /// A unit, by its shift.
    Unit(Unit),
    /// A row of the table.
    Holiday(usize),
    /// A time of day alone.
    Clock,
    /// PRESENT_REF and its like.
    Reference(&'static str),
    /// A length of time.
    Length(Amount, Unit, i32),
    /// Every so much.
    Every(i32, Unit),
    /// A set by its value.
    Set(&'static str),
    /// Each such weekday.
    EachWeekday(u8),
    /// Each such part of a day.
    EachPhase,
    /// Each such month.
    EachMonth(u8),
}

/// What an expression says.
#[derive(Clone, Copy, Debug)]
pub struct Meaning {
    pub shape: Shape,
    pub year: Year,
    pub shift: Option<Shift>,
    /// A part of the day: `TMO`.
    pub phase: &'static str,
    pub clock: Option<Clock>,
    pub fiscal: bool,
    /// The unit that holds the point named, which is meant: "the week of July 4".
    pub whole: Option<Unit>,
    /// The weekday told with a day of a month, 0 where none is.
    pub weekday: u8,
    /// How far from the point named: "two weeks before May 13".
    pub offset: Option<(i32, Unit)>,
}

impl Meaning {
    pub const fn of(shape: Shape) -> Self {
        Self {
            shape,
            year: Year::Open,
            shift: None,
            phase: "",
            clock: None,
            fiscal: false,
            whole: None,
            weekday: 0,
            offset: None,
        }
    }
    pub const fn with_year(self, year: Year) -> Self {
        Self { year, ..self }
    }
    pub const fn shifted(self, by: i32, from: From) -> Self {
        Self { shift: Some(Shift { by, from }), ..self }
    }
}

/// An expression as read: its tokens, what it says, and the rule that reads it.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    pub first: TokenId,
    pub last: TokenId,
    pub meaning: Meaning,
    pub rule: &'static Rule,
}
