//! `within = "order.details"`: the objects around what is written or read.

use syn::LitStr;

use crate::errors::Errors;

/// The keys of the objects, outermost first.
pub(crate) fn keys(text: &LitStr, errors: &mut Errors) -> Vec<String> {
    let value = text.value();
    let keys: Vec<String> = value.split('.').map(str::to_owned).collect();
    if !keys.iter().all(|key| is_key(key)) {
        let message = "these are the keys of the objects around it, outermost first: `within = \"order.details\"`";
        errors.at(text, message);
        return Vec::new();
    }
    keys
}

/// Whether an object can have such a key. One with blanks would be a first, and is rather the text of something else.
pub(crate) fn is_key(name: &str) -> bool {
    !name.is_empty() && !name.contains(char::is_whitespace)
}
