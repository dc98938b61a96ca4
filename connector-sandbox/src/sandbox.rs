//! The sandbox as its user sees it.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::case::{self, Case};
use crate::dispute::Dispute;
use crate::order_fault::OrderFault;
use crate::outbox;
use crate::processor::Processor;
use crate::recorded::Recorded;
use crate::script::{Payment, Refund};
use crate::server;
use crate::state::{State, UnknownPayment};
use crate::webhook::SignedWebhook;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// A running server with every processor on it.
///
/// It stops when it is dropped, or at [`shutdown`](Self::shutdown); open connections are cut.
#[derive(Debug)]
pub struct Sandbox {
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

/// What the server and the handle on it have in common.
#[derive(Debug)]
pub(crate) struct Shared {
    address: SocketAddr,
    cases: Vec<Case>,
    state: Mutex<State>,
    slow: Mutex<Duration>,
}

impl Sandbox {
    /// Starts on 127.0.0.1, on a port that is free. Needs a Tokio runtime.
    ///
    /// # Errors
    ///
    /// If there is no port to be had.
    pub async fn start() -> io::Result<Self> {
        Self::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await
    }

    /// Starts on this address; port 0 is any that is free.
    ///
    /// # Errors
    ///
    /// If the address is taken, or is not a loopback address: the sandbox has no secrets worth the
    /// name and must not be reachable from elsewhere.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// use connector_sandbox::Sandbox;
    ///
    /// let refused = Sandbox::bind(([0, 0, 0, 0], 0).into()).await;
    /// assert!(refused.is_err_and(|error| error.to_string().contains("loopback")));
    /// # }
    /// ```
    pub async fn bind(address: SocketAddr) -> io::Result<Self> {
        if !address.ip().is_loopback() {
            let problem = format!(
                "the sandbox listens on loopback only, and {address} is not: use 127.0.0.1 or [::1]"
            );
            return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
        }
        let listener = TcpListener::bind(address).await?;
        let cases = case::all();
        let address = listener.local_addr()?;
        let mut state = State::new(address);
        for case in &cases {
            state.seed(case);
        }
        let shared = Arc::new(Shared {
            address,
            cases,
            state: Mutex::new(state),
            slow: Mutex::new(Duration::from_secs(30)),
        });
        let server = tokio::spawn(server::run(listener, Arc::clone(&shared)));
        Ok(Self { shared, server })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.shared.address
    }

    /// The processor's base URL, without a slash at its end.
    #[must_use]
    pub fn base_url(&self, processor: Processor) -> String {
        self.shared.base_url(processor)
    }

    /// What a client of this processor needs, as a JSON object: `base_url`, and
    ///
    /// - for Adyen `api_key`, `merchant_account` and `webhook_secret`,
    /// - for Klarna `username` and `password`,
    /// - for Stripe `api_key` and `webhook_secret`,
    /// - for Checkout.com `api_key` and `webhook_secret`,
    /// - for PayPal `client_id`, `client_secret` and `webhook_id`,
    /// - for Mollie `api_key`,
    /// - for Cybersource `merchant_id`, `key_id` and `shared_secret`,
    /// - for Razorpay `key_id` and `key_secret`,
    /// - for Square `access_token` and `location_id`,
    /// - for Xendit `api_key`,
    /// - for Authorize.Net `name` and `transaction_key`.
    #[must_use]
    pub fn credentials(&self, processor: Processor) -> Value {
        self.shared.credentials(processor)
    }

    /// Adds a payment, and returns its identifier in the processor's form.
    pub fn add_payment(&self, processor: Processor, payment: Payment) -> String {
        self.shared.state().add_payment(processor, payment)
    }

    /// Adds a refund to a payment, ready-made or added, and returns its identifier.
    ///
    /// # Errors
    ///
    /// If the processor has no such payment.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use connector_sandbox::{Payment, Processor, Refund, Sandbox};
    ///
    /// let sandbox = Sandbox::start().await?;
    /// let payment = sandbox.add_payment(Processor::Checkout, Payment::new(5_000, "GBP"));
    /// let refund = Refund::of(2_000).status("pending").status("approved");
    /// let id = sandbox.add_refund(Processor::Checkout, &payment, refund)?;
    /// assert!(id.starts_with("act_"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_refund(
        &self,
        processor: Processor,
        payment_id: &str,
        refund: Refund,
    ) -> Result<String, UnknownPayment> {
        self.shared.state().add_refund(processor, payment_id, refund)
    }

    /// Makes the next order to this processor fail. Several faults befall as many orders, in turn;
    /// an order that is answered by its key alone uses one up, too.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// use connector_sandbox::{Fault, OrderFault, Processor, Sandbox};
    ///
    /// let sandbox = Sandbox::start().await?;
    /// // The money moves, and nobody hears of it.
    /// sandbox.fail_next_order(Processor::Stripe, OrderFault::after(Fault::Reset));
    /// # Ok(())
    /// # }
    /// ```
    pub fn fail_next_order(&self, processor: Processor, fault: OrderFault) {
        self.shared.state().fail_next_order(processor, fault);
    }

    /// Lets the customer of a payment come back from the authentication, well or not, as its page does.
    /// `false` where the payment does not wait for them.
    pub fn authenticate(&self, processor: Processor, payment_id: &str, well: bool) -> bool {
        self.shared.state().authenticated(processor, payment_id, well)
    }

    /// What stands in the URL with which the customer of this payment comes back, where the processor
    /// puts something there: a name and a value.
    #[must_use]
    pub fn brought_back(
        &self,
        processor: Processor,
        payment_id: &str,
    ) -> Option<(&'static str, String)> {
        processor.wire().brought_back(payment_id)
    }

    /// The number of a card whose issuer wants to see the customer, and finds that it is them, where the processor
    /// asks the issuer before there is a payment.
    #[must_use]
    pub fn challenged_card(&self, processor: Processor) -> Option<&'static str> {
        processor.wire().challenged_card()
    }

    /// Sends signed webhooks to an address on loopback from now on, each to the processor's name below its path:
    /// see [above](crate#webhooks). Needs a Tokio runtime.
    ///
    /// # Errors
    ///
    /// If it is not the `http` URL of a loopback address.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// use connector_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::start().await?;
    /// sandbox.send_webhooks_to("http://127.0.0.1:8080/webhooks")?;
    /// assert!(sandbox.send_webhooks_to("http://shop.example/webhooks").is_err());
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_webhooks_to(&self, url: &str) -> io::Result<()> {
        let outbox = outbox::to(url)?;
        self.shared.state().outbox = Some(outbox);
        Ok(())
    }

    /// Hands over the signed webhooks from now on, in the order in which things happen, in the place of sending
    /// them.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// use connector_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::start().await?;
    /// let mut heard = sandbox.hear_webhooks();
    /// assert!(heard.try_recv().is_err()); // nothing has happened yet
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn hear_webhooks(&self) -> UnboundedReceiver<(Processor, SignedWebhook)> {
        let (outbox, heard) = unbounded_channel();
        self.shared.state().outbox = Some(outbox);
        heard
    }

    /// An event as the processor would send it, with what proves that it was the processor; `None` where the
    /// sandbox does not sign as it does.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// use connector_sandbox::{Processor, Sandbox};
    ///
    /// let sandbox = Sandbox::start().await?;
    /// let webhook = sandbox.sign_webhook(Processor::PayPal, r#"{"id": "WH-1"}"#.to_owned());
    /// assert!(webhook.is_some_and(|webhook| webhook.headers.len() == 5));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn sign_webhook(&self, processor: Processor, event: String) -> Option<SignedWebhook> {
        processor.wire().webhooks().map(|webhooks| webhooks.sign(event))
    }

    /// Settles the money that orders took and gave back, as some processors do at night.
    pub fn settle(&self) {
        self.shared.state().settle();
    }

    /// The disputes that there are: one for each status from the start, and those that were added.
    #[must_use]
    pub fn disputes(&self) -> Vec<Dispute> {
        self.shared.state().disputes.all()
    }

    /// Adds a dispute that stands so, in the processor's word; `None` where the processor has none here.
    #[must_use]
    pub fn add_dispute(&self, processor: Processor, status: &str) -> Option<Dispute> {
        self.shared.state().add_dispute(processor, status)
    }

    /// Says how a dispute stands from now on. `false` where there is no such dispute.
    #[must_use]
    pub fn decide(&self, processor: Processor, id: &str, status: &str) -> bool {
        self.shared.state().decide_dispute(processor, id, status)
    }

    /// The ready-made payments and refunds.
    #[must_use]
    pub fn cases(&self) -> &[Case] {
        &self.shared.cases
    }

    /// The requests that processors received, oldest first; only the last 10,000 are kept.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded> {
        self.shared.state().requests()
    }

    /// How late [`Fault::Slow`](crate::Fault::Slow) answers; 30 seconds unless told.
    pub fn set_slow_delay(&self, delay: Duration) {
        *self.shared.slow.lock().unwrap_or_else(PoisonError::into_inner) = delay;
    }

    /// Stops the server, and returns once its port is free.
    pub async fn shutdown(mut self) {
        self.server.abort();
        // The only error is the cancellation that was asked for.
        (&mut self.server).await.ok();
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Shared {
    /// The state stays usable after a panic elsewhere: every change to it is complete in itself.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn slow(&self) -> Duration {
        *self.slow.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn cases(&self) -> &[Case] {
        &self.cases
    }

    pub(crate) fn credentials(&self, processor: Processor) -> Value {
        let mut credentials = processor.wire().credentials();
        if let Some(fields) = credentials.as_object_mut() {
            fields.insert("base_url".to_owned(), Value::from(self.base_url(processor)));
        }
        credentials
    }

    fn base_url(&self, processor: Processor) -> String {
        format!("http://{}/{}", self.address, processor.name())
    }
}
