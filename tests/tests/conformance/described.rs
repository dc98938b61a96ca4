//! The processors' own descriptions: one row for each part of an API that a connector speaks. A new
//! connector needs its rows here and no test of its own; it is held against them, request by request
//! and response by response, in `requests.rs` and `responses.rs`.

/// What language a description is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// OpenAPI 3.0 or 3.1, or Swagger 2.0; in JSON or in YAML.
    OpenApi,
    /// XML Schema, of which the JSON keeps the order.
    XmlSchema,
    /// A GraphQL schema.
    GraphQl,
    /// Bodies without any schema.
    Examples,
}

/// A description of a part of a processor's API.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Described {
    /// The connector's name.
    pub(crate) connector: &'static str,
    /// The language of the file.
    pub(crate) language: Language,
    /// The file, below `../shared/specs`.
    pub(crate) file: &'static str,
}

const fn row(connector: &'static str, language: Language, file: &'static str) -> Described {
    Described { connector, language, file }
}

/// One row for each part. A row may come before its connector.
pub(crate) const DESCRIBED: &[Described] = {
    use Language::{Examples, GraphQl, OpenApi, XmlSchema};
    &[
        row("adyen", OpenApi, "adyen/CheckoutService-v71.json"),
        row("adyen", OpenApi, "adyen/DisputeService-v30.json"),
        row("adyen", OpenApi, "adyen/RecurringService-v68.json"),
        row("authorizenet", XmlSchema, "authorizenet/AnetApiSchema.xsd"),
        row("braintree", GraphQl, "braintree/schema.graphql"),
        row("checkout", OpenApi, "checkout/nas_spec.bundled.json"),
        row("cybersource", OpenApi, "cybersource/cybersource-rest-spec.json"),
        row("klarna", OpenApi, "klarna/order-management.yml"),
        row("klarna", OpenApi, "klarna/payments-v1.json"),
        row("mollie", OpenApi, "mollie/specs.json"),
        row("paypal", OpenApi, "paypal/checkout_orders_v2.json"),
        row("paypal", OpenApi, "paypal/payments_payment_v2.json"),
        row("paypal", OpenApi, "paypal/customer_disputes_v1.json"),
        row("paypal", OpenApi, "paypal/vault_payment_tokens_v3.json"),
        row("paypal", OpenApi, "paypal/notifications_webhooks_v1.json"),
        row("razorpay", Examples, "razorpay/examples.json"),
        row("square", OpenApi, "square/api.json"),
        row("stripe", OpenApi, "stripe/spec3.json"),
        row("xendit", OpenApi, "xendit/xendit-openapi.community.yml"),
    ]
};

/// Where a connector knows better than the description, and why: connector, flow, what the problem
/// says, the reason. A row that excuses nothing fails the test.
pub(crate) const EXCUSED: &[(&str, &str, &str, &str)] = &[
    (
        "cybersource",
        "IncrementalAuthorization",
        "'additionalAmount' was unexpected",
        "the description of 2020 spells it `additonalAmount`: \
         https://developer.cybersource.com/api-reference-assets/index.html#payments_incremental-authorization",
    ),
    (
        "cybersource",
        "Authorize",
        "'actionList', 'actionTokenTypes' were unexpected",
        CYBERSOURCE_TOKENS,
    ),
    (
        "cybersource",
        "SetupMandate",
        "'actionList', 'actionTokenTypes' were unexpected",
        CYBERSOURCE_TOKENS,
    ),
    ("cybersource", "RepeatPayment", "'paymentInstrument' was unexpected", CYBERSOURCE_TOKENS),
    (
        "cybersource",
        "Authenticate",
        "\"mcc\" is a required property",
        "the description itself says that it is for Visa in Brazil, and to be sent for nothing else",
    ),
    (
        "cybersource",
        "Authenticate",
        "\"overrideCountryCode\" is a required property",
        CYBERSOURCE_PAYER,
    ),
    ("cybersource", "Authenticate", "\"bin\" is a required property", CYBERSOURCE_PAYER),
    ("cybersource", "PostAuthenticate", "\"bin\" is a required property", CYBERSOURCE_PAYER),
    (
        "cybersource",
        "PostAuthenticate",
        "\"signedPares\" is a required property",
        "it is of 3-D Secure 1, which is over; what is required is told without it: \
         https://developer.cybersource.com/docs/cybs/en-us/payer-authentication/developer/all/rest/payer-auth/\
         pa2-ccdc-validate-intro.html (read 2026-11-27)",
    ),
    (
        "cybersource",
        "MandateRevoke",
        r#""profile-id""#,
        "it chooses among a merchant's vaults, and is not required any more: \
         https://developer.cybersource.com/api-reference-assets/index.html#token-management",
    ),
    ("checkout", "RepeatPayment", "\"Unscheduled\" is not one of", CHECKOUT_PAYMENT_TYPE),
    ("checkout", "SetupMandate", "\"Unscheduled\" is not one of", CHECKOUT_PAYMENT_TYPE),
    ("checkout", "SetupMandate", "does not match \"^(cus)_", CHECKOUT_MADE_UP),
    ("checkout", "RepeatPayment", "does not match \"^(cus)_", CHECKOUT_MADE_UP),
    ("checkout", "RepeatPayment", "does not match \"^(src)_", CHECKOUT_MADE_UP),
    ("checkout", "PaymentMethodToken", "does not match \"^(cus)_", CHECKOUT_MADE_UP),
    (
        "checkout",
        "PaymentMethodToken",
        "does not match \"^(tok)_(\\w{26})$ | ^(card_tok)",
        "nothing can match it: spaces stand around its `|`",
    ),
    (
        "paypal",
        "ServerAuthenticationToken",
        "no POST /v1/oauth2/token",
        "no description has it: https://developer.paypal.com/api/rest/authentication/",
    ),
    (
        "paypal",
        "VerifyWebhookSource",
        "/webhook_event Unevaluated properties are not allowed",
        "the fields of an event are described as PayPal's alone to write; here it is given back as it came",
    ),
    (
        "paypal",
        "Authorize",
        "'verification' was unexpected",
        "3-D Secure came after the description: \
         https://developer.paypal.com/docs/checkout/advanced/customize/3d-secure/api/",
    ),
    (
        "mollie",
        "Authorize",
        "does not match \"^cst_.+$\"",
        "the id is made up here; the connector passes on what Mollie called the customer",
    ),
    (
        "mollie",
        "RepeatPayment",
        "does not match \"^cst_.+$\"",
        "the id is made up here; the connector passes on what Mollie called the customer",
    ),
    (
        "mollie",
        "SetupMandate",
        "does not match \"^cst_.+$\"",
        "the id is made up here; the connector passes on what Mollie called the customer",
    ),
    (
        "mollie",
        "RepeatPayment",
        "does not match \"^mdt_.+$\"",
        "the id is made up here; the connector passes on what Mollie called the mandate",
    ),
    (
        "mollie",
        "RepeatPayment",
        "\"redirectUrl\" is a required property",
        "nobody comes back from a recurring payment: https://docs.mollie.com/docs/recurring-payments",
    ),
];

/// Why a body with as little in it as may be is not read.
const NOTHING_REQUIRED: &str =
    "the description requires no field of a success, and so allows nothing at all";

const CHECKOUT_MADE_UP: &str =
    "the id is made up here; the connector passes on what Checkout.com called it";

const CHECKOUT_PAYMENT_TYPE: &str = "the word came after the description: https://github.com/checkout/checkout-sdk-go (read 2026-11)";

const CYBERSOURCE_PAYER: &str = "what is required is told without it: \
    https://developer.cybersource.com/docs/cybs/en-us/payer-authentication/developer/all/rest/payer-auth/\
    pa2-ccdc-validate-intro.html (read 2026-11-27)";

const CYBERSOURCE_TOKENS: &str = "tokens are made and named otherwise since the description: \
    https://developer.cybersource.com/docs/cybs/en-us/payments/developer/ctv/rest/payments/\
    credentials-processsing-intro/credentials-cit-intro/credentials-cit-initial-tms-intro.html";

/// Of descriptions that are bodies without a schema, which bodies answer a flow: connector, flow, and what a
/// field of them is, or the section that they stand in; where that is empty, any text.
pub(crate) const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    ("razorpay", "Authorize", "section", "Create Payment Json"),
    ("razorpay", "Authorize", "razorpay_signature", ""),
    ("razorpay", "PSync", "entity", "payment"),
    ("razorpay", "PSyncByReference", "section", "Fetch payments for an order"),
    ("razorpay", "Capture", "status", "captured"),
    ("razorpay", "Refund", "entity", "refund"),
    ("razorpay", "RSync", "entity", "refund"),
    ("razorpay", "RepeatPayment", "section", "Create a recurring payment"),
    ("razorpay", "MandateRevoke", "section", "Delete tokens"),
    ("razorpay", "MandateRevoke", "section", "Delete token"),
    ("razorpay", "CreateOrder", "entity", "order"),
    ("razorpay", "CreateConnectorCustomer", "entity", "customer"),
];

/// What a schema calls a text, and is one of a few, or names what was asked about: connector, flow or `all`, the field,
/// or a field to add in it, and what it is in the answers that are made here.
pub(crate) const SPECIFIED: &[(&str, &str, &str, &str)] = &[
    ("authorizenet", "PSync", "transactionType", "authCaptureTransaction"),
    ("authorizenet", "RSync", "transactionType", "refundTransaction"),
    ("braintree", "PSyncByReference", "orderId", "order-1001"),
    ("checkout", "PSyncByReference", "reference", "order-1001"),
    ("checkout", "RSync", "id", "60123456"),
    ("checkout", "RSync", "type", "Refund"),
    ("cybersource", "PSyncByReference", "code", "order-1001"),
    ("cybersource", "PSyncByReference", "name", "ics_auth"),
    ("razorpay", "PSyncByReference", "order_id", "id_60123456"),
    ("stripe", "PSyncByReference", "metadata.reference", "order-1001"),
    ("xendit", "PSync", "payment_request_id", "60123456"),
    ("xendit", "PSyncByReference", "reference_id", "order-1001"),
];

/// Answers that are described and rightly not read so: connector, flow or `all`, what the problem says, the
/// reason. A row that excuses nothing fails the test.
pub(crate) const UNREAD: &[(&str, &str, &str, &str)] = &[
    (
        "authorizenet",
        "all",
        "Barest: Some(\"the answer is not of the documented shape",
        NOTHING_REQUIRED,
    ),
    (
        "braintree",
        "all",
        "Barest: Some(\"the answer is not of the documented shape",
        NOTHING_REQUIRED,
    ),
    (
        "braintree",
        "all",
        "Fullest: `answered` in /data/answer/payment/status",
        "that word stands for a reversal that is a refund, and this one is a transaction",
    ),
    ("adyen", "all", "Barest: Some(\"the answer is not of the documented shape", NOTHING_REQUIRED),
    (
        "cybersource",
        "all",
        "Barest: Some(\"the answer is not of the documented shape",
        NOTHING_REQUIRED,
    ),
    ("klarna", "all", "Barest: Some(\"the answer is not of the documented shape", NOTHING_REQUIRED),
    ("mollie", "all", "Barest: Some(\"the answer is not of the documented shape", NOTHING_REQUIRED),
    ("paypal", "all", "Barest: Some(\"the answer is not of the documented shape", NOTHING_REQUIRED),
    (
        "cybersource",
        "PSync",
        "is Some(\"voided_post_capture\"), not [Some(\"voided\")]",
        "a capture is asked about, and what let go of it came after it",
    ),
    (
        "cybersource",
        "PSync",
        "is Some(\"capture_failed\"), not [Some(\"failure\")]",
        "a capture is asked about, and its failure is none of the payment's",
    ),
    (
        "klarna",
        "IncrementalAuthorization",
        "a body where none is documented (HTTP 204)",
        "an answer with this status has no body: RFC 9110, section 15.3.5",
    ),
    (
        "klarna",
        "PSync",
        "Fullest: `AUTHORIZED` in /status is Some(\"pending\")",
        "with everything, Klarna still looks for fraud, and may yet reject the order",
    ),
    (
        "paypal",
        "all",
        "`PARTIALLY_CAPTURED` in /purchase_units/0/payments/authorizations/0/status is",
        "no order tells it; the order's own word is told then",
    ),
    (
        "paypal",
        "all",
        "example orders_request_create",
        "the description shows what is ordered in the place of the answer",
    ),
    (
        "paypal",
        "DSync",
        "`RESOLVED` in /status is Some(\"lost\")",
        "for whom it is resolved, the outcome beside it tells",
    ),
    (
        "paypal",
        "Void",
        "Fullest: `answered` in /status",
        "that word stands for an answer without a body",
    ),
    (
        "razorpay",
        "PSync",
        "`refunded` in /status is Some(\"auto_refunded\")",
        "beside it stands that nothing was captured",
    ),
    (
        "xendit",
        "all",
        "Barest: Some(\"the answer is not of the documented shape",
        "of refunds and customers the description requires no field that we need",
    ),
    (
        "square",
        "all",
        "Barest: Some(\"the answer is not of the documented shape",
        "the description requires no field at all, be it of a success or of an error",
    ),
    (
        "checkout",
        "DSync",
        "Barest: Some(\"the answer is not of the documented shape: missing field `id`",
        "the description requires no field at all; what has no id is about no dispute",
    ),
    (
        "stripe",
        "all",
        "`requires_payment_method` in /",
        "with everything there is an error of the last try, too, and then the try has failed",
    ),
];

#[test]
fn every_connector_has_a_description() {
    for connector in connectors::all() {
        assert!(
            DESCRIBED.iter().any(|row| row.connector == connector.name()),
            "add a row for `{}` to tests/tests/conformance/described.rs: its name, the language of \
             its processor's description, and the file",
            connector.name()
        );
    }
    for (what, _, _, why) in crate::added::ADDED.iter().chain(EXCUSED).chain(UNREAD) {
        assert!(why.len() > 10, "{what} has no reason");
    }
}
