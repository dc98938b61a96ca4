//! Every flow of every connector, with data that it takes: what the fuzz targets choose from.

use std::rc::Rc;

use bytes::Bytes;
use connector_core::{AnyConnection, FlowByName, FlowByNameError};
use serde_json::Value;

use crate::inputs;
use crate::merchant::{connect, made_up_credentials, moment};

/// A flow of a connector, ready to be asked.
#[derive(Debug)]
pub struct Asked {
    /// Whose flow it is, and which.
    pub name: (&'static str, &'static str),
    /// Data of the flow, as JSON: what the answer is held against.
    pub data: String,
    connection: Rc<dyn AnyConnection>,
}

impl Asked {
    /// Every flow of every connector, in the order of their names.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for connector in connectors::all() {
            let credentials = made_up_credentials(connector.name(), str::to_owned);
            let connection: Rc<dyn AnyConnection> = connect(connector.name(), credentials).into();
            for flow in connector.describe().flows {
                let data = inputs::barest(&*connection, flow.name);
                let data = data.unwrap_or_else(|| panic!("{} {}", connector.name(), flow.name));
                let asked = Self {
                    name: (connector.name(), flow.name),
                    data,
                    connection: connection.clone(),
                };
                let nameless = asked.without_id();
                all.push(asked);
                all.extend(nameless);
            }
        }
        assert!(all.len() >= 20, "only {} flows", all.len());
        all
    }

    /// The same question about a payment whose id nobody knows, where the flow can be asked so: it may go to
    /// another address.
    fn without_id(&self) -> Option<Self> {
        if self.name.1 != "PSync" {
            return None;
        }
        let mut data: Value = serde_json::from_str(&self.data).expect("JSON");
        data["request"].as_object_mut()?.remove("connector_transaction_id")?;
        data["resource_common_data"]["connector_request_reference_id"] = "order-1001".into();
        data["resource_common_data"]["connector_order_id"] = "order_1001".into();
        let asked = Self { data: data.to_string(), connection: self.connection.clone(), ..*self };
        asked.build(asked.data.as_bytes()).ok().map(|_| asked)
    }

    /// The flow by its name.
    #[must_use]
    pub fn flow(&self) -> FlowByName<'_> {
        self.connection.flow_by_name(self.name.1).expect("the flow is there")
    }

    /// The request for these data, at a moment that has a token.
    ///
    /// # Errors
    /// Where the data are not of the flow, or make no request.
    pub fn build(&self, data: &[u8]) -> Result<http::Request<Bytes>, FlowByNameError> {
        self.flow().build_request_at(data, &moment())
    }
}

/// The first two bytes, as a choice among so many, and the rest: there may be more flows than a byte counts.
#[must_use]
pub fn chosen_of_many(bytes: &[u8], among: usize) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first_chunk::<2>()?;
    Some((usize::from(u16::from_be_bytes(*first)).checked_rem(among)?, rest))
}

/// The first byte, as a choice among so many, and the rest.
#[must_use]
pub fn chosen(bytes: &[u8], among: usize) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    Some((usize::from(*first).checked_rem(among)?, rest))
}

/// The statuses that an answer is tried with.
pub const STATUSES: &[u16] =
    &[200, 201, 202, 204, 302, 400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503];

/// The forms that an answer is tried in.
pub const CONTENT_TYPES: &[&str] = &[
    "application/json",
    "application/json; charset=utf-8",
    "application/hal+json",
    "text/html",
    "text/xml",
    "application/x-www-form-urlencoded",
    "",
];
