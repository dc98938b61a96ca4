//! Reads the body of a response up to a limit, whatever the server announces or sends.

use crate::{Endpoint, HttpConfig, TransportError, TransportErrorKind, classify};
use bytes::{Bytes, BytesMut};
use reqwest::Response;

/// The whole body, or an error as soon as it is known to be larger than allowed.
///
/// A body that breaks off is recognized by its announced length, its chunks, its HTTP/2 stream or its
/// TLS connection. Only plain HTTP/1 without a length has nothing to recognize it by.
pub(crate) async fn read_body(
    response: &mut Response,
    endpoint: &Endpoint,
    config: &HttpConfig,
) -> Result<Bytes, TransportError> {
    let limit = config.max_response_bytes;
    let too_large = || {
        TransportError::new(TransportErrorKind::ResponseTooLarge, endpoint.clone())
            .with_detail(format!("more than {limit} bytes"))
    };

    // The length of the body that follows, which is 0 for the answer to a HEAD, whatever it announces.
    let announced = response.content_length().map(usize::try_from);
    let expected = match announced {
        Some(Ok(length)) if length <= limit => length,
        Some(_) => return Err(too_large()),
        None => 0,
    };

    let mut body = BytesMut::with_capacity(expected);
    while let Some(chunk) = response
        .chunk()
        .await
        .map_err(|error| classify::within_body(&error, endpoint.clone(), config))?
    {
        if chunk.len() > limit.saturating_sub(body.len()) {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}
