//! What follows a reporting verb: a clause, an infinitive, an object, a name given.

use super::clause::{clause_end, is_clause};
use super::cue::{Cue, Form};
use super::indirect::draft;
use super::speaker::Phrase;
use super::{Draft, Reader};
use super::{agent, subject};
use crate::base::Rule;
use crate::lex::{TokenId, TokenKind};

/// "said that …".
pub const CLAUSE: Rule = Rule { name: "quote/clause", why: "A clause that a reporting verb introduces." };

/// "vowed to …".
pub const INFINITIVE: Rule =
    Rule { name: "quote/infinitive", why: "What a verb of promising, asking or refusing says is to be done." };

/// "confirmed the …".
pub const OBJECT: Rule = Rule { name: "quote/object", why: "What a reporting verb takes as its object." };

/// "called it “…”".
pub const NAMED: Rule = Rule { name: "quote/named", why: "Quoted words that a speaker calls somebody or something." };

/// What follows the cue.
pub fn following(reader: &Reader<'_>, index: usize, cue: &Cue, subject: Option<Phrase>) -> Option<Draft> {
    let end = reader.sentence(cue.last).end;
    let mut at = cue.last + 1;
    // "told the caravan to turn back", "told reporters that"
    if cue.takes("tell") || cue.takes("ask") {
        at = past_addressee(reader, at, cue)?;
    }
    let content = content_start(reader, cue, at, end)?;
    let (from, rule) = content;
    let speaker = match subject {
        Some(subject) => Some(subject),
        None if cue.form == Form::Finite => {
            subject::left(reader, cue.group).or_else(|| super::direct::subject(reader, cue))
        }
        None => None,
    };
    speaker?;
    let mut last = clause_end(reader, index, from).checked_sub(1).filter(|last| *last >= from)?;
    // "called it “a mistake” and left": the name given is the quoted words.
    if core::ptr::eq(rule, &NAMED)
        && let Some(part) = reader.quoted_at(from).and_then(|q| reader.quoted.get(q))
    {
        last = last.min(part.last);
    }
    draft(reader, without_aside(reader, cue, from, last), Some(cue), speaker, rule)
}

/// After a verb in the past what is reported stands in the past, too ("said the group was …"); a clause
/// between commas in the present ("…, which is …,") is the writer's own and is left out.
fn without_aside(reader: &Reader<'_>, cue: &Cue, from: TokenId, last: TokenId) -> Vec<(TokenId, TokenId)> {
    let scope = reader.scope;
    let past = scope.word(cue.last).ends_with('d') && !reader.scope.is_any(cue.group, "has have");
    let aside = (from + 1..last).find(|t| {
        scope.is(*t, ",")
            && !reader.in_quotes(*t)
            && scope.is_any(t + 1, "which who whose")
            && scope.is_any(t + 2, "is are has have")
    });
    let Some(open) = aside.filter(|_| past) else { return vec![(from, last)] };
    match (open + 1..last).find(|t| scope.is(*t, ",") && !reader.in_quotes(*t)) {
        Some(close) => vec![(from, open - 1), (close + 1, last)],
        None => vec![(from, open - 1)],
    }
}

/// Past "him", "reporters", "the Associated Press"; `None` where only the addressee follows.
fn past_addressee(reader: &Reader<'_>, at: TokenId, cue: &Cue) -> Option<TokenId> {
    let scope = reader.scope;
    let opens = |at| scope.is_any(at, "that to whether if how why what not") || reader.in_quotes(at);
    if opens(at) || scope.is(at, ":") {
        return Some(at);
    }
    // "told reporters four people were hurt": the count is part of what was told.
    let count = |last: TokenId| (at + 1..=last).find(|t| reader.is_amount(*t)).map_or(last, |t| t - 1);
    let last = agent::right(reader, at, true).map(|(_, last)| count(last));
    let clause = |last: TokenId| {
        opens(last + 1)
            || cue.takes("clause")
                && (super::cue::content_follows(reader, last + 1)
                    || scope.is(last + 1, ":")
                    || is_clause(reader, last + 1, reader.sentence(at).end))
            || (reader.class(last + 1) == "prep" || reader.is_time(last + 1))
                && (last + 1..last + 14).take_while(|t| !scope.is_sign(*t, ",.;")).any(|t| scope.is(t, "that"))
    };
    match last {
        Some(last) if clause(last) => Some(last + 1),
        // "warned the plan would fail": no addressee.
        _ if cue.takes("clause")
            && !scope.is_any(cue.first, TELLS)
            && is_clause(reader, at, reader.sentence(at).end) =>
        {
            Some(at)
        }
        _ => None,
    }
}

/// Verbs that always name whom they tell.
const TELLS: &str = "tell tells told telling inform informs informed informing";

/// Where what is reported begins, and why.
fn content_start(reader: &Reader<'_>, cue: &Cue, at: TokenId, end: TokenId) -> Option<(TokenId, &'static Rule)> {
    let scope = reader.scope;
    // "said on Tuesday in Reno that": past what only tells when, where and how.
    let mut that = at;
    let reach = end.min(at + 16);
    while that < reach && !scope.is(that, "that") && !reader.in_quotes(that) && !scope.is_sign(that, ",;:") {
        that += 1;
    }
    // "charged after a crash that": a verb that is as often a noun reports nothing so far off.
    let aside = at < that && that < reach && scope.is(that, "that") && !cue.takes("noun") && is_aside(reader, at, that);
    // "disputed that count": it points at a thing.
    if scope.is(at, "that") && reader.is_content(at + 1) && scope.is_sign(at + 2, ",.;:") {
        return None;
    }
    if scope.is(at, "that") || aside {
        return (!cue.takes("about") || cue.takes("clause") || cue.takes("that")).then_some((that + 1, &CLAUSE));
    }
    if scope.is(at, "to")
        && (cue.takes("to") || cue.takes("tell"))
        && reader.is_content(at + 1)
        && reader.names.at(at + 1).is_none()
    {
        return Some((at, &INFINITIVE));
    }
    if cue.takes("ask") && scope.is_any(at, "whether if why how what who when where") {
        return Some((at, &CLAUSE));
    }
    if scope.is_any(at, "how whether why what where") && (cue.takes("clause") || cue.takes("that")) {
        return Some((at, &CLAUSE));
    }
    if cue.form == Form::Infinitive && !reader.in_quotes(at) {
        return None;
    }
    if scope.is(at, ":") && cue.takes("clause") && at + 1 < end {
        return Some((at + 1, &CLAUSE));
    }
    let mut start = at;
    // "reported, citing the police, there were": past who told the speaker.
    let at = match (at + 1..end.min(at + 12)).find(|t| scope.is(*t, ",")) {
        Some(close) if scope.is(at, ",") && scope.is(at + 1, "citing") => {
            start = close + 1;
            close + 1
        }
        _ => at,
    };
    // "Gray told the station, the plan …": after a comma where nothing was said before the subject.
    if scope.is(at, ",") && cue.form == Form::Finite && cue.takes("clause") && leads(reader, cue, at, end) {
        start = at + 1;
    } else if cue.takes("clause") || cue.takes("that") {
        // "said Tuesday the plan …", "said on Tuesday the …", "said in a statement the …"
        start = past_when(reader, at);
        // "reported on Friday, 34 new leaks", "said on Monday, the 14 were": a comma behind what tells when.
        let when = cue.form == Form::Finite && start > at && scope.is(start, ",");
        if when && (reader.is_amount(start + 1) || leads(reader, cue, start, end)) {
            start += 1;
        }
    }
    if scope.is_any(start, NOTHING) && !is_clause(reader, start, end) {
        return None;
    }
    let opens = matches!(reader.class(start), "det" | "pron")
        || reader.in_quotes(start)
        || matches!(scope.token(start).kind, TokenKind::Number | TokenKind::Handle)
        || scope.is_sign(start, "$£€")
        || reader.is_content(start) && !reader.is_adverb(start)
        || reader.is_amount(start)
        || scope.is_any(start, "there only")
        || cue.takes("clause") && (reader.class(start) == "aux" || scope.is_any(start, OPENERS));
    // "said as a child she …", "said in such cases the …"
    let late =
        !opens && cue.takes("clause") && matches!(reader.class(at), "prep" | "conj") && is_clause(reader, at, end);
    if late {
        return Some((at, &CLAUSE));
    }
    if !opens || start >= end || reader.is_time(start) && start == at && !owns(reader, start) {
        return None;
    }
    if cue.takes("clause") {
        return Some((start, &CLAUSE));
    }
    if cue.takes("that") && !cue.takes("quote") && is_clause(reader, start, end) {
        return Some((start, &CLAUSE));
    }
    if cue.takes("name") {
        // "called the plan “a mistake”": only the quoted words are the speaker's.
        let named =
            (start..end.min(start + 16)).take_while(|t| !scope.is_sign(*t, ",;")).find(|t| reader.in_quotes(*t));
        return named.filter(|first| !is_title(reader, *first)).map(|first| (first, &NAMED));
    }
    // "predicted a rise of 5%": an estimate is told by its number.
    let figure = cue.takes("figure") && counts(reader, start, end) || cue.takes("at") && put_at(reader, start, end);
    let object = figure
        || cue.takes("object") && cue.form != Form::Participle
        || cue.takes("about") && is_judged(reader, cue, start, end);
    object.then_some((start, &OBJECT))
}

/// What may be said without saying anything: "said little", "said so".
const NOTHING: &str = "little nothing so much more otherwise something anything as";

/// Whether a number stands in the object that begins here.
fn counts(reader: &Reader<'_>, start: TokenId, end: TokenId) -> bool {
    let object = start..end.min(start + 16);
    object.take_while(|t| !matches!(reader.scope.word(*t), "," | ";")).any(|t| reader.is_amount(t))
}

/// "put the toll at 40", "placed it in the hundreds", "placed the storm 75 miles north of Bermuda": whether a number says
/// how many, or how far, in the object that begins here.
fn put_at(reader: &Reader<'_>, start: TokenId, end: TokenId) -> bool {
    const FAR: &str = "north south east west northeast northwest southeast southwest off";
    let scope = reader.scope;
    let leads = |t: TokenId| scope.is(t, "at") || scope.is(t, "in") && scope.is(t + 1, "the");
    let mut object = (start..end.min(start + 16)).take_while(|t| !scope.is_sign(*t, ",;"));
    object.any(|t| {
        leads(t) && (t + 1..t + 4).any(|t| reader.is_amount(t))
            || t > start && reader.is_amount(t) && (t + 2..t + 7).any(|t| scope.is_any(t, FAR))
    })
}

/// Whether quoted words are a name: each of them that is no small word has a capital.
pub fn is_title(reader: &Reader<'_>, open: TokenId) -> bool {
    let Some(part) = reader.quoted_at(open).and_then(|q| reader.quoted.get(q)) else { return false };
    let words = part.words().filter(|t| reader.scope.token(*t).kind == TokenKind::Word);
    let mut content = words.filter(|t| reader.class(*t).is_empty()).take(12);
    let first = content.next().is_some_and(|t| reader.scope.token(t).is_capital());
    first && content.all(|t| reader.scope.token(t).is_capital())
}

/// Whether the subject of a verb with a comma after it begins the sentence, so that the clause must follow.
fn leads(reader: &Reader<'_>, cue: &Cue, comma: TokenId, end: TokenId) -> bool {
    let scope = reader.scope;
    let start = reader.sentence(cue.first).start;
    let first = subject::left(reader, cue.group).is_some_and(|s| s.0 <= start + 1);
    let next = comma + 1;
    first
        && matches!(reader.class(next), "det" | "pron" | "")
        && !scope.word(next).ends_with("ing")
        && !scope.is_any(next, "who which both")
        && (reader.is_content(next) || matches!(reader.class(next), "det" | "pron"))
        && is_clause(reader, next, end)
}

/// "Wednesday's vote": the day owns what follows.
fn owns(reader: &Reader<'_>, day: TokenId) -> bool {
    reader.scope.token(day + 1).kind == TokenKind::Possessive
}

/// Words that open a reported clause besides the beginnings of noun phrases.
const OPENERS: &str = "there not only such if when because although since once";

/// Whether somebody is judged and not only named: "X as …", "X of …", "X for …", or with quoted words.
fn is_judged(reader: &Reader<'_>, cue: &Cue, from: TokenId, end: TokenId) -> bool {
    let blamed = reader.scope.word(cue.first).to_ascii_lowercase().starts_with("accus");
    let quoted = |t: &TokenId| reader.in_quotes(*t);
    let words = (from..end.min(from + 24)).take_while(|t| quoted(t) || reader.scope.word(*t) != ";");
    // Quoted words past a comma belong to another clause.
    words.clone().take_while(|t| quoted(t) || reader.scope.word(*t) != ",").any(|t| quoted(&t))
        || words.skip(1).take(19).any(|t| reader.scope.is_any(t, "as for") || blamed && reader.scope.is(t, "of"))
}

/// Whether the tokens only tell when, where and how: prepositions with their nouns, times, adverbs.
fn is_aside(reader: &Reader<'_>, from: TokenId, to: TokenId) -> bool {
    reader.class(from) == "prep"
        || reader.is_time(from)
        || reader.is_adverb(from)
        || reader.class(from) == "pron" && to == from + 1
}

/// Past a day, "on Tuesday", "in a statement", "during a rally in Reno".
fn past_when(reader: &Reader<'_>, mut at: TokenId) -> TokenId {
    for _ in 0..3 {
        let time = |mut t: TokenId| {
            while reader.is_time(t) {
                t += 1;
            }
            t
        };
        let before = at;
        at = time(at);
        while reader.class(at) == "adv" && !reader.is_amount(at) && !reader.scope.is_any(at, "there not only here") {
            at += 1;
        }
        // "said about ten people", "said at least ten people"
        if reader.class(at) == "prep" && !reader.scope.is(at, "to") && !reader.is_amount(at) {
            at = match time(at + 1) {
                after if after > at + 1 => after,
                _ => match agent::right(reader, at + 1, false) {
                    Some((_, last)) => last + 1,
                    None => return before,
                },
            };
        }
        if at == before {
            break;
        }
    }
    at
}
