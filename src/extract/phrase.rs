//! Noun phrases without a parser: where one begins and ends, which word is its head, and what the
//! subject of a clause is. Told from closed word classes, endings and a small table of verbs.

use super::Scope;
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{Table, WordClass};

/// What a token is in its sentence, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A noun in the singular, or any word of which nothing else is known.
    Noun,
    /// A noun in the plural.
    Plural,
    /// A word with a capital that is not the sentence's first.
    Name,
    /// An adjective.
    Adjective,
    /// A finite verb or a base form.
    Verb,
    /// A form in -ed: a past tense or a participle.
    Past,
    /// A form in -ing.
    Ing,
    /// An adverb.
    Adverb,
    /// An article or another determiner.
    Determiner,
    /// A preposition.
    Preposition,
    /// A conjunction.
    Conjunction,
    /// A pronoun.
    Pronoun,
    /// A form of be, have, do or a modal verb, or "not".
    Auxiliary,
    /// "who", "which", "when" …
    Relative,
    /// A number in digits or words.
    Number,
    /// The possessive ending.
    Possessive,
    /// A hyphen inside a compound.
    Hyphen,
    /// Any other sign.
    Sign,
}

/// Irregular pasts apart, the shortest word whose -ed is an ending.
const SHORTEST_ED: u32 = 4;

/// The class of a token.
#[must_use]
pub fn class(scope: &Scope<'_>, at: TokenId) -> Class {
    let token = scope.token(at);
    match token.kind {
        TokenKind::Word => {}
        TokenKind::Number => return Class::Number,
        TokenKind::Possessive => return Class::Possessive,
        TokenKind::Quote if scope.word(at).starts_with(['\'', '’']) && token.glued => return Class::Possessive,
        TokenKind::Handle => return Class::Name,
        _ => {
            let hyphen = matches!(scope.word(at), "-" | "‑") && token.glued && scope.token(at + 1).glued;
            return if hyphen { Class::Hyphen } else { Class::Sign };
        }
    }
    let opens = scope.document.sentence_tokens(at).start == at;
    let capital = token.is_capital() || token.case == Case::Mixed;
    // "US", "May", "Will" inside a sentence are names, not words.
    if !capital || opens || token.span.len() == 1 {
        if let Some((1, row)) = scope.hits.longest(at, Table::Stop)
            && let Some(row) = scope.lexicon.rows.stops.get(row)
        {
            return match row.class {
                "det" => Class::Determiner,
                "prep" => Class::Preposition,
                "conj" => Class::Conjunction,
                "pron" => Class::Pronoun,
                "aux" | "neg" => Class::Auxiliary,
                "wh" => Class::Relative,
                _ => Class::Adverb,
            };
        }
    }
    if capital && !opens {
        return Class::Name;
    }
    if opens && scope.is_any(at, &["following", "including", "according", "amid", "given"]) {
        return Class::Preposition;
    }
    if let Some((_, row)) = scope.hits.longest(at, Table::Word)
        && let Some(row) = scope.lexicon.rows.words.get(row)
    {
        return match row.class {
            WordClass::Verb => Class::Verb,
            WordClass::Plural => Class::Plural,
            WordClass::Adjective => Class::Adjective,
            WordClass::Noun => Class::Noun,
            WordClass::Adverb => Class::Adverb,
        };
    }
    if scope.has(at, Table::Number) {
        return Class::Number;
    }
    ending(scope.word(at), token.span.len(), capital)
}

/// The class that a word's ending tells.
fn ending(word: &str, len: u32, capital: bool) -> Class {
    let ends = |end: &str| word.ends_with(end);
    if len >= SHORTEST_ED && ends("ed") && !ends("eed") {
        Class::Past
    } else if len >= 5 && ends("ing") {
        Class::Ing
    } else if len >= 4 && ends("ly") {
        Class::Adverb
    } else if len >= 3 && ends("s") && !ends("ss") && !ends("us") && !ends("is") {
        Class::Plural
    } else if capital {
        Class::Name
    } else {
        Class::Noun
    }
}

/// A noun phrase: its tokens, both included, and its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// The first token.
    pub first: TokenId,
    /// The last token.
    pub last: TokenId,
    /// The head noun.
    pub head: TokenId,
}

/// A phrase is read no further than this many tokens.
const REACH: TokenId = 9;

/// The noun phrase that begins at a token, without article.
///
/// It ends at its first plural noun (a plural that stands before another plural is part of a
/// compound: "sports teams"), else before the first word that can be no noun or adjective.
#[must_use]
pub fn noun_phrase(scope: &Scope<'_>, at: TokenId) -> Option<NounPhrase> {
    let end = scope.document.sentence_tokens(at).end.min(at + REACH);
    let mut head = None;
    let mut last = None;
    let mut next = at;
    while next < end {
        match class(scope, next) {
            Class::Plural => {
                head = Some(next);
                last = head;
                if class(scope, next + 1) == Class::Hyphen {
                    next += 2;
                    continue;
                }
                let more = next + 1 < end && class(scope, next + 1) == Class::Plural && !scope.token(next + 1).glued;
                if !more {
                    break;
                }
            }
            Class::Noun | Class::Name => {
                head = Some(next);
                last = head;
            }
            Class::Adjective | Class::Ing => last = Some(next),
            Class::Past if head.is_none() => last = Some(next),
            // "two calls", "two emergency calls": where a noun is due, a verb's form is one.
            Class::Verb
                if head.is_none()
                    || scope.word(next).ends_with('s')
                        && scope.word(next).len() > 3
                        && !follows_plural(scope, next) =>
            {
                head = Some(next);
                last = head;
                if scope.word(next).ends_with('s') {
                    break;
                }
            }
            Class::Adverb if head.is_none() && last.is_none() => {}
            Class::Hyphen if last.is_some() => {}
            // "digital and physical sales"
            Class::Conjunction
                if scope.is_any(next, &["and", "or"])
                    && joins(scope, next, end)
                    && head.is_none_or(|h| class(scope, h) != Class::Plural)
                    && last.is_some() => {}
            Class::Sign if scope.word(next) == "&" && head.is_some() => {}
            Class::Sign
                if matches!(scope.word(next), ".") && scope.token(next).glued && scope.token(next + 1).glued => {}
            _ => break,
        }
        next += 1;
    }
    // A hyphen or conjunction at the end does not belong.
    let last = last?;
    Some(NounPhrase { first: at, last, head: head.filter(|h| *h <= last).unwrap_or(last) })
}

fn follows_plural(scope: &Scope<'_>, at: TokenId) -> bool {
    at > 0 && matches!(class(scope, at - 1), Class::Plural | Class::Name)
}

/// Whether a plural noun follows "and" soon, with nothing but adjectives and nouns before it.
fn joins(scope: &Scope<'_>, and: TokenId, end: TokenId) -> bool {
    for at in and + 1..end.min(and + 4) {
        match class(scope, at) {
            Class::Plural => return true,
            Class::Noun | Class::Adjective | Class::Hyphen | Class::Name => {}
            _ => return false,
        }
    }
    false
}

/// The noun phrase that ends at a token, going left no further than `floor`.
#[must_use]
pub fn phrase_before(scope: &Scope<'_>, at: TokenId, floor: TokenId) -> Option<NounPhrase> {
    let mut first = None;
    let mut next = at;
    loop {
        match class(scope, next) {
            Class::Noun | Class::Plural | Class::Name => first = Some(next),
            Class::Adjective | Class::Past | Class::Ing if first.is_some() => first = Some(next),
            Class::Hyphen | Class::Number if first.is_some() => {}
            _ => break,
        }
        if next <= floor || at - next >= REACH {
            break;
        }
        next -= 1;
    }
    Some(NounPhrase { first: first?, last: at, head: at })
}

/// How far a subject is looked for.
const CLAUSE: TokenId = 40;

/// The start of the clause that a token stands in.
fn clause_start(scope: &Scope<'_>, at: TokenId) -> TokenId {
    let sentence = scope.document.sentence_tokens(at).start;
    let floor = sentence.max(at.saturating_sub(CLAUSE));
    let mut next = at;
    while next > floor {
        let prior = next - 1;
        let word = scope.word(prior);
        let breaks = match class(scope, prior) {
            Class::Sign => {
                matches!(word, ";" | ":" | "—" | "(" | ")" | "[" | "]") || word == "–" && !scope.token(prior).glued
            }
            Class::Conjunction => scope.is_any(
                prior,
                &["but", "while", "as", "because", "although", "though", "whereas", "if", "that", "than"],
            ),
            Class::Determiner => scope.is(prior, "that"),
            Class::Relative => !scope.is_any(prior, &["which", "who"]),
            _ => scope.token(prior).kind == TokenKind::Quote && !matches!(word, "'" | "’"),
        };
        if breaks {
            break;
        }
        next = prior;
    }
    next
}

/// The subject of the clause that a token stands in: the phrase before its first verb, its own
/// prepositional phrases included.
#[must_use]
pub fn subject(scope: &Scope<'_>, at: TokenId) -> Option<NounPhrase> {
    let mut start = clause_start(scope, at);
    let mut found: Option<NounPhrase> = None;
    let mut open: Option<(TokenId, Option<TokenId>)> = None;
    let mut in_phrase = false;
    while start < at {
        let now = class(scope, start);
        match now {
            Class::Noun | Class::Plural | Class::Name => {
                let (first, head) = open.unwrap_or((start, None));
                // The head is the last noun before the first preposition.
                open = Some((first, if in_phrase && head.is_some() { head } else { Some(start) }));
            }
            Class::Adjective | Class::Ing | Class::Past if open.is_none() => open = Some((start, None)),
            Class::Adjective | Class::Hyphen | Class::Possessive | Class::Number | Class::Adverb | Class::Ing => {}
            Class::Preposition if matches!(open, Some((_, Some(_)))) => in_phrase = true,
            // "In Tokyo trade, Nintendo plunged": what a preposition opens is no subject.
            Class::Preposition => {
                let past = skip_phrase(scope, start + 1, at);
                start = past;
                continue;
            }
            Class::Determiner => {}
            Class::Conjunction if matches!(open, Some((_, Some(_)))) && scope.is(start, "and") => {}
            Class::Verb | Class::Auxiliary | Class::Past => {
                if let Some((first, Some(head))) = open {
                    let last = (first..start).rev().find(|t| {
                        matches!(class(scope, *t), Class::Noun | Class::Plural | Class::Name | Class::Number)
                    });
                    found = Some(NounPhrase { first, last: last.unwrap_or(head), head });
                    break;
                }
            }
            Class::Sign if scope.word(start) == "," => {
                // A comma ends what stood before the clause, or opens an apposition of the subject.
                let resumes = matches!(open, Some((_, Some(_)))) && !begins_clause(scope, start + 1, at);
                if resumes {
                    start = skip_apposition(scope, start + 1, at);
                    continue;
                }
                open = None;
                in_phrase = false;
            }
            Class::Relative | Class::Pronoun if matches!(open, Some((_, Some(_)))) => {
                if let Some((first, Some(head))) = open {
                    found = Some(NounPhrase { first, last: start - 1, head });
                    break;
                }
            }
            _ => {
                open = None;
                in_phrase = false;
            }
        }
        start += 1;
    }
    let mut found = found?;
    while found.last > found.head && matches!(class(scope, found.last), Class::Sign | Class::Preposition) {
        found.last -= 1;
    }
    Some(found)
}

/// The token past the phrase that a preposition opens.
fn skip_phrase(scope: &Scope<'_>, at: TokenId, limit: TokenId) -> TokenId {
    let mut next = at;
    while next < limit
        && !matches!(
            class(scope, next),
            Class::Verb | Class::Auxiliary | Class::Sign | Class::Conjunction | Class::Relative
        )
    {
        next += 1;
    }
    // Without a comma the phrase and the subject cannot be told apart: begin again behind the preposition.
    if scope.word(next) == "," { next + 1 } else { at }
}

/// Whether a subject and its verb follow before the number.
fn begins_clause(scope: &Scope<'_>, at: TokenId, limit: TokenId) -> bool {
    let mut noun = false;
    for next in at..limit.min(at + 8) {
        match class(scope, next) {
            Class::Noun | Class::Plural | Class::Name | Class::Pronoun => noun = true,
            Class::Verb | Class::Auxiliary | Class::Past => return noun,
            Class::Sign | Class::Relative => return false,
            _ => {}
        }
    }
    false
}

/// The token past an apposition, its closing comma included; the limit where none closes it.
fn skip_apposition(scope: &Scope<'_>, at: TokenId, limit: TokenId) -> TokenId {
    (at..limit).find(|t| scope.word(*t) == ",").map_or(at, |t| t + 1)
}
