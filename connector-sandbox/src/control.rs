//! The control API: what the Rust API does, over HTTP.

use hyper::{Method, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::case::{Case, Kind};
use crate::incoming::Incoming;
use crate::processor::Processor;
use crate::reply::Reply;
use crate::sandbox::Shared;
use crate::script::{Payment, Refund};
use crate::step::Step;

mod disputes;
mod orders;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPayment {
    processor: String,
    amount: i64,
    currency: String,
    #[serde(default)]
    steps: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewRefund {
    processor: String,
    payment_id: String,
    amount: Option<i64>,
    #[serde(default)]
    steps: Vec<String>,
}

/// Says what to do differently.
struct Problem(StatusCode, String);

pub(crate) fn answer(request: &Incoming, shared: &Shared) -> Reply {
    let answer = match (&request.method, request.path.as_str()) {
        (&Method::GET, "health") => Ok((StatusCode::OK, json!({ "status": "ok" }))),
        (&Method::GET, "cases") => {
            let cases: Vec<Value> = shared.cases().iter().map(shown).collect();
            Ok((StatusCode::OK, json!({ "cases": cases })))
        }
        (&Method::GET, "credentials") => {
            let of = |processor: &Processor| {
                (processor.name().to_owned(), shared.credentials(*processor))
            };
            Ok((StatusCode::OK, Processor::ALL.iter().map(of).collect()))
        }
        (&Method::POST, "payments") => add_payment(request, shared).map(|id| created(&id)),
        (&Method::POST, "refunds") => add_refund(request, shared).map(|id| created(&id)),
        (&Method::GET, "payments") => Ok((StatusCode::OK, orders::payments(shared))),
        (&Method::GET, "disputes") => Ok((StatusCode::OK, disputes::all(shared))),
        (&Method::POST, "disputes") => disputes::put(request, shared),
        (&Method::GET, "cards") => Ok((StatusCode::OK, orders::cards())),
        (&Method::POST, "faults") => {
            orders::add_fault(request, shared).map(|done| (StatusCode::CREATED, done))
        }
        (&Method::POST, "settle") => {
            shared.state().settle();
            Ok((StatusCode::OK, json!({ "status": "ok" })))
        }
        _ => Err(Problem(
            StatusCode::NOT_FOUND,
            "the control API has GET health, cases, credentials, cards, disputes and payments, POST payments, \
             refunds, disputes, faults and settle"
                .to_owned(),
        )),
    };
    match answer {
        Ok((code, value)) => Reply::json(code, &value),
        Err(Problem(code, text)) => Reply::json(code, &json!({ "error": text })),
    }
}

fn created(id: &str) -> (StatusCode, Value) {
    (StatusCode::CREATED, json!({ "id": id }))
}

fn add_payment(request: &Incoming, shared: &Shared) -> Result<String, Problem> {
    let example = r#"{"processor":"stripe","amount":1099,"currency":"USD","steps":["processing","!reset","succeeded"]}"#;
    let new: NewPayment = read(request, example)?;
    let processor = processor(&new.processor)?;
    let payment = Payment {
        steps: steps(processor, Kind::Payment, &new.steps)?,
        ..Payment::new(amount(new.amount)?, currency(&new.currency)?)
    };
    Ok(shared.state().add_payment(processor, payment))
}

fn add_refund(request: &Incoming, shared: &Shared) -> Result<String, Problem> {
    let example =
        r#"{"processor":"stripe","payment_id":"pi_succeeded","steps":["pending","succeeded"]}"#;
    let new: NewRefund = read(request, example)?;
    let processor = processor(&new.processor)?;
    let refund = Refund {
        amount_minor: new.amount.map(amount).transpose()?,
        steps: steps(processor, Kind::Refund, &new.steps)?,
    };
    let added = shared.state().add_refund(processor, &new.payment_id, refund);
    added.map_err(|error| wrong(format!("{error}; add the payment first, with POST payments")))
}

fn wrong(text: String) -> Problem {
    Problem(StatusCode::BAD_REQUEST, text)
}

fn read<T: DeserializeOwned>(request: &Incoming, example: &str) -> Result<T, Problem> {
    serde_json::from_slice(&request.body)
        .map_err(|error| wrong(format!("{error}; send a JSON object such as {example}")))
}

fn processor(name: &str) -> Result<Processor, Problem> {
    name.parse().map_err(|error| wrong(format!("{error}")))
}

fn amount(minor: i64) -> Result<i64, Problem> {
    match minor {
        0.. => Ok(minor),
        _ => Err(wrong("`amount` is in minor units and not negative".to_owned())),
    }
}

fn currency(code: &str) -> Result<&str, Problem> {
    if code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        Ok(code)
    } else {
        Err(wrong(format!("`{code}` is no currency: write three letters, such as USD")))
    }
}

/// A status that the processor does not have is a slip far more often than it is meant.
fn steps(processor: Processor, kind: Kind, texts: &[String]) -> Result<Vec<Step>, Problem> {
    let known = || processor.wire().statuses(kind).iter().filter_map(|text| text.split(':').next());
    let step = |text: &String| {
        let step: Step = text.parse().map_err(|error| wrong(format!("{error}")))?;
        match step.status() {
            Some(status) if !known().any(|known| known == status) => Err(wrong(format!(
                "a {kind} of {processor} has no status `{status}`: write one of {}, or \
                 `!unheard_of_status` for one that is in no description",
                known().collect::<Vec<_>>().join(", ")
            ))),
            _ => Ok(step),
        }
    };
    texts.iter().map(step).collect()
}

fn shown(case: &Case) -> Value {
    json!({
        "processor": case.processor.name(),
        "kind": case.kind.to_string(),
        "id": case.id,
        "payment_id": case.payment_id,
        "title": case.title,
        "steps": case.steps.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}
