//! Words given to somebody.

use super::{Extractor, Kind, Layer, Scope};

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Quote, reads: &[Kind::Block, Kind::Name], run };

fn run(_scope: &Scope<'_>) -> Layer {
    Layer::Quotes(Vec::new())
}
