//! A dispute that opens again at a later stage goes on, whatever it ended with before, and what comes late of the
//! earlier stage changes nothing: told by events and by answers, each by the connector's own reader.

use bytes::Bytes;
use connector_core::{
    Applied, CredentialFields, DSync, DisputeId, DisputeResponseData, DisputeStage, DisputeState,
    DisputeStatus, DisputeSyncData, EventTold, KnownDispute, Outcome, RouterData, Secret,
};
use connector_tests::delivery::sender;

use DisputeStage::{Arbitration, Dispute, PreArbitration, PreDispute};
use DisputeStatus::{Cancelled, Challenged, Expired, Lost, Opened, Won};

fn event(connector: &str, body: String) -> DisputeResponseData {
    let webhook = sender(connector).deliver(body).receive().unwrap();
    let [event] = webhook.events.try_into().unwrap();
    match event.told {
        EventTold::Dispute(Outcome::Status(dispute)) => dispute,
        other => panic!("{connector}: {other:?}"),
    }
}

fn answer(connector: &str, body: String) -> DisputeResponseData {
    let fields = sender(connector).credentials.iter();
    let fields = fields.fold(CredentialFields::default(), |fields, (name, value)| {
        fields.with(name, Secret::new(*value))
    });
    let connection = connectors::get(connector).unwrap().connect(fields).unwrap();
    let asked = DisputeSyncData::new(DisputeId::new("d1").unwrap());
    let response = http::Response::new(Bytes::from(body));
    let flow = connection.flow::<DSync>().unwrap();
    match flow.handle_response(&RouterData::new(asked), response) {
        Outcome::Status(dispute) => dispute,
        other => panic!("{connector}: {other:?}"),
    }
}

/// What was told, and what is known then.
type Story = [(DisputeResponseData, DisputeStage, DisputeStatus)];

fn at(stage: DisputeStage, status: DisputeStatus) -> KnownDispute {
    KnownDispute { stage: Some(stage), status }
}

/// What is known of all that was told.
fn known(told: &[DisputeResponseData]) -> KnownDispute {
    let mut dispute = DisputeState::new();
    for told in told {
        let _ = dispute.apply(told).unwrap();
    }
    dispute.known().unwrap()
}

/// Told in its order, each part leads on or is late; told backwards, the last is known from the first.
fn holds(connector: &str, story: &Story) {
    let mut dispute = DisputeState::new();
    for (told, stage, status) in story {
        let what = format!("{connector}: {told:?} after {dispute:?}");
        let known = dispute.apply(told).unwrap().known();
        assert_eq!(known, at(*stage, *status), "{what}");
    }
    let ((last, ..), earlier) = story.split_last().unwrap();
    let mut backwards = DisputeState::new();
    let known = backwards.apply(last).unwrap().known();
    assert_eq!(Some(known), dispute.known(), "{connector}");
    for (told, ..) in earlier.iter().rev() {
        let late = backwards.apply(told).unwrap();
        assert_eq!(late.known(), known, "{connector}: {told:?}");
        assert!(!late.is_contradiction(), "{connector}: {told:?}");
        assert!(matches!(late, Applied::Refused { .. } | Applied::Unchanged(_)));
    }
}

fn adyen(code: &str) -> DisputeResponseData {
    let body = format!(
        r#"{{"notificationItems": [{{"NotificationRequestItem": {{"pspReference": "d1",
            "originalReference": "P1", "merchantAccountCode": "Shop", "merchantReference": "r",
            "amount": {{"value": 900, "currency": "EUR"}}, "eventCode": "{code}",
            "success": "true"}}}}]}}"#
    );
    event("adyen", body)
}

#[test]
fn a_dispute_at_adyen_goes_through_every_stage() {
    let story = [
        (adyen("REQUEST_FOR_INFORMATION"), PreDispute, Opened),
        (adyen("INFORMATION_SUPPLIED"), PreDispute, Challenged),
        (adyen("NOTIFICATION_OF_CHARGEBACK"), Dispute, Opened),
        // It may be the one before, told twice: that the merchant has answered is not known.
        (adyen("INFORMATION_SUPPLIED"), Dispute, Opened),
        (adyen("CHARGEBACK"), Dispute, Opened),
        (adyen("CHARGEBACK_REVERSED"), Dispute, Challenged),
        (adyen("SECOND_CHARGEBACK"), Dispute, Lost),
        (adyen("PREARBITRATION_OPEN"), PreArbitration, Opened),
        (adyen("PREARBITRATION_DECLINED"), PreArbitration, Challenged),
        (adyen("SCHEME_ARBITRATION"), Arbitration, Challenged),
        (adyen("SCHEME_ARBITRATION_WON"), Arbitration, Won),
    ];
    holds("adyen", &story);
}

/// Of which stage they are, these events do not tell: of the only one, or nobody knows.
#[test]
fn what_tells_no_stage_at_adyen_moves_no_later_one_whenever_it_comes() {
    let (chargeback, silence) = (adyen("CHARGEBACK"), adyen("ISSUER_RESPONSE_TIMEFRAME_EXPIRED"));
    let answered = adyen("INFORMATION_SUPPLIED");
    assert_eq!(known(&[chargeback.clone(), answered.clone()]), at(Dispute, Challenged));
    let won = [chargeback.clone(), silence];
    assert_eq!(known(&won), at(Dispute, Won));
    let again = [won.as_slice(), &[adyen("PREARBITRATION_OPEN")]].concat();
    assert_eq!(known(&again), at(PreArbitration, Opened));
    // Nobody answered the inquiry, or the chargeback.
    let missed = adyen("DISPUTE_DEFENSE_PERIOD_ENDED");
    let inquiry = adyen("REQUEST_FOR_INFORMATION");
    assert_eq!(known(&[inquiry.clone(), missed.clone()]), at(PreDispute, Expired));
    for late in [&missed, &answered] {
        let told = [&inquiry, &chargeback, late];
        for [one, two, three] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        {
            let told = [told[one].clone(), told[two].clone(), told[three].clone()];
            assert_eq!(known(&told), at(Dispute, Opened));
        }
    }
}

#[test]
fn a_dispute_at_checkout_comes_to_the_arbitration_after_its_end() {
    let told = |kind: &str| {
        let body = format!(
            r#"{{"id": "evt_1", "type": "{kind}", "data": {{"id": "d1", "payment_id": "pay_1",
                "amount": 900, "currency": "USD"}}}}"#
        );
        event("checkout", body)
    };
    let story = [
        (told("dispute_received"), Dispute, Opened),
        (told("dispute_evidence_submitted"), Dispute, Challenged),
        (told("dispute_lost"), Dispute, Lost),
        (told("dispute_arbitration_sent_to_scheme"), Arbitration, Challenged),
        (told("dispute_arbitration_won"), Arbitration, Won),
    ];
    holds("checkout", &story);
    let told = |word: &str| {
        answer("checkout", format!(r#"{{"id": "d1", "status": "{word}", "reason_code": "10.4"}}"#))
    };
    let story = [
        (told("evidence_required"), Dispute, Opened),
        (told("won"), Dispute, Won),
        (told("arbitration_under_review"), Arbitration, Challenged),
        (told("arbitration_lost"), Arbitration, Lost),
    ];
    holds("checkout", &story);
}

/// Braintree says of which stage each dispute is.
#[test]
fn a_dispute_at_braintree_opens_again_after_it_was_won() {
    let told = |event_kind: &str, kind: &str| {
        let body = format!(
            "<notification><kind>{event_kind}</kind><subject><dispute><global-id>d1</global-id>\
             <kind>{kind}</kind><amount>9.00</amount><currency-iso-code>USD</currency-iso-code>\
             <transaction><global-id>g1</global-id></transaction></dispute></subject></notification>"
        );
        event("braintree", body)
    };
    let story = [
        (told("dispute_opened", "retrieval"), PreDispute, Opened),
        (told("dispute_expired", "retrieval"), PreDispute, Expired),
        (told("dispute_opened", "chargeback"), Dispute, Opened),
        (told("dispute_won", "chargeback"), Dispute, Won),
        (told("dispute_opened", "pre_arbitration"), PreArbitration, Opened),
        (told("dispute_lost", "pre_arbitration"), PreArbitration, Lost),
    ];
    holds("braintree", &story);
    let told = |word: &str, kind: &str| {
        let dispute = format!(r#"{{"id": "d1", "status": "{word}", "type": "{kind}"}}"#);
        answer("braintree", format!(r#"{{"data": {{"dispute": {dispute}}}}}"#))
    };
    let story = [
        (told("DISPUTED", "RETRIEVAL"), PreDispute, Challenged),
        (told("WON", "CHARGEBACK"), Dispute, Won),
        (told("OPEN", "PRE_ARBITRATION"), PreArbitration, Opened),
    ];
    holds("braintree", &story);
}

/// Square's events say which dispute to ask about; the answers tell.
#[test]
fn an_inquiry_at_square_or_stripe_becomes_a_dispute() {
    let square = |word: &str| {
        answer("square", format!(r#"{{"dispute": {{"id": "d1", "state": "{word}"}}}}"#))
    };
    let story = [
        (square("INQUIRY_EVIDENCE_REQUIRED"), PreDispute, Opened),
        (square("INQUIRY_PROCESSING"), PreDispute, Challenged),
        (square("INQUIRY_CLOSED"), PreDispute, Cancelled),
        (square("EVIDENCE_REQUIRED"), Dispute, Opened),
        (square("PROCESSING"), Dispute, Challenged),
        (square("LOST"), Dispute, Lost),
    ];
    holds("square", &story);
    let stripe = |word: &str| stripe(word, "1767268800");
    let story = [
        (stripe("warning_under_review"), PreDispute, Challenged),
        (stripe("warning_closed"), PreDispute, Cancelled),
        (stripe("needs_response"), Dispute, Opened),
        (stripe("won"), Dispute, Won),
    ];
    holds("stripe", &story);
}

fn stripe(word: &str, due: &str) -> DisputeResponseData {
    let body = format!(
        r#"{{"id": "d1", "status": "{word}", "amount": 100, "currency": "eur",
            "evidence_details": {{"due_by": {due}}}}}"#
    );
    answer("stripe", body)
}

#[test]
fn until_when_a_dispute_at_stripe_can_be_answered_is_told() {
    assert_eq!(stripe("needs_response", "1767268800").respond_by.as_deref(), Some("1767268800"));
    assert_eq!(stripe("lost", "0").respond_by, None);
    assert_eq!(stripe("lost", "null").respond_by, None);
}

/// A word of tomorrow tells no stage: it is of the only one that is known.
#[test]
fn a_word_that_nobody_knows_is_of_the_stage_that_is_known() {
    let tomorrow = stripe("prevented", "null");
    assert_eq!((tomorrow.stage, tomorrow.status.status), (None, Opened));
    let inquiry = stripe("warning_needs_response", "null");
    assert_eq!(known(&[inquiry, tomorrow.clone()]).stage, Some(PreDispute));
    assert_eq!(known(&[tomorrow]).stage, None);
}

#[test]
fn what_paypal_and_razorpay_call_arbitration_is_one() {
    let paypal = |word: &str, stage: &str| {
        let resource = format!(
            r#"{{"dispute_id": "d1", "status": "{word}", "dispute_life_cycle_stage": "{stage}"}}"#
        );
        let body = format!(
            r#"{{"id": "W1", "event_type": "CUSTOMER.DISPUTE.UPDATED", "resource": {resource}}}"#
        );
        event("paypal", body)
    };
    let story = [
        (paypal("OPEN", "INQUIRY"), PreDispute, Opened),
        (paypal("UNDER_REVIEW", "CHARGEBACK"), Dispute, Challenged),
        (paypal("WAITING_FOR_SELLER_RESPONSE", "PRE_ARBITRATION"), PreArbitration, Opened),
        (paypal("UNDER_REVIEW", "ARBITRATION"), Arbitration, Challenged),
    ];
    holds("paypal", &story);
    let razorpay = |word: &str, phase: &str| {
        let entity = format!(
            r#"{{"id": "d1", "payment_id": "pay_1", "amount": 900, "currency": "INR",
                "status": "{word}", "phase": "{phase}"}}"#
        );
        let body = format!(
            r#"{{"event": "payment.dispute.created", "payload": {{"dispute": {{"entity": {entity}}}}}}}"#
        );
        event("razorpay", body)
    };
    let story = [
        (razorpay("closed", "fraud"), PreDispute, Cancelled),
        (razorpay("won", "chargeback"), Dispute, Won),
        (razorpay("lost", "pre_arbitration"), PreArbitration, Lost),
        (razorpay("open", "arbitration"), Arbitration, Opened),
    ];
    holds("razorpay", &story);
}
