//! What is true of the words for a status as a whole: they mean what the flow can tell, and enough of it.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::Path;
use syn::spanned::Spanned as _;

use super::declared::Response;
use super::field::ResponseField;
use crate::attributes::is_function;
use crate::call;
use crate::generics::with_lifetime;

/// Holds the table of the words against the flow: in the block around all of it, which is evaluated whether
/// the flow is used or not. It cannot name parameters; where there are some, it is done when the flow is used.
pub(super) fn check(response: &Response<'_>, flow: &Path) -> (TokenStream, TokenStream) {
    let ident = &response.input.ident;
    let fields = response.fields_in(flow).filter(|field| field.key == "status");
    let fields: Vec<&ResponseField<'_>> = fields.collect();
    let generics = &response.input.generics;
    let is_generic =
        generics.type_params().next().is_some() || generics.const_params().next().is_some();
    let ty = |field: &ResponseField<'_>| {
        if is_generic { field.ty.to_token_stream() } else { with_lifetime(field.ty, "'static") }
    };
    let answer = response.answer(flow);
    if let Some(answer) = answer.filter(|status| !is_function(status)) {
        let name = quote!(<__core::StatusIn<__Flow>>::#answer.as_name());
        let check = call::at(answer.span(), &quote!(__core::is_answer::<__Flow>), &name);
        return (quote!(#check;), TokenStream::new());
    }
    // Several sources are complete together, and a function may know more than the words.
    let check = match fields.as_slice() {
        [] => return Default::default(),
        [one] if answer.is_none() && one.absent.is_none() => {
            let (ty, place) = (ty(one), one.ty.span());
            let method = quote!(__core::StatusReader::is_complete);
            call::at(place, &method, &quote!(&__core::status_reader::<#ty, __Flow>()))
        }
        // Reported already: one table for several sources has no parameters.
        [_, ..] if answer.is_none() && !generics.params.is_empty() => {
            return Default::default();
        }
        [first, ..] if answer.is_none() => {
            let statuses = quote!(<#ident as __core::FlowResponse<__Flow>>::STATUSES);
            let beside = fields.iter().map(|field| {
                let ty = ty(field);
                quote!(__core::status_reader::<#ty, __Flow>().beside)
            });
            let beside = quote!(&[#(#beside),*]);
            let function = quote!(__core::is_complete::<__Flow>);
            call::at(first.ty.span(), &function, &quote!(#statuses, #beside))
        }
        _ => {
            let each = fields.iter().map(|field| {
                let (ty, place) = (ty(field), field.ty.span());
                let method = quote!(__core::StatusReader::is_possible);
                let reader = quote!(&__core::status_reader::<#ty, __Flow>());
                let check = call::at(place, &method, &reader);
                quote!(#check;)
            });
            quote!({ #(#each)* })
        }
    };
    if is_generic {
        (TokenStream::new(), quote!(const { #check };))
    } else {
        (quote!(#check;), TokenStream::new())
    }
}
