//! Where a figure holds: the locating phrase after what is counted, or at the head of the sentence.

use super::Page;
use crate::base::{Rule, Span};
use crate::extract::{EntityKind, Measure};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// After the thing counted.
pub const AFTER: Rule =
    Rule { name: "place/after", why: "A phrase that says where stands after what is counted, in its clause." };
/// At the head of the sentence.
pub const FIRST: Rule = Rule { name: "place/first", why: "The sentence begins with a phrase that says where." };

/// Between the thing counted and its number.
pub const BETWEEN: Rule =
    Rule { name: "place/between", why: "A phrase that says where stands between what is counted and its number." };
/// What a verb behind the figure has as its object.
pub const OBJECT: Rule =
    Rule { name: "place/object", why: "What is counted does something to a place: crosses a border, secures an area." };

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
    // "Hundreds of miles from the border", "12 people in Oslo": the phrase is part of what is measured.
    let thing = mention.value.thing.map(|thing| page.document.tokens_in(thing.span));
    let own = thing.clone().filter(|thing| thing.start > mention.tokens.1);
    if let Some(phrase) = own.and_then(|mut thing| thing.find_map(|at| phrase(page, at, sentence.end))) {
        return Some((phrase, &AFTER));
    }
    // "hunger in the valley over the past decade"
    // What another number counts has its place from there.
    let own = thing.filter(|thing| {
        let from = sentence.start.max(thing.start.saturating_sub(3));
        thing.start >= sentence.start
            && thing.end < mention.tokens.0
            && (from..mention.tokens.0).all(|t| page.figures.at(t).is_none())
    });
    if let Some(span) = own.and_then(|thing| phrase(page, thing.end, mention.tokens.0)) {
        return Some((span, &BETWEEN));
    }
    let end = sentence.end.min(last + 1 + REACH);
    for at in last + 1..end {
        if matches!(page.word(at), ";" | "." | "\"" | "”") || page.figures.at(at).is_some() || turns(page, at) {
            break;
        }
        if let Some(phrase) = phrase(page, at, sentence.end) {
            return Some((phrase, &AFTER));
        }
        if let Some(object) = object(page, at, sentence.end).filter(|_| mention.value.measure == Measure::Count) {
            return Some((object, &OBJECT));
        }
    }
    let first = sentence.start;
    (first + 1 < mention.tokens.0).then(|| phrase(page, first, mention.tokens.0)).flatten().map(|span| (span, &FIRST))
}

/// Whether another clause begins.
fn turns(page: &Page<'_>, at: TokenId) -> bool {
    page.is_any(at, "but while although though because after before when who which if")
        || page.word(at) == "," && page.is_any(at + 1, "and but he she it they")
}

/// A preposition of place with a phrase whose head is a place.
fn phrase(page: &Page<'_>, at: TokenId, end: TokenId) -> Option<Span> {
    const PLACES: &str = "at in on near along across inside outside throughout around to into from within toward \
    towards through off";
    // "according to Riverside Hospital" says who, not where.
    let source = at > 0 && page.is_any(at, "to") && page.is_any(at - 1, "according");
    let head = if page.is_any(at, PLACES) && !source { head(page, at + 1, end) } else { None };
    head.map(|head| page.document.span(at, head))
}

/// The object of a verb where a word for a kind of place heads it: "stormed the country's border", "to secure the areas".
fn object(page: &Page<'_>, at: TokenId, end: TokenId) -> Option<Span> {
    let word = page.word(at);
    let verb = page.is_content(at)
        && !page.document.token(at).is_capital()
        && (word.ends_with("ed") || at > 0 && page.is_any(at - 1, "to"))
        && !page.lexicon.has(Table::Speech, word)
        && (page.class(at + 1) == "det" || page.names.at(at + 1).is_some());
    let head = head(page, at + 1, end).filter(|_| verb)?;
    let whole = page.lexicon.has(Table::Locality, page.word(head)) || page.names.at(head).is_some();
    let named = (at + 1..=head).any(|t| page.lexicon.has(Table::Locality, page.word(t)));
    let hyphen = page.document.token(head + 1).glued && page.word(head + 1) == "-";
    let closed = !hyphen && !page.is_content(head + 1) || page.timexes.at(head + 1).is_some();
    (whole && named && closed).then(|| page.document.span(at + 1, head))
}

/// The last token of the phrase from `first` whose head is a place.
fn head(page: &Page<'_>, first: TokenId, end: TokenId) -> Option<TokenId> {
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
                    // "on school nights": a noun without article before another is part of it.
                    if head == Some(first) && token == first + 1 && page.names.at(first).is_none() {
                        return None;
                    }
                    break;
                }
            }
            TokenKind::Word if page.class(token) == "det" || page.is_any(token, "his her their its our") => {
                if token > first {
                    break;
                }
            }
            TokenKind::Word if page.is_any(token, "of with") && head == Some(token - 1) => {
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
    head
}
