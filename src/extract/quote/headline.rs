//! Headlines, where a colon parts a speaker from what is said.

use super::indirect::draft;
use super::speaker::Phrase;
use super::{Draft, Reader};
use crate::base::Rule;
use crate::extract::BlockKind;
use crate::pack::EntityKind;

/// A headline's colon.
pub const HEADLINE: Rule =
    Rule { name: "quote/headline", why: "In a headline a colon parts a speaker from what is said." };

/// "Troops may leave: officials" and "Gray: no plan to leave".
pub fn headlines(reader: &Reader<'_>, drafts: &mut Vec<Draft>) {
    let scope = reader.scope;
    for (block, kind) in scope.document.blocks.iter().zip(&scope.found.blocks) {
        if kind.value != BlockKind::Headline {
            continue;
        }
        let (first, end) = (block.tokens.start, block.tokens.end);
        let Some(colon) = (first..end).find(|t| scope.is(*t, ":") && !reader.in_quotes(*t)) else { continue };
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
            "official officials police report reports source sources study minister ministry poll \
                survey analyst analysts expert experts lawyer spokesman spokeswoman spokesperson",
        )
}
