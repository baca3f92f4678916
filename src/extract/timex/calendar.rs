//! What the calendar says beyond days: weeks, holidays and what is reckoned from them.

pub use crate::base::day::{YEARS, date, day, monday, month_end, number, weekday};

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
    Some(nth_weekday(nth, week_day, year, month)? + more)
}

/// The nth such weekday of a month, counted from its end where `nth` is negative.
pub fn nth_weekday(nth: i32, week_day: i32, year: i32, month: u8) -> Option<i32> {
    Some(if nth > 0 {
        let first = number(date(year, month, 1)?);
        first + (week_day - weekday(first)).rem_euclid(7) + 7 * (nth - 1)
    } else {
        let last = number(month_end(year, month)?);
        last - (weekday(last) - week_day).rem_euclid(7) + 7 * (nth + 1)
    })
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
