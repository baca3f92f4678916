//! Whether a value goes up or down, apart from how firmly it is stated.

use super::amount::Amount;
use crate::extract::phrase::{Class, class};
use crate::extract::{Scope, Trend};
use crate::lex::TokenId;
use crate::pack::Table;

/// A word of movement stands no further before its figure.
const REACH: TokenId = 5;

/// The trend of a figure whose words begin at `first`.
pub fn trend(scope: &Scope<'_>, amount: &Amount, first: TokenId) -> Option<Trend> {
    let floor = scope.document.sentence_tokens(first).start.max(first.saturating_sub(REACH));
    let mut at = first;
    if scope.word(amount.number.0).starts_with('+') {
        return Some(Trend::Up);
    }
    while at > floor {
        at -= 1;
        if let Some((_, row)) = scope.hits.longest(at, Table::Trend) {
            let up = scope.lexicon.rows.trends.get(row).is_some_and(|row| row.up);
            // "up to 400 jobs" is a ceiling; "up" of "came up with" is far.
            let ceiling = scope.is(at, "up") && scope.is(at + 1, "to") && at + 2 >= first;
            // "gained control of 20 towns": a noun of its own follows the verb.
            return (!ceiling).then_some(if up { Trend::Up } else { Trend::Down });
        }
        let between = matches!(class(scope, at), Class::Adverb | Class::Determiner)
            || scope.is_any(
                at,
                &[
                    "by", "to", "from", "of", "at", "another", "about", "nearly", "almost", "around", "some", "than",
                    "more", "as", "much", "an", "a",
                ],
            );
        if !between {
            return None;
        }
    }
    None
}
