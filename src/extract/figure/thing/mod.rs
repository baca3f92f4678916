//! What a figure counts or measures, what is said to happen to it, and whose it is.

mod deed;
mod measured;

use super::amount::Amount;
use crate::extract::phrase::{Class, NounPhrase, class, noun_phrase, phrase_before, subject, whole};
use crate::extract::{EntityKind, Figure, Measure, Mention, NameForm, Scope};
use crate::lex::TokenId;
use crate::pack::Table;
use deed::{deed_before, deed_behind};
use measured::{further, measured};

/// What stands around a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    /// What is counted or measured.
    pub thing: Option<NounPhrase>,
    /// What happens to it: "killed", "were arrested".
    pub deed: Option<(TokenId, TokenId)>,
    /// Whose it is, where the text says so: "Tesla's 20 plants", "the town has two schools".
    pub whose: Option<NounPhrase>,
    /// What holds it ("a survey of seven countries"), or whom or what its clause speaks of.
    pub subject: Option<NounPhrase>,
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
    if amount.measure == Measure::Score {
        return Counted { thing: None, deed: None, whose: owner, subject };
    }
    let thing = match amount.measure {
        Measure::Age => measured(scope, amount, after).or_else(|| person(scope, first, subject)),
        // "Anna Berg, 2:05:46, and"
        Measure::Duration if scope.word(first + 1) == ":" && scope.word(first.wrapping_sub(1)) == "," => {
            person(scope, first, subject)
        }
        _ if count => behind(scope, after)
            .filter(|p| !is_when(scope, *p))
            .or_else(|| governor(scope, first))
            .or_else(|| if amount.measure == Measure::Percent { object(scope, amount, first, before) } else { None })
            .or_else(|| subject.filter(|s| scope.is_any(s.head, TOTALS)))
            .or_else(|| if amount.measure == Measure::Count { ellipsis(scope, first, after, before) } else { None }),
        // "winds of 90 mph hit": what a measure is of, before what stands behind it.
        _ if first > 0 && scope.is(first - 1, "of") && governor(scope, first).is_some() => governor(scope, first),
        _ => measured(scope, amount, after)
            .filter(|p| !is_when(scope, *p))
            .or_else(|| governor(scope, first))
            .or_else(|| further(scope, amount, after))
            .or_else(|| object(scope, amount, first, before)),
    };
    let thing = thing.map(|t| if count && t.last >= after { placed(scope, t) } else { t });
    let deed = match amount.measure {
        Measure::Age => None,
        _ if count => deed_behind(scope, thing.map_or(after, |t| if t.last >= after { t.last + 1 } else { after }))
            .or_else(|| deed_before(scope, first)),
        // "spent 15 years fighting"
        Measure::Duration if class(scope, after) == Class::Ing => Some((after, after)),
        _ => deed_before(scope, thing.filter(|t| t.last < first).map_or(first, |t| t.first)),
    };
    // "19,104 of the employees served as agents": what they are counted as.
    let role = deed
        .filter(|d| count && d.0 >= after && scope.is(d.1 + 1, "as"))
        .and_then(|d| noun_phrase(scope, d.1 + 2 + TokenId::from(class(scope, d.1 + 2) == Class::Determiner)))
        // "70 are missing as rivers burst their banks": a clause of its own.
        .filter(|p| !matches!(class(scope, p.last + 1), Class::Verb | Class::Past | Class::Auxiliary | Class::Noun));
    let thing = role.or(thing);
    let phrase = thing.or(if deed.is_some() && amount.measure == Measure::Count { None } else { subject });
    // "a survey of seven countries": what a count is of.
    let governed = thing.filter(|t| t.first >= after).and_then(|_| governor(scope, first));
    let apart = |o: &NounPhrase| {
        // "Rains that began on Monday have killed 39": a day owns nothing.
        phrase.is_none_or(|p| o.last < p.first || o.first > p.last)
            && !(o.first == o.head && scope.token(o.head).is_capital() && scope.has(o.head, Table::Calendar))
    };
    let holder = || subject.filter(|s| s.last < first && thing.is_some_and(|t| t.first >= after) && held(scope, first));
    let whose = owner.or_else(holder).filter(apart);
    Counted { thing: phrase, deed, whose, subject: governed.or(subject).filter(|s| whose.is_none() && apart(s)) }
}

/// Whether the verb before a figure is one of having: "has had some 40 members", "employs just 12 people".
fn held(scope: &Scope<'_>, first: TokenId) -> bool {
    let floor = first.saturating_sub(4);
    let passes = |t: &TokenId| matches!(class(scope, *t), Class::Adverb | Class::Determiner | Class::Adjective);
    (floor..first).rev().find(|t| !passes(t)).is_some_and(|verb| scope.is_any(verb, HAVING))
}

/// Verbs that make their subject the owner of what is counted.
const HAVING: &[&str] = &[
    "has", "have", "had", "owns", "owned", "own", "employs", "employed", "employ", "operates", "operated", "runs",
    "holds", "held", "hosts",
];

/// "2.1 last year", "4.42% late Tuesday": when it was, not what.
fn is_when(scope: &Scope<'_>, phrase: NounPhrase) -> bool {
    let head = phrase.head;
    let calendar = scope.has(head, Table::Calendar);
    scope.is_any(phrase.first, &["last", "next"]) && (calendar || scope.has(head, Table::Unit))
        || calendar && scope.token(head).is_capital() && !scope.word(head).ends_with('s')
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
    if scope.is_sign(at, "-‑") && scope.joins(at) {
        // "a 7,000-strong crowd"
        return noun_phrase(scope, at + 1 + TokenId::from(scope.is(at + 1, "strong")));
    }
    // "dozens and dozens of dice"
    if scope.is(at, "and") && scope.has(at + 1, Table::Number) && scope.is(at + 2, "of") {
        at += 2;
    }
    // Scare quotes around what is counted.
    at += TokenId::from(scope.is_sign(at, "\"“") && !scope.joins(at));
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
    // "a caravan 7,000 strong", "one million worldwide"
    if scope.is_any(at, ASIDE) && !matches!(class(scope, at + 1), Class::Noun | Class::Plural | Class::Adjective) {
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
        // "39 of South Carolina's 54 delegates"
        let number = TokenId::from(class(scope, phrase.last + 2) == Class::Number);
        return noun_phrase(scope, phrase.last + 2 + number).or(Some(phrase));
    }
    Some(phrase)
}

/// Words behind a count that are no noun it counts.
const ASIDE: &[&str] = &[
    "strong",
    "each",
    "apiece",
    "worldwide",
    "nationwide",
    "today",
    "yesterday",
    "tomorrow",
    "due",
    "shy",
    "said",
    "overall",
    "annually",
    "daily",
    "globally",
    "nationally",
    "alone",
    "altogether",
    "early",
    "later",
    "earlier",
];

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
    // "ages 15 and 17", "between the ages of 19 and 24": of those whose the first is.
    if back(at, &["and", "to"]) && at > floor + 2 && class(scope, at - 2) == Class::Number {
        at -= 2;
    }
    let mut noun = false;
    while at > floor {
        let age = back(at, &["age", "ages"])
            || back(at, &["of", "in", "from"]) && at - 1 > floor && back(at - 1, &["age", "ages", "in"]);
        noun |= age;
        let skips = age
            || scope.is_sign(at - 1, ",(")
            || back(
                at,
                &["aged", "just", "now", "then", "reportedly", "all", "both", "about", "around", "were", "was"],
            )
            || noun && back(at, &["the", "at", "in", "between"]);
        if !skips {
            break;
        }
        at -= 1;
    }
    let beside = (at < first && at > floor).then(|| phrase_before(scope, at - 1, floor)).flatten();
    let beside = beside.filter(|p| {
        !scope.has(p.head, Table::Calendar)
            && !scope.has(p.head, Table::Place)
            && !scope.is_any(p.head, &["age", "ages"])
    });
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
    let mut phrase = paired(scope, preposition - 1, floor)?;
    // "chaos in our country over the last 4 years": where it was is not what lasted.
    let mut link = phrase.first.saturating_sub(1);
    while link > floor && matches!(class(scope, link), Class::Determiner | Class::Pronoun) {
        link -= 1;
    }
    if amount.measure == Measure::Duration
        && link > floor
        && scope.is_any(link, &["in", "across", "at", "from", "with"])
    {
        phrase = paired(scope, link - 1, floor).unwrap_or(phrase);
    }
    let phrase = NounPhrase { last: phrase.last, ..whole(scope, phrase.head, floor) };
    // "in the quarter", "last year": when, not what.
    (!scope.has(phrase.head, Table::Calendar) && !scope.has(phrase.head, Table::Number)).then_some(phrase)
}

/// The noun phrase that ends at a token; behind a noun and "and" a word in -ing is a noun: "chaos and suffering".
fn paired(scope: &Scope<'_>, at: TokenId, floor: TokenId) -> Option<NounPhrase> {
    if class(scope, at) != Class::Ing || at < floor + 2 || !scope.is(at - 1, "and") {
        return phrase_before(scope, at, floor);
    }
    phrase_before(scope, at - 2, floor).map(|phrase| NounPhrase { last: at, ..phrase })
}

/// The thing of a count that stands without one: "gained 13 seats and lost 10".
fn ellipsis(scope: &Scope<'_>, first: TokenId, after: TokenId, before: &[Mention<Figure>]) -> Option<NounPhrase> {
    let sentence = scope.document.sentence_of(first);
    // "The boys were charged after a fire that killed three": whoever is killed is not who was counted before.
    let event = deed_before(scope, first).is_some_and(|(_, last)| {
        let row = scope.hits.longest(last, Table::Deed).and_then(|(_, row)| scope.lexicon.rows.deeds.get(row));
        row.is_some_and(|row| row.event)
    });
    if event {
        return None;
    }
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
