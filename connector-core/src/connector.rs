//! What a connector declares: who the processor is, and one integration for each flow it has.

use http::{Method, StatusCode};

use crate::credentials::{Auth, BaseUrls};
use crate::describe::Place;
use crate::dispatch::FlowTable;
use crate::flow::Flow;
use crate::request::{BuildError, Encoder};
use crate::response::Outcome;
use crate::response::declared::Reader;
use crate::router_data::RouterData;
use crate::url::Template;

/// A processor; derived on a unit struct with [`Connector`](macro@crate::Connector).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a connector",
    label = "not a connector",
    note = "consider adding `#[derive(connector_core::Connector)]` to `{Self}`"
)]
pub trait Connector: Sized + Send + Sync + 'static {
    /// Its name in lower case, by which it is found at run time.
    const NAME: &'static str;
    /// Where the processor is.
    const BASE_URLS: BaseUrls;
    /// Headers that every request carries, such as the API's version.
    const HEADERS: &'static [(&'static str, &'static str)];
    /// Its flows, found by the compiler: nobody lists them.
    const FLOWS: FlowTable<Self>;
    /// What identifies the merchant, and how requests prove it.
    type Auth: Auth;

    /// Writes the headers that every request carries.
    fn write_headers(encoder: &mut Encoder);

    /// Reads the body that came with an HTTP error.
    fn decode_error<F: Flow>(status: StatusCode, body: &[u8]) -> Outcome<F>;
}

/// How a connector carries out the flow `F`; derived on the flow's request struct with
/// [`ConnectorFlow`](macro@crate::ConnectorFlow).
#[diagnostic::on_unimplemented(
    message = "the connector `{Self}` has no flow `{F}`",
    label = "`{Self}` lacks `{F}`",
    note = "a connector gains a flow by a request struct with `#[derive(ConnectorFlow)]` and `#[connector_flow(connector = {Self}, flow_name = {F}, …)]`"
)]
pub trait Integration<F: Flow>: Connector {
    /// The HTTP method.
    const METHOD: Method;
    /// The path and fixed query, relative to the base URL.
    const URL: Template;
    /// Where each value of the request goes and comes from.
    const PLACES: &'static [Place];
    /// How the body of a success is read, and what its words for the status mean.
    const RESPONSE: Reader<F>;

    /// Makes the request struct and writes its values, each to its place.
    ///
    /// # Errors
    /// [`BuildError`] where the data lacks what the processor needs, or a value cannot stand in its
    /// place.
    fn encode(
        data: &RouterData<F>,
        auth: &Self::Auth,
        encoder: &mut Encoder,
    ) -> Result<(), BuildError>;
}

#[cfg(test)]
mod tests {
    //! The derives inside of the crate that they expand to paths of.

    use http::StatusCode;
    use serde::Deserialize;

    use crate::prelude::*;
    use crate::{Connection, CredentialFields, PaymentsSyncData};

    #[derive(Debug, Clone, Copy, Connector)]
    #[connector(name = "acme", base_url = "https://acme.test", auth = Key, error = Trouble)]
    struct Acme;

    #[derive(Debug, Auth)]
    struct Key {
        /// The key.
        #[expect(dead_code, reason = "nothing is sent with it")]
        key: Secret,
    }

    #[derive(ConnectorFlow)]
    #[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/{id}")]
    #[connector_flow(response = Payment, crate = crate)]
    struct Request<'a> {
        #[connector_flow(from = request.connector_transaction_id)]
        id: &'a PaymentId,
    }

    #[derive(Deserialize, FlowResponse)]
    #[flow_response(PSync)]
    struct Payment {
        #[flow_response(status)]
        status: Wire<Word>,
    }

    #[derive(Debug, Clone, Copy, WireStatus)]
    #[wire_status(AttemptStatus)]
    enum Word {
        #[wire_status(Charged)]
        Paid,
        #[wire_status(Failure)]
        Refused,
    }

    #[derive(Deserialize)]
    struct Trouble {}

    impl ErrorResponse for Trouble {
        fn class(&self, status: StatusCode) -> ErrorClass {
            ErrorClass::of_status(status)
        }

        fn into_error(self) -> ProcessorError {
            ProcessorError::default()
        }
    }

    #[test]
    fn every_derive_works_inside_of_the_core() {
        let credentials = CredentialFields::from_json(br#"{"key": "k"}"#).unwrap();
        let acme = Connection::<Acme>::new(credentials).unwrap();
        let payment = PaymentsSyncData::new(PaymentId::new("p").unwrap());
        let request = acme.build_request(&RouterData::<PSync>::new(payment)).unwrap();
        assert_eq!(request.uri(), "https://acme.test/p");
        assert!(Acme::FLOWS.psync.is_some() && Acme::FLOWS.rsync.is_none());
    }
}
