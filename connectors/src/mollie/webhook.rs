//! Webhooks. <https://docs.mollie.com/reference/webhooks> (read 2026-11). Mollie says which payment changed
//! and nothing else, unsigned: what is true of it, refunds and chargebacks among it, it tells when asked.

use connector_core::prelude::*;

use super::Mollie;

/// What Mollie sends to the address that the payment was made with: `id=tr_…`.
#[derive(Webhook)]
#[webhook(connector = Mollie, scheme = Nothing, format = Form, kind = "id")]
enum Event {
    /// Ids of other things begin in another way.
    #[webhook(PSync, on("tr_*"), connector_transaction_id = "id")]
    Payment,
}
