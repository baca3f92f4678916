//! `cargo xtask train FOLDER`: makes `data/model.bin` anew from the annotated sets in a folder. The work
//! is the `trainer` package's; `data/model.md` says from what and how.

use crate::shell::{self, cargo};
use anyhow::Result;

/// Builds the trainer and runs it.
pub fn run(args: &[String]) -> Result<()> {
    shell::run(cargo().args(["run", "--quiet", "--profile", "train", "--package", "trainer", "--"]).args(args))
}
