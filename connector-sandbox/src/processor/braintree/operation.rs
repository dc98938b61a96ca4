//! One GraphQL request, read: the field that is asked for, its arguments, and what is selected of it.

use std::collections::BTreeMap;

use graphql_parser::query::{
    Definition, Directive, Document, Field, OperationDefinition, Selection, SelectionSet,
    Value as Literal, parse_query,
};
use serde_json::{Map, Value, json};

type Fragments = BTreeMap<String, SelectionSet<'static, String>>;

/// A request for one field. Of several the first one counts that no directive leaves out.
#[derive(Debug)]
pub(super) struct Operation {
    /// The field: `captureTransaction`.
    pub(super) name: String,
    alias: String,
    /// Its arguments, with the variables in them filled in.
    pub(super) arguments: Value,
    selection: SelectionSet<'static, String>,
    fragments: Fragments,
    variables: Map<String, Value>,
}

impl Operation {
    /// Reads the body of a request, or says what is wrong with it.
    pub(super) fn read(body: &[u8]) -> Result<Self, String> {
        let body: Value = serde_json::from_slice(body).map_err(|error| error.to_string())?;
        let text = body.get("query").and_then(Value::as_str).ok_or("A query is required.")?;
        let variables = body.get("variables").and_then(Value::as_object);
        let variables = variables.cloned().unwrap_or_default();
        let document: Document<'static, String> =
            parse_query::<String>(text).map_err(|error| error.to_string())?.into_static();
        let (mut fragments, mut selection) = (Fragments::new(), None);
        for definition in document.definitions {
            match definition {
                Definition::Fragment(fragment) => {
                    fragments.insert(fragment.name, fragment.selection_set);
                }
                Definition::Operation(OperationDefinition::Query(query)) => {
                    selection = Some(query.selection_set);
                }
                Definition::Operation(OperationDefinition::Mutation(mutation)) => {
                    selection = Some(mutation.selection_set);
                }
                Definition::Operation(_) => {}
            }
        }
        let selection = selection.ok_or("The document has no query and no mutation.")?;
        let fields = selection.items.into_iter().filter_map(|item| match item {
            Selection::Field(field) => Some(field),
            _ => None,
        });
        let mut wanted = fields.filter(|field| is_wanted(&field.directives, &variables));
        let field: Field<'static, String> = wanted.next().ok_or("Nothing is asked for.")?;
        let arguments = field.arguments.iter();
        let arguments: Map<String, Value> =
            arguments.map(|(name, value)| (name.clone(), filled(value, &variables))).collect();
        Ok(Self {
            alias: field.alias.unwrap_or_else(|| field.name.clone()),
            name: field.name,
            arguments: Value::Object(arguments),
            selection: field.selection_set,
            fragments,
            variables,
        })
    }

    /// An argument's text, by its place: `/input/transactionId`.
    pub(super) fn text(&self, place: &str) -> Option<&str> {
        self.arguments.pointer(place).and_then(Value::as_str)
    }

    /// The same of a field inside of it.
    pub(super) fn inner_text(&self, field: &str, place: &str) -> Option<String> {
        let inner = self.selection.items.iter().find_map(|item| match item {
            Selection::Field(inner) if inner.name == field => Some(inner),
            _ => None,
        })?;
        let arguments = inner.arguments.iter();
        let arguments: Map<String, Value> =
            arguments.map(|(name, value)| (name.clone(), filled(value, &self.variables))).collect();
        Value::Object(arguments).pointer(place).and_then(Value::as_str).map(str::to_owned)
    }

    /// The answer that shows what is selected of this value.
    pub(super) fn answer(&self, whole: &Value) -> Value {
        json!({ "data": { &self.alias: self.selected(whole, &self.selection) } })
    }

    /// The answer that shows nothing, and why.
    pub(super) fn refused(&self, class: &str, code: Option<&str>, message: &str) -> Value {
        let extensions = match code {
            Some(code) => json!({ "errorClass": class, "legacyCode": code }),
            None => json!({ "errorClass": class }),
        };
        let path = [&self.alias];
        let error = json!({ "message": message, "path": path, "extensions": extensions });
        json!({ "errors": [error], "data": { &self.alias: null } })
    }

    fn selected(&self, whole: &Value, selection: &SelectionSet<'static, String>) -> Value {
        match whole {
            Value::Array(all) => all.iter().map(|one| self.selected(one, selection)).collect(),
            Value::Object(object) if !selection.items.is_empty() => {
                let mut shown = Map::new();
                self.select(object, selection, &mut shown);
                Value::Object(shown)
            }
            whole => whole.clone(),
        }
    }

    fn select(
        &self,
        whole: &Map<String, Value>,
        selection: &SelectionSet<'static, String>,
        shown: &mut Map<String, Value>,
    ) {
        let is = |wanted: &str| whole.get("__typename").and_then(Value::as_str) == Some(wanted);
        for item in &selection.items {
            match item {
                Selection::Field(field) if is_wanted(&field.directives, &self.variables) => {
                    let value = whole.get(&field.name).unwrap_or(&Value::Null);
                    let name = field.alias.as_ref().unwrap_or(&field.name).clone();
                    let value = self.selected(value, &field.selection_set);
                    merge(shown.entry(name).or_insert(Value::Null), value);
                }
                Selection::Field(_) => {}
                Selection::InlineFragment(fragment) => {
                    use graphql_parser::query::TypeCondition::On;
                    if fragment.type_condition.as_ref().is_none_or(|On(wanted)| is(wanted)) {
                        self.select(whole, &fragment.selection_set, shown);
                    }
                }
                Selection::FragmentSpread(spread) => {
                    if let Some(selection) = self.fragments.get(&spread.fragment_name) {
                        self.select(whole, selection, shown);
                    }
                }
            }
        }
    }
}

/// Two selections of one field are one.
fn merge(there: &mut Value, new: Value) {
    match (there, new) {
        (Value::Object(there), Value::Object(new)) => {
            for (name, value) in new {
                merge(there.entry(name).or_insert(Value::Null), value);
            }
        }
        (there, new) => *there = new,
    }
}

/// `@skip` and `@include`.
fn is_wanted(directives: &[Directive<'static, String>], variables: &Map<String, Value>) -> bool {
    directives.iter().all(|directive| {
        let condition = directive.arguments.iter().find(|(name, _)| name == "if");
        let condition = condition.map(|(_, value)| filled(value, variables)) == Some(json!(true));
        match directive.name.as_str() {
            "skip" => !condition,
            "include" => condition,
            _ => true,
        }
    })
}

/// A value of the document, with the variables in it filled in.
fn filled(literal: &Literal<'static, String>, variables: &Map<String, Value>) -> Value {
    match literal {
        Literal::Variable(name) => variables.get(name).cloned().unwrap_or(Value::Null),
        Literal::Int(number) => number.as_i64().into(),
        Literal::Float(number) => number.to_string().into(),
        Literal::String(text) | Literal::Enum(text) => text.as_str().into(),
        Literal::Boolean(truth) => (*truth).into(),
        Literal::Null => Value::Null,
        Literal::List(all) => all.iter().map(|one| filled(one, variables)).collect(),
        Literal::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), filled(value, variables)))
            .collect::<Map<_, _>>()
            .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_fragments_and_directives_say_what_is_shown() {
        let body = json!({
            "query": "mutation($capture: Boolean!, $id: ID!) { \
                held: authorizePaymentMethod(input: {paymentMethodId: $id}) @skip(if: $capture) { a } \
                taken: chargePaymentMethod(input: {paymentMethodId: $id}) @include(if: $capture) { \
                    payment: transaction { ...Told } } } \
                fragment Told on Transaction { id amount { value } ... on Refund { none } }",
            "variables": { "capture": true, "id": "tok" },
        });
        let operation = Operation::read(body.to_string().as_bytes()).unwrap();
        assert_eq!(operation.name, "chargePaymentMethod");
        assert_eq!(operation.text("/input/paymentMethodId"), Some("tok"));
        let whole = json!({ "transaction": {
            "__typename": "Transaction", "id": "t", "status": "SETTLED",
            "amount": { "value": "1.00", "currencyCode": "USD" },
        }});
        let expected = json!({ "data": { "taken": {
            "payment": { "id": "t", "amount": { "value": "1.00" } },
        }}});
        assert_eq!(operation.answer(&whole), expected);
    }

    #[test]
    fn what_is_no_request_is_refused_with_a_reason() {
        for body in ["", "{}", r#"{"query": "{"}"#, r#"{"query": "fragment A on B { c }"}"#] {
            assert!(Operation::read(body.as_bytes()).is_err(), "{body}");
        }
    }
}
