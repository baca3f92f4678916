//! What the whole document says of its words: which are also written small, which stand in capitals
//! where only a name does, and which sentences are set in headline case.

use super::super::Scope;
use super::super::kinds::BlockKind;
use crate::base::fold::Key;
use crate::lex::{Case, SentenceId, TokenId, TokenKind};

/// How a word is written in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Somewhere with a small first letter.
    pub small: bool,
    /// Somewhere with a capital inside a sentence of running text.
    pub capital: bool,
}

/// The words of a document, and its sentences in headline case.
#[derive(Debug)]
pub struct Evidence {
    words: Words,
    headline: Vec<bool>,
}

/// How words are written, by the hash of each: an open-addressing table, a power of two long.
#[derive(Debug)]
struct Words(Vec<(u64, Written)>);

impl Words {
    /// The slot of a word: its own or an empty one. There is always an empty one.
    fn slot(&self, word: &str) -> (usize, u64) {
        // 0 marks an empty slot.
        let hash = Key::of(word).hash().max(1);
        let mask = self.0.len() - 1;
        let mut slot = hash as usize & mask;
        while self.0.get(slot).is_some_and(|(h, _)| *h != 0 && *h != hash) {
            slot = (slot + 1) & mask;
        }
        (slot, hash)
    }

    fn add(&mut self, word: &str, small: bool, capital: bool) {
        let (slot, hash) = self.slot(word);
        if let Some((h, written)) = self.0.get_mut(slot) {
            *h = hash;
            written.small |= small;
            written.capital |= capital;
        }
    }
}

impl Evidence {
    /// Reads a document once.
    pub fn read(scope: &Scope<'_>) -> Self {
        let document = scope.document;
        let headline: Vec<bool> = (0..).take(document.sentences.len()).map(|s| is_headline(scope, s)).collect();
        let slots = (document.tokens.len() * 2).next_power_of_two().max(2);
        let mut words = Words(vec![(0, Written::default()); slots]);
        for (sentence, headline) in document.sentences.iter().zip(&headline) {
            let mut opens = true;
            for token in sentence.tokens.clone() {
                let t = document.token(token);
                if t.kind == TokenKind::Word {
                    let small = t.case == Case::Lower;
                    let capital = t.is_capital() && !opens && !headline;
                    if small || capital {
                        words.add(document.word(token), small, capital);
                    }
                    opens = false;
                } else {
                    // After an opening quotation mark or a colon a sentence begins anew.
                    opens |= t.kind == TokenKind::Quote || document.word(token) == ":";
                }
            }
        }
        Self { words, headline }
    }

    /// How a word is written elsewhere in the document.
    pub fn of(&self, word: &str) -> Written {
        self.words.0.get(self.words.slot(word).0).map_or_else(Written::default, |w| w.1)
    }

    /// Whether a sentence is in headline case or in capitals: there a capital tells nothing.
    pub fn is_headline(&self, sentence: SentenceId) -> bool {
        self.headline.get(sentence as usize).copied().unwrap_or(false)
    }
}

/// Headline case: of the words that are not function words, nearly all have a capital.
fn is_headline(scope: &Scope<'_>, sentence: SentenceId) -> bool {
    let document = scope.document;
    let Some(tokens) = document.sentences.get(sentence as usize).map(|s| s.tokens.clone()) else { return false };
    let (mut capital, mut small): (TokenId, TokenId) = (0, 0);
    for token in tokens.clone() {
        let t = document.token(token);
        if t.kind != TokenKind::Word || t.span.len() < 4 {
            continue;
        }
        match t.case {
            Case::Title | Case::Upper => capital += 1,
            Case::Lower => small += 1,
            Case::None | Case::Mixed => {}
        }
    }
    let heads = matches!(scope.block_kind(tokens.start), BlockKind::Headline | BlockKind::Subheading);
    let (least, share) = if heads { (3, 2) } else { (5, 4) };
    capital >= least && capital >= small * share
}
