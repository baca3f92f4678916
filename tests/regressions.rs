//! Inputs that were once too much, replayed: what `fuzz/` found, smallest form first, and what a person thought of.
//! To add one: its file in `tests/regressions/read/` (a text) or `tests/regressions/model/` (bytes).

#![allow(clippy::expect_used, missing_docs)] // a test may

use std::path::{Path, PathBuf};
use tallysheet::lexicon::model::{LABELS, Model};
use tallysheet::session::Session;
use tallysheet::view::request::{NewArticle, Question};

/// The files of a folder beside this one, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regressions").join(folder);
    let entries = std::fs::read_dir(folder).expect("the folder of the regressions");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

#[test]
fn texts_are_read_and_asked() {
    let mut session = Session::embedded();
    for file in files("read") {
        println!("{}", file.display());
        let text = std::fs::read_to_string(&file).expect("a text");
        let Ok(key) = session.add(&NewArticle { text, ..NewArticle::default() }) else { continue };
        session.read(&key).expect("an article that was added");
        session.ask(&Question { boilerplate: true, ..Question::default() }).expect("the empty question");
        session.minimap(&key).expect("an article that was added");
        session.remove(&key).expect("an article that was added");
    }
}

#[test]
fn models_are_read_or_refused() {
    for file in files("model") {
        println!("{}", file.display());
        let Some(model) = Model::read(&std::fs::read(&file).expect("bytes")) else { continue };
        let mut scores = vec![[0; LABELS]; 3];
        for (feature, scores) in (0u32..).step_by(0x0fff_ffff).zip(scores.iter_mut()) {
            model.weights.add(feature, scores);
        }
        assert_eq!(model.best(&scores).len(), 3);
    }
}
