//! Doing no work twice: a step remembers a fingerprint of all it was made from.

use anyhow::{Context, Result};
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

/// A fingerprint in the making.
#[derive(Default)]
pub struct Fingerprint(DefaultHasher);

impl Fingerprint {
    /// Begins with this tool itself: what an older build of it made is not fresh.
    pub fn of_tool() -> Self {
        let tool = std::env::current_exe().and_then(std::fs::metadata);
        let built = tool.and_then(|about| Ok((about.len(), about.modified()?))).ok();
        Self::default().bytes(format!("{built:?}").as_bytes())
    }

    /// Adds some bytes.
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.write_usize(bytes.len());
        self.0.write(bytes);
        self
    }

    /// Adds a file's name and content.
    pub fn file(self, path: &Path) -> Result<Self> {
        let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(self.bytes(path.to_string_lossy().as_bytes()).bytes(&bytes))
    }

    /// The fingerprint as a word.
    pub fn word(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

/// Does `work` unless `stamp` holds this fingerprint and all of `made` exist; writes the stamp after.
pub fn unless_fresh(
    stamp: &Path,
    print: &Fingerprint,
    made: &[&Path],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let word = print.word();
    let fresh = std::fs::read_to_string(stamp).is_ok_and(|old| old == word);
    if fresh && made.iter().all(|path| path.exists()) {
        return Ok(());
    }
    // A step that dies half-way must not look done.
    let _ = std::fs::remove_file(stamp);
    work()?;
    if let Some(folder) = stamp.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(stamp, word).with_context(|| format!("cannot write {}", stamp.display()))
}

/// All files below a folder, sorted; none if there is no such folder.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
