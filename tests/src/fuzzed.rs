//! Everything here that reads bytes of strangers, as functions of bytes. The targets of libFuzzer call these, and
//! so does the bounded run of the tests.

use bytes::Bytes;
use connector_core::CredentialFields;

use crate::asked::{Asked, CONTENT_TYPES, STATUSES, chosen, chosen_of_many};
use crate::delivery::{Delivery, SENDERS};

/// A function of bytes that panics where something is wrong.
pub type Target = fn(&[u8]);

/// All of them, by name.
pub const TARGETS: &[(&str, Target)] = &[
    ("credentials", credentials),
    ("responses", responses),
    ("router_data", router_data),
    ("template", template),
    ("webhooks", webhooks),
];

/// The parser of the derives, which nobody outside of them can call.
#[path = "../../connector-macros/src/template.rs"]
#[allow(dead_code, reason = "the derives read more of a template than is asked here")]
mod url_template;

thread_local! {
    static ASKED: Vec<Asked> = Asked::all();
}

/// Has the data of every flow ready: what takes long is done before the first bytes come, of which each has its
/// time.
pub fn prepare() {
    ASKED.with(|asked| assert!(!asked.is_empty()));
}

/// Every reader of answers: the first two bytes choose connector and flow, the third the status, the fourth
/// the content type, and the rest is the body.
pub fn responses(bytes: &[u8]) {
    ASKED.with(|asked| {
        let Some((which, bytes)) = chosen_of_many(bytes, asked.len()) else { return };
        let Some((status, bytes)) = chosen(bytes, STATUSES.len()) else { return };
        let Some((form, body)) = chosen(bytes, CONTENT_TYPES.len()) else { return };
        let (asked, status) = (&asked[which], STATUSES[status]);
        let response = || {
            let response = http::Response::builder().status(status);
            let response = response.header("content-type", CONTENT_TYPES[form]);
            response.body(Bytes::copy_from_slice(body)).expect("a response")
        };
        let read = || asked.flow().handle_response(asked.data.as_bytes(), response());
        let report = read().expect("the data are of the flow");
        // No status from an error, and the same from the same bytes.
        assert!(
            (200..300).contains(&status) || report.status.is_none(),
            "{:?} {report:?}",
            asked.name
        );
        assert_eq!(report.outcome == "status", report.status.is_some());
        assert_eq!(report, read().expect("the data are of the flow"));
    });
}

/// Every reader of a flow's data, and what builds a request of them: the first two bytes choose connector
/// and flow, and the rest is the JSON.
pub fn router_data(bytes: &[u8]) {
    ASKED.with(|all| {
        let Some((which, json)) = chosen_of_many(bytes, all.len()) else { return };
        let asked = &all[which];
        if let Ok(request) = asked.build(json) {
            // Whatever the data say, the request goes where the connector wants it.
            assert_eq!(request.uri().scheme_str(), Some("https"));
            let segments = |request: &http::Request<Bytes>| request.uri().path().split('/').count();
            if asked.name.1 == "PSync" {
                let same = all.iter().filter(|one| one.name == asked.name);
                let mut good = same.map(|one| one.build(one.data.as_bytes()).expect("good data"));
                assert!(
                    good.any(|good| segments(&request) == segments(&good)),
                    "{}",
                    request.uri()
                );
            }
            assert!(!request.uri().path().split('/').any(|segment| segment == ".."));
        }
    });
}

/// Credentials as they come from a file, for every connector.
pub fn credentials(bytes: &[u8]) {
    let Ok(fields) = CredentialFields::from_json(bytes) else { return };
    for connector in connectors::all() {
        if let Ok(connection) = connector.connect(fields.clone()) {
            let url = connection.base_url().to_string();
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
        }
    }
}

/// Every reader of webhooks: the first byte chooses the connector, the second whether its processor signs
/// the rest, or whether it comes as it is, with what stands before the first line feed in all headers that
/// the processor signs in.
pub fn webhooks(bytes: &[u8]) {
    let Some((which, bytes)) = chosen(bytes, SENDERS.len()) else { return };
    let Some((is_forged, bytes)) = chosen(bytes, 2) else { return };
    let sender = &SENDERS[which];
    let delivery = if is_forged == 1 {
        let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
        let (value, body) = bytes.split_at(end);
        let Ok(value) = std::str::from_utf8(value) else { return };
        if http::HeaderValue::from_str(value).is_err() {
            return;
        }
        let good = sender.deliver(sender.body);
        let headers = good.headers.iter().map(|(name, _)| (*name, value.to_owned())).collect();
        let forged = Delivery { headers, body: body.to_vec(), ..good };
        // What was signed once is not signed with this.
        match sender.other_secret {
            "" => forged,
            other => forged.with_secrets(&[("webhook_secret", other)]),
        }
    } else {
        sender.deliver(bytes)
    };
    let received = delivery.receive();
    let is_proven = sender.proves();
    assert!(!(is_forged == 1 && is_proven && received.is_ok()), "{} is believed", sender.connector);
    let Ok(webhook) = received else {
        // What a processor signs is taken, save where it signs events, or is asked about one, and there is none.
        let signed = is_forged == 0 && !bytes.trim_ascii().is_empty() && !sender.needs_events();
        assert!(!signed, "{} is not believed", sender.connector);
        return;
    };
    assert!(!webhook.events.is_empty());
    let reports = delivery.reports();
    for report in &reports {
        let report = &report.report;
        assert_eq!(report.outcome == "status", report.status.is_some());
        assert!(is_proven || report.status.is_none(), "{}: {report:?}", sender.connector);
    }
    assert_eq!(reports, delivery.reports());
}

/// The parser of URL templates, which reads what authors write: of what it finds no fault with, a URL can be made.
pub fn template(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let (template, problems) = url_template::Template::parse(text);
    assert!(problems.iter().all(|problem| !problem.is_empty()), "{text:?}: {problems:?}");
    if problems.is_empty() {
        assert!(text.starts_with('/') && !text.starts_with("//"), "{text:?}");
        assert!(template.names().all(|name| !name.is_empty()), "{text:?}");
        let filled = template.path.iter().map(|piece| match piece {
            url_template::Piece::Literal(text) => text.as_str(),
            url_template::Piece::Value(_) => "value",
        });
        let path: String = filled.collect();
        let url = format!("https://api.example.com{path}?{}", template.query);
        let uri: http::Uri = url.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert_eq!((uri.path(), uri.host()), (path.as_str(), Some("api.example.com")), "{text:?}");
    }
}
