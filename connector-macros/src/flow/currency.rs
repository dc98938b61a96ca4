//! An amount in the place of its currency: both come from the same field of the data, so that only the type tells them
//! apart.

use syn::ext::IdentExt as _;

use super::body;
use super::model::Flow;
use crate::amount;
use crate::errors::Errors;

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    let amounts = flow.fields().iter().filter(|field| amount::of(&field.field.ty).is_some());
    for field in amounts.filter(|field| field.sound) {
        let own = field.ident.unraw().to_string();
        let sent = body::name_in_place(flow, field);
        // Of two fields with one name that is reported.
        let mut others = flow.fields().iter().filter(|other| other.ident != field.ident);
        let is_taken = others.any(|other| body::name_in_place(flow, other) == sent);
        let names = [own.as_str(), sent.as_str()].into_iter();
        let name = { names }.find(|name| !is_taken && is_of_a_currency(name));
        if let Some(name) = name {
            let message = format!(
                "`{name}` would be the amount once more: a currency is of the type `Currency`"
            );
            errors.at(&field.field.ty, message);
        }
    }
}

/// `currency`, `order.currencyCode`; not `currency_amount`.
fn is_of_a_currency(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name).to_lowercase();
    last.contains("currency") && !["amount", "value", "unit"].iter().any(|word| last.contains(word))
}
