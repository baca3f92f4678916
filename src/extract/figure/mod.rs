//! Quantities with value, bound, unit and thing counted.

use super::{Extractor, Kind, Layer, Scope};

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor =
    Extractor { kind: Kind::Figure, reads: &[Kind::Block, Kind::Numeral, Kind::Timex, Kind::Name], run };

fn run(_scope: &Scope<'_>) -> Layer {
    Layer::Figures(Vec::new())
}
