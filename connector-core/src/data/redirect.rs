//! Where a customer has to go before a payment goes on.

use serde::{Deserialize, Serialize};

use crate::response::Mask;

/// Where a customer has to go before a payment goes on: to authenticate, to confirm, to pay.
///
/// ```
/// use connector_core::RedirectForm;
/// let form = RedirectForm::get("https://bank.example/3ds?id=1");
/// assert_eq!(
///     serde_json::to_string(&form)?,
///     r#"{"method":"GET","endpoint":"https://bank.example/3ds?id=1"}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method", deny_unknown_fields)]
#[non_exhaustive]
pub enum RedirectForm {
    /// The browser opens this URL.
    #[serde(rename = "GET")]
    Get {
        /// The URL, with its query.
        endpoint: Box<str>,
    },
    /// The browser sends a form to this URL.
    #[serde(rename = "POST")]
    Post {
        /// The URL.
        endpoint: Box<str>,
        /// The fields of the form: names and values, in their order.
        form_fields: Vec<(Box<str>, Box<str>)>,
    },
    /// The browser shows this document, which goes on by itself.
    #[serde(rename = "HTML")]
    Html {
        /// The document.
        document: Box<str>,
    },
}

impl RedirectForm {
    /// To open this URL.
    pub fn get(endpoint: impl Into<Box<str>>) -> Self {
        Self::Get { endpoint: endpoint.into() }
    }

    /// To send these fields to this URL.
    pub fn post(
        endpoint: impl Into<Box<str>>,
        form_fields: impl IntoIterator<Item = (Box<str>, Box<str>)>,
    ) -> Self {
        Self::Post { endpoint: endpoint.into(), form_fields: form_fields.into_iter().collect() }
    }

    /// To show this document.
    pub fn html(document: impl Into<Box<str>>) -> Self {
        Self::Html { document: document.into() }
    }

    /// Masks secrets in every text of it.
    pub(crate) fn mask(&mut self, mask: Mask<'_>) {
        match self {
            Self::Get { endpoint: text } | Self::Html { document: text } => mask.boxed(text),
            Self::Post { endpoint, form_fields } => {
                mask.boxed(endpoint);
                for (name, value) in form_fields {
                    mask.boxed(name);
                    mask.boxed(value);
                }
            }
        }
    }
}

/// A text alone is a URL to open.
impl From<Box<str>> for RedirectForm {
    fn from(endpoint: Box<str>) -> Self {
        Self::get(endpoint)
    }
}
