//! What the processors' descriptions leave out, and the connectors need.

/// What a description leaves out: the file, the place in it, what is added there (lists grow, objects are
/// merged), and who says so.
pub(crate) const ADDED: &[(&str, &str, &str, &str)] = &[
    (
        "stripe/spec3.json",
        "/paths/~1v1~1payment_intents/post/requestBody/content/application~1x-www-form-urlencoded\
         /schema/properties/payment_method_data",
        STRIPE_CARD,
        "cards in the clear are not described, for they need Stripe's leave: \
         https://support.stripe.com/questions/enabling-access-to-raw-card-data-apis",
    ),
    (
        "stripe/spec3.json",
        "/paths/~1v1~1setup_intents/post/requestBody/content/application~1x-www-form-urlencoded\
         /schema/properties/payment_method_data",
        STRIPE_CARD,
        "as for payment intents",
    ),
    (
        "cybersource/cybersource-rest-spec.json",
        "/paths",
        CYBERSOURCE_CUSTOMERS,
        "customers came after the description: \
         https://developer.cybersource.com/api-reference-assets/index.html#token-management (read 2026-11)",
    ),
    (
        "klarna/payments-v1.json",
        "/paths",
        KLARNA_CUSTOMER_TOKENS,
        "the customer token API has a description of its own, which is not here: \
         https://docs.klarna.com/api/customertoken/ (read 2026-11)",
    ),
    (
        "checkout/nas_spec.bundled.json",
        "/paths/~1payments",
        CHECKOUT_LIST,
        "the list of payments came after the description: \
         https://www.checkout.com/docs/payments/manage-payments/get-a-list-of-payments (read 2026-11-27)",
    ),
    (
        "xendit/xendit-openapi.community.yml",
        "/paths",
        XENDIT_PAYMENT_REQUESTS,
        "the file was written by others and has the newer API alone: as Xendit's own SDK has it, \
         https://github.com/xendit/xendit-go (docs/PaymentRequestApi.md, read 2026-11)",
    ),
    (
        "xendit/xendit-openapi.community.yml",
        "/components/schemas/Refund/properties",
        r#"{ "id": { "type": "string" } }"#,
        "Xendit's own page has the id under this name: \
         https://docs.xendit.co/apidocs/refund-payment-request",
    ),
];

/// As a payment method that is made by itself has it.
const STRIPE_CARD: &str = r##"{
    "properties": {
        "card": { "$ref": "#/paths/~1v1~1payment_methods/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/card" },
        "type": { "enum": ["card"] }
    }
}"##;

/// Payments as a retrieval of one tells them.
const CHECKOUT_LIST: &str = r##"{ "get": {
    "parameters": [
        { "name": "reference", "in": "query", "required": true, "schema": { "type": "string" } },
        { "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 100 } },
        { "name": "skip", "in": "query", "schema": { "type": "integer" } }
    ],
    "responses": { "200": { "content": { "application/json": { "schema": {
        "type": "object",
        "required": ["limit", "skip", "total_count", "data"],
        "properties": {
            "limit": { "type": "integer" },
            "skip": { "type": "integer" },
            "total_count": { "type": "integer" },
            "data": { "type": "array", "items": { "$ref": "#/components/schemas/PaymentDetails" } }
        }
    } } } } }
} }"##;

/// The models of Xendit's SDK for payment requests by card, as far as they say what has to be there.
const XENDIT_PAYMENT_REQUESTS: &str = r##"{
    "/payment_requests": { "get": {
        "parameters": [
            { "name": "reference_id", "in": "query", "schema": { "type": "string" } },
            { "name": "limit", "in": "query", "schema": { "type": "integer" } }
        ],
        "responses": { "200": { "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["data", "has_more"],
            "properties": {
                "has_more": { "type": "boolean" },
                "data": { "type": "array", "items": {
                    "$ref": "#/paths/~1payment_requests~1{id}/get/responses/200/content/application~1json/schema"
                } }
            }
        } } } } }
    }, "post": {
        "parameters": [{ "name": "idempotency-key", "in": "header", "schema": { "type": "string" } }],
        "requestBody": { "required": true, "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["currency"],
            "properties": {
                "reference_id": { "type": "string", "maxLength": 255 },
                "amount": { "type": "number" },
                "currency": { "type": "string", "pattern": "^[A-Z]{3}$" },
                "capture_method": { "enum": ["AUTOMATIC", "MANUAL"] },
                "initiator": { "enum": ["CUSTOMER", "MERCHANT"] },
                "payment_method_id": { "type": "string" },
                "customer_id": { "type": "string" },
                "description": { "type": "string" },
                "metadata": { "type": "object", "additionalProperties": true },
                "payment_method": {
                    "type": "object",
                    "required": ["type", "reusability", "card"],
                    "properties": {
                        "type": { "enum": ["CARD"] },
                        "reusability": { "enum": ["ONE_TIME_USE", "MULTIPLE_USE"] },
                        "reference_id": { "type": "string" },
                        "card": {
                            "type": "object",
                            "required": ["channel_properties"],
                            "properties": {
                                "channel_properties": {
                                    "type": "object",
                                    "properties": {
                                        "skip_three_d_secure": { "type": "boolean", "nullable": true },
                                        "success_return_url": { "type": "string" },
                                        "failure_return_url": { "type": "string" }
                                    }
                                },
                                "card_information": {
                                    "type": "object",
                                    "properties": {
                                        "card_number": { "type": "string" },
                                        "expiry_month": { "type": "string", "pattern": "^[0-9]{2}$" },
                                        "expiry_year": { "type": "string", "pattern": "^([0-9]{2}){1,2}$" },
                                        "cvv": { "type": "string" },
                                        "cardholder_name": { "type": "string" },
                                        "cardholder_email": { "type": "string" },
                                        "cardholder_phone_number": { "type": "string" }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        } } } },
        "responses": { "201": { "content": { "application/json": { "schema": {
            "$ref": "#/paths/~1payment_requests~1{id}/get/responses/200/content/application~1json/schema"
        } } } } }
    } },
    "/payment_requests/{id}": { "get": { "responses": { "200": { "content": { "application/json": {
        "schema": {
            "type": "object",
            "required": ["id", "reference_id", "currency", "payment_method", "status"],
            "properties": {
                "id": { "type": "string" },
                "reference_id": { "type": "string" },
                "amount": { "type": "number" },
                "currency": { "enum": ["IDR", "PHP", "VND", "THB", "MYR", "SGD", "USD"] },
                "customer_id": { "type": "string", "nullable": true },
                "failure_code": { "type": "string", "nullable": true },
                "capture_method": { "enum": ["AUTOMATIC", "MANUAL"], "nullable": true },
                "status": { "enum": [
                    "PENDING", "REQUIRES_ACTION", "CANCELED", "SUCCEEDED", "FAILED", "VOIDED",
                    "UNKNOWN", "AWAITING_CAPTURE", "EXPIRED"
                ] },
                "payment_method": {
                    "type": "object",
                    "required": ["id", "type", "reusability", "status"],
                    "properties": {
                        "id": { "type": "string" },
                        "type": { "type": "string" },
                        "reusability": { "enum": ["ONE_TIME_USE", "MULTIPLE_USE"] },
                        "status": { "enum": ["ACTIVE", "PENDING", "FAILED"] }
                    }
                },
                "actions": { "type": "array", "items": {
                    "type": "object",
                    "required": ["action", "url_type", "method", "url", "qr_code"],
                    "properties": {
                        "action": { "type": "string" },
                        "url_type": { "enum": ["WEB", "MOBILE", "DEEPLINK"] },
                        "method": { "type": "string", "nullable": true },
                        "url": { "type": "string", "nullable": true },
                        "qr_code": { "type": "string", "nullable": true }
                    }
                } }
            }
        }
    } } } } } },
    "/v2/payment_methods": { "post": {
        "requestBody": { "required": true, "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["type", "reusability"],
            "properties": {
                "type": { "enum": ["CARD"] },
                "reusability": { "enum": ["ONE_TIME_USE", "MULTIPLE_USE"] },
                "customer_id": { "type": "string", "nullable": true },
                "reference_id": { "type": "string" },
                "description": { "type": "string", "nullable": true },
                "metadata": { "type": "object", "additionalProperties": true },
                "card": {
                    "type": "object",
                    "required": ["currency"],
                    "properties": {
                        "currency": { "type": "string", "pattern": "^[A-Z]{3}$" },
                        "channel_properties": {
                            "type": "object",
                            "properties": {
                                "success_return_url": { "type": "string" },
                                "failure_return_url": { "type": "string" }
                            }
                        },
                        "card_information": {
                            "type": "object",
                            "required": ["card_number", "expiry_month", "expiry_year"],
                            "properties": {
                                "card_number": { "type": "string" },
                                "expiry_month": { "type": "string", "pattern": "^[0-9]{2}$" },
                                "expiry_year": { "type": "string", "pattern": "^([0-9]{2}){1,2}$" },
                                "cvv": { "type": "string" },
                                "cardholder_name": { "type": "string" }
                            }
                        }
                    }
                }
            }
        } } } },
        "responses": { "201": { "content": { "application/json": { "schema": {
            "$ref": "#/paths/~1v2~1payment_methods~1{id}~1expire/post/responses/200/content/application~1json/schema"
        } } } } }
    } },
    "/v2/payment_methods/{id}/expire": { "post": {
        "responses": { "200": { "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["id", "status"],
            "properties": {
                "id": { "type": "string" },
                "status": { "enum": [
                    "ACTIVE", "EXPIRED", "INACTIVE", "PENDING", "REQUIRES_ACTION", "FAILED"
                ] },
                "actions": { "type": "array", "items": {
                    "type": "object",
                    "properties": {
                        "action": { "type": "string" },
                        "method": { "type": "string" },
                        "url": { "type": "string" },
                        "url_type": { "type": "string" }
                    }
                } },
                "failure_code": { "type": "string", "nullable": true }
            }
        } } } } }
    } },
    "/payment_requests/{id}/captures": { "get": {
        "responses": { "200": { "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["data", "has_more"],
            "properties": {
                "has_more": { "type": "boolean" },
                "data": { "type": "array", "items": {
                    "$ref": "#/paths/~1payment_requests~1{id}~1captures/post/responses/200/content/application~1json/schema"
                } }
            }
        } } } } }
    }, "post": {
        "requestBody": { "required": true, "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["capture_amount"],
            "properties": {
                "reference_id": { "type": "string", "nullable": true },
                "capture_amount": { "type": "number" }
            }
        } } } },
        "responses": { "200": { "content": { "application/json": { "schema": {
            "type": "object",
            "required": [
                "id", "payment_request_id", "payment_id", "currency", "authorized_amount",
                "captured_amount", "status", "failure_code"
            ],
            "properties": {
                "id": { "type": "string" },
                "payment_request_id": { "type": "string" },
                "payment_id": { "type": "string" },
                "currency": { "type": "string" },
                "authorized_amount": { "type": "number" },
                "captured_amount": { "type": "number" },
                "status": { "enum": ["SUCCEEDED", "PENDING", "FAILED"] },
                "failure_code": { "type": "string", "nullable": true }
            }
        } } } } }
    } }
}"##;

/// The orders of Klarna's customer tokens, as far as the page says what has to be there. Lines and the answer are
/// as of any other order.
const KLARNA_CUSTOMER_TOKENS: &str = r##"{
    "/customer-token/v1/tokens/{customerToken}/order": { "post": {
        "parameters": [{ "name": "Klarna-Idempotency-Key", "in": "header", "schema": { "type": "string" } }],
        "requestBody": { "required": true, "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["order_amount", "order_lines", "order_tax_amount", "purchase_currency"],
            "properties": {
                "auto_capture": { "type": "boolean" },
                "merchant_reference1": { "type": "string", "maxLength": 255 },
                "order_amount": { "type": "integer", "minimum": 1 },
                "order_lines": {
                    "type": "array", "minItems": 1, "maxItems": 1000,
                    "items": { "$ref": "#/components/schemas/order_line" }
                },
                "order_tax_amount": { "type": "integer", "minimum": 0 },
                "purchase_currency": { "type": "string", "pattern": "^[A-Za-z]{3}$" }
            }
        } } } },
        "responses": { "200": { "content": { "application/json": { "schema": {
            "$ref": "#/components/schemas/order"
        } } } } }
    } },
    "/customer-token/v1/tokens/{customerToken}/status": { "patch": {
        "requestBody": { "required": true, "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["status"],
            "properties": { "status": { "enum": ["CANCELLED"] } }
        } } } },
        "responses": { "202": {} }
    } }
}"##;

const CYBERSOURCE_CUSTOMERS: &str = r##"{
    "/tms/v2/customers": { "post": {
        "requestBody": { "required": true, "content": { "application/json": { "schema": {
            "type": "object",
            "properties": { "buyerInformation": {
                "type": "object",
                "properties": {
                    "merchantCustomerID": { "type": "string", "maxLength": 100 },
                    "email": { "type": "string", "maxLength": 255 }
                }
            } }
        } } } },
        "responses": { "201": { "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["id"],
            "properties": { "id": { "type": "string" } }
        } } } } }
    } }
}"##;
