//! What the page may ask: one filter, and an article to add.

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
