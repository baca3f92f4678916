//! One reading as a line of JSON, in the form that scorers of extraction read. Offsets are UTF-8 bytes
//! into the text as it came in.

use crate::analyze::{self, Analysis, Article, Fact};
use crate::base::fold::is_one;
use crate::base::{Decimal, Span, day};
use crate::extract::{Bound, EntityKind, Fate, Figure, Measure, NameForm, QuoteKind, Status, TimexKind, Trend};
use crate::lexicon::Lexicon;
use crate::pack::Known;
use crate::pack::Table;
use serde::{Deserialize, Serialize};

/// A text to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Line {
    /// Comes back unchanged.
    pub id: Id,
    /// The text.
    pub text: String,
    /// The day of publication, `YYYY-MM-DD`, where it is known; a time after it is left out.
    #[serde(default)]
    pub dct: Option<String>,
}

/// An id: a number or a string, kept as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Id {
    /// A number.
    Number(i64),
    /// A string.
    Text(String),
}
impl Default for Id {
    fn default() -> Self {
        Self::Number(0)
    }
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading<'a> {
    id: &'a Id,
    quantities: Vec<Quantity<'a>>,
    entities: Vec<Entity<'a>>,
    timexes: Vec<Timex<'a>>,
    quotes: Vec<Quote<'a>>,
    body: Vec<[u32; 2]>,
    /// Numerals that no reader took; there should be none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<&'a str>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Quantity<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<f64>,
    bound: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    trend: Option<&'static str>,
    unit: String,
    thing: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    qualifier: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    whose: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    as_of: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    place: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<u32>,
    rule: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Entity<'a> {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind_of: &'static str,
    entity: &'a str,
    kind: &'static str,
    rule: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Timex<'a> {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    /// The days it covers, where it is laid on the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    rule: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Quote<'a> {
    start: u32,
    end: u32,
    segments: Vec<[u32; 2]>,
    kind: &'static str,
    speaker: &'a str,
    speaker_span: Option<[u32; 2]>,
    speaker_canonical: &'a str,
    cue: &'a str,
    rule: &'static str,
}

/// Reads one line's text.
#[must_use]
pub fn analyse(line: &Line) -> Analysis {
    let mut article = Article::of(line.text.clone());
    if let Some(day) = &line.dct {
        article.published = Fact::new(&date(day), Known::Set, "");
    }
    analyze::read(article)
}

/// The day of a day with or without a time: `2018-10-26T13:37`.
fn date(stamp: &str) -> String {
    stamp.split('T').next().unwrap_or("").to_owned()
}

/// What was read of one line.
#[must_use]
pub fn reading<'a>(id: &'a Id, analysis: &'a Analysis) -> Reading<'a> {
    let found = &analysis.found;
    let slice = |span: Option<crate::base::Span>| span.map_or("", |s| analysis.slice(s));
    let fates = found.numerals.iter().zip(&analysis.ledger);
    Reading {
        id,
        unread: fates
            .filter(|(_, fate)| **fate == Fate::Unread)
            .map(|(numeral, _)| analysis.slice(numeral.span))
            .collect(),
        quantities: found
            .figures
            .iter()
            .enumerate()
            .map(|(index, m)| {
                let figure = &m.value;
                let context = analysis.attached.figures.get(index);
                let (value, low, high) = values(figure);
                Quantity {
                    start: m.span.start,
                    end: m.span.end,
                    text: analysis.slice(m.span),
                    value,
                    low,
                    high,
                    bound: figure.bound.word(),
                    trend: figure.trend.map(|t| match t {
                        Trend::Up => "up",
                        Trend::Down => "down",
                    }),
                    unit: unit(
                        figure,
                        figure
                            .thing
                            .map(|t| t.span)
                            .filter(|t| {
                                figure.measure != Measure::Ratio
                                    && t.start >= figure.number.end
                                    && !is_bare(analysis.slice(*t))
                            })
                            .map_or("", |t| noun(analysis, figure, t)),
                    ),
                    thing: about(slice(figure.thing.map(|t| t.span)), slice(figure.deed), slice(figure.holder())),
                    qualifier: slice(figure.qualifier),
                    whose: slice(figure.whose),
                    source: slice(context.and_then(|c| c.attribution.as_ref()).map(|a| a.speaker)),
                    as_of: slice(context.and_then(|c| c.as_of.as_ref()).map(|a| a.span)),
                    place: slice(context.and_then(|c| c.place).map(|p| p.0)),
                    status: context.map(|c| c.status).filter(|s| *s != Status::Actual).map(status),
                    part_of: context.and_then(|c| c.part_of).map(|p| p.0),
                    rule: m.rule.name,
                }
            })
            .collect(),
        entities: found
            .names
            .iter()
            .enumerate()
            .map(|(index, m)| {
                let linked = analysis.linked.entity_of.get(index).copied().flatten();
                let linked = linked.and_then(|e| analysis.linked.entities.get(e as usize));
                Entity {
                    start: m.span.start,
                    end: m.span.end,
                    // Sets of names annotate names only: a description is of a kind of its own, as an office is.
                    kind_of: match m.value.form {
                        NameForm::Name => entity_kind(m.value.kind),
                        NameForm::Title => "TITLE",
                        NameForm::Nominal => "NOMINAL",
                    },
                    entity: linked.map_or_else(|| analysis.slice(m.span), |e| e.name.as_str()),
                    kind: match m.value.form {
                        NameForm::Name => "name",
                        NameForm::Title => "title",
                        NameForm::Nominal => "nominal",
                    },
                    rule: m.rule.name,
                }
            })
            .collect(),
        timexes: found
            .timexes
            .iter()
            .map(|m| Timex {
                start: m.span.start,
                end: m.span.end,
                kind: match m.value.kind {
                    TimexKind::Date => "DATE",
                    TimexKind::Time => "TIME",
                    TimexKind::Duration => "DURATION",
                    TimexKind::Set => "SET",
                },
                value: &m.value.iso,
                first: m.value.days.and_then(|days| days.first).map(day::iso),
                last: m.value.days.and_then(|days| days.last).map(day::iso),
                rule: m.rule.name,
            })
            .collect(),
        quotes: found
            .quotes
            .iter()
            .enumerate()
            .map(|(index, m)| Quote {
                start: m.span.start,
                end: m.span.end,
                segments: m.value.segments.iter().map(|s| [s.start, s.end]).collect(),
                kind: quote_kind(m.value.kind),
                speaker: slice(m.value.speaker),
                speaker_span: m.value.speaker.map(|s| [s.start, s.end]),
                speaker_canonical: analysis.attached.quotes.get(index).map_or("", |v| v.canonical.as_str()),
                cue: slice(m.value.cue),
                rule: m.rule.name,
            })
            .collect(),
        body: found.blocks.iter().filter(|b| b.value.is_article()).map(|b| [b.span.start, b.span.end]).collect(),
    }
}

/// The value as scorers take it: a point, or an interval with one end left out where it is open.
fn values(figure: &Figure) -> (Option<f64>, Option<f64>, Option<f64>) {
    let number = |value: Option<Decimal>| value.map(Decimal::to_f64);
    match figure.bound {
        Bound::Range | Bound::Vague | Bound::Approx if figure.low != figure.high => {
            (None, number(figure.low), number(figure.high))
        }
        _ => (number(figure.point.or(figure.low).or(figure.high)), None, None),
    }
}

/// A unit in words; what is counted is the unit of a bare count. That of an age says so, since nothing else there tells
/// it from a length of time.
fn unit(figure: &Figure, thing: &str) -> String {
    match (figure.unit.word, figure.unit.per.as_str()) {
        (word, _) if figure.measure == Measure::Age => format!("{word} of age"),
        ("", "") => thing.to_owned(),
        (word, "") => word.to_owned(),
        // "two tickets per person", but "40 deaths per day"
        ("", per)
            if !thing.is_empty()
                && Lexicon::embedded().find(Table::Unit, per).is_none()
                && !per.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            format!("{}/{per}", thing.rsplit(' ').next().unwrap_or(thing).trim_end_matches('s'))
        }
        ("", per) => format!("count/{per}"),
        (word, per) => format!("{word}/{per}"),
    }
}

/// The words of a count's unit: of "a 28-nation bloc" the nation.
fn noun<'a>(analysis: &'a Analysis, figure: &Figure, thing: Span) -> &'a str {
    let words = analysis.slice(thing);
    let hyphen = matches!(analysis.slice(Span::new(figure.number.end, thing.start)), "-" | "‑");
    words.split(' ').next().filter(|_| hyphen).unwrap_or(words)
}

/// Whether what is counted makes no unit: "five times" counts no thing of its own, and "40 people on board" says no
/// more than 40.
fn is_bare(thing: &str) -> bool {
    thing.eq_ignore_ascii_case("times") || is_people(thing)
}

/// Whether a thing says no more than that people are counted.
fn is_people(thing: &str) -> bool {
    is_one(thing.split(' ').next().unwrap_or(""), "people person persons")
}

/// What a figure is about: what is counted, what happens to it, and whose it is. Of people, whatever else they do is no
/// part of what is counted, but what is counted of people: who is killed, hired, in favour.
fn about(thing: &str, deed: &str, whose: &str) -> String {
    let people = is_people(thing);
    let event = |deed: &str| deed.contains(' ') || Lexicon::embedded().find(Table::Deed, deed).is_some();
    let deed = if people && !event(deed) { "" } else { deed };
    let counted = [thing, deed].iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let whose = if people { "" } else { whose };
    [counted.as_str(), whose].iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// A status's word in output.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Actual => "actual",
        Status::Planned => "planned",
        Status::Expected => "estimated-future",
        Status::Requested => "requested",
        Status::Possible => "possible",
        Status::Former => "former",
        Status::Denied => "denied",
    }
}

/// A quote kind's word in output.
#[must_use]
pub const fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect => "indirect",
    }
}

const fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PERSON",
        EntityKind::Organisation => "ORG",
        EntityKind::Country | EntityKind::Settlement => "GPE",
        EntityKind::Place => "LOC",
        EntityKind::Facility => "FAC",
        EntityKind::Group => "NORP",
        EntityKind::Law => "LAW",
        EntityKind::Event => "EVENT",
        EntityKind::Product => "PRODUCT",
    }
}
