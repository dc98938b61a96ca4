//! Whole payments by every connector that takes orders: authorized, captured, given back, asked about.

use std::collections::BTreeMap;

use connector_client::execute;
use connector_core::{
    Address, AttemptStatus, AuthorizationId, Authorize, BrowserInformation, Capture, CaptureId,
    CaptureMethod, Card, CardLastFour, CardNumber, CardSecurityCode, CreateOrder, CredentialFields,
    Customer, Flow, IdempotencyKey, IncrementalAuthorization, MerchantReference, Money, OrderLine,
    Outcome, PSync, PaymentCreateOrderData, PaymentFlowData, PaymentId, PaymentMethodData,
    PaymentMethodToken, PaymentMethodTokenizationData, PaymentVoidData, PaymentsAuthorizeData,
    PaymentsCaptureData, PaymentsIncrementalAuthorizationData, PaymentsResponseData,
    PaymentsSyncData, RSync, Refund, RefundId, RefundStatus, RefundSyncData, RefundsData,
    RefundsResponseData, Report, RouterData, Secret, StoredToken, SyncRequestType, Void,
};
use connector_sandbox::{CardCondition, CardResult, Processor, TestCard, TestToken};
use connector_tests::merchant::{Merchant, moment};

/// The processors whose connectors take orders by card, and can be asked what became of them.
fn processors() -> Vec<Processor> {
    let takes_orders = |processor: &Processor| {
        let connector = connectors::get(processor.name()).unwrap();
        let has_cards = !processor.test_cards().is_empty();
        has_cards && connector.flow::<Authorize>().is_some() && connector.flow::<PSync>().is_some()
    };
    let found: Vec<Processor> = Processor::ALL.iter().copied().filter(takes_orders).collect();
    assert!(found.len() >= 2, "only {found:?} take orders");
    found
}

/// These take all that is held, or nothing: an order of a part is not sent.
const WHOLE: &[Processor] = &[Processor::Razorpay, Processor::Square];

pub(crate) struct Till {
    pub(crate) merchant: Merchant,
    pub(crate) processor: Processor,
    orders: std::cell::Cell<u32>,
    /// What the processor calls the parts of payments, where it does.
    parts: std::cell::RefCell<BTreeMap<String, Parts>>,
}

/// What holds the money of a payment, and what took it.
#[derive(Debug, Clone, Default)]
struct Parts {
    authorization: Option<AuthorizationId>,
    capture: Option<CaptureId>,
}

impl Till {
    pub(crate) async fn run<F: Flow>(&self, request: F::Request) -> Outcome<F> {
        self.carry_out(RouterData::<F>::new(request)).await
    }

    /// An order about the money that is held.
    pub(crate) async fn order<
        F: Flow<CommonData = PaymentFlowData, Response = PaymentsResponseData>,
    >(
        &self,
        id: &PaymentId,
        request: F::Request,
    ) -> Outcome<F> {
        let mut data = RouterData::<F>::new(request);
        data.resource_common_data.connector_authorization_id = self.parts(id).authorization;
        self.remembered(self.carry_out(data).await, Some(id))
    }

    fn parts(&self, id: &PaymentId) -> Parts {
        self.parts.borrow().get(id.as_str()).cloned().unwrap_or_default()
    }

    /// No id is erased by an answer without it.
    fn remembered<F: Flow<Response = PaymentsResponseData>>(
        &self,
        outcome: Outcome<F>,
        asked: Option<&PaymentId>,
    ) -> Outcome<F> {
        if let Outcome::Status(payment) = &outcome
            && let Some(id) = asked.or(payment.connector_transaction_id.as_ref())
        {
            let mut parts = self.parts.borrow_mut();
            let parts = parts.entry(id.as_str().to_owned()).or_default();
            let told = payment.connector_authorization_id.clone();
            parts.authorization = told.or(parts.authorization.take());
            parts.capture = payment.connector_capture_id.clone().or(parts.capture.take());
        }
        outcome
    }

    pub(crate) async fn carry_out<F: Flow>(&self, data: RouterData<F>) -> Outcome<F> {
        let connector = connectors::get(self.processor.name()).unwrap();
        let flow =
            connector.flow::<F>().unwrap_or_else(|| panic!("{:?} lacks a flow", self.processor));
        let flow = flow.connect(self.credentials()).unwrap();
        execute(&self.merchant.http, &*flow, &data).await
    }

    /// Of the account that is paid in euros, where each currency has its own.
    fn credentials(&self) -> CredentialFields {
        let credentials = self.merchant.credentials(self.processor);
        if self.processor != Processor::Braintree {
            return credentials;
        }
        credentials
            .with("merchant_account_id", Secret::new("sandbox_eur"))
            .with("merchant_config_currency", Secret::new("EUR"))
    }

    pub(crate) fn key(&self) -> IdempotencyKey {
        self.orders.set(self.orders.get().wrapping_add(1));
        IdempotencyKey::new(format!("{}-{}", self.processor, self.orders.get())).unwrap()
    }

    async fn authorize(&self, row: TestCard, capture_method: CaptureMethod) -> Outcome<Authorize> {
        let data = self.ready_to_authorize(row, capture_method).await;
        self.authorized(data).await
    }

    pub(crate) async fn authorized(&self, data: RouterData<Authorize>) -> Outcome<Authorize> {
        self.remembered(self.carry_out(data).await, None)
    }

    /// An order that can be sent: what has to be announced is, and there is a token where one is needed.
    pub(crate) async fn ready_to_authorize(
        &self,
        row: TestCard,
        capture_method: CaptureMethod,
    ) -> RouterData<Authorize> {
        let method = way_to_pay(row);
        let key = self.key();
        let name = MerchantReference::new(key.as_str()).unwrap();
        let amount = match row.condition {
            CardCondition::Amount(minor) => euros(minor),
            _ => euros(1_000),
        };
        let mut order = PaymentsAuthorizeData::new(amount, method, capture_method, key);
        if let CardCondition::Postcode(postcode) = row.condition {
            let mut address = Address::new();
            address.zip = Some(Secret::new(postcode));
            order.billing_address = Some(address);
        }
        order.customer = Some(somebody());
        order.browser_information = Some(device());
        order.description = Some("One thing".into());
        order.return_url = Some("https://shop.example/return".into());
        let mut data = RouterData::<Authorize>::new(order);
        data.resource_common_data.connector_request_reference_id = Some(name);
        if !self.can_send(&data) && self.has::<CreateOrder>() {
            let mut order = PaymentCreateOrderData::new(amount, self.key());
            order.capture_method = Some(capture_method);
            let Outcome::Status(announced) = self.run::<CreateOrder>(order).await else {
                panic!("{:?}: no order", self.processor)
            };
            data.resource_common_data.connector_order_id = announced.connector_order_id;
        }
        if !self.can_send(&data) {
            // Some processors take a card only to make a token of it.
            data.request.payment_method_data = self.token(data.request.payment_method_data).await;
        }
        data
    }

    async fn token(&self, card: PaymentMethodData) -> PaymentMethodData {
        let order = PaymentMethodTokenizationData::new(card, self.key());
        let kept = match self.run::<PaymentMethodToken>(order).await {
            Outcome::Status(kept) => kept,
            outcome => panic!("{:?}: {outcome:?}", self.processor),
        };
        PaymentMethodData::StoredToken(StoredToken::new(kept.token.unwrap()))
    }

    /// The approved card, or a token of it where there is no other way.
    pub(crate) async fn method_to_keep(&self) -> PaymentMethodData {
        if let Some(token) = self.processor.test_tokens().first() {
            return self.agreed(token);
        }
        let card = way_to_pay(approved(self.processor));
        if self.processor == Processor::Braintree { self.token(card).await } else { card }
    }

    fn can_send(&self, data: &RouterData<Authorize>) -> bool {
        let connector = connectors::get(self.processor.name()).unwrap();
        let flow = connector.flow::<Authorize>().unwrap().connect(self.credentials()).unwrap();
        flow.build_request_at(data, &moment()).is_ok()
    }

    pub(crate) fn has<F: Flow>(&self) -> bool {
        connectors::get(self.processor.name()).unwrap().flow::<F>().is_some()
    }

    /// The order to take all of a payment.
    pub(crate) fn all_of(&self, id: &PaymentId) -> PaymentsCaptureData {
        let mut order = PaymentsCaptureData::new(id.clone(), self.key());
        order.amount = Some(euros(1_000));
        if [Processor::Adyen, Processor::Klarna, Processor::Xendit].contains(&self.processor) {
            // They have no word for all of it.
            order.amount_to_capture = order.amount;
        }
        order
    }

    /// An order to hold ten euros, which is taken.
    pub(crate) async fn ready_to_hold(&self) -> RouterData<Authorize> {
        let Some(token) = self.processor.test_tokens().first() else {
            let row = approved(self.processor);
            return self.ready_to_authorize(row, CaptureMethod::Manual).await;
        };
        let method = self.agreed(token);
        let manual = CaptureMethod::Manual;
        let mut order = PaymentsAuthorizeData::new(euros(1_000), method, manual, self.key());
        order.order_lines = Some(one_thing());
        order.billing_address = Some(in_germany());
        RouterData::new(order)
    }

    /// What the customer's device gave, another time each time.
    fn agreed(&self, token: &TestToken) -> PaymentMethodData {
        let token = format!("{}{}", token.prefix, self.key().as_str());
        PaymentMethodData::StoredToken(StoredToken::new(Secret::new(token)))
    }

    pub(crate) async fn held(&self) -> PaymentId {
        let outcome = self.authorized(self.ready_to_hold().await).await;
        let payment = payment(outcome, AttemptStatus::Authorized);
        // Not every processor repeats it; a sync of each tells it.
        assert_eq!(payment.amount.unwrap_or(euros(1_000)), euros(1_000));
        payment.connector_transaction_id.unwrap()
    }

    /// What the processor says afterwards, however long it took to carry the order out.
    async fn payment(&self, id: &PaymentId) -> PaymentsResponseData {
        let mut asked = PaymentsSyncData::new(id.clone());
        asked.amount = Some(euros(1_000));
        asked.connector_capture_id = self.parts(id).capture;
        match self.remembered(self.run::<PSync>(asked).await, Some(id)) {
            Outcome::Status(payment) => payment,
            outcome => panic!("{:?}: {outcome:?}", self.processor),
        }
    }

    /// A part, where all that is held is taken or nothing: so much less is held first.
    async fn lower_and_take(&self, id: &PaymentId, cents: i64) {
        let (total, key) = (euros(cents), self.key());
        let order = PaymentsIncrementalAuthorizationData::new(id.clone(), total, euros(0), key);
        let outcome = self.order::<IncrementalAuthorization>(id, order).await;
        payment(outcome, AttemptStatus::Authorized);
        let mut order = PaymentsCaptureData::new(id.clone(), self.key());
        (order.amount_to_capture, order.amount) = (Some(total), Some(euros(1_000)));
        let outcome = self.order::<Capture>(id, order.clone()).await;
        assert!(matches!(outcome, Outcome::NotSent(_)), "{outcome:?}");
        order.amount = Some(total);
        let taken = payment(self.order::<Capture>(id, order).await, AttemptStatus::Charged);
        assert_eq!(taken.amount_captured, Some(total));
    }

    pub(crate) async fn refund(&self, id: &PaymentId, cents: i64) -> Outcome<Refund> {
        self.run(self.to_give_back(id, cents)).await
    }

    pub(crate) fn to_give_back(&self, id: &PaymentId, cents: i64) -> RefundsData {
        let mut order = RefundsData::new(id.clone(), self.key());
        order.refund_amount = Some(euros(cents));
        order.connector_capture_id = self.parts(id).capture;
        if self.processor.test_tokens().is_empty() {
            order.card_last_four = CardLastFour::of_masked(approved(self.processor).number);
        }
        order
    }
}

pub(crate) fn euros(cents: i64) -> Money {
    Money::new(cents.try_into().unwrap(), "EUR".parse().unwrap())
}

/// What the merchant calls the next order.
pub(crate) fn name(till: &Till) -> MerchantReference {
    MerchantReference::new(till.key().as_str()).unwrap()
}

pub(crate) fn one_thing() -> Vec<OrderLine> {
    let price = euros(1_000).minor_amount;
    vec![OrderLine::new("One thing".into(), 1, price, price)]
}

pub(crate) fn in_germany() -> Address {
    let mut address = Address::new();
    address.line1 = Some(Secret::new("12 Main Street"));
    (address.city, address.zip) = (Some("Berlin".into()), Some(Secret::new("10115")));
    address.country = Some("DE".parse().unwrap());
    address
}

/// Who pays in these tests.
pub(crate) fn somebody() -> Customer {
    let mut customer = Customer::new();
    customer.name = Some(Secret::new("A. Payer"));
    customer.email = Some(Secret::new("payer@shop.example"));
    customer.phone = Some(Secret::new("+4930123456"));
    customer
}

/// What they pay with.
pub(crate) fn device() -> BrowserInformation {
    let mut device = BrowserInformation::new();
    device.ip_address = Some("192.0.2.7".parse().unwrap());
    device.user_agent = Some("Mozilla/5.0".into());
    device.accept_header = Some("text/html".into());
    device.language = Some("de-DE".into());
    (device.java_enabled, device.java_script_enabled) = (Some(false), Some(true));
    (device.color_depth, device.time_zone_offset_minutes) = (Some(24), Some(-60));
    (device.screen_width, device.screen_height) = (Some(1_024), Some(768));
    device
}

/// By the card itself, or by what stands for it where the processor takes no numbers.
fn way_to_pay(row: TestCard) -> PaymentMethodData {
    if let Some(token) = row.token {
        return PaymentMethodData::StoredToken(StoredToken::new(Secret::new(token)));
    }
    let mut card = Card::new(CardNumber::new(row.number).unwrap(), "2039-12".parse().unwrap());
    card.security_code = CardSecurityCode::new(Secret::new("100"));
    let name = if let CardCondition::Holder(name) = row.condition { name } else { "A. Payer" };
    card.holder_name = Some(Secret::new(name));
    PaymentMethodData::Card(card)
}

/// The card that the sandbox's table calls approved.
pub(crate) fn approved(processor: Processor) -> TestCard {
    card(processor, |result| result == CardResult::Approved)
}

fn card(processor: Processor, wanted: impl Fn(CardResult) -> bool) -> TestCard {
    let possible = |card: &&TestCard| card.condition != CardCondition::ThreeDSecure;
    let mut cards = processor.test_cards().iter().filter(possible);
    let found = cards.find(|card| wanted(card.result));
    *found.unwrap_or_else(|| panic!("{processor:?} has no such card"))
}

fn payment<F: Flow<Response = PaymentsResponseData>>(
    outcome: Outcome<F>,
    expected: AttemptStatus,
) -> PaymentsResponseData {
    match outcome {
        Outcome::Status(payment) => {
            assert_eq!(payment.status.status, expected, "{payment:?}");
            payment
        }
        outcome => panic!("{} told no status: {outcome:?}", F::NAME),
    }
}

fn payment_of<F: Flow<Response = PaymentsResponseData>>(
    till: &Till,
    outcome: Outcome<F>,
) -> PaymentsResponseData {
    match outcome {
        Outcome::Status(payment) => payment,
        outcome => panic!("{:?}: {outcome:?}", till.processor),
    }
}

pub(crate) fn refund_id(outcome: Outcome<Refund>) -> RefundId {
    match outcome {
        Outcome::Status(refund) => refund.connector_refund_id.unwrap(),
        outcome => panic!("the refund was not taken: {outcome:?}"),
    }
}

pub(crate) async fn tills() -> Vec<Till> {
    tills_of(&processors()).await
}

/// Also those that take no cards, or cannot be asked.
pub(crate) async fn all_tills() -> Vec<Till> {
    tills_of(Processor::ALL).await
}

async fn tills_of(processors: &[Processor]) -> Vec<Till> {
    let merchant = Merchant::start().await;
    let till = |processor: &Processor| Till {
        merchant: merchant.clone(),
        processor: *processor,
        orders: Default::default(),
        parts: Default::default(),
    };
    processors.iter().map(till).collect()
}

#[tokio::test]
async fn what_is_held_is_captured_given_back_and_told() {
    for till in tills().await {
        let id = till.held().await;
        let order = till.all_of(&id);
        drop(payment_of(&till, till.order::<Capture>(&id, order).await));
        till.merchant.sandbox.settle();
        let status = till.payment(&id).await.status.status;
        assert_eq!(status, AttemptStatus::Charged, "{:?}", till.processor);

        let refund = refund_id(till.refund(&id, 400).await);
        till.merchant.sandbox.settle();
        let mut asked = RefundSyncData::new(refund);
        asked.connector_transaction_id = Some(id.clone());
        asked.refund_amount = Some(euros(400));
        let Outcome::Status(RefundsResponseData { status, amount, .. }) =
            till.run::<RSync>(asked).await
        else {
            panic!("{:?}: the refund is not told", till.processor)
        };
        assert_eq!((status.status, amount), (RefundStatus::Success, Some(euros(400))));
        // More than is left.
        assert!(!matches!(till.refund(&id, 601).await, Outcome::Status(_)), "{:?}", till.processor);
    }
}

/// Partial and multiple captures come from amounts: each is told, and what they take is their sum.
#[tokio::test]
async fn several_captures_are_told_one_by_one() {
    const TELLING: [Processor; 2] = [Processor::Mollie, Processor::PayPal];
    for till in tills().await {
        let asked = |id: PaymentId| {
            let mut asked = PaymentsSyncData::new(id);
            asked.sync_type = Some(SyncRequestType::MultipleCaptureSync);
            asked
        };
        if !TELLING.contains(&till.processor) {
            // An empty list would say that nothing was captured.
            let outcome = till.run::<PSync>(asked(PaymentId::new("60123456").unwrap())).await;
            let told = format!("{outcome:?}");
            assert!(matches!(outcome, Outcome::NotSent(_)), "{:?}: {told}", till.processor);
            assert!(told.contains("sync_type"), "{:?}: {told}", till.processor);
            continue;
        }
        let method = match till.processor {
            Processor::PayPal => CaptureMethod::ManualMultiple,
            _ => CaptureMethod::Manual,
        };
        let outcome = till.authorize(approved(till.processor), method).await;
        let id = payment(outcome, AttemptStatus::Authorized).connector_transaction_id.unwrap();
        let mut ids = Vec::new();
        for (cents, so_far, status) in [
            (300, 300, AttemptStatus::PartialChargedAndChargeable),
            (250, 550, AttemptStatus::PartialChargedAndChargeable),
            (450, 1_000, AttemptStatus::Charged),
        ] {
            let mut order = till.all_of(&id);
            order.amount_to_capture = Some(euros(cents));
            order.capture_method = Some(method);
            let Outcome::Status(taken) = till.order::<Capture>(&id, order).await else {
                panic!("{:?}", till.processor)
            };
            ids.push(taken.connector_capture_id.or(till.parts(&id).capture).unwrap());
            let Outcome::Status(told) = till.run::<PSync>(asked(id.clone())).await else {
                panic!("{:?}", till.processor)
            };
            assert_eq!(told.status.status, status, "{:?}", till.processor);
            assert_eq!(told.amount_captured, Some(euros(so_far)), "{:?}", till.processor);
            let captures: Vec<_> =
                told.captures.iter().map(|one| one.connector_capture_id.clone().unwrap()).collect();
            assert_eq!(captures, ids, "{:?}", till.processor);
            let last = told.captures.last().unwrap();
            assert_eq!(
                (last.amount, last.status.status),
                (Some(euros(cents)), AttemptStatus::Charged)
            );
            let report = serde_json::json!(Report::from(&Outcome::<PSync>::Status(told)));
            assert_eq!(report["captures"][0]["amount"], 300, "{report}");
            assert_eq!(report["captures"][0]["status"], "charged", "{report}");
        }
    }
}

#[tokio::test]
async fn a_part_is_captured_and_what_is_voided_stays_void() {
    for till in tills().await {
        let id = till.held().await;
        let mut order = till.all_of(&id);
        order.amount_to_capture = Some(euros(300));
        let outcome = till.order::<Capture>(&id, order).await;
        if matches!(outcome, Outcome::NotSent(_)) {
            assert!(WHOLE.contains(&till.processor), "{:?}: {outcome:?}", till.processor);
            if till.has::<IncrementalAuthorization>() {
                till.lower_and_take(&id, 300).await;
            }
        } else {
            assert!(matches!(outcome, Outcome::Status(_)), "{:?}: {outcome:?}", till.processor);
            till.merchant.sandbox.settle();
            let status = till.payment(&id).await.status.status;
            let partly =
                [AttemptStatus::PartialCharged, AttemptStatus::PartialChargedAndChargeable];
            assert!(partly.contains(&status), "{:?}: {status}", till.processor);
        }

        if !till.has::<Void>() {
            continue;
        }
        let id = till.held().await;
        let mut order = PaymentVoidData::new(id.clone(), till.key());
        order.amount = Some(euros(1_000));
        assert!(
            matches!(till.order::<Void>(&id, order).await, Outcome::Status(_)),
            "{:?}",
            till.processor
        );
        assert_eq!(till.payment(&id).await.status.status, AttemptStatus::Voided);
        let late = till.all_of(&id);
        assert!(
            !matches!(till.order::<Capture>(&id, late).await, Outcome::Status(_)),
            "{:?}",
            till.processor
        );
        assert_eq!(till.payment(&id).await.status.status, AttemptStatus::Voided);
    }
}

#[tokio::test]
async fn the_capture_method_decides_whether_the_money_is_taken_at_once() {
    for till in tills().await {
        let outcome = till.authorize(approved(till.processor), CaptureMethod::Automatic).await;
        let Outcome::Status(paid) = outcome else { panic!("{:?}: {outcome:?}", till.processor) };
        let id = paid.connector_transaction_id.unwrap();
        till.merchant.sandbox.settle();
        assert_eq!(till.payment(&id).await.status.status, AttemptStatus::Charged);
    }
}

#[tokio::test]
async fn a_declined_card_pays_nothing_and_says_why() {
    for till in tills().await {
        let row = card(till.processor, |result| matches!(result, CardResult::Declined(_)));
        let why = match till.authorize(row, CaptureMethod::Automatic).await {
            Outcome::Declined(error) => error,
            Outcome::Status(payment) => {
                assert_eq!(payment.status.status, AttemptStatus::Failure, "{payment:?}");
                payment.error.expect("why")
            }
            outcome => panic!("{:?}: {outcome:?}", till.processor),
        };
        assert!(why.code.is_some() || why.network_decline_code.is_some(), "{why:?}");
    }
}

/// Some processors keep the payment that was refused, and name it beside the refusal.
#[tokio::test]
async fn a_declined_payment_that_is_kept_is_named_and_can_be_asked_about() {
    let mut named = Vec::new();
    for till in tills().await {
        let row = card(till.processor, |result| matches!(result, CardResult::Declined(_)));
        let outcome = till.authorize(row, CaptureMethod::Automatic).await;
        let Outcome::Declined(why) = &outcome else { continue };
        let Some(id) = &why.connector_transaction_id else { continue };
        assert_eq!(Report::from(&outcome).connector_transaction_id.as_deref(), Some(id.as_str()));
        let told = till.run::<PSync>(PaymentsSyncData::new(id.clone())).await;
        payment(told, AttemptStatus::Failure);
        named.push(till.processor);
    }
    assert_eq!(named, [Processor::Stripe, Processor::Razorpay]);
}

#[tokio::test]
async fn an_order_that_is_sent_twice_is_carried_out_once() {
    for till in tills().await {
        let id = till.held().await;
        let order = till.all_of(&id);
        assert!(matches!(till.order::<Capture>(&id, order.clone()).await, Outcome::Status(_)));
        // Without a key the second one may be refused; it is never a decline or another capture.
        let again = till.order::<Capture>(&id, order).await;
        let without_key = [
            Processor::Braintree,
            Processor::Cybersource,
            Processor::Razorpay,
            Processor::Square,
            Processor::Xendit,
        ];
        let without_key = without_key.contains(&till.processor);
        let refused = matches!(again, Outcome::NoInformation(_)) && without_key;
        assert!(refused || matches!(again, Outcome::Status(_)), "{:?}: {again:?}", till.processor);
        assert_eq!(till.payment(&id).await.amount_captured.unwrap_or(euros(1_000)), euros(1_000));
    }
}

#[tokio::test]
async fn what_is_held_can_be_raised_and_all_of_it_taken() {
    let mut raised = 0_usize;
    let can = |till: &Till| till.has::<IncrementalAuthorization>() && till.has::<PSync>();
    for till in all_tills().await.into_iter().filter(can) {
        let id = till.held().await;
        let (total, more) = (euros(1_500), euros(500));
        let order = PaymentsIncrementalAuthorizationData::new(id.clone(), total, more, till.key());
        let outcome = till.order::<IncrementalAuthorization>(&id, order).await;
        payment(outcome, AttemptStatus::Authorized);
        let mut order = till.all_of(&id);
        order.amount = Some(total);
        order.amount_to_capture = Some(total);
        let taken = till.order::<Capture>(&id, order).await;
        assert!(matches!(taken, Outcome::Status(_)), "{}: {taken:?}", till.processor);
        raised = raised.saturating_add(1);
    }
    assert!(raised >= 5, "only {raised} were raised");
}
