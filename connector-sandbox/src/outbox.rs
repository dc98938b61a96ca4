//! Sends webhooks, in the order in which things happened, and once: whoever does not listen misses them.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::client::conn::http1;
use hyper::{Request, Uri};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::processor::Processor;
use crate::webhook::SignedWebhook;

/// How long a receiver may take. Processors give it some seconds, too.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where webhooks are sent: below this path, each to the name of its processor.
#[derive(Debug)]
struct Receiver {
    address: SocketAddr,
    path: String,
}

/// What is to be sent, and whose it is.
pub(crate) type Sent = (Processor, SignedWebhook);

/// Sends what comes out of the channel, until nobody can put anything into it. Needs a Tokio runtime.
pub(crate) fn to(url: &str) -> io::Result<UnboundedSender<Sent>> {
    let receiver = Receiver::at(url)?;
    let (sender, mut sent) = unbounded_channel::<Sent>();
    tokio::spawn(async move {
        while let Some((processor, webhook)) = sent.recv().await {
            // Nobody is there who could be told that it did not arrive.
            drop(tokio::time::timeout(PATIENCE, receiver.send(processor, webhook)).await);
        }
    });
    Ok(sender)
}

impl Receiver {
    fn at(url: &str) -> io::Result<Self> {
        let problem = |problem: &str| {
            let problem = format!("`{url}` {problem}: write http://127.0.0.1:PORT/path");
            io::Error::new(io::ErrorKind::InvalidInput, problem)
        };
        let uri: Uri = url.parse().map_err(|_| problem("is no URL"))?;
        if uri.scheme_str() != Some("http") {
            return Err(problem("is not http"));
        }
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
        let ip = match host {
            "localhost" => Some(IpAddr::from(Ipv4Addr::LOCALHOST)),
            other => other.parse().ok().filter(IpAddr::is_loopback),
        };
        let ip = ip
            .ok_or_else(|| problem("is not on loopback, beyond which the sandbox sends nothing"))?;
        let address = SocketAddr::new(ip, uri.port_u16().unwrap_or(80));
        Ok(Self { address, path: uri.path().trim_end_matches('/').to_owned() })
    }

    async fn send(&self, processor: Processor, webhook: SignedWebhook) -> io::Result<()> {
        let stream = TcpStream::connect(self.address).await?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
        tokio::spawn(connection);
        let mut request = Request::post(format!("{}/{processor}", self.path))
            .header("host", self.address.to_string())
            .header("content-type", "application/json");
        for (name, value) in webhook.headers {
            request = request.header(name, value);
        }
        let request = request.body(Full::new(Bytes::from(webhook.body)));
        let request = request.map_err(io::Error::other)?;
        sender.send_request(request).await.map_err(io::Error::other)?;
        Ok(())
    }
}
