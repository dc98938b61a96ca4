//! The ways in which a connector's requests can say who sends them.

use clap::ValueEnum;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AuthKind {
    /// One key, as `Authorization: Bearer …`
    Bearer,
    /// A merchant's name and a key, each in a header of its own
    TwoHeaders,
    /// A merchant's name and a key, in every body
    Body,
}

impl AuthKind {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        Self::from_str(text, true)
            .map_err(|_| format!("`{text}` is none of bearer, two-headers, body"))
    }

    /// The credentials of the generated test.
    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Bearer => r#"{"api_key": "key-1"}"#,
            Self::TwoHeaders | Self::Body => r#"{"merchant": "merchant-1", "api_key": "key-1"}"#,
        }
    }
}
