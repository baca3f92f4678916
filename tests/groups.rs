//! Groups of short articles on one topic: which of their figures are compared, and how.
//!
//! `tests/groups/*.txt`: `@ LETTER | OUTLET | YYYY-MM-DD` begins an article; its text runs to the next
//! line that begins with a mark. `= A "words" | B "words" | relation` is a pair that must be found,
//! `! A "words" | B "words"` one that must not, `~` (with its relation) one that ought to and is not yet; `?` one that ought not to be and is; what is not listed must not be found either. The words
//! point at a figure of the article: the first that touches them. `REPORT=1` prints all that is wrong and
//! the score instead of failing.

#![allow(clippy::expect_used, clippy::panic, missing_docs)] // a test may

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::{env, fs};
use tallysheet::analyze::{self, Analysis, Article, Fact};
use tallysheet::base::Span;
use tallysheet::corpus::Corpus;
use tallysheet::corpus::claim::{FigureRef, Relation};
use tallysheet::pack::Known;

/// Two figures, the earlier first.
type Two = (FigureRef, FigureRef);

#[derive(Default)]
struct Topic {
    articles: Vec<Rc<Analysis>>,
    letters: Vec<String>,
    /// What must be found, with its relation; or, for `None`, must not.
    pairs: Vec<(String, Option<Relation>)>,
    /// What ought to be found and is not yet, or is found and ought not to be.
    gaps: Vec<String>,
}

fn fact(value: &str) -> Fact {
    Fact::new(value, Known::Set, "")
}

fn topic(text: &str) -> Topic {
    let mut topic = Topic::default();
    let mut open: Option<(String, String, String)> = None;
    let close = |topic: &mut Topic, open: &mut Option<(String, String, String)>| {
        if let Some((outlet, day, text)) = open.take() {
            topic.articles.push(Rc::new(analyze::read(Article {
                outlet: fact(&outlet),
                published: fact(&day),
                ..Article::of(text.trim().to_owned())
            })));
        }
    };
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        if let Some(head) = line.strip_prefix("@ ") {
            close(&mut topic, &mut open);
            let parts: Vec<&str> = head.split(" | ").collect();
            topic.letters.push(parts[0].to_owned());
            open = Some((parts[1].to_owned(), parts[2].to_owned(), String::new()));
        } else if let Some(pair) = line.strip_prefix("= ") {
            close(&mut topic, &mut open);
            let (pair, relation) = pair.rsplit_once(" | ").expect("a relation");
            topic.pairs.push((pair.to_owned(), Some(named(relation))));
        } else if let Some(pair) = line.strip_prefix("~ ") {
            close(&mut topic, &mut open);
            topic.gaps.push(pair.rsplit_once(" | ").expect("a relation").0.to_owned());
        } else if let Some(pair) = line.strip_prefix("? ") {
            close(&mut topic, &mut open);
            topic.gaps.push(pair.to_owned());
        } else if let Some(pair) = line.strip_prefix("! ") {
            close(&mut topic, &mut open);
            topic.pairs.push((pair.to_owned(), None));
        } else if let Some((_, _, text)) = &mut open {
            text.push_str(line);
            text.push('\n');
        }
    }
    close(&mut topic, &mut open);
    topic
}

fn named(relation: &str) -> Relation {
    match relation {
        "same" => Relation::Same,
        "overlap" => Relation::Overlap,
        "both" => Relation::BothPossible,
        "cannot" => Relation::NotBoth,
        "different time" => Relation::OtherTime,
        "different scope" => Relation::OtherScope,
        "part of" => Relation::PartOf,
        other => panic!("“{other}” is no relation"),
    }
}

/// `A "words"`: the figure of an article that the words point at.
fn figure(topic: &Topic, side: &str) -> Option<FigureRef> {
    let (letter, words) = side.trim().split_once(' ').expect("a letter and words");
    let words = words.trim_matches('"');
    let article = topic.letters.iter().position(|l| l == letter).expect("an article's letter");
    let analysis = &topic.articles[article];
    let at = analysis.document.text.find(words).unwrap_or_else(|| panic!("“{words}” stands in no text"));
    let span = Span::new(u32::try_from(at).expect("small"), u32::try_from(at + words.len()).expect("small"));
    let index = analysis.found.figures.iter().position(|m| m.span.overlaps(span))?;
    Some((u32::try_from(article).expect("small"), u32::try_from(index).expect("small")))
}

fn made(topic: &Topic) -> BTreeMap<Two, Relation> {
    let corpus = Corpus::new(topic.articles.clone());
    let mut made = BTreeMap::new();
    for group in &corpus.groups {
        for pair in &group.pairs {
            let (a, b) = (group.figures[pair.a], group.figures[pair.b]);
            made.insert((a.min(b), a.max(b)), pair.relation);
        }
    }
    made
}

#[test]
fn figures_are_compared_as_marked() {
    let report = env::var_os("REPORT").is_some();
    let mut files: Vec<_> = fs::read_dir("tests/groups").expect("tests/groups").flatten().map(|e| e.path()).collect();
    files.sort();
    let (mut wanted, mut found, mut right, mut apart, mut unlisted) = (0, 0, 0, 0, 0);
    let (mut barred, mut gaps, mut wrong) = (0, 0, Vec::new());
    for file in files.iter().filter(|f| env::var("ONLY").map_or(true, |only| f.to_string_lossy().contains(&only))) {
        let name = file.file_stem().and_then(|n| n.to_str()).unwrap_or("");
        let topic = topic(&fs::read_to_string(file).expect("a file of groups"));
        let made = made(&topic);
        let mut listed: BTreeSet<Two> = BTreeSet::new();
        for (pair, relation) in &topic.pairs {
            let (a, b) = pair.split_once(" | ").expect("two figures");
            let two = figure(&topic, a).zip(figure(&topic, b)).map(|(a, b)| (a.min(b), a.max(b)));
            let hit = two.and_then(|two| made.get(&two));
            listed.extend(two);
            match (relation, hit) {
                (Some(relation), hit) => {
                    wanted += 1;
                    found += usize::from(hit.is_some());
                    right += usize::from(hit == Some(relation));
                    match (two, hit) {
                        (None, _) => wrong.push(format!("{name}: no figure: {pair}")),
                        (_, None) => wrong.push(format!("{name}: not compared: {pair} ({relation:?})")),
                        (_, Some(hit)) if hit != relation => {
                            wrong.push(format!("{name}: {pair} is {relation:?} but was {hit:?}"));
                        }
                        _ => {}
                    }
                }
                (None, hit) => {
                    apart += 1;
                    barred += usize::from(hit.is_some());
                    if let Some(hit) = hit {
                        wrong.push(format!("{name}: compared, though no pair: {pair} ({hit:?})"));
                    }
                }
            }
        }
        for pair in &topic.gaps {
            let (a, b) = pair.split_once(" | ").expect("two figures");
            listed.extend(figure(&topic, a).zip(figure(&topic, b)).map(|(a, b)| (a.min(b), a.max(b))));
        }
        gaps += topic.gaps.len();
        for ((a, b), relation) in made.iter().filter(|(two, _)| !listed.contains(two)) {
            unlisted += 1;
            let words = |f: &FigureRef| {
                let analysis = &topic.articles[f.0 as usize];
                format!(
                    "{} “{}”",
                    topic.letters[f.0 as usize],
                    analysis.slice(analysis.found.figures[f.1 as usize].span)
                )
            };
            wrong.push(format!("{name}: compared, though not listed: {} | {} ({relation:?})", words(a), words(b)));
        }
    }
    let score = format!(
        "{found} of {wanted} pairs compared, {gaps} more not yet or without reason, {right} with the right relation; {barred} of {apart} non-pairs and {unlisted} others compared"
    );
    if report {
        println!("{}\n{score}", wrong.join("\n"));
    } else {
        assert!(wrong.is_empty(), "{}\n{score}", wrong.join("\n"));
    }
}

/// However many articles tell of one thing, the pairs stay in proportion to them.
#[test]
fn pairs_stay_in_proportion() {
    let pairs = |count: usize| -> usize {
        let article = |n: usize| {
            let text = format!(
                "The storm killed {} people in Norvania, officials said. It left {} homes damaged.",
                n + 3,
                n + 90
            );
            let read =
                analyze::read(Article { outlet: fact("A paper"), published: fact("2020-05-04"), ..Article::of(text) });
            Rc::new(read)
        };
        Corpus::new((0..count).map(article).collect()).groups.iter().map(|g| g.pairs.len()).sum()
    };
    let (few, many) = (pairs(60), pairs(240));
    assert!(few > 0 && many <= few * 5, "{few} pairs, then {many}");
}
