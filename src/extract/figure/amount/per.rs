//! Rates: what an amount is per.

use super::{Amount, or_form, same_sentence};
use crate::extract::phrase::{Class, class};
use crate::extract::{Measure, Scope};
use crate::lex::{TokenId, TokenKind};
use crate::pack::{Dimension, Table};

/// What an amount is per: "per day", "a barrel", "/kg".
pub(super) fn per(scope: &Scope<'_>, amount: &mut Amount) {
    let mut at = amount.last + 1;
    // "$5-a-day", "52,000-barrel-a-day"
    let hyphened = |t: TokenId| scope.is(t, "-") && scope.joins(t);
    let joined = hyphened(at) && scope.is_any(at + 1, "a an per") && hyphened(at + 2);
    at += TokenId::from(joined);
    if !same_sentence(scope, amount.last, at) || amount.measure == Measure::Age {
        return;
    }
    let slash = scope.is(at, "/") && scope.token(at).glued;
    let per = scope.is(at, "per") || slash && scope.is_word(at + 1);
    let article = scope.is_any(at, "a an") && !matches!(amount.measure, Measure::Percent | Measure::Ratio);
    if !per && !article {
        return;
    }
    let mut next = at + 1 + TokenId::from(joined);
    // "per 100,000 people": the number belongs to what it is per.
    let count = per && scope.is_number(next);
    let start = next;
    next += TokenId::from(count);
    let row =
        scope.hits.longest(next, Table::Unit).and_then(|(len, row)| Some((len, scope.lexicon.rows.units.get(row)?)));
    let past = |end: TokenId| {
        scope.is_any(end, "ago later earlier before after old")
            || scope.is(end, "and") && scope.is_any(end + 1 + TokenId::from(scope.is(end + 1, "a")), "half quarter")
    };
    let (end, word) = match row {
        Some((len, row))
            if !count
                && (per
                    || row.dimension == Dimension::Time && !past(next + len)
                    || amount.measure == Measure::Money) =>
        {
            (next + len, or_form(row.word, row.forms, 0).to_owned())
        }
        _ => {
            let token = scope.token(next);
            // Hundreds are another figure, no measure.
            let vague = scope.has(next, Table::Number) && scope.word(next).ends_with('s');
            let thing = token.kind == TokenKind::Word && !scope.has(next, Table::Stop) && !vague;
            let sold = scope.is_any(
                next,
                "share person head piece ticket night unit bottle vote pop visit game pack dozen packet \
                student household passenger plate copy bag box vehicle car",
            );
            // "six per 100,000": what is counted there is not said again.
            if !thing && count && per {
                amount.unit.per = scope.word(start).replace(',', "");
                amount.last = start;
                amount.measure = Measure::Rate;
                return;
            }
            if !thing || article && !(amount.measure == Measure::Money && sold) {
                return;
            }
            // "per 1,000 live births"
            let described = per
                && matches!(class(scope, next), Class::Adjective | Class::Past | Class::Ing | Class::Verb)
                && matches!(class(scope, next + 1), Class::Noun | Class::Plural);
            let end = next + 1 + TokenId::from(described);
            let word = scope.document.slice(scope.document.span(next, end - 1)).to_lowercase();
            (end, if count { format!("{} {word}", scope.word(start).replace(',', "")) } else { word })
        }
    };
    if past(end) && article {
        return;
    }
    amount.unit.per = word;
    amount.last = end - 1;
    // "per 100,000 people per year"
    if count && scope.is_any(end, "per a") && scope.has(end + 1, Table::Unit) {
        amount.unit.per = format!("{}/{}", amount.unit.per, scope.word(end + 1));
        amount.last = end + 1;
    }
    amount.measure = Measure::Rate;
}

/// "tests per day", "deaths per 100,000 people a year": what a count is per, behind what it counts. Gives
/// the last token where a number belongs to it.
pub fn per_thing(scope: &Scope<'_>, amount: &mut Amount, thing: TokenId) -> Option<TokenId> {
    if let Some(unit) = recurs(scope, thing + 1) {
        amount.unit.per = unit.to_owned();
        amount.measure = Measure::Rate;
        return None;
    }
    let mut behind = Amount { last: thing, ..amount.clone() };
    per(scope, &mut behind);
    if behind.unit.per.is_empty() {
        return None;
    }
    amount.unit.per = behind.unit.per;
    amount.measure = Measure::Rate;
    let number = (thing + 1..=behind.last).any(|t| scope.is_number(t));
    number.then_some(behind.last)
}

/// The unit of time that a count comes again in, behind what it counts: "300 deaths annually", "40 ships are lost
/// each year".
fn recurs<'a>(scope: &Scope<'a>, thing: TokenId) -> Option<&'a str> {
    const ADVERBS: &[(&str, &str)] = &[
        ("annually", "year"),
        ("yearly", "year"),
        ("monthly", "month"),
        ("weekly", "week"),
        ("daily", "day"),
        ("hourly", "hour"),
    ];
    let end = scope.document.sentence_tokens(thing - 1).end.min(thing + 9);
    let mut passive = false;
    for at in thing..end {
        if let Some((_, unit)) = ADVERBS.iter().find(|(adverb, _)| scope.is(at, adverb)) {
            // "are held in daily classes"
            return (!scope.is_word(at + 1) || scope.has(at + 1, Table::Stop)).then_some(unit);
        }
        if scope.is_any(at, "each every") {
            let row = scope.hits.longest(at + 1, Table::Unit).and_then(|(_, row)| scope.lexicon.rows.units.get(row))?;
            return (row.dimension == Dimension::Time).then(|| or_form(row.word, row.forms, 0));
        }
        passive |= scope.is_any(at, "are is were was");
        if !passive || !scope.is_word(at) || class(scope, at) == Class::Conjunction {
            return None;
        }
    }
    None
}
