//! How long a processor remembers an idempotency key, as it is written: `24 hours`, or `24 hours after a success` where
//! an order that it answers with an error leaves none behind.

use proc_macro2::TokenStream;
use quote::quote;

use crate::attributes::Options;
use crate::errors::Errors;

/// The key, of a connector and of a flow.
pub(crate) const KEY: &str = "keys_remembered_for";

/// The time that an author wrote, as a constant.
pub(crate) fn read(options: &Options, errors: &mut Errors) -> Option<TokenStream> {
    let text = options.text(KEY)?;
    let value = text.value();
    let (time, of_successes) =
        value.strip_suffix(" after a success").map_or((&*value, false), |time| (time, true));
    let Some(seconds) = seconds(time) else {
        errors.at(text, format!("so many hours or days: `{KEY} = \"24 hours\"`"));
        return None;
    };
    Some(quote! {
        __core::Some(__core::KeyMemory {
            time: __core::Duration::from_secs(#seconds),
            of_successes: #of_successes,
        })
    })
}

fn seconds(text: &str) -> Option<u64> {
    let (count, unit) = text.split_once(' ')?;
    let hours = match unit {
        "hour" | "hours" => 1,
        "day" | "days" => 24,
        _ => return None,
    };
    let count: u64 = count.parse().ok().filter(|count| *count > 0)?;
    count.checked_mul(hours)?.checked_mul(3_600)
}
