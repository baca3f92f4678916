//! `cargo xtask nouns FOLDER`: makes `data/nouns.tsv` from the database files of WordNet in a folder
//! (`data.noun`, `index.noun`, `noun.exc`; Debian's package wordnet-base has them under
//! `/usr/share/wordnet`) and `xtask/nouns.txt`, the list of nouns that earn their bytes.
//!
//! Words of the list that share a synset become one row; its kind is the nearest synset above it that has
//! a row too. Plurals that no rule gives stand beside their singular.

use anyhow::{Context, Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The head of the table.
const HEAD: &str =
    "# Nouns that news counts, with those that mean the same, and what each is a kind of. Made by `cargo xtask nouns`
# from WordNet 3.0 and xtask/nouns.txt; not to be changed by hand.
forms\tkind
";

/// Where a synset stands in `data.noun`.
type Synset = String;

/// What is needed of WordNet.
struct WordNet {
    /// For each word its senses, the most usual first.
    senses: BTreeMap<String, Vec<Synset>>,
    /// For each synset those above it.
    above: BTreeMap<Synset, Vec<Synset>>,
    /// For each singular its irregular plurals.
    plurals: BTreeMap<String, Vec<String>>,
}

/// Makes the table.
pub fn run(args: &[String]) -> Result<()> {
    let [folder] = args else { bail!("which folder? Debian's wordnet-base puts the files in /usr/share/wordnet") };
    let wordnet = WordNet::read(Path::new(folder))?;
    let list = fs::read_to_string("xtask/nouns.txt").context("xtask/nouns.txt")?;
    // Each synset with its words, in the order of the list.
    let mut order: Vec<Synset> = Vec::new();
    let mut words: BTreeMap<Synset, Vec<String>> = BTreeMap::new();
    let (mut roots, mut seen) = (Vec::new(), BTreeSet::new());
    for line in list.lines().filter(|l| !l.starts_with('#')) {
        if let Some(named) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            roots = named.split(' ').map(|root| wordnet.sense(root, &[])).collect::<Result<_>>()?;
            continue;
        }
        for word in line.split_whitespace() {
            let (word, meant) = word.split_once('=').unwrap_or((word, word));
            let synset = wordnet.sense(meant, &roots)?;
            let word = word.split('#').next().unwrap_or(word);
            if !seen.insert(word.to_owned()) {
                continue;
            }
            let forms = words.entry(synset.clone()).or_insert_with(|| {
                order.push(synset);
                Vec::new()
            });
            forms.push(word.to_owned());
            forms.extend(wordnet.plurals.get(word).into_iter().flatten().cloned());
        }
    }
    let mut table = HEAD.to_owned();
    for synset in &order {
        let kind = wordnet.path(synset).into_iter().skip(1).find_map(|above| words.get(&above)?.first());
        table += &format!("{}\t{}\n", words[synset].join("|"), kind.map_or("", String::as_str));
    }
    fs::write("data/nouns.tsv", table).context("data/nouns.tsv")
}

impl WordNet {
    fn read(folder: &Path) -> Result<Self> {
        let text = |name: &str| {
            fs::read_to_string(folder.join(name)).with_context(|| format!("no {name} in {}", folder.display()))
        };
        let mut wordnet = Self { senses: BTreeMap::new(), above: BTreeMap::new(), plurals: BTreeMap::new() };
        // The notice at the head of each file begins its lines with two spaces.
        for line in text("index.noun")?.lines().filter(|l| !l.starts_with("  ")) {
            let cells: Vec<&str> = line.split_whitespace().collect();
            let (Some(word), Some(count)) = (cells.first(), cells.get(2).and_then(|c| c.parse::<usize>().ok())) else {
                continue;
            };
            let senses = cells.iter().skip(cells.len().saturating_sub(count)).map(|s| (*s).to_owned());
            wordnet.senses.insert((*word).to_owned(), senses.collect());
        }
        for line in text("data.noun")?.lines().filter(|l| !l.starts_with("  ")) {
            let cells: Vec<&str> = line.split_whitespace().take_while(|c| *c != "|").collect();
            let Some(synset) = cells.first() else { continue };
            // A pointer is its sign, a synset, a part of speech and two words within them.
            let above = cells.windows(3).filter(|w| matches!(w[0], "@" | "@i") && w[2] == "n");
            wordnet.above.insert((*synset).to_owned(), above.map(|w| w[1].to_owned()).collect());
        }
        for line in text("noun.exc")?.lines() {
            let Some((plural, singular)) = line.split_once(' ') else { continue };
            wordnet.plurals.entry(singular.to_owned()).or_default().push(plural.to_owned());
        }
        Ok(wordnet)
    }

    /// The sense that `word#2` names, or the first one under one of the roots.
    fn sense(&self, word: &str, roots: &[Synset]) -> Result<Synset> {
        let (word, number) =
            word.split_once('#').map_or((word, None), |(word, number)| (word, number.parse::<usize>().ok()));
        let senses = self.senses.get(word).ok_or_else(|| anyhow!("WordNet has no noun “{word}”"))?;
        let sense = match number {
            Some(number) => senses.get(number - 1),
            None => senses.iter().find(|s| self.path(s).iter().any(|above| roots.contains(above))),
        };
        sense.cloned().ok_or_else(|| anyhow!("“{word}” has no such sense"))
    }

    /// A synset and those above it, the nearest first.
    fn path(&self, synset: &str) -> Vec<Synset> {
        let mut path = vec![synset.to_owned()];
        let mut at = 0;
        while let Some(next) = path.get(at) {
            let above =
                self.above.get(next).into_iter().flatten().filter(|a| !path.contains(a)).cloned().collect::<Vec<_>>();
            path.extend(above);
            at += 1;
        }
        path
    }
}
