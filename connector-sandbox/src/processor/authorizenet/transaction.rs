//! `createTransactionRequest`: the order in it, held against the schema's sequences.

use super::ordered::Node;
use super::request::{field, in_order, text};
use crate::amount::in_minor_units;
use crate::card::Card;
use crate::order::{Facts, Order, Pay, Source};

pub(super) const REQUEST: &str = "createTransactionRequest";

const TRANSACTION_FIELDS: &[&str] = &[
    "transactionType",
    "amount",
    "currencyCode",
    "payment",
    "profile",
    "solution",
    "callId",
    "terminalNumber",
    "authCode",
    "refTransId",
    "splitTenderId",
    "order",
    "lineItems",
    "tax",
    "duty",
    "shipping",
    "taxExempt",
    "poNumber",
    "customer",
    "billTo",
    "shipTo",
    "customerIP",
    "cardholderAuthentication",
    "retail",
    "employeeId",
    "transactionSettings",
    "userFields",
    "surcharge",
    "merchantDescriptor",
    "subMerchant",
    "tip",
    "processingOptions",
    "subsequentAuthInformation",
    "otherTax",
    "shipFrom",
    "authorizationIndicatorType",
];

const CARD_FIELDS: &[&str] = &[
    "cardNumber",
    "expirationDate",
    "cardCode",
    "isPaymentToken",
    "cryptogram",
    "tokenRequestorName",
    "tokenRequestorId",
    "tokenRequestorEci",
];

pub(super) const ADDRESS_FIELDS: &[&str] = &[
    "firstName",
    "lastName",
    "company",
    "address",
    "city",
    "state",
    "zip",
    "country",
    "phoneNumber",
    "faxNumber",
    "email",
];

const PROFILE_FIELDS: &[&str] =
    &["createProfile", "customerProfileId", "paymentProfile", "shippingProfileId"];

const ORDER_FIELDS: &[&str] = &["invoiceNumber", "description"];

type Fields = [(String, Node)];

/// The order in a `transactionRequest`, or what is wrong with its form.
pub(super) fn read(transaction: &Fields) -> Result<Order, String> {
    in_order("transactionRequest", transaction, TRANSACTION_FIELDS)?;
    let kind = text(transaction, "transactionType", usize::MAX)?.unwrap_or_default();
    let currency = text(transaction, "currencyCode", 3)?.unwrap_or_else(|| "USD".to_owned());
    let amount = match field(transaction, "amount") {
        None => None,
        Some(Node::Text(text) | Node::Number(text)) => Some(
            in_minor_units(text, &currency)
                .ok_or_else(|| format!("'amount' is no amount of {currency}."))?,
        ),
        Some(_) => return Err("'amount' has to be a decimal number.".to_owned()),
    };
    let card = card(transaction)?;
    let reference = || text(transaction, "refTransId", usize::MAX).map(Option::unwrap_or_default);
    match kind.as_str() {
        "authOnlyTransaction" | "authCaptureTransaction" => {
            let postcode = match object(transaction, "billTo")? {
                Some(address) => {
                    in_order("billTo", address, ADDRESS_FIELDS)?;
                    text(address, "zip", 20)?
                }
                None => None,
            };
            let invoice = match object(transaction, "order")? {
                Some(order) => {
                    in_order("order", order, ORDER_FIELDS)?;
                    text(order, "invoiceNumber", 20)?
                }
                None => None,
            };
            Ok(Order::Pay(Box::new(Pay {
                amount_minor: amount.unwrap_or_default(),
                currency: currency.to_ascii_uppercase(),
                source: Some(match kept(transaction)? {
                    Some(id) => Source::Kept(id),
                    None => Source::Card(card.ok_or("'payment' needs a 'creditCard'.")?),
                }),
                confirmed: true,
                automatic: kind == "authCaptureTransaction",
                facts: Facts { postcode, reference: invoice, ..Facts::default() },
            })))
        }
        "priorAuthCaptureTransaction" => {
            Ok(Order::Capture { payment_id: reference()?, amount, last: true })
        }
        "voidTransaction" => Ok(Order::Void { payment_id: reference()? }),
        "refundTransaction" => {
            let card = card.ok_or("A refund needs the last digits of its card.")?;
            let last4 = Some(card.last4().to_owned());
            Ok(Order::Refund { payment_id: reference()?, amount, last4, reference: None })
        }
        other => Err(format!("The sandbox has no transactionType '{other}'.")),
    }
}

/// Whether the request switches the check for duplicates off.
pub(super) fn permits_duplicates(transaction: &Fields) -> bool {
    let settings = object(transaction, "transactionSettings").ok().flatten().unwrap_or_default();
    let window = |node: &Node| {
        let Node::Object(setting) = node else { return false };
        let is = |name: &str, wanted: &str| matches!(field(setting, name), Some(Node::Text(text)) if text == wanted);
        is("settingName", "duplicateWindow") && is("settingValue", "0")
    };
    settings.iter().any(|(_, node)| match node {
        Node::Array(nodes) => nodes.iter().any(window),
        node => window(node),
    })
}

/// The number of the payment profile that is paid with.
fn kept(transaction: &Fields) -> Result<Option<String>, String> {
    let Some(profile) = object(transaction, "profile")? else { return Ok(None) };
    in_order("profile", profile, PROFILE_FIELDS)?;
    let payment =
        object(profile, "paymentProfile")?.ok_or("'profile' needs a 'paymentProfile'.")?;
    in_order("paymentProfile", payment, &["paymentProfileId", "cardCode"])?;
    text(payment, "paymentProfileId", usize::MAX)
}

/// The card in a request, or in a payment profile.
pub(super) fn card(transaction: &Fields) -> Result<Option<Card>, String> {
    let Some(payment) = object(transaction, "payment")? else { return Ok(None) };
    let Some(card) = object(payment, "creditCard")? else {
        return Err("The sandbox takes a 'creditCard', and no other payment.".to_owned());
    };
    in_order("creditCard", card, CARD_FIELDS)?;
    let number = text(card, "cardNumber", 16)?.ok_or("'creditCard' needs a 'cardNumber'.")?;
    let expiry = text(card, "expirationDate", 7)?.ok_or("'creditCard' needs 'expirationDate'.")?;
    let (year, month) = month(&expiry).unwrap_or_default();
    Ok(Some(Card::new(&number, month, year)))
}

/// `2030-12`, or one of the other forms that the service takes: `1230`, `12/30`, `12/2030`.
fn month(text: &str) -> Option<(u16, u8)> {
    let (year, month) = match text.split_once('-') {
        Some((first, second)) if first.len() == 4 => (first, second),
        Some((first, second)) => (second, first),
        None => match text.split_once('/') {
            Some((month, year)) => (year, month),
            None => {
                let (month, year) = text.split_at_checked(2)?;
                (year, month)
            }
        },
    };
    Some((year.parse().ok()?, month.parse().ok()?))
}

fn object<'a>(fields: &'a Fields, name: &str) -> Result<Option<&'a Fields>, String> {
    match field(fields, name) {
        None => Ok(None),
        Some(Node::Object(fields)) => Ok(Some(fields)),
        Some(_) => Err(format!("'{name}' has to be an object.")),
    }
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn a_month_has_four_forms() {
        for text in ["2030-12", "1230", "12/30", "12/2030", "12-30"] {
            assert!(matches!(month(text), Some((2030 | 30, 12))), "{text}");
        }
        assert_eq!(month("XXXX"), None);
        assert_eq!(month(""), None);
    }
}
