//! An amount with its currency, as one object.

use connector_core::prelude::*;
use connector_tests::fixture::Word;

use super::{payment, read, told};

connector_core::money_object! {
    struct Amount { value: StringMajorUnit, currency: Currency }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here")]
struct Nested {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(amount_captured)]
    captured: Option<Amount>,
}

#[test]
fn an_object_is_an_amount_with_its_currency() {
    let body = r#"{"status": "paid", "amount": {"value": "10.50", "currency": "EUR"},
                   "captured": {"value": "3.00", "currency": "EUR"}}"#;
    let report = read::<Nested, PSync>(&payment(), body);
    assert_eq!(
        (connector_tests::minor(report.amount), connector_tests::minor(report.amount_captured)),
        (Some(1050), Some(300))
    );
    assert_eq!(report.currency, "EUR".parse().ok());
    assert_eq!(
        <Nested as FlowResponse<PSync>>::UNIT.map(|unit| unit.text),
        Some("major units, text")
    );
    for wrong in [r#"{"value": "10.50"}"#, r#"{"value": 10.50, "currency": "EUR"}"#] {
        let body = format!(r#"{{"status": "paid", "amount": {wrong}}}"#);
        assert!(told::<Nested, PSync>(&payment(), body.as_bytes()).is_err(), "{wrong}");
    }
    let finer = r#"{"status": "paid", "amount": {"value": "10.505", "currency": "EUR"}}"#;
    assert_eq!(read::<Nested, PSync>(&payment(), finer).outcome, "no_information");
}
