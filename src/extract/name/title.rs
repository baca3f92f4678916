//! Offices and roles beside a name: "President …", "…, the White House press secretary,".

use super::super::{Mention, Scope};
use super::guess::Guess;
use crate::base::Rule;
use crate::extract::{EntityKind, Name, NameForm};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// An office before its holder's name.
pub const BEFORE: Rule = Rule { name: "name/title-before", why: "An office or role stands right before the name." };
/// An office after its holder's name.
pub const AFTER: Rule =
    Rule { name: "name/title-after", why: "An office or role stands between commas after the name." };

/// Words that belong to a title they stand before.
const PREFIXES: &[&str] =
    &["former", "acting", "then", "deputy", "outgoing", "incoming", "interim", "senior", "ex", "late", "retired"];

/// The title that ends right before a token: its first token.
pub fn ending_before(scope: &Scope<'_>, token: TokenId) -> Option<TokenId> {
    let floor = scope.document.sentence_tokens(token).start.max(token.saturating_sub(6));
    let ends_here = |start: &TokenId| {
        scope.hits.at(*start).iter().any(|h| h.sense.table == Table::Title && start + TokenId::from(h.len) == token)
    };
    (floor..token).find(ends_here)
}

/// The longest title that begins at a token: its length.
pub fn at(scope: &Scope<'_>, token: TokenId) -> Option<TokenId> {
    scope.hits.longest(token, Table::Title).map(|(len, _)| len)
}

/// The titles of all persons found. `names` are in order.
pub fn find(scope: &Scope<'_>, names: &[Guess]) -> Vec<(Mention<Name>, Option<usize>)> {
    let mut titles = Vec::new();
    let mut taken: TokenId = 0;
    for (index, name) in names.iter().enumerate() {
        if name.kind != EntityKind::Person {
            continue;
        }
        if let Some(first) = ending_before(scope, name.first).filter(|first| *first >= taken) {
            let first = with_prefixes(scope, first, taken);
            titles.push((scope.mention(first, name.first - 1, value(), &BEFORE), Some(index)));
            taken = name.first;
        }
        if let Some((first, last)) = after(scope, names, index) {
            titles.push((scope.mention(first, last, value(), &AFTER), Some(index)));
            taken = last + 1;
        }
    }
    titles
}

fn value() -> Name {
    Name { kind: EntityKind::Person, form: NameForm::Title, known: "", of: None }
}

fn with_prefixes(scope: &Scope<'_>, first: TokenId, floor: TokenId) -> TokenId {
    let mut first = first;
    while first > floor {
        if scope.is_any(first - 1, PREFIXES) {
            first -= 1;
        } else if scope.word(first - 1) == "-" && first > floor + 1 && scope.is_any(first - 2, PREFIXES) {
            first -= 2;
        } else if let Some(more) = ending_before(scope, first).filter(|more| *more >= floor) {
            // Two titles in a row: "Rear Admiral", "Chief Executive Professor".
            first = more;
        } else {
            break;
        }
    }
    first
}

/// Words that may stand between the comma and the title: "the country's first female …".
const MAX_BEFORE: TokenId = 7;

/// ", (the) … chief executive (of …)" after the name at `index`.
fn after(scope: &Scope<'_>, names: &[Guess], index: usize) -> Option<(TokenId, TokenId)> {
    let name = names.get(index)?;
    let comma = name.last + 1;
    let end = scope.document.sentence_tokens(name.first).end;
    if scope.word(comma) != "," || comma + 1 >= end {
        return None;
    }
    let mut first = comma + 1;
    if scope.is_any(first, &["the", "a", "an", "who", "his", "her"]) {
        if scope.is(first, "who") {
            return None;
        }
        first += 1;
    }
    let limit = end.min(first + MAX_BEFORE);
    let mut at = first;
    while at < limit {
        let token = scope.token(at);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Possessive) && scope.word(at) != "-" {
            return None;
        }
        if let Some(len) = self::at(scope, at) {
            let mut last = at + len - 1;
            // A title that goes on is part of a longer one: "prime minister's spokesman".
            while last + 1 < limit {
                let possessive = TokenId::from(scope.token(last + 1).kind == TokenKind::Possessive);
                match self::at(scope, last + 1 + possessive) {
                    Some(more) => last += possessive + more,
                    None => break,
                }
            }
            // A name right after is another person's: ", President X said" or "Pelosi, Senator Y and".
            if names.iter().skip(index + 1).take(4).any(|n| n.first == last + 1 && n.kind == EntityKind::Person) {
                return None;
            }
            return Some((first, extended(scope, names, index, last, end)));
        }
        if scope.has(at, Table::Stop)
            && !scope.is_any(at, &["of", "the", "and", "then", "first", "former", "for", "own"])
        {
            return None;
        }
        at += 1;
    }
    None
}

/// With "of", "for", "at" and the name that follows.
fn extended(scope: &Scope<'_>, names: &[Guess], index: usize, last: TokenId, end: TokenId) -> TokenId {
    if last + 2 >= end || !scope.is_any(last + 1, &["of", "for", "at", "from", "in", "to"]) {
        return last;
    }
    let from = last + 2 + TokenId::from(scope.is(last + 2, "the"));
    names.iter().skip(index + 1).take(6).find(|n| n.first == from).map_or(last, |n| n.last)
}
