//! How a payment is to be carried out: `processingInformation`.

use connector_core::{
    CaptureMethod, FromSource, MandateReference, PaymentsAuthorizeData, RepeatPaymentData,
    SetupMandateRequestData, Unfit,
};
use serde::Serialize;

use super::authenticated::commerce_indicator;

/// Of a first payment, of a card that is kept, and of a payment with it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Processing<'a> {
    capture: bool,
    commerce_indicator: &'static str,
    #[serde(flatten)]
    keep: Option<KeepIt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorization_options: Option<AuthorizationOptions<'a>>,
}

/// The card becomes a payment instrument, which later payments name.
/// <https://developer.cybersource.com/docs/cybs/en-us/payments/developer/ctv/rest/payments/credentials-processsing-intro/credentials-cit-intro/credentials-cit-initial-tms-intro.html>
/// (read 2026-11-26)
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct KeepIt {
    action_list: [&'static str; 1],
    action_token_types: [&'static str; 1],
}

const KEEP_IT: KeepIt =
    KeepIt { action_list: ["TOKEN_CREATE"], action_token_types: ["paymentInstrument"] };

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AuthorizationOptions<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    initiator: Option<Initiator<'a>>,
    /// Where it is not said, the account's setting decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    partial_auth_indicator: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Initiator<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credential_stored_on_file: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stored_credential_used: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant_initiated_transaction: Option<Earlier<'a>>,
}

/// What the customer agreed to, as the card's network names it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Earlier<'a> {
    previous_transaction_id: &'a str,
}

const KEPT: Initiator<'static> = Initiator {
    r#type: Some("customer"),
    credential_stored_on_file: Some(true),
    stored_credential_used: None,
    merchant_initiated_transaction: None,
};

impl<'a> From<Initiator<'a>> for AuthorizationOptions<'a> {
    fn from(initiator: Initiator<'a>) -> Self {
        Self { initiator: Some(initiator), partial_auth_indicator: None }
    }
}

impl FromSource<'_, PaymentsAuthorizeData> for Processing<'_> {
    fn from_source(asked: &PaymentsAuthorizeData) -> Result<Self, Unfit> {
        let kept = asked.setup_future_usage.is_some();
        let part = asked.enable_partial_authorization;
        Ok(Self {
            capture: is_captured_at_once(asked.capture_method)?,
            commerce_indicator: commerce_indicator(asked)?,
            keep: kept.then_some(KEEP_IT),
            authorization_options: (kept || part.is_some()).then(|| AuthorizationOptions {
                initiator: kept.then_some(KEPT),
                partial_auth_indicator: part,
            }),
        })
    }
}

impl FromSource<'_, SetupMandateRequestData> for Processing<'_> {
    fn from_source(_: &SetupMandateRequestData) -> Result<Self, Unfit> {
        Ok(Self {
            capture: false,
            commerce_indicator: "internet",
            keep: Some(KEEP_IT),
            authorization_options: Some(KEPT.into()),
        })
    }
}

/// Nobody is there, unless it is said that the customer is.
impl<'a> FromSource<'a, RepeatPaymentData> for Processing<'a> {
    fn from_source(asked: &'a RepeatPaymentData) -> Result<Self, Unfit> {
        let earlier = match &asked.mandate_reference {
            MandateReference::NetworkTransactionId(id) if id.as_str().len() > 15 => {
                return Err(Unfit::Refused("names a transaction of more than 15 characters"));
            }
            MandateReference::NetworkTransactionId(id) => {
                Some(Earlier { previous_transaction_id: id.as_str() })
            }
            MandateReference::ConnectorMandateId(_) => None,
        };
        let present = asked.off_session == Some(false);
        let initiator = Initiator {
            r#type: Some(if present { "customer" } else { "merchant" }),
            credential_stored_on_file: None,
            stored_credential_used: Some(true),
            merchant_initiated_transaction: earlier,
        };
        Ok(Self {
            capture: is_captured_at_once(asked.capture_method)?,
            commerce_indicator: "internet",
            keep: None,
            authorization_options: Some(initiator.into()),
        })
    }
}

fn is_captured_at_once(method: CaptureMethod) -> Result<bool, Unfit> {
    match method {
        CaptureMethod::Scheduled => Err(Unfit::Refused("is captured by a method that needs a date")),
        CaptureMethod::ManualMultiple => {
            Err(Unfit::Refused("needs the captures' numbers, and nobody counts them here"))
        }
        method => Ok(method.is_automatic()),
    }
}
