//! `connector-core/src/derives/request_fields.md`: what `from = request.…` can name, flow by flow.
//! `BLESS=1 cargo test -p connector-tests --test derive request_fields` writes it.

use std::fmt::Write as _;
use std::path::Path;

use connector_core::{FLOW_NAMES, Flow};

const HEAD: &str = "\
# What `request` has

The fields of what is asked, flow by flow; what each is, and which may be absent, the type of the data says. A test
holds this against the data.

| flow | its data | `from = request.…` |
|---|---|---|
";

/// The name of the flow, and its line.
fn line<F: Flow>() -> (&'static str, String) {
    let fields: Vec<String> = F::FIELDS.iter().map(|field| format!("`{field}`")).collect();
    let data = std::any::type_name::<F::Request>().rsplit("::").next().unwrap_or_default();
    let (name, fields) = (F::NAME, fields.join(", "));
    (name, format!("| [`{name}`](crate::{name}) | [`{data}`](crate::{data}) | {fields} |\n"))
}

macro_rules! lines {
    ($($flow:ident)+) => { [$(line::<connector_core::$flow>()),+] };
}

#[test]
fn the_reference_names_every_field_of_every_flow() {
    let lines = lines! {
        Authorize PSync Capture Void Refund RSync SetupMandate RepeatPayment
        IncrementalAuthorization VoidPC MandateRevoke CreateOrder
        CreateConnectorCustomer PaymentMethodToken PreAuthenticate Authenticate
        PostAuthenticate ServerAuthenticationToken ServerSessionAuthenticationToken
        ClientAuthenticationToken VerifyWebhookSource Accept SubmitEvidence
        DefendDispute DSync PayoutCreate PayoutTransfer PayoutGet PayoutVoid PayoutStage
        PayoutCreateLink PayoutCreateRecipient PayoutEnrollDisburseAccount
    };
    let named: Vec<&str> = lines.iter().map(|(name, _)| *name).collect();
    assert_eq!(named, FLOW_NAMES);
    let mut text = HEAD.to_owned();
    for (_, line) in &lines {
        let _ = write!(text, "{line}");
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../connector-core/src/derives/request_fields.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text, "it is stale");
}
