//! `cargo xtask bench`.

use anyhow::Result;

/// Measures.
pub fn run(_args: &[String]) -> Result<()> {
    Ok(())
}
