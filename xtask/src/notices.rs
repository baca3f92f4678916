//! The licence texts of the crates that are compiled into the page's wasm module: most of them ask
//! that their notice goes along with every copy.

use crate::shell::{cargo, read, root};
use crate::stamp::{Fingerprint, unless_fresh};
use crate::tools::WASM;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Writes them to a file, unless the lock file is the one they were last made from.
pub fn write(to: &Path) -> Result<()> {
    let print = Fingerprint::of_tool().file(&root().join("Cargo.lock"))?.file(&root().join("Cargo.toml"))?;
    unless_fresh(&to.with_extension("stamp"), &print, &[to], || {
        let metadata = read(cargo().args(["metadata", "--format-version=1", "--filter-platform", WASM]))?;
        let metadata: Value = serde_json::from_slice(&metadata)?;
        std::fs::write(to, notices(&metadata)?).with_context(|| format!("cannot write {}", to.display()))
    })
}

fn notices(metadata: &Value) -> Result<String> {
    let packages: BTreeMap<&str, &Value> =
        list(metadata, "packages").iter().filter_map(|package| Some((text(package, "id")?, package))).collect();
    let nodes: BTreeMap<&str, &Value> =
        list(&metadata["resolve"], "nodes").iter().filter_map(|node| Some((text(node, "id")?, node))).collect();
    let ours = packages.iter().find(|(_, package)| text(package, "name") == Some("tallysheet"));
    let (start, _) = ours.context("cargo metadata does not know tallysheet")?;
    let mut seen = BTreeSet::new();
    let mut open = vec![*start];
    while let Some(id) = open.pop() {
        let reaches_module = packages.get(id).is_some_and(|package| !is_macro(package));
        if !reaches_module || !seen.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).map(|node| list(node, "deps")).unwrap_or_default();
        open.extend(dependencies.iter().filter(|edge| is_built_in(edge)).filter_map(|edge| text(edge, "pkg")));
    }
    let mut out = String::new();
    for package in seen.iter().filter(|id| *id != start).filter_map(|id| packages.get(id)) {
        out += &notice(package)?;
    }
    Ok(out)
}

/// A normal dependency; those of tests and build scripts do not reach the module.
fn is_built_in(edge: &Value) -> bool {
    list(edge, "dep_kinds").iter().any(|kind| kind["kind"].is_null())
}

/// Macros run in the compiler; only what they write reaches the module.
fn is_macro(package: &Value) -> bool {
    list(package, "targets").iter().any(|target| list(target, "kind").iter().any(|kind| kind == "proc-macro"))
}

fn notice(package: &Value) -> Result<String> {
    let (name, version) = (text(package, "name").unwrap_or(""), text(package, "version").unwrap_or(""));
    let licence = text(package, "license").unwrap_or("see its own files");
    let mut out = format!("{name} {version} ({licence})\n\n");
    let folder = text(package, "manifest_path").map(Path::new).and_then(Path::parent);
    let Some(folder) = folder else { return Ok(out) };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file()
            && (name.starts_with("LICENSE") || name.starts_with("LICENCE") || name.starts_with("UNLICENSE"))
        {
            files.push((licence_rank(&name), path));
        }
    }
    files.sort();
    // Where there is a choice of licences, that with the shortest notice is taken.
    if let Some((_, path)) = files.first() {
        out += std::fs::read_to_string(path)?.trim_end();
        out += "\n\n";
    }
    Ok(out + &"-".repeat(72) + "\n\n")
}

fn licence_rank(name: &str) -> u8 {
    if name.contains("MIT") {
        0
    } else if name.contains("APACHE") {
        2
    } else {
        1
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value[key].as_str()
}
