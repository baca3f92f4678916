//! Names, offices and descriptions.
//!
//! Comes in: a document, its dates and blocks. Goes out: names that never overlap, and beside them
//! titles and descriptions with the name they belong to. [`chunk`] finds names by rules and tables;
//! [`again`] looks once more with what the whole document says; where a
//! learnt model was given, [`tagger`] reads the same words with it and [`join`] makes the two one; [`title`], [`nominal`] and [`body`] add the rest.
//! To add a name, add a row in `data/`; to add a kind of name by its head word, a row in `data/heads.tsv`.

mod again;
mod body;
mod chunk;
mod credit;
mod elsewhere;
mod evidence;
mod feature;
mod gazetteer;
mod guess;
mod head;
mod join;
mod nominal;
mod tagger;
mod title;

use super::{Extractor, Kind, Layer, Mention, Name, NameForm, Scope};
use crate::base::{Span, sort};
use crate::lexicon::lists::Lists;
use evidence::Evidence;

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Name, reads: &[Kind::Block, Kind::Numeral, Kind::Timex], run };

fn run(scope: &Scope<'_>) -> Layer {
    let evidence = Evidence::read(scope);
    let mut names = again::settle(scope, &evidence, chunk::find(scope, &evidence));
    if let Some(model) = scope.lexicon.model() {
        let mut learnt = tagger::find(scope, &evidence, model, &names);
        again::agree(scope, &mut learnt);
        names = join::join(scope, &evidence, learnt, &names);
    }
    let titles = title::find(scope, &names);
    let mut nominals = nominal::find(scope, &names, &titles);
    nominals.extend(body::find(scope, &names));
    let mut layer: Vec<(Mention<Name>, Option<usize>, Option<usize>)> = Vec::with_capacity(names.len() + titles.len());
    for (index, guess) in names.iter().enumerate() {
        let value = Name { kind: guess.kind, form: NameForm::Name, known: guess.known, of: None };
        let mut mention = scope.mention(guess.first, guess.last, value, guess.rule);
        mention.span = Span::new(mention.span.start + guess.cut.0, mention.span.end - guess.cut.1);
        layer.push((mention, Some(index), None));
    }
    layer.extend(titles.into_iter().chain(nominals).map(|(mention, of)| (mention, None, of)));
    // A title that holds a name comes before it, so that what covers a token is the name.
    sort::by_key(&mut layer, |(m, ..)| (m.span.start, core::cmp::Reverse(m.span.end), m.value.form == NameForm::Name));
    let mut place = vec![0u32; names.len()];
    for (at, (_, index, _)) in (0..).zip(&layer) {
        if let Some(slot) = index.and_then(|i| place.get_mut(i)) {
            *slot = at;
        }
    }
    Layer::Names(
        layer
            .into_iter()
            .map(|(mut mention, _, of)| {
                mention.value.of = of.and_then(|of| place.get(of).copied());
                mention
            })
            .collect(),
    )
}

/// The features of every token, as [`tagger`] sees them.
pub fn features(scope: &Scope<'_>, lists: &Lists) -> Vec<Vec<u32>> {
    let evidence = Evidence::read(scope);
    let rules = again::settle(scope, &evidence, chunk::find(scope, &evidence));
    let features = feature::Features::read(scope, &evidence, &rules, lists);
    let of = |token| {
        let mut hashes = Vec::new();
        features.of(&scope.document.sentence_tokens(token), token, &mut hashes);
        hashes
    };
    (0..scope.document.len()).map(of).collect()
}

/// The learnt model alone, with the rules' names at hand that it looks at: what is timed of it.
#[derive(Debug)]
pub struct Tagger {
    evidence: Evidence,
    rules: Vec<guess::Guess>,
}

impl Tagger {
    /// Reads by rules what the model asks.
    #[must_use]
    pub fn new(scope: &Scope<'_>) -> Self {
        let evidence = Evidence::read(scope);
        let rules = again::settle(scope, &evidence, chunk::find(scope, &evidence));
        Self { evidence, rules }
    }

    /// How many names the model finds; none without a model.
    #[must_use]
    pub fn run(&self, scope: &Scope<'_>) -> usize {
        scope.lexicon.model().map_or(0, |model| tagger::find(scope, &self.evidence, model, &self.rules).len())
    }
}
