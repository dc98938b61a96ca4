//! `connectors psync`: what became of a payment?

use connector_core::{
    Flow as _, MerchantReference, OrderId, PSync, PaymentId, PaymentsSyncData, RouterData,
};

use crate::ask::{HowToAsk, ask};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::lookup;
use crate::output::Output;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  CONNECTORS_STRIPE_API_KEY=sk_test_… connectors psync stripe pi_123
  connectors psync stripe pi_123 --credentials stripe.json --amount 1050 --currency EUR
  connectors psync stripe --reference order-17
  connectors psync stripe pi_123 --watch --give-up-after 120 --format json")]
pub(crate) struct Args {
    /// The connector; `connectors list` shows them
    connector: String,
    /// The payment, as its processor names it
    #[arg(required_unless_present_any = ["reference", "order"])]
    payment_id: Option<PaymentId>,
    /// What the merchant called the payment when it was ordered; after an order whose answer never came
    /// there is no other name. Not every processor can be asked by it
    #[arg(long, value_name = "REFERENCE", conflicts_with = "payment_id")]
    reference: Option<MerchantReference>,
    /// The order that was announced for the payment, as its processor names it; likewise
    #[arg(long, value_name = "ORDER", conflicts_with_all = ["payment_id", "reference"])]
    order: Option<OrderId>,
    #[command(flatten)]
    how: HowToAsk,
}

pub(crate) async fn run(args: Args, output: &mut Output) -> Result<Exit, Failure> {
    let mut request = match args.payment_id {
        Some(id) => PaymentsSyncData::new(id),
        None => PaymentsSyncData::by_reference(),
    };
    request.amount = args.how.money();
    let mut data = RouterData::<PSync>::new(request);
    let known = &mut data.resource_common_data;
    if args.reference.is_some() {
        let field = "resource_common_data.connector_request_reference_id";
        asked_by(&args.connector, field, "the merchant's reference")?;
    }
    if args.order.is_some() {
        asked_by(&args.connector, "resource_common_data.connector_order_id", "an announced order")?;
    }
    (known.connector_request_reference_id, known.connector_order_id) = (args.reference, args.order);
    ask::<PSync>(&args.connector, data, &args.how, output).await
}

/// That the connector takes such a name, so that nobody is told of a missing id instead.
fn asked_by(connector: &str, field: &str, name: &str) -> Result<(), Failure> {
    let found = lookup::connector(connector)?;
    let flow = found.flow::<PSync>().ok_or_else(|| lookup::lacks(found, PSync::NAME))?;
    if flow.describe().asked_by.contains(&field) {
        return Ok(());
    }
    Err(Failure::usage(format!("{connector} cannot be asked by {name}; give the payment's id")))
}
