//! Places in an order as the ends of an interval: "ranks between the third and the sixth".

use super::amount::Amount;
use super::qualifier::Qualified;
use super::{Bound, Measure};
use crate::extract::{Mention, Numeral, Role, Scope, Unit};
use crate::lex::TokenId;

/// What says that places are counted, and no days or other things that stand in an order.
const RANKED: &str = "rank ranks ranked ranking place places placed finish finishes finished";

/// The interval whose lower end stands behind "the" at a token.
pub fn ranks(scope: &Scope<'_>, the: TokenId) -> Option<(Amount, Qualified)> {
    let place = |n: &&Mention<Numeral>| n.value.role == Role::Ordinal;
    let index = scope.found.numerals.partition_point(|n| n.tokens.0 <= the);
    let a = scope.found.numerals.get(index).filter(|n| n.tokens.0 == the + 1).filter(place)?;
    let b = scope.found.numerals.get(index + 1).filter(place)?;
    let (gap, end) = (a.tokens.1 + 1, b.tokens.1);
    let limit = |t: TokenId| scope.is(t, "than") && scope.is_any(t.wrapping_sub(1), "higher lower better worse");
    let before = the.checked_sub(1)?;
    let start = if scope.is(before, "between") && scope.is(gap, "and") && scope.is(gap + 1, "the") {
        (b.tokens.0 == gap + 2).then_some(before)?
    } else {
        let both = limit(before) && scope.is_any(gap, "but and") && limit(gap + 2) && scope.is(gap + 3, "the");
        (both && b.tokens.0 == gap + 4).then(|| before - 1)?
    };
    let ranked = start > 0 && scope.is_any(start - 1, RANKED) || start > 1 && scope.is_any(start - 2, RANKED);
    let same = scope.document.sentence_of(start) == scope.document.sentence_of(end);
    if !ranked || !same || scope.is_word(end + 1) || a.value.low >= b.value.low {
        return None;
    }
    let amount = Amount {
        first: a.tokens.0,
        last: end,
        number: (a.tokens.0, end),
        low: a.value.low,
        high: b.value.low,
        form: a.value.form,
        unit: Unit::default(),
        measure: Measure::Count,
    };
    Some((amount, Qualified { tokens: (start, the), bound: Bound::Range, inside: true }))
}
