//! Figures as rows, and as strips: one for each thing counted.

use super::{Scope, words};
use crate::analyze::Analysis;
use crate::base::fold::fold;
use crate::base::{Named, Span, sort};
use crate::corpus::claim::lemma;
use crate::corpus::{Corpus, Item, ItemKind};
use crate::extract::{Bound, Figure, Measure, Mention};
use crate::query::dims::speaker_value;
use crate::view::answer::{FigureRow, Strip};

/// One figure as a row.
pub fn row(corpus: &Corpus, article: u32, index: u32) -> Option<FigureRow> {
    let analysis = corpus.article(article)?;
    let mention = analysis.found.figures.get(index as usize)?;
    let context = analysis.attached.figures.get(index as usize)?;
    let figure = &mention.value;
    let text = |span: Option<Span>| span.map_or_else(String::new, |s| analysis.slice(s).to_owned());
    let sentence = analysis.document.sentences.get(mention.sentence as usize)?;
    let part = context.part_of.and_then(|(part, _)| analysis.found.figures.get(part as usize));
    let number = |d: Option<crate::base::Decimal>| d.map(crate::base::Decimal::to_f64);
    Some(FigureRow {
        at: anchor(analysis, mention.span),
        article: analysis.key.clone(),
        words: analysis.slice(mention.span).to_owned(),
        value: words::value(figure),
        low: number(figure.low),
        high: number(figure.high),
        point: number(figure.point),
        bound: figure.bound.word().to_owned(),
        unit: figure.unit.code.to_owned(),
        unit_label: words::unit_label(figure),
        thing: text(figure.thing.map(|t| t.span)),
        joint: text(joint(analysis, mention)),
        whose: text(figure.whose),
        source: context
            .attribution
            .as_ref()
            .map_or_else(String::new, |a| speaker_value(corpus, article, a.entity, &a.canonical).label),
        as_of: as_of(analysis, index),
        place: text(context.place.map(|p| p.0)),
        status: crate::view::jsonl::status(context.status).to_owned(),
        part_of: part.map_or_else(String::new, |p| anchor(analysis, p.span)),
        sentence: words::lit(analysis, sentence.span, &[mention.span]),
        rule: words::note(mention.rule),
    })
}

/// Bytes between a figure and the thing counted past which they are not read as one phrase.
const MAX_JOINT: u32 = 12;

/// The words between a figure and the thing counted, where it stands right behind.
pub fn joint(analysis: &Analysis, mention: &Mention<Figure>) -> Option<Span> {
    let thing = mention.value.thing?.span;
    let joint = Span::new(mention.span.end, thing.start);
    let near = thing.start > mention.span.end && joint.len() <= MAX_JOINT;
    near.then_some(joint).filter(|j| !analysis.slice(*j).contains([',', '.', ';', '(', '“', '"']))
}

/// The anchor of a figure.
pub fn anchor(analysis: &Analysis, span: Span) -> String {
    words::mark_anchor(&analysis.key, span, 'f')
}

/// When a figure holds: as written, and resolved where that says more.
pub fn as_of(analysis: &Analysis, index: u32) -> String {
    let context = analysis.attached.figures.get(index as usize);
    context.and_then(|c| c.as_of.as_ref()).map_or_else(String::new, |a| analysis.slice(a.span).to_owned())
}

/// What a figure is drawn with: the same unit, and the same head of the thing counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct StripKey {
    head: String,
    unit: String,
    per: String,
}

impl StripKey {
    /// By what strips are told apart and put in order.
    fn sorted(&self) -> String {
        [&self.head, "\0", &self.unit, "\0", &self.per].concat()
    }

    /// A name for the strip, fit for an address.
    fn id(&self) -> String {
        let slug = |text: &str| -> String { text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect() };
        format!("{}-{}{}", slug(&self.head), slug(&self.unit), slug(&self.per)).trim_end_matches('-').to_owned()
    }
}

fn strip_key(analysis: &Analysis, index: u32) -> Option<StripKey> {
    let figure = &analysis.found.figures.get(index as usize)?.value;
    // Amounts of money, ages and lengths of time are of one kind whatever they are of.
    let own_kind = !matches!(figure.measure, Measure::Count | Measure::Percent | Measure::Rate | Measure::Ratio);
    let head = match figure.thing {
        Some(thing) if !own_kind => lemma(analysis.slice(thing.head)),
        _ if own_kind => match figure.measure {
            Measure::Money => "money",
            Measure::Duration => "duration",
            Measure::Age => "age",
            Measure::Distance => "distance",
            Measure::Score => "votes and scores",
            _ => "measure",
        }
        .to_owned(),
        _ => String::new(),
    };
    Some(StripKey { head, unit: figure.unit.code.to_owned(), per: figure.unit.per.clone() })
}

/// The strips: figures of one thing on one axis, those in more articles first.
pub fn strips(scope: &Scope<'_>) -> Vec<Strip> {
    let mut groups: Named<(StripKey, Vec<&Item>)> = Named::default();
    for item in scope.shown(ItemKind::Figure) {
        let key = scope.corpus.article(item.article).and_then(|a| strip_key(a, item.index));
        if let Some(key) = key {
            groups.entry(&key.sorted(), || (key, Vec::new())).1.push(item);
        }
    }
    let mut strips: Vec<Strip> =
        groups.into_values().into_iter().filter_map(|(key, items)| strip(scope, &key, items)).collect();
    sort::by(&mut strips, |a, b| {
        (b.articles, b.figures.len()).cmp(&(a.articles, a.figures.len())).then_with(|| a.label.cmp(&b.label))
    });
    strips
}

fn strip(scope: &Scope<'_>, key: &StripKey, mut items: Vec<&Item>) -> Option<Strip> {
    sort::by_key(&mut items, |i| (scope.corpus.article(i.article).and_then(Analysis::day), i.article, i.span));
    let figures: Vec<FigureRow> = items.iter().filter_map(|i| row(scope.corpus, i.article, i.index)).collect();
    let first = figures.first()?;
    let mut articles: Vec<u32> = items.iter().map(|i| i.article).collect();
    sort::by_key(&mut articles, |a| *a);
    articles.dedup();
    let (axis_low, axis_high) = axis(&figures);
    Some(Strip {
        id: key.id(),
        label: label(scope, key, &items, first),
        unit_label: first.unit_label.clone(),
        axis_low,
        axis_high,
        articles: u32::try_from(articles.len()).unwrap_or(u32::MAX),
        figures,
    })
}

/// The axis runs from zero (or below) to the largest stated number; words stretch it only when nothing
/// else is there.
fn axis(figures: &[FigureRow]) -> (f64, f64) {
    let ends = |vague: bool| {
        let rows = figures.iter().filter(move |f| (f.bound == Bound::Vague.word()) == vague);
        rows.flat_map(|f| [f.low, f.high, f.point]).flatten()
    };
    let high = ends(false).fold(f64::NEG_INFINITY, f64::max);
    let high = if high.is_finite() { high } else { ends(true).fold(f64::NEG_INFINITY, f64::max) };
    let low = ends(false).chain(ends(true)).fold(0.0, f64::min);
    if high > low { (low, high) } else { (low, low + 1.0) }
}

/// What a strip is called: the thing as most of its figures write it, or the kind of measure.
fn label(scope: &Scope<'_>, key: &StripKey, items: &[&Item], first: &FigureRow) -> String {
    let heads = items.iter().filter_map(|i| {
        let analysis = scope.corpus.article(i.article)?;
        Some(fold(analysis.slice(analysis.found.figures.get(i.index as usize)?.value.thing?.head)))
    });
    let mut forms: Named<u32> = Named::default();
    heads.for_each(|head| *forms.entry(&head, || 0) += 1);
    let written = forms.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| a.0.len().cmp(&b.0.len()).then(b.0.cmp(a.0))));
    let own = matches!(key.head.as_str(), "money" | "duration" | "age" | "distance" | "votes and scores" | "measure");
    let name = match written {
        Some((form, _)) if !own => form.to_owned(),
        _ if key.head == "measure" || key.head.is_empty() => {
            if first.unit_label.is_empty() {
                "thing counted not found".to_owned()
            } else {
                first.unit_label.clone()
            }
        }
        _ => key.head.clone(),
    };
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

/// The id of the strip that draws a figure.
pub fn strip_id(analysis: &Analysis, index: u32) -> String {
    strip_key(analysis, index).map_or_else(String::new, |key| key.id())
}
