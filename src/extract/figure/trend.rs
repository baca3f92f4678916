//! Whether a value is a movement up or down, apart from how firmly it is stated.
//!
//! "rose 5%" and "down by 20 points" are movements; "rose to 5%" tells where one ended and is none.

use super::amount::Amount;
use crate::extract::phrase::{Class, class};
use crate::extract::{Figure, Measure, Mention, Scope, Trend};
use crate::lex::TokenId;
use crate::pack::Table;

/// A word of movement stands no further before its figure.
const REACH: TokenId = 6;

/// The trend of a figure whose words begin at `first`.
pub fn trend(scope: &Scope<'_>, amount: &Amount, first: TokenId, before: &[Mention<Figure>]) -> Option<Trend> {
    let sentence = scope.document.sentence_tokens(first).start;
    let floor = sentence.max(first.saturating_sub(REACH));
    let mut at = first;
    if first > sentence && scope.is(first - 1, "+") {
        return Some(Trend::Up);
    }
    // "from 240 to 273": two levels, no movement.
    if scope.is(first, "from") {
        return None;
    }
    let by = first > sentence && scope.is(first - 1, "by");
    while at > floor {
        at -= 1;
        if let Some(up) = movement(scope, at) {
            let counted = amount.measure == Measure::Count && scope.is_any(at, "add added adds adding")
                // "crashed six minutes after takeoff"
                || amount.measure == Measure::Duration && !by;
            return (!counted).then_some(if up { Trend::Up } else { Trend::Down });
        }
        let passes = match class(scope, at) {
            Class::Adverb | Class::Determiner => true,
            // "grow sales by 35 per cent"
            Class::Noun | Class::Plural | Class::Name | Class::Preposition if by => true,
            _ => {
                scope.is_any(at, "by of another about nearly almost around some an a as much just only merely between")
            }
        };
        if !passes {
            break;
        }
    }
    // "were down 2.3%, Burlington by 2.6%"
    let same = before
        .last()
        .filter(|f| by && f.value.measure == amount.measure && f.span.start >= scope.token(sentence).span.start);
    same.and_then(|f| f.value.trend).or_else(|| reached(scope, first, before))
}

/// "rose 18 sen to RM23.50": the level that a movement told by a verb led to.
fn reached(scope: &Scope<'_>, first: TokenId, before: &[Mention<Figure>]) -> Option<Trend> {
    let figure = before.last().filter(|f| f.tokens.1 + 2 == first && scope.is(first - 1, "to"))?;
    let word = figure.tokens.0.checked_sub(1)?;
    (!scope.is_any(word, "up down by") && scope.has(word, Table::Trend)).then_some(figure.value.trend).flatten()
}

/// Whether a word of movement stands at a token, and whether it goes up.
fn movement(scope: &Scope<'_>, at: TokenId) -> Option<bool> {
    let (_, row) = scope.hits.longest(at, Table::Trend)?;
    let up = scope.lexicon.rows.trends.get(row)?.up;
    if !scope.is_any(at, "up down") {
        return Some(up);
    }
    // "up to 400" is a ceiling, "gave up 517 yards" and "boiling down to" are other verbs.
    let prior = at.wrapping_sub(1);
    let other = matches!(class(scope, prior), Class::Verb | Class::Past | Class::Ing)
        && !scope.has(prior, Table::Trend)
        && !scope.is_any(prior, "ended closed finished opened trading traded trending trended was is went going");
    (!other && !scope.is(at + 1, "to")).then_some(up)
}
