//! What the whole document says of its words: which are also written small, which stand in capitals
//! where only a name does, and which sentences are set in headline case.

use super::super::Scope;
use super::super::kinds::BlockKind;
use crate::base::fold::fold_char;
use crate::base::sort;
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
    words: Vec<(u64, Written)>,
    headline: Vec<bool>,
}

/// A word's key: FNV-1a over its folded chars, so that no string is made for a look-up.
fn key(word: &str) -> u64 {
    word.chars()
        .filter_map(fold_char)
        .fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3))
}

impl Evidence {
    /// Reads a document once.
    pub fn read(scope: &Scope<'_>) -> Self {
        let document = scope.document;
        let headline: Vec<bool> = (0..).take(document.sentences.len()).map(|s| is_headline(scope, s)).collect();
        let mut words: Vec<(u64, Written)> = Vec::new();
        for (sentence, headline) in document.sentences.iter().zip(&headline) {
            let mut opens = true;
            for token in sentence.tokens.clone() {
                let t = document.token(token);
                if t.kind == TokenKind::Word {
                    let small = t.case == Case::Lower;
                    let capital = t.is_capital() && !opens && !headline;
                    if small || capital {
                        words.push((key(document.word(token)), Written { small, capital }));
                    }
                    opens = false;
                } else {
                    // After an opening quotation mark or a colon a sentence begins anew.
                    opens |= t.kind == TokenKind::Quote || document.word(token) == ":";
                }
            }
        }
        sort::by_key(&mut words, |w| w.0);
        words.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1.small |= next.1.small;
                kept.1.capital |= next.1.capital;
            }
            same
        });
        Self { words, headline }
    }

    /// How a word is written elsewhere in the document.
    pub fn of(&self, word: &str) -> Written {
        let key = key(word);
        self.words
            .binary_search_by_key(&key, |w| w.0)
            .ok()
            .and_then(|at| self.words.get(at))
            .map_or_else(Written::default, |w| w.1)
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
