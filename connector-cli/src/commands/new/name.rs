//! The connector's name, and the names that are made of it.

use std::str::FromStr;

use connector_core::FLOW_NAMES;

use super::reserved::{CRATES, KEYWORDS, TYPES};

/// Lower-case words with `_` between them, as the derive of `Connector` wants them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name(String);

impl FromStr for Name {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let starts_well = text.starts_with(|first: char| first.is_ascii_lowercase());
        if !starts_well || !text.bytes().all(plain) {
            return Err(
                "a connector's name has lower-case letters, digits and `_`, and begins with a letter"
                    .to_owned(),
            );
        }
        if text.ends_with('_') || text.contains("__") {
            return Err("in a connector's name, one `_` stands between two words".to_owned());
        }
        if KEYWORDS.contains(&text) || CRATES.contains(&text) {
            let what = if KEYWORDS.contains(&text) { "a word of Rust's own" } else { "a crate" };
            return Err(format!("`{text}` is {what}, and cannot name the connector's module"));
        }
        let name = Self(text.to_owned());
        let types = [name.type_name(), name.auth_type(), name.error_type()];
        let is_taken =
            |made: &&String| TYPES.contains(&made.as_str()) || FLOW_NAMES.contains(&made.as_str());
        match types.iter().find(is_taken) {
            Some(taken) => Err(format!(
                "of `{text}` the type `{taken}` would be made, which the connector needs itself"
            )),
            None => Ok(name),
        }
    }
}

impl Name {
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// For people: `Acme Pay`.
    pub(super) fn title(&self) -> String {
        self.words().collect::<Vec<_>>().join(" ")
    }

    /// The connector's type: `AcmePay`.
    pub(super) fn type_name(&self) -> String {
        self.words().collect()
    }

    pub(super) fn auth_type(&self) -> String {
        format!("{}Auth", self.type_name())
    }

    pub(super) fn error_type(&self) -> String {
        format!("{}Error", self.type_name())
    }

    /// The package of a crate of its own: `acme-pay-connector`.
    pub(super) fn package(&self) -> String {
        format!("{}-connector", self.in_kebab_case())
    }

    pub(super) fn in_kebab_case(&self) -> String {
        self.0.replace('_', "-")
    }

    fn words(&self) -> impl Iterator<Item = String> {
        self.0.split('_').map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_names_are_made_of_it() {
        let name: Name = "acme_pay2".parse().unwrap();
        assert_eq!((&*name.title(), &*name.type_name()), ("Acme Pay2", "AcmePay2"));
        assert_eq!(name.package(), "acme-pay2-connector");
    }

    #[test]
    fn what_would_not_compile_is_refused() {
        for wrong in ["", "Stripe", "9x", "a-b", "ü", "a b", "_a", "a_", "a__b"] {
            assert!(wrong.parse::<Name>().is_err(), "{wrong}");
        }
        let problem = |name: &str| name.parse::<Name>().unwrap_err();
        assert!(problem("type").contains("a word of Rust's own"));
        assert!(problem("serde").contains("is a crate"));
        assert!(problem("payment").contains("the type `Payment`"));
        assert!(problem("processor").contains("the type `ProcessorError`"));
    }
}
