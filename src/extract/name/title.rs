//! Offices and roles beside a name: "President …", "…, the White House press secretary,".

use super::super::{Mention, Scope};
use super::guess::Guess;
use crate::base::{Rule, sort};
use crate::extract::phrase::{self, Class};
use crate::extract::{EntityKind, Name, NameForm};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// An office before its holder's name.
pub const BEFORE: Rule = Rule { name: "name/title-before", why: "An office or role stands right before the name." };
/// An office after its holder's name.
pub const AFTER: Rule =
    Rule { name: "name/title-after", why: "An office or role stands between commas after the name." };

/// An office named on its own.
pub const OFFICE: Rule = Rule { name: "name/office", why: "The full name of an office, with capitals." };

/// Words that belong to a title they stand before.
const PREFIXES: &str = "former acting then deputy outgoing incoming interim senior ex late retired co incumbent \
    current longtime exiting";

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

/// The titles of all persons found, each with its holder's name, and the full names of offices; in order. `names` are
/// in order.
pub fn find(scope: &Scope<'_>, names: &[Guess]) -> Vec<(Mention<Name>, Option<usize>)> {
    let held = held(scope, names);
    let mut all = offices(scope, &held);
    all.extend(held);
    sort::by_key(&mut all, |(title, _)| title.tokens);
    all
}

/// "The Secretary of the Treasury", without a name: the office.
fn offices(scope: &Scope<'_>, held: &[Title]) -> Vec<Title> {
    let mut found = Vec::new();
    let mut next = 0;
    for token in 0..scope.document.len() {
        while held.get(next).is_some_and(|(t, _)| t.tokens.1 < token) {
            next += 1;
        }
        let Some((len, _)) = scope.hits.longest(token, Table::Title).filter(|(len, _)| *len >= OFFICE_TOKENS) else {
            continue;
        };
        let last = token + len - 1;
        let capitals = scope.token(token).is_capital() && scope.token(last).is_capital();
        if capitals && held.get(next).is_none_or(|(t, _)| t.tokens.0 > last) {
            found.push((scope.mention(token, last, value(), &OFFICE), None));
        }
    }
    found
}

/// An office's full name has so many words or more: "Secretary of State".
const OFFICE_TOKENS: TokenId = 3;

/// A title and the index of the name it stands beside.
pub type Title = (Mention<Name>, Option<usize>);

fn held(scope: &Scope<'_>, names: &[Guess]) -> Vec<Title> {
    let mut titles = Vec::new();
    let mut taken: TokenId = 0;
    for (index, name) in names.iter().enumerate() {
        if name.kind != EntityKind::Person {
            continue;
        }
        if let Some((first, last)) = before(scope, names, index, taken) {
            titles.push((scope.mention(first, last, value(), &BEFORE), Some(index)));
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

/// The title that ends right before the name at `index`, or before a comma in front of it: "Mayor", "the mayor of
/// Leeds,". Nothing before `taken` belongs to it.
fn before(scope: &Scope<'_>, names: &[Guess], index: usize, taken: TokenId) -> Option<(TokenId, TokenId)> {
    let name = names.get(index)?;
    let floor = scope.document.sentence_tokens(name.first).start.max(taken);
    let comma = name.first > floor && scope.is(name.first - 1, ",");
    let end = name.first - TokenId::from(comma);
    let role = with_complement(scope, names, index, end).filter(|first| *first >= floor)?;
    let first = leftward(scope, names, index, role, floor);
    let owned = first > floor && scope.token(first - 1).kind == TokenKind::Possessive;
    let definite = first > floor && scope.is_any(first - 1, DETERMINERS) || owned;
    // "The mayor, Ann Gray, said": the name stands between commas, and a determiner says that the title is a phrase.
    (!comma || definite && closes(scope, names, index)).then_some((first, end - 1))
}

/// Words after which a noun phrase begins.
const DETERMINERS: &str = "the a an his her its their our my another";

/// Whether an apposition ends with the name at `index`.
fn closes(scope: &Scope<'_>, names: &[Guess], index: usize) -> bool {
    let Some(name) = names.get(index) else { return false };
    let next = name.last + 1;
    let list = scope.is(next, ",")
        && (scope.is_any(next + 1, "and or")
            || names.get(index + 1).is_some_and(|n| n.first == next + 1 && n.kind == EntityKind::Person));
    next >= scope.document.sentence_tokens(name.first).end || scope.is_sign(next, ",.;()—–") && !list
}

/// The title that ends right before a token, past a name that goes with it: "mayor of Leeds", "Secretary-General of the UN".
fn with_complement(scope: &Scope<'_>, names: &[Guess], index: usize, end: TokenId) -> Option<TokenId> {
    let mut at = end;
    for name in names.get(..index)?.iter().rev().take(MAX_NAMES) {
        if let Some(first) = ending_before(scope, at) {
            return Some(first);
        }
        if name.last + 1 != at || name.kind == EntityKind::Person {
            return None;
        }
        let article = TokenId::from(name.first > 0 && scope.is(name.first - 1, "the"));
        let link = name.first.checked_sub(1 + article)?;
        if !scope.is_any(link, LINKS) {
            return None;
        }
        at = link;
    }
    ending_before(scope, at)
}

/// Names in a row that one title holds, at most.
const MAX_NAMES: usize = 3;
/// What links an office with the body or place it is of.
const LINKS: &str = "of for at from in to";
/// A title has so many words before its role, at most.
const MOST_BEFORE: TokenId = 8;

/// Where the phrase begins that a role ends: "former", "French", "climate change" and other names before it are part
/// of the title. Words that may be anything are so only where something shows that the phrase begins there.
fn leftward(scope: &Scope<'_>, names: &[Guess], index: usize, role: TokenId, floor: TokenId) -> TokenId {
    let mut sure = role;
    let mut at = role;
    let mut before = names.get(..index).unwrap_or_default().iter().rev().skip_while(|n| n.last >= role).peekable();
    while at > floor && role - at < MOST_BEFORE {
        let prior = at - 1;
        let owned = TokenId::from(scope.token(prior).kind == TokenKind::Possessive);
        if let Some(name) = before.next_if(|n| n.last + 1 + owned == at) {
            if name.kind == EntityKind::Person || name.first < floor {
                return sure;
            }
            (at, sure) = (name.first, name.first);
            continue;
        }
        if let Some(first) = ending_before(scope, at).filter(|first| *first >= floor) {
            // Two titles in a row: "Rear Admiral", "Chief Executive Professor".
            (at, sure) = (first, first);
            continue;
        }
        let hyphen = scope.is(prior, "-") && prior > floor;
        match phrase::class(scope, prior) {
            _ if scope.is_any(prior, PREFIXES) => (at, sure) = (prior, prior),
            _ if hyphen && scope.is_any(prior - 1, PREFIXES) => (at, sure) = (prior - 1, prior - 1),
            Class::Name if !scope.has(prior, Table::Calendar) && !scope.has(prior, Table::Speech) => {
                (at, sure) = (prior, prior);
            }
            // "impeach President", "his colleague Justice", "in emergency US President": what stands before the capitals
            // of a title is no part of it.
            Class::Adjective | Class::Noun | Class::Hyphen if scope.token(at).is_capital() => return sure,
            Class::Adjective | Class::Noun | Class::Hyphen if !scope.has(prior, Table::Speech) => at = prior,
            _ => return at,
        }
    }
    if at == floor { at } else { sure }
}

/// Words that may stand between the comma and the title: "the country's first female …".
const MAX_BEFORE: TokenId = 7;

/// ", (the) … chief executive (of …)" after the name at `index`.
fn after(scope: &Scope<'_>, names: &[Guess], index: usize) -> Option<(TokenId, TokenId)> {
    let name = names.get(index)?;
    let comma = name.last + 1;
    let end = scope.document.sentence_tokens(name.first).end;
    if !scope.is(comma, ",") || comma + 1 >= end {
        return None;
    }
    let mut first = comma + 1;
    if scope.is_any(first, "the a an who his her") {
        if scope.is(first, "who") {
            return None;
        }
        first += 1;
    }
    let limit = end.min(first + MAX_BEFORE);
    let mut at = first;
    while at < limit {
        let token = scope.token(at);
        // "a 22-year-old nursing student"
        let age = token.kind == TokenKind::Number && scope.is(at + 1, "-");
        if !matches!(token.kind, TokenKind::Word | TokenKind::Possessive) && !scope.is(at, "-") && !age {
            return None;
        }
        if let Some(len) = self::at(scope, at).or_else(|| heads(scope, at)) {
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
        if scope.is_any(at, "the a an") {
            // "formerly the director", "then the owner": the phrase begins after its article.
            first = at + 1;
        } else if scope.is(at, "old") && scope.is(at - 1, "-") {
            // An age is a figure, and no part of the role.
            first = at + 1;
        }
        if scope.has(at, Table::Stop) && !scope.is_any(at, "of the and then first former for own") {
            return None;
        }
        at += 1;
    }
    None
}

/// Roles only with what they are of: "head of the agency".
const OF_SOMETHING: &str = "head leader member";

/// The length of such a role that begins at a token.
fn heads(scope: &Scope<'_>, at: TokenId) -> Option<TokenId> {
    (scope.is_any(at, OF_SOMETHING) && scope.is(at + 1, "of")).then_some(1)
}

/// With "of", "for", "at" and the name that follows.
fn extended(scope: &Scope<'_>, names: &[Guess], index: usize, last: TokenId, end: TokenId) -> TokenId {
    if last + 2 >= end || !scope.is_any(last + 1, LINKS) {
        return last;
    }
    let from = last + 2 + TokenId::from(scope.is(last + 2, "the"));
    let mut next = names.iter().skip(index + 1).take(6).skip_while(|n| n.first < from).peekable();
    let Some(mut name) = next.next_if(|n| n.first == from) else { return last };
    // "the United States' Centers for Disease Control"
    while scope.token(name.last + 1).kind == TokenKind::Possessive
        && let Some(more) = next.next_if(|n| n.first == name.last + 2)
    {
        name = more;
    }
    name.last
}
