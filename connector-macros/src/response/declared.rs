//! What the `#[flow_response(…)]` of a response and of its fields say.

use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{DeriveInput, Ident, Path, Type};

use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::path::core_path;

const SYNTAX: Syntax = Syntax {
    name: "flow_response",
    keys: &[Key::optional("status", Kind::Path), Key::optional("crate", Kind::Path)],
    // The flows.
    bare: true,
    example: "PSync",
};

const FIELD_SYNTAX: Syntax = Syntax {
    name: "flow_response",
    keys: &[
        Key::optional("status", Kind::Flag),
        Key::optional("connector_transaction_id", Kind::Flag),
        Key::optional("connector_refund_id", Kind::Flag),
        Key::optional("connector_response_reference_id", Kind::Flag),
        Key::optional("network_transaction_id", Kind::Flag),
        Key::optional("error", Kind::Flag),
        Key::optional("amount", Kind::Flag),
        Key::optional("amount_captured", Kind::Flag),
        Key::optional("currency", Kind::Flag),
    ],
    bare: false,
    example: "status",
};

/// Amounts: they become money together with the currency.
const AMOUNTS: [&str; 2] = ["amount", "amount_captured"];

/// A response as it was declared. What was wrong is left out here and an error there.
pub(super) struct Response<'a> {
    pub(super) input: &'a DeriveInput,
    pub(super) core: Path,
    pub(super) flows: Vec<Path>,
    /// A function that reads the status where one field does not tell it.
    pub(super) status: Option<Path>,
    fields: Vec<ResponseField<'a>>,
}

/// A field that is something to us.
pub(super) struct ResponseField<'a> {
    pub(super) ident: &'a Ident,
    pub(super) ty: &'a Type,
    /// What it is, by its name in the response data; where the author wrote it, so that rustc points
    /// there if the flow's data has no such field.
    pub(super) key: Ident,
}

impl<'a> Response<'a> {
    pub(super) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Self {
        let options = Options::parse(&input.attrs, &SYNTAX, errors);
        if options.bare().is_empty() && !options.was_refused("") {
            let message = "say which flows this is a response of: `#[flow_response(PSync)]`";
            errors.at(&input.ident, message);
        }
        let errors_before = errors.count();
        let fields = ResponseField::read_all(input, errors);
        let response = Self {
            input,
            core: core_path(&options, errors),
            flows: flows(options.bare(), errors),
            status: options.path("status").cloned(),
            fields,
        };
        // A status that is misspelt would be reported a second time.
        if errors.count() == errors_before && !options.was_refused("status") {
            response.tells_a_status(errors);
        }
        response.amounts_have_a_currency(errors);
        response
    }

    /// The field that is this.
    pub(super) fn field(&self, key: &str) -> Option<&ResponseField<'a>> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The amounts, with the currency that makes money of them.
    pub(super) fn amounts(&self) -> impl Iterator<Item = (&ResponseField<'a>, &ResponseField<'a>)> {
        let amounts = AMOUNTS.into_iter();
        amounts.filter_map(|key| Some((self.field(key)?, self.field("currency")?)))
    }

    /// The fields that are taken over as they are.
    pub(super) fn plain(&self) -> impl Iterator<Item = &ResponseField<'a>> {
        let is_plain =
            |key: &Ident| AMOUNTS.iter().chain(&["status", "currency"]).all(|other| key != other);
        self.fields.iter().filter(move |field| is_plain(&field.key))
    }

    fn tells_a_status(&self, errors: &mut Errors) {
        if self.field("status").is_none() && self.status.is_none() {
            let message = "no field is the status: mark one `#[flow_response(status)]`";
            errors.at(&self.input.ident, message);
        }
    }

    fn amounts_have_a_currency(&self, errors: &mut Errors) {
        if self.field("currency").is_some() {
            return;
        }
        for field in AMOUNTS.into_iter().filter_map(|key| self.field(key)) {
            let message = format!(
                "an `{}` without its currency: mark a field `#[flow_response(currency)]`",
                field.key
            );
            errors.at(field.ident, message);
        }
    }
}

impl<'a> ResponseField<'a> {
    fn read_all(input: &'a DeriveInput, errors: &mut Errors) -> Vec<Self> {
        let fields = match &input.data {
            syn::Data::Struct(data) if !matches!(data.fields, syn::Fields::Unnamed(_)) => {
                &data.fields
            }
            syn::Data::Struct(data) => {
                errors.at(&data.fields, "the fields of a response need names");
                return Vec::new();
            }
            syn::Data::Enum(_) | syn::Data::Union(_) => {
                let message = "a response with several shapes implements `FlowResponse` by hand";
                errors.at(&input.ident, message);
                return Vec::new();
            }
        };
        let mut read: Vec<Self> = Vec::new();
        for field in fields {
            let options = Options::parse(&field.attrs, &FIELD_SYNTAX, errors);
            let keys = FIELD_SYNTAX.keys.iter();
            let keys: Vec<&Ident> = keys.filter_map(|key| options.key(key.name)).collect();
            let (Some(ident), Some((key, others))) = (&field.ident, keys.split_first()) else {
                continue;
            };
            for other in others {
                errors.at(other, format!("the field is the `{key}` already"));
            }
            match read.iter().find(|earlier| earlier.key == **key) {
                Some(earlier) => {
                    let message =
                        format!("the field `{}` is the `{key}` already", earlier.ident.unraw());
                    errors.at(key, message);
                }
                None => read.push(Self { ident, ty: &field.ty, key: (*key).clone() }),
            }
        }
        read
    }
}

/// The flows, each once.
fn flows(named: &[Path], errors: &mut Errors) -> Vec<Path> {
    let mut flows: Vec<Path> = Vec::new();
    for flow in named {
        let text = |path: &Path| path.to_token_stream().to_string();
        if flows.iter().any(|earlier| text(earlier) == text(flow)) {
            errors.at(flow, "the flow is there twice");
        } else {
            flows.push(flow.clone());
        }
    }
    flows
}
