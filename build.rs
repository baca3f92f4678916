//! Packs `articles/` and `data/` into the crate. A bad line stops the build with its file and line.

#![allow(missing_docs, dead_code, unused_imports, clippy::panic, clippy::unwrap_used, clippy::expect_used)]

#[path = "src/pack.rs"]
mod pack;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    if let Err(message) = run() {
        println!("cargo::error={message}");
        std::process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    for path in ["articles", "data", "src/pack.rs", "src/pack", "build.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    write(&out, "lexicon.txt", tables()?.as_bytes())?;
    write(&out, "articles.bin", &articles()?)
}

fn tables() -> Result<String, String> {
    let texts: Vec<(pack::Table, String)> = pack::Table::FILES
        .iter()
        .map(|(table, file)| Ok((*table, read(&Path::new("data").join(file))?)))
        .collect::<Result<_, String>>()?;
    let mut rows = pack::Rows::default();
    for (table, text) in &texts {
        rows.read(*table, text).map_err(|e| format!("data/{e}"))?;
    }
    let packed = rows.pack();
    if pack::Rows::unpack(&packed).as_ref() != Some(&rows) {
        return Err("data: the tables do not unpack to what was packed".to_owned());
    }
    Ok(packed)
}

fn articles() -> Result<Vec<u8>, String> {
    let mut paths: Vec<PathBuf> = fs::read_dir("articles")
        .map_err(|e| format!("articles: {e}"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    paths.sort();
    let texts: Vec<String> = paths.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    let packed: Vec<pack::PackedArticle> = texts
        .iter()
        .zip(&paths)
        .map(|(text, path)| pack::PackedArticle::read(text).map_err(|e| format!("{}: {e}", path.display())))
        .collect::<Result<_, _>>()?;
    postcard::to_allocvec(&packed).map_err(|e| e.to_string())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    fs::write(folder.join(name), bytes).map_err(|e| format!("{name}: {e}"))
}
