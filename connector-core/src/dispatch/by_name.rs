//! A flow whose type is not known either: JSON goes in, a report comes out. For command lines,
//! replays and other languages.

use std::fmt;

use bytes::Bytes;

use super::{FlowHandler, TokenSource};
use crate::credentials::Moment;
use crate::data::ResponseData as _;
use crate::flow::Flow;
use crate::report::Report;
use crate::request::{BuildError, DataSecrets};
use crate::response::Outcome;
use crate::router_data::{DataError, RouterData};
use crate::secret::Secret;

/// A flow found by its name.
pub struct FlowByName<'a>(Box<dyn Untyped + 'a>);

/// What an HTTP response told.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct HandledResponse {
    /// The outcome, flat and for everybody.
    pub report: Report,
    /// The response data in their JSON form, with their secrets masked. `None` where the outcome has none: it is
    /// neither a status nor a mismatch.
    pub response_data: Option<String>,
    /// The same with the secrets: what [`ResponseData::from_json`](crate::ResponseData::from_json) reads again.
    pub with_secrets: Option<Secret>,
}

/// Why a flow found by its name could not build a request.
#[derive(Debug, thiserror::Error)]
pub enum FlowByNameError {
    /// The JSON is not the data of the flow.
    #[error(transparent)]
    Data(#[from] DataError),
    /// The data does not make a request.
    #[error(transparent)]
    Build(#[from] BuildError),
}

impl<'a> FlowByName<'a> {
    /// A flow that was found by its type: one of an application's own, whose name the application knows.
    #[must_use]
    pub fn new<F: Flow>(handler: &'a dyn FlowHandler<F>) -> Self {
        Self(Box::new(handler))
    }

    /// Builds the HTTP request from the JSON form of `RouterData`, where it needs neither the time nor
    /// an access token.
    ///
    /// # Errors
    /// [`FlowByNameError`] that names the field which is wrong.
    pub fn build_request(&self, data: &[u8]) -> Result<http::Request<Bytes>, FlowByNameError> {
        self.build_request_at(data, &Moment::UNKNOWN)
    }

    /// Builds the HTTP request from the JSON form of `RouterData`, at this moment.
    ///
    /// # Errors
    /// [`FlowByNameError`] that names the field which is wrong.
    pub fn build_request_at(
        &self,
        data: &[u8],
        moment: &Moment,
    ) -> Result<http::Request<Bytes>, FlowByNameError> {
        self.0.build_request(data, moment)
    }

    /// What fetches the access token that the request carries; `None` where it carries none.
    #[must_use]
    pub fn token_source(&self) -> Option<TokenSource<'_>> {
        self.0.token_source()
    }

    /// The secrets of the data, to mask them in what is shown of a request.
    ///
    /// # Errors
    /// [`DataError`] where the JSON is not the data of the flow.
    pub fn secrets(&self, data: &[u8]) -> Result<DataSecrets, DataError> {
        self.0.secrets(data)
    }

    /// Reads the HTTP response to the request of the same data.
    ///
    /// # Errors
    /// [`DataError`] where the JSON is not the data of the flow.
    pub fn handle_response(
        &self,
        data: &[u8],
        response: http::Response<Bytes>,
    ) -> Result<Report, DataError> {
        self.0.handle_response(data, response)
    }

    /// The same, with the response data beside the report.
    ///
    /// # Errors
    /// [`DataError`] where the JSON is not the data of the flow.
    pub fn handle_response_whole(
        &self,
        data: &[u8],
        response: http::Response<Bytes>,
    ) -> Result<HandledResponse, DataError> {
        self.0.handle_response_whole(data, response)
    }
}

impl fmt::Debug for FlowByName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FlowByName").field(&self.0.name()).finish()
    }
}

trait Untyped {
    fn name(&self) -> &'static str;
    fn token_source(&self) -> Option<TokenSource<'_>>;
    fn build_request(
        &self,
        data: &[u8],
        moment: &Moment,
    ) -> Result<http::Request<Bytes>, FlowByNameError>;
    fn secrets(&self, data: &[u8]) -> Result<DataSecrets, DataError>;
    fn handle_response(
        &self,
        data: &[u8],
        response: http::Response<Bytes>,
    ) -> Result<Report, DataError>;
    fn handle_response_whole(
        &self,
        data: &[u8],
        response: http::Response<Bytes>,
    ) -> Result<HandledResponse, DataError>;
}

impl<F: Flow> Untyped for &dyn FlowHandler<F> {
    fn name(&self) -> &'static str {
        F::NAME
    }

    fn token_source(&self) -> Option<TokenSource<'_>> {
        (**self).token_source()
    }

    fn build_request(
        &self,
        data: &[u8],
        moment: &Moment,
    ) -> Result<http::Request<Bytes>, FlowByNameError> {
        Ok((**self).build_request_at(&RouterData::from_json(data)?, moment)?)
    }

    fn secrets(&self, data: &[u8]) -> Result<DataSecrets, DataError> {
        RouterData::<F>::from_json(data)?.secrets().map_err(DataError::Trailing)
    }

    fn handle_response(
        &self,
        data: &[u8],
        response: http::Response<Bytes>,
    ) -> Result<Report, DataError> {
        Ok(Report::from(&outcome(*self, data, response)?))
    }

    fn handle_response_whole(
        &self,
        data: &[u8],
        response: http::Response<Bytes>,
    ) -> Result<HandledResponse, DataError> {
        let outcome = outcome(*self, data, response)?;
        let told = match &outcome {
            Outcome::Status(told) => Some(told),
            Outcome::Mismatch(mismatch) => Some(&mismatch.response),
            _ => None,
        };
        Ok(HandledResponse {
            report: Report::from(&outcome),
            response_data: told.and_then(|told| told.to_json().ok()),
            with_secrets: told.and_then(|told| told.to_json_with_secrets().ok()).map(Secret::new),
        })
    }
}

fn outcome<F: Flow>(
    handler: &dyn FlowHandler<F>,
    data: &[u8],
    response: http::Response<Bytes>,
) -> Result<Outcome<F>, DataError> {
    Ok(handler.handle_response(&RouterData::from_json(data)?, response))
}
