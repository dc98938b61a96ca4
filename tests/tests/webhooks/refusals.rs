//! Nothing is believed that is not proven, for every connector and in every way. PAIN 35: a check that
//! was skipped where the header was missing.

use connector_core::WebhookRefused;

use connector_tests::delivery::{
    Delivery, SENDERS, SIGNED_AT, Sender, in_headers, proven, sender, signed_in_headers,
};

/// Each of them with something good.
fn each(senders: impl Iterator<Item = &'static Sender>, check: impl Fn(&Sender, Delivery)) {
    for sender in senders {
        let delivery = sender.deliver(sender.body);
        assert!(delivery.receive().is_ok(), "{}", sender.connector);
        check(sender, delivery);
    }
}

#[test]
fn every_connector_with_webhooks_is_tried() {
    let declared = connectors::all().iter();
    let declared = declared.filter(|connector| connector.describe().webhook.is_some());
    let declared: Vec<&str> = declared.map(|connector| connector.name()).collect();
    let mut tried: Vec<&str> = SENDERS.iter().map(|sender| sender.connector).collect();
    tried.sort_unstable();
    assert_eq!(declared, tried);
}

#[test]
fn without_its_header() {
    each(in_headers(), |sender, mut delivery| {
        delivery.headers.clear();
        assert!(
            matches!(delivery.receive(), Err(WebhookRefused::MissingHeader(_))),
            "{}",
            sender.connector
        );
    });
}

#[test]
fn with_its_header_twice() {
    each(in_headers(), |sender, mut delivery| {
        let again = delivery.headers.clone();
        delivery.headers.extend(again);
        assert!(
            matches!(delivery.receive(), Err(WebhookRefused::DuplicateHeader(_))),
            "{}",
            sender.connector
        );
    });
}

#[test]
fn with_any_letter_of_its_header_gone_or_another() {
    each(in_headers(), |sender, delivery| {
        let (name, value) = delivery.headers[0].clone();
        // What stands behind the signature is of other schemes.
        let end = value.rfind(",v0").unwrap_or(value.len());
        // Which key it was, the signature tells: nothing proves the name.
        let named =
            value.find("keyId=").map_or(0..0, |start| start..start + "keyId=bf44c857;".len());
        for at in (0..end).filter(|at| !named.contains(at)) {
            let without = [&value[..at], &value[at + 1..]].concat();
            let other = if &value[at..=at] == "1" { "2" } else { "1" };
            let replaced = [&value[..at], other, &value[at + 1..]].concat();
            let cut = value[..at].to_owned();
            for forged in [without, replaced, cut] {
                let headers = vec![(name, forged.clone())];
                let forged_delivery = Delivery { headers, ..delivery.clone() };
                assert!(forged_delivery.receive().is_err(), "{}: {forged}", sender.connector);
            }
        }
    });
}

#[test]
fn with_another_body() {
    each(signed_in_headers(), |sender, delivery| {
        for at in 0..delivery.body.len() {
            let mut forged = delivery.clone();
            forged.body[at] ^= 1;
            let error = forged.receive().unwrap_err();
            assert_eq!(error, WebhookRefused::Unverified, "{} at {at}", sender.connector);
        }
        for body in [b" ".as_slice(), b"\n"] {
            let mut forged = delivery.clone();
            forged.body.extend_from_slice(body);
            assert_eq!(forged.receive().unwrap_err(), WebhookRefused::Unverified);
        }
    });
}

#[test]
fn without_a_body_even_where_it_is_signed() {
    for sender in SENDERS {
        for body in ["", " \r\n"] {
            let mut delivery = sender.deliver(body);
            // A form is there, even with nothing in it.
            delivery.body = body.into();
            let error = delivery.receive().unwrap_err();
            assert_eq!(error, WebhookRefused::EmptyBody, "{}", sender.connector);
        }
    }
}

#[test]
fn with_another_key_or_with_none() {
    each(proven(), |sender, delivery| {
        let other = delivery.clone().with_secrets(&[("webhook_secret", sender.other_secret)]);
        assert_eq!(other.receive().unwrap_err(), WebhookRefused::Unverified);
        let none = delivery.with_secrets(&[]);
        let error = none.receive().unwrap_err();
        assert_eq!(error, WebhookRefused::NotConfigured("webhook_secret"));
        assert_eq!(error.status(), 503);
    });
}

#[test]
fn while_keys_are_changed_each_of_them_is_good() {
    each(proven(), |sender, delivery| {
        for (new, old) in
            [(sender.other_secret, sender.secret), (sender.secret, sender.other_secret)]
        {
            let secrets = [("webhook_secret", new), ("webhook_secret_old", old)];
            assert!(delivery.clone().with_secrets(&secrets).receive().is_ok());
        }
    });
}

#[test]
fn after_its_time_and_before_it() {
    each(in_headers(), |sender, delivery| {
        let described = connectors::get(sender.connector).unwrap().describe().webhook.unwrap();
        let Some(tolerance) = described.tolerance_seconds else { return };
        let at = |now| Delivery { now, ..delivery.clone() }.receive();
        assert!(at(SIGNED_AT + tolerance).is_ok());
        assert!(at(SIGNED_AT - tolerance).is_ok());
        let late = at(SIGNED_AT + tolerance + 1).unwrap_err();
        assert!(matches!(late, WebhookRefused::Stale { .. }), "{late:?}");
        let early = at(SIGNED_AT - tolerance - 1).unwrap_err();
        assert!(matches!(early, WebhookRefused::FromTheFuture { .. }), "{early:?}");
    });
}

#[test]
fn with_a_key_that_is_not_written_as_the_processor_writes_it() {
    let delivery = sender("adyen").deliver(sender("adyen").body);
    let error = delivery.with_secrets(&[("webhook_secret", "no hex")]).receive().unwrap_err();
    assert_eq!(error, WebhookRefused::UnusableSecret { form: "hex" });
    assert_eq!(error.status(), 503);
}

/// Who has no proof tells what to ask, and nothing else: whatever it says of the status.
#[test]
fn what_nobody_signs_says_only_what_to_ask() {
    for (connector, body) in [
        ("mollie", "id=tr_1&status=paid&amount=1"),
        (
            "klarna",
            r#"{"order_id": "o1", "event_type": "FRAUD_RISK_ACCEPTED", "status": "CAPTURED"}"#,
        ),
    ] {
        let event = sender(connector).deliver(body).report();
        assert!(event.asks, "{connector}");
        assert_eq!((event.flow, event.report.status), (Some("PSync"), None));
        assert_eq!(event.report.outcome, "no_information");
        assert!(event.report.connector_transaction_id.is_some());
    }
}

/// What was sent to another address is another's, and who does not say the address believes nothing.
#[test]
fn with_an_address_that_is_signed() {
    let good = sender("square").deliver(sender("square").body);
    let with_url = |url: Option<&str>| {
        let mut delivery = good.clone();
        delivery.credentials.retain(|(name, _)| *name != "webhook_url");
        delivery.credentials.extend(url.map(|url| ("webhook_url", url.to_owned())));
        delivery.receive()
    };
    assert!(with_url(Some("https://shop.test/square")).is_ok());
    for other in ["https://shop.test/square/", "https://shop.test/squar", "http://shop.test/square"]
    {
        assert_eq!(with_url(Some(other)).unwrap_err(), WebhookRefused::Unverified);
    }
    assert_eq!(with_url(None).unwrap_err(), WebhookRefused::NotConfigured("webhook_url"));
}
