//! `#[derive(FlowResponse)]`: which field of a response is what.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Path, Type};

use crate::attributes::{Key, Kind, Options};
use crate::errors::Errors;
use crate::path::core_path;

/// What a field can be. All but the last three are fields of the flow's response data.
const FIELD_KEYS: &[Key] = &[
    Key { name: "status", kind: Kind::Flag },
    Key { name: "connector_transaction_id", kind: Kind::Flag },
    Key { name: "connector_refund_id", kind: Kind::Flag },
    Key { name: "connector_response_reference_id", kind: Kind::Flag },
    Key { name: "network_transaction_id", kind: Kind::Flag },
    Key { name: "error", kind: Kind::Flag },
    Key { name: "amount", kind: Kind::Flag },
    Key { name: "amount_captured", kind: Kind::Flag },
    Key { name: "currency", kind: Kind::Flag },
];

/// Amounts: they become money together with the currency.
const AMOUNTS: [&str; 2] = ["amount", "amount_captured"];

/// Fields of the response data that are taken over as they are.
const PLAIN: [&str; 5] = [
    "connector_transaction_id",
    "connector_refund_id",
    "connector_response_reference_id",
    "network_transaction_id",
    "error",
];

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let container = Container::read(input, errors);
    let syn::Data::Struct(data) = &input.data else {
        errors.at(&input.ident, "a response with several shapes implements `FlowResponse` by hand");
        return TokenStream::new();
    };
    let fields = Fields::read(data, errors);
    if container.flows.is_empty() && errors.is_empty() {
        errors.at(&input.ident, "say which flows this is a response of: `#[flow_response(PSync)]`");
    }
    if fields.of("status").is_none() && container.status.is_none() && errors.is_empty() {
        errors.at(&input.ident, "no field is the status: mark one `#[flow_response(status)]`");
    }
    for amount in AMOUNTS {
        if let (Some((field, _)), None) = (fields.of(amount), fields.of("currency")) {
            errors.at(
                field,
                format!(
                    "an `{amount}` without its currency: mark a field `#[flow_response(currency)]`"
                ),
            );
        }
    }
    container.flows.iter().map(|flow| expand(input, &container, &fields, flow)).collect()
}

struct Container {
    core: Path,
    flows: Vec<Path>,
    /// A function that reads the status where one field does not tell it.
    status: Option<Path>,
}

impl Container {
    /// Reads `#[flow_response(PSync, RSync, status = function)]`.
    fn read(input: &syn::DeriveInput, errors: &mut Errors) -> Self {
        let (flows, rest) = flows(&input.attrs, errors);
        let keys =
            [Key { name: "status", kind: Kind::Path }, Key { name: "crate", kind: Kind::Path }];
        let options = Options::parse(&rest, "flow_response", &keys, errors);
        Self { core: core_path(&options, errors), flows, status: options.path("status").cloned() }
    }
}

mod flows;
use flows::flows;

/// The fields with what they are.
struct Fields<'a>(Vec<(&'a Ident, &'a Type, Options)>);

impl<'a> Fields<'a> {
    fn read(data: &'a syn::DataStruct, errors: &mut Errors) -> Self {
        let mut seen: Vec<String> = Vec::new();
        let read = |field: &'a syn::Field| {
            let options = Options::parse(&field.attrs, "flow_response", FIELD_KEYS, errors);
            for Key { name, .. } in FIELD_KEYS {
                if let Some(key) = options.key(name) {
                    if seen.iter().any(|earlier| earlier == name) {
                        errors.at(key, format!("another field is the `{name}` already"));
                    }
                    seen.push((*name).to_owned());
                }
            }
            Some((field.ident.as_ref()?, &field.ty, options))
        };
        Self(data.fields.iter().filter_map(read).collect())
    }

    /// The field that is this.
    fn of(&self, key: &str) -> Option<(&'a Ident, &'a Type)> {
        let is = |(_, _, options): &&(&'a Ident, &'a Type, Options)| options.key(key).is_some();
        self.0.iter().find(is).map(|(ident, ty, _)| (*ident, *ty))
    }
}

fn expand(
    input: &syn::DeriveInput,
    container: &Container,
    fields: &Fields<'_>,
    flow: &Path,
) -> TokenStream {
    let core = &container.core;
    let private = quote!(#core::__private);
    let ident = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let (report, statuses) = status(container, fields, flow);
    let plain = PLAIN.into_iter().filter_map(|name| {
        let (field, _) = fields.of(name)?;
        let name = format_ident!("{name}");
        Some(quote!(__response.#name = #private::told(self.#field);))
    });
    let amounts = AMOUNTS.into_iter().filter_map(|name| {
        let (field, ty) = fields.of(name)?;
        let (currency, _) = fields.of("currency")?;
        let name = format_ident!("{name}");
        Some(quote! {
            __response.#name = match #private::money::<#ty>(&self.#field, self.#currency) {
                ::core::result::Result::Ok(__money) => __money,
                ::core::result::Result::Err(__fault) => return #private::end(__fault),
            };
        })
    });
    quote! {
        const _: () = {
            #[automatically_derived]
            impl #generics #core::FlowResponse<#flow> for #ident #arguments #bounds {
                const STATUSES: &'static [#core::StatusMapping] = #statuses;
                fn into_outcome(
                    self,
                    __data: &#core::RouterData<#flow>,
                ) -> #core::Outcome<#flow> {
                    let __status = match #report {
                        ::core::result::Result::Ok(__status) => __status,
                        ::core::result::Result::Err(__fault) => return #private::end(__fault),
                    };
                    let mut __response =
                        <<#flow as #core::Flow>::Response as #core::ResponseData>::reported(__status);
                    #(#amounts)*
                    #(#plain)*
                    #core::Outcome::Status(__response)
                }
            }
        };
    }
}

/// The expression that reads the status, and the table of its words.
fn status(container: &Container, fields: &Fields<'_>, flow: &Path) -> (TokenStream, TokenStream) {
    let core = &container.core;
    let private = quote!(#core::__private);
    let table = fields.of("status").map(|(_, ty)| quote!(#private::mappings::<#ty, #flow>()));
    let report = match (&container.status, fields.of("status")) {
        (Some(function), _) => quote!(#function(&self)),
        (None, Some((field, ty))) => quote!(#private::report::<#ty, #flow>(&self.#field)),
        (None, None) => quote!(#private::report::<#private::Unfinished, #flow>(&self)),
    };
    (report, table.unwrap_or_else(|| quote!(&[])))
}
