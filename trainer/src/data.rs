//! Annotated texts, each token with the labels that its annotation allows.
//!
//! Sets differ in what they annotate. What a set says nothing of is not "no name" but "unknown": there
//! several labels are allowed, and the learner takes the best of them as right.

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;
use tallysheet::lex;
use tallysheet::lexicon::Lexicon;
use tallysheet::lexicon::lists::Lists;
use tallysheet::lexicon::model::{KINDS, LABELS};
use tallysheet::pack::EntityKind;

/// A set of bits, one for each label.
pub type Allowed = u32;

/// A file to learn from.
pub struct Set {
    /// Where it is, below the folder of data.
    pub file: &'static str,
    /// How often each text is shown in one round.
    pub times: usize,
    /// Whether its offsets are UTF-8 bytes; code points otherwise.
    pub bytes: bool,
    /// The kinds it does not annotate.
    pub silent: &'static [EntityKind],
}

use EntityKind::{Event, Facility, Group, Law, Organisation, Person, Place, Product, Settlement};

/// Everything that is learnt from; `data/model.md` gives sources and licences.
pub const SETS: &[Set] = &[
    Set { file: "news/train.jsonl", times: 3, bytes: true, silent: &[] },
    Set { file: "entities/train/wikigold.jsonl", times: 1, bytes: false, silent: &[] },
    Set { file: "entities/train/crossner_politics.jsonl", times: 1, bytes: false, silent: &[] },
    Set { file: "entities/train/gum_free.jsonl", times: 1, bytes: false, silent: &[Group, Law, Product] },
    Set { file: "entities/train/uner_ewt_b.jsonl", times: 1, bytes: false, silent: &[Group, Law, Event, Product] },
    Set { file: "entities/train/wnut17.jsonl", times: 1, bytes: false, silent: &[Group, Law, Event] },
    Set { file: "entities/train/btc.jsonl", times: 1, bytes: false, silent: &[Group, Law, Event, Product] },
];

/// The kinds that a set's type may stand for, and whether it may also be no name.
fn kinds(kind: &str) -> (&'static [EntityKind], bool) {
    match kind {
        "PER" | "PERSON" => (&[Person], false),
        "ORG" => (&[Organisation], false),
        "LOC" => (&[Settlement, Place, Facility], false),
        "GPE" => (&[Settlement], false),
        "FAC" => (&[Facility], false),
        "NORP" => (&[Group], false),
        "LAW" => (&[Law], false),
        "EVENT" => (&[Event], false),
        "PRODUCT" | "WORK" => (&[Product], false),
        "GROUP" => (&[Organisation, Group], false),
        _ => (&[Group, Law, Event, Product], true),
    }
}

/// The label of a kind's first or further tokens.
fn label(kind: EntityKind, first: bool) -> usize {
    let index = KINDS.iter().position(|k| *k == kind).unwrap_or(0);
    1 + 2 * index + usize::from(!first)
}

fn labels(kinds: &[EntityKind], first: bool) -> Allowed {
    kinds.iter().fold(0, |set, kind| set | 1 << label(*kind, first))
}

/// A sentence: its tokens' features, and the labels each may have.
pub struct Sentence {
    pub features: Vec<Vec<u32>>,
    pub allowed: Vec<Allowed>,
}

/// A text with its annotation, in UTF-8 bytes.
struct Text {
    text: String,
    spans: Vec<(usize, usize, String)>,
}

/// Reads one set, with every fourth text once more in capitals and once in headline case.
pub fn read(folder: &Path, set: &Set, lists: &Lists) -> Result<Vec<Sentence>> {
    let path = folder.join(set.file);
    let file = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut sentences = Vec::new();
    for (number, line) in file.lines().enumerate() {
        let text = text(line, set.bytes).with_context(|| format!("{}:{}", path.display(), number + 1))?;
        let mut add = |text: &Text, times: usize| {
            for _ in 0..times {
                sentences.extend(examples(text, set, lists));
            }
        };
        add(&text, set.times);
        match number % 8 {
            0 => add(&Text { text: recase(&text.text, |_| true), spans: text.spans.clone() }, 1),
            4 => add(&Text { text: recase(&text.text, |opens| opens), spans: text.spans.clone() }, 1),
            _ => {}
        }
    }
    Ok(sentences)
}

/// The texts of all sets, without their annotation.
pub fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for set in SETS {
        let path = folder.join(set.file);
        let file = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        for line in file.lines() {
            texts.push(text(line, set.bytes)?.text);
        }
    }
    Ok(texts)
}

fn text(line: &str, bytes: bool) -> Result<Text> {
    let line: Value = serde_json::from_str(line)?;
    let text = line["text"].as_str().context("no text")?.to_owned();
    // For each code point its byte; the end too.
    let places: Vec<usize> =
        if bytes { Vec::new() } else { text.char_indices().map(|(at, _)| at).chain([text.len()]).collect() };
    let place = |value: &Value| {
        let at = usize::try_from(value.as_u64()?).ok()?;
        if bytes { Some(at) } else { places.get(at).copied() }
    };
    let mut spans = Vec::new();
    for entity in line["entities"].as_array().context("no entities")? {
        let (start, end) = (place(&entity["start"]), place(&entity["end"]));
        let span = start.zip(end).context("a span past the text")?;
        spans.push((span.0, span.1, entity["type"].as_str().unwrap_or("").to_owned()));
    }
    Ok(Text { text, spans })
}

/// The text in capitals where `which` says so of a letter that opens a word or not; of the same length.
pub fn recase(text: &str, which: impl Fn(bool) -> bool) -> String {
    let mut opens = true;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mut upper = c.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(one), None) if which(opens) && one.len_utf8() == c.len_utf8() => out.push(one),
            _ => out.push(c),
        }
        opens = !c.is_alphanumeric() && !matches!(c, '\'' | '’');
    }
    out
}

/// The sentences of a text, as the program cuts it.
fn examples(text: &Text, set: &Set, lists: &Lists) -> Vec<Sentence> {
    let lexicon = Lexicon::embedded();
    let document = lex::read(&text.text, lexicon);
    let mut features = tallysheet::extract::name_features(&document, lexicon, lists);
    let outside = 1 | labels(set.silent, true) | labels(set.silent, false);
    let mut allowed = vec![outside; document.tokens.len()];
    for (start, end, kind) in &text.spans {
        let (kinds, maybe) = kinds(kind);
        let inside = |at: u32| (at as usize) >= *start && (at as usize) < *end;
        let mut first = true;
        for (token, allowed) in document.tokens.iter().zip(&mut allowed) {
            if inside(token.span.start) || inside(token.span.end.saturating_sub(1)) {
                *allowed = labels(kinds, first) | u32::from(maybe);
                first = false;
            }
        }
    }
    let mut sentences = Vec::with_capacity(document.sentences.len());
    for sentence in &document.sentences {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        sentences.push(Sentence {
            features: features[range.clone()].iter_mut().map(std::mem::take).collect(),
            allowed: allowed[range].to_vec(),
        });
    }
    sentences
}

const _: () = assert!(LABELS <= 32, "a set of labels is 32 bits");
