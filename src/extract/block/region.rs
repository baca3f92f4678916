//! Where the article stands on the page: the run of lines that reads most like running text.
//!
//! Every line is worth something: prose as much as it has words, up to a limit; a short line, a menu
//! item, a copied line costs; a line that says the article is over costs most. The article is the run
//! with the highest sum, found in one pass.

use super::shape::Shape;
use crate::base::fold::fold;
use crate::extract::Scope;
use std::ops::Range;

/// A paragraph counts for no more words than this, so that one long legal notice does not outweigh an article.
const MOST: i32 = 30;
/// What any sentence counts for besides its words.
const PROSE: i32 = 6;
/// What a menu item, a copied line, a line of a word or two costs.
const SHORT: i32 = -10;
/// What a line costs that is longer, but is no sentence: a heading, a list item, the title of another page.
const ITEM: i32 = -6;
/// What a line costs that says that the article is over.
const BREAK: i32 = -40;

/// The headline, where the page's first line, its title, begins with the same words.
pub fn page_title(scope: &Scope<'_>, shapes: &[Shape]) -> Option<usize> {
    let blocks = &scope.document.blocks;
    let line = |at: usize| blocks.get(at).map_or("", |b| scope.document.slice(b.span));
    let title = fold(line(0));
    let fits = |at: &usize| {
        let text = line(*at);
        if text.len() <= 15 || text.len() > title.len() + 8 || text.len() * 3 <= title.len() {
            return false;
        }
        let text = fold(text);
        // The whole line or nearly so: pages clip or end their titles differently.
        let near = (text.len() * 9 / 10..=text.len()).find(|end| text.is_char_boundary(*end));
        near.and_then(|end| text.get(..end)).is_some_and(|start| title.starts_with(start))
    };
    if title.len() > LONGEST_TITLE { None } else { (1..shapes.len()).find(fits) }
}

/// A first line that is longer is no title; keeps the search linear.
const LONGEST_TITLE: usize = 300;

/// The blocks that are the article, with what stands in between.
///
/// Where the headline is known, the run below it counts double: other articles and the readers' comments
/// may be longer than the article itself.
pub fn body(shapes: &[Shape], title: Option<usize>) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum) = (0, 0);
    let mut labels = 0;
    for (at, shape) in shapes.iter().enumerate() {
        if title == Some(at) || sum <= 0 {
            (start, sum) = (at, 0);
        }
        let headed = title.is_some_and(|title| (title..title + BELOW).contains(&start));
        let heads = shape.after_gap && shapes.get(at + 1).is_some_and(Shape::is_prose);
        // Under enough of an article a name with a day and an hour is a reader's comment, "About Acme" a note.
        let signed = at > 0 && shapes.get(at - 1).is_some_and(|s| s.words <= 4 && !s.terminal);
        let over = sum >= ENOUGH && (shape.stamp && signed || shape.about);
        sum += match worth(shape) {
            _ if title == Some(at) => 0,
            _ if over => BREAK,
            SHORT if heads && shape.cue.is_none() && shape.copies == 1 => ITEM,
            worth => worth,
        };
        // One label after another is a menu or the subjects a page files the article under.
        labels = if shape.lower == 0 && shape.words <= 3 && !shape.terminal { labels + 1 } else { 0 };
        if labels > LABELS {
            sum += SHORT;
        }
        let weighed = if headed { sum * 2 } else { sum };
        if weighed > best_sum {
            (best, best_sum) = (start..at + 1, weighed);
        }
    }
    if best.is_empty() { 0..shapes.len() } else { widen(shapes, best) }
}

/// What a few paragraphs are worth.
const ENOUGH: i32 = 120;

/// How far below its headline an article begins at most: dates, names, prompts and pictures stand between.
const BELOW: usize = 40;

/// So many short lines in capitals may follow on one another.
const LABELS: u32 = 2;

/// What a line is worth.
fn worth(shape: &Shape) -> i32 {
    let words = i32::try_from(shape.words).unwrap_or(MOST).saturating_add(PROSE).min(MOST);
    let worth = match shape.cue {
        Some(cue) if cue.ends => BREAK,
        Some(_) => SHORT,
        None if shape.is_prose() => words,
        None if shape.words >= 18 && shape.lower * 10 >= shape.words * 6 => words * 3 / 10,
        None if shape.words <= 3 || shape.date => SHORT,
        None if shape.terminal && shape.flows() => 0,
        None => ITEM,
    };
    if shape.copies > 1 { worth.min(SHORT) } else { worth }
}

/// Takes in the sentences that stand at either end of the run, up to the first line that is none; above
/// it also a summary that a picture or an address parts from the text, below it also a paragraph that an
/// advertisement or a link parts from it.
fn widen(shapes: &[Shape], run: Range<usize>) -> Range<usize> {
    let sentence = |s: &Shape| s.terminal && s.flows() && s.words > 3 && s.cue.is_none() && s.copies == 1;
    let gap = |s: &Shape| s.cue.is_some_and(|cue| !cue.ends) || s.address;
    let (mut start, mut end) = (run.start, run.end);
    while let Some(before) = start.checked_sub(1) {
        let above = || shapes.iter().take(start).rev();
        let parted = above().take(FURNITURE).take_while(|s| gap(s) || !s.terminal && !s.after_gap).count();
        let prose = parted > 0 && above().take(parted).any(gap) && above().nth(parted).is_some_and(Shape::is_prose);
        match shapes.get(before) {
            Some(shape) if sentence(shape) => start = before,
            Some(_) if prose => start = before - parted,
            _ => break,
        }
    }
    while let Some(shape) = shapes.get(end) {
        let below = || shapes.iter().skip(end);
        let parted = below().take(2).take_while(|s| gap(s)).count();
        let prose = parted > 0 && below().nth(parted).is_some_and(Shape::is_prose);
        match shape {
            shape if sentence(shape) => end += 1,
            _ if prose => end += parted + 1,
            _ => break,
        }
    }
    // A list of days or numbers that the article ends with, under its heading.
    let heading =
        usize::from(shapes.get(end).is_some_and(|s| !s.item && s.cue.is_none() && (4..=12).contains(&s.words)));
    let list = shapes.iter().skip(end + heading).take_while(|s| s.item && s.cue.is_none() && s.copies == 1).count();
    if list >= 3 { start..end + heading + list } else { start..end }
}

/// So many lines may part a summary from its text.
const FURNITURE: usize = 5;
