//! How a capitalised word stands elsewhere in the document: a surname alone is known by its full name
//! three paragraphs above, a town by the "in" before it.

use super::super::Scope;
use super::title;
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;
use std::collections::BTreeMap;

/// What is asked of each token.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its folded word's hash.
    pub word: u32,
    /// Whether it may be a given name.
    pub given: bool,
    /// The run of capitals that it stands in.
    pub run: (TokenId, TokenId),
    /// Whether it has a capital that tells something: not in headline case.
    pub cased: bool,
}

/// The last of several capitals that begin with a given name.
const AFTER_GIVEN: u32 = 1;
/// The last of several other capitals.
const LAST: u32 = 1 << 1;
/// The first of several capitals.
const FIRST: u32 = 1 << 2;
/// After "the".
const THE: u32 = 1 << 3;
/// After a preposition of place.
const IN: u32 = 1 << 4;
/// Before a verb of speech, or after one.
const SPEAKS: u32 = 1 << 5;
/// After an office or form of address.
const TITLED: u32 = 1 << 6;
/// Before a possessive ending.
const OWNS: u32 = 1 << 7;
/// In brackets.
const BRACKETS: u32 = 1 << 8;
/// The word stands in the document more than once.
const AGAIN: u32 = 1 << 9;

/// For each token, all that the capitalised places of its word in the document say together. A word that
/// stands once says nothing of itself here.
pub fn read(scope: &Scope<'_>, words: &[Word]) -> Vec<u32> {
    let mut seen: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (token, word) in (0..).zip(words).filter(|(_, w)| w.cased) {
        let all = seen.entry(word.word).or_default();
        all.0 |= place(scope, words, token, word);
        all.1 += 1;
    }
    let of = |word: &Word| match seen.get(&word.word) {
        Some((all, count)) if *count > u32::from(word.cased) => all | AGAIN,
        _ => 0,
    };
    words.iter().map(of).collect()
}

/// What one place says.
fn place(scope: &Scope<'_>, words: &[Word], token: TokenId, word: &Word) -> u32 {
    let (first, last) = word.run;
    let given = words.get(first as usize).is_some_and(|w| w.given);
    let before = first.checked_sub(1);
    let mut all = 0;
    if first < last {
        all |= match token {
            _ if token == last && given => AFTER_GIVEN,
            _ if token == last => LAST,
            _ if token == first => FIRST,
            _ => 0,
        };
    }
    if token == first
        && let Some(before) = before
    {
        all |= if scope.is(before, "the") { THE } else { 0 };
        all |= if scope.is_any(before, "in at from near outside across") { IN } else { 0 };
        all |= if scope.has(before, Table::Title) || title::at(scope, before).is_some() { TITLED } else { 0 };
        all |= if scope.is(before, "(") && scope.is(last + 1, ")") { BRACKETS } else { 0 };
        all |= if scope.has(before, Table::Speech) { SPEAKS } else { 0 };
    }
    if token == last {
        all |= if scope.has(last + 1, Table::Speech) { SPEAKS } else { 0 };
        all |= if scope.token(last + 1).kind == TokenKind::Possessive { OWNS } else { 0 };
    }
    all
}
