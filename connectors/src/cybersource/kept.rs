//! Cards that are kept, and what is paid with them: payment instruments of the Token Management Service.
//! The description is older than they are.

use connector_core::prelude::*;
use connector_core::{Customer, RepeatPaymentData, SetupMandateRequestData};
use serde::Serialize;

use super::authorize::{BillTo, CardDetails, Payment};
use super::processing::Processing;
use super::{Amount, Cybersource};

/// Keep a card: an authorization of nothing, or of the small amount that is ordered.
/// <https://developer.cybersource.com/docs/cybs/en-us/payments/developer/ctv/rest/payments/credentials-processsing-intro/credentials-cit-intro/credentials-cit-initial-tms-intro.html>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/pts/v2/payments",
    no_idempotency = "Cybersource takes no key: the reference of another payment of the last 15 minutes is refused, and later it is another payment",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct SetupMandateRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: &'a MerchantReference,
    #[connector_flow(from = request)]
    processing_information: Processing<'a>,
    #[connector_flow(from = request.payment_method_data, within = "paymentInformation")]
    card: CardDetails<'a>,
    #[connector_flow(from = request.amount, within = "orderInformation")]
    amount_details: Amount,
    #[connector_flow(from = request, takes(billing_address, customer), within = "orderInformation")]
    bill_to: BillTo<'a>,
}

/// Pay with a card that is kept, or with one whose network knows what was agreed to.
/// <https://developer.cybersource.com/docs/cybs/en-us/payments/developer/ctv/rest/payments/credentials-processsing-intro/credentials-ucof-intro/credentials-ucof-mit-tms-intro.html>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/pts/v2/payments",
    no_idempotency = "Cybersource takes no key: the reference of another payment of the last 15 minutes is refused, and later it is another payment",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: &'a MerchantReference,
    #[connector_flow(from = request, takes(mandate_reference, capture_method, off_session))]
    processing_information: Processing<'a>,
    #[connector_flow(from = request, takes(mandate_reference, payment_method_data))]
    payment_information: PaidWith<'a>,
    #[connector_flow(from = request.amount, within = "orderInformation")]
    amount_details: Amount,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum PaidWith<'a> {
    PaymentInstrument { id: &'a MandateId },
    Card(CardDetails<'a>),
}

impl<'a> FromSource<'a, RepeatPaymentData> for PaidWith<'a> {
    fn from_source(asked: &'a RepeatPaymentData) -> Result<Self, Unfit> {
        match (&asked.mandate_reference, &asked.payment_method_data) {
            (MandateReference::ConnectorMandateId(id), None) => Ok(Self::PaymentInstrument { id }),
            (MandateReference::ConnectorMandateId(_), Some(_)) => {
                Err(Unfit::Refused("names a payment instrument, and another way to pay beside it"))
            }
            (_, Some(PaymentMethodData::Card(card))) => Ok(Self::Card(CardDetails::of(card))),
            _ => Err(Unfit::Refused("names a card network's transaction, and no card is given")),
        }
    }
}

/// Create a customer.
/// <https://developer.cybersource.com/api-reference-assets/index.html#token-management_customer_create-a-customer>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/tms/v2/customers",
    response = CreatedCustomer,
)]
#[serde(rename_all = "camelCase")]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(from = request.customer)]
    buyer_information: Buyer<'a>,
}

#[derive(Serialize)]
struct Buyer<'a> {
    #[serde(rename = "merchantCustomerID", skip_serializing_if = "Option::is_none")]
    merchant_customer_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for Buyer<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        let Customer { merchant_customer_id, email, .. } = customer;
        if merchant_customer_id.is_none() && email.is_none() {
            return Err(Unfit::Refused("has neither the merchant's name for them nor an email address"));
        }
        Ok(Self {
            merchant_customer_id: at_most(100, "merchantCustomerID", merchant_customer_id.as_deref())?,
            email: at_most(255, "email", Exposed::of(email))?,
        })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
struct CreatedCustomer {
    #[flow_response(connector_customer_id)]
    id: CustomerId,
}

/// Delete a payment instrument.
/// <https://developer.cybersource.com/api-reference-assets/index.html#token-management_payment-instrument_delete-a-payment-instrument>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/tms/v1/paymentinstruments/{token}",
    response = Deleted,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    token: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, format = Empty, no_id = "nothing is said at all")]
struct Deleted;

impl<'a> FromSource<'a, SetupMandateRequestData> for BillTo<'a> {
    fn from_source(asked: &'a SetupMandateRequestData) -> Result<Self, Unfit> {
        Self::of(asked.billing_address.as_ref(), asked.customer.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Authorize, Connection, CredentialFields, Integration};
    use serde_json::{Value, json};

    use super::*;

    fn body<F: Flow>(request: &Value) -> Result<Value, String>
    where
        Cybersource: Integration<F>,
    {
        let credentials = br#"{"merchant_id": "m", "key_id": "k", "shared_secret": "c2VjcmV0"}"#;
        let credentials = CredentialFields::from_json(credentials).unwrap();
        let connection = Connection::<Cybersource>::new(credentials).unwrap();
        let known = json!({ "connector_request_reference_id": "order-1" });
        let data = json!({ "resource_common_data": known, "request": request }).to_string();
        let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
        let moment = connector_core::Moment::at(std::time::UNIX_EPOCH);
        let request = connection.build_request_at(&data, &moment).map_err(|error| error.to_string())?;
        Ok(serde_json::from_slice(request.body()).unwrap())
    }

    fn card(network: Option<&str>) -> Value {
        json!({ "card": { "number": "4242424242424242", "expiry": "2030-12", "network": network } })
    }

    fn order(more: &Value) -> Value {
        let mut order = json!({
            "amount": { "minor_amount": 1000, "currency": "USD" }, "capture_method": "automatic",
            "idempotency_key": "k",
        });
        order.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        order
    }

    #[test]
    fn a_card_is_paid_with_again_by_its_token_or_by_what_its_network_knows() {
        let token = json!({ "mandate_reference": { "connector_mandate_id": "T1" } });
        let told = body::<RepeatPayment>(&order(&token)).unwrap();
        assert_eq!(told["paymentInformation"], json!({ "paymentInstrument": { "id": "T1" } }));
        let initiator = &told["processingInformation"]["authorizationOptions"]["initiator"];
        assert_eq!(*initiator, json!({ "type": "merchant", "storedCredentialUsed": true }));

        let network = json!({ "network_transaction_id": "016153570198200" });
        let mut by_network = order(&json!({
            "mandate_reference": network, "payment_method_data": card(None), "off_session": false,
        }));
        let told = body::<RepeatPayment>(&by_network).unwrap();
        assert_eq!(told["paymentInformation"]["card"]["number"], "4242424242424242");
        let initiator = &told["processingInformation"]["authorizationOptions"]["initiator"];
        assert_eq!(
            *initiator,
            json!({
                "type": "customer", "storedCredentialUsed": true,
                "merchantInitiatedTransaction": { "previousTransactionId": "016153570198200" },
            })
        );
        by_network["payment_method_data"] = Value::Null;
        assert!(body::<RepeatPayment>(&by_network).unwrap_err().contains("no card is given"));
    }

    #[test]
    fn a_card_is_kept_with_a_payment_or_by_itself() {
        let kept = json!({ "payment_method_data": card(None), "setup_future_usage": "off_session" });
        let of_payment = body::<Authorize>(&order(&kept)).unwrap();
        let mut kept = order(&kept);
        kept.as_object_mut().unwrap().remove("capture_method");
        kept["amount"]["minor_amount"] = json!(0);
        let alone = body::<SetupMandate>(&kept).unwrap();
        assert_eq!(alone["orderInformation"]["amountDetails"]["totalAmount"], "0.00");
        for told in [of_payment, alone] {
            let processing = &told["processingInformation"];
            assert_eq!(processing["actionTokenTypes"], json!(["paymentInstrument"]));
            let initiator = &processing["authorizationOptions"]["initiator"];
            assert_eq!(*initiator, json!({ "type": "customer", "credentialStoredOnFile": true }));
        }
    }

    #[test]
    fn an_authentication_is_told_in_the_words_of_the_cards_network() {
        let told = |network, eci: &str| {
            let found = json!({ "eci": eci, "cavv": "AAAB", "transaction_status": "Y" });
            let found = json!({ "payment_method_data": card(network), "authentication_data": found });
            body::<Authorize>(&order(&found))
        };
        let visa = told(Some("visa"), "05").unwrap();
        assert_eq!(visa["processingInformation"]["commerceIndicator"], "vbv");
        let found = &visa["consumerAuthenticationInformation"];
        assert_eq!(*found, json!({ "cavv": "AAAB", "eciRaw": "05", "paresStatus": "Y" }));
        let mastercard = told(Some("mastercard"), "02").unwrap();
        assert_eq!(mastercard["processingInformation"]["commerceIndicator"], "spa");
        let found = &mastercard["consumerAuthenticationInformation"];
        assert_eq!(found["ucafAuthenticationData"], "AAAB");
        assert_eq!((&found["ucafCollectionIndicator"], &found["cavv"]), (&json!("2"), &Value::Null));
        assert!(told(None, "05").unwrap_err().contains("network"));
        assert!(told(Some("visa"), "02").unwrap_err().contains("no word"));
    }
}
