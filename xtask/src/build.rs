//! `cargo xtask build`.

use crate::site;
use anyhow::{Result, bail};

/// Builds the site and says where it is.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(arg) = args.first() {
        bail!("`build` takes nothing, not `{arg}`.");
    }
    site::build()?;
    println!("The site is in dist/: put that folder on any static server.");
    Ok(())
}
