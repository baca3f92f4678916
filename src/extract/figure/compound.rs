//! Amounts that are told in two units: "6 feet 2 inches", "three dollars and 50 cents", "an hour and 45 minutes".

use super::amount::{Amount, HUNDREDTHS};
use crate::base::Decimal;
use crate::extract::{Measure, NumeralForm, Scope, Unit};
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
    ("h", "s", 3600),
    ("a", "mo", 12),
    ("wk", "d", 7),
    ("d", "h", 24),
];

/// One amount of two that stand side by side, if the second is told in a part of the first's unit.
pub fn compound(scope: &Scope<'_>, a: &Amount, b: &Amount) -> Option<Amount> {
    let gap = b.first.checked_sub(a.last + 1)?;
    let and = gap == 1 && scope.is(a.last + 1, "and") || gap == 3 && hyphened_and(scope, a.last + 1);
    // "6-foot-2"
    let hyphen = gap == 1 && scope.is(a.last + 1, "-") && scope.token(b.first).glued && a.unit.code == "[ft_i]";
    let joined = gap == 0 || and || hyphen || gap == 1 && scope.is(a.last + 1, ",") && a.measure != Measure::Money;
    if !joined || scope.document.sentence_of(a.first) != scope.document.sentence_of(b.last) {
        return None;
    }
    let both = Amount { last: b.last, number: (a.number.0, b.number.1), ..a.clone() };
    let single = |value: Decimal| Amount { low: value, high: value, ..both.clone() };
    if and && is_half(scope, a, b) {
        let mut whole = single(a.low.plus(b.low)?);
        whole.form = NumeralForm::Words;
        clocked(&mut whole);
        return Some(whole);
    }
    if let Some((value, unit)) = unsaid(scope, a, b, and) {
        // "12 ft 2 in"
        let said = a.unit.code == "[ft_i]" && scope.is(b.last + 1, "in") && scope.is_number(b.last);
        return Some(Amount { unit, last: b.last + TokenId::from(said), ..single(value) });
    }
    sum(a, b).map(|(value, unit)| Amount { unit, ..single(value) })
}

/// The sum, and its unit.
fn sum(a: &Amount, b: &Amount) -> Option<(Decimal, Unit)> {
    if a.low != a.high || b.low != b.high || !a.unit.per.is_empty() || !b.unit.per.is_empty() {
        return None;
    }
    if a.measure == Measure::Money {
        let hundredths = HUNDREDTHS.contains(&b.unit.code) && b.low < Decimal::whole(100);
        let main = !HUNDREDTHS.contains(&a.unit.code);
        return (hundredths && main).then(|| a.low.plus(b.low.scaled(-2)).map(|sum| (sum, a.unit.clone()))).flatten();
    }
    // "1h 20m"
    if a.unit.code == "h" && b.unit.code == "m" && b.low < Decimal::whole(60) && a.low.exponent >= 0 {
        return a.low.times(Decimal::whole(60))?.plus(b.low).map(|minutes| (minutes, minute()));
    }
    let (_, _, count) = PAIRS.iter().find(|(x, y, _)| *x == a.unit.code && *y == b.unit.code)?;
    // Builders and tailors count more feet than a yard has.
    let fits = (b.low < Decimal::whole(*count) || a.unit.code == "[yd_i]") && a.low.exponent >= 0;
    fits.then(|| a.low.times(Decimal::whole(*count)).and_then(|t| t.plus(b.low)).map(|sum| (sum, b.unit.clone())))
        .flatten()
}

/// "a mile and a half": a half behind a unit, with nothing behind it that it could be half of.
fn is_half(scope: &Scope<'_>, a: &Amount, b: &Amount) -> bool {
    let next = b.last + 1;
    b.form == NumeralForm::Fraction
        && b.unit.code.is_empty()
        && b.low < Decimal::whole(1)
        && a.low.exponent >= 0
        && a.measure != Measure::Money
        && !a.unit.code.is_empty()
        && a.unit.per.is_empty()
        && !scope.is_any(next, "a the")
        && !(scope.is(next, "of") && scope.is_any(next + 1, "a the its their his her all those"))
}

/// A smaller unit that is not said, where nothing else can follow: "in two hours ten", "15 dollars and 50."
fn unsaid(scope: &Scope<'_>, a: &Amount, b: &Amount, and: bool) -> Option<(Decimal, Unit)> {
    let bare = b.unit.code.is_empty() && b.low == b.high && b.measure == Measure::Count && b.low.exponent >= 0;
    let next = b.last + 1;
    let closes = next >= scope.document.sentence_tokens(a.first).end
        || scope.is_sign(next, ".!?") && next + 1 >= scope.document.sentence_tokens(a.first).end;
    if !bare || b.low < Decimal::whole(1) || a.low.exponent < 0 || !a.unit.per.is_empty() {
        return None;
    }
    let apart = b.first > a.last + 1;
    if a.unit.code == "h" && !apart && b.form == NumeralForm::Words && b.low < Decimal::whole(60) {
        let ends = closes || !scope.is_word(next);
        let minutes = a.low.times(Decimal::whole(60))?.plus(b.low)?;
        return ends.then(|| (minutes, minute()));
    }
    // "six foot three", "6-foot-2"
    if a.unit.code == "[ft_i]" && !and && b.low < Decimal::whole(12) {
        let hyphen = scope.is(a.last + 1, "-");
        let ends = closes || !scope.is_word(next) || scope.is_any(next, "tall in");
        let inches = a.low.times(Decimal::whole(12))?.plus(b.low)?;
        let told = b.form == NumeralForm::Words || scope.is(next, "in") && b.form == NumeralForm::Digits;
        return (hyphen || !apart && told && ends).then(|| (inches, inch()));
    }
    let spoken = and || !apart && scope.is_word(a.last) && a.last > a.number.1;
    let opened = a.first > 0 && scope.is_any(a.first - 1, "between from");
    let money = a.measure == Measure::Money && !HUNDREDTHS.contains(&a.unit.code);
    if !(money && spoken && closes && !opened && a.form != NumeralForm::Mixed && b.low < Decimal::whole(100)) {
        return None;
    }
    a.low.plus(b.low.scaled(-2)).map(|value| (value, a.unit.clone()))
}

fn inch() -> Unit {
    Unit::of("[in_i]", "inch", "inches")
}

/// `6'2"`: feet and inches by their marks.
pub fn marks(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let (at, number) = (amount.last + 1, amount.last + 2);
    let glued = (at..at + 3).all(|t| scope.token(t).glued);
    let feet = scope.is_sign(at, "'’′") && scope.is_number(number);
    let inches = Decimal::parse(scope.word(number)).filter(|inches| *inches < Decimal::whole(12));
    let closes = matches!(scope.word(number + 1), "\"" | "”" | "″" | "''" | "’’");
    let sum = amount.low.times(Decimal::whole(12)).zip(inches).and_then(|(feet, inches)| feet.plus(inches));
    let Some(sum) = sum.filter(|_| glued && feet && closes && amount.low < Decimal::whole(10)) else { return false };
    (amount.low, amount.high, amount.unit, amount.last) = (sum, sum, inch(), number + 1);
    amount.measure = Measure::Distance;
    true
}

fn minute() -> Unit {
    Unit::of("min", "minute", "minutes")
}

/// Tells parts of an hour or a minute that are said in words by the clock: half an hour is 30 minutes, as
/// an hour and 30 minutes are 90. Decimals stay as they were written.
pub fn clocked(amount: &mut Amount) {
    let parts = amount.low.exponent < 0 && matches!(amount.form, NumeralForm::Fraction | NumeralForm::Words);
    if !parts || !amount.unit.per.is_empty() || amount.low != amount.high {
        return;
    }
    let unit = match amount.unit.code {
        "h" => minute(),
        "min" => Unit::of("s", "second", "seconds"),
        _ => return,
    };
    let Some(value) = amount.low.times(Decimal::whole(60)).map(Decimal::normal).filter(|v| v.exponent >= 0) else {
        return;
    };
    (amount.low, amount.high, amount.unit) = (value, value, unit);
}

/// "-and-" between two words that hyphens join.
fn hyphened_and(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.is(at, "-") && scope.is(at + 1, "and") && scope.is(at + 2, "-")
}

/// Where a single unit stands before an amount with "and": the article of "an hour and 45 minutes", or
/// "past" of "past year and a half".
pub fn article_before(scope: &Scope<'_>, first: TokenId) -> Option<TokenId> {
    let and = first.checked_sub(1).filter(|and| scope.is(*and, "and"));
    let unit = and.or_else(|| first.checked_sub(3).filter(|t| hyphened_and(scope, *t)))?.checked_sub(1)?;
    let article = unit.checked_sub(1)?;
    let half = scope.is(first, "a") && scope.is_any(article, "past last next first additional extra");
    let fits = scope.is_any(article, "a an") || half;
    (fits && scope.document.sentence_of(article) == scope.document.sentence_of(first)).then_some(article)
}
