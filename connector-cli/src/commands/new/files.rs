//! Files that are written all or none, and over nothing.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Files that are yet to be written.
#[derive(Debug, Default)]
pub(super) struct Files(Vec<(PathBuf, String)>);

impl Files {
    pub(super) fn add(&mut self, path: PathBuf, text: String) {
        self.0.push((path, text));
    }

    /// Writes them, unless one is there already.
    pub(super) fn write(self) -> Result<Vec<String>, Failure> {
        // Of a link that leads nowhere too.
        let is_there = |path: &Path| path.symlink_metadata().is_ok();
        if let Some((path, _)) = self.0.iter().find(|(path, _)| is_there(path)) {
            let path = path.display();
            return Err(Failure::usage(format!(
                "`{path}` is there already, and nothing is overwritten"
            )));
        }
        let written = self.0.iter().map(|(path, text)| {
            let write = || {
                fs::create_dir_all(path.parent().unwrap_or(path))?;
                // Whoever was quicker than this is not overwritten either.
                let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
                file.write_all(text.as_bytes())
            };
            let shown = path.display().to_string();
            write().map(|()| shown).map_err(|error| cannot_be_written(path, &error))
        });
        written.collect()
    }
}

pub(super) fn cannot_be_written(path: &Path, error: &std::io::Error) -> Failure {
    Failure::internal(format!("`{}` cannot be written: {error}", path.display()))
}
