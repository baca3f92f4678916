//! Numbers in digits and words, whatever they stand for.

use super::{Extractor, Kind, Layer, Scope};

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Numeral, reads: &[Kind::Block], run };

fn run(_scope: &Scope<'_>) -> Layer {
    Layer::Numerals(Vec::new())
}
