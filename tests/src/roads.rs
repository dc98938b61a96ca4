//! The three ways to carry out a flow, each from a question to a report.

use connector_client::{AccessTokens, Connect as _, Transport, execute};
use connector_core::{
    AnyConnector, Connector, CredentialFields, Flow, Outcome, PSync, RSync, Report,
};
use connector_sandbox::Kind;
use connectors::{
    AuthorizeNet, Braintree, Checkout, Cybersource, Klarna, Mollie, PayPal, Razorpay, Square,
    Stripe, Xendit,
};
use tower::ServiceExt as _;

use crate::merchant::connect;
use crate::question::Question;

/// The connectors by their types: the only list that a new connector has to be added to.
macro_rules! typed {
    ($($connector:ident),+ $(,)?) => {
        /// The names of the connectors that [`by_type`] knows.
        pub const TYPED: &[&str] = &[$($connector::NAME),+];

        /// The connector and the flow are types of the program.
        pub async fn by_type(
            transport: &impl Transport,
            connector: &str,
            credentials: CredentialFields,
            question: &Question,
        ) -> Report {
            $(if connector == $connector::NAME {
                let client = $connector.connect_over(transport.clone(), credentials).unwrap();
                return match question.kind {
                    Kind::Payment => told(&client.execute::<PSync>(&question.data()).await),
                    Kind::Refund => told(&client.execute::<RSync>(&question.data()).await),
                };
            })+
            panic!("`{connector}` is not in this list");
        }
    };
}

typed!(
    AuthorizeNet,
    Braintree,
    Checkout,
    Cybersource,
    Klarna,
    Mollie,
    PayPal,
    Razorpay,
    Square,
    Stripe,
    Xendit
);

/// The connectors that cannot be asked about anything.
pub const SILENT: &[&str] = &[connectors::Adyen::NAME];

/// The flow is a type; the connector is chosen at run time.
pub async fn by_flow(
    transport: &impl Transport,
    connector: &str,
    credentials: CredentialFields,
    question: &Question,
) -> Report {
    let connector = connectors::get(connector).unwrap();
    match question.kind {
        Kind::Payment => of_flow::<PSync>(transport, connector, credentials, question).await,
        Kind::Refund => of_flow::<RSync>(transport, connector, credentials, question).await,
    }
}

async fn of_flow<F: Flow>(
    transport: &impl Transport,
    connector: &dyn AnyConnector,
    credentials: CredentialFields,
    question: &Question,
) -> Report {
    let flow = connector.flow::<F>().expect("every connector has both flows");
    let flow = flow.connect(credentials).unwrap();
    told(&execute(transport, &*flow, &question.data()).await)
}

/// Connector and flow are texts. The carrying is the caller's, so the answer must come.
pub async fn by_name(
    transport: &impl Transport,
    connector: &str,
    credentials: CredentialFields,
    question: &Question,
) -> Report {
    let connection = connect(connector, credentials);
    let flow = connection.flow_by_name(question.flow()).unwrap();
    let moment = match AccessTokens::new().moment(transport, flow.token_source()).await {
        Ok(moment) => moment,
        Err(why) => return told::<PSync>(&Outcome::NotSent(why)),
    };
    let request = flow.build_request_at(&question.json(), &moment).unwrap();
    let response = transport.clone().oneshot(request).await.map_err(Into::into);
    flow.handle_response(&question.json(), response.expect("an answer comes")).unwrap()
}

fn told<F: Flow>(outcome: &Outcome<F>) -> Report {
    Report::from(outcome)
}
