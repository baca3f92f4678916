//! Makes the model's lists of names and words from named sources; `data/model.md` gives their licences.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use tallysheet::lex;
use tallysheet::lexicon::Lexicon;
use tallysheet::lexicon::lists::{Class, Classes, LONGEST, Lists, go_on, key, word_hash};

/// How often the annotated texts must write a word small, or with a capital, for its list.
const LEAST: u32 = 2;

/// The lists in the making.
#[derive(Default)]
struct Maker {
    keys: BTreeMap<u32, Classes>,
}

impl Maker {
    /// Adds a name of one or a few words, cut as the program cuts texts.
    fn add(&mut self, name: &str, class: Class) {
        let document = lex::read(name.trim(), Lexicon::embedded());
        let mut words = (0..document.len()).map(|t| word_hash(document.word(t)));
        let (Some(first), true) = (words.next(), document.len() <= LONGEST) else { return };
        *self.keys.entry(key(words.fold(first, go_on))).or_default() |= class.bit();
    }
}

/// All lists: from the folder of gazetteers, the file of places, the folder of the dictionary, and the annotated texts.
pub fn make(gazetteers: &Path, places: &Path, wordnet: &Path, texts: &[String]) -> Result<Lists> {
    let mut maker = Maker::default();
    let read = |path: &Path| {
        std::fs::read(path)
            .map(|bytes| String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned())
            .with_context(|| format!("{} cannot be read", path.display()))
    };
    for (file, class) in [
        ("given-names/female.txt", Class::Given),
        ("given-names/male.txt", Class::Given),
        ("census-names/first names/us.txt", Class::Given),
        ("census-names/first names/all.txt", Class::RareGiven),
        ("census-names/surnames/us.txt", Class::Surname),
        ("census-names/surnames/all.txt", Class::OtherSurname),
    ] {
        let file = read(&gazetteers.join(file))?;
        file.lines().filter(|line| !line.starts_with('#') && line.len() > 2).for_each(|line| maker.add(line, class));
    }
    for line in read(&gazetteers.join("world-cities/data/world-cities.csv"))?.lines().skip(1) {
        let mut fields = line.split(',').map(|field| field.trim_matches('"'));
        maker.add(fields.next().unwrap_or(""), Class::City);
        maker.add(fields.nth(1).unwrap_or(""), Class::Region);
    }
    let towns: BTreeMap<String, Value> = serde_json::from_str(&read(places)?)?;
    towns.values().filter_map(|town| town["name"].as_str()).for_each(|name| maker.add(name, Class::City));
    dictionary(&read(&wordnet.join("data.noun"))?, &mut maker);
    for file in ["data.verb", "data.adj", "data.adv"] {
        dictionary(&read(&wordnet.join(file))?, &mut maker);
    }
    for file in ["noun.exc", "verb.exc", "adj.exc"] {
        for word in read(&wordnet.join(file))?.lines().filter_map(|line| line.split(' ').next()) {
            maker.add(word, Class::Common);
        }
    }
    seen(texts, &mut maker);
    let (keys, classes) = maker.keys.into_iter().unzip();
    Ok(Lists::new(keys, classes))
}

/// WordNet's data files: a synset a line; a pointer `@i` makes it one thing and not a kind of things, and
/// the second field says which part of the dictionary it stands in.
fn dictionary(file: &str, maker: &mut Maker) {
    for line in file.lines().filter(|line| !line.starts_with(' ')) {
        let fields: Vec<&str> = line.split(" | ").next().unwrap_or("").split(' ').collect();
        let count = fields.get(3).and_then(|n| usize::from_str_radix(n, 16).ok()).unwrap_or(0);
        let is_one = fields.contains(&"@i");
        let class = match fields.get(1) {
            Some(&"15") => Class::Place,
            Some(&"18") => Class::Person,
            Some(&"14") => Class::Body,
            _ => Class::Thing,
        };
        for word in fields.iter().skip(4).step_by(2).take(count) {
            let name = word.split('(').next().unwrap_or("").replace('_', " ");
            let small = !name.contains(char::is_uppercase);
            if small && !name.contains(' ') {
                maker.add(&name, Class::Common);
            } else if !small && (is_one || class != Class::Thing) {
                maker.add(&name, class);
            }
        }
    }
}

/// The words of running text by how they are mostly written.
fn seen(texts: &[String], maker: &mut Maker) {
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for text in texts {
        let document = lex::read(text, Lexicon::embedded());
        for sentence in &document.sentences {
            for token in sentence.tokens.clone().skip(1) {
                let word = document.word(token);
                let count = counts.entry(word.to_lowercase()).or_default();
                match word.chars().next() {
                    Some(c) if c.is_lowercase() => count.0 += 1,
                    Some(c) if c.is_uppercase() => count.1 += 1,
                    _ => {}
                }
            }
        }
    }
    for (word, (small, capital)) in counts {
        if small >= LEAST && small > 2 * capital {
            maker.add(&word, Class::Small);
        } else if capital >= 2 * LEAST && capital > 8 * small {
            maker.add(&word, Class::Capital);
        }
    }
}
