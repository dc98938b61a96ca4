//! The cases that wire words are written in, from the identifiers of Rust.

use crate::suggest;

/// serde's names for them.
pub(crate) const NAMES: &[&str] = &[
    "lowercase",
    "UPPERCASE",
    "PascalCase",
    "camelCase",
    "snake_case",
    "SCREAMING_SNAKE_CASE",
    "kebab-case",
    "SCREAMING-KEBAB-CASE",
    "Title Case",
];

/// A variant's name in the case of this name, or what the name should have been.
pub(crate) fn of_variant(case: &str, variant: &str) -> Result<String, String> {
    let words = || words(variant);
    Ok(match case {
        "lowercase" => variant.to_lowercase(),
        "UPPERCASE" => variant.to_uppercase(),
        "PascalCase" => variant.to_owned(),
        "camelCase" => lower_first(variant),
        "snake_case" => words().join("_").to_lowercase(),
        "SCREAMING_SNAKE_CASE" => words().join("_").to_uppercase(),
        "kebab-case" => words().join("-").to_lowercase(),
        "SCREAMING-KEBAB-CASE" => words().join("-").to_uppercase(),
        "Title Case" => words().join(" "),
        _ => return Err(suggest::expected(case, NAMES.iter().copied())),
    })
}

/// `payment_id` as `PaymentId`.
pub(crate) fn pascal(field: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    field.split('_').filter_map(capital).collect()
}

/// `payment_id` as `paymentId`.
pub(crate) fn camel(field: &str) -> String {
    lower_first(&pascal(field))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// `RequiresAction` as `Requires`, `Action`.
fn words(variant: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in variant.chars() {
        match words.last_mut() {
            Some(word) if !letter.is_uppercase() => word.push(letter),
            _ => words.push(letter.to_string()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_case() {
        for (case, expected) in [
            ("lowercase", "requiresaction"),
            ("UPPERCASE", "REQUIRESACTION"),
            ("PascalCase", "RequiresAction"),
            ("camelCase", "requiresAction"),
            ("snake_case", "requires_action"),
            ("SCREAMING_SNAKE_CASE", "REQUIRES_ACTION"),
            ("kebab-case", "requires-action"),
            ("SCREAMING-KEBAB-CASE", "REQUIRES-ACTION"),
            ("Title Case", "Requires Action"),
        ] {
            assert_eq!(of_variant(case, "RequiresAction").as_deref(), Ok(expected));
        }
        assert_eq!(of_variant("snake-case", "X"), Err("did you mean `snake_case`?".to_owned()));
    }

    #[test]
    fn fields() {
        assert_eq!(camel("merchant_authentication"), "merchantAuthentication");
        assert_eq!(pascal("trans_id"), "TransId");
    }
}
