//! The numeral ledger: what became of every numeral.
//!
//! Comes in: everything found in a document. Goes out: exactly one [`Fate`] for each numeral, in order:
//! the figure that holds it, else the date or name that covers it, else the role that the words beside it
//! give it.

use crate::extract::{Cover, Fate, Found, Role};
use crate::lex::Document;

/// One fate for each numeral, in order.
#[must_use]
pub fn ledger(document: &Document, found: &Found) -> Vec<Fate> {
    let figures = Cover::new(&found.figures, document.len());
    let dates = Cover::new(&found.timexes, document.len());
    let names = Cover::new(&found.names, document.len());
    found
        .numerals
        .iter()
        .map(|numeral| {
            let first = numeral.tokens.0;
            let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let date = dates.at(first).map(|at| Fate::Date(Some(index(at))));
            match numeral.value.role {
                Role::Number => figures
                    .at(first)
                    .map(|at| Fate::Figure(index(at)))
                    .or(date)
                    .or(names.at(first).map(|_| Fate::Name))
                    .unwrap_or(Fate::Unread),
                Role::Date => date.unwrap_or(Fate::Date(None)),
                Role::Ordinal => date.unwrap_or(Fate::Ordinal),
                Role::Clock => date.unwrap_or(Fate::Clock),
                Role::Name => Fate::Name,
                Role::ListMarker => Fate::ListMarker,
                Role::Address => Fate::Address,
                Role::Score => Fate::Score,
                Role::Pronoun => Fate::Pronoun,
                Role::Code => date.unwrap_or(Fate::Code),
            }
        })
        .collect()
}
