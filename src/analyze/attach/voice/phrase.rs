//! The words of a speaker: article, head, owner, and how a description is written.

use super::super::Page;
use crate::analyze::entity::LocalEntity;
use crate::extract::{BlockKind, EntityKind};
use crate::lex::{TokenId, TokenKind};
use core::ops::Range;

/// The names that begin in the phrase, in order.
pub fn names_in(page: &Page<'_>, tokens: &Range<TokenId>) -> Vec<usize> {
    let first = page.found.names.partition_point(|n| n.tokens.0 < tokens.start);
    let end = page.found.names.partition_point(|n| n.tokens.0 < tokens.end);
    (first..end).collect()
}

/// The phrase without the article before it.
pub fn without_article(page: &Page<'_>, tokens: &Range<TokenId>) -> Range<TokenId> {
    let article = page.is_any(tokens.start, "the a an that this these those");
    let named = page.names.at(tokens.start).is_some();
    if article && !named && tokens.len() > 1 { tokens.start + 1..tokens.end } else { tokens.clone() }
}

/// The head of the phrase: its last word before the first preposition that is no part of a name.
pub fn head(page: &Page<'_>, tokens: &Range<TokenId>) -> TokenId {
    let mut at = tokens.start;
    let mut head = tokens.start;
    while at < tokens.end {
        if let Some(name) = page.names.at(at).and_then(|n| page.found.names.get(n)) {
            head = name.tokens.1;
            at = name.tokens.1.max(at) + 1;
            continue;
        }
        let word = page.document.token(at);
        let joins = page.class(at) == "conj" && page.is_content(at + 1) && at + 1 < tokens.end;
        let ends = matches!(page.class(at), "prep" | "wh" | "conj") && !joins || page.is_any(at, "who that");
        // "a survey published in May", "officials speaking for the council"
        let participle = word.kind == TokenKind::Word
            && !word.is_capital()
            && at > tokens.start
            && (page.word(at).ends_with("ed") || page.word(at).ends_with("ing"))
            && at + 1 < tokens.end
            && !page.class(at + 1).is_empty();
        if at > tokens.start && (ends || participle) {
            break;
        }
        if matches!(word.kind, TokenKind::Word) && page.class(at) != "adv" {
            head = at;
        }
        // The comma of "a May 3, 2021 report" ends nothing.
        if matches!(page.word(at), "," | "(") && page.timexes.at(at).is_none() {
            break;
        }
        at += 1;
    }
    head
}

/// Whether a noun is one of several people.
pub fn is_plural(page: &Page<'_>, head: TokenId) -> bool {
    let word = page.word(head);
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
        || page.is_any(head, "people police men women others media staff")
}

/// The owner at the head of a phrase and what is owned: "his | lawyers", "Gray | campaign".
pub fn owner(page: &Page<'_>, tokens: &Range<TokenId>) -> Option<(Range<TokenId>, Range<TokenId>)> {
    if tokens.len() > 1 && page.is_any(tokens.start, "his her their its") {
        return Some((tokens.start..tokens.start + 1, tokens.start + 1..tokens.end));
    }
    let apostrophe = |t: TokenId| page.document.token(t).kind == TokenKind::Possessive;
    // "Fields' lawyers": the mark alone.
    let mark = |t: TokenId| matches!(page.word(t), "'" | "’") && page.document.token(t).glued;
    let at = (tokens.start + 1..tokens.end)
        .find(|t| apostrophe(*t) || mark(*t))
        .filter(|t| page.names.at(*t).is_none_or(|n| page.found.names.get(n).is_none_or(|n| n.tokens.1 == *t)))?;
    (at + 1 < tokens.end).then_some((tokens.start..at, at + 1..tokens.end))
}

/// A description as it is shown: without its article where anything else tells what is meant ("the local
/// health secretary" is the "local health secretary"), with it where the noun stands alone ("the complaint").
pub fn description(page: &Page<'_>, whole: &Range<TokenId>, tokens: &Range<TokenId>, head: TokenId) -> String {
    let alone = tokens.len() == 1 && page.is_any(whole.start, "the a an") && !is_plural(page, head);
    let text = words(page, if alone { whole } else { tokens });
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => text,
    }
}

/// The words of a phrase with single spaces.
pub fn words(page: &Page<'_>, tokens: &Range<TokenId>) -> String {
    let span = page.document.span(tokens.start, tokens.end.saturating_sub(1));
    let mut text = String::new();
    for word in page.document.slice(span).split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    // The letters in brackets are another form of the name.
    if let Some(at) = text.find(" (").filter(|_| text.ends_with(')')) {
        text.truncate(at);
    }
    text
}

/// The name of a thing; with "The" where the text writes it so within a sentence, as of a newspaper.
pub fn full_name(page: &Page<'_>, thing: &LocalEntity) -> String {
    let titled = !thing.known
        && matches!(thing.kind, EntityKind::Organisation | EntityKind::Product)
        && !thing.name.starts_with("The ")
        && thing.mentions.iter().take(8).any(|m| {
            let Some(mention) = page.found.names.get(*m as usize) else { return false };
            let Some(before) = mention.tokens.0.checked_sub(1) else { return false };
            let block = page.found.blocks.partition_point(|b| b.span.end <= mention.span.start);
            let block = page.found.blocks.get(block);
            page.word(before) == "The"
                && before > page.document.sentence_tokens(before).start
                && block.is_some_and(|b| b.value == BlockKind::Body)
                && !matches!(page.word(before - 1), "\"" | "“" | "‘" | "'" | ":" | "—" | "–")
        });
    if titled { format!("The {}", thing.name) } else { thing.name.clone() }
}
