//! The dimensions to filter by. [`DIMS`] is the list: the page draws what stands in it.
//!
//! An item has its own values in a dimension that fits its kind (a figure its unit, a quote its
//! speaker). Where a dimension does not fit, it takes the values of the items in its sentences: so a
//! filter on "miles" also leaves the dates, names and quotes that stand beside a figure in miles.
//!
//! To add a filter: one row here.

use crate::corpus::{Corpus, Item, ItemKind};
use crate::extract::{Bound, EntityKind, NameForm};
use crate::lexicon::Lexicon;
use crate::pack::Table;

/// How the values of a facet are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Most items first.
    Count,
    /// As they stand in the collection or in a scale.
    Fixed,
}

/// One value of a dimension: its name in questions and addresses, its label, and its place in a fixed
/// order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value {
    /// Place in a fixed order.
    pub rank: u32,
    /// The name.
    pub name: String,
    /// What the page shows.
    pub label: String,
}

/// A dimension.
#[derive(Debug)]
pub struct Dim {
    /// Its name in questions and addresses.
    pub name: &'static str,
    /// Its heading.
    pub label: &'static str,
    /// How its values are ordered.
    pub order: Order,
    /// Whether an item without values of its own takes those of its sentences.
    pub shared: bool,
    /// The item's own values.
    pub own: fn(&Corpus, &Item) -> Vec<Value>,
    /// The values of an item that has none of its own, nor any in its sentences.
    pub rest: fn(&Corpus, &Item) -> Vec<Value>,
}

/// The dimensions, in the order the page shows them.
pub const DIMS: &[Dim] = &[
    Dim { name: "article", label: "Article", order: Order::Fixed, shared: false, own: article, rest: nothing },
    Dim { name: "kind", label: "Kind", order: Order::Fixed, shared: false, own: kind, rest: nothing },
    Dim { name: "entity", label: "Who and where", order: Order::Count, shared: true, own: entity, rest: nothing },
    Dim { name: "speaker", label: "According to whom", order: Order::Count, shared: true, own: speaker, rest: nothing },
    Dim { name: "unit", label: "Unit", order: Order::Count, shared: true, own: unit, rest: nothing },
    Dim { name: "bound", label: "How firmly stated", order: Order::Fixed, shared: true, own: bound, rest: nothing },
    Dim { name: "year", label: "Year", order: Order::Fixed, shared: true, own: year, rest: year_of_article },
];

/// The value of a figure or quote that names no source.
pub const NO_SOURCE: &str = "none";

fn value(rank: u32, name: &str, label: &str) -> Value {
    Value { rank, name: name.to_owned(), label: label.to_owned() }
}

fn article(corpus: &Corpus, item: &Item) -> Vec<Value> {
    corpus.article(item.article).map_or_else(Vec::new, |a| vec![value(item.article, &a.key, "")])
}

fn kind(corpus: &Corpus, item: &Item) -> Vec<Value> {
    vec![match item.kind {
        ItemKind::Figure => value(0, "figure", "Figures"),
        ItemKind::Date => value(1, "date", "Dates"),
        ItemKind::Quote => value(2, "quote", "Quotes"),
        ItemKind::Name => {
            let analysis = corpus.article(item.article);
            match analysis.and_then(|a| a.found.names.get(item.index as usize)) {
                Some(name) if name.value.form == NameForm::Title => value(3, "office", "Offices"),
                Some(name) => {
                    // What the reader said of the kind holds for all its mentions.
                    let entity = corpus.entity_of_name(item.article, item.index);
                    let entity = entity.and_then(|id| corpus.entities.get(id as usize)).filter(|e| e.corrected);
                    let kind = entity.map_or(name.value.kind, |e| e.kind);
                    value(4 + kind as u32, kind.word(), plural(kind))
                }
                None => return Vec::new(),
            }
        }
    }]
}

/// A kind of entity, in the plural, for the reader.
#[must_use]
pub const fn plural(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organisation => "Organisations",
        EntityKind::Country => "Countries",
        EntityKind::Settlement => "States and cities",
        EntityKind::Place => "Other places",
        EntityKind::Facility => "Buildings and sites",
        EntityKind::Group => "Groups",
        EntityKind::Law => "Laws",
        EntityKind::Event => "Events",
        EntityKind::Product => "Products and works",
    }
}

fn entity(corpus: &Corpus, item: &Item) -> Vec<Value> {
    if item.kind != ItemKind::Name {
        return Vec::new();
    }
    let id = corpus.entity_of_name(item.article, item.index);
    id.and_then(|id| corpus.entities.get(id as usize)).map_or_else(Vec::new, |e| vec![value(0, &e.key, &e.name)])
}

fn speaker(corpus: &Corpus, item: &Item) -> Vec<Value> {
    let Some(analysis) = corpus.article(item.article) else { return Vec::new() };
    let (entity, canonical) = match item.kind {
        ItemKind::Quote => match analysis.attached.quotes.get(item.index as usize) {
            Some(voice) => (voice.entity, voice.canonical.as_str()),
            None => return Vec::new(),
        },
        ItemKind::Figure => match analysis.attached.figures.get(item.index as usize) {
            Some(context) => context.attribution.as_ref().map_or((None, ""), |a| (a.entity, a.canonical.as_str())),
            None => return Vec::new(),
        },
        ItemKind::Name | ItemKind::Date => return Vec::new(),
    };
    vec![speaker_value(corpus, item.article, entity, canonical)]
}

/// A speaker's value: the linked entity by its key, else the canonical words, else "no source given".
#[must_use]
pub fn speaker_value(corpus: &Corpus, article: u32, entity: Option<u32>, canonical: &str) -> Value {
    let linked = entity.and_then(|e| corpus.entity(article, e)).and_then(|e| corpus.entities.get(e as usize));
    match (linked, canonical) {
        (Some(entity), _) => value(0, &entity.key, &entity.name),
        (None, "") => value(0, NO_SOURCE, "No source given"),
        (None, words) if is_unnamed(words) => value(0, words, &format!("{words} (unnamed)")),
        (None, words) => value(0, words, words),
    }
}

/// Whether words end in a noun for people who are cited without their names: "US officials".
fn is_unnamed(words: &str) -> bool {
    let lexicon = Lexicon::embedded();
    let row = lexicon.find(Table::Document, words.rsplit(' ').next().unwrap_or("")).map(usize::from);
    row.and_then(|row| lexicon.rows.documents.get(row)).is_some_and(|row| row.speaks == "unnamed")
}

fn unit(corpus: &Corpus, item: &Item) -> Vec<Value> {
    let Some(figure) = figure(corpus, item) else { return Vec::new() };
    let (name, label) = unit_words(&figure.unit);
    vec![value(0, &name, &label)]
}

/// A unit's name in questions and its label.
#[must_use]
pub fn unit_words(unit: &crate::extract::Unit) -> (String, String) {
    let (code, label) = if unit.code.is_empty() { ("count", "Counts") } else { (unit.code, unit.label) };
    if unit.per.is_empty() {
        return (code.to_owned(), label.to_owned());
    }
    let lexicon = Lexicon::embedded();
    let per = lexicon.find(Table::Unit, &unit.per).and_then(|r| lexicon.rows.units.get(usize::from(r)));
    let per = per.map_or(unit.per.as_str(), |row| row.form());
    (format!("{code}/{}", unit.per), format!("{label} per {per}"))
}

fn bound(corpus: &Corpus, item: &Item) -> Vec<Value> {
    figure(corpus, item).map_or_else(Vec::new, |f| vec![value(f.bound as u32, f.bound.word(), bound_words(f.bound))])
}

/// A bound in words.
#[must_use]
pub const fn bound_words(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "Exact",
        Bound::Approx => "About",
        Bound::MoreThan => "More than",
        Bound::AtLeast => "At least",
        Bound::LessThan => "Less than",
        Bound::AtMost => "At most",
        Bound::Range => "Range",
        Bound::Vague => "A word, no number",
    }
}

fn figure<'a>(corpus: &'a Corpus, item: &Item) -> Option<&'a crate::extract::Figure> {
    let analysis = corpus.article(item.article).filter(|_| item.kind == ItemKind::Figure)?;
    analysis.found.figures.get(item.index as usize).map(|m| &m.value)
}

/// Years past which a span of time is too long to be filtered by year.
const MAX_YEARS: i16 = 10;

fn year(corpus: &Corpus, item: &Item) -> Vec<Value> {
    let Some(analysis) = corpus.article(item.article) else { return Vec::new() };
    let days = match item.kind {
        ItemKind::Date => analysis.found.timexes.get(item.index as usize).and_then(|t| t.value.days),
        ItemKind::Figure => {
            let context = analysis.attached.figures.get(item.index as usize);
            context.and_then(|c| c.as_of.as_ref()).and_then(|a| a.days)
        }
        ItemKind::Name | ItemKind::Quote => None,
    };
    match days.map(|d| (d.first, d.last)) {
        Some((Some(first), Some(last))) if last.year() - first.year() < MAX_YEARS => {
            (first.year()..=last.year()).map(year_value).collect()
        }
        Some((Some(day), None) | (None, Some(day))) => vec![year_value(day.year())],
        _ => Vec::new(),
    }
}

fn year_value(year: i16) -> Value {
    value(u32::try_from(year).unwrap_or(0), &year.to_string(), &year.to_string())
}

/// What nothing dates is of the year its article came out.
fn year_of_article(corpus: &Corpus, item: &Item) -> Vec<Value> {
    let day = corpus.article(item.article).and_then(crate::analyze::Analysis::day);
    day.map_or_else(Vec::new, |day| vec![year_value(day.year())])
}

fn nothing(_corpus: &Corpus, _item: &Item) -> Vec<Value> {
    Vec::new()
}
