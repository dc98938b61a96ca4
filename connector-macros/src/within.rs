//! `within = "order.details"`: the objects around what is written or read.

use syn::LitStr;

use crate::errors::Errors;

/// The keys of the objects, outermost first.
pub(crate) fn keys(text: &LitStr, errors: &mut Errors) -> Vec<String> {
    let value = text.value();
    let keys: Vec<String> = value.split('.').map(str::to_owned).collect();
    if keys.iter().any(String::is_empty) {
        let message = "these are the keys of the objects around it, outermost first: `within = \"order.details\"`";
        errors.at(text, message);
        return Vec::new();
    }
    keys
}
