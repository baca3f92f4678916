//! Amounts that are told in two units: "6 feet 2 inches", "three dollars and 50 cents", "an hour and 45 minutes".

use super::amount::Amount;
use crate::base::Decimal;
use crate::extract::{Measure, Scope};
use crate::lex::TokenId;

/// A larger unit, the smaller one that is told behind it, and how many of these make it.
const PAIRS: &[(&str, &str, i64)] = &[
    ("[ft_i]", "[in_i]", 12),
    ("[yd_i]", "[ft_i]", 3),
    ("[mi_i]", "[yd_i]", 1760),
    ("km", "m", 1000),
    ("m", "cm", 100),
    ("[stone_av]", "[lb_av]", 14),
    ("[lb_av]", "[oz_av]", 16),
    ("kg", "g", 1000),
    ("h", "min", 60),
    ("min", "s", 60),
    ("a", "mo", 12),
    ("d", "h", 24),
];

/// The hundredths of a currency that are told behind it.
const HUNDREDTHS: &[&str] = &["cent", "p", "sen", "kopeck"];

/// One amount of two that stand side by side, if the second is told in a part of the first's unit.
pub fn compound(scope: &Scope<'_>, a: &Amount, b: &Amount) -> Option<Amount> {
    let gap = b.first.checked_sub(a.last + 1)?;
    let joined = gap == 0 || gap == 1 && (scope.is(a.last + 1, "and") || scope.word(a.last + 1) == ",");
    if !joined || scope.document.sentence_of(a.first) != scope.document.sentence_of(b.last) {
        return None;
    }
    sum(a, b).map(|(value, unit)| Amount {
        last: b.last,
        number: (a.number.0, b.number.1),
        low: value,
        high: value,
        unit: if unit { b.unit.clone() } else { a.unit.clone() },
        ..a.clone()
    })
}

/// The sum, and whether it is in the second's unit.
fn sum(a: &Amount, b: &Amount) -> Option<(Decimal, bool)> {
    if a.low != a.high || b.low != b.high || !a.unit.per.is_empty() || !b.unit.per.is_empty() {
        return None;
    }
    if a.measure == Measure::Money {
        let hundredths = HUNDREDTHS.contains(&b.unit.code.as_str()) && b.low < Decimal::whole(100);
        let main = !HUNDREDTHS.contains(&a.unit.code.as_str());
        return (hundredths && main).then(|| a.low.plus(b.low.scaled(-2)).map(|sum| (sum, false))).flatten();
    }
    let (_, _, count) = PAIRS.iter().find(|(x, y, _)| *x == a.unit.code && *y == b.unit.code)?;
    let fits = b.low < Decimal::whole(*count) && a.low.exponent >= 0;
    fits.then(|| a.low.times(Decimal::whole(*count)).and_then(|t| t.plus(b.low)).map(|sum| (sum, true))).flatten()
}

/// The article of a single unit that stands before an amount with "and": "an hour and [45 minutes]".
pub fn article_before(scope: &Scope<'_>, first: TokenId) -> Option<TokenId> {
    let article = first.checked_sub(3)?;
    let fits = scope.is(first - 1, "and") && scope.is_any(article, &["a", "an"]);
    (fits && scope.document.sentence_of(article) == scope.document.sentence_of(first)).then_some(article)
}
