//! Payment processors that live on loopback, for tests and demonstrations.
//!
//! A [`Sandbox`] is one HTTP/1.1 server that speaks the wire of several processors, each below its own
//! path. It keeps payments and refunds whose state moves from read to read, and it fails on demand: in
//! the processor's own way, in HTTP's, or in TCP's.
//!
//! ```
//! use connector_sandbox::{Fault, Payment, Processor, Sandbox};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let sandbox = Sandbox::start().await?;
//!
//! // Three reads: `processing`, a connection that is reset, and `succeeded` from then on.
//! let payment = Payment::new(1_099, "USD")
//!     .status("processing")
//!     .fault(Fault::Reset)
//!     .status("succeeded");
//! let id = sandbox.add_payment(Processor::Stripe, payment);
//!
//! let credentials = sandbox.credentials(Processor::Stripe);
//! println!("GET {}/v1/payment_intents/{id}", sandbox.base_url(Processor::Stripe));
//! println!("Authorization: Bearer {}", credentials["api_key"]);
//! # Ok(())
//! # }
//! ```
//!
//! # Ready-made cases
//!
//! [`Sandbox::cases`] lists what is there from the start: every status of every processor, some cases
//! that move, and each fault. Their identifiers are readable where the processor's form permits, such as
//! `pi_processing_then_succeeded`, and the same in every run.
//!
//! # From any language
//!
//! The same is to be had over HTTP below `/_sandbox`:
//!
//! | Request | Body | Answer |
//! |---|---|---|
//! | `GET /_sandbox/health` | | `{"status":"ok"}` |
//! | `GET /_sandbox/credentials` | | base URL and credentials by processor |
//! | `GET /_sandbox/cases` | | `{"cases":[…]}` |
//! | `POST /_sandbox/payments` | `{"processor","amount","currency","steps":["processing","!reset"]}` | `{"id"}` |
//! | `POST /_sandbox/refunds` | `{"processor","payment_id","amount"?,"steps"}` | `{"id"}` |
//!
//! # Adding a processor
//!
//! One file that implements the crate's `Wire` trait, declared and listed in `processor.rs`.

mod case;
mod content;
mod control;
mod exchange;
mod fault;
mod incoming;
mod processor;
mod recorded;
mod reply;
mod resource;
mod sandbox;
mod script;
mod server;
mod state;
mod step;
mod trouble;
mod wire;

pub use case::{Case, Kind};
pub use fault::Fault;
pub use processor::{Processor, UnknownProcessor};
pub use recorded::Recorded;
pub use sandbox::Sandbox;
pub use script::{Payment, Refund};
pub use state::UnknownPayment;
pub use step::{Step, UnknownStep};
