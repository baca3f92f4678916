//! From sources to `dist/`, in five steps. Each one is skipped while nothing it is made from has
//! changed: cargo sees to the first and third, stamps to the others.
//!
//! 1. [`wasm`]: the core as a wasm module, 2. its JavaScript and types (wasm-bindgen) and its small
//!    form (wasm-opt) in `www/pkg/`;
//! 3. the native core, which gives the default view's data;
//! 4. the notices of what is built in;
//! 5. `www/build.mjs`: bundle, first view, policy, `dist/`.

use crate::notices;
use crate::shell::{self, cargo, program, root, run, try_read};
use crate::stamp::{Fingerprint, files_below, unless_fresh};
use crate::tools::{self, WASM};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

const WASM_OPT: &str = "node_modules/binaryen/bin/wasm-opt";

/// Builds the whole site; gives the folder.
pub fn build() -> Result<PathBuf> {
    wasm()?;
    let data = default_data()?;
    notices::write(&work().join("notices-core.txt"))?;
    let dist = root().join("dist");
    let (www, build) = (root().join("www"), version());
    let mut print = Fingerprint::of_tool()
        .bytes(build.as_bytes())
        .file(&data)?
        .file(&work().join("notices-core.txt"))?
        .file(&root().join("data/model.bin"))?
        .file(&root().join("package-lock.json"))?;
    for file in files_below(&www)? {
        print = print.file(&file)?;
    }
    unless_fresh(&work().join("dist.stamp"), &print, &[&dist.join("index.html")], || {
        println!("Laying out dist/ …");
        run(shell::node("www/build.mjs")
            .env("TALLYSHEET_DATA", &data)
            .env("TALLYSHEET_NOTICES", work().join("notices-core.txt"))
            .env("TALLYSHEET_BUILD", build))
    })?;
    Ok(dist)
}

/// The core as a small wasm module with its JavaScript and types, in `www/pkg/`.
pub fn wasm() -> Result<()> {
    tools::wasm_target()?;
    tools::npm_packages()?;
    // As this crate type alone: beside an rlib, cargo leaves link-time optimisation out.
    compile(&["--lib", "--crate-type", "cdylib"])?;
    pack(&compiled().join("tallysheet.wasm"), &root().join("www/pkg"), "pkg.stamp")
}

/// The bench of the passes as a wasm module, made as the page's is; gives its JavaScript.
pub fn passes() -> Result<PathBuf> {
    compile(&["--example", "passes"])?;
    let folder = work().join("passes");
    pack(&compiled().join("examples/passes.wasm"), &folder, "passes.stamp")?;
    Ok(folder.join("passes.js"))
}

/// Compiles one target of the core as the page's profile has it.
fn compile(target: &[&str]) -> Result<()> {
    let profile = ["--profile", "wasm", "--target", WASM];
    run(cargo().args(["rustc", "--quiet", "--package", "tallysheet"]).args(target).args(profile))
}

/// Where cargo puts what [`compile`] makes.
fn compiled() -> PathBuf {
    target().join(WASM).join("wasm")
}

/// A compiled module as a small one with its JavaScript and types, in a folder of its own.
fn pack(module: &Path, folder: &Path, stamp: &str) -> Result<()> {
    let name = module.file_stem().unwrap_or_default().to_string_lossy();
    let small = folder.join(format!("{name}_bg.wasm"));
    let print = Fingerprint::of_tool().file(module)?.file(&root().join("package-lock.json"))?;
    unless_fresh(&work().join(stamp), &print, &[&small], || {
        println!("Making {} …", folder.strip_prefix(root()).unwrap_or(folder).display());
        bind(module, folder)?;
        shrink(&small)
    })
}

/// wasm-bindgen's second half, by the crate whose version the lock file ties to the first half's.
fn bind(module: &Path, pkg: &Path) -> Result<()> {
    if pkg.exists() {
        std::fs::remove_dir_all(pkg)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).typescript(true).omit_default_module_path(false);
    bindgen.web(true)?;
    bindgen.generate(pkg).context("wasm-bindgen could not make www/pkg/")
}

/// No feature flags: the module itself says which features it uses, and flags would widen them.
fn shrink(module: &Path) -> Result<()> {
    run(shell::node(WASM_OPT).arg("-Os").arg(module).arg("-o").arg(module))
}

/// What the native core answers to the default question, as JSON in a file.
pub fn default_data() -> Result<PathBuf> {
    let data = work().join("page-data.json");
    let json = shell::read(program(native()?).arg("page-data"))?;
    std::fs::create_dir_all(work())?;
    std::fs::write(&data, json)?;
    Ok(data)
}

/// The native command, built.
pub fn native() -> Result<PathBuf> {
    run(cargo().args(["build", "--quiet", "--package", "tallysheet", "--release", "--bin", "tallysheet"]))?;
    Ok(native_path())
}

/// Where the native command is.
pub fn native_path() -> PathBuf {
    target().join("release").join(format!("tallysheet{}", std::env::consts::EXE_SUFFIX))
}

/// The commit's short hash and day, with a `+` where files have changed since.
fn version() -> String {
    let commit = try_read(program("git").args(["log", "-1", "--format=%h %cs"]));
    let changed = try_read(program("git").args(["status", "--porcelain"])).is_some_and(|files| !files.is_empty());
    match commit {
        Some(commit) if changed => commit.replacen(' ', "+ ", 1),
        Some(commit) => commit,
        None => "unversioned".to_owned(),
    }
}

/// Cargo's target folder, wherever the reader of these lines has put it.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Where stamps and what lies between two steps are kept.
pub fn work() -> PathBuf {
    target().join("xtask")
}
