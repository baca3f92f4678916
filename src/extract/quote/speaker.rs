//! The phrase beside a cue that says who speaks.

use super::Reader;
use crate::extract::NameForm;
use crate::extract::phrase::{self, Class};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{EntityKind, Table};

/// A phrase of tokens, both ends included.
pub type Phrase = (TokenId, TokenId);

/// No speaker is named with more words …
const LONGEST: TokenId = 16;
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
        if !matches!(scope.word(end), "," | ")" | "—" | "–") {
            break;
        }
        let close = end;
        end = before_aside(reader, end, start)?;
        // "The mayor, Ann Gray, said": the aside names the speaker.
        if let Some(name) = person_between(reader, end + 2, close).filter(|_| scope.word(close) != ")") {
            return Some(name);
        }
    }
    // "the man who said", "a report that says"
    let relative = scope.is_any(end, &["who", "which", "that"]) && end > start;
    let who = relative && scope.is(end, "who");
    if relative {
        end -= 1;
        if scope.word(end) == "," && end > start {
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
    let bare = phrase.0 == phrase.1
        && phrase.0 > start
        && scope.token(phrase.0).case == Case::Lower
        && reader.class(phrase.0).is_empty()
        && !scope.word(phrase.0).ends_with('s')
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
    let new = scope.is_any(first, &["a", "an", "the"]) && (first..=last).any(|t| scope.has(t, Table::Document));
    let verb = first.checked_sub(1).filter(|verb| new && scope.is_any(*verb, ISSUES))?;
    left(reader, verb)
}

/// Verbs by which a statement comes out.
const ISSUES: &[&str] =
    &["released", "issued", "published", "posted", "wrote", "sent", "made", "tweeted", "shared", "signed", "gave"];

/// The person named by an aside that is no more than a name, with or without a description before it.
fn person_between(reader: &Reader<'_>, first: TokenId, close: TokenId) -> Option<Phrase> {
    let name = close.checked_sub(1).and_then(|last| person_at(reader, last))?;
    (name.0 >= first
        && name.0 - first <= 5
        && (first..name.0).all(|t| reader.scope.is(t, "and") || reader.is_content(t) && !is_verb(reader, t)))
    .then_some(name)
}

/// The person's name that ends at a token.
fn person_at(reader: &Reader<'_>, last: TokenId) -> Option<Phrase> {
    let name = reader.names.at(last).and_then(|n| reader.scope.found.names.get(n))?;
    let person = name.value.kind == EntityKind::Person && name.value.form == NameForm::Name && name.tokens.1 == last;
    person.then_some(name.tokens)
}

/// A speaker as shown: of a title or description that ends in a person's name the name alone; with the
/// letters that stand in brackets after the name of a body.
pub fn narrow(reader: &Reader<'_>, (first, last): Phrase) -> Phrase {
    if let Some(name) = person_at(reader, last).filter(|name| name.0 > first) {
        // "a spokesman for Ann Gray" is not Ann Gray, "Ann Lee and Ann Gray" not one of them.
        let title =
            reader.scope.found.names.iter().skip(reader.scope.found.names.partition_point(|n| n.tokens.0 < first));
        let title = title.take(3).any(|n| n.value.form == NameForm::Title && n.tokens.1 + 1 == name.0);
        let tied = !title
            && (first..name.0).any(|t| reader.scope.is_any(t, &["for", "from", "by", "and", "to", "with", "&"]))
            || reader.class(name.0 - 1) == "prep";
        if title || !tied {
            return name;
        }
    }
    let scope = reader.scope;
    let letters =
        scope.word(last + 1) == "(" && scope.word(last + 3) == ")" && scope.token(last + 2).case == Case::Upper;
    if letters && reader.sentence(last).contains(&(last + 3)) { (first, last + 3) } else { (first, last) }
}

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
                    if first.is_none()
                        && !scope.is_any(at, &["all", "some", "both", "that", "this", "these", "those", "another"])
                    {
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
                    let owner = scope.is_any(at, &["his", "her", "their", "its", "my", "our", "your"]);
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
                        && (at - 1 == start || matches!(scope.word(at - 2), "," | "—"))
                        && reader.is_content(at - 1)
                        && !is_verb(reader, at - 1);
                    let plural = opens && scope.word(at - 1).ends_with('s') && scope.word(end).ends_with('s');
                    scope.is_any(at, &["and", "or"])
                        && at > start
                        && (plural || scope.token(at - 1).is_capital())
                        && first.is_some_and(|f| opens || scope.token(f).is_capital())
                }
                _ => false,
            },
            TokenKind::Number | TokenKind::Handle | TokenKind::Address => true,
            TokenKind::Possessive => at > start,
            TokenKind::Sign => {
                matches!(scope.word(at), "-" | "‑" | "&" | "/" | "'" | "’" | ".") && token.glued && first.is_some()
                    || scope.word(at) == "%" && token.glued
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
    while first < end && (reader.is_time(first) || reader.is_adverb(first) || matches!(scope.word(first), "-" | "/")) {
        first += 1;
    }
    (!(first == end && reader.is_time(first))).then_some((first, end))
}

/// Pronouns that are no subject.
const OBJECTS: &[&str] = &["him", "them", "me", "us", "himself", "herself", "itself", "themselves"];
/// Prepositions that tie a noun to the noun before.
const TIES: &[&str] = &["of", "for", "at", "from", "in", "with", "on", "to", "within", "among"];

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

/// Words that tell how many of those named speak: "one of the authors", "some critics".
const AMOUNTS: &[&str] =
    &["one", "two", "three", "some", "most", "many", "several", "part", "half", "few", "other", "another"];

/// Whether a token can be the head of a noun phrase that goes on with a preposition.
fn is_head(reader: &Reader<'_>, at: TokenId) -> bool {
    reader.is_content(at) && !is_verb(reader, at) && !reader.in_quotes(at)
}

/// Whether a lower-case word is rather a verb than a noun: a past form, or a reporting verb.
fn is_verb(reader: &Reader<'_>, at: TokenId) -> bool {
    let word = reader.scope.word(at);
    !reader.scope.token(at).is_capital()
        && (word.len() > 4 && word.ends_with("ed") || phrase::class(reader.scope, at) == Class::Verb)
}

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
                // "a report citing the mayor"
                "" if wide && last.is_some() && scope.is_any(at, &["citing", "quoting"]) => true,
                "" => !(last.is_some() && (reader.is_time(at) || is_verb(reader, at) && !wide)),
                "det" => last.is_none() || matches!(reader.class(at - 1), "prep" | "conj"),
                "pron" => {
                    let amount = scope.is_any(at, AMOUNTS) && reader.is_content(at + 1);
                    if last.is_none()
                        && !amount
                        && !scope.is_any(at, &["his", "her", "their", "its", "my", "our", "who"])
                    {
                        return (!scope.is_any(at, OBJECTS) || wide).then_some((start, at));
                    }
                    last.is_none() || reader.class(at - 1) == "prep" && !scope.is_any(at, &["who", "which"])
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
                    let ties: &[&str] =
                        if wide { &["of", "for", "at", "from", "in", "with", "by"] } else { &["of", "for", "at"] };
                    last.is_some() && scope.is_any(at, ties) && !reader.is_time(at + 1) && is_np_start(reader, at + 1)
                }
                "conj" => {
                    scope.is_any(at, &["and", "&"])
                        && last.is_some()
                        && scope.token(at - 1).is_capital()
                        && (scope.token(at + 1).is_capital() || wide && reader.class(at + 1) == "det")
                        || wide
                            && scope.is(at, "and")
                            && reader.is_content(at + 1)
                            && matches!(scope.word(at + 2), "," | ".")
                            && !scope.has(at + 2, Table::Speech)
                }
                _ => false,
            },
            TokenKind::Number | TokenKind::Handle | TokenKind::Address => true,
            TokenKind::Possessive => last.is_some(),
            TokenKind::Sign => matches!(scope.word(at), "-" | "‑" | "&" | "/") && token.glued && last.is_some(),
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
    // "his wife, Ann," and "the lawyer, Ann Gray."
    let close = last + 2..(last + 10).min(reader.sentence(start).end);
    let close = close.into_iter().find(|t| matches!(scope.word(*t), "," | "." | ";"));
    if scope.word(last + 1) == ","
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
    matches!(reader.class(at), "" | "det") || reader.scope.is_any(at, &["his", "her", "their", "its", "my", "our"])
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
        let comma = (at..before).find(|t| scope.word(*t) == "," && !reader.in_quotes(*t));
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
