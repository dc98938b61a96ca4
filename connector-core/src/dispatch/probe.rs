//! Asks the compiler whether a connector has a flow.
//!
//! An inherent constant takes precedence over a trait's constant of the same name, and is there only
//! where its bounds hold. So `Probe::<C, F>::ENTRY` is `Some` where `C: Integration<F>`, and falls
//! back to the trait's `None` where it is not. It works for concrete types only, hence in the
//! expansion of `#[derive(Connector)]`.

use std::marker::PhantomData;

use super::FlowSupport;
use crate::connector::Integration;
use crate::flow::Flow;
use crate::webhook::{ReceivesWebhooks, WebhookDeclaration};

/// The question whether `C` has `F`.
#[derive(Debug)]
pub struct Probe<C, F>(PhantomData<(C, F)>);

impl<C: Integration<F>, F: Flow> Probe<C, F> {
    /// It has.
    pub const ENTRY: Option<FlowSupport<F>> = Some(FlowSupport::of::<C>());
}

/// The answer where nothing better is known.
pub trait NoEntry<F: Flow> {
    /// It has not.
    const ENTRY: Option<FlowSupport<F>> = None;
}

impl<C, F: Flow> NoEntry<F> for Probe<C, F> {}

/// Stops the compiler at a flow that is declared to be missing, and is there.
#[track_caller]
pub const fn is_lacked(is_missing: bool, problem: &'static str) {
    assert!(is_missing, "{}", problem);
}

/// The question whether `C` receives webhooks.
#[derive(Debug)]
pub struct WebhookProbe<C>(PhantomData<C>);

impl<C: ReceivesWebhooks> WebhookProbe<C> {
    /// It does.
    pub const WEBHOOK: Option<WebhookDeclaration> = Some(C::DECLARATION);
}

/// The answer where nothing better is known.
pub trait NoWebhook {
    /// It does not.
    const WEBHOOK: Option<WebhookDeclaration> = None;
}

impl<C> NoWebhook for WebhookProbe<C> {}
