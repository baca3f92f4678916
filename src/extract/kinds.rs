//! The values of mentions: what a numeral, date, name, figure, quote is once it is found.

use crate::base::{Day, Decimal, Span};
pub use crate::pack::{BlockKind, Bound, EntityKind, SpeechAct, Status};

impl BlockKind {
    /// Whether it is part of the article; what is not is set apart and left out of counts.
    #[must_use]
    pub const fn is_article(self) -> bool {
        matches!(self, Self::Body | Self::Headline | Self::Subheading | Self::Dateline | Self::Standfirst)
    }
}

/// A number in digits or words, before anybody has said what it is a number of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// The value; for a vague word ("hundreds", "several") its low end.
    pub low: Decimal,
    /// The same as `low` but for vague words.
    pub high: Decimal,
    /// How it is written.
    pub form: NumeralForm,
    /// What its own neighbourhood makes of it, before names, dates and figures are known.
    pub role: Role,
}

/// What the words beside a numeral make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A number of something, unless a name or a date covers it.
    Number,
    /// A place in an order.
    Ordinal,
    /// A day, year or decade.
    Date,
    /// A time of day.
    Clock,
    /// Part of a name.
    Name,
    /// The marker of a list item.
    ListMarker,
    /// A street number or part of a telephone number.
    Address,
    /// The result of a game.
    Score,
    /// "one" for somebody or something.
    Pronoun,
    /// Part of a code.
    Code,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumeralForm {
    /// Digits only: `1,500`, `2018`, `3.5`.
    Digits,
    /// Words only: "two", "twenty-five hundred", "a dozen".
    Words,
    /// Digits and a scale: "1.2 million", "3bn".
    Mixed,
    /// "half", "two-thirds", "½", "3/4".
    Fraction,
    /// "first", "21st".
    Ordinal,
    /// "hundreds", "tens of thousands", "several".
    Vague,
}

/// What became of a numeral. Each has exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Part of a figure (index into the layer).
    Figure(u32),
    /// An ordinal: "second term".
    Ordinal,
    /// Part of a date, duration or set of times (index into the layer, where that reads it).
    Date(Option<u32>),
    /// A time of day.
    Clock,
    /// Part of a name: "Section 4", "Boeing 737", "G20".
    Name,
    /// The marker of a list item.
    ListMarker,
    /// In a web, mail or street address, or a telephone number.
    Address,
    /// The result of a game, where no count is meant.
    Score,
    /// "one" as a pronoun or an article.
    Pronoun,
    /// A part of something larger that is not a number: a code, a version, a reference.
    Code,
    /// A number that no reader took: none should be left so, and the tests say so.
    Unread,
}

/// How fine a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// A time of day.
    Time,
    /// A day.
    Day,
    /// A weekend.
    Weekend,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A season.
    Season,
    /// A half-year.
    Half,
    /// A year, also a fiscal one.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// None: a duration, a set, "now", "the past".
    None,
}

/// The types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexKind {
    /// A day or a longer calendar interval.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// Days from `first` to `last`, both included; an end that is not known is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: Option<Day>,
    /// The last day.
    pub last: Option<Day>,
}

/// What a date was resolved from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The words say it whole.
    Stated,
    /// Reckoned from the day of publication.
    Publication,
    /// Reckoned from an earlier date in the text (its span).
    Earlier(Span),
    /// Not resolved to the calendar.
    Open,
}

/// On which side of now the words around a date set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Told as past.
    Past,
    /// Told as to come.
    Future,
    /// Not told.
    Open,
}

/// A temporal expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Its TIMEX3 type.
    pub kind: TimexKind,
    /// Its TIMEX3 value: `2018-10-26`, `2018-W42`, `P4Y`, `PRESENT_REF`, `2018-10-31TMO` …
    pub iso: String,
    /// The days it covers, where it is resolved.
    pub days: Option<Days>,
    /// How fine it is.
    pub grain: Grain,
    /// What it was resolved from.
    pub basis: Basis,
    /// Told as past or as to come; open for what is no point of the calendar.
    pub tense: Tense,
}

/// How a name stands for its thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameForm {
    /// A name: "Ada Lovelace", "the Pentagon".
    Name,
    /// An office beside a name or alone: "press secretary".
    Title,
    /// A description that stands for something named: "the company", "the Republican leader".
    Nominal,
}

/// A name, an office, or a description.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// What kind of thing it names; for a title the kind of its holder: a person.
    pub kind: EntityKind,
    /// How it stands for it.
    pub form: NameForm,
    /// The name by which a table links it; empty where no table knows it.
    pub known: &'static str,
    /// For a title or description: the name mention (index into the layer) it belongs to, if found.
    pub of: Option<u32>,
}

/// What is counted or measured, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// The noun phrase, without the number and without what only locates it.
    pub span: Span,
    /// Its head noun.
    pub head: Span,
}

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A number of things.
    Count,
    /// An amount of money.
    Money,
    /// A percentage or percentage points.
    Percent,
    /// A length of time.
    Duration,
    /// An age.
    Age,
    /// A distance or length.
    Distance,
    /// Any other measure.
    Other,
    /// Something per something.
    Rate,
    /// A share or ratio: "one in five", "two-thirds".
    Ratio,
    /// A vote tally or the result of a game.
    Score,
}

/// A unit: none for a bare count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// ISO 4217 for money, UCUM for measures, `%`, `pp`; empty for a count.
    pub code: &'static str,
    /// As a table of figures names it, singular: "mile", "km"; the code for money; empty for a count.
    pub word: &'static str,
    /// In words, plural: "miles"; empty for a count.
    pub label: &'static str,
    /// For a rate, what it is per: a code or a noun ("d", "barrel"); empty otherwise.
    pub per: String,
}

impl Unit {
    /// A unit by its code, its name and its plural.
    #[must_use]
    pub const fn of(code: &'static str, word: &'static str, label: &'static str) -> Self {
        Self { code, word, label, per: String::new() }
    }
}

/// Whether a value goes up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Up by, to, from.
    Up,
    /// Down by, to, from.
    Down,
}

/// A quantity as the text gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Lowest value; `None` where the text leaves it open.
    pub low: Option<Decimal>,
    /// Highest value; `None` where the text leaves it open.
    pub high: Option<Decimal>,
    /// The one value, where the text gives one.
    pub point: Option<Decimal>,
    /// How firmly it is stated.
    pub bound: Bound,
    /// The words that say how firmly: "more than", "or more"; where they stand.
    pub qualifier: Option<Span>,
    /// The number without qualifier and unit.
    pub number: Span,
    /// Up or down, where the text says so.
    pub trend: Option<Trend>,
    /// What kind of figure it is.
    pub measure: Measure,
    /// Its unit.
    pub unit: Unit,
    /// What is counted or measured.
    pub thing: Option<Thing>,
    /// What is said to happen to it: "killed", "arrested". Counts of one thing with other deeds differ.
    pub deed: Option<Span>,
    /// Whose it is, where the text says so: "Tesla's 20 plants", "the town has two schools".
    pub whose: Option<Span>,
    /// Whom or what its clause speaks of: an owner often, but it may be who did it, or where it was.
    pub subject: Option<Span>,
}

impl Figure {
    /// Whose it is, or else whom or what its clause speaks of.
    #[must_use]
    pub fn holder(&self) -> Option<Span> {
        self.whose.or(self.subject)
    }
}

/// How words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// In quotation marks.
    Direct,
    /// A reported clause that holds quoted words.
    Mixed,
    /// Reported without quotation marks.
    Indirect,
}

/// Words given to somebody. The mention's span runs from the first segment to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How they are given.
    pub kind: QuoteKind,
    /// The words, one span for each part of a split quote; marks included.
    pub segments: Vec<Span>,
    /// The cue: "said", "according to".
    pub cue: Option<Span>,
    /// What the cue does.
    pub act: Option<SpeechAct>,
    /// The speaker as written, pronoun or description included.
    pub speaker: Option<Span>,
}
