//! Corrections by the reader: laid over what was linked, and taken away again without a trace.

#![allow(clippy::expect_used, missing_docs)] // a test may

use tallysheet::session::Session;
use tallysheet::view::answer::{Answer, MatrixRow};
use tallysheet::view::reading::BlockView;
use tallysheet::view::request::{Choice, Correction, NewArticle, Question};

fn one(kind: &str, what: &str, to: &str) -> Correction {
    Correction { kind: kind.to_owned(), what: what.to_owned(), to: to.to_owned() }
}

fn ask(session: &Session) -> Answer {
    session.ask(&Question::default()).expect("an answer")
}

fn row(session: &Session, key: &str) -> Option<MatrixRow> {
    ask(session).matrix.rows.into_iter().find(|r| r.key == key)
}

/// The two names most mentioned.
fn two(session: &Session) -> (MatrixRow, MatrixRow) {
    let mut rows = ask(session).matrix.rows.into_iter();
    (rows.next().expect("a name"), rows.next().expect("another"))
}

#[test]
fn an_empty_log_leaves_all_as_it_was() {
    let mut session = Session::embedded();
    let before = ask(&session);
    let (first, second) = two(&session);
    let log = [
        one("merge", &second.key, &first.key),
        one("rename", &first.key, "Somebody Else"),
        one("retype", &first.key, "law"),
        one("hide", &first.key, ""),
    ];
    for end in 1..=log.len() {
        session.correct(&log[..end]).expect("corrections");
        assert_ne!(ask(&session), before);
    }
    session.correct(&[]).expect("none");
    assert_eq!(ask(&session), before);
}

#[test]
fn two_are_made_one_and_marked() {
    let mut session = Session::embedded();
    let (first, second) = two(&session);
    let pages = (session.entity(&first.key).expect("a page"), session.entity(&second.key).expect("another"));
    session.correct(&[one("merge", &second.key, &first.key)]).expect("a correction");
    let merged = row(&session, &first.key).expect("still there");
    assert_eq!((merged.total, merged.corrected), (first.total + second.total, true));
    assert!(row(&session, &second.key).is_none() && session.entity(&second.key).is_err());
    let page = session.entity(&first.key).expect("a page");
    assert_eq!(
        (page.total, page.quotes.len()),
        (pages.0.total + pages.1.total, pages.0.quotes.len() + pages.1.quotes.len())
    );
}

#[test]
fn a_mention_is_taken_out_and_can_be_merged_elsewhere() {
    let mut session = Session::embedded();
    let (first, second) = two(&session);
    let page = session.entity(&first.key).expect("a page");
    let at = &page.articles.first().and_then(|a| a.mentions.first()).expect("a mention").at;
    let split = one("split", at, "");
    session.correct(std::slice::from_ref(&split)).expect("a correction");
    assert_eq!(session.entity(&first.key).expect("a page").total, page.total - 1);
    let own = ask(&session).matrix.rows.into_iter().find(|r| r.key.contains('@')).expect("one of its own");
    assert_eq!((own.total, own.corrected), (1, true));
    session.correct(&[split.clone(), split, one("merge", &own.key, &second.key)]).expect("corrections");
    assert_eq!(row(&session, &second.key).expect("the other").total, second.total + 1);
    assert!(row(&session, &own.key).is_none());
}

#[test]
fn name_and_kind_are_the_readers_own_in_every_view() {
    let mut session = Session::embedded();
    let (first, _) = two(&session);
    session.correct(&[one("rename", &first.key, " Somebody Else "), one("retype", &first.key, "law")]).expect("two");
    let answer = ask(&session);
    let row = answer.matrix.rows.iter().find(|r| r.key == first.key).expect("the same key");
    assert_eq!((row.label.as_str(), row.kind.as_str(), row.total), ("Somebody Else", "law", first.total));
    let values = |dim: &str| answer.facets.iter().find(|f| f.dim == dim).map_or(&[][..], |f| &f.values[..]);
    assert!(values("entity").iter().any(|v| v.value == first.key && v.label == "Somebody Else"));
    assert!(values("kind").iter().any(|v| v.value == "law" && v.count >= first.total));
}

#[test]
fn corrections_outlive_articles_that_come_and_go() {
    let mut session = Session::embedded();
    let (first, _) = two(&session);
    session.correct(&[one("hide", &first.key, ""), one("rename", "person:nobody", "Nobody")]).expect("two");
    let text = "The council said on Monday that 1,200 homes were flooded.".to_owned();
    let key = session.add(&NewArticle { text, ..NewArticle::default() }).expect("an article");
    assert!(row(&session, &first.key).is_none());
    session.remove(&key).expect("it is there");
    assert!(row(&session, &first.key).is_none());
}

#[test]
fn what_means_nothing_is_refused_and_changes_nothing() {
    let mut session = Session::embedded();
    let before = ask(&session);
    let (first, _) = two(&session);
    for bad in [
        one("forget", &first.key, ""),
        one("rename", &first.key, "  "),
        one("retype", &first.key, "thing"),
        one("published", "bba01e76", "yesterday"),
        one("block", "bba01e76-0-9", "hide"),
        one("block", "bba01e76", "count"),
        one("split", "bba01e76", ""),
        one("split", "bba01e76-9-3", ""),
        one("split", "bba01e76-1-99999999999", ""),
    ] {
        let error = session.correct(&[one("hide", &first.key, ""), bad]).expect_err("refused");
        assert_eq!(error.code(), "bad_correction");
        assert_eq!(ask(&session), before);
    }
}

#[test]
fn a_day_set_by_the_reader_moves_every_date_reckoned_from_it_and_can_be_taken_away() {
    let mut session = Session::embedded();
    let before = ask(&session);
    let card = before.articles.iter().find(|a| a.published.known == "set").expect("one without a dateline");
    let firsts = |answer: &Answer| -> Vec<String> {
        answer.timeline.iter().filter(|e| e.article == card.key).map(|e| e.first.clone()).collect()
    };
    assert!(!card.clues.is_empty() && card.earliest <= card.published.value && card.published.value <= card.latest);
    let set = |fact: &str, to: &str| one(fact, &card.key, to);
    session.correct(&[set("published", "2011-05-04"), set("outlet", "The Reader’s Own")]).expect("two facts");
    let after = ask(&session);
    let now = after.articles.iter().find(|a| a.key == card.key).expect("the same key");
    assert_eq!((now.published.value.as_str(), now.published.known.as_str()), ("2011-05-04", "yours"));
    assert_eq!((&now.published.was, now.published.was_known.as_str()), (&card.published.value, "set"));
    assert!(now.short.starts_with("The Reader’s Own, 4 May 2011"), "{}", now.short);
    assert_ne!(firsts(&after), firsts(&before));
    // The last word counts; an empty one gives back what was known.
    session.correct(&[set("outlet", "A"), set("outlet", "B"), set("outlet", "")]).expect("three");
    assert_eq!(ask(&session), before);
}

#[test]
fn facts_that_a_page_states_are_told_from_the_readers_own() {
    let mut session = Session::embedded();
    let by = vec![String::new(), "JSON-LD".to_owned()];
    let text = "Harbour shut\n\nMay 2, 2011\n\nThe harbour was shut on Monday, the council said.".to_owned();
    let (outlet, headline) = ("The Daily".to_owned(), "A Headline".to_owned());
    let key = session.add(&NewArticle { text, outlet, by, headline, ..NewArticle::default() }).expect("an article");
    let facts = |session: &Session| {
        let card = ask(session).articles.into_iter().find(|a| a.key == key).expect("the article");
        [card.outlet, card.headline, card.published].map(|fact| (fact.value, fact.known, fact.why, fact.was_known))
    };
    let fact = |value: &str, known: &str, why: &str, was: &str| {
        (value.to_owned(), known.to_owned(), why.to_owned(), was.to_owned())
    };
    let outlet = fact("The Daily", "stated", "Stated in the page’s data (JSON-LD).", "");
    let headline = fact("A Headline", "yours", "Set by you.", "");
    let published = fact("2011-05-02", "stated", "Stated in the text.", "");
    assert_eq!(facts(&session), [outlet.clone(), headline.clone(), published.clone()]);
    session.correct(&[one("outlet", &key, "Another")]).expect("a fact");
    assert_eq!(facts(&session)[0], fact("Another", "yours", "Set by you.", "stated"));
    session.correct(&[]).expect("none");
    assert_eq!(facts(&session), [outlet, headline, published]);
}

#[test]
fn a_block_counts_or_is_left_out_as_the_reader_says() {
    let mut session = Session::embedded();
    let before = ask(&session);
    let reading = session.read(&before.articles[1].key).expect("a reading");
    let figures = |answer: &Answer| answer.totals.figures;
    let holds = |block: &&BlockView| {
        let mut marks = block.sentences.iter().flat_map(|s| &s.runs).flat_map(|r| &r.marks);
        marks.any(|m| reading.marks[*m as usize].layer == "figure")
    };
    let counted = reading.blocks.iter().find(|b| b.kind == "body" && holds(b)).expect("a paragraph with a figure");
    let apart = reading.blocks.iter().find(|b| !b.article).expect("a block that is not article");
    let (counted, apart) = (&counted.sentences[0].at, &apart.sentences[0].at);
    session.correct(&[one("block", counted, "leave"), one("block", apart, "count")]).expect("two");
    let after = ask(&session);
    assert!(figures(&after) < figures(&before));
    let now = session.read(&reading.key).expect("a reading");
    let block = |at: &str| now.blocks.iter().find(|b| b.sentences.iter().any(|s| s.at == at)).expect("the same place");
    assert_eq!((block(counted).article, block(counted).rule.name.as_str()), (false, "block/reader"));
    assert_eq!((block(apart).article, block(apart).rule.name.as_str()), (true, "block/reader"));
    // What the reader says of a block as it was leaves no trace in it.
    session.correct(&[one("block", counted, "leave"), one("block", counted, "count")]).expect("there and back");
    assert_eq!(session.read(&reading.key).expect("a reading"), reading);
    session.correct(&[]).expect("none");
    assert_eq!(ask(&session), before);
}

#[test]
fn a_headline_that_is_known_is_found_above_what_stands_over_the_text() {
    let mut session = Session::embedded();
    let body = "The operator said on Monday that it hoped to restore power to most of its customers by Tuesday night. ";
    let text = format!(
        "Storm cuts power\n\n22 January 2024\n\nJo Writer\n\nA Paper, Ferryside\n\nA fallen tree\n\n{body}\n\n{body}"
    );
    let headline = "Storm  cuts power".to_owned();
    let key = session.add(&NewArticle { text: text.clone(), headline, ..NewArticle::default() }).expect("an article");
    let kinds = |session: &Session| -> Vec<String> {
        session.read(&key).expect("a reading").blocks.iter().map(|b| b.kind.clone()).collect()
    };
    assert_eq!(kinds(&session)[0], "headline");
    // Set later, it is found as well.
    session.remove(&key).expect("it is there");
    session.add(&NewArticle { text, ..NewArticle::default() }).expect("an article");
    let without = kinds(&session);
    session.correct(&[one("headline", &key, "Storm cuts power")]).expect("a fact");
    assert_eq!(kinds(&session)[0], "headline");
    session.correct(&[]).expect("none");
    assert_eq!(kinds(&session), without);
}

#[test]
fn two_of_one_name_are_two_values_and_told_apart_by_what_they_are() {
    let mut session = Session::embedded();
    let rows = ask(&session).matrix.rows;
    let of = |kind: &str| rows.iter().find(|r| r.kind == kind).expect("one of the kind");
    let (person, country) = (of("person"), of("country"));
    session.correct(&[one("rename", &person.key, &country.label)]).expect("a correction");
    let chosen = |key: &str| Question {
        chosen: vec![Choice { dim: "entity".to_owned(), values: vec![key.to_owned()] }],
        ..Question::default()
    };
    let answer = session.ask(&chosen(&person.key)).expect("an answer");
    let facet = answer.facets.iter().find(|f| f.dim == "entity").expect("the facet");
    let label = |key: &str| facet.values.iter().find(|v| v.value == key).map(|v| v.label.clone());
    assert_eq!(label(&person.key), Some(format!("{} (person)", country.label)));
    assert_eq!(label(&country.key), Some(format!("{} (place)", country.label)));
    assert_ne!(answer.totals, session.ask(&chosen(&country.key)).expect("an answer").totals);
}
