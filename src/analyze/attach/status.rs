//! Whether what is counted is so: told by the words before it in its clause.

use super::Page;
use crate::base::{Rule, Span};
use crate::extract::Status;
use crate::lex::TokenId;
use crate::pack::Table;

/// A word in the clause.
pub const WORD: Rule = Rule {
    name: "status/word",
    why: "A word in the figure's clause says that it is intended, asked for, possible, past or denied.",
};
/// A word tells of a figure at most so many tokens away.
const BEFORE: TokenId = 12;
const AFTER: TokenId = 5;

/// The status of a figure and the words that say so.
pub fn status(page: &Page<'_>, index: usize) -> (Status, Option<(Span, &'static Rule)>) {
    let Some(mention) = page.found.figures.get(bracketed(page, index)) else { return (Status::Actual, None) };
    let (first, last) = mention.tokens;
    let sentence = page.document.sentence_tokens(first);
    let ends = |t: TokenId| matches!(page.word(t), ";" | ":" | "“" | "”" | "\"" | "(" | "—" | "–");
    // Back to where the clause begins.
    let from = sentence.start.max(first.saturating_sub(BEFORE));
    let start = (from..first).rev().find(|t| ends(*t) || parts(page, *t)).map_or(from, |t| t + 1);
    let to = sentence.end.min(last + 1 + AFTER);
    let end = (last + 1..to).find(|t| ends(*t) || page.word(*t) == "," || parts(page, *t)).unwrap_or(to);
    // "a previous 93", but not "the former minister met 93 …".
    let near = |t: TokenId, status: Status| status != Status::Former || first - t <= 2;
    let before = (start..first).rev().find_map(|t| word(page, t).filter(|(s, _)| near(t, *s)));
    let after =
        || (last + 1..end).find_map(|t| word(page, t).filter(|(s, _)| matches!(s, Status::Possible | Status::Planned)));
    match before.or_else(after) {
        Some((status, span)) => (status, Some((span, &WORD))),
        None => (Status::Actual, None),
    }
}

/// The figure before the bracket that a figure stands in: "to pay €20,000 (£17,500; $22,900)".
fn bracketed(page: &Page<'_>, index: usize) -> usize {
    let tokens = |index: usize| page.found.figures.get(index).map(|f| f.tokens);
    let mut at = index;
    for _ in 0..3 {
        let (Some(own), Some(before)) = (tokens(at), at.checked_sub(1).and_then(tokens)) else { break };
        match page.word(own.0.saturating_sub(1)) {
            "(" if before.1 + 2 == own.0 => return at - 1,
            "," | ";" | "/" if before.1 + 2 == own.0 => at -= 1,
            _ => break,
        }
    }
    index
}

/// Whether a comma with a conjunction, or a relative pronoun, begins another clause.
fn parts(page: &Page<'_>, token: TokenId) -> bool {
    // "as" begins a clause but in "as many as 200".
    const AMOUNTS: &[&str] = &["many", "much", "few", "little", "high", "low", "long"];
    let amount = page.is_any(token + 1, AMOUNTS) || token > 0 && page.is_any(token - 1, AMOUNTS);
    page.is_any(token, &["as"]) && !amount
        || page.is_any(token, &["but", "while", "although", "which", "who", "because", "after", "when"])
        || page.word(token) == "," && page.is_any(token + 1, &["and", "but", "he", "she", "it", "they", "the"])
}

/// The status word at a token: the longest phrase of at most three words.
fn word(page: &Page<'_>, token: TokenId) -> Option<(Status, Span)> {
    if !page.lexicon.begins(page.word(token)) {
        return None;
    }
    let row = |last: TokenId| {
        let span = page.document.span(token, last);
        let row = page.lexicon.find(Table::StatusWord, page.document.slice(span))?;
        let status = page.lexicon.rows.statuses.get(usize::from(row))?.status;
        // "May 3" and "Will Gray" are a date and a name.
        let named = page.timexes.at(token).is_some() || page.names.at(token).is_some();
        (!named).then_some((status, span))
    };
    (token..token + 3).rev().find_map(row)
}
