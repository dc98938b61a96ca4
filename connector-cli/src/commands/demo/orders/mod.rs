//! Whole payments at every connector that can order them. A story goes without the flows that the
//! processor does not have, and ends before the first one that the connector lacks.

mod data;
mod story;

use connector_client::{HttpClient, execute};
use connector_core::{
    AnyConnector, Authenticate, Authorize, Capture, ConnectorDescription, CreateOrder,
    CredentialFields, Flow, Outcome, PSync, PaymentCreateOrderResponse, PaymentMethodToken,
    PaymentMethodTokenResponse, PostAuthenticate, PreAuthenticate, RSync, Refund, Report,
    RouterData, Void,
};
use connector_sandbox::{Fault, OrderFault, Processor, Sandbox};
use serde_json::{Value, json};

use self::data::{Means, Payment};
use self::story::{AUTHENTICATED, Act, STORIES, Share, Story, Told};
use super::absent::Absent;
use super::case_result::CaseResult;
use super::heard::{self, Heard};
use crate::failure::Failure;
use crate::lookup;
use crate::report_text::in_a_word;

/// Plays all stories of all connectors that the sandbox has a processor for, one after the other: an
/// answer that is to be lost is that of the next order, and the night falls for everybody.
pub(super) async fn play_all(
    sandbox: &Sandbox,
    client: &HttpClient,
) -> Result<(Vec<CaseResult>, Vec<Absent>), Failure> {
    let (mut results, mut absent) = (Vec::new(), Vec::new());
    let mut heard = sandbox.hear_webhooks();
    for connector in connectors::all() {
        let Ok(processor) = connector.name().parse::<Processor>() else { continue };
        let description = connector.describe();
        for (story, number) in STORIES.iter().zip(1..) {
            let is_authenticated = story.title.starts_with(story::OF_3DS);
            let means = Means::of(sandbox, processor, story.paid_with);
            let acts = possible(story, &description);
            let (Some(means), false) = (means, acts.is_empty()) else {
                if !is_authenticated {
                    absent.push(Absent::without(&description, story.title, &story.flows()));
                }
                continue;
            };
            let takes_what_is_brought =
                description.flows.iter().any(|flow| flow.name == PostAuthenticate::NAME);
            let is_brought = story.acts.iter().any(|(act, _)| *act == Act::PostAuthenticate);
            if (story.goes_on && takes_what_is_brought) || (is_brought && !takes_what_is_brought) {
                continue;
            }
            if story.needs_keys && !repeats(processor, &description) {
                absent.push(Absent::without_key(&description, story.title));
                continue;
            }
            let payment = Payment::new(processor.name(), number, means);
            let heard = &mut heard;
            let stage = Stage { sandbox, client, connector: *connector, processor, payment, heard };
            results.push(stage.play(story, acts).await?);
        }
        let is_told = |case: &CaseResult| {
            case.processor == connector.name() && case.title.starts_with(story::OF_3DS)
        };
        if !results.iter().any(is_told) {
            let flows = [PostAuthenticate::NAME, PreAuthenticate::NAME, Authenticate::NAME];
            absent.push(Absent::without(&description, AUTHENTICATED, &flows));
        }
    }
    Ok((results, absent))
}

/// The acts that are possible. To authorize alone is no story, unless all of it is told by that.
fn possible(story: &'static Story, connector: &ConnectorDescription) -> Vec<(Act, Told)> {
    let has = |flow: &str| connector.flows.iter().any(|one| one.name == flow);
    // Without an answer to a question, the story is the same; without an order it would be another one.
    let goes_without =
        |flow: &str| ["PSync", "RSync"].contains(&flow) && connector.why_without(flow).is_some();
    let told =
        |(act, _): &&(Act, Told)| act.flow().is_none_or(|flow| has(flow) || goes_without(flow));
    let acts: Vec<(Act, Told)> = story.acts.iter().take_while(told).copied().collect();
    let is_whole = acts.len() == story.acts.len();
    let possible = |(act, _): &(Act, Told)| act.flow().is_none_or(has);
    let acts: Vec<(Act, Told)> = acts.into_iter().filter(possible).collect();
    let count = acts.iter().filter(|(act, _)| act.flow().is_some()).count();
    let ends_well = acts.last().is_some_and(|(act, _)| act.flow().is_some());
    if count > 1 || (is_whole && ends_well) { acts } else { Vec::new() }
}

/// Whether an order to pay can be repeated under its key.
fn repeats(processor: Processor, connector: &ConnectorDescription) -> bool {
    let mut flows = connector.flows.iter();
    let has_key = flows.any(|flow| flow.name == "Authorize" && flow.idempotency_key.is_some());
    processor.has_idempotency_keys() && has_key
}

/// One payment at one processor.
struct Stage<'a> {
    sandbox: &'a Sandbox,
    client: &'a HttpClient,
    connector: &'static dyn AnyConnector,
    processor: Processor,
    payment: Payment,
    heard: &'a mut Heard,
}

impl Stage<'_> {
    async fn play(
        mut self,
        story: &'static Story,
        acts: Vec<(Act, Told)>,
    ) -> Result<CaseResult, Failure> {
        let (mut said, mut last, mut flow) = (Vec::new(), None, Authorize::NAME);
        let mut unexpected = None;
        for (act, told) in &acts {
            let Some(name) = act.flow() else {
                self.happen(*act);
                continue;
            };
            // A processor need not name a payment that it declines; nothing more can be asked then.
            let begins = matches!(act, Act::Authorize(_) | Act::PreAuthenticate);
            if self.payment.id.is_none() && !begins {
                break;
            }
            let report = self.carry_out(*act).await?;
            let why = report.detail.as_deref().filter(|_| report.outcome == "not_sent");
            let why = why.map(|why| format!(", {why}")).unwrap_or_default();
            said.push(format!("{name}: {}{why}", in_a_word(&report)));
            unexpected = self.surprise(*act, told, &report);
            let not_sent = report.outcome == "not_sent";
            (last, flow) = (Some(report), name);
            for report in self.told().await? {
                said.push(format!("webhook: {}", in_a_word(&report)));
                let status = report.status.unwrap_or(report.outcome);
                if !act.heard().contains(&status) {
                    unexpected = Some(format!("the webhook of {name} tells {status}"));
                }
                // Of a payment itself, its answer knows more: how it was to be captured.
                if !matches!(act, Act::Authorize(_) | Act::PostAuthenticate) {
                    last = Some(report);
                }
            }
            if unexpected.is_some() || not_sent {
                break;
            }
        }
        let id = self.payment.id.unwrap_or_default();
        let processor = self.processor.name();
        Ok(CaseResult::of_orders(processor, flow, id, story.title, said, last, unexpected))
    }

    /// What is told by itself, where it cannot be asked for.
    async fn told(&mut self) -> Result<Vec<Report>, Failure> {
        if self.connector.flow::<PSync>().is_some() {
            return Ok(Vec::new());
        }
        let connection = self.connector.connect(self.credentials()?).map_err(Failure::internal)?;
        heard::told(self.heard, self.processor, self.client, &*connection).await
    }

    fn credentials(&self) -> Result<CredentialFields, Failure> {
        let credentials = self.sandbox.credentials(self.processor).to_string();
        CredentialFields::from_json(credentials.as_bytes()).map_err(Failure::internal)
    }

    /// What the sandbox does, and no flow.
    fn happen(&self, act: Act) {
        match act {
            Act::Night => self.sandbox.settle(),
            Act::LoseTheAnswer => {
                let lost = OrderFault::after(Fault::Reset);
                self.sandbox.fail_next_order(self.processor, lost);
            }
            Act::Customer => {
                let id = self.payment.id.as_deref().unwrap_or_default();
                self.sandbox.authenticate(self.processor, id, true);
            }
            _ => {}
        }
    }

    async fn carry_out(&mut self, act: Act) -> Result<Report, Failure> {
        if let Act::Authorize(method) = act {
            self.payment.capture_method = Some(method);
        }
        let payment = &self.payment;
        let report = match act {
            Act::Authorize(method) => self.authorize(method).await?,
            Act::Capture(share) => self.run::<Capture>(&payment.capture(share)).await?,
            Act::Void => self.run::<Void>(&payment.void()).await?,
            Act::Refund(share) => self.run::<Refund>(&payment.refund(share)).await?,
            Act::PreAuthenticate => self.run::<PreAuthenticate>(&payment.authenticate()).await?,
            Act::Authenticate => self.run::<Authenticate>(&payment.authenticate()).await?,
            Act::PostAuthenticate => {
                let id = payment.id.as_deref().unwrap_or_default();
                let brought_back = self.sandbox.brought_back(self.processor, id);
                self.run::<PostAuthenticate>(&payment.post_authenticate(brought_back)).await?
            }
            Act::RSync => {
                let refunded = payment.amount_of(Share::Part);
                self.run::<RSync>(&payment.rsync(refunded)).await?
            }
            _ => self.run::<PSync>(&payment.psync()).await?,
        };
        // An id is never erased by an answer that has none.
        let text = |id: &Option<Box<str>>| id.as_deref().map(str::to_owned);
        self.payment.id = text(&report.connector_transaction_id).or(self.payment.id.take());
        self.payment.authorization_id =
            text(&report.connector_authorization_id).or(self.payment.authorization_id.take());
        self.payment.capture_id =
            text(&report.connector_capture_id).or(self.payment.capture_id.take());
        self.payment.refund_id =
            text(&report.connector_refund_id).or(self.payment.refund_id.take());
        self.payment.authentication =
            report.authentication_data.clone().or(self.payment.authentication.take());
        self.payment.card_last_four =
            text(&report.card_last_four).or(self.payment.card_last_four.take());
        Ok(report)
    }

    /// A card that is refused before anything is sent is to become a token first, where it can.
    async fn authorize(&self, method: &str) -> Result<Report, Failure> {
        let mut order = self.payment.authorize(method);
        if let Some(found) = &self.payment.authentication {
            let data = RouterData::from_json(order.to_string().as_bytes());
            let mut data: RouterData<Authorize> = data.map_err(Failure::internal)?;
            data.request.authentication_data = Some((**found).clone());
            return Ok(Report::from(&self.execute(&data).await?));
        }
        let mut report = self.run::<Authorize>(&order).await?;
        // Some processors have to be told first what is to be paid.
        if report.outcome == "not_sent" && self.connector.flow::<CreateOrder>().is_some() {
            let announced = self.outcome::<CreateOrder>(&self.payment.announce(&order)).await?;
            let Outcome::Status(PaymentCreateOrderResponse { connector_order_id, .. }) = announced
            else {
                return Ok(Report::from(&announced));
            };
            if let Some(known) = order.pointer_mut("/resource_common_data") {
                known["connector_order_id"] = json!(connector_order_id);
            }
            report = self.run::<Authorize>(&order).await?;
        }
        if report.outcome != "not_sent" || self.connector.flow::<PaymentMethodToken>().is_none() {
            return Ok(report);
        }
        let kept = self.outcome::<PaymentMethodToken>(&self.payment.token(&order)).await?;
        let Outcome::Status(PaymentMethodTokenResponse { token: Some(token), .. }) = kept else {
            return Ok(Report::from(&kept));
        };
        if let Some(method) = order.pointer_mut("/request/payment_method_data") {
            *method = json!({ "stored_token": { "token": token.expose() } });
        }
        self.run::<Authorize>(&order).await
    }

    async fn run<F: Flow>(&self, data: &Value) -> Result<Report, Failure> {
        Ok(Report::from(&self.outcome::<F>(data).await?))
    }

    async fn outcome<F: Flow>(&self, data: &Value) -> Result<Outcome<F>, Failure> {
        let data = RouterData::<F>::from_json(data.to_string().as_bytes());
        self.execute(&data.map_err(Failure::internal)?).await
    }

    async fn execute<F: Flow>(&self, data: &RouterData<F>) -> Result<Outcome<F>, Failure> {
        let flow = self.connector.flow::<F>();
        let flow = flow.ok_or_else(|| lookup::lacks(self.connector, F::NAME))?;
        let flow = flow.connect(self.credentials()?).map_err(Failure::internal)?;
        Ok(execute(self.client, &*flow, data).await)
    }

    /// Why the answer is not the one that had to come.
    fn surprise(&self, act: Act, told: Told, report: &Report) -> Option<String> {
        let said = report.status.unwrap_or(report.outcome);
        let name = act.flow().unwrap_or_default();
        if !told.contains(&said) {
            let detail = report.detail.as_deref().unwrap_or_default();
            let expected = told.join(" or ");
            return Some(format!("{name}: expected {expected}, and not {said} {detail}"));
        }
        let wrong = report.amount_captured.filter(
            |amount| matches!(act, Act::Capture(share) if amount.minor_amount.get() != self.payment.amount_of(share)),
        );
        wrong.map(|amount| format!("{name}: {amount} is not the amount that was to be captured"))
    }
}
