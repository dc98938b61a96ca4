//! The ten flows of each generated processor: as many as a connector of this repository has, and all with
//! three fields.

/// What a flow's requests and responses are made of.
pub(super) struct FlowShape {
    pub(super) name: &'static str,
    pub(super) method: &'static str,
    /// The URL's path, before the id and behind it.
    pub(super) path: (&'static str, &'static str),
    /// The type of the id and its name in the data, which is that in the response.
    pub(super) id: (&'static str, &'static str),
    /// The type of the value in the query, and where it comes from.
    pub(super) reference: (&'static str, &'static str),
    /// The type of the header's value, and where it comes from.
    pub(super) trace: (&'static str, &'static str),
    /// The status, and what it is while the processor works, when it is done, and when it failed.
    pub(super) status: (&'static str, [&'static str; 3]),
    /// Whether the answer is compared with an amount.
    pub(super) tells_amount: bool,
}

const OWN: (&str, &str) =
    ("Option<&'a MerchantReference>", "resource_common_data.connector_request_reference_id");
const OF_THE_PAYMENT: (&str, &str) =
    ("Option<&'a PaymentId>", "resource_common_data.connector_transaction_id");
const KEY: (&str, &str) = ("&'a IdempotencyKey", "request.idempotency_key");

const PAYMENT: (&str, &str) = ("PaymentId", "connector_transaction_id");
const REFUND: (&str, &str) = ("RefundId", "connector_refund_id");
const DISPUTE: (&str, &str) = ("DisputeId", "connector_dispute_id");
const PAYOUT: (&str, &str) = ("PayoutId", "connector_payout_id");
const MANDATE: (&str, &str) = ("MandateId", "connector_mandate_id");

pub(super) const FLOWS: [FlowShape; 10] = [
    FlowShape {
        name: "PSync",
        method: "Get",
        path: ("payments", ""),
        id: PAYMENT,
        reference: OWN,
        trace: OWN,
        status: ("AttemptStatus", ["Pending", "Charged", "Failure"]),
        tells_amount: true,
    },
    FlowShape {
        name: "RSync",
        method: "Get",
        path: ("refunds", ""),
        id: REFUND,
        reference: OWN,
        trace: OWN,
        status: ("RefundStatus", ["Pending", "Success", "Failure"]),
        tells_amount: true,
    },
    FlowShape {
        name: "DSync",
        method: "Get",
        path: ("disputes", ""),
        id: DISPUTE,
        reference: OF_THE_PAYMENT,
        trace: OF_THE_PAYMENT,
        status: ("DisputeStatus", ["Challenged", "Won", "Lost"]),
        tells_amount: false,
    },
    FlowShape {
        name: "PayoutGet",
        method: "Get",
        path: ("payouts", ""),
        id: PAYOUT,
        reference: OWN,
        trace: OWN,
        status: ("PayoutStatus", ["Pending", "Success", "Failed"]),
        tells_amount: true,
    },
    FlowShape {
        name: "Void",
        method: "Post",
        path: ("payments", "/void"),
        id: PAYMENT,
        reference: OWN,
        trace: KEY,
        status: ("AttemptStatus", ["Pending", "Voided", "VoidFailed"]),
        tells_amount: false,
    },
    FlowShape {
        name: "VoidPC",
        method: "Post",
        path: ("payments", "/reverse"),
        id: PAYMENT,
        reference: OWN,
        trace: KEY,
        status: ("AttemptStatus", ["Pending", "VoidedPostCapture", "VoidFailed"]),
        tells_amount: false,
    },
    FlowShape {
        name: "MandateRevoke",
        method: "Delete",
        path: ("mandates", ""),
        id: MANDATE,
        reference: OWN,
        trace: OWN,
        status: ("MandateStatus", ["Pending", "Revoked", "RevokeFailed"]),
        tells_amount: false,
    },
    FlowShape {
        name: "Accept",
        method: "Post",
        path: ("disputes", "/accept"),
        id: DISPUTE,
        reference: OF_THE_PAYMENT,
        trace: KEY,
        status: ("DisputeStatus", ["Opened", "Accepted", "Lost"]),
        tells_amount: false,
    },
    FlowShape {
        name: "DefendDispute",
        method: "Post",
        path: ("disputes", "/defend"),
        id: DISPUTE,
        reference: OF_THE_PAYMENT,
        trace: KEY,
        status: ("DisputeStatus", ["Challenged", "Won", "Lost"]),
        tells_amount: false,
    },
    FlowShape {
        name: "PayoutVoid",
        method: "Post",
        path: ("payouts", "/cancel"),
        id: PAYOUT,
        reference: OWN,
        trace: KEY,
        status: ("PayoutStatus", ["Pending", "Cancelled", "Failed"]),
        tells_amount: false,
    },
];
