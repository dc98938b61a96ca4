//! `within = "order.details"`: the objects around what is written or read.

use syn::LitStr;

use crate::errors::Errors;

/// The keys of the objects, outermost first.
pub(crate) fn keys(text: &LitStr, errors: &mut Errors) -> Vec<String> {
    let value = text.value();
    let keys: Vec<String> = value.split('.').map(str::to_owned).collect();
    if !keys.iter().all(|key| is_key(key)) {
        let message = "these are the keys of the objects around it, outermost first and with dots between them: \
                       `within = \"order.details\"`";
        errors.at(text, message);
        return Vec::new();
    }
    keys
}

/// Whether an object has such a key. One with blanks, slashes or brackets would be a first, and is rather the text of
/// something else.
pub(crate) fn is_key(name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || "_-:@$".contains(letter);
    !name.is_empty() && name.chars().all(is_part)
}
