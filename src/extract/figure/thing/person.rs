//! Whose age an age is.

use super::super::amount::is_person;
use super::is_time;
use crate::extract::phrase::{Class, NounPhrase, class, noun_phrase, phrase_before, subject, whole};
use crate::extract::{EntityKind, NameForm, Scope};
use crate::lex::TokenId;
use crate::pack::Table;

/// Whose age it is: the name before a comma, the noun before "aged", else the subject, else the last
/// person named. Behind an age that opens its clause ("At the age of ten, Berg moved") the one named next.
pub(super) fn person(scope: &Scope<'_>, first: TokenId, after: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let at = opening(scope, first, floor);
    if at == floor && at < first && scope.is(after, ",") {
        let article = TokenId::from(class(scope, after + 1) == Class::Determiner);
        return if class(scope, after + 1) == Class::Pronoun {
            named_before(scope, first)
        } else {
            noun_phrase(scope, after + 1 + article)
        };
    }
    let fits = |p: &NounPhrase| {
        !is_time(scope, p.head) && !scope.has(p.head, Table::Place) && !scope.is_any(p.head, "age ages")
    };
    // "got a toy from the park at the age of 10": who did, where no person stands beside.
    let beside = (at < first && at > floor).then(|| phrase_before(scope, at - 1, floor)).flatten().filter(fits);
    let beside = beside.filter(|p| !scope.is(at, "at") || is_person(scope, p.head) || scope.has(p.head, Table::Title));
    // "The drummer of the band was 78."
    let beside = beside.map(|p| if scope.is_any(at, "was were") { whole(scope, p.head, floor) } else { p });
    // "Ann Berg and Tom Gray, 40 and 49,": the first age is the first one's.
    let pair = scope.is(after, "and") && scope.is_number(after + 1) && scope.is(at, ",");
    let beside = beside.map(|p| {
        let and = p.first.checked_sub(1).filter(|and| pair && *and > floor && scope.is(*and, "and"));
        and.and_then(|and| phrase_before(scope, and - 1, floor)).unwrap_or(p)
    });
    let verb = TokenId::from(scope.is_any(at, "was were"));
    beside.or_else(|| subject(scope, at + verb).filter(fits)).or_else(|| named_before(scope, first))
}

/// Where the words begin that lead to an age: "at the age of", ", aged", "between the ages of 19 and".
fn opening(scope: &Scope<'_>, first: TokenId, floor: TokenId) -> TokenId {
    let mut at = first;
    let back = |at: TokenId, list: &str| at > floor && scope.is_any(at - 1, list);
    // "ages 15 and 17", "between the ages of 19 and 24": of those whose the first is.
    if back(at, "and to") && at > floor + 2 && class(scope, at - 2) == Class::Number {
        at -= 2;
    }
    let mut noun = false;
    while at > floor {
        let age = back(at, "age ages") || back(at, "of in from") && at - 1 > floor && back(at - 1, "age ages in");
        noun |= age;
        let skips = age
            || scope.is_sign(at - 1, ",(") && !scope.is_any(at, "was were")
            || back(at, "aged just now then reportedly all both about around were was")
            || noun && back(at, "the at in between");
        if !skips {
            break;
        }
        at -= 1;
    }
    at
}

/// The last person named before a token, in its sentence or the three before.
fn named_before(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let names = &scope.found.names;
    let index = names.partition_point(|name| name.tokens.0 < first);
    let near = scope.document.sentence_of(first).saturating_sub(3);
    let name = names.get(..index)?.iter().rev().take(24).find(|name| {
        name.value.kind == EntityKind::Person && name.value.form == NameForm::Name && name.sentence >= near
    })?;
    Some(NounPhrase { first: name.tokens.0, last: name.tokens.1, head: name.tokens.1 })
}
