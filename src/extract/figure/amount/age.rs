//! Ages: what makes a number of years, or a number alone, the age of somebody.

use super::{Amount, after};
use crate::base::Decimal;
use crate::extract::{EntityKind, Measure, NumeralForm, Scope, Unit, phrase};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// "22-year-old", "three weeks old", "aged 28", "Kim, 33,".
pub(super) fn age(scope: &Scope<'_>, amount: &mut Amount) {
    let next = after(scope, amount.last);
    if amount.measure == Measure::Duration {
        let plural_olds = scope.is_any(next, "old olds");
        let of_age = scope.is(next, "of") && scope.is(next + 1, "age");
        // "infants under six months"
        let under = amount.first > 1
            && scope.is_any(amount.first - 1, "under over above below")
            && scope.is_any(amount.first - 2, AGED)
            && matches!(amount.unit.code, "a" | "mo" | "wk");
        if under {
            amount.measure = Measure::Age;
        } else if plural_olds || of_age {
            amount.last = next + TokenId::from(of_age);
            amount.measure = Measure::Age;
        }
        return;
    }
    // "turning dozens of homes"
    if amount.form == NumeralForm::Vague && amount.low >= Decimal::whole(10) {
        return;
    }
    if amount.measure != Measure::Count || amount.low > Decimal::whole(120) || amount.low.exponent != 0 {
        return;
    }
    if (is_aged(scope, amount) && !scope.has(amount.last + 1, Table::Unit)) || is_apposition(scope, amount) {
        as_age(amount);
    }
}

/// Nouns for somebody whose age may follow, besides those of offices and callings.
const PEOPLE: &str = "driver man woman boy girl father mother teacher resident student victim wife husband son \
    daughter suspect brother sister grandson granddaughter grandmother grandfather nephew \
    niece uncle aunt cousin partner girlfriend boyfriend friend passenger survivor neighbour \
    neighbor worker baby toddler teenager twin stepson stepdaughter";

/// Makes an amount an age in years.
pub fn as_age(amount: &mut Amount) {
    amount.measure = Measure::Age;
    amount.unit = Unit::of("a", "year", "years");
}

/// Those of whom a bare number behind "under" or "over" tells the age.
const AGED: &str =
    "people children kids adults women men boys girls those anyone everyone voters infants babies toddlers";

/// Whether the words before a number make it an age: "aged about 68", "at the age of 10", "he was 86."
fn is_aged(scope: &Scope<'_>, amount: &Amount) -> bool {
    let floor = scope.document.sentence_tokens(amount.first).start;
    let mut at = amount.first;
    // Past "about", "between", "from".
    while at > floor
        && (scope.has(at - 1, Table::Qualifier) || scope.is_any(at - 1, "between from"))
        && at + 4 > amount.first
    {
        at -= 1;
    }
    let word = |back: TokenId, list: &str| at >= floor + back && scope.is_any(at - back, list);
    if word(1, "aged age ages turned turning") || word(1, "of to at in") && word(2, "age ages") {
        return true;
    }
    // "At 62, she ran for mayor."
    let at_age = word(1, "at")
        && (at == floor + 1 || scope.word(at.wrapping_sub(2)) == ",")
        && scope.word(amount.last + 1) == ","
        && scope.is_any(amount.last + 2, "he she");
    if at_age {
        return true;
    }
    // "She signed her first contract at 15."
    let young =
        amount.low >= Decimal::whole(5) && amount.low < Decimal::whole(100) && amount.form != NumeralForm::Vague;
    let object = at > floor + 1
        && phrase::class(scope, at - 2) == phrase::Class::Noun
        && !scope.has(at - 2, Table::Trend)
        && !scope.is_any(at - 2, "price share stock rate level score total number time");
    if word(1, "at") && young && object && scope.is_sign(amount.last + 1, ".,;") {
        return (floor.max(at.saturating_sub(16))..at).any(|t| scope.is_any(t, "he she"));
    }
    // "He was 86.", "when she was about 57": a person, a copula, and nothing that the number counts.
    let ends = scope.is_sign(amount.last + 1, ".,;”\")")
        || scope.is_any(amount.last + 1, "when at and years on in now") && !scope.token(amount.last + 1).is_capital();
    // "children under five", "people over 65"
    let next = amount.last + 1;
    let verb = matches!(phrase::class(scope, next), phrase::Class::Past | phrase::Class::Verb);
    let free = !scope.is_word(next) || scope.has(next, Table::Stop) || verb;
    if at < amount.first && free && scope.is_any(at, "under over below above") && word(1, AGED) {
        return true;
    }
    let adverb = TokenId::from(word(1, "just only now then already still"));
    at -= adverb;
    let word = |back: TokenId, list: &str| at >= floor + back && scope.is_any(at - back, list);
    let short = word(1, "'s ’s") && word(2, "he she who");
    let copula = short || word(1, "was is am") || word(1, "be been") && word(2, "would have will");
    if copula && word(1, "be been") {
        while at > floor && scope.is_any(at - 1, "be been have would will") {
            at -= 1;
        }
        at += 1;
    }
    let word = |back: TokenId, list: &str| at >= floor + back && scope.is_any(at - back, list);
    if !ends || !copula || amount.low > Decimal::whole(115) {
        return false;
    }
    let named = || {
        phrase::subject(scope, at)
            // "The former drummer of the band was 78."
            .is_some_and(|s| is_person(scope, s.last) || is_person(scope, s.head) || scope.has(s.head, Table::Title))
    };
    word(2, "he she i who") || at >= floor + 2 && (is_person(scope, at - 2) || named())
}

/// Whether a person's name ends at a token.
pub fn is_person(scope: &Scope<'_>, last: TokenId) -> bool {
    let names = &scope.found.names;
    let index = names.partition_point(|name| name.tokens.0 <= last);
    let name = index.checked_sub(1).and_then(|index| names.get(index));
    name.is_some_and(|name| name.tokens.1 == last && name.value.kind == EntityKind::Person)
}

/// Whether a token ends a name that is no person's.
fn is_other(scope: &Scope<'_>, last: TokenId) -> bool {
    let index = scope.found.names.partition_point(|name| name.tokens.0 <= last);
    let name = index.checked_sub(1).and_then(|index| scope.found.names.get(index));
    name.is_some_and(|name| name.tokens.1 == last && name.value.kind != EntityKind::Person)
}

/// "Berg, 66, has": a whole number between commas behind a name.
fn is_apposition(scope: &Scope<'_>, amount: &Amount) -> bool {
    let (mut first, last) = (amount.first, amount.last);
    let number = first;
    first -= TokenId::from(first > 2 && scope.is_any(first - 1, "now then"));
    if first < 2 || number != last || !scope.is_number(number) || amount.low < Decimal::whole(1) {
        return false;
    }
    let comma = scope.is(first - 1, ",");
    let open = scope.is(first - 1, "(") && scope.is(last + 1, ")");
    let name = scope.token(first - 2);
    let named =
        name.is_capital() && name.kind == TokenKind::Word && scope.hits.longest(first - 2, Table::Cue).is_none()
            || name.kind == TokenKind::Word && (scope.is_any(first - 2, PEOPLE) || scope.has(first - 2, Table::Title));
    // "… of the Leeds diocese, 79, died"
    let died = comma && scope.is(last + 1, ",") && scope.is_any(last + 2, "died dies");
    let double = first >= 3 && scope.token(first - 3).is_capital();
    let lone = || !scope.has(first - 2, Table::Place) && !is_other(scope, first - 2);
    let person = died || is_person(scope, first - 2) || named && (double || lone());
    let closes =
        scope.is_sign(last + 1, ",;.”\"") || scope.is_any(last + 1, "from of who was has is had said died told on");
    // "Ann Berg and Tom Gray, 40 and 49, were"
    let pair = scope.is(last + 1, "and")
        && scope.is_number(last + 2)
        && scope.is_sign(last + 3, ",.)")
        && (first.saturating_sub(6)..first).any(|t| scope.is(t, "and"));
    let closes = closes || pair;
    // A list of names with numbers ("Leeds 3, Derby 20, …") and "Smith, 20, 30" are none.
    let listed = scope.is(last + 1, ",") && scope.is_number(last + 2);
    let months = scope.document.sentence_of(first) == scope.document.sentence_of(first - 2);
    person && !listed && months && (comma && closes || open && amount.low >= Decimal::whole(5))
}
