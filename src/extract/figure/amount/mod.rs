//! A number with its unit: "$1.2 billion", "20 km", "22-year-old", "7.5 million Danish crowns a year".

mod age;
mod money;
mod per;

use super::compound::marks;
use crate::base::{Decimal, sort};
use crate::extract::{Measure, Mention, Numeral, NumeralForm, Scope, Unit};
use crate::lex::{Case, TokenId};
use crate::pack::{Dimension, NumeralCue, Table};
use age::age;
pub use age::{as_age, is_person};
pub use money::HUNDREDTHS;
use money::{currency_after, currency_before, marked, set_money};
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
    if first + 4 == last && scope.is(first + 1, ":") {
        amount.unit = Unit::of("s", "second", "seconds");
        amount.measure = Measure::Duration;
        return amount;
    }
    let _ = currency_before(scope, &mut amount) | currency_after(scope, &mut amount)
        || marked(scope, &mut amount)
        || marks(scope, &mut amount)
        || unit_after(scope, &mut amount)
        || scale_beside(scope, &mut amount);
    below_zero(scope, &mut amount);
    age(scope, &mut amount);
    per(scope, &mut amount);
    amount
}

/// Makes a count a number of votes.
pub fn as_votes(amount: &mut Amount) {
    amount.measure = Measure::Score;
    amount.unit = Unit::of("{vote}", "vote", "votes");
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

/// An amount without a numeral: "an hour", where "an" stands at `article` and the unit behind it; behind
/// another word than an article ("the past year and a half") the unit alone.
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
    let found = unit_after(scope, &mut amount) || currency_after(scope, &mut amount);
    if !scope.is_any(article, "a an") {
        amount.first = article + 1;
        amount.number = (article + 1, article + 1);
    }
    found.then_some(amount)
}

/// The token behind the number, a joining hyphen skipped; in ages also one that is set apart, "85 - year - old".
fn after(scope: &Scope<'_>, last: TokenId) -> TokenId {
    let old = |t: TokenId| scope.is(t, "-") && scope.is_any(t + 1, "old olds");
    let apart = || old(last + 1) || scope.is(last + 1, "-") && old(last + 3);
    let hyphen = scope.is_sign(last + 1, "-‑") && scope.joins(last + 1);
    last + 1 + TokenId::from(hyphen || apart())
}

/// A unit of measure behind the number.
fn unit_after(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let mut at = after(scope, amount.last);
    // "a quarter of a mile", "half an hour", "half of a mile"
    let parts = amount.form == NumeralForm::Words && amount.low.exponent < 0;
    if amount.form == NumeralForm::Fraction || parts {
        let of = TokenId::from(scope.is(at, "of"));
        // "a tenth of one percent"
        let share = scope.is_any(at + of, "one 1") && of == 1 && scope.is_any(at + 2, "percent per percentage");
        let article = TokenId::from(scope.is_any(at + of, "a an") || share);
        let bare = parts && of == 1;
        if (article == 1 || bare) && scope.has(at + of + article, Table::Unit) {
            at += of + article;
        }
    }
    // "two additional minutes", "33 Earth days"
    let between = "additional more previous extra full consecutive straight further whole long Earth";
    if scope.is_any(at, between) && scope.has(at + 1, Table::Unit) && scope.word(at + 1).len() > 2 {
        at += 1;
    }
    // "1,000 or more kilograms"
    if scope.is(at, "or") && scope.is_any(at + 1, "more less so") && scope.has(at + 2, Table::Unit) {
        at += 2;
    }
    // "hundreds of miles"
    if amount.form == NumeralForm::Vague && scope.is(at, "of") && scope.has(at + 1, Table::Unit) {
        at += 1;
    }
    if !same_sentence(scope, amount.last, at) {
        return false;
    }
    let digits = scope.is_number(amount.number.1) || amount.form == NumeralForm::Mixed;
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
                    // "3 1/2 in deep", but "20,000 in deep trouble"
                    || is_cue(scope, end, NumeralCue::Size)
                        && (ends_phrase(scope, end + 1) || scope.has(end + 1, Table::Stop))
                    || !scope.is_any(at, "in mi s t h l")
                        && scope.word(at).len() == 1
                        && scope.is_word(at)
                        && !scope.is(at, "a")))
        {
            continue;
        }
        // "one MP": a word before capitals counts people or things.
        if !digits && scope.token(at).case == Case::Upper {
            continue;
        }
        // "20,000 in 1998", "800,000 F-Series"
        let taken = scope.is_number(end) || scope.token(end).glued && scope.is(end, "-");
        if row.short && taken && (!glued || scope.is(at, "in")) {
            continue;
        }
        // A unit that a longer word begins with is none: "5 min-max".
        if scope.token(end).glued && scope.is_number(end) {
            continue;
        }
        // Millions of pounds are money more often than weight.
        let pounds = row.code == "[lb_av]"
            && (amount.form == NumeralForm::Mixed
                || amount.form == NumeralForm::Words && amount.low >= Decimal::whole(100_000))
            && !scope.is(end, "of")
            && !scope.is_any(at, "lb lbs");
        if pounds {
            set_money(scope, amount, "GBP");
            amount.last = end - 1;
            return true;
        }
        // "two second chances"
        if scope.is(at, "second") && !glued && amount.low != Decimal::whole(1) && !digits {
            continue;
        }
        amount.unit = Unit::of(row.code, or_form(row.word, row.forms, 0), or_form(row.label, row.forms, 1));
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

/// What a cell says, or one of the row's forms where it is blank.
fn or_form<'a>(cell: &'a str, forms: &'a str, nth: usize) -> &'a str {
    if cell.is_empty() { forms.split('|').nth(nth).unwrap_or("") } else { cell }
}

fn same_sentence(scope: &Scope<'_>, a: TokenId, b: TokenId) -> bool {
    scope.document.sentence_of(a) == scope.document.sentence_of(b) && b < scope.document.len()
}

/// Whether what stands before a token can end there: a sign, the end of the sentence.
fn ends_phrase(scope: &Scope<'_>, at: TokenId) -> bool {
    !scope.is_word(at) || !same_sentence(scope, at.wrapping_sub(1), at)
}

/// "20 degrees below zero", "it was 20 below zero": a temperature under the freezing point.
fn below_zero(scope: &Scope<'_>, amount: &mut Amount) {
    let at = amount.last + 1;
    let degrees = amount.unit.code.is_empty() || matches!(amount.unit.code, "deg" | "Cel" | "[degF]");
    let below = scope.is(at, "below") && scope.is(at + 1, "zero") && same_sentence(scope, amount.last, at + 1);
    if !(degrees && below && amount.low > Decimal::ZERO) {
        return;
    }
    (amount.low, amount.high) = (amount.high.negated(), amount.low.negated());
    amount.last = at + 1;
    if amount.unit.code.is_empty() {
        amount.unit = Unit::of("deg", "degree", "degrees");
        amount.measure = Measure::Other;
    }
}

/// Whether the cue at a token, if there is one, is of a kind.
fn is_cue(scope: &Scope<'_>, at: TokenId, wanted: NumeralCue) -> bool {
    let row = scope.hits.longest(at, Table::Cue).and_then(|(_, row)| scope.lexicon.rows.cues.get(row));
    row.is_some_and(|row| row.cue == wanted)
}

/// "magnitude 6.3", "a 5.0-magnitude quake".
fn scale_beside(scope: &Scope<'_>, amount: &mut Amount) -> bool {
    let behind = after(scope, amount.last);
    let mut before = amount.first.wrapping_sub(1);
    // Only on the scale of storms is a category left a number.
    if scope.is(before, "category") && same_sentence(scope, before, amount.first) {
        amount.first = before;
        amount.unit = Unit::of("{category}", "category", "categories");
        amount.measure = Measure::Other;
        return true;
    }
    if scope.is(before, "-") || scope.is(before, "of") {
        before = before.wrapping_sub(1);
    }
    // "a 6.4 quake"
    let quake = amount.low.exponent == -1
        && scope.is_number(amount.last)
        && scope.is_any(behind, "quake earthquake tremor temblor aftershock");
    if quake {
        // The noun is what is measured.
    } else if is_cue(scope, behind, NumeralCue::Scale)
        && !scope.is_number(behind + 1)
        && !scope.word(behind).ends_with('s')
    {
        amount.last = behind;
    } else if is_cue(scope, before, NumeralCue::Scale) && same_sentence(scope, before, amount.first) {
        amount.first = before;
    } else {
        return false;
    }
    amount.unit = Unit::of("{magnitude}", "magnitude", "magnitude");
    amount.measure = Measure::Other;
    true
}
