//! The size budgets of `xtask/budgets.tsv`, after gzip, held against `dist/`.

use crate::shell::root;
use crate::stamp::files_below;
use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;

const BUDGETS: &str = "xtask/budgets.tsv";

struct Budget {
    what: String,
    most: u64,
    files: Vec<String>,
}

/// Prints a table of files and budgets; fails if a budget is passed.
pub fn check(dist: &Path) -> Result<()> {
    let mut sizes = Vec::new();
    for path in files_below(dist)? {
        let name = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        let bytes = std::fs::read(&path)?;
        sizes.push((name, bytes.len() as u64, gzip(&bytes)?));
    }
    println!("{:<42}{:>12}{:>12}", "file", "bytes", "gzip");
    for (name, plain, small) in &sizes {
        println!("{name:<42}{plain:>12}{small:>12}");
    }
    println!("\n{:<42}{:>12}{:>12}", "budget", "at most", "gzip");
    let mut passed = Vec::new();
    for budget in budgets()? {
        let held = sizes.iter().filter(|(name, ..)| counts(&budget.files, name));
        let sum: u64 = held.map(|(_, _, small)| small).sum();
        let over = sum > budget.most;
        println!("{:<42}{:>12}{sum:>12}{}", budget.what, budget.most, if over { "  over" } else { "" });
        if over {
            passed.push(budget.what);
        }
    }
    if !passed.is_empty() {
        bail!("Over the budget of {BUDGETS}: {}", passed.join(", "));
    }
    Ok(())
}

fn budgets() -> Result<Vec<Budget>> {
    let text = std::fs::read_to_string(root().join(BUDGETS)).with_context(|| format!("cannot read {BUDGETS}"))?;
    let rows = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    rows.map(|(at, line)| parse(line).with_context(|| format!("{BUDGETS}:{}: not `what, kB, files`", at + 1))).collect()
}

fn parse(line: &str) -> Option<Budget> {
    let mut cells = line.split('\t');
    let (what, most, files) = (cells.next()?, cells.next()?, cells.next()?);
    let most = most.parse::<u64>().ok()? * 1000;
    Some(Budget { what: what.to_owned(), most, files: files.split(' ').map(str::to_owned).collect() })
}

/// About what a static host's gzip makes of it.
fn gzip(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

/// Whether a pattern takes the name and none refuses it.
fn counts(patterns: &[String], name: &str) -> bool {
    let refused = patterns.iter().filter_map(|pattern| pattern.strip_prefix('!')).any(|pattern| fits(pattern, name));
    !refused && patterns.iter().any(|pattern| fits(pattern, name))
}

/// Whether a name fits a pattern with at most one `*`.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((head, tail)) => name.len() >= head.len() + tail.len() && name.starts_with(head) && name.ends_with(tail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_take_and_refuse() {
        let patterns = ["*", "!a-*.txt"].map(str::to_owned);
        assert!(counts(&patterns, "index.html"));
        assert!(!counts(&patterns, "a-1.txt"));
        assert!(!fits("ab*ba", "aba"));
        assert!(!fits("!x", "x"));
    }
}
