//! What its own neighbourhood makes of a number: a quantity, or part of a date, a name, an address, a code.

use super::Read;
use super::item::{Item, item};
use crate::base::Decimal;
use crate::extract::{BlockKind, NumeralForm, Role, Scope};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{NumeralCue, Side, Table};

/// The role of the number from `first` to `last`.
pub fn role(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> Role {
    let digits = read.form == NumeralForm::Digits;
    if let Some(role) = glued(scope, first, last, read) {
        return role;
    }
    if is_list_marker(scope, first, last, digits) {
        return Role::ListMarker;
    }
    if is_clock(scope, first, last) {
        return Role::Clock;
    }
    if is_date(scope, first, last, read) {
        return Role::Date;
    }
    if read.form == NumeralForm::Ordinal {
        return Role::Ordinal;
    }
    if is_address(scope, first, last, digits) {
        return Role::Address;
    }
    if is_name(scope, first, last, read) {
        return Role::Name;
    }
    if is_score(scope, first, last, digits) {
        return Role::Score;
    }
    if is_pronoun(scope, first, last) {
        return Role::Pronoun;
    }
    Role::Number
}

/// The cue at a token, if it is one of these.
fn cue(scope: &Scope<'_>, at: TokenId, wanted: NumeralCue) -> bool {
    let of_table = scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Cue);
    of_table.filter_map(|hit| scope.lexicon.rows.cues.get(usize::from(hit.sense.row))).any(|row| row.cue == wanted)
}

/// The token before `at` in the same sentence; past the document's end where there is none.
fn before(scope: &Scope<'_>, at: TokenId) -> TokenId {
    let none = scope.document.len();
    if at > scope.document.sentence_tokens(at).start { at - 1 } else { none }
}

/// Digits that touch letters: codes ("G20", "5G", "COVID-19"), decades ("1980s").
fn glued(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> Option<Role> {
    let digits = scope.token(last).kind == TokenKind::Number;
    let after = scope.token(last + 1);
    // "24/7": round the clock.
    let slash = |at: TokenId| scope.word(at) == "/" && scope.token(at).glued && scope.token(at + 1).glued;
    if scope.word(first) == "24" && slash(last + 1) && scope.word(last + 2) == "7"
        || scope.word(first) == "7" && first > 1 && slash(first - 1) && scope.word(first - 2) == "24"
    {
        return Some(Role::Code);
    }
    if digits && after.glued && after.kind == TokenKind::Word {
        if scope.is(last + 1, "s") && !scope.has(last + 2, Table::Number) {
            let written = scope.word(last).len();
            let decade = written == 4 || written == 2 && scope.word(last).ends_with('0');
            return Some(if decade { Role::Date } else { Role::Name });
        }
        let known = scope.has(last + 1, Table::Unit)
            || scope.has(last + 1, Table::Currency)
            || cue(scope, last + 1, NumeralCue::Clock);
        if !known {
            return Some(Role::Code);
        }
    }
    let prior = before(scope, first);
    if scope.token(first).kind != TokenKind::Number || !scope.token(first).glued {
        return None;
    }
    // "R50" is money, "R2" and "PS5" are names.
    let one_digit = scope.word(prior).len() <= 2 && scope.word(first).len() == 1 && read.form == NumeralForm::Digits;
    if scope.token(prior).kind == TokenKind::Word && (!is_currency_end(scope, prior) || one_digit) {
        let number =
            scope.has(prior, Table::Number) || cue(scope, prior, NumeralCue::Year) && read.form != NumeralForm::Digits;
        return (!number).then_some(Role::Code);
    }
    // "COVID-19", "F-16", "TA-35": a word with a capital, a hyphen, digits.
    if is_hyphen(scope.word(prior)) && scope.token(prior).glued {
        let word = scope.token(prior.wrapping_sub(1));
        let capital = word.kind == TokenKind::Word && (word.is_capital() || word.case == Case::Mixed);
        let minus =
            scope.is_any(prior.wrapping_sub(1), &["minus", "sub", "under", "over", "pre", "mid", "plus", "approx"]);
        let number = scope.has(prior.wrapping_sub(1), Table::Number) || is_currency_end(scope, prior.wrapping_sub(1));
        let minus =
            minus || scope.is_any(prior.wrapping_sub(1), &["to", "now", "about", "roughly", "nearly", "magnitude"]);
        // "COVID-19" and "last-32" are names of things, "minus-5" and "to-260,000" are numbers.
        if word.kind == TokenKind::Word
            && (capital || scope.token(last + 1).kind == TokenKind::Word)
            && !minus
            && !number
        {
            let month = cue(scope, prior.wrapping_sub(1), NumeralCue::Month);
            return Some(if month { Role::Date } else { Role::Name });
        }
        if word.kind == TokenKind::Word && scope.is(prior.wrapping_sub(1), "mid") {
            return Some(Role::Date);
        }
    }
    // "#1", "No. 5".
    (scope.word(prior) == "#").then_some(Role::Name)
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‑" | "–" | "—" | "−")
}

/// Whether a currency's form ends at a token: "US" is none, but "USD", "RM", "Rs" are.
fn is_currency_end(scope: &Scope<'_>, at: TokenId) -> bool {
    (at.saturating_sub(2)..=at).any(|start| {
        let hits = scope.hits.at(start).iter().filter(|hit| hit.sense.table == Table::Currency);
        hits.into_iter().any(|hit| {
            let row = scope.lexicon.rows.currencies.get(usize::from(hit.sense.row));
            // "R18" behind a hyphen or "R0" is a code, no rand.
            let whole = row.is_some_and(|row| row.side == Side::Before && (!row.short || !scope.token(start).glued));
            whole && start + TokenId::from(hit.len) == at + 1
        })
    })
}

/// "1." or "(1)" at the beginning of a block, with a gap behind it.
fn is_list_marker(scope: &Scope<'_>, first: TokenId, last: TokenId, digits: bool) -> bool {
    let sentence = scope.document.sentences.get(scope.document.sentence_of(first) as usize);
    let block = sentence.and_then(|s| scope.document.blocks.get(s.block as usize)).map_or(0, |b| b.tokens.start);
    let opened = first == block + 1 && scope.word(block) == "(";
    let closes = matches!(scope.word(last + 1), "." | ")" | ":") && scope.token(last + 1).glued;
    digits
        && first == last
        && (first == block || opened)
        && closes
        && !scope.token(last + 2).glued
        && last + 2 < sentence.and_then(|s| scope.document.blocks.get(s.block as usize)).map_or(0, |b| b.tokens.end)
        && scope.word(first).len() <= 3
}

/// "10:30", "7 p.m.", "1830 UTC", "5 o'clock".
fn is_clock(scope: &Scope<'_>, first: TokenId, last: TokenId) -> bool {
    let number = |t: TokenId| scope.token(t).kind == TokenKind::Number;
    let colon = |t: TokenId| scope.word(t) == ":" && scope.token(t).glued && scope.token(t + 1).glued;
    let two = |t: TokenId| scope.word(t).len() == 2 || scope.word(t).len() > 3 && scope.word(t).contains('.');
    let opens = number(first) && colon(last + 1) && number(last + 2) && two(last + 2);
    let closes = first >= 2 && number(first) && two(first) && colon(first - 1) && number(first - 2);
    let hour = number(last) && scope.word(last).bytes().filter(u8::is_ascii_digit).count() <= 4;
    let zone = cue(scope, last + 1, NumeralCue::Clock);
    // "7.30pm" and "between 7 and 9 p.m."
    let shared = is_hyphen(scope.word(last + 1)) || scope.is_any(last + 1, &["and", "to", "or"]);
    let range = number(last) && shared && number(last + 2) && cue(scope, last + 3, NumeralCue::Clock);
    opens || closes || (zone || range) && (hour || scope.is(last + 1, "o'clock") || scope.is(last + 1, "o’clock"))
}

/// Whether a token is digits that can be a year.
fn is_year(scope: &Scope<'_>, at: TokenId) -> bool {
    let word = scope.word(at);
    word.len() == 4
        && matches!(word.as_bytes(), [b'1', b'0'..=b'9', ..] | [b'2', b'0' | b'1', ..])
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// Day and month, bare years, numeric dates.
fn is_date(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> bool {
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
            && scope.token(last + 1).kind == TokenKind::Word
            && scope.word(last + 1).ends_with('s')
            && !scope.token(last + 1).glued;
        return !counted;
    }
    // "October 26-27", "26 and 27 October": the second or first of two days.
    let joins = |t: TokenId| is_hyphen(scope.word(t)) || scope.is_any(t, &["and", "to", "or"]);
    let number = |t: TokenId| scope.token(t).kind == TokenKind::Number;
    if day
        && first >= 3
        && (joins(prior) && number(first - 2) && month(first - 3))
        && scope.token(last + 1).case != Case::Lower
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
        && matches!(scope.word(first - 1), "/" | "–" | "-")
        && scope.token(first).glued
        && is_year(scope, first - 2)
        && scope.word(first).len() == 2
    {
        return true;
    }
    if scope.is_any(last + 1, &["b.c.e.", "c.e.", "b.c.", "bc", "bce", "ad", "ce", "a.d."])
        && (scope.token(last + 1).case == Case::Upper || scope.word(last + 1).contains('.'))
    {
        return true;
    }
    let number = |t: TokenId| scope.token(t).kind == TokenKind::Number;
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
    let nine_eleven = scope.word(first) == "9" && scope.word(first + 1) == "/" && scope.word(first + 2) == "11"
        || first >= 2 && scope.word(first) == "11" && scope.word(first - 1) == "/" && scope.word(first - 2) == "9";
    nine_eleven || three(first) || first >= 2 && three(first - 2) || last >= 4 && three(last - 4)
}

/// Whether four digits are a year: by the word before them, by what follows, else by what years we live in.
fn reads_as_year(scope: &Scope<'_>, at: TokenId, prior: TokenId) -> bool {
    let next = at + 1;
    let measured = scope.has(next, Table::Unit) && (scope.token(next).glued || scope.word(next).len() > 1)
        || scope.has(next, Table::Currency)
        || is_currency_end(scope, prior)
        || matches!(item(scope, next, true, false), Some((Item::Scale(_), _)));
    if measured && !scope.is_any(next, &["in", "may", "second", "real", "won", "min"]) {
        return false;
    }
    let cued = cue(scope, prior, NumeralCue::Year) || cue(scope, prior, NumeralCue::Month) || scope.word(prior) == ",";
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
        && !scope.is_any(prior, &["around", "about", "circa", "between", "from", "over", "near", "under"])
        || scope.is(prior, "than");
    if about {
        return false;
    }
    let late = matches!(scope.word(at).as_bytes(), [b'2', b'0', b'5'..=b'9', _] | [b'2', b'1', ..]);
    if late && scope.is_any(prior, &["in", "by", "until", "since"]) && !counts {
        return true;
    }
    let act = scope.word(prior) == "," && scope.token(prior.wrapping_sub(1)).is_capital();
    let determined = act
        || scope.is_any(prior, &["the", "this", "that", "its", "his", "her", "their"])
        || scope.token(prior).kind == TokenKind::Possessive;
    if modern {
        let strong = scope
            .is_any(prior, &["in", "since", "until", "till", "fiscal", "year", "early", "late", "mid", "circa"])
            || cue(scope, prior, NumeralCue::Month);
        return strong || determined || !counts;
    }
    cued && !noun && !scope.is_any(prior, &["to", "and", "of", "by", ",", "from", "between", "after", "before"])
        || scope.is_any(prior, &["between", "from", "and"]) && is_year_beside(scope, at)
}

/// Whether another number that looks like a year stands two tokens away.
fn is_year_beside(scope: &Scope<'_>, at: TokenId) -> bool {
    is_year(scope, at + 2)
        && scope.is_any(at + 1, &["and", "to", "until"])
        && !scope.token(at + 3).glued
        && scope.token(at + 3).case != Case::None
        || at >= 2
            && is_year(scope, at - 2)
            && scope.is_any(at - 1, &["and", "to", "until"])
            && scope.is_any(at.wrapping_sub(3), &["between", "from"])
}

/// A plural without an s, by the table.
fn is_plural(scope: &Scope<'_>, at: TokenId) -> bool {
    let row = scope.hits.longest(at, Table::Word).and_then(|(_, row)| scope.lexicon.rows.words.get(row));
    row.is_some_and(|row| row.class == crate::pack::WordClass::Plural)
}

/// Street numbers and telephone numbers.
fn is_address(scope: &Scope<'_>, first: TokenId, last: TokenId, digits: bool) -> bool {
    if !digits {
        return false;
    }
    // "575 Wilbraham Road", "10 Downing Street": up to four capitalised words, the last one of streets.
    let paired = is_hyphen(scope.word(last + 1))
        && scope.token(last + 1).glued
        && scope.token(last + 2).kind == TokenKind::Number;
    let mut at = if paired { last + 3 } else { last + 1 };
    let name = at;
    while at < name + 5
        && !scope.token(at).glued
        && (scope.token(at).is_capital() || at > name && scope.token(at).kind == TokenKind::Number)
    {
        let ordinal = TokenId::from(scope.token(at + 1).glued && scope.is_any(at + 1, &["st", "nd", "rd", "th"]));
        if cue(scope, at, NumeralCue::Street) && (at > name || scope.token(at + 1).is_capital()) {
            return true;
        }
        at += 1 + ordinal;
    }
    // "+1-222-2222", "555-1234": runs of three and four digits joined by hyphens, or after a word of telephones.
    let number = |t: TokenId| scope.token(t).kind == TokenKind::Number;
    let part = |t: TokenId| {
        number(t) && matches!(scope.word(t).len(), 3 | 4) && scope.word(t).bytes().all(|b| b.is_ascii_digit())
    };
    let joined = |t: TokenId| is_hyphen(scope.word(t)) && scope.token(t).glued && scope.token(t + 1).glued;
    let chain = |t: TokenId| part(t) && joined(t + 1) && part(t + 2) && joined(t + 3) && number(t + 4);
    let phone = cue(scope, before(scope, first), NumeralCue::Phone)
        && scope.word(first).len() >= 3
        && !scope.token(last + 1).is_capital()
        && scope.token(last + 1).case != Case::Lower;
    let near = |back: TokenId| first >= back && chain(first - back);
    // "555-0199" behind the word: its second half.
    let second = first >= 2
        && joined(first - 1)
        && part(first)
        && part(first - 2)
        && cue(scope, before(scope, first - 2), NumeralCue::Phone);
    phone || second || near(0) || near(2) || near(4) || first >= 1 && scope.word(first - 1) == "+" && joined(last + 1)
}

/// "2-0", "89–89": two small numbers with a dash and nothing behind them that they could count.
fn is_score(scope: &Scope<'_>, first: TokenId, last: TokenId, digits: bool) -> bool {
    let small = |t: TokenId| {
        scope.token(t).kind == TokenKind::Number
            && scope.word(t).len() <= 3
            && scope.word(t).bytes().all(|b| b.is_ascii_digit())
    };
    let dash = |t: TokenId| is_hyphen(scope.word(t)) && scope.token(t).glued && scope.token(t + 1).glued;
    if !digits || first != last || !small(first) {
        return false;
    }
    let (a, b) = if small(last + 2) && dash(last + 1) {
        (first, last + 2)
    } else if first >= 2 && dash(first - 1) && small(first - 2) {
        (first - 2, first)
    } else {
        return false;
    };
    let value = |t: TokenId| scope.word(t).parse::<u32>().unwrap_or(0);
    let next = scope.token(b + 1);
    // "10-12 people" and "5-10%" are intervals; a result never has a unit and seldom rises before a noun.
    let counts = next.kind == TokenKind::Word && !scope.has(b + 1, Table::Stop)
        || (scope.has(b + 1, Table::Unit) || scope.has(b + 1, Table::Currency)) && !scope.has(b + 1, Table::Stop);
    let chain = dash(b + 1) && scope.token(b + 2).kind == TokenKind::Number;
    let bracket = a > 0 && is_currency_end(scope, a - 1) || matches!(scope.word(a.wrapping_sub(1)), "~" | "≈");
    let game = (a.saturating_sub(8)..a + 8).any(|t| cue(scope, t, NumeralCue::Game));
    !chain && !bracket && (value(a) >= value(b) && value(a) > 0 || !counts && game || value(a) == 0 && !counts)
}

/// Part of a name: behind a capitalised word ("Boeing 737", "Big 12") or a noun that is numbered
/// ("section 4"), and "Group of Seven".
fn is_name(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> bool {
    let prior = before(scope, first);
    let token = scope.token(prior);
    if token.kind != TokenKind::Word || scope.token(first).glued {
        return false;
    }
    let next = last + 1;
    let whole = read.low.exponent == 0 || read.form == NumeralForm::Digits;
    let measured = scope.has(next, Table::Unit)
        && (scope.token(next).glued || scope.word(next).len() > 1 && !scope.is_any(next, &["in", "min", "sec"]))
        || scope.has(next, Table::Currency)
        || scope.word(next) == "-" && scope.has(next + 1, Table::Unit)
        || read.form == NumeralForm::Mixed
        || scope.word(last).contains(',');
    if measured || !whole || is_currency_end(scope, prior) {
        return false;
    }
    if cue(scope, prior, NumeralCue::Scale) {
        return false;
    }
    let small = read.form == NumeralForm::Digits && scope.word(last).len() <= 4;
    if small && cue(scope, prior, NumeralCue::Numbered) {
        let counted = scope.token(next).case == Case::Lower && is_plural_noun(scope, next) && !is_verb(scope, next);
        return !counted;
    }
    if scope.is(prior, "of")
        && scope.is_any(prior.wrapping_sub(1), &["group", "big", "gang"])
        && scope.token(first).is_capital()
    {
        return true;
    }
    let usual = scope.has(prior, Table::Stop)
        || scope.has(prior, Table::Qualifier)
        || scope.has(prior, Table::Trend)
        || scope.has(prior, Table::Number);
    let opens = scope.document.sentence_tokens(first).start == prior;
    if usual || !(token.is_capital() || token.case == Case::Mixed) {
        return false;
    }
    if read.form == NumeralForm::Digits {
        // "Tesla delivered", "Police 20": a lone capitalised word that opens a sentence may be any word.
        let counted = is_plural_noun(scope, next) && opens;
        let titled = opens || scope.block_kind(first) == BlockKind::Headline;
        let verb = titled && is_verb(scope, prior);
        let dash = is_hyphen(scope.word(next)) && !scope.token(next).glued;
        return !counted && !verb && !dash;
    }
    // "Channel Five", "Route Sixty-six": both with capitals.
    read.form == NumeralForm::Words && scope.token(first).is_capital() && !opens
}

fn is_plural_noun(scope: &Scope<'_>, at: TokenId) -> bool {
    let token = scope.token(at);
    token.case == Case::Lower && !scope.has(at, Table::Stop) && (scope.word(at).ends_with('s') || is_plural(scope, at))
}

/// "one" that stands for something or is an article: not before a noun, or behind "the", "this", "no".
fn is_pronoun(scope: &Scope<'_>, first: TokenId, last: TokenId) -> bool {
    if first != last || !scope.is(first, "one") {
        return false;
    }
    let prior = before(scope, first);
    let next = scope.token(last + 1);
    let joined = next.glued && scope.word(last + 1) == "-";
    if joined {
        // "one-time", "one-off": no count.
        return scope.is_any(last + 2, &["time", "off", "another", "to", "on", "sided", "size", "stop", "liner"])
            && !scope.has(last + 4, Table::Number);
    }
    // "that one mile"
    if scope.has(last + 1, Table::Unit)
        && !next.glued
        && !scope.is_any(last + 1, &["in", "second", "day"])
        && scope.token(last + 1).case == Case::Lower
    {
        return false;
    }
    if scope.is_any(
        prior,
        &[
            "no", "the", "this", "that", "any", "every", "each", "some", "which", "another", "other", "these", "those",
            "big", "new",
        ],
    ) || scope.token(prior).kind == TokenKind::Word
        && scope.token(prior).case == Case::Title
        && scope.document.sentence_tokens(first).start != prior
        || scope.is_any(prior, &["first", "last", "second", "next", "biggest", "largest", "good", "old"])
    {
        return true;
    }
    let qualified = prior < first
        && (1..=3).any(|back| {
            first >= back && scope.hits.longest(first - back, Table::Qualifier).is_some_and(|(len, _)| len == back)
        });
    // "killed one and injured eight"
    let casualty =
        scope.is_any(prior, &["killed", "killing", "injured", "injuring", "wounded", "wounding", "arrested"]);
    if qualified || scope.is_any(prior, &["only", "just", "but"]) || casualty {
        return false;
    }
    if scope.is(last + 1, "in") && scope.has(last + 2, Table::Number) || scope.is(last + 1, "out") {
        return false;
    }
    let noun = next.kind == TokenKind::Word
        && !next.glued
        && (!scope.has(last + 1, Table::Stop)
            || scope.is_any(last + 1, &["more", "or", "per", "and", "to"]) && scope.has(last + 2, Table::Number))
        && !scope.is_any(last + 1, &["day", "another", "way", "point", "thing"])
        && !is_verb(scope, last + 1);
    // "One senator said": an article at the head of a sentence.
    let speaks = (last + 2..last + 7).any(|at| scope.has(at, Table::Speech) || scope.word(at) == ",");
    let article = scope.token(first).is_capital()
        && !scope.has(last + 1, Table::Unit)
        && !scope.is_any(last + 1, &["other", "hundred", "more"])
        && speaks;
    !noun || article
}

fn is_verb(scope: &Scope<'_>, at: TokenId) -> bool {
    let row = scope.hits.longest(at, Table::Word).and_then(|(_, row)| scope.lexicon.rows.words.get(row));
    // The base form is a noun as often ("one vote", "one count").
    row.is_some_and(|row| row.class == crate::pack::WordClass::Verb && !scope.is(at, row.form()))
}
