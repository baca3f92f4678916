//! `cargo xtask bench`: megabytes a second for the native core and for the wasm in Node, on the
//! embedded articles, on 10 MB made of copies of them, and for each pass alone.

use crate::shell::{self, cargo, node, root};
use crate::site;
use crate::stamp::files_below;
use anyhow::{Result, bail};

/// Builds both and measures them, one after the other.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(arg) = args.first() {
        bail!("`bench` takes nothing, not `{arg}`.");
    }
    site::build()?;
    let articles = files_below(&root().join("articles"))?;
    shell::run(cargo().args(["bench", "--quiet", "--package", "tallysheet", "--bench", "read", "--"]).args(articles))?;
    let passes = site::passes()?;
    shell::run(node("benches/read.mjs").arg(passes))
}
