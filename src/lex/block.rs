//! Blocks: lines, with the lines of a hard-wrapped paragraph joined.

use crate::base::Span;

/// A line that is shorter than this was not broken for width.
const WRAP_FROM: usize = 30;
/// Lines of a wrapped paragraph are no longer than this …
const WRAP_TO: usize = 120;
/// … and, but for the last, differ in length by no more than the longest words.
const WRAP_RAGGED: usize = 25;

/// The blocks of a text: trimmed spans, each with whether an empty line stands before it.
pub fn split(text: &str) -> Vec<(Span, bool)> {
    let mut blocks: Vec<(Span, bool)> = Vec::new();
    let mut run: Vec<Span> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            close(text, &mut run, &mut blocks);
        } else {
            let lead = line.len() - line.trim_start().len();
            run.push(span(start + lead, start + lead + trimmed.len()));
        }
        start += line.len();
    }
    close(text, &mut run, &mut blocks);
    blocks
}

/// Turns a run of lines without a gap into blocks.
fn close(text: &str, run: &mut Vec<Span>, blocks: &mut Vec<(Span, bool)>) {
    let wrapped = is_wrapped(run);
    let mut before: Option<Span> = None;
    for line in run.drain(..) {
        match (before, blocks.last_mut()) {
            (Some(above), Some(block)) if goes_on(text, wrapped, above, line) => block.0 = block.0.to(line),
            _ => blocks.push((line, before.is_none())),
        }
        before = Some(line);
    }
}

/// Whether the lines look broken for width: three or more, long, and of one length but for the last.
fn is_wrapped(run: &[Span]) -> bool {
    let Some((_, full)) = run.split_last().filter(|(_, full)| full.len() >= 2) else { return false };
    let lengths = || full.iter().map(|line| line.len() as usize);
    let (short, long) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    short >= WRAP_FROM && long <= WRAP_TO && long - short <= WRAP_RAGGED
}

/// Whether `line` continues the sentence of the line `above`.
fn goes_on(text: &str, wrapped: bool, above: Span, line: Span) -> bool {
    let lower = line.of(text).starts_with(char::is_lowercase);
    let open = !above.of(text).ends_with(['.', '!', '?', ':', '”', '"', '…']);
    wrapped || (lower && open && above.len() as usize >= WRAP_FROM)
}

/// Offsets of a text below 4 GiB.
#[allow(clippy::cast_possible_truncation)]
const fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}
