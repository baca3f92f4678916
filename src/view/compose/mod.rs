//! From the house's terms to what the page draws.
//!
//! Comes in: a corpus and a selection. Goes out: an [`Answer`] or a [`super::reading::Reading`]. One file
//! for each part of the page.

mod compare;
mod entity;
mod figure;
mod people;
mod read;
mod time;
pub mod words;

use super::answer::{self, Answer, ArticleCard, Clue, Facet, FacetValue, Hit, Totals};
use super::request::Question;
use crate::analyze::{Analysis, Fact};
use crate::base::{Rule, Span, day, sort};
use crate::corpus::words::terms;
use crate::corpus::{Corpus, Item, ItemKind};
use crate::extract::BlockKind;
use crate::pack::Known;
use crate::query::{DIMS, Filter, Index, Order, Selection};
pub use entity::{co_mentions, entity};
pub use read::reading;

/// What a part of the page is composed from.
struct Scope<'a> {
    corpus: &'a Corpus,
    selection: &'a Selection,
    cards: &'a [ArticleCard],
}

impl<'a> Scope<'a> {
    /// The items of a kind that the filter leaves.
    fn shown(&self, kind: ItemKind) -> impl Iterator<Item = &'a Item> {
        let items = self.corpus.items.iter().zip(&self.selection.shown);
        items.filter(move |(item, shown)| **shown && item.kind == kind).map(|(item, _)| item)
    }

    fn key(&self, article: u32) -> &'a str {
        self.cards.get(article as usize).map_or("", |card| &card.key)
    }
}

/// Reads a question, or says which part of it means nothing here.
///
/// # Errors
/// A sentence that names the dimension or value.
pub fn filter(index: &Index, question: &Question) -> Result<Filter, String> {
    let mut chosen: Vec<(usize, Vec<u32>)> = Vec::new();
    for choice in question.chosen.iter().filter(|c| !c.values.is_empty()) {
        let dim = DIMS.iter().position(|d| d.name == choice.dim);
        let dim = dim.ok_or_else(|| format!("there is no filter called “{}”", choice.dim))?;
        let mut ids = Vec::new();
        for name in &choice.values {
            let id = (0..).zip(index.values(dim)).find(|(_, v)| v.name == *name).map(|(id, _)| id);
            ids.push(id.ok_or_else(|| format!("nothing here has “{name}” as its {}", DIMS[dim].label.to_lowercase()))?);
        }
        chosen.push((dim, ids));
    }
    if question.low.zip(question.high).is_some_and(|(low, high)| low > high) {
        return Err("the lowest value is above the highest".to_owned());
    }
    let number = |n: Option<f64>| n.filter(|n| n.is_finite());
    Ok(Filter {
        chosen,
        low: number(question.low),
        high: number(question.high),
        text: question.text.clone(),
        boilerplate: question.boilerplate,
    })
}

/// The answer to a question.
#[must_use]
pub fn answer(corpus: &Corpus, index: &Index, filter: &Filter, selection: &Selection) -> Answer {
    let cards: Vec<ArticleCard> = (0..).zip(&corpus.articles).map(|(id, _)| card(corpus, selection, id)).collect();
    let scope = Scope { corpus, selection, cards: &cards };
    let comparisons = compare::rows(&scope);
    let count = |kind| u32::try_from(scope.shown(kind).count()).unwrap_or(u32::MAX);
    Answer {
        facets: facets(index, filter, selection, &cards),
        totals: Totals {
            shown: selection.total,
            all: selection.all,
            figures: count(ItemKind::Figure),
            names: count(ItemKind::Name),
            dates: count(ItemKind::Date),
            quotes: count(ItemKind::Quote),
        },
        strips: figure::strips(&scope, &comparisons),
        comparisons,
        matrix: people::matrix(&scope),
        timeline: time::events(&scope),
        speakers: people::speakers(&scope),
        hits: hits(&scope, index, filter),
        articles: cards,
    }
}

fn card(corpus: &Corpus, selection: &Selection, id: u32) -> ArticleCard {
    let Some(analysis) = corpus.article(id) else { return ArticleCard::default() };
    let article = &analysis.article;
    let letter = letter(id);
    let mut card = ArticleCard {
        key: analysis.key.clone(),
        title: title(analysis),
        short: short(analysis, &letter),
        letter,
        headline: stated(analysis, &article.headline, BlockKind::Headline),
        outlet: words::fact(&article.outlet, String::new()),
        published: stated(analysis, &article.published, BlockKind::Dateline),
        clues: clues(analysis),
        earliest: analysis.published.days.first.map_or_else(String::new, day::iso),
        latest: analysis.published.days.last.map_or_else(String::new, day::iso),
        embedded: article.embedded,
        words: 0,
        ..ArticleCard::default()
    };
    for (block, mention) in analysis.document.blocks.iter().zip(&analysis.found.blocks) {
        if mention.value.is_article() {
            let words =
                block.tokens.clone().filter(|t| analysis.document.token(*t).kind == crate::lex::TokenKind::Word);
            card.words += u32::try_from(words.filter(|t| !analysis.document.token(*t).glued).count()).unwrap_or(0);
        }
    }
    for (item, _) in corpus.items.iter().zip(&selection.shown).filter(|(i, shown)| **shown && i.article == id) {
        card.shown += 1;
        card.figures += u32::from(item.kind == ItemKind::Figure);
        card.quotes += u32::from(item.kind == ItemKind::Quote);
    }
    card
}

/// A, B … Z, A2, B2 …
fn letter(id: u32) -> String {
    let letter = char::from(b'A' + u8::try_from(id % 26).unwrap_or(0));
    if id < 26 { letter.to_string() } else { format!("{letter}{}", id / 26 + 1) }
}

/// "DW, 26 Oct 2018"; "Article A, 22 Jan 2025" where no outlet is known.
fn short(analysis: &Analysis, letter: &str) -> String {
    let outlet = &analysis.article.outlet.value;
    let name = if outlet.is_empty() { format!("Article {letter}") } else { outlet.clone() };
    analysis.day().map_or_else(|| format!("{name}, undated"), |day| format!("{name}, {}", words::short_day(day)))
}

/// An article's short name, by its index.
fn card_short(corpus: &Corpus, id: u32) -> String {
    corpus.article(id).map_or_else(String::new, |analysis| short(analysis, &letter(id)))
}

/// Titles longer than this are cut at a word.
const MAX_TITLE: usize = 140;

/// The headline; without one, the first words of the article.
fn title(analysis: &Analysis) -> String {
    if !analysis.article.headline.value.is_empty() {
        return analysis.article.headline.value.clone();
    }
    let blocks = &analysis.found.blocks;
    let first = blocks.iter().find(|b| b.value.is_article()).or(blocks.first());
    let text = first.map_or("", |b| analysis.slice(b.span));
    match text.char_indices().nth(MAX_TITLE) {
        None => text.to_owned(),
        Some((end, _)) => format!("{} …", text[..text[..end].rfind(' ').unwrap_or(end)].trim_end()),
    }
}

/// A fact with the block that states it. What nobody has said of an article is as its text has it.
fn stated(analysis: &Analysis, fact: &Fact, kind: BlockKind) -> answer::Fact {
    let block = analysis.found.blocks.iter().find(|b| b.value == kind);
    let at = block.and_then(|b| analysis.document.sentences.get(b.sentence as usize));
    let at = at.map_or_else(String::new, |s| words::sentence_anchor(&analysis.key, s.span));
    match fact.known {
        Known::Stated if analysis.article.embedded => words::fact(fact, at),
        Known::Absent if !analysis.article.embedded => {
            let value = match (kind, block) {
                (BlockKind::Dateline, _) => analysis.published.day.map_or_else(String::new, day::iso),
                (_, Some(block)) => words::even(analysis.slice(block.span)),
                (_, None) => String::new(),
            };
            if value.is_empty() {
                return words::fact(fact, String::new());
            }
            words::fact(&Fact::new(&value, Known::Stated, "Stated in the text."), at)
        }
        _ => words::fact(fact, String::new()),
    }
}

/// What the text says of the day it was published.
fn clues(analysis: &Analysis) -> Vec<Clue> {
    let clue = |(span, rule): &(Span, &'static Rule)| {
        let sentences = analysis.document.sentences_in(*span);
        let at = analysis.document.sentences.get(sentences.start as usize);
        Clue {
            at: at.map_or_else(String::new, |s| words::sentence_anchor(&analysis.key, s.span)),
            words: words::even(analysis.slice(*span)),
            rule: words::note(rule),
        }
    };
    analysis.published.evidence.iter().map(clue).collect()
}

fn facets(index: &Index, filter: &Filter, selection: &Selection, cards: &[ArticleCard]) -> Vec<Facet> {
    let dims = DIMS.iter().zip(&selection.counts).enumerate();
    dims.map(|(at, (dim, counts))| {
        let chosen = filter.chosen.iter().find(|(d, _)| *d == at).map(|(_, values)| values);
        let mut values: Vec<FacetValue> = (0..)
            .zip(index.values(at).iter().zip(counts))
            .filter(|(id, (_, count))| **count > 0 || chosen.is_some_and(|c| c.contains(id)))
            .map(|(id, (value, count))| FacetValue {
                value: value.name.clone(),
                label: match cards.iter().find(|card| dim.name == "article" && card.key == value.name) {
                    Some(card) => card.short.clone(),
                    None => value.label.clone(),
                },
                count: *count,
                chosen: chosen.is_some_and(|c| c.contains(&id)),
            })
            .collect();
        tell_apart(&mut values);
        if dim.order == Order::Count {
            sort::by(&mut values, |a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
        }
        Facet { dim: dim.name.to_owned(), label: dim.label.to_owned(), values }
    })
    .collect()
}

/// Two things of one name are told apart by what they are: "Washington (person)".
fn tell_apart(values: &mut [FacetValue]) {
    let mut labels: Vec<String> = values.iter().map(|value| value.label.clone()).collect();
    sort::by(&mut labels, Ord::cmp);
    for value in values {
        let first = labels.partition_point(|label| *label < value.label);
        if labels.get(first + 1) == Some(&value.label)
            && let Some((class, _)) = value.value.split_once(':')
        {
            let class = if class == "body" { "organisation" } else { class };
            value.label = [&value.label, " (", class, ")"].concat();
        }
    }
}

/// At most so many sentences are listed for a search; the filter itself has no such end.
const MAX_HITS: usize = 200;

/// The sentences with the words searched for that the other filters leave: those of the articles chosen, and if more
/// is chosen, those where an item is left.
fn hits(scope: &Scope<'_>, index: &Index, filter: &Filter) -> Vec<Hit> {
    let Some(found) = &scope.selection.hits else { return Vec::new() };
    let of_article = |dim: usize| DIMS.get(dim).is_some_and(|d| d.name == "article");
    let articles = filter.chosen.iter().find(|(dim, _)| of_article(*dim));
    let chosen = |key: &str| {
        articles.is_none_or(|(dim, ids)| {
            ids.iter().any(|id| index.values(*dim).get(*id as usize).is_some_and(|v| v.name == key))
        })
    };
    let narrowed =
        filter.low.is_some() || filter.high.is_some() || filter.chosen.iter().any(|(dim, _)| !of_article(*dim));
    let mut left: Vec<(u32, u32)> = Vec::new();
    if narrowed {
        let items = scope.corpus.items.iter().zip(&scope.selection.shown).filter(|(_, shown)| **shown);
        left.extend(items.flat_map(|(item, _)| (item.first..=item.last).map(|sentence| (item.article, sentence))));
        sort::by_key(&mut left, |one| *one);
    }
    let terms = terms(&filter.text);
    let shown = |article: u32, kind: Option<BlockKind>| {
        filter.boilerplate || kind.is_none_or(BlockKind::is_article) && scope.corpus.article(article).is_some()
    };
    let mut hits = Vec::new();
    for (article, sentence) in found {
        let Some(analysis) = scope.corpus.article(*article) else { continue };
        if !chosen(&analysis.key) || narrowed && left.binary_search(&(*article, *sentence)).is_err() {
            continue;
        }
        let Some(sentence) = analysis.document.sentences.get(*sentence as usize) else { continue };
        if !shown(*article, analysis.found.blocks.get(sentence.block as usize).map(|b| b.value)) {
            continue;
        }
        let lit = sentence.tokens.clone().filter(|token| {
            let word = crate::base::fold::fold(analysis.document.word(*token));
            terms.iter().any(|term| word.starts_with(term))
        });
        let spans: Vec<_> = lit.map(|token| analysis.document.token(token).span).collect();
        hits.push(Hit {
            at: words::sentence_anchor(&analysis.key, sentence.span),
            article: analysis.key.clone(),
            sentence: words::lit(analysis, sentence.span, &spans),
        });
        if hits.len() == MAX_HITS {
            break;
        }
    }
    hits
}
