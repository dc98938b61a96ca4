//! The fields of the structs that have a derive of ours, found in a source text.

use std::ops::Range;

/// A field: where its attributes stand, its name, and its type.
pub(crate) struct Field {
    /// The attribute of the derive.
    pub(crate) attribute: &'static str,
    pub(crate) attributes: Vec<Range<usize>>,
    pub(crate) name: Range<usize>,
    pub(crate) ty: Range<usize>,
}

const DERIVES: [(&str, &str); 3] =
    [("ConnectorFlow", "connector_flow"), ("FlowResponse", "flow_response"), ("Auth", "auth")];

/// The fields of each such struct.
pub(crate) fn structs(source: &str) -> Vec<Vec<Field>> {
    let mut structs = Vec::new();
    for (start, _) in source.match_indices("#[derive(") {
        let derives = source[start..].split(']').next().unwrap_or_default();
        let named = DERIVES.iter().find(|(name, _)| derives.contains(&format!("{name})")));
        let Some((_, attribute)) = named else { continue };
        let Some(open) = opening(source, start) else { continue };
        let close = open + closing(&source[open..]);
        structs.push(fields(source, open..close, attribute));
    }
    structs
}

/// Where the fields begin: behind the `{` of the struct that the attributes are of.
fn opening(source: &str, start: usize) -> Option<usize> {
    let item = source[start..].lines().scan(start, |at, line| {
        let here = *at;
        *at += line.len() + 1;
        Some((here, line))
    });
    // Attributes over several lines are indented, and closed by `)]`.
    let mut item = item.filter(|(_, line)| !line.starts_with([' ', '#', '/', ')', '\n']));
    let (at, line) = item.find(|(_, line)| !line.is_empty())?;
    let is_struct = line.trim_start_matches("pub ").starts_with("struct ");
    (is_struct && line.ends_with('{')).then_some(at + line.len())
}

/// The length of what stands before the closing brace.
fn closing(text: &str) -> usize {
    text.find("\n}").unwrap_or(0)
}

/// A line for each field, as rustfmt writes them, with attributes and comments before it.
fn fields(source: &str, inside: Range<usize>, attribute: &'static str) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut attributes = Vec::new();
    let mut at = inside.start;
    let mut begun = None;
    for line in source[inside].split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let text = line.split(" //").next().unwrap_or_default().trim();
        if text.starts_with("#[") {
            begun = Some(start);
        }
        if let (Some(from), true) = (begun, text.ends_with(")]")) {
            begun = None;
            attributes.push(from..start + text.len());
            continue;
        }
        let field = text.strip_suffix(',').and_then(|text| text.split_once(": "));
        if let (Some((name, ty)), None) = (field, begun) {
            let behind = start + name.len();
            fields.push(Field {
                attribute,
                attributes: std::mem::take(&mut attributes),
                name: start..behind,
                ty: behind + 2..behind + 2 + ty.len(),
            });
        }
    }
    fields
}
