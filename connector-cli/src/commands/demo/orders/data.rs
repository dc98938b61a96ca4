//! What the flows of the stories are told: one shop, one customer, and the sandbox's cards.

use connector_core::AuthenticationData;
use connector_sandbox::{CardCondition, Processor, Sandbox, TestCard, TestToken};
use serde_json::{Map, Value, json};

use super::story::{PaidWith, Share};

/// How much a part of a payment is, in minor units.
const PART: i64 = 300;

/// What a payment is made with.
#[derive(Debug, Clone, Copy)]
pub(super) enum Means {
    Card(TestCard),
    /// The number of a card whose issuer is asked before there is a payment.
    Challenged(&'static str),
    Token(TestToken),
}

impl Means {
    /// Of what the sandbox's processor takes.
    pub(super) fn of(sandbox: &Sandbox, processor: Processor, wanted: PaidWith) -> Option<Self> {
        let does = match wanted {
            PaidWith::Card(does) => does,
            PaidWith::Challenged => {
                return sandbox.challenged_card(processor).map(Self::Challenged);
            }
        };
        let card = processor.test_cards().iter().find(|card| does(card.result));
        let token = || processor.test_tokens().iter().find(|token| does(token.result));
        card.copied().map(Self::Card).or_else(|| token().copied().map(Self::Token))
    }
}

/// One payment of the stories.
#[derive(Debug)]
pub(super) struct Payment {
    /// The name of the payment with the merchant, and the stem of its keys.
    pub(super) name: String,
    pub(super) minor_amount: i64,
    /// How it was ordered to be captured: some words mean another thing by it.
    pub(super) capture_method: Option<&'static str>,
    pub(super) means: Means,
    pub(super) id: Option<String>,
    pub(super) authorization_id: Option<String>,
    pub(super) capture_id: Option<String>,
    pub(super) refund_id: Option<String>,
    /// What an authentication before the order found out.
    pub(super) authentication: Option<Box<AuthenticationData>>,
    /// The last digits of the card, as the processor told them.
    pub(super) card_last_four: Option<String>,
}

impl Payment {
    /// Payments of one processor differ in their amounts: where there are no keys, two that are the
    /// same within minutes count as one.
    pub(super) fn new(processor: &str, number: i64, means: Means) -> Self {
        let name = format!("demo-{processor}-{number}");
        let minor_amount = match means {
            Means::Card(TestCard { condition: CardCondition::Amount(amount), .. }) => amount,
            _ => number.saturating_mul(111).saturating_add(1_000),
        };
        Self {
            name,
            minor_amount,
            means,
            id: None,
            authorization_id: None,
            capture_id: None,
            refund_id: None,
            capture_method: None,
            card_last_four: None,
            authentication: None,
        }
    }

    pub(super) const fn amount_of(&self, share: Share) -> i64 {
        match share {
            Share::All => self.minor_amount,
            Share::Part => PART,
        }
    }

    pub(super) fn authorize(&self, capture_method: &str) -> Value {
        let (mut postcode, mut authentication, mut holder) = ("10115", "no_three_ds", "A. Payer");
        if let Means::Card(card) = self.means {
            match card.condition {
                CardCondition::Postcode(wanted) => postcode = wanted,
                CardCondition::ThreeDSecure => authentication = "three_ds",
                CardCondition::Holder(name) => holder = name,
                CardCondition::Always | CardCondition::Amount(_) => {}
            }
        }
        let of_number = |number: &str, network: Option<&str>| {
            json!({ "card": {
                "number": number,
                "expiry": "2030-12",
                "security_code": "123",
                "holder_name": holder,
                "network": network,
            }})
        };
        let (method, lines) = match self.means {
            Means::Card(card) => {
                let method = match card.token {
                    Some(token) => json!({ "stored_token": { "token": token } }),
                    None => of_number(card.number, None),
                };
                (method, Value::Null)
            }
            // The issuer is found by the network.
            Means::Challenged(number) => (of_number(number, Some("visa")), Value::Null),
            // Who gave the token knows what is paid for.
            Means::Token(token) => {
                let line = json!({
                    "name": "One thing",
                    "quantity": 1,
                    "unit_price": money(self.minor_amount),
                    "total_amount": money(self.minor_amount),
                });
                let token = format!("{}{}", token.prefix, self.name);
                (json!({ "stored_token": { "token": token } }), json!([line]))
            }
        };
        json!({
            "resource_common_data": { "connector_request_reference_id": self.name },
            "request": {
                "amount": money(self.minor_amount),
                "payment_method_data": method,
                "order_lines": lines,
                "capture_method": capture_method,
                "idempotency_key": format!("{}-authorize", self.name),
                "customer": {
                    "name": "A. Payer",
                    "email": "payer@shop.example",
                    "phone": "+4930123456",
                },
                "billing_address": {
                    "first_name": "A.",
                    "last_name": "Payer",
                    "line1": "Chausseestr. 1",
                    "city": "Berlin",
                    "country": "DE",
                    "zip": postcode,
                },
                "browser_information": {
                    "accept_header": "*/*",
                    "user_agent": "demo",
                    "language": "de-DE",
                    "ip_address": "127.0.0.1",
                    "color_depth": 24,
                    "screen_height": 768,
                    "screen_width": 1_024,
                    "time_zone_offset_minutes": -60,
                    "java_enabled": false,
                    "java_script_enabled": true,
                },
                "authentication_type": authentication,
                "description": "One thing",
                "return_url": "https://shop.example/return",
            },
        })
    }

    /// What this order is to pay, announced first.
    pub(super) fn announce(&self, authorize: &Value) -> Value {
        let told = |name: &str| authorize.pointer(&format!("/request/{name}"));
        json!({
            "resource_common_data": authorize.get("resource_common_data"),
            "request": {
                "amount": told("amount"),
                "capture_method": told("capture_method"),
                "idempotency_key": format!("{}-order", self.name),
            },
        })
    }

    /// The card of this order, to be kept by the processor first.
    pub(super) fn token(&self, authorize: &Value) -> Value {
        let method = authorize.pointer("/request/payment_method_data");
        json!({ "request": {
            "payment_method_data": method,
            "idempotency_key": format!("{}-token", self.name),
        }})
    }

    pub(super) fn capture(&self, share: Share) -> Value {
        let amount = money(self.amount_of(share));
        let whole = money(self.minor_amount);
        let order = json!({ "amount_to_capture": amount, "amount": whole });
        self.of_what_is_held(self.follow("capture", order))
    }

    pub(super) fn void(&self) -> Value {
        let whole = money(self.minor_amount);
        self.of_what_is_held(self.follow("void", json!({ "amount": whole })))
    }

    pub(super) fn refund(&self, share: Share) -> Value {
        let amount = money(self.amount_of(share));
        let mut order =
            json!({ "refund_amount": amount, "connector_capture_id": self.capture_id.as_deref() });
        if let (Some(order), Some(digits)) = (order.as_object_mut(), &self.card_last_four) {
            order.insert("card_last_four".to_owned(), json!(digits));
        }
        self.follow("refund", order)
    }

    /// What the issuer is told before there is a payment: what its order will say of the payer.
    pub(super) fn authenticate(&self) -> Value {
        let order = self.authorize("automatic");
        let known = [
            "amount",
            "payment_method_data",
            "customer",
            "billing_address",
            "browser_information",
            "return_url",
        ];
        let mut request: Map<String, Value> = known
            .iter()
            .filter_map(|name| {
                Some(((*name).to_owned(), order.pointer(&format!("/request/{name}"))?.clone()))
            })
            .collect();
        if let Some(id) = &self.id {
            request.insert("connector_transaction_id".to_owned(), json!(id));
        }
        json!({ "resource_common_data": order.get("resource_common_data"), "request": request })
    }

    /// What the customer brought back, a name and a value, is handed in.
    pub(super) fn post_authenticate(&self, brought_back: Option<(&str, String)>) -> Value {
        let mut order =
            json!({ "capture_method": "automatic", "amount": money(self.minor_amount) });
        let order_of = self.authorize("automatic");
        if let (Some((name, value)), Some(order)) = (brought_back, order.as_object_mut()) {
            order.insert("redirect_parameters".to_owned(), json!({ name: value }));
        }
        // Where there is no payment yet, it is told once more what is paid with.
        if let (Means::Challenged(_), Some(order)) = (self.means, order.as_object_mut()) {
            let method = order_of.pointer("/request/payment_method_data");
            order.insert("payment_method_data".to_owned(), json!(method));
        }
        let mut data = self.follow("authenticated", order);
        if let Some(data) = data.as_object_mut() {
            let known = order_of.get("resource_common_data").cloned().unwrap_or_default();
            data.insert("resource_common_data".to_owned(), known);
        }
        data
    }

    pub(super) fn psync(&self) -> Value {
        json!({ "request": {
            "connector_transaction_id": self.id,
            "connector_capture_id": self.capture_id,
            "capture_method": self.capture_method,
            "amount": money(self.minor_amount),
        }})
    }

    pub(super) fn rsync(&self, refunded: i64) -> Value {
        json!({ "request": {
            "connector_transaction_id": self.id,
            "connector_refund_id": self.refund_id,
            "refund_amount": money(refunded),
        }})
    }

    /// An order about the money that is held, which some processors give a name of its own.
    fn of_what_is_held(&self, mut data: Value) -> Value {
        if let Some(data) = data.as_object_mut() {
            let known = json!({ "connector_authorization_id": self.authorization_id });
            data.insert("resource_common_data".to_owned(), known);
        }
        data
    }

    /// An order about a payment that is there.
    fn follow(&self, order: &str, mut request: Value) -> Value {
        if let Some(request) = request.as_object_mut() {
            request.insert("connector_transaction_id".to_owned(), json!(self.id));
            let key = format!("{}-{order}", self.name);
            request.insert("idempotency_key".to_owned(), Value::from(key));
        }
        json!({ "request": request })
    }
}

fn money(minor_amount: i64) -> Value {
    json!({ "minor_amount": minor_amount, "currency": "USD" })
}
