//! Reported clauses, with or without quoted words in them.

use super::cue::{Cue, Form};
use super::speaker::{self, Phrase};
use super::{Draft, Reader};
use crate::base::Rule;
use crate::extract::phrase::{self, Class};
use crate::extract::{BlockKind, QuoteKind};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::EntityKind;

/// "said that …".
pub const CLAUSE: Rule = Rule { name: "quote/clause", why: "A clause that a reporting verb introduces." };
/// "vowed to …".
pub const INFINITIVE: Rule =
    Rule { name: "quote/infinitive", why: "What a verb of promising, asking or refusing says is to be done." };
/// "confirmed the …".
pub const OBJECT: Rule = Rule { name: "quote/object", why: "What a reporting verb takes as its object." };
/// "called it “…”".
pub const NAMED: Rule = Rule { name: "quote/named", why: "Quoted words that a speaker calls somebody or something." };
/// "…, she said".
pub const TAIL: Rule =
    Rule { name: "quote/tail", why: "A sentence that ends with, or is parted by, a reporting verb and its subject." };
/// "according to".
pub const SOURCE: Rule =
    Rule { name: "quote/source", why: "A sentence with a phrase such as according to, and its source." };
/// "estimated by".
pub const PASSIVE: Rule =
    Rule { name: "quote/passive", why: "What a reporting verb in the passive gives to the one named after by." };
/// A headline's colon.
pub const HEADLINE: Rule =
    Rule { name: "quote/headline", why: "In a headline a colon parts a speaker from what is said." };

/// No reported clause is looked through further than this.
const LONGEST: TokenId = 120;

/// Finds the reported clauses of every cue that has no quote of its own yet.
pub fn indirect(reader: &Reader<'_>, used: &[bool], drafts: &mut Vec<Draft>) {
    for (index, cue) in reader.cues.iter().enumerate() {
        if !used.get(index).copied().unwrap_or(false)
            && let Some(draft) = reported(reader, index, cue)
        {
            drafts.push(draft);
        }
    }
    headlines(reader, drafts);
}

/// What one cue reports.
fn reported(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    match cue.form {
        Form::Source => source(reader, index, cue),
        Form::PassiveBy => passive(reader, index, cue),
        Form::Finite => {
            inverted(reader, cue).or_else(|| following(reader, index, cue, None)).or_else(|| tail(reader, index, cue))
        }
        Form::Participle | Form::Infinitive => following(reader, index, cue, super::direct::subject(reader, cue)),
    }
}

/// The draft of a clause; mixed where quoted words stand in it.
fn draft(
    reader: &Reader<'_>,
    parts: Vec<(TokenId, TokenId)>,
    cue: Option<&Cue>,
    speaker: Option<Phrase>,
    rule: &'static Rule,
) -> Option<Draft> {
    let parts: Vec<_> = parts.into_iter().filter_map(|part| trim(reader, part)).collect();
    let whole = |part: &(TokenId, TokenId)| {
        reader
            .quoted_at(part.0)
            .and_then(|q| reader.quoted.get(q))
            .is_some_and(|q| q.first == part.0 && q.last >= part.1)
    };
    let kind = if parts.iter().all(whole) {
        QuoteKind::Direct
    } else if parts.iter().any(|(first, last)| (*first..=*last).any(|t| reader.in_quotes(t))) {
        QuoteKind::Mixed
    } else {
        QuoteKind::Indirect
    };
    (!parts.is_empty()).then_some(Draft {
        kind,
        parts,
        cue: cue.map(|c| (c.first, c.last)),
        act: cue.map(|c| c.act),
        speaker,
        rule,
    })
}

/// Takes commas, stops and dashes off both ends.
fn trim(reader: &Reader<'_>, (mut first, mut last): (TokenId, TokenId)) -> Option<(TokenId, TokenId)> {
    let sign = |t: TokenId| {
        reader.scope.token(t).kind == TokenKind::Sign
            && !matches!(reader.scope.word(t), "$" | "£" | "€" | "(" | ")" | "[" | "]" | "%" | "#")
            && !reader.in_quotes(t)
    };
    while first < last && sign(first) {
        first += 1;
    }
    while last > first && sign(last) {
        last -= 1;
    }
    (last >= first && !sign(first)).then_some((first, last))
}

/// The end (not included) of the clause that begins at `from`.
fn clause_end(reader: &Reader<'_>, index: usize, from: TokenId) -> TokenId {
    let scope = reader.scope;
    let sentence = reader.sentence(from);
    let end = sentence.end.min(from + LONGEST);
    let mut next = index + 1;
    while reader.cues.get(next).is_some_and(|c| c.first < from) {
        next += 1;
    }
    let mut depth = 0;
    let mut at = from;
    while at < end {
        if reader.in_quotes(at) {
            at += 1;
            continue;
        }
        match scope.word(at) {
            "(" | "[" => depth += 1,
            ")" | "]" if depth == 0 => return at,
            ")" | "]" => depth -= 1,
            ";" => return at,
            "," | "—" | "–" if parts_off(reader, at) => return at,
            _ => {}
        }
        if let Some(cue) = reader.cues.get(next).filter(|c| c.group == at)
            && let Some(end) = before_cue(reader, cue, from)
        {
            return end;
        }
        while reader.cues.get(next).is_some_and(|c| c.first <= at) {
            next += 1;
        }
        at += 1;
    }
    end
}

/// Whether a comma is followed by a word that turns to the other side: ", but", ", while".
fn parts_off(reader: &Reader<'_>, comma: TokenId) -> bool {
    let scope = reader.scope;
    scope.is_any(comma + 1, &["but", "while", "although", "though", "whereas"])
        && !scope.is_any(comma + 2, &["that", "also", "not"])
}

/// Where the clause before another cue ends, if that cue opens a clause of its own.
fn before_cue(reader: &Reader<'_>, cue: &Cue, from: TokenId) -> Option<TokenId> {
    let scope = reader.scope;
    let back = |mut at: TokenId| {
        while at > from && matches!(scope.word(at - 1), "," | "—" | "–") {
            at -= 1;
        }
        at
    };
    match cue.form {
        Form::Source => Some(back(cue.group)),
        Form::Participle => (cue.group > from && scope.word(cue.group - 1) == ",").then(|| back(cue.group)),
        Form::Finite => {
            let before = cue.group.checked_sub(1)?;
            if scope.is_any(before, &["and", "but", "or"]) {
                // "said the group may declare and will …": what may be done is part of what is said.
                let modal = cue.group < cue.first && !scope.is_any(cue.group, &["has", "have", "had", "also"]);
                return (!modal || reader.is_adverb(cue.group)).then(|| back(before));
            }
            let (first, _) = speaker::left(reader, cue.group)?;
            let lead = first.checked_sub(1).filter(|lead| *lead >= from)?;
            let turned = reader.class(lead) == "conj" && !scope.is_any(lead, &["if", "whether", "than"]);
            let comma = matches!(scope.word(lead), "," | "—" | "–");
            if turned && lead > from && scope.word(lead - 1) == "," {
                return Some(back(lead));
            }
            (comma && ends_after(reader, cue.last + 1)).then(|| back(first))
        }
        _ => None,
    }
}

/// Whether nothing more is said from `at` on: the sentence ends, or only a time, a place or an aside follows.
fn ends_after(reader: &Reader<'_>, at: TokenId) -> bool {
    let scope = reader.scope;
    let end = reader.sentence(at.saturating_sub(1)).end;
    let sign = |t: TokenId| {
        t >= end || matches!(scope.word(t), "." | "," | ";" | "!" | "?" | ")") || scope.word(t).starts_with('.')
    };
    sign(at) || reader.is_time(at) || reader.class(at) == "prep" || reader.is_adverb(at) && sign(at + 1)
}

/// What follows the cue.
fn following(reader: &Reader<'_>, index: usize, cue: &Cue, subject: Option<Phrase>) -> Option<Draft> {
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
            speaker::left(reader, cue.group).or_else(|| super::direct::subject(reader, cue))
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
    let past = scope.word(cue.last).ends_with('d') && !reader.scope.is_any(cue.group, &["has", "have"]);
    let aside = (from + 1..last).find(|t| {
        scope.word(*t) == ","
            && !reader.in_quotes(*t)
            && scope.is_any(t + 1, &["which", "who", "whose"])
            && scope.is_any(t + 2, &["is", "are", "has", "have"])
    });
    let Some(open) = aside.filter(|_| past) else { return vec![(from, last)] };
    match (open + 1..last).find(|t| scope.word(*t) == "," && !reader.in_quotes(*t)) {
        Some(close) => vec![(from, open - 1), (close + 1, last)],
        None => vec![(from, open - 1)],
    }
}

/// Past "him", "reporters", "the Associated Press"; `None` where only the addressee follows.
fn past_addressee(reader: &Reader<'_>, at: TokenId, cue: &Cue) -> Option<TokenId> {
    let scope = reader.scope;
    let opens =
        |at| scope.is_any(at, &["that", "to", "whether", "if", "how", "why", "what", "not"]) || reader.in_quotes(at);
    if opens(at) || scope.word(at) == ":" {
        return Some(at);
    }
    let last = speaker::right(reader, at, true).map(|(_, last)| last);
    let clause = |last: TokenId| {
        opens(last + 1)
            || cue.takes("clause")
                && (super::cue::content_follows(reader, last + 1)
                    || scope.word(last + 1) == ":"
                    || is_clause(reader, last + 1, reader.sentence(at).end))
            || (reader.class(last + 1) == "prep" || reader.is_time(last + 1))
                && (last + 1..last + 14)
                    .take_while(|t| !matches!(scope.word(*t), "," | "." | ";"))
                    .any(|t| scope.is(t, "that"))
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
const TELLS: &[&str] = &["tell", "tells", "told", "telling", "inform", "informs", "informed", "informing"];

/// Where what is reported begins, and why.
fn content_start(reader: &Reader<'_>, cue: &Cue, at: TokenId, end: TokenId) -> Option<(TokenId, &'static Rule)> {
    let scope = reader.scope;
    // "said on Tuesday in Reno that": past what only tells when, where and how.
    let mut that = at;
    let reach = end.min(at + 16);
    while that < reach
        && !scope.is(that, "that")
        && !reader.in_quotes(that)
        && !matches!(scope.word(that), "," | ";" | ":")
    {
        that += 1;
    }
    let aside = at < that && that < reach && scope.is(that, "that") && is_aside(reader, at, that);
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
    if cue.takes("ask") && scope.is_any(at, &["whether", "if", "why", "how", "what", "who", "when", "where"]) {
        return Some((at, &CLAUSE));
    }
    if scope.is_any(at, &["how", "whether", "why", "what", "where"]) && (cue.takes("clause") || cue.takes("that")) {
        return Some((at, &CLAUSE));
    }
    if cue.form == Form::Infinitive && !reader.in_quotes(at) {
        return None;
    }
    if scope.word(at) == ":" && cue.takes("clause") && at + 1 < end {
        return Some((at + 1, &CLAUSE));
    }
    let mut start = at;
    // "Gray told the station, the plan …": after a comma where nothing was said before the subject.
    if scope.word(at) == "," && cue.form == Form::Finite && cue.takes("clause") && leads(reader, cue, at, end) {
        start = at + 1;
    } else if cue.takes("clause") || cue.takes("that") {
        // "said Tuesday the plan …", "said on Tuesday the …", "said in a statement the …"
        start = past_when(reader, at);
    }
    if scope.is_any(start, NOTHING) && !is_clause(reader, start, end) {
        return None;
    }
    let opens = matches!(reader.class(start), "det" | "pron")
        || reader.in_quotes(start)
        || matches!(scope.token(start).kind, TokenKind::Number | TokenKind::Handle)
        || matches!(scope.word(start), "$" | "£" | "€")
        || reader.is_content(start) && !reader.is_adverb(start)
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
        let named = (start..end.min(start + 16))
            .take_while(|t| !matches!(scope.word(*t), "," | ";"))
            .find(|t| reader.in_quotes(*t));
        return named.filter(|first| !is_title(reader, *first)).map(|first| (first, &NAMED));
    }
    let object =
        cue.takes("object") && cue.form != Form::Participle || cue.takes("about") && is_judged(reader, cue, start, end);
    object.then_some((start, &OBJECT))
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
    let first = speaker::left(reader, cue.group).is_some_and(|s| s.0 <= start + 1);
    let next = comma + 1;
    first
        && matches!(reader.class(next), "det" | "pron" | "")
        && !scope.word(next).ends_with("ing")
        && !scope.is_any(next, &["who", "which", "both"])
        && (reader.is_content(next) || matches!(reader.class(next), "det" | "pron"))
        && is_clause(reader, next, end)
}

/// "Wednesday's vote": the day owns what follows.
fn owns(reader: &Reader<'_>, day: TokenId) -> bool {
    reader.scope.token(day + 1).kind == TokenKind::Possessive
}

/// What may be said without saying anything: "said little", "said so".
const NOTHING: &[&str] = &["little", "nothing", "so", "much", "more", "otherwise", "something", "anything", "as"];

/// Words that open a reported clause besides the beginnings of noun phrases.
const OPENERS: &[&str] = &["there", "not", "only", "such", "if", "when", "because", "although", "since", "once"];

/// Whether somebody is judged and not only named: "X as …", "X of …", "X for …", or with quoted words.
fn is_judged(reader: &Reader<'_>, cue: &Cue, from: TokenId, end: TokenId) -> bool {
    let blamed = reader.scope.word(cue.first).to_ascii_lowercase().starts_with("accus");
    let quoted = |t: &TokenId| reader.in_quotes(*t);
    let words = (from..end.min(from + 24)).take_while(|t| quoted(t) || reader.scope.word(*t) != ";");
    // Quoted words past a comma belong to another clause.
    words.clone().take_while(|t| quoted(t) || reader.scope.word(*t) != ",").any(|t| quoted(&t))
        || words.skip(1).take(19).any(|t| reader.scope.is_any(t, &["as", "for"]) || blamed && reader.scope.is(t, "of"))
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
        while reader.class(at) == "adv" && !reader.scope.is_any(at, &["there", "not", "only", "here"]) {
            at += 1;
        }
        if reader.class(at) == "prep" && !reader.scope.is(at, "to") {
            at = match time(at + 1) {
                after if after > at + 1 => after,
                _ => match speaker::right(reader, at + 1, false) {
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

/// Whether a word is a verb in the past or present with its subject before it, and no participle of a noun.
fn is_finite(reader: &Reader<'_>, at: TokenId) -> bool {
    let verb = phrase::class(reader.scope, at);
    let subject = at.checked_sub(1).is_some_and(|t| {
        matches!(phrase::class(reader.scope, t), Class::Noun | Class::Plural | Class::Name | Class::Pronoun)
    });
    // "the attack carried out by …" is a noun with a participle.
    let participle = reader.scope.is_any(at + 1, &["by", "in", "out", "on", "at", "against"]);
    // "Gray runs a shop", "Gray lives in Reno"
    let named = at.checked_sub(1).is_some_and(|t| phrase::class(reader.scope, t) == Class::Name);
    let third = named
        && reader.scope.token(at).case == Case::Lower
        && reader.scope.word(at).ends_with('s')
        && matches!(reader.class(at + 1), "det" | "prep" | "pron");
    subject && (verb == Class::Verb || third || verb == Class::Past && !participle)
}

/// Whether a verb stands near enough for the words to be a clause and no bare object.
fn is_clause(reader: &Reader<'_>, from: TokenId, end: TokenId) -> bool {
    let scope = reader.scope;
    let reach = end.min(from + 12);
    let clause = |t: &TokenId| {
        !matches!(scope.word(*t), "," | ";" | ":") && !scope.is_any(*t, &["if", "which", "who", "that", "when", "to"])
    };
    // "the debate, which was due in May, has been …"
    let comma = (from + 1..reach).find(|t| scope.word(*t) == "," && scope.is_any(t + 1, &["which", "who"]));
    let close = comma.and_then(|c| (c + 1..end.min(c + 20)).find(|t| scope.word(*t) == ","));
    close.is_some_and(|close| reader.class(close + 1) == "aux")
        || (from + 1..reach).take_while(clause).any(|t| reader.class(t) == "aux" || is_finite(reader, t))
        || scope.is_any(from, &["he", "she", "they", "it", "we", "i", "there", "you"])
}

/// ", said Gray": the verb before its subject, the clause before both.
fn inverted(reader: &Reader<'_>, cue: &Cue) -> Option<Draft> {
    let scope = reader.scope;
    let start = reader.sentence(cue.first).start;
    let comma = cue.group.checked_sub(1).filter(|t| (scope.word(*t) == "," || closes(reader, *t)) && *t > start)?;
    if !cue.takes("clause") || scope.is(cue.last + 1, "that") {
        return None;
    }
    let speaker = speaker::right(reader, cue.last + 1, false)?;
    let after = speaker.1 + 1;
    let end = reader.sentence(cue.first).end;
    let ends = after >= end
        || matches!(scope.word(after), "," | "." | ";")
        || reader.is_time(after)
        || reader.class(after) == "prep" && reader.is_time(after + 1);
    let first = scope.token(speaker.0);
    let speaks = first.is_capital()
        || matches!(reader.class(speaker.0), "det" | "pron")
        || scope.word(speaker.1).ends_with('s')
        || scope.is(speaker.1, "police");
    // "Gray, who leads the party, said few.": the subject stands before the aside.
    let subject = speaker::left(reader, cue.group).is_some_and(|s| s.0 == start && comma - s.1 > 1);
    if !ends || !speaks || subject {
        return None;
    }
    let last = if closes(reader, comma) { comma } else { comma - 1 };
    let from = clause_start(reader, comma, start);
    // Quoted words alone are direct speech.
    if reader.in_quotes(last) && reader.quoted_at(from) == reader.quoted_at(last) {
        return None;
    }
    draft(reader, vec![(from, last)], Some(cue), Some(speaker), &TAIL)
}

/// Whether a quotation ends at the token with the comma before its mark: "…,”".
fn closes(reader: &Reader<'_>, at: TokenId) -> bool {
    let part = reader.quoted_at(at).and_then(|q| reader.quoted.get(q));
    part.is_some_and(|p| p.last == at && matches!(reader.scope.word(p.inner.1), "," | "!" | "?" | "-" | "—"))
}

/// Whether words at the head of a sentence only say when and where: "On Sunday in Reno," "Under him,".
fn is_setting(reader: &Reader<'_>, from: TokenId, end: TokenId) -> bool {
    (reader.class(from) == "prep" || reader.is_time(from) || reader.scope.is(from, "as"))
        && end - from < 14
        && !(from..end).any(|t| reader.class(t) == "aux" || is_finite(reader, t))
}

/// Where the clause that ends before `end` begins: the sentence's start, or past the last semicolon.
fn clause_start(reader: &Reader<'_>, end: TokenId, start: TokenId) -> TokenId {
    let from = start.max(end.saturating_sub(LONGEST));
    let turn = (from..end).rev().find(|t| !reader.in_quotes(*t) && reader.scope.word(*t) == ";");
    let at = turn.map_or(start, |t| t + 1);
    if reader.class(at) == "conj" && reader.scope.is_any(at, &["but", "and", "so", "yet"]) { at + 1 } else { at }
}

/// "…, Gray said." and "…, Gray said, …".
fn tail(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    let scope = reader.scope;
    // "…, Gray told the Associated Press."
    let addressee = if cue.takes("tell") { speaker::right(reader, cue.last + 1, true) } else { None };
    let after = addressee.map_or(cue.last, |a| a.1) + 1;
    let says = cue.takes("clause") || cue.takes("that") && !cue.takes("quote");
    if !says || !ends_after(reader, after) {
        return None;
    }
    let start = reader.sentence(cue.first).start;
    let speaker = speaker::left(reader, cue.group)?;
    let before = speaker.0.checked_sub(1).filter(|t| *t >= start)?;
    let closed = closes(reader, before);
    if !closed && !matches!(scope.word(before), "," | "—" | "–") || before == start {
        return None;
    }
    let from = clause_start(reader, before, start);
    let last = if closed { before } else { before - 1 };
    // Quoted words alone are direct speech.
    if closed && reader.quoted_at(from) == reader.quoted_at(before) {
        return None;
    }
    let mut parts = if is_setting(reader, from, before) && !closed { Vec::new() } else { vec![(from, last)] };
    if matches!(scope.word(after), "," | "—" | "–") && after + 1 < reader.sentence(cue.last).end {
        let aside = scope.word(after + 1).ends_with("ing") || parts_off(reader, after) || reader.in_quotes(after + 1);
        let end = clause_end(reader, index, after + 1);
        if !aside && end > after + 1 {
            parts.push((after + 1, end - 1));
        }
    }
    draft(reader, parts, Some(cue), Some(speaker), &TAIL)
}

/// "According to Gray, …" and "…, according to Gray".
fn source(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    let scope = reader.scope;
    let sentence = reader.sentence(cue.first);
    let speaker = speaker::right(reader, cue.last + 1, true)?;
    let comma =
        (speaker.1 + 1..sentence.end.min(speaker.1 + 24)).find(|t| scope.word(*t) == "," && !reader.in_quotes(*t));
    if cue.first <= sentence.start + 1 {
        let from = comma? + 1;
        let last = clause_end(reader, index, from).checked_sub(1).filter(|last| *last >= from)?;
        return draft(reader, vec![(from, last)], Some(cue), Some(speaker), &SOURCE);
    }
    let mut end = cue.first;
    while end > sentence.start && matches!(scope.word(end - 1), "," | "—" | "–" | "(") {
        end -= 1;
    }
    let from = source_start(reader, end, sentence.start);
    let last = end.checked_sub(1).filter(|last| *last >= from)?;
    let setting = is_setting(reader, from, end);
    let mut parts = if setting { Vec::new() } else { vec![(from, last)] };
    // "The plan, according to Gray, would …": what follows belongs to it where a comma stands on both sides.
    let after = speaker.1 + 1;
    if end < cue.first
        && scope.word(after) == ","
        && (setting || !is_clause_start(reader, after + 1) && last - from < 12)
    {
        let more = clause_end(reader, index, after + 1);
        if more > after + 1 {
            parts.push((after + 1, more - 1));
        }
    }
    draft(reader, parts, Some(cue), Some(speaker), &SOURCE)
}

/// Whether another clause or an aside begins here and not the rest of a parted one.
fn is_clause_start(reader: &Reader<'_>, at: TokenId) -> bool {
    matches!(reader.class(at), "conj" | "wh" | "pron" | "det")
        || reader.scope.word(at).ends_with("ing")
        || reader.scope.is_any(at, &["who", "which"])
}

/// The clause before "according to" begins with the sentence, or past the last turn of it.
fn source_start(reader: &Reader<'_>, end: TokenId, start: TokenId) -> TokenId {
    let from = start.max(end.saturating_sub(LONGEST));
    let turn = (from..end).rev().find(|t| {
        !reader.in_quotes(*t) && (reader.scope.word(*t) == ";" || reader.scope.word(*t) == "," && parts_off(reader, *t))
    });
    match turn {
        Some(t) if reader.class(t + 1) == "conj" => t + 2,
        Some(t) => t + 1,
        None => clause_start(reader, end, start),
    }
}

/// "The crowd, once estimated by the police to be …": the noun before and what follows the speaker.
fn passive(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    let scope = reader.scope;
    let sentence = reader.sentence(cue.first);
    let speaker = speaker::right(reader, cue.last + 2, true)?;
    if (cue.takes("about") || cue.takes("name")) && scope.is(speaker.1 + 1, "as") {
        // "was described by the police as …"
        let from = speaker.1 + 2;
        let last = clause_end(reader, index, from).checked_sub(1).filter(|last| *last >= from)?;
        return draft(reader, vec![(from, last)], Some(cue), Some(speaker), &PASSIVE);
    }
    if !cue.takes("that") && !cue.takes("object") || cue.takes("quote") || cue.takes("tell") {
        return None;
    }
    let mut end = cue.first;
    while end > sentence.start
        && (reader.is_adverb(end - 1) || reader.class(end - 1) == "aux" || matches!(scope.word(end - 1), "," | "once"))
    {
        end -= 1;
    }
    let before = end.checked_sub(1).filter(|t| *t >= sentence.start)?;
    let from = clause_start(reader, end, sentence.start);
    // "a march reported by the police" says only who told of it.
    let more = speaker.1 + 1;
    if !scope.is_any(more, &["to", "at", "as"]) {
        return None;
    }
    let limit = clause_end(reader, index, more);
    let end = (more..limit).find(|t| scope.word(*t) == ",").unwrap_or(limit);
    let parts = vec![(from, before), (more, end.saturating_sub(1).max(more))];
    draft(reader, parts, Some(cue), Some(speaker), &PASSIVE)
}

/// "Troops may leave: officials" and "Gray: no plan to leave".
fn headlines(reader: &Reader<'_>, drafts: &mut Vec<Draft>) {
    let scope = reader.scope;
    for (block, kind) in scope.document.blocks.iter().zip(&scope.found.blocks) {
        if kind.value != BlockKind::Headline {
            continue;
        }
        let (first, end) = (block.tokens.start, block.tokens.end);
        let Some(colon) = (first..end).find(|t| scope.word(*t) == ":" && !reader.in_quotes(*t)) else { continue };
        if colon == first || colon + 1 >= end {
            continue;
        }
        let (left, right) = ((first, colon - 1), (colon + 1, end - 1));
        let found = if is_voice(reader, left) && right.1 - right.0 >= 2 {
            draft(reader, vec![right], None, Some(left), &HEADLINE)
        } else if is_voice(reader, right) && left.1 - left.0 >= 2 {
            draft(reader, vec![left], None, Some(right), &HEADLINE)
        } else {
            None
        };
        drafts.extend(found);
    }
}

/// Whether a part of a headline is no more than somebody who can speak: a named person or body, or
/// officials, police, a minister, a report.
fn is_voice(reader: &Reader<'_>, (first, last): Phrase) -> bool {
    let scope = reader.scope;
    if last - first >= 5 {
        return false;
    }
    let name = reader.names.at(last).and_then(|n| scope.found.names.get(n));
    let speaks = |kind| matches!(kind, EntityKind::Person | EntityKind::Organisation);
    name.is_some_and(|n| speaks(n.value.kind) && n.tokens.0 <= first + 2)
        || scope.is_any(
            last,
            &[
                "official",
                "officials",
                "police",
                "report",
                "reports",
                "source",
                "sources",
                "study",
                "minister",
                "ministry",
                "poll",
                "survey",
                "analyst",
                "analysts",
                "expert",
                "experts",
                "lawyer",
                "spokesman",
                "spokeswoman",
                "spokesperson",
            ],
        )
}
