//! What a processor sends, as data. The derive of `Webhook` makes constants of these.

use super::answers::EventFlow;
use super::event::EventTold;
use super::ids::WebhookIds;
use super::scheme::WebhookScheme;
use crate::connector::{Connector, Integration};
use crate::dispatch::VerifyWebhookSource;
use crate::dispatch::first::first_of_response;
use crate::money::counted::is_not_stated;
use crate::response::unit::is_not_counted;
use crate::response::{Fault, FaultKind, FlowResponse, Outcome, ResponseBody, StatusBy, Unit};
use crate::router_data::RouterData;
use crate::secret::Secret;
use crate::status::StatusMapping;
use crate::status::compared::{has, same};
use crate::status::text::Text;

/// A connector whose processor sends webhooks; derived on the table of its events with
/// [`Webhook`](macro@crate::Webhook).
#[diagnostic::on_unimplemented(
    message = "the connector `{Self}` receives no webhooks",
    label = "no events of `{Self}` are declared",
    note = "a connector gains webhooks by an enum of its events with `#[derive(Webhook)]` and `#[webhook(connector = {Self}, scheme = …)]`"
)]
pub trait ReceivesWebhooks: Connector {
    /// How they are verified and read.
    const DECLARATION: WebhookDeclaration;
}

/// What a processor sends, and how it proves that it was it.
#[derive(Debug, Clone, Copy)]
pub struct WebhookDeclaration {
    /// How it proves that it was it.
    pub scheme: WebhookScheme,
    /// How the body is written.
    pub form: WebhookForm,
    /// Where the list of events stands, `items[].event`; `None` where the body is one event.
    pub batch: Option<&'static str>,
    /// Where an event carries what is to be read, as XML in Base64; `None` where it is the event itself.
    pub payload: Option<&'static str>,
    /// Where an event says what happened, with `:` between the parts; empty where all are of one kind.
    pub kind: &'static [&'static str],
    /// Where an event says its own id.
    pub id: Option<&'static str>,
    /// The header in which it says that, where the event does not.
    pub id_header: Option<&'static str>,
    /// What is read of which kind, the first that fits.
    pub events: &'static [EventDeclaration],
    /// Why none is read, where that is so.
    pub no_events: Option<&'static str>,
    /// The body that the processor wants to be answered with.
    pub acknowledgement: &'static str,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebhookForm {
    /// As JSON.
    Json,
    /// As a form.
    Form,
}

/// Which events are meant, and what stands where in them.
#[derive(Debug, Clone, Copy)]
pub struct EventPlace {
    /// What happened, as the processor calls it; `payment.*` for all that begin so.
    pub on: &'static [&'static str],
    /// Where what is read stands; all of the event at the empty path.
    pub at: &'static str,
    /// The field as which the event's name is read, too, as if it stood there.
    pub with: Option<&'static str>,
    /// Where which id stands, in what is read.
    pub ids: &'static [(&'static str, &'static str)],
}

/// What is read of events of some kinds.
#[derive(Debug, Clone, Copy)]
pub struct EventDeclaration {
    /// Which, and what stands where in them.
    pub place: EventPlace,
    /// The flow that would have been answered so.
    pub flow: &'static str,
    /// Whether it is to be asked, because the event tells nothing more than the id.
    pub asks: bool,
    /// What the processor's words for the status mean.
    pub statuses: &'static [StatusMapping],
    /// The function that makes the status of them.
    pub status_by: Option<StatusBy>,
    pub(super) told: fn(&str, &[Secret], &WebhookIds) -> EventTold,
}

/// That the processor of `C` is asked, with what stands in these headers.
#[must_use]
pub const fn asked<C: Integration<VerifyWebhookSource>>(
    headers: &'static [&'static str],
) -> WebhookScheme {
    WebhookScheme::Asked(headers)
}

/// Events that are read as the response `R` of the flow `F`, from the processor of `C`.
#[must_use]
#[track_caller]
pub const fn event<C: Connector, F: EventFlow, R: FlowResponse<F>>(
    place: EventPlace,
) -> EventDeclaration {
    names::<F>(place.ids);
    R::INTEGRITY.is_whole::<F>();
    if let Some(Unit { is_stated: false, .. }) = R::UNIT {
        is_not_stated::<C>();
    }
    if let Some(unit) = &R::UNIT
        && !unit.is_counted(C::DECIMALS)
        && first_of_response::<C>(unit).is_none()
    {
        is_not_counted(unit);
    }
    assert!(
        !R::INTEGRITY.as_asked,
        "nobody asked for an event, and its amount would have no currency: `currency = asked` is for answers; mark the \
         field that is the `currency`"
    );
    // One that would stand where no status is read is a mistake by itself.
    if let Some(key) = place.with
        && is_read(R::INTEGRITY.status_at, key)
    {
        have_a_meaning(R::STATUSES, place.on);
    }
    if let Some(status) = R::BY_ITSELF {
        is_told_by_its_name(status, place.on, R::STATUSES);
    }
    EventDeclaration {
        place,
        flow: F::NAME,
        asks: false,
        statuses: R::STATUSES,
        status_by: R::STATUS_BY,
        told: |part, secrets, ids| {
            about::<F>(ids, |data| {
                let outcome = match R::read(ResponseBody::new(part.as_bytes())) {
                    Ok(response) => response.into_outcome(&data).settled(&data),
                    Err(error) => {
                        let detail = format!("the event {error}");
                        Outcome::of_fault(Fault::new(FaultKind::Unreadable, detail))
                    }
                };
                F::told(outcome.masked(secrets))
            })
        },
    }
}

/// Stops the compiler where an event's name is put at a key at which the response reads no status.
#[track_caller]
pub const fn is_read_at(mut keys: &[&str], key: &str) {
    if is_read(keys, key) {
        return;
    }
    let mut text = Text::EMPTY;
    text.push("the event's name would stand at `");
    text.push(key);
    text.push("`, and the response reads its status at `");
    while let [key, rest @ ..] = keys {
        text.push(key);
        text.push(if rest.is_empty() { "`" } else { "` or `" });
        keys = rest;
    }
    let problem = text.as_str();
    assert!(problem.is_empty(), "{}", problem);
}

/// Whether the response reads its status at this key, or at one that is not known.
const fn is_read(keys: &[&str], key: &str) -> bool {
    keys.is_empty() || has(keys, key)
}

/// Events that only say what to ask with the flow `F`.
#[must_use]
#[track_caller]
pub const fn event_to_ask<F: EventFlow>(place: EventPlace) -> EventDeclaration {
    names::<F>(place.ids);
    EventDeclaration {
        place,
        flow: F::NAME,
        asks: true,
        statuses: &[],
        status_by: None,
        told: |_, _, ids| about::<F>(ids, F::ask),
    }
}

fn about<F: EventFlow>(
    ids: &WebhookIds,
    told: impl FnOnce(RouterData<F>) -> EventTold,
) -> EventTold {
    F::question(ids).map_or_else(
        || {
            let detail = format!("the event has no `{}`", F::ID.unwrap_or_default());
            EventTold::NoInformation(Fault::new(FaultKind::Unreadable, detail))
        },
        told,
    )
}

/// Stops the compiler where nothing says which payment, refund, dispute or payout is meant.
#[track_caller]
#[expect(clippy::panic, reason = "it is only called in a constant, where it is rustc's error")]
const fn names<F: EventFlow>(mut ids: &[(&str, &str)]) {
    while let [(name, _), rest @ ..] = ids {
        if let Some(id) = F::ID
            && same(name, id)
        {
            return;
        }
        ids = rest;
    }
    panic!("{}", F::LACKS);
}

/// Stops the compiler where an event is a success whatever stands in it, and its name does not say so: a name that
/// stands for several is that of what failed, too, and of one name with several shapes something else decides.
#[track_caller]
const fn is_told_by_its_name(status: &str, names: &[&str], table: &[StatusMapping]) {
    let is_one = matches!(names, [name] if !matches!(name.as_bytes(), [.., b'*']));
    if is_one && table.len() == 1 {
        return;
    }
    let mut text = Text::EMPTY;
    text.push("each of these events means `");
    text.push_variant(status);
    text.push(
        "`, whatever it is called and whatever stands in it, and what failed would be told so, too: mark the field \
         that is the status, give the one event that says so a variant of its own (`on(\"…\")`), or say where the \
         answer is declared why none of them means a failure: `no_failure = \"…\"`",
    );
    let problem = text.as_str();
    assert!(problem.is_empty(), "{}", problem);
}

/// Stops the compiler at a name that is no word of the table; one without words is that of an enum with a mistake.
#[track_caller]
const fn have_a_meaning(words: &[StatusMapping], mut names: &[&str]) {
    while let [name, rest @ ..] = names {
        if !words.is_empty() && !is_a_word(words, name) {
            let mut text = Text::EMPTY;
            text.push("an event's name is its status, and the words of the status have no `");
            text.push(name);
            text.push("`: add it to them, or take it out of `on`");
            assert!(text.as_str().is_empty(), "{}", text.as_str());
        }
        names = rest;
    }
}

const fn is_a_word(mut words: &[StatusMapping], name: &str) -> bool {
    while let [line, others @ ..] = words {
        if same(line.connector_status, name) {
            return true;
        }
        words = others;
    }
    false
}
