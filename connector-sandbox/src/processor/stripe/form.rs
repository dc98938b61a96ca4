//! Stripe's forms: nested keys, and no key that is not known.

use hyper::StatusCode;
use serde_json::json;

use super::{body, refusal};
use crate::incoming::Incoming;
use crate::reply::Reply;

/// A form whose keys are all known.
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    /// Reads a form that has no other parameters than these, at its first level.
    pub(super) fn read(request: &Incoming, known: &[&str]) -> Result<Self, Reply> {
        let pairs = request.form();
        let first = |name: &str| name.split('[').next().unwrap_or_default().to_owned();
        match pairs.iter().find(|(name, _)| !known.contains(&first(name).as_str())) {
            Some((name, _)) => {
                let message = format!("Received unknown parameter: {}", first(name));
                Err(wrong("parameter_unknown", name, &message))
            }
            None => Ok(Self(pairs)),
        }
    }

    /// A value. An empty one unsets a parameter, which here is the same as not to send it.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    pub(super) fn needed(&self, name: &str) -> Result<&str, Reply> {
        self.get(name).ok_or_else(|| {
            wrong("parameter_missing", name, &format!("Missing required param: {name}."))
        })
    }

    /// An amount in minor units, which is at least 1.
    pub(super) fn amount(&self, name: &str) -> Result<Option<i64>, Reply> {
        let Some(text) = self.get(name) else { return Ok(None) };
        match text.parse() {
            Ok(1..) => Ok(text.parse().ok()),
            Ok(_) => {
                let message = "This value must be greater than or equal to 1.";
                Err(wrong("parameter_invalid_integer", name, message))
            }
            Err(_) => {
                let message = format!("Invalid integer: {text}");
                Err(wrong("parameter_invalid_integer", name, &message))
            }
        }
    }

    pub(super) fn flag(&self, name: &str) -> Result<bool, Reply> {
        match self.get(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(text) => {
                let message = format!("Invalid boolean: {text}");
                Err(refusal(StatusCode::BAD_REQUEST, &json!({ "message": message, "param": name })))
            }
        }
    }

    /// One of these words, or the first of them.
    pub(super) fn word(&self, name: &str, words: &[&'static str]) -> Result<&'static str, Reply> {
        let given = self.get(name).or_else(|| words.first().copied()).unwrap_or_default();
        words.iter().find(|word| **word == given).copied().ok_or_else(|| {
            let words = words.join(", ");
            let message = format!("Invalid {name}: must be one of {words}");
            refusal(StatusCode::BAD_REQUEST, &json!({ "message": message, "param": name }))
        })
    }

    /// `parent[key]=value`, key by key.
    pub(super) fn below(&self, parent: &str) -> Vec<(String, String)> {
        let key = |name: &str| {
            Some(name.strip_prefix(parent)?.strip_prefix('[')?.strip_suffix(']')?.to_owned())
        };
        self.0.iter().filter_map(|(name, value)| Some((key(name)?, value.clone()))).collect()
    }
}

/// HTTP 400 with a code that says what is wrong with a parameter.
pub(super) fn wrong(code: &str, param: &str, message: &str) -> Reply {
    let error = json!({
        "code": code,
        "doc_url": body::doc_url(code),
        "message": message,
        "param": param,
    });
    refusal(StatusCode::BAD_REQUEST, &error)
}
