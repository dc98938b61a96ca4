//! 3-D Secure by Cybersource: steps before the payment, which then says what they found out.

use connector_core::{
    AttemptStatus, Authenticate, Authorize, CaptureMethod, Card, CardNetwork, CardNumber,
    IdempotencyKey, MerchantReference, Outcome, PaymentMethodData, PaymentsAuthenticateData,
    PaymentsAuthorizeData, PaymentsPostAuthenticateData, PaymentsPreAuthenticateData,
    PaymentsResponseData, PostAuthenticate, PreAuthenticate, RedirectForm, Report, RouterData,
    Secret, TransactionStatus,
};
use connector_sandbox::Processor;

use crate::till::{Till, all_tills, device, euros, in_germany, name, somebody};

/// A customer at the till, with one order and one card.
struct Payer {
    till: Till,
    card: PaymentMethodData,
    reference: MerchantReference,
}

impl Payer {
    async fn with(number: &str, network: CardNetwork) -> Self {
        let mut tills = all_tills().await.into_iter();
        let till = tills.find(|till| till.processor == Processor::Cybersource).unwrap();
        let mut card = Card::new(CardNumber::new(number).unwrap(), "2039-01".parse().unwrap());
        card.network = Some(network);
        let reference = name(&till);
        Self { till, card: PaymentMethodData::Card(card), reference }
    }

    async fn run<F>(&self, request: F::Request) -> PaymentsResponseData
    where
        F: connector_core::Flow<
                CommonData = connector_core::PaymentFlowData,
                Response = PaymentsResponseData,
            >,
    {
        let mut data = RouterData::<F>::new(request);
        data.resource_common_data.connector_request_reference_id = Some(self.reference.clone());
        match self.till.carry_out(data).await {
            Outcome::Status(told) => told,
            outcome => panic!("{}: {outcome:?}", F::NAME),
        }
    }

    /// Both steps up to where the customer may be needed.
    async fn checked(&self) -> PaymentsResponseData {
        let asked = PaymentsPreAuthenticateData::new(euros(1_000), self.card.clone());
        let ready = self.run::<PreAuthenticate>(asked).await;
        assert_eq!(ready.status.status, AttemptStatus::DeviceDataCollectionPending);
        assert_token(&ready, "/collect");
        let id = ready.connector_transaction_id.unwrap();
        let mut asked = PaymentsAuthenticateData::new(euros(1_000), self.card.clone(), id);
        asked.browser_information = Some(device());
        let mut address = in_germany();
        (address.first_name, address.last_name) =
            (Some(Secret::new("A.")), Some(Secret::new("Payer")));
        (asked.customer, asked.billing_address) = (Some(somebody()), Some(address));
        asked.return_url = Some("https://shop.example/return".into());
        self.run::<Authenticate>(asked).await
    }

    async fn back(&self, challenged: PaymentsResponseData) -> PaymentsResponseData {
        assert_eq!(challenged.status.status, AttemptStatus::AuthenticationPending);
        assert_token(&challenged, "/step-up");
        let key = IdempotencyKey::new("k").unwrap();
        let mut asked = PaymentsPostAuthenticateData::new(key, euros(1_000));
        asked.connector_transaction_id = challenged.connector_transaction_id;
        asked.payment_method_data = Some(self.card.clone());
        self.run::<PostAuthenticate>(asked).await
    }

    /// The order says what was found out, or it would not be sent: no network has a word for nothing.
    async fn pays(&self, told: PaymentsResponseData) {
        assert_eq!(told.status.status, AttemptStatus::AuthenticationSuccessful);
        let found = told.authentication_data.clone().unwrap();
        assert_eq!(found.transaction_status, Some(TransactionStatus::Success));
        assert_eq!(found.cavv.as_ref().unwrap().expose(), "c2FuZGJveCBjcnlwdG9ncmFt");
        // What is shown of it has no cryptogram.
        let shown = serde_json::to_string(&Report::from(&Outcome::<Authenticate>::Status(told)));
        let shown = shown.unwrap();
        assert!(
            shown.contains(&*found.eci) && !shown.contains("c2FuZGJveCBjcnlwdG9ncmFt"),
            "{shown}"
        );
        let (manual, key) = (CaptureMethod::Manual, self.till.key());
        let mut order = PaymentsAuthorizeData::new(euros(1_000), self.card.clone(), manual, key);
        order.authentication_data = Some(*found);
        order.billing_address = Some(in_germany());
        let paid = self.run::<Authorize>(order).await;
        assert_eq!(paid.status.status, AttemptStatus::Authorized);
    }
}

#[track_caller]
fn assert_token(told: &PaymentsResponseData, page: &str) {
    let Some(RedirectForm::Post { endpoint, form_fields }) = &told.redirection_data else {
        panic!("{told:?}")
    };
    assert!(endpoint.ends_with(page), "{endpoint}");
    assert!(matches!(form_fields.as_slice(), [(name, _)] if &**name == "JWT"), "{form_fields:?}");
}

#[tokio::test]
async fn whom_the_issuer_knows_pays_without_a_challenge() {
    for (number, network) in
        [("4456530000001005", CardNetwork::Visa), ("5200000000001005", CardNetwork::Mastercard)]
    {
        let payer = Payer::with(number, network).await;
        let told = payer.checked().await;
        assert!(told.redirection_data.is_none(), "{told:?}");
        payer.pays(told).await;
    }
}

#[tokio::test]
async fn whom_it_wants_to_see_pays_when_they_are_back() {
    let payer = Payer::with("4456530000001096", CardNetwork::Visa).await;
    let challenged = payer.checked().await;
    assert!(challenged.authentication_data.is_none(), "{challenged:?}");
    let told = payer.back(challenged).await;
    payer.pays(told).await;
}

#[tokio::test]
async fn who_is_not_the_customer_has_nothing_to_pay_with() {
    let payer = Payer::with("4456530000001104", CardNetwork::Visa).await;
    let challenged = payer.checked().await;
    let failed = payer.back(challenged).await;
    assert_eq!(failed.status.status, AttemptStatus::AuthenticationFailed);
    assert!(failed.authentication_data.is_none() && failed.error.is_some(), "{failed:?}");
    // And one whom the issuer refuses at once.
    let refused = Payer::with("4111111111111111", CardNetwork::Visa).await.checked().await;
    assert_eq!(refused.status.status, AttemptStatus::AuthenticationFailed);
    assert!(refused.authentication_data.is_none(), "{refused:?}");
}
