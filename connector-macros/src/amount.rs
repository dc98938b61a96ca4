//! Which fields are amounts: known by the names of their types, since a macro sees nothing else. An
//! alias of such a type is read and written all the same, and `describe` does not tell its unit.

use syn::{GenericArgument, PathArguments, Type};

const AMOUNTS: [&str; 5] =
    ["MinorUnit", "StringMinorUnit", "StringMajorUnit", "FloatMajorUnit", "Counted"];

/// The type behind an `Option`, or the type itself.
fn inner(ty: &Type) -> &Type {
    let Type::Path(path) = ty else { return ty };
    let last = path.path.segments.last();
    let Some(last) = last.filter(|last| last.ident == "Option") else { return ty };
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return ty };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => inner,
        _ => ty,
    }
}

/// The type of an amount, if the field is one by the name of its type, or may be one.
pub(crate) fn of(ty: &Type) -> Option<&Type> {
    let ty = inner(ty);
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    AMOUNTS.iter().any(|name| last.ident == name).then_some(ty)
}
