//! Running other programs from the project's root.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The project's root folder. Cargo says where this package is whenever it runs it.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    match package.as_deref().and_then(Path::parent) {
        Some(root) => root.to_path_buf(),
        None => PathBuf::from("."),
    }
}

/// A program, to be started in the root.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The very cargo that runs us, so that the pinned toolchain is kept.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Node with a script of an npm package, by its path in `node_modules` (no shell, no npx).
pub fn node(script: &str) -> Command {
    let mut command = program("node");
    command.arg(script);
    command
}

/// Runs it, its output shown; fails if it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let said = describe(command);
    let status = command.status().with_context(|| format!("`{said}` did not start"))?;
    if !status.success() {
        bail!("`{said}` failed ({status})");
    }
    Ok(())
}

/// Runs it and gives back what it printed; its errors are shown.
pub fn read(command: &mut Command) -> Result<Vec<u8>> {
    let said = describe(command);
    let output =
        command.stderr(std::process::Stdio::inherit()).output().with_context(|| format!("`{said}` did not start"))?;
    if !output.status.success() {
        bail!("`{said}` failed ({})", output.status);
    }
    Ok(output.stdout)
}

/// Runs it quietly and gives back what it printed, or nothing if it cannot be run or fails.
pub fn try_read(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program stands on the search path.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|found| found.is_file())
}

fn describe(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default();
    let mut said = name.to_string_lossy().into_owned();
    for arg in command.get_args() {
        said.push(' ');
        said += &arg.to_string_lossy();
    }
    said
}
