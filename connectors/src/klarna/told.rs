//! What an order tells when it is asked.

use connector_core::prelude::*;

use super::{FraudStatus, OrderStatus};

#[derive(Deserialize, FlowResponse)]
#[serde(from = "OrderBody")]
#[flow_response(PSync, status = order_status)]
#[flow_response(
    decided_by = "`AUTHORIZED` is pending or a failure where the check for fraud, `fraud_status`, is `PENDING` or \
                  `REJECTED`; `CLOSED` is voided where nothing was captured, and tells nothing where the order does \
                  not say how much was"
)]
pub(super) struct Order {
    #[flow_response(connector_transaction_id)]
    order_id: PaymentId,
    #[flow_response(status)]
    status: Wire<OrderStatus>,
    fraud_status: Option<Wire<FraudStatus>>,
    #[flow_response(amount)]
    order_amount: MinorUnit,
    #[flow_response(amount_captured)]
    captured_amount: Option<MinorUnit>,
    #[flow_response(currency)]
    purchase_currency: Currency,
    #[flow_response(processor_reference_id)]
    klarna_reference: Option<Box<str>>,
    #[flow_response(captures)]
    captures: Vec<CaptureOfOrder>,
}

/// A capture has no status: it is there, or it is not.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged)]
struct CaptureOfOrder {
    #[flow_response(connector_capture_id)]
    capture_id: CaptureId,
    #[flow_response(amount_captured)]
    captured_amount: MinorUnit,
    #[flow_response(currency)]
    /// The order's: it stands there, and not in its captures.
    purchase_currency: Option<Currency>,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
}

/// The wire's order: the currency stands in it once, for all its captures.
#[derive(Deserialize)]
struct OrderBody {
    order_id: PaymentId,
    status: Wire<OrderStatus>,
    fraud_status: Option<Wire<FraudStatus>>,
    order_amount: MinorUnit,
    captured_amount: Option<MinorUnit>,
    purchase_currency: Currency,
    klarna_reference: Option<Box<str>>,
    captures: Option<Vec<CaptureOfOrder>>,
}

impl From<OrderBody> for Order {
    fn from(body: OrderBody) -> Self {
        let purchase_currency = Some(body.purchase_currency);
        let of_order = |capture| CaptureOfOrder { purchase_currency, ..capture };
        // A field that is not there tells nothing; the captures, where they are listed, add up to the same.
        let captured_amount = body.captured_amount.or_else(|| {
            let mut amounts = body.captures.iter().flatten().map(|one| one.captured_amount.get());
            let total = amounts.try_fold(0_i64, i64::checked_add);
            body.captures.as_ref().and(total).and_then(|total| MinorUnit::new(total).ok())
        });
        Self {
            order_id: body.order_id,
            status: body.status,
            fraud_status: body.fraud_status,
            order_amount: body.order_amount,
            captured_amount,
            purchase_currency: body.purchase_currency,
            klarna_reference: body.klarna_reference,
            captures: body.captures.into_iter().flatten().map(of_order).collect(),
        }
    }
}

fn order_status(order: &Order) -> Result<StatusReport<AttemptStatus>, Fault> {
    let report = order.status.report()?;
    let fraud = order.fraud_status.as_ref().map(Wire::<FraudStatus>::report).transpose()?;
    let decides = |fraud: &StatusReport<AttemptStatus>| {
        matches!(fraud.status, AttemptStatus::Pending | AttemptStatus::Failure)
    };
    Ok(match (order.status.word(), order.captured_amount) {
        // The word that decides is told.
        ("AUTHORIZED", _) => fraud.filter(decides).unwrap_or(report),
        ("CLOSED", Some(captured)) if captured.get() == 0 => report.meaning(AttemptStatus::Voided),
        ("CLOSED", None) => {
            let silent = "the order is CLOSED, and does not tell whether anything was captured";
            return Err(Fault::new(FaultKind::Silent, silent));
        }
        _ => report,
    })
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields, PSync, PaymentsSyncData};

    use super::super::Klarna;
    use super::*;

    fn told(body: &[u8]) -> Outcome<PSync> {
        let credentials = br#"{"username": "u", "password": "p"}"#;
        let credentials = CredentialFields::from_json(credentials).unwrap();
        let klarna = Connection::<Klarna>::new(credentials).unwrap();
        let asked = RouterData::<PSync>::new(PaymentsSyncData::new(PaymentId::new("o-1").unwrap()));
        klarna.handle_response(&asked, http::Response::new(body.to_vec().into()))
    }

    /// What is not told is not nothing.
    #[test]
    fn only_a_closed_order_that_tells_so_is_voided() {
        let told = |status: &str, captured: &str| {
            let body = format!(
                r#"{{"order_id": "o-1", "status": "{status}", "order_amount": 1000, "purchase_currency": "SEK"{captured}}}"#
            );
            match told(body.as_bytes()) {
                Outcome::Status(told) => told.status.status.name(),
                _ => "nothing",
            }
        };
        let nothing = r#", "captured_amount": 0"#;
        let a_part = r#", "captured_amount": 300"#;
        let listed = r#", "captures": [{"capture_id": "c", "captured_amount": 1000}]"#;
        assert_eq!(told("CAPTURED", ""), "charged");
        assert_eq!(told("CAPTURED", listed), "charged");
        assert_eq!(told("CLOSED", ""), "nothing");
        assert_eq!(told("CLOSED", nothing), "voided");
        assert_eq!(told("CLOSED", r#", "captures": []"#), "voided");
        assert_eq!(told("CLOSED", a_part), "partial_charged");
        assert_eq!(told("CLOSED", listed), "charged");
    }

    /// The currency stands in the order alone.
    #[test]
    fn each_capture_is_told_in_the_orders_currency() {
        let body: &[u8] = br#"{"order_id": "o-1", "status": "PART_CAPTURED", "order_amount": 1000,
            "captured_amount": 550, "purchase_currency": "SEK", "captures": [
                {"capture_id": "c-1", "captured_amount": 300, "reference": "first"},
                {"capture_id": "c-2", "captured_amount": 250}]}"#;
        let outcome = told(body);
        let Outcome::Status(told) = outcome else { panic!("{outcome:?}") };
        assert_eq!(told.status.status, AttemptStatus::PartialChargedAndChargeable);
        let captures = told.captures.iter().map(|capture| {
            let id = capture.connector_capture_id.as_ref().unwrap();
            let amount = capture.amount.unwrap().to_string();
            (id.as_str(), amount, capture.connector_response_reference_id.as_ref().map(AsRef::as_ref))
        });
        let captures: Vec<_> = captures.collect();
        assert_eq!(
            captures,
            [("c-1", "3.00 SEK".to_owned(), Some("first")), ("c-2", "2.50 SEK".to_owned(), None)],
        );
    }
}
