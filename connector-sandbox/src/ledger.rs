//! The money of one payment: what is held, taken and given back. It is the same for every processor;
//! what they call it is theirs.

/// How far a payment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It is not known yet what will be paid with.
    Unpaid,
    /// It is known, and somebody has to confirm it.
    Unconfirmed,
    /// The customer has to be authenticated.
    Awaiting,
    /// Nothing was to be paid: the card was checked.
    Verified,
    /// The money is held; what is not taken yet can be.
    Held,
    /// No more can be taken.
    Taken,
    Voided,
    Declined,
}

/// Why an order is not carried out. The payment is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// There is no such payment.
    Unknown,
    /// There is no such payment method.
    UnknownMethod,
    /// Nobody can have this card number.
    CardNumber,
    CardExpired,
    /// Another card than the payment's.
    AnotherCard,
    /// Not above zero, or not above what it is to exceed.
    Amount,
    /// The payment has not come far enough for it, or has come too far.
    Stage,
    /// More than is held, or than is left to give back.
    TooMuch {
        left: i64,
    },
    /// All was given back already.
    NothingLeft,
    /// The same was ordered a moment ago.
    Duplicate,
}

/// Where processors differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Rules {
    /// Money that is taken is settled in the night: voids go before it, refunds after it.
    pub(crate) settles: bool,
    /// What was taken is voided by an order of its own.
    pub(crate) takes_back: bool,
    /// What is not paid can be cancelled: it waits for somebody, or another card could still pay it.
    pub(crate) cancels_unpaid: bool,
    /// The smallest amount of a payment; 0 where a card can be checked without one.
    pub(crate) least: i64,
    /// After a part was taken, the rest can be let go.
    pub(crate) releases_rest: bool,
    /// All that is held is taken, or nothing.
    pub(crate) takes_all: bool,
    /// What a customer was authenticated for is taken by an order of its own.
    pub(crate) confirms: bool,
    /// Less can be held than was.
    pub(crate) lowers: bool,
}

/// The amounts are in minor units of one currency. `refunded <= captured <= authorized`, always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ledger {
    pub(crate) stage: Stage,
    /// What is held or was, and before that what is to be held.
    pub(crate) authorized: i64,
    pub(crate) captured: i64,
    pub(crate) refunded: i64,
    pub(crate) settled: bool,
    /// The money is taken as soon as it is held.
    pub(crate) automatic: bool,
}

impl Ledger {
    pub(crate) const fn new(amount: i64, automatic: bool) -> Self {
        let stage = Stage::Unpaid;
        Self { stage, authorized: amount, captured: 0, refunded: 0, settled: false, automatic }
    }

    /// As a scripted payment would have come to its stage.
    pub(crate) const fn at(stage: Stage, amount: i64) -> Self {
        let captured = if matches!(stage, Stage::Taken) { amount } else { 0 };
        let automatic = !matches!(stage, Stage::Held);
        Self { stage, captured, ..Self::new(amount, automatic) }
    }

    /// What can still be taken.
    pub(crate) const fn capturable(&self) -> i64 {
        match self.stage {
            Stage::Held => self.authorized.saturating_sub(self.captured),
            _ => 0,
        }
    }

    /// What can still be given back.
    pub(crate) const fn refundable(&self) -> i64 {
        self.captured.saturating_sub(self.refunded)
    }

    /// The issuer has said yes.
    pub(crate) const fn approve(&mut self) {
        self.stage = match self {
            Self { authorized: 0, .. } => Stage::Verified,
            Self { automatic: true, .. } => Stage::Taken,
            _ => Stage::Held,
        };
        if matches!(self.stage, Stage::Taken) {
            self.captured = self.authorized;
        }
    }

    /// Takes so much of what is held, or all of it. After the last capture the rest is released.
    pub(crate) fn capture(&mut self, amount: Option<i64>, last: bool) -> Result<i64, Refusal> {
        if self.stage != Stage::Held {
            return Err(Refusal::Stage);
        }
        let amount = within(amount, self.capturable())?;
        self.captured = self.captured.saturating_add(amount);
        if last || self.capturable() == 0 {
            self.stage = Stage::Taken;
        }
        Ok(amount)
    }

    /// Releases what is held. Where money settles in the night, what is taken is released until then.
    pub(crate) fn void(&mut self, rules: Rules) -> Result<(), Refusal> {
        if self.stage == Stage::Held && self.captured > 0 && rules.releases_rest {
            self.stage = Stage::Taken;
            return Ok(());
        }
        let possible = match self.stage {
            Stage::Held => self.captured == 0,
            Stage::Taken if rules.takes_back => false,
            Stage::Taken => rules.settles && !self.settled && self.refunded == 0,
            Stage::Unpaid | Stage::Unconfirmed | Stage::Awaiting | Stage::Declined => {
                rules.cancels_unpaid
            }
            Stage::Verified | Stage::Voided => false,
        };
        if !possible {
            return Err(Refusal::Stage);
        }
        self.captured = 0;
        self.stage = Stage::Voided;
        Ok(())
    }

    /// Lets go of what was taken, before the night.
    pub(crate) fn take_back(&mut self, rules: Rules) -> Result<(), Refusal> {
        match self.stage {
            Stage::Taken => self.void(Rules { takes_back: false, ..rules }),
            _ => Err(Refusal::Stage),
        }
    }

    /// Gives so much back of what was taken, or all that is left.
    pub(crate) fn refund(&mut self, amount: Option<i64>, rules: Rules) -> Result<i64, Refusal> {
        if self.captured == 0 || (rules.settles && !self.settled) {
            return Err(Refusal::Stage);
        }
        if self.refundable() == 0 {
            return Err(Refusal::NothingLeft);
        }
        let amount = within(amount, self.refundable())?;
        self.refunded = self.refunded.saturating_add(amount);
        Ok(amount)
    }

    /// Holds more, or where that is possible less: so much in all.
    pub(crate) fn increase(&mut self, total: i64, rules: Rules) -> Result<(), Refusal> {
        let other = total > self.authorized || (rules.lowers && total > 0);
        match self.stage {
            Stage::Held if self.captured == 0 && other => {
                self.authorized = total;
                Ok(())
            }
            Stage::Held if self.captured == 0 => Err(Refusal::Amount),
            _ => Err(Refusal::Stage),
        }
    }

    /// The night falls.
    pub(crate) const fn settle(&mut self) {
        self.settled = self.settled || self.captured > 0;
    }
}

fn within(amount: Option<i64>, left: i64) -> Result<i64, Refusal> {
    match amount.unwrap_or(left) {
        ..=0 => Err(Refusal::Amount),
        amount if amount > left => Err(Refusal::TooMuch { left }),
        amount => Ok(amount),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn held(amount: i64) -> Ledger {
        Ledger::at(Stage::Held, amount)
    }

    #[test]
    fn money_is_taken_once() {
        let mut ledger = held(1_000);
        assert_eq!(ledger.capture(Some(1_001), true), Err(Refusal::TooMuch { left: 1_000 }));
        assert_eq!(ledger.capture(Some(0), true), Err(Refusal::Amount));
        assert_eq!(ledger, held(1_000));
        assert_eq!(ledger.capture(Some(400), true), Ok(400));
        assert_eq!(ledger.capture(Some(1), true), Err(Refusal::Stage));
        assert_eq!((ledger.captured, ledger.capturable(), ledger.stage), (400, 0, Stage::Taken));
    }

    #[test]
    fn what_is_left_can_be_taken_until_the_last_capture() {
        let mut ledger = held(1_000);
        assert_eq!(ledger.capture(Some(400), false), Ok(400));
        assert_eq!((ledger.stage, ledger.capturable()), (Stage::Held, 600));
        assert_eq!(ledger.void(Rules::default()), Err(Refusal::Stage));
        assert_eq!(ledger.capture(None, false), Ok(600));
        assert_eq!(ledger.stage, Stage::Taken);
    }

    #[test]
    fn where_the_rest_can_be_let_go_what_was_taken_stays_taken() {
        let mut ledger = held(1_000);
        ledger.capture(Some(400), false).unwrap();
        let rules = Rules { releases_rest: true, ..Rules::default() };
        assert_eq!(ledger.void(rules), Ok(()));
        assert_eq!((ledger.stage, ledger.captured, ledger.capturable()), (Stage::Taken, 400, 0));
        assert_eq!(ledger.capture(None, true), Err(Refusal::Stage));
    }

    #[test]
    fn no_more_is_given_back_than_was_taken() {
        let mut ledger = held(1_000);
        assert_eq!(ledger.refund(None, Rules::default()), Err(Refusal::Stage));
        ledger.capture(Some(400), true).unwrap();
        assert_eq!(ledger.refund(Some(300), Rules::default()), Ok(300));
        let left = Refusal::TooMuch { left: 100 };
        assert_eq!(ledger.refund(Some(101), Rules::default()), Err(left));
        assert_eq!(ledger.refund(None, Rules::default()), Ok(100));
        assert_eq!(ledger.refund(None, Rules::default()), Err(Refusal::NothingLeft));
        assert_eq!(ledger.void(Rules::default()), Err(Refusal::Stage));
    }

    #[test]
    fn where_money_settles_in_the_night_voids_go_before_it_and_refunds_after_it() {
        let rules = Rules { settles: true, least: 1, ..Rules::default() };
        let mut early = Ledger::at(Stage::Taken, 500);
        assert_eq!(early.refund(None, rules), Err(Refusal::Stage));
        assert_eq!(early.void(rules), Ok(()));
        assert_eq!((early.captured, early.stage), (0, Stage::Voided));
        let mut late = Ledger::at(Stage::Taken, 500);
        late.settle();
        assert_eq!(late.void(rules), Err(Refusal::Stage));
        assert_eq!(late.refund(None, rules), Ok(500));
    }

    #[test]
    fn where_another_order_takes_back_what_was_taken_each_is_refused_in_the_place_of_the_other() {
        let rules = Rules { settles: true, takes_back: true, ..Rules::default() };
        let mut taken = Ledger::at(Stage::Taken, 500);
        assert_eq!(taken.void(rules), Err(Refusal::Stage));
        assert_eq!(taken.take_back(rules), Ok(()));
        assert_eq!((taken.captured, taken.stage), (0, Stage::Voided));
        let mut settled = Ledger::at(Stage::Taken, 500);
        settled.settle();
        assert_eq!(settled.take_back(rules), Err(Refusal::Stage));
        let mut held = held(500);
        assert_eq!(held.take_back(rules), Err(Refusal::Stage));
        assert_eq!(held.void(rules), Ok(()));
    }

    #[test]
    fn a_declined_payment_stays_declined() {
        let mut ledger = Ledger::at(Stage::Declined, 500);
        let rules = Rules { settles: true, least: 1, ..Rules::default() };
        let before = ledger;
        assert_eq!(ledger.capture(None, true), Err(Refusal::Stage));
        assert_eq!(ledger.void(rules), Err(Refusal::Stage));
        assert_eq!(ledger.refund(None, rules), Err(Refusal::Stage));
        assert_eq!(ledger.increase(600, rules), Err(Refusal::Stage));
        assert_eq!(ledger, before);
    }

    #[derive(Debug, Clone)]
    enum Step {
        Capture(Option<i64>, bool),
        Void,
        Refund(Option<i64>),
        Increase(i64),
        Settle,
    }

    fn step() -> impl Strategy<Value = Step> {
        let amount = prop_oneof![-5..200_i64, Just(i64::MAX), Just(i64::MIN)];
        let some = proptest::option::of(amount.clone());
        prop_oneof![
            (some.clone(), any::<bool>()).prop_map(|(amount, last)| Step::Capture(amount, last)),
            Just(Step::Void),
            some.prop_map(Step::Refund),
            amount.prop_map(Step::Increase),
            Just(Step::Settle),
        ]
    }

    proptest! {
        #[test]
        fn no_order_of_orders_creates_money(
            steps in proptest::collection::vec(step(), 0..40),
            automatic: bool,
            settles: bool,
            releases_rest: bool,
            lowers: bool,
        ) {
            let rules =
                Rules { settles, cancels_unpaid: true, least: 1, releases_rest, lowers, ..Rules::default() };
            let mut ledger = Ledger::new(100, automatic);
            ledger.approve();
            for step in steps {
                let before = ledger;
                let refused = match step {
                    Step::Capture(amount, last) => ledger.capture(amount, last).is_err(),
                    Step::Void => ledger.void(rules).is_err(),
                    Step::Refund(amount) => ledger.refund(amount, rules).is_err(),
                    Step::Increase(total) => ledger.increase(total, rules).is_err(),
                    Step::Settle => { ledger.settle(); false }
                };
                prop_assert!(!refused || ledger == before);
                prop_assert!(0 <= ledger.refunded && ledger.refunded <= ledger.captured);
                prop_assert!(ledger.captured <= ledger.authorized);
                prop_assert!(ledger.refunded >= before.refunded);
            }
        }
    }
}
