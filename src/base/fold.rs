//! Folding: the form under which words are looked up and compared.
//!
//! Lower case, typographic apostrophes and dashes as their ASCII signs, every run of white space as
//! one space. Length in chars is kept otherwise, so that a mask of capitals lines up with it.

use super::hash;

/// Folds one char; `None` for a char that folding drops (soft hyphens and zero-width marks).
#[must_use]
pub fn fold_char(c: char) -> Option<char> {
    Some(match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{0}'..='\u{7f}' => c,
        '’' | '‘' | 'ʼ' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' => return None,
        _ if c.is_whitespace() => ' ',
        // One char to one char only: the few that lower to several (İ) keep their first.
        _ => c.to_lowercase().next().unwrap_or(c),
    })
}

/// Appends `text` folded to `key`.
pub fn fold_into(text: &str, key: &mut String) {
    let mut space = key.ends_with(' ');
    for c in text.chars() {
        let folded = if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { fold_char(c) };
        let Some(folded) = folded else { continue };
        if !(folded == ' ' && space) {
            key.push(folded);
        }
        space = folded == ' ';
    }
}

/// `text` folded, on its own.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    fold_into(text, &mut key);
    key
}

/// Folded text in the making, with its hash and its capitals, so that a look-up neither allocates nor
/// reads it twice.
#[derive(Clone, Debug)]
pub struct Key {
    bytes: [u8; Self::MOST],
    len: usize,
    /// How many chars, while they fit the mask of capitals.
    chars: u32,
    caps: u64,
    hash: u64,
}

impl Key {
    /// No key is longer, in bytes; what is, equals none. A test holds that every form of the tables fits.
    pub const MOST: usize = 96;

    /// The empty key.
    #[must_use]
    pub const fn new() -> Self {
        Self { bytes: [0; Self::MOST], len: 0, chars: 0, caps: 0, hash: hash::EMPTY }
    }

    /// The key of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut key = Self::new();
        key.push(text);
        key
    }

    /// Makes it empty again.
    pub const fn clear(&mut self) {
        (self.len, self.chars, self.caps, self.hash) = (0, 0, 0, hash::EMPTY);
    }

    /// Appends a text, folding it.
    pub fn push(&mut self, text: &str) {
        if text.is_ascii() {
            for byte in text.bytes() {
                self.char(byte.to_ascii_lowercase() as char, byte.is_ascii_uppercase());
            }
        } else {
            for c in text.chars() {
                if let Some(folded) = fold_char(c) {
                    self.char(folded, c.is_uppercase());
                }
            }
        }
    }

    fn char(&mut self, folded: char, capital: bool) {
        if folded == ' ' && self.len > 0 && self.bytes.get(self.len - 1) == Some(&b' ') {
            return;
        }
        if self.chars < u64::BITS {
            self.caps |= u64::from(capital) << self.chars;
            self.chars += 1;
        }
        if folded.is_ascii() {
            self.byte(folded as u8);
        } else {
            folded.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.byte(byte));
        }
    }

    fn byte(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.hash = hash::step(self.hash, byte);
        }
        // One past the most says that it did not fit.
        self.len = (self.len + 1).min(Self::MOST + 1);
    }

    /// Its bytes; `None` if it is longer than any key.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        self.bytes.get(..self.len)
    }

    /// Bit *n*: the *n*-th char was a capital; chars past the 64th have none.
    #[must_use]
    pub const fn caps(&self) -> u64 {
        self.caps
    }

    /// FNV-1a of its bytes.
    #[must_use]
    pub const fn hash(&self) -> u64 {
        self.hash
    }
}

impl Default for Key {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a word is one of a list's, whose words are parted by one space each; ASCII letters in any case. One string
/// instead of many costs the page a third of their bytes.
#[must_use]
pub fn is_one(word: &str, list: &str) -> bool {
    list.as_bytes().split(|b| *b == b' ').any(|one| one.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::super::hash::fnv1a;
    use super::{Key, fold};

    #[test]
    fn a_key_is_the_folded_text_with_its_hash_and_capitals() {
        for text in ["", "The U.S. House", "São  Paulo’s", "ÉCLAT – İ", "a\u{ad}b", "two  words"] {
            let key = Key::of(text);
            assert_eq!(key.bytes(), Some(fold(text).as_bytes()), "{text}");
            assert_eq!(key.hash(), fnv1a(fold(text).as_bytes()), "{text}");
        }
        assert_eq!(Key::of("aBéÉ").caps(), 0b1010);
        assert!(Key::of(&"x".repeat(Key::MOST + 1)).bytes().is_none());
    }

    #[test]
    fn keys_grow_as_one_text_does() {
        let mut key = Key::of("New ");
        key.push(" York");
        assert_eq!(key.bytes(), Some("new york".as_bytes()));
        key.clear();
        assert_eq!(key.bytes(), Some("".as_bytes()));
    }

    #[test]
    fn a_list_holds_whole_words() {
        assert!(super::is_one("Said", "say says said") && super::is_one("say", "say says said"));
        assert!(
            !super::is_one("sa", "say says said")
                && !super::is_one("", "say says")
                && !super::is_one("said told", "said told")
        );
    }
}
