//! The name of a way of finding something, and its reason.

/// Who says so: carried by everything that is found, and shown as "Why?".
///
/// Each rule is a `const` beside the code that applies it, with a name that is unique in the house.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `kind/what`, e.g. `figure/money`.
    pub name: &'static str,
    /// The reason in English or in newspaper practice, as one sentence for the reader.
    pub why: &'static str,
}
