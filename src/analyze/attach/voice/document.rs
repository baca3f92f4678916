//! Statements, rulings and reports: for whom a thing in writing speaks.

use super::super::Page;
use super::{Before, Heard, Nature, Resolved, Spoken, named, phrase, resolve};
use crate::base::Rule;
use crate::base::fold::fold;
use crate::extract::EntityKind;
use crate::lex::{SentenceId, TokenId};
use core::ops::Range;

/// A document.
pub const DOCUMENT: Rule =
    Rule { name: "voice/document", why: "A report, statement or ruling speaks for the body or person that issued it." };

/// "the statement" belongs to who spoke so many sentences before.
const REACH: SentenceId = 8;
/// "the report" only to who spoke just before.
const NEAR: SentenceId = 3;
/// A court is looked for among so many names before.
const NAMES_BACK: usize = 40;

/// Who stands behind a document, where the text says so.
pub fn issuer(page: &Page<'_>, tokens: &Range<TokenId>, head: TokenId, heard: &Before, depth: u32) -> Option<Resolved> {
    let speaks = page.document_at(head)?;
    let depth = depth.checked_sub(1)?;
    let behind = |mut found: Resolved| {
        found.spoken.voice.rule = Some(&DOCUMENT);
        Some(found)
    };
    let known = |found: &Resolved| found.spoken.voice.entity.is_some_and(|e| issues(page, e));
    // "its press release", "the court's summary", "Gray's letter"
    if let Some((owner, _)) = phrase::owner(page, tokens).filter(|(owner, _)| owner.end <= head) {
        let owner = with_article(page, owner);
        return Some(resolve(page, &owner, heard, depth)).filter(known).and_then(behind);
    }
    // "a statement by Gray", "a survey published in May by the institute"
    let by = (head + 1..tokens.end)
        .find(|t| page.is_any(*t, "by from") && page.names.at(*t).is_none())
        .filter(|t| t + 1 < tokens.end);
    if let Some(by) = by {
        let rest = by + 1..tokens.end;
        let author = resolve(page, &rest, heard, depth);
        // "a report from the Utopian government"
        let proper = page.document.token(phrase::without_article(page, &rest).start).is_capital();
        let speaker = (speaks != "itself" || proper) && !author.spoken.voice.canonical.is_empty();
        return Some(author).filter(|a| speaker || known(a)).and_then(behind);
    }
    // "an Acme press release"
    let names = phrase::names_in(page, &(tokens.start..head));
    let name = names.into_iter().rev().filter(|n| page.is_name(*n)).find_map(|n| page.entity(n));
    if let Some(entity) = name.filter(|e| issues(page, *e)) {
        return behind(named(page, entity, &DOCUMENT));
    }
    // "a fire service statement", where the text names the service.
    let the = tokens.start.checked_sub(1).is_some_and(|t| page.is_any(t, "the this that"));
    match speaks {
        "court" if the || tokens.len() > 1 => court(page, tokens.start).map(|c| named(page, c, &DOCUMENT)),
        "issuer" if the && tokens.len() <= 2 => last(page, tokens.start, heard, REACH).and_then(behind),
        "body" if the && tokens.len() <= 2 => {
            last(page, tokens.start, heard, REACH).filter(|l| l.nature == Nature::Body).and_then(behind)
        }
        _ if the && tokens.len() == 1 && page.is_any(head, "report") => {
            last(page, tokens.start, heard, NEAR).filter(|l| l.nature == Nature::Body).and_then(behind)
        }
        _ => None,
    }
}

/// With the article before it, so that "the court's" is looked up as "the court".
fn with_article(page: &Page<'_>, tokens: Range<TokenId>) -> Range<TokenId> {
    match tokens.start.checked_sub(1).filter(|t| page.is_any(*t, "the")) {
        Some(the) => the..tokens.end,
        None => tokens,
    }
}

/// The person or body that spoke last.
fn last(page: &Page<'_>, at: TokenId, heard: &Before, reach: SentenceId) -> Option<Resolved> {
    let sentence = page.document.sentence_of(at);
    let near = |h: &&Heard| h.sentence + reach >= sentence && h.speaker.nature != Nature::Document;
    let before = heard.iter().rev().take_while(near).find(|h| h.speaker.spoken.voice.entity.is_some())?;
    let mut speaker = before.speaker.clone();
    speaker.spoken = Spoken { named: Some(before.span), ..speaker.spoken };
    Some(speaker)
}

/// The court named last.
fn court(page: &Page<'_>, at: TokenId) -> Option<u32> {
    let end = page.found.names.partition_point(|n| n.tokens.0 < at);
    (0..end).rev().take(NAMES_BACK).find_map(|index| {
        let id = page.entity(index)?;
        let thing = page.linked.entities.get(id as usize)?;
        let fits = thing.kind == EntityKind::Organisation && fold(&thing.name).split(' ').any(|w| w == "court");
        fits.then_some(id)
    })
}

/// Whether a thing can issue what is written; a site only carries it.
fn issues(page: &Page<'_>, entity: u32) -> bool {
    let kind = page.linked.entities.get(entity as usize).map(|e| e.kind);
    matches!(kind, Some(EntityKind::Person | EntityKind::Organisation))
}
