//! An agency's dateline at the head of a text: "LIMA, Peru, March 2, 2020 (AFP) — The mayor …". Dates and quotes share it.

use super::Scope;
use crate::lex::TokenId;
use core::ops::Range;

/// Tokens of a dateline, at most.
const MOST: TokenId = 20;

/// Where the text begins behind a dateline: names of places and agencies and a date, then a dash, or a colon behind a number.
pub fn behind(scope: &Scope<'_>, block: &Range<TokenId>) -> Option<TokenId> {
    let (mut behind, mut dated) = (None, false);
    for at in block.start..block.end.min(block.start + MOST) {
        let word = scope.word(at);
        let dash = matches!(word, "—" | "–" | "-" | "--") && !scope.token(at).glued || word == ":" && dated;
        dated |= scope.is_number(at);
        if dash && at > block.start && scope.token(at + 1).is_capital() {
            behind = Some(at + 1);
        }
        let line = scope.is_number(at) || scope.token(at).is_capital() || matches!(word, "," | "." | "(" | ")" | "/");
        if !dash && !line {
            break;
        }
    }
    behind
}
