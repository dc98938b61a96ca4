//! What happens to payments from their first order to their last, and what has to be told at each step.

use connector_sandbox::CardResult;

/// A payment's life.
#[derive(Debug)]
pub(super) struct Story {
    pub(super) title: &'static str,
    pub(super) paid_with: PaidWith,
    /// Whether a processor has to give its first answer again under the same key.
    pub(super) needs_keys: bool,
    /// Whether it is the story of those whose payments go on by themselves when the customer is back.
    pub(super) goes_on: bool,
    pub(super) acts: &'static [(Act, Told)],
}

/// How the titles of the stories of 3-D Secure begin, of which each processor has one at most.
pub(super) const OF_3DS: &str = "authenticated";
/// Its simplest.
pub(super) const AUTHENTICATED: &str = "authenticated, taken";

impl Story {
    /// The flows that carry it out.
    pub(super) fn flows(&self) -> Vec<&'static str> {
        self.acts.iter().filter_map(|(act, _)| act.flow()).collect()
    }
}

/// Which of the sandbox's cards.
#[derive(Debug, Clone, Copy)]
pub(super) enum PaidWith {
    /// The first that does this with a payment.
    Card(fn(CardResult) -> bool),
    /// The one whose issuer is asked before there is a payment, and wants to see the customer.
    Challenged,
}

/// One step of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Hold the money, or take it at once. The same order again has the same key.
    Authorize(&'static str),
    Capture(Share),
    Void,
    Refund(Share),
    PSync,
    RSync,
    /// The customer's device is looked at, and the issuer asked.
    PreAuthenticate,
    Authenticate,
    /// What the customer brought back is handed in.
    PostAuthenticate,
    /// The customer authenticates.
    Customer,
    /// Money that was taken is settled.
    Night,
    /// The next answer is lost on the way, after the order was carried out.
    LoseTheAnswer,
}

/// How much of the payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    All,
    Part,
}

/// The statuses, or the outcomes that are none, of which one has to be told.
pub(super) type Told = &'static [&'static str];

const MANUAL: Act = Act::Authorize("manual");
const AUTOMATIC: Act = Act::Authorize("automatic");

/// Some processors say at once that it is done, others only that it will be.
const TAKEN_OR_SOON: Told = &["charged", "capture_initiated", "pending"];
const GIVEN_BACK_OR_SOON: Told = &["success", "pending"];
const LET_GO_OR_SOON: Told = &["voided", "void_initiated", "pending"];
/// Never `charged`, as if it were all of it.
const PART_TAKEN: Told =
    &["partial_charged", "partial_charged_and_chargeable", "capture_initiated"];
/// Where the answer to the capture alone tells how much was taken, a query claims nothing of it.
const TAKEN_BY_HAND: Told = &["charged", "capture_initiated"];
/// Where all that is held is taken or nothing, an order of a part is not sent, and the story ends.
const PART_TAKEN_OR_SOON: Told = &[
    "partial_charged",
    "partial_charged_and_chargeable",
    "capture_initiated",
    "pending",
    "not_sent",
];
const WAITING: Told = &["authentication_pending", "pending"];
const FAILED: Told = &["authorization_failed", "failure"];

const fn approved(result: CardResult) -> bool {
    matches!(result, CardResult::Approved)
}

const fn declined(result: CardResult) -> bool {
    matches!(result, CardResult::Declined(_))
}

const fn authentication(result: CardResult) -> bool {
    matches!(result, CardResult::Authentication)
}

pub(super) const STORIES: &[Story] = &[
    Story {
        title: "held, taken, given back",
        paid_with: PaidWith::Card(approved),
        needs_keys: false,
        goes_on: false,
        acts: &[
            (MANUAL, &["authorized"]),
            (Act::Capture(Share::All), TAKEN_OR_SOON),
            (Act::Night, &[]),
            (Act::PSync, TAKEN_BY_HAND),
            (Act::Refund(Share::Part), GIVEN_BACK_OR_SOON),
            (Act::Night, &[]),
            (Act::RSync, &["success"]),
        ],
    },
    Story {
        title: "held, let go",
        paid_with: PaidWith::Card(approved),
        needs_keys: false,
        goes_on: false,
        acts: &[(MANUAL, &["authorized"]), (Act::Void, LET_GO_OR_SOON), (Act::PSync, &["voided"])],
    },
    Story {
        title: "held, taken in part",
        paid_with: PaidWith::Card(approved),
        needs_keys: false,
        goes_on: false,
        acts: &[
            (MANUAL, &["authorized"]),
            (Act::Capture(Share::Part), PART_TAKEN_OR_SOON),
            (Act::Night, &[]),
            (Act::PSync, PART_TAKEN),
        ],
    },
    Story {
        title: "declined",
        paid_with: PaidWith::Card(declined),
        needs_keys: false,
        goes_on: false,
        acts: &[
            (AUTOMATIC, &["declined", "authorization_failed", "failure"]),
            (Act::PSync, FAILED),
        ],
    },
    Story {
        title: AUTHENTICATED,
        paid_with: PaidWith::Card(authentication),
        needs_keys: false,
        goes_on: true,
        acts: &[
            (AUTOMATIC, WAITING),
            (Act::PSync, WAITING),
            (Act::Customer, &[]),
            (Act::PSync, &["charged"]),
        ],
    },
    Story {
        title: "authenticated, taken by what the customer brings back",
        paid_with: PaidWith::Card(authentication),
        needs_keys: false,
        goes_on: false,
        acts: &[
            (AUTOMATIC, WAITING),
            (Act::PSync, WAITING),
            (Act::Customer, &[]),
            (Act::PostAuthenticate, &["charged"]),
            (Act::PSync, &["charged"]),
        ],
    },
    Story {
        title: "authenticated before it is ordered, taken",
        paid_with: PaidWith::Challenged,
        needs_keys: false,
        goes_on: false,
        acts: &[
            (Act::PreAuthenticate, &["device_data_collection_pending"]),
            (Act::Authenticate, WAITING),
            (Act::Customer, &[]),
            (Act::PostAuthenticate, &["authentication_successful"]),
            (AUTOMATIC, TAKEN_OR_SOON),
            (Act::Night, &[]),
            (Act::PSync, &["charged"]),
        ],
    },
    Story {
        title: "the answer is lost, the order repeated",
        paid_with: PaidWith::Card(approved),
        needs_keys: true,
        goes_on: false,
        acts: &[
            (Act::LoseTheAnswer, &[]),
            (AUTOMATIC, &["sent_unknown"]),
            (AUTOMATIC, TAKEN_OR_SOON),
            (Act::PSync, &["charged"]),
        ],
    },
];

impl Act {
    /// What a webhook has to tell of it, once it was carried out.
    pub(super) const fn heard(self) -> Told {
        match self {
            // Done, and perhaps of a part alone.
            Self::Capture(_) => &["capture_initiated", "charged", "partial_charged"],
            Self::Void => &["voided"],
            Self::Refund(_) => &["success"],
            _ => &["authorized", "charged", "failure", "authorization_failed"],
        }
    }

    /// The flow that carries it out, unless the sandbox does.
    pub(super) const fn flow(self) -> Option<&'static str> {
        match self {
            Self::Authorize(_) => Some("Authorize"),
            Self::Capture(_) => Some("Capture"),
            Self::Void => Some("Void"),
            Self::Refund(_) => Some("Refund"),
            Self::PSync => Some("PSync"),
            Self::RSync => Some("RSync"),
            Self::PreAuthenticate => Some("PreAuthenticate"),
            Self::Authenticate => Some("Authenticate"),
            Self::PostAuthenticate => Some("PostAuthenticate"),
            Self::Customer | Self::Night | Self::LoseTheAnswer => None,
        }
    }
}
