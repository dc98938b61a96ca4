//! What the application knows when it calls a flow.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::flow::Flow;
use crate::secret::Secret;

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
    /// [`DataError`] with the path of the first field that is missing, unknown or wrong. It does not
    /// repeat a value of the wrong type: that may be a card number which was sent as a number.
    pub fn from_json(json: &[u8]) -> Result<Self, DataError> {
        read_json(json)
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

/// Reads the JSON form of a flow's data.
pub(crate) fn read_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, DataError> {
    // serde would take `[…]` for the fields in their order.
    if json.trim_ascii_start().first() != Some(&b'{') {
        return Err(DataError::NotAnObject);
    }
    let mut reader = serde_json::Deserializer::from_slice(json);
    let data = serde_path_to_error::deserialize(&mut reader).map_err(without_value)?;
    reader.end().map_err(DataError::Trailing)?;
    Ok(data)
}

/// The error without the value that serde found and repeats; what it expected there stays.
fn without_value(
    error: serde_path_to_error::Error<serde_json::Error>,
) -> serde_path_to_error::Error<serde_json::Error> {
    let path = error.path().clone();
    let inner = error.into_inner();
    let blanked = blanked(&inner.to_string());
    let inner = blanked.map_or(inner, <serde_json::Error as serde::de::Error>::custom);
    serde_path_to_error::Error::new(path, inner)
}

/// The message with the value masked; `None` where it has none.
fn blanked(message: &str) -> Option<String> {
    let markers = ["invalid type: ", "invalid value: ", "unknown variant "];
    let found = markers.iter().filter_map(|marker| {
        message.split_once(marker).map(|(before, behind)| (before, marker, behind))
    });
    let (before, marker, behind) = found.min_by_key(|(before, ..)| before.len())?;
    // The value may say `, expected` itself: what serde says of it comes last.
    let (value, expected) = match behind.rsplit_once(", expected ") {
        Some((value, expected)) => (value, [", expected ", expected].concat()),
        None => (behind, String::new()),
    };
    // Its kind stays, `integer` say; what has no quotes is a kind alone.
    let (kind, _) = value.split_once(['`', '"'])?;
    Some([before, marker, kind, Secret::MASK, &expected].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dispatch::Authorize;

    #[test]
    fn no_error_repeats_a_value() {
        for (card, gist) in [
            (
                r#""number": 4242424242424242"#,
                "number: invalid type: integer ***, expected a string",
            ),
            (
                r#""number": "4242424242424242", "expiry": "2039-03", "security_code": 42424242"#,
                "***",
            ),
            (r#""number": -42424242"#, "invalid type: integer ***"),
            (r#""number": 42424242.5"#, "invalid type: floating point ***"),
            (r#""number": {"4242": "42424242"}"#, "invalid type: map"),
        ] {
            let data =
                format!(r#"{{"request": {{"payment_method_data": {{"card": {{{card}}}}}}}}}"#);
            let error = RouterData::<Authorize>::from_json(data.as_bytes()).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("42424242"), "{error}");
            assert!(error.to_string().starts_with("request.payment_method_data"), "{error}");
            assert!(error.to_string().contains(gist), "{error}");
            assert!(error.to_string().contains(" at line 1 column "), "{error}");
        }
        for method in [
            r#""42424242""#,
            r#"{"42424242": {}}"#,
            r#"{"card": "42424242, expected a string"}"#,
            r#"{"card": "\"42424242"}"#,
            "42424242",
        ] {
            let data = format!(r#"{{"request": {{"payment_method_data": {method}}}}}"#);
            let error = RouterData::<Authorize>::from_json(data.as_bytes()).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("42424242"), "{error}");
        }
        let error = RouterData::<Authorize>::from_json(br#"{"request": {"amonut": 1}}"#);
        assert!(error.unwrap_err().to_string().contains("unknown field `amonut`, expected"));
    }
}
