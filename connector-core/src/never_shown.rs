//! That no secret is shown. Whatever holds one has no `Display` and no `Serialize`, and both forms of its `Debug` mask
//! it. `tests/tests/promises/never_shown.rs` looks for types that belong here and are not.

use std::fmt::{self, Debug};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use serde::Serialize;

use crate::body::{FilePart, Multipart, PartValue as _};
use crate::credentials::{
    BaseUrl, ClientIdentity, CredentialFields, DeclaredCredential, Moment, Occasion, Pem,
    PerCurrency, credential,
};
use crate::request::Encoder;
use crate::response::{Fault, FaultKind, RawBody};
use crate::url::{Segment, Template};
use crate::webhook::{EventTold, WebhookCredentials, WebhookEvent, WebhookIds};
use crate::{
    Authorize, BearerAuth, CardNumber, CardSecurityCode, DataSecrets, Exposed, HandledResponse,
    RouterData, Secret,
};

/// Does not compile where a type implements the trait: then it is not clear which of two is meant.
macro_rules! never {
    ($trait:path: $($secret:ty),+ $(,)?) => {$(
        const _: fn() = || {
            trait Never<A> {
                fn implements() {}
            }
            impl<T: ?Sized> Never<()> for T {}
            struct It;
            impl<T: ?Sized + $trait> Never<It> for T {}
            <$secret as Never<_>>::implements();
        };
    )+};
}

// What is shown by `{}` is shown by accident; what serde writes goes into logs and stores.
never!(fmt::Display: Secret, CardNumber, CardSecurityCode, Exposed<'static>, BearerAuth);
never!(fmt::Display: CredentialFields, ClientIdentity, Pem, PerCurrency, Moment, WebhookCredentials);
never!(Serialize: Secret, CardNumber, CardSecurityCode, BearerAuth);
never!(Serialize: CredentialFields, ClientIdentity, Pem, PerCurrency, Moment, WebhookCredentials);

/// What both forms of `Debug` show of a value.
fn shown(value: &dyn Debug) -> String {
    format!("{value:?} {value:#?}")
}

/// Of each type: a value with the canary in it, and a look into the value, without which it could be empty. What the
/// last line calls is shown of it.
macro_rules! hides {
    ($canary:ident: $($type:ty: $value:expr, $holds:expr;)+) => {$({
        let value: $type = $value;
        let shown = shown(&value);
        assert!(!shown.contains($canary), "{}: {shown}", stringify!($type));
        let holds: fn($type) -> bool = $holds;
        assert!(holds(value), "{} is without the canary", stringify!($type));
    })+};
}

const CANARY: &str = "canary-0123456789";

fn canary() -> Secret {
    Secret::new(CANARY)
}

fn fields(names: &[&str]) -> CredentialFields {
    names.iter().fold(CredentialFields::default(), |fields, name| fields.with(name, canary()))
}

/// The credential `key`, taken as whoever declares it does.
fn key<T>(declared: &DeclaredCredential<T>, mut fields: CredentialFields) -> T {
    (declared.take)(&mut fields, "key").unwrap()
}

fn pem() -> Pem {
    let text = format!("-----BEGIN KEY-----\n{CANARY}\n-----END KEY-----");
    key(&credential("key", "a key"), CredentialFields::default().with("key", Secret::new(text)))
}

#[test]
fn what_holds_a_secret_shows_none_of_it() {
    let euros = "EUR".parse().unwrap();
    hides! { CANARY:
        Secret: canary(), |it| it.expose() == CANARY;
        Exposed<'static>: Exposed::from(&*Box::leak(Box::new(canary()))), |it| it.text() == CANARY;
        CredentialFields: fields(&["key"]), |mut it| it.take("key").unwrap().expose() == CANARY;
        BearerAuth: crate::Auth::from_fields(&mut fields(&["api_key"])).unwrap(), |it| {
            let mut request = http::Request::new(Bytes::new());
            crate::Auth::authorize(&it, &mut request, &Occasion::new(&Moment::UNKNOWN, None, false)).unwrap();
            request.headers()["authorization"].to_str().unwrap().contains(CANARY)
        };
        Pem: pem(), |it| it.expose().contains(CANARY);
        ClientIdentity: ClientIdentity { certificates: pem(), private_key: pem() },
            |it| it.certificates.expose().contains(CANARY) && it.private_key.expose().contains(CANARY);
        PerCurrency: key(&credential("key", "a key"), fields(&["key_eur"])), |it| it.of("EUR".parse().unwrap()).unwrap().expose() == CANARY;
        Moment: Moment::at(SystemTime::UNIX_EPOCH).with_access_token(canary()),
            |it| it.access_token().unwrap().expose() == CANARY;
        Occasion<'static>: Occasion::new(Box::leak(Box::new(Moment::UNKNOWN.with_access_token(canary()))), Some(euros), false),
            |it| it.access_token().unwrap().expose() == CANARY;
        WebhookCredentials: WebhookCredentials { secrets: vec![canary()], url: Some(canary()), id: Some(canary()) },
            |it| it.secrets.iter().chain(&it.url).chain(&it.id).filter(|one| one.expose() == CANARY).count() == 3;
        HandledResponse: HandledResponse {
            report: crate::Report::from(&crate::Outcome::<Authorize>::of_fault(Fault::new(FaultKind::Silent, "nothing"))),
            response_data: None,
            with_secrets: Some(canary()),
        }, |it| it.with_secrets.unwrap().expose() == CANARY;
    }
}

#[test]
fn what_holds_a_card_shows_no_more_of_it_than_what_may_be_printed() {
    const NUMBER: &str = "4242424242424242";
    const CODE: &str = "987";
    let order = || {
        let order = format!(
            r#"{{"request": {{
                "amount": {{"minor_amount": 1050, "currency": "EUR"}}, "capture_method": "automatic",
                "payment_method_data": {{"card": {{"number": "{NUMBER}", "expiry": "2039-03", "security_code": "{CODE}"}}}},
                "idempotency_key": "k"
            }}}}"#
        );
        RouterData::<Authorize>::from_json(order.as_bytes()).unwrap()
    };
    let is_masked = |it: DataSecrets| !it.mask(&format!("a {NUMBER} b {CODE}")).contains(CODE);
    hides! { NUMBER:
        CardNumber: CardNumber::new(NUMBER).unwrap(), |it| it.expose() == NUMBER;
        RouterData<Authorize>: order(), |it| it.to_json_with_secrets().unwrap().contains(NUMBER);
        DataSecrets: order().secrets().unwrap(), |it| !it.mask(NUMBER).contains(NUMBER);
    }
    hides! { CODE:
        CardSecurityCode: CardSecurityCode::new(Secret::new(CODE)).unwrap(), |it| it.expose() == CODE;
        RouterData<Authorize>: order(), |it| it.to_json_with_secrets().unwrap().contains(CODE);
        DataSecrets: order().secrets().unwrap(), is_masked;
    }
}

#[test]
fn what_was_written_or_came_is_shown_by_its_length_alone() {
    let body = || Bytes::from_static(CANARY.as_bytes());
    let file = || FilePart { file_name: "a".into(), content_type: "b".into(), content: body() };
    hides! { CANARY:
        Encoder: {
            static NOWHERE: Template = Template { text: "/", path: &[Segment::Literal("/")], query: "" };
            let mut encoder = Encoder::new(&"https://acme.test".parse::<BaseUrl>().unwrap(), &NOWHERE);
            encoder.header("x-key", &Exposed::from(&canary()));
            encoder.raw(CANARY.as_bytes());
            encoder
        }, |it| {
            let request = it.into_request();
            request.headers()["x-key"] == CANARY && request.body() == CANARY.as_bytes()
        };
        FilePart: file(), |it| it.content == CANARY.as_bytes();
        Multipart: {
            let mut parts = Multipart::default();
            file().add_to(&mut parts, "file");
            CANARY.add_to(&mut parts, "text");
            parts
        }, |it| {
            let (body, _) = it.finish();
            String::from_utf8_lossy(&body).matches(CANARY).count() == 2
        };
        RawBody: RawBody::from(body()), |it| &*it == CANARY.as_bytes();
        Fault: {
            let mut fault = Fault::new(FaultKind::Silent, "nothing");
            fault.retry_after = Some(Duration::from_secs(1));
            fault.body = body();
            fault
        }, |it| it.body == CANARY.as_bytes();
        WebhookEvent: WebhookEvent {
            id: None,
            kind: "paid".into(),
            ids: WebhookIds::default(),
            told: EventTold::NoInformation(Fault::new(FaultKind::Silent, "nothing")),
            body: body(),
        }, |it| it.body == CANARY.as_bytes();
    }
}
