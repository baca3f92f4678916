//! Lengths and sets as TIMEX3 writes them, and lengths laid on the calendar.

use super::calendar::number;
use super::meaning::{Amount, From, Meaning, Shift};
use super::resolve::Context;
use super::value::{Point, Unit};
use crate::base::Day;
use crate::extract::Days;
use core::fmt::Write as _;

impl Context<'_> {
    /// The days of a length that reaches up to now or begins with it: "the last three weeks", "the next two days".
    pub(super) fn laid(&self, amount: Amount, unit: Unit, times: i32, shift: Option<Shift>) -> Option<Days> {
        let (Amount::Halves(halves), now, Shift { by, from }) = (amount, number(self.now?), shift?) else {
            return None;
        };
        if from == From::Text && self.last.is_some() {
            return None;
        }
        if self.history || halves % 2 != 0 || unit < Unit::Day || unit == Unit::Weekend || unit == Unit::Half {
            return None;
        }
        let n = (halves / 2).checked_mul(times)?.checked_mul(by)?;
        let day = super::calendar::day;
        let far = match unit {
            Unit::Day => now.checked_add(n)?,
            Unit::Week => now.checked_add(n.checked_mul(7)?)?,
            Unit::Quarter => {
                // Whole quarters, the one that is running left out.
                let here = Point::at(now)?.holder(Unit::Quarter)?.days()?;
                let there = Point::at(now)?.shifted(Unit::Quarter, n)?.days()?;
                let beside = |d: Option<Day>, by: i32| d.and_then(|d| day(number(d) + by));
                return Some(if by < 0 {
                    Days { first: there.first, last: beside(here.first, -1) }
                } else {
                    Days { first: beside(here.last, 1), last: there.last }
                });
            }
            _ => months_on(now, if unit == Unit::Year { n.checked_mul(12)? } else { n })?,
        };
        Some(if by < 0 {
            Days { first: day(far), last: day(now - 1) }
        } else {
            Days { first: day(now + 1), last: day(far) }
        })
    }
}

/// The day so many months on, or the last one of that month.
pub fn months_on(from: i32, months: i32) -> Option<i32> {
    let date = super::calendar::day(from)?;
    let at = i32::from(date.year()).checked_mul(12)?.checked_add(i32::from(date.month()) - 1)?.checked_add(months)?;
    let (year, month) = (at.div_euclid(12), u8::try_from(at.rem_euclid(12) + 1).ok()?);
    super::calendar::date(year, month, date.day()).or_else(|| super::calendar::month_end(year, month)).map(number)
}

/// The value of a length in several units: P2Y6M, PT3H30M.
pub fn lengths(parts: &[(u16, Unit); 3]) -> String {
    let mut out = String::from("P");
    let mut time = "";
    for (n, unit) in parts.iter().filter(|(n, _)| *n > 0) {
        let (t, sign) = unit.sign();
        if t != time {
            out.push_str(t);
            time = t;
        }
        let _ = write!(out, "{n}{sign}");
    }
    out
}

/// The value of a set with its time of day.
pub fn recurring(mut value: String, meaning: &Meaning) -> String {
    match meaning.clock {
        Some(clock) => drop(write!(value, "T{:02}:{:02}", clock.hour, clock.minute)),
        None => value.push_str(meaning.phase),
    }
    value
}

/// The value of a length: P4Y, PT2H, PXD.
pub fn length(amount: Amount, unit: Unit, times: i32) -> Option<String> {
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
