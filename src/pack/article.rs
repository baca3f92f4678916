//! The form of an embedded article in its pack.

use super::{Cell, Known};
use serde::{Deserialize, Serialize};

/// A fact about an article: its value, how it is known, and why we say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedFact<'a> {
    /// The value; empty if absent.
    pub value: &'a str,
    /// How it is known.
    pub known: Known,
    /// The reason, as a sentence for the reader.
    pub why: &'a str,
}

/// An embedded article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedArticle<'a> {
    /// The headline.
    #[serde(borrow)]
    pub headline: PackedFact<'a>,
    /// The outlet.
    #[serde(borrow)]
    pub outlet: PackedFact<'a>,
    /// The day of publication, `YYYY-MM-DD`.
    #[serde(borrow)]
    pub published: PackedFact<'a>,
    /// The text, byte for byte.
    pub text: &'a str,
}

impl<'a> PackedArticle<'a> {
    /// Reads a file of `articles/`: front matter between lines of `---`, then the text, byte for byte.
    /// A line of front matter is `field: stated|set|absent VALUE | WHY`.
    ///
    /// # Errors
    /// A sentence that names the field.
    pub fn read(file: &'a str) -> Result<Self, String> {
        let (front, text) = file
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"))
            .ok_or("the front matter must stand between lines of ---")?;
        let fact = |field: &str| {
            let line = front
                .lines()
                .find_map(|line| line.strip_prefix(field)?.strip_prefix(": "))
                .ok_or_else(|| format!("no line for {field}"))?;
            let (fact, why) = line.split_once(" | ").ok_or_else(|| format!("{field}: no ' | ' before the reason"))?;
            let (known, value) = fact.split_once(' ').unwrap_or((fact, ""));
            let known = Known::read(known).map_err(|e| format!("{field}: {e}"))?;
            if (known == Known::Absent) != value.is_empty() {
                return Err(format!("{field}: a value where it is absent, or none where it is known"));
            }
            Ok(PackedFact { value, known, why })
        };
        Ok(Self { headline: fact("headline")?, outlet: fact("outlet")?, published: fact("published")?, text })
    }
}
