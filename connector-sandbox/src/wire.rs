//! What a processor must be able to do to live in the sandbox.

use hyper::StatusCode;
use serde_json::Value;

use crate::card::{Card, CardResult, TestCard};
use crate::case::Kind;
use crate::dispute::{Act, Disputes};
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules};
use crate::order::{Facts, Order};
use crate::reply::Reply;
use crate::resource::Seen;
use crate::token::TestToken;
use crate::webhook::Webhooks;

/// One processor's wire. A new processor implements this in a file of its own.
pub(crate) trait Wire: Sync {
    /// What a client needs besides the base URL: a JSON object.
    fn credentials(&self) -> Value;

    /// An identifier in the processor's form. It is made from the name where the form permits, from
    /// the number otherwise; both are unique among the payments and among the refunds.
    fn id(&self, kind: Kind, name: &str, number: u64) -> String;

    /// Every status that the processor documents, in the text form of a step. None where it cannot be
    /// asked about such a thing.
    fn statuses(&self, kind: Kind) -> &'static [&'static str];

    /// The status of a resource that went well, which is also that of one without a script.
    fn settled(&self, kind: Kind) -> &'static str;

    /// Ready-made scripts that move, in the text form of steps.
    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]];

    /// Checks the credentials, then the form of the request.
    fn call(&self, request: &Incoming) -> Result<Call, Reply>;

    /// The resource that was asked for exists.
    fn answer(&self, request: &Incoming, ask: &Ask, seen: &Seen) -> Reply;

    /// What the merchant called a payment, where the processor finds it by that.
    fn called<'a>(&self, facts: &'a Facts) -> Option<&'a str> {
        facts.reference.as_deref()
    }

    /// The payments that the merchant called so, oldest first.
    fn found(&self, _: &Incoming, _: &[Seen]) -> Reply {
        Reply::empty(StatusCode::NOT_FOUND)
    }

    /// The resource that was asked for does not exist.
    fn unknown(&self, request: &Incoming, ask: &Ask) -> Reply;

    /// The cards that the processor publishes for tests. Of several rows of one number the first that
    /// applies counts.
    fn cards(&self) -> &'static [TestCard];

    /// Where these cards, or tokens, are published, and what of them is the sandbox's own; as Markdown.
    fn test_values(&self) -> &'static str;

    /// The tokens that are taken where the processor takes no cards.
    fn tokens(&self) -> &'static [TestToken] {
        &[]
    }

    /// What becomes of a payment with a card that is not among them.
    fn stranger(&self) -> CardResult {
        CardResult::Approved
    }

    /// Why a payment fails whose customer could not be authenticated.
    fn unauthenticated(&self) -> &'static str {
        "authentication_failed"
    }

    /// What stands in the URL with which the customer of this payment comes back: a name and a value.
    fn brought_back(&self, _: &str) -> Option<(&'static str, String)> {
        None
    }

    /// The card whose issuer wants to see the customer, where the processor asks it before there is a payment.
    fn challenged_card(&self) -> Option<&'static str> {
        None
    }

    /// Where the processor differs from others in what it permits.
    fn rules(&self) -> Rules {
        Rules::default()
    }

    /// The status of a payment that orders made.
    fn status(&self, ledger: &Ledger) -> &'static str;

    /// What a scripted payment in this status would have on its books, if an order can go on from it.
    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger>;

    /// The status of a refund that was ordered just now.
    fn refund_ordered(&self) -> &'static str {
        self.settled(Kind::Refund)
    }

    /// An identifier for something else that is kept: a card, a customer.
    fn kept_id(&self, number: u64) -> String {
        format!("kept_{number}")
    }

    /// The card behind a name that the processor publishes for tests.
    fn published_token(&self, _: &str) -> Option<Card> {
        None
    }

    /// The order was carried out; the issuer may have said no.
    fn done(&self, request: &Incoming, order: &Order, seen: &Seen) -> Reply;

    /// The order was not carried out. The payment is shown as it is, if there is one.
    fn refused(
        &self,
        request: &Incoming,
        order: &Order,
        refusal: Refusal,
        seen: Option<&Seen>,
    ) -> Reply;

    /// A card, or without one something else, is kept from now on.
    fn kept(&self, _: &Incoming, _: &str, _: Option<&Card>) -> Reply {
        Reply::empty(StatusCode::NOT_FOUND)
    }

    /// What was kept is forgotten.
    fn forgotten(&self, _: &Incoming, _: Option<&Card>) -> Reply {
        Reply::empty(StatusCode::NO_CONTENT)
    }

    /// What the processor knows of disputes, where it is asked or told about them here.
    fn disputes(&self) -> Option<&'static dyn Disputes> {
        None
    }

    /// The header under whose value an order is carried out once.
    fn idempotency_header(&self) -> Option<&'static str> {
        None
    }

    /// The key under which an order is carried out once: that header's value, where nothing else is said.
    fn idempotency_key(&self, request: &Incoming) -> Option<String> {
        self.idempotency_header().and_then(|name| request.header(name)).map(str::to_owned)
    }

    /// Whether an order to pay can have such a key.
    fn has_idempotency_keys(&self) -> bool {
        self.idempotency_header().is_some()
    }

    /// Whether this answer is given again under the same key.
    fn remembers(&self, reply: &Reply) -> bool {
        reply.code.is_success()
    }

    /// An answer that is given again.
    fn again(&self, reply: Reply) -> Reply {
        reply
    }

    /// The key belongs to another order. `None` where the first answer is given regardless.
    fn key_reused(&self, _: &str) -> Option<Reply> {
        None
    }

    /// What makes two orders the same where there is no key, within two minutes.
    fn same_again(&self, _: &Incoming, _: &Order) -> Option<String> {
        None
    }

    /// What the processor sends by itself, where the sandbox signs as it does.
    fn webhooks(&self) -> Option<&'static dyn Webhooks> {
        None
    }

    /// The processor's way to say that it is busy.
    fn maintenance(&self) -> Reply {
        Reply::empty(StatusCode::SERVICE_UNAVAILABLE)
    }

    /// HTTP 500 as the processor words it.
    fn server_error(&self) -> Reply {
        Reply::empty(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// HTTP 429 as the processor words it; the header is added for all of them.
    fn rate_limited(&self) -> Reply {
        Reply::empty(StatusCode::TOO_MANY_REQUESTS)
    }
}

/// What a request is.
#[derive(Debug)]
pub(crate) enum Call {
    Ask(Ask),
    /// Which payments the merchant called so.
    Search(String),
    Order(Order),
    /// What is wanted of which dispute.
    Dispute(Act, String),
}

/// What a request asks about.
#[derive(Debug, Clone)]
pub(crate) enum Ask {
    Payment(String),
    Refund(String),
    /// The processor keeps payments and refunds under one kind of identifier.
    Either(String),
    /// A payment's refunds, together: reading them moves each of them on.
    RefundsOf(String),
}

impl Ask {
    /// The identifier in the question.
    pub(crate) fn id(&self) -> &str {
        let (Self::Payment(id) | Self::Refund(id) | Self::Either(id) | Self::RefundsOf(id)) = self;
        id
    }

    /// What has to be there for an answer: a payment, too, where its refunds are asked for, or where the
    /// question does not say which of the two.
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Refund(_) => Kind::Refund,
            Self::Payment(_) | Self::Either(_) | Self::RefundsOf(_) => Kind::Payment,
        }
    }
}
