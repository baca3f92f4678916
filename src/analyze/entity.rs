//! Linking within one article: which mentions stand for one thing.

use crate::base::{Rule, Span};
use crate::extract::{EntityKind, Found};
use crate::lex::Document;

/// One thing named in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalEntity {
    /// Its fullest natural name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its mentions: indices into [`Found::names`], in order.
    pub mentions: Vec<u32>,
    /// Whether a table knows it by this name.
    pub known: bool,
    /// Offices and roles given to it in the text.
    pub roles: Vec<Span>,
}

/// The things named in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linked {
    /// The things, in order of first mention.
    pub entities: Vec<LocalEntity>,
    /// For each of [`Found::names`], its thing.
    pub entity_of: Vec<Option<u32>>,
    /// For each of [`Found::names`], why it was linked so.
    pub why: Vec<Option<&'static Rule>>,
}

/// Links the names of one article.
#[must_use]
pub fn link(_document: &Document, found: &Found) -> Linked {
    Linked { entities: Vec::new(), entity_of: vec![None; found.names.len()], why: vec![None; found.names.len()] }
}
