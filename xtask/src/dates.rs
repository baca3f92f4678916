//! The scorer of short date cases (Recognizers-Text, chrono): whether what was read in an expression denotes what
//! one of the readings of the gold denotes.
//!
//! The two projects write moments and half-open spans of moments, not TIMEX3. So both sides are compared as days
//! and clock times: a month is its days, a length laid on the calendar is the days it was laid on, an expression of
//! two ends is the first and the last of what was read in it. Where the gold gives a day or an hour that the words
//! do not tell (a part of the day as hours, "in two weeks" as one day, minutes from a clock that the program is not
//! given), the code of the part, the unit that holds the day, or the length alone is enough.

use anyhow::Result;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What the cases of a file come to: `right`, a share in percent, and `false`, the negative cases in which a date
/// or a time was read; `missed`, which ones.
pub fn score(texts: &Path, read: &Path) -> Result<String> {
    let mut found = BTreeMap::new();
    for line in fs::read_to_string(read)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        found.insert(text(&row, "id").to_owned(), row);
    }
    let (mut all, mut right, mut wrong, mut missed) = (0, 0, 0, Vec::new());
    for line in fs::read_to_string(texts)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let mut said: Vec<Said<'_>> = found
            .get(text(&row, "id"))
            .map_or(&[][..], |found| list(found, "timexes"))
            .iter()
            .map(|timex| Said::of(timex, text(&row, "dct")))
            .collect();
        said.sort_by_key(|said| said.start);
        let gold = list(&row, "timexes");
        if gold.is_empty() {
            wrong += usize::from(said.iter().any(|said| matches!(said.kind, "DATE" | "TIME")));
        }
        for gold in gold {
            let place = (gold["start"].as_u64(), gold["end"].as_u64());
            let here: Vec<&Said<'_>> =
                said.iter().filter(|said| Some(said.start) < place.1 && place.0 < Some(said.end)).collect();
            let case = Case { words: text(gold, "text").to_lowercase(), now: moment(text(&row, "ref")), said: &here };
            all += 1;
            if case.is_right(gold) {
                right += 1;
            } else {
                missed.push(text(&row, "id").to_owned());
            }
        }
    }
    let share = 100.0 * f64::from(right) / f64::from(all.max(1));
    Ok(json!({ "right": share, "false": wrong, "missed": missed }).to_string())
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

fn list<'a>(row: &'a Value, key: &str) -> &'a [Value] {
    row[key].as_array().map_or(&[], Vec::as_slice)
}

/// What was read in one place.
struct Said<'a> {
    start: u64,
    end: u64,
    kind: &'a str,
    value: &'a str,
    /// Its first day and the day after its last.
    days: Option<(i32, i32)>,
}

impl<'a> Said<'a> {
    fn of(timex: &'a Value, published: &str) -> Self {
        let value = text(timex, "value");
        let now = if value == "PRESENT_REF" { days(published) } else { None };
        let laid = || Some((days(text(timex, "first"))?.0, days(text(timex, "last"))?.1));
        Self {
            start: timex["start"].as_u64().unwrap_or(0),
            end: timex["end"].as_u64().unwrap_or(0),
            kind: text(timex, "type"),
            value,
            days: days(value).or(now).or_else(laid),
        }
    }
    fn first(&self) -> Option<i32> {
        self.days.map(|days| days.0)
    }
    fn clock(&self) -> Option<[i32; 3]> {
        clock(self.value.rsplit_once('T')?.1)
    }
    /// The code of a part of the day: `MO` for the morning.
    fn phase(&self) -> Option<&'a str> {
        phase(self.value)
    }
    fn lasts(&self, seconds: f64) -> bool {
        length(self.value).is_some_and(|own| (own - seconds).abs() <= (seconds * 0.002).max(1.0))
    }
    /// Whether it begins at a moment; `after`: whether it ends there, or is over before it.
    fn at(&self, (day, clock): Moment, after: bool) -> bool {
        let dated = day.is_none_or(|day| {
            self.days.is_some_and(|(first, end)| first == day && !after || after && (end == day || end - 1 == day))
        });
        dated && clock.is_none_or(|clock| self.clock() == Some(clock))
    }
}

/// A day and a clock time, each where it is told.
type Moment = (Option<i32>, Option<[i32; 3]>);

/// An expression of the gold, in small letters, and what was read in it.
struct Case<'a> {
    words: String,
    now: Moment,
    said: &'a [&'a Said<'a>],
}

impl Case<'_> {
    fn is_right(&self, gold: &Value) -> bool {
        let (Some(first), Some(last)) = (self.said.first(), self.said.last()) else {
            // A day that the calendar lacks is none.
            let lacking = |reading: &Value| {
                text(reading, "value") == "not resolved" && matches!(text(reading, "type"), "date" | "datetime")
            };
            return list(gold, "values").iter().any(lacking);
        };
        if gold["values"].is_array() {
            return list(gold, "values").iter().any(|reading| self.is_reading(reading));
        }
        let (from, to) = (&gold["start_fields"], &gold["end_fields"]);
        if to.is_null() {
            return self.said.iter().any(|said| self.has_fields(said, from, gold));
        }
        self.said.len() > 1 && self.has_fields(first, from, gold) && self.has_fields(last, to, gold)
    }

    fn any(&self, is: impl Fn(&Said<'_>) -> bool) -> bool {
        self.said.iter().any(|said| is(said))
    }

    fn has(&self, words: &[&str]) -> bool {
        self.words.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
    }

    /// Whether it is counted in hours or less from the clock of the reading.
    fn by_clock(&self) -> bool {
        let unit = ["hour", "min", "second", "hr"].iter().any(|unit| self.words.contains(unit));
        let digit = self
            .words
            .split_whitespace()
            .any(|word| word.starts_with(|c: char| c.is_ascii_digit() || c == '+') && word.ends_with(['h', 'm', 's']));
        (unit || digit)
            && (self
                .has(&["now", "ago", "in", "within", "next", "past", "last", "later", "earlier", "before", "after"])
                || self.words.starts_with(['+', '-']))
    }

    /// A reading of Recognizers-Text.
    fn is_reading(&self, reading: &Value) -> bool {
        let (timex, kind) = (text(reading, "timex"), text(reading, "type"));
        let changed = reading["Mod"].as_str().or(reading["mod"].as_str()).unwrap_or_default();
        let (value, start, end) = (text(reading, "value"), text(reading, "start"), text(reading, "end"));
        let written = |said: &Said<'_>| said.value == timex;
        match kind {
            "duration" => {
                let vague = self.has(&["few", "some", "several", "couple"]);
                return self.any(|said| {
                    length(timex).is_some_and(|seconds| said.lasts(seconds))
                        || vague
                            && said.value.contains('X')
                            && said.value.get(said.value.len() - 1..) == timex.get(timex.len() - 1..)
                });
            }
            "set" => {
                let set = |said: &Said<'_>| {
                    let told = said.value.strip_prefix("XXXX-XX-XX").unwrap_or(said.value);
                    told == timex
                        || told.strip_suffix(":00") == Some(timex)
                        || length(timex).is_some_and(|s| said.lasts(s))
                };
                return self.any(|said| said.kind == "SET" && set(said));
            }
            _ => {}
        }
        if timex == "PRESENT_REF" || value == "not resolved" || start == "not resolved" {
            let year = |said: &Said<'_>| timex.starts_with(['F', 'S']) && said.value.len() == 4;
            let season = |said: &Said<'_>| timex.len() == 2 && said.value.ends_with(timex);
            return self.any(|said| written(said) || year(said) || season(said));
        }
        let plain = !timex.starts_with('(');
        if let Some(phase) = phase(timex) {
            let day = moment(if start.is_empty() { end } else { start }).0;
            let same =
                |own: &str| own == phase || phase == "NT" && own == "NI" || phase == "DT" && own.starts_with('D');
            return self.any(|said| said.phase().is_some_and(same) && (day.is_none() || said.first() == day));
        }
        if !value.is_empty() {
            return self.is_moment(kind, moment(value));
        }
        let (from, to) = (moment(start), moment(end));
        let length_of = timex.trim_end_matches(')').rsplit(',').next().and_then(length);
        if kind == "datetimerange" && from.1.is_some() && !plain && self.by_clock() {
            return self.any(|said| said.first() == from.0 || length_of.is_some_and(|s| said.lasts(s)));
        }
        let part = ["start", "mid", "end"].iter().any(|word| changed.contains(word));
        if let (true, Some(from), Some(to)) = (part, from.0.or(to.0), to.0.or(from.0)) {
            // "the end of June", "after mid-June": TIMEX3 writes June.
            let holds = |(first, end): (i32, i32)| first <= from && to <= end;
            return self.any(|said| said.days.is_some_and(holds) && is_like(said.value, timex));
        }
        if start.is_empty()
            || end.is_empty()
            || ["before", "after", "since", "until", "approx"].iter().any(|word| changed.starts_with(word))
        {
            // An open side: the edge that is told, or the unit that it is an edge of.
            let (edge, after) = if start.is_empty() { (to, false) } else { (from, changed.starts_with("after")) };
            return self.any(|said| said.at(edge, after) || after && timex.starts_with('T') && said.at(edge, false))
                || edge.0.is_some() && self.any(written);
        }
        if let (Some(from), Some(to)) = (from.0, to.0)
            && start.len() == 10
        {
            let holds = |(first, end): (i32, i32)| first == from && (end == to || end == to + 1);
            if self.any(|said| said.days.is_some_and(holds) || plain && written(said)) {
                return true;
            }
        }
        self.is_span(from, to, length_of)
    }

    /// A moment, or a day alone.
    fn is_moment(&self, kind: &str, (day, clock): Moment) -> bool {
        if kind == "datetime" && self.by_clock() {
            let seconds = |(day, clock): Moment| {
                Some(f64::from(day?) * 86400.0 + clock.map_or(0.0, |[h, m, s]| f64::from(h * 3600 + m * 60 + s)))
            };
            let away = seconds((day, clock)).zip(seconds(self.now)).map(|(at, now)| at - now);
            return self.any(|said| said.first() == day || away.is_some_and(|away| said.lasts(away)));
        }
        if clock == Some([23, 59, 59]) {
            return self.any(|said| said.first() == day);
        }
        if let (Some(day), None) = (day, clock) {
            let counted = self.has(&["week", "weeks", "month", "months", "year", "years", "fortnight", "fortnights"]);
            let holds =
                |(first, end): (i32, i32)| counted && (2..=366).contains(&(end - first)) && (first..end).contains(&day);
            return self.any(|said| {
                let bare = said.clock().is_none() && said.phase().is_none();
                said.days.is_some_and(|days| holds(days) || bare && days == (day, day + 1))
            });
        }
        self.any(|said| said.at((day, clock), false))
    }

    /// Two ends, each read for itself.
    fn is_span(&self, from: Moment, to: Moment, lasts: Option<f64>) -> bool {
        let (Some(first), Some(last)) = (self.said.first(), self.said.last()) else { return false };
        let begins = |after| self.any(|said| said.kind != "DURATION" && said.at(from, after));
        // "for two weeks from May 20": the begin and the length.
        if lasts.is_some_and(|s| self.any(|said| said.kind == "DURATION" && said.lasts(s))) && begins(false) {
            return true;
        }
        if self.said.len() < 2 {
            return false;
        }
        let ends = last.at(to, false) || to.1.is_none() && last.at(to, true);
        if ends && (first.at(from, false) || first.at(from, true)) {
            return true;
        }
        // The hours and their day, in any order.
        let clocks: Vec<_> = self.said.iter().filter_map(|said| said.clock()).collect();
        let hours = clocks.len() > 1 && clocks.first().copied() == from.1 && clocks.last().copied() == to.1;
        let on = |day: Option<i32>| day == from.0 || day == to.0;
        hours
            && (from.0.is_none()
                || self.any(|said| said.first() == from.0)
                    && self.said.iter().all(|said| said.days.is_none() || on(said.first())))
    }

    /// The fields of a moment of chrono, those that are told.
    fn has_fields(&self, said: &Said<'_>, fields: &Value, gold: &Value) -> bool {
        let iso = text(fields, "iso");
        if iso.starts_with('-') {
            // Years before our era: the value is the day.
            return said.value.starts_with("BC") && iso.get(4..10).is_some_and(|day| said.value.ends_with(day));
        }
        let (day, time) = iso.split_once('T').unwrap_or_default();
        let mut iso = day.split('-').chain(time.split(':')).map(|part| part.parse::<i32>().ok());
        let certain = |key: &str| gold["certain"]["weekday"].is_boolean() || gold["certain"][key] != Value::Bool(false);
        let mut field = |key: &str| {
            let told = fields[key].as_i64().and_then(|n| i32::try_from(n).ok()).filter(|_| certain(key));
            iso.next().flatten().or(told)
        };
        let (year, month, day) = (field("year"), field("month"), field("day"));
        let (hour, minute) = (field("hour"), field("minute"));
        let calendar = year.or(month).or(day).is_some();
        // The parts of the day are hours in chrono.
        let part = match hour {
            Some(6) => "MO",
            Some(15) => "AF",
            Some(20) => "EV",
            Some(22) => "NI",
            _ => "",
        };
        let clocked = said
            .clock()
            .is_some_and(|[h, m, _]| hour.is_none_or(|hour| hour == h) && minute.is_none_or(|minute| minute == m));
        let timed = clocked || said.phase().is_some_and(|phase| phase == part);
        let told = minute.is_some_and(|minute| minute != 0) || hour.is_some_and(|hour| hour != 12 && hour != 0);
        let told = told || hour.is_some() && (said.clock().is_some() || said.phase().is_some());
        if said.kind == "DURATION" && said.days.is_none() {
            return self.is_away(said, [year, month, day], hour, minute);
        }
        let relative = self.by_clock() || self.has(&["ago", "now", "later"]);
        if !relative && told && !timed {
            return false;
        }
        let Some((first, end)) = said.days else { return !calendar };
        let fits = |at: i32| {
            let (y, m, d) = civil(at);
            year.is_none_or(|year| year == y) && month.is_none_or(|month| month == m) && day.is_none_or(|day| day == d)
        };
        if days(said.value).is_none() {
            // A length laid on the calendar: its far edge.
            return [first, end, end - 1].into_iter().any(fits);
        }
        // Of a month, a week or a year chrono gives one day.
        (first..end).any(fits) && (end - first > 1 || fits(first)) || relative && day.is_none()
    }

    /// Whether a length is as far from now as a moment.
    fn is_away(
        &self,
        said: &Said<'_>,
        [year, month, day]: [Option<i32>; 3],
        hour: Option<i32>,
        minute: Option<i32>,
    ) -> bool {
        let (Some(today), [h, m, _]) = (self.now.0, self.now.1.unwrap_or_default()) else { return false };
        let (y, mo, d) = civil(today);
        let at = number(year.unwrap_or(y), month.unwrap_or(mo), day.unwrap_or(d));
        let minutes = (at - today) * 1440 + (hour.unwrap_or(h) - h) * 60 + minute.unwrap_or(m) - m;
        let away = f64::from(minutes.abs()) * 60.0;
        length(said.value).is_some_and(|own| (own - away).abs() <= if own > 2e6 { 129_600.0 } else { 60.0 })
    }
}

/// The number of a civil day, from the first of March of the year 0.
fn number(year: i32, month: i32, day: i32) -> i32 {
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + day - 1
}

/// The civil day of a number.
fn civil(at: i32) -> (i32, i32, i32) {
    let near = at.div_euclid(366);
    let year = (near..near + 30).rev().find(|year| number(*year, 1, 1) <= at).unwrap_or(near);
    let month = (1..=12).rev().find(|month| number(year, *month, 1) <= at).unwrap_or(1);
    (year, month, at - number(year, month, 1) + 1)
}

/// The first day of a TIMEX3 date value and the day after its last.
fn days(value: &str) -> Option<(i32, i32)> {
    let mut parts = value.split('T').next()?.split('-');
    let head = parts.next()?;
    let year: i32 = head.parse().ok().filter(|year| *year >= 0)?;
    let months = |from: i32, many: i32| {
        let end = year * 12 + from - 1 + many;
        (number(year, from, 1), number(end.div_euclid(12), end.rem_euclid(12) + 1, 1))
    };
    let years = |times: i32| (number(year * times, 1, 1), number((year + 1) * times, 1, 1));
    let Some(part) = parts.next() else {
        return match head.len() {
            2 => Some(years(100)),
            3 => Some(years(10)),
            4 => Some(years(1)),
            _ => None,
        };
    };
    let of = |sign: char| part.strip_prefix(sign).and_then(|n| n.parse::<i32>().ok());
    if let Some(week) = of('W') {
        // The week of ISO 8601 that holds the fourth of January is the first; day 0 was a Wednesday.
        let fourth = number(year, 1, 4);
        let monday = fourth - (fourth + 2).rem_euclid(7) + 7 * (week - 1);
        return Some(if parts.next() == Some("WE") { (monday + 5, monday + 7) } else { (monday, monday + 7) });
    }
    if let Some(quarter) = of('Q') {
        return Some(months(3 * quarter - 2, 3));
    }
    if let Some(half) = of('H') {
        return Some(months(6 * half - 5, 6));
    }
    let month: i32 = part.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some(match parts.next() {
        None => months(month, 1),
        Some(day) => {
            let at = number(year, month, day.parse().ok()?);
            (at, at + 1)
        }
    })
}

/// `13:05`, `13:05:00Z`.
fn clock(text: &str) -> Option<[i32; 3]> {
    let mut parts = text.trim_end_matches('Z').split(':').map(|part| part.parse::<i32>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    Some([hour % 24, minute, parts.next().flatten().unwrap_or(0)])
}

/// `2018-09-03 13:00:00`, `2018-09-03`, `13:00:00`; `T` may part day and clock.
fn moment(text: &str) -> Moment {
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, text));
    (days(day).map(|days| days.0), clock(time.get(..8).unwrap_or(time)))
}

/// The code of a part of the day: `MO` of `2018-09-03TMO`.
fn phase(value: &str) -> Option<&str> {
    let code = value.split_once('T').filter(|(day, _)| !day.starts_with(['P', '('])).map(|(_, code)| code)?;
    (matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_uppercase())).then_some(code)
}

/// Whether a value is of the form of another whose X are not known.
fn is_like(value: &str, form: &str) -> bool {
    let form = form.split('T').next().unwrap_or_default();
    form.matches('-').count() == 2
        || form.contains("WXX")
        || value.len() >= form.len() && value.bytes().zip(form.bytes()).all(|(own, of)| own == of || of == b'X')
}

/// The seconds of a TIMEX3 duration, a month as a twelfth of 365 days.
fn length(value: &str) -> Option<f64> {
    let (mut rest, mut time, mut sum) = (value.strip_prefix('P')?, false, 0.0);
    while !rest.is_empty() {
        if let Some(more) = rest.strip_prefix('T') {
            (rest, time) = (more, true);
        }
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, unit) = rest.split_at(end);
        let size = unit.find(|c: char| c.is_ascii_digit() || c == 'T').unwrap_or(unit.len());
        let (unit, more) = unit.split_at(size);
        let seconds = match (unit, time) {
            ("Y", false) => 31_536_000.0,
            ("Q", false) => 7_884_000.0,
            ("M", false) => 2_628_000.0,
            ("W", false) => 604_800.0,
            ("WE", false) => 172_800.0,
            ("D" | "BD", false) => 86_400.0,
            ("H", true) => 3600.0,
            ("M", true) => 60.0,
            ("S", true) => 1.0,
            _ => return None,
        };
        sum += number.parse::<f64>().ok()? * seconds;
        rest = more;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_days_and_lengths() {
        assert_eq!(civil(number(2018, 10, 26)), (2018, 10, 26));
        assert_eq!(days("2018-W43"), Some((number(2018, 10, 22), number(2018, 10, 29))));
        assert_eq!(days("2018-W43-WE"), Some((number(2018, 10, 27), number(2018, 10, 29))));
        assert_eq!(days("2018-Q4"), Some((number(2018, 10, 1), number(2019, 1, 1))));
        assert_eq!(days("199"), Some((number(1990, 1, 1), number(2000, 1, 1))));
        assert_eq!(days("PRESENT_REF"), None);
        assert_eq!(length("P1Y6M"), Some(18.0 * 2_628_000.0));
        assert_eq!(length("PT1H30M"), Some(5400.0));
        assert_eq!(length("PXD"), None);
        assert_eq!(moment("2018-09-03 13:05:00"), (Some(number(2018, 9, 3)), Some([13, 5, 0])));
    }

    #[test]
    fn cases_are_right_by_what_they_denote() {
        let said = |kind: &'static str, value: &'static str| Said { start: 0, end: 9, kind, value, days: days(value) };
        let right = |words: &str, said: &[&Said<'_>], gold: Value| {
            Case { words: words.to_owned(), now: moment("2021-06-10"), said }.is_right(&gold)
        };
        let month = json!({ "values": [{ "timex": "2021-05", "type": "daterange", "start": "2021-05-01", "end": "2021-06-01" }] });
        assert!(right("last month", &[&said("DATE", "2021-05")], month.clone()));
        assert!(!right("last month", &[&said("DATE", "2021-04")], month));
        let point = json!({ "start_fields": { "year": 2021, "month": 6, "day": 4, "hour": 17 }, "end_fields": null });
        assert!(right("friday 5pm", &[&said("TIME", "2021-06-04T17:00")], point.clone()));
        assert!(!right("friday 5pm", &[&said("TIME", "2021-06-04T05:00")], point));
    }
}
