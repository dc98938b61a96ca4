//! Braintree: GraphQL documents, posted to `/graphql`.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::amount::in_minor_units;
use crate::card::{Card, TestCard};
use crate::case::Kind;
use crate::dispute::Disputes;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules, Stage};
use crate::order::{Facts, Order, Pay, Source};
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::{Ask, Call, Wire};

mod body;
mod cards;
mod disputes;
mod operation;

use self::operation::Operation;

/// `sandbox_public_key` and `sandbox_private_key`.
const AUTHORIZATION: &str = "Basic c2FuZGJveF9wdWJsaWNfa2V5OnNhbmRib3hfcHJpdmF0ZV9rZXk=";

/// A merchant account has one currency, which is the end of its name here.
const ACCOUNT: &str = "sandbox_";

pub(super) struct Braintree;

impl Wire for Braintree {
    fn credentials(&self) -> Value {
        json!({
            "public_key": "sandbox_public_key",
            "private_key": "sandbox_private_key",
            "merchant_account_id": "sandbox_usd",
            "merchant_config_currency": "USD",
        })
    }

    /// The words before the number are `transaction_` and `refund_`, in Base64.
    fn id(&self, kind: Kind, _: &str, number: u64) -> String {
        match kind {
            Kind::Payment => format!("dHJhbnNhY3Rpb25f{number:08}"),
            Kind::Refund => format!("cmVmdW5kX{number:08}"),
        }
    }

    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => &[
                "AUTHORIZATION_EXPIRED",
                "AUTHORIZED",
                "AUTHORIZING",
                "FAILED",
                "GATEWAY_REJECTED",
                "PROCESSOR_DECLINED",
                "SETTLED",
                "SETTLEMENT_CONFIRMED",
                "SETTLEMENT_DECLINED",
                "SETTLEMENT_PENDING",
                "SETTLING",
                "SUBMITTED_FOR_SETTLEMENT",
                "VOIDED",
            ],
            // The schema has one list for both; these are the ones that a refund can be in.
            Kind::Refund => &[
                "AUTHORIZING",
                "FAILED",
                "GATEWAY_REJECTED",
                "PROCESSOR_DECLINED",
                "SETTLED",
                "SETTLEMENT_DECLINED",
                "SETTLEMENT_PENDING",
                "SETTLING",
                "SUBMITTED_FOR_SETTLEMENT",
                "VOIDED",
            ],
        }
    }

    fn settled(&self, _: Kind) -> &'static str {
        "SETTLED"
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["AUTHORIZING", "AUTHORIZED", "SUBMITTED_FOR_SETTLEMENT", "SETTLING", "SETTLED"],
                &["SETTLEMENT_PENDING", "SETTLED"],
                &["SETTLEMENT_PENDING", "SETTLEMENT_DECLINED"],
                &["AUTHORIZED", "VOIDED"],
            ],
            Kind::Refund => &[
                &["SUBMITTED_FOR_SETTLEMENT", "SETTLING", "SETTLED"],
                &["SUBMITTED_FOR_SETTLEMENT", "FAILED"],
                &["!reset", "SETTLED"],
            ],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        if request.method != Method::POST || request.path != "graphql" {
            return Err(Reply::html(StatusCode::NOT_FOUND, "404 Not Found"));
        }
        if request.header("authorization") != Some(AUTHORIZATION) {
            return Err(failed("AUTHENTICATION", "Authentication credentials are invalid."));
        }
        if request.header("braintree-version").is_none_or(|version| version.len() != 10) {
            return Err(failed("VALIDATION", "A Braintree-Version header is required."));
        }
        let operation =
            Operation::read(&request.body).map_err(|problem| failed("VALIDATION", &problem))?;
        if let Some((act, id)) = disputes::read(&operation) {
            return Ok(Call::Dispute(act, id));
        }
        let text = |place: &str| operation.text(place).unwrap_or_default().to_owned();
        let order = match operation.name.as_str() {
            "node" => return Ok(Call::Ask(Ask::Either(text("/id")))),
            "search" => {
                return match operation.inner_text("transactions", "/input/orderId/is") {
                    Some(reference) => Ok(Call::Search(reference)),
                    None => {
                        Err(failed("VALIDATION", "The sandbox finds transactions by order id."))
                    }
                };
            }
            "tokenizeCreditCard" => {
                let part = |name: &str| text(&format!("/input/creditCard/{name}"));
                let (month, year) = (part("expirationMonth"), part("expirationYear"));
                let (month, year) = (month.parse().unwrap_or(0), year.parse().unwrap_or(0));
                Order::Keep(Some(Source::Card(Card::new(&part("number"), month, year))))
            }
            "createCustomer" => Order::Keep(None),
            "vaultPaymentMethod" => Order::Keep(Some(Source::Kept(text("/input/paymentMethodId")))),
            "deletePaymentMethodFromVault" => Order::Forget(text("/input/paymentMethodId")),
            "authorizePaymentMethod" | "chargePaymentMethod" => pay(&operation)
                .map_err(|problem| refused(&operation, "VALIDATION", Some("81503"), problem))?,
            "captureTransaction" => Order::Capture {
                payment_id: text("/input/transactionId"),
                amount: part(&operation, "/input/transaction/amount")?,
                last: true,
            },
            "updateTransactionAmount" => Order::Increase {
                payment_id: text("/input/transactionId"),
                total: part(&operation, "/input/amount")?.unwrap_or_default(),
            },
            "reverseTransaction" => Order::Void { payment_id: text("/input/transactionId") },
            "refundTransaction" => Order::Refund {
                payment_id: text("/input/transactionId"),
                amount: part(&operation, "/input/refund/amount")?,
                last4: None,
                reference: None,
            },
            other => {
                let problem = format!("The sandbox has no field `{other}`.");
                return Err(failed("VALIDATION", &problem));
            }
        };
        Ok(Call::Order(order))
    }

    fn answer(&self, request: &Incoming, _: &Ask, seen: &Seen) -> Reply {
        shown(
            request,
            &match seen.refunds.first().filter(|_| seen.kind == Kind::Refund) {
                Some(refund) => body::refund(refund, &seen.payment),
                None => body::transaction(&seen.payment),
            },
        )
    }

    fn found(&self, request: &Incoming, found: &[Seen]) -> Reply {
        let edges = found.iter().map(|seen| json!({ "node": body::transaction(&seen.payment) }));
        let edges: Vec<Value> = edges.collect();
        shown(request, &json!({ "transactions": { "edges": edges } }))
    }

    fn unknown(&self, request: &Incoming, _: &Ask) -> Reply {
        let message = "An object with this ID was not found.";
        Operation::read(&request.body).map_or_else(
            |problem| failed("VALIDATION", &problem),
            |operation| refused(&operation, "NOT_FOUND", None, message),
        )
    }

    fn test_values(&self) -> &'static str {
        "Cards, and amounts that are declined with their whole part as the reason, from \
         2000.00 to 2999.99: \
         <https://developer.paypal.com/braintree/docs/reference/general/testing> (read \
         2026-11)."
    }

    fn disputes(&self) -> Option<&'static dyn Disputes> {
        Some(&Braintree)
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn rules(&self) -> Rules {
        Rules { settles: true, cancels_unpaid: false, lowers: true, least: 1, ..Rules::default() }
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Declined => "PROCESSOR_DECLINED",
            Stage::Voided => "VOIDED",
            Stage::Taken if ledger.settled => "SETTLED",
            Stage::Taken => "SUBMITTED_FOR_SETTLEMENT",
            Stage::Held | Stage::Verified => "AUTHORIZED",
            Stage::Unpaid | Stage::Unconfirmed | Stage::Awaiting => "AUTHORIZING",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "AUTHORIZED" => Stage::Held,
            "SUBMITTED_FOR_SETTLEMENT" | "SETTLING" | "SETTLED" => Stage::Taken,
            "VOIDED" => Stage::Voided,
            "PROCESSOR_DECLINED" => Stage::Declined,
            _ => return None,
        };
        Some(Ledger { settled: status == "SETTLED", ..Ledger::at(stage, amount_minor) })
    }

    fn refund_ordered(&self) -> &'static str {
        "SUBMITTED_FOR_SETTLEMENT"
    }

    fn kept_id(&self, number: u64) -> String {
        format!("tokencc_bh_{number}")
    }

    fn done(&self, request: &Incoming, order: &Order, seen: &Seen) -> Reply {
        let payment = body::transaction(&seen.payment);
        shown(
            request,
            &match (order, seen.refunds.first()) {
                (Order::Refund { .. }, Some(refund)) => {
                    json!({ "refund": body::refund(refund, &seen.payment) })
                }
                (Order::Void { .. }, _) => json!({ "reversal": payment }),
                _ => json!({ "transaction": payment }),
            },
        )
    }

    fn kept(&self, request: &Incoming, id: &str, _: Option<&Card>) -> Reply {
        let method = json!({ "__typename": "PaymentMethod", "id": id, "legacyId": id });
        let id = id.replacen("tokencc_bh", "customer", 1);
        let customer = json!({ "__typename": "Customer", "id": id, "legacyId": id });
        shown(request, &json!({ "paymentMethod": method, "customer": customer }))
    }

    fn forgotten(&self, request: &Incoming, _: Option<&Card>) -> Reply {
        shown(request, &json!({}))
    }

    /// The codes are those of the older API's validation errors.
    /// <https://developer.paypal.com/braintree/docs/reference/general/validation-errors/all>
    fn refused(
        &self,
        request: &Incoming,
        order: &Order,
        refusal: Refusal,
        _: Option<&Seen>,
    ) -> Reply {
        let operation = match Operation::read(&request.body) {
            Ok(operation) => operation,
            Err(problem) => return failed("VALIDATION", &problem),
        };
        let (class, code, message) = match (refusal, order) {
            (Refusal::Unknown, _) => ("NOT_FOUND", None, "An object with this ID was not found."),
            (Refusal::UnknownMethod, Order::Forget(_)) => {
                ("NOT_FOUND", None, "An object with this ID was not found.")
            }
            (Refusal::UnknownMethod, _) => {
                ("VALIDATION", Some("91565"), "Unknown or expired single-use payment method.")
            }
            (Refusal::CardNumber, _) => ("VALIDATION", Some("81715"), "Card number is invalid."),
            (Refusal::CardExpired, _) => {
                ("VALIDATION", Some("81710"), "Expiration date is invalid.")
            }
            (Refusal::Stage, Order::Capture { .. }) => {
                ("VALIDATION", Some("91507"), "Cannot submit for settlement unless authorized.")
            }
            (Refusal::Stage, Order::Increase { .. }) => {
                ("VALIDATION", None, "Transaction must be authorized to adjust its authorization.")
            }
            (Refusal::Stage, Order::Void { .. }) => (
                "VALIDATION",
                Some("91504"),
                "Transaction can only be voided before it is settled.",
            ),
            (Refusal::Stage, _) => {
                ("VALIDATION", Some("91506"), "Cannot refund a transaction unless it is settled.")
            }
            (Refusal::TooMuch { .. }, Order::Capture { .. }) => {
                ("VALIDATION", Some("91522"), "Settlement amount is too large.")
            }
            (Refusal::TooMuch { .. }, _) => {
                ("VALIDATION", Some("91521"), "Refund amount is too large.")
            }
            (Refusal::NothingLeft, _) => {
                ("VALIDATION", Some("91512"), "Transaction has already been completely refunded.")
            }
            _ => ("VALIDATION", Some("81501"), "Amount must be greater than zero."),
        };
        refused(&operation, class, code, message)
    }

    fn maintenance(&self) -> Reply {
        failed("SERVICE_AVAILABILITY", "The service is not available at the moment.")
    }
}

/// A payment, or what is wrong with it.
fn pay(operation: &Operation) -> Result<Order, &'static str> {
    let account = operation.text("/input/transaction/merchantAccountId").unwrap_or("sandbox_usd");
    let currency = account.strip_prefix(ACCOUNT).ok_or("Merchant account ID is invalid.")?;
    let currency = currency.to_ascii_uppercase();
    let amount = operation.text("/input/transaction/amount").unwrap_or_default();
    let method = operation.text("/input/paymentMethodId").unwrap_or_default();
    let reference = operation.text("/input/transaction/orderId").map(str::to_owned);
    Ok(Order::Pay(Box::new(Pay {
        amount_minor: in_minor_units(amount, &currency).ok_or("Amount is an invalid format.")?,
        currency,
        source: Some(Source::Kept(method.to_owned())),
        confirmed: true,
        automatic: operation.name == "chargePaymentMethod",
        facts: Facts { reference, ..Facts::default() },
    })))
}

/// A part of a payment, whose currency the request does not name. The sandbox's have two decimals.
fn part(operation: &Operation, place: &str) -> Result<Option<i64>, Reply> {
    let Some(text) = operation.text(place) else { return Ok(None) };
    let amount = in_minor_units(text, "USD");
    let problem = "Amount is an invalid format.";
    amount.map(Some).ok_or_else(|| refused(operation, "VALIDATION", Some("81503"), problem))
}

fn shown(request: &Incoming, whole: &Value) -> Reply {
    match Operation::read(&request.body) {
        Ok(operation) => Reply::json(StatusCode::OK, &operation.answer(whole)),
        Err(problem) => failed("VALIDATION", &problem),
    }
}

fn refused(operation: &Operation, class: &str, code: Option<&str>, message: &str) -> Reply {
    Reply::json(StatusCode::OK, &operation.refused(class, code, message))
}

/// An error that is about no field of the document.
fn failed(class: &str, message: &str) -> Reply {
    let error = json!({ "message": message, "extensions": { "errorClass": class } });
    Reply::json(StatusCode::OK, &json!({ "errors": [error], "data": null }))
}
