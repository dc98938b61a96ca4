//! Masks the merchant's secrets in what a processor echoes.
//!
//! Some servers repeat the key or the card number that they refuse. Whatever a processor says ends in
//! logs and on screens, so the values of the credentials are replaced in it before anybody sees it. In
//! what it says in words of an error, and in a status that nobody knows, the credentials are looked for
//! in base64, too, as `Authorization: Basic` carries them, and so are the secrets of the data and the numbers of other
//! cards.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use super::card_numbers::without_card_numbers;
use super::encoded::without_encoded;
use super::{Fault, NotFound, Outcome, ProcessorError};
use crate::data::ResponseData;
use crate::flow::Flow;
use crate::request::DataSecrets;
use crate::router_data::RouterData;
use crate::secret::Secret;
use crate::url::PathValue;

/// Shorter values occur by chance, and replacing them would garble everything.
const SHORTEST: usize = 4;

/// Shorter values stand in an id by chance, and an id that is changed is that of another payment. No key is
/// shorter. (What a connector declares to be no secret, such as the name of an account, is masked nowhere.)
const SHORTEST_KEY: usize = 16;

/// Replaces secrets in texts.
#[derive(Clone, Copy)]
pub struct Mask<'a> {
    credentials: &'a [Secret],
    /// The secrets of the data, which are not collected before there is an error to look for them in.
    /// `None` behind it where they cannot be told.
    data: Option<&'a dyn Deref<Target = Option<DataSecrets>>>,
}

impl fmt::Debug for Mask<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mask").finish_non_exhaustive()
    }
}

impl Mask<'_> {
    /// The text with every secret masked; `None` where there is none in it.
    fn of(self, text: &str) -> Option<String> {
        self.of_long(text, SHORTEST)
    }

    /// The same with those secrets that are no shorter.
    fn of_long(self, text: &str, shortest: usize) -> Option<String> {
        let found = |secret: &&Secret| {
            let secret = secret.expose();
            secret.len() >= shortest && text.contains(secret)
        };
        self.credentials.iter().filter(found).fold(None, |masked: Option<String>, secret| {
            let text = masked.as_deref().unwrap_or(text);
            Some(text.replace(secret.expose(), Secret::MASK))
        })
    }

    /// Masks a text of a response. A word that the connector knows is not the processor's to choose,
    /// and has no secret in it.
    pub fn text(self, text: &mut Cow<'static, str>) {
        if let Cow::Owned(word) = text
            && let Some(masked) = self.of_words(word)
        {
            *word = masked;
        }
    }

    /// Masks an id or a reference that may be there.
    pub fn option(self, text: &mut Option<Box<str>>) {
        text.iter_mut().for_each(|text| self.boxed(text));
    }

    /// Masks an id or a reference.
    pub(crate) fn boxed(self, text: &mut Box<str>) {
        if let Some(masked) = self.of_long(text, SHORTEST_KEY) {
            *text = masked.into();
        }
    }

    /// Masks an id that may be there.
    pub(crate) fn id<T: PathValue + FromStr>(self, id: &mut Option<T>) {
        let masked = id.as_ref().and_then(|id| self.of_long(&id.path_text(), SHORTEST_KEY));
        if let Some(masked) = masked {
            *id = masked.parse().ok();
        }
    }

    /// What is said in words of an error, with everything masked; `None` where nothing is to be.
    fn of_words(self, text: &str) -> Option<String> {
        let mut masked = self.of(text);
        let long = self.credentials.iter().filter(|secret| secret.expose().len() >= SHORTEST);
        for secret in long {
            let text = masked.as_deref().unwrap_or(text);
            masked = without_encoded(text, secret.expose()).or(masked);
        }
        if let Some(data) = self.data.filter(|_| !text.is_empty()) {
            masked = Some(match &**data {
                Some(secrets) => secrets.mask(masked.as_deref().unwrap_or(text)),
                None => Secret::MASK.to_owned(),
            });
        }
        masked = without_card_numbers(masked.as_deref().unwrap_or(text)).or(masked);
        masked.filter(|masked| masked != text)
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
            let masked = text.as_deref().and_then(|text| self.of_words(text));
            if let Some(masked) = masked {
                *text = Some(masked.into());
            }
        }
        self.id(&mut error.connector_transaction_id);
    }

    fn fault(self, fault: &mut Fault) {
        if let Some(masked) = self.of_words(&fault.detail) {
            fault.detail = masked;
        }
        fault.error.iter_mut().for_each(|error| self.error(error));
    }
}

impl<F: Flow> Outcome<F> {
    /// The same with the secrets masked, in every text that is shown. The bytes of the body stay as
    /// they came; `Debug` does not show them.
    pub fn masked(self, secrets: &[Secret]) -> Self {
        self.masked_with(Mask { credentials: secrets, data: None })
    }

    /// The same, and with the secrets of the data masked in what is said in words of an error.
    pub(crate) fn masked_of(self, secrets: &[Secret], data: &RouterData<F>) -> Self {
        let data = LazyCell::new(|| data.secrets().ok());
        self.masked_with(Mask { credentials: secrets, data: Some(&data) })
    }

    fn masked_with(mut self, mask: Mask<'_>) -> Self {
        match &mut self {
            Self::Status(response) => response.mask(mask),
            Self::Mismatch(mismatch) => {
                mismatch.response.mask(mask);
                if let Some(told) = mask.of_long(&mismatch.discrepancy.told, SHORTEST_KEY) {
                    mismatch.discrepancy.told = told;
                }
            }
            Self::NoInformation(fault) | Self::SentUnknown(fault) => mask.fault(fault),
            Self::NotFound(NotFound { error, .. }) | Self::Declined(error) => mask.error(error),
            Self::NotSent(_) => {}
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::prelude::BASE64_STANDARD;

    use super::*;
    use crate::dispatch::Authorize;
    use crate::response::FaultKind;

    #[test]
    fn every_occurrence_is_masked_and_short_values_are_left_alone() {
        let secrets = [Secret::new("sk_1234"), Secret::new("id")];
        let mask = Mask { credentials: &secrets, data: None };
        assert_eq!(mask.of("no id here"), None);
        assert_eq!(format!("{mask:?}"), "Mask { .. }");
        assert_eq!(mask.of("sk_1234 is not sk_1234, id"), Some("*** is not ***, id".to_owned()));
    }

    #[test]
    fn an_id_is_not_changed_for_what_stands_in_it_by_chance() {
        let secrets = [Secret::new("ACME"), Secret::new("sk_test_0123456789")];
        let mask = Mask { credentials: &secrets, data: None };
        let masked = |text: &str| {
            let mut id = Some(crate::PaymentId::new(text).unwrap());
            let mut reference = Some(text.into());
            mask.id(&mut id);
            mask.option(&mut reference);
            assert_eq!(id.map(|id| Box::from(id.as_str())), reference);
            reference.unwrap()
        };
        assert_eq!(&*masked("ACME617368120001"), "ACME617368120001");
        assert_eq!(&*masked("no sk_test_0123456789"), "no ***");
        assert_eq!(mask.of("of ACME"), Some("of ***".to_owned()));
    }

    #[test]
    fn the_secrets_of_the_data_are_masked_in_words_and_collected_for_no_others() {
        let json = br#"{"request": {
            "amount": {"minor_amount": 1050, "currency": "EUR"},
            "payment_method_data": {"card": {
                "number": "4242424242424242", "expiry": "2039-03", "security_code": "737",
                "holder_name": "Ada Lovelace"
            }},
            "capture_method": "automatic",
            "idempotency_key": "k"
        }}"#;
        let data = RouterData::<Authorize>::from_json(json).unwrap();
        let lazy = LazyCell::new(|| {
            let secrets: Option<DataSecrets> = None;
            assert!(secrets.is_some(), "collected for nothing");
            secrets
        });
        let idle = Mask { credentials: &[], data: Some(&lazy) };
        idle.text(&mut "succeeded".into());
        idle.error(&mut ProcessorError::default());

        let words = "card 4242424242424242 cvc 737 Ada Lovelace declined: 7370";
        let error = ProcessorError::new(Some(words), Some(words));
        let Outcome::Declined(error) = Outcome::Declined(error).masked_of(&[], &data) else {
            panic!("another outcome");
        };
        for text in [error.code, error.message] {
            let text = text.unwrap();
            let leak = ["4242424242", "737 ", "Ada", "Lovelace"].into_iter();
            assert_eq!(leak.filter(|leak| text.contains(leak)).count(), 0, "{text}");
            assert!(text.starts_with("card ") && text.ends_with(" declined: 7370"), "{text}");
        }
        let fault = Fault::new(FaultKind::Unreadable, words);
        let shown = format!("{:?}", Outcome::<Authorize>::of_fault(fault).masked_of(&[], &data));
        assert!(!shown.contains("4242424242") && !shown.contains("Lovelace"), "{shown}");
    }

    #[test]
    fn data_that_cannot_tell_their_secrets_cost_the_words() {
        let mask = Mask { credentials: &[], data: Some(&&None) };
        assert_eq!(mask.of_words("card 4242424242424242"), Some("***".to_owned()));
    }

    #[test]
    fn what_basic_authentication_sends_is_masked_in_words() {
        let secrets = [Secret::new("rzp_test_1"), Secret::new("hunter22")];
        let mask = Mask { credentials: &secrets, data: None };
        for pair in ["rzp_test_1:hunter22", "rzp_test_1:", ":hunter22", "someone:hunter22"] {
            let sent = format!("not Basic {}, no", BASE64_STANDARD.encode(pair));
            assert_eq!(mask.of_words(&sent), Some("not Basic ***, no".to_owned()), "{pair}");
        }
        let other = format!("not Basic {}", BASE64_STANDARD.encode("another:one-of-theirs"));
        assert_eq!(mask.of_words(&other), None);
    }
}
