//! The requests that are understood, held against their schema: keys, order, lengths.

use super::ordered::Node;
use super::{profile, transaction};

const DETAILS: &str = "getTransactionDetailsRequest";

/// The schema's order. What stands in brackets there may be missing, but nothing may trade places.
const DETAILS_FIELDS: &[&str] = &["merchantAuthentication", "clientId", "refId", "transId"];
const ORDER_FIELDS: &[&str] =
    &["merchantAuthentication", "clientId", "refId", "transactionRequest"];

/// As above; of the items from `transactionKey` to `accessToken` the schema lets one be chosen.
const AUTHENTICATION_FIELDS: &[&str] = &[
    "name",
    "transactionKey",
    "sessionToken",
    "password",
    "impersonationAuthentication",
    "fingerPrint",
    "clientKey",
    "accessToken",
    "mobileDeviceId",
];

/// What was asked, by whom.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) name: Option<String>,
    pub(super) transaction_key: Option<String>,
    pub(super) reference: Option<String>,
    pub(super) what: What,
}

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The details of the transaction with this identifier.
    Details(String),
    /// The transaction with these fields.
    Order(Vec<(String, Node)>),
    /// A profile of a customer; nothing of it is kept but its number.
    Customer,
    /// That the payment profile with this number is deleted.
    NoProfile(String),
    /// A payment profile with these fields, of the customer with this number.
    PaymentProfile(String, Vec<(String, Node)>),
}

/// Reads a request, or says what is wrong with its form.
pub(super) fn parse(body: &[u8]) -> Result<Asked, String> {
    let root: Node = serde_json::from_slice(body).map_err(|error| format!("No JSON: {error}."))?;
    let (name, mut request) = match root {
        Node::Object(fields) => match <[(String, Node); 1]>::try_from(fields) {
            Ok([(name, Node::Object(request))]) => Ok((name, request)),
            _ => Err(()),
        },
        _ => Err(()),
    }
    .map_err(|()| unknown())?;
    let order = match name.as_str() {
        DETAILS => DETAILS_FIELDS,
        transaction::REQUEST => ORDER_FIELDS,
        profile::CUSTOMER => profile::CUSTOMER_FIELDS,
        profile::PAYMENT => profile::PAYMENT_FIELDS,
        profile::DELETION => profile::DELETION_FIELDS,
        _ => return Err(unknown()),
    };
    in_order(&name, &request, order)?;
    let Some(Node::Object(authentication)) = field(&request, "merchantAuthentication") else {
        return Err(format!("'{name}' needs an object 'merchantAuthentication'."));
    };
    in_order("merchantAuthentication", authentication, AUTHENTICATION_FIELDS)?;
    let (login, key) =
        (text(authentication, "name", 25)?, text(authentication, "transactionKey", 16)?);
    let reference = text(&request, "refId", 20)?;
    let what = if name == DETAILS {
        let id = text(&request, "transId", usize::MAX)?.unwrap_or_default();
        if id.is_empty() || !id.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err("'transId' has to be a text of digits.".to_owned());
        }
        What::Details(id)
    } else if name != transaction::REQUEST {
        profile::read(&name, &request)?
    } else {
        match request.pop() {
            Some((name, Node::Object(fields))) if name == "transactionRequest" => {
                What::Order(fields)
            }
            _ => return Err(format!("'{name}' needs an object 'transactionRequest'.")),
        }
    };
    Ok(Asked { name: login, transaction_key: key, reference, what })
}

fn unknown() -> String {
    let order = transaction::REQUEST;
    format!("The sandbox knows the requests {{\"{DETAILS}\": {{…}}}} and {{\"{order}\": {{…}}}}.")
}

pub(super) fn in_order(
    parent: &str,
    fields: &[(String, Node)],
    order: &[&str],
) -> Result<(), String> {
    let mut rest = order.iter();
    for (name, _) in fields {
        if !rest.any(|expected| expected == name) {
            let order = order.join(", ");
            return Err(format!(
                "'{parent}' has no place for '{name}' here: the order is {order}, each once."
            ));
        }
    }
    Ok(())
}

pub(super) fn field<'a>(fields: &'a [(String, Node)], name: &str) -> Option<&'a Node> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

pub(super) fn text(
    fields: &[(String, Node)],
    name: &str,
    longest: usize,
) -> Result<Option<String>, String> {
    match field(fields, name) {
        None => Ok(None),
        Some(Node::Text(text)) if text.chars().count() <= longest => Ok(Some(text.clone())),
        Some(Node::Text(_)) => Err(format!("'{name}' is longer than {longest} characters.")),
        Some(_) => Err(format!("'{name}' has to be a text.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(body: &str) -> String {
        parse(body.as_bytes()).unwrap_err()
    }

    #[test]
    fn the_order_of_the_schema_is_understood() {
        let body = r#"{"getTransactionDetailsRequest":{"merchantAuthentication":
            {"name":"n","transactionKey":"k"},"refId":"r","transId":"12"}}"#;
        let asked = parse(body.as_bytes()).unwrap();
        assert_eq!(asked.what, What::Details("12".into()));
        assert_eq!(asked.reference.as_deref(), Some("r"));
        assert_eq!(asked.transaction_key.as_deref(), Some("k"));
    }

    #[test]
    fn any_other_order_is_not() {
        let late = r#"{"getTransactionDetailsRequest":{"transId":"12","merchantAuthentication":
            {"name":"n","transactionKey":"k"}}}"#;
        assert!(problem(late).contains("no place for 'merchantAuthentication'"));
        let swapped = r#"{"getTransactionDetailsRequest":{"merchantAuthentication":
            {"transactionKey":"k","name":"n"},"transId":"12"}}"#;
        assert!(problem(swapped).contains("no place for 'name'"));
        let twice = r#"{"getTransactionDetailsRequest":{"merchantAuthentication":
            {"name":"n","name":"n"},"transId":"12"}}"#;
        assert!(problem(twice).contains("no place for 'name'"));
    }

    #[test]
    fn other_documents_are_refused_with_a_reason() {
        assert!(problem("").starts_with("No JSON"));
        assert!(problem("[1, null, 2.5]").contains("knows the requests"));
        assert!(problem(r#"{"isAliveRequest":{}}"#).contains("knows the requests"));
        assert!(problem(r#"{"getTransactionDetailsRequest":{}}"#).contains("merchantAuth"));
        let digits = r#"{"getTransactionDetailsRequest":{"merchantAuthentication":
            {"name":"n","transactionKey":"k"},"transId":12}}"#;
        assert!(problem(digits).contains("text"));
    }
}
