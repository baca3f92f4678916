//! Long lists of names and words for the tagger, kept as hashes: what a word can be, not how it is written.
//!
//! Comes in: the second part of the model's file. Goes out: for a hash of a word or phrase, the [`Class`]es
//! of the lists that have it. A key is a few bits wide, so of a thousand words that are in no list a few are
//! taken for one that is: the learner weighs that. The trainer makes the lists (`trainer/src/lists.rs`).
//!
//! The file: number of keys; then three runs of bytes: each key's distance from the one before, the low and
//! the high bytes of their classes.

use super::model::Reader;
use crate::base::fold::fold_char;

/// Bits of a key.
pub const KEY_BITS: u32 = 26;
/// The longest phrase in tokens.
pub const LONGEST: u32 = 4;

/// A set of lists: one bit each.
pub type Classes = u16;

/// The lists, in the order of their bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Common given names.
    Given,
    /// Rarer given names, of many languages.
    RareGiven,
    /// Surnames of the United States.
    Surname,
    /// Surnames of other countries.
    OtherSurname,
    /// Towns and cities above 15,000 people.
    City,
    /// First-level parts of countries.
    Region,
    /// Places of a dictionary: rivers, mountains, regions, towns.
    Place,
    /// People of a dictionary.
    Person,
    /// Bodies and groups of a dictionary.
    Body,
    /// Works, events, buildings of a dictionary.
    Thing,
    /// Words that a dictionary writes small.
    Common,
    /// Words that the annotated texts mostly write small.
    Small,
    /// Words that the annotated texts mostly write with a capital, whatever they name.
    Capital,
}

impl Class {
    /// Its bit.
    #[must_use]
    pub const fn bit(self) -> Classes {
        1 << self as u16
    }
}

/// The hash of no chars yet (FNV-1a).
pub const WORD: u32 = 0x811c_9dc5;

/// The hash of a word that goes on with a char.
#[must_use]
pub const fn step(word: u32, c: char) -> u32 {
    (word ^ c as u32).wrapping_mul(0x0100_0193)
}

/// The hash of a word, folded; digits count as one.
#[must_use]
pub fn word_hash(word: &str) -> u32 {
    let folded = word.chars().filter_map(fold_char).map(|c| if c.is_numeric() { '0' } else { c });
    folded.fold(WORD, step)
}

/// The hash of a phrase that goes on with a word.
#[must_use]
pub const fn go_on(phrase: u32, word: u32) -> u32 {
    let mixed = (phrase.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

/// The key of a phrase's hash.
#[must_use]
pub const fn key(phrase: u32) -> u32 {
    go_on(0, phrase) >> (32 - KEY_BITS)
}

/// The lists, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    keys: Vec<u32>,
    classes: Vec<Classes>,
    /// Where the keys of each value of the top bits begin; one more at the end.
    first: Vec<u32>,
}

/// Bits by which the keys are found.
const TOP_BITS: u32 = 16;

impl Lists {
    /// From keys, rising, with their classes.
    #[must_use]
    pub fn new(keys: Vec<u32>, classes: Vec<Classes>) -> Self {
        let mut first = Vec::with_capacity((1 << TOP_BITS) + 1);
        let mut total = 0u32;
        for key in &keys {
            let top = (key >> (KEY_BITS - TOP_BITS)) as usize;
            first.resize((top + 1).max(first.len()), total);
            total += 1;
        }
        first.resize((1 << TOP_BITS) + 1, total);
        Self { keys, classes, first }
    }

    /// Reads the lists; `None` if the bytes are none.
    pub(super) fn read(at: &mut Reader<'_>) -> Option<Self> {
        let count = at.number()? as usize;
        // Each key has a byte at least: no more of them than bytes.
        let mut keys = Vec::with_capacity(count.min(at.left()));
        let mut key = 0u32;
        for _ in 0..count {
            key = key.checked_add(at.number()?).filter(|key| *key < 1 << KEY_BITS)?;
            keys.push(key);
        }
        let (low, high) = (at.take(count)?, at.take(count)?);
        let classes = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high])).collect();
        Some(Self::new(keys, classes))
    }

    /// The lists that have a phrase.
    #[must_use]
    pub fn of(&self, phrase: u32) -> Classes {
        let key = key(phrase);
        let top = (key >> (KEY_BITS - TOP_BITS)) as usize;
        let (Some(from), Some(to)) = (self.first.get(top), self.first.get(top + 1)) else { return 0 };
        let (from, to) = (*from as usize, *to as usize);
        let at = self.keys.get(from..to).and_then(|keys| keys.iter().position(|k| *k == key));
        at.and_then(|at| self.classes.get(from + at)).copied().unwrap_or(0)
    }

    /// Every key with its classes, rising.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (u32, Classes)> + '_ {
        self.keys.iter().copied().zip(self.classes.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Lists, key, word_hash};

    #[test]
    fn finds_what_was_put_in() {
        let mut words: Vec<(u32, &str)> =
            ["Ada", "Byron", "Zürich", "O’Neil"].map(|w| (key(word_hash(w)), w)).into_iter().collect();
        words.sort_unstable();
        let lists = Lists::new(words.iter().map(|w| w.0).collect(), vec![Class::Given.bit(); 4]);
        for (_, word) in &words {
            assert_eq!(lists.of(word_hash(&word.to_lowercase())), Class::Given.bit(), "{word}");
        }
        assert_eq!(lists.of(word_hash("o'neil")), Class::Given.bit(), "an apostrophe is an apostrophe");
        assert_eq!(lists.of(word_hash("table")), 0);
        assert_eq!(Lists::default().of(word_hash("Ada")), 0);
    }
}
