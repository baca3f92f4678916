//! What speaks for it or against it that two claims are of the same thing, beyond what they count.

use super::compare::common;
use super::read::Claim;
use super::relate::{FAR_APART, intervals};
use super::{Apart, Links, Match, Relation, Shared, is_kind};
use crate::base::{Decimal, day};
use crate::extract::{Bound, EntityKind, Measure};
use crate::lexicon::Lexicon;

/// Fewer than so many are a handful.
const HANDFUL: i64 = 20;
/// Days past which an event is no longer the day's news.
const MONTH: i32 = 30;

/// Whether more is said of both than that they count one noun: one noun is not yet one claim.
pub(super) fn said_alike(links: &Links<'_>, a: &Claim, b: &Claim, found: &Match) -> bool {
    let more = |s: &Shared| match s {
        Shared::Deed(..) | Shared::Whose(_) => true,
        Shared::Narrowed(_) => a.measure == Measure::Count,
        _ => false,
    };
    let one = || !common(&a.agents, &b.agents).is_empty();
    // What both have says little, unless it is one who has it; and a handful of something is everywhere.
    let handful = |c: &Claim| c.values.told.is_some_and(|v| v < Decimal::whole(HANDFUL));
    let words = || common(&a.context, &b.context).iter().any(|w| w != "have" || one()) && !(handful(a) && handful(b));
    let story = || {
        let like = intervals(&a.values, &b.values) == Relation::Same || !common(&a.context, &b.context).is_empty();
        like && (a.at.0 == b.at.0 || links.one_story(a, b)) || once(a, b) && links.share_names(a, b)
    };
    // "Hundreds" say too little to be set against much.
    let vague = a.values.bound == Bound::Vague || b.values.bound == Bound::Vague;
    found.shared.iter().any(more)
        || vague
        || near(a, b) && !apart(a, b, FAR_APART)
        || words()
        || !common(&a.places, &b.places).is_empty()
        || story()
}

/// Whether they hold for days further apart.
fn apart(a: &Claim, b: &Claim, days: i32) -> bool {
    a.day.zip(b.day).is_some_and(|(x, y)| day::between(x, y).abs() > days)
}

/// Whether both give the very same number, with digits enough that chance is no likely reason, and nothing that
/// they count speaks against it; a sum of which the same is said may be a little off.
pub(super) fn by_value(links: &Links<'_>, a: &Claim, b: &Claim) -> Option<Match> {
    let money = a.measure == Measure::Money || a.measure == Measure::Rate && a.unit.0.len() == 3;
    let words = common(&a.context, &b.context);
    let like = equal(a, b) || money && near(a, b) && !words.is_empty();
    if !like || apart(a, b, FAR_APART) || a.deed.is_some() && b.deed.is_some() || !money && a.more != b.more {
        return None;
    }
    let kind = |x: &Claim, y: &Claim| x.nouns.iter().any(|n| y.nouns.iter().any(|m| is_kind(n, m)));
    let crossed = |x: &Claim, y: &Claim| x.nouns.iter().any(|n| y.plain.contains(n) || y.nouns.contains(n));
    let nouns = kind(a, b) || kind(b, a) || crossed(a, b) || crossed(b, a);
    let open = a.nouns.is_empty() || b.nouns.is_empty();
    let one = match a.measure {
        // Heads of sums are uncertain: the story decides.
        _ if money => nouns || !words.is_empty() || !common(&a.agents, &b.agents).is_empty() || links.one_story(a, b),
        Measure::Count => nouns || open && (words.len() > 1 || links.one_story(a, b)),
        _ => nouns || !words.is_empty(),
    };
    one.then(|| Match { shared: equal(a, b).then_some(Shared::Value).into_iter().collect(), apart: Vec::new() })
}

/// Whether both give the very same number, with two digits that count.
pub(super) fn equal(a: &Claim, b: &Claim) -> bool {
    let digits = |c: &Claim| c.values.low.is_some_and(|v| v.normal().mantissa.unsigned_abs() >= 10);
    a.values.low == b.values.low && a.values.high == b.values.high && digits(a) && near(a, b)
}

/// Whether two figures are of two that one article tells apart: each names one that the other does not, and
/// one article names both.
pub(super) fn rivals(links: &Links<'_>, a: &Claim, b: &Claim) -> bool {
    let within = |id: u32, other: &Claim| {
        let outer = |x: u32, y: u32| links.outer(x) == Some(y);
        other.agents.iter().chain(&other.stated).any(|o| *o == id || outer(*o, id) || outer(id, *o))
    };
    let own = |x: &Claim, y: &Claim| -> Vec<u32> { x.agents.iter().copied().filter(|id| !within(*id, y)).collect() };
    // A person is no rival of a body, nor a body of a place.
    let class = |id: &u32| match links.kind(*id) {
        Some(EntityKind::Person) => 1,
        Some(EntityKind::Country | EntityKind::Settlement | EntityKind::Place) => 2,
        Some(_) => 3,
        None => 0,
    };
    let alike = |x: &u32, y: &u32| class(x) == class(y) || class(x) * class(y) == 0 && class(x) + class(y) != 2;
    let named = |x: u32, y: u32| links.names_it(b.at.0, x) || links.names_it(a.at.0, y);
    let (x, y) = (own(a, b), own(b, a));
    // Who is named first is the subject.
    let subject = a.agents.first() == b.agents.first();
    !subject
        && common(&a.stated, &b.stated).is_empty()
        && x.iter().any(|x| y.iter().any(|y| alike(x, y) && named(*x, *y)))
}

/// Whether both count those hit by an event, and the events are of different days or one counts a whole year's.
pub(super) fn other_event(links: &Links<'_>, a: &Claim, b: &Claim) -> bool {
    let event = |claim: &Claim| deed_of_events(claim).is_some();
    // What was news a month ago is told again by its names.
    let far = || apart(a, b, FAR_APART) || apart(a, b, MONTH) && !links.one_story(a, b);
    // A fire on Thursday is not one a week before.
    let days = a.happened.zip(b.happened).is_some_and(|(x, y)| day::between(x, y).abs() > 1);
    event(a) && event(b) && (days || a.period != b.period || far())
}

/// Whether two figures are so alike that chance is no likely reason: within a twentieth, and no handful.
pub(super) fn near(a: &Claim, b: &Claim) -> bool {
    let (Some(x), Some(y)) = (a.values.told, b.values.told) else { return false };
    if a.measure == Measure::Percent {
        return x == y;
    }
    let off = x.plus(y.negated()).map(|d| if d < Decimal::ZERO { d.negated() } else { d });
    let (Some(off), Some(part)) = (off, y.times(Decimal { mantissa: 5, exponent: -2 })) else { return false };
    let few = y.exponent >= 0 && y < Decimal::whole(HANDFUL);
    !few && (x == y || off <= part)
}

/// Whether each article counts but once by the noun, and the counts are not too far apart to be of the same.
pub(super) fn once(a: &Claim, b: &Claim) -> bool {
    a.measure == Measure::Count && a.only && b.only && !doubled(a, b)
}

/// Whether one is more than twice the other: then it is hardly a later or another count of the same.
pub(super) fn doubled(a: &Claim, b: &Claim) -> bool {
    let (Some(x), Some(y)) = (a.values.told, b.values.told) else { return false };
    let double = |v: Decimal| v.plus(v);
    double(x).is_some_and(|x| x < y) || double(y).is_some_and(|y| y < x)
}

/// Whether the figure that is narrowed by something is the lower one: a part, which says nothing against the
/// whole.
pub(super) fn is_less(a: &Claim, b: &Claim, found: &Match) -> bool {
    if !found.apart.iter().any(|x| matches!(x, Apart::Narrower | Apart::Kind))
        || intervals(&a.values, &b.values) != Relation::NotBoth
    {
        return false;
    }
    let narrow = |x: &Claim| (x.plain.len() + x.named.len(), x.nouns.len());
    let below = |x: &Claim, y: &Claim| x.values.high.zip(y.values.low).is_some_and(|(h, l)| h < l);
    let inner = |x: &Claim, y: &Claim| x.nouns.iter().any(|n| y.nouns.iter().any(|m| n != m && is_kind(n, m)));
    let narrower = |x: &Claim, y: &Claim| narrow(x) > narrow(y) || inner(x, y);
    narrower(a, b) && below(a, b) || narrower(b, a) && below(b, a)
}

/// The deed of a claim that counts those hit by an event.
pub(super) fn deed_of_events(claim: &Claim) -> Option<&str> {
    let lexicon = Lexicon::embedded();
    let row = lexicon.rows.deeds.get(usize::from(claim.deed.as_ref()?.0))?;
    row.event.then_some(row.form())
}
