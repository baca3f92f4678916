//! Linking across articles: one entity for each thing.

use crate::analyze::Analysis;
use crate::base::fold::fold;
use crate::extract::EntityKind;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A thing named in one article or more.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its fullest natural name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other forms it is written in, most frequent first.
    pub aliases: Vec<String>,
    /// Where it is: article and local entity.
    pub members: Vec<(u32, u32)>,
    /// How often it is mentioned.
    pub mentions: u32,
}

/// Merges the things of all articles.
#[must_use]
pub fn merge(articles: &[Rc<Analysis>]) -> Vec<Entity> {
    let mut by_name: BTreeMap<(String, EntityKind), Entity> = BTreeMap::new();
    for (analysis, article) in articles.iter().zip(0..) {
        for (local, index) in analysis.linked.entities.iter().zip(0..) {
            let entity = by_name.entry((fold(&local.name), local.kind)).or_insert_with(|| Entity {
                name: local.name.clone(),
                kind: local.kind,
                aliases: Vec::new(),
                members: Vec::new(),
                mentions: 0,
            });
            entity.members.push((article, index));
            entity.mentions += u32::try_from(local.mentions.len()).unwrap_or(0);
        }
    }
    let mut entities: Vec<Entity> = by_name.into_values().collect();
    entities.sort_by(|a, b| b.mentions.cmp(&a.mentions).then_with(|| a.name.cmp(&b.name)));
    entities
}
