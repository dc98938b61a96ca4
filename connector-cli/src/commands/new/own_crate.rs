//! A connector in a crate of its own.

use std::path::{Path, PathBuf, absolute};

use super::checkout;
use super::draft::Draft;
use super::files::Files;
use super::source;
use super::written::Written;
use crate::failure::Failure;

pub(super) fn write(
    draft: &Draft,
    path: Option<&Path>,
    core: Option<&Path>,
) -> Result<Written, Failure> {
    let package = draft.name.package();
    let folder = path.map_or_else(|| PathBuf::from(&package), Path::to_owned);
    let place = real(&folder)?;
    let core = core_for(&place, core)?;
    let stands_alone = checkout::is_inside_a_workspace(&place);
    let krate = package.replace('-', "_");
    let name = draft.name.text();
    let mut files = Files::default();
    files.add(folder.join("Cargo.toml"), source::manifest(draft, &core, stands_alone));
    files.add(folder.join("src/lib.rs"), source::connector(draft));
    files.add(folder.join(format!("tests/{name}.rs")), source::test(draft, &krate, ""));
    let files = files.write()?;
    let next = format!("cargo test --manifest-path {}", folder.join("Cargo.toml").display());
    Ok(Written { name: name.to_owned(), files, edited: vec![], by_hand: vec![], next: vec![next] })
}

/// Where the crate finds the framework: as it was named, in the checkout around this folder, or in the one that
/// this program was built from.
fn core_for(place: &Path, named: Option<&Path>) -> Result<PathBuf, Failure> {
    let Some(core) = named else {
        if let Some(checkout) = checkout::find() {
            return Ok(checkout::relative(place, &checkout.join("connector-core")));
        }
        let no_core = "the framework is not published, and there is no checkout of it here: name its folder, \
                       `--core-path …/connector-core`";
        return checkout::built_from()
            .map(|checkout| checkout.join("connector-core"))
            .ok_or_else(|| Failure::usage(no_core));
    };
    if !core.join("Cargo.toml").is_file() {
        let message = format!("`--core-path`: `{}` has no Cargo.toml", core.display());
        return Err(Failure::usage(message));
    }
    // As it was named; only that a relative one starts from the crate.
    let is_absolute = core.is_absolute();
    let core = real(core)?;
    Ok(if is_absolute { core } else { checkout::relative(place, &core) })
}

/// The path without links, as far as it is there.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let no_place = |error| Failure::internal(format!("`{}`: {error}", path.display()));
    let path = absolute(path).map_err(no_place)?;
    let found = path.ancestors().find_map(|ancestor| {
        let real = ancestor.canonicalize().ok()?;
        let rest = path.strip_prefix(ancestor).ok()?;
        // Joined with nothing, it would end with a slash.
        Some(if rest.as_os_str().is_empty() { real } else { real.join(rest) })
    });
    Ok(found.unwrap_or(path))
}
