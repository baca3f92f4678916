//! Whether two claims count the same thing.

use super::evidence::{by_value, deed_of_events, equal, is_less, near, once, other_event, rivals, said_alike};
use super::read::{Claim, add};
use super::{Apart, Links, Match, Shared, is_kind, kinds};
use crate::extract::{EntityKind, Measure};
use crate::lexicon::Lexicon;

/// Words of a name that two figures must share where one has no noun of its own.
const MIN_NAME: usize = 2;
/// Kinds above a noun under which its claims meet others.
const UP: usize = 3;

/// What claims meet under.
pub(super) fn keys(claim: &Claim) -> Vec<String> {
    let mut keys: Vec<String> = claim.nouns.clone();
    if let Some((row, _)) = &claim.deed {
        add(&mut keys, format!("deed {row}"));
    } else {
        if claim.named.len() >= MIN_NAME {
            claim.named.iter().for_each(|w| add(&mut keys, w.clone()));
        }
        claim.nouns.iter().flat_map(|n| kinds(n).take(UP)).for_each(|k| add(&mut keys, k.to_owned()));
        if claim.nouns.is_empty() {
            claim.plain.iter().for_each(|w| add(&mut keys, w.clone()));
        }
    }
    claim.whose.iter().for_each(|w| add(&mut keys, w.clone()));
    if claim.nouns.is_empty() && claim.deed.is_none() && claim.measure == Measure::Money {
        claim.context.iter().take(UP).for_each(|w| add(&mut keys, w.clone()));
    }
    if let Some(low) = claim.values.low {
        add(&mut keys, low.plain());
    }
    if claim.measure == Measure::Age {
        claim.people.iter().for_each(|id| add(&mut keys, format!("person {id}")));
    }
    keys
}

pub(super) fn common<T: PartialEq + Clone>(x: &[T], y: &[T]) -> Vec<T> {
    x.iter().filter(|w| y.contains(w)).cloned().collect()
}

fn within<T: PartialEq>(x: &[T], y: &[T]) -> bool {
    x.iter().all(|w| y.contains(w))
}

fn either_within<T: PartialEq>(x: &[T], y: &[T]) -> bool {
    within(x, y) || within(y, x)
}

/// What two claims share, if they are of the same thing.
pub(super) fn compare(links: &Links<'_>, a: &Claim, b: &Claim) -> Option<Match> {
    // A part is compared with other parts, and with the whole that its own text names.
    let parts = a.part == b.part || a.at.0 == b.at.0;
    if a.at == b.at || a.unit != b.unit || periods_differ(a, b) || !parts {
        return None;
    }
    let mut found = Match { shared: Vec::new(), apart: Vec::new() };
    if a.measure == Measure::Age {
        // Two ages are of the same thing where they are of the same person.
        return match (a.people.as_slice(), b.people.as_slice()) {
            ([x], [y]) if x == y => {
                found.shared.push(Shared::About(*x));
                Some(found)
            }
            _ => None,
        };
    }
    if !equal(a, b) && rivals(links, a, b) || other_event(links, a, b) {
        return None;
    }
    if counted(links, a, b, &mut found).is_none() {
        found = by_value(links, a, b)?;
    } else if !said_alike(links, a, b, &found) {
        return None;
    }
    // One story is about one thing, whomever its sentences name.
    let story = || (near(a, b) || once(a, b)) && links.one_story(a, b);
    if !about(links, a, b, &mut found)? && !story() {
        return None;
    }
    if is_less(a, b, &found) { None } else { Some(found) }
}

/// Whether one amount is for a quarter and the other for a year.
fn periods_differ(a: &Claim, b: &Claim) -> bool {
    a.period.zip(b.period).is_some_and(|(x, y)| x != y)
}

/// Whether the same is counted: noun, deed and what narrows them.
fn counted(links: &Links<'_>, a: &Claim, b: &Claim, found: &mut Match) -> Option<()> {
    let deed = match (&a.deed, &b.deed) {
        (Some((x, a_word)), Some((y, b_word))) if x == y => Some(Shared::Deed(a_word.clone(), b_word.clone())),
        (None, None) => None,
        // "Some 2,600 nurses took part", "2,700 nurses".
        (None, _) | (_, None) if near(a, b) && links.one_story(a, b) && !common(&a.nouns, &b.nouns).is_empty() => None,
        // Through what it belongs to, a count without a noun needs no deed.
        _ => return belongs(links, a, b, found),
    };
    // "Jobs" that are cut are those of the people who lose them.
    let of =
        a.deed.as_ref().and_then(|(row, _)| Lexicon::embedded().rows.deeds.get(usize::from(*row))).map_or("", |r| r.of);
    let nouns = |x: &Claim| -> Vec<String> {
        let own = |n: &&String| a.measure == Measure::Count && *n != of;
        if a.deed.is_some() && b.deed.is_some() {
            x.nouns.iter().filter(own).cloned().collect()
        } else {
            x.nouns.clone()
        }
    };
    let (mut x, mut y) = (nouns(a), nouns(b));
    if a.measure != Measure::Count && deed.is_some() && (x.is_empty() || y.is_empty()) {
        // "The fire … burned 900 acres", "900 acres burned".
        x.clear();
        y.clear();
    }
    let shared = common(&x, &y);
    if deed.is_some() && a.more != b.more {
        return None;
    }
    let named = either_within(&a.named, &b.named);
    let bare = a.named.is_empty() != b.named.is_empty();
    let plain = either_within(&a.plain, &b.plain);
    let own = !a.named.is_empty() && !b.named.is_empty();
    let general = x.is_empty() != y.is_empty();
    let kind = |x: &[String], y: &[String]| x.iter().any(|n| y.iter().any(|m| n != m && is_kind(n, m)));
    let same = if !shared.is_empty() {
        named && !bare && (plain || own)
    } else if deed.is_some() && x.is_empty() && y.is_empty() {
        named && plain && topics(links, a, b)
    } else if deed.is_some() && general {
        // "12 miners died", "at least 10 people died".
        let nouns = if x.is_empty() { &y } else { &x };
        found.apart.push(Apart::Kind);
        named && plain && topics(links, a, b) && nouns.iter().any(|n| is_kind(n, "person"))
    } else if (deed.is_some() || near(a, b)) && (kind(&x, &y) || kind(&y, &x)) {
        found.apart.push(Apart::Kind);
        named && !bare && plain && topics(links, a, b)
    } else if general {
        // Under a general head, a name tells what is counted: "National Guard members", "National Guard troops".
        let name = common(&a.named, &b.named);
        if name.len() < MIN_NAME || !named {
            return belongs(links, a, b, found);
        }
        true
    } else {
        false
    };
    if !same {
        return None;
    }
    found.shared.extend(shared.into_iter().map(Shared::Thing));
    found.shared.extend(deed);
    let narrowed = common(&a.named, &b.named).into_iter().chain(common(&a.plain, &b.plain));
    found.shared.extend(narrowed.map(Shared::Narrowed));
    if a.named.len() != b.named.len() || a.plain.len() != b.plain.len() && deed_of_events(a).is_none() {
        found.apart.push(Apart::Narrower);
    }
    Some(())
}

/// Counts of the dead or hurt are of the same event only where the articles have a word for it in common.
fn topics(links: &Links<'_>, a: &Claim, b: &Claim) -> bool {
    let Some(own) = deed_of_events(a) else { return true };
    // In one town, or of one body, it is the same event.
    let small = |id: &u32| links.kind(*id).is_some_and(|k| !matches!(k, EntityKind::Country | EntityKind::Group));
    if common(&a.about, &b.about).iter().any(small) {
        return true;
    }
    let has = |w: &String| b.topic.binary_search(w).is_ok() || b.lead.binary_search(w).is_ok();
    a.topic.iter().chain(a.lead.iter()).any(|w| w != own && has(w))
}

/// Through what it belongs to: a thing that is itself what the other's figure belongs to ("the caravan …
/// 3,500 people" and "the caravan … 7,000 strong").
fn belongs(links: &Links<'_>, a: &Claim, b: &Claim, found: &mut Match) -> Option<()> {
    let of = |x: &Claim, y: &Claim| -> Vec<String> {
        let belongs = |w: &&String| y.nouns.contains(w) || (x.nouns.is_empty() && y.plain.contains(w));
        x.whose.iter().filter(belongs).cloned().collect()
    };
    let mut linked = of(a, b);
    of(b, a).into_iter().for_each(|w| add(&mut linked, w));
    let general = a.nouns.is_empty() || b.nouns.is_empty();
    linked.retain(|w| links.is_many(w));
    if !general || linked.is_empty() {
        return None;
    }
    found.shared.extend(linked.into_iter().map(Shared::Whose));
    Some(())
}

/// Whether they are about something in common; none where their own phrases name different things.
fn about(links: &Links<'_>, a: &Claim, b: &Claim, found: &mut Match) -> Option<bool> {
    let inner = |x: &[u32], y: &[u32]| x.iter().find(|id| links.outer(**id).is_some_and(|o| y.contains(&o))).copied();
    let meets = |x: &[u32], y: &[u32]| !common(x, y).is_empty() || inner(x, y).or_else(|| inner(y, x)).is_some();
    let (both_stated, both_about) =
        (!a.stated.is_empty() && !b.stated.is_empty(), !a.about.is_empty() && !b.about.is_empty());
    // "In Madrid" is no part of what is told of Barcelona.
    let known = |other: &Claim, x: &[u32]| near(a, b) && x.iter().any(|id| links.names_it(other.at.0, *id));
    let elsewhere = |x: &[u32], y: &[u32]| {
        let kind = |id: &u32| links.kind(*id).filter(|k| matches!(k, EntityKind::Country | EntityKind::Settlement));
        // What nothing knows is of the kind of the other.
        let other =
            |id: &u32| y.iter().any(|y| kind(y).is_some() && (links.kind(*id).is_none() || kind(id) == kind(y)));
        x.iter().any(other) && !meets(x, y)
    };
    if elsewhere(&a.places, &b.about) && !known(b, &a.places) || elsewhere(&b.places, &a.about) && !known(a, &b.places)
    {
        return None;
    }
    if both_stated && !meets(&a.stated, &b.stated) || both_about && !meets(&a.about, &b.about) {
        return Some(false);
    }
    let mut shared = common(&a.stated, &b.stated);
    if both_stated && shared.is_empty() {
        found.apart.push(Apart::Place);
    }
    if shared.is_empty() {
        shared = common(&a.about, &b.about);
    }
    found.shared.extend(shared.into_iter().take(2).map(Shared::About));
    Some(true)
}

/// What two claims share through a third that both match.
pub(super) fn through(links: &Links<'_>, a: &Claim, b: &Claim, middle: &Claim) -> Option<Match> {
    // One must have no noun of its own: what it counts is what the third is made of.
    let general = a.nouns.is_empty() != b.nouns.is_empty();
    if a.unit != b.unit
        || !general
        || a.more != b.more
        || periods_differ(a, b)
        || !common(&a.named, &b.named).is_empty()
    {
        return None;
    }
    let mut found = Match { shared: Vec::new(), apart: Vec::new() };
    found.shared.extend(middle.nouns.iter().cloned().map(Shared::Whose));
    about(links, a, b, &mut found)?.then_some(found)
}
