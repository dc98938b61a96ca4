//! The texts with placeholders: `t={timestamp},v1={signature}` and `{timestamp}.{body}`. Pure text in,
//! pieces or messages out.

/// A piece of a text with placeholders.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Literal(String),
    /// What stands in braces.
    Value(String),
}

/// Splits a text at its placeholders.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((literal, behind)) = rest.split_once('{') {
        let (name, behind) = behind
            .split_once('}')
            .ok_or_else(|| format!("`{{` is never closed in `{{{behind}`"))?;
        if literal.contains('}') {
            return Err("`}` closes nothing".to_owned());
        }
        if !super::declared::is_path(name) {
            return Err(format!("`{{{name}}}` names nothing"));
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal.to_owned()));
        }
        pieces.push(Piece::Value(name.to_owned()));
        rest = behind;
    }
    if rest.contains('}') {
        return Err("`}` closes nothing".to_owned());
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest.to_owned()));
    }
    Ok(pieces)
}

/// A piece of a header that carries a signature.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum HeaderPart {
    Whole,
    Signature(String),
    /// In seconds.
    Timestamp(String),
    /// In milliseconds.
    TimestampMs(String),
    /// The name of a key before each signature.
    Named,
}

impl HeaderPart {
    pub(super) fn is_time(&self) -> bool {
        matches!(self, Self::Timestamp(_) | Self::TimestampMs(_))
    }
}

/// What stands between the parts of a header of this form.
pub(super) fn between(text: &str) -> char {
    if text.contains(';') { ';' } else { ',' }
}

/// Reads the form of a header: the signature alone, or parts with a comma or a semicolon between them.
pub(super) fn header(text: &str) -> Result<Vec<HeaderPart>, String> {
    if text == "{signature}" {
        return Ok(vec![HeaderPart::Whole]);
    }
    if text == "{key}|{signature}" {
        return Ok(vec![HeaderPart::Named]);
    }
    let mut parts: Vec<HeaderPart> = Vec::new();
    for part in text.split(between(text)) {
        let named = part.split_once('=').filter(|(name, _)| is_name(name));
        let read = match named {
            Some((name, "{signature}")) => HeaderPart::Signature(name.to_owned()),
            Some((name, "{timestamp}")) => HeaderPart::Timestamp(name.to_owned()),
            Some((name, "{timestamp_ms}")) => HeaderPart::TimestampMs(name.to_owned()),
            _ => {
                return Err(
                    "the form of the header: `{signature}`, `{key}|{signature}`, or parts such as \
                     `t={timestamp}` and `v1={signature}` with `,` or `;` between them"
                        .to_owned(),
                );
            }
        };
        parts.push(read);
    }
    let count = |is: fn(&HeaderPart) -> bool| parts.iter().filter(|part| is(part)).count();
    if count(|part| matches!(part, HeaderPart::Signature(_))) != 1 {
        return Err("the header has one `{signature}`".to_owned());
    }
    if count(HeaderPart::is_time) > 1 {
        return Err("the header has one `{timestamp}` at most".to_owned());
    }
    Ok(parts)
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_placeholders() {
        let value = |text: &str| Piece::Value(text.to_owned());
        let literal = |text: &str| Piece::Literal(text.to_owned());
        assert_eq!(
            pieces("{timestamp}.{body}"),
            Ok(vec![value("timestamp"), literal("."), value("body")])
        );
        assert_eq!(pieces("{a.b}x"), Ok(vec![value("a.b"), literal("x")]));
        for wrong in ["{", "{a", "}", "a}b{c}", "{}", "{a b}", "{a{b}}"] {
            assert!(pieces(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn forms_of_headers() {
        assert_eq!(header("{signature}"), Ok(vec![HeaderPart::Whole]));
        assert_eq!(header("{key}|{signature}"), Ok(vec![HeaderPart::Named]));
        let parts = [HeaderPart::Timestamp("t".to_owned()), HeaderPart::Signature("v1".to_owned())];
        assert_eq!(header("t={timestamp},v1={signature}"), Ok(parts.to_vec()));
        let parts =
            [HeaderPart::TimestampMs("t".to_owned()), HeaderPart::Signature("s".to_owned())];
        assert_eq!(header("t={timestamp_ms};s={signature}"), Ok(parts.to_vec()));
        for wrong in [
            "",
            "t={timestamp}",
            "{signature},x",
            "a={signature},b={signature}",
            "a={body}",
            "a={signature},t={timestamp};x={signature}",
        ] {
            assert!(header(wrong).is_err(), "{wrong}");
        }
    }
}
