//! The numeral ledger: what became of every numeral.

use crate::extract::{Fate, Found};
use crate::lex::Document;

/// One fate for each numeral, in order.
#[must_use]
pub fn ledger(_document: &Document, found: &Found) -> Vec<Fate> {
    found.numerals.iter().map(|_| Fate::Code).collect()
}
