//! Where the articles differ, in plain sentences. They describe; they never call an article wrong.

use super::figure::{self, is_general};
use super::{Scope, words};
use crate::base::{day, sort};
use crate::corpus::ItemKind;
use crate::corpus::claim::{Apart, FigureRef, Group, Pair, Relation, Shared, lemma};
use crate::view::answer::ComparisonRow;

/// The comparisons of figures that the filter leaves.
pub fn rows(scope: &Scope<'_>) -> Vec<ComparisonRow> {
    let mut shown: Vec<FigureRef> = scope.shown(ItemKind::Figure).map(|i| (i.article, i.index)).collect();
    sort::by_key(&mut shown, |f| *f);
    scope.corpus.groups.iter().filter_map(|group| row(scope, group, &shown)).collect()
}

/// A relation's name and its label.
const fn names(relation: Relation) -> (&'static str, &'static str) {
    match relation {
        Relation::Same => ("same", "Same"),
        Relation::Overlap => ("overlap", "Overlap"),
        Relation::BothPossible => ("both_possible", "Both can be true"),
        Relation::NotBoth => ("not_both", "Cannot both be true as stated"),
        Relation::OtherTime => ("other_time", "Different time"),
        Relation::OtherScope => ("other_scope", "Different scope"),
        Relation::PartOf => ("part_of", "Part of"),
    }
}

fn row(scope: &Scope<'_>, group: &Group, shown: &[FigureRef]) -> Option<ComparisonRow> {
    let kept = |pair: &&Pair| {
        [pair.a, pair.b].iter().all(|i| group.figures.get(*i).is_some_and(|f| shown.binary_search(f).is_ok()))
    };
    let pairs: Vec<&Pair> = group.pairs.iter().filter(kept).collect();
    let members = distinct(pairs.iter().flat_map(|p| [p.a, p.b]).collect());
    let figures: Vec<FigureRef> = members.iter().filter_map(|i| group.figures.get(*i).copied()).collect();
    let relations = distinct(pairs.iter().map(|p| p.relation).collect());
    let most = *relations.first()?;
    let anchors: Vec<String> = figures.iter().filter_map(|f| anchor(scope, *f)).collect();
    Some(ComparisonRow {
        id: format!("compare-{}", anchors.first()?),
        sentence: verdict(scope, &figures, &relations),
        relation: names(most).0.to_owned(),
        relation_label: relations.iter().map(|r| names(*r).1).collect::<Vec<_>>().join(" · "),
        why: pairs.iter().filter_map(|pair| why(scope, group, pair)).collect(),
        strip: anchors.first()?.clone(),
        figures: anchors,
    })
}

fn anchor(scope: &Scope<'_>, (article, index): FigureRef) -> Option<String> {
    let analysis = scope.corpus.article(article)?;
    Some(figure::anchor(analysis, analysis.found.figures.get(index as usize)?.span))
}

/// What the relations say, in a sentence that describes and blames nobody.
fn verdict(scope: &Scope<'_>, figures: &[FigureRef], relations: &[Relation]) -> String {
    let has = |relation| relations.contains(&relation);
    let days = distinct(figures.iter().filter_map(|f| scope.corpus.article(f.0)?.day()).collect());
    let between = days.first().zip(days.last()).map_or(0, |(x, y)| day::between(*x, *y));
    let two = figures.len() == 2;
    let can = if two { "Both can be true." } else { "They can all be true." };
    let other_time = has(Relation::OtherTime);
    let first = if has(Relation::NotBoth) {
        format!("As stated, they cannot {} be true.", if two { "both" } else { "all" })
    } else if has(Relation::OtherScope) {
        if two {
            "They do not count quite the same.".to_owned()
        } else {
            "Not all of them count quite the same.".to_owned()
        }
    } else if has(Relation::BothPossible) || has(Relation::Overlap) {
        if other_time { "Those of the same time can all be true.".to_owned() } else { can.to_owned() }
    } else if has(Relation::Same) {
        if other_time { "Those of the same time agree.".to_owned() } else { "They agree.".to_owned() }
    } else if has(Relation::PartOf) {
        "One is a part of the other.".to_owned()
    } else {
        String::new()
    };
    let second = match apart(between) {
        _ if !other_time => String::new(),
        Some(apart) if between >= FAR => format!("Between the first and the last lie {apart}."),
        Some(apart) if first.is_empty() => format!("They differ, and their articles are {apart} apart."),
        Some(apart) => format!("The articles are {apart} apart."),
        None => "They are of different days.".to_owned(),
    };
    [first, second].iter().filter(|s| !s.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// From so many days on, articles are of different times.
const FAR: i32 = 60;

/// How far apart days are: "6 years", "4 months", "2 days".
fn apart(days: i32) -> Option<String> {
    Some(match days {
        730.. => format!("{} years", days / 365),
        365..730 => "one year".to_owned(),
        FAR..365 => format!("{} months", days / 30),
        2..FAR => format!("{days} days"),
        1 => "one day".to_owned(),
        _ => return None,
    })
}

/// In order, each once.
fn distinct<T: Ord + Copy>(mut items: Vec<T>) -> Vec<T> {
    sort::by_key(&mut items, |i| *i);
    items.dedup();
    items
}

/// What matched in a pair: "A 1,500 and B between 800 and 1,000: different time; both count troop".
fn why(scope: &Scope<'_>, group: &Group, pair: &Pair) -> Option<String> {
    let words = |index: usize| -> Option<(String, String)> {
        let (article, figure) = *group.figures.get(index)?;
        let analysis = scope.corpus.article(article)?;
        let letter = &scope.cards.get(article as usize)?.letter;
        let mention = analysis.found.figures.get(figure as usize)?;
        let thing = mention.value.thing.map_or("", |t| analysis.slice(t.span));
        let told = analysis.slice(mention.span);
        let words = match figure::joint(analysis, mention) {
            Some(joint) => format!("{told}{}{thing}", analysis.slice(joint)),
            None if thing.is_empty() => told.to_owned(),
            None => format!("{told} [{thing}]"),
        };
        Some((letter.clone(), words))
    };
    let ((la, a), (lb, b)) = (words(pair.a)?, words(pair.b)?);
    let head = |index: usize| -> Option<&str> {
        let (article, figure) = *group.figures.get(index)?;
        let analysis = scope.corpus.article(article)?;
        Some(analysis.slice(analysis.found.figures.get(figure as usize)?.value.thing?.head))
    };
    let heads = (head(pair.a).unwrap_or(""), head(pair.b).unwrap_or(""));
    let mut reasons: Vec<String> = pair.shared.iter().filter_map(|s| common(s, heads)).collect();
    let narrowed = pair.shared.iter().filter_map(|s| match s {
        Shared::Narrowed(word) => Some(format!("“{word}”")),
        _ => None,
    });
    reasons.extend(listed("both say", narrowed.collect()));
    let about = pair.shared.iter().filter_map(|s| match s {
        Shared::About(id) => Some(scope.corpus.entities.get(*id as usize)?.name.clone()),
        _ => None,
    });
    reasons.extend(listed("both are about", about.collect()));
    let status = |index: usize| -> Option<&'static str> {
        let (article, figure) = *group.figures.get(index)?;
        let status = scope.corpus.article(article)?.attached.figures.get(figure as usize)?.status;
        Some(words::status(status)).map(|s| if s.is_empty() { "stated as fact" } else { s })
    };
    reasons.extend(pair.apart.iter().map(|a| match a {
        Apart::Stage => {
            format!("the first is {}, the second {}", status(pair.a).unwrap_or(""), status(pair.b).unwrap_or(""))
        }
        Apart::Time => "they are of different days".to_owned(),
        Apart::Earlier => "one is an earlier count".to_owned(),
        Apart::Narrower => "one says more narrowly what it counts".to_owned(),
        Apart::Kind => "one counts a kind of what the other counts".to_owned(),
        Apart::Place => "one place lies in the other".to_owned(),
    }));
    if reasons.is_empty() {
        reasons.push("both name the same".to_owned());
    }
    Some(format!("{la}: {a} / {lb}: {b}. {}: {}.", names(pair.relation).1, reasons.join("; ")))
}

/// "Both are about X, Y and Z"; nothing where there is nothing to list.
fn listed(what: &str, items: Vec<String>) -> Option<String> {
    let (last, before) = items.split_last()?;
    Some(if before.is_empty() { format!("{what} {last}") } else { format!("{what} {} and {last}", before.join(", ")) })
}

/// One thing that two figures have in common, in words; what is listed together is told apart from here.
fn common(shared: &Shared, heads: (&str, &str)) -> Option<String> {
    let (x, y) = heads;
    Some(match shared {
        Shared::Thing(word)
            if lemma(x) == lemma(y) || x.is_empty() || y.is_empty() || is_general(x) || is_general(y) =>
        {
            let own = |head: &&str| !head.is_empty() && !is_general(head);
            format!("both count “{}”", [x, y].into_iter().find(own).unwrap_or(word))
        }
        Shared::Thing(word) if lemma(x) == *word || lemma(y) == *word => format!("“{x}” and “{y}” count the same"),
        Shared::Thing(word) => format!("“{x}” and “{y}” both count “{word}”"),
        Shared::Deed(a, b) if a == b => format!("both say “{a}”"),
        Shared::Deed(a, b) => format!("“{a}” and “{b}” tell of the same"),
        Shared::Whose(word) => format!("both are of “{word}”"),
        Shared::Value => "both give the same number".to_owned(),
        Shared::Narrowed(_) | Shared::About(_) => return None,
    })
}
