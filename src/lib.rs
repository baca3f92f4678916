//! Tallysheet reads news articles and lays out who, where, when, how many and according to whom.
//!
//! The way data walks, each stage giving a new value and none touching the one before it:
//!
//! 1. [`pack`]: articles and tables, packed at build time;
//! 2. [`lex`]: text to tokens, sentences, blocks;
//! 3. [`lexicon`]: what the words can mean;
//! 4. [`extract`]: mentions of each kind;
//! 5. [`analyze`]: one article whole, its mentions settled and attached to one another;
//! 6. [`corpus`]: many articles, their entities and claims linked;
//! 7. [`query`]: filter, count, compare;
//! 8. [`view`]: what leaves the house;
//! 9. [`session`]: a corpus and its answers;
//! 10. `wasm`: the door, compiled for the browser only.
//!
//! A floor imports its own and those above it in this list. Reading is total: any text gives an answer.

pub mod analyze;
pub mod base;
pub mod corpus;
pub mod extract;
pub mod lex;
pub mod lexicon;
pub mod pack;
pub mod query;
pub mod session;
pub mod view;
#[cfg(target_family = "wasm")]
mod wasm;
