//! Which fields may be absent: those whose type is written `Option<…>`.

use syn::{GenericArgument, Ident, PathArguments, Type};

/// The type inside an `Option`; `None` where the type is none.
pub(crate) fn inside(ty: &Type) -> Option<&Type> {
    let path = match ty {
        Type::Path(path) => path,
        // A type that a macro of the author's has put in.
        Type::Group(group) => return inside(&group.elem),
        _ => return None,
    };
    let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}

/// The name of the type, or of that inside an `Option`: a macro sees nothing else of it.
pub(crate) fn name(ty: &Type) -> Option<&Ident> {
    let Type::Path(path) = inside(ty).unwrap_or(ty) else { return None };
    path.path.segments.last().map(|last| &last.ident)
}
