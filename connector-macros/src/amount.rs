//! Which fields are amounts: known by the names of their types, since a macro sees nothing else. An
//! alias of such a type is read and written all the same, and `describe` does not tell its unit.

use syn::{GenericArgument, PathArguments, Type};

const AMOUNTS: [&str; 4] = ["MinorUnit", "StringMinorUnit", "StringMajorUnit", "FloatMajorUnit"];

/// The type of an amount, if the field is one by the name of its type, or may be one.
pub(crate) fn of(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if AMOUNTS.iter().any(|name| last.ident == name) {
        return Some(ty);
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match (last.ident == "Option", arguments.args.first()?) {
        (true, GenericArgument::Type(inner)) => of(inner),
        _ => None,
    }
}
