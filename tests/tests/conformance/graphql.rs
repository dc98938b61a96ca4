//! GraphQL documents and their variables, held against the processor's schema; and what it may answer to them.

use apollo_compiler::ast::{DirectiveList, Type, Value as Argument};
use apollo_compiler::executable::{Selection, SelectionSet};
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema, request::coerce_variable_values};
use connector_tests::outside::shared;
use serde_json::{Map, Value, json};

use crate::description::instance::{Extent, text};

/// A schema that was read.
#[derive(Debug)]
pub(crate) struct Documents(Valid<Schema>);

impl Documents {
    /// Reads a file below `../shared/specs`.
    pub(crate) fn open(file: &str) -> Option<Self> {
        Some(Self::read(&shared(&format!("specs/{file}"))?))
    }

    fn read(text: &str) -> Self {
        Self(Schema::parse_and_validate(text, "schema.graphql").unwrap())
    }

    /// What is wrong with the body of a request: its document, or the values of its variables.
    pub(crate) fn problems(&self, body: &[u8]) -> Vec<String> {
        let body: Value = serde_json::from_slice(body).unwrap();
        let Some(text) = body["query"].as_str() else {
            return vec!["has no document".to_owned()];
        };
        let document =
            match ExecutableDocument::parse_and_validate(&self.0, text, "request.graphql") {
                Ok(document) => document,
                Err(error) => return error.errors.iter().map(|one| one.to_string()).collect(),
            };
        let operation = match document.operations.get(body["operationName"].as_str()) {
            Ok(operation) => operation,
            Err(error) => return vec![format!("{error:?}")],
        };
        let variables = serde_json::from_value(body["variables"].clone()).unwrap_or_default();
        match coerce_variable_values(&self.0, operation, &variables) {
            Ok(_) => Vec::new(),
            Err(error) => vec![format!("{error:?}")],
        }
    }

    /// What the schema allows to be answered to the body of a request.
    pub(crate) fn answer(&self, body: &[u8], extent: Extent) -> Value {
        let body: Value = serde_json::from_slice(body).unwrap();
        let text = body["query"].as_str().unwrap();
        let document =
            ExecutableDocument::parse_and_validate(&self.0, text, "request.graphql").unwrap();
        let operation = document.operations.get(body["operationName"].as_str()).unwrap();
        let (schema, variables) = (&self.0, &body["variables"]);
        let answer = Answer { schema, document: &document, variables, extent };
        json!({ "data": answer.object(&operation.selection_set) })
    }
}

/// An answer that is being made.
struct Answer<'a> {
    schema: &'a Schema,
    document: &'a ExecutableDocument,
    variables: &'a Value,
    extent: Extent,
}

impl Answer<'_> {
    /// What is selected of an object.
    fn object(&self, set: &SelectionSet) -> Value {
        // Where a type has several forms, the one that the document asks about first.
        let form = set.selections.iter().find_map(|selection| {
            let form = match selection {
                Selection::Field(_) => None,
                Selection::InlineFragment(inline) => inline.type_condition.as_ref(),
                Selection::FragmentSpread(spread) => {
                    Some(spread.fragment_def(self.document)?.type_condition())
                }
            };
            form.filter(|form| self.schema.get_object(form).is_some())
        });
        let mut fields = Map::new();
        self.select(set, form.unwrap_or(&set.ty), &mut fields);
        fields.into()
    }

    fn select(&self, set: &SelectionSet, form: &str, fields: &mut Map<String, Value>) {
        let is = |wanted: &str| wanted == form || self.schema.is_subtype(wanted, form);
        for selection in &set.selections {
            match selection {
                Selection::Field(field) if !self.is_wanted(&field.directives) => {}
                Selection::Field(field) if field.name == "__typename" => {
                    fields.insert(field.response_key().to_string(), form.into());
                }
                Selection::Field(field) => {
                    let value = self.value(field.ty(), &field.name, &field.selection_set);
                    merge(
                        fields.entry(field.response_key().to_string()).or_insert(Value::Null),
                        value,
                    );
                }
                Selection::InlineFragment(inline) => {
                    if inline.type_condition.as_ref().is_none_or(|wanted| is(wanted)) {
                        self.select(&inline.selection_set, form, fields);
                    }
                }
                Selection::FragmentSpread(spread) => {
                    let fragment = spread.fragment_def(self.document).unwrap();
                    if is(fragment.type_condition()) {
                        self.select(&fragment.selection_set, form, fields);
                    }
                }
            }
        }
    }

    /// By `@skip` and `@include`.
    fn is_wanted(&self, directives: &DirectiveList) -> bool {
        [("skip", false), ("include", true)].into_iter().all(|(name, wanted)| {
            let Some(directive) = directives.get(name) else { return true };
            let told = match &**directive.specified_argument_by_name("if").unwrap() {
                Argument::Variable(name) => self.variables[name.as_str()] == true,
                value => value.to_bool().unwrap(),
            };
            told == wanted
        })
    }

    fn value(&self, kind: &Type, name: &str, set: &SelectionSet) -> Value {
        if self.extent == Extent::Barest && !kind.is_non_null() {
            return Value::Null;
        }
        if kind.is_list() {
            return json!([self.value(&kind.item_type().clone().non_null(), name, set)]);
        }
        let kind = kind.inner_named_type();
        match &self.schema.types[kind] {
            ExtendedType::Enum(words) => json!(words.values.keys().next().unwrap().as_str()),
            ExtendedType::Scalar(_) => match kind.as_str() {
                "Int" => json!(1_234),
                "Float" => json!(12.34),
                "Boolean" => json!(true),
                "Amount" => json!("12.34"),
                "Date" => json!("2026-11-02"),
                "Timestamp" => json!("2026-11-02T10:11:12Z"),
                // A text, which says what it is by its field's name.
                _ => json!(text(&Value::Null, name)),
            },
            _ => self.object(set),
        }
    }
}

/// A field that is asked for twice has what is asked for in either place.
fn merge(known: &mut Value, more: Value) {
    match (known, more) {
        (Value::Object(known), Value::Object(more)) => {
            more.into_iter()
                .for_each(|(name, value)| merge(known.entry(name).or_insert(Value::Null), value));
        }
        (known, more) => *known = more,
    }
}

/// Else the test of the answers would prove nothing.
#[test]
fn answers_have_what_was_asked_for() {
    let documents = Documents::read(
        "type Query { node(id: ID!): Node } interface Node { id: ID! } \
         type Payment implements Node { id: ID! status: Status amount: Int notes: [String!] } \
         type Refund implements Node { id: ID! } enum Status { PAID OPEN }",
    );
    let query = "query($x: Boolean!) { payment: node(id: 1) { __typename \
        ... on Payment { id status notes amount @skip(if: $x) } ... on Refund { number: id } } }";
    let body = json!({ "query": query, "variables": { "x": true } }).to_string();
    let answer = |extent| documents.answer(body.as_bytes(), extent)["data"]["payment"].clone();
    let all = json!({
        "__typename": "Payment", "id": "text1234", "status": "PAID", "notes": ["text1234"],
    });
    assert_eq!((answer(Extent::Barest), answer(Extent::Fullest)), (Value::Null, all));
}

/// Else the test of the requests would prove nothing.
#[test]
fn documents_and_variables_are_looked_at() {
    let documents = Documents::read(
        "type Query { payment(id: ID!): Payment } type Payment { id: ID! status: String }",
    );
    let body = |document: &str, variables: Value| {
        let body = serde_json::json!({ "query": document, "variables": variables });
        documents.problems(body.to_string().as_bytes())
    };
    let good = "query($id: ID!) { payment(id: $id) { id status } }";
    assert_eq!(body(good, serde_json::json!({ "id": "1" })), [""; 0]);
    assert_ne!(body(good, serde_json::json!({})), [""; 0]);
    assert_ne!(body(&good.replace("status", "state"), serde_json::json!({ "id": "1" })), [""; 0]);
    assert_ne!(body(&good.replace("ID!", "Int!"), serde_json::json!({ "id": 1 })), [""; 0]);
}
