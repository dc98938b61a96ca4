//! What a connector can do, read from its declarations.

mod webhook;

pub use webhook::{EventDescription, WebhookDescription};

use serde::Serialize;

use crate::connector::{Connector, Integration};
use crate::credentials::{Auth, BaseUrls, CredentialField, base_url_field};
use crate::declaration::FlowDeclaration;
use crate::dispatch::asked_by::asked_by;
use crate::flow::Flow;
use crate::repetition::{KeyMemory, Repetition};
use crate::request::Limit;
use crate::response::{IntegrityPart, StatusBy};
use crate::status::{StatusMapping, UnknownWord};

/// A connector, as its declarations describe it.
#[derive(Debug, Clone, Serialize)]
pub struct ConnectorDescription {
    /// Its name.
    pub name: &'static str,
    /// What is particular about the processor, as Markdown: the documentation of the connector's type.
    pub about: &'static str,
    /// Where the processor is.
    pub base_urls: BaseUrls,
    /// Its other hosts, by name.
    pub other_base_urls: &'static [(&'static str, BaseUrls)],
    /// The scheme of authentication.
    pub auth: &'static str,
    /// What a set of credentials has to name.
    pub credentials: &'static [CredentialField],
    /// Headers that every request carries.
    pub headers: &'static [(&'static str, &'static str)],
    /// The currencies that it counts otherwise than ISO 4217 says, with their decimals.
    pub decimals: &'static [(&'static str, u32)],
    /// The currencies of which it takes fewer decimals than it counts, with the number that it takes.
    pub precision: &'static [(&'static str, u32)],
    /// How many seconds after an order "not found" can mean "not yet".
    pub settles_within_seconds: u64,
    /// Its flows.
    pub flows: Vec<FlowDescription>,
    /// The flows that the processor does not have, each with the reason. A flow that is neither here
    /// nor among `flows` is one that nobody has declared yet.
    pub lacks: &'static [LackedFlow],
    /// What the processor sends by itself, where it is received.
    pub webhook: Option<WebhookDescription>,
}

impl ConnectorDescription {
    /// The names by which a set of credentials says where the processor is; all may be absent.
    pub fn hosts(&self) -> impl Iterator<Item = String> {
        let others = self.other_base_urls.iter().map(|(name, _)| base_url_field(name));
        let merchant = self.base_urls.merchant_part().map(base_url_field);
        let always = ["environment", "base_url"].into_iter().map(str::to_owned);
        always.chain(merchant).chain(others)
    }

    /// Why the processor does not have the flow of this name, where that is declared.
    #[must_use]
    pub fn why_without(&self, flow: &str) -> Option<&'static str> {
        let mut lacked = self.lacks.iter();
        lacked.find(|lacked| lacked.flow == flow).map(|lacked| lacked.reason)
    }
}

/// A flow that the processor does not have, and why: there is nothing to declare, or nothing that
/// could be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LackedFlow {
    /// The flow's name.
    pub flow: &'static str,
    /// Why, in words that follow "because".
    pub reason: &'static str,
}

/// One flow of a connector.
#[derive(Debug, Clone, Serialize)]
pub struct FlowDescription {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// Whether it moves money, or holds it, or lets it go.
    pub moves_money: bool,
    /// Whether it may be sent again: with its key only where there is one.
    pub repetition: Repetition,
    /// The HTTP method.
    pub method: String,
    /// The URL template, relative to the base URL; in parentheses the function that computes it.
    pub url: &'static str,
    /// Which of the connector's other base URLs it is relative to, where it is one of them.
    pub base_url: Option<&'static str>,
    /// How the body is written; `None` where the request has none.
    pub body: Option<Body>,
    /// Where the idempotency key goes; `None` where none is sent.
    pub idempotency_key: Option<Place>,
    /// For how many seconds the processor remembers the key that is sent, where its documents say so.
    pub key_remembered_for_seconds: Option<u64>,
    /// Whether of those orders alone that it answered with a success: after a 5xx, look first.
    pub key_of_successes_alone: bool,
    /// Why none is sent with an order that moves money: what then keeps it from being carried out twice.
    pub no_idempotency: Option<&'static str>,
    /// The fields that change what is ordered, each with those that say the same in another way: the
    /// request takes each, or it is refused.
    pub ordered: &'static [&'static [&'static str]],
    /// Those that are not sent all the same, each with the reason.
    pub ignores: &'static [(&'static str, &'static str)],
    /// What is done by functions of the connector's own.
    pub hooks: Vec<Hook>,
    /// Where each value goes and comes from.
    pub places: &'static [Place],
    /// By which names it asks, of what is known; none where it orders something.
    pub asked_by: Vec<&'static str>,
    /// How it asks where the merchant's reference is the only name, where that is another request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_reference: Option<Box<FlowDescription>>,
    /// Where the answer tells the id and the amount that the flow is about, or why it does not.
    pub integrity: Vec<IntegrityPart>,
    /// The unit of the amounts in the response, where its declaration has some.
    pub response_unit: Option<&'static str>,
    /// What the processor's words for the status mean.
    pub statuses: Vec<StatusMapping>,
    /// What words mean that the processor does not document.
    pub unknown_words: Vec<UnknownWord>,
}

/// Where a value of a request goes, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The name on the wire; none (`""`) where it is refused.
    pub name: &'static str,
    /// `path`, `query`, `header`, `body`, or `function` where only a function reads it; `refused` or `refused
    /// if wanted` where the processor cannot be told, and nothing is sent.
    pub place: &'static str,
    /// Its place in the flow's data (`request.…`) or credentials (`auth.…`); `None` where a
    /// transformer written by hand supplies it, and its type does not tell.
    pub from: Option<&'static str>,
    /// The unit, where it is an amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// What the processor takes of it at most, where that is declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// What of an amount goes there, where it is one.
    #[doc(hidden)]
    #[serde(skip)]
    pub part: AmountPart,
}

/// What of an amount a value writes.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountPart {
    /// All that the type says: it may be both.
    Any,
    /// The number alone.
    Number,
    /// The currency alone.
    Currency,
}

/// How the body of a request is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Body {
    /// `json`, `form`, `xml`, …
    pub form: &'static str,
    /// What is around all of its fields.
    pub envelope: Option<&'static str>,
    /// What is said in `Content-Type`; `None` where it is known when the request is built.
    pub content_type: Option<&'static str>,
}

/// A function or type of the connector's own that takes part, and for what: `sign`, `headers`, …
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Hook {
    /// The key of the attribute that names it.
    pub key: &'static str,
    /// Its name.
    pub function: &'static str,
    /// By what it decides, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<&'static str>,
}

/// Where the idempotency key stands in the data.
pub(crate) const IDEMPOTENCY_KEY: &str = "request.idempotency_key";

/// Describes the flow `F` of the connector `C`.
#[must_use]
pub(crate) fn describe_flow<C: Integration<F>, F: Flow>() -> FlowDescription {
    let by_reference = F::described_by_reference(const { &C::FLOWS });
    let mut description = describe(const { &C::DECLARATION }, C::FUNCTIONS, C::KEYS_REMEMBERED_FOR);
    description.asked_by.extend(by_reference.iter().flat_map(|other| &other.asked_by));
    description.by_reference = by_reference.map(Box::new);
    description
}

/// Compiled once for each flow, and not for each connector.
fn describe<F: Flow>(
    declared: &FlowDeclaration<F>,
    of_connector: &[Hook],
    keys_remembered_for: Option<KeyMemory>,
) -> FlowDescription {
    let FlowDeclaration {
        method,
        url,
        base_url,
        places,
        body,
        ref response,
        hooks: own,
        no_idempotency,
        key_remembered_for,
        ignores,
    } = *declared;
    let key = places.iter().find(|place| place.is_idempotency_key()).copied();
    let memory = key.and(key_remembered_for.or(keys_remembered_for));
    FlowDescription {
        name: F::NAME,
        purpose: F::PURPOSE,
        moves_money: F::MOVES_MONEY,
        repetition: if key.is_some() { F::REPETITION } else { F::REPETITION.without_key() },
        method: method.to_string(),
        url: url.text,
        base_url,
        body,
        idempotency_key: key,
        key_remembered_for_seconds: memory.map(|keys| keys.time.as_secs()),
        key_of_successes_alone: memory.is_some_and(|keys| keys.of_successes),
        no_idempotency,
        ordered: F::ORDERED,
        ignores,
        hooks: hooks(of_connector, own, response.status_by),
        places,
        asked_by: asked_by::<F>(places),
        by_reference: None,
        integrity: response.integrity.parts::<F>().collect(),
        response_unit: response.unit.map(|unit| unit.text),
        statuses: StatusMapping::of_flow::<F>(response.statuses).collect(),
        unknown_words: unknown_words(response.statuses),
    }
}

/// Several shapes of an answer may say the same of the same field: once is enough.
fn unknown_words(table: &'static [StatusMapping]) -> Vec<UnknownWord> {
    let mut all: Vec<UnknownWord> = Vec::new();
    for word in StatusMapping::of_unknown_words(table) {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all
}

impl Place {
    pub(crate) fn is_idempotency_key(&self) -> bool {
        self.from == Some(IDEMPOTENCY_KEY)
    }
}

/// The connector's and the flow's. Headers of both are sent; anything else of the flow's replaces
/// what the connector has.
fn hooks(connector: &[Hook], flow: &[Hook], status: Option<StatusBy>) -> Vec<Hook> {
    let replaced =
        |hook: &Hook| hook.key != "headers" && flow.iter().any(|own| own.key == hook.key);
    let kept = connector.iter().filter(|hook| !replaced(hook));
    let status = status.map(|StatusBy { function, decided_by }| Hook {
        key: "status",
        function,
        decided_by: Some(decided_by),
    });
    kept.chain(flow).copied().chain(status).collect()
}

/// Describes the connector `C`.
#[must_use]
pub(crate) fn describe_connector<C: Connector>() -> ConnectorDescription {
    ConnectorDescription {
        name: C::NAME,
        about: C::ABOUT,
        base_urls: C::BASE_URLS,
        other_base_urls: C::OTHER_BASE_URLS,
        auth: C::Auth::SCHEME,
        credentials: C::Auth::FIELDS,
        headers: C::HEADERS,
        decimals: C::DECIMALS,
        precision: C::PRECISION,
        settles_within_seconds: C::SETTLES_WITHIN.as_secs(),
        flows: C::FLOWS.descriptions(),
        lacks: C::LACKS,
        webhook: C::WEBHOOK.as_ref().map(WebhookDescription::of),
    }
}
