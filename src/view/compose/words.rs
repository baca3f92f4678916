//! Plain words and plain digits for what the house knows in its own terms.

use crate::analyze::{Analysis, Fact};
use crate::base::{Day, Decimal, Rule, Span};
use crate::extract::{BlockKind, Bound, Days, EntityKind, Figure, Grain, Status, Timex};
use crate::query::dims::unit_words;
use crate::view::answer::{self, RuleNote, Run};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A rule for the reader.
pub fn note(rule: &Rule) -> RuleNote {
    RuleNote { name: rule.name.to_owned(), why: rule.why.to_owned() }
}

/// The anchor of a sentence.
pub fn sentence_anchor(key: &str, span: Span) -> String {
    format!("{key}-{}-{}", span.start, span.end)
}

/// The anchor of a mark in a layer (`f`, `n`, `d`, `q`).
pub fn mark_anchor(key: &str, span: Span, layer: char) -> String {
    format!("{key}-{}-{}-{layer}", span.start, span.end)
}

/// A fact about an article; `at` is where the text states it.
pub fn fact(fact: &Fact, at: String) -> answer::Fact {
    let under = fact.under.as_deref();
    answer::Fact {
        value: fact.value.clone(),
        known: fact.known.word().to_owned(),
        why: fact.why.clone(),
        at,
        was: under.map_or_else(String::new, |f| f.value.clone()),
        was_known: under.map_or("", |f| f.known.word()).to_owned(),
    }
}

/// "22 January 2025".
pub fn long_day(day: Day) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// "22 Jan 2025".
pub fn short_day(day: Day) -> String {
    format!("{} {} {}", day.day(), month(day).get(..3).unwrap_or(""), day.year())
}

fn month(day: Day) -> &'static str {
    let index = usize::from(day.month()).wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or("")
}

/// A date at its own precision: "22 January 2025", "week of 15 October 2018", "February 2024".
pub fn date_label(timex: &Timex) -> String {
    let Some(Days { first: Some(first), last: Some(last) }) = timex.days else {
        return match timex.days {
            Some(Days { first: Some(first), last: None }) => format!("from {}", long_day(first)),
            Some(Days { first: None, last: Some(last) }) => format!("until {}", long_day(last)),
            _ => timex.iso.clone(),
        };
    };
    match timex.grain {
        _ if first == last => long_day(first),
        Grain::Week => format!("week of {}", long_day(first)),
        Grain::Month if first.month() == last.month() => format!("{} {}", month(first), first.year()),
        Grain::Year if first.year() == last.year() && first.month() == 1 => first.year().to_string(),
        Grain::Decade => format!("{}s", first.year()),
        _ => format!("{} to {}", long_day(first), long_day(last)),
    }
}

/// A grain's word.
pub const fn grain(grain: Grain) -> &'static str {
    match grain {
        Grain::Time => "time",
        Grain::Day => "day",
        Grain::Weekend => "weekend",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Season => "season",
        Grain::Half => "half-year",
        Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Century => "century",
        Grain::None => "open",
    }
}

/// A figure's value in plain digits with its bound and unit: "> 45,000", "800–1,000", "about 2,500".
pub fn value(figure: &Figure) -> String {
    let number = |d: Option<Decimal>| d.map_or_else(String::new, Decimal::plain);
    let one = number(figure.point.or(figure.low).or(figure.high));
    let between = || format!("{}–{}", number(figure.low), number(figure.high));
    let digits = match figure.bound {
        Bound::Exact => one,
        Bound::Approx if figure.low.is_some() && figure.high.is_some() && figure.low != figure.high => {
            format!("about {}", between())
        }
        Bound::Approx => format!("about {one}"),
        Bound::MoreThan => format!("> {}", number(figure.point.or(figure.low))),
        Bound::AtLeast => format!("≥ {}", number(figure.point.or(figure.low))),
        Bound::LessThan => format!("< {}", number(figure.point.or(figure.high))),
        Bound::AtMost => format!("≤ {}", number(figure.point.or(figure.high))),
        Bound::Range if figure.low.is_some() && figure.high.is_some() => between(),
        Bound::Vague if figure.low.is_some() && figure.high.is_some() && figure.low != figure.high => {
            format!("{} (a word, no number)", between())
        }
        Bound::Range | Bound::Vague => one,
    };
    let label = unit_label(figure);
    match (figure.unit.code, label.as_str()) {
        (_, "") => digits,
        ("%", _) => format!("{digits}%"),
        _ => format!("{digits} {label}"),
    }
}

/// The unit in words; empty for a count.
pub fn unit_label(figure: &Figure) -> String {
    if figure.unit.code.is_empty() && figure.unit.per.is_empty() {
        return String::new();
    }
    let (_, label) = unit_words(&figure.unit);
    if figure.unit.code.is_empty() { label.trim_start_matches("Counts ").to_owned() } else { label }
}

/// A status for the reader; empty where it is simply so.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Actual => "",
        Status::Planned => "planned",
        Status::Expected => "expected",
        Status::Requested => "requested",
        Status::Possible => "possible",
        Status::Former => "former",
        Status::Denied => "denied",
    }
}

/// One entity kind for the reader.
pub const fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organisation",
        EntityKind::Country => "Country",
        EntityKind::Settlement => "State or city",
        EntityKind::Place => "Place",
        EntityKind::Facility => "Building or site",
        EntityKind::Group => "Group",
        EntityKind::Law => "Law",
        EntityKind::Event => "Event",
        EntityKind::Product => "Product or work",
    }
}

/// Words with every run of white space as one space.
pub fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Bytes shown of a sentence before and behind what is lit in it: no more than a reader would read, and a list of a
/// thousand figures without a full stop does not come with each of them.
const AROUND: u32 = 600;

/// A sentence as runs, the given spans lit; a very long one cut to what stands around them.
pub fn lit(analysis: &Analysis, sentence: Span, spans: &[Span]) -> Vec<Run> {
    let mut runs = Vec::new();
    let cut = |at: u32| {
        let token = analysis.document.tokens_in(Span::new(at.min(sentence.end), sentence.end)).start;
        analysis.document.token(token).span.start.clamp(sentence.start, sentence.end)
    };
    let (first, last) =
        spans.first().zip(spans.last()).map_or((sentence.start, sentence.end), |(f, l)| (f.start, l.end));
    let (mut start, mut end) = (sentence.start, sentence.end);
    if first.saturating_sub(start) > 2 * AROUND {
        start = cut(first - AROUND);
    }
    if end.saturating_sub(last) > 2 * AROUND {
        end = cut(last + AROUND);
    }
    let dots = || Run { text: "…".to_owned(), lit: false };
    if start > sentence.start {
        runs.push(dots());
    }
    let (whole, sentence) = (sentence, Span::new(start, end.max(start)));
    let mut at = sentence.start;
    let mut add = |from: u32, to: u32, lit: bool| {
        if from < to {
            runs.push(Run { text: analysis.slice(Span::new(from, to)).to_owned(), lit });
        }
    };
    for span in spans {
        let (start, end) = (span.start.clamp(at, sentence.end), span.end.min(sentence.end));
        add(at, start, false);
        add(start, end.max(start), true);
        at = end.max(start);
    }
    add(at, sentence.end, false);
    if sentence.end < whole.end {
        runs.push(dots());
    }
    runs
}

/// A block kind for the reader.
pub const fn block(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Body => "Text",
        BlockKind::Headline => "Headline",
        BlockKind::Subheading => "Heading",
        BlockKind::Dateline => "Dateline",
        BlockKind::Byline => "Byline",
        BlockKind::Standfirst => "Standfirst",
        BlockKind::Caption => "Caption",
        BlockKind::Credit => "Credit",
        BlockKind::Menu => "Menu",
        BlockKind::Related => "Related link",
        BlockKind::Advertisement => "Advertisement",
        BlockKind::Social => "Share prompt",
        BlockKind::Footer => "Footer",
        BlockKind::Address => "Web address",
        BlockKind::Aside => "Left out by you",
    }
}
