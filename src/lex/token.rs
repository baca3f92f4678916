//! Tokens: words, numbers, signs, addresses.
//!
//! Cut at white space, at hyphens, before a possessive 's, between letters and digits. What was cut
//! without white space between is told by [`Token::glued`], so that "22-year-old", "$1.2bn" and "G20" can
//! be read as one where that is meant.

use super::Conventions;
use crate::base::{Span, fold};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and the full stops of an abbreviation.
    Word,
    /// Digits, with separators between them: `1,500`, `2.5`.
    Number,
    /// The possessive ending: `'s`, or the apostrophe alone after an s.
    Possessive,
    /// An opening or closing quotation mark (which one the context tells).
    Quote,
    /// Any other sign.
    Sign,
    /// A web or mail address.
    Address,
    /// `@name` or `#topic`.
    Handle,
}

/// The case of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letter, or a script without case.
    None,
    /// all lower
    Lower,
    /// First letter a capital, some other lower.
    Title,
    /// ALL CAPITALS, two or more.
    Upper,
    /// A capital that is not the first, as in iPhone.
    Mixed,
}

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// The case of its letters; a single capital is `Title`.
    pub case: Case,
    /// Whether nothing stands between it and the token before, but for the space that a text sets all its signs apart by.
    pub glued: bool,
}

/// What stands past either end.
pub const NONE: Token = Token { span: Span::new(0, 0), kind: TokenKind::Sign, case: Case::None, glued: false };

impl Token {
    /// Whether its first letter is a capital.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
    }
}

/// Appends the tokens of one block.
pub fn split(text: &str, block: Span, conventions: &dyn Conventions, tokens: &mut Vec<Token>) {
    let (mut at, end) = (block.start as usize, block.end as usize);
    let mut gap = true;
    while at < end {
        let rest = &text[at..end];
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() || !first.is_ascii() && fold::fold_char(first).is_none() {
            gap |= first.is_whitespace();
            at += first.len_utf8();
            continue;
        }
        let (len, kind) = next(rest, first, gap, conventions);
        let word = &rest[..len];
        let span = Span::new(offset(at), offset(at + len));
        let case = if kind == TokenKind::Word { case(word) } else { Case::None };
        tokens.push(Token { span, kind, case, glued: !gap });
        gap = false;
        at += len;
    }
}

/// Length and kind of the token that `rest` begins with.
fn next(rest: &str, first: char, gap: bool, conventions: &dyn Conventions) -> (usize, TokenKind) {
    if gap && let Some(len) = address(rest) {
        return (len, TokenKind::Address);
    }
    match first {
        '0'..='9' => (number(rest), TokenKind::Number),
        '@' | '#' => match rest[1..].find(|c: char| !c.is_alphanumeric() && c != '_') {
            Some(0) => (1, TokenKind::Sign),
            Some(len) if !rest[1..].starts_with(|c: char| c.is_ascii_digit()) => (1 + len, TokenKind::Handle),
            None if rest.len() > 1 && !rest[1..].starts_with(|c: char| c.is_ascii_digit()) => {
                (rest.len(), TokenKind::Handle)
            }
            _ => (1, TokenKind::Sign),
        },
        '\'' | '’' | '‘' => apostrophe(rest, first, gap),
        '"' | '“' | '”' | '„' | '«' | '»' | '`' => (first.len_utf8(), TokenKind::Quote),
        _ if first.is_alphabetic() => (word(rest, conventions), TokenKind::Word),
        '.' => (rest.len() - rest.trim_start_matches('.').len(), TokenKind::Sign),
        _ => (first.len_utf8(), TokenKind::Sign),
    }
}

/// `'s`, the apostrophe of "Democrats'", or a quotation mark.
fn apostrophe(rest: &str, first: char, gap: bool) -> (usize, TokenKind) {
    let len = first.len_utf8();
    let after = &rest[len..];
    let ends = |s: &str| !s.starts_with(char::is_alphanumeric);
    if first != '‘' && !gap && after.starts_with(['s', 'S']) && ends(&after[1..]) {
        return (len + 1, TokenKind::Possessive);
    }
    (len, TokenKind::Quote)
}

/// Digits with `,` before groups of three and `.` before digits.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut len = digits(0);
    let mut grouped = len <= 3;
    while let Some(sign) = bytes.get(len) {
        let run = digits((len + 1).min(bytes.len()));
        match sign {
            b',' if grouped && run == 3 => len += 4,
            b'.' if run > 0 => {
                grouped = false;
                len += 1 + run;
            }
            _ => break,
        }
    }
    len
}

/// Letters with inner apostrophes; the full stops of "U.S." and of abbreviations.
fn word(rest: &str, conventions: &dyn Conventions) -> usize {
    let mut len = letters(rest);
    // "U.S.", "p.m.", "J.": single letters, each with its full stop.
    if is_single(&rest[..len]) && rest[len..].starts_with('.') {
        let mut stops = 0;
        let mut at = 0;
        while let Some(dot) = single_with_stop(&rest[at..]) {
            at += dot;
            stops += 1;
        }
        let capital = rest.starts_with(char::is_uppercase);
        let spaced = rest[at..].starts_with(char::is_whitespace);
        // A lone capital is an initial where a name can follow, and the end of a sentence otherwise.
        if stops > 1 || capital && spaced && rest[at..].trim_start().starts_with(char::is_uppercase) {
            return at;
        }
    }
    // "don't", "O'Brien": an apostrophe between letters, but not a possessive.
    while let Some(mark) = rest[len..].chars().next().filter(|c| matches!(c, '\'' | '’')) {
        let after = &rest[len + mark.len_utf8()..];
        let run = letters(after);
        if run == 0 || (run == 1 && after.starts_with(['s', 'S'])) {
            break;
        }
        len += mark.len_utf8() + run;
    }
    if rest[len..].starts_with('.') && len <= 12 && conventions.is_abbreviation(&rest[..len]) {
        len += 1;
    }
    len
}

fn letters(rest: &str) -> usize {
    if let Some(len) = rest.bytes().position(|b| !b.is_ascii_alphabetic()).filter(|len| rest.as_bytes()[*len] < 0x80) {
        return len;
    }
    rest.find(|c: char| !c.is_alphabetic() && !is_mark(c)).unwrap_or(rest.len())
}

/// Combining marks and soft hyphens belong to the word they stand in.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}')
}

pub(super) fn is_single(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

fn single_with_stop(rest: &str) -> Option<usize> {
    let first = rest.chars().next().filter(|c| c.is_alphabetic())?;
    rest[first.len_utf8()..].starts_with('.').then(|| first.len_utf8() + 1)
}

/// No address is longer; what is, is cut into words. Keeps a text without white space linear.
const MAX_ADDRESS: usize = 2048;

/// An address at the start of `rest`: with a scheme, with www, a mail address, or a host with a path.
fn address(rest: &str) -> Option<usize> {
    // Nearly no word is one: each has a stop, a stroke or an at-sign, and not just the full stop of a sentence.
    let signs = |b: &u8| matches!(b, b' ' | b'\n' | b'.' | b'/' | b'@');
    let sign = rest.bytes().take(MAX_ADDRESS).position(|b| signs(&b))?;
    match (rest.as_bytes().get(sign), rest.as_bytes().get(sign + 1)) {
        (Some(b' ' | b'\n'), _) | (Some(b'.'), None | Some(b' ' | b'\n')) => return None,
        _ => {}
    }
    let rest = &rest[..(0..=rest.len().min(MAX_ADDRESS)).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(0)];
    let run = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '<' | '>' | '(' | ')'))
        .unwrap_or(rest.len());
    let run = rest[..run].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', ']']);
    let starts = |prefix: &str| run.get(..prefix.len()).is_some_and(|s| s.eq_ignore_ascii_case(prefix));
    if (starts("http://") || starts("https://") || starts("www.")) && run.len() > 8 {
        return Some(run.len());
    }
    let (host, path) = run.split_at(run.find('/').unwrap_or(run.len()));
    if let Some((name, domain)) = host.split_once('@') {
        let fits = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_+".contains(&b));
        return (fits && is_host(domain)).then_some(host.len());
    }
    (path.len() > 1 && is_host(host) && host.bytes().any(|b| b.is_ascii_alphabetic())).then_some(run.len())
}

/// Labels parted by full stops, the last of two or more letters.
fn is_host(host: &str) -> bool {
    let Some((_, top)) = host.rsplit_once('.') else { return false };
    top.len() >= 2
        && top.bytes().all(|b| b.is_ascii_lowercase())
        && host.split('.').all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
}

fn case(word: &str) -> Case {
    // Nearly all words: small letters after, at most, a capital.
    if let Some((first, rest)) = word.as_bytes().split_first()
        && rest.iter().all(u8::is_ascii_lowercase)
    {
        match first {
            b'a'..=b'z' => return Case::Lower,
            b'A'..=b'Z' => return Case::Title,
            _ => {}
        }
    }
    let (mut first_upper, mut upper, mut lower, mut seen) = (false, 0, 0, 0);
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        if c.is_uppercase() {
            first_upper |= seen == 0;
            upper += 1;
        } else if c.is_lowercase() {
            lower += 1;
        }
        seen += 1;
    }
    match (upper, lower, first_upper) {
        (0, 0, _) => Case::None,
        (0, ..) => Case::Lower,
        (1, _, true) => Case::Title,
        (_, 0, _) => Case::Upper,
        (_, _, true) => Case::Title,
        _ => Case::Mixed,
    }
}

/// Offsets of a text below 4 GiB.
#[allow(clippy::cast_possible_truncation)]
const fn offset(at: usize) -> u32 {
    at as u32
}
