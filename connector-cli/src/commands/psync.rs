//! `connectors psync`: what became of a payment?

use connector_core::{
    Flow as _, MerchantReference, PSync, PaymentId, PaymentsSyncData, RouterData,
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
    #[arg(required_unless_present = "reference")]
    payment_id: Option<PaymentId>,
    /// What the merchant called the payment when it was ordered; after an order whose answer never came
    /// there is no other name. Not every processor can be asked by it
    #[arg(long, value_name = "REFERENCE", conflicts_with = "payment_id")]
    reference: Option<MerchantReference>,
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
    if args.reference.is_some() {
        asked_by_reference(&args.connector)?;
    }
    data.resource_common_data.connector_request_reference_id = args.reference;
    ask::<PSync>(&args.connector, data, &args.how, output).await
}

/// That the connector takes the merchant's reference, so that nobody is told of a missing id instead.
fn asked_by_reference(name: &str) -> Result<(), Failure> {
    const REFERENCE: &str = "resource_common_data.connector_request_reference_id";
    let connector = lookup::connector(name)?;
    let flow = connector.flow::<PSync>().ok_or_else(|| lookup::lacks(connector, PSync::NAME))?;
    if flow.describe().asked_by.contains(&REFERENCE) {
        return Ok(());
    }
    let why = format!("{name} cannot be asked by the merchant's reference; give the payment's id");
    Err(Failure::usage(why))
}
