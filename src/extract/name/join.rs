//! The model's names and the rules' names made one: where a rule is sure, it stands.

use super::super::Scope;
use super::evidence::Evidence;
use super::gazetteer;
use super::guess::Guess;
use super::tagger::is_where;
use crate::base::sort;
use crate::extract::{BlockKind, EntityKind};
use crate::lex::TokenId;

/// Joins both, in order, never overlapping.
///
/// - In credits, which are lists and no sentences, the rules stand.
/// - Two or more names that tables know, side by side, stay apart: "US-Mexico", "US National Guard".
/// - One word that the text also writes small, and that no rule takes for a name, is none.
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
        // "Lake Constance", "Dover Castle": which kind of place, the head says.
        let same = |r: &&Guess| (r.first, r.last) == (name.first, name.last) && is_where(r.kind) && is_where(name.kind);
        if let Some(rule) = inside.iter().find(same) {
            names.push(Guess { kind: rule.kind, known: rule.known, ..name });
            continue;
        }
        let one =
            name.kind != EntityKind::Person && name.first == name.last && name.known.is_empty() && inside.is_empty();
        if one && evidence.of(scope.word(name.first)).small && gazetteer::at(scope, evidence, name.first).is_none() {
            continue;
        }
        names.push(name);
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
    names
}

/// Whether names that tables know cover all of it but hyphens.
fn is_pair(scope: &Scope<'_>, name: &Guess, inside: &[Guess]) -> bool {
    let covered: TokenId = inside.iter().map(|r| r.last + 1 - r.first).sum();
    let signs = (name.first..=name.last).filter(|t| matches!(scope.word(*t), "-" | "–" | "/"));
    inside.len() > 1
        && inside.iter().all(|r| !r.known.is_empty() && r.first >= name.first && r.last <= name.last)
        && covered + TokenId::try_from(signs.count()).unwrap_or(0) == name.last + 1 - name.first
}
