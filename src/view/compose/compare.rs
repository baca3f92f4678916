//! Where the articles differ, in plain sentences. They describe; they never call an article wrong.

use super::{Scope, figure, words};
use crate::analyze::Analysis;
use crate::base::{day, sort};
use crate::corpus::ItemKind;
use crate::corpus::claim::{Apart, FigureRef, Group, Pair, Relation, Shared, lemma};
use crate::extract::Thing;
use crate::lexicon::Lexicon;
use crate::pack::Table;
use crate::query::dims::speaker_value;
use crate::view::answer::{ComparisonRow, LinkedRun};

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
    let first = *figures.first()?;
    let anchors: Vec<String> = figures.iter().filter_map(|f| anchor(scope, *f)).collect();
    Some(ComparisonRow {
        id: format!("compare-{}", anchors.first()?),
        sentence: sentence(scope, &figures, &relations),
        relation: names(most).0.to_owned(),
        relation_label: relations.iter().map(|r| names(*r).1).collect::<Vec<_>>().join(" · "),
        why: pairs.iter().filter_map(|pair| why(scope, group, pair)).collect(),
        strip: scope.corpus.article(first.0).map_or_else(String::new, |a| figure::strip_id(a, first.1)),
        figures: anchors,
    })
}

fn anchor(scope: &Scope<'_>, (article, index): FigureRef) -> Option<String> {
    let analysis = scope.corpus.article(article)?;
    Some(figure::anchor(analysis, analysis.found.figures.get(index as usize)?.span))
}

/// "On troops, DW (26 Oct 2018) gives *between 800 and 1,000* (US officials); Article A (22 Jan 2025) gives
/// *1,500*. They are 6 years apart."
fn sentence(scope: &Scope<'_>, figures: &[FigureRef], relations: &[Relation]) -> Vec<LinkedRun> {
    let plain = |text: &str| LinkedRun { text: text.to_owned(), at: String::new() };
    let mut runs = Vec::new();
    let mut by_article: Vec<(u32, Vec<FigureRef>)> = Vec::new();
    for figure in figures {
        match by_article.iter_mut().find(|(article, _)| *article == figure.0) {
            Some((_, list)) => list.push(*figure),
            None => by_article.push((figure.0, vec![*figure])),
        }
    }
    for (at, (article, list)) in by_article.iter().enumerate() {
        let short = scope.cards.get(*article as usize).map_or("", |card| card.short.as_str());
        let (name, day) = short.rsplit_once(", ").unwrap_or((short, ""));
        let join = if at == 0 { "" } else { "; " };
        runs.push(plain(&format!("{join}{name} ({day}): ")));
        for (n, figure) in list.iter().enumerate() {
            let Some(analysis) = scope.corpus.article(*article) else { continue };
            if n > 0 {
                runs.push(plain(", "));
            }
            runs.extend(claim(scope, analysis, *figure));
        }
    }
    runs.push(plain(". "));
    runs.push(plain(&verdict(scope, figures, relations)));
    runs
}

/// One figure with the thing counted, and who says so.
fn claim(scope: &Scope<'_>, analysis: &Analysis, (article, index): FigureRef) -> Vec<LinkedRun> {
    let plain = |text: String| LinkedRun { text, at: String::new() };
    let Some(mention) = analysis.found.figures.get(index as usize) else { return Vec::new() };
    let mut runs =
        vec![LinkedRun { text: analysis.slice(mention.span).to_owned(), at: figure::anchor(analysis, mention.span) }];
    if let Some(thing) = mention.value.thing {
        let thing = analysis.slice(thing.span);
        runs.push(plain(match figure::joint(analysis, mention) {
            Some(joint) => format!("{}{thing}", analysis.slice(joint)),
            None => format!(" [{thing}]"),
        }));
    }
    // "people" alone says little: of what.
    let general = |t: Thing| Lexicon::embedded().has(Table::Generic, analysis.slice(t.head));
    if let Some(whose) = mention.value.holder().filter(|_| mention.value.thing.is_some_and(general)) {
        runs.push(plain(format!(" [{}]", analysis.slice(whose))));
    }
    let context = analysis.attached.figures.get(index as usize);
    let status = context.map_or("", |c| words::status(c.status));
    let source = context.and_then(|c| c.attribution.as_ref());
    let source = source.map(|a| speaker_value(scope.corpus, article, a.entity, &a.canonical).label);
    let notes =
        [status.to_owned(), source.map_or_else(|| "no source given".to_owned(), |s| format!("according to {s}"))];
    let notes: Vec<String> = notes.into_iter().filter(|n| !n.is_empty()).collect();
    runs.push(plain(format!(" ({})", notes.join(", "))));
    runs
}

/// What the relations say, in a sentence that describes and blames nobody.
fn verdict(scope: &Scope<'_>, figures: &[FigureRef], relations: &[Relation]) -> String {
    let has = |relation| relations.contains(&relation);
    let far = apart(scope, figures);
    let first = if has(Relation::NotBoth) {
        "As stated, they cannot all be true."
    } else if has(Relation::OtherTime) && far.is_none() {
        "They hold on different days."
    } else if has(Relation::OtherScope) {
        "They do not count quite the same."
    } else if has(Relation::BothPossible) || has(Relation::Overlap) {
        if has(Relation::OtherTime) { "Those of the same time can all be true." } else { "They can all be true." }
    } else if has(Relation::Same) && !has(Relation::OtherTime) {
        "They agree."
    } else {
        ""
    };
    let far = far.filter(|_| has(Relation::OtherTime));
    let far = far.map_or_else(String::new, |apart| format!("{apart} lie between the first and the last."));
    [first, &far].iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// How far apart the days of the articles are: "6 years", "4 months".
fn apart(scope: &Scope<'_>, figures: &[FigureRef]) -> Option<String> {
    let days = distinct(figures.iter().filter_map(|f| scope.corpus.article(f.0)?.day()).collect());
    let between = day::between(*days.first()?, *days.last()?);
    Some(match between {
        730.. => format!("{} years", between / 365),
        365..730 => "One year".to_owned(),
        60..365 => format!("{} months", between / 30),
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
        let joint = figure::joint(analysis, mention).map_or(" ", |j| analysis.slice(j));
        Some((letter.clone(), format!("{}{joint}{thing}", analysis.slice(mention.span)).trim_end().to_owned()))
    };
    let ((la, a), (lb, b)) = (words(pair.a)?, words(pair.b)?);
    let head = |index: usize| -> Option<&str> {
        let (article, figure) = *group.figures.get(index)?;
        let analysis = scope.corpus.article(article)?;
        Some(analysis.slice(analysis.found.figures.get(figure as usize)?.value.thing?.head))
    };
    let heads = (head(pair.a).unwrap_or(""), head(pair.b).unwrap_or(""));
    let mut reasons: Vec<String> = pair.shared.iter().map(|s| common(scope, s, heads)).collect();
    reasons.extend(pair.apart.iter().map(|a| differs(*a).to_owned()));
    Some(format!("{la}: {a} / {lb}: {b}. {}: {}.", names(pair.relation).1, reasons.join("; ")))
}

/// One thing that two figures have in common, in words.
fn common(scope: &Scope<'_>, shared: &Shared, heads: (&str, &str)) -> String {
    match shared {
        Shared::Thing(word) if lemma(heads.0) == lemma(heads.1) || heads.0.is_empty() || heads.1.is_empty() => {
            format!("both count “{}”", if heads.0.is_empty() { word } else { heads.0 })
        }
        Shared::Thing(word) => format!("“{}” and “{}” both count “{word}”", heads.0, heads.1),
        Shared::Deed(a, b) if a == b => format!("both say “{a}”"),
        Shared::Deed(a, b) => format!("“{a}” and “{b}” tell of the same"),
        Shared::Narrowed(word) => format!("both say “{word}”"),
        Shared::Whose(word) => format!("both are of “{word}”"),
        Shared::Value => "both give the same number".to_owned(),
        Shared::About(id) => match scope.corpus.entities.get(*id as usize) {
            Some(entity) => format!("both are about {}", entity.name),
            None => "both name the same".to_owned(),
        },
    }
}

/// What sets two figures apart, in words.
const fn differs(apart: Apart) -> &'static str {
    match apart {
        Apart::Time => "they hold on different days",
        Apart::Stage => "one is so, the other is planned, asked for or possible",
        Apart::Narrower => "one is narrowed by words that the other has not",
        Apart::Kind => "one counts a kind of what the other counts",
        Apart::Place => "one place lies in the other",
    }
}
