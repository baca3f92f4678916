//! What each block of the page is: article or what stands around it.
//!
//! Comes in: the document's blocks. Goes out: one kind for each, in order. Three steps, one file each:
//! [`shape`] measures every line and looks its cue up, [`region`] finds the run of lines that is the
//! article, [`label`] names every line by its cue, its shape and its place to that run.
//! To add a cue: a row of `data/boilerplate.tsv`. To add a shape: a function in `label`.

mod label;
mod region;
mod shape;

use super::{BlockKind, Extractor, Kind, Layer, Scope};
use crate::base::Rule;

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Block, reads: &[], run };

/// The reader's own word.
pub const READER: Rule = Rule { name: "block/reader", why: "You said so." };

fn run(scope: &Scope<'_>) -> Layer {
    let shapes = shape::shapes(scope);
    let known = scope.document.headline.map(|at| at as usize);
    let title = known.or_else(|| region::page_title(scope, &shapes));
    let body = region::body(&shapes, title);
    let mut kinds = label::label(scope, &shapes, &body, title, known.is_none());
    for (block, mention) in scope.document.blocks.iter().zip(&mut kinds) {
        if let Some(counts) = block.counts.filter(|counts| *counts != mention.value.is_article()) {
            mention.value = if counts { BlockKind::Body } else { BlockKind::Aside };
            mention.rule = &READER;
        }
    }
    Layer::Blocks(kinds)
}
