//! Names that a table knows.

use super::super::Scope;
use super::evidence::Evidence;
use super::guess::Guess;
use crate::base::Rule;
use crate::extract::EntityKind;
use crate::lex::{TokenId, TokenKind};
use crate::lexicon::Hit;
use crate::pack::Table;

/// A place of the table.
pub const PLACE: Rule = Rule { name: "name/place-table", why: "It stands in the table of places." };
/// A demonym or group of the table.
pub const GROUP: Rule =
    Rule { name: "name/group-table", why: "It stands in the table of words for peoples, faiths and parties." };
/// An organisation, site, law or event of the table.
pub const KNOWN: Rule =
    Rule { name: "name/known", why: "It stands in the table of well-known organisations and things." };
/// A person of the table.
pub const PERSON: Rule = Rule { name: "name/person-table", why: "It stands in the table of well-known people." };

/// The longest name of a table that begins at a token, if the text means the name there.
pub fn at(scope: &Scope<'_>, evidence: &Evidence, token: TokenId) -> Option<Guess> {
    let hit = scope.hits.at(token).iter().find_map(|hit| Some((hit, guess(scope, token, hit)?)));
    let (_, guess) = hit?;
    if scope.token(guess.last + 1).kind == TokenKind::Word && scope.token(guess.last + 1).glued {
        return None;
    }
    (guess.first != guess.last || is_meant(scope, evidence, &guess)).then_some(guess)
}

fn guess(scope: &Scope<'_>, first: TokenId, hit: &Hit) -> Option<Guess> {
    let rows = &scope.lexicon.rows;
    let row = usize::from(hit.sense.row);
    let (kind, known, rule): (EntityKind, &'static str, &'static Rule) = match hit.sense.table {
        Table::Place => rows.places.get(row).map(|r| (r.kind, r.form(), &PLACE)),
        Table::Demonym => rows.demonyms.get(row).map(|r| (EntityKind::Group, r.name, &GROUP)),
        Table::Organisation => rows.organisations.get(row).map(|r| (r.kind, r.form(), &KNOWN)),
        Table::Person => rows.people.get(row).map(|r| (EntityKind::Person, r.form(), &PERSON)),
        _ => None,
    }?;
    Some(Guess { first, last: first + TokenId::from(hit.len) - 1, kind, known, cut: (0, 0), rule })
}

/// Whether one capitalised word that a table knows is the name and not a common word: at the start of a
/// sentence and in headlines, a word that the text also writes small is a common word.
fn is_meant(scope: &Scope<'_>, evidence: &Evidence, guess: &Guess) -> bool {
    let token = scope.token(guess.first);
    if token.case == crate::lex::Case::Lower {
        return false;
    }
    let sentence = scope.document.sentence_of(guess.first);
    let opens = scope.document.sentence_tokens(guess.first).start == guess.first;
    if opens || evidence.is_headline(sentence) {
        let written = evidence.of(scope.word(guess.first));
        let common = scope.has(guess.first, Table::Stop) && token.case != crate::lex::Case::Upper;
        return !common && (written.capital || !written.small);
    }
    true
}
