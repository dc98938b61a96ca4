//! Connectors by name.

use connector_core::AnyConnector;

use crate::ALL;

/// No connector of this build has that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownConnector {
    name: Box<str>,
}

impl std::fmt::Display for UnknownConnector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let known: Vec<&str> = ALL.iter().map(|connector| connector.name()).collect();
        write!(
            f,
            "there is no connector `{}` in this build; there are {}",
            self.name,
            known.join(", ")
        )
    }
}

impl std::error::Error for UnknownConnector {}

/// The connector of this name.
///
/// # Errors
/// [`UnknownConnector`] with the names that there are.
pub fn get(name: &str) -> Result<&'static dyn AnyConnector, UnknownConnector> {
    let found = ALL.iter().find(|connector| connector.name() == name);
    found.copied().ok_or_else(|| UnknownConnector { name: name.into() })
}

/// Every connector of this build, in the order of their names.
#[must_use]
pub fn all() -> &'static [&'static dyn AnyConnector] {
    ALL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_in_the_order_of_their_names_and_each_is_found() {
        let names: Vec<&str> = all().iter().map(|connector| connector.name()).collect();
        assert!(names.is_sorted());
        assert!(names.iter().all(|name| get(name).is_ok()));
    }

    /// A feature has to stand in the manifest, because cargo reads nothing else. One that is forgotten there, or in
    /// `default`, would leave its connector out of every build and of every test, and nothing would say so.
    #[test]
    fn each_file_has_its_line_in_the_list_and_its_feature() {
        const MANIFEST: &str = include_str!("../Cargo.toml");
        let (_, list) = include_str!("lib.rs").split_once("\nconnectors! {").unwrap();
        let lines = list.lines().map_while(|line| line.split_once("::").or(Some(("", line))));
        let listed: Vec<&str> =
            lines.map(|(module, _)| module.trim()).filter(|at| !at.is_empty()).collect();

        let source = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
        let files = source.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut files: Vec<String> =
            files.filter_map(|name| Some(name.strip_suffix(".rs")?.to_owned())).collect();
        files.retain(|name| !["lib", "registry"].contains(&name.as_str()));
        files.sort_unstable();
        assert_eq!(files, listed, "files, and lines of the list");

        let mut features = MANIFEST.lines().filter_map(|line| line.strip_suffix(" = []"));
        assert_eq!(features.next(), Some("default"));
        assert_eq!(features.collect::<Vec<_>>(), listed, "features, and lines of the list");
    }
}
