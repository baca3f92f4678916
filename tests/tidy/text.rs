//! Rules of all files: short, about the project alone, and accounted for.

use crate::{Faults, File};

/// Lines of a file that one can still hold in one's head.
const LONGEST: usize = 700;

/// Text that others make or that is data, not code.
const NOT_OURS: &[&str] = &["package-lock.json", "Cargo.lock", "LICENSE"];

/// One idea a file; a long one holds several.
pub fn short(path: &str, text: &str) -> Faults {
    let is_code = [".rs", ".js", ".mjs", ".css", ".html", ".ts"].iter().any(|end| path.ends_with(end));
    let lines = text.lines().count();
    if is_code && lines > LONGEST {
        return vec![format!("{path}: {lines} lines; at most {LONGEST}")];
    }
    Faults::new()
}

/// Neither paths of somebody's machine nor addresses of package registries: both differ elsewhere.
pub fn no_places_of_one_machine(path: &str, text: &str) -> Faults {
    // In pieces, so that this file does not break its own rule.
    let folders = [
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/wo", "rk/"),
        concat!("/tm", "p/"),
        concat!("C:\\Us", "ers"),
    ];
    let hosts = [
        concat!("registry.npm", "js.org"),
        concat!("static.crates", ".io"),
        concat!("index.crates", ".io"),
        concat!("pypi", ".org"),
        concat!("files.python", "hosted.org"),
        concat!("deb.debian", ".org"),
    ];
    // An article is what its outlet wrote, addresses and all.
    if path.starts_with("articles/") || NOT_OURS[1..].contains(&path) {
        return Faults::new();
    }
    let mut faults = Faults::new();
    for (at, line) in text.lines().enumerate() {
        let begins = |found: usize| {
            let before = line[..found].chars().next_back();
            before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | '}' | ')' | '*'))
        };
        let folder = folders.iter().find(|folder| line.match_indices(**folder).any(|(found, _)| begins(found)));
        if let Some(place) = folder.or_else(|| hosts.iter().find(|host| line.contains(**host))) {
            faults.push(format!("{path}:{}: `{place}` is a place of one machine", at + 1));
        }
    }
    faults
}

/// Every article and every table has its line in DATA.md.
pub fn data_is_accounted_for(files: &[File]) -> Faults {
    let Some(list) = files.iter().find(|file| file.path == "DATA.md") else {
        return vec!["DATA.md is missing".to_owned()];
    };
    let kept = files.iter().filter(|file| file.path.starts_with("articles/") || file.path.starts_with("data/"));
    let name = |file: &File| file.path.rsplit('/').next().unwrap_or_default().to_owned();
    kept.filter(|file| !list.text.contains(&name(file)))
        .map(|file| format!("DATA.md has no line for {}", file.path))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_long_file_is_seen() {
        assert_eq!(short("src/a.rs", &"\n".repeat(LONGEST + 1)).len(), 1);
        assert!(short("src/a.rs", &"\n".repeat(LONGEST)).is_empty());
        assert!(short("package-lock.json", &"\n".repeat(LONGEST + 1)).is_empty());
    }

    #[test]
    fn a_place_of_one_machine_is_seen() {
        for place in
            [concat!("see /ho", "me/me/x"), concat!("\"/tm", "p/x\""), concat!("https://registry.npm", "js.org/a")]
        {
            assert_eq!(no_places_of_one_machine("a.md", place).len(), 1, "{place}");
            assert!(no_places_of_one_machine("articles/a.md", place).is_empty());
        }
        assert!(no_places_of_one_machine("a.md", concat!("https://example.org/wo", "rk/a")).is_empty());
    }

    #[test]
    fn unlisted_data_is_seen() {
        let data = file("data/units.tsv", "");
        assert_eq!(data_is_accounted_for(&[file("DATA.md", "| people.tsv |"), data]).len(), 1);
        let data = file("data/units.tsv", "");
        assert!(data_is_accounted_for(&[file("DATA.md", "| units.tsv |"), data]).is_empty());
        assert_eq!(data_is_accounted_for(&[]).len(), 1);
    }
}
