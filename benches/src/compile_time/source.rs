//! The generated crate: 30 processors with ten flows each, in six ways.

use std::fmt::Write as _;
use std::path::Path;

use super::flows::{FLOWS, FlowShape};

/// How the flows are written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Variant {
    /// The structs alone.
    Plain,
    /// With serde's derives on each.
    Serde,
    /// And with a function for each that calls what was derived: rustc makes no code of a generic function
    /// that nobody calls, and nobody derives what is never called.
    SerdeCalled,
    /// With serde's `Deserialize` on the responses alone, which those of ours need as well.
    Beneath,
    /// With ours.
    Ours,
    /// With a function for each request, one for each response, and serde's derives.
    ByHand,
}

const PROCESSORS: usize = 30;
const RESPONSES: usize = 100;

impl Variant {
    pub(super) const ALL: [Self; 6] =
        [Self::Plain, Self::Serde, Self::SerdeCalled, Self::Beneath, Self::Ours, Self::ByHand];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Serde => "serde",
            Self::SerdeCalled => "serde, called",
            Self::Beneath => "serde beneath ours",
            Self::Ours => "ours",
            Self::ByHand => "by hand",
        }
    }

    /// The name of the crate and of its folder.
    pub(super) fn crate_name(self) -> String {
        self.name().replace(", ", "-").replace(' ', "-")
    }
}

pub(super) fn manifest(variant: Variant, workspace: &Path) -> String {
    let name = variant.crate_name();
    let core = workspace.join("connector-core");
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nconnector-core = {{ path = {core:?} }}\nserde = {{ version = \"1\", features \
         = [\"derive\"] }}\nserde_json = \"1\"\nhttp = \"1\"\nbytes = \"1\"\npercent-encoding = \"2\"\n"
    )
}

pub(super) fn library(variant: Variant) -> String {
    let mut source = String::from("#![allow(dead_code, unused_imports)]\n");
    source.push_str("use connector_core::prelude::*;\n");
    source.push_str("use connector_core::*;\n");
    if variant == Variant::ByHand {
        source.push_str(BY_HAND_PRELUDE);
    }
    for (number, flow) in (0..RESPONSES).zip(FLOWS.iter().cycle()) {
        source.push_str(&response(variant, number, flow));
    }
    for number in 0..PROCESSORS {
        if variant == Variant::Ours {
            push(
                &mut source,
                format_args!(
                    "#[derive(Connector)]\n#[connector(name = \"p{number}\", base_url = \
                 \"https://p{number}.example\", auth = BearerAuth, error = Problem)]\n\
                 pub struct Processor{number};\n"
                ),
            );
        }
        for (position, flow) in FLOWS.iter().enumerate() {
            // Each response is that of three flows.
            let response = number.saturating_mul(FLOWS.len()).saturating_add(position) % RESPONSES;
            source.push_str(&request(variant, number, flow, response));
        }
    }
    if variant == Variant::Ours {
        source.push_str(PROBLEM);
    }
    source
}

fn push(source: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = source.write_fmt(text);
}

fn response(variant: Variant, number: usize, shape: &FlowShape) -> String {
    let FlowShape {
        name: flow,
        id: (id, id_key),
        status: (status, [pending, success, failure]),
        ..
    } = shape;
    let (on_struct, on_enum, word) = match variant {
        Variant::Plain => (String::new(), String::new(), format!("Word{number}")),
        Variant::Serde | Variant::SerdeCalled | Variant::ByHand => (
            "#[derive(Deserialize)]".to_owned(),
            "#[derive(Debug, Clone, Copy, Deserialize)]\n#[serde(rename_all = \"snake_case\")]"
                .to_owned(),
            format!("Word{number}"),
        ),
        // In the place of a word, which is not derived for it, stands its text.
        Variant::Beneath => {
            ("#[derive(Deserialize)]".to_owned(), String::new(), "Box<str>".to_owned())
        }
        Variant::Ours => (
            format!("#[derive(Deserialize, FlowResponse)]\n#[flow_response({flow})]"),
            format!(
                "#[derive(Debug, Clone, Copy, WireStatus)]\n#[wire_status({status}, rename_all = \"snake_case\")]"
            ),
            format!("Wire<Word{number}>"),
        ),
    };
    let mark = |key: &str| match variant {
        Variant::Ours => format!("#[flow_response({key})] "),
        _ => String::new(),
    };
    let amount = |key: &str| if shape.tells_amount { mark(key) } else { String::new() };
    let means = |status: &str| match variant {
        Variant::Ours => format!("#[wire_status({status})] "),
        _ => String::new(),
    };
    let mut source = format!(
        "{on_struct}\npub struct Response{number} {{ {}id: {id}, {}status: {word}, {}amount: MinorUnit, \
         {}currency: Currency }}\n{on_enum}\npub enum Word{number} {{ {}InProgress, {}Paid, {}Refused }}\n",
        mark(id_key),
        mark("status"),
        amount("amount"),
        amount("currency"),
        means(pending),
        means(success),
        means(failure),
    );
    if variant == Variant::SerdeCalled {
        push(
            &mut source,
            format_args!(
                "pub fn read_{number}(body: &[u8]) -> serde_json::Result<Response{number}> {{ \
                 serde_json::from_slice(body) }}\n"
            ),
        );
    }
    if variant == Variant::ByHand {
        push(
            &mut source,
            format_args!(
                "pub fn read_{number}(body: &[u8], asked: &{id}) -> Result<{status}, String> {{\n    let \
             response: Response{number} = serde_json::from_slice(body).map_err(|error| \
             error.to_string())?;\n    if response.id != *asked {{ return Err(format!(\"another id: \
             {{}}\", response.id)); }}\n    Ok(match response.status {{ Word{number}::InProgress => \
             {status}::{pending}, Word{number}::Paid => {status}::{success}, Word{number}::Refused => \
             {status}::{failure} }})\n}}\n"
            ),
        );
    }
    source
}

fn request(variant: Variant, number: usize, shape: &FlowShape, response: usize) -> String {
    let FlowShape { name: flow, method, path: (before, behind), id: (id, id_key), .. } = shape;
    let ((reference, reference_from), (trace, trace_from)) = (shape.reference, shape.trace);
    let derive = match variant {
        Variant::Plain => String::new(),
        Variant::Serde | Variant::SerdeCalled => "#[derive(serde::Serialize)]".to_owned(),
        Variant::Beneath | Variant::ByHand => String::new(),
        Variant::Ours => format!(
            "#[derive(ConnectorFlow)]\n#[connector_flow(connector = Processor{number}, flow_name = {flow}, \
             http_method = {method}, url = \"/v1/{before}/{{id}}{behind}\", response = Response{response})]"
        ),
    };
    let mark = |key: String| match variant {
        Variant::Ours => format!("#[connector_flow({key})] "),
        _ => String::new(),
    };
    let mut source = format!(
        "{derive}\npub struct {flow}Request{number}<'a> {{ {}id: &'a {id}, {}reference: {reference}, \
         {}trace: {trace} }}\n",
        mark(format!("from = request.{id_key}")),
        mark(format!("query, from = {reference_from}")),
        mark(format!("header = \"trace\", from = {trace_from}")),
    );
    if variant == Variant::SerdeCalled {
        push(
            &mut source,
            format_args!(
                "pub fn write_{flow}_{number}(request: &{flow}Request{number}<'_>) -> \
                 serde_json::Result<String> {{ serde_json::to_string(request) }}\n"
            ),
        );
    }
    if variant == Variant::ByHand {
        let header = "builder = builder.header(\"trace\", trace.as_str());";
        let trace = match trace.starts_with("Option") {
            true => format!("if let Some(trace) = request.trace {{ {header} }}"),
            false => format!("let trace = request.trace; {header}"),
        };
        let method = method.to_uppercase();
        push(
            &mut source,
            format_args!(
                "pub fn build_{flow}_{number}(key: &str, request: &{flow}Request{number}<'_>) -> Result<http::Request<bytes::Bytes>, String> {{\n    \
             let id = request.id.as_str();\n    if matches!(id, \"\" | \".\" | \"..\") {{ return Err(\"unusable id\".to_owned()); }}\n    \
             let mut url = format!(\"https://p{number}.example/v1/{before}/{{}}{behind}\", utf8_percent_encode(id, RESERVED));\n    \
             if let Some(reference) = request.reference {{ url.push_str(&format!(\"?reference={{}}\", utf8_percent_encode(reference.as_str(), RESERVED))); }}\n    \
             let mut builder = http::Request::builder().method(\"{method}\").uri(url).header(\"authorization\", format!(\"Bearer {{key}}\")).header(\"accept\", \"application/json\");\n    \
             {trace}\n    \
             builder.body(bytes::Bytes::new()).map_err(|error| error.to_string())\n}}\n"
            ),
        );
    }
    source
}

const BY_HAND_PRELUDE: &str = "use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};\n\
    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');\n";

const PROBLEM: &str = "#[derive(Deserialize)]\nstruct Problem { code: Box<str> }\n\
    impl ErrorResponse for Problem {\n    fn class(&self, status: http::StatusCode) -> ErrorClass { ErrorClass::of_status(status) }\n    \
    fn into_error(self) -> ProcessorError { ProcessorError::new(Some(&self.code), None) }\n}\n";
