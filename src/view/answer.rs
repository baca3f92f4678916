//! The one answer that feeds every view of the Compare page: all counts and rows are after the
//! filter, and no facet's counts are narrowed by its own choice.

use super::Anchor;
use serde::Serialize;

/// Everything the Compare page draws, for one [`super::request::Question`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// Every article of the collection, in order, whether or not the filter leaves anything of it.
    pub articles: Vec<ArticleCard>,
    /// The filters with their counts, in the order of `query::DIMS`.
    pub facets: Vec<Facet>,
    /// How much is shown.
    pub totals: Totals,
    /// Where the articles differ or agree, most telling first.
    pub comparisons: Vec<ComparisonRow>,
    /// Figures, one strip for each thing counted; those with more articles first.
    pub strips: Vec<Strip>,
    /// Entities × articles.
    pub matrix: Matrix,
    /// What is dated, in order of time.
    pub timeline: Vec<Event>,
    /// Who is quoted, most quoted first.
    pub speakers: Vec<Speaker>,
    /// Sentences that hold the words searched for, in order of the text; empty without a search.
    pub hits: Vec<Hit>,
}

/// How many items the filter leaves.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Items of any kind left by the filter.
    pub shown: u32,
    /// Items without any filter (boilerplate left out unless asked for).
    pub all: u32,
    /// Figures left.
    pub figures: u32,
    /// Mentions of entities left.
    pub names: u32,
    /// Dates left.
    pub dates: u32,
    /// Quotes left.
    pub quotes: u32,
}

/// A fact about an article, and how it is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The value; empty if not known.
    pub value: String,
    /// `stated` in the text or the page's data, `set` by us, `yours` where the reader set it, or `absent`.
    pub known: String,
    /// How it is known, as a sentence for the reader; may be empty.
    pub why: String,
    /// Where the text states it; empty if it does not.
    pub at: Anchor,
    /// What was known before the reader set another; empty if nothing was.
    pub was: String,
    /// How that was known, as in `known`; empty where the reader set nothing over it.
    pub was_known: String,
}

/// What in a text speaks for the day it was published.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Clue {
    /// Where it stands.
    pub at: Anchor,
    /// Its words.
    pub words: String,
    /// What it says of the day.
    pub rule: RuleNote,
}

/// An article as the page lists it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ArticleCard {
    /// The stable key that anchors begin with.
    pub key: String,
    /// What to call it: headline, or first words of the text.
    pub title: String,
    /// A short name for axes and columns, e.g. "DW, 26 Oct 2018"; unique in the collection.
    pub short: String,
    /// The letter that stands for it on charts: A, B, C …; after Z: A2, B2 ….
    pub letter: String,
    /// The headline and how it is known.
    pub headline: Fact,
    /// The outlet and how it is known.
    pub outlet: Fact,
    /// The day of publication (`YYYY-MM-DD`) and how it is known.
    pub published: Fact,
    /// What the text itself says of that day.
    pub clues: Vec<Clue>,
    /// The first day that the clues leave open (`YYYY-MM-DD`); empty where they leave all before it.
    pub earliest: String,
    /// The last day that they leave open; empty where they leave all after it.
    pub latest: String,
    /// Whether it is one of the embedded articles.
    pub embedded: bool,
    /// Words in the article's own text, boilerplate left out.
    pub words: u32,
    /// Figures left by the filter.
    pub figures: u32,
    /// Quotes left by the filter.
    pub quotes: u32,
    /// Items left by the filter.
    pub shown: u32,
}

/// One dimension to filter by.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Facet {
    /// The dimension's name in a question and in the page's address.
    pub dim: String,
    /// Its heading.
    pub label: String,
    /// Its values: chosen ones and those that would leave something, most first.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FacetValue {
    /// The value's name in a question and in the page's address.
    pub value: String,
    /// What the page shows.
    pub label: String,
    /// Items it would leave, with all other dimensions' choices held.
    pub count: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A figure, ready to be drawn and to be listed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FigureRow {
    /// The mark in the reader; also this row's identity.
    pub at: Anchor,
    /// The article's key.
    pub article: String,
    /// The figure as written, qualifier and unit included: "more than 45,000".
    pub words: String,
    /// The value in plain digits with its bound and unit: "> 45,000", "800–1,000", "about 2,500".
    pub value: String,
    /// Lowest value; absent where the text leaves it open.
    pub low: Option<f64>,
    /// Highest value; absent where the text leaves it open.
    pub high: Option<f64>,
    /// The one value the text gives; absent for ranges and vague words.
    pub point: Option<f64>,
    /// `exact`, `approx`, `more_than`, `at_least`, `less_than`, `at_most`, `range` or `vague`.
    pub bound: String,
    /// The unit's code (ISO 4217, UCUM); empty for a count.
    pub unit: String,
    /// The unit in words for the reader: "miles", "dollars"; empty for a count.
    pub unit_label: String,
    /// The thing counted, as written; empty if none was found.
    pub thing: String,
    /// The words from the figure to the thing counted, where it stands right behind: " of " in
    /// "hundreds of people"; empty where it stands elsewhere.
    pub joint: String,
    /// Whose figure it is, as written; empty if none was found.
    pub whose: String,
    /// What is to be known of it where the thing counted is as general as "people", as written: what happens to them,
    /// or else whose it is or of whom its clause speaks. Empty where the thing says it, or nothing does.
    pub more: String,
    /// Who says so; empty for "no source given".
    pub source: String,
    /// The same as it stands behind "according to".
    pub according: String,
    /// When it holds, as written or resolved; empty if not stated.
    pub as_of: String,
    /// Where it holds, as written; empty if not stated.
    pub place: String,
    /// `planned`, `expected`, `requested`, `possible`, `former` or `denied`; empty where it is simply so.
    pub status: String,
    /// The figure that this one is a part of; empty if none.
    pub part_of: Anchor,
    /// The sentence it stands in, as runs with the figure lit.
    pub sentence: Vec<Run>,
    /// The rule that found it, and its reason in words.
    pub rule: RuleNote,
}

/// Why something was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RuleNote {
    /// The rule's name, e.g. `figure/money`.
    pub name: String,
    /// Its reason, as a sentence for the reader.
    pub why: String,
}

/// A piece of text that is drawn one way.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The text, exactly as it stands in the article.
    pub text: String,
    /// Whether it is what the row is about.
    pub lit: bool,
}

/// Figures of one thing counted, on one linear axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Strip {
    /// A name for the group, stable for one collection.
    pub id: String,
    /// The thing counted: "Troops".
    pub label: String,
    /// The unit's words; empty for a count.
    pub unit_label: String,
    /// The axis: from zero or the smallest stated number …
    pub axis_low: f64,
    /// … to the largest stated number. Vague words never stretch it, unless nothing else is there.
    pub axis_high: f64,
    /// How many articles have a figure here.
    pub articles: u32,
    /// The figures, in order of their article's day and then of the text.
    pub figures: Vec<FigureRow>,
}

/// Two or more figures of one thing, and how they stand to each other.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ComparisonRow {
    /// A name for the row, stable for one collection.
    pub id: String,
    /// What can be said of the figures together, in a sentence or two. It describes and never calls one wrong.
    pub sentence: String,
    /// `same`, `overlap`, `both_possible`, `not_both`, `other_time`, `other_scope` or `part_of`.
    pub relation: String,
    /// The relation in two or three words: "Different time".
    pub relation_label: String,
    /// What matched: "thing: troops; unit: count; …".
    pub why: Vec<String>,
    /// The strip that draws these figures, all of them.
    pub strip: String,
    /// The figures' anchors.
    pub figures: Vec<Anchor>,
}

/// A run of a generated sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LinkedRun {
    /// The words.
    pub text: String,
    /// Where they lead; empty if nowhere.
    pub at: Anchor,
}

/// Entities × articles: how often each is mentioned where.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Matrix {
    /// Article keys, the columns.
    pub articles: Vec<String>,
    /// The rows, most mentioned first.
    pub rows: Vec<MatrixRow>,
}

/// One entity's row.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MatrixRow {
    /// The entity's key, as [`crate::session::Session::entity`] takes it.
    pub key: String,
    /// Its name.
    pub label: String,
    /// `person`, `organisation`, `country`, `place`, `group`, `law`, `event`, `product` or `office`.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// Other forms it is written in.
    pub aliases: Vec<String>,
    /// Mentions by article, in the order of [`Matrix::articles`].
    pub cells: Vec<MatrixCell>,
    /// Whether the reader corrected it.
    pub corrected: bool,
    /// Mentions in all.
    pub total: u32,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MatrixCell {
    /// Mentions.
    pub count: u32,
    /// The first of them; empty if there is none.
    pub first: Anchor,
}

/// Something dated.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// The date's mark in the reader.
    pub at: Anchor,
    /// The article's key.
    pub article: String,
    /// The date as written.
    pub words: String,
    /// First day, `YYYY-MM-DD`.
    pub first: String,
    /// Last day, `YYYY-MM-DD`.
    pub last: String,
    /// The date for the reader at its own precision: "22 January 2025", "February 2024".
    pub label: String,
    /// `day`, `week`, `month`, `quarter`, `season`, `year`, `decade` or `time`.
    pub grain: String,
    /// `stated` (the text gives it whole) or `inferred`.
    pub basis: String,
    /// From what it was resolved, as a sentence.
    pub why: String,
    /// The sentence, with the date lit.
    pub sentence: Vec<Run>,
    /// The rule that found it.
    pub rule: RuleNote,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Speaker {
    /// The value in the `speaker` facet.
    pub speaker: String,
    /// The name; "no speaker found" where there is none.
    pub label: String,
    /// The key of the entity it is, as [`crate::session::Session::entity`] takes it; empty if none.
    pub key: String,
    /// The quotes, in order.
    pub quotes: Vec<QuoteRow>,
}

/// One quote.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct QuoteRow {
    /// The mark in the reader.
    pub at: Anchor,
    /// The article's key.
    pub article: String,
    /// The words, one entry for each part of a split quote, marks included.
    pub words: Vec<String>,
    /// `direct`, `mixed` or `indirect`.
    pub kind: String,
    /// The cue: "said"; empty if none.
    pub cue: String,
    /// The speaker as written: "he"; empty if none.
    pub speaker_words: String,
    /// The rule that found it.
    pub rule: RuleNote,
}

/// A sentence that holds the words searched for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// The sentence's element in the reader.
    pub at: Anchor,
    /// The article's key.
    pub article: String,
    /// The sentence, the words lit.
    pub sentence: Vec<Run>,
}
