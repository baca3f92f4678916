//! A number with its unit: "$1.2 billion", "20 km", "22-year-old", "7.5 million Danish crowns a year".

mod age;
mod per;

use crate::base::{Decimal, sort};
use crate::extract::{Measure, Mention, Numeral, NumeralForm, Scope, Unit};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{Dimension, NumeralCue, Side, Table};
use age::age;
pub use age::as_age;
use per::per;
pub use per::per_thing;

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// First token, a currency before the number included.
    pub first: TokenId,
    /// Last token, the unit included.
    pub last: TokenId,
    /// The number's own tokens.
    pub number: (TokenId, TokenId),
    /// Lowest value.
    pub low: Decimal,
    /// Highest value; differs for vague words only.
    pub high: Decimal,
    /// How the number is written.
    pub form: NumeralForm,
    /// Its unit; empty for a count.
    pub unit: Unit,
    /// What it measures.
    pub measure: Measure,
}

/// The amount around a numeral.
pub fn amount(scope: &Scope<'_>, numeral: &Mention<Numeral>) -> Amount {
    let (first, last) = numeral.tokens;
    let value = numeral.value;
    let mut amount = Amount {
        first,
        last,
        number: (first, last),
        low: value.low,
        high: value.high,
        form: value.form,
        unit: Unit::default(),
        measure: if value.form == NumeralForm::Fraction { Measure::Ratio } else { Measure::Count },
    };
    let _ = currency_before(scope, &mut amount) | currency_after(scope, &mut amount)
        || unit_after(scope, &mut amount)
        || scale_beside(scope, &mut amount);
    age(scope, &mut amount);
    per(scope, &mut amount);
    amount
}

/// The number alone, without what stands around it.
pub fn bare(numeral: &Mention<Numeral>) -> Amount {
    let value = numeral.value;
    Amount {
        first: numeral.tokens.0,
        last: numeral.tokens.1,
        number: numeral.tokens,
        low: value.low,
        high: value.high,
        form: value.form,
        unit: Unit::default(),
        measure: Measure::Count,
    }
}

/// An amount without a numeral: "an hour", where "an" stands at `article` and the unit behind it.
pub fn single(scope: &Scope<'_>, article: TokenId) -> Option<Amount> {
    let one = Decimal::whole(1);
    let mut amount = Amount {
        first: article,
        last: article,
        number: (article, article),
        low: one,
        high: one,
        form: NumeralForm::Words,
        unit: Unit::default(),
        measure: Measure::Count,
    };
    unit_after(scope, &mut amount).then_some(amount)
}

/// A sign or code before the number.
fn currency_before(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let mut end = amount.first;
    // "$-50.8bn"
    if matches!(scope.word(end), "-" | "−") && end > 0 && scope.token(end).glued {
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
                scope.token(end).glued && (len == 1 || scope.token(start + 1).glued) && !scope.token(start).glued;
            // "R2", "PS5" are names; "R50" and "PS2.7m" are money.
            let touches = touches && (amount.low >= Decimal::whole(10) || amount.low.exponent != 0);
            // A word before a number must be a code or a sign: "yen 5" yes, "buck 5" no.
            if row.side == Side::Before && (!row.short || touches) && !glued_to_word(scope, start) {
                set_money(amount, row.code, row.label);
                end = start;
                amount.first = end;
                return true;
            }
        }
    }
    false
}

/// Whether the token is the tail of a longer word.
fn glued_to_word(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.token(at).glued
        && at > 0
        && scope.token(at - 1).kind == TokenKind::Word
        && scope.token(at).kind == TokenKind::Word
}

/// "dollars", "million Danish crowns", "5€", "20p".
fn currency_after(scope: &Scope<'_>, amount: &mut Amount) -> bool {
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
        let penny = row.code == "p" && scope.is(at, "pennies");
        if opens_next || verb || penny {
            continue;
        }
        if !amount.unit.code.is_empty() && amount.unit.code != row.code && row.code != "USD" {
            // "$10 Australian dollars" keeps the more exact; "$7 cents" is two amounts.
            continue;
        }
        if amount.unit.code.is_empty() {
            set_money(amount, row.code, row.label);
        }
        amount.last = end - 1;
        return true;
    }
    // "$76 US a barrel"
    if !amount.unit.code.is_empty()
        && scope.is_any(at, &["US", "U.S.", "AUD", "CAD", "NZ"])
        && !scope.token(at + 1).is_capital()
    {
        amount.last = at;
    }
    false
}

fn set_money(amount: &mut Amount, code: &str, label: &str) {
    amount.unit = Unit { code: code.to_owned(), word: code.to_owned(), label: label.to_owned(), per: String::new() };
    amount.measure = Measure::Money;
}

/// The token behind the number, a joining hyphen skipped.
fn after(scope: &Scope<'_>, last: TokenId) -> TokenId {
    let hyphen =
        matches!(scope.word(last + 1), "-" | "‑") && scope.token(last + 1).glued && scope.token(last + 2).glued;
    last + 1 + TokenId::from(hyphen)
}

/// A unit of measure behind the number.
fn unit_after(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let mut at = after(scope, amount.last);
    // "a quarter of a mile", "half an hour", "half of a mile"
    if amount.form == NumeralForm::Fraction {
        let of = TokenId::from(scope.is(at, "of"));
        let article = TokenId::from(scope.is_any(at + of, &["a", "an"]));
        if article == 1 && scope.has(at + of + 1, Table::Unit) {
            at += of + 1;
        }
    }
    // "two additional minutes", "33 Earth days"
    let between = [
        "additional",
        "more",
        "previous",
        "extra",
        "full",
        "consecutive",
        "straight",
        "further",
        "whole",
        "long",
        "Earth",
    ];
    if scope.is_any(at, &between) && scope.has(at + 1, Table::Unit) && scope.word(at + 1).len() > 2 {
        at += 1;
    }
    // "1,000 or more kilograms"
    if scope.is(at, "or") && scope.is_any(at + 1, &["more", "less", "so"]) && scope.has(at + 2, Table::Unit) {
        at += 2;
    }
    // "hundreds of miles"
    if amount.form == NumeralForm::Vague && scope.is(at, "of") && scope.has(at + 1, Table::Unit) {
        at += 1;
    }
    if !same_sentence(scope, amount.last, at) {
        return false;
    }
    let digits = scope.token(amount.number.1).kind == TokenKind::Number || amount.form == NumeralForm::Mixed;
    // Longest first, and of two the one written with more capitals: GB before Gb.
    let mut hits: Vec<_> = scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Unit).collect();
    sort::by_key(&mut hits, |hit| (core::cmp::Reverse(hit.len), core::cmp::Reverse(hit.sense.caps.count_ones())));
    for hit in hits {
        let Some(row) = scope.lexicon.rows.units.get(usize::from(hit.sense.row)) else { continue };
        let end = at + TokenId::from(hit.len);
        let glued = scope.token(at).glued;
        if row.short
            && !(digits
                && (glued
                    || ends_phrase(scope, end)
                    || !scope.is_any(at, &["in", "mi", "s", "t", "h", "l"])
                        && scope.word(at).len() == 1
                        && scope.token(at).kind == TokenKind::Word
                        && !scope.is(at, "a")))
        {
            continue;
        }
        // "one MP": a word before capitals counts people or things.
        if !digits && scope.token(at).case == Case::Upper {
            continue;
        }
        // "20,000 in 1998", "800,000 F-Series"
        let taken = scope.token(end).kind == TokenKind::Number || scope.token(end).glued && scope.word(end) == "-";
        if row.short && !glued && taken {
            continue;
        }
        // A unit that a longer word begins with is none: "5 min-max".
        if scope.token(end).glued && scope.token(end).kind == TokenKind::Number {
            continue;
        }
        // Millions of pounds are money more often than weight.
        let pounds = row.code == "[lb_av]"
            && amount.form == NumeralForm::Mixed
            && !scope.is(end, "of")
            && !scope.is_any(at, &["lb", "lbs"]);
        if pounds {
            set_money(amount, "GBP", "pounds sterling");
            amount.last = end - 1;
            return true;
        }
        // "two second chances"
        if scope.is(at, "second") && !glued && amount.low != Decimal::whole(1) && !digits {
            continue;
        }
        amount.unit = Unit {
            code: row.code.to_owned(),
            word: row.word.to_owned(),
            label: row.label.to_owned(),
            per: String::new(),
        };
        amount.measure = match row.dimension {
            Dimension::Share => Measure::Percent,
            Dimension::Time => Measure::Duration,
            Dimension::Length => Measure::Distance,
            Dimension::Speed => Measure::Rate,
            _ => Measure::Other,
        };
        amount.last = end - 1;
        return true;
    }
    false
}

fn same_sentence(scope: &Scope<'_>, a: TokenId, b: TokenId) -> bool {
    scope.document.sentence_of(a) == scope.document.sentence_of(b) && b < scope.document.len()
}

/// Whether what stands before a token can end there: a sign, the end of the sentence.
fn ends_phrase(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.token(at).kind != TokenKind::Word || !same_sentence(scope, at.wrapping_sub(1), at)
}

/// "magnitude 6.3", "a 5.0-magnitude quake".
fn scale_beside(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let is_scale = |at: TokenId| {
        let row = scope.hits.longest(at, Table::Cue).and_then(|(_, row)| scope.lexicon.rows.cues.get(row));
        row.is_some_and(|row| row.cue == NumeralCue::Scale)
    };
    let behind = after(scope, amount.last);
    let mut before = amount.first.wrapping_sub(1);
    if scope.word(before) == "-" || scope.is(before, "of") {
        before = before.wrapping_sub(1);
    }
    let word = if is_scale(behind)
        && scope.token(behind + 1).kind != TokenKind::Number
        && !scope.word(behind).ends_with('s')
    {
        amount.last = behind;
        behind
    } else if is_scale(before) && same_sentence(scope, before, amount.first) {
        amount.first = before;
        before
    } else {
        return false;
    };
    let word = scope.word(word).to_lowercase();
    let word = word.strip_suffix('s').unwrap_or(&word).to_owned();
    amount.unit = Unit { code: format!("{{{word}}}"), word: word.clone(), label: word, per: String::new() };
    amount.measure = Measure::Other;
    true
}
