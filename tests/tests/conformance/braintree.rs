//! Braintree's GraphQL schema: its words for statuses.

use connector_tests::outside::shared;

use crate::words::assert_agreed;

/// The values of an enumeration: lines of one word each, beside their documentation.
fn values<'a>(schema: &'a str, name: &str) -> Vec<&'a str> {
    let (_, behind) = schema.split_once(&format!("enum {name} {{")).unwrap();
    let mut is_documentation = false;
    let lines = behind.split_once("\n}").unwrap().0.lines().map(str::trim);
    let values = lines.filter(move |line| {
        let marks = line.matches("\"\"\"").count();
        let documents = is_documentation || marks > 0;
        is_documentation ^= marks % 2 == 1;
        !documents && !line.is_empty() && !line.starts_with('"')
    });
    values.map(|line| line.split_whitespace().next().unwrap()).collect()
}

#[test]
fn every_status_of_a_payment_and_of_a_dispute_has_its_meaning() {
    let Some(schema) = shared("specs/braintree/schema.graphql") else {
        return;
    };
    let payment = values(&schema, "PaymentStatus");
    assert_agreed("braintree", "PSync", &payment);
    assert_agreed("braintree", "RSync", &payment);
    let dispute = values(&schema, "DisputeStatus");
    for flow in ["DSync", "Accept", "DefendDispute"] {
        assert_agreed("braintree", flow, &dispute);
    }
}
