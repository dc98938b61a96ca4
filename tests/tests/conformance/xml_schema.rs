//! XML Schema, of which a processor's JSON is a shadow that keeps the order: as much of it as such JSON
//! can be held against.
//!
//! Validators of XML Schema take XML, and what is sent here is JSON, whose keys have no namespace and whose numbers
//! are none of XML's: to make XML of it first, by rules of our own, would be the greater part of this file.

use std::collections::BTreeMap;

use connector_tests::outside::shared;
use roxmltree::{Document, Node};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::description::instance::{Extent, text};
use crate::ordered::Fields;

/// A schema that was read.
#[derive(Debug, Default)]
pub(crate) struct XmlSchema {
    types: BTreeMap<String, Type>,
    elements: BTreeMap<String, Type>,
}

#[derive(Debug, Clone)]
enum Type {
    Named(String),
    Complex { base: Option<String>, elements: Vec<Element> },
    Simple { base: String, words: Vec<String>, lengths: (usize, usize), pattern: Option<String> },
}

#[derive(Debug, Clone)]
struct Element {
    name: String,
    kind: Type,
    required: bool,
    repeated: bool,
    /// The choice that it is a member of.
    choice: Option<Choice>,
}

/// One of several, and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Choice {
    /// The name of its first member.
    first: String,
    /// Whether one has to be there.
    required: bool,
}

impl Element {
    fn is_first_choice(&self) -> bool {
        self.choice.as_ref().is_some_and(|choice| choice.first == self.name)
    }
}

fn unprefixed(name: &str) -> String {
    name.strip_prefix("anet:").unwrap_or(name).to_owned()
}

/// The children of this kind, whatever they are in.
fn within<'a>(node: Node<'a, 'a>, kind: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children()
        .filter(move |child| child.has_tag_name(("http://www.w3.org/2001/XMLSchema", kind)))
}

fn type_of(node: Node<'_, '_>) -> Type {
    if let Some(name) = node.attribute("type") {
        return Type::Named(unprefixed(name));
    }
    let own = node
        .children()
        .find(|child| ["complexType", "simpleType"].contains(&child.tag_name().name()));
    own.map_or_else(|| Type::Named("xs:anyType".to_owned()), read_type)
}

fn read_type(node: Node<'_, '_>) -> Type {
    let find = |kind: &'static str| node.descendants().find(|one| one.tag_name().name() == kind);
    if node.tag_name().name() == "simpleType" {
        let restriction = find("restriction").unwrap();
        let value = |kind: &str| {
            restriction.children().find(|one| one.tag_name().name() == kind)?.attribute("value")
        };
        let number = |kind: &str| value(kind).and_then(|value| value.parse().ok());
        let exact = number("length");
        return Type::Simple {
            base: unprefixed(restriction.attribute("base").unwrap()),
            words: within(restriction, "enumeration")
                .map(|one| one.attribute("value").unwrap().to_owned())
                .collect(),
            lengths: (
                exact.or_else(|| number("minLength")).unwrap_or(0),
                exact.or_else(|| number("maxLength")).unwrap_or(usize::MAX),
            ),
            pattern: value("pattern").map(str::to_owned),
        };
    }
    let base = within(node, "complexContent").next().and_then(|content| {
        let extension = within(content, "extension").next()?;
        extension.attribute("base").map(unprefixed)
    });
    let mut elements = Vec::new();
    collect(node, true, None, &mut elements);
    Type::Complex { base, elements }
}

fn choice_of(node: Node<'_, '_>, all: bool) -> Option<Choice> {
    let members = || within(node, "element");
    // Where it may be made again and again, it is a list of any of them.
    let is_once = matches!(node.attribute("maxOccurs"), None | Some("1"));
    let may_lack = |node: Node<'_, '_>| node.attribute("minOccurs") == Some("0");
    let first = members().next().filter(|_| is_once)?.attribute("name")?.to_owned();
    Some(Choice { first, required: all && !may_lack(node) && !members().any(may_lack) })
}

/// The elements of a group.
fn collect(node: Node<'_, '_>, all: bool, choice: Option<&Choice>, elements: &mut Vec<Element>) {
    for child in node.children().filter(Node::is_element) {
        let may_lack = child.attribute("minOccurs") == Some("0");
        match child.tag_name().name() {
            "element" => elements.push(Element {
                name: child.attribute("name").or(child.attribute("ref")).map(unprefixed).unwrap(),
                kind: type_of(child),
                required: all && !may_lack,
                repeated: !matches!(child.attribute("maxOccurs"), None | Some("1")),
                choice: choice.cloned(),
            }),
            "choice" => collect(child, false, choice_of(child, all).as_ref(), elements),
            "sequence" | "all" | "complexContent" | "extension" => {
                collect(child, all && !may_lack, None, elements);
            }
            _ => {}
        }
    }
}

impl XmlSchema {
    /// Reads a file below `../shared/specs`.
    pub(crate) fn open(file: &str) -> Option<Self> {
        let text = shared(&format!("specs/{file}"))?;
        Some(Self::read(text.trim_start_matches('\u{feff}')))
    }

    fn read(text: &str) -> Self {
        let document = Document::parse(text).unwrap();
        let mut schema = Self::default();
        for node in document.root_element().children().filter(Node::is_element) {
            let name = node.attribute("name").unwrap_or_default().to_owned();
            match node.tag_name().name() {
                "element" => drop(schema.elements.insert(name, type_of(node))),
                "complexType" | "simpleType" => drop(schema.types.insert(name, read_type(node))),
                _ => {}
            }
        }
        schema
    }

    /// What is wrong with a JSON body whose one key is an element of the schema.
    pub(crate) fn problems(&self, body: &[u8]) -> Vec<String> {
        let mut problems = Vec::new();
        let Fields(fields) = serde_json::from_slice(body).unwrap();
        for (name, value) in fields {
            match self.elements.get(&name) {
                Some(kind) => self.check(&name, kind, &value, &mut problems),
                None => problems.push(format!("no element {name}")),
            }
        }
        problems
    }

    /// The elements of a type, those that it inherits first.
    fn elements<'a>(&'a self, kind: &'a Type) -> Option<Vec<&'a Element>> {
        match kind {
            Type::Complex { base, elements } => {
                let inherited = base.as_ref().map(|base| self.elements(&self.types[base]));
                let inherited = inherited.flatten().unwrap_or_default();
                Some(inherited.into_iter().chain(elements).collect())
            }
            Type::Named(name) => self.types.get(name).and_then(|kind| self.elements(kind)),
            Type::Simple { .. } => None,
        }
    }

    fn check(&self, place: &str, kind: &Type, value: &RawValue, problems: &mut Vec<String>) {
        let Some(elements) = self.elements(kind) else {
            let value = serde_json::from_str(value.get()).unwrap();
            if let Some(problem) = self.simple_problem(kind, &value) {
                problems.push(format!("{place}: {problem}"));
            }
            return;
        };
        let Ok(Fields(fields)) = serde_json::from_str(value.get()) else {
            return problems.push(format!("{place} is no object"));
        };
        let mut last = 0;
        for (name, value) in &fields {
            let Some(position) = elements.iter().position(|element| element.name == *name) else {
                problems.push(format!("{place} knows no {name}"));
                continue;
            };
            if position < last {
                problems.push(format!("{place}: {name} is out of order"));
            }
            last = position;
            let element = elements[position];
            let place = format!("{place}/{name}");
            match serde_json::from_str::<Vec<Box<RawValue>>>(value.get()) {
                Ok(items) if element.repeated => {
                    items.iter().for_each(|item| self.check(&place, &element.kind, item, problems));
                }
                _ => self.check(&place, &element.kind, value, problems),
            }
        }
        for element in elements.iter().filter(|element| element.required) {
            if !fields.iter().any(|(name, _)| *name == element.name) {
                problems.push(format!("{place} lacks {}", element.name));
            }
        }
        // Each choice once, at its first member.
        let firsts = elements.iter().filter(|element| element.is_first_choice());
        for choice in firsts.map(|first| &first.choice) {
            let members = elements.iter().filter(|element| element.choice == *choice);
            let members: Vec<&str> = members.map(|element| &*element.name).collect();
            let there = fields.iter().filter(|(name, _)| members.contains(&&**name)).count();
            let is_required = choice.as_ref().is_some_and(|choice| choice.required);
            if there > 1 || there == 0 && is_required {
                problems.push(format!("{place} has {there} of {members:?}, and not one"));
            }
        }
    }

    /// The answer whose element has this name; JSON answers are that element's inside.
    pub(crate) fn answer(&self, element: &str, extent: Extent) -> Option<Value> {
        Some(self.made(self.elements.get(element)?, element, extent, 0))
    }

    fn made(&self, kind: &Type, name: &str, extent: Extent, depth: usize) -> Value {
        /// Types that are in themselves would never end.
        const DEEPEST: usize = 8;
        let Some(elements) = self.elements(kind) else { return self.simple(kind, name) };
        let one = |element: &Element| {
            self.made(&element.kind, &element.name, extent, depth.saturating_add(1))
        };
        if let [element] = elements.as_slice()
            && element.repeated
        {
            // A list of one kind has no name of its own in the JSON of answers.
            return json!([one(element)]);
        }
        let mut fields = Map::new();
        for element in elements {
            let is_wanted = element.choice.is_none() || element.is_first_choice();
            let is_required = element.required
                || is_wanted && element.choice.as_ref().is_some_and(|choice| choice.required);
            if is_required || extent == Extent::Fullest && depth < DEEPEST && is_wanted {
                let value = one(element);
                let value = if element.repeated { json!([value]) } else { value };
                fields.insert(element.name.clone(), value);
            }
        }
        fields.into()
    }

    fn simple(&self, kind: &Type, name: &str) -> Value {
        match kind {
            Type::Named(kind) => match kind.as_str() {
                "xs:decimal" | "xs:double" => json!(12.34),
                "xs:int" | "xs:integer" | "xs:short" | "xs:long" => json!(1_234),
                "xs:boolean" => json!(true),
                "xs:dateTime" => json!("2026-11-02T10:11:12Z"),
                own => match self.types.get(own) {
                    Some(kind) => self.simple(kind, name),
                    None => json!(text(&Value::Null, name)),
                },
            },
            Type::Simple { base, words, lengths: (least, most), pattern } => match words.first() {
                Some(word) => json!(word),
                None if base != "xs:string" && pattern.is_none() => {
                    self.simple(&Type::Named(base.clone()), name)
                }
                None => {
                    let most = if *most == usize::MAX { Value::Null } else { json!(most) };
                    let form = json!({ "minLength": least, "maxLength": most, "pattern": pattern });
                    json!(text(&form, name))
                }
            },
            Type::Complex { .. } => Value::Null,
        }
    }

    fn simple_problem(&self, kind: &Type, value: &Value) -> Option<String> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Object(_) | Value::Array(_) => return Some("is no simple value".to_owned()),
            other => other.to_string(),
        };
        match kind {
            Type::Named(name) => match name.as_str() {
                "xs:decimal" | "xs:double" => {
                    text.parse::<f64>().is_err().then(|| format!("{text:?} is no decimal"))
                }
                "xs:int" | "xs:integer" | "xs:short" | "xs:long" => {
                    text.parse::<i64>().is_err().then(|| format!("{text:?} is no whole number"))
                }
                "xs:boolean" => {
                    text.parse::<bool>().is_err().then(|| format!("{text:?} is no flag"))
                }
                name => self.types.get(name).and_then(|kind| self.simple_problem(kind, value)),
            },
            Type::Simple { base, words, lengths: (least, most), pattern } => {
                let length = text.chars().count();
                let fits = pattern.as_ref().is_none_or(|pattern| {
                    let schema = serde_json::json!({ "pattern": format!("^(?:{pattern})$") });
                    jsonschema::is_valid(&schema, &Value::from(text.as_str()))
                });
                if !words.is_empty() && !words.contains(&text) {
                    Some(format!("{text:?} is none of {words:?}"))
                } else if length < *least || length > *most {
                    Some(format!("{text:?} has {length} characters, not {least} to {most}"))
                } else if !fits {
                    Some(format!("{text:?} is not of the pattern"))
                } else {
                    self.simple_problem(&Type::Named(base.clone()), value)
                }
            }
            Type::Complex { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests;
