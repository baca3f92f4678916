//! Rules of the page's scripts: who may import whom in `www/js/`.

use crate::Faults;

/// What a folder's modules may not import. Only `main.js` joins all of them.
const WALLS: &[(&str, &[&str])] = &[
    ("core", &["page", "parts", "charts"]),
    ("state", &["page", "parts", "charts"]),
    ("html", &["page", "parts", "charts", "core"]),
    ("charts", &["page", "parts"]),
];

/// `core` and `state` know nothing of the page, charts nothing of the parts, and nobody the entry.
pub fn layers(path: &str, text: &str) -> Faults {
    let inside: Vec<&str> = path.trim_start_matches("www/js/").split('/').collect();
    let Some((_, folders)) = inside.split_last() else { return Faults::new() };
    let own = folders.first().copied().unwrap_or("");
    let mut faults = Faults::new();
    for (line, target) in imports(text) {
        let other = resolve(folders, target);
        let Some(first) = other.first() else { continue };
        let behind_wall = WALLS.iter().any(|(folder, walls)| *folder == own && walls.contains(first));
        if behind_wall || *first == "main.js" {
            faults
                .push(format!("{path}:{line}: `{}` may not import {target}", if own.is_empty() { path } else { own }));
        }
    }
    faults
}

/// The targets of static and dynamic imports and of re-exports, with their lines. Types named in
/// comments count too: a module that speaks of another's types knows it.
fn imports(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for (head, _) in line.match_indices(['\'', '"']) {
            let before = line[..head].trim_end();
            let is_import = ["from", "import", "import("].iter().any(|word| before.ends_with(word));
            let quote = &line[head..head + 1];
            if is_import && let Some((target, _)) = line[head + 1..].split_once(quote) {
                found.push((at + 1, target));
            }
        }
    }
    found
}

/// A relative target as seen from `www/js/`; empty for a package or what is outside.
fn resolve<'a>(folders: &[&'a str], target: &'a str) -> Vec<&'a str> {
    if !target.starts_with('.') {
        return Vec::new();
    }
    let mut path = folders.to_vec();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." if path.pop().is_none() => return Vec::new(),
            ".." => {}
            name => path.push(name),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_over_a_wall_are_seen() {
        assert_eq!(layers("www/js/core/a.js", "import { b } from '../parts/b.js';").len(), 1);
        assert_eq!(layers("www/js/state/a.js", "const c = await import(\"../charts/c.js\");").len(), 1);
        assert_eq!(layers("www/js/charts/kit/a.js", "export * from '../../parts/b.js';").len(), 1);
        assert_eq!(layers("www/js/parts/a.js", "import '../main.js';").len(), 1);
        assert_eq!(layers("www/js/core/a.js", "/** @type {import('../parts/b.js').B} */").len(), 1);
    }

    #[test]
    fn imports_downwards_are_allowed() {
        let text =
            "import { a } from '../charts/a.js';\nimport { html } from 'lit-html';\nimport b from '../../pkg/b.js';";
        assert!(layers("www/js/parts/a.js", text).is_empty());
        assert!(layers("www/js/main.js", "import './parts/a.js'; import './core/a.js';").is_empty());
        assert!(layers("www/js/core/a.js", "import './b.js';").is_empty());
    }
}
