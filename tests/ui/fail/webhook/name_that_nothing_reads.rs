use connector_core::prelude::*;
use connector_tests::fixture::{Payment, Word};

connector_tests::connectors!(Misspelt, Beside, Asked, OfItsOwn);

/// The status stands at another key.
#[derive(Webhook)]
#[webhook(connector = Misspelt, scheme = Token, header = "Token", kind = "type")]
enum AtAnotherKey {
    #[webhook(PSync, on("payment.paid"), at = "data", with = "stauts", connector_transaction_id = "id")]
    Paid(Payment),
    #[webhook(PSync, on("refused"), at = "data", with = "last_state", connector_transaction_id = "id")]
    Refused(Renamed),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_amount = "not the point here")]
#[serde(rename_all = "camelCase")]
struct Renamed {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    last_state: Option<Wire<Word>>,
    #[flow_response(status)]
    #[serde(rename = "State")]
    state: Wire<Word>,
}

/// Nobody asks for an event, and so for no currency.
#[derive(Webhook)]
#[webhook(connector = Asked, scheme = Token, header = "Token", kind = "type")]
enum InTheCurrencyAsked {
    #[webhook(PSync, on("paid"), connector_transaction_id = "id")]
    Paid(InTheSameCurrency),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, currency = asked)]
struct InTheSameCurrency {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
}

/// Its currency stands beside the amount: that `currency = asked` is too much is all there is to say.
#[derive(Webhook)]
#[webhook(connector = OfItsOwn, scheme = Token, header = "Token", kind = "type")]
enum InACurrencyOfItsOwn {
    #[webhook(PSync, on("paid"), connector_transaction_id = "id")]
    Paid(InItsCurrency),
}

connector_core::money_object! {
    struct Sum { value: StringMajorUnit, currency: Currency }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, currency = asked)]
struct InItsCurrency {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: Sum,
}

/// Nothing is read, and the path is none; beside a key that there is not.
#[derive(Webhook)]
#[webhook(connector = Beside, scheme = Hmac256, header = "Signature", kind = "type", signed = "{url}")]
enum OfNothing {
    #[webhook(PSync, on("payout.*"), at = "data", with = "type", connector_transaction_id = "id")]
    PaidOut,
    #[webhook(PSync, on("paid"), at = "data/object", connector_transaction_id = "id", wiht = "type")]
    Paid(Payment),
    #[webhook(PSync, on("payout.paid"), at = "data", connector_transaction_id = "id")]
    PaidOutAgain,
}

fn main() {}
