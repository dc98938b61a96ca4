//! One case, asked about until its story is over.

use std::time::Duration;

use connector_client::{HttpClient, Schedule, execute, watch};
use connector_core::{CredentialFields, Flow, FlowHandler, Report, RouterData};
use connector_sandbox::Case;
use serde_json::Value;

use super::case_result::CaseResult;
use crate::failure::Failure;
use crate::lookup;

/// Short waits: the sandbox moves with every question, not with time.
const SCHEDULE: Schedule = Schedule {
    // The demo has its own way with what is not listed yet.
    since_the_order: Duration::MAX,
    first_wait: Duration::from_millis(20),
    longest_wait: Duration::from_millis(200),
    give_up_after: Duration::from_secs(10),
};

/// Plays the case as the flow `F` of its processor, which is found by its name as an application
/// finds it: the flow keeps its type.
pub(super) async fn play<F: Flow>(
    client: HttpClient,
    credentials: &Value,
    case: Case,
    data: RouterData<F>,
) -> Result<CaseResult, Failure> {
    let connector = lookup::connector(case.processor.name())?;
    let flow = connector.flow::<F>().ok_or_else(|| lookup::lacks(connector, F::NAME))?;
    let table = flow.describe().statuses;
    let credentials = CredentialFields::from_json(credentials.to_string().as_bytes());
    let flow = flow.connect(credentials.map_err(Failure::internal)?).map_err(Failure::internal)?;
    let answers = answers(&client, &*flow, &data, case.steps.len()).await;
    Ok(CaseResult::new(F::NAME, &case, &answers, &table))
}

/// Every answer, in order. One that stands still is asked about once. A watch ends where the next move
/// is the merchant's, or where a refund is not listed yet; in the sandbox each question moves the
/// story on, so that the demo asks again as an application would after its capture.
async fn answers<F: Flow>(
    client: &HttpClient,
    flow: &dyn FlowHandler<F>,
    data: &RouterData<F>,
    steps: usize,
) -> Vec<Report> {
    if steps <= 1 {
        return vec![Report::from(&execute(client, flow, data).await)];
    }
    let mut answers = Vec::new();
    loop {
        let watched = watch(client, flow, data, SCHEDULE, |outcome, _| {
            answers.push(Report::from(outcome));
        })
        .await;
        let last = Report::from(&watched.outcome);
        let is_final = last.is_final == Some(true);
        answers.push(last);
        if is_final || watched.gave_up || answers.len() >= steps {
            return answers;
        }
    }
}
