//! Rust source as these rules need it: words and marks without comments and strings, and the paths
//! that are named in it, nested `use` groups taken apart.

/// A word or a mark, and its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub line: usize,
}

/// A path as named, `crate::base::Span` as `["crate", "base", "Span"]`, and its line.
#[derive(Debug, PartialEq)]
pub struct Named<'a> {
    pub path: Vec<&'a str>,
    pub line: usize,
}

/// Words and marks of a source; comments, strings and characters left out.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = blank(rest).unwrap_or_else(|| {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let length = if is_word(c) {
                rest.find(|c| !is_word(c)).unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                c.len_utf8()
            };
            if !c.is_whitespace() {
                pieces.push(Piece { text: &rest[..length], line });
            }
            length
        });
        line += rest[..length].matches('\n').count();
        at += length;
    }
    pieces
}

/// The length of the comment, string or character that the text begins with, if it does.
fn blank(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    if let Some(length) = raw_string(rest) {
        return Some(length);
    }
    let quote = rest.strip_prefix('b').unwrap_or(rest);
    let prefix = rest.len() - quote.len();
    if quote.starts_with('"') {
        return Some(prefix + closed_by(quote, '"'));
    }
    // A character, not a lifetime: closed after one character or an escape.
    let mut characters = quote.strip_prefix('\'')?.chars();
    let is_character = match characters.next()? {
        '\\' => true,
        _ => characters.next() == Some('\''),
    };
    is_character.then(|| prefix + closed_by(quote, '\''))
}

/// The length up to and with the closing mark; a backslash takes the next character along.
fn closed_by(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if !escaped && c == mark {
            return at + c.len_utf8();
        }
        escaped = !escaped && c == '\\';
    }
    rest.len()
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn raw_string(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = inner.len() - inner.trim_start_matches('#').len();
    inner[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let start = rest.len() - inner.len() + hashes + 1;
    Some(rest[start..].find(&end).map_or(rest.len(), |found| start + found + end.len()))
}

/// All paths of two parts or more, and those of `use`, groups taken apart.
pub fn named_paths<'a>(pieces: &[Piece<'a>]) -> Vec<Named<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if !is_word(&pieces[at]) {
            at += 1;
        } else if pieces[at].text == "use" {
            at = tree(pieces, at + 1, &[], &mut found);
        } else {
            let alone = pieces.get(at + 1).is_none_or(|next| next.text != "::");
            at = if alone { at + 1 } else { tree(pieces, at, &[], &mut found) };
        }
    }
    found
}

/// Reads one tree of paths from `at`; gives the place after it.
fn tree<'a>(pieces: &[Piece<'a>], mut at: usize, head: &[&'a str], found: &mut Vec<Named<'a>>) -> usize {
    let mut path = head.to_vec();
    let Some(line) = pieces.get(at).map(|piece| piece.line) else { return at };
    if pieces[at].text == "::" {
        at += 1;
    }
    while let Some(piece) = pieces.get(at) {
        if piece.text == "{" {
            at += 1;
            while pieces.get(at).is_some_and(|piece| piece.text != "}") {
                let before = at;
                at = tree(pieces, at, &path, found);
                // `as` and its word, commas, and anything that is no path.
                while pieces.get(at).is_some_and(|piece| !matches!(piece.text, "," | "}")) {
                    at += 1;
                }
                if pieces.get(at).is_some_and(|piece| piece.text == ",") || at == before {
                    at += 1;
                }
            }
            return at + 1;
        }
        if !is_word(piece) && piece.text != "*" {
            break;
        }
        path.push(piece.text);
        at += 1;
        if pieces.get(at).is_none_or(|next| next.text != "::") {
            break;
        }
        at += 1;
    }
    if !path.is_empty() {
        found.push(Named { path, line });
    }
    at.max(1)
}

fn is_word(piece: &Piece<'_>) -> bool {
    piece.text.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        named_paths(&pieces(text)).iter().map(|named| named.path.join("::")).collect()
    }

    #[test]
    fn groups_are_taken_apart() {
        let text = "use crate::{base::{Span, fold as f}, view, lex::*};\nfn a() { crate::pack::read(std::fs::File) }";
        let expected = [
            "crate::base::Span",
            "crate::base::fold",
            "crate::view",
            "crate::lex::*",
            "crate::pack::read",
            "std::fs::File",
        ];
        assert_eq!(paths(text), expected);
    }

    #[test]
    fn a_path_that_ends_in_a_mark_ends() {
        assert_eq!(paths("a::<B>(); use c; d::e::{self};"), ["a", "c", "d::e::self"]);
    }

    #[test]
    fn comments_and_strings_are_blank() {
        let text = r####"
            // use crate::a::b;
            /* use crate::c::d; /* nested */ e::f */
            let x = "g::h \" i::j"; let y = r#"k::l " m"#; let z = ('"', '\'', b'n', b"o::p");
            fn q<'a>(r: &'a str) { s::t }
        "####;
        assert_eq!(paths(text), ["s::t"]);
    }

    #[test]
    fn lines_are_counted() {
        let source = pieces("/*\n*/ a\n\"\n\" b");
        assert_eq!(source.iter().map(|piece| piece.line).collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn broken_source_ends() {
        for text in ["use crate::{a, {b", "\"", "/*", "'", "r#\"", "use", "use ::", "a::", "use {,}", "use {};"] {
            named_paths(&pieces(text));
        }
    }
}
