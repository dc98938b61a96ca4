//! `base_urls(name = "…")` of a connector, and `base_url = name` of a flow.

use connector_core::prelude::*;
use connector_core::{Connection, CredentialFields};

use super::{Payment, Problem, capture, credentials, psync, void};

#[derive(Debug, Connector)]
#[connector(
    name = "several",
    base_url = "https://api.host",
    test_base_url = "https://test.host",
    base_urls(files = "https://files.host/v2", vault = "https://vault.host"),
    test_base_urls(files = "https://files.test.host"),
    auth = BearerAuth,
    error = Problem,
)]
struct Several;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "not the point"))]
#[connector_flow(connector = Several, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct Main;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Several, flow_name = Capture, http_method = Post, url = "/a", response = Payment)]
#[connector_flow(ignores(
    connector_transaction_id = "not the point",
    amount_to_capture = "left out here"
))]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(base_url = files)]
struct Files;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "not the point"))]
#[connector_flow(connector = Several, flow_name = Void, http_method = Post, url = "/a", response = Payment)]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(base_url = vault)]
struct Vault;

/// Where the three flows go.
fn places(credentials: CredentialFields) -> [String; 3] {
    let connection = Connection::<Several>::new(credentials).unwrap();
    [
        connection.build_request(&psync()).unwrap().uri().to_string(),
        connection.build_request(&capture()).unwrap().uri().to_string(),
        connection.build_request(&void()).unwrap().uri().to_string(),
    ]
}

#[test]
fn each_flow_goes_to_its_host_of_the_environment() {
    assert_eq!(
        places(credentials()),
        ["https://test.host/a", "https://files.test.host/a", "https://vault.host/a"]
    );
    assert_eq!(
        places(credentials().with("environment", Secret::new("live"))),
        ["https://api.host/a", "https://files.host/v2/a", "https://vault.host/a"]
    );
}

#[test]
fn an_own_host_leaves_nothing_at_the_processor() {
    let own = credentials().with("base_url", Secret::new("http://127.0.0.1:1/fake"));
    assert_eq!(places(own.clone()), ["http://127.0.0.1:1/fake/a"; 3]);
    let both = own.with("base_url_files", Secret::new("http://127.0.0.1:2"));
    assert_eq!(
        places(both),
        ["http://127.0.0.1:1/fake/a", "http://127.0.0.1:2/a", "http://127.0.0.1:1/fake/a"]
    );
    let one = credentials().with("base_url_files", Secret::new("http://127.0.0.1:2"));
    assert_eq!(
        places(one),
        ["https://test.host/a", "http://127.0.0.1:2/a", "https://vault.host/a"]
    );
}

#[test]
fn an_own_host_of_no_name_is_refused() {
    let wrong = credentials().with("base_url_fles", Secret::new("http://127.0.0.1:2"));
    let error = Connection::<Several>::new(wrong).unwrap_err().to_string();
    assert!(error.contains("`base_url_fles`") && error.contains("`base_url_files`"), "{error}");
    let wrong = credentials().with("base_url_files", Secret::new("http://u:p@127.0.0.1"));
    assert!(Connection::<Several>::new(wrong).is_err());
}
