//! In what form an amount can be read: a number of JSON's is none of another form's.

use quote::ToTokens as _;
use syn::{Data, DeriveInput, GenericArgument, PathArguments, Type};

use crate::attributes::Options;
use crate::errors::Errors;
use crate::optional;

/// The types that cannot be read of a form, and what is.
const UNREAD: [(&str, &str, &str); 4] = [
    ("Xml", "FloatMajorUnit", "StringMajorUnit"),
    ("Form", "FloatMajorUnit", "StringMajorUnit"),
    ("Headers", "FloatMajorUnit", "StringMajorUnit"),
    ("Headers", "MinorUnit", "StringMinorUnit"),
];

pub(super) fn check(input: &DeriveInput, options: &Options, errors: &mut Errors) {
    let (Some(format), Data::Struct(data)) = (options.path("format"), &input.data) else { return };
    for field in &data.fields {
        let Some(unit) = unit(&field.ty) else { continue };
        let unread =
            UNREAD.iter().find(|(form, number, _)| format.is_ident(form) && unit == *number);
        if let Some((_, number, text)) = unread {
            let format = format.to_token_stream();
            let message = format!(
                "`{number}` is a number of JSON's, and with `format = {format}` an amount is text: `{text}`"
            );
            errors.at(&field.ty, message);
        }
    }
}

/// The unit of an amount, by the name of its type, or by that of what is `Counted`.
fn unit(ty: &Type) -> Option<String> {
    let Type::Path(path) = optional::inside(ty).unwrap_or(ty) else { return None };
    let last = path.path.segments.last()?;
    match &last.arguments {
        PathArguments::AngleBracketed(inside) if last.ident == "Counted" => {
            match inside.args.first()? {
                GenericArgument::Type(amount) => unit(amount),
                _ => None,
            }
        }
        _ => Some(last.ident.to_string()),
    }
}
