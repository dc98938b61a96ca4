//! A scheme of authentication, as a type.

use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;

use super::{ClientIdentity, CredentialFields, CredentialsError, Occasion};
use crate::money::Currency;
use crate::request::BuildError;

/// The credentials of one processor and how they get into a request.
///
/// Derive it on a struct of [`Secret`](crate::Secret)s where the processor wants them in a body (a
/// request field then says `from = auth.…`), or name a function for anything else:
/// `#[auth(authorize = sign)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of credentials",
    label = "not credentials",
    note = "use `BearerAuth`, or consider adding `#[derive(connector_core::Auth)]` to `{Self}`"
)]
pub trait Auth: Send + Sync + 'static {
    /// How it is called in `describe`.
    const SCHEME: &'static str;
    /// What a set of credentials has to name.
    const FIELDS: &'static [CredentialField];
    /// Whether requests carry an access token that the credentials are exchanged for: then the
    /// connector has the flow ServerAuthenticationToken, which fetches it.
    const WANTS_ACCESS_TOKEN: bool = false;

    /// The headers that they are written into, in lower case: nothing else of a request goes there.
    const HEADERS: &'static [&'static str] = &[];

    /// Takes its fields out of a set of credentials.
    ///
    /// # Errors
    /// [`CredentialsError`] that names the field which is missing.
    fn from_fields(fields: &mut CredentialFields) -> Result<Self, CredentialsError>
    where
        Self: Sized;

    /// Puts the credentials into a request that is otherwise complete.
    ///
    /// # Errors
    /// [`BuildError`] where a credential cannot be written, such as a key with a line break, or where
    /// something that is to be signed or sent is not known on this occasion.
    fn authorize(
        &self,
        request: &mut http::Request<Bytes>,
        occasion: &Occasion<'_>,
    ) -> Result<(), BuildError>;

    /// What the TLS handshake proves the merchant's identity with, where the processor asks for that.
    fn client_identity(&self) -> Option<ClientIdentity> {
        None
    }
}

/// A header made of secrets, which no log of HTTP headers shows. `field` names the credential that is
/// to blame where the text cannot be a header's.
///
/// ```
/// use connector_core::sensitive_header;
/// let header = sensitive_header("token", &["Token ", "t-1"])?;
/// assert!(header.is_sensitive());
/// assert!(sensitive_header("token", &["line\nbreak"]).is_err());
/// # Ok::<(), connector_core::BuildError>(())
/// ```
///
/// # Errors
/// [`BuildError::Credential`] where the parts have a line break or another control character.
pub fn sensitive_header(field: &'static str, parts: &[&str]) -> Result<HeaderValue, BuildError> {
    let text = Bytes::from(parts.concat());
    let unusable = |_| BuildError::Credential { field };
    let mut header = HeaderValue::from_maybe_shared(text).map_err(unusable)?;
    header.set_sensitive(true);
    Ok(header)
}

/// One field of a set of credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CredentialField {
    /// Its name in the JSON object, and in upper case in the environment.
    pub name: &'static str,
    /// What it is and where to find it.
    pub description: &'static str,
    /// Whether it has to be there, and how often it may.
    pub kind: CredentialKind,
    /// Whether it lets somebody in. What does not, the name of an account or its currency, is shown.
    pub is_secret: bool,
}

/// Whether a field of credentials has to be there, and how often it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CredentialKind {
    /// Once, in one line.
    Text,
    /// Once or not at all.
    Optional,
    /// Once for each currency that the merchant has an account of: `name_eur`, `name_usd`.
    PerCurrency,
    /// Once, in PEM form, with its line breaks.
    Pem,
}

impl CredentialField {
    /// The field as it can stand in a set of credentials; where there is one for each currency, the one
    /// for the euro stands for all.
    #[must_use]
    pub fn example_name(&self) -> String {
        match self.kind {
            CredentialKind::PerCurrency => format!("{}_eur", self.name),
            _ => self.name.to_owned(),
        }
    }

    /// Whether a field of this name is this one.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        if self.kind != CredentialKind::PerCurrency {
            return name == self.name;
        }
        let currency = name.strip_prefix(self.name).and_then(|rest| rest.strip_prefix('_'));
        currency.is_some_and(|code| code.parse::<Currency>().is_ok())
    }
}
