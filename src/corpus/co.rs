//! Co-mentions: which entities stand in one sentence.
//!
//! Comes in: a [`Corpus`]. Goes out: pairs of entities with the sentences that name both, most first. Only
//! sentences of the articles themselves count, and of a sentence with very many names only the first.

use super::{Corpus, ItemKind};
use crate::base::sort;

/// Two entities named in the same sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one more often mentioned: index into [`Corpus::entities`].
    pub a: u32,
    /// The other.
    pub b: u32,
    /// In how many sentences both stand.
    pub weight: u32,
    /// The first of these sentences: article and sentence.
    pub first: (u32, u32),
}

/// Of one sentence no more entities than these are paired: a list of many names says little of any two, and its
/// pairs would grow with its square.
const MAX_IN_SENTENCE: usize = 16;

/// The pairs of the whole collection, or those of one entity, in at least `minimum` sentences.
#[must_use]
pub fn pairs(corpus: &Corpus, of: Option<u32>, minimum: u32) -> Vec<Pair> {
    let mut named: Vec<(u32, u32, u32)> = Vec::new();
    for item in corpus.items.iter().filter(|i| i.kind == ItemKind::Name && i.in_article) {
        if let Some(entity) = corpus.entity_of_name(item.article, item.index) {
            named.push((item.article, item.first, entity));
        }
    }
    sort::by_key(&mut named, |n| *n);
    named.dedup();
    let mut met: Vec<(u32, u32, (u32, u32))> = Vec::new();
    for sentence in named.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        if of.is_some_and(|of| !sentence.iter().any(|n| n.2 == of)) {
            continue;
        }
        // Entities are in order of how often they are mentioned: the sentence keeps its best known.
        let kept = sentence.iter().enumerate().filter(|(at, n)| *at < MAX_IN_SENTENCE || Some(n.2) == of);
        let kept: Vec<u32> = kept.map(|(_, n)| n.2).collect();
        for (at, a) in kept.iter().enumerate() {
            for b in kept.get(at + 1..).unwrap_or_default() {
                if of.is_none_or(|of| of == *a || of == *b) {
                    met.extend(sentence.first().map(|n| (*a, *b, (n.0, n.1))));
                }
            }
        }
    }
    sort::by_key(&mut met, |m| *m);
    let mut pairs: Vec<Pair> = Vec::new();
    for (a, b, sentence) in met {
        match pairs.last_mut().filter(|p| (p.a, p.b) == (a, b)) {
            Some(pair) => pair.weight += 1,
            None => pairs.push(Pair { a, b, weight: 1, first: sentence }),
        }
    }
    pairs.retain(|p| p.weight >= minimum);
    sort::by_key(&mut pairs, |p| (core::cmp::Reverse(p.weight), p.a, p.b));
    pairs
}
