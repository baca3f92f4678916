//! What is found in one article: one file for each kind of mention, and [`EXTRACTORS`], their order.
//!
//! Comes in: a [`Document`] and the [`Lexicon`]. Goes out: a [`Found`] layer for each kind. Extractors
//! never import one another: each says which layers it reads and sees them through its [`Scope`].
//! To add a kind: its file, its value's type in [`kinds`], one line in [`EXTRACTORS`], one layer in
//! [`Found`]; the compiler names the rest.

mod block;
pub(crate) mod dateline;
mod figure;
pub mod kinds;
mod name;
mod numeral;
pub mod phrase;
mod quote;
mod tally;
pub mod timex;

use crate::base::fold::is_one;
use crate::base::{Day, Rule, Span};
use crate::lex::{Document, SentenceId, Token, TokenId, TokenKind};
use crate::lexicon::lists::Lists;
use crate::lexicon::{Hits, Lexicon};
use crate::pack::Table;
pub use kinds::*;
pub use name::Tagger;

/// Something found: where, what, and which rule says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention<T> {
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: (TokenId, TokenId),
    /// The sentence it begins in.
    pub sentence: SentenceId,
    /// What it is.
    pub value: T,
    /// Who says so.
    pub rule: &'static Rule,
}

/// A layer of [`Found`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What each block is.
    Block,
    /// Numbers in digits and words, whatever they stand for.
    Numeral,
    /// Dates, times, durations and sets of them.
    Timex,
    /// Names and offices.
    Name,
    /// Quantities with bound, unit and thing counted.
    Figure,
    /// Direct, mixed and indirect speech.
    Quote,
}

/// All layers. Each is sorted by where its mentions begin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// One for each block of the document, in order.
    pub blocks: Vec<Mention<BlockKind>>,
    /// Never overlapping.
    pub numerals: Vec<Mention<Numeral>>,
    /// Never overlapping.
    pub timexes: Vec<Mention<Timex>>,
    /// Names never overlap names; a title may stand beside one.
    pub names: Vec<Mention<Name>>,
    /// Never overlapping.
    pub figures: Vec<Mention<Figure>>,
    /// May nest.
    pub quotes: Vec<Mention<Quote>>,
}

/// What an extractor may look at.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The text with its tokens, sentences, blocks.
    pub document: &'a Document,
    /// The tables.
    pub lexicon: &'static Lexicon,
    /// The phrases of the tables in this document.
    pub hits: &'a Hits,
    /// The day of publication, where it is known.
    pub published: Option<Day>,
    /// What was found before; only the layers that the extractor [reads](Extractor::reads) are filled.
    pub found: &'a Found,
}

/// One kind's extractor.
#[derive(Debug)]
pub struct Extractor {
    /// What it finds.
    pub kind: Kind,
    /// What it looks at; all of it stands before it in [`EXTRACTORS`].
    pub reads: &'static [Kind],
    /// Finds all mentions and puts them in their layer, which nothing else writes.
    pub run: fn(&Scope<'_>) -> Layer,
}

/// What an extractor gives: one layer.
#[derive(Debug)]
pub enum Layer {
    /// See [`Found::blocks`].
    Blocks(Vec<Mention<BlockKind>>),
    /// See [`Found::numerals`].
    Numerals(Vec<Mention<Numeral>>),
    /// See [`Found::timexes`].
    Timexes(Vec<Mention<Timex>>),
    /// See [`Found::names`].
    Names(Vec<Mention<Name>>),
    /// See [`Found::figures`].
    Figures(Vec<Mention<Figure>>),
    /// See [`Found::quotes`].
    Quotes(Vec<Mention<Quote>>),
}

/// The extractors in the order they run.
pub const EXTRACTORS: &[Extractor] =
    &[block::EXTRACTOR, numeral::EXTRACTOR, timex::EXTRACTOR, name::EXTRACTOR, figure::EXTRACTOR, quote::EXTRACTOR];

/// Runs every extractor.
#[must_use]
pub fn extract(document: &Document, lexicon: &'static Lexicon, published: Option<Day>) -> Found {
    let hits = lexicon.hits(document);
    run(EXTRACTORS, document, lexicon, &hits, published)
}

fn run(
    extractors: &[Extractor],
    document: &Document,
    lexicon: &'static Lexicon,
    hits: &Hits,
    published: Option<Day>,
) -> Found {
    let mut found = Found::default();
    for extractor in extractors {
        let layer = (extractor.run)(&Scope { document, lexicon, hits, published, found: &found });
        match layer {
            Layer::Blocks(layer) => found.blocks = layer,
            Layer::Numerals(layer) => found.numerals = layer,
            Layer::Timexes(layer) => found.timexes = layer,
            Layer::Names(layer) => found.names = layer,
            Layer::Figures(layer) => found.figures = layer,
            Layer::Quotes(layer) => found.quotes = layer,
        }
    }
    found
}

/// What the tagger of names looks at, for each token of a document: for the trainer, which learns from
/// it what [`Lexicon::give_model`] takes in. `lists` go into the model with what is learnt.
#[must_use]
pub fn name_features(document: &Document, lexicon: &'static Lexicon, lists: &Lists) -> Vec<Vec<u32>> {
    let hits = lexicon.hits(document);
    let before = EXTRACTORS.iter().position(|e| e.kind == Kind::Name).unwrap_or(0);
    let found = run(&EXTRACTORS[..before], document, lexicon, &hits, None);
    name::features(&Scope { document, lexicon, hits: &hits, published: None, found: &found }, lists)
}

impl Scope<'_> {
    /// A token of the document.
    #[must_use]
    pub fn token(&self, id: TokenId) -> &Token {
        self.document.token(id)
    }

    /// A token's text.
    #[must_use]
    pub fn word(&self, id: TokenId) -> &str {
        self.document.word(id)
    }

    /// Whether a token is this word, in any ASCII case.
    #[must_use]
    pub fn is(&self, id: TokenId, lower: &str) -> bool {
        self.word(id).eq_ignore_ascii_case(lower)
    }

    /// Whether a token is one of these words, in any ASCII case.
    #[must_use]
    pub fn is_any(&self, id: TokenId, lower: &str) -> bool {
        is_one(self.word(id), lower)
    }

    /// Whether a token is one sign of these.
    #[must_use]
    pub fn is_sign(&self, id: TokenId, signs: &str) -> bool {
        let mut word = self.word(id).chars();
        word.next().is_some_and(|sign| word.next().is_none() && signs.contains(sign))
    }

    /// Whether a token touches both of its neighbours.
    #[must_use]
    pub fn joins(&self, id: TokenId) -> bool {
        self.token(id).glued && self.token(id + 1).glued
    }

    /// Whether a token is digits.
    #[must_use]
    pub fn is_number(&self, id: TokenId) -> bool {
        self.token(id).kind == TokenKind::Number
    }

    /// Whether a token is a word.
    #[must_use]
    pub fn is_word(&self, id: TokenId) -> bool {
        self.token(id).kind == TokenKind::Word
    }

    /// Whether a phrase of the table begins at a token.
    #[must_use]
    pub fn has(&self, id: TokenId, table: Table) -> bool {
        self.hits.is(id, table)
    }

    /// A mention over the tokens from `first` to `last`, both included.
    #[must_use]
    pub fn mention<T>(&self, first: TokenId, last: TokenId, value: T, rule: &'static Rule) -> Mention<T> {
        Mention {
            span: self.document.span(first, last),
            tokens: (first, last),
            sentence: self.document.sentence_of(first),
            value,
            rule,
        }
    }

    /// What the block of a token is; body before the blocks are classed.
    #[must_use]
    pub fn block_kind(&self, token: TokenId) -> BlockKind {
        let sentence = self.document.sentence_of(token) as usize;
        let block = self.document.sentences.get(sentence).map_or(0, |s| s.block as usize);
        self.found.blocks.get(block).map_or(BlockKind::Body, |b| b.value)
    }
}

/// For each token, which mention of a sorted, non-overlapping layer covers it: looked up in constant time.
#[derive(Clone, Debug, Default)]
pub struct Cover(Vec<u32>);

impl Cover {
    /// Covers of `layer` over a document of `tokens` tokens.
    #[must_use]
    pub fn new<T>(layer: &[Mention<T>], tokens: TokenId) -> Self {
        let mut cover = vec![0; tokens as usize];
        for (index, mention) in layer.iter().enumerate() {
            let (first, last) = mention.tokens;
            if let Some(run) = cover.get_mut(first as usize..=last as usize) {
                run.fill(u32::try_from(index + 1).unwrap_or(0));
            }
        }
        Self(cover)
    }

    /// The index of the mention that covers the token.
    #[must_use]
    pub fn at(&self, token: TokenId) -> Option<usize> {
        (*self.0.get(token as usize)? as usize).checked_sub(1)
    }
}
