//! Text that is never shown: keys, tokens, and what is made of them.

use std::fmt;

use serde::{Deserialize, de};
use zeroize::Zeroizing;

/// A secret text. `Debug` and `Display` show `***`, there is no `Serialize`, and the memory is wiped
/// when the value is dropped.
///
/// ```
/// use connector_core::Secret;
/// let key = Secret::new("sk_live_1");
/// assert_eq!(format!("{key:?} {key}"), "*** ***");
/// assert_eq!(key.expose(), "sk_live_1");
/// ```
///
/// A body field that must carry a secret says so, in a way that can be searched for:
/// `#[serde(serialize_with = "connector_core::expose_secret")]`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<Box<str>>);

impl Secret {
    /// What is shown in a secret's place.
    pub const MASK: &'static str = "***";

    /// Takes the text over.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The secret itself. Search for this name to see where secrets leave their wrapping.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::MASK)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::MASK)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<str>::deserialize(deserializer).map(Self::new)
    }
}

/// Writes the secret into a body that goes to the processor; for `#[serde(serialize_with = …)]`.
///
/// # Errors
/// Whatever the serializer returns.
pub fn expose_secret<S: serde::Serializer>(
    secret: &Secret,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose())
}
