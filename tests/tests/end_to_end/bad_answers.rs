//! Answers that are no answers: each is read as one, at once, and none becomes a status.

use bytes::Bytes;
use connector_core::{FaultKind, Report};
use connector_tests::everyone::assert_everyone;
use connector_tests::good_answer::GoodAnswer;
use http::StatusCode;
use serde_json::Value;

#[track_caller]
fn assert_unreadable(good: &GoodAnswer, report: &Report) {
    assert_eq!(report.status, None, "{}: {report:#?}", good.name());
    let outcome = if good.is_order() { "sent_unknown" } else { "no_information" };
    assert_eq!(report.outcome, outcome, "{}: {report:#?}", good.name());
    assert_eq!(report.fault, Some(FaultKind::Unreadable), "{}: {report:#?}", good.name());
}

/// Else the other tests here would prove nothing.
#[test]
fn the_answers_that_are_spoilt_here_are_good_and_every_processors() {
    for good in GoodAnswer::all() {
        let report = good.read(good.body.clone());
        assert_eq!(report.outcome, "status", "{}: {report:#?}", good.name());
        let is_done = good.is_order() || report.is_final == Some(true);
        assert!(is_done, "{}: {report:#?}", good.name());
    }
    assert_everyone(GoodAnswer::all().iter().map(|good| good.processor.name()));
    let orders = GoodAnswer::all().iter().filter(|good| good.is_order());
    assert_everyone(orders.map(|good| good.processor.name()));
}

#[test]
fn documents_of_another_kind() {
    let documents: &[&str] =
        &["", " \n", "null", "{}", "true", "0", "\"succeeded\"", "[null]", "[[]]"];
    for good in GoodAnswer::all() {
        for document in documents {
            assert_unreadable(good, &good.read(*document));
        }
        // The list of a payment's actions may be empty; the refund is not in it.
        let report = good.read("[]");
        if matches!(good.json(), Value::Array(_)) {
            assert_eq!(report.outcome, "not_found", "{report:#?}");
        } else {
            assert_unreadable(good, &report);
        }
    }
}

/// serde reads a list as a struct's fields in their order; a processor that answers with one means
/// something else.
#[test]
fn the_same_values_in_a_list() {
    for good in GoodAnswer::all() {
        if let Value::Object(fields) = good.json() {
            let values: Vec<Value> = fields.into_iter().map(|(_, value)| value).collect();
            assert_unreadable(good, &good.read(Value::from(values).to_string()));
        }
    }
    for good in GoodAnswer::all() {
        let list = r#"[["invalid_request_error", "resource_missing", "m", null]]"#;
        let report = good.read_with(StatusCode::NOT_FOUND, "application/json", list);
        assert_eq!(report.outcome, "no_information", "{}: {report:#?}", good.name());
    }
}

#[test]
fn web_pages_with_whatever_status() {
    let page = "<!DOCTYPE html>\n<title>Welcome</title>\n<h1>Welcome</h1>\n";
    for good in GoodAnswer::all() {
        for content_type in ["text/html", "application/json"] {
            assert_unreadable(good, &good.read_with(StatusCode::OK, content_type, page));
            let report = good.read_with(StatusCode::BAD_GATEWAY, content_type, page);
            assert_eq!(report.fault, Some(FaultKind::Unavailable), "{report:#?}");
            assert_eq!(report.status, None);
        }
    }
}

/// PAIN 10: an error is no answer to a question, even where its body would be a good one.
#[test]
fn no_http_error_is_a_status_whatever_comes_with_it() {
    for good in GoodAnswer::all() {
        let none: [&[u8]; 3] =
            [b"", b"{}", b"{\"status\": \"failed\", \"code\": \"card_declined\"}"];
        for body in none.into_iter().chain([&*good.body]) {
            for status in 400..=599 {
                let status = StatusCode::from_u16(status).unwrap();
                let report = good.read_with(status, "application/json", body.to_vec());
                let what = format!("{} {status}: {report:#?}", good.name());
                assert_eq!(report.status, None, "{what}");
                let is_told = matches!(report.outcome, "no_information" | "not_found");
                let of_an_order = matches!(report.outcome, "sent_unknown" | "declined");
                assert!(is_told || good.is_order() && of_an_order, "{what}");
            }
        }
    }
}

#[test]
fn every_beginning_of_a_good_answer() {
    for good in GoodAnswer::all() {
        for end in 0..good.body.len() {
            assert_unreadable(good, &good.read(good.body.slice(..end)));
        }
    }
}

/// Also where the byte stands in a field that nobody reads: RFC 8259 knows no other encoding, so
/// something on the way has touched the answer.
#[test]
fn a_byte_that_no_text_has_at_every_place() {
    for good in GoodAnswer::all() {
        for place in 0..=good.body.len() {
            let body = [&good.body[..place], b"\xFF", &good.body[place..]].concat();
            assert_unreadable(good, &good.read(body));
        }
    }
}

#[test]
fn more_than_one_document() {
    for good in GoodAnswer::all() {
        for behind in ["{}", "]", "x", ",", "\0"] {
            let body = [&good.body, behind.as_bytes()].concat();
            assert_unreadable(good, &good.read(body));
        }
    }
}

/// Blanks behind a document are valid JSON; only the limit saves the reader.
#[test]
fn a_hundred_megabytes() {
    let mut huge = vec![b' '; 100_000_000];
    let zeros = Bytes::from(vec![b'0'; 100_000_000]);
    for good in GoodAnswer::all() {
        huge[..good.body.len()].copy_from_slice(&good.body);
        let body = Bytes::from(std::mem::take(&mut huge));
        let report = good.read(body.clone());
        assert_unreadable(good, &report);
        assert!(report.detail.is_some_and(|detail| detail.contains("100000000 bytes")));
        assert_unreadable(good, &good.read(zeros.clone()));
        huge = body.into();
        huge[..good.body.len()].fill(b' ');
    }
}

#[test]
fn nesting_that_would_exhaust_a_stack() {
    for good in GoodAnswer::all() {
        for opening in ["[", "{\"a\":", "[{\"id\":"] {
            assert_unreadable(good, &good.read(opening.repeat(100_000)));
            for status in [StatusCode::BAD_REQUEST, StatusCode::INTERNAL_SERVER_ERROR] {
                let nested = opening.repeat(100_000);
                let report = good.read_with(status, "application/json", nested);
                // Of an order that is turned away with a bad request, nothing was carried out.
                let is_unknown = good.is_order() && status.is_server_error();
                let outcome = if is_unknown { "sent_unknown" } else { "no_information" };
                assert_eq!((report.outcome, report.status), (outcome, None), "{}", good.name());
            }
        }
    }
}
