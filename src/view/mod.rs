//! What leaves the house: plain data for the page and the command line, and the only serde derives
//! beside [`crate::pack`].
//!
//! Comes in: an [`crate::analyze::Analysis`] or an answer of [`crate::query`]. Goes out: values that
//! serialise to plain objects (camelCase). Offsets never leave as numbers to count with: text leaves
//! as runs, and places in it as [`Anchor`] strings.
//!
//! To add a question's answer: its types here, its method in [`crate::session`], its line in
//! `wasm.rs`.

pub mod answer;
pub mod compose;
pub mod entity;
pub mod jsonl;
pub mod reading;
pub mod request;

/// The id of a place in an article: the fragment of its permalink and the `id` of its element in the
/// reader. `KEY-START-END` for a sentence, `KEY-START-END-L` for a mark, with the article's key, UTF-8 byte
/// offsets and the layer's letter (`f`igure, `n`ame, `d`ate, `q`uote): `a1b2c3d4-170-175-f`.
pub type Anchor = String;
