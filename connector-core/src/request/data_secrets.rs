//! The secrets of a flow's data, masked in what is shown of a request that was made of them.
//!
//! A connector writes a card number wherever its processor wants it. So it is looked for in what was written,
//! in each form in which a request may carry it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::flow::Flow;
use crate::router_data::RouterData;
use crate::secret::Secret;
use crate::url::push_encoded;

/// Shorter texts, a house number say, stand everywhere by chance.
const SHORTEST: usize = 3;

/// Longer ones are no part of anything else: they are masked where letters or digits touch them, too.
const LONG: usize = 12;

/// The secrets of a flow's data: card numbers, names, addresses, tokens.
#[derive(Default)]
pub struct DataSecrets {
    /// What is looked for, the longest first, and what is shown in its place.
    forms: Vec<(Zeroizing<String>, String)>,
}

impl std::fmt::Debug for DataSecrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DataSecrets").finish_non_exhaustive()
    }
}

impl<F: Flow> RouterData<F> {
    /// What the JSON form masks of these data, to mask it in whatever else is made of them.
    ///
    /// ```
    /// use connector_core::{Authorize, RouterData};
    ///
    /// let data = RouterData::<Authorize>::from_json(br#"{"request": {
    ///     "amount": {"minor_amount": 1050, "currency": "EUR"},
    ///     "payment_method_data": {"card": {
    ///         "number": "4242424242424242", "expiry": "2039-03", "security_code": "987"
    ///     }},
    ///     "capture_method": "automatic",
    ///     "idempotency_key": "k"
    /// }}"#)?;
    /// let shown = data.secrets()?.mask("card[number]=4242424242424242&card[cvc]=987&amount=9870");
    /// assert!(!shown.contains("4242424242424242") && shown.ends_with("card[cvc]=***&amount=9870"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Whatever the flow's data refuse to be written as; ours refuse nothing.
    pub fn secrets(&self) -> Result<DataSecrets, serde_json::Error> {
        let whole: Value = serde_json::from_str(&Zeroizing::new(self.to_json_with_secrets()?))?;
        let shown: Value = serde_json::from_str(&self.to_json()?)?;
        let mut secrets = DataSecrets::default();
        secrets.collect(&whole, &shown);
        secrets.forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        Ok(secrets)
    }
}

impl DataSecrets {
    /// The text with every one of them masked.
    #[must_use]
    pub fn mask(&self, text: &str) -> String {
        let mut masked = text.to_owned();
        for (form, shown) in &self.forms {
            if masked.contains(form.as_str()) {
                masked = replaced(&masked, form, shown);
            }
        }
        masked
    }

    /// All texts that differ.
    fn collect(&mut self, whole: &Value, shown: &Value) {
        match (whole, shown) {
            (Value::Object(whole), Value::Object(shown)) => {
                for (key, value) in whole {
                    self.collect(value, shown.get(key).unwrap_or(&Value::Null));
                }
            }
            (Value::Array(whole), Value::Array(shown)) => {
                let pairs = whole.iter().zip(shown);
                pairs.for_each(|(whole, shown)| self.collect(whole, shown));
            }
            (Value::String(secret), shown) if whole != shown => {
                self.push(secret, shown.as_str().unwrap_or(Secret::MASK));
                // Some processors want the words of a name or an address each by itself.
                let words = secret.split_whitespace().filter(|word| *word != secret);
                words.for_each(|word| self.push(word, Secret::MASK));
                let decoded =
                    STANDARD.decode(secret).ok().and_then(|text| String::from_utf8(text).ok());
                decoded.iter().for_each(|content| self.push(content, Secret::MASK));
            }
            _ => {}
        }
    }

    /// A text as it stands in JSON, in a URL, in a form and in XML, and a long number in groups.
    fn push(&mut self, text: &str, shown: &str) {
        if text.chars().count() < SHORTEST {
            return;
        }
        let mut encoded = String::new();
        push_encoded(&mut encoded, text);
        let json = serde_json::to_string(text).unwrap_or_default();
        let json = json.trim_start_matches('"').strip_suffix('"').unwrap_or_default().to_owned();
        let xml = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let quoted = xml.replace('"', "&quot;").replace('\'', "&apos;");
        let form = encoded.replace("%20", "+");
        let grouped = [" ", "-"].map(|between| in_fours(text, between));
        for form in [text.to_owned(), json, encoded, form, xml, quoted].into_iter().chain(grouped) {
            if !form.is_empty() && self.forms.iter().all(|(other, _)| **other != form) {
                self.forms.push((Zeroizing::new(form), shown.to_owned()));
            }
        }
    }
}

/// A long number as people write it, in groups of four digits; any other text is none, and empty.
fn in_fours(text: &str, between: &str) -> String {
    if text.len() < LONG || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return String::new();
    }
    let mut grouped = String::new();
    for (place, digit) in text.chars().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            grouped.push_str(between);
        }
        grouped.push(digit);
    }
    grouped
}

/// Replaces each occurrence that is not a part of a longer word or number.
fn replaced(text: &str, form: &str, shown: &str) -> String {
    let (mut done, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once(form) {
        done.push_str(before);
        let goes_on = || after.starts_with(|next: char| next.is_alphanumeric());
        let is_a_part = form.len() < LONG && (goes_on() || goes_into(&done));
        done.push_str(if is_a_part { form } else { shown });
        rest = after;
    }
    done.push_str(rest);
    done
}

/// Whether what comes next is the middle of a word. The end of an escape, `%20` or `\n`, begins one.
fn goes_into(text: &str) -> bool {
    let mut last = text.chars().rev();
    let (one, two, three) = (last.next(), last.next(), last.next());
    one.is_some_and(char::is_alphanumeric) && three != Some('%') && two != Some('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(texts: &[&str]) -> DataSecrets {
        let mut secrets = DataSecrets::default();
        secrets.collect(
            &Value::from(texts.to_vec()),
            &Value::from(texts.iter().map(|_| "***").collect::<Vec<_>>()),
        );
        secrets.forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        secrets
    }

    #[test]
    fn every_form_of_a_secret_is_masked() {
        let secrets = secrets(&["Ada \"A\" O'Hara & Sons", "ada@example.com", "c2VjcmV0IHRleHQ="]);
        for text in [
            r#"{"name":"Ada \"A\" O'Hara & Sons"}"#,
            "name=Ada%20%22A%22%20O%27Hara%20%26%20Sons&next",
            "name=Ada+%22A%22+O%27Hara+%26+Sons",
            "<name>Ada &quot;A&quot; O&apos;Hara &amp; Sons</name>",
            "email=ada%40example.com",
            "\"ada@example.com\"",
            "the secret text of a file",
        ] {
            let shown = secrets.mask(text);
            let found = ["Ada", "Hara", "ada@", "ada%40", "secret"]
                .iter()
                .find(|part| shown.contains(**part));
            assert_eq!(found, None, "{shown}");
        }
    }

    #[test]
    fn its_words_are_masked_and_what_only_contains_it_is_left_alone() {
        let secrets = secrets(&["987", "Jane Doe", "5"]);
        assert_eq!(secrets.mask("a=987&b=9870&c=1987&d=5"), "a=***&b=9870&c=1987&d=5");
        assert_eq!(secrets.mask("first=Jane&last=%20Doe&x=Janet"), "first=***&last=%20***&x=Janet");
        assert_eq!(secrets.mask("\"a\\nDoe\""), "\"a\\n***\"");
    }
    #[test]
    fn a_long_number_is_masked_in_groups_and_where_letters_touch_it() {
        let secrets = secrets(&["4242424242424242"]);
        for text in [
            "4242 4242 4242 4242",
            "4242-4242-4242-4242",
            "card4242424242424242x",
            "14242424242424242",
        ] {
            assert!(!secrets.mask(text).contains("4242"), "{text}");
        }
    }
}
