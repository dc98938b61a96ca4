//! The words and marks of a GraphQL document (GraphQL, October 2021, section 2.1).

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Name(String),
    /// `$name`
    Variable(String),
    Mark(char),
}

/// The document without its texts and comments.
pub(super) fn tokens(document: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = document;
    while let Some(first) = rest.chars().next() {
        let behind = rest.get(first.len_utf8()..).unwrap_or_default();
        rest = match first {
            '"' => behind_text(rest),
            '#' => behind.find('\n').and_then(|at| behind.get(at..)).unwrap_or_default(),
            '$' => {
                let (name, left) = name(behind);
                tokens.push(Token::Variable(name.to_owned()));
                left
            }
            _ if is_part(first) => {
                let (name, left) = name(rest);
                tokens.push(Token::Name(name.to_owned()));
                left
            }
            _ => {
                if !first.is_whitespace() {
                    tokens.push(Token::Mark(first));
                }
                behind
            }
        };
    }
    tokens
}

/// Whether a letter may stand in a name.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The name that begins here, and what follows it.
pub(super) fn name(text: &str) -> (&str, &str) {
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or_default()
}

/// What follows the text that begins here: `"…"` or `"""…"""`.
fn behind_text(text: &str) -> &str {
    let quotes = if text.starts_with("\"\"\"") { "\"\"\"" } else { "\"" };
    let mut rest = text.get(quotes.len()..).unwrap_or_default();
    while let Some(letter) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix(quotes) {
            return behind;
        }
        let escaped = rest.strip_prefix('\\').and_then(|escaped| escaped.chars().next());
        let taken = letter.len_utf8().saturating_add(escaped.map_or(0, char::len_utf8));
        rest = rest.get(taken..).unwrap_or_default();
    }
    rest
}

/// Which brace, parenthesis or bracket has no other.
pub(super) fn unbalanced(tokens: &[Token]) -> Option<String> {
    let mut open: Vec<char> = Vec::new();
    for token in tokens {
        let Token::Mark(mark) = token else { continue };
        let opening = match mark {
            '{' | '(' | '[' => {
                open.push(*mark);
                continue;
            }
            '}' => '{',
            ')' => '(',
            ']' => '[',
            _ => continue,
        };
        if open.pop() != Some(opening) {
            return Some(format!("a `{mark}` of the document closes nothing"));
        }
    }
    open.last().map(|mark| format!("a `{mark}` of the document is never closed"))
}

#[cfg(test)]
mod tests {
    use super::{tokens, unbalanced};

    #[test]
    fn braces_are_balanced() {
        for (document, problem) in [
            ("query { a", "a `{` of the document is never closed"),
            ("query { a } }", "a `}` of the document closes nothing"),
            ("query($a: [ID) { a }", "a `)` of the document closes nothing"),
        ] {
            assert_eq!(unbalanced(&tokens(document)).as_deref(), Some(problem));
        }
        for cut_off in ["query { a(b: \"", "\"\\", "\"\"\"", "$", "#", "é"] {
            tokens(cut_off);
        }
    }
}
