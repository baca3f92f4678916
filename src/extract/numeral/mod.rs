//! Numbers in digits and words, whatever they stand for.
//!
//! Comes in: tokens and the tables of number words, scales and cues. Goes out: one [`Numeral`] for every
//! number of the text, with the role that its own neighbourhood gives it. To add a number word, a row of
//! `data/numbers.tsv`; a way of writing numbers, a function in `number.rs`; a neighbour that makes it no
//! quantity, a rule in `role.rs` or a row of `data/numeral-cues.tsv`.

mod item;
mod number;
mod role;
mod vague;

use super::{Extractor, Kind, Layer, Mention, Numeral, NumeralForm, Role, Scope};
use crate::base::{Decimal, Rule};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::Table;

/// Finds every number.
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Numeral, reads: &[Kind::Block], run };

/// Digits and number words.
pub const NUMBER: Rule = Rule {
    name: "numeral/number",
    why: "Digits, number words and scales that stand side by side are read as one number.",
};
/// "half a million".
pub const HALF: Rule =
    Rule { name: "numeral/half", why: "A half or a quarter before a scale is that part of it: half a million." };
/// "1.99×10−30".
pub const SCIENTIFIC: Rule =
    Rule { name: "numeral/scientific", why: "Digits times ten to a power are one number in scientific notation." };
/// "2:14:04".
pub const LAP: Rule = Rule {
    name: "numeral/lap",
    why: "Hours, minutes and seconds with colons are the time somebody took, but behind at or a date.",
};
/// "second", "21st".
pub const ORDINAL: Rule =
    Rule { name: "numeral/ordinal", why: "A word or an ending such as -th tells a place in an order." };
/// "hundreds".
pub const VAGUE: Rule =
    Rule { name: "numeral/vague", why: "A plural scale or a word such as several names a magnitude without a number." };

/// A number that was read.
#[derive(Clone, Copy, Debug)]
struct Read {
    /// One past its last token.
    end: TokenId,
    low: Decimal,
    high: Decimal,
    form: NumeralForm,
    rule: &'static Rule,
}

fn run(scope: &Scope<'_>) -> Layer {
    let mut found: Vec<Mention<Numeral>> = Vec::new();
    let mut at = 0;
    while at < scope.document.len() {
        let read = if can_begin(scope, at) { vague::read(scope, at).or_else(|| number::read(scope, at)) } else { None };
        let read = read.or_else(|| single(scope, at));
        let Some(read) = read else {
            at += 1;
            continue;
        };
        let last = read.end - 1;
        let role = role::role(scope, at, last, &read);
        let role =
            if role == Role::Number { role::beside(scope, found.last(), at, last).unwrap_or(role) } else { role };
        let value = Numeral { low: read.low, high: read.high, form: read.form, role };
        found.push(scope.mention(at, last, value, read.rule));
        at = read.end;
    }
    Layer::Numerals(found)
}

/// "a single dose": one, and no more; not of parents and others who live alone.
fn single(scope: &Scope<'_>, at: TokenId) -> Option<Read> {
    const ALONE: &str = "mother father parent mum mom dad man woman person guy";
    let (token, next) = (scope.token(at), scope.token(at + 1));
    if token.span.len() != 6 || !scope.is(at, "single") {
        return None;
    }
    let counted = next.case == Case::Lower && !next.glued && !scope.has(at + 1, Table::Stop);
    let fits = at > 0 && scope.is(at - 1, "a") && counted && !scope.is_any(at + 1, ALONE);
    let one = Decimal::whole(1);
    (fits || number::is_alone(scope, at, at + 1)).then_some(Read {
        end: at + 1,
        low: one,
        high: one,
        form: NumeralForm::Words,
        rule: &NUMBER,
    })
}

/// Whether a number can begin at a token: digits, a word of the table, or a sign or article before one.
fn can_begin(scope: &Scope<'_>, at: TokenId) -> bool {
    let token = scope.token(at);
    if token.kind == TokenKind::Number || scope.has(at, Table::Number) {
        return true;
    }
    let next = scope.token(at + 1);
    match token.kind {
        TokenKind::Sign => {
            (next.kind == TokenKind::Number || scope.is(at + 1, ".")) && scope.is_sign(at, "-−–.")
                || token.span.len() <= 3 && !scope.word(at).is_ascii()
        }
        TokenKind::Word => {
            (token.span.len() <= 2 && scope.is_any(at, "a an") || scope.is_any(at, "minus negative"))
                && (next.kind == TokenKind::Number
                    || scope.has(at + 1, Table::Number)
                    || scope.is(at + 1, "-") && (scope.has(at + 2, Table::Number) || scope.is_number(at + 2)))
        }
        _ => false,
    }
}
