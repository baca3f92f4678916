//! The model's names and the rules' names made one: where a rule is sure, it stands.

use super::super::Scope;
use super::chunk::{DETERMINERS, PARTICLES};
use super::evidence::Evidence;
use super::gazetteer;
use super::guess::Guess;
use super::head;
use super::tagger::is_where;
use crate::base::sort;
use crate::extract::{BlockKind, EntityKind};
use crate::lex::TokenId;

/// After these a thing is used: "on Twitter".
const USED: &str = "on onto to via through using";

/// Joins both, in order, never overlapping.
///
/// - In credits, which are lists and no sentences, the rules stand.
/// - Two or more names that tables know, side by side, stay apart: "US-Mexico", "US National Guard".
/// - What no rule takes for a name is none where the text also writes its word small, or where it is pointed at as
///   a thing: "this National Emergency".
/// - A law or an event that a table has is that; a product is, where something is done on it or by it: "on Twitter".
///   The name of a site is its company's too, and that the model tells by what it does.
/// - Laws that the model passes over are added: too few are annotated to learn from.
pub fn join(scope: &Scope<'_>, evidence: &Evidence, model: Vec<Guess>, rules: &[Guess]) -> Vec<Guess> {
    let is_rules = |name: &Guess| name.cut != (0, 0) || scope.block_kind(name.first) == BlockKind::Credit;
    let mut names: Vec<Guess> = Vec::with_capacity(model.len() + rules.len() / 8);
    let mut next = 0;
    for name in model {
        while rules.get(next).is_some_and(|r| r.last < name.first) {
            next += 1;
        }
        let inside = rules.get(next..).unwrap_or_default().iter().take_while(|r| r.first <= name.last);
        let inside: Vec<Guess> = inside.copied().collect();
        if inside.iter().any(is_rules) || scope.block_kind(name.first) == BlockKind::Credit {
            continue;
        }
        if is_pair(scope, &name, &inside) {
            names.extend(inside);
            continue;
        }
        // "Lake Constance", "Dover Castle": which kind of place, the head says; which laws, events and products there
        // are, a table.
        let sure = |r: &Guess| is_where(r.kind) && is_where(name.kind) || is_listed(scope, r);
        let same = |r: &&Guess| (r.first, r.last) == (name.first, name.last) && sure(r);
        if let Some(rule) = inside.iter().find(same) {
            names.push(Guess { kind: rule.kind, known: rule.known, ..name });
            continue;
        }
        let alone = name.kind != EntityKind::Person && name.known.is_empty() && inside.is_empty();
        if alone && (is_ordinary(scope, evidence, &name) || is_spoken_of(scope, &name)) {
            continue;
        }
        match two_bodies(scope, &name) {
            Some(and) => names.extend([Guess { last: and - 1, ..name }, Guess { first: and + 1, ..name }]),
            None => names.push(name),
        }
    }
    let mut at = 0;
    let mut more = Vec::new();
    for rule in rules {
        while names.get(at).is_some_and(|n| n.last < rule.first) {
            at += 1;
        }
        let free = names.get(at).is_none_or(|n| n.first > rule.last);
        if is_rules(rule) || rule.kind == EntityKind::Law && free {
            more.push(*rule);
        }
    }
    names.extend(more);
    sort::by_key(&mut names, |n| (n.first, n.cut));
    let mut whole: Vec<Guess> = Vec::with_capacity(names.len());
    for name in names {
        match whole.last_mut().filter(|before| goes_on(scope, before, &name)) {
            Some(before) => before.last = name.last,
            None => whole.push(name),
        }
    }
    whole
}

/// "Asha wa Moyo": two halves of a person's name, with a particle between them.
fn goes_on(scope: &Scope<'_>, before: &Guess, after: &Guess) -> bool {
    let person = |g: &Guess| g.kind == EntityKind::Person && g.known.is_empty() && g.cut == (0, 0);
    let between = before.last + 1..after.first;
    person(before)
        && person(after)
        && (1..=2).contains(&between.len())
        && between.into_iter().all(|t| scope.is_any(t, PARTICLES) && !scope.is(t, "y") && !scope.token(t).is_capital())
}

/// "Brightwater Brewing and Calder Steel": the "and" between two bodies, each with the word that ends a body's name.
fn two_bodies(scope: &Scope<'_>, name: &Guess) -> Option<TokenId> {
    let of = scope.is_any(name.first + 1, "of for");
    if name.kind != EntityKind::Organisation || !name.known.is_empty() || of || name.last < name.first + 4 {
        return None;
    }
    let ends = |at: TokenId| head::ends_body(scope, at);
    (name.first + 2..name.last - 1).find(|t| scope.is_any(*t, "and &") && ends(t - 1) && ends(name.last))
}

/// A law or an event of a table, or a product that stands as one.
fn is_listed(scope: &Scope<'_>, rule: &Guess) -> bool {
    let used = || rule.first.checked_sub(1).is_some_and(|before| scope.is_any(before, USED));
    !rule.known.is_empty()
        && (matches!(rule.kind, EntityKind::Law | EntityKind::Event) || rule.kind == EntityKind::Product && used())
}

/// One word that the text also writes small.
fn is_ordinary(scope: &Scope<'_>, evidence: &Evidence, name: &Guess) -> bool {
    name.first == name.last
        && evidence.of(scope.word(name.first)).small
        && gazetteer::at(scope, evidence, name.first).is_none()
}

/// "This National Emergency", "these Caravans".
fn is_spoken_of(scope: &Scope<'_>, name: &Guess) -> bool {
    name.first.checked_sub(1).is_some_and(|before| scope.is_any(before, DETERMINERS))
        && scope.document.sentence_tokens(name.first).start < name.first
}

/// Whether names that tables know cover all of it but hyphens.
fn is_pair(scope: &Scope<'_>, name: &Guess, inside: &[Guess]) -> bool {
    let covered: TokenId = inside.iter().map(|r| r.last + 1 - r.first).sum();
    let signs = (name.first..=name.last).filter(|t| scope.is_sign(*t, "-–/"));
    inside.len() > 1
        && inside.iter().all(|r| !r.known.is_empty() && r.first >= name.first && r.last <= name.last)
        && covered + TokenId::try_from(signs.count()).unwrap_or(0) == name.last + 1 - name.first
}
