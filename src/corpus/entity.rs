//! Linking across articles: one entity for each thing.
//!
//! Comes in: the things of each article. Goes out: entities, most mentioned first. Things of two articles
//! are one when their names are the same and their kinds go together, or when one article gives letters
//! and name together and the other only the letters. A person named by one word only is never merged
//! with a longer name of another article: nothing there says who it is.

use crate::analyze::Analysis;
use crate::analyze::entity::{Class, LocalEntity};
use crate::base::{Named, sort};
use crate::extract::{EntityKind, NameForm};
use std::rc::Rc;

/// A thing named in one article or more.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is asked for by: its class and folded name, `person:donald_trump`. It does not change with what
    /// else is in the collection, nor with corrections.
    pub key: String,
    /// Its fullest natural name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The forms it is written in, with how often, most frequent first.
    pub forms: Vec<(String, u32)>,
    /// Where it is: article and local entity.
    pub members: Vec<(u32, u32)>,
    /// How often it is mentioned.
    pub mentions: u32,
    /// Whether the reader changed it.
    pub corrected: bool,
}

impl Entity {
    /// The forms other than its name.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.forms.iter().map(|(form, _)| form.as_str()).filter(|form| *form != self.name)
    }
}

/// One entity being gathered.
#[derive(Default)]
struct Gathered {
    /// Its class and folded name.
    key: String,
    members: Vec<(u32, u32)>,
    mentions: u32,
    /// The forms of its name mentions, with how often each stands.
    forms: Named<u32>,
    /// Its names in the articles, with its kind there, whether a table has it, and how many of its mentions are under it.
    names: Vec<(String, EntityKind, bool, u32)>,
}

/// Merges the things of all articles.
#[must_use]
pub fn merge(articles: &[Rc<Analysis>]) -> Vec<Entity> {
    let letters = expansions(articles);
    let mut gathered: Named<Gathered> = Named::default();
    for (analysis, article) in articles.iter().zip(0u32..) {
        for (local, index) in analysis.linked.entities.iter().zip(0u32..) {
            let own = Class::of(local.kind).key(&local.name);
            let whole = match letters.get(&own) {
                Some(Some(name)) if !local.known => name,
                _ => &own,
            };
            gathered.entry(whole, || Gathered::new(whole)).add(analysis, local, (article, index));
        }
    }
    let mut entities: Vec<Entity> = gathered.into_values().into_iter().map(Gathered::finish).collect();
    sort::by(&mut entities, |a, b| b.mentions.cmp(&a.mentions).then_with(|| a.name.cmp(&b.name)));
    entities
}

/// Short forms in capitals, each with the one name that an article says it stands for; `None` where
/// articles differ.
fn expansions(articles: &[Rc<Analysis>]) -> Named<Option<String>> {
    let mut letters: Named<Option<String>> = Named::default();
    for analysis in articles {
        for local in analysis.linked.entities.iter().filter(|e| e.name.contains(' ')) {
            let class = Class::of(local.kind);
            let whole = class.key(&local.name);
            for form in forms(analysis, local).filter(|f| is_letters(f)) {
                let old = letters.entry(&class.key(&form), || Some(whole.clone()));
                *old = old.take().filter(|o| *o == whole);
            }
        }
    }
    letters
}

fn is_letters(form: &str) -> bool {
    !form.contains(' ')
        && form.chars().filter(|c| c.is_uppercase()).count() >= 2
        && !form.chars().any(char::is_lowercase)
}

/// The forms under which an article names a thing, white space evened.
fn forms<'a>(analysis: &'a Analysis, local: &'a LocalEntity) -> impl Iterator<Item = String> + 'a {
    local
        .mentions
        .iter()
        .filter_map(|m| analysis.found.names.get(*m as usize))
        .filter(|m| m.value.form == NameForm::Name && m.value.kind != EntityKind::Group)
        .map(|m| analysis.slice(m.span).split_whitespace().collect::<Vec<_>>().join(" "))
}

impl Gathered {
    fn new(key: &str) -> Self {
        Self { key: key.to_owned(), ..Self::default() }
    }

    fn add(&mut self, analysis: &Analysis, local: &LocalEntity, member: (u32, u32)) {
        self.members.push(member);
        // An office beside its holder's name is the holder's role, not one mention more.
        let titles = |m: &&u32| analysis.found.names.get(**m as usize).is_some_and(|m| m.value.form == NameForm::Title);
        let count = u32::try_from(local.mentions.iter().filter(|m| !titles(m)).count()).unwrap_or(u32::MAX);
        self.mentions = self.mentions.saturating_add(count);
        for form in forms(analysis, local) {
            *self.forms.entry(&form, || 0) += 1;
        }
        match self.names.iter_mut().find(|(name, kind, ..)| *kind == local.kind && *name == local.name) {
            Some((.., known, all)) => (*known, *all) = (*known || local.known, all.saturating_add(count)),
            None => self.names.push((local.name.clone(), local.kind, local.known, count)),
        }
    }

    /// The name is one that a table knows, else the longest; a group's own kind gives way to its place's.
    fn finish(self) -> Entity {
        let best = self.names.iter().max_by(|(a, ak, a_known, a_count), (b, bk, b_known, b_count)| {
            let thing = |kind: &EntityKind| *kind != EntityKind::Group;
            (a_known, thing(ak), a.len(), a_count, b).cmp(&(b_known, thing(bk), b.len(), b_count, a))
        });
        let (name, kind) = best.map_or((String::new(), EntityKind::Organisation), |best| (best.0.clone(), best.1));
        let mut forms: Vec<(String, u32)> = self.forms.iter().map(|(form, count)| (form.to_owned(), *count)).collect();
        sort::by(&mut forms, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let key = self.key.replace(' ', "_");
        Entity { key, name, kind, forms, members: self.members, mentions: self.mentions, corrected: false }
    }
}
