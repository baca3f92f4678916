//! Filter, count, order: one question over a corpus, one selection as the answer.
//!
//! Comes in: a [`Corpus`] with its [`Index`], and a [`Filter`]. Goes out: a [`Selection`]: which items are
//! left, and for each dimension what each value would leave with all other choices held.

pub mod dims;
mod index;

use crate::corpus::{Corpus, Item, ItemKind};
pub use dims::{DIMS, Dim, Order, Value};
pub use index::Index;

/// A question in the house's own terms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Chosen values: index into [`DIMS`], then ids of that dimension's values.
    pub chosen: Vec<(usize, Vec<u32>)>,
    /// Figures must reach this or more.
    pub low: Option<f64>,
    /// Figures must reach this or less.
    pub high: Option<f64>,
    /// Words that must stand in the sentence.
    pub text: String,
    /// Whether what is not article counts.
    pub boilerplate: bool,
}

/// What a question leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// For each item of the corpus, whether it is left.
    pub shown: Vec<bool>,
    /// For each dimension, for each of its values: items it would leave.
    pub counts: Vec<Vec<u32>>,
    /// How many items are left.
    pub total: u32,
    /// How many there are without any filter.
    pub all: u32,
    /// The sentences that hold the words searched for, if any were.
    pub hits: Option<Vec<(u32, u32)>>,
}

/// Answers one question.
#[must_use]
pub fn select(corpus: &Corpus, index: &Index, filter: &Filter) -> Selection {
    let hits = corpus.words.search(&filter.text);
    let mut selection = Selection {
        shown: vec![false; corpus.items.len()],
        counts: DIMS.iter().zip(0..).map(|(_, dim)| vec![0; index.values(dim).len()]).collect(),
        total: 0,
        all: 0,
        hits: None,
    };
    let ranged = filter.low.is_some() || filter.high.is_some();
    let in_range = if ranged { sentences_in_range(corpus, filter) } else { Vec::new() };
    for (id, item) in corpus.items.iter().enumerate() {
        if !(item.in_article || filter.boilerplate) {
            continue;
        }
        selection.all += 1;
        if ranged && !ranges(corpus, item, filter, &in_range) || !hits.as_ref().is_none_or(|h| holds(h, item)) {
            continue;
        }
        let mut failed =
            filter.chosen.iter().filter(|(dim, values)| !index.of(*dim, id).iter().any(|value| values.contains(value)));
        match (failed.next(), failed.next()) {
            (None, _) => {
                if let Some(slot) = selection.shown.get_mut(id) {
                    *slot = true;
                }
                selection.total += 1;
                for (dim, counts) in selection.counts.iter_mut().enumerate() {
                    count(counts, index.of(dim, id));
                }
            }
            // It fails by one dimension alone: that dimension's other values would leave it.
            (Some((dim, _)), None) => {
                if let Some(counts) = selection.counts.get_mut(*dim) {
                    count(counts, index.of(*dim, id));
                }
            }
            _ => {}
        }
    }
    selection.hits = hits;
    selection
}

fn count(counts: &mut [u32], values: &[u32]) {
    for value in values {
        if let Some(count) = counts.get_mut(*value as usize) {
            *count += 1;
        }
    }
}

/// Whether one of the item's sentences is among the (sorted) hits.
fn holds(hits: &[(u32, u32)], item: &Item) -> bool {
    let at = hits.partition_point(|hit| *hit < (item.article, item.first));
    hits.get(at).is_some_and(|hit| hit.0 == item.article && hit.1 <= item.last)
}

/// The sentences with a figure in the filter's range, in order.
fn sentences_in_range(corpus: &Corpus, filter: &Filter) -> Vec<(u32, u32)> {
    let figures = corpus.items.iter().filter(|item| item.kind == ItemKind::Figure);
    figures.filter(|item| in_range(corpus, item, filter)).map(|item| (item.article, item.first)).collect()
}

fn ranges(corpus: &Corpus, item: &Item, filter: &Filter, sentences: &[(u32, u32)]) -> bool {
    if item.kind == ItemKind::Figure {
        return in_range(corpus, item, filter);
    }
    holds(sentences, item)
}

fn in_range(corpus: &Corpus, item: &Item, filter: &Filter) -> bool {
    let figure = corpus.article(item.article).and_then(|a| a.found.figures.get(item.index as usize));
    figure.is_some_and(|m| {
        let low = m.value.low.map_or(f64::NEG_INFINITY, crate::base::Decimal::to_f64);
        let high = m.value.high.map_or(f64::INFINITY, crate::base::Decimal::to_f64);
        filter.low.is_none_or(|wanted| high >= wanted) && filter.high.is_none_or(|wanted| low <= wanted)
    })
}
