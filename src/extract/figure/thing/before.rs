//! What a figure is of, before it: "a fine of $5m", "boost the reach by 20 km".

use super::super::amount::Amount;
use super::{BESIDE, is_time};
use crate::extract::phrase::{Class, NounPhrase, class, phrase_before, whole};
use crate::extract::{Figure, Measure, Mention, Scope};
use crate::lex::TokenId;
use crate::pack::Table;

/// The noun that governs a figure through a preposition: "a fine of $5m", "winds of 75 mph", "goods worth $3m".
pub(super) fn governor(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let mut at = first.checked_sub(1).filter(|t| *t >= floor)?;
    // "a point below 90 metres", "walls over nine metres tall"
    if scope.is_any(first, "below above under over exceeding beneath")
        && let Some(phrase) = phrase_before(scope, at, floor)
    {
        return Some(phrase);
    }
    // "an earthquake of a reported magnitude 4.9"
    if scope.is_any(at, "reported estimated total combined preliminary record") && at > floor {
        at -= 1;
    }
    // "a majority of just three"
    if class(scope, at) == Class::Determiner || scope.is_any(at, "just only merely") {
        at = at.checked_sub(1).filter(|t| *t >= floor)?;
    }
    // "over the course of three days"
    if scope.is(at, "of") && at > floor + 2 && scope.is_any(at - 1, "course span") && scope.is(at - 3, "over") {
        at -= 3;
    }
    // "a stone weighing 20 kg", "a seat costs $40"
    const MEASURING: &str = "of worth lasting costs costing weighing measuring totalling totaling numbering averaging \
    exceeding";
    if !scope.is_any(at, MEASURING) && !scope.is_any(at, "at for over") {
        return None;
    }
    // "prison for 40 years", but "worked for three years" is a deed, and "for" alone gives a reason.
    let time = scope.has(first + 1, Table::Unit) || scope.has(first + 2, Table::Unit);
    if scope.is_any(at, "for over") && !time {
        return None;
    }
    let of = scope.is_any(at, MEASURING);
    let at = at.checked_sub(1).filter(|t| *t >= floor)?;
    let mut phrase = phrase_before(scope, at, floor)?;
    // "losses in its stores for several years": where it was is not what lasted.
    if !of && scope.is(at + 1, "for") {
        phrase = past_place(scope, phrase, floor)?;
    }
    // "led the province for eleven years": an object of the verb did not last.
    let article = phrase.first.checked_sub(1).filter(|t| *t > floor && class(scope, *t) == Class::Determiner);
    if scope.is(at + 1, "for") && article.is_some_and(|t| matches!(class(scope, t - 1), Class::Past | Class::Verb)) {
        return None;
    }
    // "moving northeast at 20 mph"
    if scope.is(at + 1, "at") && scope.is_any(phrase.head, BESIDE) || scope.is(phrase.head, "ahead") {
        return None;
    }
    // "its value, in the range of": a word of size hands on to what stands before it.
    if scope.is_any(phrase.head, "range amount region sum") && phrase.first > floor + 2 {
        let article = TokenId::from(class(scope, phrase.first - 1) == Class::Determiner);
        let before = phrase.first - article - 1;
        if before > floor && scope.is_any(before, "in to at") {
            return phrase_before(scope, before - 1, floor).map(|p| whole(scope, p.last, floor));
        }
    }
    let vague = scope.is_any(
        phrase.head,
        "total average course maximum minimum range order rate end age ages amount excess minimum \
                estimate course dozens hundreds",
    );
    (of || matches!(class(scope, phrase.head), Class::Noun)).then_some(phrase).filter(|_| !vague)
}

/// What a measure is said of through a preposition: "a long drought over the past decade", "boost the
/// reach by 20 km", "yields to 8 per cent".
pub(super) fn object(
    scope: &Scope<'_>,
    amount: &Amount,
    first: TokenId,
    before: &[Mention<Figure>],
) -> Option<NounPhrase> {
    let sentence = scope.document.sentence_tokens(first).start;
    // What belongs to the figure before is not what this one is of.
    let floor = before.last().map_or(sentence, |f| sentence.max(f.tokens.1 + 1));
    let mut at = first;
    while at > floor
        && (class(scope, at - 1) == Class::Determiner || scope.is_any(at - 1, "last past next first coming previous"))
    {
        at -= 1;
    }
    let preposition = at.checked_sub(1).filter(|t| *t > floor)?;
    let words: &str = match amount.measure {
        Measure::Duration => "for in over during within by throughout",
        _ => "by to from at",
    };
    if !scope.is_any(preposition, words) {
        return None;
    }
    // "lowered the forecast for 2019 to 2%": past what tells when.
    let mut end = preposition - 1;
    while end > floor + 2 && (class(scope, end) == Class::Number || is_time(scope, end)) {
        let article = TokenId::from(class(scope, end - 1) == Class::Determiner);
        if class(scope, end - 1 - article) != Class::Preposition {
            break;
        }
        end = (end - 2 - article).max(floor);
    }
    let mut phrase = paired(scope, end, floor)?;
    if amount.measure == Measure::Duration {
        phrase = past_place(scope, phrase, floor)?;
    }
    let phrase = NounPhrase { last: phrase.last, ..whole(scope, phrase.head, floor) };
    // "in the quarter", "last year": when, not what; "moved north at 40 mph".
    (!is_time(scope, phrase.head) && !scope.is_any(phrase.head, BESIDE) && !scope.has(phrase.head, Table::Number))
        .then_some(phrase)
}

/// "droughts in the valley over the past decade": where it was is not what lasted.
fn past_place(scope: &Scope<'_>, phrase: NounPhrase, floor: TokenId) -> Option<NounPhrase> {
    let mut link = phrase.first.saturating_sub(1);
    while link > floor && matches!(class(scope, link), Class::Determiner | Class::Pronoun) {
        link -= 1;
    }
    if link > floor && scope.is_any(link, "in across at from with against on") {
        return paired(scope, link - 1, floor);
    }
    Some(phrase)
}

/// "cut the number of buses to five": what a verb brings to a count, whose own noun is not said again.
pub(super) fn brought(scope: &Scope<'_>, first: TokenId, before: &[Mention<Figure>]) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    // "beat Leeds 45 points to 24": what belongs to the figure before is left to it.
    let floor = before.last().map_or(floor, |f| floor.max(f.tokens.1 + 2));
    let preposition = first.checked_sub(1).filter(|t| *t > floor && scope.is_any(*t, "to at"))?;
    // "the toll, earlier put at 17,"
    let mut open = preposition - 1;
    while open > floor && (scope.is_any(open, "put estimated earlier once previously first")) {
        open -= 1;
    }
    if scope.is(preposition, "at") && open + 1 < preposition && open > floor && scope.is(open, ",") {
        return phrase_before(scope, open - 1, floor);
    }
    let near = phrase_before(scope, preposition - 1, floor)?;
    let phrase = whole(scope, near.head, floor);
    let mut verb = phrase.first;
    while verb > floor && matches!(class(scope, verb - 1), Class::Determiner | Class::Pronoun | Class::Possessive) {
        verb -= 1;
    }
    let verb = verb.checked_sub(1).filter(|t| *t >= floor)?;
    let brings = matches!(class(scope, verb), Class::Past | Class::Verb | Class::Ing) || scope.has(verb, Table::Trend);
    (brings && class(scope, phrase.head) != Class::Name).then_some(phrase)
}

/// "the rounds after the first three": the plural before.
pub(super) fn among(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start.max(first.saturating_sub(8));
    let leans = first >= floor + 3
        && scope.is_any(first - 1, "first last other remaining latest next previous")
        && matches!(class(scope, first - 2), Class::Determiner | Class::Pronoun);
    let plural = (floor..first).rev().find(|t| class(scope, *t) == Class::Plural).filter(|_| leans)?;
    phrase_before(scope, plural, floor)
}

/// "the sea wall, 3 km of which collapsed": what stands before the comma.
pub(super) fn of_which(scope: &Scope<'_>, first: TokenId, after: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let which = scope.is(after, "of") && scope.is_any(after + 1, "which whom");
    let comma = first.checked_sub(1).filter(|t| which && *t > floor && scope.is(*t, ","))?;
    phrase_before(scope, comma - 1, floor)
}

/// "a mass one-fifth that of the sun": what a share of something else is said of.
pub(super) fn share_of(scope: &Scope<'_>, amount: &Amount, first: TokenId, after: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let other = amount.measure == Measure::Ratio && scope.is_any(after, "that the");
    (other && first > floor).then(|| phrase_before(scope, first - 1, floor)).flatten()
}

/// "Cases have more than doubled to 1,140 from 512": whether a subject in the plural is what rose or fell to a count.
pub(super) fn risen(scope: &Scope<'_>, first: TokenId, subject: NounPhrase) -> bool {
    let verb = first.wrapping_sub(2);
    scope.is_any(first.wrapping_sub(1), "to from by")
        && (scope.has(verb, Table::Trend) || scope.is_any(verb, "doubled tripled trebled quadrupled halved"))
        && class(scope, subject.head) == Class::Plural
}

/// "a crowd 7,000 strong"
pub(super) fn strong(scope: &Scope<'_>, first: TokenId, after: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    (first > floor && scope.is(after, "strong")).then(|| phrase_before(scope, first - 1, floor)).flatten()
}

/// "many new cases, including 165 in a day", "the most medals, with 14": what stands before the comma.
pub(super) fn listed(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let comma = first.checked_sub(2).filter(|t| *t > floor && scope.is(*t, ","))?;
    if !scope.is_any(first - 1, "including with") {
        return None;
    }
    let near = phrase_before(scope, comma - 1, floor).filter(|p| class(scope, p.head) != Class::Name)?;
    Some(whole(scope, near.head, floor)).filter(|p| class(scope, p.head) == Class::Plural)
}

/// The noun phrase that ends at a token; behind a noun and "and" a word in -ing is a noun: "chaos and suffering".
fn paired(scope: &Scope<'_>, at: TokenId, floor: TokenId) -> Option<NounPhrase> {
    if class(scope, at) != Class::Ing || at < floor + 2 || !scope.is(at - 1, "and") {
        return phrase_before(scope, at, floor);
    }
    phrase_before(scope, at - 2, floor).map(|phrase| NounPhrase { last: at, ..phrase })
}
