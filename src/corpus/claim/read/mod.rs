//! A figure reduced to what can be compared: what is counted, what happens to it, of whom and where, when.

mod about;
mod clause;
mod deed;
mod period;
mod words;

use super::{FigureRef, Links, Names};
use crate::analyze::Analysis;
use crate::base::Decimal;
use crate::base::fold::{fold, is_one};
use crate::base::hash::fnv1a;
use crate::base::{Day, Span, sort};
use crate::extract::{Bound, Cover, Days, EntityKind, Figure, Measure, Status};
use crate::lex::{TokenId, TokenKind};
use crate::lexicon::Lexicon;
use crate::pack::Table;
use std::rc::Rc;
use words::Words;

/// What a figure counts, reduced to what can be compared.
#[derive(Debug)]
pub(super) struct Claim {
    pub at: FigureRef,
    /// Currency or unit, what it is per, and the kind of measure.
    pub unit: (&'static str, String, u8),
    pub measure: Measure,
    /// What is counted, by the first form of its row; empty for people and the like.
    pub nouns: Vec<String>,
    /// The row of what happens to it, and the word that says so.
    pub deed: Option<(u16, String)>,
    /// Words of a name that narrows it: "National Guard".
    pub named: Vec<String>,
    /// Words that narrow it: "active-duty".
    pub plain: Vec<String>,
    /// What it belongs to or is made of, where that is no name: "caravan".
    pub whose: Vec<String>,
    /// Whether its noun stands for many ("caravan of migrants").
    pub many: bool,
    /// Whether it counts what came on top: "12 more people".
    pub more: bool,
    /// Whether the text says that it is a part of another figure.
    pub part: bool,
    /// Who or where it is of, as its own phrase says.
    pub stated: Vec<u32>,
    /// Where it is, as its own phrase says.
    pub places: Vec<u32>,
    /// The same with what its sentence, or those before it, speak of.
    pub about: Vec<u32>,
    /// People in its sentence.
    pub people: Vec<u32>,
    /// What the beginning of its article and its sentence speak of, sorted.
    pub topic: Vec<String>,
    /// The length of time it is for: `Y`, `Q`, `M` …
    pub period: Option<char>,
    /// The day that it holds for.
    pub day: Option<Day>,
    /// The day its article came out.
    pub published: Option<Day>,
    /// The days that the text says it holds for.
    pub days: Option<Days>,
    /// The day of what happened, as its sentence says it.
    pub happened: Option<Day>,
    /// What else its clause says, as stems of words.
    pub context: Vec<String>,
    /// What its article begins with.
    pub chief: Rc<[u32]>,
    /// The words of topic that its article begins with, in order.
    pub lead: Rc<[String]>,
    /// Whether its article counts nothing else by its noun.
    pub only: bool,
    /// Who and what is named before it in its clause.
    pub agents: Vec<u32>,
    /// Whether the text says that it was an earlier word on the matter.
    pub earlier: bool,
    /// The values that it allows.
    pub values: Values,
}

/// The lowest and the highest value that a figure allows; `None` where it is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Values {
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub bound: Bound,
    /// The number in its words.
    pub told: Option<Decimal>,
}

impl Values {
    /// "About" allows a tenth either way: newspapers round to one or two digits.
    fn of(figure: &Figure) -> Self {
        let (low, high) = match (figure.bound, figure.point) {
            (Bound::Approx, Some(point)) => {
                let tenth = point.scaled(-1);
                let (low, high) = (point.plus(tenth.negated()), point.plus(tenth));
                if point < Decimal::ZERO { (high, low) } else { (low, high) }
            }
            (Bound::Exact, Some(point)) => (Some(point), Some(point)),
            _ => (figure.low, figure.high),
        };
        Self { low, high, bound: figure.bound, told: figure.point.or(figure.low).or(figure.high) }
    }
}

/// Sentences at the head of an article that tell its topic.
const LEAD: usize = 2;
/// Things that an article begins with, at most.
const CHIEF: usize = 24;
/// Things that a claim is held to be about, at most.
const MAX_ABOUT: usize = 8;

/// The claims of one article, its figures that count a thing, boilerplate left out; and all that it names, sorted.
pub(super) fn claims(links: &Links<'_>, analysis: &Analysis, article: u32) -> (Vec<Claim>, Vec<u32>) {
    let reader = Reader::new(links, analysis, article);
    let mut named: Vec<u32> = reader.things.iter().chain(&reader.people).flatten().copied().collect();
    sort::by_key(&mut named, |id| *id);
    named.dedup();
    let mut claims: Vec<Claim> = (0..analysis.found.figures.len()).filter_map(|index| reader.claim(index)).collect();
    let mut counts = Names::default();
    let key = |c: &Claim| Some(format!("{} {}", c.unit.0, c.nouns.first()?));
    claims.iter().filter_map(key).for_each(|k| *counts.entry(&k, || 0) += 1);
    claims.iter_mut().for_each(|c| c.only = key(c).is_some_and(|k| counts.get(&k) == Some(&1)));
    (claims, named)
}

/// One article being read for claims.
struct Reader<'a> {
    links: &'a Links<'a>,
    analysis: &'a Analysis,
    article: u32,
    lexicon: &'static Lexicon,
    /// For each sentence, the things named in it: bodies and places, then people.
    things: Vec<Vec<u32>>,
    people: Vec<Vec<u32>>,
    figures: Cover,
    names: Cover,
    /// Words with a capital within a sentence, by their hash, sorted.
    seen: Vec<u32>,
    /// What its first sentence that names anything names.
    chief: Rc<[u32]>,
    lead: Rc<[String]>,
}

impl<'a> Reader<'a> {
    fn new(links: &'a Links<'a>, analysis: &'a Analysis, article: u32) -> Self {
        let sentences = analysis.document.sentences.len();
        let (mut things, mut people) = (vec![Vec::new(); sentences], vec![Vec::new(); sentences]);
        for (name, index) in analysis.found.names.iter().zip(0u32..) {
            let Some(id) = links.of_name(analysis, article, index) else { continue };
            let list = if name.value.kind == EntityKind::Person { &mut people } else { &mut things };
            if let Some(list) = list.get_mut(name.sentence as usize).filter(|l| l.len() < MAX_ABOUT) {
                add(list, id);
            }
        }
        let names = Cover::new(&analysis.found.names, analysis.document.len());
        let seen = seen(analysis);
        // A word with a capital that another article knows as a name is that name here too.
        for (sentence, at) in analysis.document.sentences.iter().zip(0usize..) {
            for token in sentence.tokens.clone() {
                let here = analysis.document.token(token);
                if here.kind == TokenKind::Word
                    && here.is_capital()
                    && names.at(token).is_none()
                    && let Some(id) = links.named(analysis.document.word(token), &seen)
                    && let Some(list) = things.get_mut(at).filter(|l| l.len() < MAX_ABOUT)
                {
                    add(list, id);
                }
            }
        }
        let found = &analysis.found;
        let own = |sentence: &crate::lex::Sentence| {
            found.blocks.get(sentence.block as usize).is_none_or(|b| b.value.is_article())
        };
        let sentences = || analysis.document.sentences.iter().zip(&things).filter(|(s, _)| own(s));
        let chief = sentences().map(|(_, things)| things.as_slice()).find(|t| !t.is_empty()).unwrap_or_default();
        let chief = chief.iter().take(CHIEF).copied().collect();
        let lead: Vec<_> = sentences().take(LEAD).map(|(s, _)| s.tokens.clone()).collect();
        let lexicon = Lexicon::embedded();
        let figures = Cover::new(&found.figures, analysis.document.len());
        let mut reader =
            Self { links, analysis, article, lexicon, things, people, figures, names, seen, chief, lead: Rc::from([]) };
        let mut words = Vec::new();
        lead.into_iter().for_each(|tokens| reader.topics(tokens, &mut words));
        sort::by(&mut words, |a, b| a.cmp(b));
        words.dedup();
        reader.lead = words.into();
        reader
    }

    fn claim(&self, index: usize) -> Option<Claim> {
        let mention = self.analysis.found.figures.get(index)?;
        let context = self.analysis.attached.figures.get(index)?;
        let figure = &mention.value;
        let sentence = self.analysis.document.sentences.get(mention.sentence as usize)?;
        let block = self.analysis.found.blocks.get(sentence.block as usize);
        if self.is_title(mention)
            || block.is_some_and(|b| !b.value.is_article())
            || self.is_part(mention)
            || context.status == Status::Denied
        {
            return None;
        }
        let speaker = context.attribution.as_ref().map(|a| a.speaker);
        let mut words = Words::default();
        if let Some(thing) = figure.thing {
            // A name before an amount of money tells whose it is.
            let head = self.analysis.document.tokens_in(thing.head).start;
            let capital = self.analysis.document.token(head).is_capital();
            let word = self.analysis.document.word(head);
            let name = capital && (self.names.at(head).is_some() || self.links.named(word, &self.seen).is_some());
            if figure.measure == Measure::Count || !name {
                words.read(self, thing.span, thing.head);
            }
        }
        let mut owner = Words::default();
        if let Some(span) = figure.holder().filter(|w| speaker.is_none_or(|s| !s.overlaps(*w))) {
            owner.read(self, span, Span::new(span.end, span.end));
        }
        let deed = self.deed(mention, &mut words);
        let loose = matches!(figure.measure, Measure::Count | Measure::Age | Measure::Duration);
        if figure.thing.is_none() && deed.is_none() && loose {
            return None;
        }
        if words.bare && deed.is_none() && words.nouns.is_empty() && words.generic == Some("other") {
            // "5,000 others" are what was counted before.
            words.nouns.clone_from(&owner.plain);
        } else if words.generic == Some("other") && !owner.plain.is_empty() {
            words.nouns.clone_from(&owner.plain);
        }
        if figure.measure != Measure::Count || deed.is_some() {
            // "Orion sales": whose they are, no kind of sales.
            words.named.clear();
        }
        let mut places = context.place.map(|(place, _)| self.places_in(self.inside(place))).unwrap_or_default();
        let is_place = |id: &&u32| self.links.kind(**id).is_some_and(is_place);
        owner.entities.iter().filter(is_place).for_each(|id| add(&mut places, *id));
        if places.is_empty() {
            // "Jordan says it has 40 camps" is of Jordan.
            let said = speaker.map(|s| self.named(s)).unwrap_or_default();
            places.extend(said.iter().filter(is_place));
        }
        let mut stated = words.entities;
        stated.append(&mut owner.entities);
        places.iter().for_each(|id| add(&mut stated, *id));
        let mut topic = Vec::new();
        self.topics(sentence.tokens.clone(), &mut topic);
        sort::by(&mut topic, |a, b| a.cmp(b));
        topic.dedup();
        let as_of = context.as_of.as_ref().and_then(|a| a.days);
        let published = self.analysis.day();
        // "Since March" says from when, not when it holds; "since March, when 12 died" does.
        let since = context.as_of.as_ref().is_some_and(|a| {
            let (document, tokens) = (&self.analysis.document, self.analysis.document.tokens_in(a.span));
            let is = |t: TokenId, words: &str| is_one(document.word(t), words);
            let when = (tokens.end..tokens.end + 2).any(|t| is(t, "when"));
            tokens.start > 0 && is(tokens.start - 1, "since from") && !when
        });
        let as_of = as_of.filter(|_| !since);
        let dated = as_of.and_then(|d| d.last.or(d.first)).filter(|day| published.is_none_or(|p| *day <= p));
        let sentence_at = mention.sentence as usize;
        let about = self.about(mention, &stated, deed.as_ref().map(|d| d.0), speaker);
        let mut values = Values::of(figure);
        // Bodies that were found are not yet all the dead.
        if deed.as_ref().is_some_and(|(_, word)| matches!(lemma(word).as_str(), "body" | "corpse")) {
            values.high = None;
        }
        Some(Claim {
            at: (self.article, u32::try_from(index).ok()?),
            unit: (figure.unit.code, figure.unit.per.clone(), figure.measure as u8),
            measure: figure.measure,
            nouns: words.nouns,
            deed,
            named: words.named,
            plain: words.plain,
            whose: owner.plain.into_iter().chain(owner.named).collect(),
            many: words.many,
            more: self.is_more(mention),
            part: context.part_of.is_some(),
            about,
            stated,
            places,
            people: self.people_of(mention, sentence_at),
            topic,
            period: self.period(mention),
            day: dated.or(published),
            published,
            days: dated.and(as_of),
            happened: self.happened(mention),
            context: self.context(mention),
            chief: self.chief.clone(),
            lead: self.lead.clone(),
            only: false,
            agents: self.agents(mention, speaker),
            earlier: self.is_earlier(mention),
            values,
        })
    }

    /// The first form of a noun's row, and whether the table has it; else its singular.
    fn noun(&self, word: &str) -> (String, bool) {
        let single = lemma(word);
        let row = self.lexicon.find(Table::Noun, &single).or_else(|| self.lexicon.find(Table::Noun, word));
        match row.and_then(|row| self.lexicon.rows.nouns.get(usize::from(row))) {
            Some(row) => (row.form().to_owned(), true),
            None => (single, false),
        }
    }

    fn at<'b>(&self, lists: &'b [Vec<u32>], sentence: usize) -> &'b [u32] {
        lists.get(sentence).map_or(&[], Vec::as_slice)
    }
}

/// The words that stand with a capital within a sentence, by their hash, sorted.
fn seen(analysis: &Analysis) -> Vec<u32> {
    let document = &analysis.document;
    let within = document.sentences.iter().flat_map(|s| s.tokens.clone().skip(1));
    let capital = within.filter(|t| document.token(*t).kind == TokenKind::Word && document.token(*t).is_capital());
    let mut seen: Vec<u32> = capital.map(|t| fnv1a(fold(document.word(t)).as_bytes()) as u32).collect();
    sort::by_key(&mut seen, |hash| *hash);
    seen.dedup();
    seen
}

/// Kinds of what is somewhere.
pub(super) const fn is_place(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Country | EntityKind::Settlement | EntityKind::Place)
}

/// The singular of a regular plural, folded.
#[must_use]
pub fn lemma(word: &str) -> String {
    let word = fold(word);
    if let Some(stem) = word.strip_suffix("ies").filter(|s| s.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    match word.strip_suffix('s').filter(|s| s.len() > 2 && !s.ends_with(['s', 'u', 'i'])) {
        Some(stem) => stem.to_owned(),
        None => word,
    }
}

/// Puts something into a set of a few.
pub(super) fn add<T: PartialEq>(set: &mut Vec<T>, item: T) {
    if !set.contains(&item) {
        set.push(item);
    }
}
