//! Powers behind a number: "1.99×10−30", "9.8e-3", "2^10".

use super::{Build, Last};
use crate::base::Decimal;
use crate::extract::Scope;
use crate::lex::TokenId;

/// "1.99×10−30", "6x10^4", "9.8e-3".
pub(super) fn scientific(scope: &Scope<'_>, end: TokenId, build: &mut Build) -> Option<TokenId> {
    if build.last != Last::Digits {
        return None;
    }
    let mut at = end + 2;
    if scope.is(end, "e") && scope.joins(end) {
        at = end + 1;
        at += TokenId::from(scope.is(at, "+"));
    } else if !scope.is_sign(end, "×xX") || !scope.is(end + 1, "10") {
        return None;
    }
    at += TokenId::from(scope.is(at, "^"));
    let negative = scope.is_sign(at, "-−–");
    at += TokenId::from(negative);
    let power = scope.word(at).parse::<i16>().ok().filter(|p| *p <= 60 && scope.token(at).glued)?;
    build.group = build.group.map(|g| g.scaled(if negative { -power } else { power }));
    Some(at + 1)
}

/// "2^10", "2.5^-1": digits raised to a whole power, where the result has no more digits than are kept.
pub(super) fn power(scope: &Scope<'_>, end: TokenId, build: &mut Build) -> Option<TokenId> {
    if build.last != Last::Digits || !scope.is(end, "^") || !scope.token(end).glued {
        return None;
    }
    let (mut at, mut negative) = (end + 1, false);
    while at < end + 3 && scope.is_sign(at, "-−+") {
        negative ^= !scope.is(at, "+");
        at += 1;
    }
    let exponent = scope.word(at).parse::<u8>().ok().filter(|e| (1..=64).contains(e))?;
    if !scope.is_number(at) || !scope.token(at).glued {
        return None;
    }
    let base = build.group?;
    let value = (1..exponent).try_fold(base, |product, _| product.times(base))?;
    build.group = Some(if negative {
        Decimal::quotient(1, i64::try_from(value.mantissa).ok()?)?.scaled(value.exponent.checked_neg()?)
    } else {
        value
    });
    Some(at + 1)
}
