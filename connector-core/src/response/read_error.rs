//! Why a body could not be read.

/// Why a body could not be read, as the end of a sentence about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing came, or nothing but white space.
    #[error("is empty")]
    Empty,
    /// Something on the way has touched it, or it is no text.
    #[error("is not UTF-8")]
    NotUtf8,
    /// A document of another kind: a web page, mostly.
    #[error("is {came} where {expected} was expected")]
    OtherForm {
        /// What it looks like.
        came: &'static str,
        /// What is documented.
        expected: &'static str,
    },
    /// The document has no end.
    #[error("is cut off: {0}")]
    CutOff(String),
    /// A field is missing or wrong, or the document is broken.
    #[error("is not of the documented shape: {0}")]
    Shape(String),
}
