//! `paid=Charged,open=Pending`: the processor's words, and what each means.

use connector_core::{Flow, PSync, RSync, Status, StatusCheck, StatusIn};

use crate::lookup::did_you_mean;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words(pub(super) Vec<Word>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// The variant of the status; `None` where the word says nothing about it.
    pub(super) meaning: Option<String>,
}

impl Words {
    pub(super) fn of_payments(text: &str) -> Result<Self, String> {
        parse::<PSync>(text)
    }

    pub(super) fn of_refunds(text: &str) -> Result<Self, String> {
        parse::<RSync>(text)
    }
}

/// Reads the words and refuses what the derives would refuse: a table that never says that it
/// succeeded or failed.
fn parse<F: Flow>(text: &str) -> Result<Words, String> {
    let mut words: Vec<Word> = Vec::new();
    let mut check = StatusCheck::of::<F>();
    for pair in text.split(',') {
        let (word, status) = pair
            .rsplit_once('=')
            .map(|(word, status)| (word.trim(), status.trim()))
            .filter(|(word, status)| !word.is_empty() && !status.is_empty())
            .ok_or_else(|| format!("`{pair}` is no word with its meaning: `paid=Charged`"))?;
        if words.iter().any(|earlier| earlier.text == word) {
            return Err(format!("the word `{word}` is there twice"));
        }
        if !word.chars().all(is_plain) {
            return Err(format!("the word {word:?} has a character that cannot be shown"));
        }
        let meaning = meaning::<StatusIn<F>>(status)?;
        if let Some(status) = meaning {
            check.word(word, status.name());
        }
        let meaning = meaning.map(|status| format!("{status:?}"));
        words.push(Word { text: word.to_owned(), meaning });
    }
    check.succeeds_somehow();
    check.fails_somehow();
    match check.problem() {
        None => Ok(Words(words)),
        Some(problem) => Err(problem.to_owned()),
    }
}

/// It stands as itself in a literal of Rust and in JSON.
fn is_plain(character: char) -> bool {
    "\"\\'".contains(character) || character.escape_debug().len() == 1
}

/// The status that is named, as it stands in Rust or in JSON, or `none`.
fn meaning<S: Status>(text: &str) -> Result<Option<S>, String> {
    if text == "none" {
        return Ok(None);
    }
    let variants: Vec<String> = S::ALL.iter().map(|status| format!("{status:?}")).collect();
    let mut named = S::ALL.iter().zip(&variants);
    if let Some((status, _)) =
        named.find(|(status, variant)| *variant == text || status.name() == text)
    {
        return Ok(Some(*status));
    }
    let names: Vec<&str> = variants.iter().map(String::as_str).collect();
    let hint = did_you_mean(text, &names);
    let hint = if hint.is_empty() { format!("; there are {}", names.join(", ")) } else { hint };
    Err(format!("there is no status `{text}`{hint}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_their_meaning() {
        let Words(words) =
            Words::of_payments("paid=Charged, Card Verified = charged,x=y=none,no=Failure")
                .unwrap();
        let pairs: Vec<(&str, Option<&str>)> =
            words.iter().map(|word| (&*word.text, word.meaning.as_deref())).collect();
        let charged = Some("Charged");
        let failure = Some("Failure");
        assert_eq!(
            pairs,
            [("paid", charged), ("Card Verified", charged), ("x=y", None), ("no", failure)]
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        let problem = |text| Words::of_payments(text).unwrap_err();
        let chargd = "there is no status `Chargd`; did you mean `Charged`?";
        assert_eq!(problem("paid=Chargd"), chargd);
        assert!(problem("paid=Whatever").contains("; there are Started, "));
        assert_eq!(problem("a=Pending,a=Charged"), "the word `a` is there twice");
        for wrong in ["", "paid", "=Charged", "paid=", "paid=Charged,"] {
            assert!(problem(wrong).contains("is no word with its meaning"), "{wrong}");
        }
        assert!(problem("a\u{200b}=Charged").contains("cannot be shown"));
        assert!(problem("a=Pending,b=Failure").starts_with("no word says that `PSync` succeeded"));
        let problem = Words::of_refunds("done=Success").unwrap_err();
        assert!(problem.starts_with("no word says that `RSync` failed: map one to `Failure`, "));
        assert!(Words::of_refunds("paid=Charged").is_err());
    }
}
