//! What a measure is a measure of, behind it: "$150,000 contract", "13 km of new tunnels", "north of Bermuda".

use super::super::amount::Amount;
use super::behind::{is_noun, owned};
use super::{BESIDE, is_time};
use crate::base::Decimal;
use crate::extract::phrase::{Class, NounPhrase, class, noun_phrase, phrase_before};
use crate::extract::{Measure, Scope};
use crate::lex::TokenId;
use crate::pack::Table;

/// Past the conversion of a measure that stands in brackets: "(80 km)".
fn past_brackets(scope: &Scope<'_>, at: TokenId) -> TokenId {
    if scope.word(at) != "(" {
        return at;
    }
    (at + 1..at + 8).find(|t| scope.is(*t, ")")).map_or(at, |t| t + 1)
}

/// The phrase behind a measure: "$150,000 contract", "13 km of new tunnels", "22-year-old student".
pub(super) fn measured(scope: &Scope<'_>, amount: &Amount, after: TokenId) -> Option<NounPhrase> {
    if after >= scope.document.sentence_tokens(amount.first).end {
        return None;
    }
    let mut at = past_brackets(scope, after);
    // The closing bracket of the conversion itself.
    at += TokenId::from(scope.is(at, ")") && amount.measure != Measure::Age);
    let hyphen = class(scope, at) == Class::Hyphen || class(scope, amount.last.wrapping_sub(1)) == Class::Hyphen;
    at += TokenId::from(class(scope, at) == Class::Hyphen);
    let hyphen =
        hyphen || amount.low != Decimal::whole(1) && amount.last > amount.number.1 && is_singular(scope, amount.last);
    if scope.is_any(at, "of in") || scope.is(at, "worth") && scope.is(at + 1, "of") {
        let inside = scope.is(at, "in");
        at += 1 + TokenId::from(scope.is(at, "worth"));
        let article = matches!(class(scope, at), Class::Determiner | Class::Pronoun);
        if inside && (article || amount.measure == Measure::Distance) {
            return None;
        }
        while matches!(class(scope, at), Class::Determiner | Class::Pronoun) {
            at += 1;
        }
        let place = |p: &NounPhrase| inside && (class(scope, p.head) == Class::Name || is_time(scope, p.first));
        return owned(scope, at).filter(|p| !place(p));
    }
    match class(scope, at) {
        Class::Noun | Class::Plural | Class::Name | Class::Adjective => {
            (!scope.is_any(at, BESIDE)).then(|| noun_phrase(scope, at)).flatten().filter(|p| is_noun(scope, p.head))
        }
        // "a 14-hour drive", "a 25-year-old building": behind a hyphen a verb's form is a noun.
        Class::Verb | Class::Ing if hyphen || amount.measure == Measure::Age => noun_phrase(scope, at),
        Class::Ing | Class::Past => noun_phrase(scope, at)
            .filter(|p| p.last > at && matches!(class(scope, p.head), Class::Noun | Class::Plural)),
        _ => None,
    }
}

/// Whether a unit's word is singular, which makes it an adjective behind "seven": "a seven hour drive".
fn is_singular(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.word(at).len() > 2 && !scope.word(at).ends_with('s') && !scope.is_any(at, "feet percent cent")
}

/// Directions and sizes behind a measure, and what they are measured from: "north of Bermuda", "tall".
pub(super) fn further(scope: &Scope<'_>, amount: &Amount, first: TokenId, after: TokenId) -> Option<NounPhrase> {
    let at = past_brackets(scope, after);
    let at = at + TokenId::from(scope.is(at, ")"));
    if !matches!(amount.measure, Measure::Distance | Measure::Money | Measure::Duration | Measure::Other) {
        return None;
    }
    if scope.is_any(at, "long wide tall deep high thick") {
        // "a fence 20 km long", "lines several blocks long"
        let floor = scope.document.sentence_tokens(first).start;
        if let Some(before) = first.checked_sub(1).filter(|t| *t >= floor).and_then(|t| phrase_before(scope, t, floor))
        {
            return Some(before);
        }
        return Some(NounPhrase { first: at, last: at, head: at });
    }
    // "60 days to empty the depots", "$9 million to develop tests": what it is for.
    let verb = class(scope, at + 1) == Class::Verb
        // "60 days to empty"
        || amount.measure == Measure::Duration && class(scope, at + 1) == Class::Noun && scope.has(at + 2, Table::Stop);
    if !matches!(amount.measure, Measure::Distance) && scope.is(at, "to") && verb {
        return Some(purpose(scope, at));
    }
    // "three days for a council to choose a head"
    if amount.measure == Measure::Duration && scope.is(at, "for") {
        let who = noun_phrase(scope, at + 1 + TokenId::from(class(scope, at + 1) == Class::Determiner))?;
        let to = who.last + 1;
        return (scope.is(to, "to") && class(scope, to + 1) == Class::Verb).then(|| purpose(scope, to));
    }
    let mut next = at;
    if amount.measure == Measure::Distance && scope.is_any(at, "apart away") && !scope.is(at + 1, "from") {
        return Some(NounPhrase { first: at, last: at, head: at });
    }
    if amount.measure == Measure::Distance {
        // "away from", "north of", "off the coast of", "to the east of"
        while next < at + 4 && (scope.is_any(next, BESIDE) || scope.is_any(next, "- the to")) {
            next += 1;
        }
        if !scope.is_any(next, "from of off") {
            return None;
        }
        next += 1;
    } else if amount.measure == Measure::Money && scope.is_any(at, "from for towards")
        || amount.measure == Measure::Duration && scope.is_any(at, "after before until off")
    {
        next += 1;
    } else if amount.measure == Measure::Duration
        && (scope.is(at, "ahead") && scope.is(at + 1, "of") || scope.is(at, "prior") && scope.is(at + 1, "to"))
    {
        next += 2;
    } else {
        return None;
    }
    while matches!(class(scope, next), Class::Determiner | Class::Pronoun) {
        next += 1;
    }
    let phrase = owned(scope, next)?;
    let first = if amount.measure == Measure::Distance { at } else { phrase.first };
    Some(NounPhrase { first, ..phrase })
}

/// The verb behind "to", with its object: "to empty the depots".
fn purpose(scope: &Scope<'_>, to: TokenId) -> NounPhrase {
    let object = to + 2 + TokenId::from(class(scope, to + 2) == Class::Determiner);
    let object = noun_phrase(scope, object).filter(|p| is_noun(scope, p.head));
    NounPhrase { first: to + 1, last: object.map_or(to + 1, |p| p.last), head: to + 1 }
}
