//! What `describe` says of the events.

#[test]
fn events_are_described_with_their_ids_and_words() {
    let stripe = connectors::get("stripe").unwrap().describe().webhook.unwrap();
    assert_eq!(stripe.scheme, "hmac-sha256");
    assert_eq!(
        stripe.place.as_deref(),
        Some("header stripe-signature: t={timestamp},v1={signature}")
    );
    assert_eq!(stripe.signed.as_deref(), Some("{timestamp}.{body}"));
    assert_eq!(stripe.tolerance_seconds, Some(300));
    assert_eq!(stripe.credentials[0].name, "webhook_secret");
    let payment = &stripe.events[0];
    assert_eq!((payment.flow, payment.on), ("PSync", ["payment_intent.*"].as_slice()));
    assert!(payment.statuses.iter().any(|line| line.connector_status == "succeeded"));
    assert!(stripe.events.iter().any(|event| event.asks));
}
