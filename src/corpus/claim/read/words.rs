//! The content words of a phrase.

use super::{Reader, add, lemma};
use crate::base::Span;
use crate::base::fold::fold;
use crate::extract::EntityKind;
use crate::lex::TokenKind;
use crate::pack::Table;

/// The content words of a phrase.
#[derive(Default)]
pub(super) struct Words {
    pub nouns: Vec<String>,
    pub named: Vec<String>,
    pub plain: Vec<String>,
    pub entities: Vec<u32>,
    pub deed: Option<(u16, String)>,
    /// The word of no content of its own that is its head.
    pub generic: Option<&'static str>,
    pub bare: bool,
    pub many: bool,
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
    pub(super) fn read(&mut self, reader: &Reader<'_>, span: Span, head: Span) {
        let (document, lexicon) = (&reader.analysis.document, reader.lexicon);
        self.entities = reader.named(span);
        let mut part = Part::Before;
        let (mut of, mut heads) = (Vec::new(), Vec::new());
        // Where the second "of" stands among the words behind the first.
        let mut own = None;
        for token in document.tokens_in(span) {
            let (word, here) = (document.word(token), document.token(token));
            if here.kind != TokenKind::Word {
                continue;
            }
            if let Some(row) = lexicon.find(Table::Stop, word) {
                let class = lexicon.rows.stops.get(usize::from(row)).map_or("", |r| r.class);
                if class == "prep" {
                    own = own.or((part == Part::Of).then_some(of.len()));
                    part = if word.eq_ignore_ascii_case("of") && part != Part::Aside { Part::Of } else { Part::Aside };
                }
                continue;
            }
            if lexicon.has(Table::Loose, word)
                || lexicon.has(Table::StatusWord, word)
                || (lexicon.has(Table::Calendar, word) || word.eq_ignore_ascii_case("annual"))
                    && !head.contains(here.span)
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
            // "The number of destroyed houses": what is counted, and what happened to it, stands after "of".
            let deed = of.iter().position(|w| lexicon.has(Table::Deed, w));
            self.deed = deed.and_then(|at| Some((lexicon.find(Table::Deed, of[at])?, fold(of[at]))));
            let own = own.unwrap_or(of.len());
            let head = (0..own).rev().find(|at| Some(*at) != deed);
            if let Some(head) = head {
                self.add_noun(reader, of[head]);
            }
            let others = (0..of.len()).filter(|at| Some(*at) != head && Some(*at) != deed);
            others.for_each(|at| add(&mut self.plain, reader.noun(of[at]).0));
            return;
        }
        if noun == "rate"
            && let Some(of) = self.plain.pop()
        {
            // "The unemployment rate" is unemployment.
            self.nouns.push(of);
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
    pub(super) fn add_noun(&mut self, reader: &Reader<'_>, word: &str) {
        let (noun, _) = reader.noun(word);
        if noun != "person" {
            add(&mut self.nouns, noun);
        }
    }
}

impl Reader<'_> {
    /// Whether a word belongs to the name of a place or its people.
    pub(super) fn is_place(&self, span: Span) -> bool {
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
