//! The world as read-only tables: what a word or phrase can mean.
//!
//! Comes in: the pack that `build.rs` made of `data/`. Goes out: for each token of a document, the
//! [`Hit`]s that begin there. To add a word, add a row in `data/`; to add a table, see [`crate::pack`].

pub mod lists;
pub mod model;
mod phrases;

use crate::base::fold::Key;
use crate::lex::{Conventions, Document, TokenId};
use crate::pack::{Rows, Table};
use model::Model;
use std::sync::OnceLock;

use phrases::Phrases;
pub use phrases::Sense;

static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));

/// The tables and their index.
#[derive(Debug)]
pub struct Lexicon {
    /// The rows of every table.
    pub rows: Rows<'static>,
    phrases: Phrases,
    /// The tagger's weights, once they are given.
    model: OnceLock<Model>,
}

impl Lexicon {
    /// The embedded lexicon, unpacked at the first call.
    ///
    /// The pack is made by the same build from the same types, so it always unpacks; should it not, the
    /// lexicon is empty, nothing is found, and the tests fail.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let rows: Rows<'static> = Rows::unpack(PACKED).unwrap_or_default();
            let phrases = Phrases::index(&rows);
            Self { rows, phrases, model: OnceLock::new() }
        })
    }

    /// Takes the tagger's model in; from then on names are read with it. The first model given stays.
    /// `false` if there is none and the bytes are none.
    pub fn give_model(&self, bytes: &[u8]) -> bool {
        if self.model.get().is_none()
            && let Some(model) = Model::read(bytes)
        {
            let _ = self.model.set(model);
        }
        self.model.get().is_some()
    }

    /// The tagger's model, if it was given.
    #[must_use]
    pub fn model(&self) -> Option<&Model> {
        self.model.get()
    }

    /// What every token of a document can begin.
    #[must_use]
    pub fn hits(&self, document: &Document) -> Hits {
        let mut hits = Hits { hits: Vec::with_capacity(document.tokens.len()), first: Vec::new(), tables: Vec::new() };
        let mut key = Key::new();
        hits.first.reserve(document.tokens.len() + 1);
        hits.tables.reserve(document.tokens.len());
        for sentence in &document.sentences {
            let last = sentence.tokens.end;
            for token in sentence.tokens.clone() {
                let first = hits.hits.len();
                hits.first.push(index(first));
                key.clear();
                let mut tables = 0;
                for end in token..last.min(token + MAX_TOKENS) {
                    if end > token && !document.token(end).glued {
                        key.push(" ");
                    }
                    key.push(document.word(end));
                    let Some(found) = self.phrases.get(&key) else { break };
                    for sense in found.senses.iter().filter(|sense| sense.caps & !key.caps() == 0) {
                        tables |= sense.table.bit();
                        hits.hits.push(Hit { len: (end + 1 - token) as u8, sense: *sense });
                    }
                    if !found.goes_on {
                        break;
                    }
                }
                hits.hits[first..].reverse();
                hits.tables.push(tables);
            }
        }
        hits.first.push(index(hits.hits.len()));
        hits
    }

    /// Whether a phrase stands in a table, in any case.
    #[must_use]
    pub fn has(&self, table: Table, phrase: &str) -> bool {
        self.find(table, phrase).is_some()
    }

    /// The row of a phrase in a table, its capitals as written.
    #[must_use]
    pub fn find(&self, table: Table, phrase: &str) -> Option<u16> {
        let key = Key::of(phrase);
        let found = self.phrases.get(&key)?;
        found.senses.iter().find(|s| s.table == table && s.caps & !key.caps() == 0).map(|s| s.row)
    }

    /// Whether a phrase stands in any of these tables: one look-up for all of them.
    #[must_use]
    pub fn has_any(&self, tables: &[Table], phrase: &str) -> bool {
        let key = Key::of(phrase);
        let found = self.phrases.get(&key);
        found.is_some_and(|f| f.senses.iter().any(|s| s.caps & !key.caps() == 0 && tables.contains(&s.table)))
    }

    /// Whether any phrase of any table is or begins with this word.
    #[must_use]
    pub fn begins(&self, word: &str) -> bool {
        self.phrases.get(&Key::of(word)).is_some()
    }
}

/// The longest phrase in tokens.
const MAX_TOKENS: TokenId = 16;

#[allow(clippy::cast_possible_truncation)] // at most 16 × few senses a token of a text below 4 GiB
const fn index(at: usize) -> u32 {
    at as u32
}

impl Conventions for Lexicon {
    fn is_abbreviation(&self, word: &str) -> bool {
        self.has(Table::Abbreviation, word)
    }
    fn is_starter(&self, word: &str) -> bool {
        let row = self.find(Table::Stop, word).and_then(|row| self.rows.stops.get(usize::from(row)));
        row.is_some_and(|row| row.starter)
    }
}

/// A phrase of a table that begins at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How many tokens it covers.
    pub len: u8,
    /// What it means.
    pub sense: Sense,
}

/// For each token of one document, the phrases that begin there, longest first.
#[derive(Debug)]
pub struct Hits {
    hits: Vec<Hit>,
    first: Vec<u32>,
    tables: Vec<u64>,
}

impl Hits {
    /// All phrases that begin at a token, longest first; empty past the end.
    #[must_use]
    pub fn at(&self, token: TokenId) -> &[Hit] {
        let at = token as usize;
        match (self.first.get(at), self.first.get(at + 1)) {
            (Some(first), Some(end)) => self.hits.get(*first as usize..*end as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The set of tables ([`Table::bit`]) that have a phrase beginning at a token.
    #[must_use]
    pub fn tables(&self, token: TokenId) -> u64 {
        self.tables.get(token as usize).copied().unwrap_or(0)
    }

    /// Whether a phrase of the table begins at a token.
    #[must_use]
    pub fn is(&self, token: TokenId, table: Table) -> bool {
        self.tables(token) & table.bit() != 0
    }

    /// The longest phrase of the table that begins at a token: its length in tokens and its row.
    #[must_use]
    pub fn longest(&self, token: TokenId, table: Table) -> Option<(TokenId, usize)> {
        if !self.is(token, table) {
            return None;
        }
        let hit = self.at(token).iter().find(|hit| hit.sense.table == table)?;
        Some((TokenId::from(hit.len), usize::from(hit.sense.row)))
    }
}
