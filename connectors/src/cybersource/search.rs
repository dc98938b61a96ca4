//! A payment of which only our own name is known: its code, as the orders here write it.

use connector_core::prelude::*;
use serde::{Deserializer, Serialize};

use super::transaction::TransactionWord;
use super::{Amount, Cybersource, amount_of_order};

/// Create a search request.
/// <https://developer.cybersource.com/api-reference-assets/index.html#transaction-search>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = PSyncByReference,
    http_method = Post,
    url = "/tss/v2/searches",
    response = Searched,
)]
struct SearchRequest {
    #[connector_flow(value = false)] // nobody reads it again
    save: bool,
    #[connector_flow(from = resource_common_data.connector_request_reference_id)]
    query: Query,
    #[connector_flow(value = 0)]
    offset: u8,
    #[connector_flow(value = 100)]
    limit: u8,
    #[connector_flow(value = "submitTimeUtc:desc")]
    sort: &'static str,
}

/// How other characters would be escaped in a query is not documented.
#[derive(Serialize)]
#[serde(transparent)]
struct Query(String);

impl FromSource<'_, Option<MerchantReference>> for Query {
    fn from_source(reference: &Option<MerchantReference>) -> Result<Self, Unfit> {
        let code = reference.as_ref().ok_or(Unfit::Absent)?.as_str();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        // At the beginning of a word it would mean that the word is not to be there.
        if code.starts_with('-') || !code.bytes().all(plain) {
            return Err(Unfit::Refused(
                "has another character than a letter, a digit, `-`, `_` and `.`, or begins with `-`: \
                 Cybersource cannot be searched for it",
            ));
        }
        Ok(Self(format!("clientReferenceInformation.code:{code}")))
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference)]
struct Searched {
    #[flow_response(list, only = Summary::is_of_a_payment)]
    #[serde(rename = "_embedded", default, deserialize_with = "summaries")]
    found: Vec<Summary>,
}

/// Where nothing is found, there may be no list.
fn summaries<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Summary>, D::Error> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Embedded {
        #[serde(default)]
        transaction_summaries: Vec<Summary>,
    }
    let embedded = Option::<Embedded>::deserialize(deserializer)?;
    Ok(embedded.map(|embedded| embedded.transaction_summaries).unwrap_or_default())
}

/// What a search tells of a transaction. Where that is no status, it is the id to ask by.
#[derive(Deserialize, FlowResponse)]
#[serde(from = "Wired")]
#[flow_response(PSyncByReference)]
struct Summary {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status, absent = Pending)]
    status: Option<Wire<TransactionWord>>,
    services: Vec<Box<str>>,
    #[flow_response(amount)]
    amount: Option<Amount>,
    #[flow_response(connector_response_reference_id)]
    code: Option<Box<str>>,
}

impl Summary {
    /// Captures, reversals and refunds may have the same code, and each is a transaction of its own.
    fn is_of_a_payment(&self) -> bool {
        self.services.is_empty() || self.services.iter().any(|service| &**service == "ics_auth")
    }
}

/// The same as it is written.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wired {
    id: PaymentId,
    application_information: Option<Application>,
    #[serde(default, deserialize_with = "amount_of_order")]
    order_information: Option<Amount>,
    client_reference_information: Option<Reference>,
}

#[derive(Deserialize)]
struct Application {
    status: Option<Wire<TransactionWord>>,
    #[serde(default)]
    applications: Vec<Service>,
}

#[derive(Deserialize)]
struct Service {
    name: Option<Box<str>>,
}

#[derive(Deserialize)]
struct Reference {
    code: Option<Box<str>>,
}

impl From<Wired> for Summary {
    fn from(wired: Wired) -> Self {
        let (status, services) = match wired.application_information {
            Some(Application { status, applications }) => (status, applications),
            None => (None, Vec::new()),
        };
        Self {
            id: wired.id,
            status,
            services: services.into_iter().filter_map(|service| service.name).collect(),
            amount: wired.order_information,
            code: wired.client_reference_information.and_then(|reference| reference.code),
        }
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields, PaymentsSyncData};

    use super::*;

    fn query(code: &str) -> Result<String, Unfit> {
        Query::from_source(&Some(MerchantReference::new(code).unwrap())).map(|query| query.0)
    }

    #[test]
    fn a_code_is_one_word_of_the_query() {
        assert_eq!(query("order-1_a.b").unwrap(), "clientReferenceInformation.code:order-1_a.b");
        for code in ["a OR id:*", "a:b", "*", "a b", "-a", "a\"", "ä"] {
            assert!(matches!(query(code), Err(Unfit::Refused(_))), "{code}");
        }
    }

    fn found(transactions: &str) -> Outcome<PSync> {
        let credentials = br#"{"merchant_id": "m", "key_id": "k", "shared_secret": "c2VjcmV0"}"#;
        let credentials = CredentialFields::from_json(credentials).unwrap();
        let cybersource = Connection::<Cybersource>::new(credentials).unwrap();
        let mut data = RouterData::<PSync>::new(PaymentsSyncData::by_reference());
        let code = MerchantReference::new("order-1").unwrap();
        data.resource_common_data.connector_request_reference_id = Some(code);
        let body = format!(r#"{{"searchId": "s", "count": 2, {transactions}}}"#);
        cybersource.handle_response(&data, http::Response::new(body.into()))
    }

    #[test]
    fn what_was_done_with_the_payment_later_is_not_taken_for_it() {
        let both = r#""_embedded": {"transactionSummaries": [
            {"id": "8", "applicationInformation": {"applications": [{"name": "ics_bill"}]},
             "clientReferenceInformation": {"code": "order-1"}},
            {"id": "7", "applicationInformation": {"applications": [{"name": "ics_auth"}]},
             "clientReferenceInformation": {"code": "order-1"}}]}"#;
        let Outcome::Status(payment) = found(both) else { panic!() };
        // Which payment it is, is told; how it stands, is not.
        assert_eq!(payment.connector_transaction_id.unwrap().as_str(), "7");
        assert_eq!(payment.status.status, AttemptStatus::Pending);
        assert!(matches!(found(r#""totalCount": 0"#), Outcome::NotFound(_)));
    }
}
