//! The subject before a verb that reports: past asides, relative clauses and what only tells when.

use super::Reader;
use super::agent::right;
use super::cue::PLURALS;
use super::speaker::{AMOUNTS, LONGEST, OBJECTS, Phrase, is_head, is_verb, person_at, person_between};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{EntityKind, Table};

/// … and no apposition or relative clause between speaker and verb is longer.
const ASIDE: TokenId = 45;

/// The subject of a verb group that begins at `group`.
pub fn left(reader: &Reader<'_>, group: TokenId) -> Option<Phrase> {
    let scope = reader.scope;
    let start = reader.sentence(group).start;
    let mut end = group.checked_sub(1).filter(|end| *end >= start)?;
    while end > start && reader.is_adverb(end) {
        end -= 1;
    }
    // "Gray, on Sunday, said", "Gray on Sunday said"
    if end > start && reader.is_time(end) {
        let mut before = end;
        while before > start && reader.is_time(before) {
            before -= 1;
        }
        if before > start && reader.class(before) == "prep" {
            end = before - 1;
        } else if before > start && reader.is_content(before) {
            end = before; // "Her statement yesterday read"
        }
    }
    // "Gray, who leads the party, said": what stands between the commas is set aside.
    for _ in 0..3 {
        if !scope.is_sign(end, ",)—–") {
            break;
        }
        let close = end;
        end = before_aside(reader, end, start)?;
        // "The mayor, Ann Gray, said": the aside names the speaker.
        if let Some(name) = person_between(reader, end + 2, close).filter(|_| !scope.is(close, ")")) {
            return Some(name);
        }
    }
    // "the man who said", "a report that says"
    let relative = scope.is_any(end, "who which that") && end > start;
    let who = relative && scope.is(end, "who");
    if relative {
        end -= 1;
        if scope.is(end, ",") && end > start {
            end -= 1;
            // "Gray, 24, who said", "Gray, a lawyer at the court, who said"
            if who && person_at(reader, end).is_none() {
                let named = before_comma(reader, end, start).and_then(|before| person_at(reader, before));
                if named.is_some() {
                    return named;
                }
            }
        }
    }
    let phrase = backwards(reader, end, start)?;
    if who && let Some(name) = person_at(reader, end) {
        // "a cause of Gray, who said", but "a lawyer for Gray, who said"
        let role = (phrase.0..name.0).any(|t| scope.has(t, Table::Title));
        return Some(if role { phrase } else { name });
    }
    if relative && let Some(issuer) = issuer(reader, phrase) {
        return Some(issuer);
    }
    // "… and on Twitter called it …": a place in the sentence, no speaker.
    let aside = phrase.0 > start + 1
        && reader.class(phrase.0 - 1) == "prep"
        && reader.class(phrase.0 - 2) == "conj"
        && reader.names.at(phrase.0).and_then(|n| scope.found.names.get(n)).is_some_and(|n| n.tokens.1 == phrase.1);
    if aside {
        return main_subject(reader, phrase.0 - 1);
    }
    // A noun in the singular without an article is the end of something else: "who met a think tank said".
    let bare = !relative
        && phrase.0 == phrase.1
        && phrase.0 > start
        && scope.token(phrase.0).case == Case::Lower
        && reader.class(phrase.0).is_empty()
        && !scope.word(phrase.0).ends_with('s')
        && !scope.is_any(phrase.0, PLURALS)
        && !scope.has(phrase.0, Table::Title)
        && matches!(scope.token(phrase.0 - 1).kind, TokenKind::Word)
        && !matches!(reader.class(phrase.0 - 1), "det" | "conj" | "wh" | "aux" | "pron")
        && !scope.is(phrase.0 - 1, "that");
    if bare { main_subject(reader, group).or(Some(phrase)) } else { Some(phrase) }
}

/// The last token before the nearest comma to the left.
fn before_comma(reader: &Reader<'_>, end: TokenId, start: TokenId) -> Option<TokenId> {
    let from = start.max(end.saturating_sub(ASIDE));
    let comma = (from..end).rev().find(|at| !reader.in_quotes(*at) && reader.scope.word(*at) == ",")?;
    comma.checked_sub(1).filter(|before| *before >= start)
}

/// "Acme issued a statement which said": who issued what speaks.
fn issuer(reader: &Reader<'_>, (first, last): Phrase) -> Option<Phrase> {
    let scope = reader.scope;
    let new = scope.is_any(first, "a an the") && (first..=last).any(|t| scope.has(t, Table::Document));
    let verb = first.checked_sub(1).filter(|verb| new && scope.is_any(*verb, ISSUES))?;
    // Not `left`, which asks here again: "… issued a statement that … issued a statement that …" has no bottom.
    let start = reader.sentence(verb).start;
    verb.checked_sub(1).filter(|end| *end >= start).and_then(|end| backwards(reader, end, start))
}

/// Verbs by which a statement comes out.
const ISSUES: &str = "released issued published posted wrote sent made tweeted shared signed gave";

/// The last token before an aside that ends at `end` with a comma, dash or bracket.
fn before_aside(reader: &Reader<'_>, end: TokenId, start: TokenId) -> Option<TokenId> {
    let scope = reader.scope;
    let opener = |word: &str| match scope.word(end) {
        ")" => word == "(",
        "," => word == ",",
        _ => matches!(word, "—" | "–"),
    };
    let from = start.max(end.saturating_sub(ASIDE));
    let open = (from..end).rev().find(|at| !reader.in_quotes(*at) && opener(scope.word(*at)))?;
    // A list of names is no aside: "Gray, Lee, and others said".
    open.checked_sub(1).filter(|before| *before >= start)
}

/// The noun phrase that ends at `end`.
fn backwards(reader: &Reader<'_>, end: TokenId, start: TokenId) -> Option<Phrase> {
    let scope = reader.scope;
    let mut first = None;
    let mut at = end;
    loop {
        let token = scope.token(at);
        if reader.in_quotes(at) {
            break;
        }
        // A name of several words is one: "the University of Example".
        let name = reader.names.at(at).and_then(|n| scope.found.names.get(n));
        if let Some(begin) = name.map(|n| n.tokens.0).filter(|b| *b >= start && *b < at && end - *b < LONGEST) {
            at = begin;
            first = Some(at);
            if at == start {
                break;
            }
            at -= 1;
            continue;
        }
        let go = match token.kind {
            TokenKind::Word => match reader.class(at) {
                "" => !(first.is_some() && is_verb(reader, at)),
                "det" => {
                    // An article opens the phrase, unless a preposition ties it to a noun before.
                    if first.is_none() && !scope.is_any(at, "all some both that this these those another") {
                        return None;
                    }
                    if scope.is(at, "that") && first.is_some() && !is_tied(reader, at, start) {
                        break;
                    }
                    // "newspaper The Times": the article belongs to the name.
                    let within = at > start && token.is_capital() && reader.is_content(at - 1);
                    first = Some(at);
                    // "officials in the north and the south", "those backing the law"
                    if let Some(begin) = joined(reader, at, start).or_else(|| backing(reader, at, start)) {
                        first = Some(begin);
                        at = begin;
                    } else if !within && !is_tied(reader, at, start) {
                        break;
                    }
                    true
                }
                "pron" => {
                    let owner = scope.is_any(at, "his her their its my our your");
                    if first.is_none() && !scope.is_any(at, OBJECTS) {
                        first = Some(at);
                    }
                    if owner && first.is_some() {
                        first = Some(at);
                        if is_tied(reader, at, start) {
                            at -= 1;
                            continue;
                        }
                    }
                    break;
                }
                "prep" => first.is_some() && at > start && scope.is_any(at, TIES) && is_head(reader, at - 1),
                "conj" => {
                    // "Gray and Lee": names on both sides, or a plural.
                    // "State and local officials", "Gray and others"
                    let opens = at > start
                        && (at - 1 == start || scope.is_sign(at - 2, ",—"))
                        && reader.is_content(at - 1)
                        && !is_verb(reader, at - 1);
                    let plural = opens && scope.word(at - 1).ends_with('s') && scope.word(end).ends_with('s');
                    scope.is_any(at, "and or")
                        && at > start
                        && (plural || scope.token(at - 1).is_capital())
                        && first.is_some_and(|f| opens || scope.token(f).is_capital())
                }
                _ => false,
            },
            TokenKind::Number | TokenKind::Handle | TokenKind::Address => true,
            TokenKind::Possessive => at > start,
            TokenKind::Sign => {
                scope.is_sign(at, "-‑&/'’.") && token.glued && first.is_some() || scope.is(at, "%") && token.glued
            }
            _ => false,
        };
        if !go {
            break;
        }
        if !matches!(reader.class(at), "prep" | "conj") {
            first = Some(at);
        }
        if at == start || end - at >= LONGEST {
            break;
        }
        at -= 1;
    }
    let mut first = first?;
    if first > start && scope.is_any(first - 1, AMOUNTS) {
        first -= 1;
    } else if first > start + 1 && scope.is(first - 1, "of") && scope.is_any(first - 2, AMOUNTS) {
        first -= 2;
    }
    // "On Tuesday Gray said": the day is no part of the name.
    while first < end && (reader.is_time(first) || reader.is_adverb(first) || scope.is_sign(first, "-/")) {
        first += 1;
    }
    (!(first == end && reader.is_time(first))).then_some((first, end))
}

/// Prepositions that tie a noun to the noun before.
const TIES: &str = "of for at from in with on to within among";

/// Whether the token before `at` is a preposition that ties the phrase to a noun before it.
fn is_tied(reader: &Reader<'_>, at: TokenId, start: TokenId) -> bool {
    let amount = |at: TokenId| reader.scope.is_any(at, AMOUNTS) && reader.scope.is(at + 1, "of");
    at > start + 1 && reader.scope.is_any(at - 1, TIES) && (is_head(reader, at - 2) || amount(at - 2))
}

/// Where the first of two tied names begins: "the north and the south" after "officials in".
fn joined(reader: &Reader<'_>, the: TokenId, start: TokenId) -> Option<TokenId> {
    let scope = reader.scope;
    let and = the.checked_sub(1).filter(|at| *at > start + 2 && scope.is(*at, "and"))?;
    let kind = |at: TokenId| reader.names.at(at).and_then(|n| scope.found.names.get(n));
    let (one, other) = (kind(and - 1)?, kind(the + 1)?);
    if one.value.kind != other.value.kind || one.value.kind == EntityKind::Person || one.tokens.0 <= start {
        return None;
    }
    let begin = if scope.is(one.tokens.0 - 1, "the") { one.tokens.0 - 1 } else { one.tokens.0 };
    is_tied(reader, begin, start).then_some(begin)
}

/// Where a participle that ties what follows to a plural begins: "legislators | backing the law".
fn backing(reader: &Reader<'_>, the: TokenId, start: TokenId) -> Option<TokenId> {
    let scope = reader.scope;
    let ing = the.checked_sub(1).filter(|at| *at > start && scope.word(*at).ends_with("ing"))?;
    let noun = ing - 1;
    let plural = scope.word(noun).ends_with('s') && is_head(reader, noun);
    (plural && scope.token(ing).case == Case::Lower && reader.is_content(ing)).then_some(ing)
}

/// The subject of the main clause: the first phrase of the sentence that a verb follows.
pub fn main_subject(reader: &Reader<'_>, before: TokenId) -> Option<Phrase> {
    let scope = reader.scope;
    let sentence = reader.sentence(before);
    let mut at = sentence.start;
    // "In a letter, Gray …": past the first comma.
    while reader.in_quotes(at) && at < before {
        at += 1;
    }
    for _ in 0..3 {
        if !opens_aside(reader, at) {
            break;
        }
        // "By noon (11:00 GMT) the city …"
        let timed = reader.is_time(at + 1).then(|| past_times(reader, at + 1, before));
        let comma = (at..before).find(|t| scope.is(*t, ",") && !reader.in_quotes(*t));
        at = match (comma, timed) {
            (Some(comma), Some(timed)) if timed < comma => timed,
            (Some(comma), _) => comma + 1,
            (None, _) if matches!(reader.class(at), "conj" | "adv") => at + 1,
            (None, Some(timed)) => timed,
            (None, None) => return None,
        };
    }
    right(reader, at, false).filter(|(_, last)| *last < before)
}

/// Whether what begins here stands before the subject: "In a letter, …", "Shortly after, …".
fn opens_aside(reader: &Reader<'_>, at: TokenId) -> bool {
    let word = reader.scope.word(at);
    matches!(reader.class(at), "prep" | "conj" | "adv" | "wh")
        || reader.is_adverb(at)
        || reader.names.at(at).is_none() && (word.ends_with("ing") || word.ends_with("ly"))
}

/// Past a time and a bracket after it.
fn past_times(reader: &Reader<'_>, mut at: TokenId, before: TokenId) -> TokenId {
    while at < before && reader.is_time(at) {
        at += 1;
    }
    if reader.scope.word(at) == "(" {
        let close = (at..before.min(at + 8)).find(|t| reader.scope.word(*t) == ")");
        at = close.map_or(at, |close| close + 1);
    }
    at
}
