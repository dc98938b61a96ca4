//! Placeholders as other frameworks write them: `/payments/:payment_id`, `/payments/<payment_id>`. Sent as they
//! stand they would name nothing, and the field would go into the body.

use crate::suggest;

/// What stands around a name elsewhere, and whether it does so only where a segment begins: a `:` and a `%` inside of
/// one are a path's own.
const SPELLINGS: [(&str, &str, bool); 7] = [
    ("${", "}", false),
    ("%{", "}", false),
    ("{{", "}}", false),
    ("<", ">", false),
    ("[", "]", false),
    ("%", "%", true),
    (":", "", true),
];

/// The path with its placeholders as they are written here, and what was found that is written otherwise.
pub(super) fn in_braces(path: &str, fields: &[String]) -> (String, Vec<String>) {
    let (mut path, mut found) = (path.to_owned(), Vec::new());
    for (open, close, at_start) in SPELLINGS {
        for name in fields {
            let foreign = format!("{open}{name}{close}");
            while let Some((before, after)) = split(&path, &foreign, at_start) {
                path = format!("{before}{{{name}}}{after}");
                found.push(written_as(&foreign, name));
            }
        }
    }
    let segments = path.split('/').map(|segment| misspelt(segment, fields, &mut found));
    (segments.collect::<Vec<_>>().join("/"), found)
}

fn written_as(foreign: &str, name: &str) -> String {
    format!("`{foreign}` would be sent as it stands: write it as `{{{name}}}`")
}

/// A segment that is nothing else than such a placeholder is one, whatever it names; in braces, so that it is
/// looked at as one.
fn misspelt(segment: &str, fields: &[String], found: &mut Vec<String>) -> String {
    let spellings = SPELLINGS.iter().filter(|(open, ..)| [":", "<", "${"].contains(open));
    let mut names = spellings
        .filter_map(|(open, close, _)| segment.strip_prefix(open)?.strip_suffix(close))
        .filter(|name| syn::parse_str::<syn::Ident>(name).is_ok());
    let Some(name) = names.next() else { return segment.to_owned() };
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let Some(field) = suggest::closest(name, &fields) else { return format!("{{{name}}}") };
    found.push(written_as(segment, field));
    format!("{{{field}}}")
}

/// What stands before such a placeholder and behind it.
fn split(path: &str, foreign: &str, at_start: bool) -> Option<(String, String)> {
    let sides = path
        .match_indices(foreign)
        .filter_map(|(at, _)| Some((path.get(..at)?, path.get(at.checked_add(foreign.len())?..)?)));
    let mut meant = sides.filter(|(before, after)| {
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
        // Doubled braces around a placeholder are braces.
        let is_doubled = foreign.starts_with('{') && before.ends_with('{');
        let is_longer = foreign.ends_with(is_part) && after.starts_with(is_part);
        !is_doubled && !is_longer && (!at_start || before.ends_with('/'))
    });
    meant.next().map(|(before, after)| (before.to_owned(), after.to_owned()))
}

/// Whether a value of the query is such a placeholder.
pub(super) fn is_in_a_query(query: &str, fields: &[String]) -> bool {
    let mut values = query.split('&').filter_map(|pair| pair.split_once('='));
    values.any(|(_, value)| !in_braces(&format!("/{value}"), fields).1.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{in_braces, is_in_a_query};

    #[test]
    fn what_others_write_is_found() {
        let fields = ["id".to_owned(), "refund".to_owned()];
        for foreign in [
            "/a/:id/b",
            "/a/${id}/b",
            "/a/%{id}/b",
            "/a/{{id}}/b",
            "/a/<id>/b",
            "/a/[id]/b",
            "/a/%id%/b",
        ] {
            let (path, found) = in_braces(foreign, &fields);
            assert_eq!((path.as_str(), found.len()), ("/a/{id}/b", 1), "{foreign}");
        }
        assert_eq!(in_braces("/:id/:refund", &fields).0, "/{id}/{refund}");
    }

    #[test]
    fn what_is_meant_as_it_stands_is_left() {
        let fields = ["id".to_owned(), "refund".to_owned(), "ab".to_owned()];
        for own in ["/refund/{id}", "/{id}:refund", "/{{{id}}}", "/{{other}}", "/a%ab%20", "/%3Aid"]
        {
            assert_eq!(in_braces(own, &fields), (own.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn one_that_names_no_field_is_one() {
        let fields = ["payment_id".to_owned()];
        for foreign in ["/a/:paymentid", "/a/<paymentid>", "/a/${paymentid}"] {
            let (path, found) = in_braces(foreign, &fields);
            assert_eq!((path.as_str(), found.len()), ("/a/{payment_id}", 1), "{foreign}");
        }
        assert_eq!(in_braces("/:other/b", &fields), ("/{other}/b".to_owned(), Vec::new()));
    }

    #[test]
    fn one_in_the_query_is_found() {
        let fields = ["id".to_owned()];
        assert!(is_in_a_query("?a=b&c=:id", &fields));
        assert!(!is_in_a_query("?a=id&id=a:id", &fields));
    }
}
