//! Sentences within one block.

use super::token::is_single;
use super::{Case, Conventions, Token, TokenKind};
use std::ops::Range;

/// The sentences of the tokens from `first` on, as ranges of token indices; together they cover all.
pub fn split(text: &str, tokens: &[Token], first: usize, conventions: &dyn Conventions) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let end = after_closers(text, tokens, at);
        if ends_at(text, tokens, at, end, conventions) {
            sentences.push(start..end);
            start = end;
        }
        at = end.max(at + 1);
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// The index past the quotation marks and brackets that close what ends at `at`; `at + 1` if none do.
fn after_closers(text: &str, tokens: &[Token], at: usize) -> usize {
    if tokens[at].kind != TokenKind::Sign || !is_terminal(tokens[at].span.of(text)) {
        return at + 1;
    }
    let mut end = at + 1;
    while let Some(token) = tokens.get(end).filter(|t| t.glued) {
        let word = token.span.of(text);
        if !(token.kind == TokenKind::Quote || matches!(word, ")" | "]") || is_terminal(word)) {
            break;
        }
        end += 1;
    }
    end
}

fn is_terminal(word: &str) -> bool {
    matches!(word, "!" | "?" | "…") || (!word.is_empty() && word.bytes().all(|b| b == b'.'))
}

/// Whether a sentence ends before the token `end`, which follows the token `at` and its closers.
fn ends_at(text: &str, tokens: &[Token], at: usize, end: usize, conventions: &dyn Conventions) -> bool {
    let Some(next) = tokens.get(end) else { return true };
    if !matches!(tokens[at].kind, TokenKind::Sign | TokenKind::Word) {
        return false;
    }
    let word = tokens[at].span.of(text);
    let next_word = next.span.of(text);
    if tokens[at].kind == TokenKind::Sign && is_terminal(word) {
        // "on sept . 30": an abbreviation whose stop is set apart.
        let short = at.checked_sub(1).map(|before| tokens[before]).is_some_and(|before| {
            let word = before.span.of(text);
            let letter = is_single(word) && before.is_capital();
            before.kind == TokenKind::Word
                && before.span.end < tokens[at].span.start
                && (letter || conventions.is_abbreviation(word))
        });
        if tokens[at].glued && short {
            return false;
        }
        // A full stop glued to the next word is no end, unless a capitalised word was run into it.
        let spaced = !next.glued || (next.case == Case::Title && next_word.len() > 1 && !tokens[at].glued);
        return spaced && !matches!(next.case, Case::Lower) && !matches!(next_word, "," | ";" | ")" | "-" | "–" | "—");
    }
    // "the U.S. Our", "at 5 p.m. The": the stop of an abbreviation also ends the sentence where the next
    // word is a usual beginning of one.
    let acronym = tokens[at].kind == TokenKind::Word && word.ends_with('.');
    acronym && !next.glued && {
        let opens = next.kind == TokenKind::Quote && tokens.get(end + 1).is_some_and(Token::is_capital);
        let starter = next.is_capital() && conventions.is_starter(next_word);
        let title = word.chars().filter(|c| *c == '.').count() == 1;
        !title && (opens || starter)
    }
}
