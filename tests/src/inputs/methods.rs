//! Every way to pay, with and without what may be left out.

use serde_json::{Value, json};

/// Each with its name.
pub fn all() -> Vec<(&'static str, Value)> {
    let card = |number: &str, network: &str| {
        json!({ "card": {
            "number": number, "expiry": "2039-03", "network": network,
            "security_code": if network == "american_express" { "7373" } else { "737" },
            "holder_name": "Ada Lovelace",
        } })
    };
    let stored = |token: &str| json!({ "stored_token": { "token": token } });
    let mut all = vec![
        ("card", card("4242424242424242", "visa")),
        ("bare card", json!({ "card": { "number": "5555555555554444", "expiry": "2030-12" } })),
        ("American Express", card("378282246310005", "american_express")),
        (
            "network token",
            json!({ "network_token": {
                "number": "4242424242424242", "expiry": "2039-03", "network": "visa", "eci": "07",
                "cryptogram": "AAABBEg0VhI0VniQEjRWAAAAAAA=",
            } }),
        ),
        ("token for once", stored("tok_abcdefghijklmnopqrstuvwxyz")),
        ("stored token", stored("src_abcdefghijklmnopqrstuvwxyz")),
        ("mandate", json!({ "mandate": { "connector_mandate_id": "id_60123456" } })),
    ];
    let token = json!({ "token": r#"{"signature":"abc","protocolVersion":"ECv2"}"# });
    for (name, value) in [
        ("Apple Pay", json!({ "apple_pay": token })),
        ("Google Pay", json!({ "google_pay": token })),
        ("Samsung Pay", json!({ "samsung_pay": token })),
        ("PayPal", json!({ "paypal": {} })),
        ("Alipay", json!({ "alipay": {} })),
        ("WeChat Pay", json!({ "wechat_pay": {} })),
        ("Cash App", json!({ "cash_app": {} })),
        ("MB WAY", json!({ "mb_way": {} })),
        ("Vipps", json!({ "vipps_mobile_pay": {} })),
        ("Twint", json!({ "twint": {} })),
    ] {
        all.push((name, json!({ "wallet": value })));
    }
    for (name, value) in [
        ("Bancontact", json!({ "bancontact": {} })),
        ("Blik", json!({ "blik": { "code": "777123" } })),
        ("EPS", json!({ "eps": {} })),
        ("EPS, a bank", json!({ "eps": { "bank": "bawag_psk_ag" } })),
        ("FPX", json!({ "fpx": { "bank": "maybank2u" } })),
        ("iDEAL", json!({ "ideal": {} })),
        ("iDEAL, a bank", json!({ "ideal": { "bank": "ing" } })),
        ("Przelewy24", json!({ "przelewy24": {} })),
        ("Trustly", json!({ "trustly": {} })),
        ("UPI", json!({ "upi": { "vpa": "ada@bank" } })),
        ("UPI, unnamed", json!({ "upi": {} })),
    ] {
        all.push((name, json!({ "bank_redirect": value })));
    }
    for (name, value) in debits() {
        all.push((name, json!({ "bank_debit": value })));
    }
    for (name, value) in [
        ("ACH transfer", "ach"),
        ("Bacs transfer", "bacs"),
        ("Multibanco", "multibanco"),
        ("Pix", "pix"),
        ("SEPA transfer", "sepa"),
        ("virtual account", "virtual_account"),
    ] {
        all.push((name, json!({ "bank_transfer": value })));
    }
    for (name, value) in [
        ("Affirm", "affirm"),
        ("Afterpay", "afterpay_clearpay"),
        ("Alma", "alma"),
        ("Klarna", "klarna"),
        ("Atome", "atome"),
    ] {
        all.push((name, json!({ "pay_later": value })));
    }
    all
}

/// What kind of way the one at this place is.
pub fn kind(place: usize) -> String {
    all()[place].1.as_object().unwrap().keys().next().unwrap().clone()
}

fn debits() -> [(&'static str, Value); 4] {
    [
        (
            "ACH debit",
            json!({ "ach": { "routing_number": "110000000", "account_number": "000123456789" } }),
        ),
        ("Bacs debit", json!({ "bacs": { "sort_code": "108800", "account_number": "00012345" } })),
        (
            "BECS debit",
            json!({ "becs": { "bsb_number": "000000", "account_number": "000123456" } }),
        ),
        ("SEPA debit", json!({ "sepa": { "iban": "DE89370400440532013000" } })),
    ]
}

/// Where a payout goes.
pub fn payouts() -> Vec<Value> {
    let card = all().swap_remove(0).1;
    let mut all =
        vec![card, json!({ "recipient": "id_60123456" }), json!({ "wallet": { "address": "w1" } })];
    all.extend(debits().map(|(_, debit)| json!({ "bank_account": debit })));
    all
}
