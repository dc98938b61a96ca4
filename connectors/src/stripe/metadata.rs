//! `metadata` of a payment: the merchant's own, and beside them what the merchant calls the order.

use std::collections::BTreeMap;

use connector_core::{FromSource, Unfit};
use serde::Serialize;

type Entries = BTreeMap<Box<str>, Box<str>>;

/// The merchant's own.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Metadata<'a>(&'a Entries);

impl<'a> FromSource<'a, Entries> for Metadata<'a> {
    fn from_source(metadata: &'a Entries) -> Result<Self, Unfit> {
        // Which of two values of one key counts, nobody says; and the payment is found by ours.
        if metadata.contains_key("reference") {
            return Err(Unfit::Refused(
                "have the key `reference`, under which Stripe is told what the merchant calls the order \
                 (`connector_request_reference_id`)",
            ));
        }
        Ok(Self(metadata))
    }

    /// In a form an object without entries is an empty text, with which Stripe erases what there is.
    fn from_given(metadata: &'a Entries) -> Result<Option<Self>, Unfit> {
        if metadata.is_empty() { Ok(None) } else { Self::from_source(metadata).map(Some) }
    }
}

#[cfg(test)]
mod tests {
    use connector_core::prelude::*;
    use connector_core::{BuildError, Connection, CredentialFields, RepeatPayment};

    use super::super::Stripe;

    fn sent<F: Flow>(paid_with: &str, metadata: &str) -> Result<String, BuildError>
    where
        Stripe: connector_core::Integration<F>,
    {
        let credentials = CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#).unwrap();
        let stripe = Connection::<Stripe>::new(credentials).unwrap();
        let data = format!(
            r#"{{"resource_common_data": {{"connector_request_reference_id": "order-1"}},
                 "request": {{"amount": {{"minor_amount": 1050, "currency": "EUR"}}, {paid_with},
                 "capture_method": "manual", "idempotency_key": "k-1", "metadata": {metadata}}}}}"#
        );
        let request = stripe.build_request(&RouterData::<F>::from_json(data.as_bytes()).unwrap())?;
        Ok(std::str::from_utf8(request.body()).unwrap().to_owned())
    }

    const NEW: &str = r#""payment_method_data": {"stored_token": {"token": "pm_1"}}"#;
    const KEPT: &str = r#""mandate_reference": {"connector_mandate_id": "pm_1"}"#;

    #[test]
    fn the_reference_is_written_once() {
        for metadata in ["{}", r#"{"basket": "7"}"#] {
            for body in [sent::<Authorize>(NEW, metadata), sent::<RepeatPayment>(KEPT, metadata)] {
                let body = body.unwrap();
                assert_eq!(body.matches("metadata").count(), metadata.matches(':').count() + 1);
                assert!(body.contains("metadata%5Breference%5D=order-1"), "{body}");
            }
        }
        let ours = r#"{"reference": "mine"}"#;
        for refused in [sent::<Authorize>(NEW, ours), sent::<RepeatPayment>(KEPT, ours)] {
            let refused = refused.unwrap_err().to_string();
            assert!(refused.starts_with("`request.metadata` have the key `reference`"), "{refused}");
        }
    }
}
