//! What the application knows when it calls a flow.

use serde::{Deserialize, Serialize};

use crate::flow::Flow;

/// The input of the flow `F`: what is known of the resource, and what is asked of it.
///
/// Its JSON form is that of its fields; unknown fields are refused, optional ones may be left out:
///
/// ```
/// use connector_core::{PSync, RouterData};
///
/// let data = RouterData::<PSync>::from_json(
///     br#"{"request": {"connector_transaction_id": "pi_123"}}"#,
/// )?;
/// assert_eq!(data.request.connector_transaction_id, Some("pi_123".parse().unwrap()));
///
/// let error = RouterData::<PSync>::from_json(
///     br#"{"request": {"connector_transaction_id": ""}}"#,
/// ).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "request.connector_transaction_id: a PaymentId is empty at line 1 column 44",
/// );
/// # Ok::<(), connector_core::DataError>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub struct RouterData<F: Flow> {
    /// What is known of the resource, whatever is asked of it.
    #[serde(default)]
    pub resource_common_data: F::CommonData,
    /// What is asked.
    pub request: F::Request,
}

/// A JSON form that is not the data of the flow. The message names the field.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// A field is missing, unknown or wrong.
    #[error("{0}")]
    Field(#[from] serde_path_to_error::Error<serde_json::Error>),
    /// Not a JSON object.
    #[error("the data is not a JSON object: it does not begin with `{{`")]
    NotAnObject,
    /// There is more behind the document.
    #[error("{0}")]
    Trailing(serde_json::Error),
}

impl<F: Flow> RouterData<F> {
    /// Data that asks this and knows nothing else.
    pub fn new(request: F::Request) -> Self {
        Self { resource_common_data: F::CommonData::default(), request }
    }

    /// Reads the JSON form.
    ///
    /// # Errors
    /// [`DataError`] with the path of the first field that is missing, unknown or wrong.
    pub fn from_json(json: &[u8]) -> Result<Self, DataError> {
        // serde would take `[…]` for the fields in their order.
        if json.trim_ascii_start().first() != Some(&b'{') {
            return Err(DataError::NotAnObject);
        }
        let mut reader = serde_json::Deserializer::from_slice(json);
        let data = serde_path_to_error::deserialize(&mut reader)?;
        reader.end().map_err(DataError::Trailing)?;
        Ok(data)
    }

    /// Writes the JSON form, with every secret in it masked. Such data are for people and logs; a
    /// masked value is refused when it is read.
    ///
    /// # Errors
    /// Whatever the flow's data refuse to be written as; ours refuse nothing.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Writes the JSON form with its secrets: card numbers, tokens, names. It can be read again, and
    /// belongs into no log.
    ///
    /// # Errors
    /// Whatever the flow's data refuse to be written as; ours refuse nothing.
    pub fn to_json_with_secrets(&self) -> Result<String, serde_json::Error> {
        crate::secret::with_secrets(|| serde_json::to_string(self))
    }
}
