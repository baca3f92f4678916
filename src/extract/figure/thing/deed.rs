//! What is said to happen to what a figure counts.

use super::behind::ASIDE;
use super::{BESIDE, is_time};
use crate::extract::phrase::{Class, class, noun_phrase};
use crate::extract::{Measure, Scope};
use crate::lex::TokenId;
use crate::pack::Table;

/// What is said to happen to what is counted, behind it: "12 people were killed", "20 dead", "60% were in favour".
pub(super) fn deed_behind(scope: &Scope<'_>, at: TokenId) -> Option<(TokenId, TokenId)> {
    let sentence = scope.document.sentence_tokens(at.wrapping_sub(1)).end;
    let mut next = past_aside(scope, at, sentence);
    let end = sentence.min(next + 8);
    // Whether a form of "be" stands before.
    let mut passive = false;
    while next < end {
        let speech = scope.has(next, Table::Speech);
        match class(scope, next) {
            Class::Auxiliary => {
                passive |= scope.is_any(next, "be been was were are is being");
            }
            Class::Adverb => {}
            _ if scope.is_any(next, ASIDE) && !scope.is_any(next, "said") => {}
            _ if scope.is_any(next, "who that which") => {}
            // "were reported to have left"
            Class::Preposition if passive && scope.is(next, "to") && scope.is(next + 1, "have") => {}
            _ if passive && speech && scope.is(next + 1, "to") && scope.is(next + 2, "have") => {}
            _ if passive && scope.is_any(next, "aboard ashore overboard") => break,
            // "20 people said" is no deed of those who are counted, "20 people were reported killed" is.
            Class::Past | Class::Verb | Class::Ing if speech && !passive && !scope.is(next + 1, "up") => return None,
            Class::Past | Class::Verb | Class::Ing => break,
            Class::Conjunction if scope.is(next, "or") && scope.is(next + 1, "more") => next += 1,
            Class::Adjective if scope.is_any(next, DEED_ADJECTIVES) => break,
            // "have been confirmed dead"
            Class::Adjective if passive && scope.word(next).ends_with("ed") => break,
            Class::Preposition if passive => return predicate(scope, next),
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
    // "took part", "turned out"
    last += TokenId::from(last + 1 < sentence && scope.is_any(last + 1, "part up out off"));
    Some((next, last))
}

/// Where it is: "were in favour", "are on board".
fn predicate(scope: &Scope<'_>, at: TokenId) -> Option<(TokenId, TokenId)> {
    if scope.is_any(at, "aboard") {
        return Some((at, at));
    }
    if !scope.is_any(at, "in on at under without against for inside from") {
        return None;
    }
    let article = TokenId::from(matches!(class(scope, at + 1), Class::Determiner | Class::Pronoun));
    let inside = noun_phrase(scope, at + 1 + article).filter(|p| !is_time(scope, p.head))?;
    Some((at, inside.last))
}

/// Past what stands between a count and its verb: "of those", ", including four children,", "all 30 on board".
fn past_aside(scope: &Scope<'_>, at: TokenId, end: TokenId) -> TokenId {
    if scope.is(at, "of") && scope.is_any(at + 1, "those these them whom") {
        return at + 2;
    }
    if scope.is(at, ",") && scope.is_any(at + 1, "including among most mostly many all") {
        return (at + 2..end.min(at + 16)).find(|t| scope.is(*t, ",")).map_or(at, |t| t + 1);
    }
    if scope.is_any(at, "on aboard inside") {
        let article = TokenId::from(matches!(class(scope, at + 1), Class::Determiner | Class::Pronoun));
        return noun_phrase(scope, at + 1 + article).map_or(at, |p| p.last + 1);
    }
    at
}

/// Adjectives that say what happened.
const DEED_ADJECTIVES: &str = "dead injured wounded missing hurt homeless alive";

/// The verb that has a figure as its object, or as its measure through a preposition: "killing three",
/// "served for four years", "paid Berg $5m".
pub(super) fn deed_before(scope: &Scope<'_>, first: TokenId, measure: Measure) -> Option<(TokenId, TokenId)> {
    let floor = scope.document.sentence_tokens(first).start.max(first.saturating_sub(4));
    let mut at = first;
    while at > floor {
        at -= 1;
        match class(scope, at) {
            // "took the injured to four hospitals": a noun.
            Class::Adjective if scope.is_any(at, DEED_ADJECTIVES) => {
                let noun = at > floor && class(scope, at - 1) == Class::Determiner;
                return (!noun).then_some((at, at));
            }
            Class::Past | Class::Ing | Class::Verb if scope.has(at, Table::Speech) => return None,
            Class::Past | Class::Ing | Class::Verb => return Some((at, at)),
            Class::Noun if scope.is_any(at, BESIDE) => {}
            Class::Name if measure == Measure::Money => {}
            Class::Adverb | Class::Determiner => {}
            Class::Preposition if scope.is_any(at, "for by to at from in over after on up with within during") => {}
            Class::Adjective if scope.is_any(at, "last past next first another other additional") => {}
            Class::Auxiliary if scope.is_word(at) && at + 1 == first => {}
            _ => return None,
        }
    }
    None
}
