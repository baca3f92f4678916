//! Where a reported clause begins and ends.

use super::Reader;
use super::cue::{Cue, Form};
use super::subject;
use crate::extract::phrase::{self, Class};
use crate::lex::{Case, TokenId};

/// No reported clause is looked through further than this.
const LONGEST: TokenId = 120;

/// The end (not included) of the clause that begins at `from`.
pub fn clause_end(reader: &Reader<'_>, index: usize, from: TokenId) -> TokenId {
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
pub fn parts_off(reader: &Reader<'_>, comma: TokenId) -> bool {
    let scope = reader.scope;
    // ", but only won two": the same subject goes on.
    let goes_on = matches!(reader.class(comma + 2), "aux" | "adv" | "neg");
    // "…, however, Gray said"
    let turns = scope.is(comma + 1, "however") && scope.is(comma + 2, ",");
    turns
        || scope.is_any(comma + 1, "but while although though whereas")
            && !scope.is(comma + 2, "that")
            && !(scope.is(comma + 1, "but") && goes_on)
}

/// Where the clause before another cue ends, if that cue opens a clause of its own.
fn before_cue(reader: &Reader<'_>, cue: &Cue, from: TokenId) -> Option<TokenId> {
    let scope = reader.scope;
    let back = |mut at: TokenId| {
        while at > from && scope.is_sign(at - 1, ",—–") {
            at -= 1;
        }
        at
    };
    match cue.form {
        Form::Source => Some(back(cue.group)),
        Form::Participle => (cue.group > from && scope.is(cue.group - 1, ",")).then(|| back(cue.group)),
        Form::Finite => {
            let before = cue.group.checked_sub(1)?;
            if scope.is_any(before, "and but or") {
                // "said the group may declare and will …": what may be done is part of what is said.
                let modal = cue.group < cue.first && !scope.is_any(cue.group, "has have had also");
                return (!modal || reader.is_adverb(cue.group)).then(|| back(before));
            }
            let subject = subject::left(reader, cue.group);
            // "The board, which had told them to go, says": the clause in the insertion ends with it.
            if scope.word(before) == "," && before > from && subject.is_none_or(|s| s.1 < from) {
                return Some(back(cue.group));
            }
            let (first, _) = subject?;
            let lead = first.checked_sub(1).filter(|lead| *lead >= from)?;
            let turned = reader.class(lead) == "conj" && !scope.is_any(lead, "if whether than");
            let comma = scope.is_sign(lead, ",—–");
            if turned && lead > from && scope.is(lead - 1, ",") {
                return Some(back(lead));
            }
            (comma && ends_after(reader, cue.last + 1)).then(|| back(first))
        }
        _ => None,
    }
}

/// Whether nothing more is said from `at` on: the sentence ends, or only a time, a place or an aside follows.
pub fn ends_after(reader: &Reader<'_>, at: TokenId) -> bool {
    let scope = reader.scope;
    let end = reader.sentence(at.saturating_sub(1)).end;
    let sign = |t: TokenId| t >= end || scope.is_sign(t, ".,;!?)") || scope.word(t).starts_with('.');
    sign(at) || reader.is_time(at) || reader.class(at) == "prep" || reader.is_adverb(at) && sign(at + 1)
}

/// Whether a word is a verb in the past or present with its subject before it, and no participle of a noun.
pub fn is_finite(reader: &Reader<'_>, at: TokenId) -> bool {
    let verb = phrase::class(reader.scope, at);
    let subject = at.checked_sub(1).is_some_and(|t| {
        matches!(phrase::class(reader.scope, t), Class::Noun | Class::Plural | Class::Name | Class::Pronoun)
    });
    // "the attack carried out by …" is a noun with a participle.
    let participle = reader.scope.is_any(at + 1, "by in out on at against");
    // "Gray runs a shop", "Gray lives in Reno"
    let named = at.checked_sub(1).is_some_and(|t| phrase::class(reader.scope, t) == Class::Name);
    let third = named
        && reader.scope.token(at).case == Case::Lower
        && reader.scope.word(at).ends_with('s')
        && matches!(reader.class(at + 1), "det" | "prep" | "pron");
    subject && (verb == Class::Verb || third || verb == Class::Past && !participle)
}

/// Whether a verb stands near enough for the words to be a clause and no bare object.
pub fn is_clause(reader: &Reader<'_>, from: TokenId, end: TokenId) -> bool {
    let scope = reader.scope;
    let reach = end.min(from + 12);
    let clause = |t: &TokenId| !scope.is_sign(*t, ",;:") && !scope.is_any(*t, "if which who that when to");
    // "the debate, which was due in May, has been …"
    let comma = (from + 1..reach).find(|t| scope.is(*t, ",") && scope.is_any(t + 1, "which who"));
    let close = comma.and_then(|c| (c + 1..end.min(c + 20)).find(|t| scope.is(*t, ",")));
    close.is_some_and(|close| reader.class(close + 1) == "aux")
        || (from + 1..reach).take_while(clause).any(|t| reader.class(t) == "aux" || is_finite(reader, t))
        || scope.is_any(from, "he she they it we i there you")
}

/// Whether words at the head of a sentence only say when and where: "On Sunday in Reno," "Under him,".
pub fn is_setting(reader: &Reader<'_>, from: TokenId, end: TokenId) -> bool {
    // "around 70 litres of paint, officials said": an amount tells neither.
    let amount = reader.is_amount(from) && !reader.is_time(from);
    (reader.class(from) == "prep" && !amount || reader.is_time(from) || reader.scope.is(from, "as"))
        && end - from < 14
        && !(from..end).any(|t| reader.class(t) == "aux" || is_finite(reader, t))
}

/// Where the clause that ends before `end` begins: the sentence's start, or past the last semicolon.
pub fn clause_start(reader: &Reader<'_>, end: TokenId, start: TokenId) -> TokenId {
    let from = start.max(end.saturating_sub(LONGEST));
    let turn = (from..end).rev().find(|t| !reader.in_quotes(*t) && reader.scope.word(*t) == ";");
    let at = turn.map_or(start, |t| t + 1);
    if reader.class(at) == "conj" && reader.scope.is_any(at, "but and so yet") { at + 1 } else { at }
}

/// The clause before "according to" begins with the sentence, or past the last turn of it.
pub fn source_start(reader: &Reader<'_>, end: TokenId, start: TokenId) -> TokenId {
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

/// Whether another clause or an aside begins here and not the rest of a parted one.
pub fn is_clause_start(reader: &Reader<'_>, at: TokenId) -> bool {
    matches!(reader.class(at), "conj" | "wh" | "pron" | "det")
        || reader.scope.word(at).ends_with("ing")
        || reader.scope.is_any(at, "who which")
}

/// Whether a quotation ends at the token with the comma before its mark: "…,”".
pub fn closes(reader: &Reader<'_>, at: TokenId) -> bool {
    let part = reader.quoted_at(at).and_then(|q| reader.quoted.get(q));
    part.is_some_and(|p| p.last == at && matches!(reader.scope.word(p.inner.1), "," | "!" | "?" | "-" | "—"))
}
