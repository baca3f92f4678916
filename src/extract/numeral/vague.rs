//! A magnitude without a number: "hundreds", "tens of thousands", "several hundred", "a few".

use super::item::{Item, item};
use super::number::is_alone;
use super::{Read, VAGUE};
use crate::base::Decimal;
use crate::extract::{NumeralForm, Scope};
use crate::lex::TokenId;
use crate::pack::{NumberKind, Table};

/// The vague number that begins at a token.
pub fn read(scope: &Scope<'_>, at: TokenId) -> Option<Read> {
    let (len, low, high) = word(scope, at)?;
    let mut end = at + len;
    let (mut low, mut high) = (low, high);
    // "he scores" is a verb.
    if scope.is(at, "scores") && !scope.is(at + 1, "of") {
        return None;
    }
    let plural = scope.word(at).ends_with('s') && !scope.is(at, "several");
    if plural {
        // "dozens and dozens"
        if scope.is_any(end, "and upon on") && scope.word(end + 1).eq_ignore_ascii_case(scope.word(at)) {
            end += 2;
        }
        // "tens of thousands", "hundreds of millions": the first word times one of the second.
        while scope.is(end, "of") {
            let Some((Item::Scale(power), len)) = item(scope, end + 1, false, false) else { break };
            low = low.scaled(power);
            high = high.scaled(power);
            end += 1 + len;
        }
    } else {
        end += TokenId::from(scope.is(end, "of") && item(scope, end + 1, false, false).is_some());
        end += TokenId::from(scope.is(end, "-") && scope.token(end + 1).glued);
        // "several tens of thousands", "a few dozens"
        if let Some((len, one, _)) =
            word(scope, end).filter(|_| scope.word(end).ends_with('s') && !scope.is(end, "several"))
        {
            (low, high) = (low.times(one)?, high.times(one)?);
            end += len;
            while scope.is(end, "of")
                && let Some((Item::Scale(power), len)) = item(scope, end + 1, false, false)
            {
                (low, high) = (low.scaled(power), high.scaled(power));
                end += 1 + len;
            }
        }
        while let Some((piece, len)) = item(scope, end, false, false) {
            match piece {
                Item::Scale(power) => {
                    low = low.scaled(power);
                    high = high.scaled(power);
                }
                Item::Collective(value) => {
                    low = low.times(Decimal::whole(value))?;
                    high = high.times(Decimal::whole(value))?;
                }
                _ => break,
            }
            end += len;
        }
        if end == at + len && !stands(scope, at) {
            return None;
        }
    }
    Some(Read { end, low, high, form: NumeralForm::Vague, rule: &VAGUE })
}

/// A vague word of the table: its length, low and high end.
fn word(scope: &Scope<'_>, at: TokenId) -> Option<(TokenId, Decimal, Decimal)> {
    scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Number).find_map(|hit| {
        let row = scope.lexicon.rows.numbers.get(usize::from(hit.sense.row))?;
        let vague = row.kind == NumberKind::Vague;
        let (low, high) = (Decimal::parse(row.value)?, Decimal::parse(row.high)?);
        vague.then_some((TokenId::from(hit.len), low, high))
    })
}

/// "few" and "couple" alone say nothing of a number ("very few", "the couple"); after "last", "next",
/// "a" they do.
fn stands(scope: &Scope<'_>, at: TokenId) -> bool {
    let before = at.wrapping_sub(1);
    if scope.is(at, "few") {
        return scope.is_any(before, "last past next first these those coming recent final");
    }
    if scope.is(at, "couple") || scope.is(at, "a") && scope.is(at + 1, "couple") {
        let of = scope.is(at + 1, "of") || scope.is(at + 2, "of");
        // "the couple in Rome" are two people, no inches.
        let unit = |t: TokenId| scope.has(t, Table::Unit) && scope.word(t).len() > 2;
        let next = unit(at + 1) || unit(at + 2);
        return of || next || is_alone(scope, at, at + 2);
    }
    // "quite a few" is many.
    !(scope.is(at, "a") && scope.is_any(before, "quite"))
}
