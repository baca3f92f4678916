//! The embedded articles against the hand-made answers in `tests/gold/`.

#![allow(clippy::expect_used, clippy::panic, missing_docs)] // a test may

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::rc::Rc;
use tallysheet::analyze::Analysis;
use tallysheet::analyze::published::published;
use tallysheet::base::{Decimal, Span, day};
use tallysheet::corpus::Corpus;
use tallysheet::corpus::claim::Relation;
use tallysheet::extract::{Basis, EntityKind, NameForm, TimexKind};
use tallysheet::session::Session;

/// The articles by their place in the gold's file names: `000_…`, `001_…`, `002_…`.
fn articles() -> Vec<Rc<Analysis>> {
    Session::embedded().articles().to_vec()
}

fn rows(file: &str) -> Vec<Value> {
    let text = fs::read_to_string(format!("tests/gold/{file}")).expect("a file of gold");
    text.lines().map(|line| serde_json::from_str(line).expect("a line of gold")).collect()
}

fn article(row: &Value) -> usize {
    row["file"].as_str().and_then(|f| f.get(..3)?.parse().ok()).expect("a file's number")
}

fn span(row: &Value) -> Span {
    let at = |key: &str| u32::try_from(row[key].as_u64().expect("an offset")).expect("an offset");
    Span::new(at("start"), at("end"))
}

fn flag(row: &Value, key: &str) -> bool {
    row[key].as_bool().unwrap_or(false)
}

fn f1(right: usize, found: usize, gold: usize) -> f64 {
    200.0 * right as f64 / (found + gold) as f64
}

#[test]
fn gold_fits_the_articles() {
    let articles = articles();
    for file in ["figures", "not_figures", "boilerplate", "entities"] {
        for row in rows(&format!("{file}.jsonl")) {
            assert_eq!(articles[article(&row)].slice(span(&row)), row["text"].as_str().expect("text"));
        }
    }
}

#[test]
fn figures_have_their_value_and_bound() {
    let articles = articles();
    let gold = rows("figures.jsonl");
    let core = |row: &Value| !flag(row, "optional") && !matches!(row["kind"].as_str(), Some("ordinal" | "clock"));
    let close = |a: Option<Decimal>, b: &Value| match (a, b.as_f64()) {
        (Some(a), Some(b)) => (a.to_f64() - b).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    };
    let (mut right, mut missed, mut wrong) = (0, Vec::new(), Vec::new());
    for row in gold.iter().filter(|r| core(r)) {
        let hit = articles[article(row)].found.figures.iter().find(|m| m.span.overlaps(span(row)));
        let fits = hit.is_some_and(|m| {
            let v = &m.value;
            let value = if row["low"].is_null() {
                close(v.point, &row["value"])
            } else {
                close(v.low, &row["low"]) && close(v.high, &row["high"])
            };
            value && v.bound.word() == row["bound"].as_str().expect("a bound")
        });
        if fits { right += 1 } else { missed.push(row["text"].to_string()) }
    }
    let mut found = 0;
    for (index, analysis) in articles.iter().enumerate() {
        for m in &analysis.found.figures {
            let touched: Vec<&Value> =
                gold.iter().filter(|r| article(r) == index && span(r).overlaps(m.span)).collect();
            found += usize::from(touched.is_empty() || touched.iter().any(|r| core(r)));
            if touched.is_empty() {
                wrong.push(analysis.slice(m.span).to_owned());
            }
        }
    }
    let score = f1(right, found, gold.iter().filter(|r| core(r)).count());
    assert!(score >= 99.9, "value and bound F1 {score:.1}; missed {missed:?}; wrong {wrong:?}");
}

#[test]
fn dates_markers_and_addresses_are_no_figures() {
    let articles = articles();
    for row in rows("not_figures.jsonl") {
        let hit = articles[article(&row)].found.figures.iter().find(|m| m.span.overlaps(span(&row)));
        assert!(hit.is_none(), "{row} was taken for a figure");
    }
}

#[test]
fn dates_have_their_value() {
    let articles = articles();
    let timexes: Vec<Value> =
        rows("dates.jsonl").into_iter().filter(|r| r["kind"] == "timex" && !flag(r, "optional")).collect();
    let mut wrong = Vec::new();
    for row in &timexes {
        let hits = articles[article(row)].found.timexes.iter().filter(|m| m.span.overlaps(span(row)));
        let values: Vec<&str> = std::iter::once(&row["value"])
            .chain(row["alt_values"].as_array().into_iter().flatten())
            .filter_map(Value::as_str)
            .collect();
        let found: Vec<String> = hits.map(|m| m.value.iso.clone()).collect();
        if !found.iter().any(|f| values.contains(&f.as_str())) {
            wrong.push(format!("{} is {} but was read as {found:?}", row["text"], row["value"]));
        }
    }
    assert!(wrong.is_empty(), "{} of {} dates: {wrong:#?}", timexes.len() - wrong.len(), timexes.len());
}

#[test]
fn what_surrounds_the_articles_is_set_apart() {
    let articles = articles();
    for row in rows("boilerplate.jsonl") {
        let analysis = &articles[article(&row)];
        let block = analysis.found.blocks.iter().find(|m| m.span.overlaps(span(&row))).expect("a block");
        assert_eq!(block.value.is_article(), !flag(&row, "drop"), "{row} was read as {}", block.value.word());
    }
    let drop: BTreeMap<(usize, u32), bool> =
        rows("boilerplate.jsonl").iter().map(|r| ((article(r), span(r).start), flag(r, "drop"))).collect();
    for (index, analysis) in articles.iter().enumerate() {
        for block in analysis.found.blocks.iter().filter(|b| !b.value.is_article()) {
            let marked =
                drop.range((index, block.span.start.saturating_sub(3))..(index, block.span.end)).any(|(_, drop)| *drop);
            assert!(marked, "“{}” was set apart as {}", analysis.slice(block.span), block.value.word());
        }
    }
}

/// How much of two lists of spans they have in common, as a share of what either covers.
fn shared(a: &[Span], b: &[Span]) -> f64 {
    let within = |at: u32, spans: &[Span]| spans.iter().any(|s| s.start <= at && at < s.end);
    let ends = |spans: &[Span]| spans.iter().map(|s| s.end).max().unwrap_or(0);
    let all = (0..ends(a).max(ends(b))).filter(|at| within(*at, a) || within(*at, b));
    let (mut both, mut either) = (0, 0);
    for at in all {
        either += 1;
        both += usize::from(within(at, a) && within(at, b));
    }
    both as f64 / f64::max(f64::from(either), 1.0)
}

/// A speaker's name without what the annotator remarks about it: that nobody is named, which order is meant.
fn plain(name: &str) -> String {
    let name = name.split(" (").next().unwrap_or(name).to_lowercase();
    name.trim_start_matches("unnamed ").replace("’s ", "'s ")
}

#[test]
fn words_are_given_to_who_said_them() {
    let articles = articles();
    let spans = |row: &Value| -> Vec<Span> {
        let at = |v: &Value| u32::try_from(v.as_u64().expect("an offset")).expect("an offset");
        row["segments"].as_array().expect("segments").iter().map(|s| Span::new(at(&s[0]), at(&s[1]))).collect()
    };
    let gold = rows("quotes.jsonl");
    let mut wrong = Vec::new();
    for row in gold.iter().filter(|r| r["kind"] != "not_a_quote" && !flag(r, "optional")) {
        let analysis = &articles[article(row)];
        let quotes = analysis.found.quotes.iter().zip(&analysis.attached.quotes);
        let hit = quotes
            .map(|(m, voice)| (shared(&m.value.segments, &spans(row)), m, voice))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(share, ..)| *share >= 0.5);
        let Some((_, mention, voice)) = hit else {
            wrong.push(format!("not found: {}", row["text"]));
            continue;
        };
        let (found, right) = (plain(&voice.canonical), plain(row["speaker_canonical"].as_str().expect("a speaker")));
        // "Trump's team" is also "Donald Trump's team".
        if !(found == right || right.contains("'s ") && found.ends_with(&right)) {
            wrong.push(format!("{} by {found}, not {right}: {}", mention.rule.name, row["text"]));
        }
    }
    for row in gold.iter().filter(|r| r["kind"] == "not_a_quote") {
        let found = articles[article(row)].found.quotes.iter().find(|m| shared(&m.value.segments, &[span(row)]) >= 0.5);
        if let Some(found) = found {
            wrong.push(format!("no quote, but {}: {}", found.rule.name, row["text"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// People, organisations and countries named in the articles: each found, and each one entity.
#[test]
fn who_is_named_is_found_and_linked() {
    let articles = articles();
    let corpus = Corpus::new(articles.clone());
    // Left out: an adjective ("Congressional elections") is no mention of the body it is made from; the
    // guidelines of our annotated news leave such words untagged.
    let named = |row: &Value| {
        row["text"] != "Congressional"
            && row["layer"] == "ner"
            && !flag(row, "boilerplate")
            && matches!(row["type"].as_str(), Some("PERSON" | "ORG" | "GPE"))
    };
    let (mut missed, mut entities): (Vec<String>, BTreeMap<String, BTreeSet<u32>>) = (Vec::new(), BTreeMap::new());
    for row in rows("entities.jsonl").iter().filter(|r| named(r)) {
        let at = article(row);
        let names = articles[at].found.names.iter().zip(0..);
        let hit = names
            .filter(|(m, _)| m.value.form == NameForm::Name)
            .find(|(m, _)| m.span == span(row) || m.span.overlaps(span(row)));
        match hit.and_then(|(_, index)| corpus.entity_of_name(u32::try_from(at).expect("small"), index)) {
            Some(entity) => drop(entities.entry(row["entity"].to_string()).or_default().insert(entity)),
            None => missed.push(format!("{} in article {at}", row["text"])),
        }
    }
    assert!(missed.is_empty(), "not found or not linked: {missed:?}");
    let split: Vec<_> = entities
        .iter()
        .filter(|(_, ids)| ids.len() > 1)
        .map(|(name, ids)| (name, ids.iter().map(|id| corpus.entities[*id as usize].name.clone()).collect::<Vec<_>>()))
        .collect();
    assert!(split.is_empty(), "one thing, several entities: {split:?}");
    let mut merged: BTreeMap<u32, Vec<&String>> = BTreeMap::new();
    entities
        .iter()
        .flat_map(|(name, ids)| ids.iter().map(move |id| (*id, name)))
        .for_each(|(id, name)| merged.entry(id).or_default().push(name));
    merged.retain(|_, names| names.len() > 1);
    assert!(merged.is_empty(), "several things, one entity: {merged:?}");
}

/// "The president", "the Republican leader": each found, and each of the person it stands for. An apposition is read as
/// the person's title.
#[test]
fn descriptions_of_people_are_resolved() {
    let articles = articles();
    let corpus = Corpus::new(articles.clone());
    let gold = rows("entities.jsonl");
    let described = gold.iter().filter(|r| r["kind"] == "nominal" && r["type"] == "PERSON");
    let mut wrong = Vec::new();
    for row in described.clone() {
        let at = article(row);
        let person = articles[at].found.names.iter().zip(0..).find_map(|(m, index)| {
            let fits = m.value.form != NameForm::Name && m.span.overlaps(span(row));
            let entity = || corpus.entity_of_name(u32::try_from(at).expect("small"), index);
            fits.then(entity).flatten().map(|id| corpus.entities[id as usize].name.clone())
        });
        if person.as_deref() != row["entity"].as_str() {
            wrong.push(format!("{} is {} but was read as {person:?}", row["text"], row["entity"]));
        }
    }
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", described.count() - wrong.len(), gold.len());
}

/// Names with their kind, and titles. Gold leaves the country out of "US President"; the guidelines of our annotated
/// news take it in, and so do we: a title counts where it overlaps.
#[test]
fn names_and_titles_have_their_span_and_kind() {
    let articles = articles();
    let gold = rows("entities.jsonl");
    let counted = |r: &&Value| r["layer"] == "ner" || r["layer"] == "title" && r["kind"] != "nominal";
    let gold: Vec<&Value> = gold.iter().filter(counted).collect();
    let letters = |form: NameForm, kind: EntityKind| match (form, kind) {
        (NameForm::Title, _) => "TITLE",
        (_, EntityKind::Person) => "PERSON",
        (_, EntityKind::Organisation) => "ORG",
        (_, EntityKind::Country | EntityKind::Settlement) => "GPE",
        (_, EntityKind::Place) => "LOC",
        (_, EntityKind::Facility) => "FAC",
        (_, EntityKind::Group) => "NORP",
        (_, EntityKind::Law) => "LAW",
        (_, EntityKind::Event) => "EVENT",
        (_, EntityKind::Product) => "PRODUCT",
    };
    let (mut right, mut found, mut wrong) = (0, 0, Vec::new());
    for (at, analysis) in articles.iter().enumerate() {
        for m in analysis.found.names.iter().filter(|m| m.value.form != NameForm::Nominal) {
            let kind = letters(m.value.form, m.value.kind);
            let fits = |r: &&&Value| {
                let same = if kind == "TITLE" { span(r).overlaps(m.span) } else { span(r) == m.span };
                article(r) == at && r["type"] == kind && same
            };
            found += 1;
            if gold.iter().any(|r| fits(&r)) {
                right += 1
            } else {
                wrong.push((kind, analysis.slice(m.span).to_owned()))
            }
        }
    }
    let score = f1(right, found, gold.len());
    assert!(score >= 97.0, "names and titles F1 {score:.1}; {wrong:?}");
}

#[test]
fn every_date_says_what_it_was_resolved_from() {
    for analysis in articles() {
        for m in analysis.found.timexes.iter().filter(|m| m.value.kind == TimexKind::Date) {
            assert!(!m.value.iso.is_empty(), "{}", analysis.slice(m.span));
        }
    }
}

/// Which figures the articles have in common: every pair that the comparisons list, each with a relation that
/// fits, and none besides.
#[test]
fn the_same_measures_are_compared() {
    let articles = articles();
    let corpus = Corpus::new(articles.clone());
    let gold = rows("claims.jsonl");
    let claim = |id: &Value| {
        let row = gold.iter().find(|r| r["id"] == *id).expect("a claim");
        let at = article(row);
        let span = span(&row["figure"]);
        let index = articles[at].found.figures.iter().position(|m| m.span.overlaps(span)).expect("a figure");
        (u32::try_from(at).expect("small"), u32::try_from(index).expect("small"))
    };
    let span = |f: (u32, u32)| articles[f.0 as usize].slice(articles[f.0 as usize].found.figures[f.1 as usize].span);
    let mut made: BTreeMap<_, Relation> = BTreeMap::new();
    for group in &corpus.groups {
        for pair in &group.pairs {
            let (a, b) = (group.figures[pair.a], group.figures[pair.b]);
            made.insert((a.min(b), a.max(b)), pair.relation);
        }
    }
    let mut wrong = Vec::new();
    for row in gold.iter().filter(|r| r["kind"] == "comparison") {
        let claims: Vec<_> = row["claims"].as_array().expect("claims").iter().map(claim).collect();
        let words = row["relation"].as_str().expect("a relation");
        let mut relations = Vec::new();
        for (n, a) in claims.iter().enumerate() {
            for b in &claims[n + 1..] {
                match made.remove(&(*a.min(b), *a.max(b))) {
                    Some(relation) => relations.push(relation),
                    None => wrong.push(format!("{} and {} are not compared", span(*a), span(*b))),
                }
            }
        }
        // What lies years apart is said to, and what was reported in the same weeks is not.
        if words.contains("different time") != relations.contains(&Relation::OtherTime) {
            wrong.push(format!("“{words}” was read as {relations:?}"));
        }
    }
    wrong.extend(made.iter().map(|((a, b), r)| format!("{} and {} are compared: {r:?}", span(*a), span(*b))));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Who says a figure, when and where it holds. Left out: an as-of that is no time ("may be on the way" is a status), and
/// what stands in the gold as a place without a word of place before it.
#[test]
fn figures_have_their_source_time_and_place() {
    let articles = articles();
    let (mut wrong, mut places) = (Vec::new(), (0, 0));
    for row in rows("figures.jsonl") {
        if flag(&row, "optional") || matches!(row["kind"].as_str(), Some("ordinal" | "clock")) {
            continue;
        }
        let analysis = &articles[article(&row)];
        let index = analysis.found.figures.iter().position(|m| m.span.overlaps(span(&row))).expect("a figure");
        let context = &analysis.attached.figures[index];
        let agree = |key: &str, found: Option<Span>| match (row[key].as_str(), found) {
            (None, None) => true,
            (Some(gold), Some(found)) => {
                let found = analysis.slice(found);
                gold.contains(found) || found.contains(gold)
            }
            _ => false,
        };
        let text = |span: Option<Span>| span.map_or("", |s| analysis.slice(s));
        let (source, as_of) = (context.attribution.as_ref().map(|a| a.speaker), context.as_of.as_ref().map(|a| a.span));
        if !agree("attributed_to", source) {
            wrong.push(format!("{}: source {}, read {}", row["text"], row["attributed_to"], text(source)));
        }
        if row["as_of"] != "may be on the way" && !agree("as_of", as_of) {
            wrong.push(format!("{}: as of {}, read {}", row["text"], row["as_of"], text(as_of)));
        }
        let place = context.place.map(|p| p.0);
        places = (places.0 + usize::from(agree("place", place)), places.1 + 1);
        if row["place"].is_null() && place.is_some() {
            wrong.push(format!("{}: no place, read {}", row["text"], text(place)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(places.0, places.1, "places that agree");
}

/// The day of publication where the text states it, else an interval that holds it, each with its evidence.
#[test]
fn publication_is_dated_with_its_evidence() {
    let articles = articles();
    let mut seen = 0;
    for row in rows("dates.jsonl").iter().filter(|r| r["kind"] == "publication_date") {
        let analysis = &articles[article(row)];
        let found = published(&analysis.document, &analysis.found);
        let day = |key: &str| row[key].as_str().and_then(day::parse);
        let value = day("value");
        if row["how"] == "stated" {
            assert_eq!((found.day, found.basis), (value, Basis::Stated), "{row}");
        } else {
            // Never a bare guess: an interval, no wider than the clues leave, that holds the day.
            assert_eq!(found.day, None, "{row}");
            let (low, high) = (found.days.first.expect("a first day"), found.days.last.expect("a last day"));
            let held = value.is_some_and(|value| (low..=high).contains(&value));
            assert!(held, "{row}: {low:?} to {high:?}");
        }
        let shown = row["evidence"].as_array().into_iter().flatten().map(span);
        let named = shown.filter(|s| found.evidence.iter().any(|(e, _)| e.overlaps(*s))).count();
        assert!(named > 0, "no evidence of {row} is named");
        seen += 1;
    }
    assert_eq!(seen, 3);
}
