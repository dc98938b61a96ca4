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
}
