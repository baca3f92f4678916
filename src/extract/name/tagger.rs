//! Names by the learnt model: the rules' names are one of the things it looks at.

use super::super::Scope;
use super::chunk::ADDRESS;
use super::evidence::Evidence;
use super::feature::Features;
use super::gazetteer;
use super::guess::Guess;
use crate::base::Rule;
use crate::extract::EntityKind;
use crate::lex::TokenId;
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
            hashes.clear();
            features.of(&sentence.tokens, token, &mut hashes);
            let mut score = [0; LABELS];
            hashes.iter().for_each(|feature| model.add(*feature, &mut score));
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
                names.push(named(scope, evidence, at, end - 1, KINDS[usize::from(label / 2)]));
            }
            at = end;
        }
    }
    names
}

/// The name with what a table knows of just these words.
fn named(scope: &Scope<'_>, evidence: &Evidence, first: TokenId, last: TokenId, kind: EntityKind) -> Guess {
    // "Mr. Gray": the form of address is not part of the name.
    let address = kind == EntityKind::Person && first < last && scope.is_any(first, ADDRESS);
    let first = first + TokenId::from(address);
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
