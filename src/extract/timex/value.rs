//! A point of the calendar at some grain: its TIMEX3 value, its days, its neighbours.

use super::calendar::{YEARS, date, day, iso_week, monday, month_end, number, week_start};
use crate::base::Day;
use crate::extract::{Days, Grain};
use core::fmt::Write as _;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

impl Unit {
    /// By the code of its row in the table.
    pub fn read(code: &str) -> Option<Self> {
        Some(match code {
            "TS" => Self::Second,
            "TM" => Self::Minute,
            "TH" => Self::Hour,
            "D" => Self::Day,
            "WE" => Self::Weekend,
            "W" => Self::Week,
            "M" => Self::Month,
            "Q" => Self::Quarter,
            "H" => Self::Half,
            "Y" => Self::Year,
            _ => return None,
        })
    }

    /// Its sign in the value of a duration, with the `T` that goes before hours and less.
    pub const fn sign(self) -> (&'static str, &'static str) {
        match self {
            Self::Second => ("T", "S"),
            Self::Minute => ("T", "M"),
            Self::Hour => ("T", "H"),
            Self::Day => ("", "D"),
            Self::Weekend => ("", "WE"),
            Self::Week => ("", "W"),
            Self::Month => ("", "M"),
            Self::Quarter => ("", "Q"),
            Self::Half => ("", "H"),
            Self::Year => ("", "Y"),
        }
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
    /// Universal time.
    pub utc: bool,
}

/// A point of the calendar. What is not known is `None` and written with X.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub grain: Grain,
    /// Astronomical: the year before 1 is 0, which is 1 BC.
    pub year: Option<i32>,
    /// The month, week, quarter, half or season, by the grain; for a decade or century nothing.
    pub part: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// A part of the day: `TMO`.
    pub phase: &'static str,
    pub clock: Option<Clock>,
    /// A year that runs from October of the year before.
    pub fiscal: bool,
}

impl Point {
    /// Not inlined: at its many places the copies weigh more than the calls.
    #[inline(never)]
    pub const fn of(grain: Grain, year: Option<i32>, part: Option<u8>, day: Option<u8>) -> Self {
        Self { grain, year, part, day, phase: "", clock: None, fiscal: false }
    }
    pub const fn year(year: i32) -> Self {
        Self::of(Grain::Year, Some(year), None, None)
    }
    /// The point of a day.
    pub fn on(day: Day) -> Self {
        Self::of(Grain::Day, Some(i32::from(day.year())), Some(day.month()), Some(day.day()))
    }
    /// The point of a day's number.
    pub fn at(number: i32) -> Option<Self> {
        day(number).map(Self::on)
    }

    /// The number of its first day.
    pub fn first(self) -> Option<i32> {
        let year = self.year.filter(|y| YEARS.contains(y))?;
        let part = || self.part.unwrap_or(1);
        let start = match self.grain {
            Grain::Time | Grain::Day => date(year, self.part?, self.day?)?,
            Grain::Week => return week_start(year, self.part?),
            Grain::Weekend => return Some(week_start(year, self.part?)? + 5),
            Grain::Month => date(year, self.part?, 1)?,
            Grain::Quarter => date(year, part().saturating_mul(3).saturating_sub(2), 1)?,
            Grain::Half => date(year, if part() == 1 { 1 } else { 7 }, 1)?,
            // Meteorological seasons; winter begins in December and is named after that year.
            Grain::Season => date(year, part().saturating_mul(3), 1)?,
            Grain::Year if self.fiscal => date(year - 1, 10, 1)?,
            Grain::Year | Grain::Decade | Grain::Century => date(year, 1, 1)?,
            Grain::None => return None,
        };
        Some(number(start))
    }

    /// Its days.
    pub fn days(self) -> Option<Days> {
        let first = self.first()?;
        let year = self.year?;
        let part = self.part.unwrap_or(1);
        let last = match self.grain {
            Grain::Time | Grain::Day => first,
            Grain::Week => first + 6,
            Grain::Weekend => first + 1,
            Grain::Month => number(month_end(year, part)?),
            Grain::Quarter => number(month_end(year, part.saturating_mul(3))?),
            Grain::Half => number(month_end(year, if part == 1 { 6 } else { 12 })?),
            Grain::Season if part == 4 => number(month_end(year + 1, 2)?),
            Grain::Season => number(month_end(year, part.saturating_mul(3).saturating_add(2))?),
            Grain::Year if self.fiscal => number(month_end(year, 9)?),
            Grain::Year => number(month_end(year, 12)?),
            Grain::Decade => number(month_end(year + 9, 12)?),
            Grain::Century => number(month_end(year + 99, 12)?),
            Grain::None => return None,
        };
        Some(Days { first: day(first), last: day(last) })
    }

    /// The unit that holds it: the week, month, year … of its first day. `None` where it is coarser.
    pub fn holder(self, unit: Unit) -> Option<Self> {
        let first = || self.first();
        let year = self.year?;
        let month = match self.grain {
            Grain::Time | Grain::Day | Grain::Month => self.part,
            Grain::Quarter => self.part.map(|q| q.saturating_mul(3).saturating_sub(2)),
            Grain::Week | Grain::Weekend => day(first()?).map(|d| d.month()),
            _ => None,
        };
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => match self.grain {
                Grain::Time | Grain::Day => Self::of(Grain::Day, self.year, self.part, self.day),
                _ => return None,
            },
            Unit::Weekend | Unit::Week => {
                if !matches!(self.grain, Grain::Time | Grain::Day | Grain::Week | Grain::Weekend) {
                    return None;
                }
                let (year, week) = iso_week(first()?)?;
                let grain = if unit == Unit::Week { Grain::Week } else { Grain::Weekend };
                Self::of(grain, Some(year), Some(week), None)
            }
            Unit::Month => {
                Self::of(Grain::Month, Some(year), Some(month.filter(|_| self.grain != Grain::Quarter)?), None)
            }
            Unit::Quarter => Self::of(Grain::Quarter, Some(year), Some((month? - 1) / 3 + 1), None),
            Unit::Half => Self::of(Grain::Half, Some(year), Some((month? - 1) / 6 + 1), None),
            Unit::Year => match self.grain {
                Grain::Decade | Grain::Century | Grain::None => return None,
                _ => Self::year(year),
            },
        })
    }

    /// The point `n` units on, at the unit's own grain. `None` where it is coarser than the unit.
    pub fn shifted(self, unit: Unit, n: i32) -> Option<Self> {
        let base = self.holder(unit)?;
        let year = base.year?;
        let part = i32::from(base.part.unwrap_or(1));
        let step = |per: i32| {
            let at = year.checked_mul(per)?.checked_add(part - 1)?.checked_add(n)?;
            let part = u8::try_from(at.rem_euclid(per) + 1).ok()?;
            Some(Self::of(base.grain, Some(at.div_euclid(per)), Some(part), None))
        };
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::at(base.first()?.checked_add(n)?),
            Unit::Weekend | Unit::Week => {
                let start = monday(base.first()?).checked_add(n.checked_mul(7)?)?;
                let (year, week) = iso_week(start)?;
                Some(Self::of(base.grain, Some(year), Some(week), None))
            }
            Unit::Month => step(12),
            Unit::Quarter => step(4),
            Unit::Half => step(2),
            Unit::Year => Some(Self::year(year.checked_add(n)?)),
        }
    }

    /// Its TIMEX3 value.
    pub fn iso(self) -> String {
        let mut out = String::with_capacity(16);
        let year = |out: &mut String, digits: usize, over: i32| match self.year {
            Some(year) if year > 0 => {
                let _ = write!(out, "{:0digits$}", year / over);
            }
            Some(year) => {
                // 1 BC is the year 0; a decade or century before our era is counted from its later end.
                let _ = write!(out, "BC{:0digits$}", (1 - year) / over);
            }
            None => (0..digits).for_each(|_| out.push('X')),
        };
        let two = |out: &mut String, value: Option<u8>| match value {
            Some(value) => {
                let _ = write!(out, "-{value:02}");
            }
            None => out.push_str("-XX"),
        };
        match self.grain {
            Grain::Decade => year(&mut out, 3, 10),
            Grain::Century => year(&mut out, 2, 100),
            _ => year(&mut out, 4, 1),
        }
        match self.grain {
            Grain::Time | Grain::Day => {
                two(&mut out, self.part);
                two(&mut out, self.day);
            }
            Grain::Month => two(&mut out, self.part),
            Grain::Week | Grain::Weekend => {
                out.push_str("-W");
                match self.part {
                    Some(week) => {
                        let _ = write!(out, "{week:02}");
                    }
                    None => out.push_str("XX"),
                }
                if self.grain == Grain::Weekend {
                    out.push_str("-WE");
                } else if let Some(day) = self.day {
                    // The weekday of a week that is not known.
                    let _ = write!(out, "-{day}");
                }
            }
            Grain::Quarter => {
                let _ = match self.part {
                    Some(quarter) => write!(out, "-Q{quarter}"),
                    None => write!(out, "-QX"),
                };
            }
            Grain::Half => {
                let _ = write!(out, "-H{}", self.part.unwrap_or(1));
            }
            Grain::Season => {
                out.push('-');
                out.push_str(
                    ["SP", "SU", "FA", "WI"].get(usize::from(self.part.unwrap_or(1)).wrapping_sub(1)).unwrap_or(&"XX"),
                );
            }
            Grain::Year | Grain::Decade | Grain::Century | Grain::None => {}
        }
        match self.clock {
            Some(clock) => {
                let _ = write!(out, "T{:02}:{:02}", clock.hour, clock.minute);
                if let Some(second) = clock.second {
                    let _ = write!(out, ":{second:02}");
                }
                if clock.utc {
                    out.push('Z');
                }
            }
            None => out.push_str(self.phase),
        }
        out
    }
}
