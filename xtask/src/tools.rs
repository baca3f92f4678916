//! What the machine must have. Each tool is looked for, added where that can be done without
//! asking, and otherwise asked for in one sentence.

use crate::shell::{self, program, root, run, try_read, which};
use crate::stamp::{Fingerprint, unless_fresh};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// What the page's core is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The oldest Node that will do.
const NODE: u32 = 20;

/// The standard library for wasm, added to the pinned toolchain where it is missing.
pub fn wasm_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// rustfmt and clippy, added to the pinned toolchain where they are missing.
pub fn components() -> Result<()> {
    let bin = sysroot()?.join("bin");
    for (component, file) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if !bin.join(format!("{file}{}", std::env::consts::EXE_SUFFIX)).is_file() {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// Node, and the npm packages as the lock file has them. Installs only when that file has changed.
pub fn npm_packages() -> Result<()> {
    node()?;
    let root = root();
    let modules = root.join("node_modules");
    let print = Fingerprint::default().file(&root.join("package.json"))?.file(&root.join("package-lock.json"))?;
    unless_fresh(&modules.join(".tallysheet"), &print, &[], || {
        println!("Installing npm packages …");
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        // No package's own scripts run: none of ours needs one, and a browser is found elsewhere.
        run(program(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        .context("npm could not install the packages of package-lock.json")
    })
}

/// Chromium or Chrome; `None` leaves the choice to Playwright, which then has one of its own.
pub fn chromium() -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os("CHROME").map(PathBuf::from) {
        if named.is_file() {
            return Ok(Some(named));
        }
        bail!("$CHROME names {}, which is not there.", named.display());
    }
    if let Some(found) = installed_chromium() {
        return Ok(Some(found));
    }
    if playwright_has_one() {
        return Ok(None);
    }
    let is_root = try_read(program("id").arg("-u")).is_some_and(|id| id == "0");
    if is_root && PathBuf::from("/etc/debian_version").exists() {
        println!("Installing Debian's Chromium …");
        run(program("apt-get").args(["update", "-qq"]))?;
        run(program("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends", "chromium"])
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
        if let Some(found) = installed_chromium() {
            return Ok(Some(found));
        }
    }
    println!("Installing Playwright's Chromium …");
    run(shell::node(PLAYWRIGHT).args(["install", "chromium"])).context(
        "No Chromium was found and none could be installed: install Chromium or Chrome, or set $CHROME to its path.",
    )?;
    Ok(None)
}

/// Playwright's command line.
pub const PLAYWRIGHT: &str = "node_modules/@playwright/test/cli.js";

fn installed_chromium() -> Option<PathBuf> {
    let on_path = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    on_path.iter().find_map(|name| which(name)).or_else(|| mac.is_file().then_some(mac))
}

fn playwright_has_one() -> bool {
    let ask = "import('@playwright/test').then(p => console.log(p.chromium.executablePath()))";
    try_read(program("node").args(["-e", ask])).is_some_and(|path| PathBuf::from(path).is_file())
}

fn node() -> Result<()> {
    let Some(version) = try_read(program("node").arg("--version")) else {
        bail!("Node {NODE} or later is needed and `node` was not found: install it and run this again.");
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
    if major.is_none_or(|major: u32| major < NODE) {
        bail!("Node {NODE} or later is needed and `node` is {version}: update it and run this again.");
    }
    Ok(())
}

fn sysroot() -> Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said = shell::read(program(rustc).args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(String::from_utf8_lossy(&said).trim()))
}

fn rustup(args: &[&str]) -> Result<()> {
    if which("rustup").is_none() {
        bail!("rustup was not found: install it, or add to this Rust what `rustup {}` would.", args.join(" "));
    }
    // Said aloud, because in a folder with a pinned toolchain rustup takes that one.
    println!("rustup {} …", args.join(" "));
    run(program("rustup").args(args))
}
