//! Quoted words and the cue that gives them to somebody.

use super::cue::{Cue, Form};
use super::marks::Quoted;
use super::speaker::Phrase;
use super::{Draft, Reader};
use super::{agent, subject};
use crate::base::Rule;
use crate::extract::QuoteKind;
use crate::lex::{TokenId, TokenKind};

/// A cue after the words.
pub const AFTER: Rule =
    Rule { name: "quote/after", why: "Quoted words with a reporting verb and its subject right after them." };
/// A cue before the words.
pub const BEFORE: Rule =
    Rule { name: "quote/before", why: "Quoted words that a reporting verb, a comma or a colon introduces." };
/// A name and a colon.
pub const COLON: Rule = Rule { name: "quote/colon", why: "Quoted words after a name and a colon." };
/// A dash and a name.
pub const DASH: Rule = Rule { name: "quote/dash", why: "Quoted words with a dash and a name after them." };
/// More words of the same speaker.
pub const GOES_ON: Rule = Rule {
    name: "quote/goes-on",
    why: "Quoted words without a cue that follow, alone in their paragraph, on words of the speaker before.",
};

/// Between a cue and the words it introduces stand at most so many tokens: an addressee, a day, a place.
const REACH: TokenId = 24;

/// What was found last, for words that go on.
struct Before {
    draft: usize,
    /// The last token of the quote or of its attribution.
    end: TokenId,
    block: u32,
    goes_on: bool,
}

/// Gives every quoted part that is an utterance to a cue; says which cues were used.
pub fn direct(reader: &Reader<'_>, drafts: &mut Vec<Draft>) -> Vec<bool> {
    let mut used = vec![false; reader.cues.len()];
    let mut before: Option<Before> = None;
    for part in &reader.quoted {
        let starts = starts_clause(reader, part);
        let block_start = block_start(reader, part);
        // The next paragraph of one quote.
        if let Some(last) =
            before.as_mut().filter(|b| b.goes_on && b.block + 1 == part.block && part.first == block_start)
        {
            add(drafts, last, part);
            if let Some(said) = after(reader, part) {
                mark(&mut used, said.cue);
                last.end = last.end.max(said.end);
            }
            continue;
        }
        let found = if starts { after(reader, part) } else { None };
        let same_block = before.as_ref().filter(|b| b.block == part.block);
        let split = same_block.is_some_and(|b| goes_on_after(reader, b.end, part));
        if found.is_none() && split && starts {
            if let Some(last) = before.as_mut() {
                add(drafts, last, part);
            }
            continue;
        }
        let dashed = || dash(reader, part).filter(|_| starts).map(|said| (said, &DASH));
        let found = found.map(|f| (f, &AFTER)).or_else(dashed).or_else(|| {
            let introduced = introduced(reader, part)?;
            starts.then_some(introduced)
        });
        if let Some((said, rule)) = found {
            mark(&mut used, said.cue);
            let cue = said.cue.and_then(|c| reader.cues.get(c));
            drafts.push(Draft {
                kind: QuoteKind::Direct,
                parts: vec![(part.first, part.last)],
                cue: cue.map(|c| (c.first, c.last)),
                act: cue.map(|c| c.act),
                speaker: said.speaker,
                rule,
            });
            let end = said.end.max(part.last);
            before = Some(Before { draft: drafts.len() - 1, end, block: part.block, goes_on: part.goes_on });
            continue;
        }
        // A paragraph of nothing but quoted words, right under words of the same speaker.
        let alone = part.first == block_start && (part.goes_on || ends_block(reader, part));
        if let Some(last) = before.as_mut().filter(|b| alone && b.block + 1 == part.block) {
            add(drafts, last, part);
        } else if alone && is_sentence(reader, part) {
            drafts.push(Draft {
                kind: QuoteKind::Direct,
                parts: vec![(part.first, part.last)],
                cue: None,
                act: None,
                speaker: None,
                rule: &GOES_ON,
            });
            before = Some(Before { draft: drafts.len() - 1, end: part.last, block: part.block, goes_on: part.goes_on });
        }
    }
    used
}

fn mark(used: &mut [bool], cue: Option<usize>) {
    if let Some(flag) = cue.and_then(|c| used.get_mut(c)) {
        *flag = true;
    }
}

/// Adds a part to the quote before.
fn add(drafts: &mut [Draft], before: &mut Before, part: &Quoted) {
    if let Some(draft) = drafts.get_mut(before.draft) {
        draft.parts.push((part.first, part.last));
    }
    (before.end, before.block, before.goes_on) = (part.last, part.block, part.goes_on);
}

/// An attribution.
struct Said {
    cue: Option<usize>,
    speaker: Option<Phrase>,
    /// The last token of it.
    end: TokenId,
}

fn block_start(reader: &Reader<'_>, part: &Quoted) -> TokenId {
    reader.scope.document.blocks.get(part.block as usize).map_or(0, |b| b.tokens.start)
}

fn block_end(reader: &Reader<'_>, part: &Quoted) -> TokenId {
    reader.scope.document.blocks.get(part.block as usize).map_or(0, |b| b.tokens.end)
}

/// Whether nothing but signs follows in the block.
fn ends_block(reader: &Reader<'_>, part: &Quoted) -> bool {
    (part.last + 1..block_end(reader, part)).take(3).all(|t| reader.scope.token(t).kind == TokenKind::Sign)
        && part.last + 4 > block_end(reader, part)
}

/// The last token within the marks.
const fn inner_last(part: &Quoted) -> TokenId {
    part.inner.1
}

fn is_stop(word: &str) -> bool {
    word.starts_with(['.', '!', '?', '…'])
}

/// Whether the words are a sentence: a capital first, a stop last.
fn is_sentence(reader: &Reader<'_>, part: &Quoted) -> bool {
    let scope = reader.scope;
    let capital = part.words().take(2).any(|t| scope.token(t).is_capital());
    let stop = is_stop(scope.word(inner_last(part))) || scope.word(inner_last(part)).ends_with('.') || part.goes_on;
    capital && stop && part.inner.1 - part.inner.0 >= 3
}

/// Whether the words begin where a clause begins: a block, a sentence, after a comma, colon, dash or a cue.
fn starts_clause(reader: &Reader<'_>, part: &Quoted) -> bool {
    let scope = reader.scope;
    if part.first == block_start(reader, part) || reader.sentence(part.first).start == part.first {
        return true;
    }
    let Some(before) = part.first.checked_sub(1) else { return true };
    let word = scope.word(before);
    matches!(word, "," | ":" | "—" | "–" | "-" | "(" | ";")
        || is_stop(word)
        || reader.cues.binary_search_by_key(&before, |c| c.last).is_ok()
        || scope.is_any(before, "that and but then") && is_sentence(reader, part)
        || part.words().take(1).any(|t| scope.token(t).is_capital()) && is_sentence(reader, part)
}

/// The cue whose first token is at or after `from`, before `end`.
fn cue_from<'a>(reader: &'a Reader<'_>, from: TokenId, end: TokenId) -> Option<(usize, &'a Cue)> {
    let index = reader.cues.partition_point(|c| c.first < from);
    reader.cues.get(index).filter(|c| c.first < end).map(|cue| (index, cue))
}

/// The attribution right after the words: "said Gray", "Gray said", "Gray, who …, said", "according to Gray".
fn after(reader: &Reader<'_>, part: &Quoted) -> Option<Said> {
    let scope = reader.scope;
    let end = block_end(reader, part);
    // Past the closing marks of a quote within: "… 'yes,' " Gray said.
    let mut inner = inner_last(part);
    while inner > part.inner.0 && scope.token(inner).kind == TokenKind::Quote {
        inner -= 1;
    }
    let inner = scope.word(inner);
    let mut at = part.last + 1;
    let mut bound =
        matches!(inner, "," | "!" | "?" | "-" | "—" | "–") || inner.starts_with('…') || inner.starts_with("..");
    // A paragraph that begins with quoted words without a stop is not over.
    bound |= part.first == block_start(reader, part) && !inner.ends_with('.');
    if scope.is_sign(at, ",—–") && at < end {
        at += 1;
        bound = true;
    }
    if part.goes_on || at >= end {
        return None;
    }
    let next = scope.token(at);
    // "…." said in another sentence is somebody's next sentence, unless the verb stands right here.
    let lower = next.kind == TokenKind::Word && !next.is_capital();
    if !bound && !lower {
        return None;
    }
    let limit = end.min(at + REACH + 12);
    let stop = (at..limit).find(|t| is_stop(scope.word(*t)) || reader.in_quotes(*t)).unwrap_or(limit);
    let Some((index, cue)) = cue_from(reader, at, stop) else {
        return bound.then(|| any_verb(reader, at, end)).flatten();
    };
    if cue.form == Form::Source && cue.first == at {
        let speaker = agent::right(reader, cue.last + 1, true);
        return Some(Said { cue: Some(index), speaker, end: speaker.map_or(cue.last, |s| s.1) });
    }
    if cue.group == at && cue.form != Form::Infinitive {
        // "…," calling it a mistake: the words are somebody's before.
        if matches!(cue.form, Form::PassiveBy | Form::Participle) {
            return None;
        }
        let speaker = agent::right(reader, cue.last + 1, false)?;
        return Some(Said { cue: Some(index), speaker: Some(speaker), end: speaker.1 });
    }
    if !bound && !matches!(reader.class(at), "pron") {
        return None;
    }
    if cue.form != Form::Finite {
        return None;
    }
    // The subject begins right after the words, whatever stands between it and its verb.
    let said = |speaker| Said { cue: Some(index), speaker: Some(speaker), end: cue.last };
    let first = agent::right(reader, at, true).filter(|s| bound && s.1 < cue.group);
    let speaker = match subject::left(reader, cue.group) {
        Some(speaker) => speaker,
        None => return first.map(said),
    };
    // What stands between the words and the subject belongs to the subject, or this is another clause.
    let near = speaker.0 >= at
        && speaker.0 <= at + 2
        && (at..speaker.0).all(|t| reader.is_adverb(t) || reader.class(t) == "det");
    if near { Some(said(speaker)) } else { first.map(said) }
}

/// A dash and a name that end the block: “…” — Ann Gray.
fn dash(reader: &Reader<'_>, part: &Quoted) -> Option<Said> {
    let scope = reader.scope;
    let (dash, end) = (part.last + 1, block_end(reader, part));
    let next = dash + if scope.is(dash + 1, "-") { 2 } else { 1 };
    if !scope.is_sign(dash, "—–―-~") || next >= end || end - next > 12 {
        return None;
    }
    let speaker = agent::right(reader, next, true).filter(|_| scope.token(next).is_capital())?;
    let ends = speaker.1 + 1 >= end || scope.is_sign(speaker.1 + 1, ",.(");
    ends.then_some(Said { cue: None, speaker: Some(speaker), end: speaker.1 })
}

/// A verb that no table knows, after words that end with a comma, and a subject: "…," the singer drawled.
fn any_verb(reader: &Reader<'_>, at: TokenId, end: TokenId) -> Option<Said> {
    let scope = reader.scope;
    let speaker = agent::right(reader, at, false)?;
    let verb = speaker.1 + 1;
    let person = matches!(reader.class(at), "det" | "pron") || scope.token(at).is_capital();
    let word = scope.word(verb);
    (person && verb < end && word.ends_with("ed") && !scope.token(verb).is_capital()).then_some(Said {
        cue: None,
        speaker: Some(speaker),
        end: verb,
    })
}

/// Whether a part goes on the quote before it: only its attribution, with what belongs to it, stands between.
fn goes_on_after(reader: &Reader<'_>, end: TokenId, part: &Quoted) -> bool {
    let scope = reader.scope;
    let Some(before) = part.first.checked_sub(1).filter(|before| *before >= end) else { return false };
    if part.first - end > TAIL {
        return false;
    }
    // The attribution's sentence ends right before the words, or the words end it.
    let same = reader.sentence(end).contains(&before);
    let touches = scope.is_sign(before, ",.;—–-")
        || is_stop(scope.word(before))
        || scope.word(before).ends_with('.')
        || reader.in_quotes(before);
    let another =
        cue_from(reader, end + 1, part.first).is_some_and(|(_, c)| c.form == Form::Finite && c.last + 1 >= before);
    same && touches && !another
}

/// After an attribution its sentence goes on for at most so many tokens.
const TAIL: TokenId = 60;

/// The attribution before the words.
fn introduced(reader: &Reader<'_>, part: &Quoted) -> Option<(Said, &'static Rule)> {
    let scope = reader.scope;
    let start = block_start(reader, part);
    // A paragraph that ends with a colon introduces the next.
    let (from, first) = if part.first == start {
        let above = (part.block as usize).checked_sub(1).and_then(|b| scope.document.blocks.get(b))?;
        let last = above.tokens.end.checked_sub(1)?;
        if !scope.is(last, ":") {
            return None;
        }
        (above.tokens.start, last + 1)
    } else {
        (start, part.first)
    };
    let before = first.checked_sub(1)?;
    let sign = scope.word(before);
    let sentence = reader.sentence(before);
    let from = from.max(sentence.start);
    let index = reader.cues.partition_point(|c| c.last < first).checked_sub(1);
    let cue = index.and_then(|i| reader.cues.get(i)).filter(|c| c.first >= from && first - c.last <= REACH);
    if let (Some(index), Some(cue)) = (index, cue) {
        let between = cue.last + 1..first;
        let clear = !between.clone().any(|t| reader.in_quotes(t));
        let bound = matches!(sign, "," | ":" | "—" | "–") || before == cue.last || scope.is(before, "that");
        // "blamed “human error” and the weather": the quoted words are only a part of it.
        let goes_on = before == cue.last
            && cue.takes("about")
            && !is_sentence(reader, part)
            && scope.is_any(part.last + 1, "and or");
        let near = bound && !goes_on && (sign == ":" || between.len() <= 14);
        // "a programme called “Open Doors”"
        if cue.takes("name") && super::following::is_title(reader, part.first) {
            return None;
        }
        if clear && near && !is_stop(sign) {
            let speaker = match cue.form {
                Form::Source | Form::PassiveBy => agent::right(reader, cue.last + 1, true),
                Form::Finite => subject::left(reader, cue.group).or_else(|| subject(reader, cue)),
                Form::Participle | Form::Infinitive => subject(reader, cue),
            };
            return Some((Said { cue: Some(index), speaker, end: part.last }, &BEFORE));
        }
    }
    if sign == ":" && before > sentence.start {
        let speaker = subject::left(reader, before).filter(|(first, _)| *first <= sentence.start + 1);
        let speaker = speaker.or_else(|| subject::main_subject(reader, before));
        return Some((Said { cue: None, speaker, end: part.last }, &COLON));
    }
    None
}

/// The subject of a participle or infinitive: of the cue before it in the sentence, or of the main clause.
pub fn subject(reader: &Reader<'_>, cue: &Cue) -> Option<Phrase> {
    let start = reader.sentence(cue.first).start;
    if cue.form == Form::Participle && cue.group > start {
        let scope = reader.scope;
        // "cited the office as saying", "with officials saying"
        if scope.is(cue.group - 1, "as") && cue.group > start + 1 {
            return subject::left(reader, cue.group - 1);
        }
        let own = subject::left(reader, cue.group);
        let with = |own: &Phrase| {
            scope.is(own.0 - 1, "with")
                || scope.is(own.0 - 1, "and")
                    && scope.token(own.0).is_capital()
                    && (start..own.0).any(|t| scope.is(t, "with"))
        };
        if let Some(own) = own.filter(|own| own.0 > start && with(own)) {
            return Some(own);
        }
    }
    let index = reader.cues.partition_point(|c| c.first < cue.first);
    let earlier = reader.cues.iter().take(index).rev().take(3).find(|c| c.first >= start && c.form == Form::Finite);
    earlier.and_then(|c| subject::left(reader, c.group)).or_else(|| subject::main_subject(reader, cue.group))
}
