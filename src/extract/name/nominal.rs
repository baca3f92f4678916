//! Descriptions that stand for a person named in the text: "the president", "the prime minister".

use super::super::{Mention, Scope};
use super::guess::Guess;
use crate::base::{Rule, sort};
use crate::extract::{EntityKind, Name, NameForm};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// An office with "the" that only one person named before it holds in the text.
pub const HOLDER: Rule = Rule {
    name: "name/office-holder",
    why: "The text gives this office to one person before, and says nothing of another holder.",
};

/// Verbs after which an office is meant, not its holder: "the president is authorized to …".
const GENERIC_VERBS: &[&str] =
    &["authorized", "authorised", "required", "allowed", "permitted", "entitled", "empowered", "elected", "appointed"];

/// Finds descriptions by office. `titles` are those found beside names, with the index of the name.
pub fn find(
    scope: &Scope<'_>,
    names: &[Guess],
    titles: &[(Mention<Name>, Option<usize>)],
) -> Vec<(Mention<Name>, Option<usize>)> {
    let mut found = Vec::new();
    let mut holders = Holders::new(scope, names, titles);
    for token in 0..scope.document.len() {
        if !scope.is(token, "the") {
            continue;
        }
        let Some((len, row)) = scope.hits.longest(token + 1, Table::Title) else { continue };
        if scope.lexicon.rows.titles.get(row).is_none_or(|r| !r.alone) {
            continue;
        }
        let last = token + len;
        if titles.iter().any(|(t, _)| t.tokens.0 <= last && token <= t.tokens.1) || !is_meant(scope, names, last) {
            continue;
        }
        if let Some(holder) = holders.before(token, row) {
            let value = Name { kind: EntityKind::Person, form: NameForm::Nominal, known: "", of: None };
            found.push((scope.mention(token, last, value, &HOLDER), Some(holder)));
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
    /// Title row, where it stands, the name's index; in order.
    seen: Vec<(TokenId, usize, usize)>,
    names: &'a [Guess],
    scope: &'a Scope<'a>,
}

impl<'a> Holders<'a> {
    fn new(scope: &'a Scope<'a>, names: &'a [Guess], titles: &[(Mention<Name>, Option<usize>)]) -> Self {
        let mut seen = Vec::new();
        for (title, name) in titles {
            let former = scope.is_any(title.tokens.0, &["former", "ex", "then", "late"]);
            let Some(name) = name.filter(|_| !former) else { continue };
            for token in title.tokens.0..=title.tokens.1 {
                if let Some((_, row)) = scope.hits.longest(token, Table::Title) {
                    seen.push((token, row, name));
                    break;
                }
            }
        }
        sort::by(&mut seen, Ord::cmp);
        Self { seen, names, scope }
    }

    /// The one person to whom the office was given before a token; `None` if two persons have it.
    fn before(&mut self, token: TokenId, row: usize) -> Option<usize> {
        let mut holder: Option<usize> = None;
        for (_, _, name) in self.seen.iter().filter(|(at, r, _)| *at < token && *r == row) {
            match holder {
                Some(other) if !self.same(other, *name) => return None,
                _ => holder = Some(*name),
            }
        }
        holder
    }

    /// Whether two name mentions end in the same surname.
    fn same(&self, a: usize, b: usize) -> bool {
        let last = |i: usize| self.names.get(i).map_or("", |n| self.scope.word(n.last));
        last(a) == last(b)
    }
}
