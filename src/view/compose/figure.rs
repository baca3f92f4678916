//! Figures as rows, and as strips: one for each thing counted.

use super::{Scope, words};
use crate::analyze::Analysis;
use crate::base::fold::fold;
use crate::base::{Named, Span, sort};
use crate::corpus::claim::lemma;
use crate::corpus::{Corpus, Item, ItemKind};
use crate::extract::{Bound, Figure, Measure, Mention};
use crate::lexicon::Lexicon;
use crate::pack::Table;
use crate::query::dims::speaker_value;
use crate::view::answer::{ComparisonRow, FigureRow, Strip};

/// One figure as a row.
pub fn row(corpus: &Corpus, article: u32, index: u32) -> Option<FigureRow> {
    let analysis = corpus.article(article)?;
    let mention = analysis.found.figures.get(index as usize)?;
    let context = analysis.attached.figures.get(index as usize)?;
    let figure = &mention.value;
    let text = |span: Option<Span>| span.map_or_else(String::new, |s| analysis.slice(s).to_owned());
    let sentence = analysis.document.sentences.get(mention.sentence as usize)?;
    let part = context.part_of.and_then(|(part, _)| analysis.found.figures.get(part as usize));
    let head = figure.thing.map_or("", |t| analysis.slice(t.head));
    let people = matches!(lemma(head).as_str(), "people" | "person");
    // What they are doing ("people fleeing") says less than whose they are.
    let done = |deed: &Span| people && !analysis.slice(*deed).ends_with("ing");
    let more = figure.deed.filter(done).or(figure.holder()).filter(|_| is_general(head));
    let source = context.attribution.as_ref();
    let source = source.map(|a| (a, speaker_value(corpus, article, a.entity, &a.canonical).label));
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
        more: text(more),
        according: source.as_ref().map_or_else(String::new, |(a, label)| within(label, analysis.slice(a.speaker))),
        source: source.map_or_else(String::new, |(_, label)| label),
        as_of: as_of(analysis, index),
        place: text(context.place.map(|p| p.0)),
        status: words::status(context.status).to_owned(),
        part_of: part.map_or_else(String::new, |p| anchor(analysis, p.span)),
        sentence: words::lit(analysis, sentence.span, &[mention.span]),
        rule: words::note(mention.rule),
    })
}

/// Whether a noun is too general to say what is counted: "people".
pub fn is_general(head: &str) -> bool {
    Lexicon::embedded().has(Table::Generic, head)
}

/// A speaker's label as it stands within a sentence: with a small letter, where the text writes it so.
fn within(label: &str, written: &str) -> String {
    let mut letters = label.chars();
    let lower = letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>());
    lower.filter(|lower| written.contains(lower.as_str())).unwrap_or_else(|| label.to_owned())
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

/// The strips: those that comparisons draw on, in their order; then figures of one thing, those in more articles
/// first. What counts nothing known stands with nothing on one axis.
pub fn strips(scope: &Scope<'_>, comparisons: &[ComparisonRow]) -> Vec<Strip> {
    let mut shown: Vec<(String, &Item)> =
        scope.shown(ItemKind::Figure).filter_map(|item| Some((item_anchor(scope, item)?, item))).collect();
    sort::by(&mut shown, |a, b| a.0.cmp(&b.0));
    let place = |anchor: &String| shown.binary_search_by(|one| one.0.cmp(anchor)).ok();
    let mut drawn = vec![false; shown.len()];
    let mut strips = Vec::new();
    for row in comparisons {
        let places: Vec<usize> = row.figures.iter().filter_map(place).collect();
        let items = places.iter().filter_map(|at| shown.get(*at)).map(|one| one.1).collect();
        for at in &places {
            if let Some(one) = drawn.get_mut(*at) {
                *one = true;
            }
        }
        strips.extend(strip(scope, &row.strip, items));
    }
    let mut things: Named<Vec<&Item>> = Named::default();
    for ((anchor, item), _) in shown.iter().zip(&drawn).filter(|(_, drawn)| !**drawn) {
        let figure = scope.corpus.article(item.article).zip(mention(scope, item));
        let Some((analysis, figure)) = figure else { continue };
        things.entry(&strip_id(analysis, figure).unwrap_or_else(|| anchor.clone()), Vec::new).push(item);
    }
    let mut rest: Vec<Strip> = things.iter().filter_map(|(id, items)| strip(scope, id, items.clone())).collect();
    sort::by(&mut rest, |a, b| {
        (b.articles, b.figures.len()).cmp(&(a.articles, a.figures.len())).then_with(|| a.label.cmp(&b.label))
    });
    strips.append(&mut rest);
    strips
}

fn mention<'a>(scope: &Scope<'a>, item: &Item) -> Option<&'a Figure> {
    scope.corpus.article(item.article)?.found.figures.get(item.index as usize).map(|m| &m.value)
}

fn item_anchor(scope: &Scope<'_>, item: &Item) -> Option<String> {
    let analysis = scope.corpus.article(item.article)?;
    Some(anchor(analysis, analysis.found.figures.get(item.index as usize)?.span))
}

/// What figures are drawn together by, fit for an address: the head of the thing counted, or else the kind of
/// measure, and the unit. `None` for a number of nobody knows what.
fn strip_id(analysis: &Analysis, figure: &Figure) -> Option<String> {
    let head = figure.thing.map(|thing| lemma(analysis.slice(thing.head)));
    let head = head.or_else(|| kind(figure.measure).map(str::to_owned))?;
    let slug = |text: &str| -> String { text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect() };
    Some(
        [&slug(&head), "-", &slug(figure.unit.code), &slug(&figure.unit.per)].concat().trim_end_matches('-').to_owned(),
    )
}

/// The kind of an amount that has a unit of its own.
const fn kind(measure: Measure) -> Option<&'static str> {
    Some(match measure {
        Measure::Count | Measure::Percent | Measure::Rate | Measure::Ratio => return None,
        Measure::Money => "money",
        Measure::Duration => "duration",
        Measure::Age => "age",
        Measure::Distance => "distance",
        Measure::Score => "votes and scores",
        _ => "measure",
    })
}

fn strip(scope: &Scope<'_>, id: &str, mut items: Vec<&Item>) -> Option<Strip> {
    sort::by_key(&mut items, |i| (scope.corpus.article(i.article).and_then(Analysis::day), i.article, i.span));
    let figures: Vec<FigureRow> = items.iter().filter_map(|i| row(scope.corpus, i.article, i.index)).collect();
    let first = figures.first()?;
    let mut articles: Vec<u32> = items.iter().map(|i| i.article).collect();
    sort::by_key(&mut articles, |a| *a);
    articles.dedup();
    let (axis_low, axis_high) = axis(&figures);
    Some(Strip {
        id: id.to_owned(),
        label: label(scope, &items, first),
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

/// What a strip is called: the head of what is counted where all have the same, else the shortest of the things, and
/// the kind of measure where there is none.
fn label(scope: &Scope<'_>, items: &[&Item], first: &FigureRow) -> String {
    let things: Vec<(String, &str, &str)> = items
        .iter()
        .filter_map(|item| {
            let analysis = scope.corpus.article(item.article)?;
            let thing = mention(scope, item)?.thing?;
            let head = analysis.slice(thing.head);
            Some((lemma(head), head, analysis.slice(thing.span)))
        })
        .collect();
    let one = things.first().is_some_and(|a| things.iter().all(|b| a.0 == b.0));
    let name = match things.iter().max_by_key(|t| (one || !is_general(t.1), core::cmp::Reverse(t.2.len()))) {
        Some(thing) if one => fold(things.iter().map(|t| t.1).max_by_key(|head| head.len()).unwrap_or(thing.1)),
        Some(thing) => thing.2.to_owned(),
        None => match items.first().and_then(|item| kind(mention(scope, item)?.measure)) {
            Some(kind) if kind != "measure" => kind.to_owned(),
            _ if !first.unit_label.is_empty() => first.unit_label.clone(),
            _ => "of what, is not stated".to_owned(),
        },
    };
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}
