//! What belongs to a figure or quote: who says so, when and where it holds, whether it is so.
//!
//! Comes in: what was found in one article, its names linked. Goes out: a [`Context`] for each figure and a
//! [`Voice`] for each quote. One file for each thing attached; to add a way of attaching, a function with its
//! rule there.

mod part;
mod place;
mod source;
mod status;
mod voice;
mod when;

use super::entity::Linked;
use crate::base::fold::is_one;
use crate::base::{Rule, Span};
use crate::extract::{Cover, Days, Found, NameForm, Status};
use crate::lex::{Document, TokenId, TokenKind};
use crate::lexicon::Lexicon;
use crate::pack::Table;

/// Who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The speaker as written.
    pub speaker: Span,
    /// The words that attribute: "according to".
    pub cue: Option<Span>,
    /// The quote it stands in: index into [`Found::quotes`].
    pub quote: Option<u32>,
    /// Who the speaker is, by the fullest name or description the text gives.
    pub canonical: String,
    /// The speaker's thing: index into [`Linked::entities`].
    pub entity: Option<u32>,
    /// Why.
    pub rule: &'static Rule,
}

/// When a figure holds.
#[derive(Clone, Debug, PartialEq)]
pub struct AsOf {
    /// The words.
    pub span: Span,
    /// The days, where they are resolved.
    pub days: Option<Days>,
    /// Why.
    pub rule: &'static Rule,
}

/// What is attached to one figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Who says so; none where the text gives no source.
    pub attribution: Option<Attribution>,
    /// When it holds; none where the text does not say.
    pub as_of: Option<AsOf>,
    /// Where it holds.
    pub place: Option<(Span, &'static Rule)>,
    /// Whether it is so.
    pub status: Status,
    /// The words that say whether.
    pub status_cue: Option<(Span, &'static Rule)>,
    /// The figure it is a part of: index into [`Found::figures`].
    pub part_of: Option<(u32, &'static Rule)>,
}

/// Whose voice a quote is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voice {
    /// The speaker's thing: index into [`Linked::entities`].
    pub entity: Option<u32>,
    /// Who the speaker is, by the fullest name or description the text gives; empty if nobody is named.
    pub canonical: String,
    /// Why.
    pub rule: Option<&'static Rule>,
}

/// What is attached to the figures and quotes of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attached {
    /// One for each of [`Found::figures`].
    pub figures: Vec<Context>,
    /// One for each of [`Found::quotes`].
    pub quotes: Vec<Voice>,
}

/// What the files of this folder look at.
struct Page<'a> {
    document: &'a Document,
    lexicon: &'static Lexicon,
    found: &'a Found,
    linked: &'a Linked,
    names: Cover,
    timexes: Cover,
    figures: Cover,
}

impl Page<'_> {
    fn word(&self, token: TokenId) -> &str {
        self.document.word(token)
    }

    fn is_any(&self, token: TokenId, lower: &str) -> bool {
        is_one(self.word(token), lower)
    }

    /// The class of a word of no meaning of its own; empty for other words.
    fn class(&self, token: TokenId) -> &'static str {
        if self.names.at(token).is_some() && self.document.token(token).is_capital() {
            return "";
        }
        let row = self.lexicon.find(Table::Stop, self.word(token)).map(usize::from);
        row.and_then(|row| self.lexicon.rows.stops.get(row)).map_or("", |row| row.class)
    }

    /// The thing that a name stands for.
    fn entity(&self, name: usize) -> Option<u32> {
        self.linked.entity_of.get(name).copied().flatten()
    }

    /// Whether a mention is a name and no title or description.
    fn is_name(&self, name: usize) -> bool {
        self.found.names.get(name).is_some_and(|n| n.value.form == NameForm::Name)
    }

    /// Whether a mention stands in the article, and not in a caption, a credit, a menu.
    fn in_article(&self, name: usize) -> bool {
        let Some(start) = self.found.names.get(name).map(|n| n.span.start) else { return false };
        let block = self.found.blocks.partition_point(|b| b.span.end <= start);
        self.found.blocks.get(block).is_none_or(|b| b.value.is_article())
    }

    /// Whether a name covers a token.
    fn covers(&self, name: usize, token: TokenId) -> bool {
        self.found.names.get(name).is_some_and(|n| n.tokens.0 <= token && token <= n.tokens.1)
    }

    /// For whom a thing in writing speaks; `None` where the word is none.
    fn document_at(&self, token: TokenId) -> Option<&'static str> {
        let row = self.lexicon.find(Table::Document, self.word(token)).map(usize::from);
        let row = row.and_then(|row| self.lexicon.rows.documents.get(row));
        row.map(|row| row.speaks).filter(|speaks| *speaks != "unnamed")
    }

    /// Whether a token is a word that is no article, preposition, pronoun and the like.
    fn is_content(&self, token: TokenId) -> bool {
        self.document.token(token).kind == TokenKind::Word && self.class(token).is_empty()
    }
}

/// Attaches.
#[must_use]
pub fn attach(document: &Document, lexicon: &'static Lexicon, found: &Found, linked: &Linked) -> Attached {
    let page = Page {
        document,
        lexicon,
        found,
        linked,
        names: Cover::new(&found.names, document.len()),
        timexes: Cover::new(&found.timexes, document.len()),
        figures: Cover::new(&found.figures, document.len()),
    };
    let voices = voice::voices(&page);
    let sources = source::sources(&page, &voices);
    let figures = sources.into_iter().enumerate().map(|(index, attribution)| {
        let (status, status_cue) = status::status(&page, index);
        Context {
            attribution,
            as_of: when::as_of(&page, index),
            place: place::place(&page, index),
            status,
            status_cue,
            part_of: part::part_of(&page, index),
        }
    });
    Attached { figures: figures.collect(), quotes: voices.into_iter().map(|v| v.voice).collect() }
}
