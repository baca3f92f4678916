//! The article's own date, from its text.

use crate::base::{Day, Rule, Span};
use crate::extract::{Basis, Days, Found};
use crate::lex::Document;

/// When an article was published, by its own text.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The day, where the text states it.
    pub day: Option<Day>,
    /// The days that the clues leave.
    pub days: Days,
    /// Stated in the text, or open.
    pub basis: Basis,
    /// The words that speak for it, and the rule that reads them so.
    pub evidence: Vec<(Span, &'static Rule)>,
}

/// Collects what the text says of its own date.
#[must_use]
pub fn published(_document: &Document, _found: &Found) -> Published {
    Published { day: None, days: Days::default(), basis: Basis::Open, evidence: Vec::new() }
}
