//! A URL template as the derive leaves it: checked, split, in constants.

/// The path and the fixed query of a flow, relative to the base URL.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// As it stands in the attribute; for `describe` and for traces.
    pub text: &'static str,
    /// The path, split at its placeholders.
    pub path: &'static [Segment],
    /// The query without its `?`, percent-encoded; empty where there is none.
    pub query: &'static str,
}

/// A piece of a path.
#[derive(Debug, Clone, Copy)]
pub enum Segment {
    /// Text as it is sent.
    Literal(&'static str),
    /// A placeholder, by the name of its field.
    Value(&'static str),
}
