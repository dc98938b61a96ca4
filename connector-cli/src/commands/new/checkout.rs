//! The project's own checkout, where the command runs in one.

use std::path::{Component, Path, PathBuf};

/// The folder of the checkout that the current directory is in.
pub(super) fn find() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().find(is_checkout).map(Path::to_owned)
}

/// The checkout that this program was built from, where it is still there.
pub(super) fn built_from() -> Option<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().ok()?;
    source.parent().filter(is_checkout).map(Path::to_owned)
}

fn is_checkout(folder: &&Path) -> bool {
    folder.join("connector-core/Cargo.toml").is_file()
        && folder.join("connectors/src/lib.rs").is_file()
}

/// Whether a workspace begins in a folder around this one. Cargo would take a crate there for a
/// forgotten member.
pub(super) fn is_inside_a_workspace(folder: &Path) -> bool {
    let begins = |folder: &Path| {
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml"));
        manifest.is_ok_and(|text| text.lines().any(|line| line.trim() == "[workspace]"))
    };
    folder.ancestors().skip(1).any(begins)
}

/// The way from one folder to another; both are absolute.
pub(super) fn relative(from: &Path, to: &Path) -> PathBuf {
    let (from, to): (Vec<_>, Vec<_>) = (from.components().collect(), to.components().collect());
    let shared = from.iter().zip(&to).take_while(|(left, right)| left == right).count();
    if shared == 0 {
        // Another drive.
        return to.iter().collect();
    }
    let up = from.iter().skip(shared).map(|_| Component::ParentDir);
    up.chain(to.iter().skip(shared).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_from_one_folder_to_another() {
        let relative = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(relative("/a/acme", "/a/core"), Path::new("../core"));
        assert_eq!(relative("/a", "/a/b/core"), Path::new("b/core"));
        assert_eq!(relative("/x/y", "/a/core"), Path::new("../../a/core"));
    }
}
