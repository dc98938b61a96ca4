//! One of each declaration, for crates of older editions, in which the core has another name.

use core_renamed::{
    Auth, BearerAuth, Connector, ConnectorFlow, Currency, ErrorClass, ErrorResponse, FlowResponse,
    MinorUnit, PSync, PaymentId, ProcessorError, RSync, RefundId, Secret, Wire, WireStatus,
};
use serde::Deserialize;

/// A processor.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = Trouble)]
#[connector(crate = ::core_renamed, headers("acme-version" = "1"))]
pub struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/{async}")]
#[connector_flow(response = Payment, crate = ::core_renamed)]
struct GetRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    r#async: &'a PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    r#dyn: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Post, url = "/")]
#[connector_flow(response = Payment, crate = ::core_renamed)]
struct PostRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, RSync, no_id = "not the point", crate = ::core_renamed)]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, crate = ::core_renamed)]
enum Word {
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

/// Credentials.
#[derive(Debug, Auth)]
#[auth(crate = ::core_renamed, scheme = "key")]
pub struct Key {
    /// The key.
    pub key: Secret,
}

#[derive(Deserialize)]
struct Trouble {
    message: Box<str>,
}

impl ErrorResponse for Trouble {
    fn class(&self, status: http::StatusCode) -> ErrorClass {
        ErrorClass::of_status(status)
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(None, Some(&self.message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core_renamed::{Connection, CredentialFields, PaymentsSyncData, RouterData};

    #[test]
    fn every_derive_works_in_this_edition() {
        let credentials = CredentialFields::from_json(br#"{"api_key": "key"}"#).unwrap();
        let acme = Connection::<Acme>::new(credentials).unwrap();
        let payment = PaymentsSyncData::new(PaymentId::new("p").unwrap());
        let request = acme.build_request(&RouterData::<PSync>::new(payment)).unwrap();
        assert_eq!(request.uri(), "https://acme.test/p?dyn=p");
        assert_eq!(Key::FIELDS.len(), 1);
    }
}
