//! Every way to declare a response: what is made of an answer, and what of one that is none.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is only compiled for tests")]

#[path = "responses/any_bytes.rs"]
mod any_bytes;
#[path = "responses/fields.rs"]
mod fields;
#[path = "responses/forms.rs"]
mod forms;
#[path = "responses/lists.rs"]
mod lists;
#[path = "responses/money.rs"]
mod money;
#[path = "responses/no_body.rs"]
mod no_body;
#[path = "responses/shapes.rs"]
mod shapes;

use connector_core::prelude::*;
use connector_core::{PaymentsSyncData, RefundSyncData, RefundsData, Report};
use connector_tests::fixture::Word;

fn payment() -> RouterData<PSync> {
    let mut asked = PaymentsSyncData::new(PaymentId::new("p_1").unwrap());
    asked.amount = Some(Money::new(MinorUnit::new(1050).unwrap(), "EUR".parse().unwrap()));
    RouterData::new(asked)
}

fn refund() -> RouterData<RSync> {
    RouterData::new(RefundSyncData::new(RefundId::new("r_1").unwrap()))
}

fn order() -> RouterData<Refund> {
    let key = IdempotencyKey::new("k").unwrap();
    RouterData::new(RefundsData::new(PaymentId::new("p_1").unwrap(), key))
}

/// What this body says, or why it cannot be read.
fn told<R: FlowResponse<F>, F: Flow>(data: &RouterData<F>, body: &[u8]) -> Result<Report, String> {
    let response = R::read(ResponseBody::new(body)).map_err(|error| error.to_string())?;
    Ok(Report::from(&response.into_outcome(data)))
}

fn read<R: FlowResponse<F>, F: Flow>(data: &RouterData<F>, body: &str) -> Report {
    told::<R, F>(data, body.as_bytes()).unwrap()
}

fn words<R: FlowResponse<F>, F: Flow>() -> Vec<(&'static str, Option<&'static str>)> {
    let documented = R::STATUSES.iter().filter(|line| !line.is_of_others);
    documented.map(|line| (line.connector_status, line.status)).collect()
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Transaction {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: FloatMajorUnit,
    #[flow_response(currency)]
    currency: Currency,
}
