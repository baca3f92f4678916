//! Folding: the form under which words are looked up and compared.
//!
//! Lower case, typographic apostrophes and dashes as their ASCII signs, every run of white space as
//! one space. Length in chars is kept otherwise, so that a mask of capitals lines up with it.

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

/// Appends `text` folded to `key` and the positions of its capitals to `caps`.
///
/// `caps` has bit *n* set when the *n*-th char of `key` was a capital; chars past the 64th have none.
pub fn fold_into(text: &str, key: &mut String, caps: &mut u64) {
    let mut at = if key.is_ascii() { key.len() } else { key.chars().count() };
    for c in text.chars() {
        let Some(folded) = fold_char(c) else { continue };
        if folded == ' ' && key.ends_with(' ') {
            continue;
        }
        if at < 64 && c.is_uppercase() {
            *caps |= 1 << at;
        }
        key.push(folded);
        at += 1;
    }
}

/// `text` folded, on its own.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    fold_into(text, &mut key, &mut 0);
    key
}
