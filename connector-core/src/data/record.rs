//! How the data of flows are declared: what has to be there, and what may be.

/// Declares a record of plain data with a JSON form. The fields behind `optional` are left out of the
/// JSON where they are absent, and those behind `secret` are masked in it unless they were asked for.
/// `new` takes what has to be there, and what is `named`: what names the thing that is asked about, and
/// is absent where another name of it is known.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident {
            $($(#[$doc:meta])* $field:ident: $type:ty,)*
        }
        $(named { $($(#[$named_doc:meta])* $named:ident: $named_type:ty,)* })?
        $(optional { $($(#[$optional_doc:meta])* $optional:ident: $optional_type:ty,)* })?
        $(secret { $($(#[$secret_doc:meta])* $secret:ident: $secret_type:ty,)* })?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$doc])* pub $field: $type,)*
            $($(
                $(#[$named_doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $named: Option<$named_type>,
            )*)?
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
            /// The names of its fields.
            #[allow(dead_code, reason = "the data of flows alone are asked")]
            pub(crate) const FIELDS: &'static [&'static str] = &[
                $(stringify!($field),)*
                $($(stringify!($named),)*)?
                $($(stringify!($optional),)*)?
                $($(stringify!($secret),)*)?
            ];

            /// With what has to be there, and nothing else yet.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "a record without required fields is empty, which is seldom meant")]
            pub const fn new($($field: $type,)* $($($named: $named_type,)*)?) -> Self {
                Self { $($field,)* $($($named: Some($named),)*)? $($($optional: None,)*)? $($($secret: None,)*)? }
            }
        }
    };
}
pub(super) use record;

/// Declares what a flow learns: its status, and whatever else the processor told, with a JSON form. What is not
/// told is left out of it, and what stands behind `secret` is masked in it unless it was asked for.
macro_rules! learned {
    (
        $(#[$meta:meta])*
        $name:ident {
            $(#[$status_doc:meta])*
            status: $status:ty,
            $($(#[$doc:meta])* $field:ident: $type:ty,)*
        }
        $(secret { $($(#[$secret_doc:meta])* $secret:ident: $secret_type:ty,)* })?
        $(lists { $($(#[$list_doc:meta])* $list:ident: $entry:ty,)* })?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name {
            $(#[$status_doc])*
            pub status: $crate::status::StatusReport<$status>,
            $(
                $(#[$doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $field: Option<$type>,
            )*
            $($(
                $(#[$secret_doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                #[serde(serialize_with = "crate::secret::masked_option")]
                pub $secret: Option<$secret_type>,
            )*)?
            $($(
                $(#[$list_doc])*
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub $list: Vec<$entry>,
            )*)?
            /// Why it failed, where it did and the processor says so.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub error: Option<$crate::response::ProcessorError>,
        }

        impl $name {
            /// Of which the status is told, and nothing else yet.
            #[must_use]
            pub const fn new(status: $crate::status::StatusReport<$status>) -> Self {
                Self { status, $($field: None,)* $($($secret: None,)*)? $($($list: Vec::new(),)*)? error: None }
            }
        }
    };
}
pub(super) use learned;
