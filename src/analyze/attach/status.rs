//! Whether what is counted is so: told by the words before it in its clause.

use super::Page;
use crate::base::{Rule, Span};
use crate::extract::{Measure, Status};
use crate::lex::TokenId;
use crate::pack::Table;

/// A word in the clause.
pub const WORD: Rule = Rule {
    name: "status/word",
    why: "A word in the figure's clause says that it is intended, forecast, asked for, possible, past or denied.",
};
/// A word tells of a figure at most so many tokens away.
const BEFORE: TokenId = 16;
const AFTER: TokenId = 5;

/// The status of a figure and the words that say so.
pub fn status(page: &Page<'_>, index: usize) -> (Status, Option<(Span, &'static Rule)>) {
    let Some(mention) = page.found.figures.get(bracketed(page, index)) else { return (Status::Actual, None) };
    let (first, last) = mention.tokens;
    // "Infants under six months are at risk": an age is as it is, but "She would be 91".
    let age = mention.value.measure == Measure::Age && !page.is_any(first.wrapping_sub(1), "been");
    if age || mention.value.measure == Measure::Duration && anchors(page, first, last) {
        return (Status::Actual, None);
    }
    let sentence = page.document.sentence_tokens(first);
    let quote = |t: TokenId| matches!(page.word(t), "“" | "”" | "\"");
    // "plans to build “100 miles of road”": the quoted words go on with the clause.
    let ends = |t: TokenId| matches!(page.word(t), ";" | ":" | "(" | "—" | "–") || quote(t) && t + 1 != first;
    // Back to where the clause begins.
    let from = sentence.start.max(first.saturating_sub(BEFORE));
    let mut start = first;
    while start > from && !ends(start - 1) && !parts(page, start - 1) {
        start -= 1;
        // "slated to join the choir (NYC) for two years": past what stands in brackets.
        if page.word(start) == ")" {
            start = (from..start).rev().find(|t| page.word(*t) == "(").unwrap_or(start);
        }
    }
    // "a maximum of 40": the words that belong to the number tell, too.
    let number = page.document.tokens_in(mention.value.number).start;
    let to = sentence.end.min(last + 1 + AFTER);
    let end = (last + 1..to)
        .find(|t| ends(*t) || page.word(*t) == "," || page.is_any(*t, "and that if") || parts(page, *t))
        .unwrap_or(to);
    // "a previous 93", "an earlier toll of 93", but not "the former minister met 93 …".
    let near = |t: TokenId, status: Status| {
        status != Status::Former
            || first.saturating_sub(t) <= 2 + TokenId::from(page.is_any(first.wrapping_sub(1), "of at"))
            || page.is_any(t, "formerly no once")
    };
    let before = (start..first.max(number)).rev().find_map(|t| word(page, t).filter(|(s, _)| near(t, *s)));
    let after = || {
        (last + 1..end).find_map(|t| {
            word(page, t).filter(|(s, _)| matches!(s, Status::Possible | Status::Planned | Status::Expected))
        })
    };
    let before = before.or_else(|| decreed(page, mention.value.measure, first, last));
    match before.or_else(after) {
        Some((status, span)) => (status, Some((span, &WORD))),
        None => (Status::Actual, None),
    }
}

/// "declared three days of mourning": what is announced for so long lies ahead.
fn decreed(page: &Page<'_>, measure: Measure, first: TokenId, last: TokenId) -> Option<(Status, Span)> {
    const WORDS: &str = "announced announces declared declares ordered orders decreed";
    let verb = first.checked_sub(1).filter(|verb| page.is_any(*verb, WORDS))?;
    let ahead = measure == Measure::Duration && page.is_any(last + 1, "of");
    ahead.then(|| (Status::Planned, page.document.span(verb, verb)))
}

/// Whether a length of time only tells when: "in the next two weeks", "within a month", "three years later".
fn anchors(page: &Page<'_>, first: TokenId, last: TokenId) -> bool {
    let next = (first.saturating_sub(1)..=first).any(|t| page.is_any(t, "next coming within"));
    next || page.is_any(last + 1, "ago later earlier before after")
}

/// The figure before the bracket that a figure stands in: "to pay €30,000 (£25,800; $32,400)".
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
    const AMOUNTS: &str = "many much few little high low long";
    let amount = page.is_any(token + 1, AMOUNTS) || token > 0 && page.is_any(token - 1, AMOUNTS);
    page.is_any(token, "as") && !amount
        // "a request to join a programme that allowed 40 trucks in"
        || page.is_any(token, "that") && page.word(token + 1).ends_with("ed")
        || page.is_any(token, "but while although which who because after when")
        // "300 nurses, 40 doctors, and 12 drivers": the last of a list opens no clause.
        || page.word(token) == ","
            && page.is_any(token + 1, "and but he she it they the")
            && !(page.is_any(token + 1, "and") && page.figures.at(token + 2).is_some() && listed(page, token + 2))
}

/// The status word at a token: the longest phrase of at most three words.
fn word(page: &Page<'_>, token: TokenId) -> Option<(Status, Span)> {
    // "could not agree": it did not happen.
    if page.is_any(token, "could") && page.is_any(token + 1, "not") {
        return None;
    }
    // "It said it would close two plants": what one says oneself that one would do.
    let told = |t: TokenId| page.lexicon.find(Table::Speech, page.word(t)).is_some();
    if page.is_any(token, "would")
        && token > 2
        && page.is_any(token - 1, "it he she they")
        && (told(token - 2) || page.is_any(token - 2, "that") && told(token - 3))
        && !page.is_any(token + 1, "have be like not")
    {
        return Some((Status::Planned, page.document.span(token, token)));
    }
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

/// Whether no verb follows a figure in its part of the sentence, so that it belongs to the clause before.
fn listed(page: &Page<'_>, first: TokenId) -> bool {
    let end = page.document.sentence_tokens(first).end.min(first + 10);
    let part = (first..end).take_while(|t| !matches!(page.word(*t), "," | ";" | "."));
    !part.into_iter().any(|t| page.class(t) == "aux" || page.word(t).ends_with("ed"))
}
