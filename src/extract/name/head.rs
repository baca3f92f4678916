//! Names that say themselves what they are: "Department of …", "… Act", "… Airport", "Hurricane …".

use super::super::Scope;
use super::evidence::Evidence;
use super::guess::Guess;
use super::{gazetteer, title};
use crate::base::Rule;
use crate::extract::EntityKind;
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::Table;

/// A head at the end.
pub const LAST: Rule = Rule {
    name: "name/head-last",
    why: "A capitalised phrase that ends in a word for what it is, as in “… Act”.",
};
/// A head at the beginning.
pub const FIRST: Rule = Rule {
    name: "name/head-first",
    why: "A capitalised phrase that begins with words for what it is, as in “Department of …”.",
};

/// Small words inside such names.
const INSIDE: &str = "of for the on in & de la del to against";
/// The longest name in tokens.
const MAX_NAME: TokenId = 14;

/// The longest headed name that begins at a token and ends before `stop`. `known` is what a table has there.
pub fn at(scope: &Scope<'_>, evidence: &Evidence, at: TokenId, stop: TokenId, known: Option<&Guess>) -> Option<Guess> {
    let stop = stop.min(at + MAX_NAME);
    let least = known.map_or(at, |g| g.last);
    let found =
        first(scope, evidence, at, stop).filter(|g| g.last >= least).or_else(|| last(scope, evidence, at, stop, known));
    found.filter(|g| g.last > least || known.is_none())
}

fn is_cased(scope: &Scope<'_>, token: TokenId) -> bool {
    let t = scope.token(token);
    t.kind == TokenKind::Word && matches!(t.case, Case::Title | Case::Upper | Case::Mixed)
}

/// "Department of Homeland Security", "Hurricane Maria".
fn first(scope: &Scope<'_>, evidence: &Evidence, at: TokenId, stop: TokenId) -> Option<Guess> {
    let (len, kind) = scope.hits.at(at).iter().find_map(|h| {
        let row = (h.sense.table == Table::Head).then(|| scope.lexicon.rows.heads.get(usize::from(h.sense.row)))??;
        (row.place != "last").then_some((TokenId::from(h.len), row.kind))
    })?;
    if !is_cased(scope, at) {
        return None;
    }
    let mut last = at + len - 1;
    let of = !is_cased(scope, last);
    // In a headline "Storm Hits Coast" is no name of a storm.
    if !of && evidence.is_headline(scope.document.sentence_of(at)) {
        return None;
    }
    let mut next = last + 1;
    while next < stop {
        if is_cased(scope, next) || scope.token(next).kind == TokenKind::Number && !of {
            if next > at + len && (title::at(scope, next).is_some() && !of || begins_name(scope, evidence, at, next)) {
                break;
            }
            last = next;
            next += 1;
        } else if scope.is_any(next, INSIDE)
            || scope.is(next, "-")
            || scope.is(next, "and") && of && next + 1 < stop && joins(scope, evidence, next)
        {
            next += 1;
        } else {
            break;
        }
        // "Hurricane Maria", "Mount Everest": one or two words, without small ones between.
        if !of && (last - at > len || next != last + 1) {
            break;
        }
    }
    (last >= at + len).then_some(Guess { first: at, last, kind, known: "", cut: (0, 0), rule: &FIRST })
}

/// Whether "and" joins two parts of one name ("Health and Human Services") and not two names.
fn joins(scope: &Scope<'_>, evidence: &Evidence, and: TokenId) -> bool {
    let next = and + 1;
    is_cased(scope, next)
        && is_cased(scope, and - 1)
        && !scope.has(next, Table::GivenName)
        && title::at(scope, next).is_none()
        && gazetteer::at(scope, evidence, next).is_none()
        && gazetteer::at(scope, evidence, and - 1).is_none()
}

/// Whether a new name begins inside: a person the tables know.
fn begins_name(scope: &Scope<'_>, evidence: &Evidence, first: TokenId, at: TokenId) -> bool {
    at > first && gazetteer::at(scope, evidence, at).is_some_and(|g| g.kind == EntityKind::Person && g.last > g.first)
}

/// "Clean Rivers Act", "Thames Valley Police".
fn last(scope: &Scope<'_>, evidence: &Evidence, at: TokenId, stop: TokenId, known: Option<&Guess>) -> Option<Guess> {
    if !is_cased(scope, at) || scope.has(at, Table::Stop) && known.is_none() {
        return None;
    }
    // "Secretary of State", "Judge Durham Hall": an office opens no such name unless a table has it.
    if known.is_none() && title::at(scope, at).is_some() {
        return None;
    }
    let sentence = scope.document.sentence_of(at);
    let opens = scope.document.sentence_tokens(at).start == at;
    let headline = evidence.is_headline(sentence);
    // The first word of a sentence that the text also writes small is no part of a name.
    if opens
        && known.is_none()
        && (evidence.of(scope.word(at)).small || gazetteer::at(scope, evidence, at + 1).is_some())
    {
        return None;
    }
    if headline {
        return None;
    }
    let mut best: Option<Guess> = None;
    let mut next = at;
    while next < stop {
        let word = scope.word(next);
        if is_cased(scope, next) {
            if next > at && title::at(scope, next).is_some() && head(scope, next, stop).is_none() {
                break;
            }
            if let Some((len, kind)) = head(scope, next, stop).filter(|_| next > at) {
                let last = next + len - 1;
                // "Johns Hopkins Center for Health Security": the head goes on as one that begins a name.
                let last =
                    first(scope, evidence, next, stop).filter(|g| g.kind == kind).map_or(last, |g| g.last.max(last));
                best = Some(Guess { first: at, last, kind, known: "", cut: (0, 0), rule: &LAST });
                next = last + 1;
                continue;
            }
        } else if word == "and" {
            if next == at || !joins(scope, evidence, next) || known.is_some() {
                break;
            }
        } else {
            // "Chamber of Commerce", but neither "Carl Lind of the … Foundation" nor "Wuhan in Hubei Province".
            let of = scope.is(next, "of") && next == at + 1 && known.is_none() && !scope.has(at, Table::GivenName);
            let hyphen = word == "-" || scope.token(next).glued && scope.is(next.saturating_sub(1), "-");
            if !(of || hyphen || word == "&") {
                break;
            }
        }
        next += 1;
    }
    // "US National Guard": a country, and a body that the table knows without it.
    if let Some(country) = known.filter(|g| g.kind == EntityKind::Country)
        && gazetteer::at(scope, evidence, country.last + 1).is_some_and(|g| best.is_some_and(|b| g.last >= b.last))
    {
        return None;
    }
    // "of" after the head: "Supreme Court of Ohio", "Parliament of Canada".
    let mut best = best?;
    if best.kind == EntityKind::Organisation
        && scope.is(best.last + 1, "of")
        && let Some(place) =
            gazetteer::at(scope, evidence, best.last + 2 + TokenId::from(scope.is(best.last + 2, "the")))
        && matches!(place.kind, EntityKind::Country | EntityKind::Settlement)
        && place.last < stop
    {
        best.last = place.last;
    }
    Some(best)
}

/// The head word or words at a token that end a name: how many, and what they make of it.
fn head(scope: &Scope<'_>, at: TokenId, stop: TokenId) -> Option<(TokenId, EntityKind)> {
    scope.hits.at(at).iter().find_map(|h| {
        let row = (h.sense.table == Table::Head).then(|| scope.lexicon.rows.heads.get(usize::from(h.sense.row)))??;
        let len = TokenId::from(h.len);
        (row.place != "first" && at + len <= stop).then_some((len, row.kind))
    })
}

/// Whether a word ends names of bodies: "Steel", "Ministry".
pub fn ends_body(scope: &Scope<'_>, at: TokenId) -> bool {
    head(scope, at, at + 1).is_some_and(|(_, kind)| kind == EntityKind::Organisation)
}
