//! Names, offices and descriptions.

use super::{Extractor, Kind, Layer, Scope};

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Name, reads: &[Kind::Block, Kind::Numeral, Kind::Timex], run };

fn run(_scope: &Scope<'_>) -> Layer {
    Layer::Names(Vec::new())
}
