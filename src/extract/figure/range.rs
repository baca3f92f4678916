//! Two numbers that are the ends of one interval: "between 800 and 1,000", "from 5 to 7 percent",
//! "$10 to $15 billion", "10-12", "5% or 6%".

use super::amount::Amount;
use crate::base::Decimal;
use crate::extract::phrase::{Class, class};
use crate::extract::{Measure, NumeralForm, Scope};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// How the two ends are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    Between,
    From,
    To,
    Dash,
    Or,
    /// "13.8 ± 0.1": a value and how far off it may be.
    Around,
}

/// The tokens that "from … to" may hold between its numbers: a unit and a date.
const REACH: TokenId = 6;

/// The interval from `a` to `b`, if the words join them; the span begins at "between" or "from".
pub fn range(scope: &Scope<'_>, a: &Amount, b: &Amount) -> Option<(Amount, Option<(TokenId, TokenId)>)> {
    if scope.document.sentence_of(a.first) != scope.document.sentence_of(b.first) || a.low != a.high || b.low != b.high
    {
        return None;
    }
    let (join, opener) = joined(scope, a, b)?;
    let (mut a_low, mut b_low) = (a.low, b.low);
    let unit = match (a.unit.code.is_empty(), b.unit.code.is_empty()) {
        (true, _) => &b.unit,
        (false, true)
            if matches!(join, Join::Between | Join::From | Join::Dash)
                || matches!(a.measure, Measure::Money | Measure::Age) =>
        {
            &a.unit
        }
        (false, false) if a.unit.code == b.unit.code => {
            if b.unit.per.is_empty() {
                &a.unit
            } else {
                &b.unit
            }
        }
        _ => return None,
    };
    // "$3 to $5 billion": the scale belongs to both ends, unless the first is larger than the second's digits.
    let shares = b.form == NumeralForm::Mixed && a.form == NumeralForm::Digits
        || b.form == NumeralForm::Words && a.form == NumeralForm::Words;
    if let Some(digits) = leading(scope, b).filter(|digits| shares && a_low < *digits) {
        let scale = scale_of(b_low, digits);
        let shared = b.form == NumeralForm::Mixed || join != Join::From && a_low < Decimal::whole(10);
        if shared && scale > 1 {
            a_low = a_low.scaled(scale);
        }
    }
    if shares && scope.is(b.number.1, "dozen") && b.number.1 > b.number.0 && a.number.1 + 1 < b.number.1 {
        // "three to four dozen"
        let dozen = a_low.times(Decimal::whole(12))?;
        a_low = if a_low < Decimal::whole(12) && dozen < b_low { dozen } else { a_low };
    }
    if join == Join::Around {
        let scale = leading(scope, b).filter(|_| b.form == NumeralForm::Mixed).map_or(0, |d| scale_of(b_low, d));
        a_low = a_low.scaled(scale);
        if b_low >= a_low {
            return None;
        }
        let (low, high) = (a_low.plus(b_low.negated())?, a_low.plus(b_low)?);
        (a_low, b_low) = (low, high);
    }
    let (low, high) = if a_low <= b_low { (a_low, b_low) } else { (b_low, a_low) };
    // "-3 to -5C" goes on downwards.
    let frost = b_low < a_low && a_low < Decimal::ZERO && !unit.code.is_empty();
    // "1.3 metres to 0.4 metres": a unit said twice and no vote or price.
    let twice = !a.unit.code.is_empty() && matches!(b.measure, Measure::Other | Measure::Distance);
    let rising = a_low < b_low || frost || twice && join == Join::To;
    let near = high <= low.times(Decimal::whole(2))? || high <= Decimal::whole(12);
    let fits = match join {
        Join::Between | Join::From | Join::Around => true,
        // "-5 to 10 degrees", but "-5-10" may be anything.
        Join::To => rising && (a_low >= Decimal::ZERO || !unit.code.is_empty()),
        Join::Dash => rising && (a_low >= Decimal::ZERO || !unit.code.is_empty() && b_low >= Decimal::ZERO),
        Join::Or => rising && near,
    };
    if !fits {
        return None;
    }
    let measure = if a.unit.code.is_empty() { b.measure } else { a.measure };
    let amount = Amount {
        first: a.first,
        last: b.last,
        number: (a.number.0, b.number.1),
        low,
        high,
        form: a.form,
        unit: unit.clone(),
        measure: if unit.per.is_empty() { measure } else { Measure::Rate },
    };
    Some((amount, opener))
}

/// How two amounts are joined, and the words that open the interval.
fn joined(scope: &Scope<'_>, a: &Amount, b: &Amount) -> Option<(Join, Option<(TokenId, TokenId)>)> {
    let gap = b.first.checked_sub(a.last + 1)?;
    let link = a.last + 1;
    let opener = opener(scope, a);
    let dash = |t: TokenId| scope.is_sign(t, "-–—‑−~");
    if let Some((start, end, between)) = opener {
        let last = b.first.checked_sub(1)?;
        let approximate = TokenId::from(scope.has(last, Table::Qualifier) && last > link);
        let last = last - approximate;
        let to = if between {
            scope.is_any(last, "and to") || dash(last)
        } else {
            let same = !a.unit.code.is_empty() && a.unit.code == b.unit.code && a.measure != Measure::Money;
            scope.is_any(last, "to through") || same && gap == 1 && scope.is(last, "and")
        };
        let clear = (link..last).all(|t| scope.token(t).kind != TokenKind::Sign || !scope.is_sign(t, ",;("));
        if to && (1..=REACH).contains(&gap) && clear {
            return Some((if between { Join::Between } else { Join::From }, Some((start, end))));
        }
        if between {
            return None;
        }
    }
    let plus_minus = gap == 1 && scope.is(link, "±")
        || gap == 3 && scope.is(link, "+") && scope.is(link + 1, "/") && scope.is_sign(link + 2, "-−");
    if plus_minus && a.unit.code.is_empty() {
        return Some((Join::Around, None));
    }
    // "2 - ~7 litres"
    if gap == 2 && dash(link) && scope.is_sign(link + 1, "~≈") {
        return Some((Join::Dash, None));
    }
    if gap == 1 && dash(link) && !is_spelled(scope, a, b) {
        let glued = scope.token(link).glued && scope.token(b.first).glued;
        let spaced = !scope.token(link).glued && same_kind(a, b);
        return (glued || spaced).then_some((Join::Dash, None));
    }
    // "rose by $43bn to $419bn" tells a step and where it led.
    // "fell by 1 to 1.5 degrees" tells a step alone.
    let alike = a.unit.code.is_empty() && !b.unit.code.is_empty() && b.measure != Measure::Money;
    let stepped = a.first > 0 && scope.is(a.first - 1, "by") && !alike;
    // "paid $5 to 20 people": the second number counts something else.
    let other = a.measure == Measure::Money
        && b.measure == Measure::Count
        && b.form != NumeralForm::Mixed
        && matches!(class(scope, b.last + 1), Class::Plural | Class::Noun | Class::Adjective | Class::Name);
    if other && gap == 1 {
        return None;
    }
    let plain = a.unit.code.is_empty()
        || a.unit.code == b.unit.code
        || matches!(a.measure, Measure::Money | Measure::Age) && b.measure == Measure::Count;
    if gap == 1 && plain {
        // "fell $0.50 to $21.75": a step, and the level it led to.
        let moved = a.first > 0 && scope.has(a.first - 1, Table::Trend);
        let level =
            moved && a.unit.code.is_empty() == b.unit.code.is_empty() && b.low > a.low.times(Decimal::whole(3))?;
        if scope.is_any(link, "to through") && !stepped && !level {
            return Some((Join::To, None));
        }
        if scope.is(link, "or") {
            return Some((Join::Or, None));
        }
    }
    // "a 12- to 15-percent raise"
    let suspended = gap == 2 && dash(link) && scope.token(link).glued && !scope.token(link + 1).glued;
    if suspended && a.unit.code.is_empty() && scope.is_any(link + 1, "to or") {
        return Some((if scope.is(link + 1, "to") { Join::To } else { Join::Or }, None));
    }
    // "one-to-two hundred"
    let hyphens = gap == 3 && dash(link) && scope.is(link + 1, "to") && dash(link + 2);
    (hyphens && plain).then_some((Join::To, None))
}

/// "16- and 17-year-olds", "3 x 5 metres": two values whose unit is said once, behind the second.
pub fn shares_unit(scope: &Scope<'_>, a: &Amount, b: &Amount) -> bool {
    let link = a.last + 1;
    let suspended = scope.is(link, "-")
        && scope.token(link).glued
        && !scope.token(link + 1).glued
        && scope.is_any(link + 1, "and or")
        && b.first == link + 2;
    let sides = scope.is_any(link, "x × by") && b.first == link + 1 && b.measure == Measure::Distance;
    !b.unit.code.is_empty() && b.measure != Measure::Money && (suspended || sides)
}

/// "three-nought-four": words of digits read out one by one, as no interval is; nor does one begin with nought.
fn is_spelled(scope: &Scope<'_>, a: &Amount, b: &Amount) -> bool {
    let dash = |t: TokenId| scope.is_sign(t, "-–‑");
    let number = |t: TokenId| scope.has(t, Table::Number);
    let words = a.form == NumeralForm::Words && b.form == NumeralForm::Words;
    let longer = a.first > 1 && dash(a.first - 1) && number(a.first - 2) || dash(b.last + 1) && number(b.last + 2);
    words && (longer || a.low == Decimal::ZERO)
}

fn same_kind(a: &Amount, b: &Amount) -> bool {
    a.unit.code == b.unit.code || a.unit.code.is_empty() && !b.unit.code.is_empty()
}

/// "between", "from", "ranging from" before the first end: its tokens, and whether it is "between".
fn opener(scope: &Scope<'_>, a: &Amount) -> Option<(TokenId, TokenId, bool)> {
    let mut end = a.first.checked_sub(1)?;
    if scope.document.sentence_of(end) != scope.document.sentence_of(a.first) {
        return None;
    }
    // "between about 20 and 30", "from up to 252 miles"
    for len in (1..=3).rev() {
        let start = (end + 1).checked_sub(len);
        if let Some(start) = start.filter(|s| {
            scope.hits.at(*s).iter().any(|h| {
                h.sense.table == Table::Qualifier && TokenId::from(h.len) == len && !scope.is_any(*s, "between from in")
            })
        }) && start > 0
        {
            end = start - 1;
            break;
        }
    }
    let between = scope.is(end, "between");
    if !between && !scope.is(end, "from") {
        return None;
    }
    let start =
        if end > 0 && scope.is_any(end - 1, "ranging anywhere somewhere range ranges ranged") { end - 1 } else { end };
    Some((start, end, between))
}

/// The digits before a scale: 1.5 of "1.5 million", two of "two hundred".
fn leading(scope: &Scope<'_>, amount: &Amount) -> Option<Decimal> {
    let word = scope.word(amount.number.0);
    if let Some(value) = Decimal::parse(word) {
        return Some(value);
    }
    let hit = scope.hits.longest(amount.number.0, Table::Number)?;
    Decimal::parse(scope.lexicon.rows.numbers.get(hit.1)?.value)
}

/// The power of ten from the digits to the value.
fn scale_of(value: Decimal, digits: Decimal) -> i16 {
    (1..=15).find(|power| digits.scaled(*power) == value).unwrap_or(0)
}
