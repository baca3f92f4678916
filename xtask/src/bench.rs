//! `cargo xtask bench`: megabytes a second for the native core and for the wasm in Node, on the
//! embedded articles and on 10 MB made of copies of them.

use crate::shell::{cargo, node, root, run};
use crate::site;
use crate::stamp::files_below;
use anyhow::{Result, bail};

/// Builds both and measures them, one after the other.
pub fn run_both(args: &[String]) -> Result<()> {
    if let Some(arg) = args.first() {
        bail!("`bench` takes nothing, not `{arg}`.");
    }
    site::build()?;
    let articles = files_below(&root().join("articles"))?;
    run(cargo().args(["bench", "--quiet", "--package", "tallysheet", "--bench", "read", "--"]).args(articles))?;
    run(&mut node("benches/read.mjs"))
}
