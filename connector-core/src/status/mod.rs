//! One vocabulary of statuses for every processor, and how a processor's words become ours.

mod apply;
mod attempt;
pub(crate) mod by_capture;
pub(crate) mod compared;
mod creation;
mod dispute;
mod flow_statuses;
mod mandate;
pub(crate) mod mapping;
mod payout;
mod refund;
mod report;
pub(crate) mod text;
mod verification;
mod wire;
mod word;

pub use apply::Applied;
pub use attempt::AttemptStatus;
pub use creation::CreationStatus;
pub use dispute::DisputeStatus;
pub use flow_statuses::{FlowStatuses, StatusCheck};
pub use mandate::MandateStatus;
pub use mapping::{StatusMapping, UnknownWord};
pub use payout::PayoutStatus;
pub use refund::RefundStatus;
pub use report::StatusReport;
pub use verification::VerificationStatus;
#[doc(hidden)]
pub use wire::words_are_read_as_wire;
pub use wire::{SilentWord, StatusOf, Wire, WireStatus};

use std::fmt::Debug;

/// Whose move it is while a status stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaits {
    /// The processor's, a bank's or a network's: ask again later.
    Processor,
    /// The customer's: to authenticate, to confirm, to pay.
    Customer,
    /// The merchant's: to capture, to void, to decide. Asking again changes nothing.
    Merchant,
    /// Nobody's: the status is final.
    Nobody,
}

/// A status of ours: of a payment, of a refund. Its values are ordered as they are declared: first what
/// is not final, each behind what it can follow, then the ends.
pub trait Status: Copy + Ord + Debug + Send + Sync + 'static {
    /// What it is the status of, by the name of its type: `AttemptStatus`.
    const KIND: &'static str;

    /// Every status there is.
    const ALL: &'static [Self];

    /// The names of those that are ends, for checks while the program is compiled.
    #[doc(hidden)]
    const ENDS: &'static [Option<&'static str>];

    /// Its name in JSON and in reports, in snake case.
    fn name(self) -> &'static str;

    /// Whose move it is.
    fn awaits(self) -> Awaits;

    /// What it means, as a sentence.
    fn meaning(self) -> &'static str;

    /// Whether it is the end of what it is the status of: this attempt to pay, this refund.
    fn is_terminal(self) -> bool {
        matches!(self.awaits(), Awaits::Nobody)
    }

    /// Whether a report can move it there: on, over as many steps as it likes, and never from an end.
    fn can_become(self, next: Self) -> bool {
        !self.is_terminal() && self < next && !next.denies(self)
    }

    /// The end that this comes to when another end is reported that is about the rest of it alone.
    fn ends_with(self, _reported: Self) -> Option<Self> {
        None
    }

    /// Whether it tells that the money of this end went back afterwards, to where it came from.
    fn gives_back(self, _end: Self) -> bool {
        false
    }

    /// Whether it tells that the other, of which one at least is no end, cannot be: that the money went another
    /// way.
    fn denies(self, _other: Self) -> bool {
        false
    }

    /// Whether it is known already what that end says of the money, in other words.
    fn agrees(self, _other: Self) -> bool {
        false
    }

    /// What is known when this is reported, by a sync or by a webhook.
    fn apply(self, reported: Self) -> Applied<Self> {
        Applied::of(self, reported)
    }
}

/// One table per status: what it means, the variant, its name in JSON, and whose move it is. The order
/// of the lines is the order in which a status moves; the ends come last.
macro_rules! statuses {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[doc = $variant_doc:literal])+ $variant:ident = $text:literal, $awaits:ident;)+ }
        $(gives_back: $gives_back:expr;)?
        $(denies: $denies:expr;)?
        $(agrees: $agrees:expr;)?
        $(ends_with: $ends_with:expr;)?
        $(never_unknown: [$($never_unknown:ident),+];)?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[doc = $variant_doc])+ #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Its name in JSON and in reports, in snake case.
            #[must_use]
            pub const fn as_name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// Whose move it is.
            #[must_use]
            pub const fn whose_move(self) -> $crate::status::Awaits {
                match self { $(Self::$variant => $crate::status::Awaits::$awaits,)+ }
            }

            /// For the derive: what an undocumented word may mean. Nothing final: it would be a guess
            /// that nobody looks at again. And nothing that goods are shipped for.
            #[doc(hidden)]
            #[must_use]
            #[track_caller]
            pub const fn for_unknown_words(self) -> Self {
                assert!(
                    !matches!(self.whose_move(), $crate::status::Awaits::Nobody),
                    "an unknown word cannot mean a final status; nobody would ask again"
                );
                $(assert!(
                    !matches!(self, $(Self::$never_unknown)|+),
                    "an unknown word cannot mean that money is held or taken; goods would be shipped for it"
                );)?
                self
            }
        }

        impl $crate::status::Status for $name {
            const KIND: &'static str = stringify!($name);
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const ENDS: &'static [Option<&'static str>] = &[
                $(if matches!($crate::status::Awaits::$awaits, $crate::status::Awaits::Nobody) {
                    Some($text)
                } else {
                    None
                }),+
            ];

            fn name(self) -> &'static str {
                self.as_name()
            }

            fn awaits(self) -> $crate::status::Awaits {
                self.whose_move()
            }

            fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($variant_doc),+).trim_ascii(),)+ }
            }

            $(fn gives_back(self, end: Self) -> bool {
                let gives_back: fn(Self, Self) -> bool = $gives_back;
                gives_back(self, end)
            })?

            $(fn ends_with(self, reported: Self) -> Option<Self> {
                let ends_with: fn(Self, Self) -> Option<Self> = $ends_with;
                ends_with(self, reported)
            })?

            $(fn denies(self, end: Self) -> bool {
                let denies: fn(Self, Self) -> bool = $denies;
                denies(self, end)
            })?

            $(fn agrees(self, other: Self) -> bool {
                let agrees: fn(Self, Self) -> bool = $agrees;
                agrees(self, other)
            })?
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::status::Status::name(*self))
            }
        }
    };
}
pub(crate) use statuses;
