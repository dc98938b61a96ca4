//! A PaymentIntent of which only our own name is known: `metadata[reference]`, as the orders here write it.

use std::borrow::Cow;

use connector_core::prelude::*;
use connector_core::PathValue;

use super::{PaymentIntent, Stripe};

/// Search PaymentIntents. <https://docs.stripe.com/api/payment_intents/search>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = PSyncByReference,
    http_method = Get,
    url = "/v1/payment_intents/search?limit=100",
    response = SearchResult,
)]
struct SearchRequest {
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    query: Query,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference)]
struct SearchResult {
    #[flow_response(list)]
    data: Vec<PaymentIntent>,
}

/// A clause of <https://docs.stripe.com/search#search-query-language> (read 2026-11-27). It compares without
/// regard to case; which of what is found was meant, the answer's own reference tells.
struct Query(String);

impl FromSource<'_, Option<MerchantReference>> for Query {
    fn from_source(reference: &Option<MerchantReference>) -> Result<Self, Unfit> {
        let reference = reference.as_ref().ok_or(Unfit::Absent)?.as_str();
        // How a quote is escaped is documented, and not how the character is that escapes it.
        if reference.contains('\\') {
            return Err(Unfit::Refused("has a backslash, for which Stripe cannot be searched"));
        }
        Ok(Self(format!(r#"metadata["reference"]:"{}""#, reference.replace('"', r#"\""#))))
    }
}

impl PathValue for Query {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields, PaymentsSyncData};

    use super::*;

    fn found(references: &[&str]) -> Outcome<PSync> {
        let credentials = CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#).unwrap();
        let stripe = Connection::<Stripe>::new(credentials).unwrap();
        let mut data = RouterData::<PSync>::new(PaymentsSyncData::by_reference());
        let reference = MerchantReference::new("order-1").unwrap();
        data.resource_common_data.connector_request_reference_id = Some(reference);
        let intent = |(number, metadata): (usize, &&str)| {
            format!(
                r#"{{"id": "pi_{number}", "status": "succeeded", "amount": 100, "currency": "eur",
                     "metadata": {metadata}}}"#
            )
        };
        let data_found: Vec<String> = references.iter().enumerate().map(intent).collect();
        let body = format!(r#"{{"data": [{}], "has_more": false}}"#, data_found.join(", "));
        stripe.handle_response(&data, http::Response::new(body.into()))
    }

    #[test]
    fn what_is_called_otherwise_is_another_payment() {
        let ours = r#"{"reference": "order-1"}"#;
        let Outcome::Status(payment) = found(&[r#"{"reference": "ORDER-1"}"#, ours]) else { panic!() };
        assert_eq!(payment.connector_transaction_id.unwrap().as_str(), "pi_1");
        assert!(matches!(found(&[r#"{"reference": "ORDER-1"}"#]), Outcome::NotFound(_)));
        assert!(matches!(found(&[ours, ours]), Outcome::NoInformation(_)));
        // It may be ours.
        assert!(matches!(found(&["{}"]), Outcome::NoInformation(_)));
        assert!(matches!(found(&[ours, "{}"]), Outcome::NoInformation(_)));
    }

    fn query(reference: &str) -> Result<String, Unfit> {
        Query::from_source(&Some(MerchantReference::new(reference).unwrap())).map(|query| query.0)
    }

    #[test]
    fn a_reference_stays_within_its_quotes() {
        assert_eq!(query("order 1").unwrap(), r#"metadata["reference"]:"order 1""#);
        let forged = r#"x" OR amount>"0"#;
        assert_eq!(query(forged).unwrap(), r#"metadata["reference"]:"x\" OR amount>\"0""#);
        assert!(matches!(query(r#"x\" OR amount>"0"#), Err(Unfit::Refused(_))));
        assert!(matches!(Query::from_source(&None), Err(Unfit::Absent)));
    }
}
