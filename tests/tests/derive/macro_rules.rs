//! Parts that come from fragments of `macro_rules!`: they arrive in groups without brackets.

use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Refund, ask};

connectors!(Acme);

macro_rules! request {
    (
        $(#[$attribute:meta])* $vis:vis $name:ident for $connector:path, $flow:path, $url:literal,
        $query:literal, $response:ty { $field:ident: $ty:ty = $($source:ident).+ }
    ) => {
        $(#[$attribute])*
        #[derive(ConnectorFlow)]
        #[connector_flow(connector = $connector, flow_name = $flow, http_method = Get, url = $url)]
        #[connector_flow(response = $response)]
        $vis struct $name<'a> {
            #[connector_flow(from = $($source).+)]
            $vis $field: $ty,
            #[connector_flow(query = $query, from = request.connector_transaction_id)]
            same: &'a PaymentId,
        }
    };
}

request! {
    /// From a macro.
    pub(crate) Request for Acme, PSync, "/payments/{id}", "the[same]", Payment {
        id: &'a PaymentId = request.connector_transaction_id
    }
}

macro_rules! words {
    ($name:ident: $status:ident { $($word:literal $variant:ident = $meaning:path),+ }) => {
        #[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
        #[wire_status($status)]
        enum $name {
            $(#[wire_status($meaning, rename = $word)] $variant,)+
        }
    };
}

words!(Word: AttemptStatus { "paid in full" Paid = Charged, "no" Refused = Failure });

macro_rules! response {
    ($name:ident of $($flow:path),+; $status:ident: $ty:ty) => {
        #[derive(Deserialize, FlowResponse)]
        #[flow_response($($flow),+, no_id = "not the point here", no_amount = "nor is it")]
        struct $name { #[flow_response(status)] $status: $ty }
    };
}

response!(Reply of PSync; state: Wire<Word>);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/")]
#[connector_flow(ignores(connector_refund_id = "not the point"))]
#[connector_flow(response = Refund)]
struct Other;

#[test]
fn literals_types_visibilities_and_idents_from_fragments() {
    let request = ask::<Acme>("a").unwrap();
    assert_eq!(request.uri(), "https://acme.test/payments/a?the%5Bsame%5D=a");
    let reply: Reply = serde_json::from_str(r#"{"state": "paid in full"}"#).unwrap();
    assert_eq!(reply.state, Wire::Known(Word::Paid));
    assert_eq!(Wire::<Word>::from("no"), Wire::Known(Word::Refused));
}
