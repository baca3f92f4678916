//! One article: read, extracted, its mentions settled and attached to one another.
//!
//! Comes in: an [`Article`]. Goes out: an [`Analysis`], never changed afterwards.

pub mod attach;
pub mod entity;
pub mod ledger;
pub mod published;

use crate::base::fold::fold;
use crate::base::hash::fnv1a;
use crate::base::{Day, Span, day};
use crate::extract::{self, Fate, Found};
use crate::lex::{self, Document};
use crate::lexicon::Lexicon;
use crate::pack::Known;
use attach::Attached;
use entity::Linked;
use published::Published;

/// A fact about an article, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The value; empty if absent.
    pub value: String,
    /// How it is known.
    pub known: Known,
    /// The reason, as a sentence for the reader.
    pub why: String,
    /// What was known before the reader set another.
    pub under: Option<Box<Fact>>,
}

impl Fact {
    /// A fact.
    #[must_use]
    pub fn new(value: &str, known: Known, why: &str) -> Self {
        Self { value: value.to_owned(), known, why: why.to_owned(), under: None }
    }

    /// A fact that is not known.
    #[must_use]
    pub fn absent(why: &str) -> Self {
        Self::new("", Known::Absent, why)
    }

    /// Lays a value by the reader over what is known; an empty one takes it away again.
    pub fn set(&mut self, value: &str) {
        if let Some(under) = self.under.take() {
            *self = *under;
        }
        if !value.is_empty() {
            let under = core::mem::replace(self, Self::new(value, Known::Yours, "Set by you."));
            self.under = Some(Box::new(under));
        }
    }
}

/// An article before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The headline.
    pub headline: Fact,
    /// The outlet.
    pub outlet: Fact,
    /// The day of publication, `YYYY-MM-DD`.
    pub published: Fact,
    /// Whether it is one of the embedded ones.
    pub embedded: bool,
    /// Where blocks begin of which the reader said whether they are article, and what was said.
    pub blocks: Vec<(u32, bool)>,
    /// The text, line ends as `\n`.
    pub text: String,
}

impl Article {
    /// A text of which nothing is known.
    #[must_use]
    pub fn of(text: String) -> Self {
        let absent = || Fact::absent("");
        let (headline, outlet, published) = (absent(), absent(), absent());
        Self { headline, outlet, published, embedded: false, blocks: Vec::new(), text }
    }
}

/// One article, read.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// Eight hex digits from the text: the same text has the same key everywhere.
    pub key: String,
    /// What is known about it.
    pub article: Article,
    /// Its text with tokens, sentences, blocks.
    pub document: Document,
    /// Everything found in it.
    pub found: Found,
    /// What became of each numeral, in the order of [`Found::numerals`].
    pub ledger: Vec<Fate>,
    /// Its names, linked within the article.
    pub linked: Linked,
    /// What is attached to its figures and quotes.
    pub attached: Attached,
    /// The day of publication and what speaks for it.
    pub published: Published,
}

/// Reads one article. Total.
#[must_use]
pub fn read(article: Article) -> Analysis {
    let lexicon = Lexicon::embedded();
    let mut document = lex::read(&article.text, lexicon);
    for (start, counts) in &article.blocks {
        let at = document.blocks.partition_point(|block| block.span.start < *start);
        if let Some(block) = document.blocks.get_mut(at).filter(|block| block.span.start == *start) {
            block.counts = Some(*counts);
        }
    }
    document.headline = headline(&document, &article.headline.value);
    let given: Option<Day> = day::parse(&article.published.value);
    let found = extract::extract(&document, lexicon, given);
    let published = published::published(&document, &found);
    let ledger = ledger::ledger(&document, &found);
    let linked = entity::link(&document, &found);
    let attached = attach::attach(&document, lexicon, &found, &linked);
    let key = key(&article.text);
    Analysis { key, article, document, found, ledger, linked, attached, published }
}

/// A headline stands among the first so many blocks.
const NEAR: usize = 60;

/// The block that says the headline that is known.
fn headline(document: &Document, known: &str) -> Option<u32> {
    let folded = fold(known);
    let same =
        |span: Span| (span.len() as usize).abs_diff(known.len()) <= known.len() && fold(document.slice(span)) == folded;
    let mut blocks = (0..).zip(document.blocks.iter().take(NEAR));
    blocks.find(|(_, block)| !known.is_empty() && same(block.span)).map(|(at, _)| at)
}

/// The key of a text.
#[must_use]
pub fn key(text: &str) -> String {
    let hash = fnv1a(text.as_bytes());
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

impl Analysis {
    /// The day of publication: as given, else as the text states it.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        day::parse(&self.article.published.value).or(self.published.day)
    }

    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.document.slice(span)
    }
}
