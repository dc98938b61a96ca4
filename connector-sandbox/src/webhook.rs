//! What processors send by themselves, where the sandbox is told an address to send it to.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::dispute::Dispute;
use crate::order::Order;
use crate::processor::Processor;
use crate::resource::Seen;
use crate::state::State;

/// A webhook as its processor would send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedWebhook {
    /// The headers that prove who sent it.
    pub headers: Vec<(&'static str, String)>,
    /// The body, which has to arrive byte by byte.
    pub body: String,
}

/// What a processor sends by itself.
pub(crate) trait Webhooks: Sync {
    /// The events of what has happened to a payment, oldest first; none where the sandbox sends none of the
    /// processor's.
    fn events(&self, _: Happened, _: &Seen) -> Vec<String> {
        Vec::new()
    }

    /// The events that tell how a dispute stands now, oldest first; none where the sandbox sends none of the
    /// processor's.
    fn dispute_events(&self, _: &Dispute) -> Vec<String> {
        Vec::new()
    }

    /// This event as the processor would send it.
    fn sign(&self, event: String) -> SignedWebhook;
}

/// What has happened to a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Happened {
    /// The issuer was asked, or the customer has to be.
    Attempt,
    Capture,
    Void,
    Refund,
    /// Another amount is held.
    Adjustment,
}

impl Happened {
    /// What an order does to a payment that it was carried out on.
    fn of(order: &Order, seen: &Seen) -> Option<Self> {
        match order {
            Order::Pay(_) | Order::Confirm { .. } => Some(Self::Attempt),
            Order::Capture { .. } => Some(Self::Capture),
            Order::Void { .. } | Order::TakeBack { .. } => Some(Self::Void),
            Order::Refund { .. } => Some(Self::Refund),
            Order::Reverse { .. } if seen.refunds.is_empty() => Some(Self::Void),
            Order::Reverse { .. } => Some(Self::Refund),
            Order::Increase { .. } | Order::Raise { .. } => Some(Self::Adjustment),
            // The customer's authentication has carried it on already.
            Order::Resume { .. } | Order::Keep(_) | Order::Forget(_) => None,
        }
    }
}

impl State {
    /// Tells whoever wants to hear it what an order did.
    pub(crate) fn announce_order(&mut self, processor: Processor, order: &Order, seen: &Seen) {
        if let Some(happened) = Happened::of(order, seen) {
            self.announce(processor, happened, seen);
        }
    }

    /// Tells whoever wants to hear it what happened.
    pub(crate) fn announce(&mut self, processor: Processor, happened: Happened, seen: &Seen) {
        self.send(processor, |webhooks| webhooks.events(happened, seen));
    }

    /// Tells whoever wants to hear it how a dispute stands now.
    pub(crate) fn announce_dispute(&mut self, dispute: &Dispute) {
        self.send(dispute.processor, |webhooks| webhooks.dispute_events(dispute));
    }

    fn send(&self, processor: Processor, events: impl FnOnce(&dyn Webhooks) -> Vec<String>) {
        let (Some(outbox), Some(webhooks)) = (&self.outbox, processor.wire().webhooks()) else {
            return;
        };
        for event in events(webhooks) {
            // Nobody takes any more when the sandbox stops.
            outbox.send((processor, webhooks.sign(event))).ok();
        }
    }
}

/// A keyed hash (RFC 2104).
pub(crate) fn hmac_sha256(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    // A key of any length is one.
    let mac = Hmac::<Sha256>::new_from_slice(key).map(|mac| mac.chain_update(bytes));
    mac.map(|mac| mac.finalize().into_bytes().to_vec()).unwrap_or_default()
}

/// In lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
