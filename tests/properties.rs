//! What holds for any text at all.

#![allow(clippy::expect_used, clippy::panic, missing_docs)] // a test may

use proptest::prelude::*;
use std::time::Instant;
use tallysheet::analyze::{self, Analysis, Article, Fact};
use tallysheet::base::Span;
use tallysheet::session::Session;
use tallysheet::view::request::{NewArticle, Question};

fn read(text: &str) -> Analysis {
    let absent = || Fact::absent("");
    let (headline, outlet, published) = (absent(), absent(), absent());
    analyze::read(Article { headline, outlet, published, embedded: false, text: text.to_owned() })
}

/// Every span that a reading points with.
fn spans(a: &Analysis) -> Vec<Span> {
    let f = &a.found;
    let mut spans: Vec<Span> = Vec::new();
    spans.extend(a.document.tokens.iter().map(|t| t.span));
    spans.extend(a.document.sentences.iter().map(|s| s.span));
    spans.extend(a.document.blocks.iter().map(|b| b.span));
    spans.extend(f.blocks.iter().map(|m| m.span));
    spans.extend(f.numerals.iter().map(|m| m.span));
    spans.extend(f.timexes.iter().map(|m| m.span));
    spans.extend(f.names.iter().map(|m| m.span));
    for m in &f.figures {
        spans.extend([m.span, m.value.number]);
        spans.extend(m.value.qualifier.into_iter().chain(m.value.whose));
        spans.extend(m.value.thing.into_iter().flat_map(|t| [t.span, t.head]));
    }
    for m in &f.quotes {
        spans.push(m.span);
        spans.extend(m.value.segments.iter().copied().chain(m.value.cue).chain(m.value.speaker));
    }
    for c in &a.attached.figures {
        spans.extend(c.attribution.iter().flat_map(|x| std::iter::once(x.speaker).chain(x.cue)));
        spans.extend(c.as_of.iter().map(|x| x.span));
        spans.extend(c.place.iter().map(|x| x.0).chain(c.status_cue.iter().map(|x| x.0)));
    }
    spans
}

fn check(text: &str) {
    let a = read(text);
    for span in spans(&a) {
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} does not fit {text:?}");
        assert!(!span.is_empty(), "an empty span in {text:?}");
    }
    let f = &a.found;
    assert_eq!(f.blocks.len(), a.document.blocks.len(), "each block is classed");
    assert_eq!(a.ledger.len(), f.numerals.len(), "each numeral has one fate");
    assert_eq!(a.attached.figures.len(), f.figures.len());
    assert_eq!(a.attached.quotes.len(), f.quotes.len());
    assert_eq!(a.linked.entity_of.len(), f.names.len());
    for layer in [
        f.numerals.iter().map(|m| m.span).collect::<Vec<_>>(),
        f.timexes.iter().map(|m| m.span).collect(),
        f.figures.iter().map(|m| m.span).collect(),
        a.document.tokens.iter().map(|t| t.span).collect(),
    ] {
        assert!(layer.windows(2).all(|w| w[0].end <= w[1].start), "a layer overlaps itself in {text:?}");
    }
    for (layer, of) in [
        (f.names.iter().map(|m| m.span).collect::<Vec<_>>(), "names"),
        (f.quotes.iter().map(|m| m.span).collect(), "quotes"),
    ] {
        assert!(layer.windows(2).all(|w| w[0].start <= w[1].start), "{of} are out of order in {text:?}");
    }
}

/// The reader shows every byte of the text, in order, and nothing else.
fn check_reader(text: &str) {
    let mut session = Session::embedded();
    let Ok(key) = session.add(&NewArticle { text: text.to_owned(), ..NewArticle::default() }) else { return };
    let reading = session.read(&key).expect("an article that was added");
    let mut shown = String::new();
    for block in &reading.blocks {
        shown += &block.before;
        for sentence in &block.sentences {
            shown += &sentence.before;
            sentence.runs.iter().for_each(|run| shown += &run.text);
        }
    }
    shown += &reading.tail;
    assert_eq!(shown, text.replace("\r\n", "\n").replace('\r', "\n"));
    for mark in reading.blocks.iter().flat_map(|b| &b.sentences).flat_map(|s| &s.runs).flat_map(|r| &r.marks) {
        assert!((*mark as usize) < reading.marks.len());
    }
    let answer = session.ask(&Question { boilerplate: true, ..Question::default() }).expect("the empty question");
    assert_eq!(answer.totals.shown, answer.totals.all);
}

/// Text that looks like news: the words, signs and shapes that rules look for, in any order.
fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("about ".to_owned()),
        Just("more than ".to_owned()),
        Just("between ".to_owned()),
        Just(" and ".to_owned()),
        Just("1,500 ".to_owned()),
        Just("$2.5 ".to_owned()),
        Just("million ".to_owned()),
        Just("percent ".to_owned()),
        Just("“".to_owned()),
        Just("”".to_owned()),
        Just("\"".to_owned()),
        Just("'".to_owned()),
        Just("’s ".to_owned()),
        Just("said ".to_owned()),
        Just("according to ".to_owned()),
        Just("President ".to_owned()),
        Just("Anna Berg ".to_owned()),
        Just("on Monday ".to_owned()),
        Just("May 5".to_owned()),
        Just(", 2019".to_owned()),
        Just("hundreds of ".to_owned()),
        Just("U.S. ".to_owned()),
        Just(". ".to_owned()),
        Just("\n\n".to_owned()),
        Just("-".to_owned()),
        Just("–".to_owned()),
        Just("half a ".to_owned()),
        Just("two ".to_owned()),
        Just("last week ".to_owned()),
        Just("of the ".to_owned()),
        Just("people ".to_owned()),
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just("the ".to_owned()),
        Just("no ".to_owned()),
        "[a-zA-Z]{1,8} ",
        "[0-9]{1,6}",
        "\\PC",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}|[\\x00-\\x7f]{0,200}") {
        check(&text);
    }

    #[test]
    fn anything_like_news_is_read(text in news()) {
        check(&text);
    }
}
proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_reader_shows_the_text_and_nothing_else(text in news()) {
        check_reader(&text);
    }
}

/// Ten times the text takes about ten times as long, whatever it is made of.
#[test]
fn reading_is_linear() {
    let units = [
        "7",
        "and ",
        "one of the ",
        "(",
        "“",
        "a-",
        "h-",
        "A. ",
        "The A of B ",
        "1,000 to ",
        "www.",
        "'",
        "a.b/",
        "\n",
        "said ",
        "x",
        "between 5 and ",
        "$",
        "million ",
        "Monday ",
        "\"He said ",
        "5% or ",
        "Mr. ",
        "of ",
        "two ",
    ];
    for unit in units {
        let time = |bytes: usize| {
            let text = unit.repeat(bytes / unit.len());
            let start = Instant::now();
            check(&text);
            start.elapsed()
        };
        time(10_000);
        let (small, large) = (time(60_000), time(600_000));
        // Wide enough for a busy machine; a quadratic pass would be a hundred times as long.
        assert!(large < small * 40 + std::time::Duration::from_millis(500), "{unit:?}: {small:?} then {large:?}");
    }
}
