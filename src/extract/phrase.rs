//! Noun phrases without a parser: where one begins and ends, which word is its head, and what the
//! subject of a clause is. Told from closed word classes, endings and a small table of verbs.

use super::Scope;
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{Dimension, Table, WordClass};

/// What a token is in its sentence, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A noun in the singular, or any word of which nothing else is known.
    Noun,
    /// A noun in the plural.
    Plural,
    /// A word with a capital that is not the sentence's first.
    Name,
    /// An adjective.
    Adjective,
    /// A finite verb or a base form.
    Verb,
    /// A form in -ed: a past tense or a participle.
    Past,
    /// A form in -ing.
    Ing,
    /// An adverb.
    Adverb,
    /// An article or another determiner.
    Determiner,
    /// A preposition.
    Preposition,
    /// A conjunction.
    Conjunction,
    /// A pronoun.
    Pronoun,
    /// A form of be, have, do or a modal verb, or "not".
    Auxiliary,
    /// "who", "which", "when" …
    Relative,
    /// A number in digits or words.
    Number,
    /// The possessive ending.
    Possessive,
    /// A hyphen inside a compound.
    Hyphen,
    /// Any other sign.
    Sign,
}

/// Irregular pasts apart, the shortest word whose -ed is an ending.
const SHORTEST_ED: u32 = 4;

/// The class of a token.
#[must_use]
pub fn class(scope: &Scope<'_>, at: TokenId) -> Class {
    let token = scope.token(at);
    match token.kind {
        TokenKind::Word => {}
        TokenKind::Number => return Class::Number,
        TokenKind::Possessive => return Class::Possessive,
        TokenKind::Quote if scope.word(at).starts_with(['\'', '’']) && token.glued => return Class::Possessive,
        TokenKind::Handle => return Class::Name,
        _ => {
            let hyphen = scope.is_sign(at, "-‑–") && token.glued && scope.token(at + 1).glued;
            return if hyphen { Class::Hyphen } else { Class::Sign };
        }
    }
    let start = scope.document.sentence_tokens(at).start;
    // "“But twelve people listened”": a quotation opens a sentence, and a sign is no word.
    let sign = |t: TokenId| matches!(scope.token(t).kind, TokenKind::Quote | TokenKind::Sign);
    let quoted = at > 0 && scope.token(at - 1).kind == TokenKind::Quote && token.glued;
    let opens = at == start || at == start + 1 && sign(start) || quoted;
    // "I've", "they're": a pronoun with its verb.
    if ["'ve", "’ve", "'re", "’re", "'ll", "’ll", "'m", "’m"].iter().any(|end| scope.word(at).ends_with(end)) {
        return Class::Pronoun;
    }
    let capital = token.is_capital() || token.case == Case::Mixed;
    // "US", "May", "Will" inside a sentence are names, not words.
    if (!capital || opens || token.span.len() == 1)
        && let Some((1, row)) = scope.hits.longest(at, Table::Stop)
        && let Some(row) = scope.lexicon.rows.stops.get(row)
    {
        return match row.class {
            "det" => Class::Determiner,
            "prep" => Class::Preposition,
            "conj" => Class::Conjunction,
            "pron" => Class::Pronoun,
            "aux" | "neg" => Class::Auxiliary,
            "wh" => Class::Relative,
            _ => Class::Adverb,
        };
    }
    if capital && !opens {
        return Class::Name;
    }
    let preposition = scope.is_any(at, "including according regarding concerning amid amidst");
    if preposition || opens && scope.is_any(at, "following given") {
        return Class::Preposition;
    }
    if let Some((_, row)) = scope.hits.longest(at, Table::Word)
        && let Some(row) = scope.lexicon.rows.words.get(row)
    {
        return match row.class {
            WordClass::Verb if determined(scope, at) => ending(scope.word(at), 9, false).as_noun(),
            WordClass::Verb => Class::Verb,
            WordClass::Plural => Class::Plural,
            WordClass::Adjective => Class::Adjective,
            WordClass::Noun => Class::Noun,
            WordClass::Adverb => Class::Adverb,
        };
    }
    if scope.has(at, Table::Number) {
        return Class::Number;
    }
    let class = ending(scope.word(at), token.span.len(), capital);
    // "the building, which", "her approval rating has": a noun, where a noun phrase is open and nothing follows that it
    // could have done something to.
    if class == Class::Ing && at > start && closes_noun(scope, at) {
        return Class::Noun;
    }
    // "ordered him to repay $5m", "is to exceed 90%": before its number "to" makes a verb.
    let object = || scope.is_number(at + 1) || scope.has(at + 1, Table::Currency) || scope.has(at + 1, Table::Number);
    if class == Class::Noun && at > start && scope.is(at - 1, "to") && object() {
        return Class::Verb;
    }
    class
}

/// Whether what stands before a word makes it a noun: "the strike", "a two-week strike", "its calls".
fn determined(scope: &Scope<'_>, at: TokenId) -> bool {
    let Some(prior) = at.checked_sub(1) else { return false };
    let stop = scope.hits.longest(prior, Table::Stop).and_then(|(_, row)| scope.lexicon.rows.stops.get(row));
    stop.is_some_and(|row| row.class == "det" && !scope.is_any(prior, "that all both some most many"))
        || scope.token(prior).kind == TokenKind::Possessive
        || scope.is_any(prior, "his its their my our your last next")
        || scope.has(prior, Table::Unit) && prior > 0 && scope.is(prior - 1, "-")
}

/// Whether a word in -ing ends a noun phrase: an article, an adjective or a noun in the singular before it, a sign, an
/// auxiliary or a preposition behind it.
fn closes_noun(scope: &Scope<'_>, at: TokenId) -> bool {
    let stop = |t: TokenId| {
        scope.hits.longest(t, Table::Stop).and_then(|(_, row)| scope.lexicon.rows.stops.get(row)).map(|row| row.class)
    };
    let behind = at + 1;
    let closed = !scope.is_word(behind) || matches!(stop(behind), Some("aux" | "conj"));
    closed && determined(scope, at)
        || closed
            && scope.token(at - 1).kind == TokenKind::Word
            && stop(at - 1).is_none()
            && NOUNS.contains(&scope.word(at))
}

/// Words in -ing that are nouns behind another noun: "approval rating", "apartment building".
const NOUNS: &[&str] = &[
    "building",
    "meeting",
    "hearing",
    "ruling",
    "funding",
    "spending",
    "housing",
    "shooting",
    "stabbing",
    "bombing",
    "rating",
    "parking",
    "crossing",
    "landing",
    "offering",
    "training",
    "trading",
    "briefing",
    "gathering",
    "filing",
];

impl Class {
    /// The class of a noun with this ending.
    fn as_noun(self) -> Self {
        if self == Self::Plural { self } else { Self::Noun }
    }
}

/// The class that a word's ending tells.
fn ending(word: &str, len: u32, capital: bool) -> Class {
    let ends = |end: &str| word.ends_with(end);
    if len >= SHORTEST_ED && ends("ed") && !ends("eed") {
        Class::Past
    } else if len >= 5 && ends("ing") {
        Class::Ing
    } else if len >= 4 && ends("ly") {
        Class::Adverb
    } else if len >= 3 && ends("s") && !ends("ss") && !ends("us") && !ends("is") {
        Class::Plural
    } else if capital {
        Class::Name
    } else {
        Class::Noun
    }
}

/// A noun phrase: its tokens, both included, and its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// The first token.
    pub first: TokenId,
    /// The last token.
    pub last: TokenId,
    /// The head noun.
    pub head: TokenId,
}

/// A phrase is read no further than this many tokens.
const REACH: TokenId = 9;

/// The noun phrase that begins at a token, without article.
///
/// It ends at its first plural noun (a plural that stands before another plural is part of a
/// compound: "sports teams"), else before the first word that can be no noun or adjective.
#[must_use]
pub fn noun_phrase(scope: &Scope<'_>, at: TokenId) -> Option<NounPhrase> {
    let end = scope.document.sentence_tokens(at).end.min(at + REACH);
    let mut head = None;
    let mut last = None;
    let mut next = at;
    while next < end {
        match class(scope, next) {
            Class::Plural => {
                head = Some(next);
                last = head;
                if class(scope, next + 1) == Class::Hyphen {
                    next += 2;
                    continue;
                }
                let more = next + 1 < end
                    && class(scope, next + 1) == Class::Plural
                    && !scope.token(next + 1).glued
                    && !scope.is(next, "times");
                if !more {
                    break;
                }
            }
            Class::Noun | Class::Name => {
                head = Some(next);
                last = head;
                // "millions of Americans including": a people's name in the plural ends the phrase.
                let plural = class(scope, next) == Class::Name && ending(scope.word(next), 9, false) == Class::Plural;
                if plural
                    && !matches!(class(scope, next + 1), Class::Name | Class::Noun | Class::Plural | Class::Possessive)
                {
                    break;
                }
            }
            Class::Ing
                if head.is_some()
                    && NOUNS.contains(&scope.word(next))
                    && class(scope, next + 1) != Class::Determiner =>
            {
                head = Some(next);
                last = head;
            }
            Class::Ing if head.is_some() && !matches!(class(scope, next + 1), Class::Plural | Class::Noun) => break,
            Class::Adjective | Class::Ing => last = Some(next),
            // "COVID-19-linked strokes"
            Class::Past if head.is_none() || class(scope, next - 1) == Class::Hyphen => last = Some(next),
            // "two calls", "two emergency calls": where a noun is due, a verb's form is one.
            Class::Verb
                if head.is_none()
                    || scope.word(next).ends_with('s')
                        && scope.word(next).len() > 3
                        && !follows_plural(scope, next) =>
            {
                head = Some(next);
                last = head;
                if scope.word(next).ends_with('s') {
                    break;
                }
            }
            // "a 12-year-old tax return on": behind a singular no verb has its base form.
            Class::Verb if head == Some(next - 1) && class(scope, next - 1) == Class::Noun && is_base(scope, next) => {
                head = Some(next);
                last = head;
            }
            Class::Adverb if head.is_none() && last.is_none() => {}
            Class::Hyphen if last.is_some() || next > at && class(scope, next - 1) == Class::Number => {}
            // "a two-year deadline", "6-egg boxes"
            Class::Number if class(scope, next + 1) == Class::Hyphen && scope.is_word(next + 2) => {}
            // "new COVID-19 cases"
            Class::Number
                if last.is_some()
                    && class(scope, next - 1) == Class::Hyphen
                    && !matches!(class(scope, next + 1), Class::Sign | Class::Preposition) => {}
            // "new 737 Max jets"
            Class::Number if last.is_some() && class(scope, next + 1) == Class::Name => {}
            // "digital and physical sales"
            Class::Conjunction
                if scope.is_any(next, "and or")
                    && joins(scope, next, end)
                    && head.is_none_or(|h| class(scope, h) != Class::Plural)
                    && last.is_some() => {}
            Class::Sign if scope.is(next, "&") && head.is_some() => {}
            Class::Sign if scope.is_sign(next, ".") && scope.joins(next) => {}
            _ => break,
        }
        next += 1;
    }
    // A hyphen or conjunction at the end does not belong.
    let last = last?;
    Some(NounPhrase { first: at, last, head: head.filter(|h| *h <= last).unwrap_or(last) })
}

/// Whether a verb's form is the base and nothing behind it is its object or its auxiliary.
fn is_base(scope: &Scope<'_>, at: TokenId) -> bool {
    let row = scope.hits.longest(at, Table::Word).and_then(|(_, row)| scope.lexicon.rows.words.get(row));
    row.is_some_and(|row| scope.is(at, row.form()))
        && matches!(class(scope, at + 1), Class::Preposition | Class::Sign | Class::Auxiliary | Class::Conjunction)
}

fn follows_plural(scope: &Scope<'_>, at: TokenId) -> bool {
    at > 0 && matches!(class(scope, at - 1), Class::Plural | Class::Name)
}

/// Whether a plural noun follows "and" soon, with nothing but adjectives and nouns before it.
fn joins(scope: &Scope<'_>, and: TokenId, end: TokenId) -> bool {
    for at in and + 1..end.min(and + 4) {
        match class(scope, at) {
            Class::Plural => return true,
            Class::Noun | Class::Adjective | Class::Hyphen | Class::Name => {}
            _ => return false,
        }
    }
    false
}

/// The noun phrase that ends at a token, going left no further than `floor`.
#[must_use]
pub fn phrase_before(scope: &Scope<'_>, at: TokenId, floor: TokenId) -> Option<NounPhrase> {
    let mut first = None;
    let mut next = at;
    loop {
        match class(scope, next) {
            // "a 12-metre yacht": the unit belongs to its number.
            Class::Noun | Class::Plural | Class::Name
                if first.is_some()
                    && next >= floor + 2
                    && class(scope, next - 1) == Class::Hyphen
                    && class(scope, next - 2) == Class::Number =>
            {
                break;
            }
            // "The firm on Tuesday reported income", "has caused chaos": behind a noun or "has" it is a verb.
            Class::Past | Class::Adjective
                if first.is_some()
                    && next > floor
                    && scope.word(next).ends_with("ed")
                    && matches!(
                        class(scope, next - 1),
                        Class::Noun | Class::Plural | Class::Name | Class::Auxiliary | Class::Pronoun
                    )
                    && !scope.is_any(next - 1, "his her its their our my your") =>
            {
                break;
            }
            Class::Noun | Class::Plural | Class::Name => first = Some(next),
            // "killed Lorraine Hughes": before a name it is a verb.
            Class::Past if first.is_some_and(|f| class(scope, f) == Class::Name) => break,
            // "the crash that killed grandmother Ann"
            Class::Past if first.is_some() && next > floor && scope.is_any(next - 1, "that which who") => {
                break;
            }
            Class::Adjective | Class::Past | Class::Ing if first.is_some() => first = Some(next),
            // "at least 23 people": the number is no part of the noun phrase.
            Class::Number if next > floor && scope.is_any(next - 1, "least most than to") => break,
            Class::Hyphen | Class::Number if first.is_some() => {}
            _ => break,
        }
        if next <= floor || at - next >= REACH {
            break;
        }
        next -= 1;
    }
    Some(NounPhrase { first: first?, last: at, head: at })
}

/// How far a subject is looked for.
const CLAUSE: TokenId = 40;

/// The subject of the clause that a token stands in: the noun phrase before the nearest verb that has
/// one, its own prepositional phrases included; without a verb, the nearest noun phrase.
///
/// `None` where the subject is a pronoun.
#[must_use]
pub fn subject(scope: &Scope<'_>, at: TokenId) -> Option<NounPhrase> {
    let floor = scope.document.sentence_tokens(at).start.max(at.saturating_sub(CLAUSE));
    let mut next = at;
    let mut seen_verb = false;
    while next > floor {
        next -= 1;
        match class(scope, next) {
            // "Police said that seven people were treated": who says so is not who did it.
            Class::Verb | Class::Past if !seen_verb && reports(scope, next, at) => return None,
            Class::Verb | Class::Past | Class::Auxiliary => {
                seen_verb = true;
                let mut end = before_verb(scope, next, floor)?;
                // "the economy in 2022 grew", "revenue in the quarter rose": past what tells when.
                while class(scope, end) == Class::Number && end > floor + 2 {
                    let article = TokenId::from(class(scope, end - 1) == Class::Determiner);
                    if class(scope, end - 1 - article) != Class::Preposition {
                        break;
                    }
                    end -= 2 + article;
                }
                // "The jury on Tuesday ordered", "the firm Monday said"
                while end > floor + 1 && scope.token(end).is_capital() && scope.has(end, Table::Calendar) {
                    end -= 1 + TokenId::from(class(scope, end - 1) == Class::Preposition);
                }
                // "the mill has for 20 years been shut": past how long.
                if end > floor + 2 && is_time_unit(scope, end) && class(scope, end - 1) == Class::Number {
                    let article = TokenId::from(matches!(class(scope, end - 2), Class::Determiner | Class::Adjective));
                    if class(scope, end - 2 - article) == Class::Preposition {
                        end -= 2 + article;
                    }
                }
                match class(scope, end) {
                    // "They worked for the campaign, which raised $2 million": a relative clause is of the noun before it.
                    Class::Noun | Class::Plural | Class::Name
                        if scope.word(end + 1) == "," && class(scope, end + 2) == Class::Relative && end + 2 < next =>
                    {
                        let phrase = phrase_before(scope, end, floor)?;
                        let article =
                            TokenId::from(phrase.first > floor && class(scope, phrase.first - 1) == Class::Determiner);
                        let of = phrase.first > floor + article && scope.is(phrase.first - 1 - article, "of");
                        return Some(if of { whole(scope, end, floor) } else { phrase });
                    }
                    Class::Noun | Class::Plural | Class::Name => return Some(whole(scope, end, floor)),
                    Class::Pronoun => return None,
                    // "staffing has fallen by a third"
                    Class::Ing
                        if end == floor
                            || matches!(class(scope, end - 1), Class::Sign | Class::Verb | Class::Past)
                                && !scope.is_sign(end - 1, ",") =>
                    {
                        return Some(NounPhrase { first: end, last: end, head: end });
                    }
                    // "rose 5% and fell …", "to spend": the subject stands before an earlier verb.
                    _ => next = end + 1,
                }
            }
            Class::Sign if scope.is_sign(next, ";:|•") => break,
            _ => {}
        }
    }
    if seen_verb { None } else { nearest(scope, at, floor) }
}

/// Whether a unit of time stands at a token.
fn is_time_unit(scope: &Scope<'_>, at: TokenId) -> bool {
    let row = scope.hits.longest(at, Table::Unit).and_then(|(_, row)| scope.lexicon.rows.units.get(row));
    row.is_some_and(|row| row.dimension == Dimension::Time)
}

/// Whether a verb reports the clause that a token stands in: "said 12 had died", "noted that at least 12 had died",
/// not "added 300 jobs".
fn reports(scope: &Scope<'_>, verb: TokenId, at: TokenId) -> bool {
    let row = scope.hits.longest(verb, Table::Speech).and_then(|(_, row)| scope.lexicon.rows.speech.get(row));
    let clause = row.is_some_and(|row| row.takes.split(' ').any(|what| what == "clause"));
    scope.is(verb + 1, "that") || clause && (at > verb + 2 || scope.is_any(verb, "said says say saying"))
}

/// The token before a verb and its auxiliaries and adverbs; past brackets, appositions and relatives.
fn before_verb(scope: &Scope<'_>, verb: TokenId, floor: TokenId) -> Option<TokenId> {
    let mut next = verb;
    while next > floor {
        let prior = next - 1;
        let word = scope.word(prior);
        next = match class(scope, prior) {
            Class::Auxiliary | Class::Adverb | Class::Relative | Class::Verb | Class::Past => prior,
            Class::Conjunction if scope.is(prior, "once") => prior,
            Class::Determiner if scope.is(prior, "that") => prior,
            // "has more than tripled"
            _ if scope.is(prior, "than") && prior > floor && scope.is_any(prior - 1, "more less") => prior - 1,
            Class::Sign if word == ")" => open_before(scope, prior, floor, "(").unwrap_or(prior),
            // "the fleet, which is made up of": what a relative clause is said of stands before its comma.
            Class::Sign if word == "," && class(scope, next) == Class::Relative => return prior.checked_sub(1),
            // "Ford, a carmaker, has": the comma before the verb closes an apposition.
            Class::Sign if word == "," => match open_before(scope, prior, floor, ",") {
                Some(open) if class(scope, prior - 1) != Class::Adverb && prior - open < 14 => open,
                // "the caravan, once estimated at": what a participle behind a comma is said of.
                _ if class(scope, verb) == Class::Past && next != verb => return prior.checked_sub(1),
                // "Berg, who in 2018 won the cup for her club and the country, is": a long relative clause.
                _ => match (floor.max(prior.saturating_sub(30))..prior)
                    .rev()
                    .find(|t| word == scope.word(*t) && scope.is_any(*t + 1, "who which whose"))
                {
                    Some(open) => open,
                    None => return Some(prior),
                },
            },
            _ => return Some(prior),
        };
    }
    None
}

/// The last token before `at` that is this sign, within reach.
fn open_before(scope: &Scope<'_>, at: TokenId, floor: TokenId, sign: &str) -> Option<TokenId> {
    (floor.max(at.saturating_sub(16))..at).rev().find(|t| scope.word(*t) == sign)
}

/// The noun phrase that ends at a token with the phrases it is the tail of: "price of the oil".
#[must_use]
pub fn whole(scope: &Scope<'_>, end: TokenId, floor: TokenId) -> NounPhrase {
    let single = NounPhrase { first: end, last: end, head: end };
    let mut phrase = phrase_before(scope, end, floor).unwrap_or(single);
    for _ in 0..4 {
        let mut at = phrase.first;
        while at > floor
            && matches!(
                class(scope, at - 1),
                Class::Determiner | Class::Pronoun | Class::Number | Class::Possessive | Class::Conjunction
            )
            && !scope.is_any(at - 1, "but that if as")
        {
            at -= 1;
            if matches!(class(scope, at), Class::Possessive | Class::Conjunction) {
                break;
            }
        }
        // "waves of up to nine metres"
        if at > floor + 2 && class(scope, at) == Class::Number && scope.is(at - 1, "to") && scope.is(at - 2, "up") {
            at -= 2;
        }
        let joint =
            at > floor && at < phrase.first && matches!(class(scope, at), Class::Possessive | Class::Conjunction);
        let preposition = at > floor
            && class(scope, at - 1) == Class::Preposition
            && !scope.is_any(at - 1, "amid despite after before according including");
        // "the migrants making their way": what stands before a participle.
        let participle = at > floor + 1
            && class(scope, at - 1) == Class::Ing
            && matches!(class(scope, at - 2), Class::Noun | Class::Plural | Class::Name);
        let tail = if participle {
            at.checked_sub(2)
        } else if joint {
            at.checked_sub(1)
        } else if preposition {
            // "people infected with a virus": past the participle that the preposition belongs to.
            let participle = at >= floor + 3 && class(scope, at - 2) == Class::Past;
            at.checked_sub(2 + TokenId::from(participle))
        } else {
            None
        };
        let Some(before) = tail.filter(|t| *t >= floor).and_then(|t| phrase_before(scope, t, floor)) else { break };
        let head = if joint && class(scope, at) == Class::Possessive { phrase.head } else { before.head };
        phrase = NounPhrase { first: before.first, last: phrase.last, head };
    }
    phrase
}

/// The nearest noun phrase before a token, past signs, prepositions, adverbs and other amounts: "net income of $3
/// billion, or 94 cents a share, down from $4 billion".
fn nearest(scope: &Scope<'_>, at: TokenId, floor: TokenId) -> Option<NounPhrase> {
    let unit = |at: TokenId| scope.has(at, Table::Unit) || scope.has(at, Table::Currency);
    let mut next = at;
    let mut from = at;
    while next > floor && from - next < 8 {
        next -= 1;
        let noun = matches!(class(scope, next), Class::Noun | Class::Plural | Class::Name);
        if noun && next >= floor + 3 && scope.is_any(next - 1, "a an per") && unit(next - 2) {
            next -= 1;
            from = next;
            continue;
        }
        if noun && next > floor && unit(next) && class(scope, next - 1) == Class::Number {
            next -= 1;
            from = next;
            continue;
        }
        match class(scope, next) {
            Class::Noun | Class::Plural | Class::Name => return Some(whole(scope, next, floor)),
            Class::Preposition | Class::Adverb | Class::Determiner | Class::Adjective | Class::Sign | Class::Ing => {}
            _ => return None,
        }
    }
    None
}
