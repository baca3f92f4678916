//! `cargo xtask score [--rules] [FOLDER]`: reads the development sets with the native command, runs their
//! scorers, and prints what they say as a table. What is measured is a row of `xtask/scores.tsv`.
//!
//! The sets and their scorers (Python, standard library only) are not part of the project, but for the scorer of
//! short date cases, `dates.rs`. Where they are not present this says so and succeeds.

use crate::dates;
use crate::shell::{self, cargo, program, root, which};
use crate::site;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

const TABLE: &str = "xtask/scores.tsv";
const MODEL: &str = "data/model.bin";
/// The scorer that is part of the project.
const OWN: &str = "date cases";
/// Before a file of hand-made answers: the same with each interval of one value as that value.
const FOLDED: &str = "FOLDED:";

/// How a row of the table is measured.
struct Way<'a> {
    texts: &'a str,
    scorer: &'a str,
    pick: &'a str,
}

/// Reads, scores, prints.
pub fn run(args: &[String]) -> Result<()> {
    let rules = args.iter().any(|arg| arg == "--rules");
    let folders: Vec<&String> = args.iter().filter(|arg| *arg != "--rules").collect();
    let folder = match folders.as_slice() {
        [] => root().join("../shared/bench"),
        [folder] => PathBuf::from(folder),
        [_, more, ..] => bail!("`score` takes one folder, not also `{more}`."),
    };
    let Ok(folder) = folder.canonicalize() else {
        println!("There are no development sets at {}: nothing to score.", folder.display());
        return Ok(());
    };
    if which("python3").is_none() {
        println!("The scorers are Python programs, and there is no `python3` here: nothing to score.");
        return Ok(());
    }
    shell::run(cargo().args(["build", "--quiet", "--release", "--package", "tallysheet", "--bin", "tallysheet"]))?;
    let table = fs::read_to_string(root().join(TABLE)).with_context(|| format!("cannot read {TABLE}"))?;
    let mut scorers = Scorers { folder, rules, read: BTreeMap::new(), said: BTreeMap::new() };
    println!("Read with {}.\n", if rules { "rules and tables alone" } else { "rules, tables and the learnt model" });
    println!("| set | what | reached | aim |\n|---|---|---|---|");
    for (at, line) in table.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [set, figure, texts, scorer, pick, aim] = cells[..] else {
            bail!("{TABLE}:{}: not six cells", at + 1);
        };
        let way = Way { texts, scorer, pick };
        let reached = match scorers.figure(&way).with_context(|| format!("{TABLE}:{}", at + 1))? {
            Some(reached) => format!("{reached:.1}"),
            None => "not here".to_owned(),
        };
        println!("| {set} | {figure} | {reached} | {aim} |");
    }
    Ok(())
}

/// What was read and said so far: each text is read once, each scorer asked once.
struct Scorers {
    folder: PathBuf,
    rules: bool,
    read: BTreeMap<String, PathBuf>,
    said: BTreeMap<(String, String), String>,
}

impl Scorers {
    /// The figure of a row; `None` where its set is not present.
    fn figure(&mut self, way: &Way<'_>) -> Result<Option<f64>> {
        let texts = self.folder.join(way.texts.trim_start_matches('#'));
        if !texts.is_file() {
            return Ok(None);
        }
        let asked = (way.texts.to_owned(), way.scorer.to_owned());
        if !self.said.contains_key(&asked) {
            let read = self.read(way.texts, &texts)?;
            let said = self.ask(way.scorer, &texts, &read)?;
            self.said.insert(asked.clone(), said);
        }
        let said = self.said.get(&asked).map_or("", String::as_str);
        let (pick, times) = way.pick.strip_suffix(" ×100").map_or((way.pick, 1.0), |pick| (pick, 100.0));
        let figure = if pick.starts_with('/') { by_pointer(said, pick) } else { by_words(said, pick) };
        Ok(Some(times * figure.with_context(|| format!("nothing at `{pick}` of:\n{said}"))?))
    }

    /// Reads a file of texts; gives the file of readings.
    fn read(&mut self, name: &str, texts: &Path) -> Result<PathBuf> {
        if let Some(read) = self.read.get(name) {
            return Ok(read.clone());
        }
        let work = site::work().join("score");
        fs::create_dir_all(&work)?;
        let read = work.join(format!("{}.jsonl", self.read.len()));
        let texts = if name.starts_with('#') { by_number(texts, &work)? } else { texts.to_path_buf() };
        let mut command = program(tallysheet()?);
        command.args(["read", "--jsonl"]);
        if !self.rules {
            command.args(["--model", MODEL]);
        }
        let input = File::open(&texts).with_context(|| texts.display().to_string())?;
        shell::run(command.stdin(input).stdout(File::create(&read)?))?;
        if let Some(line) = fs::read_to_string(&read)?.lines().find(|line| line.contains("\"unread\":[")) {
            bail!(
                "{}: a numeral has no fate: {}",
                texts.display(),
                line.rsplit("\"unread\":").next().unwrap_or_default()
            );
        }
        self.read.insert(name.to_owned(), read.clone());
        Ok(read)
    }

    fn ask(&self, scorer: &str, texts: &Path, read: &Path) -> Result<String> {
        if scorer == OWN {
            return dates::score(texts, read);
        }
        let mut words = scorer.split(' ');
        let mut command = program("python3");
        command.arg(self.folder.join(words.next().unwrap_or_default()));
        for word in words {
            match word {
                "TEXTS" => command.arg(texts),
                "READ" => command.arg(read),
                word if word.starts_with(FOLDED) => {
                    command.arg(folded(&self.folder.join(&word[FOLDED.len()..]), &site::work().join("score"))?)
                }
                word => command.arg(word),
            };
        }
        Ok(String::from_utf8(shell::read(&mut command)?)?)
    }
}

/// The native command, just built.
fn tallysheet() -> Result<PathBuf> {
    let name = format!("release/tallysheet{}", std::env::consts::EXE_SUFFIX);
    let built = site::target().join(name);
    if built.is_file() { Ok(built) } else { bail!("{} is not there", built.display()) }
}

/// The same texts with their place in the file as `id`, for a scorer that knows them so.
fn by_number(texts: &Path, work: &Path) -> Result<PathBuf> {
    let file = fs::read_to_string(texts)?;
    let mut out = String::new();
    for (number, line) in file.lines().enumerate() {
        let mut line: Value =
            serde_json::from_str(line).with_context(|| format!("{}:{}", texts.display(), number + 1))?;
        line["id"] = number.into();
        out += &format!("{line}\n");
    }
    let numbered = work.join("numbered.jsonl");
    fs::write(&numbered, out)?;
    Ok(numbered)
}

/// Answers in which "equal to 20", given as the interval from 20 to 20, is the value 20. The scorer of short cases
/// takes such an interval for its value in what was read, but not in the answers, so that none can be right.
fn folded(answers: &Path, work: &Path) -> Result<PathBuf> {
    let file = fs::read_to_string(answers)?;
    let mut out = String::new();
    for (number, line) in file.lines().enumerate() {
        let mut line: Value =
            serde_json::from_str(line).with_context(|| format!("{}:{}", answers.display(), number + 1))?;
        for answer in line["quantities"].as_array_mut().into_iter().flatten() {
            if let Some(one) = answer.get("low").filter(|low| answer.get("high") == Some(low)).cloned() {
                *answer = serde_json::json!({ "value": one });
            }
        }
        out += &format!("{line}\n");
    }
    let folded = work.join("folded.jsonl");
    fs::write(&folded, out)?;
    Ok(folded)
}

fn by_pointer(said: &str, pointer: &str) -> Option<f64> {
    serde_json::from_str::<Value>(said).ok()?.pointer(pointer)?.as_f64()
}

/// The number behind words that stand after one another, `>` between them.
fn by_words(said: &str, words: &str) -> Option<f64> {
    let mut rest = said;
    for word in words.split('>') {
        rest = rest.split_once(word)?.1;
    }
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    rest[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_picked() {
        assert_eq!(by_pointer(r#"{"a":{"b":[7.5]}}"#, "/a/b/0"), Some(7.5));
        assert_eq!(by_words("all 80.3 (72.1)\n", "all>("), Some(72.1));
        assert_eq!(by_words("bytes P 1.0 F1 93.9 | AEB P 0.9 F1 0.92", "AEB P>F1"), Some(0.92));
        assert_eq!(by_words("nothing", "all"), None);
    }
}
