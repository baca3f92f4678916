//! `cargo xtask check`: the parts of `test` that tell most in least time.

use crate::steps::STEPS;
use crate::test::run_steps;
use anyhow::{Result, bail};

const PARTS: &[&str] = &["fmt", "clippy", "types", "sizes"];

/// Runs them.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(arg) = args.first() {
        bail!("`check` takes nothing, not `{arg}`; `cargo xtask test PART` runs one part.");
    }
    run_steps(&STEPS.iter().filter(|step| PARTS.contains(&step.name)).collect::<Vec<_>>())
}
