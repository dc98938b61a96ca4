//! What stands inside of a type: which fields may be absent, those whose type is written `Option<…>`, and the name of what is in it.

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

/// The name of the type that stands in all others: `Entry` in `Option<Vec<Entry>>`, `PaymentId` in `&PaymentId`.
pub(crate) fn innermost(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Reference(reference) => innermost(&reference.elem),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let inside = match &last.arguments {
                PathArguments::AngleBracketed(arguments) => arguments.args.first(),
                _ => None,
            };
            match inside {
                Some(GenericArgument::Type(inner)) => innermost(inner),
                _ => Some(&last.ident),
            }
        }
        _ => None,
    }
}
