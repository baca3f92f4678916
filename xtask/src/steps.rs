//! The parts of `cargo xtask test`, in the order they run: what is quick and fails often comes first.

use crate::serve::Site;
use crate::shell::{cargo, node, program, root, run};
use crate::stamp::files_below;
use crate::tools::{self, PLAYWRIGHT, WASM};
use crate::{site, sizes};
use anyhow::Result;
use std::path::PathBuf;

/// A part: its name on the command line, its heading, and the function.
pub struct Step {
    pub name: &'static str,
    pub heading: &'static str,
    pub run: fn() -> Result<()>,
}

/// All parts. To add one, add a row.
pub const STEPS: &[Step] = &[
    Step { name: "fmt", heading: "Format", run: fmt },
    Step { name: "clippy", heading: "Lints, native and wasm", run: clippy },
    Step { name: "rust", heading: "Rust tests", run: rust },
    Step { name: "docs", heading: "Documentation", run: docs },
    Step { name: "types", heading: "JavaScript types", run: types },
    Step { name: "js", heading: "JavaScript unit tests", run: js },
    Step { name: "build", heading: "The site", run: build },
    Step { name: "door", heading: "The wasm door in Node", run: door },
    Step { name: "sizes", heading: "Size budgets", run: budgets },
    Step { name: "browser", heading: "Browser tests", run: browser },
];

/// The parts' names.
pub fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

fn fmt() -> Result<()> {
    tools::components()?;
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    tools::components()?;
    tools::wasm_target()?;
    run(cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    run(cargo()
        .args(["clippy", "--quiet", "--package", "tallysheet", "--lib", "--target", WASM])
        .args(["--", "-D", "warnings"]))
}

fn rust() -> Result<()> {
    run(cargo().args(["test", "--quiet", "--workspace"]))
}

fn docs() -> Result<()> {
    run(cargo()
        .args(["doc", "--quiet", "--no-deps", "--document-private-items", "--package", "tallysheet", "--lib"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

fn types() -> Result<()> {
    site::wasm()?;
    run(node("node_modules/typescript/bin/tsc").args(["--project", "tsconfig.json"]))
}

fn js() -> Result<()> {
    tools::npm_packages()?;
    node_tests("tests/js")
}

fn build() -> Result<()> {
    site::build().map(drop)
}

fn door() -> Result<()> {
    site::build()?;
    node_tests("tests/door")
}

fn budgets() -> Result<()> {
    sizes::check(&site::build()?)
}

/// The site is served below a path, as a project page is, so that an absolute address shows.
fn browser() -> Result<()> {
    let dist = site::build()?;
    let chromium = tools::chromium()?;
    let served = Site::open(dist, 0, "/below/tallysheet/")?;
    let mut tests = node(PLAYWRIGHT);
    tests.arg("test").env("TALLYSHEET_URL", served.address());
    if let Some(chromium) = chromium {
        tests.env("CHROME", chromium);
    }
    std::thread::spawn(move || served.answer_all());
    run(&mut tests)
}

/// Node's own test runner, one file after another, so that those that measure are not disturbed.
fn node_tests(folder: &str) -> Result<()> {
    let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.mjs");
    let (data, native) = (site::work().join("page-data.json"), site::native_path());
    for file in files_below(&root().join(folder))?.into_iter().filter(is_test) {
        let mut tests = program("node");
        tests.args(["--test", "--test-reporter=spec"]).arg(file);
        run(tests.env("TALLYSHEET_DATA", &data).env("TALLYSHEET_NATIVE", &native))?;
    }
    Ok(())
}
