//! Votes: whether the two numbers of a result, "230-197" or "66 to 27", are votes and no goals.

use super::Scope;
use crate::lex::TokenId;

/// Words of voting stand no further from a result than this many tokens.
const REACH: TokenId = 8;

/// Whether a word of voting stands near a token, in its sentence.
pub fn is_voted(scope: &Scope<'_>, at: TokenId) -> bool {
    let sentence = scope.document.sentence_tokens(at);
    let from = sentence.start.max(at.saturating_sub(REACH));
    // "passed the bill, 52-48", but not "passed the bill, and Norwich won 3-1"
    let near = |t: TokenId| (t..at).all(|u| scope.word(u) != "," || u + 1 == at);
    (from..sentence.end.min(at + REACH)).any(|t| {
        let word = scope.word(t);
        scope.is_any(t, "vote votes voted voting ruled ruling") || VOTED.contains(&word) && near(t)
    })
}

/// What votes are about and end in; with a capital, "Bill" is somebody.
const VOTED: &[&str] = &[
    "bill",
    "motion",
    "resolution",
    "legislation",
    "abstentions",
    "approved",
    "rejected",
    "adopted",
    "ratified",
    "acquitted",
    "impeached",
];

/// Whether the number from `first` to `last` is one of the two of a vote.
pub fn is_tally(scope: &Scope<'_>, first: TokenId, last: TokenId) -> bool {
    // Both ask from the first of the two.
    let pair = |a: TokenId, b: TokenId| is_against(scope, a + 1, b) && is_voted(scope, a);
    let left = |back: TokenId| first.checked_sub(back).is_some_and(|t| scope.is_number(t) && pair(t, first));
    let right = |on: TokenId| scope.is_number(last + on) && pair(last, last + on);
    (2..=4).any(|gap| left(gap) || right(gap))
}

/// Whether nothing but a dash or "to" stands from one token to before another: "230-197", "66 to 27", "230-to-197".
pub fn is_against(scope: &Scope<'_>, from: TokenId, to: TokenId) -> bool {
    let dash = |t: TokenId| scope.is_sign(t, "-‑–") && scope.joins(t);
    match to.checked_sub(from) {
        Some(1) => dash(from) || scope.is(from, "to"),
        // "51 votes to 49"
        Some(2) => scope.is(from, "votes") && scope.is(from + 1, "to"),
        Some(3) => dash(from) && scope.is(from + 1, "to") && dash(from + 2),
        _ => false,
    }
}
