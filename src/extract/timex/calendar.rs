//! Reckoning with days: a day is its number since 1 March of the year 0, so that adding is adding.
//!
//! jiff gives the calendar's type; its spans and parser would cost more than these few lines.

use crate::base::Day;

/// Years that a newspaper can mean; [`Day`] holds all of them.
pub const YEARS: core::ops::RangeInclusive<i32> = -9000..=9000;

/// The number of a day given by year, month and day; the month may run over, the day must not.
const fn number_of(year: i32, month: u8, day: u8) -> i32 {
    let early = month <= 2;
    let y = if early { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let month_from_march = if early { month as i32 + 9 } else { month as i32 - 3 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
}

/// The number of a day.
pub fn number(day: Day) -> i32 {
    number_of(i32::from(day.year()), day.month().unsigned_abs(), day.day().unsigned_abs())
}

/// The day of a number; `None` outside the calendar.
pub fn day(number: i32) -> Option<Day> {
    let era = number.div_euclid(146_097);
    let day_of_era = number.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(date).ok()?).ok()
}

/// A day by year, month and day of the month, if there is one.
pub fn date(year: i32, month: u8, date: u8) -> Option<Day> {
    Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(date).ok()?).ok()
}

/// The last day of a month.
pub fn month_end(year: i32, month: u8) -> Option<Day> {
    let (year, month) = if month >= 12 { (year + 1, 1) } else { (year, month + 1) };
    day(number(date(year, month, 1)?) - 1)
}

/// The weekday of a day, Monday 1 to Sunday 7.
pub const fn weekday(number: i32) -> i32 {
    // 1 March of the year 0 was a Wednesday.
    (number + 2).rem_euclid(7) + 1
}

/// The number of the Monday of a day's week.
pub const fn monday(number: i32) -> i32 {
    number - (weekday(number) - 1)
}

/// The ISO year and week of a day's number.
pub fn iso_week(number: i32) -> Option<(i32, u8)> {
    let thursday = monday(number) + 3;
    let year = i32::from(day(thursday)?.year());
    let week = (thursday - self::number(date(year, 1, 1)?)) / 7 + 1;
    Some((year, u8::try_from(week).ok()?))
}

/// The number of the Monday of an ISO week.
pub fn week_start(year: i32, week: u8) -> Option<i32> {
    Some(monday(number(date(year, 1, 4)?)) + 7 * (i32::from(week) - 1))
}

/// Easter Sunday of a year of the Gregorian calendar (the anonymous computus).
pub fn easter(year: i32) -> Option<i32> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Some(number(date(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)?))
}

/// The day of a holiday in a year, by the code of its row: see the head of the table.
pub fn holiday(code: &str, year: i32) -> Option<i32> {
    if let Some(rest) = code.strip_prefix('E') {
        return Some(easter(year)? + signed(rest)?);
    }
    let (month, rest) = code.split_once('-')?;
    let month: u8 = month.parse().ok()?;
    let Some((week_day, nth)) = rest.split_once('#') else {
        return Some(number(date(year, month, rest.parse().ok()?)?));
    };
    let week_day: i32 = week_day.parse().ok()?;
    let (nth, more) = match nth.find('+') {
        Some(at) => (nth.get(..at)?, signed(nth.get(at..)?)?),
        None => (nth, 0),
    };
    let nth: i32 = nth.parse().ok()?;
    let base = if nth > 0 {
        let first = number(date(year, month, 1)?);
        first + (week_day - weekday(first)).rem_euclid(7) + 7 * (nth - 1)
    } else {
        let last = number(month_end(year, month)?);
        last - (weekday(last) - week_day).rem_euclid(7) + 7 * (nth + 1)
    };
    Some(base + more)
}

fn signed(text: &str) -> Option<i32> {
    text.strip_prefix('+').unwrap_or(text).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{date, day, easter, holiday, iso_week, number, week_start, weekday};

    fn n(y: i32, m: u8, d: u8) -> i32 {
        date(y, m, d).map_or(0, number)
    }

    #[test]
    fn numbers_and_days_are_inverse() {
        for number_ in (-3_000_000..3_000_000).step_by(9_973) {
            assert_eq!(day(number_).map(number), Some(number_));
        }
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        assert_eq!(weekday(n(2018, 10, 26)), 5);
        assert_eq!(iso_week(n(2018, 10, 26)), Some((2018, 43)));
        assert_eq!(iso_week(n(2021, 1, 3)), Some((2020, 53)));
        assert_eq!(week_start(2020, 53), Some(n(2020, 12, 28)));
    }

    #[test]
    fn holidays_fall_where_the_law_puts_them() {
        assert_eq!(easter(2024), Some(n(2024, 3, 31)));
        assert_eq!(holiday("E-2", 2024), Some(n(2024, 3, 29)));
        assert_eq!(holiday("11-1#1+1", 2018), Some(n(2018, 11, 6)));
        assert_eq!(holiday("11-4#4", 2024), Some(n(2024, 11, 28)));
        assert_eq!(holiday("05-1#-1", 2024), Some(n(2024, 5, 27)));
        assert_eq!(holiday("12-25", 2001), Some(n(2001, 12, 25)));
    }
}
