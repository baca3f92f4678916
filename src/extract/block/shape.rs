//! What a line looks like: how long, how it ends, how much of it is in lower case, which cue it holds.

use crate::base::hash::fnv1a;
use crate::base::sort;
use crate::extract::Scope;
use crate::lex::{Block, Case, TokenId, TokenKind};
use crate::pack::{BlockKind, CalendarKind, LinePlace, Table};

/// A line's measures.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Words and numbers.
    pub words: u32,
    /// Words that begin in lower case.
    pub lower: u32,
    /// Numbers among the words.
    pub numbers: u32,
    /// Whether all its words stand in capitals, as in a link to another story: five or more.
    pub shouted: bool,
    /// Whether it is a day with a time of day, as under a reader's comment.
    pub stamp: bool,
    /// Whether it is "About" and a name, as over a note on the writer or the company.
    pub about: bool,
    /// Whether it ends as a sentence does.
    pub terminal: bool,
    /// What its cue says it is, and whether nothing after such a line belongs to the article.
    pub cue: Option<Cue>,
    /// How often the line stands in the text.
    pub copies: u32,
    /// Whether it is a date with no more than a place, a day or a time around it.
    pub date: bool,
    /// Whether it is nothing but web addresses, mail addresses or handles.
    pub address: bool,
    /// Whether it is a few names, two of them without a space between ("GrayReuters"): two fields of a page run together.
    pub joined: bool,
    /// Whether an empty line stands before it.
    pub after_gap: bool,
    /// Whether it begins with a month or a number, as the items of a list do.
    pub item: bool,
}

/// A cue of `data/boilerplate.tsv`, found where the table says it must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What the line is.
    pub kind: BlockKind,
    /// Whether the article is over where such a line stands below it.
    pub ends: bool,
}

/// A cue that may stand anywhere tells in short lines only …
const SHORT: u32 = 14;
/// … but for those of a footer, which are said in full sentences.
const FOOTER: u32 = 90;
/// A cue at the beginning or the end of a line tells only in a line as short as a heading.
const HEADING: u32 = 24;

impl Shape {
    /// Whether most of the line's words are in lower case, as in running text and not in a title or menu.
    #[must_use]
    pub const fn flows(&self) -> bool {
        self.lower * 10 >= self.words.saturating_sub(self.numbers) * 3
    }

    /// Whether it reads as running text: some length, lower case, an end.
    #[must_use]
    pub const fn is_prose(&self) -> bool {
        self.words >= 9 && self.terminal && self.flows() && self.cue.is_none()
    }
}

/// The shape of every block.
pub fn shapes(scope: &Scope<'_>) -> Vec<Shape> {
    let blocks = &scope.document.blocks;
    let hash = |block: &Block| fnv1a(scope.document.slice(block.span).as_bytes());
    let mut hashes: Vec<u64> = blocks.iter().map(hash).collect();
    sort::by_key(&mut hashes, |h| *h);
    let copies = |block: &Block| {
        let key = hash(block);
        hashes.partition_point(|h| *h <= key) - hashes.partition_point(|h| *h < key)
    };
    blocks.iter().map(|block| shape(scope, block, u32::try_from(copies(block)).unwrap_or(1))).collect()
}

fn shape(scope: &Scope<'_>, block: &Block, copies: u32) -> Shape {
    let (mut words, mut lower, mut numbers, mut joined) = (0, 0, 0, false);
    let (mut upper, mut clock) = (0, false);
    let (mut addresses, mut months, mut other) = (0, 0, 0);
    for id in block.tokens.clone() {
        let token = scope.token(id);
        match token.kind {
            TokenKind::Word => {
                // A script without spaces is one word to us: count it by its length.
                let size = if token.case == Case::None { token.span.len().div_ceil(6) } else { 1 };
                words += size;
                lower += if matches!(token.case, Case::Lower | Case::None) { size } else { 0 };
                upper += u32::from(token.case == Case::Upper);
                joined |= token.case == Case::Title && is_joined(scope.word(id));
                let calendar = scope.hits.longest(id, Table::Calendar);
                let kind = calendar.and_then(|(_, row)| scope.lexicon.rows.calendar.get(row)).map(|row| row.kind);
                months += u32::from(kind == Some(CalendarKind::Month));
                other += u32::from(kind.is_none_or(|kind| kind == CalendarKind::Tense));
            }
            TokenKind::Number => {
                words += 1;
                numbers += 1;
                clock |= scope.is_any(id + 1, "am pm a.m. p.m.") || scope.word(id).contains(':');
            }
            TokenKind::Address | TokenKind::Handle => addresses += 1,
            _ => {}
        }
    }
    let date = months == 1 && numbers > 0 && other <= 4 && words <= 12;
    let names = block.tokens.clone().skip(1).all(|id| scope.token(id).is_capital());
    Shape {
        words,
        lower,
        terminal: is_terminal(scope, block),
        cue: cue(scope, block, words),
        copies,
        date,
        numbers,
        shouted: upper + numbers == words && upper >= 5,
        stamp: date && clock,
        about: (2..=5).contains(&words) && scope.is(block.tokens.start, "about") && names,
        address: addresses > 0 && words == 0,
        joined: joined && lower == 0 && words <= 6,
        after_gap: block.after_gap,
        item: begins_item(scope, block),
    }
}

/// Whether a line begins with a month or a number.
fn begins_item(scope: &Scope<'_>, block: &Block) -> bool {
    let first = block.tokens.start;
    let row = scope.hits.longest(first, Table::Calendar);
    let kind = row.and_then(|(_, row)| scope.lexicon.rows.calendar.get(row)).map(|row| row.kind);
    scope.token(first).kind == TokenKind::Number || kind == Some(CalendarKind::Month)
}

/// Whether a capital stands after a lower-case letter, but for the names that are written so: McKay,
/// DeVos, MacLean.
fn is_joined(word: &str) -> bool {
    let mut before = ' ';
    !word.starts_with("Mac")
        && word.chars().enumerate().any(|(at, c)| {
            let inner = at > 2 && c.is_uppercase() && before.is_lowercase();
            before = c;
            inner
        })
}

/// Whether the line's last word is followed by a sign that ends a sentence or announces what follows.
fn is_terminal(scope: &Scope<'_>, block: &Block) -> bool {
    for id in block.tokens.clone().rev() {
        let token = scope.token(id);
        let word = scope.word(id);
        match token.kind {
            TokenKind::Quote => {}
            TokenKind::Sign if matches!(word, ")" | "]" | "*" | "†") => {}
            TokenKind::Sign => return word.starts_with(['.', '!', '?', '…', ':', ';', '。', '！', '？']),
            TokenKind::Word => return word.ends_with('.'),
            _ => return false,
        }
    }
    false
}

/// The cue of a line: the one that stands first.
fn cue(scope: &Scope<'_>, block: &Block, words: u32) -> Option<Cue> {
    let first = after_marker(scope, block);
    let last = block.tokens.end;
    for id in block.tokens.clone() {
        if !scope.has(id, Table::Boilerplate) {
            continue;
        }
        for hit in scope.hits.at(id).iter().filter(|hit| hit.sense.table == Table::Boilerplate) {
            let Some(row) = scope.lexicon.rows.boilerplate.get(usize::from(hit.sense.row)) else { continue };
            let starts = id == first || id == block.tokens.start;
            let closes = (id + TokenId::from(hit.len)..last).all(|t| is_edge(scope, t));
            let fits = match row.place {
                LinePlace::Whole => starts && closes,
                LinePlace::Start => starts && words <= HEADING,
                LinePlace::End => closes && words <= HEADING,
                LinePlace::Anywhere => {
                    let most = match row.kind {
                        BlockKind::Footer => FOOTER,
                        BlockKind::Credit => HEADING * 2,
                        _ => SHORT,
                    };
                    words <= most
                }
            };
            if fits {
                return Some(Cue { kind: row.kind, ends: row.ends });
            }
        }
    }
    None
}

/// The first word past a list marker or a count: "1. Skip to", "12 comments", "• Share", "(3) Replies".
fn after_marker(scope: &Scope<'_>, block: &Block) -> TokenId {
    let is_marker = |id: &TokenId| scope.token(*id).kind != TokenKind::Word;
    block.tokens.clone().take(6).find(|id| !is_marker(id)).unwrap_or(block.tokens.start)
}

/// Signs and counts that may stand around a cue that is the whole line: "Comments (12)", "Related:".
fn is_edge(scope: &Scope<'_>, id: TokenId) -> bool {
    matches!(scope.token(id).kind, TokenKind::Sign | TokenKind::Quote | TokenKind::Number)
}
