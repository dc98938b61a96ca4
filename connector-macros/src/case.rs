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

/// A field's name in the case of this name, as serde writes it; one that serde does not know, it reports.
pub(crate) fn of_field(case: &str, field: &str) -> String {
    match case {
        "UPPERCASE" | "SCREAMING_SNAKE_CASE" => field.to_uppercase(),
        "PascalCase" => pascal(field),
        "camelCase" => lower_first(&pascal(field)),
        "kebab-case" => field.replace('_', "-"),
        "SCREAMING-KEBAB-CASE" => field.to_uppercase().replace('_', "-"),
        _ => field.to_owned(),
    }
}

/// `payment_id` as `PaymentId`.
fn pascal(field: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    field.split('_').filter_map(capital).collect()
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
        for (case, expected) in [
            ("lowercase", "trans_id"),
            ("UPPERCASE", "TRANS_ID"),
            ("PascalCase", "TransId"),
            ("camelCase", "transId"),
            ("snake_case", "trans_id"),
            ("SCREAMING_SNAKE_CASE", "TRANS_ID"),
            ("kebab-case", "trans-id"),
            ("SCREAMING-KEBAB-CASE", "TRANS-ID"),
        ] {
            assert_eq!(of_field(case, "trans_id"), expected, "{case}");
        }
    }
}
