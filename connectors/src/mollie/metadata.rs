//! `metadata` of a payment: the merchant's own, and beside them what the merchant calls the payment; of a refund, what
//! the merchant calls the refund. <https://docs.mollie.com/reference/create-payment>,
//! <https://docs.mollie.com/reference/get-refund> (read 2026-11-28)

use std::collections::BTreeMap;

use connector_core::{FromSource, Unfit};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

type Entries = BTreeMap<Box<str>, Box<str>>;

/// The merchant's own.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Metadata<'a>(&'a Entries);

impl<'a> FromSource<'a, Entries> for Metadata<'a> {
    fn from_source(metadata: &'a Entries) -> Result<Self, Unfit> {
        // Which of two values of one key counts, nobody says.
        if metadata.contains_key("reference") {
            return Err(Unfit::Refused(
                "have the key `reference`, under which Mollie is told what the merchant calls the payment \
                 (`connector_request_reference_id`)",
            ));
        }
        Ok(Self(metadata))
    }
}

/// What was told with a refund, by whoever made it: of any form.
#[derive(Deserialize)]
#[serde(untagged)]
enum Whole {
    Ours(Box<str>),
    Other(IgnoredAny),
}

/// What the merchant calls the refund, where it was told with it and nothing else was.
pub(super) fn whole<'de, D: Deserializer<'de>>(metadata: D) -> Result<Option<Box<str>>, D::Error> {
    Ok(match Option::<Whole>::deserialize(metadata)? {
        Some(Whole::Ours(reference)) => Some(reference),
        Some(Whole::Other(_)) | None => None,
    })
}

/// What was told with a payment, by whoever made it: of any form.
#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    Ours { reference: Box<str> },
    Other(IgnoredAny),
}

/// What the merchant calls the payment, where it was told with it.
pub(super) fn reference<'de, D: Deserializer<'de>>(
    metadata: D,
) -> Result<Option<Box<str>>, D::Error> {
    Ok(match Option::<Told>::deserialize(metadata)? {
        Some(Told::Ours { reference }) => Some(reference),
        Some(Told::Other(_)) | None => None,
    })
}

#[cfg(test)]
mod tests {
    use connector_core::prelude::*;
    use connector_core::{BuildError, Connection, CredentialFields, RepeatPayment};

    use super::super::Mollie;
    use super::*;

    #[derive(Deserialize)]
    struct Payment {
        #[serde(default, deserialize_with = "reference")]
        metadata: Option<Box<str>>,
    }

    #[test]
    fn what_somebody_else_told_with_a_payment_is_no_reference() {
        let told = |json: &str| serde_json::from_str::<Payment>(json).unwrap().metadata;
        let ours = r#"{"metadata": {"shop": 1, "reference": "order-1"}}"#;
        assert_eq!(told(ours).as_deref(), Some("order-1"));
        for other in [
            "{}",
            r#"{"metadata": null}"#,
            r#"{"metadata": "order-1"}"#,
            r#"{"metadata": ["reference"]}"#,
            r#"{"metadata": {"reference": 17}}"#,
            r#"{"metadata": {}}"#,
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }

    #[derive(Deserialize)]
    struct Refund {
        #[serde(default, deserialize_with = "whole")]
        metadata: Option<Box<str>>,
    }

    #[test]
    fn what_somebody_else_told_with_a_refund_is_no_reference() {
        let told = |json: &str| serde_json::from_str::<Refund>(json).unwrap().metadata;
        assert_eq!(told(r#"{"metadata": "refund-1"}"#).as_deref(), Some("refund-1"));
        for other in [
            "{}",
            r#"{"metadata": null}"#,
            r#"{"metadata": 17}"#,
            r#"{"metadata": ["refund-1"]}"#,
            r#"{"metadata": {"reference": "refund-1"}}"#,
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }

    fn sent<F: Flow>(more: &str) -> Result<String, BuildError>
    where
        Mollie: connector_core::Integration<F>,
    {
        let mollie = Connection::<Mollie>::new(
            CredentialFields::from_json(br#"{"api_key": "test_1"}"#).unwrap(),
        )
        .unwrap();
        let data = format!(
            r#"{{"resource_common_data": {{"connector_request_reference_id": "order-1"}}, "request": {{
                "amount": {{"minor_amount": 1050, "currency": "EUR"}}, "capture_method": "automatic",
                "idempotency_key": "k", "description": "One thing", {more}}}}}"#
        );
        let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
        Ok(String::from_utf8(mollie.build_request(&data)?.body().to_vec()).unwrap())
    }

    const BY_IDEAL: &str = r#""return_url": "https://shop.example", "payment_method_data": {"bank_redirect": {"ideal": {}}}"#;
    const KEPT: &str = r#""customer": {"connector_customer_id": "cst_1"}, "mandate_reference": {"connector_mandate_id": "mdt_1"}"#;

    #[test]
    fn what_the_merchant_calls_a_payment_is_told_beside_the_rest() {
        let rest = r#", "metadata": {"shop": "a"}"#;
        for (metadata, written) in [
            ("", r#""metadata":{"reference":"order-1"}"#),
            (rest, r#""metadata":{"reference":"order-1","shop":"a"}"#),
        ] {
            for body in [
                sent::<Authorize>(&format!("{BY_IDEAL}{metadata}")).unwrap(),
                sent::<RepeatPayment>(&format!("{KEPT}{metadata}")).unwrap(),
            ] {
                assert!(body.contains(written), "{body}");
            }
        }
        let ours = format!(r#"{BY_IDEAL}, "metadata": {{"reference": "mine"}}"#);
        let refused = sent::<Authorize>(&ours).unwrap_err().to_string();
        assert!(refused.starts_with("`request.metadata` have the key `reference`"), "{refused}");
    }
}
