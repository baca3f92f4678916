//! Marked sentences: `tests/cases/KIND/*.txt` hold texts with what must be found in them.
//!
//! A case is a line of text (`\n` for a line end; `@YYYY-MM-DD ` before it sets the day of publication)
//! and the lines that render what is found of its kind; an empty line ends it; `#` begins a comment.
//! `UPDATE=1 cargo test --test cases` writes what is found now: read the difference before keeping it.

#![allow(clippy::expect_used, clippy::panic, missing_docs)] // a test may

use std::fmt::Write as _;
use std::{env, fs};
use tallysheet::analyze::{self, Analysis, Article, Fact};
use tallysheet::base::{Decimal, Span};
use tallysheet::pack::Known;

fn analyse(line: &str) -> Analysis {
    let (date, text) = match line.strip_prefix('@').and_then(|l| l.split_once(' ')) {
        Some((date, text)) => (date, text),
        None => ("", line),
    };
    let known = if date.is_empty() { Known::Absent } else { Known::Set };
    analyze::read(Article { published: Fact::new(date, known, ""), ..Article::of(text.replace("\\n", "\n")) })
}

/// What is found of a kind, one line each.
fn render(kind: &str, a: &Analysis) -> Vec<String> {
    let text = |span: Span| a.slice(span).replace('\n', "\\n");
    let some = |label: &str, span: Option<Span>| span.map_or(String::new(), |s| format!(" {label}={}", text(s)));
    let number = |d: Option<Decimal>| d.map_or("…".to_owned(), Decimal::plain);
    match kind {
        "block" => {
            a.found.blocks.iter().map(|m| format!("{} [{}] {}", m.value.word(), text(m.span), m.rule.name)).collect()
        }
        "numeral" => a
            .found
            .numerals
            .iter()
            .zip(&a.ledger)
            .map(|(m, fate)| {
                let n = m.value;
                let value =
                    if n.low == n.high { n.low.plain() } else { format!("{}..{}", n.low.plain(), n.high.plain()) };
                let fate = format!("{fate:?}").to_lowercase();
                let fate = fate.split('(').next().unwrap_or("").to_owned();
                format!("[{}] {value} {:?} {fate} {}", text(m.span), n.form, m.rule.name)
            })
            .collect(),
        "timex" => a
            .found
            .timexes
            .iter()
            .map(|m| {
                let basis = format!("{:?}", m.value.basis).to_lowercase();
                let basis = basis.split('(').next().unwrap_or("").to_owned();
                format!("[{}] {:?} {} {basis} {}", text(m.span), m.value.kind, m.value.iso, m.rule.name)
            })
            .collect(),
        "name" => a
            .found
            .names
            .iter()
            .zip(&a.linked.entity_of)
            .map(|(m, e)| {
                let entity = e.and_then(|e| a.linked.entities.get(e as usize)).map_or("-", |e| e.name.as_str());
                format!("[{}] {:?} {} = {entity} {}", text(m.span), m.value.form, m.value.kind.word(), m.rule.name)
            })
            .collect(),
        "figure" => a
            .found
            .figures
            .iter()
            .map(|m| {
                let f = &m.value;
                let value = match f.point {
                    Some(point) => point.plain(),
                    None => format!("{}..{}", number(f.low), number(f.high)),
                };
                let unit = [f.unit.code, f.unit.per.as_str()].join("/");
                format!(
                    "[{}] {value} {} {:?} {}{}{}{}{} {}",
                    text(m.span),
                    f.bound.word(),
                    f.measure,
                    unit.trim_end_matches('/'),
                    some("thing", f.thing.map(|t| t.span)),
                    some("head", f.thing.map(|t| t.head)),
                    some("deed", f.deed) + &some("whose", f.whose) + &some("subject", f.subject),
                    f.trend.map_or(String::new(), |t| format!(" trend={t:?}")),
                    m.rule.name
                )
            })
            .collect(),
        "quote" => a
            .found
            .quotes
            .iter()
            .zip(&a.attached.quotes)
            .map(|(m, voice)| {
                let q = &m.value;
                let words: Vec<String> = q.segments.iter().map(|s| format!("[{}]", text(*s))).collect();
                format!(
                    "{:?} {}{}{} = {} {}",
                    q.kind,
                    words.join(" "),
                    some("cue", q.cue),
                    some("speaker", q.speaker),
                    voice.canonical,
                    m.rule.name
                )
            })
            .collect(),
        "attach" => a
            .found
            .figures
            .iter()
            .zip(&a.attached.figures)
            .map(|(m, c)| {
                let part = c.part_of.and_then(|(p, _)| a.found.figures.get(p as usize)).map(|p| p.span);
                format!(
                    "[{}]{}{}{} {:?}{}{}",
                    text(m.span),
                    some("source", c.attribution.as_ref().map(|x| x.speaker)),
                    some("as_of", c.as_of.as_ref().map(|x| x.span)),
                    some("place", c.place.map(|p| p.0)),
                    c.status,
                    some("because", c.status_cue.map(|s| s.0)),
                    some("part_of", part)
                )
            })
            .collect(),
        other => panic!("tests/cases/{other}: no such kind"),
    }
}

#[test]
fn marked_sentences_are_read_as_marked() {
    let update = env::var_os("UPDATE").is_some();
    let (mut cases, mut wrong) = (0, String::new());
    let mut folders: Vec<_> = fs::read_dir("tests/cases").expect("tests/cases").flatten().map(|e| e.path()).collect();
    folders.sort();
    for folder in folders.iter().filter(|f| f.is_dir()) {
        let kind = folder.file_name().and_then(|n| n.to_str()).expect("a folder's name");
        let mut files: Vec<_> = fs::read_dir(folder).expect("a folder of cases").flatten().map(|e| e.path()).collect();
        files.sort();
        for file in files {
            let text = fs::read_to_string(&file).expect("a file of cases");
            let mut out = String::new();
            for block in text.trim_end().split("\n\n") {
                let mut expected = Vec::new();
                let mut line = None;
                for l in block.lines() {
                    if l.starts_with('#') {
                        out.push_str(l);
                        out.push('\n');
                    } else if line.is_none() {
                        line = Some(l);
                    } else {
                        expected.push(l.to_owned());
                    }
                }
                if let Some(line) = line {
                    cases += 1;
                    let found = render(kind, &analyse(line));
                    if found != expected && !update {
                        let _ = write!(
                            wrong,
                            "\n{}\n{line}\n  marked: {expected:#?}\n  found:  {found:#?}\n",
                            file.display()
                        );
                    }
                    let _ = writeln!(out, "{line}");
                    found.iter().for_each(|f| {
                        let _ = writeln!(out, "{f}");
                    });
                }
                out.push('\n');
            }
            if update {
                fs::write(&file, format!("{}\n", out.trim_end())).expect("to write the cases");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    println!("{cases} marked sentences");
}
