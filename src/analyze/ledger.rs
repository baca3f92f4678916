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
                Role::Clock => Fate::Clock,
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

#[cfg(test)]
mod tests {
    use super::ledger;
    use crate::extract::{Fate, extract};
    use crate::lex;
    use crate::lexicon::Lexicon;

    /// The fates of a text's numerals.
    fn fates(text: &str) -> Vec<Fate> {
        let document = lex::read(text, Lexicon::embedded());
        let found = extract(&document, Lexicon::embedded(), None);
        let fates = ledger(&document, &found);
        assert_eq!(fates.len(), found.numerals.len(), "{text}");
        fates
    }

    #[test]
    fn every_numeral_has_one_fate_and_none_is_unread() {
        let articles: &[&str] = &[
            include_str!("../../articles/000_0f720a6ea6f84019.md"),
            include_str!("../../articles/001_8179d0f271bbbe98.md"),
            include_str!("../../articles/002_dd54493677e71f10.md"),
        ];
        for text in articles {
            assert!(!fates(text).contains(&Fate::Unread));
        }
        for text in [
            "On 4 May 2019 at 10:30, 12 of 1,200 men in 3 ships took the A320 to 10 Downing Street.",
            "1. One of them won 3-1; 5 to 7 percent of $3bn fell by half, the second in 20 years.",
            "They sold 3 USD50 cards.\n\nFor 43\n\nGBP 3.01, or 2 EUR 5.",
            "9 9 9 9, 8-8-8 7/7/7 (6) [5] 4. 3: 2; 1",
        ] {
            assert!(!fates(text).contains(&Fate::Unread), "{text}: {:?}", fates(text));
        }
    }

    #[test]
    fn long_runs_stay_linear_and_total() {
        for piece in [
            "7",
            "7 ",
            "and ",
            "one of the ",
            "(",
            "hundred ",
            "$",
            "1,",
            "-1",
            "a ",
            "from 1 ",
            "of ",
            "1 over ",
            "1 000 ",
            "half a ",
            "1 and ",
            "between 1 and ",
            "1-",
            "a half and ",
        ] {
            let text = piece.repeat(60_000 / piece.len());
            assert!(!fates(&text).contains(&Fate::Unread), "{piece}");
        }
    }
}
