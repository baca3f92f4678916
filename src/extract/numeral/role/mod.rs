//! What its own neighbourhood makes of a number: a quantity, or part of a date, a name, an address, a code.

mod code;
mod date;
mod name;

use super::Read;
use crate::extract::tally::is_tally;
use crate::extract::{Mention, Numeral, NumeralForm, Role, Scope};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{CurrencyRow, NumeralCue, Side, Table};
use code::is_code;
use date::{is_clock, is_date};
use name::{is_address, is_name, is_pronoun, is_score};

/// The role of the number from `first` to `last`.
pub fn role(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> Role {
    let digits = read.form == NumeralForm::Digits;
    if let Some(role) = glued(scope, first, last, read) {
        return role;
    }
    if is_list_marker(scope, first, last, digits) || is_inner_marker(scope, first, last, digits) {
        return Role::ListMarker;
    }
    let at = before(scope, first);
    let clock = scope.is_any(at, "at from until by since before after")
        || scope.is_number(at)
        || cue(scope, last + 1, NumeralCue::Clock)
        || scope.is(at, ",") && scope.is_number(at.wrapping_sub(1));
    if last == first + 4 && scope.is(first + 1, ":") && !clock {
        return Role::Number;
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
    if is_code(scope, first, last, digits) {
        return Role::Code;
    }
    if digits && is_tally(scope, first, last) {
        return Role::Number;
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

/// What "4K" or "10K" is said of where it means lines or kilometres and no thousands.
const SCREENS: &str = "video videos tv tvs display displays resolution screen screens monitor monitors \
    television televisions camera cameras footage film ultra run race";

/// What plays in a class of age, such as "the under-17 team".
const TEAMS: &str = "team side squad level international title cup world tournament";

/// Digits that touch letters: codes ("G20", "5G", "COVID-19"), decades ("1980s").
fn glued(scope: &Scope<'_>, first: TokenId, last: TokenId, read: &Read) -> Option<Role> {
    // "4K video"
    if read.form == NumeralForm::Mixed && scope.is(last, "k") && scope.is_any(last + 1, SCREENS) {
        return Some(Role::Code);
    }
    let digits = scope.is_number(last);
    let after = scope.token(last + 1);
    // "in her 20's", "the 1990's"
    if digits && after.kind == TokenKind::Possessive && scope.word(last).ends_with('0') && first == last {
        return matches!(scope.word(last).len(), 2 | 4).then_some(Role::Date);
    }
    // "24/7": round the clock.
    let slash = |at: TokenId| scope.is(at, "/") && scope.joins(at);
    if scope.is(first, "24") && slash(last + 1) && scope.is(last + 2, "7")
        || scope.is(first, "7") && first > 1 && slash(first - 1) && scope.is(first - 2, "24")
    {
        return Some(Role::Code);
    }
    if digits && after.glued && after.kind == TokenKind::Word {
        // "1.2s ahead" is a lead in seconds.
        if scope.is(last + 1, "s") && !scope.has(last + 2, Table::Number) && !scope.word(last).contains('.') {
            let written = scope.word(last).len();
            let decade = written == 4 || written == 2 && scope.word(last).ends_with('0');
            return Some(if decade { Role::Date } else { Role::Name });
        }
        let known = scope.has(last + 1, Table::Unit)
            || scope.has(last + 1, Table::Currency)
            || cue(scope, last + 1, NumeralCue::Clock);
        // "24703L202": a part's number, no litres.
        let letter = scope.word(last + 1).len() == 1 && !scope.is(last + 1, "h");
        let single = scope.hits.longest(last + 1, Table::Unit).is_none_or(|(len, _)| len == 1);
        let runs_on = letter && single && scope.is_number(last + 2) && scope.token(last + 2).glued;
        // "5G networks"
        let mark = scope.word(last + 1) == "G" && scope.word(last).len() == 1;
        // "a 13F filing"
        let form = letter && scope.is_any(last + 2, "filing filings form forms");
        if !known || runs_on || mark || form {
            return Some(Role::Code);
        }
    }
    let prior = before(scope, first);
    if !scope.is_number(first) || !scope.token(first).glued {
        return None;
    }
    // "=>30", "<>30": a sign of programs, no relation.
    let pair = (scope.word(prior.wrapping_sub(1)), scope.word(prior));
    if matches!(pair, ("=", ">" | "<") | ("<", ">")) && scope.token(prior).glued {
        return Some(Role::Code);
    }
    // "R50" is money, "R2" and "PS5" are names.
    let one_digit = scope.word(prior).len() <= 2 && scope.word(first).len() == 1 && read.form == NumeralForm::Digits;
    if scope.is_word(prior) && (!is_currency_end(scope, prior) || one_digit || is_goal(scope, prior, first)) {
        let number =
            scope.has(prior, Table::Number) || cue(scope, prior, NumeralCue::Year) && read.form != NumeralForm::Digits;
        return (!number).then_some(Role::Code);
    }
    // "UTC+0900"
    if scope.is(prior, "+") && cue(scope, prior.wrapping_sub(1), NumeralCue::Clock) {
        return Some(Role::Clock);
    }
    // "P5+1", "ASEAN+3": those in it and one more.
    if scope.is(prior, "+") && scope.token(prior).glued && scope.token(first).kind == TokenKind::Number {
        let joined = scope.is_word(prior.wrapping_sub(1)) || scope.is_number(prior.wrapping_sub(1));
        return joined.then_some(Role::Code);
    }
    // "K2-18": a code goes on.
    let coded = prior > 1
        && scope.is_number(prior - 1)
        && scope.token(prior - 1).glued
        && scope.is_word(prior - 2)
        && scope.token(prior - 2).span.len() <= 3
        && !is_currency_end(scope, prior - 2);
    if is_hyphen(scope.word(prior)) && scope.token(prior).glued && coded {
        return Some(Role::Name);
    }
    // "COVID-19", "F-16", "TA-35": a word with a capital, a hyphen, digits.
    if is_hyphen(scope.word(prior)) && scope.token(prior).glued {
        let word = scope.token(prior.wrapping_sub(1));
        let capital = word.kind == TokenKind::Word && (word.is_capital() || word.case == Case::Mixed);
        let minus = scope.is_any(prior.wrapping_sub(1), "minus sub under over pre mid plus approx");
        let number = scope.has(prior.wrapping_sub(1), Table::Number) || is_currency_end(scope, prior.wrapping_sub(1));
        let minus = minus || scope.is_any(prior.wrapping_sub(1), "to now about roughly nearly magnitude in foot");
        // "COVID-19", "last-32" and "catch-22" are names of things, "minus-5" and "to-260,000" are numbers.
        // "5kg-10kg"
        let number = number || word.glued && scope.is_number(prior.wrapping_sub(2));
        let plain = first == last
            && scope.word(first).len() <= 3
            && !scope.has(last + 1, Table::Unit)
            && !scope.has(prior.wrapping_sub(1), Table::Stop);
        let team = scope.is_any(prior.wrapping_sub(1), "under over") && scope.is_any(last + 1, TEAMS);
        if team {
            return Some(Role::Name);
        }
        if word.kind == TokenKind::Word && (capital || scope.is_word(last + 1) || plain) && !minus && !number {
            let month = cue(scope, prior.wrapping_sub(1), NumeralCue::Month);
            return Some(if month { Role::Date } else { Role::Name });
        }
        if word.kind == TokenKind::Word && scope.is(prior.wrapping_sub(1), "mid") {
            return Some(Role::Date);
        }
    }
    // "#1", but "#5.6 million" where a wire folds the sign of the pound.
    let pounds = read.form == NumeralForm::Mixed || scope.word(last).contains('.');
    (scope.is(prior, "#") && !pounds).then_some(Role::Name)
}

/// "COP26", "SDG 13": conferences and goals that have the letters of a currency, of which nobody counts so few.
fn is_goal(scope: &Scope<'_>, prior: TokenId, first: TokenId) -> bool {
    matches!(scope.word(prior), "COP" | "SDG") && scope.word(first).len() <= 2
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
            let before = |row: &CurrencyRow<'_>| {
                row.side == Side::Before || hit.len == 1 && row.code.len() == 3 && scope.word(start) == row.code
            };
            let whole = row.is_some_and(|row| {
                before(row) && (!row.short || !scope.token(start).glued || scope.is(start.wrapping_sub(1), "("))
            });
            whole && start + TokenId::from(hit.len) == at + 1
        })
    })
}

/// "1." or "(1)" at the beginning of a block, with a gap behind it.
fn is_list_marker(scope: &Scope<'_>, first: TokenId, last: TokenId, digits: bool) -> bool {
    let sentence = scope.document.sentences.get(scope.document.sentence_of(first) as usize);
    let block = sentence.and_then(|s| scope.document.blocks.get(s.block as usize)).map_or(0, |b| b.tokens.start);
    let opened = first == block + 1 && scope.is(block, "(");
    let closes = scope.is_sign(last + 1, ".):") && scope.token(last + 1).glued;
    digits
        && first == last
        && (first == block || opened)
        && closes
        && !scope.token(last + 2).glued
        && last + 2 < sentence.and_then(|s| scope.document.blocks.get(s.block as usize)).map_or(0, |b| b.tokens.end)
        && scope.word(first).len() <= 3
}

/// "1) a plan; 2) a goal", "(1) it rained, (2) it snowed": the marker of an item inside a sentence.
fn is_inner_marker(scope: &Scope<'_>, first: TokenId, last: TokenId, digits: bool) -> bool {
    const REACH: TokenId = 30;
    let floor = scope.document.sentence_tokens(first).start.max(first.saturating_sub(REACH));
    let next = last + 2;
    let closes = scope.is(last + 1, ")") && scope.token(last + 1).glued && scope.is_word(next);
    if !digits || first != last || scope.word(first).len() > 2 || !closes || scope.token(next).glued {
        return false;
    }
    let opened = first > floor && scope.is(first - 1, "(");
    let lead = first.wrapping_sub(1 + TokenId::from(opened));
    let listed = scope.is_sign(lead, ":;,") || scope.is_any(lead, "and or");
    // Without its own bracket it must not close the bracket of others: "(up from 3)".
    let bracket = (floor..first).rev().map(|t| scope.word(t)).find(|word| matches!(*word, "(" | ")"));
    if opened { listed && scope.token(next).case == Case::Lower } else { bracket != Some("(") }
}

/// "Articles 5 and 6", "the A300 and 747", "routes 4, 6 and 9": what is joined to part of a name, and counts
/// nothing itself, is part of one as well.
pub fn beside(scope: &Scope<'_>, prior: Option<&Mention<Numeral>>, first: TokenId, last: TokenId) -> Option<Role> {
    let prior = prior.filter(|p| matches!(p.value.role, Role::Name | Role::Code))?;
    let (link, next) = (prior.tokens.1 + 1, last + 1);
    let joins = |t: TokenId| scope.is_any(t, "and or & to");
    let goes_on = |t: TokenId| (joins(t) || scope.is(t, ",")) && scope.is_number(t + 1);
    let joined = first == link + 1
        && (joins(link) || is_hyphen(scope.word(link)) || scope.is(link, ",") && goes_on(next))
        || first == link + 2 && scope.is(link, ",") && joins(link + 1);
    let plain =
        first == last && scope.is_number(first) && !scope.word(first).contains(',') && scope.is_number(link - 1);
    let ends = !scope.is_word(next) && !scope.has(next, Table::Unit)
        || scope.has(next, Table::Stop) && !scope.is_any(next, "more other others in");
    (joined && plain && ends).then_some(prior.value.role)
}

/// A plural without an s, by the table.
fn is_plural(scope: &Scope<'_>, at: TokenId) -> bool {
    let row = scope.hits.longest(at, Table::Word).and_then(|(_, row)| scope.lexicon.rows.words.get(row));
    row.is_some_and(|row| row.class == crate::pack::WordClass::Plural)
}
