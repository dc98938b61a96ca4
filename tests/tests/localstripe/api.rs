//! As much of Stripe's API as it takes to make something that can be synced.

use bytes::Bytes;
use connector_client::{HttpClient, TransportError};
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{Request, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use tower::ServiceExt as _;

/// Stripe's API, at a place of its own.
#[derive(Debug)]
pub(crate) struct Api {
    pub(crate) http: HttpClient,
    pub(crate) base_url: String,
    pub(crate) key: &'static str,
}

/// Stripe's test cards and test accounts, by what becomes of them.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Method {
    Good,
    /// Taken at first and declined when it is charged; of the cards that decline at once, this server
    /// makes good ones unless a customer has them.
    Declined,
    Authenticated,
    /// A bank account; half a second later the bank says no.
    DeclinedLater,
}

impl Method {
    fn fields(self) -> Vec<(&'static str, &'static str)> {
        let card = |number| {
            vec![
                ("type", "card"),
                ("card[number]", number),
                ("card[exp_month]", "11"),
                ("card[exp_year]", "2039"),
                ("card[cvc]", "123"),
            ]
        };
        let account = |iban| vec![("type", "sepa_debit"), ("sepa_debit[iban]", iban)];
        match self {
            Self::Good => card("4242424242424242"),
            Self::Declined => card("4000000000000341"),
            Self::Authenticated => card("4000002500003155"),
            Self::DeclinedLater => account("DE62370400440532013001"),
        }
    }
}

impl Api {
    /// Creates a payment of ten dollars by this method, and returns its id.
    pub(crate) async fn payment(&self, method: Method, fields: &[(&str, &str)]) -> String {
        let (status, method) = self.post("/v1/payment_methods", &method.fields()).await;
        assert_eq!(status, StatusCode::OK, "{method}");
        let method = method["id"].as_str().unwrap();
        let mut all = vec![("amount", "1000"), ("currency", "usd"), ("payment_method", method)];
        all.extend_from_slice(fields);
        let (status, payment) = self.post("/v1/payment_intents", &all).await;
        assert_eq!(status, StatusCode::OK, "{payment}");
        payment["id"].as_str().unwrap().to_owned()
    }

    /// Posts a form.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> (StatusCode, Value) {
        self.try_post(path, fields).await.unwrap()
    }

    /// Posts a form to a server that may not be there yet.
    pub(crate) async fn try_post(
        &self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<(StatusCode, Value), TransportError> {
        let encoded = |text| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        let request = Request::post(format!("{}{path}", self.base_url))
            .header(AUTHORIZATION, format!("Bearer {}", self.key))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Bytes::from(pairs.join("&")))
            .unwrap();
        let response = self.http.clone().oneshot(request).await?;
        let body = serde_json::from_slice(response.body()).unwrap_or(Value::Null);
        Ok((response.status(), body))
    }
}
