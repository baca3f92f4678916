//! Whom a pronoun stands for.

use super::super::Page;
use super::{Before, Heard, Nature, Resolved, Spoken, named};
use crate::base::fold::is_one;
use crate::base::{Rule, Span};
use crate::extract::{EntityKind, NameForm};
use crate::lex::{SentenceId, TokenId, TokenKind};
use crate::pack::Table;

/// A pronoun.
pub const PRONOUN: Rule =
    Rule { name: "voice/pronoun", why: "The pronoun stands for the speaker or person named last who fits it." };

/// What a pronoun asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A man.
    He,
    /// A woman.
    She,
    /// A body or a document.
    It,
    /// Several, or a body.
    They,
}

/// A pronoun reaches back over so many sentences …
const REACH: SentenceId = 10;
/// … and so many names.
const NAMES_BACK: usize = 30;

/// What the pronoun at a token asks for; `None` for another word.
pub fn asked(page: &Page<'_>, token: TokenId) -> Option<Asked> {
    let word = page.word(token);
    let is = |forms: &str| is_one(word, forms);
    if is("he him his") {
        Some(Asked::He)
    } else if is("she her") {
        Some(Asked::She)
    } else if is("it its which that") {
        Some(Asked::It)
    } else if is("they them their both") {
        Some(Asked::They)
    } else {
        None
    }
}

/// Who a pronoun stands for: the later of the last fitting speaker and the last fitting name.
pub fn stands_for(page: &Page<'_>, at: TokenId, asked: Asked, heard: &Before) -> Resolved {
    let sentence = page.document.sentence_of(at);
    let fits = |h: &&Heard| {
        let (nature, entity) = (h.speaker.nature, h.speaker.spoken.voice.entity);
        sentence <= h.sentence + REACH
            && match asked {
                Asked::He | Asked::She => match nature {
                    Nature::Person => gender_fits(page, entity, asked),
                    Nature::One => true,
                    _ => false,
                },
                Asked::It => matches!(nature, Nature::Body | Nature::Document | Nature::One),
                Asked::They => matches!(nature, Nature::Several | Nature::Body),
            }
    };
    let before = heard.iter().rev().take(4).find(fits);
    let named_last = nearest(page, at, asked);
    // A name that begins its sentence stands back behind a speaker in the same one.
    let by_name = match (&named_last, before) {
        // "Nakato called Jane Ode a hero": of the two, "she" is the one whose given name says so.
        (Some((id, _, s)), Some(h)) if *s == h.sentence => {
            is_known(page, Some(*id), asked) && !is_known(page, h.speaker.spoken.voice.entity, asked)
        }
        (Some((_, _, s)), Some(h)) => *s > h.sentence && !(asked == Asked::They && h.speaker.nature == Nature::Several),
        (Some(_), None) => true,
        _ => false,
    };
    if let Some((entity, span, _)) = named_last.filter(|_| by_name) {
        let mut found = named(page, entity, &PRONOUN);
        found.spoken.named = Some(span);
        return found;
    }
    match before {
        Some(h) => {
            let mut found = h.speaker.clone();
            found.spoken.voice.rule = Some(&PRONOUN);
            found.spoken = Spoken { named: Some(h.span), ..found.spoken };
            found
        }
        None => Resolved::default(),
    }
}

/// The name that a pronoun can stand for: the first that fits in its own sentence, else in the one before,
/// and so on; names that come first are subjects.
fn nearest(page: &Page<'_>, at: TokenId, asked: Asked) -> Option<(u32, Span, SentenceId)> {
    let sentence = page.document.sentence_of(at);
    let end = page.found.names.partition_point(|n| n.tokens.0 < at);
    let mut best: Option<(u32, Span, SentenceId)> = None;
    // A name tied to a noun ("the part of Gray") only where no other is near.
    let mut tied_best: Option<(u32, Span, SentenceId)> = None;
    for index in (0..end).rev().take(NAMES_BACK) {
        let Some(mention) = page.found.names.get(index) else { break };
        let reach = if matches!(asked, Asked::He | Asked::She) { REACH } else { REACH / 2 };
        if mention.sentence + reach < sentence || best.is_some_and(|(_, _, s)| mention.sentence < s) {
            break;
        }
        if tied_best.is_some_and(|(_, _, s)| mention.sentence + 2 < s) {
            break;
        }
        let Some(id) = page.entity(index) else { continue };
        let Some(thing) = page.linked.entities.get(id as usize) else { continue };
        let fits = match asked {
            Asked::He | Asked::She => thing.kind == EntityKind::Person && gender_fits(page, Some(id), asked),
            Asked::It | Asked::They => thing.kind == EntityKind::Organisation,
        };
        if !fits || mention.value.form != NameForm::Name || !page.in_article(index) {
            continue;
        }
        // "Gray's house": the owner is not what the sentence is about, unless nobody else is.
        let owner = page.document.token(mention.tokens.1 + 1).kind == TokenKind::Possessive;
        // "In a talk with Gray, she said": whom one speaks with or of is somebody else.
        let before = mention.tokens.0.checked_sub(1);
        let tied = before.is_some_and(|t| page.is_any(t, "with to of by for from against"));
        if tied {
            if mention.sentence != sentence && tied_best.is_none() {
                tied_best = Some((id, mention.span, mention.sentence));
            }
        } else if !best
            .is_some_and(|(b, ..)| owner || is_known(page, Some(b), asked) && !is_known(page, Some(id), asked))
        {
            best = Some((id, mention.span, mention.sentence));
        }
    }
    best.or(tied_best)
}

/// Whether the given name speaks against the pronoun.
fn gender_fits(page: &Page<'_>, entity: Option<u32>, asked: Asked) -> bool {
    let gender = gender(page, entity);
    match asked {
        Asked::He => gender != "f",
        Asked::She => gender != "m",
        _ => true,
    }
}

/// Whether the given name speaks for the pronoun, or what the text calls them where no table tells.
fn is_known(page: &Page<'_>, entity: Option<u32>, asked: Asked) -> bool {
    let thing = entity.and_then(|e| page.linked.entities.get(e as usize)).filter(|e| e.kind == EntityKind::Person);
    let called = || thing.and_then(|e| e.mentions.iter().take(MENTIONS).find_map(|m| followed(page, *m)));
    match gender(page, entity) {
        "x" => called() == Some(asked),
        "f" => asked == Asked::She,
        _ => asked == Asked::He,
    }
}

/// The gender of an entity's given name: `f`, `m`, or `x`.
fn gender(page: &Page<'_>, entity: Option<u32>) -> &'static str {
    let name = entity.and_then(|e| page.linked.entities.get(e as usize)).map_or("", |e| e.name.as_str());
    let first = name.split(' ').next().unwrap_or("");
    let row = page.lexicon.find(Table::GivenName, first).map(usize::from);
    row.and_then(|r| page.lexicon.rows.given_names.get(r)).map_or("x", |r| r.gender)
}

/// Mentions looked at for the pronoun behind them, at most.
const MENTIONS: usize = 12;

/// "Kim Reed died. She was 71.": what the next sentence begins with, where nobody else is named in this one.
fn followed(page: &Page<'_>, mention: u32) -> Option<Asked> {
    let (names, index) = (&page.found.names, mention as usize);
    let sentence = names.get(index)?.sentence;
    let own = page.entity(index);
    let alone = |at: usize| names.get(at).is_none_or(|n| n.value.kind != EntityKind::Person || page.entity(at) == own);
    let same = |at: &usize| names.get(*at).is_some_and(|n| n.sentence == sentence);
    let others = (0..index).rev().take_while(same).chain((index + 1..).take_while(same));
    let next = page.document.sentences.get(sentence as usize + 1)?.tokens.start;
    let pronoun = asked(page, next)?;
    others.take(MENTIONS).all(alone).then_some(pronoun)
}
