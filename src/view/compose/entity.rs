//! One entity's page: what the collection says of it; and who is named together.

use super::{figure, people, time, words};
use crate::analyze::Analysis;
use crate::base::fold::fold;
use crate::base::{Day, Named, Span, day, sort};
use crate::corpus::co::{self, Pair};
use crate::corpus::{Corpus, Item, ItemKind};
use crate::extract::NameForm;
use crate::view::answer::{LinkedRun, RuleNote};
use crate::view::entity::{
    Alias, CoMentions, CoPair, CoRow, EntityArticle, EntityFigure, EntityMention, EntityPage, MAX_CO, RoleRow,
};

/// The page of one entity: an index into [`Corpus::entities`].
#[must_use]
pub fn entity(corpus: &Corpus, id: u32) -> Option<EntityPage> {
    let entity = corpus.entities.get(id as usize)?;
    let about = About::new(corpus, id);
    let pairs = co::pairs(corpus, Some(id), 1);
    let roles = roles(corpus);
    let other = |pair: &Pair| if pair.a == id { pair.b } else { pair.a };
    Some(EntityPage {
        key: entity.key.clone(),
        entity: entity.name.clone(),
        label: entity.name.clone(),
        kind: entity.kind.word().to_owned(),
        kind_label: words::kind(entity.kind).to_owned(),
        total: entity.mentions,
        corrected: entity.corrected,
        aliases: entity.forms.iter().map(|(form, count)| Alias { words: form.clone(), count: *count }).collect(),
        articles: articles(corpus, &about),
        shared_roles: shared(corpus, id, &roles),
        roles: roles.into_iter().filter(|r| r.holder == id).map(|r| r.row).collect(),
        figures: about.figures(),
        quotes: about.quotes(),
        dates: about.dates(),
        co: pairs.iter().take(MAX_CO).filter_map(|pair| row(corpus, pair, other(pair))).collect(),
    })
}

/// The co-mentions of a collection, in at least `minimum` sentences.
#[must_use]
pub fn co_mentions(corpus: &Corpus, minimum: u32) -> CoMentions {
    let pairs = co::pairs(corpus, None, minimum);
    let one = |pair: &Pair| {
        let a = corpus.entities.get(pair.a as usize)?;
        Some(CoPair { key: a.key.clone(), label: a.name.clone(), with: row(corpus, pair, pair.b)? })
    };
    CoMentions {
        total: u32::try_from(pairs.len()).unwrap_or(u32::MAX),
        pairs: pairs.iter().take(MAX_CO).filter_map(one).collect(),
    }
}

fn row(corpus: &Corpus, pair: &Pair, other: u32) -> Option<CoRow> {
    let entity = corpus.entities.get(other as usize)?;
    let analysis = corpus.article(pair.first.0)?;
    let sentence = analysis.document.sentences.get(pair.first.1 as usize)?;
    Some(CoRow {
        key: entity.key.clone(),
        label: entity.name.clone(),
        kind_label: words::kind(entity.kind).to_owned(),
        weight: pair.weight,
        first: words::sentence_anchor(&analysis.key, sentence.span),
    })
}

/// What belongs to one entity.
struct About<'a> {
    corpus: &'a Corpus,
    id: u32,
    /// Its mentions, by day of their article and then in order of the text.
    mentions: Vec<&'a Item>,
    /// The sentences that name it, sorted.
    sentences: Vec<(u32, u32)>,
}

impl<'a> About<'a> {
    fn new(corpus: &'a Corpus, id: u32) -> Self {
        let named = |i: &&Item| i.kind == ItemKind::Name && corpus.entity_of_name(i.article, i.index) == Some(id);
        let mentions: Vec<&Item> = in_order(corpus, corpus.items.iter().filter(named).collect());
        let mut sentences: Vec<(u32, u32)> = mentions.iter().map(|i| (i.article, i.first)).collect();
        sort::by_key(&mut sentences, |s| *s);
        Self { corpus, id, mentions, sentences }
    }

    /// The items of a kind that stand in the articles themselves.
    fn items(&self, kind: ItemKind) -> Vec<&'a Item> {
        in_order(self.corpus, self.corpus.items.iter().filter(|i| i.kind == kind && i.in_article).collect())
    }

    fn is_beside(&self, item: &Item) -> bool {
        (item.first..=item.last).any(|sentence| self.sentences.binary_search(&(item.article, sentence)).is_ok())
    }

    /// Whether a span holds one of its mentions.
    fn names(&self, article: u32, span: Option<Span>) -> bool {
        span.is_some_and(|span| self.mentions.iter().any(|m| m.article == article && m.span.overlaps(span)))
    }

    fn is_own(&self, article: u32, local: Option<u32>) -> bool {
        local.and_then(|local| self.corpus.entity(article, local)) == Some(self.id)
    }

    fn figures(&self) -> Vec<EntityFigure> {
        let mut figures: Vec<(u8, &Item)> = Vec::new();
        for item in self.items(ItemKind::Figure) {
            let analysis = self.corpus.article(item.article);
            let found = analysis.and_then(|a| a.found.figures.get(item.index as usize));
            let context = analysis.and_then(|a| a.attached.figures.get(item.index as usize));
            let (Some(found), Some(context)) = (found, context) else { continue };
            let beside = self.is_beside(item);
            let held = [found.value.thing.map(|t| t.span), found.value.holder(), context.place.map(|p| p.0)];
            if beside && held.iter().any(|span| self.names(item.article, *span)) {
                figures.push((0, item));
            } else if self.is_own(item.article, context.attribution.as_ref().and_then(|a| a.entity)) {
                figures.push((1, item));
            } else if beside {
                figures.push((2, item));
            }
        }
        sort::by_key(&mut figures, |(how, _)| *how);
        let row = |(how, item): (u8, &Item)| {
            let how = ["about", "by", "beside"].get(usize::from(how))?;
            Some(EntityFigure { how: (*how).to_owned(), figure: figure::row(self.corpus, item.article, item.index)? })
        };
        figures.into_iter().filter_map(row).collect()
    }

    fn quotes(&self) -> Vec<crate::view::answer::QuoteRow> {
        let own = |item: &&Item| {
            let analysis = self.corpus.article(item.article);
            let voice = analysis.and_then(|a| a.attached.quotes.get(item.index as usize));
            self.is_own(item.article, voice.and_then(|v| v.entity))
        };
        let quotes = self.items(ItemKind::Quote).into_iter().filter(own);
        quotes.filter_map(|i| people::quote(self.corpus.article(i.article)?, i.index)).collect()
    }

    fn dates(&self) -> Vec<crate::view::answer::Event> {
        let dates = self.items(ItemKind::Date).into_iter().filter(|i| self.is_beside(i));
        let mut dates: Vec<_> = dates.filter_map(|i| time::event(self.corpus.article(i.article)?, i.index)).collect();
        sort::by(&mut dates, |a, b| (&a.first, &a.last).cmp(&(&b.first, &b.last)));
        dates
    }
}

/// By day of their article, then as they stand in the collection.
fn in_order<'a>(corpus: &Corpus, mut items: Vec<&'a Item>) -> Vec<&'a Item> {
    sort::by_key(&mut items, |i| (corpus.article(i.article).and_then(Analysis::day), i.article));
    items
}

fn articles(corpus: &Corpus, about: &About<'_>) -> Vec<EntityArticle> {
    let mut articles: Vec<EntityArticle> = Vec::new();
    for item in &about.mentions {
        let Some(analysis) = corpus.article(item.article) else { continue };
        let Some(name) = analysis.found.names.get(item.index as usize) else { continue };
        if articles.last().is_none_or(|a| a.article != analysis.key) {
            let local = analysis.linked.entity_of.get(item.index as usize).copied().flatten();
            let local = local.and_then(|l| analysis.linked.entities.get(l as usize));
            articles.push(EntityArticle {
                article: analysis.key.clone(),
                name: local.map_or_else(String::new, |l| l.name.clone()),
                mentions: Vec::new(),
            });
        }
        let why = analysis.linked.why.get(item.index as usize).copied().flatten();
        let mention = EntityMention {
            at: words::mark_anchor(&analysis.key, item.span, 'n'),
            words: analysis.slice(item.span).to_owned(),
            form: if name.value.form == NameForm::Nominal { "description" } else { "name" }.to_owned(),
            why: why.map_or_else(RuleNote::default, words::note),
        };
        articles.iter_mut().last().into_iter().for_each(|a| a.mentions.push(mention.clone()));
    }
    articles
}

/// A role with what it is compared by.
struct Role {
    holder: u32,
    row: RoleRow,
    day: Option<Day>,
    article: u32,
    /// Folded; empty where it is said to be over.
    office: String,
}

/// Words before an office that say it is over, or not yet begun.
const NOT_NOW: &[&str] = &["former", "ex", "then", "late", "incoming", "outgoing"];

/// The roles that the articles give, by day of the article.
fn roles(corpus: &Corpus) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    for (article, analysis) in (0..).zip(&corpus.articles) {
        let day = analysis.day();
        for (name, mention) in (0..).zip(&analysis.found.names) {
            let holder = corpus.entity_of_name(article, name);
            let Some(holder) = holder.filter(|_| mention.value.form == NameForm::Title) else { continue };
            let Some(sentence) = analysis.document.sentences.get(mention.sentence as usize) else { continue };
            let text = words::even(analysis.slice(mention.span));
            let office = fold(&text).replace('-', " ");
            let over = office.split(' ').next().is_some_and(|w| NOT_NOW.contains(&w));
            let row = RoleRow {
                words: text,
                article: analysis.key.clone(),
                day: day.map_or_else(String::new, day::iso),
                day_label: day.map_or_else(|| "undated".to_owned(), words::long_day),
                at: words::mark_anchor(&analysis.key, mention.span, 'n'),
                sentence: words::lit(analysis, sentence.span, &[mention.span]),
            };
            roles.push(Role { holder, row, day, article, office: if over { String::new() } else { office } });
        }
    }
    sort::by_key(&mut roles, |r| (r.day, r.article));
    roles
}

/// Sentences on offices that others hold too: "“White House press secretary”: Sarah Sanders (DW, 26 Oct 2018); …".
/// An office of one word ("senator", "president") is held by many at once, in many countries: nothing is said of it.
fn shared(corpus: &Corpus, id: u32, roles: &[Role]) -> Vec<Vec<LinkedRun>> {
    let plain = |text: String| LinkedRun { text, at: String::new() };
    let mut offices: Named<Vec<&Role>> = Named::default();
    for role in roles.iter().filter(|r| r.office.contains(' ')) {
        let holders = offices.entry(&role.office, Vec::new);
        if !holders.iter().any(|r| (r.holder, r.article) == (role.holder, role.article)) {
            holders.push(role);
        }
    }
    let mut sentences = Vec::new();
    for holders in offices.into_values() {
        let own = holders.iter().find(|r| r.holder == id);
        let Some(own) = own.filter(|_| holders.iter().any(|r| r.holder != id)) else { continue };
        let mut runs = vec![plain(format!("“{}”: ", own.row.words))];
        for (at, role) in holders.iter().enumerate() {
            if at > 0 {
                runs.push(plain("; ".to_owned()));
            }
            let name = corpus.entities.get(role.holder as usize).map_or("", |e| &e.name);
            runs.push(LinkedRun { text: name.to_owned(), at: role.row.at.clone() });
            runs.push(plain(format!(" ({})", super::card_short(corpus, role.article))));
        }
        runs.push(plain(".".to_owned()));
        sentences.push(runs);
    }
    sentences
}
