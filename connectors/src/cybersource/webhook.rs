//! Events. <https://developer.cybersource.com/docs/cybs/en-us/webhooks/implementation/all/rest/webhooks.html>
//! (read 2026-11), with the format of the notification and that of its signature.

use connector_core::prelude::*;

use super::Cybersource;

/// What Cybersource sends.
#[derive(Webhook)]
#[webhook(
    connector = Cybersource,
    scheme = HmacSha256,
    header = "v-c-signature",
    form = "t={timestamp_ms};sig={signature}", // and the key's id, which the signature tells as well
    signed = "{timestamp}.{body}",
    encoding = Base64,
    key = Base64,
    tolerance_seconds = 300,
    kind = "eventType",
    id = "transactionTraceId",
    no_events = "those of payments are encrypted for the merchant, and what is in them is not documented",
)]
enum Event {}
