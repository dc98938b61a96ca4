//! What the peer was given, under our names.

use std::collections::BTreeMap;

use base64::Engine as _;
use serde_json::{Value, json};

/// Our name for a flow of the peer's; `None` where it has no counterpart.
pub(crate) fn flow(theirs: &str) -> Option<&str> {
    match theirs {
        // A vault between the merchant and the processor fills in the card.
        "ProxyAuthorize" => None,
        "TokenAuthorize" => Some("Authorize"),
        "VoidPostCapture" => Some("VoidPC"),
        "AcceptDispute" => Some("Accept"),
        "CreateAccessToken" => Some("ServerAuthenticationToken"),
        "CreateSessionToken" => Some("ServerSessionAuthenticationToken"),
        same => Some(same),
    }
}

fn card(theirs: &Value) -> Value {
    let text = |name: &str| theirs[name].as_str().unwrap();
    json!({ "card": {
        "number": text("card_number"),
        "expiry": format!("{}-{}", text("card_exp_year"), text("card_exp_month")),
        "security_code": text("card_cvc"),
        "holder_name": text("card_holder_name"),
    } })
}

fn lower(value: &Value) -> Value {
    value.as_str().map(str::to_ascii_lowercase).into()
}

/// The peer has two spellings of it.
pub(crate) fn access_token(input: &Value) -> Option<&str> {
    let token = &input["state"]["access_token"]["token"];
    token.as_str().or(token["value"].as_str())
}

/// The fields of our flow, by their names.
pub(crate) fn fields(flow: &str, input: &Value) -> BTreeMap<String, Value> {
    let mut fields = BTreeMap::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    let amount =
        if input["amount"].is_object() { &input["amount"] } else { &input["payment"]["amount"] };
    if amount.is_object() {
        put("amount", amount.clone());
        put("total_amount", amount.clone());
    }
    let method = &input["payment_method"];
    if method["card"].is_object() {
        put("payment_method_data", card(&method["card"]));
    }
    for token in [&method["token"]["token"], &input["connector_token"]] {
        if token.is_string() {
            put("payment_method_data", json!({ "stored_token": { "token": token } }));
        }
    }
    let mandate = &input["connector_recurring_payment_id"]["connector_mandate_id"];
    if mandate["connector_mandate_id"].is_string() {
        put(
            "mandate_reference",
            json!({ "connector_mandate_id": mandate["connector_mandate_id"] }),
        );
        // The peer names another way to pay beside it, which our connectors refuse.
        drop(fields.remove("payment_method_data"));
    }
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    for (ours, theirs) in [
        ("capture_method", "capture_method"),
        ("authentication_type", "auth_type"),
        ("setup_future_usage", "setup_future_usage"),
    ] {
        if input[theirs].is_string() {
            put(ours, lower(&input[theirs]));
        }
    }
    match flow {
        "RepeatPayment" => {
            put("capture_method", json!("automatic"));
            // The peer was given no name of the payment, and can do without.
            put("connector_request_reference_id", json!("not_given"));
        }
        // Of the peer's one amount it makes this.
        "IncrementalAuthorization" => put("additional_amount", amount.clone()),
        // What took the money is all that the peer knows.
        "VoidPC" => put("connector_capture_id", input["connector_transaction_id"].clone()),
        _ => {}
    }
    for (ours, theirs) in [
        ("amount_to_capture", "amount_to_capture"),
        ("refund_amount", "refund_amount"),
        ("connector_transaction_id", "connector_transaction_id"),
        ("connector_refund_id", "refund_id"),
        ("connector_dispute_id", "dispute_id"),
        ("connector_mandate_id", "connector_mandate_id"),
        ("defense_reason_code", "reason_code"),
        ("return_url", "return_url"),
        ("off_session", "off_session"),
        ("description", "description"),
        ("reason", "reason"),
        ("cancellation_reason", "cancellation_reason"),
    ] {
        if !input[theirs].is_null() {
            put(ours, input[theirs].clone());
        }
    }
    let own_ids = ["transaction", "capture", "void", "refund", "reverse", "authorization", "order"];
    let own_ids = own_ids.iter().chain(&["recurring_payment", "revoke", "dispute"]);
    for id in own_ids.filter_map(|kind| input[format!("merchant_{kind}_id")].as_str()) {
        put("connector_request_reference_id", json!(id));
        put("idempotency_key", json!(id));
    }
    if let Some(token) = access_token(input) {
        put("access_token", json!(token));
    }
    let customer = [
        ("merchant_customer_id", &input["merchant_customer_id"]),
        ("name", &input["customer_name"]),
        ("email", &input["email"]),
        ("email", &input["customer"]["email"]),
        ("phone", &input["phone_number"]),
        ("merchant_customer_id", &input["customer"]["id"]),
        ("connector_customer_id", &input["customer"]["connector_customer_id"]),
    ];
    let known = customer.into_iter().filter(|(_, value)| value.is_string());
    let customer: BTreeMap<&str, &Value> = known.collect();
    if !customer.is_empty() {
        put("customer", json!(customer));
    }
    // What else a connector of the peer's wants to know, each in a form of its own.
    let feature = input["connector_feature_data"].as_str().unwrap_or("null");
    let feature: Value = serde_json::from_str(feature).unwrap();
    if let Some(number) = feature["creditCard"]["cardNumber"].as_str() {
        let digits: Vec<char> = number.chars().collect();
        put("card_last_four", json!(digits.last_chunk::<4>().map(String::from_iter)));
    }
    if feature["authorize_id"].is_string() {
        put("connector_authorization_id", feature["authorize_id"].clone());
    }
    if feature["capture_id"].is_string() {
        put("connector_capture_id", feature["capture_id"].clone());
    }
    let files = input["evidence_documents"].as_array().into_iter().flatten().map(|file| {
        let content = file["file_content"].as_str().unwrap();
        json!({
            "document_type": file["evidence_type"],
            "content_type": file["file_mime_type"],
            "content": base64::prelude::BASE64_STANDARD.encode(content),
        })
    });
    let files: Vec<Value> = files.collect();
    if !files.is_empty() {
        put("documents", json!(files));
    }
    let browser = &input["browser_info"];
    if browser.is_object() {
        put("browser_information", browser_information(browser));
    }
    let redirected = &input["redirection_response"]["params"];
    let redirected = if redirected.is_string() { redirected } else { &input["encoded_data"] };
    if let Some(text) = redirected.as_str() {
        let pairs = url::form_urlencoded::parse(text.as_bytes());
        put("redirect_parameters", json!(pairs.collect::<BTreeMap<_, _>>()));
    }
    fields
}

fn browser_information(theirs: &Value) -> Value {
    const SAME: &[&str] = &[
        "color_depth",
        "screen_height",
        "screen_width",
        "java_enabled",
        "java_script_enabled",
        "language",
        "time_zone_offset_minutes",
        "accept_header",
        "user_agent",
        "ip_address",
    ];
    let known = SAME.iter().filter(|name| !theirs[**name].is_null());
    known.map(|name| ((*name).to_owned(), theirs[*name].clone())).collect()
}
