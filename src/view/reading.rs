//! One article as the reader shows it: blocks of sentences of runs, and the marks they refer to.

use super::Anchor;
use super::answer::RuleNote;
use serde::Serialize;

/// One article, whole. Joining the text of all runs of all blocks, with `before` in front of each
/// block and sentence, gives back the article byte for byte.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// The article's key.
    pub key: String,
    /// Its blocks, in order.
    pub blocks: Vec<BlockView>,
    /// What is marked, in order of the text.
    pub marks: Vec<MarkView>,
    /// White space after the last block.
    pub tail: String,
}

/// A headline, paragraph, caption …
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BlockView {
    /// `headline`, `subheading`, `dateline`, `byline`, `standfirst`, `body`, `caption`, `credit`, `menu`,
    /// `related`, `advertisement`, `social`, `footer` or `address`.
    pub kind: String,
    /// The kind in words, shown beside what is not article.
    pub label: String,
    /// Whether it belongs to the article; what does not is grey, never gone.
    pub article: bool,
    /// White space before it.
    pub before: String,
    /// Its sentences.
    pub sentences: Vec<SentenceView>,
    /// Why it was classed so.
    pub rule: RuleNote,
}

/// A sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SentenceView {
    /// Its element's id.
    pub at: Anchor,
    /// White space before it.
    pub before: String,
    /// Its text.
    pub runs: Vec<MarkedRun>,
}

/// A piece of text under the same marks.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MarkedRun {
    /// The text.
    pub text: String,
    /// Indices into [`Reading::marks`], outermost first; empty for plain text.
    pub marks: Vec<u32>,
}

/// What is known of a mark.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MarkView {
    /// The permalink's fragment and the element's id.
    pub at: Anchor,
    /// `figure`, `name`, `date` or `quote`: the layer it is drawn in.
    pub layer: String,
    /// What it is, in words: "Figure", "Person", "Law", "Direct quote".
    pub kind: String,
    /// Its exact words.
    pub words: String,
    /// The key of the entity it names or belongs to, as [`crate::session::Session::entity`] takes it; empty if none.
    pub entity: String,
    /// What it was read as: "> 45,000", "Donald Trump", "22 January 2025".
    pub reading: String,
    /// Label and value pairs for the card: thing counted, source, as of … "not stated" included.
    pub details: Vec<Detail>,
    /// Why it was found.
    pub rule: RuleNote,
}

/// One line of a mark's card.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Detail {
    /// What the line says: "Source".
    pub label: String,
    /// The value: "US officials"; "not stated" where the text gives none.
    pub value: String,
    /// Whether the text gives it.
    pub stated: bool,
    /// Where it stands; empty if nowhere.
    pub at: Anchor,
}
