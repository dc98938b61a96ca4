//! By the framework.

use std::hint::black_box;
use std::sync::LazyLock;

use bytes::Bytes;
use connector_core::{
    AnyConnection, Connection, CredentialFields, PSync, PaymentId, PaymentsSyncData, RouterData,
    Secret,
};
use connectors::Stripe;

type Prepared = Option<(Connection<Stripe>, RouterData<PSync>)>;

/// What an application prepares once.
static PREPARED: LazyLock<Prepared> = LazyLock::new(|| {
    let credentials = CredentialFields::default()
        .with("api_key", Secret::new(crate::by_hand::KEY))
        .with("environment", Secret::new("live"));
    let payment = PaymentId::new(crate::by_hand::ID).ok()?;
    Some((Connection::new(credentials).ok()?, RouterData::new(PaymentsSyncData::new(payment))))
});

/// Builds the request.
pub fn request() {
    let Some((stripe, data)) = PREPARED.as_ref() else {
        return;
    };
    drop(black_box(stripe.build_request::<PSync>(black_box(data))));
}

/// Builds the request with a connection whose connector is not known: the flow is found, and called.
pub fn dispatched() {
    let Some((stripe, data)) = PREPARED.as_ref() else {
        return;
    };
    let connection: &dyn AnyConnection = black_box(stripe);
    let Some(psync) = connection.flow::<PSync>() else {
        return;
    };
    drop(black_box(psync.build_request(black_box(data))));
}

/// Reads the response.
pub fn response() {
    let Some((stripe, data)) = PREPARED.as_ref() else {
        return;
    };
    let response = http::Response::new(Bytes::from_static(crate::PAYMENT_INTENT.as_bytes()));
    drop(black_box(stripe.handle_response::<PSync>(black_box(data), response)));
}
