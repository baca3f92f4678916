//! Names by the learnt model: the rules' names are one of the things it looks at.

use super::super::Scope;
use super::chunk::ADDRESS;
use super::evidence::Evidence;
use super::feature::Features;
use super::gazetteer;
use super::guess::Guess;
use super::title;
use crate::base::Rule;
use crate::extract::EntityKind;
use crate::lex::{Case, TokenId};
use crate::lexicon::model::{KINDS, LABELS, Model};

/// A name that the model found.
pub const LEARNT: Rule = Rule {
    name: "name/model",
    why: "A model learnt from annotated news reads it so, by the word, its neighbours, the tables and the rest of the text.",
};

/// All names of a document by the model, in order, never overlapping.
pub fn find(scope: &Scope<'_>, evidence: &Evidence, model: &Model, rules: &[Guess]) -> Vec<Guess> {
    let features = Features::read(scope, evidence, rules, &model.lists);
    let mut names = Vec::with_capacity(rules.len());
    let (mut scores, mut hashes) = (Vec::new(), Vec::with_capacity(96));
    for sentence in &scope.document.sentences {
        scores.clear();
        for token in sentence.tokens.clone() {
            let mut score = [0; LABELS];
            if features.is_plain(&sentence.tokens, token) {
                score[0] = 1 << 20;
                scores.push(score);
                continue;
            }
            hashes.clear();
            features.of(&sentence.tokens, token, &mut hashes);
            hashes.iter().for_each(|feature| model.weights.add(*feature, &mut score));
            scores.push(score);
        }
        let labels = model.best(&scores);
        let mut at = sentence.tokens.start;
        while let Some(label) = labels.get((at - sentence.tokens.start) as usize).copied() {
            let mut end = at + 1;
            if label % 2 == 1 {
                while labels.get((end - sentence.tokens.start) as usize) == Some(&(label + 1)) {
                    end += 1;
                }
                // What follows is no name of its own.
                let is_free =
                    labels.get((end - sentence.tokens.start) as usize..).is_some_and(|l| l.starts_with(&[0, 0]));
                if label == 1 && is_free && goes_on(scope, at, end) {
                    end += 2;
                }
                names.push(named(scope, evidence, at, end - 1, KINDS[usize::from(label / 2)]));
            }
            at = end;
        }
    }
    names
}

/// "Yoon Suk-yeol", "Lam Man-kin": whether a person's name goes on after a hyphen with a small second half of a given
/// name, as East Asian names do. "Jong-un-led", "Joe Biden-backed" do not.
fn goes_on(scope: &Scope<'_>, first: TokenId, hyphen: TokenId) -> bool {
    const COMPOUNDS: &str = "led era like born run made owned based style type free age";
    let second = scope.token(hyphen + 1);
    scope.is(hyphen, "-")
        && hyphen > first + 1
        && scope.token(hyphen).glued
        && second.glued
        && second.case == Case::Lower
        && (2..=5).contains(&second.span.len())
        && !scope.is(hyphen + 2, "-")
        && !scope.is_any(hyphen + 1, COMPOUNDS)
}

/// The name with what a table knows of just these words.
fn named(scope: &Scope<'_>, evidence: &Evidence, first: TokenId, last: TokenId, kind: EntityKind) -> Guess {
    // "Mr. Gray", "Gen. Gray": the form of address is no part of the name, nor is the title. After "Mr." stands a person.
    let address = first < last && scope.is_any(first, ADDRESS) && gazetteer::at(scope, evidence, first).is_none();
    let kind = if address { EntityKind::Person } else { kind };
    let first = first + TokenId::from(address);
    let title = title::at(scope, first).filter(|len| kind == EntityKind::Person && first + len <= last);
    let first = first + title.unwrap_or(0);
    let guess = Guess { first, last, kind, known: "", cut: (0, 0), rule: &LEARNT };
    let table = gazetteer::at(scope, evidence, first).filter(|g| g.last == last);
    match table.filter(|t| kind == t.kind || is_where(kind) && is_where(t.kind)) {
        Some(table) => Guess { kind: table.kind, known: table.known, ..guess },
        None => guess,
    }
}

/// Whether it is a kind of place: which one, tables and heads know better than a model.
pub const fn is_where(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Country | EntityKind::Settlement | EntityKind::Place | EntityKind::Facility)
}
