//! Masks the merchant's secrets in what a processor echoes.
//!
//! Some servers repeat the key that they refuse. Whatever a processor says ends in logs and on
//! screens, so the values of the credentials are replaced in it before anybody sees it.

use std::borrow::Cow;
use std::str::FromStr;

use super::{Fault, Outcome, ProcessorError};
use crate::data::ResponseData;
use crate::flow::Flow;
use crate::secret::Secret;
use crate::url::PathValue;

/// Shorter values occur by chance, and replacing them would garble everything.
const SHORTEST: usize = 4;

/// Replaces secrets in texts.
#[derive(Clone, Copy, Debug)]
pub struct Mask<'a>(pub(crate) &'a [Secret]);

impl Mask<'_> {
    /// The text with every secret masked; `None` where there is none in it.
    fn of(self, text: &str) -> Option<String> {
        let found = |secret: &&Secret| {
            let secret = secret.expose();
            secret.len() >= SHORTEST && text.contains(secret)
        };
        self.0.iter().filter(found).fold(None, |masked: Option<String>, secret| {
            let text = masked.as_deref().unwrap_or(text);
            Some(text.replace(secret.expose(), Secret::MASK))
        })
    }

    /// Masks a text of a response.
    pub fn text(self, text: &mut Cow<'static, str>) {
        if let Some(masked) = self.of(text) {
            *text = Cow::Owned(masked);
        }
    }

    /// Masks a text that may be there.
    pub fn option(self, text: &mut Option<Box<str>>) {
        text.iter_mut().for_each(|text| self.boxed(text));
    }

    /// Masks a text.
    pub(crate) fn boxed(self, text: &mut Box<str>) {
        if let Some(masked) = self.of(text) {
            *text = masked.into();
        }
    }

    /// Masks an id that may be there.
    pub(crate) fn id<T: PathValue + FromStr>(self, id: &mut Option<T>) {
        let masked = id.as_ref().and_then(|id| self.of(&id.path_text()));
        if let Some(masked) = masked {
            *id = masked.parse().ok();
        }
    }

    /// Masks what a processor says about an error.
    pub fn error(self, error: &mut ProcessorError) {
        for text in [
            &mut error.code,
            &mut error.message,
            &mut error.reason,
            &mut error.network_decline_code,
            &mut error.network_advice_code,
        ] {
            self.option(text);
        }
    }

    fn fault(self, fault: &mut Fault) {
        if let Some(masked) = self.of(&fault.detail) {
            fault.detail = masked;
        }
        fault.error.iter_mut().for_each(|error| self.error(error));
    }
}

impl<F: Flow> Outcome<F> {
    /// The same with the secrets masked, in every text that is shown. The bytes of the body stay as
    /// they came; `Debug` does not show them.
    pub fn masked(mut self, secrets: &[Secret]) -> Self {
        let mask = Mask(secrets);
        match &mut self {
            Self::Status(response) => response.mask(mask),
            Self::Mismatch(mismatch) => {
                mismatch.response.mask(mask);
                if let Some(told) = mask.of(&mismatch.discrepancy.told) {
                    mismatch.discrepancy.told = told;
                }
            }
            Self::NoInformation(fault) | Self::SentUnknown(fault) => mask.fault(fault),
            Self::NotFound(error) | Self::Declined(error) => mask.error(error),
            Self::NotSent(_) => {}
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_occurrence_is_masked_and_short_values_are_left_alone() {
        let secrets = [Secret::new("sk_1234"), Secret::new("id")];
        let mask = Mask(&secrets);
        assert_eq!(mask.of("no id here"), None);
        assert_eq!(mask.of("sk_1234 is not sk_1234, id"), Some("*** is not ***, id".to_owned()));
    }
}
