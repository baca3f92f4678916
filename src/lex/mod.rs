//! Text to [`Document`]: tokens, sentences, blocks. Knows letters, not the world.
//!
//! Comes in: any text, and the [`Conventions`] of its language. Goes out: a document that is never
//! changed afterwards; everything found later points into it. Total and linear in the text's length.

mod apart;
mod block;
mod sentence;
mod token;

use crate::base::Span;
use std::ops::Range;

pub use token::{Case, Token, TokenKind};

/// Index of a token in its document.
pub type TokenId = u32;
/// Index of a sentence in its document.
pub type SentenceId = u32;
/// Index of a block in its document.
pub type BlockId = u32;

/// What a language does with full stops, asked for words as written.
pub trait Conventions {
    /// Whether the word's full stop is part of it and does not end a sentence ("Mr", "Gen", "Inc").
    fn is_abbreviation(&self, word: &str) -> bool;
    /// Whether a capitalised word is so common at the start of a sentence that it tells one begins
    /// ("The", "He", "But"), also after an acronym with full stops.
    fn is_starter(&self, word: &str) -> bool;
}

/// A sentence: never crosses a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<TokenId>,
    /// The block it stands in.
    pub block: BlockId,
}

/// A line, or the lines of one hard-wrapped paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Without white space around it.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<TokenId>,
    /// Its sentences.
    pub sentences: Range<SentenceId>,
    /// Whether an empty line (or the text's edge) stands before it.
    pub after_gap: bool,
    /// Whether it is article, where the reader said so.
    pub counts: Option<bool>,
}

/// A text with its tokens, sentences and blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The text as the reader sees it.
    pub text: Box<str>,
    /// Words, numbers and signs, in order, never overlapping; white space stands between them.
    pub tokens: Vec<Token>,
    /// Sentences, in order; each token is in just one.
    pub sentences: Vec<Sentence>,
    /// Blocks, in order; each sentence is in just one.
    pub blocks: Vec<Block>,
    /// The block that is the headline, where that is known before it is read.
    pub headline: Option<BlockId>,
    /// The sentence of each token.
    sentence_of: Vec<SentenceId>,
}

/// Reads a text. Total: any text gives a document.
///
/// Text past 4 GiB would not fit the offsets and is cut there, at a char boundary.
#[must_use]
pub fn read(text: &str, conventions: &dyn Conventions) -> Document {
    let mut end = text.len().min(u32::MAX as usize - 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let mut document = Document {
        text: text.into(),
        tokens: Vec::with_capacity(text.len() / 5),
        sentences: Vec::with_capacity(text.len() / 100),
        blocks: Vec::new(),
        headline: None,
        sentence_of: Vec::new(),
    };
    for (span, after_gap) in block::split(text) {
        let first_token = document.tokens.len();
        token::split(text, span, conventions, &mut document.tokens);
        apart::close_up(text, &mut document.tokens, first_token);
        if document.tokens.len() == first_token {
            continue;
        }
        let block = id(document.blocks.len());
        let first_sentence = id(document.sentences.len());
        for tokens in sentence::split(text, &document.tokens, first_token, conventions) {
            let sentence = id(document.sentences.len());
            let (first, last) = (document.tokens[tokens.start].span, document.tokens[tokens.end - 1].span);
            document.sentence_of.extend(tokens.clone().map(|_| sentence));
            let tokens = id(tokens.start)..id(tokens.end);
            document.sentences.push(Sentence { span: first.to(last), tokens, block });
        }
        let (first, last) = (document.tokens[first_token].span, document.tokens[document.tokens.len() - 1].span);
        document.blocks.push(Block {
            span: first.to(last),
            tokens: id(first_token)..id(document.tokens.len()),
            sentences: first_sentence..id(document.sentences.len()),
            after_gap,
            counts: None,
        });
    }
    document
}

/// A count of things that are each at least one byte of a text below 4 GiB.
#[allow(clippy::cast_possible_truncation)]
const fn id(index: usize) -> u32 {
    index as u32
}

impl Document {
    /// A token; a blank sign past the end, so that looking around never fails.
    #[must_use]
    pub fn token(&self, id: TokenId) -> &Token {
        self.tokens.get(id as usize).unwrap_or(&token::NONE)
    }

    /// A token's text.
    #[must_use]
    pub fn word(&self, id: TokenId) -> &str {
        self.token(id).span.of(&self.text)
    }

    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The sentence of a token (the last one for a token past the end).
    #[must_use]
    pub fn sentence_of(&self, token: TokenId) -> SentenceId {
        self.sentence_of.get(token as usize).or(self.sentence_of.last()).copied().unwrap_or(0)
    }

    /// The tokens of the sentence that a token stands in.
    #[must_use]
    pub fn sentence_tokens(&self, token: TokenId) -> Range<TokenId> {
        self.sentences.get(self.sentence_of(token) as usize).map_or(0..0, |s| s.tokens.clone())
    }

    /// The span from one token to another, both included.
    #[must_use]
    pub fn span(&self, first: TokenId, last: TokenId) -> Span {
        self.token(first).span.to(self.token(last).span)
    }

    /// The tokens that lie inside a span, or overlap it.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<TokenId> {
        let first = self.tokens.partition_point(|t| t.span.end <= span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        id(first)..id(end.max(first))
    }

    /// The sentences that a span touches.
    #[must_use]
    pub fn sentences_in(&self, span: Span) -> Range<SentenceId> {
        let first = self.sentences.partition_point(|s| s.span.end <= span.start);
        let end = self.sentences.partition_point(|s| s.span.start < span.end);
        id(first)..id(end.max(first))
    }

    /// How many tokens there are.
    #[must_use]
    pub fn len(&self) -> TokenId {
        id(self.tokens.len())
    }

    /// Whether there is no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Conventions, Document, read};

    struct English;
    impl Conventions for English {
        fn is_abbreviation(&self, word: &str) -> bool {
            matches!(word, "Mr" | "Gen" | "No" | "Jan")
        }
        fn is_starter(&self, word: &str) -> bool {
            matches!(word, "The" | "He" | "Our" | "But")
        }
    }
    fn words(text: &str) -> Vec<String> {
        let d = read(text, &English);
        (0..d.len()).map(|t| d.word(t).to_owned()).collect()
    }
    fn sentences(text: &str) -> Vec<String> {
        let d: Document = read(text, &English);
        d.sentences.iter().map(|s| d.slice(s.span).to_owned()).collect()
    }

    #[test]
    fn words_are_cut_at_hyphens_possessives_and_between_letters_and_digits() {
        assert_eq!(words("a 22-year-old’s"), ["a", "22", "-", "year", "-", "old", "’s"]);
        assert_eq!(words("US$1.2bn, 1,500 and 26,27"), ["US", "$", "1.2", "bn", ",", "1,500", "and", "26", ",", "27"]);
        assert_eq!(words("don't stop"), ["don't", "stop"]);
        assert_eq!(words("the Democrats' plan"), ["the", "Democrats", "'", "plan"]);
        assert_eq!(
            words("5pm on the U.S.-Mexico border."),
            ["5", "pm", "on", "the", "U.S.", "-", "Mexico", "border", "."]
        );
    }

    #[test]
    fn abbreviations_keep_their_full_stop() {
        assert_eq!(words("Mr. Gray paid."), ["Mr.", "Gray", "paid", "."]);
        assert_eq!(words("J. K. Lee"), ["J.", "K.", "Lee"]);
    }

    #[test]
    fn addresses_are_one_token() {
        assert_eq!(
            words("at https://a.example/p?q=1, or www.b.example."),
            ["at", "https://a.example/p?q=1", ",", "or", "www.b.example", "."]
        );
        assert_eq!(words("mail x.y@z.example now"), ["mail", "x.y@z.example", "now"]);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        assert_eq!(sentences("It rose 2.5 percent. Mr. Gray said so."), ["It rose 2.5 percent.", "Mr. Gray said so."]);
        assert_eq!(sentences("“Stop!” she said. He left."), ["“Stop!” she said.", "He left."]);
        assert_eq!(sentences("Into the U.S. Our house."), ["Into the U.S.", "Our house."]);
        assert_eq!(sentences("The U.S. Senate met."), ["The U.S. Senate met."]);
        assert_eq!(sentences("He asked: “Why?” The end."), ["He asked: “Why?”", "The end."]);
    }

    #[test]
    fn lines_are_blocks_unless_the_text_is_wrapped() {
        assert_eq!(sentences("Politics\nImage: Someone\n\nThe text."), ["Politics", "Image: Someone", "The text."]);
        assert_eq!(
            sentences("A long line that was broken at its\nend by a machine and goes on."),
            ["A long line that was broken at its\nend by a machine and goes on."]
        );
    }
}
