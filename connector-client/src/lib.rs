//! Carries the HTTP requests of payment connectors.
//!
//! The core builds an `http::Request<Bytes>` and reads an `http::Response<Bytes>`; it opens no
//! socket. What happens in between is a [`Transport`]: any `tower::Service` of those two types.
//! This crate has one, `HttpClient`, and the error that all of them report, [`TransportError`].
//!
//! For a payment, the question after a failure is not *what broke* but *can the request have
//! arrived*. [`TransportError::delivery`] answers it with [`Delivery::NotSent`] (safe to repeat) or
//! [`Delivery::Unknown`] (ask the processor before repeating). A status such as 429 or 500 is not a
//! transport error: it is a response, and it is the connector that knows how to read it.
//!
//! ```
//! # #[cfg(feature = "reqwest")]
//! # {
//! use bytes::Bytes;
//! use connector_client::{Delivery, HttpClient, HttpConfig};
//! use http::Request;
//! use std::time::Duration;
//! use tower::ServiceExt;
//!
//! async fn fetch() -> Result<(), Box<dyn std::error::Error>> {
//!     // Once per process; clones share the connections.
//!     let client = HttpClient::new(HttpConfig::new().total_timeout(Duration::from_secs(20)))?;
//!
//!     let request = Request::get("https://api.example.com/v1/payments/p_1").body(Bytes::new())?;
//!     match client.clone().oneshot(request).await {
//!         Ok(response) => println!("{}: {} bytes", response.status(), response.body().len()),
//!         Err(error) if error.delivery() == Delivery::NotSent => println!("try again: {error}"),
//!         Err(error) => println!("sync first: {error}"),
//!     }
//!     Ok(())
//! }
//! # }
//! ```
//!
//! # Features
//!
//! - `reqwest` (default): `HttpClient` and `HttpConfig`. Without it the crate builds no TLS and
//!   no HTTP implementation, and a transport of your own reports [`TransportError`] all the same.

mod client;
mod endpoint;
mod error;
mod error_kind;
mod execute;
mod loopback;
mod pace;
mod tokens;
mod transport;
mod watch;
mod webhook;

#[cfg(feature = "reqwest")]
mod classify;
#[cfg(feature = "reqwest")]
mod config;
#[cfg(feature = "reqwest")]
mod http_client;
#[cfg(feature = "reqwest")]
mod read_body;
#[cfg(feature = "reqwest")]
mod setup;
#[cfg(feature = "reqwest")]
mod target;
#[cfg(feature = "reqwest")]
mod tls;

#[cfg(feature = "reqwest")]
pub use client::ConnectError;
pub use client::{Client, Connect};
pub use endpoint::Endpoint;
pub use error::TransportError;
pub use error_kind::{Delivery, TransportErrorKind};
pub use execute::execute;
pub use loopback::is_loopback_host;
pub use pace::Pace;
pub use tokens::AccessTokens;
pub use transport::Transport;
pub use watch::{Schedule, Watched, watch};

#[cfg(feature = "reqwest")]
pub use config::HttpConfig;
#[cfg(feature = "reqwest")]
pub use http_client::HttpClient;
#[cfg(feature = "reqwest")]
pub use setup::HttpConfigError;
