//! How firmly a number is meant: the words before and behind it.

use super::amount::Amount;
use crate::base::Decimal;
use crate::extract::{Bound, Measure, NumeralForm, Scope};
use crate::lex::TokenId;
use crate::pack::{NumeralCue, Side, Table};

/// The words that say how firmly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Qualified {
    /// Their tokens, both included.
    pub tokens: (TokenId, TokenId),
    /// What they make of the value.
    pub bound: Bound,
    /// Whether they are part of the figure's words; a verb that says so is not.
    pub inside: bool,
}

/// The longest qualifier, in tokens.
const LONGEST: TokenId = 5;

/// The qualifier of an amount, wherever it stands.
pub fn qualifier(scope: &Scope<'_>, amount: &Amount) -> Option<Qualified> {
    // "1,000 or more kilograms"
    let between = || (amount.last > amount.number.1).then(|| behind(scope, amount.number.1 + 1)).flatten();
    before(scope, amount, amount.first)
        .or_else(|| behind(scope, amount.last + 1))
        .or_else(|| between().filter(|q| q.tokens.1 < amount.last))
        .or_else(|| verb(scope, amount))
}

/// Words before the number; of two that stand side by side ("at least about") the outer one rules.
pub fn before(scope: &Scope<'_>, amount: &Amount, first: TokenId) -> Option<Qualified> {
    let mut inner = ending(scope, amount, first)?;
    while let Some(outer) = ending(scope, amount, inner.tokens.0).filter(|q| q.bound != Bound::Range) {
        // "took over about 700 staff": nobody qualifies a rough number with a lone preposition.
        if inner.bound == Bound::Approx && scope.is_any(outer.tokens.0, "over under above below") {
            break;
        }
        inner = Qualified { tokens: (outer.tokens.0, inner.tokens.1), bound: outer.bound, inside: true };
    }
    Some(inner)
}

/// The longest qualifier that ends before a token.
fn ending(scope: &Scope<'_>, amount: &Amount, first: TokenId) -> Option<Qualified> {
    let floor = scope.document.sentence_tokens(first).start;
    for len in (1..=LONGEST).rev() {
        let Some(start) = first.checked_sub(len).filter(|s| *s >= floor) else { continue };
        for hit in scope.hits.at(start) {
            if hit.sense.table != Table::Qualifier || TokenId::from(hit.len) != len {
                continue;
            }
            let Some(row) = scope.lexicon.rows.qualifiers.get(usize::from(hit.sense.row)) else { continue };
            if row.side == Side::Before && means_it(scope, amount, start, len, row.bound) {
                return Some(Qualified { tokens: (start, first - 1), bound: row.bound, inside: true });
            }
        }
    }
    None
}

/// Whether the words before a number say how firmly it is meant, and nothing else.
fn means_it(scope: &Scope<'_>, amount: &Amount, start: TokenId, len: TokenId, bound: Bound) -> bool {
    let prior = start.wrapping_sub(1);
    let opens = scope.document.sentence_tokens(start).start == start;
    if bound == Bound::Range {
        return false;
    }
    if len > 1 {
        // "rose up to 12", "is up to 12 from 9": a movement, no ceiling.
        // "3 percent higher than a year earlier" compares with a day.
        let compared = scope.is(start + 1, "than")
            && amount.number.0 == amount.number.1
            && scope.is(amount.number.0, "a")
            && (scope.is_any(start, "higher lower larger smaller better")
                || scope.is_any(prior, "percent cent % points"));
        let moved = scope.is(start, "up") && len == 2 && scope.has(prior, Table::Trend);
        return !moved && !compared;
    }
    let measured = !matches!(amount.measure, Measure::Count | Measure::Ratio);
    let time = amount.measure == Measure::Duration;
    let word = scope.word(start);
    match word {
        "over" | "Over" if time => {
            // "over four years" is during them, but for "for over four years" and the like.
            !opens
                && scope.is_any(
                    prior,
                    "for just well little bit took lasted lasts is was been somewhat slightly spent takes of \
                after in",
                )
                || scope.is_any(amount.last + 1, "ago old")
        }
        "within" | "Within" | "inside" | "Inside" => measured && amount.measure != Measure::Money,
        "about" | "About" => !scope.is_any(
            prior,
            "talk talked talking asked concerned worried know learned learn questions information \
                complained wrote spoke heard story stories",
        ),
        "under" | "Under" | "below" | "Below" | "above" | "Above" | "over" | "Over" | "beyond" | "Beyond" | "near"
        | "Near" => {
            // "the case under two laws", "over two countries": small numbers in words count places, not marks.
            // "handed over several chairs"
            if amount.form == NumeralForm::Vague && amount.high < Decimal::whole(10) {
                return false;
            }
            let hidden = scope.is(prior, "from") && matches!(word, "under" | "below" | "beyond");
            !hidden && (measured || amount.form != NumeralForm::Words || amount.low > Decimal::whole(10))
        }
        "around" | "Around" => true,
        // "the estimated 2,000" tells how firmly; "the site estimated 120" is what somebody did.
        "estimated" => scope.has(prior, Table::Stop) || opens,
        "some" | "Some" => amount.low >= Decimal::whole(3) || measured,
        "perhaps" | "Perhaps" => amount.low >= Decimal::whole(10),
        "odd" | "plus" | "sub" => amount.form == NumeralForm::Digits,
        _ => true,
    }
}

/// "or more", "or so", "+" behind the number or behind what it counts.
pub fn behind(scope: &Scope<'_>, at: TokenId) -> Option<Qualified> {
    let end = scope.document.sentence_tokens(at.wrapping_sub(1)).end;
    for hit in scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Qualifier) {
        let row = scope.lexicon.rows.qualifiers.get(usize::from(hit.sense.row))?;
        let last = at + TokenId::from(hit.len) - 1;
        if row.side != Side::After || last >= end {
            continue;
        }
        let alone = scope.word(at);
        let fits = match alone {
            "+" => scope.token(at).glued && !scope.is_number(at + 1),
            "-" => scope.token(at).glued,
            // "20 at least" closes its phrase, "20 at least partly" does not.
            _ if hit.len == 1 => ends(scope, last + 1) && !scope.is_any(at, "plus approximately roughly approx"),
            _ if scope.is(at, "at") || scope.is(at, "or") && scope.is(at + 1, "about") => ends(scope, last + 1),
            // "20 tanks and up to 30 jets", "12 and over 40 others"
            _ => {
                let next = last + 1;
                !scope.is_any(next, "than to") && !scope.is_number(next) && !scope.has(next, Table::Number)
            }
        };
        if fits {
            return Some(Qualified { tokens: (at, last), bound: row.bound, inside: true });
        }
    }
    None
}

/// Whether a phrase ends before a token.
fn ends(scope: &Scope<'_>, at: TokenId) -> bool {
    !scope.is_word(at) || scope.has(at, Table::Stop)
}

/// "surpassed one million": the verb puts the value above the mark.
fn verb(scope: &Scope<'_>, amount: &Amount) -> Option<Qualified> {
    let at = amount.first.checked_sub(1).filter(|t| *t >= scope.document.sentence_tokens(amount.first).start)?;
    let row = scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Cue && hit.len == 1).find_map(|hit| {
        let row = scope.lexicon.rows.cues.get(usize::from(hit.sense.row))?;
        match row.cue {
            NumeralCue::Above => Some(Bound::MoreThan),
            NumeralCue::Below => Some(Bound::LessThan),
            _ => None,
        }
    })?;
    // "would not exceed $5 million"
    let denied = at > 0
        && (scope.is_any(at - 1, "not never cannot")
            || ["n't", "n’t"].iter().any(|no| scope.word(at - 1).ends_with(no)));
    let row = if denied && row == Bound::MoreThan { Bound::AtMost } else { row };
    // "passed two laws"
    let counts = scope.is(at, "passed") && amount.low < Decimal::whole(100);
    (!counts).then_some(Qualified { tokens: (at, at), bound: row, inside: false })
}
