//! A payment of which only its order is known.

use connector_core::prelude::*;

use super::{Payment, Razorpay};

/// Fetch the payments of an order. <https://razorpay.com/docs/api/orders/fetch-payments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = PSyncByReference,
    http_method = Get,
    url = "/v1/orders/{order_id}/payments",
    response = PaymentsOfOrder,
)]
struct PaymentsRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_order_id)]
    order_id: &'a OrderId,
}

#[derive(Deserialize)]
struct PaymentsOfOrder {
    items: Vec<Payment>,
}

impl FlowResponse<PSyncByReference> for PaymentsOfOrder {
    const STATUSES: &'static [StatusMapping] = <Payment as FlowResponse<PSyncByReference>>::STATUSES;
    const INTEGRITY: Integrity = <Payment as FlowResponse<PSyncByReference>>::INTEGRITY;
    const UNIT: Option<Unit> = <Payment as FlowResponse<PSyncByReference>>::UNIT;

    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.json()
    }

    /// An order is paid once, and may be tried often: of several payments the one counts that did not fail. Where
    /// all did, or more than one is under way, nobody says which of them was meant.
    fn into_outcome(self, data: &RouterData<PSyncByReference>) -> Outcome<PSyncByReference> {
        let silent = |detail| Outcome::of_fault(Fault::new(FaultKind::Silent, detail));
        let order = data.resource_common_data.connector_order_id.as_ref().map(AsRef::as_ref);
        let Self { mut items } = self;
        if items.iter().any(|payment| payment.order_id.as_deref() != order) {
            return silent("the list has a payment of another order");
        }
        if items.is_empty() {
            let message = "nobody has tried to pay the order";
            return Outcome::NotFound(ProcessorError::new(None, Some(message)).into());
        }
        if items.len() > 1 {
            items.retain(|payment| !payment.has_failed());
        }
        let mut found = items.into_iter();
        match (found.next(), found.next()) {
            (Some(payment), None) => payment.into_outcome(data),
            _ => silent("the list does not say which of the payments pays the order"),
        }
    }
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields, PaymentsSyncData};

    use super::*;

    fn told(payments: &[(&str, &str)]) -> Outcome<PSync> {
        let credentials = CredentialFields::from_json(br#"{"key_id": "k", "key_secret": "s"}"#);
        let razorpay = Connection::<Razorpay>::new(credentials.unwrap()).unwrap();
        let mut data = RouterData::<PSync>::new(PaymentsSyncData::by_reference());
        data.resource_common_data.connector_order_id = Some(OrderId::new("order_1").unwrap());
        let request = razorpay.build_request(&data).unwrap();
        assert_eq!(request.uri().path(), "/v1/orders/order_1/payments");
        let payment = |(number, (status, order)): (usize, &(&str, &str))| {
            format!(
                r#"{{"id": "pay_{number}", "status": "{status}", "order_id": "{order}", "amount": 100,
                     "currency": "INR"}}"#
            )
        };
        let payments: Vec<String> = payments.iter().enumerate().map(payment).collect();
        let body = format!(r#"{{"entity": "collection", "items": [{}]}}"#, payments.join(", "));
        razorpay.handle_response(&data, http::Response::new(body.into()))
    }

    #[test]
    fn the_payment_that_pays_the_order_is_told_and_none_is_guessed() {
        let id = |outcome| match outcome {
            Outcome::Status(payment) => {
                let payment: PaymentsResponseData = payment;
                (payment.connector_transaction_id.unwrap().to_string(), payment.status.status)
            }
            outcome => panic!("{outcome:?}"),
        };
        let (failed, taken) = (("failed", "order_1"), ("captured", "order_1"));
        assert_eq!(id(told(&[taken])), ("pay_0".to_owned(), AttemptStatus::Charged));
        assert_eq!(id(told(&[failed])), ("pay_0".to_owned(), AttemptStatus::Failure));
        assert_eq!(id(told(&[failed, taken, failed])), ("pay_1".to_owned(), AttemptStatus::Charged));
        assert!(matches!(told(&[]), Outcome::NotFound(_)));
        for unclear in [&[failed, failed][..], &[taken, ("created", "order_1")]] {
            assert!(matches!(told(unclear), Outcome::NoInformation(_)), "{unclear:?}");
        }
        assert!(matches!(told(&[("captured", "order_2")]), Outcome::NoInformation(_)));
    }
}
