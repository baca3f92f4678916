//! Offices, bodies and places that a description points to: "the president", "the ministry", "the city of …".

use super::super::Page;
use super::phrase;
use crate::base::Span;
use crate::base::fold::fold;
use crate::extract::EntityKind;
use crate::lex::{SentenceId, TokenId};
use crate::pack::Table;
use core::ops::Range;

/// A role is held by the one person named so many sentences before.
const NEAR: SentenceId = 3;
/// An office or body is looked for among so many names before.
const NAMES_BACK: usize = 60;

/// Somebody named whose office the phrase says: "the president" where the text has "President Gray"; the
/// one met last where several have it.
pub fn holder(page: &Page<'_>, tokens: &Range<TokenId>, head: TokenId) -> Option<u32> {
    let the = tokens.start.checked_sub(1).is_some_and(|t| page.is_any(t, "the"));
    // "the judge in that case" is one of several.
    if !the || page.is_any(head + 1, "in at") && head + 1 < tokens.end {
        return None;
    }
    let word = fold(page.word(head));
    let end = page.found.names.partition_point(|n| n.tokens.0 < tokens.start);
    (0..end).rev().take(NAMES_BACK).find_map(|index| {
        let id = page.entity(index)?;
        let thing = page.linked.entities.get(id as usize)?;
        let role = |span: &Span| fold(page.document.slice(*span)).split(' ').any(|w| w == word);
        (thing.kind == EntityKind::Person && thing.roles.iter().any(role)).then_some(id)
    })
}

/// "the archbishop", "the Springfield professor": the one person named in the sentences before, where there is
/// no other whom the role could mean.
pub fn only(page: &Page<'_>, tokens: &Range<TokenId>, head: TokenId) -> Option<u32> {
    let the = tokens.start.checked_sub(1).is_some_and(|t| page.is_any(t, "the"));
    if !the || tokens.len() > 4 || phrase::is_plural(page, head) {
        return None;
    }
    // The words at the end of the phrase are an office or a role.
    let title = |from: &TokenId| page.lexicon.find(Table::Title, &phrase::words(page, &(*from..tokens.end))).is_some();
    let whole = tokens.clone().find(title).is_some() || page.is_any(head, "leader") && head + 1 == tokens.end;
    if !whole {
        return None;
    }
    let sentence = page.document.sentence_of(tokens.start);
    let end = page.found.names.partition_point(|n| n.tokens.0 < tokens.start);
    let mut one = None;
    for index in (0..end).rev().take(NAMES_BACK) {
        let Some(mention) = page.found.names.get(index).filter(|m| m.sentence + NEAR >= sentence) else { break };
        let thing = page.entity(index).and_then(|id| Some((id, page.linked.entities.get(id as usize)?)));
        let person = thing.filter(|(_, t)| t.kind == EntityKind::Person && page.in_article(index));
        let Some((id, _)) = person else { continue };
        if one.is_some_and(|other| other != id) || mention.sentence > sentence {
            return None;
        }
        one = Some(id);
    }
    one
}

/// A body named before whose name holds the noun of "the court", "the ministry".
pub fn body(page: &Page<'_>, tokens: &Range<TokenId>, head: TokenId) -> Option<u32> {
    let the = tokens.start.checked_sub(1).is_some_and(|t| page.is_any(t, "the their its"));
    let word = fold(page.word(head));
    if word.len() < 4 || !the || tokens.len() > 3 || page.document_at(head).is_some() || word == "police" {
        return None;
    }
    let end = page.found.names.partition_point(|n| n.tokens.0 < tokens.start);
    (0..end).rev().take(NAMES_BACK).find_map(|index| {
        let id = page.entity(index)?;
        let thing = page.linked.entities.get(id as usize)?;
        let fits = thing.kind == EntityKind::Organisation && fold(&thing.name).split(' ').any(|w| w == word);
        fits.then_some(id)
    })
}

/// "the city of Springfield" is Springfield; "the city" the one that the text names most.
pub fn seat(page: &Page<'_>, tokens: &Range<TokenId>, head: TokenId) -> Option<u32> {
    let city = page.is_any(head, "city town village");
    let place = city || page.is_any(head, "state province county district republic");
    if place && page.is_any(head + 1, "of") && head + 2 < tokens.end {
        let name = phrase::names_in(page, tokens).into_iter().find(|n| page.covers(*n, head + 2))?;
        return page.entity(name);
    }
    let the = tokens.start.checked_sub(1).is_some_and(|t| page.is_any(t, "the"));
    if !city || !the || tokens.len() > 1 {
        return None;
    }
    let end = page.found.names.partition_point(|n| n.tokens.0 < tokens.start);
    let places = (0..end).rev().take(NAMES_BACK).filter_map(|index| {
        let id = page.entity(index)?;
        let thing = page.linked.entities.get(id as usize)?;
        (thing.kind == EntityKind::Settlement).then_some((thing.mentions.len(), id))
    });
    places.max().map(|(_, id)| id)
}
