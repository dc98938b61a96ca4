//! The URL template: `/v1/payments/{payment_id}/capture?expand[]=charge`. RFC 6570 level 1 in the
//! path, a fixed query behind it. Pure text in, pieces or messages out.

use std::fmt::Write as _;

pub(crate) const ONLY_IN_THE_PATH: &str =
    "placeholders stand in the path only; mark the field `#[connector_flow(query)]`";

/// A template that can only make URLs of the intended shape.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Template {
    pub(crate) path: Vec<Piece>,
    /// Percent-encoded, without its `?`.
    pub(crate) query: String,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    /// Text as it is sent.
    Literal(String),
    /// A placeholder's name.
    Value(String),
}

impl Template {
    /// Reads a template, as far as it is one, and tells everything that is wrong with it.
    pub(crate) fn parse(text: &str) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        problems.extend(wrong_start(text));
        // What another host is called is no path.
        let names_a_host = text.starts_with("//") || text.contains("://");
        let fragment = fragment(text);
        if let Some(at) = fragment {
            problems.push(format!("`#` at offset {at}: a fragment is never sent to a server"));
        }
        let without_fragment = text.get(..fragment.unwrap_or(text.len())).unwrap_or_default();
        let path = Self::before_the_query(without_fragment);
        let query = without_fragment.get(path.len().saturating_add(1)..);
        let template = Self {
            path: pieces(path, &mut problems),
            query: query
                .map(|query| fixed_query(query, path.len().saturating_add(1), &mut problems))
                .unwrap_or_default(),
        };
        if !names_a_host {
            dot_segments(path, &mut problems);
        }
        (template, problems)
    }

    /// The names of the placeholders, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.path.iter().filter_map(|piece| match piece {
            Piece::Value(name) => Some(name.as_str()),
            Piece::Literal(_) => None,
        })
    }

    /// What stands before the `?`, which begins no query inside of braces: `{id:?}`.
    pub(crate) fn before_the_query(url: &str) -> &str {
        let mut is_open = false;
        let end = url.find(|character| {
            is_open = match character {
                // A second one is a brace that is meant, `{{`.
                '{' => !is_open,
                '}' => false,
                _ => is_open,
            };
            character == '?' && !is_open
        });
        end.and_then(|end| url.get(..end)).unwrap_or(url)
    }

    /// The keys of the fixed query.
    pub(crate) fn query_keys(&self) -> impl Iterator<Item = &str> {
        let pairs = self.query.split('&').filter(|pair| !pair.is_empty());
        pairs.map(|pair| pair.split('=').next().unwrap_or_default())
    }
}

fn wrong_start(text: &str) -> Option<String> {
    if text.contains("://") {
        Some("a URL template is relative to the connector's base URL; begin with `/`".to_owned())
    } else if text.starts_with("//") {
        Some("a URL template that begins with `//` would name another host".to_owned())
    } else if !text.starts_with('/') {
        Some("a URL template begins with `/`".to_owned())
    } else {
        None
    }
}

/// Where a fragment begins; the `#` of a placeholder such as `{r#type}` is another mistake.
fn fragment(text: &str) -> Option<usize> {
    let mut in_placeholder = false;
    let mut marks = text.char_indices().filter(|(_, character)| {
        match character {
            '{' => in_placeholder = true,
            '}' => in_placeholder = false,
            _ => {}
        }
        *character == '#' && !in_placeholder
    });
    marks.next().map(|(at, _)| at)
}

/// Splits the path at its placeholders.
fn pieces(path: &str, problems: &mut Vec<String>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = path.char_indices().peekable();
    while let Some((at, character)) = rest.next() {
        match character {
            '{' | '}' if rest.next_if(|(_, next)| *next == character).is_some() => {
                percent_encode(character, &mut literal);
            }
            '{' => {
                let end = closing_brace(path, at);
                let Some(end) = end else {
                    problems.push(format!("`{{` at offset {at} is never closed"));
                    break;
                };
                let name = path.get(at.saturating_add(1)..end).unwrap_or_default();
                match wrong_name(name) {
                    Some(problem) => {
                        problems.push(format!("placeholder `{{{name}}}` at offset {at} {problem}"));
                    }
                    None if pieces.contains(&Piece::Value(name.to_owned())) => {
                        problems.push(format!(
                            "placeholder `{{{name}}}` at offset {at} is there twice"
                        ));
                    }
                    None => {
                        if !literal.is_empty() {
                            pieces.push(Piece::Literal(std::mem::take(&mut literal)));
                        }
                        pieces.push(Piece::Value(name.to_owned()));
                    }
                }
                while rest.next_if(|(position, _)| *position <= end).is_some() {}
            }
            '}' => problems.push(format!(
                "`}}` at offset {at} closes nothing; a brace that is meant is written `}}}}`"
            )),
            '%' if !begins_a_byte(path, at) => problems.push(lone_percent(at)),
            // RFC 3986, section 3.3: the characters of a path, and the slash between segments.
            _ if character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/%".contains(character) => {
                literal.push(character);
            }
            _ => problems.push(format!(
                "{character:?} at offset {at} cannot stand in a path; write it percent-encoded"
            )),
        }
    }
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    pieces
}

/// Where the placeholder that begins here ends: at the brace that closes it, or at the next one.
fn closing_brace(path: &str, start: usize) -> Option<usize> {
    let tail = || path.char_indices().skip_while(move |(at, _)| *at < start);
    let mut depth = 0_usize;
    let mut matching = tail().filter(|(_, character)| {
        match character {
            '{' => depth = depth.saturating_add(1),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        *character == '}' && depth == 0
    });
    let mut any = tail().filter(|(_, character)| *character == '}');
    matching.next().or_else(|| any.next()).map(|(at, _)| at)
}

fn wrong_name(name: &str) -> Option<&'static str> {
    let mut letters = name.chars();
    match letters.next() {
        None => Some("is empty; name a field"),
        Some('r') if name.starts_with("r#") => Some("stands without `r#`"),
        Some(_) if name.contains('{') => Some("has a brace in its name"),
        Some(first) if !(first.is_alphabetic() || first == '_') => Some("is no field's name"),
        Some(_) if letters.all(|letter| letter.is_alphanumeric() || letter == '_') => None,
        Some(_) => Some("is no field's name"),
    }
}

/// `.` and `..` are resolved on the way to the server, and an empty segment makes it another path.
fn dot_segments(path: &str, problems: &mut Vec<String>) {
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

/// RFC 3986, section 2.1: a percent sign begins two hex digits, or servers read what follows as they like.
fn begins_a_byte(text: &str, at: usize) -> bool {
    let behind = text.get(at.saturating_add(1)..).unwrap_or_default();
    let digits = behind.bytes().take(2).filter(u8::is_ascii_hexdigit);
    digits.count() == 2
}

fn lone_percent(at: usize) -> String {
    format!(
        "`%` at offset {at} does not begin two hex digits; a percent sign that is meant is written `%25`"
    )
}

/// Encodes a query of fixed pairs, which begins here.
fn fixed_query(query: &str, start: usize, problems: &mut Vec<String>) -> String {
    if query.is_empty() {
        problems.push("`?` is followed by no query".to_owned());
    } else if query.split('&').any(str::is_empty) {
        problems.push("`&` stands between two parameters, and here is an empty one; an `&` that is meant is written `%26`".to_owned());
    }
    if query.split('&').any(|pair| pair.starts_with('=')) {
        problems.push("a parameter begins with its name: `name=value`".to_owned());
    }
    if query.contains(['{', '}']) {
        problems.push(ONLY_IN_THE_PATH.to_owned());
    }
    let mut encoded = String::new();
    for (at, character) in query.char_indices() {
        match character {
            '%' if !begins_a_byte(query, at) => {
                problems.push(lone_percent(start.saturating_add(at)));
            }
            '=' | '&' | '%' | '-' | '.' | '_' | '~' => encoded.push(character),
            _ if character.is_ascii_alphanumeric() => encoded.push(character),
            _ => percent_encode(character, &mut encoded),
        }
    }
    encoded
}

fn percent_encode(character: char, into: &mut String) {
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        // Writing into a string cannot fail.
        let _ = write!(into, "%{byte:02X}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Piece {
        Piece::Literal(text.to_owned())
    }

    fn value(name: &str) -> Piece {
        Piece::Value(name.to_owned())
    }

    fn problem(template: &str) -> String {
        Template::parse(template).1.join("; ")
    }

    fn sound(template: &str) -> Template {
        let (template, problems) = Template::parse(template);
        assert_eq!(problems, [""; 0]);
        template
    }

    #[test]
    fn literals_and_values() {
        let template = sound("/v1/payments/{id}/capture");
        assert_eq!(template.path, [literal("/v1/payments/"), value("id"), literal("/capture")]);
        assert_eq!(template.names().collect::<Vec<_>>(), ["id"]);
        assert_eq!(sound("/").path, [literal("/")]);
    }

    #[test]
    fn prefixes_suffixes_and_neighbours() {
        let template = sound("/@{user}/{name}.json");
        assert_eq!(
            template.path,
            [literal("/@"), value("user"), literal("/"), value("name"), literal(".json")]
        );
    }

    #[test]
    fn a_question_mark_in_braces_begins_no_query() {
        for (url, path) in [
            ("/p/{id:?}", "/p/{id:?}"),
            ("/p/{id}?a=b", "/p/{id}"),
            ("/p/{{?a=b", "/p/{{"),
            ("/p?{", "/p"),
        ] {
            assert_eq!(Template::before_the_query(url), path, "{url}");
        }
    }

    #[test]
    fn doubled_braces_are_braces() {
        assert_eq!(sound("/a{{b}}").path, [literal("/a%7Bb%7D")]);
    }

    #[test]
    fn a_fixed_query_is_encoded() {
        let template = sound("/v1/x?expand[]=latest charge&a=b");
        assert_eq!(template.query, "expand%5B%5D=latest%20charge&a=b");
    }

    #[test]
    fn every_problem_of_a_template_is_told_at_once() {
        assert_eq!(
            problem("/a/{}/{1a}/{a b}"),
            "placeholder `{}` at offset 3 is empty; name a field; \
             placeholder `{1a}` at offset 6 is no field's name; \
             placeholder `{a b}` at offset 11 is no field's name"
        );
        assert_eq!(
            problem("a/{}//b"),
            "a URL template begins with `/`; placeholder `{}` at offset 2 is empty; name a field; \
             `//` makes an empty segment"
        );
        assert_eq!(
            problem("https://host/{}"),
            "a URL template is relative to the connector's base URL; begin with `/`; \
             placeholder `{}` at offset 13 is empty; name a field"
        );
    }

    #[test]
    fn what_is_sound_of_a_template_is_read() {
        let (template, _) = Template::parse("a/{}/{b}/{c d}?e={f}");
        assert_eq!(template.names().collect::<Vec<_>>(), ["b"]);
    }

    #[test]
    fn each_problem() {
        for (template, expected) in [
            ("", "a URL template begins with `/`"),
            ("v1/x", "a URL template begins with `/`"),
            ("//host/x", "a URL template that begins with `//` would name another host"),
            ("/{a", "`{` at offset 1 is never closed"),
            ("/a}", "`}` at offset 2 closes nothing; a brace that is meant is written `}}`"),
            ("/{r#type}", "placeholder `{r#type}` at offset 1 stands without `r#`"),
            ("/{a}/{a}", "placeholder `{a}` at offset 5 is there twice"),
            ("/a b", "' ' at offset 2 cannot stand in a path; write it percent-encoded"),
            ("/é", "'é' at offset 1 cannot stand in a path; write it percent-encoded"),
            ("/a\n", "'\\n' at offset 2 cannot stand in a path; write it percent-encoded"),
            ("/a#b", "`#` at offset 2: a fragment is never sent to a server"),
            ("/a/../b", "the segment `..` would be resolved away"),
            ("/a/%2E./b", "the segment `%2E.` would be resolved away"),
            ("/a//b", "`//` makes an empty segment"),
            ("/a?", "`?` is followed by no query"),
            (
                "/a?b={c}",
                "placeholders stand in the path only; mark the field `#[connector_flow(query)]`",
            ),
        ] {
            assert_eq!(problem(template), expected, "{template}");
        }
        assert!(problem("https://host/x").contains("relative to the connector's base URL"));
        let nested = "placeholder `{a{b}}` at offset 1 has a brace in its name";
        assert_eq!(problem("/{a{b}}"), nested);
    }

    #[test]
    fn a_percent_sign_begins_two_hex_digits() {
        for (template, at) in
            [("/10%/b", 3), ("/10%2", 3), ("/10%zz", 3), ("/é?é=%", 7), ("/%+1?a=%25", 1)]
        {
            let told = format!("`%` at offset {at} does not begin two hex digits");
            assert!(problem(template).contains(&told), "{template}: {}", problem(template));
        }
        assert_eq!(sound("/10%25/%aF?a=%7e").query, "a=%7e");
    }

    #[test]
    fn no_parameter_is_empty() {
        for template in ["/a?b&", "/a?&b", "/a?b=1&&c=2"] {
            assert!(problem(template).contains("an empty one"), "{template}");
        }
        assert_eq!(sound("/a?b&c=").query, "b&c=");
        for template in ["/a?=1", "/a?b=1&=2"] {
            assert!(problem(template).contains("begins with its name"), "{template}");
        }
    }

    #[test]
    fn a_trailing_slash_is_meant() {
        assert_eq!(sound("/a/").path, [literal("/a/")]);
    }
}
