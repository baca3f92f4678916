//! Days, and reckoning with them: a day is its number since 1 March of the year 0, so that adding is adding.

/// A civil day of the proleptic Gregorian calendar, without a zone: what a newspaper means by a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

impl Day {
    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

/// Reads `YYYY-MM-DD`; `None` for anything else and for days that no month has.
#[must_use]
pub fn parse(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let mut part = |len: usize| -> Option<i32> {
        let digits = parts.next().filter(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_digit()))?;
        Some(digits.bytes().fold(0, |n, b| n * 10 + i32::from(b - b'0')))
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    if parts.next().is_some() {
        return None;
    }
    date(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Writes `YYYY-MM-DD`.
#[must_use]
pub fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// Whole days between two days, whichever is first.
#[must_use]
pub fn between(a: Day, b: Day) -> i32 {
    (number(a) - number(b)).abs()
}

/// Years that a newspaper can mean; no [`Day`] lies outside them.
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
#[must_use]
pub fn number(day: Day) -> i32 {
    number_of(i32::from(day.year), day.month, day.day)
}

/// The day of a number; `None` outside the calendar.
#[must_use]
pub fn day(number: i32) -> Option<Day> {
    let era = number.div_euclid(146_097);
    let day_of_era = number.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    let year = i16::try_from(year).ok().filter(|year| YEARS.contains(&i32::from(*year)))?;
    Some(Day { year, month: u8::try_from(month).ok()?, day: u8::try_from(date).ok()? })
}

/// A day by year, month and day of the month, if there is one.
#[must_use]
pub fn date(year: i32, month: u8, date: u8) -> Option<Day> {
    if !YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&date) {
        return None;
    }
    // The 31st of a month of thirty days comes out as another day.
    day(number_of(year, month, date)).filter(|day| day.month == month && day.day == date)
}

/// The last day of a month.
#[must_use]
pub fn month_end(year: i32, month: u8) -> Option<Day> {
    let (year, month) = if month >= 12 { (year + 1, 1) } else { (year, month + 1) };
    day(number(date(year, month, 1)?) - 1)
}

/// The weekday of a day, Monday 1 to Sunday 7.
#[must_use]
pub const fn weekday(number: i32) -> i32 {
    // 1 March of the year 0 was a Wednesday.
    (number + 2).rem_euclid(7) + 1
}

/// The number of the Monday of a day's week.
#[must_use]
pub const fn monday(number: i32) -> i32 {
    number - (weekday(number) - 1)
}

#[cfg(test)]
mod tests {
    use super::{between, iso, parse};

    #[test]
    fn days_are_read_and_written() {
        for text in ["2018-10-26", "2024-02-29", "0001-01-01"] {
            assert_eq!(parse(text).map(iso).as_deref(), Some(text));
        }
        for text in
            ["", "2018", "2018-10", "2018-10-26-1", "2023-02-29", "2018-13-01", "18-10-26", "2018-1-05", "+018-10-26"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_between_are_counted() {
        let days = |a: &str, b: &str| parse(a).zip(parse(b)).map(|(a, b)| between(a, b));
        assert_eq!(days("2024-02-28", "2024-03-01"), Some(2));
        assert_eq!(days("2025-01-22", "2018-10-26"), Some(2280));
    }
}
