//! The passes of a reading, each alone over documents that those before it have prepared: what is timed from
//! outside, natively by `read.rs` and in Node by `wasm.rs` and `read.mjs`.

use std::hint::black_box;
use tallysheet::analyze::entity::{self, Linked};
use tallysheet::analyze::{attach, ledger, published};
use tallysheet::extract::{EXTRACTORS, Found, Kind, Layer, Scope, Tagger, extract};
use tallysheet::lex::{self, Document};
use tallysheet::lexicon::{Hits, Lexicon};

/// A text with all that its passes read from one another.
pub struct Prepared {
    text: String,
    document: Document,
    hits: Hits,
    found: Found,
    linked: Linked,
    tagger: Tagger,
}

impl Prepared {
    /// Reads a text once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let lexicon = Lexicon::embedded();
        let document = lex::read(text, lexicon);
        let hits = lexicon.hits(&document);
        let found = extract(&document, lexicon, None);
        let linked = entity::link(&document, &found);
        let tagger = Tagger::new(&Scope { document: &document, lexicon, hits: &hits, published: None, found: &found });
        Self { text: text.to_owned(), document, hits, found, linked, tagger }
    }

    /// How many tokens the text has.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.document.tokens.len()
    }

    /// Runs the learnt model alone over the text; it must have been given before.
    pub fn tag(&self) {
        let (document, lexicon) = (&self.document, Lexicon::embedded());
        let scope = Scope { document, lexicon, hits: &self.hits, published: None, found: &self.found };
        black_box(self.tagger.run(&scope));
    }
}

/// The names of the passes, in the order they run.
#[must_use]
pub fn names() -> Vec<&'static str> {
    let kinds = EXTRACTORS.iter().map(|extractor| match extractor.kind {
        Kind::Block => "blocks",
        Kind::Numeral => "numerals",
        Kind::Timex => "dates",
        Kind::Name => "names",
        Kind::Figure => "figures",
        Kind::Quote => "quotes",
    });
    ["lex", "phrases"].into_iter().chain(kinds).chain(["published, ledger", "link", "attach"]).collect()
}

/// Runs the pass with this index over a text; none for an index past the last.
pub fn run(pass: usize, p: &Prepared) {
    let lexicon = Lexicon::embedded();
    let (document, found) = (&p.document, &p.found);
    match pass {
        0 => drop(black_box(lex::read(&p.text, lexicon))),
        1 => drop(black_box(lexicon.hits(document))),
        _ => match (EXTRACTORS.get(pass - 2), (pass - 2).checked_sub(EXTRACTORS.len())) {
            (Some(extractor), _) => {
                let scope = Scope { document, lexicon, hits: &p.hits, published: None, found };
                drop::<Layer>(black_box((extractor.run)(&scope)));
            }
            (None, Some(0)) => {
                drop(black_box(published::published(document, found)));
                drop(black_box(ledger::ledger(document, found)));
            }
            (None, Some(1)) => drop(black_box(entity::link(document, found))),
            (None, Some(2)) => drop(black_box(attach::attach(document, lexicon, found, &p.linked))),
            (None, _) => {}
        },
    }
}
