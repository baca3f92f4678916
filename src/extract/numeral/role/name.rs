//! Numbers that are part of a name, an address or a result, and "one" as a pronoun.

use super::super::Read;
use super::code::is_telephone;
use super::{before, cue, is_currency_end, is_goal, is_hyphen, is_plural};
use crate::extract::{BlockKind, NumeralForm, Scope};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{NumeralCue, Side, Table};

/// Street numbers and telephone numbers.
pub(super) fn is_address(scope: &Scope<'_>, first: TokenId, last: TokenId, digits: bool) -> bool {
    if !digits {
        return false;
    }
    // "41 Copperfield Road", "10 Downing Street": up to four capitalised words, the last one of streets.
    let paired = is_hyphen(scope.word(last + 1)) && scope.token(last + 1).glued && scope.is_number(last + 2);
    let mut at = if paired { last + 3 } else { last + 1 };
    let name = at;
    while at < name + 5 && !scope.token(at).glued && (scope.token(at).is_capital() || at > name && scope.is_number(at))
    {
        let ordinal = TokenId::from(scope.token(at + 1).glued && scope.is_any(at + 1, "st nd rd th"));
        if cue(scope, at, NumeralCue::Street) && (at > name || scope.token(at + 1).is_capital()) {
            return true;
        }
        at += 1 + ordinal;
    }
    // "+1-222-2222", "555-1234": runs of three and four digits joined by hyphens, or after a word of telephones.
    let number = |t: TokenId| scope.is_number(t);
    let part = |t: TokenId| {
        number(t) && matches!(scope.word(t).len(), 3 | 4) && scope.word(t).bytes().all(|b| b.is_ascii_digit())
    };
    let joined = |t: TokenId| is_hyphen(scope.word(t)) && scope.joins(t);
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
    phone
        || second
        || is_telephone(scope, first)
        || near(0)
        || near(2)
        || near(4)
        || first >= 1 && scope.is(first - 1, "+") && joined(last + 1)
}

/// "2-0", "89–89": two small numbers with a dash and nothing behind them that they could count.
pub(super) fn is_score(scope: &Scope<'_>, first: TokenId, last: TokenId, digits: bool) -> bool {
    let small = |t: TokenId| {
        scope.is_number(t) && scope.word(t).len() <= 3 && scope.word(t).bytes().all(|b| b.is_ascii_digit())
    };
    let dash = |t: TokenId| is_hyphen(scope.word(t)) && scope.joins(t);
    if !digits || first != last || !small(first) {
        return false;
    }
    // "a 5-to-4 ruling", "odds of 10-to-1", "9-to-5": it falls, so it is no interval.
    let to = |t: TokenId| dash(t) && scope.is(t + 1, "to") && dash(t + 2);
    let falls = |a: TokenId, b: TokenId| {
        let (a, b) = (scope.word(a), scope.word(b));
        a.len() > b.len() || a.len() == b.len() && a >= b
    };
    if small(last + 4) && to(last + 1) && falls(first, last + 4)
        || first >= 4 && small(first - 4) && to(first - 3) && falls(first - 4, first)
    {
        return true;
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
    // "-78-0 degrees"
    if a > 0 && is_hyphen(scope.word(a - 1)) && !scope.token(a - 1).glued && scope.has(b + 1, Table::Unit) {
        return false;
    }
    let chain = dash(b + 1) && scope.is_number(b + 2);
    let bracket = a > 0 && is_currency_end(scope, a - 1) || scope.is_sign(a.wrapping_sub(1), "~≈");
    let game = (a.saturating_sub(8)..a + 8).any(|t| cue(scope, t, NumeralCue::Game));
    !chain && !bracket && (value(a) >= value(b) && value(a) > 0 || !counts && game || value(a) == 0 && !counts)
}

/// Part of a name: behind a capitalised word ("Boeing 737", "Big 12") or a noun that is numbered
/// ("section 4"), and "Group of Seven".
pub(super) fn is_name(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> bool {
    let prior = before(scope, first);
    let token = scope.token(prior);
    let next = last + 1;
    // "three-dimensional", "two-handed": a shape, no count.
    let shaped = scope.is(next, "-")
        && scope.token(next).glued
        && scope.is_any(next + 1, "dimensional way sided handed something somethings footed faced eighth");
    // "all for naught"
    if scope.is_any(first, "naught nought") && scope.is_any(prior, "for to at") {
        return true;
    }
    // "a two-to-one margin", "one-on-one"
    let odds = scope.is(next, "-") && scope.is_any(next + 1, "to on by") && scope.is(next + 3, "one");
    let shaped = shaped || odds && read.form == NumeralForm::Words;
    // "zero-coupon", "net zero", "zero tolerance": a kind, no count.
    let hyphened = scope.is(next, "-")
        && scope.joins(next)
        && scope.is_word(next + 1)
        && ![Table::Unit, Table::Number, Table::Currency].iter().any(|table| scope.has(next + 1, *table))
        && !scope.is(next + 1, "to");
    let kind = prior.wrapping_sub(TokenId::from(scope.is(prior, "-")));
    let none = read.low == crate::base::Decimal::ZERO
        && read.form == NumeralForm::Words
        && (hyphened
            || scope.is_any(kind, "net ground year day patient")
            || scope.is_any(next + TokenId::from(scope.is(next, "-")), "tolerance hour hours sum"));
    // "Boeing 737-800": a capitalised word, a number of a model, a hyphen.
    let variant = is_hyphen(scope.word(prior))
        && scope.token(first).glued
        && scope.is_number(prior.wrapping_sub(1))
        && scope.word(prior.wrapping_sub(1)).len() >= 3
        && scope.token(prior.wrapping_sub(2)).is_capital()
        && !scope.has(prior.wrapping_sub(2), Table::Place)
        && !scope.has(prior.wrapping_sub(2), Table::Stop)
        && !is_currency_end(scope, prior.wrapping_sub(2))
        && !is_plural_noun(scope, next)
        && !scope.has(next, Table::Unit);
    // "a high-five", "the top-five rankings"
    let behind =
        scope.is(prior, "-") && read.form == NumeralForm::Words && scope.is_any(prior.wrapping_sub(1), "high top");
    // "the bottom three": a place, where nothing is counted
    let placed = scope.is_any(prior, "top bottom")
        && (!scope.is_word(next) && !scope.is(next, "-") || scope.has(next, Table::Stop))
        && !scope.is_sign(next, "%");
    if variant || shaped || none || behind || placed || is_model(scope, first, last, read) {
        return true;
    }
    let digits = read.form == NumeralForm::Digits && !scope.word(last).contains(['.', ',']);
    // "the 90049 ZIP code"
    if digits && scope.word(last).len() > 2 && scope.is_any(next, "zip area postal") && scope.is(next + 1, "code") {
        return true;
    }
    if !matches!(token.kind, TokenKind::Word | TokenKind::Possessive) || scope.token(first).glued {
        return false;
    }
    // "the 707 was a freighter": what is one is not counted.
    let one = scope.is_any(next, "was is has") && scope.is_any(prior, "the a that");
    if digits && one && matches!(scope.word(last).len(), 3 | 4) {
        return true;
    }
    // "No 10"
    if digits && first == last && (scope.is(prior, "no") || is_goal(scope, prior, first)) {
        return true;
    }
    let whole = read.low.exponent == 0 || read.form == NumeralForm::Digits;
    let measured = scope.has(next, Table::Unit)
        && (scope.token(next).glued || scope.word(next).len() > 1 && !scope.is_any(next, "in min sec"))
        || scope.has(next, Table::Currency)
        || scope.is(next, "times")
        || scope.is(next, "-") && scope.has(next + 1, Table::Unit)
        || read.form == NumeralForm::Mixed
        || scope.word(last).contains(',');
    if measured || !whole || is_currency_end(scope, prior) || token.span.len() > 2 && scope.has(prior, Table::Currency)
    {
        return false;
    }
    if cue(scope, prior, NumeralCue::Scale) || scope.is_any(prior, "aged age ages") {
        return false;
    }
    let small = read.form == NumeralForm::Digits && scope.word(last).len() <= 6;
    let two = scope.hits.at(prior.wrapping_sub(1)).iter().filter(|hit| hit.sense.table == Table::Cue && hit.len == 2);
    let two = two.filter_map(|hit| scope.lexicon.rows.cues.get(usize::from(hit.sense.row)));
    let code = two.into_iter().any(|row| row.cue == NumeralCue::Numbered);
    // "Page 2 of 3"
    let total = scope.is(prior, "of") && first >= 3 && scope.is_number(first - 2);
    if small && total && cue(scope, first - 3, NumeralCue::Numbered) {
        return true;
    }
    if scope.is(prior, "category") && is_storm(scope, next) {
        return false;
    }
    if small && (code || cue(scope, prior, NumeralCue::Numbered)) {
        // "grade 3 pupils", but "last week 3 pupils".
        let classed = scope.is_any(prior, "category grade type class tier level phase stage");
        let counted =
            !classed && scope.token(next).case == Case::Lower && is_plural_noun(scope, next) && !is_verb(scope, next);
        return !counted;
    }
    // "game two", "number one"
    let ranked = scope.is_any(prior, "number game round season week day");
    let spelled = read.form == NumeralForm::Words && first == last && read.low <= crate::base::Decimal::whole(20);
    let ends = !scope.is_word(next) && !scope.is(next, "-") || scope.has(next, Table::Stop);
    if spelled && ends && ranked && scope.token(prior).case == Case::Lower {
        return true;
    }
    let proper = scope.token(prior.wrapping_sub(1)).case == Case::Title && !is_plural_noun(scope, next);
    if scope.is(prior, "of")
        && scope.is_any(prior.wrapping_sub(1), "group big gang")
        && (scope.token(first).is_capital() || proper)
    {
        return true;
    }
    // "Seven Samurai", "Ocean's Eleven": number words with capitals inside a sentence.
    let title = read.form == NumeralForm::Words
        && first == last
        && scope.token(first).case == Case::Title
        && scope.document.sentence_tokens(first).start != first
        && scope.block_kind(first) != BlockKind::Headline
        && (scope.token(next).case == Case::Title && !scope.token(next).glued
            || token.kind == TokenKind::Possessive && scope.token(prior.wrapping_sub(1)).is_capital());
    if title {
        return true;
    }
    let usual = scope.has(prior, Table::Stop)
        || scope.hits.longest(prior, Table::Qualifier).is_some_and(|(_, row)| {
            // "737 MAX 8": what stands behind a number says nothing of the next.
            scope.lexicon.rows.qualifiers.get(row).is_some_and(|row| row.side == Side::Before)
        })
        || scope.has(prior, Table::Trend)
        || scope.has(prior, Table::Number);
    let opens = scope.document.sentence_tokens(first).start == prior;
    if usual || !(token.is_capital() || token.case == Case::Mixed) {
        return false;
    }
    if read.form == NumeralForm::Digits {
        // "Tesla delivered", "Police 20": a lone capitalised word that opens a sentence may be any word.
        // "in Ukraine 31 tanks", "on Monday 20 people", "gave Smith 9 lashes", but "ordered Boeing 737 jets"
        let place = (0..3).any(|back| {
            prior
                .checked_sub(back)
                .and_then(|t| scope.hits.longest(t, Table::Place))
                .is_some_and(|(len, _)| len == back + 1)
        });
        let given = scope
            .is_any(prior.wrapping_sub(1), "told gave give giving sent paid lent cost offered promised handed awarded");
        let placed =
            place || given || scope.has(prior, Table::Calendar) || scope.is_any(next, "people men women points");
        let counted = is_plural_noun(scope, next) && (opens || placed);
        let titled = opens || scope.block_kind(first) == BlockKind::Headline;
        let verb = titled && is_verb(scope, prior);
        let dash = is_hyphen(scope.word(next)) && !scope.token(next).glued;
        return !counted && !verb && !dash;
    }
    // "Channel Five", "Route Sixty-six": both with capitals.
    read.form == NumeralForm::Words && scope.token(first).is_capital() && !opens
}

/// "the 737 Max", "two new 787 Dreamliners", "iPhone 11 and 11 Pro": a number of a model before its name.
fn is_model(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> bool {
    let digits = read.form == NumeralForm::Digits && first == last && matches!(scope.word(first).len(), 2..=4);
    let name = |at: TokenId| {
        let token = scope.token(at);
        token.kind == TokenKind::Word
            && token.case == Case::Title
            && !token.glued
            && token.span.len() > 2
            && [Table::Place, Table::Demonym, Table::Unit, Table::Currency, Table::Cue, Table::Stop, Table::Title]
                .iter()
                .all(|table| !scope.has(at, *table))
    };
    if !digits || !name(last + 1) || scope.word(first).contains(['.', ',']) {
        return false;
    }
    let mut end = last + 2;
    while end < last + 5 && name(end) {
        end += 1;
    }
    let prior = before(scope, first);
    // A count of something named has its noun in the plural: "500 Amazon workers", "20 Tories".
    let counted = scope.word(end - 1).ends_with('s') || is_plural_noun(scope, end) || is_plural_noun(scope, end + 1);
    let second = scope.has(prior.wrapping_sub(1), Table::Number) && scope.token(prior).case == Case::Lower;
    let determined = scope.is_any(prior, "the a an own new and its");
    second && counted || determined && !counted
}

/// "a category 4 hurricane", "category 3 or above": how strong a storm is, on its scale.
fn is_storm(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.is_any(at, "hurricane hurricanes storm storms cyclone cyclones typhoon typhoons")
        || scope.is(at, "or") && scope.is_any(at + 1, "above higher stronger greater")
}

fn is_plural_noun(scope: &Scope<'_>, at: TokenId) -> bool {
    let token = scope.token(at);
    token.case == Case::Lower && !scope.has(at, Table::Stop) && (scope.word(at).ends_with('s') || is_plural(scope, at))
}

/// "one" that stands for something or is an article: not before a noun, or behind "the", "this", "no".
pub(super) fn is_pronoun(scope: &Scope<'_>, first: TokenId, last: TokenId) -> bool {
    if first != last || !scope.is(first, "one") {
        return false;
    }
    let prior = before(scope, first);
    let next = scope.token(last + 1);
    // "3 GBP and one"
    if scope.is(prior, "and") && scope.has(prior.wrapping_sub(1), Table::Currency) && last + 1 == scope.document.len() {
        return false;
    }
    let joined = next.glued && scope.is(last + 1, "-");
    // "a two-to-one margin", "one-on-one": the second
    let hyphens = first >= 4 && scope.is(first - 1, "-") && scope.is(first - 3, "-");
    if hyphens && scope.is_any(first - 2, "to on by") {
        return true;
    }
    if joined {
        // "one-time", "one-off": no count.
        return scope.is_any(last + 2, "time off another by to on sided size stop liner")
            && !scope.has(last + 4, Table::Number);
    }
    // "that one mile"
    if scope.has(last + 1, Table::Unit)
        && !next.glued
        && !scope.is_any(last + 1, "in second day")
        && scope.token(last + 1).case == Case::Lower
    {
        return false;
    }
    if scope.is_any(prior, "no the this that any every each some which another other these those big new")
        || scope.is_word(prior)
            && scope.token(prior).case == Case::Title
            && scope.document.sentence_tokens(first).start != prior
        || scope.is_any(prior, "first last second next biggest largest good old")
    {
        return true;
    }
    let qualified = prior < first
        && (1..=3).any(|back| {
            first >= back && scope.hits.longest(first - back, Table::Qualifier).is_some_and(|(len, _)| len == back)
        });
    // "killed one and injured eight"
    let casualty = scope.is_any(prior, "killed killing injured injuring wounded wounding arrested");
    if qualified || scope.is_any(prior, "only just but") || casualty {
        return false;
    }
    let number = |t: TokenId| scope.is_number(t) || scope.has(t, Table::Number);
    // "from one person to another"
    let other = (last + 2..last + 8).take_while(|t| !scope.is_sign(*t, ".,;:")).any(|t| scope.is(t, "another"));
    if other && scope.document.sentence_tokens(first).contains(&(last + 2)) {
        return true;
    }
    // "four died, one in hospital": one of those that were just counted
    let among = (scope.is_sign(prior, ",;:") || scope.is_any(prior, "and but"))
        && scope.is_any(last + 1, "from in at was had")
        && !(scope.is(last + 2, "which") || scope.is_number(last + 2) || cue(scope, last + 2, NumeralCue::Month))
        && (first.saturating_sub(15).max(scope.document.sentence_tokens(first).start)..prior).any(number);
    if among {
        return false;
    }
    let every = last + 2 + TokenId::from(scope.is(last + 2, "every"));
    if scope.is_any(last + 1, "in per") && number(every)
        || scope.is(last + 1, "of") && every > last + 2 && number(every)
        || scope.is(last + 1, "out")
    {
        return false;
    }
    let noun = next.kind == TokenKind::Word
        && !next.glued
        && (!scope.has(last + 1, Table::Stop) || scope.is_any(last + 1, "more or and to") && number(last + 2))
        && !scope.is_any(
            last + 1,
            "day another way point thing time stage occasion estimate account tradition morning \
                afternoon evening instance",
        )
        && !is_verb(scope, last + 1);
    // "One senator said": an article at the head of a sentence.
    let speaks = (last + 2..last + 7).any(|at| scope.has(at, Table::Speech) || scope.is(at, ","));
    let measured = scope.has(last + 1, Table::Unit) && scope.token(last + 1).case == Case::Lower;
    let article =
        scope.token(first).is_capital() && !measured && !scope.is_any(last + 1, "other hundred more") && speaks;
    // "one senior official said", "said one aide"
    let speaker = (last + 2..last + 6)
        .take_while(|t| scope.is_word(*t) && !scope.has(*t, Table::Stop))
        .any(|t| scope.has(t, Table::Speech) && (scope.word(t).ends_with("ed") || scope.is_any(t, "said says told")))
        || scope.has(prior, Table::Speech) && scope.is_any(prior, "said says according asked noted");
    !noun || article || speaker
}

fn is_verb(scope: &Scope<'_>, at: TokenId) -> bool {
    let row = scope.hits.longest(at, Table::Word).and_then(|(_, row)| scope.lexicon.rows.words.get(row));
    // The base form is a noun as often ("one vote", "one count").
    row.is_some_and(|row| row.class == crate::pack::WordClass::Verb && !scope.is(at, row.form()))
}
