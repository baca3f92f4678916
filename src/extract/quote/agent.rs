//! The phrase after "said", "according to", "by".

use super::Reader;
use super::speaker::{AMOUNTS, LONGEST, OBJECTS, Phrase, is_verb, person_between};
use crate::lex::{TokenId, TokenKind};
use crate::pack::{EntityKind, Table};

/// The noun phrase that begins at `start`, as after "said" or "according to".
pub fn right(reader: &Reader<'_>, start: TokenId, wide: bool) -> Option<Phrase> {
    let scope = reader.scope;
    let end = reader.sentence(start).end.min(start + LONGEST);
    let mut last = None;
    let mut at = start;
    while at < end && !reader.in_quotes(at) {
        // "a May 3, 2021 report"
        while at > start && last.is_none() && reader.timexes.at(at).is_some() && at + 1 < end {
            at += 1;
        }
        let token = scope.token(at);
        let name = reader.names.at(at).and_then(|n| scope.found.names.get(n));
        if let Some(name) = name.filter(|n| n.tokens.0 == at && n.tokens.1 > at && n.tokens.1 < end) {
            last = Some(name.tokens.1);
            at = name.tokens.1 + 1;
            if !wide && ends_person(reader, at - 1, at) {
                break;
            }
            continue;
        }
        let go = match token.kind {
            TokenKind::Word => match reader.class(at) {
                // "a note citing the coroner"
                "" if wide && last.is_some() && scope.is_any(at, "citing quoting") => true,
                "" => !(last.is_some() && (reader.is_time(at) || is_verb(reader, at) && !wide)),
                "det" => {
                    last.is_none()
                        || matches!(reader.class(at - 1), "prep" | "conj")
                        || scope.is_any(at - 1, "citing quoting")
                }
                "pron" => {
                    let amount = scope.is_any(at, AMOUNTS) && reader.is_content(at + 1);
                    if last.is_none() && !amount && !scope.is_any(at, "his her their its my our who") {
                        return (!scope.is_any(at, OBJECTS) || wide).then_some((start, at));
                    }
                    last.is_none() || reader.class(at - 1) == "prep" && !scope.is_any(at, "who which")
                }
                // "a survey published in May by the institute", "a letter on Monday by Gray"
                "prep" if wide && last.is_some() && past_time(reader, at).is_some() => {
                    at = past_time(reader, at).unwrap_or(at);
                    continue;
                }
                // "videos posted on the site", "data collected by the office"
                "prep" if wide && last.is_some_and(|l| l > start && scope.word(l).ends_with("ed") && l + 1 == at) => {
                    is_np_start(reader, at + 1) && !reader.is_time(at + 1)
                }
                "prep" => {
                    let ties: &str = if wide { "of for at from in with by" } else { "of for at" };
                    last.is_some() && scope.is_any(at, ties) && !reader.is_time(at + 1) && is_np_start(reader, at + 1)
                }
                "conj" => {
                    scope.is_any(at, "and &")
                        && last.is_some()
                        && scope.token(at - 1).is_capital()
                        && (scope.token(at + 1).is_capital() || wide && reader.class(at + 1) == "det")
                        || wide
                            && scope.is(at, "and")
                            && reader.is_content(at + 1)
                            && scope.is_sign(at + 2, ",.")
                            && !scope.has(at + 2, Table::Speech)
                }
                _ => false,
            },
            TokenKind::Number | TokenKind::Handle | TokenKind::Address => true,
            TokenKind::Possessive => last.is_some(),
            TokenKind::Sign => scope.is_sign(at, "-‑&/") && token.glued && last.is_some(),
            _ => false,
        };
        if !go {
            break;
        }
        if !matches!(reader.class(at), "prep" | "conj" | "det") && token.kind != TokenKind::Sign {
            last = Some(at);
        } else if last.is_some() {
            // A tie is kept only with what follows it.
        }
        at += 1;
        // A person's name is complete: "said Ann Lee yesterday morning".
        if !wide && last.is_some_and(|l| ends_person(reader, l, at)) {
            break;
        }
    }
    let mut last = last?;
    while last > start && (reader.is_time(last) && reader.names.at(last).is_none() || reader.is_adverb(last)) {
        last -= 1;
    }
    // "a study published on Thursday": how it came out is not who says so.
    if last > start + 1
        && scope.word(last).ends_with("ed")
        && !scope.token(last).is_capital()
        && reader.class(last - 1).is_empty()
    {
        last -= 1;
    }
    // "his wife, Ann," and "the lawyer, Ann Gray."
    let close = last + 2..(last + 10).min(reader.sentence(start).end);
    let close = close.into_iter().find(|t| scope.is_sign(*t, ",.;"));
    if scope.is(last + 1, ",")
        && !scope.word(last).ends_with('s') // "according to statements, Gray …"
        && let Some(name) = close.and_then(|close| person_between(reader, last + 2, close))
        && (!scope.token(last).is_capital() || scope.is(start, "the") && !scope.token(start + 1).is_capital())
    {
        return Some(name);
    }
    (!reader.is_time(last) || last > start).then_some((start, last))
}

/// Past a preposition with a time where "by" follows: its token.
fn past_time(reader: &Reader<'_>, prep: TokenId) -> Option<TokenId> {
    let mut at = prep + 1;
    while reader.is_time(at) {
        at += 1;
    }
    (at > prep + 1 && reader.scope.is(at, "by")).then_some(at)
}

/// Whether the name of a person ends at `last` and a lower-case word follows.
fn ends_person(reader: &Reader<'_>, last: TokenId, next: TokenId) -> bool {
    let scope = reader.scope;
    let name = reader.names.at(last).and_then(|n| scope.found.names.get(n));
    let person = name.is_some_and(|n| n.value.kind == EntityKind::Person && n.tokens.1 == last);
    person
        && scope.token(next).kind == TokenKind::Word
        && !scope.token(next).is_capital()
        && !scope.is(next, "of")
        && !scope.is(next, "and")
}

fn is_np_start(reader: &Reader<'_>, at: TokenId) -> bool {
    matches!(reader.class(at), "" | "det") || reader.scope.is_any(at, "his her their its my our")
}
