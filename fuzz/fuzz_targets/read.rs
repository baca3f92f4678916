//! Any text: added to a session, read, asked about, and taken out again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use tallysheet::session::Session;
use tallysheet::view::request::{NewArticle, Question};

thread_local! {
    /// The embedded articles, read once: each text is compared with theirs.
    static SESSION: RefCell<Session> = RefCell::new(Session::embedded());
}

fuzz_target!(|text: &str| SESSION.with_borrow_mut(|session| check(session, text)));

fn check(session: &mut Session, text: &str) {
    let Ok(key) = session.add(&NewArticle { text: text.to_owned(), ..NewArticle::default() }) else { return };
    let reading = session.read(&key).expect("an article that was added");
    let runs = reading.blocks.iter().flat_map(|b| &b.sentences).flat_map(|s| &s.runs);
    assert!(runs.flat_map(|run| &run.marks).all(|mark| (*mark as usize) < reading.marks.len()));
    session.ask(&Question { boilerplate: true, ..Question::default() }).expect("the empty question");
    session.minimap(&key).expect("an article that was added");
    session.remove(&key).expect("an article that was added");
}
