//! What a figure counts or measures, what is said to happen to it, and whose it is.

mod before;
mod behind;
mod deed;
mod ellipsis;
mod lasting;
mod measured;
mod person;

use super::amount::Amount;
use crate::extract::phrase::{Class, NounPhrase, class, noun_phrase, phrase_before, subject};
use crate::extract::{Figure, Measure, Mention, Scope};
use crate::lex::TokenId;
use crate::pack::{CalendarKind, Table};
use before::{among, brought, governor, listed, object, of_which, risen, share_of, strong};
use behind::{behind, placed};
use deed::{deed_before, deed_behind};
use ellipsis::ellipsis;
use lasting::{lasting, spent};
use measured::{further, measured};
use person::person;

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
    let subject = subject(scope, first).filter(|s| !is_total_of(scope, *s, first));
    let count = matches!(amount.measure, Measure::Count | Measure::Ratio | Measure::Percent)
        || amount.measure == Measure::Rate && amount.unit.code.is_empty();
    if amount.measure == Measure::Score {
        return Counted { thing: None, deed: None, whose: owner, subject };
    }
    let thing = match amount.measure {
        // "children under six"
        Measure::Age
            if scope.is_any(first, "under over above below")
                && class(scope, first.wrapping_sub(1)) == Class::Plural =>
        {
            phrase_before(scope, first - 1, scope.document.sentence_tokens(first).start)
        }
        Measure::Age => measured(scope, amount, after)
            .or_else(|| person(scope, first, after))
            .or_else(|| ellipsis(scope, first, after, before)),
        _ if amount.unit.code == "{magnitude}" => {
            measured(scope, amount, after).or_else(|| governor(scope, first)).or_else(|| quake(scope, first))
        }
        // "Anna Berg, 2:05:46, and"
        Measure::Duration if scope.is(first + 1, ":") && scope.is(first.wrapping_sub(1), ",") => {
            person(scope, first, after)
        }
        // "one patient in three"
        Measure::Ratio if scope.is(amount.number.0 + 2, "in") && class(scope, amount.number.0 + 1) == Class::Noun => {
            noun_phrase(scope, amount.number.0 + 1)
        }
        _ if count => behind(scope, first, after)
            .filter(|p| !is_when(scope, *p))
            .or_else(|| share_of(scope, amount, first, after))
            .or_else(|| governor(scope, first))
            .or_else(|| if amount.measure == Measure::Percent { object(scope, amount, first, before) } else { None })
            .or_else(|| {
                subject.filter(|s| {
                    scope.is_any(s.head, TOTALS) || amount.measure == Measure::Count && risen(scope, first, *s)
                })
            })
            .or_else(|| {
                let count = matches!(amount.measure, Measure::Count | Measure::Rate) || of_them(scope, after);
                if count { uncounted(scope, first, after, before) } else { None }
            }),
        // "winds of 90 mph hit": what a measure is of, before what stands behind it.
        _ if first > 0 && scope.is(first - 1, "of") && governor(scope, first).is_some() => governor(scope, first),
        _ => measured(scope, amount, after)
            .filter(|p| !is_when(scope, *p))
            .or_else(|| of_which(scope, first, after))
            .or_else(|| governor(scope, first))
            .or_else(|| further(scope, amount, first, after))
            .or_else(|| object(scope, amount, first, before))
            .or_else(|| if amount.measure == Measure::Duration { spent(scope, first, after) } else { None }),
    };
    let thing = thing.map(|t| if count && t.last >= after { placed(scope, t) } else { t });
    // "was an NBA champion 11 times": what was so often.
    let often = thing.filter(|t| count && t.first == t.head && scope.is(t.head, "times") && t.first >= after);
    let thing = match often {
        Some(_) if first > 0 => phrase_before(scope, first - 1, scope.document.sentence_tokens(first).start).or(thing),
        _ => thing,
    };
    let mut subject = subject;
    let own = thing.is_none_or(|t| t.first >= after);
    let deed = match amount.measure {
        Measure::Age => None,
        _ if count => deed_behind(scope, thing.map_or(after, |t| if t.last >= after { t.last + 1 } else { after }))
            .or_else(|| deed_before(scope, first, amount.measure)),
        Measure::Duration => {
            let lasting = lasting(scope, first, after, thing);
            subject = lasting.whose.or(subject);
            lasting.deed
        }
        _ => deed_before(scope, thing.filter(|t| t.last < first).map_or(first, |t| t.first), amount.measure),
    };
    // "2,310 of the tenants stayed as cooks": what they are counted as.
    let role = deed
        .filter(|d| count && d.0 >= after && scope.is(d.1 + 1, "as"))
        .and_then(|d| noun_phrase(scope, d.1 + 2 + TokenId::from(class(scope, d.1 + 2) == Class::Determiner)))
        // "70 are missing as rivers burst their banks": a clause of its own.
        .filter(|p| !matches!(class(scope, p.last + 1), Class::Verb | Class::Past | Class::Auxiliary | Class::Noun));
    let thing = role.or(thing);
    // "ordered him to repay $5m": the order's subject does not repay it.
    let infinitive = deed.is_some_and(|d| d.0 > 0 && d.0 < first && scope.is(d.0 - 1, "to"));
    let bare = infinitive || deed.is_some() && amount.measure == Measure::Count;
    let phrase = thing.or(if bare { None } else { subject });
    // "and 5,000 others were damaged": of what was counted before.
    let others = thing.is_some_and(|t| scope.is_any(t.head, "others ones"));
    let acts = count && own && !others && deed.is_some_and(|d| d.0 >= after);
    let subject = subject.filter(|s| !(acts && heads_clause(scope, first, *s)));
    // "a survey of seven countries": what a count is of.
    let governed = thing.filter(|t| t.first >= after).and_then(|_| governor(scope, first));
    let apart = |o: &NounPhrase| {
        // "Rains that began on Monday have killed 39": a day owns nothing.
        phrase.is_none_or(|p| o.last < p.first || o.first > p.last)
            && !(o.first == o.head && scope.token(o.head).is_capital() && is_time(scope, o.head))
            && !scope.is_any(o.head, "age ages")
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
const HAVING: &str = "has have had owns owned own employs employed employ operates operated runs holds held \
    hosts";

/// Whether a token names a time: a month, a day, "the quarter", "today"; not the words that only help to read dates.
fn is_time(scope: &Scope<'_>, at: TokenId) -> bool {
    let row = scope.hits.longest(at, Table::Calendar).and_then(|(_, row)| scope.lexicon.rows.calendar.get(row));
    row.is_some_and(|row| {
        !matches!(row.kind, CalendarKind::Amount | CalendarKind::Tense | CalendarKind::Direction | CalendarKind::Vague)
    })
}

/// "2.1 last year", "4.42% late Tuesday": when it was, not what.
fn is_when(scope: &Scope<'_>, phrase: NounPhrase) -> bool {
    let head = phrase.head;
    let calendar = is_time(scope, head);
    scope.is_any(phrase.first, "last next") && (calendar || scope.has(head, Table::Unit))
        || calendar && scope.token(head).is_capital() && !scope.word(head).ends_with('s')
}

/// "a total of 12": a word of size alone.
fn is_total_of(scope: &Scope<'_>, subject: NounPhrase, first: TokenId) -> bool {
    scope.is_any(subject.head, TOTALS) && subject.last + 2 == first && scope.is(subject.last + 1, "of")
}

/// "A baker sold bread, and 300 people marched": whether a count is the subject of a clause of its own, so that nothing
/// before it owns it but "of": "Of the 90 sailors, 12 died".
fn heads_clause(scope: &Scope<'_>, first: TokenId, subject: NounPhrase) -> bool {
    let before = first.wrapping_sub(1);
    let opens = class(scope, before) == Class::Conjunction || scope.is(before, ",");
    let mut at = subject.first;
    while at > 0 && matches!(class(scope, at - 1), Class::Determiner | Class::Pronoun | Class::Number) {
        at -= 1;
    }
    opens && !(at > 0 && scope.is_any(at - 1, "of among"))
}

/// "It was recorded as magnitude 6.4": the quake last spoken of.
fn quake(scope: &Scope<'_>, first: TokenId) -> Option<NounPhrase> {
    let nouns = "quake earthquake tremor temblor aftershock quakes earthquakes";
    let at = (first.saturating_sub(60)..first).rev().find(|t| scope.is_any(*t, nouns))?;
    Some(NounPhrase { first: at, last: at, head: at })
}

/// "4 percent of them": of what was counted before.
fn of_them(scope: &Scope<'_>, after: TokenId) -> bool {
    scope.is(after, "of") && scope.is_any(after + 1, "them these those whom")
}

/// What a count without a noun of its own counts.
fn uncounted(scope: &Scope<'_>, first: TokenId, after: TokenId, before: &[Mention<Figure>]) -> Option<NounPhrase> {
    of_which(scope, first, after)
        .or_else(|| strong(scope, first, after))
        .or_else(|| brought(scope, first, before))
        .or_else(|| listed(scope, first))
        .or_else(|| among(scope, first))
        .or_else(|| ellipsis(scope, first, after, before))
}

/// Subjects that are the count themselves: "the toll rose to 12".
const TOTALS: &str = "toll number total count tally figure turnout population attendance tolls numbers size";

/// Words behind a measure that are no noun it measures.
const BESIDE: &str = "ago away long wide tall deep high thick earlier later old apart north south east west \
    northeast northwest southeast southwest ahead inland offshore early late today yesterday \
    tomorrow each straight running above longer northward southward worth south-east";

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
