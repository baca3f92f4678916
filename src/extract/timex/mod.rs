//! Dates, times, durations, sets, resolved to the calendar.

use super::{Extractor, Kind, Layer, Scope};

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Timex, reads: &[Kind::Block, Kind::Numeral], run };

fn run(_scope: &Scope<'_>) -> Layer {
    Layer::Timexes(Vec::new())
}
