//! Good answers with one field that is wrong. Either nobody reads that field, and the report is the
//! same to the letter, or there is no status: a wrong field never makes another one.

use connector_core::{Money, Report};
use connector_tests::everyone::assert_everyone;
use connector_tests::good_answer::GoodAnswer;
use serde_json::Value;
use serde_json::value::RawValue;

/// Where each value of a document stands, as pointers.
fn places(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), document)];
    while let Some((place, value)) = open.pop() {
        match value {
            Value::Object(fields) => {
                let inside = fields.iter().map(|(name, value)| (format!("{place}/{name}"), value));
                open.extend(inside);
            }
            Value::Array(items) => {
                let inside = items.iter().enumerate();
                open.extend(inside.map(|(index, value)| (format!("{place}/{index}"), value)));
            }
            _ => {}
        }
        found.push(place);
    }
    found
}

/// The document with this text at that place, which need not be a value that serde could hold.
fn replaced(document: &Value, place: &str, text: &str) -> String {
    const MARK: &str = "\u{1}the text\u{1}";
    let mut document = document.clone();
    *document.pointer_mut(place).unwrap() = Value::from(MARK);
    document.to_string().replacen(&Value::from(MARK).to_string(), text, 1)
}

/// The document with the field at that place twice, first with this text.
fn twice(document: &Value, place: &str, text: &str) -> Option<String> {
    let (parent, name) = place.rsplit_once('/')?;
    document.pointer(parent).filter(|parent| parent.is_object())?;
    let value = document.pointer(place).unwrap();
    Some(replaced(document, place, &format!("{text},{}:{value}", Value::from(name))))
}

/// Fails where the report is another status than the good answer's; tells whether the field counts.
#[track_caller]
fn counts(good: &GoodAnswer, body: &str, place: &str) -> bool {
    let untouched = good.read(good.body.clone());
    let report: Report = good.read(body.to_owned());
    let counts = report != untouched;
    let what = || format!("{} {place}:\n{body}\n{report:#?}", good.name());
    assert!(!counts || report.status.is_none(), "{}", what());
    counts
}

/// Whether this is the amount, in whatever unit the processor writes amounts.
fn is_written(amount: Money, value: &Value) -> bool {
    let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let minor = amount.minor_amount.get().to_string();
    let (whole, cents) = minor.split_at(minor.len().saturating_sub(2));
    [format!("{whole}.{cents}"), minor].contains(&written)
}

#[test]
fn numbers_that_are_no_amounts() {
    let numbers = [
        "-1",
        "-0.01",
        "1e400",
        "-1e400",
        "1e-7",
        "99999999999999999999",
        "9223372036854775808",
        "0.123456789",
        "12.345",
        "1e2",
        "-9223372036854775808",
        "18446744073709551616",
    ];
    let mut tried = Vec::new();
    for good in GoodAnswer::all() {
        let document = good.json();
        let told = good.read(good.body.clone());
        // Not every order is answered with its amount.
        let Some(amount) = told.amount.or(told.amount_captured) else { continue };
        let mut read = 0_usize;
        for place in places(&document) {
            let value = document.pointer(&place).unwrap();
            if !is_written(amount, value) {
                continue;
            }
            for number in numbers {
                let _: &RawValue = serde_json::from_str(number).unwrap();
                let quoted = if value.is_string() { "\"" } else { "" };
                let body = replaced(&document, &place, &format!("{quoted}{number}{quoted}"));
                read = read.saturating_add(usize::from(counts(good, &body, &place)));
            }
        }
        assert!(read >= numbers.len(), "{}: no amount was read", good.name());
        tried.push(good.processor.name());
    }
    assert_everyone(tried);
}

/// Readers differ about which of two fields counts, so a processor that means one of them may be
/// understood as meaning the other.
#[test]
fn fields_that_are_there_twice() {
    for good in GoodAnswer::all() {
        let document = good.json();
        let mut read = 0_usize;
        for place in places(&document) {
            for text in
                ["null", "\"failed\"", "\"canceled\"", "\"Declined\"", "\"voided\"", "false"]
            {
                if let Some(body) = twice(&document, &place, text) {
                    read = read.saturating_add(usize::from(counts(good, &body, &place)));
                }
            }
        }
        assert!(read > 0, "{}: no field was read", good.name());
    }
}

/// A status is a text. Any other value there is an answer of another shape, and not a status that is
/// merely unheard of.
#[test]
fn statuses_that_are_no_texts() {
    let mut tried = Vec::new();
    for good in GoodAnswer::all() {
        let document = good.json();
        let word = good.read(good.body.clone()).connector_status;
        let mut read = 0_usize;
        for place in places(&document) {
            let value = document.pointer(&place).unwrap();
            if value.as_str().is_none_or(|text| word.as_deref() != Some(text)) {
                continue;
            }
            for text in ["null", "1", "true", "{}", "[]", "[\"succeeded\"]"] {
                let body = replaced(&document, &place, text);
                read = read.saturating_add(usize::from(counts(good, &body, &place)));
            }
        }
        if read > 0 {
            tried.push(good.processor.name());
        }
    }
    assert_everyone(tried);
}
