//! A connector of this repository: its files, and the two lists that it stands in.

use std::fs;
use std::path::Path;

use super::draft::Draft;
use super::files::{Files, cannot_be_written};
use super::written::Written;
use super::{checkout, source};
use crate::failure::Failure;

/// One of the files with a list, and what the connector adds to it.
struct List {
    file: &'static str,
    /// For people, where the file is not as expected.
    by_hand: String,
    add: fn(&str, &Draft) -> Option<String>,
}

pub(super) fn write(draft: &Draft) -> Result<Written, Failure> {
    let checkout = checkout::find().ok_or_else(|| {
        Failure::usage("`--in-tree` is for a checkout of the project, and this is none")
    })?;
    let (name, ty) = (draft.name.text(), draft.name.type_name());
    let connectors = checkout.join("connectors");
    let mut files = Files::default();
    let head = format!(
        "\n#![cfg(any(feature = \"default\", feature = \"{name}\"))]\n\
         #![allow(clippy::unwrap_used, reason = \"this is only compiled for tests\")]\n"
    );
    files.add(connectors.join(format!("src/{name}.rs")), source::connector(draft));
    files
        .add(connectors.join(format!("tests/{name}.rs")), source::test(draft, "connectors", &head));
    let lists = [
        List { file: "src/lib.rs", by_hand: module_line(draft), add: with_module },
        List { file: "Cargo.toml", by_hand: format!("{name} = []"), add: with_feature },
    ];
    // Both are read before anything is written, so that a mistake leaves all as it was.
    let mut edits = Vec::new();
    let mut by_hand = Vec::new();
    for list in lists {
        let path = connectors.join(list.file);
        let text = fs::read_to_string(&path).map_err(|error| {
            Failure::usage(format!("`{}` cannot be read: {error}", path.display()))
        })?;
        if list.file == "src/lib.rs" && is_taken(&text, &ty, name) {
            return Err(Failure::usage(format!("another connector has the type `{ty}` already")));
        }
        match (list.add)(&text, draft) {
            Some(new) if new == text => {}
            Some(new) => edits.push((path, new)),
            None => by_hand.push(format!("{}: {}", path.display(), list.by_hand.trim())),
        }
    }
    let files = files.write()?;
    let mut edited = Vec::new();
    for (path, text) in edits {
        replace(&path, &text)?;
        edited.push(path.display().to_string());
    }
    let next = [
        format!("cargo test -p connectors --test {name}"),
        "cargo run -- docs --write docs".to_owned(),
    ];
    Ok(Written { name: name.to_owned(), files, edited, by_hand, next: next.into() })
}

/// Writes beside the file and renames, so that it is never half a file.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let beside = path.with_extension("new");
    let write = || {
        fs::write(&beside, text)?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| cannot_be_written(path, &error))
}

fn is_taken(lib: &str, ty: &str, name: &str) -> bool {
    lib.contains(&format!("::{ty} =")) && !lib.contains(&format!("{name}::{ty} ="))
}

fn module_line(draft: &Draft) -> String {
    let (name, ty) = (draft.name.text(), draft.name.type_name());
    format!("    {name}::{ty} = \"{name}\",")
}

/// The text with the connector in `connectors! { … }`, in the order of the names; `None` where it has
/// no such list.
fn with_module(lib: &str, draft: &Draft) -> Option<String> {
    let (before, rest) = lib.split_once("\nconnectors! {\n")?;
    let (list, after) = rest.split_once("\n}")?;
    let list = with_line(list, &module_line(draft));
    Some(format!("{before}\nconnectors! {{\n{list}\n}}{after}"))
}

/// The text with the feature; `None` where it has no such list.
fn with_feature(manifest: &str, draft: &Draft) -> Option<String> {
    let (before, rest) = manifest.split_once("\ndefault = []\n")?;
    let (list, after) = rest.split_once("\n\n")?;
    let list = with_line(list, &format!("{} = []", draft.name.text()));
    Some(format!("{before}\ndefault = []\n{list}\n\n{after}"))
}

/// A list of lines with this one, once, and in order.
fn with_line(list: &str, line: &str) -> String {
    let mut lines: Vec<&str> = list.lines().collect();
    if !lines.contains(&line) {
        lines.push(line);
        lines.sort_unstable();
    }
    lines.join("\n")
}
