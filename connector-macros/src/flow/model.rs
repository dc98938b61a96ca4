//! What a `#[connector_flow(…)]` says.

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Ident, LitStr, Path, Type};

use super::body_form::BodyForm;
use super::field::{FlowField, Place, of_another_derive};
use super::hooks::Hooks;
use super::{ordered, placeholder, secret};
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::generics::{Defaults, is_part_of};
use crate::path::core_path;
use crate::remembered;
use crate::suggest;
use crate::template::Template;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "connector_flow",
    keys: &[
        Key::required("connector", Kind::Path, "connector = Stripe"),
        Key::required("flow_name", Kind::Path, "flow_name = PSync"),
        Key::required("http_method", Kind::Path, "http_method = Get"),
        Key::required("url", Kind::TextOrPath, "url = \"/payments/{payment_id}\""),
        Key::required("response", Kind::Type, "response = Payment"),
        Key::optional("body", Kind::Path),
        Key::optional("document", Kind::Text),
        Key::optional("fragments", Kind::Path),
        Key::optional("envelope", Kind::Text),
        Key::optional("content_type", Kind::Text),
        Key::optional("base_url", Kind::Path),
        Key::optional("headers", Kind::Path),
        Key::optional("sign", Kind::Path),
        Key::optional("preprocess", Kind::Path),
        Key::optional("error", Kind::Type),
        Key::optional("no_idempotency", Kind::Text),
        Key::optional(remembered::KEY, Kind::Text),
        Key::optional("ignores", Kind::Names),
        Key::optional("crate", Kind::Path),
    ],
    bare: false,
    example: "connector = Stripe, flow_name = PSync, http_method = Get, \
              url = \"/payments/{payment_id}\", response = Payment",
};

const METHODS: &[&str] = &["Get", "Post", "Put", "Patch", "Delete"];

/// A flow as it was declared. What was wrong is `None` here and an error there.
pub(crate) struct Flow<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) core: Path,
    pub(crate) connector: Option<Path>,
    pub(crate) flow: Option<Path>,
    pub(crate) method: Option<Method>,
    pub(crate) url: Option<Url>,
    /// The function that computes the URL, in the place of a template.
    pub(crate) computed: Option<Path>,
    pub(crate) response: Option<Type>,
    pub(crate) hooks: Hooks,
    /// Why an order that moves money is sent without a key.
    pub(crate) no_idempotency: Option<LitStr>,
    /// How long its key is remembered, and where that is said.
    pub(crate) remembered_for: Option<(Ident, TokenStream)>,
    /// What changes the order and is not sent, each with the reason.
    pub(crate) ignores: Vec<(Ident, LitStr)>,
    /// What is said about the body, where anything is.
    pub(crate) about_the_body: Vec<Ident>,
    /// How the body is written.
    pub(crate) form: BodyForm,
    /// The one key around a JSON body or form, the element around XML.
    pub(crate) envelope: Option<LitStr>,
    /// What is said to be in the body, over what its form says.
    pub(crate) content_type: Option<LitStr>,
    /// `None` where it is no struct with named fields.
    pub(crate) fields: Option<Vec<FlowField<'a>>>,
    /// What its parameters are where nobody names them.
    pub(crate) defaults: Option<Defaults>,
}

/// A URL as it was written, and what could be read of it.
pub(crate) struct Url {
    pub(crate) text: LitStr,
    pub(crate) template: Template,
    pub(crate) is_sound: bool,
}

/// An HTTP method, by its name here (`Get`).
pub(crate) struct Method(pub(crate) Ident);

impl Method {
    /// RFC 9110, section 9.3: content in these has no meaning, and some servers refuse it.
    pub(crate) fn has_body(&self) -> bool {
        self.0 != "Get" && self.0 != "Delete"
    }
}

impl<'a> Flow<'a> {
    pub(crate) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Self {
        let is_another = of_another_derive(&input.attrs, errors);
        let options = Options::parse(&input.attrs, &SYNTAX, errors);
        // What is missing stands in the other attribute.
        if !is_another {
            options.require(&SYNTAX, &input.ident, errors);
        }
        let method = options.path("http_method");
        let method = method.and_then(|path| self::method(path, errors));
        let url = options.text("url").map(|text| template(text, input, errors));
        let fields = FlowField::read_all(input, url.as_ref().map(|url| &url.template), errors);
        Self {
            input,
            core: core_path(&options, errors),
            connector: options.path("connector").cloned(),
            flow: options.path("flow_name").cloned(),
            method,
            url,
            computed: options.path("url").cloned(),
            response: options.ty("response").cloned(),
            hooks: Hooks::read(&options, errors),
            no_idempotency: options.text("no_idempotency").cloned(),
            remembered_for: options
                .key(remembered::KEY)
                .cloned()
                .zip(remembered::read(&options, errors)),
            ignores: ordered::read(&options, errors),
            about_the_body: ["body", "document", "fragments", "envelope", "content_type"]
                .into_iter()
                .filter_map(|key| options.key(key).cloned())
                .collect(),
            form: BodyForm::read(&options, errors),
            envelope: options.text("envelope").cloned(),
            content_type: options.text("content_type").cloned(),
            fields,
            defaults: defaults(input, errors),
        }
    }

    pub(crate) fn fields(&self) -> &[FlowField<'a>] {
        self.fields.as_deref().unwrap_or_default()
    }

    pub(crate) fn template(&self) -> Option<&Template> {
        self.url.as_ref().map(|url| &url.template)
    }

    /// Whether every value comes from where the declaration says, so that the request is filled
    /// without a transformer written by hand.
    pub(crate) fn is_filled_by_declaration(&self) -> bool {
        self.fields().iter().all(|field| field.source.is_some())
    }

    /// Whether nothing is said of its type: that it has a parameter without a default, or is a secret as it is.
    pub(crate) fn is_known(&self, field: &FlowField<'_>) -> bool {
        let mut parameters = self.input.generics.type_params().filter(|_| self.defaults.is_none());
        let is_refused = parameters.any(|one| is_part_of(&one.ident, &field.field.ty));
        !is_refused && !secret::is_masked(field)
    }

    /// The fields that fill the placeholders, in the template's order.
    pub(crate) fn path_fields(&self) -> Vec<&FlowField<'a>> {
        let names = self.template().into_iter().flat_map(Template::names);
        let find = |name: &str| self.fields().iter().find(|field| field.ident.unraw() == name);
        names.filter_map(find).filter(|field| matches!(field.place, Place::Path)).collect()
    }
}

/// The flow is carried out with one type of request, so each parameter needs one value.
fn defaults(input: &DeriveInput, errors: &mut Errors) -> Option<Defaults> {
    let without = match Defaults::of(&input.generics) {
        Ok(defaults) => return Some(defaults),
        Err(without) => without,
    };
    // Of a type that no field has, rustc says that.
    let is_known = |parameter: &Ident| {
        let is_type = input.generics.type_params().any(|one| one.ident == *parameter);
        let Data::Struct(data) = &input.data else { return true };
        !is_type || data.fields.iter().any(|field| is_part_of(parameter, &field.ty))
    };
    for parameter in without.into_iter().filter(is_known) {
        let message = format!(
            "the flow is carried out with one `{}`: give `{parameter}` a default, `{parameter} = …`",
            input.ident
        );
        errors.at(parameter, message);
    }
    None
}

fn method(path: &Path, errors: &mut Errors) -> Option<Method> {
    let ident = path.get_ident();
    let name = ident.map(Ident::to_string).unwrap_or_default();
    if let Some(ident) = ident.filter(|_| METHODS.contains(&name.as_str())) {
        return Some(Method(ident.clone()));
    }
    let expected = suggest::expected(&name, METHODS.iter().copied());
    errors.not_understood(path, format!("unknown HTTP method; {expected}"));
    None
}

/// What is meant as a placeholder is read as one, so that nothing else is said about its field.
fn template(text: &LitStr, input: &DeriveInput, errors: &mut Errors) -> Url {
    let fields = match &input.data {
        Data::Struct(data) => data.fields.iter().filter_map(|field| field.ident.as_ref()).collect(),
        Data::Enum(_) | Data::Union(_) => Vec::new(),
    };
    let fields: Vec<String> = fields.into_iter().map(|name| name.unraw().to_string()).collect();
    let written = text.value();
    let path = Template::before_the_query(&written);
    let (own, found) = placeholder::in_braces(path, &fields);
    for foreign in found {
        errors.at(text, foreign);
    }
    let query = written.get(path.len()..).unwrap_or_default();
    let (template, mut problems) = Template::parse(&format!("{own}{query}"));
    if problems.is_empty() && placeholder::is_in_a_query(query, &fields) {
        problems.push(crate::template::ONLY_IN_THE_PATH.to_owned());
    }
    let is_sound = problems.is_empty();
    for problem in problems {
        errors.at(text, problem);
    }
    Url { text: text.clone(), template, is_sound }
}
