//! Two flows that nobody asks for. Every connector has them, so that rustc never takes the only flow that a connector
//! has for the one that is asked for: it takes that of the data, and says of it what is wrong. And a program that
//! compiles goes on compiling when a connector gains its second flow.

use crate::connector::{Connector, Integration};
use crate::data::{PaymentFlowData, PaymentsResponseData, PaymentsSyncData};
use crate::declaration::{FlowDeclaration, declared};
use crate::flow::Flow;
use crate::repetition::Repetition;
use crate::request::{BuildError, Encoder};
use crate::response::Discrepancy;
use crate::router_data::RouterData;
use crate::unfinished::Unfinished;

/// One of the two.
#[derive(Debug, Clone)]
pub enum NoFlow<const SECOND: bool> {}

impl<const SECOND: bool> Flow for NoFlow<SECOND> {
    const NAME: &'static str = "";
    const PURPOSE: &'static str = "";
    const MOVES_MONEY: bool = false;
    const REPETITION: Repetition = Repetition::Freely;
    type CommonData = PaymentFlowData;
    type Request = PaymentsSyncData;
    type Response = PaymentsResponseData;

    fn discrepancy(_: &RouterData<Self>, _: &Self::Response) -> Option<Discrepancy> {
        None
    }
}

macro_rules! of_every_connector {
    ($($second:literal),+) => {$(
        #[doc(hidden)]
        #[diagnostic::do_not_recommend]
        impl<C: Connector> Integration<NoFlow<$second>> for C {
            const DECLARATION: FlowDeclaration<NoFlow<$second>> =
                declared::<Unfinished, NoFlow<$second>>();

            fn encode(_: &RouterData<NoFlow<$second>>, _: &C::Auth, encoder: &mut Encoder) {
                encoder.refuse(BuildError::Missing {
                    field: "flow",
                    connector: C::NAME,
                    flow: "nothing",
                });
            }
        }
    )+};
}

of_every_connector!(false, true);
