//! The native command over the same core.

use std::io::{BufRead, Read, Write};
use std::process::ExitCode;
use tallysheet::lexicon::Lexicon;
use tallysheet::session::Session;
use tallysheet::view::jsonl;
use tallysheet::view::request::{NewArticle, Question};

const HELP: &str = "\
tallysheet: reads news articles and says who, where, when, how many and according to whom

usage:
  tallysheet read [--date YYYY-MM-DD] [FILE ...]   one line of JSON for each file, or for standard input
  tallysheet read --jsonl                          lines of {\"id\", \"text\", \"dct\"?} from standard input
  tallysheet page-data                             the page's first view, as JSON
  tallysheet page-data --jsonl                     the same with the texts of such lines added

  --model FILE   read names with a learnt model (data/model.bin), not by rules and tables alone
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("tallysheet: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut parser = lexopt::Parser::from_env();
    let (mut command, mut lines, mut date, mut files) = (None, false, None, Vec::new());
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        match argument {
            lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => {
                print!("{HELP}");
                return Ok(());
            }
            lexopt::Arg::Long("jsonl") => lines = true,
            lexopt::Arg::Long("model") => give_model(&parser.value().map_err(|e| e.to_string())?)?,
            lexopt::Arg::Long("date") => date = Some(parser.value().map_err(|e| e.to_string())?),
            lexopt::Arg::Value(value) if command.is_none() => command = Some(value),
            lexopt::Arg::Value(value) => files.push(value),
            other => return Err(format!("{}; try --help", other.unexpected())),
        }
    }
    let date = match date.map(|d| d.into_string().map_err(|_| ())) {
        None => None,
        Some(Ok(date)) if tallysheet::base::day::parse(&date).is_some() => Some(date),
        Some(_) => return Err("--date takes a day as YYYY-MM-DD".to_owned()),
    };
    match command.as_ref().and_then(|c| c.to_str()) {
        Some("read") if lines => each_line(|line| write(&line)),
        Some("read") if files.is_empty() => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
            read_text("standard input", &bytes, date.as_deref())
        }
        Some("read") => files.iter().try_for_each(|file| {
            let name = file.to_string_lossy();
            let bytes = std::fs::read(file).map_err(|e| format!("{name}: {e}"))?;
            read_text(&name, &bytes, date.as_deref())
        }),
        Some("page-data") => page_data(lines),
        _ => Err("say what to do: try --help".to_owned()),
    }
}

/// Takes a model in before anything is read.
fn give_model(file: &std::ffi::OsStr) -> Result<(), String> {
    let name = file.to_string_lossy();
    let bytes = std::fs::read(file).map_err(|e| format!("{name}: {e}"))?;
    if Lexicon::embedded().give_model(&bytes) { Ok(()) } else { Err(format!("{name}: no model of this version")) }
}

/// Takes one line of JSON after another; a bad line stops with its number.
fn each_line(mut work: impl FnMut(jsonl::Line) -> Result<(), String>) -> Result<(), String> {
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let place = |e: &dyn std::fmt::Display| format!("standard input, line {}: {e}", number + 1);
        let line = line.map_err(|e| place(&e))?;
        if line.trim().is_empty() {
            continue;
        }
        work(serde_json::from_str(&line).map_err(|e| place(&e))?).map_err(|e| place(&e))?;
    }
    Ok(())
}

fn read_text(name: &str, bytes: &[u8], date: Option<&str>) -> Result<(), String> {
    let text =
        std::str::from_utf8(bytes).map_err(|e| format!("{name}: not UTF-8 text (byte {} is not)", e.valid_up_to()))?;
    let dct = date.map(str::to_owned);
    write(&jsonl::Line { id: jsonl::Id::Text(name.to_owned()), text: text.to_owned(), dct })
}

fn write(line: &jsonl::Line) -> Result<(), String> {
    print(&jsonl::reading(&line.id, &jsonl::analyse(line)))
}

/// The page's first view: the answer to the empty question, and every article for the reader.
fn page_data(lines: bool) -> Result<(), String> {
    let mut session = Session::embedded();
    if lines {
        each_line(|line| {
            let new = NewArticle { text: line.text, published: line.dct.unwrap_or_default(), ..NewArticle::default() };
            session.add(&new).map(drop).map_err(|e| e.to_string())
        })?;
    }
    let answer = session.ask(&Question::default()).map_err(|e| e.to_string())?;
    let readings = answer.articles.iter().map(|card| session.read(&card.key)).collect::<Result<Vec<_>, _>>();
    print(&serde_json::json!({ "answer": answer, "readings": readings.map_err(|e| e.to_string())? }))
}

fn print(value: &impl serde::Serialize) -> Result<(), String> {
    let line = serde_json::to_string(value).map_err(|e| e.to_string())?;
    writeln!(std::io::stdout().lock(), "{line}").map_err(|e| format!("standard output: {e}"))
}
