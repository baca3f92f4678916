//! What a figure counts or measures, and whose it is.

use super::amount::Amount;
use crate::extract::phrase::{Class, NounPhrase, class, noun_phrase, phrase_before, subject};
use crate::extract::{Measure, Scope, Thing};
use crate::lex::TokenId;

/// What stands around a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    /// What is counted or measured.
    pub thing: Option<Thing>,
    /// Whose it is.
    pub whose: Option<NounPhrase>,
}

/// Finds what an amount counts; `first` is where its words begin, the qualifier included.
pub fn counted(scope: &Scope<'_>, amount: &Amount, first: TokenId, after: TokenId) -> Counted {
    let behind = match amount.measure {
        Measure::Count | Measure::Ratio | Measure::Percent => behind(scope, after),
        Measure::Rate if amount.unit.code.is_empty() => behind(scope, after),
        Measure::Score => None,
        _ => measured(scope, after),
    };
    let owner = owner(scope, first);
    let subject = subject(scope, first);
    let phrase = behind.or_else(|| governor(scope, first)).or(match amount.measure {
        Measure::Age => name_before(scope, first).or(subject),
        _ => subject,
    });
    let thing = phrase.map(|p| Thing { span: scope.document.span(p.first, p.last), head: scope.token(p.head).span });
    let whose = owner.or(subject).filter(|o| phrase.is_none_or(|p| o.last < p.first || o.first > p.last));
    Counted { thing, whose }
}

/// The phrase behind a count or a share: "1,500 active-duty troops", "two-thirds of the seats".
fn behind(scope: &Scope<'_>, after: TokenId) -> Option<NounPhrase> {
    let mut at = after;
    // "three-judge court", "12-roll packs"
    if matches!(scope.word(at), "-" | "‑") && scope.token(at).glued && scope.token(at + 1).glued {
        at += 1;
    }
    if scope.is(at, "of") {
        at += 1;
        // "19,104 of those employees", "all but one of the petitioners"
        while matches!(class(scope, at), Class::Determiner | Class::Pronoun) || class(scope, at) == Class::Number {
            at += 1;
        }
        // "30% of the country's adults": the owner is not what is counted.
        return owned(scope, at);
    }
    // "8 more people", "two other men"
    if scope.is_any(at, &["more", "other", "such", "additional", "further"]) && class(scope, at + 1) == Class::Sign {
        return None;
    }
    while scope.is_any(at, &["more", "other", "such", "very", "most", "so-called"]) {
        at += 1;
    }
    match class(scope, at) {
        Class::Preposition
        | Class::Conjunction
        | Class::Auxiliary
        | Class::Relative
        | Class::Sign
        | Class::Pronoun
        | Class::Possessive => None,
        Class::Verb => noun_phrase(scope, at).filter(|p| p.last > at),
        _ => noun_phrase(scope, at),
    }
}

/// The phrase, or behind a possessive the phrase that it owns: "the country's adults".
fn owned(scope: &Scope<'_>, at: TokenId) -> Option<NounPhrase> {
    let phrase = noun_phrase(scope, at)?;
    if class(scope, phrase.last + 1) == Class::Possessive {
        let next = noun_phrase(scope, phrase.last + 2);
        return next.or(Some(phrase));
    }
    Some(phrase)
}

/// The phrase behind a measure: "$150,000 contract", "13 km of new tunnels", "22-year-old student".
fn measured(scope: &Scope<'_>, after: TokenId) -> Option<NounPhrase> {
    let mut at = after;
    if class(scope, at) == Class::Hyphen {
        at += 1;
    }
    if scope.is_any(at, &["of", "in"]) && !scope.is_any(at + 1, &["the", "a", "an"]) {
        let phrase = owned(scope, at + 1).filter(|p| class(scope, p.head) != Class::Name);
        return if scope.is(at, "in") { phrase.filter(|p| class(scope, p.head) == Class::Plural) } else { phrase };
    }
    if scope.is(at, "of") {
        return owned(scope, at + 2);
    }
    if scope.is(at, "worth") && scope.is(at + 1, "of") {
        return owned(scope, at + 2);
    }
    match class(scope, at) {
        Class::Noun | Class::Plural | Class::Name | Class::Adjective => {
            let words = [
                "ago",
                "away",
                "long",
                "wide",
                "tall",
                "deep",
                "high",
                "thick",
                "earlier",
                "later",
                "old",
                "apart",
                "north",
                "south",
                "east",
                "west",
                "northeast",
                "northwest",
                "southeast",
                "southwest",
                "ahead",
                "inland",
                "offshore",
                "early",
                "late",
                "today",
            ];
            (!scope.is_any(at, &words)).then(|| noun_phrase(scope, at)).flatten()
        }
        Class::Ing | Class::Past => noun_phrase(scope, at)
            .filter(|p| p.last > at && matches!(class(scope, p.head), Class::Noun | Class::Plural)),
        _ => None,
    }
}

/// The noun that governs a figure through a preposition: "a fine of $5m", "winds of 75 mph", "the toll at 12".
fn governor(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let mut at = first.checked_sub(1).filter(|t| *t >= floor)?;
    if class(scope, at) == Class::Determiner {
        at = at.checked_sub(1).filter(|t| *t >= floor)?;
    }
    if !scope.is_any(at, &["of", "at", "with"]) {
        return None;
    }
    let at = at.checked_sub(1).filter(|t| *t >= floor)?;
    if scope.is(at + 1, "of") {
        return phrase_before(scope, at, floor);
    }
    phrase_before(scope, at, floor).filter(|p| scope.is(at + 1, "at") && matches!(class(scope, p.head), Class::Noun))
}

/// The name before the comma of an apposition: "Kim, 33,".
fn name_before(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let at = first.checked_sub(1).filter(|t| *t >= floor)?;
    let at = if matches!(scope.word(at), "," | "(") { at.checked_sub(1).filter(|t| *t >= floor)? } else { at };
    phrase_before(scope, at, floor)
}

/// The owner before a figure: "Tesla's 20 plants".
fn owner(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let mut at = first.checked_sub(1).filter(|t| *t >= floor)?;
    if matches!(class(scope, at), Class::Adjective | Class::Noun) {
        at = at.checked_sub(1).filter(|t| *t >= floor)?;
    }
    if class(scope, at) != Class::Possessive {
        return None;
    }
    phrase_before(scope, at.checked_sub(1).filter(|t| *t >= floor)?, floor)
}
