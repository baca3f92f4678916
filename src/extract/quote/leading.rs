//! What leads to its attribution: "…, Gray said", "…, according to Gray", "…, once estimated by Gray to be …".

use super::clause::{
    clause_end, clause_start, closes, ends_after, is_clause, is_clause_start, is_setting, parts_off, source_start,
};
use super::cue::Cue;
use super::indirect::draft;
use super::{Draft, Reader, agent, subject};
use crate::base::Rule;

/// "…, she said".
pub const TAIL: Rule =
    Rule { name: "quote/tail", why: "A sentence that ends with, or is parted by, a reporting verb and its subject." };

/// "according to".
pub const SOURCE: Rule =
    Rule { name: "quote/source", why: "A sentence with a phrase such as according to, and its source." };

/// "estimated by".
pub const PASSIVE: Rule =
    Rule { name: "quote/passive", why: "What a reporting verb in the passive gives to the one named after by." };

/// ", said Gray": the verb before its subject, the clause before both.
pub fn inverted(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    let scope = reader.scope;
    let start = reader.sentence(cue.first).start;
    let comma = cue.group.checked_sub(1).filter(|t| (scope.is(*t, ",") || closes(reader, *t)) && *t > start)?;
    let told = cue.takes("clause") || cue.takes("that") && cue.takes("object");
    if !told || scope.is(cue.last + 1, "that") {
        return None;
    }
    let speaker = agent::right(reader, cue.last + 1, false)?;
    let after = speaker.1 + 1;
    // "The firm hired 40, confirmed rumours and …": without a clause of their own only a comma or stop ends it.
    if !cue.takes("clause") && !scope.is_sign(after, ",.") {
        return None;
    }
    let end = reader.sentence(cue.first).end;
    let ends = after >= end
        || scope.is_sign(after, ",.;")
        || reader.is_time(after)
        || reader.class(after) == "prep" && reader.is_time(after + 1);
    let first = scope.token(speaker.0);
    let speaks = first.is_capital()
        || matches!(reader.class(speaker.0), "det" | "pron")
        || scope.word(speaker.1).ends_with('s')
        || scope.is(speaker.1, "police");
    // "Gray, who leads the party, said few.": the subject stands before the aside.
    let subject = subject::left(reader, cue.group).is_some_and(|s| s.0 == start && comma - s.1 > 1);
    // "The town buys a bus, adds 40 nurses": what is counted does not speak.
    if !ends || !speaks || subject || reader.is_amount(speaker.0) {
        return None;
    }
    let last = if closes(reader, comma) { comma } else { comma - 1 };
    let from = clause_start(reader, comma, start);
    // Quoted words alone are direct speech.
    if reader.in_quotes(last) && reader.quoted_at(from) == reader.quoted_at(last) {
        return None;
    }
    let mut parts = vec![(from, last)];
    // "…, reported wardens, with 18 others hurt"
    if scope.is(after, ",") && scope.is(after + 1, "with") {
        let more = clause_end(reader, index, after + 1);
        if more > after + 1 {
            parts.push((after + 1, more - 1));
        }
    }
    draft(reader, parts, Some(cue), Some(speaker), &TAIL)
}

/// "…, Gray said." and "…, Gray said, …".
pub fn tail(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    let scope = reader.scope;
    // "…, Gray told the Associated Press."
    let addressee = if cue.takes("tell") { agent::right(reader, cue.last + 1, true) } else { None };
    let after = addressee.map_or(cue.last, |a| a.1) + 1;
    let says = cue.takes("clause") || cue.takes("that") && !cue.takes("quote");
    // "the sum that her lawyer had asked for": no clause is reported.
    if !says || !ends_after(reader, after) || !cue.takes("clause") && scope.is(after, "for") {
        return None;
    }
    let start = reader.sentence(cue.first).start;
    let speaker = subject::left(reader, cue.group)?;
    let before = speaker.0.checked_sub(1).filter(|t| *t >= start)?;
    let closed = closes(reader, before);
    if !closed && !scope.is_sign(before, ",—–") || before == start {
        return None;
    }
    let from = clause_start(reader, before, start);
    let last = if closed { before } else { before - 1 };
    // Quoted words alone are direct speech.
    if closed && reader.quoted_at(from) == reader.quoted_at(before) {
        return None;
    }
    let mut parts = if is_setting(reader, from, before) && !closed { Vec::new() } else { vec![(from, last)] };
    // "…, Gray said in a letter, and …"
    let limit = reader.sentence(cue.last).end.min(after + 9);
    let how = reader.class(after) == "prep" && !is_clause(reader, after, limit);
    let close = (after..limit).find(|t| scope.is(*t, ",")).filter(|_| how);
    let after = close.unwrap_or(after);
    if scope.is_sign(after, ",—–") && after + 1 < reader.sentence(cue.last).end {
        let aside = scope.word(after + 1).ends_with("ing") || parts_off(reader, after) || reader.in_quotes(after + 1);
        let end = clause_end(reader, index, after + 1);
        if !aside && end > after + 1 {
            parts.push((after + 1, end - 1));
        }
    }
    draft(reader, parts, Some(cue), Some(speaker), &TAIL)
}

/// "According to Gray, …" and "…, according to Gray".
pub fn source(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    let scope = reader.scope;
    let sentence = reader.sentence(cue.first);
    let speaker = agent::right(reader, cue.last + 1, true)?;
    let comma = (speaker.1 + 1..sentence.end.min(speaker.1 + 24)).find(|t| scope.is(*t, ",") && !reader.in_quotes(*t));
    if cue.first <= sentence.start + 1 {
        let from = comma? + 1;
        let last = clause_end(reader, index, from).checked_sub(1).filter(|last| *last >= from)?;
        return draft(reader, vec![(from, last)], Some(cue), Some(speaker), &SOURCE);
    }
    let mut end = cue.first;
    while end > sentence.start && scope.is_sign(end - 1, ",—–(") {
        end -= 1;
    }
    let from = source_start(reader, end, sentence.start);
    // "…; according to Gray, he lent …", "including, according to Gray, 54 children": only what follows is Gray's.
    if end <= from || end < cue.first && scope.is(end - 1, "including") {
        let first = comma.filter(|comma| *comma == speaker.1 + 1)? + 1;
        let last = clause_end(reader, index, first).checked_sub(1).filter(|last| *last >= first)?;
        return draft(reader, vec![(first, last)], Some(cue), Some(speaker), &SOURCE);
    }
    let last = end.checked_sub(1).filter(|last| *last >= from)?;
    let setting = is_setting(reader, from, end);
    let mut parts = if setting { Vec::new() } else { vec![(from, last)] };
    // "The plan, according to Gray, would …": what follows belongs to it where a comma stands on both sides.
    let after = speaker.1 + 1;
    if end < cue.first && scope.is(after, ",") && (setting || !is_clause_start(reader, after + 1) && last - from < 12) {
        let more = clause_end(reader, index, after + 1);
        if more > after + 1 {
            parts.push((after + 1, more - 1));
        }
    }
    draft(reader, parts, Some(cue), Some(speaker), &SOURCE)
}

/// "The crowd, once estimated by the police to be …": the noun before and what follows the speaker.
pub fn passive(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    let scope = reader.scope;
    let sentence = reader.sentence(cue.first);
    let speaker = agent::right(reader, cue.last + 2, true)?;
    // "rejected by 212 votes"
    if reader.is_amount(speaker.0) {
        return None;
    }
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
    // "a march reported by the police" says only who told of it; "5,000, estimated by the police" who counted.
    let more = speaker.1 + 1;
    if !scope.is_any(more, "to at as") {
        let counted = cue.takes("figure") && (from..end).any(|t| reader.is_amount(t));
        return if counted { draft(reader, vec![(from, before)], Some(cue), Some(speaker), &PASSIVE) } else { None };
    }
    let limit = clause_end(reader, index, more);
    let end = (more..limit).find(|t| scope.is(*t, ",")).unwrap_or(limit);
    let parts = vec![(from, before), (more, end.saturating_sub(1).max(more))];
    draft(reader, parts, Some(cue), Some(speaker), &PASSIVE)
}
