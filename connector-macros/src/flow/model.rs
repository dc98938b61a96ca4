//! What a `#[connector_flow(…)]` says, checked.

use syn::ext::IdentExt as _;
use syn::{DeriveInput, Ident, LitStr, Path, Type};

use super::field::{FlowField, Place};
use crate::attributes::{Key, Kind, Options};
use crate::errors::Errors;
use crate::path::core_path;
use crate::suggest;
use crate::template::Template;

pub(crate) const KEYS: &[Key] = &[
    Key { name: "connector", kind: Kind::Path },
    Key { name: "flow_name", kind: Kind::Path },
    Key { name: "http_method", kind: Kind::Path },
    Key { name: "url", kind: Kind::Text },
    Key { name: "response", kind: Kind::Type },
    Key { name: "envelope", kind: Kind::Text },
    Key { name: "crate", kind: Kind::Path },
];

const REQUIRED: &[(&str, &str)] = &[
    ("connector", "connector = Stripe"),
    ("flow_name", "flow_name = PSync"),
    ("http_method", "http_method = Get"),
    ("url", "url = \"/payments/{payment_id}\""),
    ("response", "response = Payment"),
];

const METHODS: &[&str] = &["Get", "Post", "Put", "Patch", "Delete"];

/// A flow as it was declared. What was wrong is `None` here and an error there.
pub(crate) struct Flow<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) core: Path,
    pub(crate) connector: Option<Path>,
    pub(crate) flow: Option<Path>,
    pub(crate) method: Option<Method>,
    pub(crate) url: Option<(LitStr, Template)>,
    pub(crate) response: Option<Type>,
    /// The one key around a JSON body.
    pub(crate) envelope: Option<LitStr>,
    pub(crate) fields: Vec<FlowField<'a>>,
}

/// An HTTP method, by its name here (`Get`).
pub(crate) struct Method(pub(crate) String);

impl Method {
    /// RFC 9110, section 9.3: content in these has no meaning, and some servers refuse it.
    fn has_body(&self) -> bool {
        !matches!(self.0.as_str(), "Get" | "Delete")
    }
}

impl<'a> Flow<'a> {
    pub(crate) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Self {
        let before = errors.is_empty();
        let options = Options::parse(&input.attrs, "connector_flow", KEYS, errors);
        if options.is_empty() && before && errors.is_empty() {
            errors.at(
                &input.ident,
                "`ConnectorFlow` needs to know what this request is for:\n\
                #[connector_flow(connector = Stripe, flow_name = PSync, http_method = Get, \
                url = \"/payments/{payment_id}\", response = Payment)]",
            );
        } else {
            options.require(REQUIRED, "connector_flow", &input.ident, errors);
        }
        let method = options.path("http_method").and_then(|path| method(path, errors));
        let url = options.text("url").and_then(|text| template(text, errors));
        let fields = FlowField::read_all(input, url.as_ref().map(|(_, template)| template), errors);
        let flow = Self {
            input,
            core: core_path(&options, errors),
            connector: options.path("connector").cloned(),
            flow: options.path("flow_name").cloned(),
            method,
            url,
            response: options.ty("response").cloned(),
            envelope: options.text("envelope").cloned(),
            fields,
        };
        flow.check(errors);
        flow
    }

    /// What concerns several keys or fields at once.
    fn check(&self, errors: &mut Errors) {
        self.placeholders_name_fields(errors);
        self.body_fits_the_method(errors);
        self.sources_are_for_all_or_none(errors);
        for field in &self.fields {
            field_source_root(field, errors);
        }
    }

    fn placeholders_name_fields(&self, errors: &mut Errors) {
        let Some((literal, template)) = &self.url else {
            return;
        };
        let names: Vec<String> =
            self.fields.iter().map(|field| field.ident.unraw().to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for placeholder in template.names().filter(|name| !names.contains(name)) {
            let mut message = format!(
                "placeholder `{{{placeholder}}}` does not name a field of `{}`",
                self.input.ident
            );
            if let Some(similar) = suggest::closest(placeholder, &names) {
                message
                    .push_str(&format!("\nhelp: a field with a similar name exists: `{similar}`"));
            }
            errors.at(literal, message);
        }
    }

    fn body_fits_the_method(&self, errors: &mut Errors) {
        let Some(method) = &self.method else { return };
        // A field whose placeholder is misspelt would be reported a second time.
        if method.has_body() || !errors.is_empty() {
            return;
        }
        for field in self.fields.iter().filter(|field| field.is_body()) {
            let name = field.ident.unraw();
            errors.at(field.ident, format!(
                "the field goes nowhere: a {} has no body; name it in the URL (`{{{name}}}`), or mark it \
                 `#[connector_flow(query)]` or `#[connector_flow(header = \"…\")]`",
                method.0.to_uppercase(),
            ));
        }
        if let Some(envelope) = &self.envelope {
            errors.at(
                envelope,
                format!("a {} has no body to put into an envelope", method.0.to_uppercase()),
            );
        }
    }

    /// Half a transformer is none: who fills the other fields?
    fn sources_are_for_all_or_none(&self, errors: &mut Errors) {
        let filled = self.fields.iter().filter(|field| field.source.is_some()).count();
        if filled == 0 || filled == self.fields.len() || !errors.is_empty() {
            return;
        }
        for field in self.fields.iter().filter(|field| field.source.is_none()) {
            errors.at(
                field.ident,
                "the other fields say where their values come from; this one needs \
                `#[connector_flow(from = …)]` too, or none has it and `TryFrom<&RouterData<F>>` is \
                written by hand",
            );
        }
    }

    /// Whether every value comes from where the declaration says, so that the request is filled
    /// without a transformer written by hand.
    pub(crate) fn is_filled_by_declaration(&self) -> bool {
        self.fields.iter().all(|field| field.source.is_some())
    }

    /// The fields that fill the placeholders, in the template's order.
    pub(crate) fn path_fields(&self) -> Vec<&FlowField<'a>> {
        let template = self.url.iter().flat_map(|(_, template)| template.names());
        let find = |name: &str| self.fields.iter().find(|field| field.ident.unraw() == name);
        template.filter_map(find).filter(|field| matches!(field.place, Place::Path)).collect()
    }
}

fn method(path: &Path, errors: &mut Errors) -> Option<Method> {
    let name = path.require_ident().map(Ident::to_string).unwrap_or_default();
    if METHODS.contains(&name.as_str()) {
        return Some(Method(name));
    }
    let expected = suggest::expected(&name, METHODS.iter().copied());
    errors.at(path, format!("unknown HTTP method; {expected}"));
    None
}

fn template(text: &LitStr, errors: &mut Errors) -> Option<(LitStr, Template)> {
    match Template::parse(&text.value()) {
        Ok(template) => Some((text.clone(), template)),
        Err(problems) => {
            for problem in problems {
                errors.at(text, problem);
            }
            None
        }
    }
}

fn field_source_root(field: &FlowField<'_>, errors: &mut Errors) {
    const ROOTS: [&str; 3] = ["request", "resource_common_data", "auth"];
    let Some(root) = field.source.as_ref().and_then(|names| names.first()) else {
        return;
    };
    let name = root.to_string();
    if !ROOTS.contains(&name.as_str()) {
        let expected = suggest::expected(&name, ROOTS);
        errors
            .at(root, format!("a value comes from the flow's data or the credentials; {expected}"));
    }
}
