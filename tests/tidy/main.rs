//! House rules as tests. Each rule is a function over a file's path and text that gives back what is
//! wrong, so that a violation can be planted and seen to fail; [`the_house_is_tidy`] runs them all.
//!
//! To add a rule: a function in the file of its subject, its line in [`broken_rules`], and a test
//! that plants a violation.

mod rust;
mod script;
mod source;
mod text;

use std::path::Path;

/// A tracked file: its path from the root, with `/`, and its text.
pub struct File {
    path: String,
    text: String,
}

/// What is wrong, as lines for the reader.
pub type Faults = Vec<String>;

/// Folders with nothing of ours, or with what is made from ours.
const SKIPPED: &[&str] =
    &[".git", "target", "node_modules", "dist", "dist.new", "pkg", "test-results", "playwright-report"];

#[test]
fn the_house_is_tidy() {
    let faults = broken_rules(&house());
    assert!(faults.is_empty(), "house rules are broken:\n{}", faults.join("\n"));
}

#[test]
fn the_house_is_found() {
    assert!(house().iter().any(|file| file.path == "src/lib.rs"));
}

fn broken_rules(files: &[File]) -> Faults {
    let extractors = rust::extractors(files);
    let mut faults = Faults::new();
    for file in files {
        let (path, text) = (file.path.as_str(), file.text.as_str());
        if path.starts_with("src/") && path.ends_with(".rs") {
            faults.extend(rust::floors(path, text));
            faults.extend(rust::extractors_apart(path, text, &extractors));
            faults.extend(rust::crates_in_their_place(path, text));
            faults.extend(rust::pure_below_session(path, text));
        }
        if path.ends_with(".rs") {
            faults.extend(rust::nothing_unsafe(path, text));
        }
        if path.starts_with("www/js/") && path.ends_with(".js") {
            faults.extend(script::layers(path, text));
        }
        faults.extend(text::short(path, text));
        faults.extend(text::no_places_of_one_machine(path, text));
    }
    faults.extend(rust::rule_names_unique(files));
    faults.extend(text::data_is_accounted_for(files));
    faults
}

/// All text files of the house.
fn house() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            if SKIPPED.iter().any(|skipped| name == *skipped) {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else if let (Ok(inside), Ok(text)) = (path.strip_prefix(root), std::fs::read_to_string(&path)) {
                files.push(File { path: inside.to_string_lossy().replace('\\', "/"), text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
