//! What of an answer each field of a response reads: one key goes into one field, and nothing is empty and has fields.

use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Field, Ident};

use crate::attributes::Options;
use crate::errors::Errors;
use crate::flattened;
use crate::serde_attributes;

/// Keys of serde's with which a field is read from elsewhere, or from nowhere.
const NOT_BY_NAME: [&str; 3] = ["flatten", "skip", "skip_deserializing"];

/// serde reads a key into the first of two fields, and the other one is never there.
pub(super) fn are_read_once(input: &DeriveInput, errors: &mut Errors) {
    let Data::Struct(data) = &input.data else { return };
    let mut read: Vec<(String, &Ident)> = Vec::new();
    for field in &data.fields {
        flattened::check(&field.attrs, &field.ty, errors);
        let Some(ident) = field.ident.as_ref() else { continue };
        for name in names(input, field).unwrap_or_default() {
            match read.iter().find(|(earlier, _)| *earlier == name) {
                Some((_, first)) if *first == ident => {}
                Some((_, first)) => {
                    let message =
                        format!("`{first}` reads `{name}` already, and this field never does");
                    errors.at(ident, message);
                }
                None => read.push((name, ident)),
            }
        }
    }
}

/// The keys that a field reads, where they are known: its name, and what else it is called.
pub(super) fn names(input: &DeriveInput, field: &Field) -> Option<Vec<String>> {
    let keys = serde_attributes::keys(&field.attrs);
    let is_elsewhere = keys.iter().any(|key| NOT_BY_NAME.iter().any(|name| key == name));
    // `rename(deserialize = "…")` has another form, and says it of reading alone.
    let renamed = serde_attributes::text(&field.attrs, "rename");
    let is_unknown = keys.iter().any(|key| key == "rename") && renamed.is_none();
    let own = field.ident.as_ref()?.unraw().to_string();
    (!is_elsewhere && !is_unknown).then(|| {
        let mut names = vec![serde_attributes::wire_name(&input.attrs, &field.attrs, own)];
        names.extend(serde_attributes::texts(&field.attrs, "alias"));
        names
    })
}

/// An answer without a body tells no field anything.
pub(super) fn empty_has_no_fields(input: &DeriveInput, options: &Options, errors: &mut Errors) {
    let Data::Struct(data) = &input.data else { return };
    if let (Some(format), Some(_)) = (options.path("format"), data.fields.iter().next())
        && format.is_ident("Empty")
    {
        let message = "what is empty tells no field anything: `struct Name;`, or another `format`";
        errors.at(format, message);
    }
}
