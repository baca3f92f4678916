//! Where a figure holds: the locating phrase after what is counted, or at the head of the sentence.

use super::Page;
use crate::base::{Rule, Span};
use crate::extract::EntityKind;
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// After the thing counted.
pub const AFTER: Rule =
    Rule { name: "place/after", why: "A phrase that says where stands after what is counted, in its clause." };
/// At the head of the sentence.
pub const FIRST: Rule = Rule { name: "place/first", why: "The sentence begins with a phrase that says where." };

/// A place stands at most so many tokens after the figure.
const REACH: TokenId = 18;

/// Where a figure holds, where its sentence says so.
pub fn place(page: &Page<'_>, index: usize) -> Option<(Span, &'static Rule)> {
    let mention = page.found.figures.get(index)?;
    let sentence = page.document.sentence_tokens(mention.tokens.0);
    let last = mention.value.thing.map_or(mention.tokens.1, |thing| {
        let thing = page.document.tokens_in(thing.span);
        // Only where the thing stands right after the number.
        if thing.start <= mention.tokens.1 + 3 {
            mention.tokens.1.max(thing.end.saturating_sub(1))
        } else {
            mention.tokens.1
        }
    });
    // "Hundreds of miles from the border": the phrase itself is what is measured.
    let own =
        mention.value.thing.map(|thing| page.document.tokens_in(thing.span).start).filter(|t| *t > mention.tokens.1);
    if let Some(phrase) = own.and_then(|at| phrase(page, at, sentence.end)) {
        return Some((phrase, &AFTER));
    }
    let end = sentence.end.min(last + 1 + REACH);
    for at in last + 1..end {
        if matches!(page.word(at), ";" | "." | "\"" | "”") || page.figures.at(at).is_some() || turns(page, at) {
            break;
        }
        if let Some(phrase) = phrase(page, at, sentence.end) {
            return Some((phrase, &AFTER));
        }
    }
    let first = sentence.start;
    (first + 1 < mention.tokens.0).then(|| phrase(page, first, mention.tokens.0)).flatten().map(|span| (span, &FIRST))
}

/// Whether another clause begins.
fn turns(page: &Page<'_>, at: TokenId) -> bool {
    page.is_any(at, &["but", "while", "although", "though", "because", "after", "before", "when", "who", "which", "if"])
        || page.word(at) == "," && page.is_any(at + 1, &["and", "but", "he", "she", "it", "they"])
}

/// A preposition of place with a phrase whose head is a place.
fn phrase(page: &Page<'_>, at: TokenId, end: TokenId) -> Option<Span> {
    const PLACES: &[&str] = &[
        "at",
        "in",
        "on",
        "near",
        "along",
        "across",
        "inside",
        "outside",
        "throughout",
        "around",
        "to",
        "into",
        "from",
        "within",
        "toward",
        "towards",
        "through",
        "off",
    ];
    if !page.is_any(at, PLACES) {
        return None;
    }
    let first = at + 1;
    let (mut head, mut owner) = (None, false);
    let mut token = first;
    while token < end.min(first + 8) {
        if page.timexes.at(token).is_some() || page.figures.at(token).is_some() {
            break;
        }
        if let Some(name) = page.names.at(token).and_then(|n| page.found.names.get(n)) {
            let place = matches!(
                name.value.kind,
                EntityKind::Country | EntityKind::Settlement | EntityKind::Place | EntityKind::Facility
            );
            if place {
                head = Some(name.tokens.1);
            }
            token = name.tokens.1.max(token) + 1;
            continue;
        }
        let word = page.document.token(token);
        match word.kind {
            TokenKind::Word if page.lexicon.has(Table::Locality, page.word(token)) => {
                (head, owner) = (Some(token), false);
            }
            TokenKind::Word if page.is_content(token) => {
                // A noun that is no place ends the phrase, once there is one; "the country's southern border"
                // has its own still to come.
                if head.is_some() && !owner {
                    break;
                }
            }
            TokenKind::Word
                if page.class(token) == "det" || page.is_any(token, &["his", "her", "their", "its", "our"]) =>
            {
                if token > first {
                    break;
                }
            }
            TokenKind::Word if page.is_any(token, &["of", "with"]) && head == Some(token - 1) => {
                // "the border with Mexico", "the north of the country"
                let next = token + 1 + TokenId::from(page.class(token + 1) == "det");
                let place = page.names.at(next).is_some() || page.lexicon.has(Table::Locality, page.word(next));
                if !place {
                    break;
                }
                token = next;
                continue;
            }
            TokenKind::Possessive => owner = head == Some(token - 1),
            TokenKind::Sign if matches!(page.word(token), "-" | "/") && word.glued => {}
            _ => break,
        }
        token += 1;
    }
    head.map(|head| page.document.span(at, head))
}
