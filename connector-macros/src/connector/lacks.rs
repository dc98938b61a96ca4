//! The flows that the processor does not have: `lacks(PSync = "it has no status query")`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, LitStr};

use crate::attributes::Options;
use crate::call;
use crate::errors::Errors;
use crate::known;

/// The flows, each with the reason. What is wrong is left out here and an error there.
pub(super) fn read<'a>(options: &'a Options, errors: &mut Errors) -> Vec<&'a (Ident, LitStr)> {
    let mut lacked: Vec<&(Ident, LitStr)> = Vec::new();
    for entry in options.names("lacks") {
        let (flow, reason) = entry;
        if reason.value().trim().is_empty() {
            errors.at(reason, format!("say why the processor has no `{flow}`"));
        } else if lacked.iter().any(|(earlier, _)| earlier == flow) {
            errors.at(flow, "the flow is there twice");
        } else {
            lacked.push(entry);
        }
    }
    lacked
}

/// What stands in the implementation of `Connector`.
pub(super) fn constant(lacked: &[&(Ident, LitStr)]) -> Option<TokenStream> {
    let entries = lacked.iter().map(|(flow, reason)| {
        let known = known::flow(flow);
        quote!(__core::LackedFlow {
            flow: { #known <__Flow as __core::Flow>::NAME },
            reason: #reason,
        })
    });
    (!lacked.is_empty())
        .then(|| quote!(const LACKS: &'static [__core::LackedFlow] = &[#(#entries),*];))
}

/// That the connector really has none of them: whoever adds the flow has to take the reason back.
pub(super) fn checks(lacked: &[&(Ident, LitStr)], connector: &Ident) -> TokenStream {
    let checks = lacked.iter().map(|(flow, _)| {
        let message = format!("`lacks` says that there is no `{flow}`, and there is one");
        let is_missing = quote!(__core::Probe::<#connector, __Flow>::ENTRY.is_none());
        let is_lacked = quote!(__core::is_lacked);
        let check = call::at(flow.span(), &is_lacked, &quote!(#is_missing, #message));
        let known = known::flow(flow);
        quote! {
            const _: () = {
                #known
                #[allow(unused_imports, reason = "the flow may be there, which is the mistake")]
                use __core::NoEntry as _;
                #check
            };
        }
    });
    checks.collect()
}
