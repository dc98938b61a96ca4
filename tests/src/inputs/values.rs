//! What a field of a flow's data can be, by its name: the fullest value first.

use serde_json::{Value, json};

/// An amount in minor units, and its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount(pub(super) i64, pub(super) &'static str);

/// Amounts in currencies of two decimals, of none and of three; with and without a rest, large and small.
pub(super) const AMOUNTS: &[Amount] = &[
    Amount(1_234, "EUR"),
    Amount(1_000, "USD"),
    Amount(1, "USD"),
    Amount(98_765_432, "EUR"),
    Amount(5_050, "GBP"),
    Amount(50_000, "INR"),
    Amount(500, "JPY"),
    Amount(98_765, "JPY"),
    Amount(150_000, "IDR"),
    Amount(12_340, "KWD"),
    Amount(1_001, "KWD"),
];

impl Amount {
    fn json(self) -> Value {
        json!({ "minor_amount": self.0, "currency": self.1 })
    }
}

/// Every value to try for a field.
pub(super) fn values(field: &str, amount: Amount) -> Vec<Value> {
    match field {
        "amount" | "amount_to_capture" | "refund_amount" | "total_amount" => vec![amount.json()],
        "additional_amount" => vec![Amount(1.max(amount.0 / 2), amount.1).json()],
        "idempotency_key" => vec![json!("4fb1c3a5-6a2e-4c05-9f0e-2b7d8a91c6de")],
        "connector_request_reference_id" => vec![json!("order-1001"), json!("7")],
        "connector_transaction_id" | "connector_refund_id" => vec![json!("60123456")],
        "connector_dispute_id" | "connector_customer_id" => vec![json!("id_60123456")],
        "connector_mandate_id" => vec![json!("60123456-70123456"), json!("id_60123456")],
        "connector_authorization_id" | "connector_capture_id" => vec![json!("60123456")],
        "connector_order_id" | "connector_payout_id" | "connector_recipient_id" => {
            vec![json!("id_60123456")]
        }
        "payment_method_data" => {
            super::methods::all().into_iter().map(|(_, value)| value).collect()
        }
        "payout_method_data" => super::methods::payouts(),
        "mandate_reference" => vec![
            json!({ "connector_mandate_id": "60123456-70123456" }), // some are numbers
            json!({ "connector_mandate_id": "id_60123456" }),
            json!({ "network_transaction_id": "016153570198200" }),
        ],
        "capture_method" => {
            ["automatic", "manual", "manual_multiple", "scheduled", "sequential_automatic"]
                .map(Value::from)
                .into()
        }
        "sync_type" => ["multiple_capture_sync", "single_payment_sync"].map(Value::from).into(),
        "authentication_type" => ["no_three_ds", "three_ds"].map(Value::from).into(),
        "setup_future_usage" => ["off_session", "on_session"].map(Value::from).into(),
        "authentication_data" => vec![
            json!({
                "eci": "05", "version": "2.2.0", "cavv": "AAABBEg0VhI0VniQEjRWAAAAAAA=",
                "ds_transaction_id": "c5b808e7-1de1-4069-a17b-f70d3b3b1645",
                "threeds_server_transaction_id": "d65e93c3-35ab-41ba-b307-767bfc19eae3",
                "transaction_status": "Y",
            }),
            json!({ "eci": "07" }),
        ],
        "enable_partial_authorization" | "off_session" => vec![json!(true), json!(false)],
        "split_payments" => {
            let part = Amount(1.max(amount.0 / 2), amount.1).json();
            let bare = json!({ "account": "org_60123456", "amount": part });
            let mut named = bare.clone();
            named["reference"] = json!("part-1");
            let rest = Amount(1.max(amount.0 / 4), amount.1).json();
            let other = json!({ "account": "org_70123456", "amount": rest, "reference": "part-2" });
            let several =
                if amount.0 > 1 { vec![named.clone(), other] } else { vec![named.clone()] };
            let split = |parts| json!({ "amount": amount.json(), "parts": parts });
            [vec![bare], vec![named], several].map(split).into()
        }
        "customer" => vec![
            json!({
                "connector_customer_id": "60123456", "merchant_customer_id": "customer-7",
                "name": "Ada Lovelace", "email": "ada@shop.example", "phone": "+4915112345678",
            }),
            json!({ "name": "Ada Lovelace", "email": "ada@shop.example" }),
            json!({ "connector_customer_id": "id_60123456" }),
            json!({ "merchant_customer_id": "customer-7" }),
        ],
        "address" | "billing_address" | "shipping_address" => vec![
            json!({
                "first_name": "Ada", "last_name": "Lovelace", "line1": "12 Main Street",
                "line2": "Back house", "city": "Berlin", "state": "BE", "zip": "10115",
                "country": "DE", "email": "ada@shop.example", "phone": "+4915112345678",
            }),
            json!({ "line1": "12 Main Street", "city": "Berlin", "zip": "10115", "country": "DE" }),
            json!({ "country": "DE" }),
        ],
        "browser_information" => vec![
            json!({
                "accept_header": "text/html", "user_agent": "Mozilla/5.0", "language": "de-DE",
                "ip_address": "192.0.2.7", "color_depth": 24, "screen_height": 1080,
                "screen_width": 1920, "time_zone_offset_minutes": -60, "java_enabled": false,
                "java_script_enabled": true,
            }),
            json!({ "user_agent": "Mozilla/5.0" }),
        ],
        "order_lines" => vec![
            json!([{
                "name": "Mask", "quantity": 1, "unit_price": amount.json(), "total_amount": amount.json(),
                "reference": "mask-1", "total_tax_amount": Amount(0, amount.1).json(), "tax_rate": 0,
                "product_url": "https://shop.example/mask",
                "image_url": "https://shop.example/mask.png",
            }]),
            json!([{
                "name": "Mask", "quantity": 1, "unit_price": amount.json(), "total_amount": amount.json(),
            }]),
        ],
        "metadata" => vec![json!({ "order": "1001", "shop": "a b" }), json!({})],
        "redirect_parameters" => vec![json!({ "redirectResult": "abc", "other": "d" })],
        "redirect_payload" => vec![json!("eJzVWFeTo8q")],
        "return_url" => vec![json!("https://shop.example/return?order=1")],
        "webhook_url" => vec![json!("https://shop.example/hooks")],
        "description" => vec![json!("Three masks & a hat")],
        "statement_descriptor" => vec![json!("SHOP EXAMPLE")],
        "reason" | "cancellation_reason" => vec![json!("requested_by_customer")],
        "defense_reason_code" => vec![json!("SupplyDefenseMaterial")],
        "product_description"
        | "uncategorized_text"
        | "cancellation_policy"
        | "refund_policy"
        | "access_activity_log"
        | "shipping_tracking_number" => vec![json!("As agreed")],
        "documents" => vec![json!([{
            "document_type": "DefenseMaterial", "content_type": "application/pdf",
            "content": "JVBERi0xLjQK",
        }])],
        "card_last_four" => vec![json!("4242"), json!("0005")],
        "customer_name" => vec![json!("Ada Lovelace")],
        "customer_email" => vec![json!("ada@shop.example")],
        "webhook_headers" => vec![json!({
            "paypal-auth-algo": "SHA256withRSA",
            "paypal-cert-url": "https://api.paypal.com/v1/notifications/certs/CERT-1",
            "paypal-transmission-id": "69cd13f0-d67a-11e5-baa3-778b53f4ae55",
            "paypal-transmission-sig": "lmI95Jx3Y9nhR5SJWlHVIWpg4AgFk7n9bCHSRxbrd8A=",
            "paypal-transmission-time": "2026-11-26T20:01:35Z",
        })],
        "webhook_body" => vec![json!(
            r#"{"id": "WH-1", "event_type": "CHECKOUT.ORDER.COMPLETED", "resource": {"n": 1.10}}"#
        )],
        "webhook_id" => vec![json!("1JE4291016473214C")],
        // A flow that came later: say what it can be.
        field => panic!("inputs/values.rs has no value for the field `{field}`"),
    }
}
