//! Which figures measure the same thing, and how they stand to each other.
//!
//! A figure is reduced to a claim (`read.rs`): what is counted, what happens to it, of whom and where, when.
//! Two claims are compared (`compare.rs`) when their unit is the same and they count the same thing: the same
//! noun or one that means the same, the same deed, modifiers that do not conflict, and something named that
//! both are about; one noun alone is not enough (`evidence.rs`). Each pair has its relation (`relate.rs`).
//!
//! Claims meet in buckets of what they count and whom they are about, in order of their day, each with the
//! next few only: time and memory stay in proportion to the number of claims.

mod compare;
mod evidence;
mod read;
mod relate;

use super::entity::Entity;
use crate::analyze::Analysis;
use crate::base::fold::fold;
use crate::base::hash::fnv1a;
use crate::base::{Named, sort};
use crate::extract::EntityKind;
use crate::lexicon::Lexicon;
use crate::pack::Table;
use read::Claim;
pub use read::lemma;
use std::rc::Rc;

/// A figure of a corpus: its article and its index among that article's figures.
pub type FigureRef = (u32, u32);

/// How two figures stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// As stated, they cannot both be true.
    NotBoth,
    /// Different values that can both be true: "more than 3,500" and "more than 7,000".
    BothPossible,
    /// Their intervals share a part.
    Overlap,
    /// The same value.
    Same,
    /// One covers more or less than the other, or is at another stage (asked for, sent).
    OtherScope,
    /// They hold at different times.
    OtherTime,
    /// One is a part of the other.
    PartOf,
}

/// Something that two figures have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// What is counted.
    Thing(String),
    /// What happens to it, as each writes it.
    Deed(String, String),
    /// A word that narrows it.
    Narrowed(String),
    /// What it belongs to or is made of.
    Whose(String),
    /// The same number.
    Value,
    /// Something named that both are about: index into the corpus's entities.
    About(u32),
}

/// Something that sets two figures apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// They hold on different days.
    Time,
    /// The text calls one an earlier word on the matter.
    Earlier,
    /// One is asked for, planned or possible, the other is so.
    Stage,
    /// One is narrowed by a name or word that the other has not.
    Narrower,
    /// What one counts is a kind of what the other counts.
    Kind,
    /// One place lies in the other.
    Place,
}

/// Two figures of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Index into [`Group::figures`].
    pub a: usize,
    /// Index into [`Group::figures`].
    pub b: usize,
    /// How they stand to each other.
    pub relation: Relation,
    /// What they have in common.
    pub shared: Vec<Shared>,
    /// What sets them apart.
    pub apart: Vec<Apart>,
}

/// Figures that measure the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// In order of their day, then of article and text.
    pub figures: Vec<FigureRef>,
    /// All pairs that were compared.
    pub pairs: Vec<Pair>,
}

/// How two claims match.
#[derive(Clone, Debug)]
struct Match {
    shared: Vec<Shared>,
    apart: Vec<Apart>,
}

/// Each claim of a bucket is compared with so many after it: nobody reads more, and all pairs are quadratic.
const NEXT: usize = 24;
/// Neighbours of a claim that are compared with each other because they match it.
const NEIGHBOURS: usize = 12;

/// Entities by a folded name.
type Names = Named<u32>;

/// What the claims are read with: the articles and their entities.
#[derive(Clone, Copy, Debug)]
pub struct Links<'a> {
    /// The articles.
    pub articles: &'a [Rc<Analysis>],
    /// The things named in them.
    pub entities: &'a [Entity],
    /// For each article, for each local entity, the entity it is.
    pub entity_of: &'a [Vec<u32>],
    /// For each entity, the one that it lies in, as far as the table of places says.
    within: &'a [Option<u32>],
    /// For each article, the entities that it names, sorted.
    named_in: &'a [Vec<u32>],
    /// For each entity, itself; for a body's first word, the one body whose name begins with it.
    alias: &'a [u32],
    /// Bodies and places by their name, where it is one word.
    names: &'a Names,
}

impl Links<'_> {
    /// The entity of a name in an article.
    fn of_name(&self, analysis: &Analysis, article: u32, name: u32) -> Option<u32> {
        let local = analysis.linked.entity_of.get(name as usize).copied()??;
        let id = self.entity_of.get(article as usize)?.get(local as usize).copied()?;
        self.alias.get(id as usize).copied()
    }

    /// The body or place that a word with a capital names; one that nothing knows has a number of its own,
    /// if the word is among those seen with a capital within a sentence.
    fn named(&self, word: &str, seen: &[u32]) -> Option<u32> {
        let folded = fold(word);
        let hash = fnv1a(folded.as_bytes()) as u32;
        let unknown = || {
            let plain = folded.len() < 3 || Lexicon::embedded().has_any(PLAIN, word);
            (!plain && seen.binary_search(&hash).is_ok()).then_some(UNKNOWN | hash)
        };
        self.names.get(&folded).copied().or_else(unknown)
    }

    /// Whether two articles tell one story: they share names, or begin with the same one and the same words.
    fn one_story(&self, a: &Claim, b: &Claim) -> bool {
        let own = |id: &&u32| self.kind(**id) != Some(EntityKind::Country);
        let shared = |w: &&String| b.lead.binary_search(w).is_ok();
        let words = || a.lead.iter().filter(shared).take(LEAD_WORDS).count() == LEAD_WORDS;
        self.share_names(a, b)
            || a.at.0 != b.at.0 && a.chief.iter().filter(own).any(|id| b.chief.contains(id)) && words()
    }

    /// Whether two articles share two names that are no country's, or begin with one that is no place's.
    fn share_names(&self, a: &Claim, b: &Claim) -> bool {
        let names = |claim: &Claim| self.named_in.get(claim.at.0 as usize).map_or(&[][..], Vec::as_slice);
        let own = |id: &&u32| self.kind(**id) != Some(EntityKind::Country);
        let body = |id: &u32| self.kind(*id).is_none_or(|k| !read::is_place(k));
        let (x, y) = (names(a), names(b));
        a.at.0 != b.at.0
            && (a.chief.iter().any(|id| body(id) && b.chief.contains(id))
                || x.iter().filter(own).take(NAMES).filter(|id| y.binary_search(id).is_ok()).take(2).count() == 2)
    }

    /// Whether an article names something.
    fn names_it(&self, article: u32, id: u32) -> bool {
        self.named_in.get(article as usize).is_some_and(|ids| ids.binary_search(&id).is_ok())
    }

    /// What kind of thing an entity is.
    fn kind(&self, id: u32) -> Option<EntityKind> {
        self.entities.get(id as usize).map(|e| e.kind)
    }

    /// The entity that one lies in.
    fn outer(&self, id: u32) -> Option<u32> {
        self.within.get(id as usize).copied().flatten()
    }

    /// Whether a noun stands for many: "caravan", "crowd".
    fn is_many(&self, noun: &str) -> bool {
        is_kind(noun, "group") || is_kind(noun, "gathering")
    }
}

/// Words of these with a capital need not be names.
const PLAIN: &[Table] = &[Table::Plain, Table::Calendar, Table::Title, Table::Stop, Table::Speech];
/// Words that the beginnings of two articles share where they tell one story, at least.
const LEAD_WORDS: usize = 3;
/// The bit that numbers of stories have.
const STORY: u32 = 1 << 30;
/// Each article that gives a name is held against so many after it that do.
const ARTICLES: usize = 4;
/// The bit that numbers of unknown names have: no corpus has so many entities.
const UNKNOWN: u32 = 1 << 31;
/// Rows above one another at most, so that a table with a ring in it does no harm.
const DEPTH: usize = 12;

/// The rows above a noun, the nearest first.
fn kinds(noun: &str) -> impl Iterator<Item = &'static str> {
    let lexicon = Lexicon::embedded();
    let above = move |noun: &str| {
        let row = lexicon.find(Table::Noun, noun).and_then(|row| lexicon.rows.nouns.get(usize::from(row)))?;
        (!row.kind.is_empty()).then_some(row.kind)
    };
    core::iter::successors(above(noun), move |kind| above(kind)).take(DEPTH)
}

/// Whether a noun is a kind of another.
fn is_kind(noun: &str, of: &str) -> bool {
    noun == of || kinds(noun).any(|kind| kind == of)
}

/// Groups the figures of all articles. Only groups that span two articles or more are kept.
#[must_use]
pub fn group(articles: &[Rc<Analysis>], entities: &[Entity], entity_of: &[Vec<u32>]) -> Vec<Group> {
    let within = within(entities);
    let (names, alias) = names(entities);
    let (mut claims, mut named_in) = (Vec::new(), Vec::new());
    let links = Links { articles, entities, entity_of, within: &within, named_in: &[], alias: &alias, names: &names };
    for (analysis, id) in articles.iter().zip(0..) {
        let (own, named) = read::claims(&links, analysis, id);
        claims.extend(own);
        named_in.push(named);
    }
    let links = Links { named_in: &named_in, ..links };
    let stories = stories(&links);
    let mut edges = edges(&links, &claims, &stories);
    close(&links, &claims, &mut edges);
    let mut root: Vec<usize> = (0..claims.len()).collect();
    for ((a, b), _) in &edges {
        let (x, y) = (find(&mut root, *a), find(&mut root, *b));
        root[x.max(y)] = x.min(y);
    }
    let mut sets: Vec<Edges> = claims.iter().map(|_| Vec::new()).collect();
    for (two, found) in edges {
        sets[find(&mut root, two.0)].push((two, found));
    }
    let mut place = vec![0; claims.len()];
    let mut groups: Vec<Group> = sets.into_iter().filter_map(|set| build(articles, &claims, set, &mut place)).collect();
    sort::by_key(&mut groups, |g| (core::cmp::Reverse(reach(g)), g.pairs.iter().map(|p| p.relation).min()));
    groups
}

/// Bodies and places by their name, where it is one word, and for each entity the one that it is held to be: where
/// only one body's name begins with a word, the word alone is its short name ("Orion" of "Orion Foods").
fn names(entities: &[Entity]) -> (Names, Vec<u32>) {
    let (mut names, mut first, mut by_name) = (Names::default(), Names::default(), Names::default());
    // One name is one thing, even where two articles let it seem of two kinds.
    let mut alias: Vec<u32> = Vec::with_capacity(entities.len());
    for (entity, id) in entities.iter().zip(0..) {
        let own = *by_name.entry(&fold(&entity.name), || id);
        alias.push(own);
        match entity.name.split_once(' ') {
            // "Port", "New": the first word of a place says nothing.
            Some((word, _)) => {
                let of = if read::is_place(entity.kind) { u32::MAX } else { own };
                let slot = first.entry(&fold(word), || of);
                *slot = if *slot == of { of } else { u32::MAX };
            }
            None => {
                names.entry(&fold(&entity.name), || id);
            }
        }
    }
    for (word, id) in first.iter().filter(|(_, id)| **id != u32::MAX) {
        let short = names.get(word).copied();
        let place = |id: u32| entities.get(id as usize).is_some_and(|e| read::is_place(e.kind));
        if short.is_some_and(place) || short.is_none() && Lexicon::embedded().has_any(PLAIN, word) {
            continue;
        }
        if let Some(slot) = short.and_then(|short| alias.get_mut(short as usize)) {
            *slot = *id;
        }
        names.put(word, *id);
    }
    (names, alias)
}

/// Names of an article that are looked for in another one, those named most first.
const NAMES: usize = 64;

/// For each entity, the one that the table of places says it lies in.
fn within(entities: &[Entity]) -> Vec<Option<u32>> {
    let lexicon = Lexicon::embedded();
    let mut by_name = Names::default();
    for (entity, id) in entities.iter().zip(0..) {
        by_name.put(&entity.name, id);
    }
    let outer = |entity: &Entity| {
        let row = lexicon.find(Table::Place, &entity.name)?;
        by_name.get(lexicon.rows.places.get(usize::from(row))?.within).copied()
    };
    entities.iter().map(outer).collect()
}

/// For each article the first that shares two names with it, or with one that does: claims meet within a story,
/// whomever their own sentences name.
fn stories(links: &Links<'_>) -> Vec<u32> {
    let mut root: Vec<usize> = (0..links.articles.len()).collect();
    let mut places: Vec<(u32, u32)> = Vec::new();
    for (names, article) in links.named_in.iter().zip(0u32..) {
        let own = |id: &&u32| links.kind(**id) != Some(EntityKind::Country);
        places.extend(names.iter().filter(own).map(|id| (*id, article)));
    }
    sort::by_key(&mut places, |place| *place);
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for (n, (id, a)) in places.iter().enumerate() {
        let next = places.iter().skip(n + 1).take(ARTICLES).take_while(|(other, _)| other == id);
        pairs.extend(next.map(|(_, b)| (*a, *b)));
    }
    sort::by_key(&mut pairs, |pair| *pair);
    for pair in pairs.windows(2) {
        if let [x, y] = pair
            && x == y
        {
            let (a, b) = (find(&mut root, x.0 as usize), find(&mut root, x.1 as usize));
            root[a.max(b)] = a.min(b);
        }
    }
    (0..links.articles.len()).map(|at| find(&mut root, at) as u32).collect()
}

/// Compares claims that count alike and are about the same.
fn edges(links: &Links<'_>, claims: &[Claim], stories: &[u32]) -> Edges {
    let mut buckets: Named<Vec<usize>> = Named::default();
    for (index, claim) in claims.iter().enumerate() {
        let mut about: Vec<u32> = claim.about.clone();
        about.extend(stories.get(claim.at.0 as usize).map(|story| STORY | story));
        claim.about.iter().filter_map(|id| links.outer(*id)).for_each(|id| read::add(&mut about, id));
        if about.is_empty() {
            about.push(u32::MAX);
        }
        for key in compare::keys(claim) {
            about.iter().for_each(|id| buckets.entry(&format!("{id} {key}"), Vec::new).push(index));
        }
    }
    let mut edges = Edges::new();
    for mut bucket in buckets.into_values() {
        sort::by_key(&mut bucket, |i| claims.get(*i).map(|c| (c.day, c.at)));
        for (n, &a) in bucket.iter().enumerate() {
            for &b in bucket.iter().skip(n + 1).take(NEXT) {
                let two = (a.min(b), a.max(b));
                if let Some(found) = compare::compare(links, &claims[two.0], &claims[two.1]) {
                    edges.push((two, found));
                }
            }
        }
    }
    once(&mut edges);
    edges
}

/// Puts pairs in order, each once.
fn once(edges: &mut Edges) {
    sort::by_key(edges, |(two, _)| *two);
    edges.dedup_by_key(|(two, _)| *two);
}

/// What is counted through a noun for many counts what that is made of: those in "the caravan" and the
/// "migrants" are compared where a third figure speaks of "the caravan of migrants".
fn close(links: &Links<'_>, claims: &[Claim], edges: &mut Edges) {
    let mut next: Vec<Vec<usize>> = claims.iter().map(|_| Vec::new()).collect();
    for ((a, b), _) in edges.iter() {
        for (one, other) in [(*a, *b), (*b, *a)] {
            if claims[one].many {
                next[one].push(other);
            }
        }
    }
    for (middle, others) in next.iter().enumerate() {
        for (n, &a) in others.iter().enumerate().take(NEIGHBOURS) {
            for &b in others.iter().take(NEIGHBOURS).skip(n + 1) {
                let two = (a.min(b), a.max(b));
                // A pair that was compared stays as it is: it comes first.
                if let Some(found) = compare::through(links, &claims[two.0], &claims[two.1], &claims[middle]) {
                    edges.push((two, found));
                }
            }
        }
    }
    once(edges);
}

/// In how many articles a group has figures.
fn reach(group: &Group) -> usize {
    let mut articles: Vec<u32> = group.figures.iter().map(|f| f.0).collect();
    sort::by_key(&mut articles, |a| *a);
    articles.dedup();
    articles.len()
}

fn find(root: &mut [usize], mut at: usize) -> usize {
    while root[at] != at {
        root[at] = root[root[at]];
        at = root[at];
    }
    at
}

/// Pairs of claims, by their index, with what makes them one.
type Edges = Vec<((usize, usize), Match)>;

fn build(articles: &[Rc<Analysis>], claims: &[Claim], edges: Edges, place: &mut [usize]) -> Option<Group> {
    let mut set: Vec<usize> = edges.iter().flat_map(|((a, b), _)| [*a, *b]).collect();
    sort::by_key(&mut set, |&i| (claims[i].day, claims[i].at));
    set.dedup();
    set.iter().enumerate().for_each(|(n, &i)| place[i] = n);
    let pairs = edges.into_iter().filter_map(|((mut a, mut b), mut found)| {
        // In the order of the group.
        if place[a] > place[b] {
            (a, b) = (b, a);
            for shared in &mut found.shared {
                if let Shared::Deed(x, y) = shared {
                    core::mem::swap(x, y);
                }
            }
        }
        let (relation, apart) = relate::relation(articles, &claims[a], &claims[b], found.apart)?;
        Some(Pair { a: place[a], b: place[b], relation, shared: found.shared, apart })
    });
    let group = Group { pairs: pairs.collect(), figures: set.iter().map(|&i| claims[i].at).collect() };
    (reach(&group) > 1 && !group.pairs.is_empty()).then_some(group)
}
