//! What holds for any text at all.

#![allow(clippy::expect_used, clippy::panic, missing_docs)] // a test may

use proptest::prelude::*;
use std::time::{Duration, Instant};
use tallysheet::analyze::{self, Analysis, Article};
use tallysheet::base::Span;
use tallysheet::extract::Fate;
use tallysheet::lex::TokenKind;
use tallysheet::session::Session;
use tallysheet::view::request::{NewArticle, Question};

fn read(text: &str) -> Analysis {
    analyze::read(Article::of(text.to_owned()))
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
        spans.extend(m.value.qualifier.into_iter().chain(m.value.whose).chain(m.value.subject));
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
    let unread = a.ledger.iter().position(|fate| *fate == Fate::Unread).and_then(|at| f.numerals.get(at));
    assert!(unread.is_none(), "{unread:?} is left out in {text:?}");
    // What has more digits than a decimal keeps, or more points, is no number: a version, an address.
    for token in a.document.tokens.iter().filter(|t| t.kind == TokenKind::Number && t.span.len() <= 30) {
        if a.slice(token.span).matches('.').count() > 1 {
            continue;
        }
        let index = f.numerals.partition_point(|n| n.span.end <= token.span.start);
        let held = f.numerals.get(index).is_some_and(|n| n.span.contains(token.span));
        assert!(held, "{:?} is in no numeral of {text:?}", a.slice(token.span));
    }
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
        Just("US$".to_owned()),
        Just(" CHF ".to_owned()),
        Just("a half ".to_owned()),
        Just(" feet ".to_owned()),
        Just("two hours ".to_owned()),
        Just("^".to_owned()),
        Just(":30".to_owned()),
        Just("/".to_owned()),
        Just("±".to_owned()),
        Just("per ".to_owned()),
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

/// A paragraph with figures in the ways news writes them.
fn paragraph() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        (2u32..1_000_000).prop_map(|n| n.to_string()),
        (2u32..100, 0u32..10).prop_map(|(n, d)| format!("{n}.{d}")),
        (2u32..900).prop_map(|n| format!("{n},500")),
        Just("twenty-two".to_owned()),
        Just("three".to_owned()),
    ];
    let say = prop_oneof![
        Just(("About ", " people were hurt in the storm.")),
        Just(("The council spent more than $", " million on the bridge last year.")),
        Just(("Prices rose by ", " percent, and wages by up to 4 percent.")),
        Just(("Between 5 and ", " children were taken to hospital.")),
        Just(("It is ", " miles from the border, or two hours on foot.")),
        Just(("The ministry counted at least ", " homes, half of them empty.")),
    ];
    (say, number).prop_map(|((before, after), number)| format!("{before}{number}{after}"))
}

/// The figures inside a span: where they stand in it, and what they say.
fn figures(a: &Analysis, from: usize, to: usize) -> Vec<String> {
    let inside = a.found.figures.iter().filter(|m| m.span.start as usize >= from && m.span.end as usize <= to);
    let said = inside.map(|m| {
        let v = &m.value;
        let number = v.number.start as usize - from;
        let thing = v.thing.map(|t| a.slice(t.span));
        let words = (a.slice(m.span), a.slice(v.number), v.qualifier.map(|q| a.slice(q)), thing);
        format!("{number} {words:?} {:?} {:?} {:?} {:?} {:?}", v.low, v.high, v.bound, v.measure, v.unit)
    });
    said.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Who says it, when and where may stand in another paragraph; what is counted does not.
    #[test]
    fn a_paragraph_has_its_figures_whatever_stands_around_it(
        before in news(),
        own in paragraph(),
        after in news(),
    ) {
        let alone = read(&own);
        let expected = figures(&alone, 0, own.len());
        prop_assert!(!expected.is_empty(), "no figure in {own:?}");
        let start = before.len() + 2;
        let among = read(&format!("{before}\n\n{own}\n\n{after}"));
        prop_assert_eq!(figures(&among, start, start + own.len()), expected);
    }
}

/// Ten times the text takes about ten times as long: a megabyte of what tempts a reader to look back or ahead.
#[test]
fn a_megabyte_is_linear() {
    for unit in ["7", "and ", "one of the ", "(", "“", "\"", "A ", "A", "\n", "x"] {
        linear(1_000_000, &format!("{unit:?}"), &|bytes| unit.repeat(bytes / unit.len()));
    }
}

/// Less of more.
#[test]
fn reading_is_linear() {
    let units = [
        "7 ",
        "[(",
        "‘“",
        "CAPITAL ",
        "a-",
        "h-",
        "A. ",
        "The A of B ",
        "1,000 to ",
        "1,000,",
        "www.",
        "'",
        "a.b/",
        "a\n",
        "said ",
        "é",
        "between 5 and ",
        "$",
        "million ",
        "Monday ",
        "\"He said ",
        "5% or ",
        "Mr. ",
        "of ",
        "two ",
        "the day after ",
        "according to ",
        "Anna Berg, ",
        "New York ",
        "a half and ",
        "2 hours ",
        "1 , 000 , ",
        "2 . ",
        "a contract at 15, ",
        "a single one from one in every 5:3(",
        "Orion Air, an airline, sued. The company said so. ",
        "President Tomas Lind met Orion Air. The leader left. ",
    ];
    for unit in units {
        linear(300_000, &format!("{unit:?}"), &|bytes| unit.repeat(bytes / unit.len()));
    }
}

/// Brackets and quotations inside one another, as deep as the text is long.
#[test]
fn deep_nesting_is_linear() {
    for (open, close) in [("(", ")"), ("“", "”"), ("“‘", "’”"), ("said “a ", "” he said ")] {
        let nested = |bytes: usize| {
            let depth = bytes / (open.len() + close.len());
            open.repeat(depth) + "5 people" + &close.repeat(depth)
        };
        linear(1_000_000, open, &nested);
    }
    // A statement in a statement.
    linear(300_000, "statements", &|bytes| "issued a statement that ".repeat(bytes / 24) + "said it was so.");
    // A number that seems to go on and on before its unit.
    linear(1_000_000, "half and a", &|bytes| "half and a ".repeat(bytes / 11) + "half hours");
}

/// Reads so many bytes and a tenth of them; fails where the whole takes far more than ten times as long.
fn linear(bytes: usize, what: &str, make: &dyn Fn(usize) -> String) {
    let time = |bytes: usize| {
        let text = make(bytes);
        let start = Instant::now();
        check(&text);
        start.elapsed()
    };
    // Wide enough for a busy machine, which can only add; a quadratic pass would be a hundred times as long.
    let linear = |_| time(bytes) < time(bytes / 10) * 30 + Duration::from_millis(500);
    assert!((0..3).any(linear), "{what}: {:?}, and {:?} for a tenth", time(bytes), time(bytes / 10));
}
