//! What each block of the page is: article or what stands around it.

use super::{Extractor, Kind, Layer, Scope};

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Block, reads: &[], run };

fn run(_scope: &Scope<'_>) -> Layer {
    Layer::Blocks(Vec::new())
}
