//! Descriptions that stand for a person named in the text: "the president", "the French foreign minister".

use super::super::Scope;
use super::guess::Guess;
use super::title::Title;
use crate::base::fold::fold;
use crate::base::{Named, Rule};
use crate::extract::phrase::{self, Class};
use crate::extract::{EntityKind, Name, NameForm};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// An office with "the" that only one person named before it holds in the text.
pub const HOLDER: Rule = Rule {
    name: "name/office-holder",
    why: "The text gives this office to one person before, and says nothing of another holder.",
};

/// "The Republican leader": of the only head whom the text has named, and speaks of.
pub const LEADER: Rule =
    Rule { name: "name/leader", why: "The text names one person in a leading office, and nobody else since." };

/// Verbs after which an office is meant, not its holder: "the president is authorized to …".
const GENERIC_VERBS: &str = "authorized authorised required allowed permitted entitled empowered elected appointed";
/// Verbs before which it is meant, too: "elect the prime minister".
const CHOICE: &str = "elect elects elected appoint appoints appointed succeed become becomes became replace as";
/// What an office owns that is not its holder's: "the prime minister's office".
const OF_OFFICE: &str = "office residence role powers job post seat department";
/// Words between "the" and a role that make it another's.
const OTHER: &str = "former ex late other next new first second previous last";
/// Tokens between "the" and the role, at most.
const MODIFIERS: TokenId = 4;

/// Finds descriptions by office. `titles` are those found beside names, in order, with the index of the name.
pub fn find(scope: &Scope<'_>, names: &[Guess], titles: &[Title]) -> Vec<Title> {
    let mut found = Vec::new();
    let mut holders = Holders { names, scope, of: Named::default(), leading: Named::default() };
    let mut next = 0;
    for token in 0..scope.document.len() {
        while let Some(title) = titles.get(next).filter(|(t, _)| t.tokens.1 < token) {
            holders.learn(title);
            next += 1;
        }
        if !scope.is(token, "the") {
            continue;
        }
        let Some(described) = Described::read(scope, names, token) else { continue };
        let beside = titles.get(next).is_some_and(|(t, _)| t.tokens.0 <= described.last);
        if beside || !is_meant(scope, names, token, &described) {
            continue;
        }
        let holder = if described.role == LEADER_WORD {
            holders.head(&described, token).map(|holder| (holder, &LEADER))
        } else {
            holders.only(&described).map(|holder| (holder, &HOLDER))
        };
        if let Some((holder, rule)) = holder {
            let value = Name { kind: EntityKind::Person, form: NameForm::Nominal, known: "", of: None };
            found.push((scope.mention(token, described.last, value, rule), Some(holder)));
        }
    }
    found
}

/// "The French foreign minister", "the governor of Ohio": a role and the names that narrow it.
struct Described {
    role: String,
    /// The last token of the role.
    end: TokenId,
    /// The last token of all.
    last: TokenId,
    /// Indices of names in it.
    names: Vec<usize>,
}

impl Described {
    fn read(scope: &Scope<'_>, names: &[Guess], the: TokenId) -> Option<Self> {
        let sentence = scope.document.sentence_tokens(the).end;
        let at_name = |first: TokenId| names.binary_search_by_key(&first, |n| n.first).ok();
        let mut within = Vec::new();
        let mut at = the + 1;
        let (len, role) = loop {
            if at >= sentence || at > the + MODIFIERS || scope.is_any(at, OTHER) {
                return None;
            }
            if let Some((len, row)) = scope.hits.longest(at, Table::Title) {
                break (len, role(scope, at + len - 1, row));
            }
            if scope.is(at, LEADER_WORD) {
                break (1, LEADER_WORD.to_owned());
            }
            if let Some(name) = at_name(at) {
                within.push(name);
                at = names.get(name)?.last + 1;
                continue;
            }
            match phrase::class(scope, at) {
                Class::Adjective | Class::Hyphen | Class::Number => at += 1,
                Class::Noun if scope.is(at + 1, "-") || scope.is(at - 1, "-") => at += 1,
                _ => return None,
            }
        };
        let end = at + len - 1;
        let mut last = end;
        if scope.is_any(end + 1, "of for") {
            let name = at_name(end + 2 + TokenId::from(scope.is(end + 2, "the")))?;
            within.push(name);
            last = names.get(name)?.last;
        }
        Some(Self { role, end, last, names: within })
    }
}

/// The role of whom a text calls a leader without an office of that name.
const LEADER_WORD: &str = "leader";

/// What a role is known by: offices that have one holder by the first form of their row, so that "premier" is "prime
/// minister", or by the office that they come with; others by their last word.
fn role(scope: &Scope<'_>, last: TokenId, row: usize) -> String {
    match scope.lexicon.rows.titles.get(row) {
        Some(row) if !row.with.is_empty() => row.with.to_owned(),
        Some(row) if row.alone => row.form().to_owned(),
        _ => fold(scope.word(last)),
    }
}

/// Whether the role stands for its holder: no name or noun after it, and no rule about the office.
fn is_meant(scope: &Scope<'_>, names: &[Guess], the: TokenId, described: &Described) -> bool {
    let next = described.last + 1;
    let token = scope.token(next);
    let named = token.is_capital() || names.binary_search_by_key(&next, |n| n.first).is_ok();
    let joined = scope.is_any(next, "of for elect with which who that whose in")
        || scope.is_any(next, "and or") && scope.hits.is(next + 1, Table::Title)
        || scope.is(next, "-");
    let noun = token.kind == TokenKind::Word && scope.hits.is(next, Table::Title);
    let office = token.kind == TokenKind::Possessive && scope.is_any(next + 1, OF_OFFICE);
    let chosen = the > 0 && scope.is_any(the - 1, CHOICE);
    let generic = scope.is_any(next, "is may can must shall")
        && (scope.is_any(next, "may can must shall") || scope.is_any(next + 1, GENERIC_VERBS));
    let plural = scope.word(described.end).ends_with('s') && phrase::class(scope, described.end) == Class::Plural;
    !(named || joined || noun || office || chosen || generic || plural)
}

/// A person with a role: the index of a name of theirs, and the title's tokens.
type Holder = (usize, (TokenId, TokenId));

/// Who holds which office, as the text has said up to a point.
struct Holders<'a> {
    names: &'a [Guess],
    scope: &'a Scope<'a>,
    /// For each role those who have it, one entry for a person and a place of the title.
    of: Named<Vec<Holder>>,
    /// Those of the roles that are leading offices.
    leading: Named<()>,
}

/// Names looked back at for the last person, at most.
const MAX_BACK: usize = 150;
/// Holders of one role that are remembered; more are not told apart by a description.
const MAX_HOLDERS: usize = 12;

impl Holders<'_> {
    /// Takes in a title that stands beside a name.
    fn learn(&mut self, (title, name): &Title) {
        let (first, last) = title.tokens;
        let scope = self.scope;
        let former = scope.is_any(first, "former ex then late");
        let Some(name) = name.filter(|_| !former) else { return };
        let mut token = first;
        while token <= last {
            let Some((len, row)) = scope.hits.longest(token, Table::Title) else {
                token += 1;
                continue;
            };
            let role = role(scope, token + len - 1, row);
            if scope.lexicon.rows.titles.get(row).is_some_and(|r| r.alone) {
                self.leading.put(&role, ());
            }
            let holders = self.of.entry(&role, Vec::new);
            if holders.len() < MAX_HOLDERS {
                holders.push((name, (first, last)));
            }
            token += len;
        }
    }

    /// The one person whom a description can mean.
    fn only(&self, described: &Described) -> Option<usize> {
        let all = self.of.get(&described.role)?;
        let same = |name: &usize| all.iter().any(|(_, title)| self.is_in(*title, *name));
        // A name that no title has narrows nothing, unless titles have other names.
        let narrowed = described.names.iter().any(same);
        let fits = |(_, title): &&Holder| {
            described.names.is_empty()
                || if narrowed {
                    described.names.iter().any(|n| self.is_in(*title, *n))
                } else {
                    !self.has_names(*title)
                }
        };
        let mut holders = all.iter().filter(fits).map(|(name, _)| *name);
        let first = holders.next()?;
        holders.all(|other| self.surname(other) == self.surname(first)).then_some(first)
    }

    /// The one person in a leading office whom the text has named, if it has named nobody since.
    fn head(&self, described: &Described, the: TokenId) -> Option<usize> {
        let before = self.names.partition_point(|n| n.last < the);
        let mut back = self.names.iter().enumerate().take(before).rev().take(MAX_BACK);
        let (last, person) = back.find(|(_, n)| n.kind == EntityKind::Person)?;
        let mut heads = self.leading.iter().filter_map(|(role, ())| self.of.get(role));
        let is_his = |(name, title): &Holder| {
            self.surname(*name) == self.scope.word(person.last)
                // "The Chinese leader" is nobody whose office the text has not called Chinese.
                && described.names.iter().all(|n| !self.is_place(*n) || self.is_in(*title, *n))
        };
        let holders = heads.next()?;
        (heads.next().is_none() && holders.iter().all(is_his)).then_some(last)
    }

    /// Whether a name is of a place, or of those who live there.
    fn is_place(&self, name: usize) -> bool {
        let known = self.names.get(name).map_or("", |n| n.known);
        known.is_empty() || self.scope.lexicon.has(Table::Place, known)
    }

    /// Whether a title holds a name, in the same words or linked to the same.
    fn is_in(&self, title: (TokenId, TokenId), name: usize) -> bool {
        let Some(own) = self.names.get(name) else { return false };
        self.within(title).any(|other| {
            !own.known.is_empty() && own.known == other.known || fold(self.text(own)) == fold(self.text(other))
        })
    }

    fn has_names(&self, title: (TokenId, TokenId)) -> bool {
        self.within(title).next().is_some()
    }

    /// The names that stand in a title.
    fn within(&self, (first, last): (TokenId, TokenId)) -> impl Iterator<Item = &Guess> {
        let from = self.names.partition_point(|n| n.first < first);
        self.names.iter().skip(from).take_while(move |n| n.last <= last)
    }

    fn text(&self, name: &Guess) -> &str {
        self.scope.document.slice(self.scope.document.span(name.first, name.last))
    }

    fn surname(&self, name: usize) -> &str {
        self.names.get(name).map_or("", |n| self.scope.word(n.last))
    }
}
