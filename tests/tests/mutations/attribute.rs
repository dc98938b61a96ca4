//! Finds our attributes in a source text, and the entries in them.

use std::ops::Range;

const NAMES: [&str; 6] =
    ["connector_flow", "connector", "flow_response", "wire_status", "auth", "webhook"];

/// One attribute: its name, and where its entries stand.
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    pub(crate) entries: Vec<Range<usize>>,
}

/// Every attribute of ours.
pub(crate) fn attributes(source: &str) -> Vec<Attribute> {
    let mut found = Vec::new();
    for name in NAMES {
        let opening = format!("#[{name}(");
        for (start, _) in source.match_indices(&opening) {
            let inside = start + opening.len();
            let length = closing(&source[inside..]);
            found.push(Attribute { name, entries: entries(source, inside..inside + length) });
        }
    }
    found
}

/// The length of what stands before the closing parenthesis.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    let mut in_text = false;
    for (at, character) in text.char_indices() {
        match character {
            '"' => in_text = !in_text,
            '(' if !in_text => depth += 1,
            ')' if !in_text && depth == 0 => return at,
            ')' if !in_text => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The entries between commas, without the comments behind them.
fn entries(source: &str, inside: Range<usize>) -> Vec<Range<usize>> {
    let mut entries = Vec::new();
    let (mut depth, mut in_text, mut in_comment) = (0, false, false);
    let mut start = inside.start;
    let text = &source[inside.clone()];
    for (offset, character) in text.char_indices() {
        let at = inside.start + offset;
        match character {
            '\n' if in_comment => {
                in_comment = false;
                start = at;
            }
            _ if in_comment => {}
            '/' if !in_text && text[offset..].starts_with("//") => in_comment = true,
            '"' => in_text = !in_text,
            '(' if !in_text => depth += 1,
            ')' if !in_text => depth -= 1,
            ',' if !in_text && depth == 0 => {
                entries.push(trimmed(source, start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    if !in_comment {
        entries.push(trimmed(source, start..inside.end));
    }
    entries.retain(|entry| !entry.is_empty());
    entries
}

fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}
