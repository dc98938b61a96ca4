//! The names between braces, which become fields.

use super::reserved::KEYWORDS;

/// What is wrong with a placeholder of this name.
pub(super) fn wrong_name(name: &str) -> Option<&'static str> {
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    if name.is_empty() {
        Some("is empty; name a field")
    } else if name.starts_with("r#") {
        Some("stands without `r#`")
    } else if name.contains('{') {
        Some("has a brace in its name")
    } else if !starts_well || !name.chars().all(plain) || name.trim_matches('_').is_empty() {
        Some("is no field's name")
    } else if KEYWORDS.contains(&snake_case(name).as_str()) {
        Some("is a word of Rust's own; name it otherwise")
    } else {
        None
    }
}

/// References of processors write `{paymentId}`; a field of Rust is `payment_id`.
pub(super) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    let mut was_lower = false;
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && was_lower {
            snake.push('_');
        }
        was_lower = letter.is_ascii_lowercase() || letter.is_ascii_digit();
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_references_write_them() {
        for (name, field) in
            [("paymentId", "payment_id"), ("paymentID", "payment_id"), ("id2", "id2"), ("ID", "id")]
        {
            assert_eq!(snake_case(name), field);
            assert_eq!(wrong_name(name), None);
        }
    }

    #[test]
    fn names_that_no_field_can_have() {
        for wrong in ["", "1a", "a b", "a-b", "{a", "_", "r#type", "type", "Self", "ü"] {
            assert!(wrong_name(wrong).is_some(), "{wrong}");
        }
    }
}
