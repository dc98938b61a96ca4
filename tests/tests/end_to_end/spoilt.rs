//! The orders of the core at a processor whose answer to each goes wrong.

use std::time::Duration;

use connector_core::{
    Authorize, Capture, Flow, Outcome, PaymentId, PaymentVoidData, Refund, Report, Void,
};
use connector_sandbox::{Fault, OrderFault};

use crate::till::{Till, euros};

/// As long as somebody waits for an answer that comes late.
const PATIENCE: Duration = Duration::from_millis(300);

impl Till {
    pub(crate) fn lose_the_answer(&self, fault: Fault) {
        self.spoil(OrderFault::after(fault));
    }

    fn spoil(&self, fault: OrderFault) {
        self.merchant.sandbox.fail_next_order(self.processor, fault);
    }

    /// The same till, with somebody at it who does not wait for what never comes.
    pub(crate) fn waiting_for(&self, fault: Fault) -> Self {
        let mut till = self.clone();
        if fault == Fault::Slow {
            till.merchant = self.merchant.impatient(PATIENCE);
        }
        till
    }

    /// Ten euros that are taken.
    pub(crate) async fn paid_in(&self) -> PaymentId {
        let id = self.held().await;
        let taken = self.order::<Capture>(&id, self.all_of(&id)).await;
        assert!(matches!(taken, Outcome::Status(_)), "{}: {taken:?}", self.processor);
        self.merchant.sandbox.settle();
        id
    }

    /// What is told of each order, by its flow: the one before which all is well, and in which this goes wrong.
    pub(crate) async fn spoilt(&self, fault: OrderFault) -> Vec<(&'static str, Report)> {
        let till = || self.waiting_for(fault.fault());
        let mut told = Vec::new();

        let order = self.ready_to_hold().await;
        self.spoil(fault);
        told.push(report(&till().authorized(order).await));

        let id = self.held().await;
        self.spoil(fault);
        told.push(report(&till().order::<Capture>(&id, self.all_of(&id)).await));

        if self.has::<Void>() {
            let id = self.held().await;
            let mut order = PaymentVoidData::new(id.clone(), self.key());
            order.amount = Some(euros(1_000));
            self.spoil(fault);
            told.push(report(&till().order::<Void>(&id, order).await));
        }

        let id = self.paid_in().await;
        let order = self.to_give_back(&id, 400);
        self.spoil(fault);
        told.push(report(&till().run::<Refund>(order).await));
        let unsent = told.iter().find(|(_, report)| report.outcome == "not_sent");
        assert!(unsent.is_none(), "{}: {unsent:#?}", self.processor);
        told
    }
}

fn report<F: Flow>(outcome: &Outcome<F>) -> (&'static str, Report) {
    (F::NAME, Report::from(outcome))
}

/// The flows of which [`Till::spoilt`] tells at every processor.
pub(crate) const EVERYWHERE: [&str; 3] = [Authorize::NAME, Capture::NAME, Refund::NAME];
