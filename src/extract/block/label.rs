//! The name of every line, from its cue, its shape and where it stands to the article.

use super::shape::Shape;
use crate::base::Rule;
use crate::extract::{BlockKind, Mention, Scope};
use crate::lex::TokenKind;
use crate::pack::Table;
use std::ops::Range;

/// A line with a cue.
pub const CUE: Rule =
    Rule { name: "block/cue", why: "The line holds words that only the page around an article uses." };
/// Nothing but an address.
pub const ADDRESS: Rule = Rule { name: "block/address", why: "The line is a bare address." };
/// The line over a credit.
pub const CAPTION: Rule =
    Rule { name: "block/caption", why: "The line stands directly over the credit of a picture and is no paragraph." };
/// Two names run together.
pub const CREDIT: Rule = Rule {
    name: "block/credit",
    why: "A short line of names above the text, two of them run together as where a picture's owner follows its maker.",
};
/// A line of names above the text.
pub const BYLINE: Rule = Rule {
    name: "block/byline",
    why: "A line that begins with By, or a short line of names, between headline and text.",
};
/// A date on its own.
pub const DATELINE: Rule = Rule { name: "block/dateline", why: "The line is a date and stands above the text." };
/// The line that heads the article.
pub const HEADLINE: Rule = Rule {
    name: "block/headline",
    why: "The last line above the text that is long enough to head it and is no sentence.",
};
/// The page's own title.
pub const TITLE: Rule = Rule { name: "block/page-title", why: "The page's title says the headline a second time." };
/// A summary before the text.
pub const STANDFIRST: Rule = Rule {
    name: "block/standfirst",
    why: "A sentence or two between the headline and the byline, date or picture that the text follows.",
};
/// A summary without a headline.
pub const SUMMARY: Rule =
    Rule { name: "block/summary", why: "One sentence at the top that the opening paragraph then says in full." };
/// A heading within the text.
pub const SUBHEADING: Rule =
    Rule { name: "block/subheading", why: "A short line without a full stop between paragraphs." };
/// Text.
pub const BODY: Rule =
    Rule { name: "block/body", why: "The line stands in the run that reads most like running text." };
/// A line that the page repeats.
pub const COPY: Rule = Rule { name: "block/copy", why: "The same line stands more than once on the page." };
/// A line in capitals.
pub const SHOUTED: Rule = Rule {
    name: "block/shouted",
    why: "A line of five words or more in capitals between paragraphs links to another story; a heading is shorter.",
};
/// Around the article.
pub const AROUND: Rule =
    Rule { name: "block/around", why: "The line stands outside the run that reads like running text." };

/// Names every block. `title` is the headline, where it is known; with `repeated`, from the page's first line.
pub fn label(
    scope: &Scope<'_>,
    shapes: &[Shape],
    body: &Range<usize>,
    title: Option<usize>,
    repeated: bool,
) -> Vec<Mention<BlockKind>> {
    let mut kinds: Vec<(BlockKind, &'static Rule)> =
        (0..shapes.len()).map(|at| alone(shapes, body, title, at)).collect();
    let text = first_text(shapes, body);
    captions(shapes, &mut kinds);
    above(scope, shapes, text, title, &mut kinds);
    if let Some(kind) = kinds.first_mut().filter(|_| repeated && title.is_some_and(|at| at > 0)) {
        *kind = (BlockKind::Menu, &TITLE);
    }
    summary(scope, shapes, text, &mut kinds);
    let blocks = scope.document.blocks.iter().zip(kinds);
    blocks
        .map(|(block, (kind, rule))| {
            let (first, last) = (block.tokens.start, block.tokens.end.saturating_sub(1));
            scope.mention(first, last.max(first), kind, rule)
        })
        .collect()
}

/// What a line is by itself and by its place to the article.
fn alone(shapes: &[Shape], body: &Range<usize>, title: Option<usize>, at: usize) -> (BlockKind, &'static Rule) {
    let Some(shape) = shapes.get(at) else { return (BlockKind::Body, &BODY) };
    let lone = shapes.len() == 1;
    match shape.cue {
        Some(cue) => (cue.kind, &CUE),
        None if shape.address => (BlockKind::Address, &ADDRESS),
        None if title == Some(at) => (BlockKind::Headline, &HEADLINE),
        None if !body.contains(&at) => (if at < body.start { BlockKind::Menu } else { BlockKind::Related }, &AROUND),
        None if !lone && (shape.copies > 2 || shape.copies > 1 && shape.words > 3) => (BlockKind::Related, &COPY),
        None if shape.shouted && !shape.terminal && at > body.start => (BlockKind::Related, &SHOUTED),
        None if is_subheading(shapes, at) && at > body.start => (BlockKind::Subheading, &SUBHEADING),
        None => (BlockKind::Body, &BODY),
    }
}

/// A short line without an end, alone between two gaps, with a paragraph under it.
fn is_subheading(shapes: &[Shape], at: usize) -> bool {
    let (Some(shape), Some(next)) = (shapes.get(at), shapes.get(at + 1)) else { return false };
    (1..=10).contains(&shape.words) && !shape.terminal && shape.after_gap && next.is_prose()
}

/// The first paragraph that is prose and is followed by prose, or by nothing.
fn first_text(shapes: &[Shape], body: &Range<usize>) -> usize {
    body.clone().find(|at| shapes.get(*at).is_some_and(Shape::is_prose)).unwrap_or(body.start)
}

/// A line directly over a credit, without a gap, that does not end as a paragraph does, is its caption.
fn captions(shapes: &[Shape], kinds: &mut [(BlockKind, &'static Rule)]) {
    for at in 1..kinds.len() {
        let credit = kinds.get(at).is_some_and(|k| k.0 == BlockKind::Credit);
        let glued = shapes.get(at).is_some_and(|s| !s.after_gap);
        let caption = shapes.get(at - 1).is_some_and(|s| s.words > 3 && !s.terminal && s.cue.is_none());
        if let Some(kind) = kinds.get_mut(at - 1).filter(|_| credit && glued && caption) {
            *kind = (BlockKind::Caption, &CAPTION);
        }
    }
}

/// Names what stands above the text: headline, dates, names, the summary.
fn above(
    scope: &Scope<'_>,
    shapes: &[Shape],
    text: usize,
    title: Option<usize>,
    kinds: &mut [(BlockKind, &'static Rule)],
) {
    let open = |kind: BlockKind| matches!(kind, BlockKind::Menu | BlockKind::Body | BlockKind::Subheading);
    let headline = title.or_else(|| {
        // The last line that is long enough; where none is, the last that is no date.
        let fits = |at: &usize, words: u32| {
            let (Some(shape), Some(kind)) = (shapes.get(*at), kinds.get(*at)) else { return false };
            open(kind.0)
                && !shape.date
                && !shape.joined
                && !shape.is_prose()
                && !is_signed(scope, shape, *at)
                && !is_names(scope, shape, *at)
                && shape.words >= words
        };
        let above = text.saturating_sub(NEAR)..text;
        above.clone().rev().find(|at| fits(at, 4)).or_else(|| above.clone().rev().find(|at| fits(at, 2)))
    });
    if let Some(kind) = headline.and_then(|at| kinds.get_mut(at)) {
        *kind = (BlockKind::Headline, &HEADLINE);
    }
    // Without a headline nothing tells a line of names from a menu.
    let from = headline.map_or(text.saturating_sub(3), |at| at + 1);
    for at in from..text {
        let (Some(shape), Some(kind)) = (shapes.get(at), kinds.get_mut(at)) else { continue };
        if !open(kind.0) {
            continue;
        }
        if shape.date {
            *kind = (BlockKind::Dateline, &DATELINE);
        } else if shape.joined && !shape.terminal {
            *kind = (BlockKind::Credit, &CREDIT);
        } else if is_signed(scope, shape, at) || headline.is_some() && is_names(scope, shape, at) {
            *kind = (BlockKind::Byline, &BYLINE);
        }
    }
    standfirst(shapes, text, headline, kinds);
}

/// How far above the text a headline stands.
const NEAR: usize = 12;

/// The first prose after the headline is a standfirst where a byline, date, credit, picture or address
/// parts it from the text.
fn standfirst(shapes: &[Shape], text: usize, headline: Option<usize>, kinds: &mut [(BlockKind, &'static Rule)]) {
    let furniture = |kind: BlockKind| {
        matches!(
            kind,
            BlockKind::Caption | BlockKind::Credit | BlockKind::Byline | BlockKind::Dateline | BlockKind::Address
        )
    };
    let parted = kinds.get(text + 1).is_some_and(|k| furniture(k.0));
    let goes_on = shapes.iter().skip(text + 1).take(6).any(Shape::is_prose);
    if headline.is_none_or(|at| at >= text || !parted || !goes_on) {
        return;
    }
    if let Some(kind) = kinds.get_mut(text).filter(|k| k.0 == BlockKind::Body) {
        *kind = (BlockKind::Standfirst, &STANDFIRST);
    }
}

/// A line that begins with "By" and a name, and is no sentence.
fn is_signed(scope: &Scope<'_>, shape: &Shape, at: usize) -> bool {
    let Some(first) = scope.document.blocks.get(at).map(|b| b.tokens.start) else { return false };
    scope.is(first, "by") && scope.token(first + 1).is_capital() && shape.words <= 14 && !shape.terminal
}

/// Two to five words, each with a capital, no number and no sign but a comma, a stop or "and".
fn is_names(scope: &Scope<'_>, shape: &Shape, at: usize) -> bool {
    let Some(block) = scope.document.blocks.get(at) else { return false };
    let plain = block.tokens.clone().all(|id| match scope.token(id).kind {
        TokenKind::Word => scope.token(id).is_capital() || scope.is_any(id, "and de van von al"),
        TokenKind::Sign => scope.is_sign(id, ",-/|"),
        _ => false,
    });
    (2..=5).contains(&shape.words) && plain && !shape.terminal
}

/// A first line without a headline over it: one sentence whose words the next paragraph takes up again.
fn summary(scope: &Scope<'_>, shapes: &[Shape], text: usize, kinds: &mut [(BlockKind, &'static Rule)]) {
    if text != 0 || !shapes.get(1).is_some_and(|s| s.is_prose() && s.after_gap) {
        return;
    }
    let blocks = &scope.document.blocks;
    let (Some(first), Some(second), Some(shape)) = (blocks.first(), blocks.get(1), shapes.first()) else { return };
    if first.sentences.len() != 1 || shape.words > 30 || shapes.len() < 4 {
        return;
    }
    let content = |id: &u32| {
        let token = scope.token(*id);
        token.kind == TokenKind::Word && token.span.len() > 3 && !scope.has(*id, Table::Stop)
    };
    let (mut all, mut shared) = (0, 0);
    for id in first.tokens.clone().filter(content) {
        all += 1;
        let word = scope.word(id);
        // Both lines are short: the second is looked through to a fixed length.
        shared += u32::from(second.tokens.clone().take(60).any(|other| scope.is(other, word)));
    }
    if let Some(kind) = kinds.first_mut().filter(|_| shared >= 3 && shared * 3 >= all) {
        *kind = (BlockKind::Standfirst, &SUMMARY);
    }
}
