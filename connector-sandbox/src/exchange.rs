//! From a request to the way in which it is answered.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming as Body;
use hyper::{Request, StatusCode};
use serde_json::json;

use crate::control;
use crate::incoming::Incoming;
use crate::page;
use crate::processor::Processor;
use crate::recorded::Recorded;
use crate::reply::Reply;
use crate::sandbox::Shared;
use crate::trouble::{self, Delivery};
use crate::wire::{Ask, Call};

/// The longest body that is read.
const BODY_LIMIT: usize = 1024 * 1024;

/// A client that does not finish its body within this time is not served.
const BODY_TIME: Duration = Duration::from_secs(10);

/// The first segment of the control API's paths.
const CONTROL: &str = "_sandbox";

pub(crate) async fn answer(request: Request<Body>, shared: &Shared) -> Delivery {
    let (head, body) = request.into_parts();
    let body = match read(body).await {
        Ok(body) => body,
        Err(reply) => return Delivery::Reply(reply),
    };
    let whole_path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    let path = head.uri.path().trim_start_matches('/');
    let (prefix, rest) = path.split_once('/').unwrap_or((path, ""));
    let request = Incoming {
        path: rest.to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        method: head.method,
        headers: head.headers,
        body,
    };
    match prefix {
        CONTROL => return Delivery::Reply(control::answer(&request, shared)),
        page::CUSTOMER => return Delivery::Reply(page::answer(&request, shared)),
        _ => {}
    }
    let Ok(processor) = prefix.parse::<Processor>() else {
        return Delivery::Reply(nobody());
    };
    let record =
        Recorded::new(request.method.as_str(), whole_path, &request.headers, request.body.len());
    shared.state().record(record);
    processed(processor, &request, shared)
}

/// Credentials first, then the identifier, then the step: as the processors do.
fn processed(processor: Processor, request: &Incoming, shared: &Shared) -> Delivery {
    let wire = processor.wire();
    match wire.call(request) {
        Ok(Call::Ask(ask)) => asked(processor, request, &ask, shared),
        Ok(Call::Search(reference)) => {
            let found = shared.state().called(processor, &reference);
            Delivery::Reply(wire.found(request, &found))
        }
        Ok(Call::Order(order)) => {
            let carried = shared.state().carry_out(processor, request, &order);
            trouble::deliver(wire, carried.fault, shared.slow(), || carried.reply)
        }
        Ok(Call::Dispute(act, id)) => {
            let reply = shared.state().answer_dispute(request, (processor, act, &id));
            Delivery::Reply(reply.unwrap_or_else(nobody))
        }
        Err(reply) => Delivery::Reply(reply),
    }
}

fn asked(processor: Processor, request: &Incoming, ask: &Ask, shared: &Shared) -> Delivery {
    let wire = processor.wire();
    let seen = shared.state().read(processor, ask);
    let Some(mut seen) = seen else {
        return Delivery::Reply(wire.unknown(request, ask));
    };
    if let Some(fault) = seen.fault {
        seen.twist(fault, wire);
    }
    trouble::deliver(wire, seen.fault, shared.slow(), || wire.answer(request, ask, &seen))
}

async fn read(body: Body) -> Result<Bytes, Reply> {
    let refuse = |code, problem| Err(Reply::json(code, &json!({ "error": problem })));
    match tokio::time::timeout(BODY_TIME, Limited::new(body, BODY_LIMIT).collect()).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            refuse(StatusCode::PAYLOAD_TOO_LARGE, "the body is longer than 1 MiB")
        }
        Ok(Err(_)) => refuse(StatusCode::BAD_REQUEST, "the body could not be read to its end"),
        Err(_) => refuse(StatusCode::REQUEST_TIMEOUT, "the body did not arrive within 10 seconds"),
    }
}

fn nobody() -> Reply {
    let prefixes = Processor::ALL.iter().map(|processor| format!("/{processor}/"));
    let prefixes: Vec<String> = prefixes.chain([format!("/{CONTROL}/")]).collect();
    let problem = format!("nothing is here; the sandbox answers below {}", prefixes.join(", "));
    Reply::json(StatusCode::NOT_FOUND, &json!({ "error": problem }))
}
