//! Text that is never shown: keys, tokens, card numbers, names, and what is made of them.

use std::cell::Cell;
use std::fmt;

use serde::{Deserialize, Serialize, de};
use zeroize::Zeroizing;

/// A secret text. `Debug` shows `***`, there is neither `Display` nor `Serialize`, and the memory is wiped when
/// the value is dropped.
///
/// ```
/// use connector_core::Secret;
/// let key = Secret::new("sk_live_1");
/// assert_eq!(format!("{key:?}"), "***");
/// assert_eq!(key.expose(), "sk_live_1");
/// ```
///
/// A body field that must carry a secret says so, in a way that can be searched for: its type is
/// [`Exposed`], or it has `#[serde(serialize_with = "connector_core::expose_secret")]`.
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

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Zeroizing::new(Box::<str>::deserialize(deserializer)?);
        if &**text == Self::MASK {
            return Err(de::Error::custom("a secret is masked here; put its value in"));
        }
        Ok(Self(text))
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

/// What can be exposed to the processor that it is meant for, and to nobody else.
pub trait Sensitive {
    /// The value itself.
    fn exposed(&self) -> &str;

    /// What is shown in its place.
    fn masked(&self) -> String {
        Secret::MASK.to_owned()
    }
}

impl Sensitive for Secret {
    fn exposed(&self) -> &str {
        self.expose()
    }
}

/// A field of a request that carries a secret to the processor. `Debug` masks it.
///
/// ```
/// use connector_core::{Exposed, Secret};
/// let token = Secret::new("tok_1");
/// let exposed = Exposed::from(&token);
/// assert_eq!(serde_json::to_string(&exposed)?, "\"tok_1\"");
/// assert_eq!(format!("{exposed:?}"), "***");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Exposed<'a>(&'a str);

impl<'a> Exposed<'a> {
    /// A secret that may be absent; what is absent stays so.
    ///
    /// ```
    /// use connector_core::{Address, Exposed};
    /// assert!(Exposed::of(&Address::new().zip).is_none());
    /// ```
    pub fn of<T: Sensitive>(secret: &'a Option<T>) -> Option<Self> {
        secret.as_ref().map(Self::from)
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.0
    }
}

impl<'a, T: Sensitive> From<&'a T> for Exposed<'a> {
    fn from(secret: &'a T) -> Self {
        Self(secret.exposed())
    }
}

impl Serialize for Exposed<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl fmt::Debug for Exposed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Secret::MASK)
    }
}

thread_local! {
    /// Whether the data that is being written as JSON on this thread was asked for with its secrets.
    static WITH_SECRETS: Cell<bool> = const { Cell::new(false) };
}

/// Writes data with the secrets in it, for as long as `write` runs.
pub(crate) fn with_secrets<T>(write: impl FnOnce() -> T) -> T {
    /// Puts the old answer back, even if `write` panics.
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            WITH_SECRETS.set(self.0);
        }
    }
    let _restore = Restore(WITH_SECRETS.replace(true));
    write()
}

/// Writes a secret of a flow's data: masked, unless the data was asked for with its secrets.
pub(crate) fn masked<T: Sensitive, S: serde::Serializer>(
    secret: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if WITH_SECRETS.get() {
        serializer.serialize_str(secret.exposed())
    } else {
        serializer.serialize_str(&secret.masked())
    }
}

/// [`masked`], for a secret that may be absent.
pub(crate) fn masked_option<T: Sensitive, S: serde::Serializer>(
    secret: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match secret {
        Some(secret) => masked(secret, serializer),
        None => serializer.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes only what is wiped when it is dropped.
    fn is_wiped<T: zeroize::ZeroizeOnDrop>(_: &T) {}

    // Does not compile where the text would stay in memory; a security code is a `Secret`.
    const _: fn(&Secret) = |Secret(text)| is_wiped(text);
}
