//! A figure reduced to what can be compared: what is counted, what happens to it, of whom and where, when.

use super::{FigureRef, Links, is_kind};
use crate::analyze::Analysis;
use crate::base::fold::fold;
use crate::base::{Day, Span, sort};
use crate::extract::{Cover, Days, EntityKind, Figure, Measure, Mention};
use crate::lex::{TokenId, TokenKind};
use crate::lexicon::Lexicon;
use crate::pack::{CalendarKind, Table};

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
}

/// Sentences before a figure's own in which to look for whom it is of.
const BACK: usize = 4;
/// Sentences at the head of an article that tell its topic.
const LEAD: usize = 2;
/// Words of these do not tell what a text is about.
const BLAND: &[Table] = &[
    Table::Stop,
    Table::Loose,
    Table::Generic,
    Table::Speech,
    Table::Calendar,
    Table::Number,
    Table::Qualifier,
    Table::Trend,
    Table::Unit,
    Table::Locality,
    Table::Title,
];
/// Words that begin a clause that says nothing of what happens to what was counted before it.
const CLAUSE: &[&str] =
    &["but", "while", "where", "when", "after", "before", "because", "as", "although", "which", "that"];
/// A deed stands at most so many tokens behind what is counted …
const AFTER: TokenId = 7;
/// … or before the figure.
const BEFORE: TokenId = 3;
/// Things that a claim is held to be about, at most.
const MAX_ABOUT: usize = 8;

/// The claims of one article: its figures that count a thing, boilerplate left out.
pub(super) fn claims(links: &Links<'_>, analysis: &Analysis, article: u32) -> Vec<Claim> {
    let reader = Reader::new(links, analysis, article);
    (0..analysis.found.figures.len()).filter_map(|index| reader.claim(index)).collect()
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
    /// What its first sentence that names anything names.
    chief: Vec<u32>,
    lead: Vec<String>,
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
        // A word with a capital that another article knows as a name is that name here too.
        for (sentence, at) in analysis.document.sentences.iter().zip(0usize..) {
            for token in sentence.tokens.clone() {
                let here = analysis.document.token(token);
                if here.kind == TokenKind::Word
                    && here.is_capital()
                    && names.at(token).is_none()
                    && let Some(id) = links.named(analysis.document.word(token), token > sentence.tokens.start)
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
        let chief = sentences().map(|(_, things)| things).find(|t| !t.is_empty()).cloned().unwrap_or_default();
        let lead: Vec<_> = sentences().take(LEAD).map(|(s, _)| s.tokens.clone()).collect();
        let lexicon = Lexicon::embedded();
        let figures = Cover::new(&found.figures, analysis.document.len());
        let mut reader = Self { links, analysis, article, lexicon, things, people, figures, chief, lead: Vec::new() };
        let mut words = Vec::new();
        lead.into_iter().for_each(|tokens| reader.topics(tokens, &mut words));
        reader.lead = words;
        reader
    }

    fn claim(&self, index: usize) -> Option<Claim> {
        let mention = self.analysis.found.figures.get(index)?;
        let context = self.analysis.attached.figures.get(index)?;
        let figure = &mention.value;
        let sentence = self.analysis.document.sentences.get(mention.sentence as usize)?;
        let block = self.analysis.found.blocks.get(sentence.block as usize);
        if block.is_some_and(|b| !b.value.is_article()) || self.is_part(mention) {
            return None;
        }
        let speaker = context.attribution.as_ref().map(|a| a.speaker);
        let mut words = Words::default();
        if let Some(thing) = figure.thing {
            words.read(self, thing.span, thing.head);
        }
        let mut owner = Words::default();
        if let Some(span) = figure.holder().filter(|w| speaker.is_none_or(|s| !s.overlaps(*w))) {
            owner.read(self, span, Span::new(span.end, span.end));
        }
        let deed = self.deed(mention, &mut words);
        if figure.thing.is_none() && deed.is_none() {
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
        let mut places = context.place.map(|(place, _)| self.named(self.inside(place))).unwrap_or_default();
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
        let mut topic = self.lead.clone();
        self.topics(sentence.tokens.clone(), &mut topic);
        sort::by_key(&mut topic, Clone::clone);
        topic.dedup();
        let as_of = context.as_of.as_ref().and_then(|a| a.days);
        let published = self.analysis.day();
        // "Since March" says from when, not when it holds.
        let since = context.as_of.as_ref().is_some_and(|a| {
            let token = self.analysis.document.tokens_in(a.span).start;
            token > 0
                && ["since", "from"].iter().any(|w| self.analysis.document.word(token - 1).eq_ignore_ascii_case(w))
        });
        let as_of = as_of.filter(|_| !since);
        let dated = as_of.and_then(|d| d.last.or(d.first)).filter(|day| published.is_none_or(|p| *day <= p));
        let sentence_at = mention.sentence as usize;
        let about = self.about(mention, &stated, deed.as_ref().map(|d| d.0), speaker);
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
            people: self.people.get(sentence_at).cloned().unwrap_or_default(),
            topic,
            period: self.period(mention),
            day: dated.or(published),
            published,
            days: dated.and(as_of),
        })
    }

    /// What happens to it: the verb, or the noun that counts it. Of a sum of money, the noun comes first.
    fn deed(&self, mention: &Mention<Figure>, words: &mut Words) -> Option<(u16, String)> {
        let figure = &mention.value;
        let noun = words.deed.take();
        let counted = noun.is_some();
        let verb = || figure.deed.and_then(|span| self.deed_in(span)).or_else(|| self.deed_near(mention, counted));
        if matches!(figure.measure, Measure::Money | Measure::Percent | Measure::Age | Measure::Duration) {
            return noun.or_else(|| figure.deed.and_then(|span| self.deed_in(span)));
        }
        let Some(noun) = noun else {
            let verb = verb()?;
            // "170 missing people"
            words.plain.retain(|w| self.lexicon.find(Table::Deed, w) != Some(verb.0));
            return Some(verb);
        };
        let (row, _) = self.noun(&noun.1);
        match verb() {
            // "12 employees were hurt": the noun is then what is counted.
            Some(verb) if verb.0 != noun.0 && is_kind(&row, "person") => {
                add(&mut words.nouns, row);
                Some(verb)
            }
            _ => Some(noun),
        }
    }

    /// A deed's word in the clause: beside the thing counted, behind it, or right before the figure.
    fn deed_near(&self, mention: &Mention<Figure>, counted: bool) -> Option<(u16, String)> {
        let document = &self.analysis.document;
        let (first, last) = mention.tokens;
        let sentence = document.sentence_tokens(first);
        let thing = mention.value.thing.map(|t| document.tokens_in(t.span));
        // "The number of people killed … has risen to 170"
        let before = thing.clone().filter(|t| t.end <= first && !counted);
        let before = before.map_or(first..first, |t| t.start..(t.end + BEFORE).min(first));
        let behind = thing.filter(|t| t.start > last && t.start <= last + 4).map_or(last + 1, |t| t.end);
        let ends = |t: TokenId| {
            let word = document.word(t);
            matches!(word, ";" | "," | "." | ":" | "“" | "”" | "\"" | "(" | "—" | "–")
                || CLAUSE.iter().any(|c| word.eq_ignore_ascii_case(c))
                || self.figures.at(t).is_some()
        };
        let to = (behind + AFTER).min(sentence.end);
        let to = (behind..to).find(|t| ends(*t)).unwrap_or(to);
        let from = first.saturating_sub(BEFORE).max(sentence.start);
        (if counted { behind } else { last + 1 }..to).chain(from..first).chain(before).find_map(|t| self.deed_at(t))
    }

    /// The deed whose words begin at a token, if they are no noun after an article or a preposition.
    fn deed_at(&self, token: TokenId) -> Option<(u16, String)> {
        let document = &self.analysis.document;
        let before = token.checked_sub(1).and_then(|t| self.lexicon.find(Table::Stop, document.word(t)));
        let class = before.and_then(|row| self.lexicon.rows.stops.get(usize::from(row))).map_or("", |row| row.class);
        if matches!(class, "det" | "prep" | "pron") {
            return None;
        }
        (token..token + 3).rev().filter(|last| *last < document.len()).find_map(|last| {
            let words = document.slice(document.span(token, last));
            self.lexicon.find(Table::Deed, words).map(|row| (row, fold(words)))
        })
    }

    /// "12 of the dead" is a part of what others count whole.
    fn is_part(&self, mention: &Mention<Figure>) -> bool {
        const THESE: &[&str] = &["the", "those", "these", "them", "its", "their"];
        let is = |t: TokenId, words: &[&str]| {
            t < self.analysis.document.len()
                && words.iter().any(|w| self.analysis.document.word(t).eq_ignore_ascii_case(w))
        };
        let last = mention.tokens.1;
        mention.value.measure == Measure::Count && is(last + 1, &["of"]) && is(last + 2, THESE)
    }

    fn deed_in(&self, span: Span) -> Option<(u16, String)> {
        let whole = self.analysis.slice(span);
        let tokens = self.analysis.document.tokens_in(span);
        let found = |words: &str| self.lexicon.find(Table::Deed, words).map(|row| (row, fold(words)));
        found(whole).or_else(|| tokens.rev().find_map(|t| found(self.analysis.document.word(t))))
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

    /// A phrase of place up to "with": the border with a country is not in it.
    fn inside(&self, place: Span) -> Span {
        let document = &self.analysis.document;
        let with = document.tokens_in(place).find(|t| document.word(*t).eq_ignore_ascii_case("with"));
        with.map_or(place, |with| Span::new(place.start, document.token(with).span.start))
    }

    /// Things named within a span, people left out.
    fn named(&self, span: Span) -> Vec<u32> {
        let names = &self.analysis.found.names;
        let from = names.partition_point(|n| n.span.end <= span.start);
        let within = names.iter().zip(0u32..).skip(from).take_while(|(n, _)| n.span.start < span.end).take(MAX_ABOUT);
        within
            .filter(|(n, _)| n.value.kind != EntityKind::Person)
            .filter_map(|(_, index)| self.links.of_name(self.analysis, self.article, index))
            .collect()
    }

    /// Whom or what it is about: what its phrase says, its sentence, else the nearest before that names a
    /// thing; a count then is about what the article begins with, too.
    fn about(&self, mention: &Mention<Figure>, stated: &[u32], deed: Option<u16>, speaker: Option<Span>) -> Vec<u32> {
        let (measure, sentence) = (mention.value.measure, mention.sentence as usize);
        let mut about = stated.to_vec();
        // A speaker is what it is about only where nobody else is named.
        let said = speaker.map(|s| self.named(s)).unwrap_or_default();
        let own = self.at(&self.things, sentence);
        own.iter().filter(|id| !said.contains(id)).take(MAX_ABOUT).for_each(|id| add(&mut about, *id));
        // Sums of money and staffs are somebody's; that name is not always known for a body's.
        let deed = deed.and_then(|row| self.lexicon.rows.deeds.get(usize::from(row)));
        let body = measure == Measure::Money || deed.is_some_and(|row| row.body);
        if about.is_empty() && body {
            about.extend(self.at(&self.people, sentence).iter().filter(|id| !said.contains(id)));
        }
        if about.is_empty() {
            let back = sentence.saturating_sub(BACK)..sentence;
            if let Some(things) = back.rev().map(|at| self.at(&self.things, at)).find(|t| !t.is_empty()) {
                about.extend_from_slice(things);
            }
        }
        // A town does not say that it is another story; a country or a body does.
        let apart = |id: &u32| {
            let entity = self.links.entities.get(*id as usize);
            entity.is_some_and(|e| matches!(e.kind, EntityKind::Country | EntityKind::Organisation))
        };
        if measure == Measure::Count && !body && !stated.iter().chain(own).any(apart) {
            self.chief.iter().for_each(|id| add(&mut about, *id));
        }
        said.into_iter().for_each(|id| add(&mut about, id));
        if about.is_empty() {
            let back = sentence.saturating_sub(BACK)..=sentence;
            let people = back.rev().map(|at| self.at(&self.people, at)).find(|t| !t.is_empty());
            about.extend_from_slice(people.unwrap_or(&self.chief));
        }
        about
    }

    fn at<'b>(&self, lists: &'b [Vec<u32>], sentence: usize) -> &'b [u32] {
        lists.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// "12 more people", "another 20": what came on top of what was counted before.
    fn is_more(&self, mention: &Mention<Figure>) -> bool {
        const MORE: &[&str] = &["more", "new", "further", "additional"];
        let (first, last) = mention.tokens;
        let end = mention.value.thing.map_or(last + 1, |t| self.analysis.document.tokens_in(t.span).end);
        let end = if end > last && end <= last + 8 { end } else { last + 2 };
        let is = |t: TokenId| MORE.iter().any(|m| self.analysis.document.word(t).eq_ignore_ascii_case(m));
        let than = |t: TokenId| self.analysis.document.word(t + 1).eq_ignore_ascii_case("than");
        (first.saturating_sub(1)..end.min(self.analysis.document.len())).any(|t| is(t) && !than(t))
    }

    /// The length of time that an amount is for: "in the second quarter", "annual".
    fn period(&self, mention: &Mention<Figure>) -> Option<char> {
        let document = &self.analysis.document;
        let (first, last) = mention.tokens;
        let sentence = document.sentence_tokens(first);
        let thing = mention.value.thing.map(|t| document.tokens_in(t.span));
        // "Second-quarter revenue of": the words right before what is counted, too.
        let from = thing.as_ref().map_or(first, |t| t.start.saturating_sub(3).min(first));
        let from = from.max(first.saturating_sub(12)).max(sentence.start);
        let to = thing.map_or(last + 1, |t| t.end.max(last + 1)).min(last + 12);
        let at = |t: TokenId| -> Option<char> {
            let word = document.word(t);
            if matches!(fold(word).as_str(), "annual" | "full-year") {
                return Some('Y');
            }
            let row = self.lexicon.find(Table::Calendar, word)?;
            let row = self.lexicon.rows.calendar.get(usize::from(row))?;
            let code = match row.kind {
                CalendarKind::Unit => row.code,
                CalendarKind::Recur => row.code.get(2..)?,
                _ => return None,
            };
            // "a year earlier" is what it is compared with.
            let past = |w: &str| ["ago", "earlier", "before", "later"].iter().any(|p| w.eq_ignore_ascii_case(p));
            let code = if code == "3M" { "Q" } else { code };
            code.chars().next().filter(|c| matches!(c, 'Y' | 'Q' | 'M' | 'W' | 'H') && !past(document.word(t + 1)))
        };
        let stop = |t: &TokenId| !matches!(document.word(*t), ";" | "." | ",");
        let behind = (last + 1..(to + 7).min(sentence.end)).take_while(stop);
        let outside = |t: &TokenId| *t < first || *t > last;
        (from..to).filter(outside).chain(behind).find_map(at)
    }

    /// The words that tell what a stretch of text is about.
    fn topics(&self, tokens: core::ops::Range<TokenId>, into: &mut Vec<String>) {
        let document = &self.analysis.document;
        for token in tokens.take(80) {
            let word = document.word(token);
            if document.token(token).kind != TokenKind::Word || word.len() < 4 || document.token(token).is_capital() {
                continue;
            }
            if let Some(row) = self.lexicon.find(Table::Deed, word) {
                let deed = self.lexicon.rows.deeds.get(usize::from(row));
                into.extend(deed.map(|row| row.form().to_owned()));
            } else if !self.lexicon.has_any(BLAND, word) && !is_kind(&self.noun(word).0, "person") {
                into.push(lemma(word));
            }
        }
    }
}

/// The content words of a phrase.
#[derive(Default)]
struct Words {
    nouns: Vec<String>,
    named: Vec<String>,
    plain: Vec<String>,
    entities: Vec<u32>,
    deed: Option<(u16, String)>,
    /// The word of no content of its own that is its head.
    generic: Option<&'static str>,
    bare: bool,
    many: bool,
}

/// Where in a phrase a word stands.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Before,
    /// After "of": more of the same thing.
    Of,
    /// After another preposition: what it is from, where it is.
    Aside,
}

impl Words {
    fn read(&mut self, reader: &Reader<'_>, span: Span, head: Span) {
        let (document, lexicon) = (&reader.analysis.document, reader.lexicon);
        self.entities = reader.named(span);
        let mut part = Part::Before;
        let (mut of, mut heads) = (Vec::new(), Vec::new());
        for token in document.tokens_in(span) {
            let (word, here) = (document.word(token), document.token(token));
            if here.kind != TokenKind::Word {
                continue;
            }
            if let Some(row) = lexicon.find(Table::Stop, word) {
                let class = lexicon.rows.stops.get(usize::from(row)).map_or("", |r| r.class);
                if class == "prep" {
                    part = if word.eq_ignore_ascii_case("of") && part != Part::Aside { Part::Of } else { Part::Aside };
                }
                continue;
            }
            if lexicon.has(Table::Loose, word)
                || lexicon.has(Table::StatusWord, word)
                || lexicon.has(Table::Calendar, word) && !head.contains(here.span)
            {
                continue;
            }
            if head.contains(here.span) {
                heads.push(word);
            } else if part == Part::Aside {
            } else if here.is_capital() {
                // A place or its people tell where, not what kind.
                if !reader.is_place(here.span) {
                    add(&mut self.named, lemma(word));
                }
            } else if part == Part::Of {
                of.push(word);
            } else {
                let (noun, _) = reader.noun(word);
                add(&mut self.plain, noun);
            }
        }
        let Some(word) = heads.last().copied() else {
            self.plain.extend(of.iter().map(|w| reader.noun(w).0));
            return;
        };
        self.bare = true;
        self.deed = reader.deed_in(head);
        if self.deed.is_some() {
            // "Job cuts", "death toll": what stands before a deed's noun says no more than it.
            let own = self.deed.as_ref().map(|d| d.0);
            self.plain.retain(|w| lexicon.find(Table::Deed, w) != own && w != "job");
            of.iter().for_each(|w| add(&mut self.plain, reader.noun(w).0));
            return;
        }
        let (noun, _) = reader.noun(word);
        if let Some(row) = lexicon.find(Table::Generic, &lemma(word)) {
            self.generic = lexicon.rows.generics.get(usize::from(row)).map(|r| r.form());
            // "The number of cases": what is counted stands after "of".
            if let Some(word) = of.first().copied() {
                self.deed = of.iter().find_map(|w| Some((lexicon.find(Table::Deed, w)?, fold(w))));
                if self.deed.is_none() {
                    self.add_noun(reader, word);
                }
                of.iter().skip(1).for_each(|w| add(&mut self.plain, reader.noun(w).0));
            }
            return;
        }
        self.many = !of.is_empty() && reader.links.is_many(&noun);
        self.add_noun(reader, word);
        match of.last().copied().filter(|_| self.many) {
            // "A caravan of migrants" counts both.
            Some(word) => self.add_noun(reader, word),
            None => of.iter().for_each(|w| add(&mut self.plain, reader.noun(w).0)),
        }
    }

    /// People in general say nothing of what is counted.
    fn add_noun(&mut self, reader: &Reader<'_>, word: &str) {
        let (noun, _) = reader.noun(word);
        if noun != "person" {
            add(&mut self.nouns, noun);
        }
    }
}

/// Kinds of what is somewhere.
const fn is_place(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Country | EntityKind::Settlement | EntityKind::Place)
}

impl Reader<'_> {
    /// Whether a word belongs to the name of a place or its people.
    fn is_place(&self, span: Span) -> bool {
        let names = &self.analysis.found.names;
        let at = names.partition_point(|n| n.span.end <= span.start);
        names.get(at).is_some_and(|n| {
            n.span.overlaps(span)
                && matches!(
                    n.value.kind,
                    EntityKind::Country | EntityKind::Settlement | EntityKind::Place | EntityKind::Group
                )
        })
    }
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
