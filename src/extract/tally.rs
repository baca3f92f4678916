//! Votes: whether the two numbers of a result, "230-197" or "66 to 27", are votes and no goals.

use super::Scope;
use crate::lex::TokenId;

/// Words of voting stand no further from a result than this many tokens.
const REACH: TokenId = 8;

/// Whether a word of voting stands near a token, in its sentence.
pub fn is_voted(scope: &Scope<'_>, at: TokenId) -> bool {
    let sentence = scope.document.sentence_tokens(at);
    let from = sentence.start.max(at.saturating_sub(REACH));
    (from..sentence.end.min(at + REACH)).any(|t| scope.is_any(t, &["vote", "votes", "voted", "voting"]))
}

/// Whether nothing but a dash or "to" stands from one token to before another: "230-197", "66 to 27", "230-to-197".
pub fn is_against(scope: &Scope<'_>, from: TokenId, to: TokenId) -> bool {
    let dash =
        |t: TokenId| matches!(scope.word(t), "-" | "‑" | "–") && scope.token(t).glued && scope.token(t + 1).glued;
    match to.checked_sub(from) {
        Some(1) => dash(from) || scope.is(from, "to"),
        Some(3) => dash(from) && scope.is(from + 1, "to") && dash(from + 2),
        _ => false,
    }
}
