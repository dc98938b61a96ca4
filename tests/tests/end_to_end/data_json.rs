//! The JSON form of every flow's data, for the command line and for replay: it shows no secret unless it is
//! asked to, and what it shows then is all of the data.

use std::collections::BTreeSet;

use connector_core::{Flow, RouterData};
use connector_tests::inputs::samples;
use serde_json::{Map, Value, json};

/// Every key of the data under which a secret stands. A new one belongs here, and what is not here is shown.
const SECRET: &[&str] = &[
    "account_number",
    "address",
    "bsb_number",
    "cavv",
    "code",
    "content",
    "cryptogram",
    "customer_email",
    "customer_name",
    "email",
    "first_name",
    "holder_name",
    "iban",
    "last_name",
    "line1",
    "line2",
    "name",
    "number",
    "phone",
    "redirect_payload",
    "routing_number",
    "security_code",
    "sort_code",
    "token",
    "vpa",
    "webhook_body",
    "zip",
];

/// The fields of one half, as the refusal of an unknown one tells them.
fn fields<F: Flow>(half: &str) -> Vec<String> {
    let data = format!(r#"{{ "{half}": {{ "?": 0 }} }}"#);
    let error = RouterData::<F>::from_json(data.as_bytes()).unwrap_err().to_string();
    let (_, told) = error.split_once("unknown field `?`").unwrap_or_else(|| panic!("{error}"));
    told.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A key at which a secret stands, the secret, and what is shown of it.
pub(crate) type Masked = (String, Value, Value);

/// The keys at which the two differ, or which are secret.
pub(crate) fn masked(
    whole: &Value,
    shown: &Value,
    key: &str,
    secret: &[&str],
    found: &mut Vec<Masked>,
) {
    // What is sold has a name, too, which is no secret.
    if key == "order_lines" {
        return assert_eq!(whole, shown);
    }
    match (whole, shown) {
        (Value::Object(whole), Value::Object(shown)) => {
            assert_eq!(whole.keys().collect::<Vec<_>>(), shown.keys().collect::<Vec<_>>());
            whole.iter().for_each(|(key, value)| masked(value, &shown[key], key, secret, found));
        }
        (Value::Array(whole), Value::Array(shown)) => {
            let pairs = whole.iter().zip(shown);
            pairs.for_each(|(whole, shown)| masked(whole, shown, key, secret, found));
        }
        _ if whole != shown => found.push((key.to_owned(), whole.clone(), shown.clone())),
        // A text at such a key that is shown as it is.
        _ if secret.contains(&key) && whole.is_string() => {
            found.push((key.to_owned(), whole.clone(), shown.clone()));
        }
        _ => {}
    }
}

/// Fails where a form of `Debug` shows one of the secrets.
pub(crate) fn assert_unseen(data: &dyn std::fmt::Debug, secrets: &[Masked]) {
    let shown = format!("{data:?} {data:#?}");
    for (key, secret, _) in secrets {
        let secret = secret.as_str().unwrap();
        // A text with quotes in it is shown with them escaped.
        let forms = [secret.to_owned(), secret.escape_debug().to_string()];
        let is_seen = forms.iter().any(|form| shown.contains(form.as_str()));
        assert!(!secret.is_empty() && !is_seen, "`{key}` is seen: {shown}");
    }
}

/// The keys of the flow's data that are masked.
fn keys<F: Flow>() -> BTreeSet<String> {
    let halves = ["resource_common_data", "request"].map(|half| (half, fields::<F>(half)));
    let full = |half: &[String]| -> Map<String, Value> {
        half.iter().map(|field| (field.clone(), samples(field).swap_remove(0))).collect()
    };
    let full: Map<String, Value> =
        halves.iter().map(|(half, fields)| ((*half).to_owned(), json!(full(fields)))).collect();
    let full = Value::Object(full);
    let mut keys = BTreeSet::new();
    let varied =
        halves.iter().flat_map(|(half, fields)| fields.iter().map(move |field| (*half, field)));
    for (half, field) in varied {
        for value in samples(field) {
            let mut data = full.clone();
            data[half][field] = value;
            let read = RouterData::<F>::from_json(data.to_string().as_bytes());
            let read = read.unwrap_or_else(|error| panic!("{} {error}: {data}", F::NAME));
            // All of it is there when it is asked for, and can be replayed.
            let whole = read.to_json_with_secrets().unwrap();
            let again = RouterData::<F>::from_json(whole.as_bytes()).unwrap();
            assert_eq!(again.to_json_with_secrets().unwrap(), whole);
            let whole: Value = serde_json::from_str(&whole).unwrap();
            assert_eq!(whole, data, "{}", F::NAME);
            // And is not there when it is not.
            let shown = serde_json::from_str(&read.to_json().unwrap()).unwrap();
            let mut found = Vec::new();
            masked(&whole, &shown, "", SECRET, &mut found);
            assert_unseen(&read, &found);
            for (key, _, shown) in found {
                let shown = shown.as_str().unwrap();
                assert!(shown.contains('*'), "{}: `{key}` is shown: {shown}", F::NAME);
                keys.insert(key);
            }
        }
    }
    keys
}

/// Calls a function for the type of every flow.
macro_rules! of_every_flow {
    ($function:ident) => {
        of_every_flow![$function:
            Authorize PSync Capture Void Refund RSync SetupMandate RepeatPayment IncrementalAuthorization
            VoidPC MandateRevoke CreateOrder CreateConnectorCustomer PaymentMethodToken PreAuthenticate
            Authenticate PostAuthenticate ServerAuthenticationToken ServerSessionAuthenticationToken
            ClientAuthenticationToken VerifyWebhookSource Accept SubmitEvidence DefendDispute DSync
            PayoutCreate PayoutTransfer PayoutGet PayoutVoid PayoutStage PayoutCreateLink
            PayoutCreateRecipient PayoutEnrollDisburseAccount
        ]
    };
    ($function:ident: $($flow:ident)+) => {{
        use connector_core::{FLOW_NAMES, Flow};
        assert_eq!([$(connector_core::$flow::NAME),+], FLOW_NAMES);
        [$($function::<connector_core::$flow>()),+]
    }};
}
pub(crate) use of_every_flow;

#[test]
fn what_is_shown_has_no_secret_and_what_is_kept_has_all() {
    let keys = of_every_flow!(keys);
    let keys: BTreeSet<&str> = keys.iter().flatten().map(String::as_str).collect();
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), SECRET);
}
