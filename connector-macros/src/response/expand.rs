//! What a response expands to: for each flow, the status, then the fields, each as what it was
//! declared. Where no status was declared, one that is never told stands in for it.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::{Ident, Path};

use super::captures;
use super::declared::{Answer, Response, renamed, text};
use super::excuse::{self, are_needed, integrity, tells_all};
use super::expand_check::check;
use super::expand_shapes::{ListOf, list_reader, shapes};
use super::expand_status::{absent_is_open, status};
use super::field::ResponseField;
use super::own_currency;
use super::stand_in;
use crate::amount;
use crate::attributes::is_function;
use crate::generics::with_lifetime;
use crate::known;
use crate::path::in_block;
use crate::unread;

/// Ids: they can be compared with what was asked for.
pub(super) const IDS: [(&str, &str); 2] =
    [("connector_transaction_id", "PaymentId"), ("connector_refund_id", "RefundId")];

/// The part of a processor's error that a key is.
pub(super) fn error_part(key: &Ident) -> Option<Ident> {
    let name = match key.to_string().as_str() {
        "error_code" => "code",
        "error_message" => "message",
        "error_reason" => "reason",
        "network_decline_code" => "network_decline_code",
        "network_advice_code" => "network_advice_code",
        _ => return None,
    };
    Some(renamed(key, name))
}

pub(super) fn expand(response: &Response<'_>, flow: &Path) -> TokenStream {
    let ident = &response.input.ident;
    let (generics, arguments, _) = response.input.generics.split_for_impl();
    let bounds = known::bounds(&response.input.generics);
    let Body { statuses, unit, status_by, by_itself, integrity, read, outcome, beside } =
        match &response.shapes {
            Some(all) => shapes(all, flow, &response.input.generics),
            None => match response.field(flow, "list") {
                Some(list) => of_list(response, list, flow),
                None => of_fields(response, flow),
            },
        };
    let unit = unit.map(|unit| quote!(const UNIT: __core::Option<__core::Unit> = #unit;));
    let status_by = status_by.map(|function| {
        quote! {
            const STATUS_BY: __core::Option<__core::StatusBy> = #function;
        }
    });
    let by_itself = by_itself.map(|status| {
        quote! {
            const BY_ITSELF: __core::Option<&'static __core::str> = #status;
        }
    });
    let known = known::flow(flow);
    let implementation = quote! {
            #known
            #[automatically_derived]
            impl #generics __core::FlowResponse<#flow> for #ident #arguments #bounds {
                const STATUSES: &'static [__core::StatusMapping] = #statuses;
                const INTEGRITY: __core::Integrity = #integrity;
                #unit
                #status_by
                #by_itself
                fn read(
                    __body: __core::ResponseBody<'_>,
                ) -> __core::Result<Self, __core::ReadError> {
                    #read
                }
                fn into_outcome(
                    self,
                    __data: &__core::RouterData<#flow>,
                ) -> __core::Outcome<#flow> {
                    #outcome
                }
            }
            #beside
    };
    in_block(&response.core, &implementation)
}

/// What is there once for all flows of a response.
pub(super) fn beside_all(response: &Response<'_>) -> TokenStream {
    let (needed, open) = (are_needed(response), absent_is_open(response));
    let (captures, unread) = (captures::check(response), in_the_place_of_serde(response));
    let currency = own_currency::check(response);
    let checks = quote!(#needed #open #captures #currency #unread);
    if checks.is_empty() { checks } else { in_block(&response.core, &checks) }
}

/// Where serde's derive reports one of its keys and derives nothing, what it would have: else that it is missing would
/// be a second error, and one more wherever the response stands in another. Should serde know the key after all, there
/// are two, and rustc says so.
fn in_the_place_of_serde(response: &Response<'_>) -> TokenStream {
    if !response.serde_fails {
        return TokenStream::new();
    }
    let stop = quote!(::core::panic!("serde has no such key here, as far as this derive knows"));
    unread::by_serde(&response.input.ident, &response.input.generics, &stop)
}

/// What differs between the kinds of responses.
pub(super) struct Body {
    pub(super) statuses: TokenStream,
    /// The unit of the amounts, where it is known.
    pub(super) unit: Option<TokenStream>,
    /// The function that makes the status of them, where there may be one.
    pub(super) status_by: Option<TokenStream>,
    /// The success that an answer means by itself, where there may be one.
    pub(super) by_itself: Option<TokenStream>,
    pub(super) integrity: TokenStream,
    pub(super) read: TokenStream,
    pub(super) outcome: TokenStream,
    /// What stands beside the implementation.
    pub(super) beside: TokenStream,
}

/// The function that reads the body.
fn read_body(response: &Response<'_>) -> TokenStream {
    if response.borrows {
        // Reported already, and rustc would say it of a lifetime of its own.
        return quote!(__core::Err(__core::ReadError::Empty));
    }
    let format = format_ident!("{}", response.format);
    let this = quote_spanned!(response.input.ident.span()=> Self);
    quote!(__core::ResponseBody::#format::<#this>(__body))
}

fn of_list(response: &Response<'_>, list: &ResponseField<'_>, flow: &Path) -> Body {
    let (ty, member) = (list.ty, &list.member);
    let of = ListOf { name: format_ident!("__FlowOfList"), ty, entry: list.entry, flow };
    let (reader, beside) = list_reader(&of, &response.input.generics);
    let entries = match &list.only {
        Some(only) => quote!(__core::only::<#ty, #flow>(self.#member, #only)),
        None => quote!(self.#member),
    };
    let read = match member {
        syn::Member::Named(_) => read_body(response),
        syn::Member::Unnamed(_) => {
            quote!(__core::Result::map((#reader.read)(__body), Self))
        }
    };
    Body {
        statuses: quote!(#reader.mappings),
        unit: Some(quote!(#reader.unit)),
        status_by: Some(quote!(#reader.status_by)),
        by_itself: Some(quote!(#reader.by_itself)),
        integrity: quote!(#reader.integrity),
        read,
        outcome: quote!((#reader.outcome)(#entries, __data)),
        beside,
    }
}

fn of_fields(response: &Response<'_>, flow: &Path) -> Body {
    let (report, statuses) = status(response, flow);
    let fields = || response.fields_in(flow);
    let amounts = fields().filter(|field| field.is_amount());
    let amounts = amounts.map(|field| {
        let ResponseField { member, ty, key, .. } = field;
        if let Some(money) = own_currency::money(response, field, flow) {
            money
        } else if let Some(currency) = response.field(flow, "currency") {
            let (currency, currency_ty) = (&currency.member, currency.ty);
            quote! {
                __response.#key =
                    __core::money::<#ty, #currency_ty>(&self.#member, &self.#currency)?;
            }
        } else if response.currency_as_asked {
            quote!(__response.#key = __core::money_as_asked::<#ty, #flow>(&self.#member, __data)?;)
        } else if amount::of(ty).is_none() {
            quote!(__response.#key = <#ty as __core::MoneyField>::whole(&self.#member)?;)
        } else {
            TokenStream::new()
        }
    });
    let ids = fields().filter_map(|field| {
        let (reader, ResponseField { member, key, .. }) = (id_reader(field)?.0, field);
        Some(quote!(__response.#key = (#reader.told)(self.#member)?;))
    });
    let mut parts = fields().filter_map(|ResponseField { member, ty, key, .. }| {
        let part = error_part(key)?;
        Some(quote!(__error.#part = __core::error_part::<#ty>(self.#member);))
    });
    let error = parts.next().map(|first| {
        quote! {
            let mut __error = <__core::ProcessorError as ::core::default::Default>::default();
            #first
            #(#parts)*
            __response.error = __core::unless_succeeded(&__response, __error);
        }
    });
    let plain = fields().filter(|field| !field.is_amount());
    let plain = plain.filter_map(|ResponseField { member, ty, key, .. }| {
        let key = match key.to_string().as_str() {
            "status" | "list" | "currency" | "capture" | "captures" => return None,
            // Beside its parts, of which one may be marked as all of it: that is reported.
            "error" if !response.is_sound => return None,
            name if IDS.iter().any(|(id, _)| *id == name) => return None,
            "redirect" => renamed(key, "redirection_data"),
            _ if error_part(key).is_some() => return None,
            _ => key.clone(),
        };
        Some(quote!(__core::Telling(&mut __response.#key).tell::<#ty>(self.#member);))
    });
    let captures = fields().filter(|field| field.key == "capture" || field.key == "captures");
    let captures = captures.map(|field| {
        let ResponseField { member, ty, key, .. } = field;
        let flow = of_captures(response, field, flow);
        quote!(__response.#key = __core::#key::<#ty, #flow>(self.#member, __data)?;)
    });
    let (item, statement) = check(response, flow);
    let outcome = quote! {
        #statement
        __core::told(move || {
            let __status = #report?;
            let mut __response =
                <<#flow as __core::Flow>::Response as __core::ResponseData>::reported(__status);
            #(#amounts)*
            #(#ids)*
            #(#plain)*
            #(#captures)*
            #error
            __core::Ok(__response)
        })
    };
    let read = read_body(response);
    let ids = tells_ids(response, flow);
    let integrity = integrity(response, flow);
    let answer = response.whole_answer(flow).filter(|answer| is_function(&answer.status));
    let status_by = answer.and_then(|Answer { status, decided_by, .. }| {
        let (function, decided_by) = (text(status), decided_by.as_ref()?);
        Some(quote!(__core::Some(__core::StatusBy {
            function: #function,
            decided_by: #decided_by,
        })))
    });
    let unit = unit(response, flow);
    let by_itself = excuse::is_by_itself(response, flow).then(
        || quote!(__core::by_itself::<#flow>(<Self as __core::FlowResponse<#flow>>::STATUSES)),
    );
    let (told, all) = (excuse::told(response, flow), tells_all(response, flow));
    let beside = quote!(#told #ids #item #all);
    Body { statuses, unit, status_by, by_itself, integrity, read, outcome, beside }
}

/// The flow in which a field lists captures, where it does in the first of them: what is no list is one mistake.
fn of_captures(response: &Response<'_>, field: &ResponseField<'_>, flow: &Path) -> TokenStream {
    let mut flows = response.flows.iter().filter(|flow| field.is_in(flow));
    match (flows.next(), flows.next()) {
        (Some(first), Some(_)) if field.key == "captures" => {
            let list = with_lifetime(field.ty, "'static");
            let are_listed = quote!(__core::are_captures::<#list, #first>());
            known::flow_if(&are_listed, flow, &response.input.generics)
        }
        _ => flow.to_token_stream(),
    }
}

/// In which unit it tells its amounts, and those of its captures.
fn unit(response: &Response<'_>, flow: &Path) -> Option<TokenStream> {
    let has_currency = response.currency_as_asked || response.field(flow, "currency").is_some();
    let units = response.fields_in(flow).filter_map(|ResponseField { ty, key, .. }| {
        let name = match key.to_string().as_str() {
            "amount" | "amount_captured" => "OF_AMOUNT",
            "capture" => "OF_CAPTURE",
            "captures" => "OF_CAPTURES",
            _ => return None,
        };
        Some(match amount::of(ty) {
            Some(amount) if name == "OF_AMOUNT" => {
                quote!(__core::Some(__core::Unit::of::<#amount>()))
            }
            None if name == "OF_AMOUNT" && !has_currency => {
                quote!(__core::Some(<#ty as __core::MoneyField>::UNIT))
            }
            // An alias, or a response of its own, of which only rustc knows.
            _ => {
                let name = format_ident!("{name}");
                quote!({
                    use __core::TellsNoUnit as _;
                    <__core::TellsUnit<#ty, #flow>>::#name
                })
            }
        })
    });
    let units: Vec<_> = units.collect();
    (!units.is_empty()).then(|| quote!(__core::Unit::of_all(&[#(#units),*])))
}

/// How a field that is an id is read, and the type of the id.
fn id_reader(field: &ResponseField<'_>) -> Option<(TokenStream, Ident)> {
    let (_, id) = IDS.iter().find(|(key, _)| field.key == key)?;
    let (ty, id) = (field.ty, format_ident!("{id}"));
    Some((quote!(__core::id_reader::<#ty, __core::#id>()), id))
}

/// By which ids the response is found, where it is an entry of a list.
fn tells_ids(response: &Response<'_>, flow: &Path) -> TokenStream {
    let ident = &response.input.ident;
    let (generics, arguments, bounds) = response.input.generics.split_for_impl();
    let ids = IDS.iter().filter_map(|(key, _)| {
        let field = response.field(flow, key)?;
        let ((reader, id), member) = (id_reader(field)?, &field.member);
        Some(quote! {
            #[automatically_derived]
            impl #generics __core::TellsId<#flow, __core::#id> for #ident #arguments #bounds {
                fn id(&self) -> __core::Option<&__core::str> {
                    (#reader.text)(&self.#member)
                }
            }
        })
    });
    let ids: TokenStream = ids.collect();
    // Where it tells none, and says nowhere why, that is reported at the response.
    let is_an_id = |field: &ResponseField<'_>| {
        let key = field.key.to_string();
        key.starts_with("connector_") && key.ends_with("_id") && !key.ends_with("_reference_id")
    };
    let is_silent = !response.fields_in(flow).any(is_an_id);
    if response.is_sound && (!is_silent || excuse::of_id(response, flow)) {
        return ids;
    }
    let others = stand_in::ids(response, flow, |key| response.field(flow, key).is_none());
    quote!(#ids #others)
}
