//! What the page may ask: one filter, an article to add, and corrections.

use crate::base::{Span, day};
use crate::corpus::correct::{Change, FactKind};
use crate::extract::EntityKind;
use serde::{Deserialize, Serialize};

/// The whole question. Everything empty asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Question {
    /// Chosen values by dimension. Within one dimension any of them will do; between dimensions all
    /// must hold. An unknown dimension or value is an error that names it.
    pub chosen: Vec<Choice>,
    /// Only figures whose interval reaches this value or more (in the figure's own unit).
    pub low: Option<f64>,
    /// Only figures whose interval reaches this value or less.
    pub high: Option<f64>,
    /// Words that must all stand in the sentence, in any order, whole or as the start of a word.
    pub text: String,
    /// Whether what is not article (menus, credits, captions …) counts too.
    pub boilerplate: bool,
}

/// The values chosen in one dimension.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// A dimension's name, as in [`super::answer::Facet::dim`].
    pub dim: String,
    /// The values' names, as in [`super::answer::FacetValue::value`].
    pub values: Vec<String>,
}

/// An article that the reader brings. Empty strings mean "not known".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct NewArticle {
    /// The text as pasted; line ends are normalised to `\n`, nothing else is changed.
    pub text: String,
    /// The headline.
    pub headline: String,
    /// The outlet.
    pub outlet: String,
    /// The day of publication as `YYYY-MM-DD`.
    pub published: String,
    /// What in a page's data says the headline, the outlet and the day, in this order: "JSON-LD". Empty or left out where
    /// it is the reader's own word.
    pub by: Vec<String>,
}

/// A correction by the reader, laid over what was linked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Correction {
    /// `merge`, `split`, `rename`, `retype` or `hide`, of entities; `headline`, `outlet` or `published`, of an article's
    /// facts; `block`.
    pub kind: String,
    /// The entity's key; for `split` the mention's anchor; for a fact the article's key; for `block` the anchor of its
    /// first sentence.
    pub what: String,
    /// The key of the entity to merge into, the new name, or the new kind as in [`super::answer::MatrixRow::kind`]; the
    /// fact's value, empty for what was known before; for a block `count` or `leave`; empty otherwise.
    pub to: String,
}

impl Correction {
    /// The change it asks for; `None` if it means nothing.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        let (entity, to) = (self.what.clone(), self.to.trim().to_owned());
        Some(match self.kind.as_str() {
            "merge" => Change::Merge { entity, into: to },
            "rename" if !to.is_empty() => Change::Rename { entity, name: to },
            "retype" => Change::Retype { entity, kind: *EntityKind::ALL.iter().find(|k| k.word() == to)? },
            "hide" => Change::Hide { entity },
            "headline" => Change::Fact { article: entity, fact: FactKind::Headline, value: to },
            "outlet" => Change::Fact { article: entity, fact: FactKind::Outlet, value: to },
            "published" if to.is_empty() || day::parse(&to).is_some() => {
                Change::Fact { article: entity, fact: FactKind::Published, value: to }
            }
            "split" => {
                let (article, span) = self.place()?;
                Change::Split { article, span }
            }
            "block" if to == "count" || to == "leave" => {
                let (article, span) = self.place()?;
                Change::Block { article, start: span.start, counts: to == "count" }
            }
            _ => return None,
        })
    }

    /// The anchor that it names.
    fn place(&self) -> Option<(String, Span)> {
        let mut parts = self.what.split('-');
        let article = parts.next()?.to_owned();
        let (start, end): (u32, u32) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some((article, (start < end).then(|| Span::new(start, end))?))
    }
}
