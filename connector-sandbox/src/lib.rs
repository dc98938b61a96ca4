//! Payment processors that live on loopback, for tests and demonstrations.
//!
//! A [`Sandbox`] is one HTTP/1.1 server that speaks the wire of several processors, each below its own
//! path. It takes orders, and later questions tell the truth about them; it keeps scripted payments and
//! refunds, too, whose state moves from read to read. And it fails on demand: in the processor's own
//! way, in HTTP's, or in TCP's.
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
//! # Orders
//!
//! What a processor's own description says of authorizing, capturing, voiding and refunding holds here:
//! no more is captured than was held, and no more refunded than was captured; a refusal changes nothing;
//! an idempotency key carries an order out once. What becomes of a payment is the card's doing:
//! [`Processor::test_cards`] lists the numbers that the processor publishes, and what they do. A
//! customer who has to authenticate does so on the page that the answer names, by
//! `?outcome=success` or `?outcome=failure`.
//!
//! # Disputes
//!
//! [`Sandbox::disputes`] lists one for each status; more are added by [`Sandbox::add_dispute`]. One that is
//! accepted is lost, evidence is handed in and goes to the bank, and how that ends, [`Sandbox::decide`] says.
//!
//! # Orders that fail
//!
//! [`Sandbox::fail_next_order`] makes orders fail, before they are carried out or after: the money has
//! moved then, and nobody has heard of it. [`Sandbox::settle`] lets the night fall, in which
//! Authorize.Net settles; only then it gives money back.
//!
//! # Webhooks
//!
//! [`Sandbox::send_webhooks_to`] names an address on loopback, and Adyen, Checkout.com and Stripe send it a signed
//! webhook for each change that an order, or the customer's authentication, makes: to `/stripe` below its path, and
//! so on. Adyen sends them of disputes, too, about which nobody can ask there. `webhook_secret` is among their
//! credentials. Each is sent once. Of PayPal [`Sandbox::sign_webhook`] signs any event, and the sandbox answers who
//! asks whether it sent it.
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
//! | `GET /_sandbox/payments` | | what orders made: `{"payments":[…]}`, oldest first; the last 10,000 |
//! | `GET /_sandbox/cards` | | the test cards by processor, and what they do |
//! | `GET /_sandbox/disputes` | | `{"disputes":[…]}` |
//! | `POST /_sandbox/disputes` | `{"processor","status","id"?}` | `{"id"}`: a new one, or how that one stands from now on |
//! | `POST /_sandbox/faults` | `{"processor","fault","when":"before"` or `"after"}` | the next order fails |
//! | `POST /_sandbox/settle` | | the night falls |
//!
//! # Adding a processor
//!
//! One file that implements the crate's `Wire` trait, declared and listed in `processor.rs`. The money
//! (`ledger.rs`) and how an order is carried out (`carry_out.rs`) are the same for all; the file says
//! how its processor is asked, and how it answers.

mod amount;
mod card;
mod carry_out;
mod case;
mod content;
mod control;
mod dispute;
mod exchange;
mod fault;
mod incoming;
mod ledger;
mod made;
mod order;
mod order_fault;
mod outbox;
mod page;
mod processor;
mod recorded;
mod remembered;
mod reply;
mod resource;
mod sandbox;
mod script;
mod server;
mod state;
mod step;
mod token;
mod trouble;
mod webhook;
mod wire;

pub use card::{CardCondition, CardResult, TestCard};
pub use case::{Case, Kind};
pub use dispute::Dispute;
pub use fault::Fault;
pub use order_fault::{OrderFault, When, WithoutAnswer};
pub use processor::{Processor, UnknownProcessor};
pub use recorded::Recorded;
pub use sandbox::Sandbox;
pub use script::{Payment, Refund};
pub use state::UnknownPayment;
pub use step::{Step, UnknownStep};
pub use token::TestToken;
pub use webhook::SignedWebhook;
