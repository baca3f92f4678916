//! What a count without a noun counts: what was counted before.

use super::deed::deed_before;
use crate::extract::phrase::{Class, NounPhrase, class};
use crate::extract::{Figure, Measure, Mention, Scope};
use crate::lex::TokenId;
use crate::pack::Table;

/// The thing of a count that stands without one: "gained 13 seats and lost 10".
pub(super) fn ellipsis(
    scope: &Scope<'_>,
    first: TokenId,
    after: TokenId,
    before: &[Mention<Figure>],
) -> Option<NounPhrase> {
    let sentence = scope.document.sentence_of(first);
    // "The boys were charged after a fire that killed three": whoever is killed is not who was counted before.
    let event = deed_before(scope, first, Measure::Count).is_some_and(|(_, last)| {
        let row = scope.hits.longest(last, Table::Deed).and_then(|(_, row)| scope.lexicon.rows.deeds.get(row));
        row.is_some_and(|row| row.event)
    });
    if event {
        return None;
    }
    let open = matches!(
        class(scope, after),
        Class::Sign
            | Class::Preposition
            | Class::Conjunction
            | Class::Auxiliary
            | Class::Past
            | Class::Verb
            | Class::Number
            | Class::Adverb
            | Class::Adjective
            | Class::Pronoun
            | Class::Relative
    );
    if !open {
        return None;
    }
    let figure = before.iter().rev().take(6).filter(|m| !is_aside(scope, m)).find(|m| {
        m.sentence + 2 >= sentence
            && matches!(m.value.measure, Measure::Count | Measure::Rate)
            && m.value.unit.code.is_empty()
            && m.value.thing.is_some()
    })?;
    // Across sentences only a number that opens its clause or follows "the" leans on what came before.
    let leans = figure.sentence == sentence
        || scope.document.sentence_tokens(first).start == first
        || class(scope, first.wrapping_sub(1)) == Class::Determiner
        || scope.is(after, "of") && scope.is_any(after + 1, "them these those")
        // "the remaining 12"
        || scope.is_any(first.wrapping_sub(1), "other remaining first last")
            && class(scope, first.wrapping_sub(2)) == Class::Determiner;
    let span = figure.value.thing.filter(|_| leans)?;
    let tokens = scope.document.tokens_in(span.span);
    let head = scope.document.tokens_in(span.head).start;
    Some(NounPhrase { first: tokens.start, last: tokens.end.saturating_sub(1), head })
}

/// "a six-storey building", "including six children": no count that the next could lean on.
fn is_aside(scope: &Scope<'_>, figure: &Mention<Figure>) -> bool {
    let (first, last) = figure.tokens;
    scope.is_sign(last + 1, "-‑") && scope.joins(last + 1) || first > 0 && scope.is(first - 1, "including")
}
