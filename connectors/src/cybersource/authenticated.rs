//! What an authentication that was carried out elsewhere found out: the order says it.
//! <https://developer.cybersource.com/docs/cybs/en-us/api-fields/reference/all/so/api-fields/payer-auth-enroll-reply-commerce-ind.html>
//! and, of Mastercard's indicators,
//! <https://developer.cybersource.com/docs/cybs/en-us/credentials/developer/barclays/rest/credentials/credentials-ref-info-intro.html>
//! (both read 2026-11-26)

use connector_core::{
    AuthenticationData, CardNetwork, Exposed, FromSource, PaymentMethodData, PaymentsAuthorizeData,
    TransactionStatus, Unfit, at_most,
};
use serde::Serialize;

/// `consumerAuthenticationInformation`.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
pub(super) struct Authenticated<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    cavv: Option<Exposed<'a>>,
    /// Mastercard's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    ucaf_authentication_data: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ucaf_collection_indicator: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eci_raw: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pares_status: Option<TransactionStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    directory_server_transaction_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pa_specification_version: Option<&'a str>, // the first digit of it
}

impl Authenticated<'_> {
    /// Nobody was authenticated before.
    pub(super) const fn is_nothing(&self) -> bool {
        self.eci_raw.is_none()
    }
}

impl<'a> FromSource<'a, PaymentsAuthorizeData> for Authenticated<'a> {
    fn from_source(asked: &'a PaymentsAuthorizeData) -> Result<Self, Unfit> {
        let Some(found) = &asked.authentication_data else { return Ok(Self::default()) };
        let cryptogram = at_most(40, "cavv", found.cavv.as_ref().map(Exposed::from))?;
        let is_ucaf =
            matches!(network(asked), Some(CardNetwork::Mastercard | CardNetwork::Maestro));
        let (ucaf, cavv) = if is_ucaf { (cryptogram, None) } else { (None, cryptogram) };
        Ok(Self {
            cavv,
            ucaf_authentication_data: ucaf,
            ucaf_collection_indicator: found.eci.strip_prefix('0').filter(|_| is_ucaf),
            eci_raw: Some(&found.eci),
            pares_status: found.transaction_status,
            directory_server_transaction_id: at_most(
                36,
                "directoryServerTransactionId",
                found.ds_transaction_id.as_deref(),
            )?,
            pa_specification_version: found.version.as_deref().and_then(|version| version.get(..1)),
        })
    }
}

fn network(asked: &PaymentsAuthorizeData) -> Option<CardNetwork> {
    match &asked.payment_method_data {
        PaymentMethodData::Card(card) => card.network,
        _ => None,
    }
}

/// The indicator of the network's own programme, which says how far the authentication came.
pub(super) fn commerce_indicator(asked: &PaymentsAuthorizeData) -> Result<&'static str, Unfit> {
    use CardNetwork::{
        AmericanExpress, DinersClub, Discover, Elo, Jcb, Maestro, Mastercard, UnionPay, Visa,
    };
    let Some(AuthenticationData { eci, .. }) = &asked.authentication_data else {
        return Ok("internet");
    };
    let no_network = "has an authentication, and the card's network, of which Cybersource has a word for it, is not given";
    let network = network(asked).ok_or(Unfit::Refused(no_network))?;
    Ok(match (network, &**eci) {
        (_, "00") => "internet",
        (Mastercard | Maestro, "01" | "02" | "06" | "07") => "spa",
        (_, "07") => "internet",
        (Visa, "05") => "vbv",
        (Visa, "06") => "vbv_attempted",
        (AmericanExpress, "05") => "aesk",
        (AmericanExpress, "06") => "aesk_attempted",
        (Discover, "05") => "dipb",
        (Discover, "06") => "dipb_attempted",
        (DinersClub, "05") => "pb",
        (DinersClub, "06") => "pb_attempted",
        (Elo, "05") => "cs",
        (Elo, "06") => "cs_attempted",
        (Jcb, "05") => "js",
        (Jcb, "06") => "js_attempted",
        (UnionPay, "05") => "up3ds",
        (UnionPay, "06") => "up3ds_attempted",
        _ => {
            return Err(Unfit::Refused(
                "has an authentication with an `eci` for which Cybersource has no word of this network",
            ));
        }
    })
}
