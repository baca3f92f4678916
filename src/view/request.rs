//! What the page may ask: one filter, an article to add, and corrections.

use crate::base::Span;
use crate::corpus::correct::Change;
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
    /// The headline, where the reader gives one.
    pub headline: String,
    /// The outlet, where the reader gives one.
    pub outlet: String,
    /// The day of publication as `YYYY-MM-DD`, where the reader gives one.
    pub published: String,
}

/// A correction by the reader, laid over what was linked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_family = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Correction {
    /// `merge`, `split`, `rename`, `retype` or `hide`.
    pub kind: String,
    /// The entity's key; for `split` the mention's anchor.
    pub what: String,
    /// The key of the entity to merge into, the new name, or the new kind as in
    /// [`super::answer::MatrixRow::kind`]; empty otherwise.
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
            "split" => {
                let mut parts = self.what.split('-');
                let article = parts.next()?.to_owned();
                let (start, end): (u32, u32) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
                Change::Split { article, span: (start < end).then(|| Span::new(start, end))? }
            }
            _ => return None,
        })
    }
}
