//! What is said to happen to what a figure counts.

use super::BESIDE;
use crate::extract::Scope;
use crate::extract::phrase::{Class, class};
use crate::lex::TokenId;
use crate::pack::Table;

/// What is said to happen to what is counted, behind it: "12 people were killed", "20 dead".
pub(super) fn deed_behind(scope: &Scope<'_>, at: TokenId) -> Option<(TokenId, TokenId)> {
    let end = scope.document.sentence_tokens(at.wrapping_sub(1)).end.min(at + 7);
    let mut next = at;
    let mut passive = false;
    while next < end {
        match class(scope, next) {
            Class::Auxiliary => passive |= scope.is_any(next, &["be", "been", "was", "were", "are", "is"]),
            Class::Adverb => {}
            Class::Relative if scope.is_any(next, &["who", "that", "which"]) => {}
            Class::Determiner if scope.is(next, "that") => {}
            // "20 people said" is no deed of those who are counted, "20 people were reported killed" is.
            Class::Past | Class::Verb | Class::Ing if scope.has(next, Table::Speech) && !passive => return None,
            Class::Past | Class::Verb | Class::Ing => break,
            Class::Conjunction if scope.is(next, "or") && scope.is(next + 1, "more") => next += 1,
            Class::Adjective if scope.is_any(next, DEED_ADJECTIVES) => break,
            _ => return None,
        }
        next += 1;
    }
    if next >= end {
        return None;
    }
    let mut last = next;
    // "confirmed killed", "reported missing"
    while last + 1 < end && (class(scope, last + 1) == Class::Past || scope.is_any(last + 1, DEED_ADJECTIVES)) {
        last += 1;
    }
    Some((next, last))
}

/// Adjectives that say what happened.
const DEED_ADJECTIVES: &[&str] = &["dead", "injured", "wounded", "missing", "hurt", "homeless", "alive"];

/// The verb that has a figure as its object, or as its measure through a preposition: "killing three",
/// "served for four years".
pub(super) fn deed_before(scope: &Scope<'_>, first: TokenId) -> Option<(TokenId, TokenId)> {
    let floor = scope.document.sentence_tokens(first).start.max(first.saturating_sub(4));
    let mut at = first;
    while at > floor {
        at -= 1;
        match class(scope, at) {
            Class::Adjective if scope.is_any(at, DEED_ADJECTIVES) => return Some((at, at)),
            Class::Past | Class::Ing | Class::Verb if scope.has(at, Table::Speech) => return None,
            Class::Past | Class::Ing | Class::Verb => return Some((at, at)),
            Class::Noun if scope.is_any(at, BESIDE) => {}
            Class::Adverb | Class::Determiner => {}
            Class::Preposition
                if scope.is_any(at, &["for", "by", "to", "at", "from", "in", "over", "after", "on", "up", "with"]) => {}
            Class::Adjective
                if scope.is_any(at, &["last", "past", "next", "first", "another", "other", "additional"]) => {}
            Class::Auxiliary if scope.is_word(at) && at + 1 == first => {}
            _ => return None,
        }
    }
    None
}
