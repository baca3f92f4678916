//! Money: the currency before or behind a number.

use super::{Amount, after, ends_phrase, or_form, same_sentence};
use crate::base::Decimal;
use crate::extract::{Measure, NumeralForm, Scope, Unit};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{CurrencyRow, NumberKind, Side, Table};

/// The hundredths of a currency that are told behind it.
pub const HUNDREDTHS: &[&str] = &["cent", "p", "sen", "kopeck"];

/// A sign or code before the number.
pub(super) fn currency_before(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    if bracketed(scope, amount) {
        return true;
    }
    let end = amount.first;
    // "$-50.8bn"
    if scope.is_sign(end, "-−") && end > 0 && scope.token(end).glued {
        amount.number.0 = end;
    }
    let floor = scope.document.sentence_tokens(end).start;
    // "$ 22.5" and "US$22.5"; a hyphen may join: "US$-50".
    for len in (1..=3).rev() {
        let Some(start) = end.checked_sub(len).filter(|s| *s >= floor) else { continue };
        let hit = scope
            .hits
            .at(start)
            .iter()
            .filter(|hit| hit.sense.table == Table::Currency && TokenId::from(hit.len) == len);
        for hit in hit {
            let Some(row) = scope.lexicon.rows.currencies.get(usize::from(hit.sense.row)) else { continue };
            let touches =
                scope.token(end).glued && (len == 1 || scope.token(start + 1).glued) && is_loose(scope, start);
            // "R2", "PS5" are names; "R50" and "PS2.7m" are money.
            let touches = touches && (amount.low >= Decimal::whole(10) || amount.low.exponent != 0);
            // A word before a number must be a code or a sign: "yen 5" yes, "buck 5" no.
            if (row.side == Side::Before || len == 1 && scope.word(start) == row.code && row.code.len() == 3)
                && (!row.short || touches)
                && !glued_to_word(scope, start)
                && !belongs_before(scope, start, len, floor)
            {
                set_money(scope, amount, row.code);
                amount.first = start;
                negative(scope, amount, floor);
                return true;
            }
        }
    }
    false
}

/// "$(3.2) million": brackets behind the sign of a currency are the bookkeeper's minus.
fn bracketed(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let Some(sign) = amount.first.checked_sub(2) else { return false };
    let (open, close) = (sign + 1, amount.last + 1);
    if !scope.is(open, "(") || !scope.is(close, ")") || !scope.token(open).glued || !scope.token(close).glued {
        return false;
    }
    let Some(row) = side_row(scope, sign, Side::Before).filter(|row| !row.short) else { return false };
    (amount.low, amount.high) = (amount.high.negated(), amount.low.negated());
    set_money(scope, amount, row.code);
    amount.first = sign;
    amount.last = close;
    if let Some(power) = scale_word(scope, close + 1) {
        scale(amount, power, close + 1);
    }
    true
}

/// "-$3.2 million", "minus £4bn": the sign stands before the currency. "a loss of ($3.2 million)": so do the
/// brackets that bookkeepers set, where what stands in them is no aside.
fn negative(scope: &Scope<'_>, amount: &mut Amount, floor: TokenId) {
    let Some(sign) = amount.first.checked_sub(1).filter(|t| *t >= floor) else { return };
    let left = sign.checked_sub(1).filter(|t| *t >= floor);
    // "$10-$15": the dash of an interval touches what stands before it.
    let dash = scope.is_sign(sign, "-−")
        && scope.token(amount.first).glued
        && (!scope.token(sign).glued || left.is_some_and(|t| scope.is(t, "(")));
    let word = scope.is(sign, "minus") && !left.is_some_and(|t| scope.is(t, "or"));
    let wanted = |t| scope.is_any(t, "is was are were of");
    let bracket = scope.is(sign, "(") && scope.is(amount.last + 1, ")") && left.is_some_and(wanted);
    if dash || word || bracket {
        (amount.low, amount.high) = (amount.high.negated(), amount.low.negated());
        amount.first = sign;
        amount.last += TokenId::from(bracket);
    }
}

/// "3 CHF 4 cents": a code between two numbers, touching neither, belongs to the first.
fn belongs_before(scope: &Scope<'_>, start: TokenId, len: TokenId, floor: TokenId) -> bool {
    let apart = !scope.token(start).glued && !scope.token(start + len).glued;
    let number = start > floor && (scope.is_number(start - 1) || scope.has(start - 1, Table::Number));
    // A sign opens the next number as often: "in 1990 $ 4 million"; cents behind it close the first.
    let code = scope.is_word(start) || scope.is_number(start + len) && is_hundredth(scope, start + len + 1);
    apart && number && code && side_row(scope, start, Side::After).is_some()
}

/// Whether a word for the hundredth of a currency stands at a token.
fn is_hundredth(scope: &Scope<'_>, at: TokenId) -> bool {
    side_row(scope, at, Side::After).is_some_and(|row| HUNDREDTHS.contains(&row.code))
}

/// The currency that a word or sign on one side of a number names.
fn side_row<'a>(scope: &Scope<'a>, at: TokenId, side: Side) -> Option<&'a CurrencyRow<'static>> {
    let rows = scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Currency);
    rows.filter_map(|hit| scope.lexicon.rows.currencies.get(usize::from(hit.sense.row))).find(|row| row.side == side)
}

/// "30 MUSD", "twelve MEUR": the letter for millions before a code, as Nordic companies report.
pub(super) fn marked(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let at = amount.last + 1;
    let (letter, code) = scope.word(at).split_at_checked(1).unwrap_or_default();
    let power = match letter {
        "M" => 6,
        "T" | "K" => 3,
        _ => return false,
    };
    let fits = code.len() == 3 && scope.token(at).case == Case::Upper && same_sentence(scope, amount.last, at);
    if !fits {
        return false;
    }
    let Some(row) = scope.lexicon.rows.currencies.iter().find(|row| row.code == code) else { return false };
    set_money(scope, amount, row.code);
    scale(amount, power, at);
    true
}

/// The power of ten of "million", "billion" at a token.
fn scale_word(scope: &Scope<'_>, at: TokenId) -> Option<i16> {
    let row = scope.lexicon.rows.numbers.get(scope.hits.longest(at, Table::Number)?.1)?;
    let large = row.kind == NumberKind::Scale && !scope.word(at).ends_with('s') && row.value.len() > 6;
    large.then(|| i16::try_from(row.value.len() - 1).ok()).flatten()
}

/// Takes in a scale that stands behind the unit.
fn scale(amount: &mut Amount, power: i16, last: TokenId) {
    amount.low = amount.low.scaled(power);
    amount.high = amount.high.scaled(power);
    amount.form = NumeralForm::Mixed;
    amount.last = last;
}

/// Whether nothing but an opening sign touches a token on its left.
fn is_loose(scope: &Scope<'_>, at: TokenId) -> bool {
    !scope.token(at).glued || scope.is_sign(at.wrapping_sub(1), "([“\"")
}

/// Whether the token is the tail of a longer word.
fn glued_to_word(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.token(at).glued && at > 0 && scope.is_word(at - 1) && scope.is_word(at)
}

/// "dollars", "million Danish crowns", "5€", "20p".
pub(super) fn currency_after(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let mut at = after(scope, amount.last);
    // "100,000 Georgian lari": a currency whose country stands before it.
    at += TokenId::from(amount.form == NumeralForm::Vague && scope.is(at, "of"));
    if !same_sentence(scope, amount.last, at) {
        return false;
    }
    let country = amount.unit.code.is_empty()
        && scope.token(at).is_capital()
        && scope.has(at + 1, Table::Currency)
        && !scope.has(at, Table::Currency);
    at += TokenId::from(country);
    let hits = scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Currency);
    for hit in hits {
        let Some(row) = scope.lexicon.rows.currencies.get(usize::from(hit.sense.row)) else { continue };
        let glued = scope.token(at).glued;
        let spaced = row.short && !glued && scope.word(at).len() == 1 && ends_phrase(scope, at + 1);
        if row.side != Side::After || row.short && !glued && !spaced {
            continue;
        }
        // "$5" behind a number belongs to the next one; "won" is more often a verb.
        let end = at + TokenId::from(hit.len);
        let follows = scope.token(end);
        let opens_next =
            follows.kind == TokenKind::Number && (scope.token(at).kind == TokenKind::Sign || follows.glued);
        let verb = scope.is(at, "won") && amount.low < Decimal::whole(100);
        // "20 real people"
        let adjective = scope.is(at, "real") && follows.kind == TokenKind::Word && !scope.has(end, Table::Stop);
        let penny = row.code == "p" && scope.is(at, "pennies");
        // "20C" is a temperature.
        let degrees = row.short && scope.word(at) == "C";
        let opens_next = opens_next && !is_hundredth(scope, end + 1);
        if opens_next || verb || penny || degrees || adjective {
            continue;
        }
        if !amount.unit.code.is_empty() && amount.unit.code != row.code && row.code != "USD" {
            // "$10 Australian dollars" keeps the more exact; "$7 cents" is two amounts.
            continue;
        }
        if amount.unit.code.is_empty() {
            set_money(scope, amount, row.code);
        }
        amount.last = end - 1;
        // "75 USD million"
        if amount.form == NumeralForm::Digits
            && let Some(power) = scale_word(scope, end)
        {
            scale(amount, power, end);
        }
        return true;
    }
    // "$76 US a barrel"
    if !amount.unit.code.is_empty() && scope.is_any(at, "US U.S. AUD CAD NZ") && !scope.token(at + 1).is_capital() {
        amount.last = at;
    }
    false
}

pub(super) fn set_money(scope: &Scope<'_>, amount: &mut Amount, code: &'static str) {
    // What stands before a number has its words from what stands behind one.
    let row = scope.lexicon.rows.currencies.iter().find(|row| row.code == code && row.side == Side::After);
    amount.unit = Unit::of(code, code, row.map_or(code, |row| or_form(row.label, row.forms, 1)));
    amount.measure = Measure::Money;
}
