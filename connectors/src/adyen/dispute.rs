//! Disputes. <https://docs.adyen.com/api-explorer/Disputes/30/overview>

use connector_core::prelude::*;
use connector_core::EvidenceDocument;
use http::StatusCode;
use serde::{Deserializer, Serialize};

use super::Adyen;

/// Accept a dispute. <https://docs.adyen.com/api-explorer/Disputes/30/post/acceptDispute>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = Accept,
    http_method = Post,
    url = "/acceptDispute",
    base_url = disputes,
    no_idempotency = "Adyen takes no key here: a dispute is accepted once, and closed by it",
    response = Answer,
)]
#[serde(rename_all = "camelCase")]
struct AcceptRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_psp_reference: &'a DisputeId,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account_code: &'a MerchantAccount,
}

/// Defend a dispute, on one of the grounds that Adyen has for it.
/// <https://docs.adyen.com/api-explorer/Disputes/30/post/defendDispute>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = DefendDispute,
    http_method = Post,
    url = "/defendDispute",
    base_url = disputes,
    response = Answer,
)]
#[serde(rename_all = "camelCase")]
struct DefendDisputeRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_psp_reference: &'a DisputeId,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account_code: &'a MerchantAccount,
    #[connector_flow(from = request.defense_reason_code)]
    defense_reason_code: &'a str,
}

/// Supply a defense document: files, and no texts, for which there is no place. The dispute is defended by
/// an order of its own.
/// <https://docs.adyen.com/api-explorer/Disputes/30/post/supplyDefenseDocument>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = SubmitEvidence,
    http_method = Post,
    url = "/supplyDefenseDocument",
    base_url = disputes,
    response = Answer,
)]
#[serde(rename_all = "camelCase")]
struct SubmitEvidenceRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_psp_reference: &'a DisputeId,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account_code: &'a MerchantAccount,
    #[connector_flow(from = request.documents)]
    defense_documents: Documents<'a>,
    #[connector_flow(from = request.shipping_tracking_number)]
    shipping_tracking_number: Option<NotTaken>,
    #[connector_flow(from = request.access_activity_log)]
    access_activity_log: Option<NotTaken>,
    #[connector_flow(from = request.cancellation_policy)]
    cancellation_policy: Option<NotTaken>,
    #[connector_flow(from = request.refund_policy)]
    refund_policy: Option<NotTaken>,
    #[connector_flow(from = request.product_description)]
    product_description: Option<NotTaken>,
    #[connector_flow(from = request.uncategorized_text)]
    uncategorized_text: Option<NotTaken>,
    #[connector_flow(from = request.customer_name)]
    customer_name: Option<NotTaken>,
    #[connector_flow(from = request.customer_email)]
    customer_email: Option<NotTaken>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Documents<'a>(Vec<Document<'a>>);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    content: Exposed<'a>,
    content_type: &'a str,
    defense_document_type_code: &'a str,
}

impl<'a> From<&'a EvidenceDocument> for Document<'a> {
    fn from(document: &'a EvidenceDocument) -> Self {
        Self {
            content: (&document.content).into(),
            content_type: &document.content_type,
            defense_document_type_code: &document.document_type,
        }
    }
}

impl<'a> FromSource<'a, Option<Vec<EvidenceDocument>>> for Documents<'a> {
    fn from_source(documents: &'a Option<Vec<EvidenceDocument>>) -> Result<Self, Unfit> {
        match documents.as_deref() {
            None => Err(Unfit::Absent),
            Some([]) => Err(Unfit::Refused("are none, and Adyen wants some")),
            Some(documents) => Ok(Self(documents.iter().map(Document::from).collect())),
        }
    }
}

/// `disputeServiceResult`: it comes with HTTP 200 where the order was not taken, too.
#[derive(FlowResponse)]
#[flow_response(Accept, DefendDispute, SubmitEvidence)]
enum Answer {
    #[flow_response(error)]
    Refused(Refused),
    Taken(Taken),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Refused {
    dispute_service_result: RefusedResult,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RefusedResult {
    #[serde(rename = "success")]
    _success: No,
    error_message: Option<Box<str>>,
}

/// `false`.
#[derive(Deserialize)]
#[serde(try_from = "bool")]
struct No;

impl TryFrom<bool> for No {
    type Error = &'static str;

    fn try_from(success: bool) -> Result<Self, Self::Error> {
        if success { Err("the order was taken") } else { Ok(Self) }
    }
}

impl ErrorResponse for Refused {
    fn class(&self, _: StatusCode) -> ErrorClass {
        ErrorClass::Refused
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(None, self.dispute_service_result.error_message.as_deref())
    }
}

/// An order that was taken. The answer repeats nothing of it.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Accept, DefendDispute, SubmitEvidence)]
#[flow_response(no_id = "the answer says that the order was taken, and not of which dispute")]
struct Taken {
    #[flow_response(status)]
    #[serde(rename = "disputeServiceResult", deserialize_with = "success")]
    success: Wire<Success>,
}

/// Whether the order was taken; `false` is read as [`Refused`].
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "lowercase", unknown = Opened)]
#[wire_status(no_success = "how a dispute ends is told by a webhook")]
#[wire_status(no_failure = "how a dispute ends is told by a webhook")]
enum Success {
    #[wire_status(Opened)] // evidence is there, and nobody has defended with it yet
    #[wire_status(flow(Accept = Accepted, DefendDispute = Challenged))]
    True,
}

fn success<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Wire<Success>, D::Error> {
    #[derive(Deserialize)]
    struct DisputeServiceResult {
        success: Wire<Success>,
    }
    Ok(DisputeServiceResult::deserialize(deserializer)?.success)
}
