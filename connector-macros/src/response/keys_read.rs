//! What of an answer each field of a response reads: one key goes into one field, and nothing is empty and has fields.

use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Field, Ident, Path};

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

/// The forms that know no such names, beside JSON where it is not said.
const OF_NO_SUCH_NAMES: [&str; 3] = ["Form", "Headers", "Empty"];

/// A name that is XML's is read of XML alone; of a key of JSON's that is called so, the form is said.
pub(super) fn are_of_the_form(input: &DeriveInput, options: &Options, errors: &mut Errors) {
    let Data::Struct(data) = &input.data else { return };
    let is_none = |format: &Path| OF_NO_SUCH_NAMES.iter().any(|name| format.is_ident(name));
    if options.was_refused("format") || options.path("format").is_some_and(|path| !is_none(path)) {
        return;
    }
    let of_xml = data.fields.iter().find_map(|field| {
        let mut names = names(input, field)?.into_iter();
        let name = names.find(|name| name.starts_with('@') || name.starts_with("$text"))?;
        Some((field.ident.as_ref()?, name))
    });
    if let Some((ident, name)) = of_xml {
        let message = format!(
            "`{name}` is what an attribute or a text of XML is called: `format = Xml`; or `format = Json`, where it is a \
             key of JSON's"
        );
        errors.at(ident, message);
    }
}
