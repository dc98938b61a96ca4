//! Proxies: the one that is configured, and those of the environment.

use crate::sending::{config, post, send};
use crate::server::{Server, Then};
use http::Request;
use std::env;
use std::process::Command;

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
const TARGET: &str = "CONNECTOR_CLIENT_TEST_TARGET";

#[tokio::test]
async fn a_configured_proxy_gets_everything_but_loopback() {
    let proxy = Server::start(OK, Then::ReadNext).await;
    let server = Server::start(OK, Then::ReadNext).await;
    let through = || {
        let url = format!("http://user:password@{}", proxy.address);
        config().allow_plain_http(true).proxy(url.parse().unwrap())
    };

    send(through(), post("http://api.example.com/v1/payments")).await.unwrap();
    let requests = proxy.requests();
    let [arrived] = requests.as_slice() else { panic!("{requests:?}") };
    assert!(arrived.starts_with("POST http://api.example.com/v1/payments HTTP/1.1\r\n"));
    assert!(arrived.contains("\r\nproxy-authorization: Basic dXNlcjpwYXNzd29yZA==\r\n"));

    let port = server.address.port();
    for url in [server.url("/"), format!("http://localhost.:{port}/")] {
        send(through(), Request::get(url).body("").unwrap()).await.unwrap();
    }
    assert_eq!(server.requests().len(), 2);
    assert!(server.requests().iter().all(|arrived| !arrived.contains("proxy-authorization")));
    assert_eq!(proxy.requests().len(), 1);
}

#[tokio::test]
async fn a_proxy_that_refuses_the_tunnel() {
    let refusal = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
    let proxy = Server::start(refusal, Then::ReadNext).await;
    let through = config().proxy(format!("http://{}", proxy.address).parse().unwrap());
    let error = send(through, post("https://api.example.com/v1?key=secret")).await.unwrap_err();

    assert_eq!(error.delivery(), connector_client::Delivery::NotSent, "{error:?}");
    let requests = proxy.requests();
    let [arrived] = requests.as_slice() else { panic!("{requests:?}") };
    assert!(arrived.starts_with("CONNECT api.example.com:443 "), "{arrived}");
    assert!(!arrived.contains("secret"), "{arrived}");
}

/// A process reads its environment as a whole, so the request is made by another one.
#[tokio::test]
async fn proxies_of_the_environment_are_ignored() {
    let proxy = Server::start(OK, Then::ReadNext).await;
    let server = Server::start(OK, Then::ReadNext).await;
    let mut child = Command::new(env::current_exe().unwrap());
    child.args(["--exact", "--ignored", "proxy::one_request_from_a_child_process"]);
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
    {
        child.env(name, format!("http://{}", proxy.address));
    }
    child.env_remove("NO_PROXY").env_remove("no_proxy").env(TARGET, server.url("/v1/payments"));

    let output = tokio::task::spawn_blocking(move || child.output()).await.unwrap().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(server.requests().len(), 1);
    assert_eq!(proxy.accepted(), 0);
}

#[tokio::test]
#[ignore = "run by `proxies_of_the_environment_are_ignored`, which sets its environment"]
async fn one_request_from_a_child_process() {
    let Ok(target) = env::var(TARGET) else { return };
    send(config(), post(&target)).await.unwrap();
}
