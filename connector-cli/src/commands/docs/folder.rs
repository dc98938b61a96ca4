//! The pages of a folder: those that should be there, and those that are.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::HEAD;
use crate::failure::Failure;

type Pages = BTreeMap<PathBuf, String>;

/// Pages that are not there, not as they should be, or of no connector any more.
pub(super) fn stale(folder: &Path, pages: &Pages) -> Result<Vec<String>, Failure> {
    let mut stale = changed(folder, pages)?;
    stale.extend(superfluous(folder, pages)?);
    Ok(stale.iter().map(|page| folder.join(page).display().to_string()).collect())
}

/// Writes the pages that changed and removes those of no connector; both are told.
pub(super) fn write(folder: &Path, pages: &Pages) -> Result<(Vec<String>, Vec<String>), Failure> {
    let (mut written, mut removed) = (Vec::new(), Vec::new());
    for page in changed(folder, pages)? {
        let path = folder.join(&page);
        let text = pages.get(&page).map(String::as_str).unwrap_or_default();
        let write = || {
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(&path, text)
        };
        write().map_err(|error| refused(&path, "written", &error))?;
        written.push(path.display().to_string());
    }
    for page in superfluous(folder, pages)? {
        let path = folder.join(page);
        fs::remove_file(&path).map_err(|error| refused(&path, "removed", &error))?;
        removed.push(path.display().to_string());
    }
    Ok((written, removed))
}

fn changed(folder: &Path, pages: &Pages) -> Result<Vec<PathBuf>, Failure> {
    let mut changed = Vec::new();
    for (page, text) in pages {
        let found = read(&folder.join(page))?;
        // A checkout on Windows may have other ends of lines.
        let is_same = found.as_ref().is_some_and(|found| found.replace("\r\n", "\n") == *text);
        if found.as_ref().is_some_and(|found| !is_ours(found)) {
            let path = folder.join(page);
            let path = path.display();
            return Err(Failure::usage(format!("`{path}` was not generated, and is left alone")));
        }
        if !is_same {
            changed.push(page.clone());
        }
    }
    Ok(changed)
}

/// Generated pages of connectors that there are no more.
fn superfluous(folder: &Path, pages: &Pages) -> Result<Vec<PathBuf>, Failure> {
    let processors = Path::new("processors");
    let there = match fs::read_dir(folder.join(processors)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        there => there.map_err(|error| refused(&folder.join(processors), "read", &error))?,
    };
    let mut superfluous = Vec::new();
    for entry in there.flatten() {
        let page = processors.join(entry.file_name());
        let is_page = page.extension().is_some_and(|extension| extension == "md");
        if is_page
            && !pages.contains_key(&page)
            && read(&folder.join(&page))?.as_deref().is_some_and(is_ours)
        {
            superfluous.push(page);
        }
    }
    superfluous.sort_unstable();
    Ok(superfluous)
}

fn is_ours(text: &str) -> bool {
    text.starts_with(HEAD)
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(path, "read", &error)),
    }
}

fn refused(path: &Path, what: &str, error: &io::Error) -> Failure {
    let message = format!("`{}` cannot be {what}: {error}", path.display());
    if what == "read" { Failure::usage(message) } else { Failure::internal(message) }
}
