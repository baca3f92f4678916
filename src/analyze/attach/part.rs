//! Which figure another is a part of, so that a chart never adds a part to its whole.

use super::Page;
use crate::base::Rule;
use crate::extract::Measure;
use crate::lex::TokenId;

/// "200 of the 900".
pub const OF: Rule = Rule { name: "part/of", why: "The text says the one is of the other." };
/// "included", "among them".
pub const INCLUDED: Rule =
    Rule { name: "part/included", why: "The text says that the larger figure before includes this one." };

/// A whole stands at most so many figures before its part …
const FIGURES: usize = 6;
/// … and so many sentences.
const SENTENCES: u32 = 3;

/// The whole that a figure is a part of.
pub fn part_of(page: &Page<'_>, index: usize) -> Option<(u32, &'static Rule)> {
    let mention = page.found.figures.get(index)?;
    if mention.value.measure != Measure::Count {
        return None;
    }
    let (first, last) = mention.tokens;
    // "200 of the 900 seats", "of 900 seats, 200 …"
    let of = (last + 1..last + 3).find(|t| page.is_any(*t, "of"));
    if let Some(of) = of {
        let next = of + 1 + TokenId::from(page.is_any(of + 1, "the its their his her those these some about"));
        if let Some(whole) = page.figures.at(next).filter(|w| *w != index && larger(page, *w, index)) {
            return Some((u32::try_from(whole).ok()?, &OF));
        }
        if page.is_any(of + 1, "those these them whom which") {
            return Some((before(page, index)?, &OF));
        }
    }
    let start = page.document.sentence_tokens(first).start;
    let near = (start.max(first.saturating_sub(4))..first).rev().take_while(|t| page.word(*t) != ";");
    let includes = near
        .into_iter()
        .any(|t| page.is_any(t, "included includes include including among of") && !of_another(page, t));
    includes.then(|| before(page, index)).flatten().map(|whole| (whole, &INCLUDED))
}

/// "of" tells only in "of them", "of whom"; the other words always.
fn of_another(page: &Page<'_>, token: TokenId) -> bool {
    page.is_any(token, "of") && !page.is_any(token + 1, "them whom those these")
        || page.is_any(token, "among") && !page.is_any(token + 1, "them whom those these")
}

/// The nearest larger count before it.
fn before(page: &Page<'_>, index: usize) -> Option<u32> {
    let sentence = page.found.figures.get(index)?.sentence;
    let whole = (0..index).rev().take(FIGURES).find(|other| {
        let near = page.found.figures.get(*other).is_some_and(|f| f.sentence + SENTENCES >= sentence);
        near && larger(page, *other, index)
    })?;
    u32::try_from(whole).ok()
}

/// Whether one count is larger than another for certain.
fn larger(page: &Page<'_>, whole: usize, part: usize) -> bool {
    let (Some(whole), Some(part)) = (page.found.figures.get(whole), page.found.figures.get(part)) else { return false };
    let (low, high) = (whole.value.point.or(whole.value.low), part.value.point.or(part.value.high));
    whole.value.measure == Measure::Count && low.zip(high).is_some_and(|(low, high)| low > high)
}
