//! The bodies of events, by what differs in them.

/// An Adyen event about the payment `P1`, or what is made of it.
macro_rules! adyen {
    ($kind:literal, $success:literal) => {
        concat!(
            r#"{"live": "false", "notificationItems": [{"NotificationRequestItem": {"pspReference": "P2","#,
            r#""originalReference": "P1", "merchantAccountCode": "Shop", "merchantReference": "order-1","#,
            r#""amount": {"value": 900, "currency": "EUR"}, "reason": "why", "eventCode": ""#,
            $kind, r#"", "success": ""#, $success, r#""}}]}"#
        )
    };
}

/// A Braintree event about the transaction `g1`, or the dispute of it.
macro_rules! braintree {
    ($kind:literal, $type:literal) => {
        concat!(
            "<notification><timestamp type=\"datetime\">2026-11-25T20:00:00Z</timestamp><kind>", $kind,
            "</kind><subject><transaction><id>l1</id><global-id>g1</global-id><order-id>order-1</order-id>",
            "<type>", $type, "</type><amount>9.00</amount></transaction></subject></notification>"
        )
    };
    ($kind:literal) => {
        concat!(
            "<notification><kind>", $kind, "</kind><subject><dispute><id>d</id><global-id>gd1</global-id>",
            "<amount>9.00</amount><currency-iso-code>USD</currency-iso-code><reason>fraud</reason>",
            "<reason-code>83</reason-code><reply-by-date type=\"date\">2026-12-24</reply-by-date>",
            "<transaction><id>l1</id><global-id>g1</global-id></transaction></dispute></subject></notification>"
        )
    };
}

/// An Authorize.Net event about the transaction `60`.
macro_rules! authorizenet {
    ($kind:literal, $code:literal) => {
        concat!(
            r#"{"notificationId": "n1", "eventType": "net.authorize.payment."#,
            $kind,
            r#"", "payload": {"responseCode": "#,
            $code,
            r#", "authAmount": 9.00, "id": "60","#,
            r#""merchantReferenceId": "order-1", "entityName": "transaction"}}"#
        )
    };
}

/// A PayPal event.
macro_rules! paypal {
    ($kind:literal, $resource:literal) => {
        concat!(r#"{"id": "W1", "event_type": ""#, $kind, r#"", "resource": {"#, $resource, "}}")
    };
}

/// A Square event about `P1`.
macro_rules! square {
    ($kind:literal, $object:literal, $status:literal) => {
        concat!(
            r#"{"merchant_id": "M", "event_id": "e1", "type": ""#,
            $kind,
            r#"", "data": {"id": "d1", "object": {""#,
            $object,
            r#"": {"id": "P1", "status": ""#,
            $status,
            r#"", "amount_money": {"amount": 900, "currency": "USD"}, "payment_id": "P2","#,
            r#""reference_id": "order-1"}}}}"#
        )
    };
}

/// A Razorpay event about `P1`.
macro_rules! razorpay {
    ($kind:literal, $object:literal, $status:literal) => {
        concat!(
            r#"{"event": ""#,
            $kind,
            r#"", "payload": {""#,
            $object,
            r#"": {"entity": {"id": "P1","#,
            r#""status": ""#,
            $status,
            r#"", "amount": 900, "currency": "INR", "payment_id": "P2"}}}}"#
        )
    };
}

/// A Xendit event about the attempt `py-1` of `P1`.
macro_rules! xendit {
    ($kind:literal, $status:literal) => {
        concat!(
            r#"{"event": ""#,
            $kind,
            r#"", "business_id": "b", "data": {"id": "py-1", "payment_request_id": "P1","#,
            r#""reference_id": "order-1", "currency": "PHP", "amount": 9.00, "status": ""#,
            $status,
            r#""}}"#
        )
    };
}

/// One line of the table for the macros above.
macro_rules! cases {
    ($($connector:literal, $body:expr, $flow:ident: $outcome:literal $($status:literal)?, $payment:expr, $other:expr;)*) => {
        &[$(Case {
            connector: $connector,
            body: $body,
            flow: Some(stringify!($flow)),
            outcome: $outcome,
            status: cases!(@ $($status)?),
            payment: $payment,
            other: $other,
        }),*]
    };
    (@) => { None };
    (@ $status:literal) => { Some($status) };
}
