//! The word index: which sentences hold which words.

use crate::analyze::Analysis;
use crate::base::{Named, fold, sort};
use crate::lex::{self, SentenceId, TokenKind};
use crate::lexicon::Lexicon;
use std::rc::Rc;

/// A sentence of a corpus: article, then sentence in it.
pub type Posting = (u32, SentenceId);

/// Folded words, each with the sentences it stands in, in order.
#[derive(Debug, Default)]
pub struct WordIndex(Named<Vec<Posting>>);

impl WordIndex {
    /// Indexes every word and number.
    #[must_use]
    pub fn new(articles: &[Rc<Analysis>]) -> Self {
        let mut index: Named<Vec<Posting>> = Named::default();
        let mut key = String::new();
        for (analysis, article) in articles.iter().zip(0u32..) {
            let document = &analysis.document;
            for token in 0..document.len() {
                if matches!(document.token(token).kind, TokenKind::Sign | TokenKind::Quote | TokenKind::Possessive) {
                    continue;
                }
                key.clear();
                fold::fold_into(document.word(token), &mut key);
                let posting = (article, document.sentence_of(token));
                let postings = index.entry(&key, Vec::new);
                if postings.last() != Some(&posting) {
                    postings.push(posting);
                }
            }
        }
        Self(index)
    }

    /// The sentences that hold all the words of `text`, each whole or as the beginning of a word; in
    /// order. `None` if `text` holds no word: nothing was asked.
    #[must_use]
    pub fn search(&self, text: &str) -> Option<Vec<Posting>> {
        let mut result: Option<Vec<Posting>> = None;
        for word in terms(text) {
            let mut postings: Vec<Posting> = self
                .0
                .from(&word)
                .take_while(|(key, _)| key.starts_with(&word))
                .flat_map(|(_, p)| p)
                .copied()
                .collect();
            sort::by_key(&mut postings, |p| *p);
            postings.dedup();
            result = Some(match result {
                None => postings,
                Some(before) => before.into_iter().filter(|p| postings.binary_search(p).is_ok()).collect(),
            });
        }
        result
    }
}

/// The words of a search, cut and folded as the articles' are.
#[must_use]
pub fn terms(text: &str) -> Vec<String> {
    let document = lex::read(text, Lexicon::embedded());
    let searched = |kind| !matches!(kind, TokenKind::Sign | TokenKind::Quote | TokenKind::Possessive);
    let words = document.tokens.iter().filter(|t| searched(t.kind));
    words.map(|t| fold::fold(t.span.of(text))).take(MAX_TERMS).collect()
}

/// Words past this many in one search are left out of it.
const MAX_TERMS: usize = 32;

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn searches_are_cut_as_articles_are() {
        assert_eq!(terms("  U.S. troops, 1,500! the “caravan’s” "), ["u.s.", "troops", "1,500", "the", "caravan"]);
        assert_eq!(terms("border."), ["border"]);
        assert!(terms(" ?! ").is_empty());
    }
}
