//! The phrase index: every form of every table, to be looked up by folded text.
//!
//! Comes in: the rows of the tables. Goes out: for a folded key its meanings, and whether longer forms
//! begin so.

use crate::base::fold::Key;
use crate::base::hash;
use crate::pack::{Rows, Table};

/// One meaning of a form: a row of a table, and which chars of the form must be capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    /// The table.
    pub table: Table,
    /// The row's index in its table.
    pub row: u16,
    /// Bit *n*: the form's *n*-th char is a capital.
    pub caps: u64,
}

/// All forms of all tables, to be looked up by folded text: an open-addressing table, made when the
/// tables are unpacked, because it is quicker to make than to fetch.
///
/// Every beginning of a form that ends at a change of letter, digit and other signs is in it too, so
/// that a reader knows when to stop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrases {
    /// Index of the entry plus one, or 0; a power of two long.
    slots: Vec<u32>,
    entries: Vec<Entry>,
    /// All keys, one behind the other.
    keys: Vec<u8>,
    senses: Vec<Sense>,
}

/// A key of [`Phrases`] and what stands at it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Entry {
    /// Where its key begins and ends in [`Phrases::keys`].
    key: (u32, u32),
    /// Its senses: the first, and how many.
    senses: (u32, u32),
    goes_on: bool,
}

/// What stands at a key.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// Its senses; empty where the key is only the beginning of a longer one.
    pub senses: &'a [Sense],
    /// Whether a longer form begins so.
    pub goes_on: bool,
}

impl Phrases {
    /// Indexes every form of `rows`.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // tables of a few hundred kilobytes
    pub fn index(rows: &Rows<'_>) -> Self {
        let mut phrases = Self { slots: vec![0; SLOTS], ..Self::default() };
        // First every key; then the senses, so that those of one key stand together.
        let mut found: Vec<(usize, Sense)> = Vec::new();
        let mut key = Key::new();
        rows.forms(|form, table, row| {
            key.clear();
            key.push(form);
            let Some(text) = key.bytes().and_then(|bytes| core::str::from_utf8(bytes).ok()) else { return };
            let (mut class, mut hash, mut hashed) = (None, hash::EMPTY, 0);
            for (at, c) in text.char_indices() {
                let now = (c.is_alphabetic(), c.is_numeric(), c == ' ');
                if class.is_some_and(|before| before != now) || !(now.0 || now.1 || now.2) && at > 0 {
                    hash = text.as_bytes()[hashed..at].iter().fold(hash, |hash, byte| hash::step(hash, *byte));
                    hashed = at;
                    let entry = phrases.insert(&text.as_bytes()[..at], hash);
                    phrases.entries[entry].goes_on = true;
                }
                class = Some(now);
            }
            // "swiss francs": a currency of two words is one in any case of letters.
            let caps = if table == Table::Currency && text.contains(' ') { 0 } else { key.caps() };
            found.push((phrases.insert(text.as_bytes(), key.hash()), Sense { table, row, caps }));
        });
        for (entry, _) in &found {
            phrases.entries[*entry].senses.1 += 1;
        }
        let mut first = 0;
        for entry in &mut phrases.entries {
            let count = entry.senses.1;
            entry.senses = (first, 0);
            first += count;
        }
        let blank = Sense { table: Table::Number, row: 0, caps: 0 };
        phrases.senses = vec![blank; found.len()];
        for (entry, sense) in found {
            let (first, count) = phrases.entries[entry].senses;
            let run = first as usize..(first + count) as usize;
            // A row that gives a form twice means it once; "KSh" and "Ksh" are two, by their capitals.
            if phrases.senses[run].contains(&sense) {
                continue;
            }
            phrases.senses[(first + count) as usize] = sense;
            phrases.entries[entry].senses.1 += 1;
        }
        phrases
    }

    /// The entry of a key, made if there is none.
    fn insert(&mut self, key: &[u8], hash: u64) -> usize {
        if (self.entries.len() + 1) * 2 > self.slots.len() {
            let size = self.slots.len() * 2;
            self.slots = vec![0; size];
            for (index, entry) in (1..).zip(&self.entries) {
                let key = &self.keys[entry.key.0 as usize..entry.key.1 as usize];
                let mut slot = hash::fnv1a(key) as usize & (size - 1);
                while self.slots[slot] != 0 {
                    slot = (slot + 1) & (size - 1);
                }
                self.slots[slot] = index;
            }
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(index) = (self.slots[slot] as usize).checked_sub(1) {
            let (start, end) = self.entries[index].key;
            if &self.keys[start as usize..end as usize] == key {
                return index;
            }
            slot = (slot + 1) & mask;
        }
        let start = self.keys.len() as u32;
        self.keys.extend_from_slice(key);
        self.entries.push(Entry { key: (start, self.keys.len() as u32), ..Entry::default() });
        self.slots[slot] = self.entries.len() as u32;
        self.entries.len() - 1
    }

    /// Looks a key up.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<Found<'_>> {
        let bytes = key.bytes()?;
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = key.hash() as usize & mask;
        loop {
            let index = (*self.slots.get(slot)? as usize).checked_sub(1)?;
            let entry = self.entries.get(index)?;
            if self.keys.get(entry.key.0 as usize..entry.key.1 as usize) == Some(bytes) {
                let (first, count) = entry.senses;
                let senses = self.senses.get(first as usize..(first + count) as usize)?;
                return Some(Found { senses, goes_on: entry.goes_on });
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// As many as the tables need, so that the index does not grow while it is made; a power of two.
const SLOTS: usize = 1 << 15;

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use crate::base::fold::Key;

    #[test]
    fn every_form_is_found() {
        let lexicon = Lexicon::embedded();
        lexicon.rows.forms(|form, table, row| {
            let found = lexicon.phrases.get(&Key::of(form));
            let here = found.is_some_and(|f| f.senses.iter().any(|s| s.table == table && s.row == row));
            assert!(here, "{form}: no form may be longer than {} bytes", Key::MOST);
        });
    }
}
