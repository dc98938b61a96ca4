//! serde flattens objects: of anything else it says so when it writes, or reads nothing and says nothing.

use syn::{Attribute, GenericArgument, PathArguments, Type};

use crate::errors::Errors;
use crate::flow::serde_values;
use crate::optional;
use crate::serde_attributes;

/// The types that are one text, one number or a list, by their names: a macro sees nothing else of them.
const NO_OBJECTS: [&str; 46] = [
    "bool",
    "char",
    "str",
    "String",
    "Vec",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "MinorUnit",
    "StringMinorUnit",
    "StringMajorUnit",
    "FloatMajorUnit",
    "Counted",
    "Currency",
    "Country",
    "Wire",
    "Exposed",
    "Secret",
    "AccountId",
    "MerchantAccount",
    "PaymentId",
    "RefundId",
    "CaptureId",
    "AuthorizationId",
    "CustomerId",
    "DisputeId",
    "MandateId",
    "NetworkTransactionId",
    "OrderId",
    "PayoutId",
    "RecipientId",
    "MerchantReference",
    "ProcessorReference",
    "IdempotencyKey",
    "CardNumber",
    "CardSecurityCode",
    "CardLastFour",
];

/// With one of these keys, what is written or read is what the author's function makes of it.
const BY_HAND: [&str; 3] = ["with", "serialize_with", "deserialize_with"];

/// Reports `flatten` on what is no object.
pub(crate) fn check(attributes: &[Attribute], ty: &Type, errors: &mut Errors) {
    let keys = serde_attributes::keys(attributes);
    let Some(key) = keys.iter().find(|key| *key == "flatten") else { return };
    let is_by_hand = keys.iter().any(|key| BY_HAND.iter().any(|known| key == known));
    // What serde cannot read is reported already.
    let is_read = !serde_values::are_refused(attributes, serde_values::FIELD);
    if is_read && !is_by_hand && is_no_object(ty) {
        errors.at(key, "serde flattens objects, and this is none: it stands at its own key");
    }
}

fn is_no_object(ty: &Type) -> bool {
    match optional::inside(ty).unwrap_or(ty) {
        Type::Reference(reference) => is_no_object(&reference.elem),
        Type::Slice(_) | Type::Array(_) | Type::Tuple(_) => true,
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else { return false };
            match (&last.arguments, last.ident == "Box") {
                (PathArguments::AngleBracketed(inside), true) => {
                    let is_none = |argument: &GenericArgument| matches!(argument, GenericArgument::Type(inner) if is_no_object(inner));
                    inside.args.iter().any(is_none)
                }
                _ => NO_OBJECTS.iter().any(|name| last.ident == name),
            }
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_that_are_no_objects() {
        let is_none = |ty: &str| is_no_object(&syn::parse_str(ty).unwrap());
        for ty in [
            "Currency",
            "Option<::connector_core::Counted<MinorUnit, Acme>>",
            "&'a PaymentId",
            "Option<&'static str>",
            "Box<str>",
            "Box<[u8]>",
            "[u8; 2]",
            "Vec<Item>",
        ] {
            assert!(is_none(ty), "{ty}");
        }
        for ty in ["Sum", "Option<&'a Card>", "Box<Payment>", "HashMap<String, u8>", "fn()"] {
            assert!(!is_none(ty), "{ty}");
        }
    }

    #[test]
    fn a_function_of_the_authors_makes_objects_of_anything() {
        let reported = |field: syn::Field| {
            let mut errors = Errors::default();
            check(&field.attrs, &field.ty, &mut errors);
            errors.messages().len()
        };
        assert_eq!(reported(syn::parse_quote!(#[serde(flatten)] sum: MinorUnit)), 1);
        assert_eq!(reported(syn::parse_quote!(#[serde(flatten, with = "x")] sum: MinorUnit)), 0);
    }
}
