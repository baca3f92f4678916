//! How fast the native core reads: megabytes of text in a second, on the embedded articles and on
//! many copies of them, and each pass alone. `cargo xtask bench` runs it, and the same measure on the wasm.

#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

mod passes;

use passes::Prepared;
use std::hint::black_box;
use std::time::Instant;
use tallysheet::analyze::{self, Article};

/// Enough for the caches to fill and for a stable figure.
const CORPUS_BYTES: usize = 10_000_000;

fn main() {
    let texts: Vec<String> =
        std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).map(|path| body(&path)).collect();
    if texts.is_empty() {
        println!("Name the files to read: `cargo xtask bench` does.");
        return;
    }
    // Once before the clock starts: the tables are decoded at first use.
    read_all(&texts);
    report("native, the articles, warm", bytes(&texts), best(|| read_all(&texts)));

    let size = bytes(&texts).max(1);
    let copies = CORPUS_BYTES.div_ceil(size);
    let corpus: Vec<String> =
        (0..copies).flat_map(|copy| texts.iter().map(move |text| format!("{text}\n\nCopy {copy}."))).collect();
    let start = Instant::now();
    read_all(&corpus);
    report("native, 10 MB of copies", bytes(&corpus), start.elapsed().as_secs_f64());

    let prepared: Vec<Prepared> = texts.iter().map(|text| Prepared::new(text)).collect();
    for (pass, name) in passes::names().iter().enumerate() {
        let took = best(|| prepared.iter().for_each(|text| passes::run(pass, text)));
        report(&format!("native, {name} alone"), bytes(&texts), took);
    }
    // Last: a model once given stays.
    let model = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/model.bin")).unwrap();
    assert!(tallysheet::lexicon::Lexicon::embedded().give_model(&model), "data/model.bin is no model");
    let took = best(|| prepared.iter().for_each(Prepared::tag));
    report("native, learnt tagger alone", bytes(&texts), took);
    let tokens: usize = prepared.iter().map(Prepared::tokens).sum();
    println!("{:<34}{:>10.0} tokens a second", "", tokens as f64 / took);
}

/// The best of many short runs, in seconds a round: what else the machine does can only add.
fn best(work: impl Fn()) -> f64 {
    let rounds = 5;
    let run = || {
        let start = Instant::now();
        (0..rounds).for_each(|_| work());
        start.elapsed().as_secs_f64() / f64::from(rounds)
    };
    (0..200).map(|_| run()).fold(f64::INFINITY, f64::min)
}

fn read_all(texts: &[String]) {
    for text in texts {
        black_box(analyze::read(Article::of(text.clone())));
    }
}

/// The text without what is said about it.
fn body(path: &str) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map(|(_, body)| body.to_owned());
    body.unwrap_or(text)
}

fn bytes(texts: &[String]) -> usize {
    texts.iter().map(String::len).sum()
}

fn report(what: &str, bytes: usize, seconds: f64) {
    let megabytes = u32::try_from(bytes).map_or(f64::INFINITY, f64::from) / 1e6;
    println!("{what:<34}{:>10.2} MB/s{:>12.2} ms", megabytes / seconds, seconds * 1000.0);
}
