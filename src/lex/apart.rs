//! Text whose punctuation stands apart from its words, as in corpora cut into tokens, in scans and in some copied
//! PDFs: "rents fell 4 . 1 % , to $ 2.75 million ." Where a block spaces its commas and full stops, its signs are taken
//! to touch the words that they touch in print. Spans still slice the text as it stands.

use super::{Token, TokenKind};

/// No number is longer, in bytes; keeps a text that is all groups of digits linear.
const LONGEST: usize = 40;

/// Closes up the tokens of a block, those from `first` on, if the block sets its signs apart.
pub fn close_up(text: &str, tokens: &mut Vec<Token>, first: usize) {
    if !is_set_apart(text, &tokens[first..]) {
        return;
    }
    let (mut kept, mut opened) = (first, false);
    for at in first..tokens.len() {
        let mut token = tokens[at];
        let word = token.span.of(text);
        let left = if kept > first { tokens[kept - 1].kind } else { TokenKind::Quote };
        let right = tokens.get(at + 1).map_or(TokenKind::Quote, |next| next.kind);
        let digits = left == TokenKind::Number && right == TokenKind::Number;
        // "5 . 6", "10 , 000" are one number.
        if token.kind == TokenKind::Number
            && kept > first + 1
            && tokens[kept - 2].kind == TokenKind::Number
            && goes_on(tokens[kept - 2].span.to(tokens[kept - 1].span).of(text), word)
        {
            kept -= 1;
            tokens[kept - 1].span = tokens[kept - 1].span.to(token.span);
            continue;
        }
        let joins = match word {
            "/" | ":" => digits,
            // "30 - year", "mid - july", "4 - 5", but "july - 5" may be a minus or a dash.
            "-" => digits || right == TokenKind::Word && matches!(left, TokenKind::Word | TokenKind::Number),
            _ => false,
        };
        token.glued |= opened || joins || matches!(word, "," | "." | "%" | ")");
        opened = joins || matches!(word, "$" | "£" | "€" | "(") && right == TokenKind::Number;
        tokens[kept] = token;
        kept += 1;
    }
    tokens.truncate(kept);
}

/// Whether more commas and full stops stand free than touch what they stand behind.
fn is_set_apart(text: &str, tokens: &[Token]) -> bool {
    let (mut free, mut touching) = (0, 0);
    for (at, token) in tokens.iter().enumerate() {
        let ends = || tokens.get(at + 1).is_none_or(|next| !next.glued && next.span.of(text) != ".");
        if token.kind == TokenKind::Sign && matches!(token.span.of(text), "," | ".") && ends() {
            *(if token.glued { &mut touching } else { &mut free }) += 1;
        }
    }
    free > touching
}

/// Whether digits belong to the number and the sign before them. A comma may stand in a list: behind three digits
/// only round hundreds are taken for a group.
fn goes_on(before: &str, next: &str) -> bool {
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    if let Some(number) = before.strip_suffix(" .") {
        // "in 1994 . 20 people came"
        return number.len() < LONGEST
            && plain(next)
            && !number.contains('.')
            && (number.len() < 4 || number.contains(','));
    }
    let Some(number) = before.strip_suffix(" ,").filter(|number| number.len() < LONGEST) else { return false };
    let last = number.rsplit(' ').next().unwrap_or(number);
    let grouped = last.len() < 3 || last.len() == 3 && (number != last || next.ends_with("00"));
    next.len() == 3 && plain(next) && plain(last) && !number.starts_with('0') && grouped
}
