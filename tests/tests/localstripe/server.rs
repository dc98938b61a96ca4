//! The server's process, which never outlives the test.

use std::io;
use std::net::{Ipv6Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::api::Api;

/// A running server. It is killed when it is dropped, so also when the test panics.
#[derive(Debug)]
pub(crate) struct Server {
    process: Child,
    port: u16,
}

impl Server {
    /// # Errors
    /// Why it cannot run on this machine.
    pub(crate) fn start(python: &Path) -> Result<Self, String> {
        let port = free_port().map_err(|error| format!("it listens on IPv6: {error}"))?;
        let process = Command::new(python)
            // What earlier runs left behind is none of this one's business.
            .args(["-m", "localstripe", "--from-scratch", "--port", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{}: {error}", python.display()))?;
        Ok(Self { process, port })
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Waits until it answers.
    pub(crate) async fn answers(&self, api: &Api) {
        let started = Instant::now();
        while api.try_post("/v1/customers", &[]).await.is_err() {
            assert!(started.elapsed() < Duration::from_secs(30), "the server does not answer");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only where it has ended by itself.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// A port that is free on both protocols, for the server takes both. Somebody else may take it in
/// between; then the server does not answer, and the test fails.
fn free_port() -> io::Result<u16> {
    let any = SocketAddr::from((Ipv6Addr::UNSPECIFIED, 0));
    Ok(TcpListener::bind(any)?.local_addr()?.port())
}
