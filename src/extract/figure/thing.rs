//! What a figure counts or measures, what is said to happen to it, and whose it is.

use super::amount::Amount;
use crate::base::Decimal;
use crate::extract::phrase::{Class, NounPhrase, class, noun_phrase, phrase_before, subject, whole};
use crate::extract::{EntityKind, Figure, Measure, Mention, NameForm, Scope};
use crate::lex::{TokenId, TokenKind};
use crate::pack::Table;

/// What stands around a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    /// What is counted or measured.
    pub thing: Option<NounPhrase>,
    /// What happens to it: "killed", "were arrested".
    pub deed: Option<(TokenId, TokenId)>,
    /// Whose it is.
    pub whose: Option<NounPhrase>,
}

/// Finds what an amount counts; its words run from `first` to before `after`.
pub fn counted(
    scope: &Scope<'_>,
    amount: &Amount,
    first: TokenId,
    after: TokenId,
    before: &[Mention<Figure>],
) -> Counted {
    let owner = owner(scope, first);
    let subject = subject(scope, first);
    let count = matches!(amount.measure, Measure::Count | Measure::Ratio | Measure::Percent)
        || amount.measure == Measure::Rate && amount.unit.code.is_empty();
    let thing = match amount.measure {
        Measure::Age => measured(scope, amount, after).or_else(|| person(scope, first, subject)),
        _ if count => behind(scope, after)
            .or_else(|| governor(scope, first))
            .or_else(|| if amount.measure == Measure::Percent { object(scope, amount, first, before) } else { None })
            .or_else(|| subject.filter(|s| scope.is_any(s.head, TOTALS)))
            .or_else(|| if amount.measure == Measure::Count { ellipsis(scope, first, after, before) } else { None }),
        // "winds of 90 mph hit": what a measure is of, before what stands behind it.
        _ if first > 0 && scope.is(first - 1, "of") && governor(scope, first).is_some() => governor(scope, first),
        _ => measured(scope, amount, after)
            .or_else(|| governor(scope, first))
            .or_else(|| further(scope, amount, after))
            .or_else(|| object(scope, amount, first, before)),
    };
    let thing = thing.map(|t| if count && t.last >= after { placed(scope, t) } else { t });
    let deed = match amount.measure {
        Measure::Age | Measure::Score => None,
        _ if count => deed_behind(scope, thing.map_or(after, |t| if t.last >= after { t.last + 1 } else { after }))
            .or_else(|| deed_before(scope, first)),
        // "spent 15 years fighting"
        Measure::Duration if class(scope, after) == Class::Ing => Some((after, after)),
        _ => deed_before(scope, thing.filter(|t| t.last < first).map_or(first, |t| t.first)),
    };
    // "19,104 of the employees served as agents": what they are counted as.
    let role = deed
        .filter(|d| count && d.0 >= after && scope.is(d.1 + 1, "as"))
        .and_then(|d| noun_phrase(scope, d.1 + 2 + TokenId::from(class(scope, d.1 + 2) == Class::Determiner)));
    let thing = role.or(thing);
    let phrase = thing.or(if deed.is_some() && amount.measure == Measure::Count { None } else { subject });
    // "a survey of seven countries": what a count is of.
    let governed = thing.filter(|t| t.first >= after).and_then(|_| governor(scope, first));
    let whose = owner.or(governed).or(subject).filter(|o| phrase.is_none_or(|p| o.last < p.first || o.first > p.last));
    Counted { thing: phrase, deed, whose }
}

/// "people on board", "people within the fandom": a noun that says little takes the phrase behind it.
fn placed(scope: &Scope<'_>, phrase: NounPhrase) -> NounPhrase {
    let general = scope.is_any(phrase.head, &["people", "person", "persons", "others", "ones", "victims", "members"]);
    let prep = phrase.last + 1;
    if !general || !scope.is_any(prep, &["in", "on", "within", "with", "from", "of", "at", "inside", "aboard", "under"])
    {
        return phrase;
    }
    let article = TokenId::from(class(scope, prep + 1) == Class::Determiner);
    let tail = noun_phrase(scope, prep + 1 + article);
    tail.filter(|t| !scope.has(t.first, Table::Calendar)).map_or(phrase, |t| NounPhrase { last: t.last, ..phrase })
}

/// Subjects that are the count themselves: "the toll rose to 12".
const TOTALS: &[&str] = &[
    "toll",
    "number",
    "total",
    "count",
    "tally",
    "figure",
    "turnout",
    "population",
    "attendance",
    "tolls",
    "numbers",
    "size",
];

/// The phrase behind a count or a share: "1,500 active-duty troops", "two-thirds of the seats".
fn behind(scope: &Scope<'_>, after: TokenId) -> Option<NounPhrase> {
    let mut at = after;
    // "three-judge court", "12-roll packs"
    if matches!(scope.word(at), "-" | "‑") && scope.token(at).glued && scope.token(at + 1).glued {
        return noun_phrase(scope, at + 1);
    }
    // "dozens and dozens of dice"
    if scope.is(at, "and") && scope.has(at + 1, Table::Number) && scope.is(at + 2, "of") {
        at += 2;
    }
    // Scare quotes around what is counted.
    at += TokenId::from(matches!(scope.word(at), "\"" | "“") && !scope.token(at).glued && scope.token(at + 1).glued);
    if scope.is(at, "of") {
        at += 1;
        // "19,104 of those employees", "all but one of the petitioners"
        while matches!(class(scope, at), Class::Determiner | Class::Pronoun | Class::Number) {
            at += 1;
        }
        // "30% of the country's adults": the owner is not what is counted.
        return owned(scope, at);
    }
    while scope.is_any(at, &["more", "other", "such", "very", "most", "additional", "further", "further", "of"]) {
        at += 1;
    }
    // "a caravan 7,000 strong"
    if scope.is_any(at, &["strong", "each", "apiece"]) {
        return None;
    }
    match class(scope, at) {
        Class::Verb if scope.word(at).ends_with('s') => noun_phrase(scope, at),
        Class::Verb | Class::Past | Class::Ing => {
            noun_phrase(scope, at).filter(|p| p.last > at && is_noun(scope, p.head))
        }
        Class::Noun | Class::Plural | Class::Name | Class::Adjective | Class::Adverb => {
            noun_phrase(scope, at).filter(|p| is_noun(scope, p.head))
        }
        _ => None,
    }
}

fn is_noun(scope: &Scope<'_>, at: TokenId) -> bool {
    matches!(class(scope, at), Class::Noun | Class::Plural | Class::Name | Class::Verb | Class::Ing)
}

/// The phrase, or behind a possessive the phrase that it owns: "the country's adults".
fn owned(scope: &Scope<'_>, at: TokenId) -> Option<NounPhrase> {
    let phrase = noun_phrase(scope, at)?;
    if class(scope, phrase.last + 1) == Class::Possessive {
        return noun_phrase(scope, phrase.last + 2).or(Some(phrase));
    }
    Some(phrase)
}

/// Past the conversion of a measure that stands in brackets: "(80 km)".
fn past_brackets(scope: &Scope<'_>, at: TokenId) -> TokenId {
    if scope.word(at) != "(" {
        return at;
    }
    (at + 1..at + 8).find(|t| scope.word(*t) == ")").map_or(at, |t| t + 1)
}

/// The phrase behind a measure: "$150,000 contract", "13 km of new tunnels", "22-year-old student".
fn measured(scope: &Scope<'_>, amount: &Amount, after: TokenId) -> Option<NounPhrase> {
    let mut at = past_brackets(scope, after);
    // The closing bracket of the conversion itself.
    at += TokenId::from(scope.word(at) == ")" && amount.measure != Measure::Age);
    let hyphen = class(scope, at) == Class::Hyphen || class(scope, amount.last.wrapping_sub(1)) == Class::Hyphen;
    at += TokenId::from(class(scope, at) == Class::Hyphen);
    let hyphen =
        hyphen || amount.low != Decimal::whole(1) && amount.last > amount.number.1 && is_singular(scope, amount.last);
    if scope.is_any(at, &["of", "in"]) || scope.is(at, "worth") && scope.is(at + 1, "of") {
        let inside = scope.is(at, "in");
        at += 1 + TokenId::from(scope.is(at, "worth"));
        let article = class(scope, at) == Class::Determiner;
        if inside && (article || amount.measure == Measure::Distance) {
            return None;
        }
        while matches!(class(scope, at), Class::Determiner | Class::Pronoun) {
            at += 1;
        }
        let place =
            |p: &NounPhrase| inside && (class(scope, p.head) == Class::Name || scope.has(p.first, Table::Calendar));
        return owned(scope, at).filter(|p| !place(p));
    }
    match class(scope, at) {
        Class::Noun | Class::Plural | Class::Name | Class::Adjective => {
            (!scope.is_any(at, BESIDE)).then(|| noun_phrase(scope, at)).flatten().filter(|p| is_noun(scope, p.head))
        }
        // "a 14-hour drive", "a 25-year-old building": behind a hyphen a verb's form is a noun.
        Class::Verb | Class::Ing if hyphen || amount.measure == Measure::Age => noun_phrase(scope, at),
        Class::Ing | Class::Past => noun_phrase(scope, at)
            .filter(|p| p.last > at && matches!(class(scope, p.head), Class::Noun | Class::Plural)),
        _ => None,
    }
}

/// Whether a unit's word is singular, which makes it an adjective behind "seven": "a seven hour drive".
fn is_singular(scope: &Scope<'_>, at: TokenId) -> bool {
    scope.word(at).len() > 2 && !scope.word(at).ends_with('s') && !scope.is_any(at, &["feet", "percent", "cent"])
}

/// Words behind a measure that are no noun it measures.
const BESIDE: &[&str] = &[
    "ago",
    "away",
    "long",
    "wide",
    "tall",
    "deep",
    "high",
    "thick",
    "earlier",
    "later",
    "old",
    "apart",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "ahead",
    "inland",
    "offshore",
    "early",
    "late",
    "today",
    "yesterday",
    "tomorrow",
    "each",
    "straight",
    "running",
    "northward",
    "southward",
    "worth",
    "south-east",
];

/// Directions and sizes behind a measure, and what they are measured from: "north of Bermuda", "tall".
fn further(scope: &Scope<'_>, amount: &Amount, after: TokenId) -> Option<NounPhrase> {
    let at = past_brackets(scope, after);
    let at = at + TokenId::from(scope.word(at) == ")");
    if !matches!(amount.measure, Measure::Distance | Measure::Money | Measure::Duration | Measure::Other) {
        return None;
    }
    if scope.is_any(at, &["long", "wide", "tall", "deep", "high", "thick"]) {
        return Some(NounPhrase { first: at, last: at, head: at });
    }
    let mut next = at;
    if amount.measure == Measure::Distance && scope.is_any(at, &["apart", "away"]) && !scope.is(at + 1, "from") {
        return Some(NounPhrase { first: at, last: at, head: at });
    }
    if amount.measure == Measure::Distance {
        // "away from", "north of", "off the coast of", "to the east of"
        while next < at + 4 && (scope.is_any(next, BESIDE) || scope.is_any(next, &["-", "the", "to"])) {
            next += 1;
        }
        if !scope.is_any(next, &["from", "of", "off"]) {
            return None;
        }
        next += 1;
    } else if amount.measure == Measure::Money && scope.is_any(at, &["from", "for", "towards"])
        || amount.measure == Measure::Duration && scope.is_any(at, &["after", "before", "until"])
    {
        next += 1;
    } else {
        return None;
    }
    while matches!(class(scope, next), Class::Determiner | Class::Pronoun) {
        next += 1;
    }
    let phrase = owned(scope, next)?;
    let first = if amount.measure == Measure::Distance { at } else { phrase.first };
    Some(NounPhrase { first, ..phrase })
}

/// The noun that governs a figure through a preposition: "a fine of $5m", "winds of 75 mph", "goods worth $3m".
fn governor(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let mut at = first.checked_sub(1).filter(|t| *t >= floor)?;
    if class(scope, at) == Class::Determiner {
        at = at.checked_sub(1).filter(|t| *t >= floor)?;
    }
    if !scope.is_any(at, &["of", "worth", "at", "for", "lasting"]) {
        return None;
    }
    // "prison for 40 years", but "worked for three years" is a deed, and "for" alone gives a reason.
    let time = scope.has(first + 1, Table::Unit) || scope.has(first + 2, Table::Unit);
    if scope.is(at, "for") && !time {
        return None;
    }
    let of = scope.is_any(at, &["of", "lasting", "worth"]);
    let at = at.checked_sub(1).filter(|t| *t >= floor)?;
    let phrase = phrase_before(scope, at, floor)?;
    // "its value, in the range of": a word of size hands on to what stands before it.
    if scope.is_any(phrase.head, &["range", "amount", "region", "sum"]) && phrase.first > floor + 2 {
        let article = TokenId::from(class(scope, phrase.first - 1) == Class::Determiner);
        let before = phrase.first - article - 1;
        if before > floor && scope.is_any(before, &["in", "to", "at"]) {
            return phrase_before(scope, before - 1, floor).map(|p| whole(scope, p.last, floor));
        }
    }
    let vague = scope.is_any(
        phrase.head,
        &[
            "total", "average", "course", "maximum", "minimum", "range", "order", "rate", "end", "age", "ages",
            "amount", "excess", "minimum", "estimate", "course", "dozens", "hundreds",
        ],
    );
    (of || matches!(class(scope, phrase.head), Class::Noun)).then_some(phrase).filter(|_| !vague)
}

/// Whose age it is: the name before a comma, the noun before "aged", else the subject, else the last
/// person named.
fn person(scope: &Scope<'_>, first: TokenId, subject: Option<NounPhrase>) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let mut at = first;
    let back = |at: TokenId, list: &[&str]| at > floor && scope.is_any(at - 1, list);
    let mut noun = false;
    while at > floor {
        let age = back(at, &["age", "ages"])
            || back(at, &["of", "in", "from"]) && at - 1 > floor && back(at - 1, &["age", "ages", "in"]);
        noun |= age;
        let skips = age
            || matches!(scope.word(at - 1), "," | "(")
            || back(
                at,
                &["aged", "just", "now", "then", "reportedly", "all", "both", "about", "around", "were", "was"],
            )
            || noun && back(at, &["the", "at", "in"]);
        if !skips {
            break;
        }
        at -= 1;
    }
    let beside = (at < first && at > floor).then(|| phrase_before(scope, at - 1, floor)).flatten();
    let beside = beside.filter(|p| !scope.has(p.head, Table::Calendar) && !scope.has(p.head, Table::Place));
    if let Some(found) = beside.or(subject) {
        return Some(found);
    }
    let names = &scope.found.names;
    let index = names.partition_point(|name| name.tokens.0 < first);
    let near = scope.document.sentence_of(first).saturating_sub(3);
    let name = names.get(..index)?.iter().rev().take(24).find(|name| {
        name.value.kind == EntityKind::Person && name.value.form == NameForm::Name && name.sentence >= near
    })?;
    Some(NounPhrase { first: name.tokens.0, last: name.tokens.1, head: name.tokens.1 })
}

/// What a measure is said of through a preposition: "widespread chaos over the last 4 years", "boost the
/// range by 35 miles", "margins to 64 per cent".
fn object(scope: &Scope<'_>, amount: &Amount, first: TokenId, before: &[Mention<Figure>]) -> Option<NounPhrase> {
    let sentence = scope.document.sentence_tokens(first).start;
    // What belongs to the figure before is not what this one is of.
    let floor = before.last().map_or(sentence, |f| sentence.max(f.tokens.1 + 1));
    let mut at = first;
    while at > floor
        && (class(scope, at - 1) == Class::Determiner
            || scope.is_any(at - 1, &["last", "past", "next", "first", "coming", "previous"]))
    {
        at -= 1;
    }
    let preposition = at.checked_sub(1).filter(|t| *t > floor)?;
    let words: &[&str] = match amount.measure {
        Measure::Duration => &["for", "in", "over", "during", "within", "by", "throughout"],
        _ => &["by", "to", "from", "at"],
    };
    if !scope.is_any(preposition, words) {
        return None;
    }
    let phrase = phrase_before(scope, preposition - 1, floor).map(|p| whole(scope, p.last, floor))?;
    // "in the quarter", "last year": when, not what.
    (!scope.has(phrase.head, Table::Calendar) && !scope.has(phrase.head, Table::Number)).then_some(phrase)
}

/// The thing of a count that stands without one: "gained 13 seats and lost 10".
fn ellipsis(scope: &Scope<'_>, first: TokenId, after: TokenId, before: &[Mention<Figure>]) -> Option<NounPhrase> {
    let sentence = scope.document.sentence_of(first);
    let open = matches!(
        class(scope, after),
        Class::Sign
            | Class::Preposition
            | Class::Conjunction
            | Class::Auxiliary
            | Class::Past
            | Class::Verb
            | Class::Number
            | Class::Adverb
            | Class::Adjective
            | Class::Pronoun
            | Class::Relative
    );
    if !open {
        return None;
    }
    let figure = before
        .iter()
        .rev()
        .take(6)
        .find(|m| m.sentence + 2 >= sentence && m.value.measure == Measure::Count && m.value.thing.is_some())?;
    // Across sentences only a number that opens its clause or follows "the" leans on what came before.
    let leans = figure.sentence == sentence
        || scope.document.sentence_tokens(first).start == first
        || matches!(class(scope, first.wrapping_sub(1)), Class::Determiner);
    let span = figure.value.thing.filter(|_| leans)?;
    let tokens = scope.document.tokens_in(span.span);
    let head = scope.document.tokens_in(span.head).start;
    Some(NounPhrase { first: tokens.start, last: tokens.end.saturating_sub(1), head })
}

/// What is said to happen to what is counted, behind it: "12 people were killed", "20 dead".
fn deed_behind(scope: &Scope<'_>, at: TokenId) -> Option<(TokenId, TokenId)> {
    let end = scope.document.sentence_tokens(at.wrapping_sub(1)).end.min(at + 7);
    let mut next = at;
    let mut passive = false;
    while next < end {
        match class(scope, next) {
            Class::Auxiliary => passive |= scope.is_any(next, &["be", "been", "was", "were", "are", "is"]),
            Class::Adverb => {}
            Class::Relative if scope.is_any(next, &["who", "that", "which"]) => {}
            Class::Determiner if scope.is(next, "that") => {}
            // "20 people said" is no deed of those who are counted, "20 people were reported killed" is.
            Class::Past | Class::Verb | Class::Ing if scope.has(next, Table::Speech) && !passive => return None,
            Class::Past | Class::Verb | Class::Ing => break,
            Class::Conjunction if scope.is(next, "or") && scope.is(next + 1, "more") => next += 1,
            Class::Adjective if scope.is_any(next, DEED_ADJECTIVES) => break,
            _ => return None,
        }
        next += 1;
    }
    if next >= end {
        return None;
    }
    let mut last = next;
    // "confirmed killed", "reported missing"
    while last + 1 < end && (class(scope, last + 1) == Class::Past || scope.is_any(last + 1, DEED_ADJECTIVES)) {
        last += 1;
    }
    Some((next, last))
}

/// Adjectives that say what happened.
const DEED_ADJECTIVES: &[&str] = &["dead", "injured", "wounded", "missing", "hurt", "homeless", "alive"];

/// The verb that has a figure as its object, or as its measure through a preposition: "killing three",
/// "served for four years".
fn deed_before(scope: &Scope<'_>, first: TokenId) -> Option<(TokenId, TokenId)> {
    let floor = scope.document.sentence_tokens(first).start.max(first.saturating_sub(4));
    let mut at = first;
    while at > floor {
        at -= 1;
        match class(scope, at) {
            Class::Adjective if scope.is_any(at, DEED_ADJECTIVES) => return Some((at, at)),
            Class::Past | Class::Ing | Class::Verb if scope.has(at, Table::Speech) => return None,
            Class::Past | Class::Ing | Class::Verb => return Some((at, at)),
            Class::Noun if scope.is_any(at, BESIDE) => {}
            Class::Adverb | Class::Determiner => {}
            Class::Preposition
                if scope.is_any(at, &["for", "by", "to", "at", "from", "in", "over", "after", "on", "up", "with"]) => {}
            Class::Adjective
                if scope.is_any(at, &["last", "past", "next", "first", "another", "other", "additional"]) => {}
            Class::Auxiliary if scope.token(at).kind == TokenKind::Word && at + 1 == first => {}
            _ => return None,
        }
    }
    None
}

/// The owner before a figure: "Tesla's 20 plants".
fn owner(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(first).start;
    let mut at = first.checked_sub(1).filter(|t| *t >= floor)?;
    if matches!(class(scope, at), Class::Adjective | Class::Noun) {
        at = at.checked_sub(1).filter(|t| *t >= floor)?;
    }
    if class(scope, at) != Class::Possessive {
        return None;
    }
    phrase_before(scope, at.checked_sub(1).filter(|t| *t >= floor)?, floor)
}
