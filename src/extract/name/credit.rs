//! Credits that lost their space: "Jane RoeGetty Images" under a picture is a name and an agency.

use super::super::Scope;
use super::guess::Guess;
use crate::base::Rule;
use crate::extract::EntityKind;
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// A photographer or agency of a run-together credit.
pub const RUN_TOGETHER: Rule = Rule {
    name: "name/run-together-credit",
    why: "A credit whose space between name and agency was lost when the page became text.",
};

/// The longest credit in tokens.
const MAX_CREDIT: TokenId = 8;

/// The person and the agency of the credit that a sentence is, if it is one.
pub fn read(scope: &Scope<'_>, start: TokenId, end: TokenId) -> Option<[Guess; 2]> {
    if end - start > MAX_CREDIT {
        return None;
    }
    let (token, cut) = (start..end).find_map(|t| Some((t, inner_capital(scope, t)?)))?;
    let rest = scope.document.slice(scope.document.span(token, end - 1));
    let row = scope.lexicon.find(Table::Organisation, rest.get(cut as usize..)?)?;
    let known = scope.lexicon.rows.organisations.get(usize::from(row))?.form();
    let person = (start..=token).all(|t| scope.token(t).kind == TokenKind::Word && scope.token(t).is_capital());
    let whole =
        Guess { first: start, last: token, kind: EntityKind::Person, known: "", rule: &RUN_TOGETHER, cut: (0, 0) };
    let word = scope.token(token).span.len();
    person.then_some([
        Guess { cut: (0, word - cut), ..whole },
        Guess { first: token, last: end - 1, kind: EntityKind::Organisation, known, cut: (cut, 0), ..whole },
    ])
}

/// Where a capital stands after a small letter inside a word: "RoeGetty".
fn inner_capital(scope: &Scope<'_>, token: TokenId) -> Option<u32> {
    let word = scope.word(token);
    let mut before = None;
    for (at, c) in word.char_indices() {
        if c.is_uppercase() && before.is_some_and(char::is_lowercase) {
            return u32::try_from(at).ok();
        }
        before = Some(c);
    }
    None
}
