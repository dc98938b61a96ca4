//! A merchant's till at each processor of the sandbox: what is ordered there, with what has to be ready before it.

use std::collections::BTreeMap;

use connector_client::execute;
use connector_core::{
    Address, AttemptStatus, AuthorizationId, Authorize, BrowserInformation, Capture, CaptureId,
    CaptureMethod, Card, CardLastFour, CardNumber, CardSecurityCode, CreateOrder, CredentialFields,
    Customer, Flow, IdempotencyKey, IncrementalAuthorization, MerchantReference, Money, OrderLine,
    Outcome, PSync, PaymentCreateOrderData, PaymentFlowData, PaymentId, PaymentMethodData,
    PaymentMethodToken, PaymentMethodTokenizationData, PaymentsAuthorizeData, PaymentsCaptureData,
    PaymentsIncrementalAuthorizationData, PaymentsResponseData, PaymentsSyncData, Refund, RefundId,
    RefundsData, RouterData, Secret, StoredToken,
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

#[derive(Clone)]
pub(crate) struct Till {
    pub(crate) merchant: Merchant,
    pub(crate) processor: Processor,
    orders: std::cell::Cell<u32>,
    /// What the processor calls the parts of payments, where it does.
    parts: std::cell::RefCell<BTreeMap<String, Parts>>,
}

/// What holds the money of a payment, and what took it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    pub(crate) authorization: Option<AuthorizationId>,
    pub(crate) capture: Option<CaptureId>,
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
        self.remembered(self.carry_out(self.about(id, request)).await, Some(id))
    }

    /// The data of it.
    pub(crate) fn about<F: Flow<CommonData = PaymentFlowData>>(
        &self,
        id: &PaymentId,
        request: F::Request,
    ) -> RouterData<F> {
        let mut data = RouterData::<F>::new(request);
        data.resource_common_data.connector_authorization_id = self.parts(id).authorization;
        data
    }

    pub(crate) fn parts(&self, id: &PaymentId) -> Parts {
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
    pub(crate) fn credentials(&self) -> CredentialFields {
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

    pub(crate) async fn authorize(
        &self,
        row: TestCard,
        capture_method: CaptureMethod,
    ) -> Outcome<Authorize> {
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
    pub(crate) async fn payment(&self, id: &PaymentId) -> PaymentsResponseData {
        let mut asked = PaymentsSyncData::new(id.clone());
        asked.amount = Some(euros(1_000));
        asked.connector_capture_id = self.parts(id).capture;
        match self.remembered(self.run::<PSync>(asked).await, Some(id)) {
            Outcome::Status(payment) => payment,
            outcome => panic!("{:?}: {outcome:?}", self.processor),
        }
    }

    /// A part, where all that is held is taken or nothing: so much less is held first.
    pub(crate) async fn lower_and_take(&self, id: &PaymentId, cents: i64) {
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
    let price = euros(1_000);
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

pub(crate) fn card(processor: Processor, wanted: impl Fn(CardResult) -> bool) -> TestCard {
    let possible = |card: &&TestCard| card.condition != CardCondition::ThreeDSecure;
    let mut cards = processor.test_cards().iter().filter(possible);
    let found = cards.find(|card| wanted(card.result));
    *found.unwrap_or_else(|| panic!("{processor:?} has no such card"))
}

pub(crate) fn payment<F: Flow<Response = PaymentsResponseData>>(
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

pub(crate) fn payment_of<F: Flow<Response = PaymentsResponseData>>(
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

pub(crate) async fn tills_of(processors: &[Processor]) -> Vec<Till> {
    let merchant = Merchant::start().await;
    let till = |processor: &Processor| Till {
        merchant: merchant.clone(),
        processor: *processor,
        orders: Default::default(),
        parts: Default::default(),
    };
    processors.iter().map(till).collect()
}
