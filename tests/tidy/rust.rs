//! Rules of the core: floors, walls, and what stays outside.

use crate::source::{Named, named_paths, pieces};
use crate::{Faults, File};
use std::collections::BTreeMap;

/// The floors, lowest first. A floor is a file or a folder of `src/`.
const FLOORS: &[&str] =
    &["base", "pack", "lex", "lexicon", "extract", "analyze", "corpus", "query", "view", "session", "wasm"];

/// What all extractors share, beside `mod.rs`.
const SHARED: &[&str] = &["dateline", "kinds", "phrase", "tally"];

/// Crates of the door, which only `wasm.rs` knows.
const DOOR: &[&str] = &["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen"];

/// Parts of the standard library that would make reading depend on more than the text.
const OUTSIDE: &[&str] = &["time", "fs", "net", "env", "process", "thread", "io"];

/// Macros that print.
const PRINTERS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// The module of a file, from the crate's root: `src/lex/token.rs` is `["lex", "token"]`.
fn module(path: &str) -> Vec<&str> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    if inside == "lib" { Vec::new() } else { inside.split('/').collect() }
}

/// A floor's height; `None` for what is no floor (`lib.rs`, `bin/`).
fn floor(module: &[&str]) -> Option<usize> {
    FLOORS.iter().position(|floor| module.first() == Some(floor))
}

/// A named path as seen from the crate's root; `None` where it leads out of the crate.
fn from_root<'a>(own: &[&'a str], named: &Named<'a>) -> Option<Vec<&'a str>> {
    let (start, mut rest) = named.path.split_first()?;
    let mut module = match *start {
        "crate" => Vec::new(),
        "self" => own.to_vec(),
        "super" => own.get(..own.len().checked_sub(1)?)?.to_vec(),
        _ => return None,
    };
    while rest.first() == Some(&"super") {
        module.pop();
        rest = &rest[1..];
    }
    module.extend(rest);
    Some(module)
}

/// A file names its own floor and lower ones, never a higher one.
pub fn floors(path: &str, text: &str) -> Faults {
    let own = module(path);
    let Some(height) = floor(&own) else { return Faults::new() };
    let source = pieces(text);
    let too_high = named_paths(&source).into_iter().filter_map(|named| {
        let other = from_root(&own, &named)?;
        (floor(&other)? > height).then(|| {
            format!("{path}:{}: floor `{}` may not know floor `{}`, which is above it", named.line, own[0], other[0])
        })
    });
    too_high.collect()
}

/// The names of the extractors: what is in `src/extract/` and not shared.
pub fn extractors(files: &[File]) -> Vec<String> {
    let inside = files.iter().filter_map(|file| file.path.strip_prefix("src/extract/"));
    let names = inside.filter_map(|rest| rest.split(['/', '.']).next());
    let mut names: Vec<String> =
        names.filter(|name| *name != "mod" && !SHARED.contains(name)).map(str::to_owned).collect();
    names.dedup();
    names
}

/// Extractors never import one another: they see earlier finds through their scope.
pub fn extractors_apart(path: &str, text: &str, extractors: &[String]) -> Faults {
    let own = module(path);
    let is_extractor = |module: &[&str]| match module {
        ["extract", kind, ..] => extractors.iter().any(|name| name == kind),
        _ => false,
    };
    if !is_extractor(&own) {
        return Faults::new();
    }
    let source = pieces(text);
    let others = named_paths(&source).into_iter().filter_map(|named| {
        let other = from_root(&own, &named)?;
        (is_extractor(&other) && other[1] != own[1])
            .then(|| format!("{path}:{}: extractor `{}` may not know extractor `{}`", named.line, own[1], other[1]))
    });
    others.collect()
}

/// serde in the packs and the views, the browser's crates at the door.
pub fn crates_in_their_place(path: &str, text: &str) -> Faults {
    let module = module(path);
    let top = module.first().copied().unwrap_or("");
    let is_allowed = |word: &str| match word {
        "serde" | "Serialize" | "Deserialize" => matches!(top, "pack" | "view" | "wasm" | "bin"),
        "serde_json" => matches!(top, "view" | "bin"),
        "tsify" | "Tsify" => matches!(top, "view" | "wasm"),
        _ => !DOOR.contains(&word) || top == "wasm",
    };
    let strangers = pieces(text).into_iter().filter(|piece| !is_allowed(piece.text));
    strangers.map(|piece| format!("{path}:{}: `{}` has no place here", piece.line, piece.text)).collect()
}

/// Below `session`: no clock, files, network, printing or globals that change.
pub fn pure_below_session(path: &str, text: &str) -> Faults {
    let own = module(path);
    let session = FLOORS.iter().position(|floor| *floor == "session");
    if floor(&own).is_none_or(|height| Some(height) >= session) {
        return Faults::new();
    }
    let source = pieces(text);
    let fault = |line: usize, what: &str| format!("{path}:{line}: {what} below `session`");
    let mut faults = Faults::new();
    for named in named_paths(&source) {
        if let ["std" | "core", part, ..] = named.path[..]
            && OUTSIDE.contains(&part)
        {
            faults.push(fault(named.line, &format!("`std::{part}`")));
        }
    }
    for pair in source.windows(2) {
        match (pair[0].text, pair[1].text) {
            (macro_, "!") if PRINTERS.contains(&macro_) => faults.push(fault(pair[0].line, "printing")),
            ("static", "mut") => faults.push(fault(pair[0].line, "`static mut`")),
            ("thread_local", "!") => faults.push(fault(pair[0].line, "`thread_local!`")),
            _ => {}
        }
    }
    faults
}

/// `unsafe` nowhere.
pub fn nothing_unsafe(path: &str, text: &str) -> Faults {
    let found = pieces(text).into_iter().filter(|piece| piece.text == "unsafe");
    found.map(|piece| format!("{path}:{}: `unsafe`", piece.line)).collect()
}

/// Every rule's name stands once in the house, so that "Why?" leads to one place.
pub fn rule_names_unique(files: &[File]) -> Faults {
    let mut first: BTreeMap<&str, String> = BTreeMap::new();
    let mut faults = Faults::new();
    for file in files.iter().filter(|file| file.path.starts_with("src/")) {
        for (line, name) in rule_names(&file.text) {
            let place = format!("{}:{line}", file.path);
            if let Some(other) = first.get(name) {
                faults.push(format!("{place}: a rule named `{name}` stands at {other} already"));
            } else {
                first.insert(name, place);
            }
        }
    }
    faults
}

/// The names in `Rule { name: "…"` with their lines.
fn rule_names(text: &str) -> Vec<(usize, &str)> {
    let mut names = Vec::new();
    for (at, head) in text.match_indices("Rule {") {
        let rest = text[at + head.len()..].trim_start();
        let name = rest.strip_prefix("name:").and_then(|rest| rest.trim_start().strip_prefix('"'));
        if let Some((name, _)) = name.and_then(|rest| rest.split_once('"')) {
            names.push((text[..at].lines().count().max(1), name));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds() -> Vec<String> {
        ["figure", "name"].map(str::to_owned).to_vec()
    }

    #[test]
    fn a_higher_floor_is_seen() {
        assert_eq!(floors("src/base/span.rs", "use crate::lex::Token;").len(), 1);
        assert_eq!(floors("src/lex/mod.rs", "use crate::{base::{Span, fold}, view::answer::Run};").len(), 1);
        assert_eq!(floors("src/view/answer.rs", "fn f() { crate::session::Session::new() }").len(), 1);
        assert_eq!(floors("src/query/mod.rs", "use super::wasm;").len(), 1);
        assert_eq!(floors("src/lex/token.rs", "use super::super::corpus::Claim;").len(), 1);
    }

    #[test]
    fn its_own_and_lower_floors_are_allowed() {
        assert!(floors("src/lex/token.rs", "use super::Case; use crate::{base, pack};").is_empty());
        assert!(floors("src/lib.rs", "pub use crate::wasm;").is_empty());
        assert!(floors("src/pack.rs", "// use crate::wasm;\nconst A: &str = \"crate::wasm::B\";").is_empty());
    }

    #[test]
    fn extractors_that_meet_are_seen() {
        let cross = ["use crate::extract::name::Person;", "use super::super::name;", "use crate::extract::{name::A};"];
        for text in cross {
            assert_eq!(extractors_apart("src/extract/figure/money.rs", text, &kinds()).len(), 1, "{text}");
        }
        assert_eq!(extractors_apart("src/extract/figure.rs", "use super::name::A;", &kinds()).len(), 1);
        let fine = "use crate::extract::{Scope, figure::unit, kinds::Bound}; use super::range;";
        assert!(extractors_apart("src/extract/figure/money.rs", fine, &kinds()).is_empty());
        assert!(extractors_apart("src/extract/mod.rs", "use self::name;", &kinds()).is_empty());
    }

    #[test]
    fn extractors_are_found() {
        let paths = ["src/extract/figure/mod.rs", "src/extract/kinds.rs", "src/extract/mod.rs", "src/extract/name.rs"];
        let files = paths.map(|path| File { path: path.to_owned(), text: String::new() });
        assert_eq!(extractors(&files), kinds());
    }

    #[test]
    fn crates_out_of_place_are_seen() {
        for (path, text) in [
            ("src/lex/mod.rs", "#[derive(Serialize)] struct A;"),
            ("src/view/mod.rs", "use wasm_bindgen::JsValue;"),
            ("src/session.rs", "use {std::fmt, js_sys::Error};"),
            ("src/pack.rs", "#[derive(tsify::Tsify)] struct A;"),
        ] {
            assert!(!crates_in_their_place(path, text).is_empty(), "{path}");
        }
        assert!(crates_in_their_place("src/view/mod.rs", "#[derive(Serialize, tsify::Tsify)] struct A;").is_empty());
        assert!(crates_in_their_place("src/wasm.rs", "use wasm_bindgen::prelude::*;").is_empty());
    }

    #[test]
    fn what_is_not_pure_is_seen() {
        for text in [
            "use std::{fmt, time::Instant};",
            "fn f() { std::env::var(\"A\"); }",
            "fn f() { println!(\"a\") }",
            "static mut A: u8 = 0;",
            "thread_local! { static A: u8 = 0 }",
        ] {
            assert_eq!(pure_below_session("src/lex/mod.rs", text).len(), 1, "{text}");
        }
        assert!(pure_below_session("src/session.rs", "use std::time::Instant;").is_empty());
        assert!(pure_below_session("src/bin/tallysheet.rs", "use std::fs; println!()").is_empty());
    }

    #[test]
    fn unsafe_is_seen() {
        assert_eq!(nothing_unsafe("src/a.rs", "fn f() { unsafe { g() } }").len(), 1);
        assert!(nothing_unsafe("src/a.rs", "#![deny(unsafe_code)] // unsafe").is_empty());
    }

    #[test]
    fn a_rule_named_twice_is_seen() {
        let rule = "const A: Rule = Rule {\n    name: \"figure/money\",\n    why: \"\",\n};\n";
        let file = |path: &str| File { path: path.to_owned(), text: rule.to_owned() };
        assert_eq!(rule_names_unique(&[file("src/a.rs"), file("src/b.rs")]).len(), 1);
        assert!(rule_names_unique(&[file("src/a.rs")]).is_empty());
    }
}
