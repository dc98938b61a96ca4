//! What a connector declares: who the processor is, and one integration for each flow it has.

use std::fmt::Debug;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use crate::credentials::{Auth, BaseUrls, Occasion};
use crate::declaration::FlowDeclaration;
use crate::describe::{Hook, LackedFlow};
use crate::dispatch::{FlowSupport, FlowTable, ServerAuthenticationToken};
use crate::flow::Flow;
use crate::money::Decimal;
use crate::repetition::KeyMemory;
use crate::request::{BuildError, Encoder};
use crate::response::{NotFound, Outcome};
use crate::router_data::RouterData;
use crate::webhook::WebhookDeclaration;

/// A processor; derived on a unit struct with [`Connector`](macro@crate::Connector).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a connector",
    label = "not a connector",
    note = "consider adding `#[derive(connector_core::Connector)]` to `{Self}`"
)]
pub trait Connector: Sized + Send + Sync + 'static {
    /// Its name in lower case, by which it is found at run time.
    const NAME: &'static str;
    /// What the connector's own documentation says of the processor: what is particular about it.
    const ABOUT: &'static str = "";
    /// Where the processor is.
    const BASE_URLS: BaseUrls;
    /// Its other hosts, by the names that flows call them.
    const OTHER_BASE_URLS: &'static [(&'static str, BaseUrls)] = &[];
    /// A field for each of these names, so that rustc knows which there are, and which no flow uses.
    const BASE_URL_NAMES: Self::BaseUrlNames;
    /// Headers that every request carries, such as the API's version.
    const HEADERS: &'static [(&'static str, &'static str)];
    /// Its flows, found by the compiler: nobody lists them.
    const FLOWS: FlowTable;
    /// The flows that the processor does not have, each with the reason.
    const LACKS: &'static [LackedFlow] = &[];
    /// How long "not found" can mean "not yet" here: a payment or a refund is listed a little after it was
    /// taken.
    const SETTLES_WITHIN: Duration = NotFound::USUALLY;
    /// How long it remembers an idempotency key, where its documents say so.
    const KEYS_REMEMBERED_FOR: Option<KeyMemory> = None;
    /// The currencies that it counts otherwise than ISO 4217 says.
    const DECIMALS: &'static [Decimal] = &[];
    /// The currencies of which it takes fewer decimals than it counts.
    const PRECISION: &'static [Decimal] = &[];
    /// Asked for where amounts are counted as it says: an error of rustc's where it says nothing.
    #[doc(hidden)]
    const COUNTING: () = ();
    /// What is done to the bytes of every answer before they are read.
    const PREPROCESS_ALL: Option<Preprocess<Self::Auth>> = None;
    /// The functions that it names, for `describe`.
    const FUNCTIONS: &'static [Hook] = &[];
    /// What the processor sends by itself; found by the compiler, as the flows are.
    const WEBHOOK: Option<WebhookDeclaration> = None;
    /// What identifies the merchant, and how requests prove it.
    type Auth: Auth + Debug;
    /// The type of [`BASE_URL_NAMES`](Self::BASE_URL_NAMES).
    type BaseUrlNames;

    /// Writes the headers that every request carries.
    fn write_headers(auth: &Self::Auth, encoder: &mut Encoder);

    /// Reads the body that came with an HTTP error.
    fn decode_error<F: Flow>(status: StatusCode, body: &[u8]) -> Outcome<F>;
}

/// Makes of an answer's bytes those that are read, with the credentials, which may be needed to
/// decrypt them. What it says of an answer that it cannot work on is the end of "the answer …".
pub type Preprocess<A> = fn(&A, &Bytes) -> Result<Bytes, &'static str>;

/// The function as a constant of a connector or of a flow.
#[must_use]
pub const fn preprocessing<A>(function: Preprocess<A>) -> Option<Preprocess<A>> {
    Some(function)
}

/// How a connector carries out the flow `F`; derived on the flow's request struct with
/// [`ConnectorFlow`](macro@crate::ConnectorFlow).
#[diagnostic::on_unimplemented(
    message = "the connector `{Self}` has no flow `{F}`",
    label = "`{Self}` lacks `{F}`",
    note = "a connector gains a flow by a request struct with `#[derive(ConnectorFlow)]` and `#[connector_flow(connector = {Self}, flow_name = {F}, …)]`"
)]
pub trait Integration<F: Flow>: Connector {
    /// What is known of it when it is compiled.
    const DECLARATION: FlowDeclaration<F>;
    /// What is done to the bytes of an answer before they are read.
    const PREPROCESS: Option<Preprocess<Self::Auth>> = Self::PREPROCESS_ALL;

    /// Makes the request struct and writes its values, each to its place. The encoder keeps the first
    /// problem: the data lacks what the processor needs, or a value cannot stand in its place.
    fn encode(data: &RouterData<F>, auth: &Self::Auth, encoder: &mut Encoder);

    /// Puts the credentials into the finished request.
    ///
    /// # Errors
    /// [`BuildError`] where a credential cannot be written, or something that is signed is not known.
    fn sign(
        auth: &Self::Auth,
        request: &mut http::Request<Bytes>,
        occasion: &Occasion<'_>,
    ) -> Result<(), BuildError> {
        auth.authorize(request, occasion)
    }

    /// Reads the body that came with an HTTP error.
    fn read_error(status: StatusCode, body: &[u8]) -> Outcome<F> {
        Self::decode_error(status, body)
    }
}

/// Stops the compiler where requests carry an access token that nothing fetches.
#[track_caller]
pub const fn fetches_its_access_token<C: Connector>(
    flow: Option<FlowSupport<ServerAuthenticationToken>>,
) {
    assert!(
        !C::Auth::WANTS_ACCESS_TOKEN || flow.is_some(),
        "the credentials are exchanged for an access token, and no flow fetches it: declare a request \
         with `flow_name = ServerAuthenticationToken`"
    );
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
    #[flow_response(PSync, no_id = "not the point", no_amount = "not the point")]
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
