//! Reads the header that carries a proof.

use http::HeaderMap;

use super::refused::WebhookRefused;
use super::scheme::HeaderPart;

/// The one value of a header.
pub(super) fn only<'h>(
    headers: &'h HeaderMap,
    name: &'static str,
) -> Result<&'h str, WebhookRefused> {
    let mut values = headers.get_all(name).iter();
    let value = values.next().ok_or(WebhookRefused::MissingHeader(name))?;
    if values.next().is_some() {
        return Err(WebhookRefused::DuplicateHeader(name));
    }
    let malformed = || WebhookRefused::MalformedHeader { name, form: "plain text".to_owned() };
    Ok(value.to_str().map_err(|_| malformed())?.trim())
}

/// What a header says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Proof<'h> {
    /// The time of signing, as it stands there.
    pub(super) timestamp: Option<&'h str>,
    /// The signatures. While a key is changed there may be one of each.
    pub(super) signatures: Vec<&'h str>,
}

/// Reads a value of this form; `None` where it has another. Parts of other names are of other schemes.
pub(super) fn proof<'h>(value: &'h str, form: &[HeaderPart], between: char) -> Option<Proof<'h>> {
    let mut proof = Proof::default();
    match form {
        [HeaderPart::Whole] => proof.signatures.push(value),
        [HeaderPart::Named] => {
            for part in value.split('&') {
                proof.signatures.push(part.split_once('|')?.1);
            }
        }
        _ => {
            for part in value.split(between) {
                let (name, value) = part.trim().split_once('=')?;
                if form.contains_signature(name) {
                    proof.signatures.push(value);
                } else if form.contains_timestamp(name) && proof.timestamp.replace(value).is_some()
                {
                    return None;
                }
            }
        }
    }
    let is_whole = form.iter().any(HeaderPart::is_time) == proof.timestamp.is_some();
    let is_signed = !proof.signatures.is_empty() && !proof.signatures.contains(&"");
    (is_whole && is_signed).then_some(proof)
}

trait Form {
    fn contains_signature(&self, name: &str) -> bool;
    fn contains_timestamp(&self, name: &str) -> bool;
}

impl Form for [HeaderPart] {
    fn contains_signature(&self, name: &str) -> bool {
        self.iter().any(|part| matches!(part, HeaderPart::Signature(own) if *own == name))
    }

    fn contains_timestamp(&self, name: &str) -> bool {
        self.iter().any(|part| matches!(part, HeaderPart::Timestamp(own) | HeaderPart::TimestampMs(own) if *own == name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &[HeaderPart] = &[HeaderPart::Timestamp("t"), HeaderPart::Signature("v1")];

    #[test]
    fn parts_in_any_order_and_of_other_schemes() {
        let read = proof("v1=aa,t=12, v0=zz,v1=bb", FORM, ',').unwrap();
        assert_eq!(read, Proof { timestamp: Some("12"), signatures: vec!["aa", "bb"] });
        // Base64 has `=` inside of it.
        assert_eq!(proof("t=1,v1=a==", FORM, ',').unwrap().signatures, ["a=="]);
    }

    #[test]
    fn signatures_with_the_names_of_their_keys() {
        let read = |value| proof(value, &[HeaderPart::Named], ',');
        assert_eq!(read("one|aa&two|bb").unwrap().signatures, ["aa", "bb"]);
        for wrong in ["", "aa", "one|", "one|aa&", "one|aa&bb"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn parts_with_semicolons_between_them() {
        let form = &[HeaderPart::TimestampMs("t"), HeaderPart::Signature("sig")];
        let read = proof("t=12;keyId=a,b;sig=a+/=", form, ';').unwrap();
        assert_eq!(read, Proof { timestamp: Some("12"), signatures: vec!["a+/="] });
        assert_eq!(proof("t=12,sig=aa", form, ';'), None);
    }

    #[test]
    fn another_form_is_none() {
        for value in ["", "t=1", "v1=aa", "t=1,t=2,v1=aa", "t=1,v1=", "t=1,v1", "aa", "t=1,,v1=aa"]
        {
            assert_eq!(proof(value, FORM, ','), None, "{value}");
        }
        assert_eq!(proof("", &[HeaderPart::Whole], ','), None);
        assert_eq!(proof("a,b=c", &[HeaderPart::Whole], ',').unwrap().signatures, ["a,b=c"]);
    }
}
