//! What belongs to a figure or quote: who says so, when and where it holds, whether it is so.

use super::entity::Linked;
use crate::base::{Rule, Span};
use crate::extract::{Days, Found, Status};
use crate::lex::Document;

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

/// Attaches.
#[must_use]
pub fn attach(_document: &Document, found: &Found, _linked: &Linked) -> Attached {
    Attached {
        figures: vec![Context::default(); found.figures.len()],
        quotes: vec![Voice::default(); found.quotes.len()],
    }
}
