//! Digits that are read out one by one or as a name: telephone numbers, formations, forms.

use super::super::number::is_alone;
use super::{before, cue, is_hyphen};
use crate::extract::Scope;
use crate::lex::{Case, TokenId};
use crate::pack::{NumeralCue, Table};

/// "020 7946 0958", "+1 (555) 010-9999", "ISBN 978-3-16": groups of digits that a gap or a sign parts, seven
/// digits or more, led by a nought, a plus, a bracket or a word of telephones.
pub(super) fn is_telephone(scope: &Scope<'_>, first: TokenId) -> bool {
    const REACH: TokenId = 10;
    let sentence = scope.document.sentence_tokens(first);
    let plain = |t: TokenId| scope.is_number(t) && scope.word(t).bytes().all(|b| b.is_ascii_digit());
    let part = |t: TokenId| plain(t) || scope.is_sign(t, "-‑–/()+");
    let (mut start, mut end) = (first, first + 1);
    while start > sentence.start && first < start + REACH && part(start - 1) {
        start -= 1;
    }
    while end < sentence.end && end < first + REACH && part(end) {
        end += 1;
    }
    let groups = (start..end).filter(|t| plain(*t));
    let (count, digits) = groups.fold((0, 0), |(count, digits), t| (count + 1, digits + scope.word(t).len()));
    let head = scope.word(start);
    let led = matches!(head, "+" | "(") || head.len() > 1 && head.starts_with('0');
    // "555-0142": no count begins with a nought.
    let noughts = |t: TokenId| plain(t) && scope.word(t).len() == 4 && scope.word(t).starts_with('0');
    let led = led || (start + 1..end).any(|t| noughts(t) && !plain(t - 1));
    count > 1 && digits >= 7 && (led || cue(scope, colon_before(scope, start), NumeralCue::Phone))
}

/// The token before `at`, a colon or "is" skipped: "Tel: 555 0100", "the number is".
fn colon_before(scope: &Scope<'_>, at: TokenId) -> TokenId {
    let prior = before(scope, at);
    if scope.is(prior, ":") || scope.is(prior, "is") { before(scope, prior) } else { prior }
}

/// What is named by the number of an emergency line.
const CALLS: &str = "call calls caller callers operator operators dispatcher dispatchers";

/// "4-4-2", "50/50", "20/20 vision", "10-K": signs and digits that are said as a name.
pub(super) fn is_code(scope: &Scope<'_>, first: TokenId, last: TokenId, digits: bool) -> bool {
    let number = |t: TokenId| scope.is_number(t) && scope.word(t).len() <= 3;
    let glued = |t: TokenId| scope.joins(t);
    let dash = |t: TokenId| is_hyphen(scope.word(t)) && glued(t);
    let chain = |t: TokenId| number(t) && dash(t + 1) && number(t + 2) && dash(t + 3) && number(t + 4);
    let equal = |t: TokenId| scope.is(t + 1, "/") && glued(t + 1) && scope.word(t) == scope.word(t + 2);
    let letter = dash(last + 1)
        && scope.is_word(last + 2)
        && scope.token(last + 2).is_capital()
        && scope.token(last + 2).span.len() == 1;
    // "7-Eleven"
    let named = |t: TokenId| dash(t) && scope.token(t + 1).case == Case::Title && scope.has(t + 1, Table::Number);
    if first == last && (digits && named(last + 1) || first >= 2 && named(first - 1) && number(first - 2)) {
        return true;
    }
    // "783491630540001280": an identifier; a sum so large would be grouped or named.
    let word = scope.word(first);
    let long = word.len() > 11 && word.bytes().all(|b| b.is_ascii_digit()) && !word.ends_with("000");
    // "a 911 caller", "the 999 operator"
    let called = matches!(word, "911" | "999" | "112")
        && (scope.is_any(last + 1, CALLS)
            || scope.is_any(before(scope, first), "called call calls calling phoned rang"));
    let led = (word.len() > 4 || word.len() == 3 && word.starts_with("00"))
        && word.starts_with('0')
        && word.bytes().all(|b| b.is_ascii_digit());
    if digits && first == last && (long || led || called) && !is_alone(scope, first, last + 1) {
        return true;
    }
    // "a 3-for-1 split", "a 3:1 ratio"
    let small = |t: TokenId| scope.is_number(t) && scope.word(t).len() <= 3;
    let between = |t: TokenId| is_hyphen(scope.word(t)) && scope.is(t + 1, "for") && is_hyphen(scope.word(t + 2));
    let colon = |t: TokenId| scope.is(t, ":") && scope.joins(t);
    let exchange = between(last + 1) && small(last + 4) || first > 3 && between(first - 3) && small(first - 4);
    let ratio = colon(last + 1) && small(last + 2) || first > 1 && colon(first - 1) && small(first - 2);
    if digits && first == last && small(first) && (exchange || ratio) {
        return true;
    }
    // "401(k)", "paragraph 3(b)", "12(3)": brackets that touch what they mark.
    let bracket = |t: TokenId| scope.is(t, "(") && scope.token(t).glued && scope.is(t + 2, ")");
    let letter_in = |t: TokenId| bracket(t) && scope.joins(t + 1) && scope.token(t + 1).span.len() <= 2;
    if digits && first == last && (letter_in(last + 1) || first > 0 && letter_in(first - 1)) {
        return true;
    }
    // "200,0000": neither grouped nor a list, so that nobody knows what was meant.
    let slip = |t: TokenId| {
        let plain = |t: TokenId| scope.word(t).bytes().all(|b| b.is_ascii_digit());
        let whole = scope.word(t).len() <= 3 && scope.word(t + 2).len() > 3;
        scope.is(t + 1, ",") && glued(t + 1) && scope.is_number(t + 2) && whole && plain(t) && plain(t + 2)
    };
    let back = |by: TokenId| first.checked_sub(by);
    if digits && first == last && (slip(first) || back(2).is_some_and(|t| scope.is_number(t) && slip(t))) {
        return true;
    }
    let chained = chain(first) || back(2).is_some_and(chain) || back(4).is_some_and(chain);
    digits && first == last && number(first) && (chained || equal(first) || back(2).is_some_and(equal) || letter)
}
