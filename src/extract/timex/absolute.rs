//! Dates by the calendar: days of months, months, years, decades, numeric forms.

use super::meaning::{From, Meaning, Reading, Shape, Shift, Year};
use super::word::Words;
use crate::base::Rule;
use crate::lex::{TokenId, TokenKind};
use crate::pack::CalendarKind;

pub const DAY: Rule = Rule {
    name: "timex/day",
    why: "a month beside a number from 1 to 31 is a day; its year is the one written or the nearest that fits",
};
pub const NUMERIC: Rule =
    Rule { name: "timex/numeric", why: "digits parted by hyphens, strokes or stops that make a day of the calendar" };
pub const MONTH: Rule = Rule { name: "timex/month", why: "the name of a month" };
pub const YEAR: Rule = Rule {
    name: "timex/year",
    why: "four digits where a year stands: after a preposition, or before what is named by its year",
};
pub const DECADE: Rule = Rule { name: "timex/decade", why: "a year or a ten with a plural s is ten years" };
pub const RUN: Rule = Rule {
    name: "timex/run",
    why: "a bare number joined to a day by 'and', 'to' or a dash is a day of the same month",
};

/// Words before a year that a newspaper sets there.
const YEAR_PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "by",
    "until",
    "till",
    "of",
    "from",
    "during",
    "before",
    "after",
    "through",
    "throughout",
    "late",
    "early",
    "mid",
    "year",
    "fiscal",
    "between",
    "to",
    "around",
    "about",
    "circa",
    "ca",
    "c.",
    "into",
    "for",
    "and",
    "or",
    "as",
    "than",
    "born",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "over",
    "towards",
    "toward",
];

/// Nouns that a number after "of" counts out.
const AMOUNT_NOUNS: &[&str] = &[
    "total",
    "number",
    "crowd",
    "force",
    "group",
    "some",
    "out",
    "one",
    "population",
    "army",
    "strength",
    "sample",
    "staff",
    "maximum",
    "minimum",
    "garrison",
    "average",
    "fleet",
    "rate",
    "price",
    "cost",
    "sum",
];

impl Words<'_> {
    /// A month at a token, where it is one: abbreviations and common words need company.
    pub fn month(&self, id: TokenId) -> Option<(TokenId, u8)> {
        let entry = self.entry(id, CalendarKind::Month)?;
        // An abbreviation's full stop may be a token of its own.
        let stop = entry.row.code == "abbr" && self.word_is(entry.last + 1, &["."]) && self.token(entry.last + 1).glued;
        let last = if stop && self.digits(entry.last + 2).is_some() { entry.last + 1 } else { entry.last };
        let number = u8::try_from(entry.row.number).ok()?;
        if entry.row.code.is_empty() {
            return Some((last, number));
        }
        let beside = |at: TokenId| self.day_of_month(at).is_some() || self.year(at).is_some();
        let comma = if self.word_is(last + 1, &[",", "of"]) { last + 2 } else { self.after(last) };
        let numbered = beside(comma)
            || id.checked_sub(1).is_some_and(|at| self.inside(at) && (beside(at) || self.word_is(at, &["of"])))
            || self.ordinal_ending(id.wrapping_sub(1)).is_some();
        let led = entry.row.code == "word"
            && id.checked_sub(1).is_some_and(|at| {
                self.word_is(
                    at,
                    &[
                        "in", "since", "by", "until", "till", "last", "next", "this", "early", "late", "from", "of",
                        "during", "to", "and", "through", "between", "each", "every", "before", "after", "mid",
                    ],
                ) || self.before(at + 1).is_some_and(|at| self.word_is(at, &["mid", "late", "early"]))
            })
            && !self.word_is(last + 1, &["'s", "’s"]);
        let ranged = self.is_dash(last + 1) && self.entry(last + 2, CalendarKind::Month).is_some();
        (numbered || led || ranged).then_some((last, number))
    }

    /// The year after a date, and its last token: "2018", ", 2018", "of that year", "last year".
    pub fn year_after(&self, last: TokenId) -> Option<(TokenId, Year)> {
        let comma = self.word_is(last + 1, &[","]);
        let of = self.word_is(last + 1, &["of", "in"]);
        let at = last + 1 + TokenId::from(comma || of);
        if let Some((end, year)) = self.year_and_era(at) {
            // "In May, 2,000" has its comma; "May 24, 1500 troops" is no year before a noun that it counts.
            let counted = comma && !(1900..=2100).contains(&year) && year > 1500 && self.counts(end);
            return (!counted).then_some((end, Year::Full(year)));
        }
        if let Some(entry) = self.entry(at, CalendarKind::Spelled)
            && let Some(Reading { last, meaning: Meaning { year, .. }, .. }) = self.spelled_year(at, entry)
        {
            return Some((last, year));
        }
        let short = self.word_is(at, &["'", "’", "‘"]) && self.token(at + 1).glued && self.word(at + 1).len() == 2;
        if short
            && !comma
            && let Some(year) = self.digits(at + 1)
        {
            return Some((at + 1, Year::Short(year)));
        }
        if comma {
            return None;
        }
        let shift = self.entry(at, CalendarKind::Shift)?;
        let word = self.word(shift.last + 1);
        if !self.inside(shift.last + 1) || !word.eq_ignore_ascii_case("year") {
            return None;
        }
        let from = if shift.row.code == "text" { From::Text } else { From::Now };
        Some((shift.last + 1, Year::Shifted(Shift { by: shift.row.number, from })))
    }

    /// Whether a token parts digits.
    fn is_sign(&self, id: TokenId) -> bool {
        self.is_dash(id) || self.word_is(id, &["/"])
    }

    /// Whether the token after a number is a noun that it may count.
    fn counts(&self, last: TokenId) -> bool {
        let next = last + 1;
        self.inside(next)
            && self.token(next).kind == TokenKind::Word
            && self.word(next).len() > 3
            && self.word(next).ends_with('s')
            && !self.has(next, crate::pack::Table::Stop)
            && !self.token(next).is_capital()
    }

    /// A month with its day and year, from its first token: "October 26, 2018", "May 1990", "June".
    pub fn month_date(&self, id: TokenId) -> Option<Reading> {
        let (mut last, month) = self.month(id)?;
        // "32 August", "February 151998": no day of the calendar, so no date.
        let beyond = |at: TokenId| self.digits(at).is_some_and(|n| n > 31 && self.word(at).len() == 2 || n > 9999);
        if beyond(id.wrapping_sub(1)) || beyond(last + 1) {
            return None;
        }
        let mut shape = Shape::Month(month);
        let comma = TokenId::from(
            self.word_is(last + 1, &[",", "the"]) || (self.is_dash(last + 1) && self.token(last + 1).glued),
        );
        let day = self.day_of_month(last + 1 + comma).filter(|(end, _)| {
            // "August 10.5", "May 24%" and "in June 20 people" are no days; a year may follow a comma only.
            let unit = self.word_is(end + 1, &["%", "percent", "million", "billion", "thousand", "people", ":"])
                && !self.word_is(end + 1, &[":"]);
            comma == 0 && !unit
                || comma == 1 && !unit && self.ordinal(last + 2).is_some()
                || comma == 1 && self.is_dash(last + 1)
        });
        if let Some((end, day)) = day {
            last = end;
            shape = Shape::Day(month, day);
        } else if self.digits(last + 1).is_some()
            && self.year_and_era(last + 1).is_none()
            && matches!(self.word(last + 1).len(), 1 | 2)
        {
            return None;
        }
        let mut meaning = Meaning::of(shape);
        if let Some((end, year)) = self.year_after(last) {
            last = end;
            meaning.year = year;
        } else if shape == Shape::Month(month)
            && self.is_dash(last + 1)
            && let Some(year) = self.year(last + 2)
        {
            last += 2;
            meaning.year = Year::Full(year);
        }
        let rule = if matches!(shape, Shape::Day(..)) { &DAY } else { &MONTH };
        Some(Reading { first: id, last, meaning, rule })
    }

    /// A day before its month: "26 October 2018", "the 3rd of May", "10 to 22 August".
    pub fn day_first(&self, id: TokenId, out: &mut Vec<Reading>) -> Option<Reading> {
        if self.token(id).glued && self.word_is(id.wrapping_sub(1), &["$", "£", "€"]) {
            return None;
        }
        let (mut last, day) = self.day_of_month(id)?;
        let mut second = None;
        let mut at = self.after(last);
        if (self.word_is(last + 1, &["to", "and", "or", "through", "until"]) || self.is_dash(last + 1))
            && let Some((end, other)) = self.day_of_month(last + 2)
            && other > day
        {
            second = Some((last + 2, other));
            last = end;
            at = last + 1;
        }
        if self.word_is(at, &["of", "/"]) {
            at += 1;
        }
        if self.word_is(at, &["/"]) {
            return None;
        }
        let (mut end, month) = self.month(at)?;
        let mut year = Year::Open;
        if let Some((after, found)) = self.year_after(end) {
            end = after;
            year = found;
        } else if self.word_is(end + 1, &["/"]) || self.is_dash(end + 1) && self.token(end + 1).glued {
            if let Some(found) = self.year(end + 2) {
                end += 2;
                year = Year::Full(found);
            }
        } else if let Some(found) =
            self.digits(end + 1).filter(|_| self.word(end + 1).len() == 2 && self.token(id).kind == TokenKind::Number)
            && !self.word_is(end + 2, &[":", "."])
        {
            end += 1;
            year = Year::Short(found);
        }
        let reading = |first, last, day| Reading {
            first,
            last,
            meaning: Meaning::of(Shape::Day(month, day)).with_year(year),
            rule: &DAY,
        };
        let Some((first, other)) = second else { return Some(reading(id, end, day)) };
        out.push(reading(id, first - 2, day));
        Some(reading(first, end, other))
    }

    /// "on the 18th": a day of the month last spoken of, or of this one.
    pub fn ordinal_day(&self, id: TokenId) -> Option<Reading> {
        let the = id.checked_sub(1).filter(|at| self.word_is(*at, &["the"]))?;
        let (last, day) = self.ordinal(id).filter(|(_, day)| (1..=31).contains(day))?;
        let led = self.word_is(the.wrapping_sub(1), &["on", "since", "until", "by"]);
        let next = last + 1;
        let closed = !self.inside(next)
            || self.token(next).kind == TokenKind::Sign && !self.is_dash(next)
            || self.has(next, crate::pack::Table::Stop) && !self.word_is(next, &["of"]);
        (led && closed).then_some(Reading { first: the, last, meaning: Meaning::of(Shape::DayOnly(day)), rule: &RUN })
    }

    /// The days joined to a day just read: "March 4 and 5", "10–12 June", "May 1, 3 and 5".
    pub fn more_days(&self, mut last: TokenId, out: &mut Vec<Reading>) -> TokenId {
        for _ in 0..8 {
            let joined = self.is_dash(last + 1) || self.word_is(last + 1, &["to", "through", "until", "till"]);
            let listed = self.word_is(last + 1, &["and", "or", ","]);
            if !joined && !listed {
                break;
            }
            let Some((end, day)) = self.day_of_month(last + 2) else { break };
            let next = end + 1;
            let closed = !self.inside(next)
                || self.token(next).kind != TokenKind::Word
                || self.has(next, crate::pack::Table::Stop) && !self.token(next).glued
                || self.word_is(next, &["respectively"]);
            let measured = self.word_is(next, &["%", "°", ":", "/", "."])
                && self.token(next).glued
                && self.inside(next + 1)
                && self.token(next + 1).glued
                || self.word_is(next, &["%", "$", ":"])
                || self.month(self.after(end)).is_some()
                || self.word_is(next, &["of"]);
            if !closed || measured || self.entry(next, CalendarKind::Meridiem).is_some() {
                break;
            }
            // "June 10 - 31": a span of days that the calendar lacks is none.
            if let Some(Reading { meaning: Meaning { shape: Shape::Day(month, _), .. }, .. }) = out.last()
                && super::calendar::date(2000, *month, day).is_none()
            {
                if joined {
                    out.pop();
                }
                return self.year_after(end).map_or(end, |(end, _)| end);
            }
            let mut meaning = Meaning::of(Shape::DayOnly(day));
            let mut stop = end;
            if let Some((end, year)) = self.year_after(end) {
                // "from July 13 to 17 of last year": the year is that of both.
                meaning.year = year;
                stop = end;
                if let Some(before) = out.last_mut().filter(|before| before.meaning.year == Year::Open) {
                    before.meaning.year = year;
                }
            }
            out.push(Reading { first: last + 2, last: stop, meaning, rule: &RUN });
            last = stop;
        }
        last
    }

    /// Digits with signs between: 2018-10-26, 10/26/2018, 26.10.2018.
    pub fn numeric(&self, id: TokenId) -> Option<Reading> {
        if self.token(id).glued && !self.word_is(id.wrapping_sub(1), &["(", "[", "-", "“", "\""]) {
            return None;
        }
        let reading = |last, year: i32, month: i32, day: i32| {
            let year = if (0..100).contains(&year) { Year::Short(year) } else { Year::Full(year) };
            let full = match year {
                Year::Full(year) => year,
                _ => 2000,
            };
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            super::calendar::date(full, month, day)?;
            let meaning = Meaning::of(Shape::Day(month, day)).with_year(year);
            Some(Reading { first: id, last, meaning, rule: &NUMERIC })
        };
        // 26.10.2018 is one token.
        let word = self.word(id);
        if word.bytes().filter(|b| *b == b'.').count() == 2 && word.len() >= 8 {
            let mut parts = word.split('.').map(|p| p.parse::<i32>().ok());
            let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
            return if a > 31 {
                reading(id, a, b, c)
            } else if (1900..2100).contains(&c) {
                reading(id, c, b, a)
            } else {
                None
            };
        }
        let sign = self.word(id + 1);
        if !matches!(sign, "-" | "/") || !self.token(id + 1).glued || !self.token(id + 2).glued || !self.inside(id + 2)
        {
            return None;
        }
        let (a, b) = (self.digits(id)?, self.digits(id + 2)?);
        let (long, two) = (word.len() == 4, self.word(id + 2).len() <= 2);
        let third = (self.word(id + 3) == sign && self.token(id + 3).glued && self.token(id + 4).glued)
            .then(|| self.digits(id + 4))
            .flatten();
        let Some(c) = third else {
            // 06/2004; 22/04 alone might be a fraction or a score and is left.
            let year = (self.word(id + 2).len() == 4 && (1900..2100).contains(&b)).then_some(b)?;
            let month = u8::try_from(a).ok().filter(|m| (1..=12).contains(m) && sign == "/" && word.len() <= 2)?;
            let meaning = Meaning::of(Shape::Month(month)).with_year(Year::Full(year));
            return Some(Reading { first: id, last: id + 2, meaning, rule: &NUMERIC });
        };
        // A stroke or hyphen that goes on makes it a telephone number or a code.
        if self.token(id + 5).glued && self.word(id + 5) == sign && self.token(id + 6).glued {
            return None;
        }
        if long && two && (1000..2200).contains(&a) {
            return reading(id + 4, a, b, c);
        }
        let year_last = self.word(id + 4).len();
        if (year_last == 4 && (1000..2200).contains(&c)) || (year_last == 2 && sign == "/") {
            return if a > 12 { reading(id + 4, c, b, a) } else { reading(id + 4, c, a, b) };
        }
        None
    }

    /// A year alone: "in 1996", "the 2018 election", "480 BC".
    pub fn lone_year(&self, id: TokenId) -> Option<Reading> {
        let reading = |first, last, meaning| Some(Reading { first, last, meaning, rule: &YEAR });
        if let Some(era) = self.entry(id + 1, CalendarKind::Era)
            && let Some((_, year)) = self.year_and_era(id)
        {
            return reading(id, era.last, Meaning::of(Shape::Year).with_year(Year::Full(year)));
        }
        // "480–479 BC": the era is said once.
        if (self.is_dash(id + 1) || self.word_is(id + 1, &["to", "and", "or"]))
            && let Some(entry) = self.entry(id + 3, CalendarKind::Era).filter(|e| e.row.number < 0)
            && let (Some(first), Some(second)) = (self.digits(id), self.digits(id + 2))
            && first >= second
            && entry.last > id
        {
            return reading(id, id, Meaning::of(Shape::Year).with_year(Year::Full(1 - first)));
        }
        let before = id.checked_sub(1).filter(|at| self.inside(*at));
        // "1995–96": the second year is short.
        if let (Some(dash), Some(short)) = (before, self.digits(id))
            && self.word(id).len() == 2
            && self.is_dash(dash)
            && self.token(id).glued
            && let Some(year) = dash.checked_sub(1).and_then(|at| self.digits(at)).filter(|y| (1000..2100).contains(y))
            && short > year % 100
            && (short > 12 || short == year % 100 + 1 && !self.is_dash(id + 1))
        {
            return reading(id, id, Meaning::of(Shape::Year).with_year(Year::Full(year / 100 * 100 + short)));
        }
        let year = self.year(id)?;
        let next = id + 1;
        if self.token(next).glued
            && self.inside(next)
            && (self.token(next).kind == TokenKind::Word
                || self.word_is(next, &["°", "@", "_"])
                || self.word_is(next, &[":"]) && self.token(next + 1).glued)
        {
            return None;
        }
        if self.token(id).glued
            && before.is_some_and(|at| {
                self.token(at).kind == TokenKind::Word || self.word_is(at, &["/", ":", "=", "+", "_", "."])
            })
        {
            return None;
        }
        // "32 August 2014", "August 32, 2014", "2012 80 10", a telephone number.
        if before.is_some_and(|at| {
            self.scope.has(at, crate::pack::Table::Calendar)
                && self.digits(at.wrapping_sub(1)).is_some_and(|n| (32..100).contains(&n))
        }) || self.token(id).glued
            && before.is_some_and(|at| {
                self.is_dash(at)
                    && self.token(at).glued
                    && self.digits(at.wrapping_sub(1)).is_some_and(|n| {
                        !(1000..year).contains(&n)
                            || self.is_dash(at.wrapping_sub(2)) && self.token(at.wrapping_sub(1)).glued
                    })
            })
        {
            return None;
        }
        // "August 32, 2014", "2012 80 10".
        if before.is_some_and(|at| {
            self.word_is(at, &[","]) && self.digits(at.wrapping_sub(1)).is_some_and(|n| (32..100).contains(&n))
        }) || self.digits(next).is_some()
        {
            return None;
        }
        // "2014-02-30", "2012-1400": digits that go on make a year only of a span of years.
        if self.inside(next + 1)
            && self.token(next).glued
            && self.token(next + 1).glued
            && self.is_sign(next)
            && let Some(other) = self.digits(next + 1)
        {
            let more = self.inside(next + 3)
                && self.token(next + 2).glued
                && self.is_sign(next + 2)
                && self.digits(next + 3).is_some();
            let span = self.year(next + 1).is_some_and(|y| y > year)
                || self.word(next + 1).len() == 2 && (other > 12 && other > year % 100 || other == year % 100 + 1);
            if more || !span {
                return None;
            }
        }
        let sentence = self.scope.document.sentence_tokens(id);
        let words = (sentence.start..sentence.end.min(sentence.start + 5))
            .filter(|at| self.token(*at).kind == TokenKind::Word && !self.is(*at, "to"));
        let alone = words.count() == 0;
        // A line that is a year heads what follows it.
        let heading = sentence.end - sentence.start == 1 && self.scope.document.sentences.len() > 3;
        let fiscal = before.filter(|at| self.word_is(*at, &["fiscal", "fy"])).or_else(|| {
            before
                .filter(|at| self.word_is(*at, &["year"]))
                .and_then(|at| at.checked_sub(1))
                .filter(|at| self.word_is(*at, &["fiscal", "financial"]))
        });
        if let Some(first) = fiscal {
            return reading(
                first,
                id,
                Meaning { fiscal: true, ..Meaning::of(Shape::Year).with_year(Year::Full(year)) },
            );
        }
        let recent = (1900..=2060).contains(&year);
        let led = before.is_some_and(|at| self.word_is(at, YEAR_PREPOSITIONS));
        let dashed = before.is_some_and(|at| self.is_dash(at));
        let bracketed = before.is_some_and(|at| matches!(self.word(at), "(" | "["));
        let modest = |at: TokenId| {
            self.word_is(
                at,
                &[
                    "than",
                    "least",
                    "most",
                    "nearly",
                    "almost",
                    "some",
                    "only",
                    "approximately",
                    "roughly",
                    "no.",
                    "number",
                    "no",
                ],
            )
        };
        if alone && !heading
            || before.is_some_and(modest)
            || self.entry(next, CalendarKind::Unit).is_some() && !self.word_is(next, &["second"])
        {
            return None;
        }
        let counted = self.counts(id)
            || self.word_is(
                next,
                &[
                    "people", "troops", "men", "women", "children", "percent", "%", "feet", "metres", "meters", "dead",
                    "km", "miles",
                ],
            );
        // "1861–1863" are years by each other; "the election of 1860" by what they date.
        let ranged = dashed
            && before.and_then(|at| at.checked_sub(1)).is_some_and(|at| self.year(at).is_some_and(|y| y < year))
            || self.is_dash(next) && self.year(next + 1).is_some_and(|y| y > year);
        let dated = before.is_some_and(|at| {
            self.word_is(at, &["of"]) && !self.counts(next) && !self.word_is(at.wrapping_sub(1), AMOUNT_NOUNS)
        }) || before.is_some_and(|at| self.word_is(at, &[","]) && !self.inside(next));

        let ok = if recent {
            !counted
                || before.is_some_and(|at| {
                    self.word_is(at, &["the", "in", "since", "his", "her", "its", "their", "s", "'s", "’s"])
                }) && !self.word_is(next, &["people", "troops", "men", "women", "children"])
        } else {
            (led && !before.is_some_and(|at| {
                self.word_is(at, &["about", "over", "for", "to", "and", "or", "than", "around", "as", "of"])
            }) || bracketed
                || heading
                || ranged
                || dated)
                && !counted
        };
        if !ok {
            return None;
        }
        let first = before
            .filter(|at| self.word_is(*at, &["year"]))
            .map_or(id, |at| if self.word_is(at.wrapping_sub(1), &["the"]) { at - 1 } else { at });
        reading(first, id, Meaning::of(Shape::Year).with_year(Year::Full(year)))
    }

    /// "nineteen ninety-six", "the year two thousand".
    pub fn spelled_year(&self, id: TokenId, entry: super::word::Entry) -> Option<Reading> {
        let year_before = id.checked_sub(1).filter(|at| self.word_is(*at, &["year"]));
        let base = entry.row.number;
        let next = entry.last + 1;
        let tens = super::word::cardinal_word(self.word(next)).filter(|n| self.inside(next) && (10..100).contains(n));
        let (last, year) = match tens {
            Some(tens) if tens >= 20 => {
                let after = self.after(next);
                match super::word::cardinal_word(self.word(after)).filter(|n| self.inside(after) && *n < 10) {
                    Some(units) => (after, base + tens + units),
                    None => (next, base + tens),
                }
            }
            Some(tens) => (next, base + tens),
            None if entry.row.code == "alone" && year_before.is_some() => (entry.last, base),
            _ => return None,
        };
        // "twenty thirty-year bonds" and "nineteen twenty-dollar notes" count something.
        if self.token(last + 1).glued && self.is_dash(last + 1) || self.entry(last + 1, CalendarKind::Unit).is_some() {
            return None;
        }
        let first = match year_before {
            Some(at) if self.word_is(at.wrapping_sub(1), &["the"]) => at - 1,
            Some(at) => at,
            None => id,
        };
        Some(Reading { first, last, meaning: Meaning::of(Shape::Year).with_year(Year::Full(year)), rule: &YEAR })
    }

    /// "1990s", "the '80s", "the 470s BC", "1800s".
    pub fn decade(&self, id: TokenId) -> Option<Reading> {
        let number = self.digits(id)?;
        let word = self.word(id);
        let mut end = id + 1;
        if self.word_is(end, &["'", "’"]) && self.token(end).glued {
            end += 1;
        }
        if !self.word_is(end, &["s", "'s", "’s"]) || !(self.token(end).glued || word.len() == 4) || number % 10 != 0 {
            return None;
        }
        let quoted = id.checked_sub(1).filter(|at| self.word_is(*at, &["'", "’", "‘"]) && self.token(id).glued);
        let era = self.entry(end + 1, CalendarKind::Era);
        let shape = match (word.len(), era) {
            (_, Some(era)) if era.row.number < 0 => {
                let last = era.last;
                let shape = Shape::Decade(1 - (number + 9));
                return Some(Reading { first: id, last, meaning: Meaning::of(shape), rule: &DECADE });
            }
            (4, _) if number % 100 == 0 && number < 2000 && (1000..2100).contains(&number) && !self.decade_led(id) => {
                Shape::Century(number)
            }
            (4, _) if (1000..2100).contains(&number) => Shape::Decade(number),
            (2, _) if number >= 20 && (quoted.is_some() || self.word_is(id.wrapping_sub(1), &["the"])) => {
                Shape::Decade(number)
            }
            _ => return None,
        };
        Some(Reading { first: quoted.unwrap_or(id), last: end, meaning: Meaning::of(shape), rule: &DECADE })
    }

    /// "the early 1900s" are ten years, "the 1800s" a hundred.
    fn decade_led(&self, id: TokenId) -> bool {
        self.before(id).is_some_and(|at| self.word_is(at, &["early", "mid", "late"])) && self.digits(id) == Some(1900)
    }
}
