//! `connectors rsync`: what became of a refund?

use connector_core::{PaymentId, RSync, RefundId, RefundSyncData, RouterData};

use crate::ask::{HowToAsk, ask};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  CONNECTORS_STRIPE_API_KEY=sk_test_… connectors rsync stripe re_123
  connectors rsync checkout act_123 --payment-id pay_123 --credentials checkout.json --watch")]
pub(crate) struct Args {
    /// The connector; `connectors list` shows them
    connector: String,
    /// The refund, as its processor names it
    refund_id: RefundId,
    /// The payment that it gives back; some processors find a refund only there
    #[arg(long, value_name = "ID")]
    payment_id: Option<PaymentId>,
    #[command(flatten)]
    how: HowToAsk,
}

pub(crate) async fn run(args: Args, output: &mut Output) -> Result<Exit, Failure> {
    let mut request = RefundSyncData::new(args.refund_id);
    request.connector_transaction_id = args.payment_id;
    request.refund_amount = args.how.money();
    ask::<RSync>(&args.connector, RouterData::new(request), &args.how, output).await
}
