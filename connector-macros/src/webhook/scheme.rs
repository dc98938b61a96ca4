//! How a processor proves that a webhook is its own: what belongs together is there together.

use quote::ToTokens as _;
use syn::{Lit, LitStr, Path};

use super::declared::{check_path, unknown};
use super::pattern::{self, HeaderPart, Piece};
use crate::attributes::Options;
use crate::errors::Errors;
use crate::header;
use crate::suggest;

/// The schemes, as they are named.
const SCHEMES: [&str; 6] = ["HmacSha256", "HmacSha512", "HmacSha1", "Token", "Asked", "Nothing"];
/// Those by which nothing is signed, and what is done instead.
const UNSIGNED: [(&str, &str); 3] = [
    ("Token", "a token is compared as it is"),
    ("Asked", "the processor is asked"),
    ("Nothing", "nothing is signed"),
];
/// How signatures and keys are written.
const ENCODINGS: [&str; 2] = ["Hex", "Base64"];
const KEYS: [&str; 4] = ["Text", "Hex", "Base64", "Sha1"];
/// What a signature over the body is made of.
const SIGNED: [&str; 3] = ["body", "timestamp", "url"];
/// The keys that are about a signature alone.
const OF_SIGNATURES: [&str; 6] =
    ["form", "signature", "signed", "encoding", "key", "tolerance_seconds"];

pub(super) enum Scheme {
    Signature(Box<Signature>),
    /// In this header.
    Token(String),
    /// By the processor's answer, with these headers.
    Asked(Vec<String>),
    Nothing,
}

pub(super) struct Signature {
    /// The variant of `Algorithm`.
    pub(super) algorithm: &'static str,
    pub(super) place: Place,
    pub(super) encoding: &'static str,
    pub(super) key: &'static str,
    pub(super) signed: Vec<Piece>,
    pub(super) tolerance: Option<u64>,
}

pub(super) enum Place {
    Header {
        name: String,
        form: Vec<HeaderPart>,
        between: char,
    },
    /// At this path of each event.
    Event {
        path: LitStr,
        form: Vec<HeaderPart>,
    },
}

/// `None` where something is wrong.
pub(super) fn read(options: &Options, errors: &mut Errors) -> Option<Scheme> {
    let errors_before = errors.count();
    let name = named(options, "scheme", &SCHEMES, errors);
    let header = header_name(options, errors);
    if let Some(key) = options.key("headers").filter(|_| name.is_some_and(|name| name != "Asked")) {
        errors.at(key, "the processor is not asked, so that these headers are not looked at");
    }
    let Some(name) = name else {
        // What is signed is wrong whichever algorithm was meant.
        what_is_signed(options, errors);
        return None;
    };
    let unsigned = UNSIGNED.iter().find(|(scheme, _)| *scheme == name);
    if unsigned.is_some_and(|(_, reason)| is_of_signatures(options, reason, errors)) {
        return None;
    }
    let scheme = match name {
        "Token" => {
            header_is_there(options, header.is_some(), errors);
            Scheme::Token(header?)
        }
        "Asked" => {
            if let Some(key) = options.key("header") {
                errors.at(key, "what the processor is asked with stands in `headers(\"…\", …)`");
            }
            Scheme::Asked(asked_with(options, errors))
        }
        "Nothing" => {
            if let Some(key) = options.key("header") {
                errors.at(key, "nothing is signed, so that no header is looked at");
            }
            Scheme::Nothing
        }
        algorithm => Scheme::Signature(Box::new(signature(options, algorithm, header, errors)?)),
    };
    (errors.count() == errors_before).then_some(scheme)
}

fn what_is_signed(options: &Options, errors: &mut Errors) {
    let place = match (options.key("header"), options.text("signature")) {
        (Some(_), None) if !options.was_refused("signature") => {
            Place::Header { name: String::new(), form: Vec::new(), between: ',' }
        }
        (None, Some(path)) => Place::Event { path: path.clone(), form: Vec::new() },
        // Of what it is made is not known.
        _ => return,
    };
    if options.text("signed").is_some() {
        signed(options, &place, errors);
    }
}

/// One of a few names behind a key; `None` where it is not there or none of them.
pub(super) fn named(
    options: &Options,
    key: &str,
    known: &[&'static str],
    errors: &mut Errors,
) -> Option<&'static str> {
    let path: &Path = options.path(key)?;
    let found = known.iter().find(|name| path.is_ident(name));
    if found.is_none() {
        errors.not_understood(path, unknown(&key.replace('_', " "), path, known));
    }
    found.copied()
}

fn header_name(options: &Options, errors: &mut Errors) -> Option<String> {
    let literal = options.text("header")?;
    header::check_name(literal, errors).then(|| literal.value().to_ascii_lowercase())
}

/// `headers("…", …)`, in lower case.
fn asked_with(options: &Options, errors: &mut Errors) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for literal in options.texts("headers") {
        let name = literal.value().to_ascii_lowercase();
        if header::check_name(literal, errors) && names.contains(&name) {
            errors.at(literal, "the header is named already");
        }
        names.push(name);
    }
    let at = options.key("headers").or_else(|| options.key("scheme"));
    // One in the wrong place is told already.
    let is_told = options.key("header").is_some() && options.key("headers").is_none();
    if options.texts("headers").is_empty() && !is_told {
        errors.amiss(
            at,
            "in which headers stands what the processor is asked with? `headers(\"…\", …)`",
        );
    }
    names
}

fn header_is_there(options: &Options, is_there: bool, errors: &mut Errors) {
    if let Some(key) = options.key("scheme").filter(|_| !is_there)
        && options.key("header").is_none()
    {
        errors.amiss(key, "in which header does it stand? `header = \"…\"`");
    }
}

/// What belongs to a signature belongs to none of these schemes. Whether there is so much of it that the scheme is the
/// mistake.
fn is_of_signatures(options: &Options, reason: &str, errors: &mut Errors) -> bool {
    let keys = OF_SIGNATURES.into_iter().filter_map(|key| options.key(key));
    let keys: Vec<String> = keys.map(ToString::to_string).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    if let [key] = keys.as_slice() {
        let message = format!("`{key}` is about a signature, and {reason}");
        errors.at(options.key(key), message);
    } else if !keys.is_empty() {
        let all = suggest::listed_all(&keys);
        let message =
            format!("{all} are about a signature, and {reason}: by which scheme is it signed?");
        errors.at(options.path("scheme"), message);
    }
    keys.len() > 1
}

fn signature(
    options: &Options,
    algorithm: &'static str,
    header: Option<String>,
    errors: &mut Errors,
) -> Option<Signature> {
    let between = options.text("form").map_or(',', |form| pattern::between(&form.value()));
    let form = options.text("form").map(|literal| (literal, pattern::header(&literal.value())));
    let form = match form {
        None => vec![HeaderPart::Whole],
        Some((_, Ok(form))) => form,
        Some((literal, Err(problem))) => {
            errors.at(literal, problem);
            return None;
        }
    };
    let in_event = options.text("signature");
    check_path(in_event, errors);
    let place = match (options.key("header"), in_event) {
        (Some(_), None) => Place::Header { name: header?, form, between },
        (None, Some(path)) => {
            if let Some(key) = options.key("form").filter(|_| form.iter().any(HeaderPart::is_time))
            {
                errors.at(key, "the time of signing stands in a header, and here there is none");
            }
            Place::Event { path: path.clone(), form }
        }
        (Some(_), Some(path)) => {
            errors.at(path, "the signature stands in a header or in each event, not in both");
            return None;
        }
        (None, None) => {
            if let Some(key) = options.key("scheme") {
                errors.amiss(
                    key,
                    "where does the signature stand? `header = \"…\"`, or `signature = \"…\"` where \
                     each event carries its own",
                );
            }
            return None;
        }
    };
    let signed = signed(options, &place, errors)?;
    let tolerance = tolerance(options, errors);
    time_is_signed(options, &place, &signed, errors);
    Some(Signature {
        algorithm,
        place,
        encoding: named(options, "encoding", &ENCODINGS, errors).unwrap_or("Hex"),
        key: named(options, "key", &KEYS, errors).unwrap_or("Text"),
        signed,
        tolerance,
    })
}

/// `signed = "{timestamp}.{body}"`; the body alone where it is not there.
fn signed(options: &Options, place: &Place, errors: &mut Errors) -> Option<Vec<Piece>> {
    let Some(literal) = options.text("signed") else {
        if let Place::Event { path, .. } = place {
            errors
                .amiss(path, "which fields of the event are signed? `signed = \"{id}:{status}\"`");
            return None;
        }
        return Some(vec![Piece::Value("body".to_owned())]);
    };
    let pieces = match pattern::pieces(&literal.value()) {
        Ok(pieces) => pieces,
        Err(problem) => {
            errors.at(literal, problem);
            return None;
        }
    };
    let is_value = |name: &str| pieces.contains(&Piece::Value(name.to_owned()));
    match place {
        Place::Header { .. } => {
            let known = errors.count();
            for piece in &pieces {
                if let Piece::Value(name) = piece
                    && !SIGNED.contains(&name.as_str())
                {
                    let expected = suggest::expected(name, SIGNED);
                    errors.at(literal, format!("`{{{name}}}` is not known; {expected}"));
                }
            }
            if errors.count() > known {
                // What is missing may be meant by it.
                return None;
            }
            if !is_value("body") {
                errors.at(literal, "the body is not signed: anybody could send another; `{body}`");
            }
        }
        Place::Event { .. } => {
            if !pieces.iter().any(|piece| matches!(piece, Piece::Value(_))) {
                errors.at(literal, "no field of the event is signed: anybody could send another");
            }
        }
    }
    Some(pieces)
}

/// `tolerance_seconds = 300`
fn tolerance(options: &Options, errors: &mut Errors) -> Option<u64> {
    let literal = options.literal("tolerance_seconds")?;
    let seconds = match literal {
        Lit::Int(number) if number.suffix().is_empty() => number.base10_parse().ok(),
        _ => None,
    };
    let seconds = seconds.filter(|seconds| (1..=86_400).contains(seconds));
    if seconds.is_none() {
        errors.at(literal.to_token_stream(), "a number of seconds, from 1 to 86400 (a day)");
    }
    seconds
}

/// A time that is not signed is anybody's; one that is signed and never looked at stops nobody from
/// sending again what was sent once.
fn time_is_signed(options: &Options, place: &Place, signed: &[Piece], errors: &mut Errors) {
    let Place::Header { form, .. } = place else {
        if let Some(key) = options.key("tolerance_seconds") {
            errors.amiss(key, "the time of signing stands in a header, and here there is none");
        }
        return;
    };
    let in_header = form.iter().any(HeaderPart::is_time);
    let is_signed = signed.contains(&Piece::Value("timestamp".to_owned()));
    let is_limited = options.key("tolerance_seconds").is_some();
    let at = |key: &str| options.key(key).or_else(|| options.key("scheme"));
    if in_header && !is_signed {
        let message = "the time of signing is not signed: `signed = \"{timestamp}…{body}\"`";
        errors.amiss(at("form"), message);
    } else if is_signed && !in_header {
        let message = "where does the time of signing stand? `form = \"t={timestamp},…\"`";
        errors.amiss(at("signed"), message);
    } else if is_signed && !is_limited {
        let message = "how old may it be? `tolerance_seconds = 300`";
        errors.amiss(at("form"), message);
    } else if !is_signed && is_limited {
        let message = "the time of signing is not known: `form = \"t={timestamp},…\"` and \
                       `signed = \"{timestamp}…{body}\"`";
        errors.amiss(at("tolerance_seconds"), message);
    }
}
