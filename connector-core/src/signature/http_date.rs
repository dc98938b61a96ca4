//! Dates as HTTP writes them.

use std::time::SystemTime;

use http::HeaderValue;

use crate::request::BuildError;

/// The value of a `Date` (RFC 9110, section 5.6.7).
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use connector_core::signature::http_date;
/// let time = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
/// assert_eq!(http_date(time)?, "Sun, 06 Nov 1994 08:49:37 GMT");
/// # Ok::<(), connector_core::BuildError>(())
/// ```
///
/// # Errors
/// [`BuildError::Unsaid`] for a time before 1970 or behind 9999, which is no time of a request.
pub fn http_date(time: SystemTime) -> Result<HeaderValue, BuildError> {
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).map(|since| since.as_secs());
    let until = 253_402_300_800; // the year 10000
    if !seconds.is_ok_and(|seconds| seconds < until) {
        return Err(BuildError::Unsaid { what: "the time" });
    }
    let text = httpdate::fmt_http_date(time);
    HeaderValue::from_str(&text).map_err(|_| BuildError::Header { name: "date" })
}
