//! How the data of flows are declared: what has to be there, and what may be.

/// Declares a record of plain data with a JSON form. The fields behind `optional` are left out of the
/// JSON where they are absent, and those behind `secret` are masked in it unless they were asked for.
/// `new` takes what has to be there.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$doc:meta])* $field:ident: $type:ty,)*
        }
        $(optional { $($(#[$optional_doc:meta])* $optional:ident: $optional_type:ty,)* })?
        $(secret { $($(#[$secret_doc:meta])* $secret:ident: $secret_type:ty,)* })?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$doc])* pub $field: $type,)*
            $($(
                $(#[$optional_doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $optional: Option<$optional_type>,
            )*)?
            $($(
                $(#[$secret_doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                #[serde(serialize_with = "crate::secret::masked_option")]
                pub $secret: Option<$secret_type>,
            )*)?
        }

        impl $name {
            /// With what has to be there, and nothing else yet.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "a record without required fields is empty, which is seldom meant")]
            pub const fn new($($field: $type),*) -> Self {
                Self { $($field,)* $($($optional: None,)*)? $($($secret: None,)*)? }
            }
        }
    };
}
pub(super) use record;
