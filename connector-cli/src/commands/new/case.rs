//! From a processor's words to the variants of an enum, and the `rename_all` that fits most of them.

use std::iter;

/// A word as a variant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Variant {
    pub(super) ident: String,
    /// Whether `rename_all` does not make the word of it.
    pub(super) is_renamed: bool,
}

type Spelling = fn(&[String]) -> String;

/// The cases of the derive, the usual ones first: `paid` fits into several.
const CASES: &[(&str, Spelling)] = &[
    ("snake_case", |words| words.join("_").to_lowercase()),
    ("SCREAMING_SNAKE_CASE", |words| words.join("_").to_uppercase()),
    ("Title Case", |words| words.join(" ")),
    ("PascalCase", <[String]>::concat),
    ("camelCase", |words| {
        let first = words.first().map(|word| word.to_lowercase());
        first.into_iter().chain(words.iter().skip(1).cloned()).collect()
    }),
    ("kebab-case", |words| words.join("-").to_lowercase()),
    ("SCREAMING-KEBAB-CASE", |words| words.join("-").to_uppercase()),
    ("lowercase", |words| words.concat().to_lowercase()),
    ("UPPERCASE", |words| words.concat().to_uppercase()),
];

/// The case that fits most of the words, and each word's variant.
pub(super) fn variants(wire: &[&str]) -> (Option<&'static str>, Vec<Variant>) {
    let mut idents: Vec<String> = Vec::new();
    for word in wire {
        let ident = ident(word);
        // `paid` and `PAID` are two words.
        let numbered = (2_usize..).map(|number| format!("{ident}{number}"));
        let free = iter::once(ident.clone()).chain(numbered).find(|name| !idents.contains(name));
        idents.push(free.unwrap_or(ident));
    }
    let words = || wire.iter().zip(&idents);
    let fits =
        |case: Spelling| words().filter(|(word, ident)| case(&parts(ident)) == **word).count();
    // Of several that are best, `max_by_key` takes the last.
    let best = CASES.iter().rev().max_by_key(|(_, case)| fits(*case));
    let best = best.filter(|(_, case)| fits(*case) > 0);
    let variant = |(word, ident): (&&str, &String)| Variant {
        ident: ident.clone(),
        is_renamed: best.is_none_or(|(_, case)| case(&parts(ident)) != *word),
    };
    (best.map(|(name, _)| *name), words().map(variant).collect())
}

/// `requires_action`, `Requires Action` and `REQUIRES-ACTION` as `RequiresAction`.
fn ident(word: &str) -> String {
    let chunks = word.split(|letter: char| !letter.is_ascii_alphanumeric());
    let ident: String = chunks.map(capitalised).collect();
    match ident.chars().next() {
        Some(first) if first.is_ascii_alphabetic() && ident != "Self" => ident,
        _ => format!("Word{ident}"),
    }
}

fn capitalised(chunk: &str) -> String {
    let is_shouted = !chunk.contains(|letter: char| letter.is_ascii_lowercase());
    let mut letters = chunk.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let rest = letters.map(|letter| if is_shouted { letter.to_ascii_lowercase() } else { letter });
    first.into_iter().chain(rest).collect()
}

/// Where the derive divides a variant's name: before each capital.
fn parts(ident: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for letter in ident.chars() {
        match parts.last_mut() {
            Some(part) if !letter.is_uppercase() => part.push(letter),
            _ => parts.push(letter.to_string()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> (Option<&'static str>, Vec<(String, bool)>) {
        let (case, variants) = variants(words);
        (case, variants.into_iter().map(|it| (it.ident, it.is_renamed)).collect())
    }

    #[test]
    fn the_case_that_fits_most_words() {
        for (words, case) in [
            (["paid", "requires_action"], "snake_case"),
            (["PAID", "REQUIRES_ACTION"], "SCREAMING_SNAKE_CASE"),
            (["Paid", "Card Verified"], "Title Case"),
            (["Paid", "CardVerified"], "PascalCase"),
            (["paid", "cardVerified"], "camelCase"),
            (["paid", "card-verified"], "kebab-case"),
            (["PAID", "CARD-VERIFIED"], "SCREAMING-KEBAB-CASE"),
        ] {
            let (found, variants) = of(&words);
            assert_eq!(found, Some(case));
            assert!(variants.iter().all(|(_, is_renamed)| !is_renamed), "{variants:?}");
        }
    }

    #[test]
    fn words_that_are_no_names_are_renamed() {
        let (case, variants) = of(&["3ds", "paid", "PAID", "+", "self", ""]);
        let names: Vec<(&str, bool)> = variants.iter().map(|(a, b)| (a.as_str(), *b)).collect();
        assert_eq!(case, Some("snake_case"));
        assert_eq!(
            names,
            [
                ("Word3ds", true),
                ("Paid", false),
                ("Paid2", true),
                ("Word", true),
                ("WordSelf", true),
                ("Word2", true),
            ]
        );
        assert_eq!(of(&["+"]).0, None);
    }
}
