//! One entity's page, and the list of who is named together.

use super::Anchor;
use super::answer::{Event, FigureRow, LinkedRun, QuoteRow, RuleNote, Run};
use serde::Serialize;

/// Everything the collection says of one entity. Lists are in order of the articles' days and then of the text,
/// unless they say otherwise; none of them is narrowed by the page's filter.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct EntityPage {
    /// Its key, `person:donald_trump`: the same after a reload, whatever else is in the collection.
    pub key: String,
    /// Its value in the `entity` facet.
    pub entity: String,
    /// Its name.
    pub label: String,
    /// Its kind, as in [`super::answer::MatrixRow::kind`].
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// Mentions in all, offices beside its name left out.
    pub total: u32,
    /// Whether the reader corrected it.
    pub corrected: bool,
    /// The forms it is written in, its name included, most frequent first.
    pub aliases: Vec<Alias>,
    /// Where it is named, article by article.
    pub articles: Vec<EntityArticle>,
    /// Offices and roles that the articles give it.
    pub roles: Vec<RoleRow>,
    /// Sentences on offices that the collection gives to somebody else too: "White House press secretary: …".
    /// Runs that are links carry an anchor.
    pub shared_roles: Vec<Vec<LinkedRun>>,
    /// Figures about it, by it, and beside it, in this order.
    pub figures: Vec<EntityFigure>,
    /// Words given to it.
    pub quotes: Vec<QuoteRow>,
    /// What is dated in sentences that name it, in order of time.
    pub dates: Vec<Event>,
    /// Who and what is named in the same sentences, most often first; at most [`MAX_CO`].
    pub co: Vec<CoRow>,
}

/// At most so many rows of co-mentions.
pub const MAX_CO: usize = 200;

/// A form of a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Alias {
    /// As written.
    pub words: String,
    /// How often.
    pub count: u32,
}

/// An article that names the entity.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct EntityArticle {
    /// The article's key.
    pub article: String,
    /// What the article calls it at its fullest.
    pub name: String,
    /// Its mentions, offices left out.
    pub mentions: Vec<EntityMention>,
}

/// One mention.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct EntityMention {
    /// Its mark in the reader.
    pub at: Anchor,
    /// As written.
    pub words: String,
    /// `name` or `description`.
    pub form: String,
    /// Why it was linked to this entity.
    pub why: RuleNote,
}

/// An office or role.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RoleRow {
    /// As written: "White House press secretary".
    pub words: String,
    /// The article's key.
    pub article: String,
    /// The article's day, `YYYY-MM-DD`; empty if not known. The office is said to be held then, no more.
    pub day: String,
    /// The day for the reader: "26 October 2018"; "undated".
    pub day_label: String,
    /// Its mark in the reader.
    pub at: Anchor,
    /// The sentence, with the role lit.
    pub sentence: Vec<Run>,
}

/// A figure on an entity's page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct EntityFigure {
    /// `about` (it is counted, whose figure it is, or where it holds), `by` (it is the source) or `beside`
    /// (named in the same sentence).
    pub how: String,
    /// The figure.
    pub figure: FigureRow,
}

/// An entity that is named in the same sentences.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CoRow {
    /// Its key.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Its kind in words.
    pub kind_label: String,
    /// In how many sentences both stand.
    pub weight: u32,
    /// The first of these sentences.
    pub first: Anchor,
}

/// Two entities that are named in the same sentences.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CoPair {
    /// The key of the one more often mentioned.
    pub key: String,
    /// Its name.
    pub label: String,
    /// The other.
    pub with: CoRow,
}

/// The co-mentions of the whole collection.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CoMentions {
    /// The pairs, most often together first; at most [`MAX_CO`].
    pub pairs: Vec<CoPair>,
    /// How many pairs there are with this minimum, shown or not.
    pub total: u32,
}
