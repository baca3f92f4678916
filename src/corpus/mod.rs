//! Many articles: their entities linked, their figures grouped into claims, their words indexed.
//!
//! Comes in: an [`Analysis`] for each article. Goes out: a [`Corpus`], made anew when an article comes or
//! goes; the articles' readings are kept.

pub mod claim;
pub mod co;
pub mod correct;
pub mod entity;
pub mod words;

use crate::analyze::Analysis;
use crate::base::{Span, sort};
use crate::extract::{NameForm, TimexKind};
use crate::lex::SentenceId;
use claim::Group;
use correct::Change;
use entity::Entity;
use std::collections::BTreeMap;
use std::rc::Rc;
use words::WordIndex;

/// Index of an article in its corpus.
pub type ArticleId = u32;
/// Index of an item in its corpus.
pub type ItemId = u32;

/// The kinds of item that views and filters speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A figure.
    Figure,
    /// A mention of an entity.
    Name,
    /// A date or time that is resolved, or a reference to now.
    Date,
    /// Words given to somebody.
    Quote,
}

/// One thing found in one article, as filters see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The article.
    pub article: ArticleId,
    /// What it is.
    pub kind: ItemKind,
    /// Its index in its layer of [`crate::extract::Found`].
    pub index: u32,
    /// Where it stands.
    pub span: Span,
    /// The first sentence it touches.
    pub first: SentenceId,
    /// The last sentence it touches.
    pub last: SentenceId,
    /// Whether it stands in the article itself, not in what surrounds it on the page.
    pub in_article: bool,
}

/// Articles and what links them.
#[derive(Debug)]
pub struct Corpus {
    /// The articles, in the order they were added.
    pub articles: Vec<Rc<Analysis>>,
    /// The things named, most mentioned first.
    pub entities: Vec<Entity>,
    /// Everything found, by article and then by place in the text.
    pub items: Vec<Item>,
    /// Figures that measure the same thing.
    pub groups: Vec<Group>,
    /// Which words stand in which sentences.
    pub words: WordIndex,
    /// For each article, for each local entity, the entity it is.
    entity_of: Vec<Vec<u32>>,
    /// Mentions that the reader took out of their article's entity, with the entity they are; `None` where that is hidden.
    apart: BTreeMap<(u32, u32), Option<u32>>,
}

impl Corpus {
    /// Links the articles.
    #[must_use]
    pub fn new(articles: Vec<Rc<Analysis>>) -> Self {
        Self::corrected(articles, &[])
    }

    /// Links the articles and lays the reader's changes over.
    #[must_use]
    pub fn corrected(articles: Vec<Rc<Analysis>>, changes: &[Change]) -> Self {
        let mut entities = entity::merge(&articles);
        let apart = if changes.is_empty() { Vec::new() } else { correct::lay(&articles, &mut entities, changes) };
        let mut entity_of: Vec<Vec<u32>> = articles.iter().map(|a| vec![u32::MAX; a.linked.entities.len()]).collect();
        for (entity, id) in entities.iter().zip(0..) {
            for (article, local) in &entity.members {
                if let Some(slot) = entity_of.get_mut(*article as usize).and_then(|a| a.get_mut(*local as usize)) {
                    *slot = id;
                }
            }
        }
        let items = articles.iter().zip(0..).flat_map(|(analysis, article)| items(analysis, article)).collect();
        let is = |key: String| entities.iter().zip(0u32..).find(|(e, _)| e.key == key).map(|(_, id)| id);
        let mut apart_now = BTreeMap::new();
        for (article, name, key) in apart {
            apart_now.insert((article, name), is(key));
        }
        let groups = claim::group(&articles, &entities, &entity_of);
        let words = WordIndex::new(&articles);
        Self { articles, entities, items, groups, words, entity_of, apart: apart_now }
    }

    /// An article, by its index.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> Option<&Analysis> {
        self.articles.get(id as usize).map(Rc::as_ref)
    }

    /// The entity that a local one of an article is.
    #[must_use]
    pub fn entity(&self, article: ArticleId, local: u32) -> Option<u32> {
        self.entity_of.get(article as usize)?.get(local as usize).copied().filter(|id| *id != u32::MAX)
    }

    /// The entity of a name mention.
    #[must_use]
    pub fn entity_of_name(&self, article: ArticleId, name: u32) -> Option<u32> {
        if let Some(own) = self.apart.get(&(article, name)) {
            return *own;
        }
        let local = self.article(article)?.linked.entity_of.get(name as usize).copied()??;
        self.entity(article, local)
    }
}

/// The items of one article, in order of the text.
fn items(analysis: &Analysis, article: ArticleId) -> Vec<Item> {
    let mut items = Vec::new();
    let mut add = |kind: ItemKind, index: usize, span: Span| {
        let sentences = analysis.document.sentences_in(span);
        let (first, last) = (sentences.start, sentences.end.saturating_sub(1).max(sentences.start));
        let block = analysis.document.sentences.get(first as usize).map_or(0, |s| s.block);
        let in_article = analysis.found.blocks.get(block as usize).is_none_or(|b| b.value.is_article());
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        items.push(Item { article, kind, index, span, first, last, in_article });
    };
    let found = &analysis.found;
    found.figures.iter().enumerate().for_each(|(i, m)| add(ItemKind::Figure, i, m.span));
    found
        .names
        .iter()
        .enumerate()
        .filter(|(i, m)| {
            // An office beside its holder's name is the holder's role, not one mention more.
            m.value.form != NameForm::Title || analysis.linked.entity_of.get(*i).copied().flatten().is_none()
        })
        .for_each(|(i, m)| add(ItemKind::Name, i, m.span));
    found
        .timexes
        .iter()
        .enumerate()
        .filter(|(_, m)| matches!(m.value.kind, TimexKind::Date | TimexKind::Time))
        .for_each(|(i, m)| add(ItemKind::Date, i, m.span));
    found.quotes.iter().enumerate().for_each(|(i, m)| add(ItemKind::Quote, i, m.span));
    sort::by_key(&mut items, |item| (item.span.start, item.span.end, item.kind));
    items
}
