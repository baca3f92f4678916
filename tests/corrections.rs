//! Corrections by the reader: laid over what was linked, and taken away again without a trace.

#![allow(clippy::expect_used, missing_docs)] // a test may

use tallysheet::session::Session;
use tallysheet::view::answer::{Answer, MatrixRow};
use tallysheet::view::request::{Correction, NewArticle, Question};

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
    assert!(values("entity").iter().any(|v| v.value == "Somebody Else"));
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
        one("split", "bba01e76", ""),
        one("split", "bba01e76-9-3", ""),
        one("split", "bba01e76-1-99999999999", ""),
    ] {
        let error = session.correct(&[one("hide", &first.key, ""), bad]).expect_err("refused");
        assert_eq!(error.code(), "bad_correction");
        assert_eq!(ask(&session), before);
    }
}
