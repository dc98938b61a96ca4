//! GraphQL documents and their variables, held against the processor's schema.

use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema, request::coerce_variable_values};
use connector_tests::outside::shared;
use serde_json::Value;

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
