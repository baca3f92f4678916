//! The second look: what the document says elsewhere of the same words.

use super::super::{Scope, dateline};
use super::evidence::Evidence;
use super::guess::Guess;
use super::tagger::is_where;
use crate::base::fold::fold;
use crate::base::{Named, Rule, sort};
use crate::extract::EntityKind;
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::Table;

/// A surname of a person named in full elsewhere.
pub const SURNAME: Rule =
    Rule { name: "name/surname", why: "A part of the name of a person whom the text names in full elsewhere." };
/// A name that stands elsewhere in the text.
pub const REPEATED: Rule = Rule { name: "name/repeated", why: "The same words are a name elsewhere in the text." };
/// The first word of a body's name.
pub const SHORT: Rule = Rule {
    name: "name/short",
    why: "The first word of the name of a body that the text names in full, and of no person.",
};
/// An acronym after its expansion.
pub const EXPANDED: Rule =
    Rule { name: "name/expanded-acronym", why: "Letters in brackets after the name they stand for." };

/// A name right behind what it is: "the union Solidarity".
pub const CALLED: Rule = Rule {
    name: "name/called-body",
    why: "The words before the name say that it is a body: “the German union …”.",
};
/// A body, by what it does.
pub const SPEAKS: Rule = Rule {
    name: "name/speaks",
    why: "The name says something in the text, and nothing is in it or near it: a body and no town.",
};
/// The place that a dateline opens with.
pub const DATELINE: Rule =
    Rule { name: "name/dateline", why: "The first words of an agency's dateline, before its date or dash." };

/// Corrects kinds by the document's own words, and adds what only they show to be a name.
pub fn settle(scope: &Scope<'_>, evidence: &Evidence, names: Vec<Guess>) -> Vec<Guess> {
    let mut names = names;
    let (parts, kinds) = agree(scope, &mut names);
    let more = missed(scope, evidence, &names, &parts, &kinds);
    names.extend(more);
    sort::by_key(&mut names, |n| n.first);
    names
}

/// Corrects kinds by the document's own words: letters after their expansion, surnames of people named
/// in full, and the kind that the same words have most often.
pub fn agree(scope: &Scope<'_>, names: &mut [Guess]) -> (Parts, Kinds) {
    expand(scope, names);
    for name in names.iter_mut().filter(|n| n.known.is_empty() && !is_where(n.kind) && opens_dateline(scope, n)) {
        name.kind = EntityKind::Settlement;
        name.rule = &DATELINE;
    }
    for name in names.iter_mut().filter(|n| n.known.is_empty() && super::body::is_called_body(scope, n.first)) {
        if !matches!(name.kind, EntityKind::Organisation | EntityKind::Facility | EntityKind::Event) {
            name.kind = EntityKind::Organisation;
            name.rule = &CALLED;
        }
    }
    let speaking = set(names.iter().filter(|n| speaks(scope, n)).map(|n| words(scope, n)));
    let holding = set(names.iter().filter(|n| holds(scope, n)).map(|n| words(scope, n)));
    let parts = parts_of_people(scope, names);
    let is_body = |name: &Guess| {
        let own = words(scope, name);
        name.known.is_empty() && speaking.contains(&own) && !holding.contains(&own) && !parts.contains(&own)
    };
    let town = |n: &Guess| n.kind == EntityKind::Settlement;
    let bodies = set(names.iter().filter(|n| town(n) && is_body(n)).map(|n| words(scope, n)));
    for name in names.iter_mut().filter(|n| town(n) || n.kind == EntityKind::Person && n.first == n.last) {
        if is_body(name) && bodies.contains(&words(scope, name)) {
            name.kind = EntityKind::Organisation;
            name.rule = &SPEAKS;
        }
    }
    for name in names.iter_mut() {
        let one = name.first == name.last;
        if one
            && name.known.is_empty()
            && name.kind != EntityKind::Person
            && parts.contains(&fold(scope.word(name.first)))
        {
            name.kind = EntityKind::Person;
            name.rule = &SURNAME;
        }
    }
    let bodies = beginnings_of_bodies(scope, names);
    for name in names.iter_mut().filter(|n| n.first == n.last && n.kind == EntityKind::Person && n.known.is_empty()) {
        let word = fold(scope.word(name.first));
        let titled = name.first > 0 && scope.hits.is(name.first - 1, Table::Title);
        if bodies.contains(&word) && !parts.contains(&word) && !titled {
            name.kind = EntityKind::Organisation;
            name.rule = &SHORT;
        }
    }
    let kinds = kinds(scope, names);
    for name in names.iter_mut() {
        let words = fold(scope.document.slice(scope.document.span(name.first, name.last)));
        let Some((kind, votes, all)) = kinds.get(&words) else { continue };
        if name.known.is_empty() && *kind != name.kind && votes * 2 > *all {
            name.kind = *kind;
            name.rule = &REPEATED;
        }
    }
    (parts, kinds)
}

/// The folded words of a name.
fn words(scope: &Scope<'_>, name: &Guess) -> String {
    fold(scope.document.slice(scope.document.span(name.first, name.last)))
}

/// "Nordlab said", "Nordlab has reported".
fn speaks(scope: &Scope<'_>, name: &Guess) -> bool {
    let after = name.last + 1;
    scope.has(after, Table::Speech) || scope.is_any(after, "has had") && scope.has(after + 1, Table::Speech)
}

/// "In Nordby", "near Nordby", "HAVERBROOK —".
fn holds(scope: &Scope<'_>, name: &Guess) -> bool {
    const WHERE: &str = "in at near outside around across to from into through towards";
    // "Shares in Nordlab"
    const OWNED: &str = "shares share stake stakes stock invested investment investors trading";
    let before = name.first.checked_sub(1).filter(|t| scope.is_any(*t, WHERE));
    before.is_some_and(|t| !scope.is_any(t.wrapping_sub(1), OWNED)) || opens_dateline(scope, name)
}

/// "HAVERBROOK, Ohio — The mayor": the name that a dateline begins with.
fn opens_dateline(scope: &Scope<'_>, name: &Guess) -> bool {
    let sentence = scope.document.sentence_tokens(name.first);
    let shouted = (name.first..=name.last).all(|t| scope.token(t).case == Case::Upper && scope.word(t).len() > 2);
    sentence.start == name.first
        && shouted
        && matches!(scope.word(name.last + 1), "," | "(" | "-" | "–" | "—" | "--")
        && dateline::behind(scope, &sentence).is_some_and(|text| name.last < text)
}

/// The last words of the names of people named in full.
type Parts = Named<()>;

/// "Immigration and Customs Enforcement (ICE)": the letters are the name's.
fn expand(scope: &Scope<'_>, names: &mut [Guess]) {
    for index in 1..names.len() {
        let (before, after) = names.split_at_mut(index);
        let (Some(long), Some(short)) = (before.last(), after.first_mut()) else { continue };
        let bracket = scope.is(long.last + 1, "(") && short.first == long.last + 2 && scope.is(short.last + 1, ")");
        if bracket
            && long.first != long.last
            && short.first == short.last
            && scope.token(short.first).case == Case::Upper
        {
            short.kind = long.kind;
            short.known = long.known;
            short.rule = &EXPANDED;
        }
    }
}

/// The surnames, and given names, of people named in full.
fn parts_of_people(scope: &Scope<'_>, names: &[Guess]) -> Parts {
    let full = names.iter().filter(|n| n.kind == EntityKind::Person && n.last > n.first);
    set(full.map(|n| fold(scope.word(n.last))))
}

/// "Harlow" of "Harlow Motors": the first words of the names of bodies, where they are no given name.
fn beginnings_of_bodies(scope: &Scope<'_>, names: &[Guess]) -> Parts {
    let full = names.iter().filter(|n| n.kind == EntityKind::Organisation && n.last > n.first);
    let plain = |n: &&Guess| !scope.has(n.first, Table::GivenName) && !scope.is(n.first + 1, "of");
    set(full.filter(plain).map(|n| fold(scope.word(n.first))))
}

fn set(words: impl Iterator<Item = String>) -> Parts {
    let mut parts = Parts::default();
    words.for_each(|word| parts.put(&word, ()));
    parts
}

type Kinds = Named<(EntityKind, u32, u32)>;

/// For each name's words, its most frequent kind, how often it is that, and how often it stands at all.
fn kinds(scope: &Scope<'_>, names: &[Guess]) -> Kinds {
    let mut counts: Named<Vec<(EntityKind, u32)>> = Named::default();
    for name in names {
        let words = fold(scope.document.slice(scope.document.span(name.first, name.last)));
        let of = counts.entry(&words, Vec::new);
        match of.iter_mut().find(|(kind, _)| *kind == name.kind) {
            Some((_, count)) => *count += 1,
            None => of.push((name.kind, 1)),
        }
    }
    let mut kinds = Kinds::default();
    for (words, of) in counts.iter() {
        let best = of.iter().max_by_key(|(kind, count)| (*count, core::cmp::Reverse(*kind)));
        if let Some((kind, count)) = best {
            kinds.put(words, (*kind, *count, of.iter().map(|(_, count)| count).sum()));
        }
    }
    kinds
}

/// Capitalised words outside all names that are a name, or a person's surname, elsewhere.
fn missed(scope: &Scope<'_>, evidence: &Evidence, names: &[Guess], parts: &Parts, kinds: &Kinds) -> Vec<Guess> {
    let mut covered = vec![false; scope.document.len() as usize];
    for name in names {
        if let Some(run) = covered.get_mut(name.first as usize..=name.last as usize) {
            run.fill(true);
        }
    }
    let mut more = Vec::new();
    let bodies = beginnings_of_bodies(scope, names);
    for (at, taken) in (0..).zip(covered) {
        let token = scope.token(at);
        if taken
            || token.kind != TokenKind::Word
            || !token.is_capital()
            || scope.has(at, Table::Stop)
            || token.span.len() < 3
        {
            continue;
        }
        let word = fold(scope.word(at));
        let small = evidence.of(scope.word(at)).small;
        let guess = |kind, rule| Guess { first: at, last: at as TokenId, kind, known: "", cut: (0, 0), rule };
        if parts.contains(&word) && !small {
            more.push(guess(EntityKind::Person, &SURNAME));
        } else if let Some((kind, ..)) = kinds.get(&word).filter(|_| !small) {
            more.push(guess(*kind, &REPEATED));
        } else if bodies.contains(&word) && !small {
            more.push(guess(EntityKind::Organisation, &SHORT));
        }
    }
    more
}
