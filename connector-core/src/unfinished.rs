//! Stands in for what a derive could not make, so that only the mistake itself is reported. It has
//! no values, and code that names it never compiles: the mistake's error is beside it.

use bytes::Bytes;
use http::StatusCode;
use serde::{Deserialize, de};

use crate::credentials::{Auth, CredentialField, CredentialFields, CredentialsError, Occasion};
use crate::data::ResponseData;
use crate::flow::Flow;
use crate::request::{BuildError, Encoder, FlowRequest};
use crate::response::{
    ErrorClass, ErrorResponse, Fault, FaultKind, FlowResponse, Integrity, Outcome, ProcessorError,
    ReadError, ResponseBody,
};
use crate::router_data::RouterData;
use crate::status::{StatusMapping, StatusReport};

/// No request, no response, no credentials.
#[derive(Debug)]
pub enum Unfinished {}

/// A status that nobody tells.
///
/// # Errors
/// Always.
pub fn unfinished_status<F: Flow>()
-> Result<StatusReport<<F::Response as ResponseData>::Status>, Fault> {
    Err(Fault::new(FaultKind::Unreadable, ""))
}

/// An outcome that nobody reads.
pub fn unfinished_outcome<F: Flow>() -> Outcome<F> {
    Outcome::of_fault(Fault::new(FaultKind::Unreadable, ""))
}

impl FlowRequest for Unfinished {
    fn encode(&self, _encoder: &mut Encoder) {
        match *self {}
    }
}

impl<F: Flow> FlowResponse<F> for Unfinished {
    const STATUSES: &'static [StatusMapping] = &[];
    const INTEGRITY: Integrity = Integrity::UNSAID;

    fn read(_body: ResponseBody<'_>) -> Result<Self, ReadError> {
        Err(ReadError::Empty)
    }

    fn into_outcome(self, _data: &RouterData<F>) -> Outcome<F> {
        match self {}
    }
}

impl<'de> Deserialize<'de> for Unfinished {
    fn deserialize<D: de::Deserializer<'de>>(_deserializer: D) -> Result<Self, D::Error> {
        Err(de::Error::custom("unfinished"))
    }
}

impl ErrorResponse for Unfinished {
    fn class(&self, _status: StatusCode) -> ErrorClass {
        match *self {}
    }

    fn into_error(self) -> ProcessorError {
        match self {}
    }
}

impl Auth for Unfinished {
    const SCHEME: &'static str = "";
    const FIELDS: &'static [CredentialField] = &[];

    fn from_fields(_fields: &mut CredentialFields) -> Result<Self, CredentialsError> {
        Err(CredentialsError::Missing(""))
    }

    fn authorize(
        &self,
        _request: &mut http::Request<Bytes>,
        _occasion: &Occasion<'_>,
    ) -> Result<(), BuildError> {
        match *self {}
    }
}
