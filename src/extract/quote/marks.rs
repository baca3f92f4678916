//! Quotation marks in pairs.

use crate::extract::Scope;
use crate::lex::{BlockId, TokenId, TokenKind};

/// Words between quotation marks, the outermost ones only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The opening mark.
    pub first: TokenId,
    /// The closing mark; the paragraph's last token where the quote goes on in the next.
    pub last: TokenId,
    /// Its block.
    pub block: BlockId,
    /// The first and the last token between the marks.
    pub inner: (TokenId, TokenId),
    /// Whether it goes on in the next paragraph, which opens with a mark of its own.
    pub goes_on: bool,
    /// Whether single marks stand around it.
    pub single: bool,
}

impl Quoted {
    /// The tokens between the marks.
    pub const fn words(&self) -> core::ops::RangeInclusive<TokenId> {
        self.inner.0..=self.inner.1
    }
}

/// A mark that is open.
#[derive(Clone, Copy)]
struct Opened {
    first: TokenId,
    inner: TokenId,
    single: bool,
}

/// What a mark can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    Either,
    SingleOpen,
    SingleEither,
}

/// Single marks further apart than this are apostrophes.
const SINGLE: TokenId = 80;

/// All quoted parts of the article, in order.
pub fn quoted(scope: &Scope<'_>) -> Vec<Quoted> {
    let mut all: Vec<Quoted> = Vec::new();
    let blocks = &scope.document.blocks;
    for (block, tokens) in blocks.iter().enumerate() {
        if scope.found.blocks.get(block).is_some_and(|b| !b.value.is_article()) {
            continue;
        }
        let id = BlockId::try_from(block).unwrap_or(BlockId::MAX);
        let mut open: Option<Opened> = None;
        let mut at = tokens.tokens.start;
        while at < tokens.tokens.end {
            let Some((mark, len)) = mark(scope, at) else {
                at += 1;
                continue;
            };
            let (glued, next) = (scope.token(at).glued && at > tokens.tokens.start, scope.token(at + len));
            let opens = (!glued || after_opener(scope, at)) && next.glued;
            let now = |single: bool| Some(Opened { first: at, inner: at + len, single });
            let closed = |open: Opened| Quoted {
                first: open.first,
                last: at + len - 1,
                block: id,
                inner: (open.inner, at - 1),
                goes_on: false,
                single: open.single,
            };
            match (mark, open) {
                (Mark::Open, None) => open = now(false),
                (Mark::Either, None) if opens => open = now(false),
                // The mark before was never closed.
                (Mark::Either | Mark::Open, Some(o))
                    if !o.single && opens && !glued && next.kind == TokenKind::Word =>
                {
                    open = now(false);
                }
                // An opening mark set by mistake where one closes.
                (Mark::Close | Mark::Either | Mark::Open, Some(o))
                    if !o.single && at > o.inner && (glued || mark != Mark::Open) =>
                {
                    all.push(closed(o));
                    open = None;
                }
                (Mark::SingleOpen | Mark::SingleEither, None) if opens && next.kind != TokenKind::Number => {
                    open = now(true);
                }
                (Mark::Open | Mark::Either, Some(o)) if o.single && opens => open = now(false),
                (Mark::SingleEither, Some(o)) if o.single && glued && at > o.inner && ends_single(scope, at) => {
                    all.push(closed(o));
                    open = None;
                }
                (_, Some(o)) if o.single && at - o.first > SINGLE => open = None,
                _ => {}
            }
            at += len;
        }
        let next_opens = blocks.get(block + 1).is_some_and(|next| {
            matches!(mark_kind(scope, next.tokens.start), Some(Mark::Open | Mark::Either))
                && scope.token(next.tokens.start + 1).glued
        });
        let last = tokens.tokens.end.saturating_sub(1);
        if let Some(o) = open.filter(|o| next_opens && !o.single && o.inner <= last) {
            all.push(Quoted { first: o.first, last, block: id, inner: (o.inner, last), goes_on: true, single: false });
        }
    }
    all
}

/// For each token the quoted part it stands in, plus one.
pub fn inside(quoted: &[Quoted], tokens: TokenId) -> Vec<u32> {
    let mut inside = vec![0; tokens as usize];
    for (index, part) in quoted.iter().enumerate() {
        if let Some(run) = inside.get_mut(part.first as usize..=part.last as usize) {
            run.fill(u32::try_from(index + 1).unwrap_or(0));
        }
    }
    inside
}

/// The mark at a token and its length in tokens: two single marks side by side are one double mark.
fn mark(scope: &Scope<'_>, at: TokenId) -> Option<(Mark, TokenId)> {
    let kind = mark_kind(scope, at)?;
    let twin = scope.is_sign(at, "'’‘`") && scope.word(at) == scope.word(at + 1);
    if twin && scope.token(at + 1).glued { Some((Mark::Either, 2)) } else { Some((kind, 1)) }
}

fn mark_kind(scope: &Scope<'_>, at: TokenId) -> Option<Mark> {
    if scope.token(at).kind != TokenKind::Quote {
        return None;
    }
    Some(match scope.word(at) {
        "“" | "„" | "«" => Mark::Open,
        "”" | "»" => Mark::Close,
        "\"" => Mark::Either,
        "‘" | "`" => Mark::SingleOpen,
        _ => Mark::SingleEither,
    })
}

/// Whether the token before a glued mark lets a quotation open: a bracket or a dash.
fn after_opener(scope: &Scope<'_>, at: TokenId) -> bool {
    at > 0 && scope.is_sign(at - 1, "([-–—/…")
}

/// Whether a single mark closes: after a sign, or before white space or a sign where no word of a plural
/// owner ("the voters' choice") goes on.
fn ends_single(scope: &Scope<'_>, at: TokenId) -> bool {
    let next = scope.token(at + 1);
    let plural = at > 0 && scope.word(at - 1).ends_with('s') && !next.glued && next.kind == TokenKind::Word;
    !(plural || next.glued && next.kind == TokenKind::Word)
}
