//! URLs: templates that the derive has parsed, and values that cannot leave their place in them.

mod path;
mod query;
mod request_url;
mod template;

pub use path::{PathProblem, PathValue};
pub use query::{QueryPairs, QueryValue};
pub use request_url::RequestUrl;
pub use template::{Segment, Template};

pub(crate) use path::push_path_value;
pub(crate) use query::push_query_pair;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
