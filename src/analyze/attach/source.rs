//! Who a figure is according to: the speaker of the innermost quote that it stands in.

use super::voice::Spoken;
use super::{Attribution, Page};
use crate::base::{Rule, sort};

/// In reported speech.
pub const QUOTED: Rule = Rule { name: "source/quoted", why: "The figure stands in words given to this speaker." };

/// One attribution for each figure.
pub fn sources(page: &Page<'_>, voices: &[Spoken]) -> Vec<Option<Attribution>> {
    let quotes = &page.found.quotes;
    // The innermost quote of each token: longer ones first, shorter ones over them.
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    let size = |q: &usize| quotes.get(*q).map_or(0, |m| m.value.segments.iter().map(|s| s.len()).sum::<u32>());
    sort::by_key(&mut order, |q| core::cmp::Reverse(size(q)));
    let mut inner = vec![0u32; page.document.tokens.len()];
    for index in order {
        let Some(mention) = quotes.get(index) else { continue };
        for segment in &mention.value.segments {
            let tokens = page.document.tokens_in(*segment);
            if let Some(run) = inner.get_mut(tokens.start as usize..tokens.end as usize) {
                run.fill(u32::try_from(index + 1).unwrap_or(0));
            }
        }
    }
    let figure = |first: u32| {
        let quote = inner.get(first as usize)?.checked_sub(1)?;
        let mention = quotes.get(quote as usize)?;
        let spoken = voices.get(quote as usize)?;
        Some(Attribution {
            speaker: spoken.named.or(mention.value.speaker)?,
            cue: mention.value.cue,
            quote: Some(quote),
            canonical: spoken.voice.canonical.clone(),
            entity: spoken.voice.entity,
            rule: &QUOTED,
        })
    };
    page.found.figures.iter().map(|m| figure(m.tokens.0)).collect()
}
