//! What a table of events expands to: one constant.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{LitStr, Type};

use super::declared::Declared;
use super::event::Event;
use super::pattern::{HeaderPart, Piece};
use super::scheme::{Place, Scheme, Signature};
use crate::call;
use crate::known;
use crate::once;
use crate::path::in_block;

pub(super) fn expand(declared: &Declared<'_>) -> TokenStream {
    let Declared {
        connector, batch, payload, kind, id, id_header, acknowledgement, no_events, ..
    } = declared;
    let form = format_ident!("{}", declared.format);
    let scheme = scheme(&declared.scheme, connector);
    let events = declared.events.iter().map(|event| self::event(event, connector));
    let (batch, payload, id) = (option(batch), option(payload), option(id));
    let id_header = option(&id_header.as_deref().map(|name| LitStr::new(name, Span::call_site())));
    let no_events = option(no_events);
    let acknowledgement = acknowledgement.as_ref().map_or_else(String::new, LitStr::value);
    let used = used(declared);
    let receives = once::implemented_at(
        connector.span(),
        &quote!(__core::ReceivesWebhooks for #connector),
        quote!(
            const DECLARATION: __core::WebhookDeclaration = __DECLARATION;
        ),
    );
    let names = declared.events.iter().filter_map(name_is_read);
    let items = quote! {
        // A constant of its own: those of traits are looked at only where they are used.
        const __DECLARATION: __core::WebhookDeclaration = __core::WebhookDeclaration {
            scheme: #scheme,
            form: __core::WebhookForm::#form,
            batch: #batch,
            payload: #payload,
            kind: &[#(#kind),*],
            id: #id,
            id_header: #id_header,
            events: &[#(#events),*],
            no_events: #no_events,
            acknowledgement: #acknowledgement,
        };
        #receives
        #used
        #(#names)*
    };
    in_block(&declared.core, &items)
}

fn option(text: &Option<LitStr>) -> TokenStream {
    match text {
        Some(text) => quote!(__core::Some(#text)),
        None => quote!(__core::None),
    }
}

fn scheme(scheme: &Scheme, connector: &Type) -> TokenStream {
    match scheme {
        Scheme::Signature(signature) => self::signature(signature),
        Scheme::Token(header) => quote!(__core::WebhookScheme::Token(#header)),
        // At the connector, which needs the flow to ask with.
        Scheme::Asked(headers) => {
            quote_spanned!(connector.span()=> __core::asked::<#connector>(&[#(#headers),*]))
        }
        Scheme::Nothing => quote!(__core::WebhookScheme::Nothing),
    }
}

fn signature(signature: &Signature) -> TokenStream {
    let Signature { algorithm, place, encoding, key, signed, tolerance } = signature;
    let (algorithm, encoding) = (format_ident!("{algorithm}"), format_ident!("{encoding}"));
    let key = format_ident!("{key}");
    let in_event = matches!(place, Place::Event { .. });
    let signed = signed.iter().map(|piece| match piece {
        Piece::Literal(text) => quote!(__core::SignedPart::Literal(#text)),
        Piece::Value(path) if in_event => quote!(__core::SignedPart::Field(#path)),
        Piece::Value(name) => match name.as_str() {
            "timestamp" => quote!(__core::SignedPart::Timestamp),
            "url" => quote!(__core::SignedPart::Url),
            _ => quote!(__core::SignedPart::Body),
        },
    });
    let place = match place {
        Place::Event { path, form } => {
            let form = form.iter().map(part);
            quote!(__core::SignaturePlace::Event { path: #path, form: &[#(#form),*] })
        }
        Place::Header { name, form, between } => {
            let form = form.iter().map(part);
            quote! {
                __core::SignaturePlace::Header {
                    name: #name, form: &[#(#form),*], between: #between,
                }
            }
        }
    };
    let tolerance = match tolerance {
        Some(seconds) => {
            quote!(__core::Some(::core::time::Duration::from_secs(#seconds)))
        }
        None => quote!(__core::None),
    };
    quote! {
        __core::WebhookScheme::Signature(__core::Signature {
            algorithm: __core::Algorithm::#algorithm,
            place: #place,
            encoding: __core::Encoding::#encoding,
            key: __core::KeyForm::#key,
            signed: &[#(#signed),*],
            tolerance: #tolerance,
        })
    }
}

fn part(part: &HeaderPart) -> TokenStream {
    match part {
        HeaderPart::Whole => quote!(__core::HeaderPart::Whole),
        HeaderPart::Named => quote!(__core::HeaderPart::Named),
        HeaderPart::Signature(name) => quote!(__core::HeaderPart::Signature(#name)),
        HeaderPart::TimestampMs(name) => quote!(__core::HeaderPart::TimestampMs(#name)),
        HeaderPart::Timestamp(name) => quote!(__core::HeaderPart::Timestamp(#name)),
    }
}

fn event(event: &Event<'_>, connector: &Type) -> TokenStream {
    let Event { response, flow, on, at, with, ids, .. } = event;
    let at = at.as_ref().map_or_else(String::new, LitStr::value);
    let ids = ids.iter().map(|(name, path)| quote!((#name, #path)));
    let with_key = option(with);
    let place = quote! {
        __core::EventPlace { on: &[#(#on),*], at: #at, with: #with_key, ids: &[#(#ids),*] }
    };
    // At the flow, so that rustc points there where the event does not name what it is about.
    let told = match response {
        Some(ty) => quote_spanned!(flow.span()=> __core::event::<#connector, __Flow, #ty>(#place)),
        None => quote_spanned!(flow.span()=> __core::event_to_ask::<__Flow>(#place)),
    };
    let known = known::event_flow(flow);
    quote!({ #known #told })
}

/// Stops rustc at the key of a name that nothing reads there: by itself, because a constant ends at its first mistake.
fn name_is_read(event: &Event<'_>) -> Option<TokenStream> {
    let (ty, key) = (event.response?, event.with.as_ref()?);
    let known = known::event_flow(&event.flow);
    let keys = quote!(<__core::StatusAt<#ty, __Flow>>::KEYS);
    let check = call::at(key.span(), &quote!(__core::is_read_at), &quote!(#keys, #key));
    Some(quote! {
        const _: () = {
            #[allow(unused_imports, reason = "it is a response")]
            use __core::NoStatusAt as _;
            #known
            #check
        };
    })
}

/// The enum is a declaration and has no values; rustc would call its variants unused.
fn used(declared: &Declared<'_>) -> TokenStream {
    let ident = &declared.input.ident;
    let variants = declared.events.iter().map(|event| event.ident);
    let arms =
        declared.events.iter().map(|Event { ident: variant, response, .. }| match response {
            Some(_) => quote!(#ident::#variant(__part) => ::core::mem::drop(__part)),
            None => quote!(#ident::#variant => {}),
        });
    quote! {
        #[allow(dead_code, deprecated, reason = "the table is read when the program is compiled")]
        fn __declared(__event: #ident) {
            #(let _ = #ident::#variants;)*
            match __event { #(#arms),* }
        }
    }
}
