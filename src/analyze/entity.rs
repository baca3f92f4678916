//! Linking within one article: which mentions stand for one thing.
//!
//! Comes in: the names of an article. Goes out: its things, each with its mentions, and for each mention
//! the rule that linked it. Two passes over the names and look-ups by folded words: nothing quadratic.
//! To add a way of linking: a rule, and its place in `Linker`.

use crate::base::fold::fold;
use crate::base::{Named, Rule, Span};
use crate::extract::{EntityKind, Found, Mention, Name, NameForm};
use crate::lex::Document;

/// The table has a name for it.
pub const TABLE: Rule = Rule { name: "link/table", why: "A table gives this form the same name." };
/// First of its words.
pub const FIRST: Rule = Rule { name: "link/first", why: "The first mention of these words in the article." };
/// The same words.
pub const SAME: Rule = Rule { name: "link/same-words", why: "The same words stand earlier in the article." };
/// A part of a person's full name.
pub const SURNAME: Rule =
    Rule { name: "link/part-of-name", why: "A part of the name of the person whom the article names in full." };
/// A longer form of a person's name.
pub const FULLER: Rule =
    Rule { name: "link/middle-name", why: "First and last name are the same; one form has a middle name or initial." };
/// Letters in brackets after what they stand for.
pub const EXPANSION: Rule = Rule {
    name: "link/expansion",
    why: "The article gives the letters in brackets after the name, or the name after the letters.",
};
/// Letters that a name's words begin with.
pub const INITIALS: Rule =
    Rule { name: "link/initials", why: "The letters are the initials of the one name in the article that fits." };
/// The end or beginning of a longer name.
pub const SHORTER: Rule =
    Rule { name: "link/shorter-form", why: "A shorter form of the one longer name in the article that it fits." };
/// A title's or description's own name.
pub const HOLDER: Rule =
    Rule { name: "link/holder", why: "The office or description belongs to this name in the text." };

/// One thing named in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalEntity {
    /// Its fullest natural name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its mentions: indices into [`Found::names`], in order.
    pub mentions: Vec<u32>,
    /// Whether a table knows it by this name.
    pub known: bool,
    /// Offices and roles given to it in the text.
    pub roles: Vec<Span>,
}

/// The things named in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linked {
    /// The things, in order of first mention.
    pub entities: Vec<LocalEntity>,
    /// For each of [`Found::names`], its thing.
    pub entity_of: Vec<Option<u32>>,
    /// For each of [`Found::names`], why it was linked so.
    pub why: Vec<Option<&'static Rule>>,
}

/// Kinds between which a link may be made: a name of one class never stands for a thing of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// People.
    Person,
    /// Countries, other places, and the words for their people.
    Place,
    /// Organisations, facilities, products: news uses one name for all three.
    Body,
    /// Laws.
    Law,
    /// Events.
    Event,
}

impl Class {
    /// The class of a kind.
    #[must_use]
    pub const fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Country | EntityKind::Settlement | EntityKind::Place | EntityKind::Group => Self::Place,
            EntityKind::Organisation | EntityKind::Facility | EntityKind::Product => Self::Body,
            EntityKind::Law => Self::Law,
            EntityKind::Event => Self::Event,
        }
    }

    /// Its word in keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Body => "body",
            Self::Law => "law",
            Self::Event => "event",
        }
    }

    /// A name's key with the class that it is a key in.
    #[must_use]
    pub fn key(self, name: &str) -> String {
        [self.word(), ":", &key(name)].concat()
    }
}

/// Links the names of one article.
#[must_use]
pub fn link(document: &Document, found: &Found) -> Linked {
    let mut linker = Linker::new(document, &found.names);
    linker.full_names();
    linker.short_names();
    linker.holders();
    linker.finish()
}

/// A name as it is linked by: folded, white space and the full stops of initials gone.
#[must_use]
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(' ').filter(|w| !w.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().filter(|c| *c != '.'));
    }
    key
}

struct Linker<'a> {
    document: &'a Document,
    names: &'a [Mention<Name>],
    linked: Linked,
    /// By class and key of a full name.
    by_key: Named<u32>,
    /// People by each part of their full name, in order of first mention.
    by_part: Named<Vec<u32>>,
    /// Bodies, laws, events by their initials; `None` where two have the same.
    by_initials: Named<Option<u32>>,
    /// Longer names by each of their shorter ends and beginnings; `None` where two have the same.
    by_shorter: Named<Option<u32>>,
}

impl<'a> Linker<'a> {
    fn new(document: &'a Document, names: &'a [Mention<Name>]) -> Self {
        let linked = Linked { entities: Vec::new(), entity_of: vec![None; names.len()], why: vec![None; names.len()] };
        Self {
            document,
            names,
            linked,
            by_key: Named::default(),
            by_part: Named::default(),
            by_initials: Named::default(),
            by_shorter: Named::default(),
        }
    }

    /// The name without line ends and double spaces.
    fn text(&self, mention: &Mention<Name>) -> String {
        let mut text = String::new();
        for word in self.document.slice(mention.span).split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }

    /// First pass: names that say on their own what they name.
    fn full_names(&mut self) {
        let mut before: Option<(usize, u32)> = None;
        for (index, mention) in self.names.iter().enumerate() {
            if mention.value.form != NameForm::Name {
                continue;
            }
            let text = self.text(mention);
            let long = text.contains(' ');
            if !mention.value.known.is_empty() && !self.is_somebody_else(mention, &text) {
                let entity = self.entity(mention.value.known.to_owned(), mention.value.kind, true);
                self.put(index, entity, &TABLE);
                self.alias(Class::of(mention.value.kind), &text, entity);
            } else if let Some(entity) = self.bracketed(index, &text, before) {
                self.put(index, entity, &EXPANSION);
                self.alias(Class::of(mention.value.kind), &text, entity);
            } else if long || mention.value.kind != EntityKind::Person {
                let class = Class::of(mention.value.kind);
                let seen = self.by_key.get(&class.key(&text)).copied();
                let fuller = seen.or_else(|| self.with_middle_name(class, &text));
                let rule = if seen.is_some() {
                    &SAME
                } else if fuller.is_some() {
                    &FULLER
                } else {
                    &FIRST
                };
                let entity = fuller.unwrap_or_else(|| self.entity(text.clone(), mention.value.kind, false));
                self.alias(class, &text, entity);
                self.lengthen(entity, &text);
                self.put(index, entity, rule);
            }
            before = self.linked.entity_of.get(index).copied().flatten().map(|entity| (index, entity));
        }
    }

    /// Whether a surname that a table knows belongs here to another person named in full.
    fn is_somebody_else(&self, mention: &Mention<Name>, text: &str) -> bool {
        mention.value.kind == EntityKind::Person
            && !text.contains(' ')
            && self.by_part.get(&key(text)).is_some_and(|people| !people.is_empty())
            && !self.by_key.contains(&Class::Person.key(mention.value.known))
    }

    /// "Immigration and Customs Enforcement (ICE)" and "ICE (Immigration and …)": the entity before.
    fn bracketed(&self, index: usize, text: &str, before: Option<(usize, u32)>) -> Option<u32> {
        let (other, entity) = before?;
        let (other, mention) = (self.names.get(other)?, self.names.get(index)?);
        let between = self.document.slice(Span::new(other.span.end, mention.span.start));
        let closed = self.document.text.get(mention.span.end as usize..).is_some_and(|rest| rest.starts_with(')'));
        let other_text = self.text(other);
        let letters = is_acronym(text) && fits(text, &other_text) || is_acronym(&other_text) && fits(&other_text, text);
        (between.trim() == "(" && closed && letters).then_some(entity)
    }

    /// "Donald J. Trump" after "Donald Trump", or the other way round.
    fn with_middle_name(&self, class: Class, text: &str) -> Option<u32> {
        if class != Class::Person {
            return None;
        }
        let (first, last) = (text.split(' ').next()?, text.rsplit(' ').next()?);
        let short = self.by_key.get(&class.key(&format!("{first} {last}"))).copied();
        let entity = short?;
        (text.split(' ').count() > 2 || self.linked.entities.get(entity as usize)?.name.split(' ').count() > 2)
            .then_some(entity)
    }

    /// A new thing, or the one that has this name already.
    fn entity(&mut self, name: String, kind: EntityKind, known: bool) -> u32 {
        let class = Class::of(kind);
        let id = u32::try_from(self.linked.entities.len()).unwrap_or(u32::MAX);
        let entity = *self.by_key.entry(&class.key(&name), || id);
        if entity == id {
            self.index(class, &name, id);
            self.linked.entities.push(LocalEntity { name, kind, mentions: Vec::new(), known, roles: Vec::new() });
        } else if let Some(old) = self.linked.entities.get_mut(entity as usize) {
            // "Mexican" links to Mexico, which is a country.
            if old.kind == EntityKind::Group {
                old.kind = kind;
            }
            old.known |= known;
        }
        entity
    }

    /// Makes an entity findable by shorter forms of a name.
    fn index(&mut self, class: Class, name: &str, id: u32) {
        let words: Vec<&str> = name.split(' ').collect();
        if class == Class::Person {
            if words.len() > 1 {
                for word in words.iter().filter(|w| w.chars().nth(1).is_some_and(|c| c != '.')) {
                    let people = self.by_part.entry(&key(word), Vec::new);
                    if people.last() != Some(&id) {
                        people.push(id);
                    }
                }
                // "de Blasio", "bin Salman", "Suu Kyi": the end of a name from any word on.
                for from in 1..words.len().saturating_sub(1).min(MAX_WORDS) {
                    let end = words.get(from..).unwrap_or_default().join(" ");
                    self.by_part.entry(&key(&end), Vec::new).push(id);
                }
            }
            let ends = words.first().zip(words.last()).filter(|_| words.len() > 2);
            if let Some((first, last)) = ends {
                self.by_key.entry(&class.key(&format!("{first} {last}")), || id);
            }
            return;
        }
        if words.len() > 1 && words.len() <= MAX_WORDS {
            let initials: String = initials(name);
            unique(&mut self.by_initials, &initials, id);
            for cut in 1..words.len() {
                let end = words.get(cut..).unwrap_or_default().join(" ");
                let beginning = words.get(..cut).unwrap_or_default().join(" ");
                unique(&mut self.by_shorter, &class.key(&end), id);
                unique(&mut self.by_shorter, &class.key(&beginning), id);
            }
        }
    }

    fn alias(&mut self, class: Class, text: &str, entity: u32) {
        let key = class.key(text);
        let new = !self.by_key.contains(&key);
        self.by_key.put(&key, entity);
        if new {
            self.index(class, text, entity);
        }
    }

    /// The fullest form is the name.
    fn lengthen(&mut self, entity: u32, text: &str) {
        if let Some(entity) = self.linked.entities.get_mut(entity as usize)
            && !entity.known
            && text.len() > entity.name.len()
            && !is_acronym(text)
        {
            text.clone_into(&mut entity.name);
        }
    }

    fn put(&mut self, index: usize, entity: u32, rule: &'static Rule) {
        if let (Some(of), Some(why)) = (self.linked.entity_of.get_mut(index), self.linked.why.get_mut(index)) {
            (*of, *why) = (Some(entity), Some(rule));
        }
    }

    /// Second pass: short names, which need a longer one in the article.
    fn short_names(&mut self) {
        // For each part of a name the person it stood for last, and in which sentence that was.
        let mut latest: Named<(u32, u32)> = Named::default();
        let mut bare: Named<u32> = Named::default();
        let names = self.names;
        for (index, mention) in names.iter().enumerate().filter(|(_, m)| m.value.form == NameForm::Name) {
            let text = self.text(mention);
            let class = Class::of(mention.value.kind);
            let now = self.linked.entity_of.get(index).copied().flatten();
            if class == Class::Person {
                let entity = match now {
                    Some(entity) => entity,
                    None => {
                        let near = latest.get(&key(&text)).filter(|(_, s)| s + 1 >= mention.sentence).map(|(e, _)| *e);
                        let called = near.or_else(|| bare.get(&key(&text)).copied());
                        self.short_person(index, &text, called)
                    }
                };
                // A full name takes its parts over for its own sentence and the next; then they fall back
                // to the person whom the article called so before.
                for part in text.split(' ').filter(|p| p.len() > 2) {
                    if !text.contains(' ') {
                        bare.put(&key(part), entity);
                    }
                    latest.put(&key(part), (entity, mention.sentence));
                }
            } else if let Some(entity) = now.filter(|_| class != Class::Place) {
                self.shorter(index, class, &text, entity);
            }
        }
    }

    fn short_person(&mut self, index: usize, text: &str, called: Option<u32>) -> u32 {
        let part = key(text);
        let people = self.by_part.get(&part);
        let found = called.or_else(|| people.and_then(|p| p.first().copied()));
        let (entity, rule) = match found {
            Some(entity) => (entity, if people.is_some() { &SURNAME } else { &SAME }),
            None => (self.entity(text.to_owned(), EntityKind::Person, false), &FIRST),
        };
        self.put(index, entity, rule);
        entity
    }

    /// A body's name that is the initials or an end of one longer name.
    fn shorter(&mut self, index: usize, class: Class, text: &str, now: u32) {
        let Some(own) = self.linked.entities.get(now as usize).filter(|e| !e.known) else { return };
        if key(&own.name) != key(text) {
            return;
        }
        let by_letters = self.by_initials.get(&text.to_uppercase().replace('.', "")).copied().flatten();
        let by_letters = by_letters.filter(|_| is_acronym(text));
        let by_words = self.by_shorter.get(&class.key(text)).copied().flatten();
        let (longer, rule) = match (by_letters, by_words) {
            (Some(entity), _) => (entity, &INITIALS),
            (None, Some(entity)) => (entity, &SHORTER),
            (None, None) => return,
        };
        if longer != now {
            self.put(index, longer, rule);
        }
    }

    /// Titles and descriptions go with the name they belong to.
    fn holders(&mut self) {
        for (index, mention) in self.names.iter().enumerate() {
            let Some(of) = mention.value.of else { continue };
            let entity = self.linked.entity_of.get(of as usize).copied().flatten();
            let Some(entity) = entity else { continue };
            self.put(index, entity, &HOLDER);
            if mention.value.form == NameForm::Title
                && let Some(entity) = self.linked.entities.get_mut(entity as usize)
            {
                entity.roles.push(mention.span);
            }
        }
    }

    /// Numbers the things anew by first mention and drops those that a second pass left empty.
    fn finish(mut self) -> Linked {
        let mut order: Vec<Option<u32>> = vec![None; self.linked.entities.len()];
        let mut kept: Vec<LocalEntity> = Vec::new();
        for (of, index) in self.linked.entity_of.iter_mut().zip(0u32..) {
            let Some(old) = *of else { continue };
            let Some(slot) = order.get_mut(old as usize) else { continue };
            let new = match *slot {
                Some(new) => new,
                None => {
                    let new = u32::try_from(kept.len()).unwrap_or(u32::MAX);
                    if let Some(entity) = self.linked.entities.get(old as usize) {
                        kept.push(entity.clone());
                    }
                    *slot = Some(new);
                    new
                }
            };
            *of = Some(new);
            if let Some(entity) = kept.get_mut(new as usize) {
                entity.mentions.push(index);
            }
        }
        self.linked.entities = kept;
        self.linked
    }
}

/// Names of more words are not cut into shorter forms.
const MAX_WORDS: usize = 10;

/// Notes an entity under a key that must lead to one entity only.
fn unique(map: &mut Named<Option<u32>>, key: &str, id: u32) {
    let old = map.entry(key, || Some(id));
    *old = old.filter(|o| *o == id);
}

/// "ICE", "U.N.", "UKIP", "PG&E".
fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    (2..=8).contains(&letters) && !text.contains(' ') && capitals + 1 >= letters && capitals >= 2
}

/// The first letters of a name's words that have capitals.
fn initials(name: &str) -> String {
    name.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect()
}

/// Whether letters stand for a name: in order, each begins or continues one of its words.
fn fits(letters: &str, name: &str) -> bool {
    let mut rest = name.chars().filter(|c| c.is_alphabetic()).map(fold_one);
    let first = |s: &str| s.chars().find(|c| c.is_alphabetic()).map(fold_one);
    first(letters) == first(name)
        && letters.chars().filter(|c| c.is_alphabetic()).all(|l| rest.by_ref().any(|c| c == fold_one(l)))
}

fn fold_one(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
