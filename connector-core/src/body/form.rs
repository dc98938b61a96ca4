//! `application/x-www-form-urlencoded`, with nested keys as PHP, Rails and Stripe read them.

use serde::Serialize;

/// Writes a form: `amount=1000&card[number]=…&types[0]=card`, percent-encoded throughout.
pub(super) fn to_string<T: Serialize>(body: &T) -> Result<String, serde_qs::Error> {
    let written = serde_qs::Config::new().use_form_encoding(true).serialize_string(body)?;
    // serde_qs writes an absent value as its bare key, which processors read as an empty text: at
    // Stripe that erases the stored one; and no values at all as a pair without a key.
    let mut form = String::with_capacity(written.len());
    for pair in written.split('&').filter(|pair| pair.find('=') > Some(0)) {
        if !form.is_empty() {
            form.push('&');
        }
        form.push_str(pair);
    }
    Ok(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Card<'a> {
        number: &'a str,
    }

    #[derive(Serialize)]
    struct Payment<'a> {
        amount: i64,
        note: Option<&'a str>,
        card: Card<'a>,
        types: Vec<&'a str>,
    }

    #[test]
    fn nested_keys_lists_and_absent_values() {
        let payment = Payment {
            amount: 1000,
            note: None,
            card: Card { number: "42 & 43=" },
            types: vec!["card", "link"],
        };
        assert_eq!(
            to_string(&payment).unwrap(),
            "amount=1000&card%5Bnumber%5D=42%20%26%2043%3D&types%5B0%5D=card&types%5B1%5D=link"
        );
    }

    #[test]
    fn nothing_is_an_empty_form() {
        #[derive(Serialize)]
        struct Nothing {
            #[serde(skip_serializing_if = "Option::is_none")]
            note: Option<i64>,
        }
        assert_eq!(to_string(&Nothing { note: None }).unwrap(), "");
        assert_eq!(to_string(&Nothing { note: Some(1) }).unwrap(), "note=1");
    }

    #[test]
    fn an_empty_text_and_an_empty_list_are_values() {
        let empty = Payment { amount: 0, note: Some(""), card: Card { number: "" }, types: vec![] };
        assert_eq!(to_string(&empty).unwrap(), "amount=0&note=&card%5Bnumber%5D=&types=");
    }
}
