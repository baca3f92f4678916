//! On which side of now a date lies, by the verbs around it.

use crate::extract::phrase::{Class, class};
use crate::extract::{Scope, Tense};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{CalendarKind, Table};

/// How far to look back and on, in tokens.
const BACK: TokenId = 24;
const ON: TokenId = 10;
/// Tokens of an insertion between commas, at most.
const INSERTION: TokenId = 18;

/// The tense of the nearest verb before an expression in its sentence, else of the first one after. What is done
/// "by" or "until" a day may lie ahead of any verb: "a program to repay the loan by May".
pub fn around(scope: &Scope<'_>, first: TokenId, last: TokenId) -> Tense {
    let tense = of_verbs(scope, first, last);
    let ends = first > 0 && scope.is_any(first - 1, "by until through");
    if ends && tense == Tense::Past { Tense::Open } else { tense }
}

fn of_verbs(scope: &Scope<'_>, first: TokenId, last: TokenId) -> Tense {
    let sentence = scope.document.sentence_tokens(first);
    let low = sentence.start.max(first.saturating_sub(BACK));
    let mut at = first;
    while at > low {
        at -= 1;
        // "The team, who won on Friday, will play": what is inserted between commas is told apart.
        if scope.word(at) == ","
            && goes_on(scope, at + 1)
            && let Some(open) = (low.max(at.saturating_sub(INSERTION))..at).rev().find(|t| scope.word(*t) == ",")
            && scope.is_any(open + 1, "who which whose where")
        {
            at = open;
        }
        // A quotation or a semicolon parts clauses.
        if matches!(scope.word(at), ";" | "”" | "\"") {
            break;
        }
        if let Some(tense) = of(scope, at) {
            return tense;
        }
    }
    (last + 1..sentence.end.min(last + 1 + ON)).find_map(|at| of(scope, at)).unwrap_or(Tense::Open)
}

/// Whether the clause around an insertion can go on with this word: "…, will", "…, in".
fn goes_on(scope: &Scope<'_>, at: TokenId) -> bool {
    matches!(class(scope, at), Class::Verb | Class::Past | Class::Auxiliary | Class::Preposition | Class::Adverb)
}

/// What one word tells.
fn of(scope: &Scope<'_>, at: TokenId) -> Option<Tense> {
    let token = scope.token(at);
    if token.kind != TokenKind::Word {
        return None;
    }
    // "May" is a month, "may" is not.
    if scope.has(at, Table::Calendar) && !(scope.is(at, "may") && token.is_capital()) {
        let rows = &scope.lexicon.rows.calendar;
        let hit = scope.hits.at(at).iter().filter(|hit| hit.sense.table == Table::Calendar);
        let row = hit.filter_map(|hit| rows.get(usize::from(hit.sense.row))).find(|row| {
            row.kind == CalendarKind::Tense
                || row.kind == CalendarKind::Deictic && row.code.is_empty() && row.number != 0
        });
        // "had been due to expire on Friday": what was to come is past.
        let before_past = at > 1 && scope.is(at - 1, "been") && scope.is(at - 2, "had");
        if let Some(row) = row {
            // "will have a meeting": the auxiliary before tells it.
            if scope.is_any(at, "have be") && at > 0 && scope.is_any(at - 1, "will shall won't won’t") {
                return Some(Tense::Future);
            }
            // "due to the rain" is a cause; "was to meet on Monday" does not tell whether it did.
            let caused = scope.is(at, "due") && scope.is(at + 1, "to") && scope.has(at + 2, Table::Stop);
            let was_to = at > 1 && scope.is(at - 1, "to") && scope.is_any(at - 2, "was were");
            if caused || was_to && row.number > 0 {
                return None;
            }
            // "did not reopen": what did not happen is past.
            let did = (1..=2).any(|back| at >= back && scope.is_any(at - back, "did didn't didn’t"));
            if before_past || did {
                return Some(Tense::Past);
            }
            // "would be paid in May": the auxiliary before tells it.
            if row.number < 0 && at > 0 && scope.is_any(at - 1, "be is are being") {
                return None;
            }
            return Some(if row.number < 0 { Tense::Past } else { Tense::Future });
        }
    }
    let word = scope.word(at);
    if word.ends_with("'ll") || word.ends_with("’ll") {
        return Some(Tense::Future);
    }
    // A regular past form, unless it is a participle after a form of "be" or "to be".
    let regular = token.case == Case::Lower && word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    let passive = at > 0 && scope.is_any(at - 1, "be is are being a an the");
    (regular && !passive).then_some(Tense::Past)
}
