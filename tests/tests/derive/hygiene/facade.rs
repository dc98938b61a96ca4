//! The core under another path. Another name in `Cargo.toml` is tested in `editions/`.

use connector_tests::fixture::{AcmeError, ask};

/// What another crate would re-export.
pub(crate) mod elsewhere {
    pub(crate) use ::connector_core as renamed;
}

/// In the way of every path that does not begin with the one that is named.
#[allow(dead_code, reason = "it is there to be in the way")]
mod connector_core {}

use elsewhere::renamed::{BearerAuth, PSync, PaymentId, Secret, Wire};

#[derive(Debug, Clone, Copy, elsewhere::renamed::Connector)]
#[connector(name = "acme", base_url = "https://acme.test", error = AcmeError, auth = BearerAuth)]
#[connector(crate = crate::hygiene::facade::elsewhere::renamed)]
struct Acme;

#[derive(elsewhere::renamed::ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post)]
#[connector_flow(url = "/{id}", response = Payment)]
#[connector_flow(crate = crate::hygiene::facade::elsewhere::renamed)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    in_body: &'a PaymentId,
}

#[derive(serde::Deserialize, elsewhere::renamed::FlowResponse)]
#[flow_response(PSync, no_id = "not the point", no_amount = "not the point", crate = crate::hygiene::facade::elsewhere::renamed)]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, elsewhere::renamed::WireStatus)]
#[wire_status(AttemptStatus, crate = crate::hygiene::facade::elsewhere::renamed)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

#[derive(elsewhere::renamed::Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "acme-signature", kind = "type", id = "id")]
#[webhook(
    form = "t={timestamp},v={signature}",
    signed = "{timestamp}.{body}",
    tolerance_seconds = 9
)]
#[webhook(crate = crate::hygiene::facade::elsewhere::renamed)]
enum Event {
    #[webhook(PSync, on("paid"), at = "data", connector_transaction_id = "id")]
    Paid(Payment),
    #[webhook(PSync, on("changed"), connector_transaction_id = "id")]
    Changed,
}

#[allow(dead_code, reason = "nothing is sent with it")]
#[derive(Debug, elsewhere::renamed::Auth)]
#[auth(crate = crate::hygiene::facade::elsewhere::renamed)]
struct Key {
    /// The key.
    key: Secret,
}

#[test]
fn every_derive_takes_the_path_of_the_core() {
    assert_eq!(ask::<Acme>("a").unwrap().body(), r#"{"in_body":"a"}"#);
}
