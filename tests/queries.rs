//! Questions over collections: filters, counts, search, errors.

#![allow(clippy::expect_used, clippy::panic, missing_docs)] // a test may

use tallysheet::session::{MAX_TEXT, Session};
use tallysheet::view::answer::Answer;
use tallysheet::view::request::{Choice, NewArticle, Question};

fn choice(dim: &str, values: &[&str]) -> Choice {
    Choice { dim: dim.to_owned(), values: values.iter().map(|v| (*v).to_owned()).collect() }
}

fn ask(session: &Session, chosen: Vec<Choice>) -> Answer {
    session.ask(&Question { chosen, ..Question::default() }).expect("a question that means something")
}

/// Every value of every facet, chosen alone, leaves just as many items as its count said.
#[test]
fn counts_are_what_choosing_leaves() {
    let session = Session::embedded();
    let all = ask(&session, vec![]);
    let mut asked = 0;
    for facet in &all.facets {
        for value in &facet.values {
            let answer = ask(&session, vec![choice(&facet.dim, &[&value.value])]);
            assert_eq!(answer.totals.shown, value.count, "{} = {}", facet.dim, value.value);
            let rows = answer.totals.figures + answer.totals.names + answer.totals.dates + answer.totals.quotes;
            assert_eq!(rows, answer.totals.shown);
            asked += 1;
        }
    }
    assert!(asked > 20, "the embedded articles have facets to choose from");
}

/// A comparison is drawn on one axis: its strip holds all its figures and no other, and no figure is left out of all.
#[test]
fn what_is_compared_is_drawn_together() {
    let session = Session::embedded();
    let all = ask(&session, vec![]);
    let sorted = |mut anchors: Vec<String>| {
        anchors.sort();
        anchors
    };
    let drawn = |at: usize| all.strips[at].figures.iter().map(|f| f.at.clone()).collect::<Vec<_>>();
    assert!(all.comparisons.len() >= 3 && all.comparisons.len() < all.strips.len());
    for (at, row) in all.comparisons.iter().enumerate() {
        assert_eq!(row.strip, all.strips[at].id, "strips of comparisons come first");
        assert_eq!(sorted(row.figures.clone()), sorted(drawn(at)), "{}", row.id);
        assert!(!row.sentence.is_empty() && !row.why.is_empty(), "{}", row.id);
    }
    let mut every: Vec<String> = (0..all.strips.len()).flat_map(drawn).collect();
    every.sort();
    every.dedup();
    assert_eq!(every.len(), all.totals.figures as usize);
    let mut ids: Vec<&str> = all.strips.iter().map(|s| s.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all.strips.len(), "each strip has an id of its own");
}

/// The sentences found are those that the other filters leave.
#[test]
fn what_is_found_obeys_the_filters() {
    let session = Session::embedded();
    let find = |chosen: Vec<Choice>, low: Option<f64>| {
        let question = Question { chosen, low, text: "border".to_owned(), ..Question::default() };
        session.ask(&question).expect("a question that means something")
    };
    let all = find(vec![], None);
    let key = all.hits.first().expect("a sentence").article.clone();
    let one = find(vec![choice("article", &[&key])], None);
    assert_eq!(one.hits, all.hits.iter().filter(|h| h.article == key).cloned().collect::<Vec<_>>());
    assert!(one.hits.len() < all.hits.len());
    assert!(find(vec![], Some(9e8)).hits.len() < all.hits.len());
    let figures = find(vec![choice("kind", &["figure"])], None);
    assert!(!figures.hits.is_empty() && figures.hits.len() < all.hits.len());
}

#[test]
fn no_facet_filters_itself() {
    let session = Session::embedded();
    let all = ask(&session, vec![]);
    for (at, facet) in all.facets.iter().enumerate() {
        let first = &facet.values.first().expect("a facet with values").value;
        let narrowed = ask(&session, vec![choice(&facet.dim, &[first])]);
        let counts = |a: &Answer| -> Vec<(String, u32)> {
            let mut counts: Vec<_> = a.facets[at].values.iter().map(|v| (v.value.clone(), v.count)).collect();
            counts.sort();
            counts
        };
        assert_eq!(counts(&all), counts(&narrowed), "{} is narrowed by its own choice", facet.dim);
    }
}

#[test]
fn choices_within_a_facet_add_and_between_facets_narrow() {
    let session = Session::embedded();
    let all = ask(&session, vec![]);
    let keys: Vec<&str> = all.articles.iter().map(|a| a.key.as_str()).collect();
    let one = ask(&session, vec![choice("article", &keys[..1])]).totals.shown;
    let other = ask(&session, vec![choice("article", &keys[1..2])]).totals.shown;
    assert_eq!(ask(&session, vec![choice("article", &keys[..2])]).totals.shown, one + other);
    let figures = ask(&session, vec![choice("article", &keys[..1]), choice("kind", &["figure"])]);
    assert!(figures.totals.shown < one && figures.totals.figures == figures.totals.shown);
}

#[test]
fn values_and_words_narrow_every_view() {
    let session = Session::embedded();
    let large = Question { low: Some(40_000.0), ..Question::default() };
    let answer = session.ask(&large).expect("a range");
    assert!(answer.totals.figures > 0);
    assert!(answer.strips.iter().flat_map(|s| &s.figures).all(|f| f.high.is_none_or(|h| h >= 40_000.0)));
    let word = Question { text: "Guatem".to_owned(), ..Question::default() };
    let answer = session.ask(&word).expect("a search");
    assert!(!answer.hits.is_empty());
    let text = |runs: &[tallysheet::view::answer::Run]| runs.iter().map(|r| r.text.as_str()).collect::<String>();
    assert!(answer.hits.iter().all(|h| text(&h.sentence).to_lowercase().contains("guatem")));
    assert!(answer.hits.iter().all(|h| h.sentence.iter().any(|r| r.lit)));
    let nothing = Question { text: "zeppelin".to_owned(), ..Question::default() };
    assert_eq!(session.ask(&nothing).expect("a search").totals.shown, 0);
}

#[test]
fn what_means_nothing_is_named() {
    let session = Session::embedded();
    let wrong = |chosen| session.ask(&Question { chosen, ..Question::default() }).expect_err("an error");
    let error = wrong(vec![choice("colour", &["red"])]);
    assert_eq!(error.code(), "bad_question");
    assert!(error.to_string().contains("colour"));
    assert!(wrong(vec![choice("unit", &["furlong"])]).to_string().contains("furlong"));
    let upside_down = Question { low: Some(2.0), high: Some(1.0), ..Question::default() };
    assert!(session.ask(&upside_down).is_err());
    assert_eq!(session.read("nosuchkey").expect_err("an error").code(), "no_such_article");
}

#[test]
fn articles_come_and_go() {
    let mut session = Session::embedded();
    let before = ask(&session, vec![]);
    let text = "The mayor said on 4 May 2021 that about 300 trees had fallen.\r\nNobody was hurt.";
    let new = NewArticle { text: text.to_owned(), published: "2021-05-05".to_owned(), ..NewArticle::default() };
    let key = session.add(&new).expect("an article");
    let with = ask(&session, vec![]);
    assert_eq!(with.articles.len(), before.articles.len() + 1);
    let card = with.articles.last().expect("the new one");
    assert_eq!(
        (card.key.as_str(), card.published.known.as_str(), card.outlet.known.as_str()),
        (key.as_str(), "yours", "absent")
    );
    assert!(with.totals.all > before.totals.all);
    assert_eq!(session.add(&new).expect_err("twice").code(), "already_there");
    for bad in [
        NewArticle { text: " \n".to_owned(), ..NewArticle::default() },
        NewArticle { text: "a".repeat(MAX_TEXT + 1), ..NewArticle::default() },
        NewArticle { text: "Some text.".to_owned(), published: "yesterday".to_owned(), ..NewArticle::default() },
    ] {
        assert_eq!(session.add(&bad).expect_err("refused").code(), "bad_article");
    }
    session.remove(&key).expect("it is there");
    assert_eq!(ask(&session, vec![]), before);
    assert_eq!(session.remove(&key).expect_err("gone").code(), "no_such_article");
}

#[test]
fn embedded_articles_are_as_they_came() {
    let keys: Vec<String> = Session::embedded().articles().iter().map(|a| a.key.clone()).collect();
    // The key is a hash of the text: another byte, another key.
    assert_eq!(keys, ["bba01e76", "54e11f91", "f1fc3f93"]);
}

#[test]
fn an_entity_has_its_page() {
    let session = Session::embedded();
    let row = ask(&session, vec![]).matrix.rows.into_iter().find(|r| r.kind == "person").expect("a person");
    let page = session.entity(&row.key).expect("a page");
    assert_eq!((page.label.as_str(), page.total >= row.total), (row.label.as_str(), true));
    assert!(!page.articles.is_empty() && !page.roles.is_empty() && !page.quotes.is_empty() && !page.co.is_empty());
    assert!(page.articles.iter().flat_map(|a| &a.mentions).all(|m| !m.why.why.is_empty() && !m.at.is_empty()));
    assert!(page.co.iter().all(|c| c.key != page.key && session.entity(&c.key).is_ok()));
    assert_eq!(session.entity("person:nobody").expect_err("nobody").code(), "no_such_entity");
}

#[test]
fn together_is_in_one_sentence_and_often_enough() {
    let session = Session::embedded();
    let (all, some) = (session.co_mentions(1), session.co_mentions(3));
    assert!(all.total > some.total && some.total > 0);
    assert!(some.pairs.iter().all(|p| p.with.weight >= 3 && p.key != p.with.key));
    assert!(some.pairs.windows(2).all(|w| w[0].with.weight >= w[1].with.weight));
}
