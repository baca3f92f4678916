//! Numbers that are part of a time: clock times, days of a month, bare years.

use super::super::Read;
use super::super::item::{Item, item};
use super::{before, cue, is_currency_end, is_hyphen, is_plural};
use crate::base::Decimal;
use crate::extract::{NumeralForm, Scope};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{NumeralCue, Table};

/// "10:30", "7 p.m.", "1830 UTC", "5 o'clock".
pub(super) fn is_clock(scope: &Scope<'_>, first: TokenId, last: TokenId) -> bool {
    let number = |t: TokenId| scope.is_number(t);
    let colon = |t: TokenId| scope.is(t, ":") && scope.joins(t);
    let two = |t: TokenId| scope.word(t).len() == 2 || scope.word(t).len() > 3 && scope.word(t).contains('.');
    let opens = number(first) && colon(last + 1) && number(last + 2) && two(last + 2);
    let closes = first >= 2 && number(first) && two(first) && colon(first - 1) && number(first - 2);
    // "2.1 pm" is a length: minutes have two digits.
    let minutes = scope.word(last).split_once('.').is_none_or(|(_, minutes)| minutes.len() == 2);
    let hour = number(last) && minutes && scope.word(last).bytes().filter(u8::is_ascii_digit).count() <= 4;
    let zone = cue(scope, last + 1, NumeralCue::Clock);
    // "7.30pm" and "between 7 and 9 p.m."
    let shared = is_hyphen(scope.word(last + 1)) || scope.is_any(last + 1, "and to or");
    let range = number(last) && shared && number(last + 2) && cue(scope, last + 3, NumeralCue::Clock);
    // "at 0930 hours", as soldiers and the police say it
    let watch = last == first
        && matches!(
            scope.word(first).as_bytes(),
            [b'0' | b'1', b'0'..=b'9', b'0'..=b'5', b'0'..=b'9'] | [b'2', b'0'..=b'3', b'0'..=b'5', b'0'..=b'9']
        )
        && scope.is_any(last + 1, "hours hrs")
        && scope.is_any(before(scope, first), "at by from until to since around about before after");
    let whole = watch || last == first + 4 && scope.is(first + 1, ":");
    whole
        || opens
        || closes
        || (zone || range) && (hour || scope.is(last + 1, "o'clock") || scope.is(last + 1, "o’clock"))
}

/// Whether a token is digits that can be a year.
fn is_year(scope: &Scope<'_>, at: TokenId) -> bool {
    let word = scope.word(at);
    word.len() == 4
        && matches!(word.as_bytes(), [b'1', b'0'..=b'9', ..] | [b'2', b'0' | b'1', ..])
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// Day and month, bare years, numeric dates.
pub(super) fn is_date(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> bool {
    if first != last && read.form != NumeralForm::Ordinal {
        return false;
    }
    let prior = before(scope, first);
    let value = read.low;
    let day = value >= Decimal::whole(1) && value <= Decimal::whole(31) && value.exponent == 0;
    let month = |t: TokenId| cue(scope, t, NumeralCue::Month) && scope.token(t).is_capital();
    let over_the = TokenId::from(scope.is(prior, "the"));
    let of = TokenId::from(scope.is(last + 1, "of"));
    if day
        && !scope.token(first).glued
        && (month(before(scope, first.wrapping_sub(over_the))) && over_the == 0 || month(last + 1 + of))
    {
        // "In May 30 people died": a counted noun may still follow; a comma or a year may not be one.
        let counted = month(prior)
            && scope.token(last + 1).case == Case::Lower
            && scope.is_word(last + 1)
            && (scope.word(last + 1).ends_with('s') || is_plural(scope, last + 1))
            && !scope.token(last + 1).glued;
        return !counted;
    }
    // "October 26-27", "26 and 27 October": the second or first of two days.
    let joins = |t: TokenId| is_hyphen(scope.word(t)) || scope.is_any(t, "and to or");
    let number = |t: TokenId| scope.is_number(t);
    if day
        && first >= 3
        && (joins(prior) && number(first - 2) && month(first - 3))
        && (scope.token(last + 1).case != Case::Lower || scope.has(last + 1, Table::Stop))
    {
        return true;
    }
    if day && joins(last + 1) && number(last + 2) && month(last + 3) {
        return true;
    }
    if numeric_date(scope, first, last) {
        return true;
    }
    read.form == NumeralForm::Digits && is_year(scope, first) && reads_as_year(scope, first, prior)
}

/// "10/26/2018", "2018-10-26": three numbers with one sign between.
fn numeric_date(scope: &Scope<'_>, first: TokenId, last: TokenId) -> bool {
    // "2019/20": the second half of a season or a budget year.
    if first >= 2
        && scope.is_sign(first - 1, "/–-")
        && scope.token(first).glued
        && is_year(scope, first - 2)
        && scope.word(first).len() == 2
    {
        return true;
    }
    if scope.is_any(last + 1, "b.c.e. c.e. b.c. bc bce ad ce a.d.")
        && (scope.token(last + 1).case == Case::Upper || scope.word(last + 1).contains('.'))
    {
        return true;
    }
    let number = |t: TokenId| scope.is_number(t);
    let three = |t: TokenId| {
        let sign = scope.word(t + 1);
        number(t)
            && number(t + 2)
            && number(t + 4)
            && scope.word(t + 3) == sign
            && matches!(sign, "/" | "-" | ".")
            && (1..=4).all(|i| scope.token(t + i).glued)
            && (is_year(scope, t) || is_year(scope, t + 4) || scope.word(t + 4).len() == 2 && sign == "/")
    };
    let nine_eleven = scope.is(first, "9") && scope.is(first + 1, "/") && scope.is(first + 2, "11")
        || first >= 2 && scope.is(first, "11") && scope.is(first - 1, "/") && scope.is(first - 2, "9");
    nine_eleven || three(first) || first >= 2 && three(first - 2) || last >= 4 && three(last - 4)
}

/// Whether four digits are a year: by the word before them, by what follows, else by what years we live in.
fn reads_as_year(scope: &Scope<'_>, at: TokenId, prior: TokenId) -> bool {
    let next = at + 1;
    let measured = scope.has(next, Table::Unit) && (scope.token(next).glued || scope.word(next).len() > 1)
        || scope.has(next, Table::Currency)
        || is_currency_end(scope, prior)
        || matches!(item(scope, next, true, false), Some((Item::Scale(_), _)));
    if measured && !scope.is_any(next, "in may second real won min") {
        return false;
    }
    let cued = cue(scope, prior, NumeralCue::Year) || cue(scope, prior, NumeralCue::Month) || scope.is(prior, ",");
    let next_token = scope.token(next);
    let noun = next_token.kind == TokenKind::Word
        && next_token.case == Case::Lower
        && !next_token.glued
        && !scope.has(next, Table::Stop);
    let plural = noun && scope.word(next).ends_with('s') && !scope.word(next).ends_with("ss");
    let modern = matches!(scope.word(at).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', b'0'..=b'4', _]);
    let counts = plural || noun && is_plural(scope, next) || noun && is_plural(scope, next + 1);
    // "more than 2000 homes", "roughly 2000 Thai stores"
    let about = scope.hits.longest(prior, Table::Qualifier).is_some_and(|(len, _)| len == 1)
        && !scope.is_any(prior, "around about circa between from over near under")
        || scope.is(prior, "than");
    if about && !(scope.is_any(at + 1, "to and") && is_year(scope, at + 2)) {
        return false;
    }
    // "The hall dates back to 1873."
    let dated = |t: TokenId| scope.is_any(t, "dates dated dating date");
    let back = TokenId::from(scope.is(prior.wrapping_sub(1), "back"));
    if scope.is_any(prior, "to from") && dated(prior.wrapping_sub(1 + back)) && !counts {
        return true;
    }
    let late = matches!(scope.word(at).as_bytes(), [b'2', b'0', b'5'..=b'9', _] | [b'2', b'1', ..]);
    if late && scope.is_any(prior, "in by until since") && !counts {
        return true;
    }
    let act = scope.is(prior, ",") && scope.token(prior.wrapping_sub(1)).is_capital();
    let determined = act
        || scope.is_any(prior, "the this that its his her their")
        || scope.token(prior).kind == TokenKind::Possessive;
    if modern {
        let strong = scope.is_any(prior, "in since until till fiscal year early late mid circa")
            || cue(scope, prior, NumeralCue::Month);
        return strong || determined || !counts;
    }
    cued && !noun && !scope.is_any(prior, "to and of by , from between after before")
        || scope.is_any(prior, "between from and") && is_year_beside(scope, at)
}

/// Whether another number that looks like a year stands two tokens away.
fn is_year_beside(scope: &Scope<'_>, at: TokenId) -> bool {
    is_year(scope, at + 2)
        && scope.is_any(at + 1, "and to until")
        && !scope.token(at + 3).glued
        && scope.token(at + 3).case != Case::None
        || at >= 2
            && is_year(scope, at - 2)
            && scope.is_any(at - 1, "and to until")
            && scope.is_any(at.wrapping_sub(3), "between from")
}
