//! Whose voice a quote is: the speaker as written, taken to the name or the description behind it.
//!
//! Speakers are gone through in the order of the text, and each is remembered, so that what points back
//! ("he", "the statement", "the researchers") finds whom it points to. One file for each way of pointing:
//! [`pronoun`], [`document`], [`holder`] for offices and bodies; [`phrase`] for the words themselves.

mod document;
mod holder;
mod phrase;
mod pronoun;

use super::{Page, Voice};
use crate::base::fold::fold;
use crate::base::{Rule, Span, sort};
use crate::extract::EntityKind;
use crate::lex::{SentenceId, TokenId};
use core::ops::Range;

/// A name.
pub const NAME: Rule = Rule { name: "voice/name", why: "The speaker is named." };
/// Two names.
pub const NAMES: Rule = Rule { name: "voice/names", why: "Several speakers are named together." };
/// A description of somebody named.
pub const OFFICE: Rule =
    Rule { name: "voice/office", why: "The office or description belongs to somebody named in the text." };
/// A description of nobody named.
pub const DESCRIPTION: Rule = Rule {
    name: "voice/description",
    why: "The text does not name the speaker; the description is kept as it is written.",
};
/// A description that points back to a fuller one.
pub const AGAIN: Rule = Rule {
    name: "voice/again",
    why: "The description points back to a speaker whom the text described in full before.",
};
/// Words without a cue.
pub const CARRIED: Rule = Rule { name: "voice/carried", why: "The words go on from the speaker before." };

/// A quote's voice, and where the speaker that a pronoun or document stands for is named.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// The voice.
    pub voice: Voice,
    /// The name that a pronoun stands for.
    pub named: Option<Span>,
}

/// What a speaker is, as far as pronouns tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Nature {
    /// A description of one person or body: "the head of the clinic".
    #[default]
    One,
    /// Somebody known to be a person.
    Person,
    /// A named body or place.
    Body,
    /// Several people.
    Several,
    /// A thing in writing.
    Document,
}

/// A speaker as it is understood.
#[derive(Clone, Debug, Default)]
struct Resolved {
    spoken: Spoken,
    nature: Nature,
    /// The folded head noun of a description; empty for names.
    head: String,
}

/// A speaker already met.
#[derive(Clone, Debug)]
struct Heard {
    speaker: Resolved,
    span: Span,
    sentence: SentenceId,
}

/// The speakers met so far, the last of them at the end.
type Before = [Heard];

/// Words without a cue go on from a speaker so many sentences before.
const REACH: SentenceId = 4;
/// "a spokesman" is of the body that spoke so many sentences before.
const NEAR: SentenceId = 3;
/// So many speakers are remembered.
const REMEMBERED: usize = 24;
/// A phrase of phrases is followed so deep.
const DEPTH: u32 = 3;

/// One voice for each quote.
pub fn voices(page: &Page<'_>) -> Vec<Spoken> {
    let mut order: Vec<usize> = (0..page.found.quotes.len()).collect();
    // In the order of the speakers, so that a pronoun finds who spoke before it.
    let place = |q: &usize| page.found.quotes.get(*q).map_or(0, |m| m.value.speaker.map_or(m.span.start, |s| s.start));
    sort::by_key(&mut order, |q| (place(q), *q));
    let mut voices = vec![Spoken::default(); page.found.quotes.len()];
    let mut heard: Vec<Heard> = Vec::new();
    for index in order {
        let Some(mention) = page.found.quotes.get(index) else { continue };
        let Some(speaker) = mention.value.speaker else {
            // Words without a cue: only where they follow closely.
            if let (Some(before), Some(spoken)) = (heard.last(), voices.get_mut(index))
                && before.sentence + REACH >= mention.sentence
            {
                spoken.voice = Voice { rule: Some(&CARRIED), ..before.speaker.spoken.voice.clone() };
                spoken.named = Some(before.span);
            }
            continue;
        };
        let tokens = page.document.tokens_in(speaker);
        let resolved = resolve(page, &tokens, &heard, DEPTH);
        if let Some(slot) = voices.get_mut(index) {
            *slot = resolved.spoken.clone();
        }
        if !resolved.spoken.voice.canonical.is_empty() {
            if heard.len() >= REMEMBERED {
                heard.remove(0);
            }
            let span = resolved.spoken.named.unwrap_or(speaker);
            heard.push(Heard { speaker: resolved, span, sentence: page.document.sentence_of(tokens.start) });
        }
    }
    voices
}

/// Who a phrase stands for.
fn resolve(page: &Page<'_>, tokens: &Range<TokenId>, heard: &Before, depth: u32) -> Resolved {
    if tokens.len() == 1
        && let Some(asked) = pronoun::asked(page, tokens.start)
    {
        return pronoun::stands_for(page, tokens.start, asked, heard);
    }
    if let Some(joined) = joined(page, tokens, heard, depth) {
        return joined;
    }
    let whole = tokens;
    let tokens = phrase::without_article(page, whole);
    let head = phrase::head(page, &tokens);
    let names = phrase::names_in(page, &tokens);
    // The head is a name, or an office or description of one.
    if let Some(entity) = names.iter().find(|n| page.covers(**n, head)).and_then(|n| page.entity(*n)) {
        let name = page.names.at(head).is_some_and(|n| page.is_name(n));
        return named(page, entity, if name { &NAME } else { &OFFICE });
    }
    let found = holder::holder(page, &tokens, head).or_else(|| holder::body(page, &tokens, head));
    if let Some(entity) = found.or_else(|| holder::seat(page, &tokens, head)) {
        return named(page, entity, &OFFICE);
    }
    if let Some(issuer) = document::issuer(page, &tokens, head, heard, depth) {
        return issuer;
    }
    if let Some(again) = again(page, whole, &tokens, head, heard) {
        return again;
    }
    if let Some(entity) = holder::only(page, &tokens, head) {
        return named(page, entity, &OFFICE);
    }
    let canonical = match owned(page, &tokens, heard, depth).or_else(|| spokesman(page, &tokens, heard)) {
        Some(owned) => owned,
        None => phrase::description(page, whole, &tokens, head),
    };
    let nature = if page.document_at(head).is_some() {
        Nature::Document
    } else if phrase::is_plural(page, head) {
        Nature::Several
    } else {
        Nature::One
    };
    let voice = Voice { entity: None, canonical, rule: Some(&DESCRIPTION) };
    Resolved { spoken: Spoken { voice, named: None }, nature, head: fold(page.word(head)) }
}

/// A thing that is named.
fn named(page: &Page<'_>, entity: u32, rule: &'static Rule) -> Resolved {
    let thing = page.linked.entities.get(entity as usize);
    let canonical = thing.map_or_else(String::new, |e| phrase::full_name(page, e));
    let nature = match thing.map(|e| e.kind) {
        Some(EntityKind::Person) => Nature::Person,
        _ => Nature::Body,
    };
    let voice = Voice { entity: Some(entity), canonical, rule: Some(rule) };
    Resolved { spoken: Spoken { voice, named: None }, nature, head: String::new() }
}

/// "Gray and Lee", "Acme and the BBC", "Gray and her supporters": a name joined to another phrase.
fn joined(page: &Page<'_>, tokens: &Range<TokenId>, heard: &Before, depth: u32) -> Option<Resolved> {
    let and = tokens.clone().find(|t| page.is_any(*t, "and &") && page.names.at(*t).is_none())?;
    let left = tokens.start..if page.word(and - 1) == "," { and - 1 } else { and };
    let right = and + 1..tokens.end;
    if left.is_empty() || right.is_empty() || depth == 0 {
        return None;
    }
    let ends_name = |t: TokenId| {
        let name = page.names.at(t).and_then(|n| page.found.names.get(n));
        name.is_some_and(|n| n.tokens.1 == t) && page.names.at(t).is_some_and(|n| page.is_name(n))
    };
    // "officials in Wales and Scotland" are one phrase.
    if phrase::head(page, &phrase::without_article(page, &left)) + 1 != left.end {
        return None;
    }
    let head = phrase::head(page, &phrase::without_article(page, &right));
    let opens = matches!(page.class(right.start), "det" | "pron") || page.is_any(right.start, "others");
    // "Reno and Springfield officials": the names belong to the officials.
    let two = ends_name(head) || ends_name(left.end - 1) && opens || phrase::is_plural(page, left.end - 1) && opens;
    if !two || !ends_name(left.end - 1) && !ends_name(head) && !opens {
        return None;
    }
    let (a, b) = (resolve(page, &left, heard, depth - 1), resolve(page, &right, heard, depth - 1));
    let (a, b) = (a.spoken.voice, b.spoken.voice);
    if a.canonical.is_empty() || b.canonical.is_empty() {
        return None;
    }
    let both = a.entity.is_some() && b.entity.is_some();
    // "the High Court of Wales and Kent": the name goes on.
    let place =
        |v: &Voice| v.entity.and_then(|e| page.linked.entities.get(e as usize)).is_some_and(|e| is_place(e.kind));
    if both && place(&b) && !place(&a) {
        return None;
    }
    let canonical = if both {
        format!("{}; {}", a.canonical, b.canonical)
    } else {
        let rest = if b.entity.is_some() { b.canonical } else { phrase::words(page, &right) };
        format!("{} and {rest}", a.canonical)
    };
    let voice = Voice { entity: a.entity.or(b.entity), canonical, rule: Some(&NAMES) };
    Some(Resolved { spoken: Spoken { voice, named: None }, nature: Nature::Several, head: String::new() })
}

const fn is_place(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Country | EntityKind::Settlement | EntityKind::Place)
}

/// "a spokesman" right after a body spoke is that body's.
fn spokesman(page: &Page<'_>, tokens: &Range<TokenId>, heard: &Before) -> Option<String> {
    let alone = tokens.len() == 1 && page.is_any(tokens.start, "spokesman spokeswoman spokesperson");
    let before = heard.last().filter(|h| alone && h.speaker.nature == Nature::Body)?;
    let near = before.sentence + NEAR >= page.document.sentence_of(tokens.start);
    near.then(|| format!("{} {}", before.speaker.spoken.voice.canonical, page.word(tokens.start)))
}

/// "the spokesman", "the same study", "these officials": a fuller description with the same head before.
fn again(
    page: &Page<'_>,
    whole: &Range<TokenId>,
    tokens: &Range<TokenId>,
    head: TokenId,
    heard: &Before,
) -> Option<Resolved> {
    let points = whole.start < tokens.start && page.is_any(whole.start, "the this these those that");
    let bare = tokens.len() == 1 || tokens.len() == 2 && page.is_any(tokens.start, "same two three");
    if !points || !bare {
        return None;
    }
    let word = fold(page.word(head));
    let before =
        heard.iter().rev().find(|h| h.speaker.head == word && h.speaker.spoken.voice.canonical.contains(' '))?;
    let mut speaker = before.speaker.clone();
    speaker.spoken.voice.rule = Some(&AGAIN);
    speaker.spoken.named = Some(before.span);
    Some(speaker)
}

/// "his lawyers", "Gray's campaign": the owner by the full name.
fn owned(page: &Page<'_>, tokens: &Range<TokenId>, heard: &Before, depth: u32) -> Option<String> {
    let (owner, rest) = phrase::owner(page, tokens)?;
    let depth = depth.checked_sub(1)?;
    let owner = resolve(page, &owner, heard, depth).spoken.voice;
    let thing = owner.entity.and_then(|e| page.linked.entities.get(e as usize))?;
    let owns = matches!(thing.kind, EntityKind::Person | EntityKind::Organisation);
    owns.then(|| format!("{}'s {}", owner.canonical, phrase::words(page, &rest)))
}
