//! Whom or what a figure is about: the named things of its phrase, its sentence, those before it.

use super::{MAX_ABOUT, Reader, add, lemma};
use crate::base::Span;
use crate::corpus::claim::is_kind;
use crate::extract::{EntityKind, Figure, Measure, Mention};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// Sentences before a figure's own in which to look for whom it is of.
const BACK: usize = 4;
/// Words of these do not tell what a text is about.
pub(super) const BLAND: &[Table] = &[
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

impl Reader<'_> {
    /// A phrase of place up to "with": the border with a country is not in it.
    pub(super) fn inside(&self, place: Span) -> Span {
        let document = &self.analysis.document;
        let with = document.tokens_in(place).find(|t| document.word(*t).eq_ignore_ascii_case("with"));
        with.map_or(place, |with| Span::new(place.start, document.token(with).span.start))
    }

    /// Things named within a span, people left out.
    pub(super) fn named(&self, span: Span) -> Vec<u32> {
        let names = &self.analysis.found.names;
        let from = names.partition_point(|n| n.span.end <= span.start);
        let within = names.iter().zip(0u32..).skip(from).take_while(|(n, _)| n.span.start < span.end).take(MAX_ABOUT);
        within
            .filter(|(n, _)| n.value.kind != EntityKind::Person)
            .filter_map(|(_, index)| self.links.of_name(self.analysis, self.article, index))
            .collect()
    }

    /// Whose age it may be: the person named in its thing, else all in its sentence.
    pub(super) fn people_of(&self, mention: &Mention<Figure>, sentence: usize) -> Vec<u32> {
        let figure = &mention.value;
        if figure.measure != Measure::Age {
            return Vec::new();
        }
        let spans = [figure.thing.map(|t| t.span), figure.whose];
        let person = spans.into_iter().flatten().find_map(|span| {
            let name = self.analysis.document.tokens_in(span).find_map(|t| self.names.at(t))?;
            let name = u32::try_from(name).ok()?;
            let id = self.links.of_name(self.analysis, self.article, name)?;
            (self.links.kind(id) == Some(EntityKind::Person)).then_some(id)
        });
        let figures = &self.analysis.found.figures;
        let from = figures.partition_point(|m| m.sentence < mention.sentence);
        let ages = figures.iter().skip(from).take_while(|m| m.sentence == mention.sentence);
        let one = ages.filter(|m| m.value.measure == Measure::Age).take(2).count() == 1;
        let all = || if one { self.at(&self.people, sentence).to_vec() } else { Vec::new() };
        person.map_or_else(all, |id| vec![id])
    }

    /// Whom or what it is about: what its phrase says, its sentence, else the nearest before that names a
    /// thing; a count then is about what the article begins with, too.
    pub(super) fn about(
        &self,
        mention: &Mention<Figure>,
        stated: &[u32],
        deed: Option<u16>,
        speaker: Option<Span>,
    ) -> Vec<u32> {
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

    /// The words that tell what a stretch of text is about.
    pub(super) fn topics(&self, tokens: core::ops::Range<TokenId>, into: &mut Vec<String>) {
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
