//! An answer of the sandbox to every flow of every connector: the best that it gives to what is asked here, which is
//! a success wherever a payment, a refund or a dispute of the sandbox's makes one.

use bytes::Bytes;
use connector_client::AccessTokens;
use connector_core::AnyConnection;
use connector_sandbox::{Kind, Processor};
use serde_json::{Map, Value, json};
use tower::ServiceExt as _;

use crate::inputs;
use crate::merchant::{AMOUNT, CURRENCY, Merchant};

/// An answer, and to which flow.
#[derive(Debug)]
pub struct FlowAnswer {
    /// Whose it is, and to which flow.
    pub name: (&'static str, &'static str),
    /// What was asked or ordered: the data of the flow, as JSON.
    pub data: String,
    /// Whether it told a status.
    pub is_good: bool,
    /// Its status.
    pub status: u16,
    /// What was answered.
    pub body: Bytes,
}

/// One for each flow.
#[must_use]
pub fn all() -> Vec<FlowAnswer> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("the runtime starts").block_on(async {
        let merchant = Merchant::start().await;
        let mut all: Vec<FlowAnswer> = Vec::new();
        for processor in Processor::ALL.iter().copied() {
            let connection = merchant.connection(processor);
            let connector = connectors::get(processor.name()).expect("there is such a connector");
            let flows = connector.describe().flows;
            let mut learned = Vec::new();
            // What one flow makes another is about: a second round finds it, whichever comes first.
            for flow in flows.iter().chain(&flows) {
                let known = all.iter().position(|one| one.name == (connector.name(), flow.name));
                if known.is_some_and(|known| all[known].is_good) {
                    continue;
                }
                let asked = Asking { merchant: &merchant, processor, connection: &*connection };
                let answer = asked.flow(flow.name, &mut learned).await;
                match known {
                    Some(known) => all.splice(known..=known, answer).for_each(drop),
                    None => all.extend(answer),
                }
            }
        }
        all
    })
}

/// Who is asked.
struct Asking<'a> {
    merchant: &'a Merchant,
    processor: Processor,
    connection: &'a dyn AnyConnection,
}

impl Asking<'_> {
    /// The first answer that tells a status, or else the last. The ids that it tells are learned.
    async fn flow(&self, name: &'static str, learned: &mut Vec<Value>) -> Option<FlowAnswer> {
        let Self { merchant, processor, connection } = self;
        let flow = connection.flow_by_name(name).expect("the flow is there");
        let mut best = None;
        for data in questions(self, name, learned) {
            let moment = AccessTokens::new().moment(&merchant.http, flow.token_source()).await;
            let moment = moment.expect("the sandbox gives tokens");
            let Ok(request) = flow.build_request_at(data.as_bytes(), &moment) else { continue };
            let answer = merchant.http.clone().oneshot(request).await.ok()?;
            let (status, body) = (answer.status().as_u16(), answer.body().clone());
            let report = flow.handle_response(data.as_bytes(), answer).expect("the data are good");
            let is_good = report.outcome == "status";
            let name = (processor.name(), name);
            best = Some(FlowAnswer { name, data: data.clone(), is_good, status, body });
            if is_good {
                let told = json!(report);
                let ids = told.as_object().into_iter().flatten();
                let ids = ids.filter(|(name, id)| name.starts_with("connector_") && id.is_string());
                let mut ids: Map<String, Value> =
                    ids.map(|(name, id)| (name.clone(), id.clone())).collect();
                if let Some(mandate) = ids.get("connector_mandate_id") {
                    let mandate = json!({ "connector_mandate_id": mandate });
                    ids.insert("mandate_reference".to_owned(), mandate);
                }
                if let Some(token) = told["token"].as_str() {
                    let token = json!({ "stored_token": { "token": token } });
                    ids.insert("payment_method_data".to_owned(), token);
                }
                if let Some(customer) = ids.get("connector_customer_id") {
                    let customer =
                        json!({ "connector_customer_id": customer, "email": "a@shop.example" });
                    ids.insert("customer".to_owned(), customer);
                }
                learned.push(ids.into());
                break;
            }
        }
        best
    }
}

/// What the flow takes, about each that the sandbox has of this processor.
fn questions(asking: &Asking<'_>, flow: &str, learned: &[Value]) -> Vec<String> {
    let Asking { merchant, processor, connection } = *asking;
    let mut known = vec![json!({})];
    known.extend(learned.iter().cloned());
    let together = learned.iter().filter_map(Value::as_object).flatten();
    known.push(together.map(|(name, id)| (name.clone(), id.clone())).collect());
    let cases = merchant.sandbox.cases().iter();
    // One that is slow, or breaks off, is no seed.
    let own = cases.filter(|case| {
        case.processor == processor && case.steps.iter().all(|step| step.status().is_some())
    });
    known.extend(own.map(|case| match case.kind {
        Kind::Payment => json!({ "connector_transaction_id": case.id }),
        Kind::Refund => {
            json!({ "connector_refund_id": case.id, "connector_transaction_id": case.payment_id })
        }
    }));
    let disputes = merchant.sandbox.disputes();
    let own = disputes.iter().filter(|dispute| dispute.processor == processor);
    known.extend(own.map(|dispute| {
        json!({ "connector_dispute_id": dispute.id, "connector_transaction_id": dispute.payment_id })
    }));
    let tokens = processor.test_tokens().iter();
    known.extend(
        tokens.map(|token| json!({ "payment_method_data": { "stored_token": { "token": format!("{}1", token.prefix) } } })),
    );
    let bases = inputs::each_way(connection, flow).into_iter().map(|built| built.data);
    let bases: Vec<Value> =
        bases.map(|data| serde_json::from_str(&data).expect("made as JSON")).collect();
    let mut number = 0_usize;
    let with = |known: &Value| {
        let all = bases.iter().map(|base| {
            let mut data = base.clone();
            if !data["request"]["idempotency_key"].is_null() {
                // Each is an order of its own.
                number += 1;
                data["request"]["idempotency_key"] = json!(format!("{flow}-{number:05}"));
            }
            for half in ["request", "resource_common_data"] {
                for (_, value) in data[half].as_object_mut().into_iter().flatten() {
                    if value["currency"].is_string() && !known["connector_transaction_id"].is_null()
                    {
                        *value = json!({ "minor_amount": AMOUNT, "currency": CURRENCY });
                    }
                }
                for (name, value) in known.as_object().into_iter().flatten() {
                    if !data[half][name.as_str()].is_null() {
                        data[half][name.as_str()] = value.clone();
                    }
                }
            }
            data.to_string()
        });
        all.collect::<Vec<String>>()
    };
    // What is about a dispute is asked about disputes, and nothing else is.
    let is_of_a_dispute =
        bases.first().is_some_and(|base| !base["request"]["connector_dispute_id"].is_null());
    let about = |one: &&Value| {
        let names_one = !one["connector_dispute_id"].is_null();
        let names_none = one.as_object().is_some_and(Map::is_empty);
        names_none || names_one == is_of_a_dispute
    };
    let mut all: Vec<String> = known.iter().filter(about).flat_map(with).collect();
    all.dedup();
    all.truncate(60);
    all
}
