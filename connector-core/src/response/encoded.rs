//! Secrets inside of a text in base64, whatever stands beside them there.
//!
//! `Authorization: Basic` is the base64 of `user:password` (RFC 7617, section 2). Where in it a secret
//! begins is not known. But base64 makes four characters of three bytes, so there are only three
//! ways in which it can stand in it, and most of its characters depend on no neighbour.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

use crate::secret::Secret;

/// The text with each run of base64 masked in which the secret stands; `None` where there is none.
pub(super) fn without_encoded(text: &str, secret: &str) -> Option<String> {
    let mut masked: Option<String> = None;
    for before in 0..3 {
        for core in cores(secret, before) {
            let text = masked.as_deref().unwrap_or(text);
            if !core.is_empty() && text.contains(core.as_str()) {
                masked = Some(without_runs(text, &core));
            }
        }
    }
    masked
}

/// What the secret is in base64 behind so many bytes, without the characters that depend on a neighbour.
fn cores(secret: &str, before: usize) -> [Zeroizing<String>; 2] {
    let bytes = || std::iter::repeat_n(0, before).chain(secret.bytes());
    let bytes: Zeroizing<Vec<u8>> = Zeroizing::new(bytes().collect());
    // Six bits are a character; the last one is whole only behind three bytes.
    let shared_before = before.saturating_mul(8).div_ceil(6);
    let whole = bytes.len().saturating_mul(8).checked_div(6).unwrap_or_default();
    [STANDARD_NO_PAD, URL_SAFE_NO_PAD].map(|alphabet| {
        let encoded = Zeroizing::new(alphabet.encode(&*bytes));
        Zeroizing::new(encoded.get(shared_before..whole).unwrap_or_default().to_owned())
    })
}

/// Replaces each run of base64 that has the core in it, with what pads it.
fn without_runs(text: &str, core: &str) -> String {
    let (mut done, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once(core) {
        done.push_str(before.trim_end_matches(is_base64));
        done.push_str(Secret::MASK);
        rest = after.trim_start_matches(is_base64).trim_start_matches('=');
    }
    done.push_str(rest);
    done
}

fn is_base64(one: char) -> bool {
    one.is_ascii_alphanumeric() || matches!(one, '+' | '/' | '-' | '_')
}

#[cfg(test)]
mod tests {
    use base64::prelude::BASE64_STANDARD;

    use super::*;

    #[test]
    fn a_secret_is_found_wherever_it_stands_in_what_was_encoded() {
        for secret in ["key1", "se>ret?", "hunter22", "a longer one, with \u{fc}mlauts"] {
            for before in 0..6 {
                for behind in 0..6 {
                    let whole = ["~".repeat(before), secret.into(), "?".repeat(behind)].concat();
                    for encoded in [
                        BASE64_STANDARD.encode(&whole),
                        STANDARD_NO_PAD.encode(&whole),
                        URL_SAFE_NO_PAD.encode(&whole),
                    ] {
                        let text = format!("`{encoded}` and {encoded}.");
                        let masked = without_encoded(&text, secret);
                        assert_eq!(masked.as_deref(), Some("`***` and ***."), "{whole}: {text}");
                    }
                }
            }
        }
        assert_eq!(without_encoded("that of another, bG9jaw==", "key1"), None);
    }
}
