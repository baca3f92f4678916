//! What the finished model finds in texts that it did not learn from.

use crate::data::recase;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tallysheet::analyze::{self, Article};
use tallysheet::extract::{EntityKind, NameForm};

/// How a text is written before it is read.
#[derive(Clone, Copy, Debug)]
pub enum Case {
    AsWritten,
    Capitals,
    Headline,
}

/// Prints precision, recall and F1 on people, places and organisations, spans exact.
pub fn check(path: &Path, bytes: bool, case: Case) -> Result<()> {
    let file = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut counts: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for line in file.lines() {
        let line: Value = serde_json::from_str(line)?;
        let text = line["text"].as_str().context("no text")?;
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let place = |value: &Value| {
            let at = value.as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
            if bytes { at } else { places.get(at).copied().unwrap_or(0) }
        };
        let kind = |name: &str| match name {
            "PER" | "PERSON" => Some("PER"),
            "LOC" | "GPE" | "FAC" => Some("LOC"),
            "ORG" => Some("ORG"),
            _ => None,
        };
        let gold: BTreeSet<(usize, usize, &str)> = line["entities"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|e| Some((place(&e["start"]), place(&e["end"]), kind(e["type"].as_str()?)?)))
            .collect();
        // Of the same length in bytes: the annotation stays where it is.
        let text = match case {
            Case::AsWritten => text.to_owned(),
            Case::Capitals => recase(text, |_| true),
            Case::Headline => recase(text, |opens| opens),
        };
        let analysis = analyze::read(Article::of(text));
        let found: BTreeSet<(usize, usize, &str)> = analysis
            .found
            .names
            .iter()
            .filter(|m| m.value.form == NameForm::Name)
            .filter_map(|m| {
                let kind = match m.value.kind {
                    EntityKind::Person => "PER",
                    EntityKind::Organisation => "ORG",
                    EntityKind::Country | EntityKind::Settlement | EntityKind::Place | EntityKind::Facility => "LOC",
                    _ => return None,
                };
                Some((m.span.start as usize, m.span.end as usize, kind))
            })
            .collect();
        for name in gold.union(&found) {
            for key in [name.2, "all"] {
                let count = counts.entry(key).or_default();
                count.0 += usize::from(gold.contains(name) && found.contains(name));
                count.1 += usize::from(found.contains(name));
                count.2 += usize::from(gold.contains(name));
            }
        }
    }
    for (kind, (right, found, gold)) in counts {
        let share = |of: usize| 100.0 * right as f64 / of.max(1) as f64;
        let (precision, recall) = (share(found), share(gold));
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
        println!("{:<40} {case:?} {kind:<4} P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}", path.display());
    }
    Ok(())
}
