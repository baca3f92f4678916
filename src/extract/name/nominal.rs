//! Descriptions that stand for a person named in the text: "the president", "the prime minister".

use super::super::{Mention, Scope};
use super::guess::Guess;
use crate::base::Rule;
use crate::extract::{EntityKind, Name, NameForm};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;
use std::collections::BTreeMap;

/// An office with "the" that only one person named before it holds in the text.
pub const HOLDER: Rule = Rule {
    name: "name/office-holder",
    why: "The text gives this office to one person before, and says nothing of another holder.",
};

/// Verbs after which an office is meant, not its holder: "the president is authorized to …".
const GENERIC_VERBS: &[&str] =
    &["authorized", "authorised", "required", "allowed", "permitted", "entitled", "empowered", "elected", "appointed"];

/// A title beside a name: the mention and the name's index.
type Title = (Mention<Name>, Option<usize>);

/// Finds descriptions by office. `titles` are those found beside names, in order, with the index of the name.
pub fn find(scope: &Scope<'_>, names: &[Guess], titles: &[Title]) -> Vec<Title> {
    let mut found = Vec::new();
    let mut holders = Holders { names, scope, of: BTreeMap::new() };
    let mut next = 0;
    for token in 0..scope.document.len() {
        while let Some(title) = titles.get(next).filter(|(t, _)| t.tokens.1 < token) {
            holders.learn(title);
            next += 1;
        }
        if !scope.is(token, "the") {
            continue;
        }
        let Some((len, row)) = scope.hits.longest(token + 1, Table::Title) else { continue };
        if scope.lexicon.rows.titles.get(row).is_none_or(|r| !r.alone) {
            continue;
        }
        let last = token + len;
        let beside = titles.get(next).is_some_and(|(t, _)| t.tokens.0 <= last);
        if beside || !is_meant(scope, names, last) {
            continue;
        }
        if let Some(Some(holder)) = holders.of.get(&row) {
            let value = Name { kind: EntityKind::Person, form: NameForm::Nominal, known: "", of: None };
            found.push((scope.mention(token, last, value, &HOLDER), Some(*holder)));
        }
    }
    found
}

/// Whether the office stands for its holder: no name or "of" after it, and no rule about the office.
fn is_meant(scope: &Scope<'_>, names: &[Guess], last: TokenId) -> bool {
    let next = last + 1;
    let token = scope.token(next);
    let named = names.binary_search_by_key(&next, |n| n.first).is_ok();
    let of = scope.is_any(next, &["of", "for", "elect", "and", "or"]) || scope.word(next) == "-";
    let noun = token.kind == TokenKind::Word && scope.hits.is(next, Table::Title);
    let generic = scope.is_any(next, &["is", "may", "can", "must", "shall"])
        && (scope.is_any(next, &["may", "can", "must", "shall"]) || scope.is_any(next + 1, GENERIC_VERBS));
    !(named || of || noun || generic)
}

/// Who holds which office, as the text has said up to a point.
struct Holders<'a> {
    names: &'a [Guess],
    scope: &'a Scope<'a>,
    /// For each row of the titles the index of its holder's name; `None` once two persons have it.
    of: BTreeMap<usize, Option<usize>>,
}

impl Holders<'_> {
    /// Takes in a title that stands beside a name.
    fn learn(&mut self, (title, name): &Title) {
        let (first, last) = title.tokens;
        let former = self.scope.is_any(first, &["former", "ex", "then", "late"]);
        let Some(name) = name.filter(|_| !former) else { return };
        let row = (first..=last).find_map(|token| self.scope.hits.longest(token, Table::Title));
        let Some((_, row)) = row else { return };
        let holder = match self.of.get(&row) {
            None => Some(name),
            Some(Some(other)) if self.surname(*other) == self.surname(name) => Some(name),
            Some(_) => None,
        };
        self.of.insert(row, holder);
    }

    fn surname(&self, name: usize) -> &str {
        self.names.get(name).map_or("", |n| self.scope.word(n.last))
    }
}
