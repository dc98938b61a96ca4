//! The syntax of one attribute: its name and its keys.

use syn::Path;

use super::Key;
use crate::suggest;

/// What somebody may look for who knows other derives, and how it is said here.
const INSTEAD: [(&str, &str, &str); 7] = [
    (
        "wire_status",
        "alias",
        "each spelling is a variant of its own, so that what the processor said is kept letter for letter",
    ),
    ("flow_response", "flow", "a flow stands by itself: `#[flow_response(PSync)]`"),
    ("connector_flow", "path", "name the field in the `url`: `{field}`"),
    ("connector_flow", "rename", "serde names what is in the body: `#[serde(rename = \"…\")]`"),
    ("connector_flow", "body", "a field that is not marked is in the body"),
    ("connector_flow", "envelope", "it stands on the struct; around one field, `within = \"…\"`"),
    ("connector_flow", "query", "it stands on the field that goes into the query"),
];

/// The attributes of all derives.
const NAMES: [&str; 6] =
    ["connector_flow", "connector", "flow_response", "wire_status", "auth", "webhook"];

/// What an attribute can say.
pub(crate) struct Syntax {
    /// The attribute's name: `connector_flow`.
    pub(crate) name: &'static str,
    pub(crate) keys: &'static [Key],
    /// Whether paths may stand without a key.
    pub(crate) bare: bool,
    /// What stands between the parentheses at least, as an example.
    pub(crate) example: &'static str,
}

impl Syntax {
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// Whether an attribute that there is not is this one: by a misspelt name, or by that of another derive.
    pub(crate) fn is_meant_by(&self, attribute: &Path) -> bool {
        let Some(name) = attribute.get_ident().map(ToString::to_string) else { return false };
        let is_ours = NAMES.contains(&&*name);
        name != self.name && (is_ours || suggest::closest(&name, &[self.name]).is_some())
    }

    /// `#[connector_flow(connector = Stripe, …)]`
    pub(crate) fn written(&self) -> String {
        format!("`#[{}({})]`", self.name, self.example)
    }

    /// The key that an author may have meant.
    pub(crate) fn closest(&self, unknown: &str) -> Option<&'static str> {
        suggest::closest(unknown, &self.names())
    }

    /// The end of a message about an unknown key.
    pub(crate) fn expected(&self, unknown: &str) -> String {
        let mut instead = INSTEAD.iter();
        if let Some((_, _, instead)) =
            instead.find(|(syntax, key, _)| (*syntax, *key) == (self.name, unknown))
        {
            return (*instead).to_owned();
        }
        suggest::expected(unknown, self.names())
    }

    /// The keys that are worth telling; `crate` is for facades alone.
    fn names(&self) -> Vec<&'static str> {
        let names = self.keys.iter().map(|key| key.name);
        names.filter(|name| *name != "crate").collect()
    }
}
