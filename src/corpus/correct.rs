//! Corrections by the reader, laid over what was linked: the automatic result and the texts stay as they are.
//!
//! Comes in: the entities of a collection and a list of changes, each naming an entity by its key or a mention by its
//! place. Goes out: other entities, and the mentions that were taken out of theirs. What is said of an article itself,
//! its facts and which of its blocks count, is laid over before it is read ([`article`]). A change that names what is
//! not here (its article was taken out) does nothing.

use super::entity::Entity;
use crate::analyze::{Analysis, Article, Fact};
use crate::base::{Span, sort};
use crate::extract::{EntityKind, NameForm};
use std::rc::Rc;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An entity is another one: its mentions become the other's.
    Merge {
        /// The one that is no more.
        entity: String,
        /// The one that it is.
        into: String,
    },
    /// A mention is not the entity it was linked to: it becomes one of its own.
    Split {
        /// Its article's key.
        article: String,
        /// Where it stands.
        span: Span,
    },
    /// An entity has another name.
    Rename {
        /// Which.
        entity: String,
        /// The name.
        name: String,
    },
    /// An entity is of another kind.
    Retype {
        /// Which.
        entity: String,
        /// The kind.
        kind: EntityKind,
    },
    /// An entity is none: it is listed nowhere.
    Hide {
        /// Which.
        entity: String,
    },
    /// A fact about an article is another.
    Fact {
        /// Its article's key.
        article: String,
        /// Which fact.
        fact: FactKind,
        /// The value; empty for what was known before.
        value: String,
    },
    /// A block is article, or is none.
    Block {
        /// Its article's key.
        article: String,
        /// Where it begins.
        start: u32,
        /// Whether it is article.
        counts: bool,
    },
}

/// The facts about an article that the reader may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// The headline.
    Headline,
    /// The outlet.
    Outlet,
    /// The day of publication.
    Published,
}

impl FactKind {
    const ALL: [Self; 3] = [Self::Headline, Self::Outlet, Self::Published];

    fn of(self, article: &mut Article) -> &mut Fact {
        match self {
            Self::Headline => &mut article.headline,
            Self::Outlet => &mut article.outlet,
            Self::Published => &mut article.published,
        }
    }
}

/// The article as the changes have it, to be read anew; `None` if it is that already.
#[must_use]
pub fn article(analysis: &Analysis, changes: &[Change]) -> Option<Article> {
    let before = &analysis.article;
    let named = |change: &&Change| match change {
        Change::Fact { article, .. } | Change::Block { article, .. } => *article == analysis.key,
        _ => false,
    };
    let facts = [&before.headline, &before.outlet, &before.published];
    let is_changed = !before.blocks.is_empty() || facts.iter().any(|fact| fact.under.is_some());
    if !is_changed && !changes.iter().any(|change| named(&change)) {
        return None;
    }
    let mut after = before.clone();
    after.blocks.clear();
    FactKind::ALL.iter().for_each(|fact| fact.of(&mut after).set(""));
    for change in changes.iter().filter(named) {
        match change {
            Change::Fact { fact, value, .. } => fact.of(&mut after).set(value),
            Change::Block { start, counts, .. } => {
                after.blocks.retain(|(other, _)| other != start);
                after.blocks.push((*start, *counts));
            }
            _ => {}
        }
    }
    (after != *before).then_some(after)
}

/// A mention that is no longer its article's entity's: article, index into the names, and the key of its own entity.
pub type Apart = (u32, u32, String);

/// Lays changes over entities, in their order.
pub fn lay(articles: &[Rc<Analysis>], entities: &mut Vec<Entity>, changes: &[Change]) -> Vec<Apart> {
    let mut apart: Vec<Apart> = Vec::new();
    for change in changes {
        match change {
            Change::Merge { entity, into } => merge(entities, &mut apart, entity, into),
            Change::Split { article, span } => split(articles, entities, &mut apart, article, *span),
            Change::Rename { entity, name } => with(entities, entity, |e| e.name.clone_from(name)),
            Change::Retype { entity, kind } => with(entities, entity, |e| e.kind = *kind),
            Change::Hide { entity } => entities.retain(|e| e.key != *entity),
            Change::Fact { .. } | Change::Block { .. } => {}
        }
    }
    sort::by(entities, |a, b| b.mentions.cmp(&a.mentions).then_with(|| a.name.cmp(&b.name)));
    apart
}

/// Changes one entity and marks it as corrected.
fn with(entities: &mut [Entity], key: &str, change: impl FnOnce(&mut Entity)) {
    if let Some(entity) = entities.iter_mut().find(|e| e.key == key) {
        change(entity);
        entity.corrected = true;
    }
}

fn merge(entities: &mut Vec<Entity>, apart: &mut [Apart], key: &str, into: &str) {
    if key == into || !entities.iter().any(|e| e.key == into) {
        return;
    }
    let Some(at) = entities.iter().position(|e| e.key == key) else { return };
    let gone = entities.remove(at);
    for (.., own) in apart.iter_mut().filter(|(.., own)| own == key) {
        into.clone_into(own);
    }
    with(entities, into, |entity| {
        entity.mentions = entity.mentions.saturating_add(gone.mentions);
        entity.members.extend(gone.members);
        for (form, count) in gone.forms {
            match entity.forms.iter_mut().find(|(own, _)| *own == form) {
                Some(own) => own.1 = own.1.saturating_add(count),
                None => entity.forms.push((form, count)),
            }
        }
        sort::by(&mut entity.forms, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    });
}

fn split(articles: &[Rc<Analysis>], entities: &mut Vec<Entity>, apart: &mut Vec<Apart>, article: &str, span: Span) {
    let Some((article, analysis)) = (0..).zip(articles).find(|(_, a)| a.key == article) else { return };
    let mut names = (0u32..).zip(&analysis.found.names);
    let Some((name, mention)) = names.find(|(_, m)| m.span == span && m.value.form != NameForm::Title) else { return };
    // A mention that stands alone already stays so.
    if apart.iter().any(|(a, n, _)| (*a, *n) == (article, name)) {
        return;
    }
    let Some(local) = analysis.linked.entity_of.get(name as usize).copied().flatten() else { return };
    let Some(from) = entities.iter_mut().find(|e| e.members.contains(&(article, local))) else { return };
    let words = analysis.slice(mention.span).split_whitespace().collect::<Vec<_>>().join(" ");
    from.mentions = from.mentions.saturating_sub(1);
    if let Some(form) = from.forms.iter_mut().find(|(form, _)| *form == words) {
        form.1 = form.1.saturating_sub(1);
    }
    from.forms.retain(|(_, count)| *count > 0);
    from.corrected = true;
    let key = format!("{}@{}-{}-{}", from.key, analysis.key, span.start, span.end);
    let kind = from.kind;
    apart.push((article, name, key.clone()));
    let forms = vec![(words.clone(), 1)];
    entities.push(Entity { key, name: words, kind, forms, members: Vec::new(), mentions: 1, corrected: true });
}
