//! The URL template, read as the derive of `ConnectorFlow` reads it, so that the file compiles. (Its
//! own reader is part of a proc macro, which no program can call; `tests/cli/new/wording.rs` holds
//! the messages of both side by side.)

use std::fmt::Write as _;

use super::placeholder::{snake_case, wrong_name};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template {
    path: Vec<Piece>,
    query: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// As it was typed.
    Literal(String),
    /// A placeholder's name, in snake case.
    Value(String),
}

impl Template {
    /// Reads a template, or tells everything that is wrong with it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if let Some(problem) = wrong_start(text) {
            return Err(problem.to_owned());
        }
        let (path, query) = match text.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (text, None),
        };
        let mut problems = Vec::new();
        let template =
            Self { path: pieces(path, &mut problems), query: query.map(ToOwned::to_owned) };
        segments(path, &mut problems);
        if let Some(query) = query {
            wrong_query(query, &mut problems);
        }
        if problems.is_empty() { Ok(template) } else { Err(problems.join("; ")) }
    }

    /// As it stands in the attribute.
    pub(super) fn text(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Value(name) => format!("{{{name}}}"),
        };
        let path: String = self.path.iter().map(piece).collect();
        match &self.query {
            Some(query) => format!("{path}?{query}"),
            None => path,
        }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.path.iter().filter_map(|piece| match piece {
            Piece::Value(name) => Some(name.as_str()),
            Piece::Literal(_) => None,
        })
    }

    /// As it is sent, with these values for the placeholders.
    pub(super) fn filled(&self, value: impl Fn(&str) -> &'static str) -> String {
        let mut url = String::new();
        for piece in &self.path {
            match piece {
                Piece::Literal(text) => {
                    url.push_str(&text.replace("{{", "%7B").replace("}}", "%7D"));
                }
                Piece::Value(name) => encode(value(name), "", &mut url),
            }
        }
        if let Some(query) = &self.query {
            url.push('?');
            encode(query, "=&%", &mut url);
        }
        url
    }
}

fn wrong_start(text: &str) -> Option<&'static str> {
    if text.contains("://") {
        Some("a URL template is relative to the connector's base URL; begin with `/`")
    } else if text.starts_with("//") {
        Some("a URL template that begins with `//` would name another host")
    } else if !text.starts_with('/') {
        Some("a URL template begins with `/`")
    } else {
        None
    }
}

fn pieces(path: &str, problems: &mut Vec<String>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut literal = String::new();
    let mut rest = path.chars();
    while let Some(character) = rest.next() {
        let at =
            path.len().saturating_sub(rest.as_str().len()).saturating_sub(character.len_utf8());
        let doubled = rest.as_str().starts_with(character);
        match character {
            '{' | '}' if doubled => {
                literal.extend([character, character]);
                rest.next();
            }
            '{' => {
                let Some((name, tail)) = rest.as_str().split_once('}') else {
                    problems.push(format!("`{{` at offset {at} is never closed"));
                    break;
                };
                let value = Piece::Value(snake_case(name));
                match wrong_name(name) {
                    None if pieces.contains(&value) => problems
                        .push(format!("placeholder `{{{name}}}` at offset {at} is there twice")),
                    None => pieces.extend([Piece::Literal(std::mem::take(&mut literal)), value]),
                    Some(problem) => {
                        problems.push(format!("placeholder `{{{name}}}` at offset {at} {problem}"));
                    }
                }
                rest = tail.chars();
            }
            '}' => problems.push(format!(
                "`}}` at offset {at} closes nothing; a brace that is meant is written `}}}}`"
            )),
            '#' => {
                problems.push(format!("`#` at offset {at}: a fragment is never sent to a server"));
            }
            _ if character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/%".contains(character) => {
                literal.push(character);
            }
            _ => problems.push(format!(
                "{character:?} at offset {at} cannot stand in a path; write it percent-encoded"
            )),
        }
    }
    pieces.push(Piece::Literal(literal));
    pieces
}

fn segments(path: &str, problems: &mut Vec<String>) {
    let inner = path.strip_prefix('/').unwrap_or(path);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    for segment in inner.split('/') {
        match segment.to_ascii_lowercase().replace("%2e", ".").as_str() {
            "." | ".." => problems.push(format!("the segment `{segment}` would be resolved away")),
            "" if !inner.is_empty() => problems.push("`//` makes an empty segment".to_owned()),
            _ => {}
        }
    }
}

fn wrong_query(query: &str, problems: &mut Vec<String>) {
    if query.is_empty() {
        problems.push("`?` is followed by no query".to_owned());
    }
    if query.contains(['{', '}']) {
        problems.push(
            "placeholders stand in the path only; mark the field `#[connector_flow(query)]`"
                .to_owned(),
        );
    }
    if query.contains('#') {
        problems.push("`#` in the query: a fragment is never sent to a server".to_owned());
    }
    if query.chars().any(char::is_control) {
        problems.push("a control character cannot stand in a query".to_owned());
    }
}

/// Percent-encodes all but the unreserved characters of RFC 3986 and those of `kept`.
fn encode(text: &str, kept: &str, into: &mut String) {
    for character in text.chars() {
        if character.is_ascii_alphanumeric()
            || "-._~".contains(character)
            || kept.contains(character)
        {
            into.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                write!(into, "%{byte:02X}").ok();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_names_and_what_is_sent() {
        let template = Template::parse("/a{{b}}/@{paymentID}.json?expand[]=all&x=1").unwrap();
        assert_eq!(template.text(), "/a{{b}}/@{payment_id}.json?expand[]=all&x=1");
        assert_eq!(template.names().collect::<Vec<_>>(), ["payment_id"]);
        let sent = template.filled(|_| "pay/1");
        assert_eq!(sent, "/a%7Bb%7D/@pay%2F1.json?expand%5B%5D=all&x=1");
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        assert_eq!(
            Template::parse("/a}/{}/{1a}/{b/../é").unwrap_err(),
            "`}` at offset 2 closes nothing; a brace that is meant is written `}}`; \
             placeholder `{}` at offset 4 is empty; name a field; \
             placeholder `{1a}` at offset 7 is no field's name; \
             `{` at offset 12 is never closed; the segment `..` would be resolved away"
        );
        for wrong in ["", "x", "//x", "https://x/y", "/a?", "/a?b={c}", "/a#b", "/{type}", "/{_}"] {
            assert!(Template::parse(wrong).is_err(), "{wrong}");
        }
    }
}
