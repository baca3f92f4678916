//! What a count counts, behind it: "900 part-time nurses", "two-thirds of the seats".

use super::is_time;
use crate::extract::Scope;
use crate::extract::phrase::{Class, NounPhrase, class, noun_phrase};
use crate::lex::TokenId;
use crate::pack::Table;

/// The phrase behind a count or a share: "900 part-time nurses", "two-thirds of the seats".
pub(super) fn behind(scope: &Scope<'_>, first: TokenId, after: TokenId) -> Option<NounPhrase> {
    // "a 14 percent rise in profit", "the 3% fall": behind an article a verb's form is a noun.
    let article = class(scope, first.wrapping_sub(1)) == Class::Determiner;
    if article && class(scope, after) == Class::Verb && scope.has(after, Table::Trend) {
        let of = scope.is_any(after + 1, "in of");
        let skip = TokenId::from(matches!(class(scope, after + 2), Class::Determiner | Class::Pronoun));
        let what = noun_phrase(scope, after + 2 + skip).filter(|p| of && !is_time(scope, p.head));
        return Some(NounPhrase { first: after, last: what.map_or(after, |p| p.last), head: after });
    }
    let mut at = after;
    // "three-judge court", "6-egg boxes"
    if scope.is_sign(at, "-‑") && scope.joins(at) {
        // "a 7,000-strong crowd", "a two-time champion"
        return noun_phrase(scope, at + 1 + TokenId::from(scope.is_any(at + 1, "strong time")));
    }
    // "dozens and dozens of keys"
    if scope.is(at, "and") && scope.has(at + 1, Table::Number) && scope.is(at + 2, "of") {
        at += 2;
    }
    // Scare quotes around what is counted.
    at += TokenId::from(scope.is_sign(at, "\"“") && !scope.joins(at));
    // "19 out of 30 counts"
    let out = TokenId::from(scope.is(at, "out") && scope.is(at + 1, "of"));
    if scope.is(at + out, "of") {
        at += 1 + out;
        // "2,310 of those tenants", "all but one of the jurors"
        while matches!(class(scope, at), Class::Determiner | Class::Pronoun | Class::Number)
            // "nine of her first 10 shots"
            || scope.is_any(at, "first last next other remaining")
                && class(scope, at + 1) == Class::Number
        {
            at += 1;
        }
        // "30% of the country's adults": the owner is not what is counted.
        return owned(scope, at);
    }
    while scope.is_any(at, "more other such very most additional further further of") {
        at += 1;
    }
    // "half the money"
    at += TokenId::from(
        at > 0 && scope.is(at - 1, "half") && matches!(class(scope, at), Class::Determiner | Class::Pronoun),
    );
    // "a quarter as much money"
    at += 2 * TokenId::from(scope.is(at, "as") && scope.is_any(at + 1, "many much"));
    // "a caravan 7,000 strong", "one million worldwide"
    if scope.is_any(at, ASIDE) && !matches!(class(scope, at + 1), Class::Noun | Class::Plural | Class::Adjective) {
        return None;
    }
    match class(scope, at) {
        Class::Verb if scope.word(at).ends_with('s') => noun_phrase(scope, at),
        // "one suspect was held"
        Class::Verb if class(scope, at + 1) == Class::Auxiliary => noun_phrase(scope, at),
        Class::Verb | Class::Past | Class::Ing => {
            // "one of three facing Berg": who is faced is not counted.
            let object = |p: &NounPhrase| {
                class(scope, at) == Class::Ing && class(scope, at + 1) == Class::Name && p.head == at + 1
            };
            noun_phrase(scope, at).filter(|p| p.last > at && is_noun(scope, p.head) && !object(p))
        }
        // "three 6-egg boxes", "three half-brothers"
        Class::Noun | Class::Plural | Class::Name | Class::Adjective | Class::Adverb | Class::Number => {
            noun_phrase(scope, at).filter(|p| is_noun(scope, p.head))
        }
        _ => None,
    }
}

pub(super) fn is_noun(scope: &Scope<'_>, at: TokenId) -> bool {
    matches!(class(scope, at), Class::Noun | Class::Plural | Class::Name | Class::Verb | Class::Ing)
}

/// The phrase, or behind a possessive the phrase that it owns: "the country's adults".
pub(super) fn owned(scope: &Scope<'_>, at: TokenId) -> Option<NounPhrase> {
    let phrase = noun_phrase(scope, at)?;
    if class(scope, phrase.last + 1) == Class::Possessive {
        // "12 of Norland's 30 mayors", "of the state's nearly two million voters"
        let past = |t: &TokenId| matches!(class(scope, *t), Class::Number | Class::Adverb);
        let thing = (phrase.last + 2..phrase.last + 6).find(|t| !past(t))?;
        return noun_phrase(scope, thing).or(Some(phrase));
    }
    Some(phrase)
}

/// Words behind a count that are no noun it counts.
pub(super) const ASIDE: &str = "strong each apiece worldwide nationwide today yesterday tomorrow due shy said overall \
    annually daily globally nationally alone altogether early later earlier";

/// "people on board", "people within the fandom": a noun that says little takes the phrase behind it.
pub(super) fn placed(scope: &Scope<'_>, phrase: NounPhrase) -> NounPhrase {
    let general = scope.is_any(phrase.head, "people person persons others ones victims members");
    let prep = phrase.last + 1;
    if general && scope.is_any(prep, "worldwide nationwide globally") {
        return NounPhrase { last: prep, ..phrase };
    }
    if !general || !scope.is_any(prep, "in on within with from of at inside aboard under") {
        return phrase;
    }
    let article = TokenId::from(class(scope, prep + 1) == Class::Determiner);
    let tail = noun_phrase(scope, prep + 1 + article);
    tail.filter(|t| !is_time(scope, t.first)).map_or(phrase, |t| NounPhrase { last: t.last, ..phrase })
}
