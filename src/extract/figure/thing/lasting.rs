//! What a length of time is of: the verb that it stands with, before or behind.

use super::deed::deed_before;
use super::is_time;
use crate::extract::phrase::{Class, NounPhrase, class, noun_phrase};
use crate::extract::{Measure, Scope};
use crate::lex::TokenId;
use crate::pack::Table;

/// What happened for a length of time, and to whom where that is told behind it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lasting {
    pub(super) deed: Option<(TokenId, TokenId)>,
    pub(super) whose: Option<NounPhrase>,
}

/// "spent six years building", "has for 20 years been linked to", "For four days, traffic stopped",
/// "moved to Leeds two years ago".
pub(super) fn lasting(scope: &Scope<'_>, first: TokenId, after: TokenId, thing: Option<NounPhrase>) -> Lasting {
    let of = |deed| Lasting { deed, whose: None };
    if class(scope, after) == Class::Ing {
        return of(Some((after, after)));
    }
    // "A two-week strike ended"
    if thing.is_some_and(|t| t.first >= after) {
        return of(deed_before(scope, first, Measure::Duration));
    }
    let floor = scope.document.sentence_tokens(first).start;
    let lead = lead(scope, first, floor);
    if lead == floor || lead > floor && lead < first && scope.is(lead - 1, ",") {
        return fronted(scope, after).unwrap_or_default();
    }
    if lead < first && class(scope, lead - 1) == Class::Auxiliary {
        let verb = (after..after + 4).find(|t| !matches!(class(scope, *t), Class::Auxiliary | Class::Adverb));
        if let Some(verb) = verb.filter(|v| matches!(class(scope, *v), Class::Past | Class::Ing)) {
            return of(Some((verb, verb)));
        }
    }
    let from = thing.filter(|t| t.last < first).map_or(first, |t| t.first);
    of(deed_before(scope, from, Measure::Duration)
        .or_else(|| if thing.is_none() { verb_before(scope, lead, floor) } else { None }))
}

/// Where the words begin that lead to a length of time: "for the last".
fn lead(scope: &Scope<'_>, first: TokenId, floor: TokenId) -> TokenId {
    let mut at = first;
    while at > floor
        && (class(scope, at - 1) == Class::Determiner
            || scope.is_any(at - 1, "last past next first coming previous another"))
    {
        at -= 1;
    }
    let preposition = at > floor && scope.is_any(at - 1, "for in over during within after throughout");
    at - TokenId::from(preposition)
}

/// The verb of the clause that a length of time opens, and its subject.
fn fronted(scope: &Scope<'_>, after: TokenId) -> Option<Lasting> {
    let end = scope.document.sentence_tokens(after).end.min(after + 16);
    // "For two weeks last month, the choir rehearsed"
    let mut at = (after..end.min(after + 5)).find(|t| scope.is(*t, ",")).map_or(after, |t| t + 1);
    let subject = if class(scope, at) == Class::Pronoun {
        at += 1;
        None
    } else {
        let phrase = noun_phrase(scope, at + TokenId::from(class(scope, at) == Class::Determiner))?;
        at = phrase.last + 1;
        Some(phrase)
    };
    let verb = (at..end).find(|t| matches!(class(scope, *t), Class::Past | Class::Verb | Class::Ing))?;
    let direct = (at..verb).all(|t| !matches!(class(scope, t), Class::Sign | Class::Conjunction));
    (direct && !scope.has(verb, Table::Speech)).then_some(Lasting { deed: Some((verb, verb)), whose: subject })
}

/// The nearest verb before the words of a length of time, in its clause.
fn verb_before(scope: &Scope<'_>, lead: TokenId, floor: TokenId) -> Option<(TokenId, TokenId)> {
    for at in (floor.max(lead.saturating_sub(10))..lead).rev() {
        match class(scope, at) {
            Class::Past | Class::Verb | Class::Ing => {
                return (!scope.has(at, Table::Speech)).then_some((at, at));
            }
            Class::Sign | Class::Conjunction | Class::Relative | Class::Auxiliary => return None,
            _ => {}
        }
    }
    None
}

/// "five decades in parliament", "35 years on the bench": where a length of time was spent.
pub(super) fn spent(scope: &Scope<'_>, first: TokenId, after: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    if lead(scope, first, floor) < first && scope.is_any(lead(scope, first, floor), "for in over within") {
        return None;
    }
    const SPENDING: &str = "spent spend spends spending served serve serves serving worked lived stayed including \
    granted given";
    let spends = (floor..first).rev().take(4).any(|t| scope.is_any(t, SPENDING));
    if !spends || !scope.is_any(after, "in on at as with") {
        return None;
    }
    let article = TokenId::from(matches!(class(scope, after + 1), Class::Determiner | Class::Pronoun));
    let inside = noun_phrase(scope, after + 1 + article)?;
    (!is_time(scope, inside.first)).then_some(NounPhrase { first: after, ..inside })
}
