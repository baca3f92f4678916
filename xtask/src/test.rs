//! `cargo xtask test`: every part in order, or the parts named; the first failure ends it.

use crate::steps::{STEPS, Step, names};
use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// Runs the parts named, or all.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(unknown) = args.iter().find(|arg| !names().contains(&arg.as_str())) {
        bail!("`test` has no part `{unknown}`; it has {}.", names().join(", "));
    }
    let chosen = STEPS.iter().filter(|step| args.is_empty() || args.iter().any(|arg| arg == step.name));
    run_steps(&chosen.collect::<Vec<_>>())
}

/// Runs these parts with a heading each, and sums up.
pub fn run_steps(steps: &[&Step]) -> Result<()> {
    let mut done: Vec<(&Step, Duration)> = Vec::new();
    let mut failure = None;
    for step in steps {
        println!("\n── {} ──", step.heading);
        let start = Instant::now();
        let result = (step.run)();
        done.push((step, start.elapsed()));
        if let Err(error) = result {
            failure = Some((step, error));
            break;
        }
    }
    println!("\n── Summary ──");
    for (step, took) in &done {
        let failed = failure.as_ref().is_some_and(|(failed, _)| failed.name == step.name);
        println!("{} {:<26}{:>8.1} s", if failed { "✗" } else { "✓" }, step.heading, took.as_secs_f64());
    }
    let (failed, skipped) = (usize::from(failure.is_some()), steps.len() - done.len());
    println!("parts: {} passed, {failed} failed, {skipped} skipped", done.len() - failed);
    match failure {
        None => Ok(()),
        Some((step, error)) => {
            Err(error.context(format!("`{}` failed; `cargo xtask test {}` runs it alone", step.heading, step.name)))
        }
    }
}
