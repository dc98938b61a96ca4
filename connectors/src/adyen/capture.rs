//! Who takes the money, and when, and whether less of it will do.

use connector_core::{CaptureMethod, FromSource, PaymentsAuthorizeData, Unfit};
use serde::Serialize;

/// Said in any case, so that no account's setting decides.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CaptureNow {
    #[serde(skip_serializing_if = "Option::is_none")]
    capture_delay_hours: Option<u32>,
    #[serde(skip_serializing_if = "AdditionalData::is_nothing")]
    additional_data: AdditionalData,
}

/// `AdditionalDataCommon`, whose values are texts.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct AdditionalData {
    #[serde(skip_serializing_if = "Option::is_none")]
    manual_capture: Option<&'static str>,
    /// It has to be enabled for the account, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_partial_auth: Option<&'static str>,
}

impl AdditionalData {
    const fn is_nothing(&self) -> bool {
        self.manual_capture.is_none() && self.allow_partial_auth.is_none()
    }
}

impl FromSource<'_, CaptureMethod> for CaptureNow {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Scheduled => {
                Err(Unfit::Refused("needs a time, which this connector is not told"))
            }
            method if method.is_automatic() => {
                let additional_data = AdditionalData::default();
                Ok(Self { capture_delay_hours: Some(0), additional_data })
            }
            _ => {
                let manual_capture = Some("true");
                let additional_data = AdditionalData { manual_capture, allow_partial_auth: None };
                Ok(Self { capture_delay_hours: None, additional_data })
            }
        }
    }
}

impl FromSource<'_, PaymentsAuthorizeData> for CaptureNow {
    fn from_source(asked: &PaymentsAuthorizeData) -> Result<Self, Unfit> {
        let mut capture = Self::from_source(&asked.capture_method)?;
        let will_do = asked.enable_partial_authorization;
        capture.additional_data.allow_partial_auth =
            will_do.map(|will_do| if will_do { "true" } else { "false" });
        Ok(capture)
    }
}
