//! Disputes: each status is asked about once, and two of them have a story: one is accepted, and one is
//! answered and won. Where nobody can be asked, webhooks tell the story.

use connector_client::{HttpClient, execute};
use connector_core::{
    Accept, CredentialFields, DSync, DefendDispute, Flow, Report, RouterData, SubmitEvidence,
};
use connector_sandbox::{Dispute, Processor, Sandbox};
use serde_json::{Value, json};

use super::absent::Absent;
use super::case_result::{CaseResult, Class};
use super::heard::{self, Heard};
use crate::failure::Failure;
use crate::lookup;
use crate::report_text::in_a_word;

/// What is done, and the statuses of which one has to be told.
type Told = &'static [&'static str];

/// `DECIDED` is no flow: the bank decides for the merchant.
const DECIDED: &str = "";

const STORIES: &[(&str, &[(&str, Told)])] = &[
    (
        "disputed, accepted",
        &[(Accept::NAME, &["accepted", "lost"]), (DSync::NAME, &["accepted", "lost", "expired"])],
    ),
    (
        "disputed, answered, won",
        &[
            // Some processors send what is handed in to the bank at once.
            (SubmitEvidence::NAME, &["opened", "challenged"]),
            (DefendDispute::NAME, &["challenged"]),
            (DSync::NAME, &["challenged"]),
            (DECIDED, &[]),
            (DSync::NAME, &["won"]),
        ],
    ),
];

pub(super) async fn play_all(
    sandbox: &Sandbox,
    client: &HttpClient,
) -> Result<(Vec<CaseResult>, Vec<Absent>), Failure> {
    let (mut results, mut absent) = (Vec::new(), Vec::new());
    let mut heard = sandbox.hear_webhooks();
    for dispute in sandbox.disputes() {
        let stage = Stage { sandbox, client, dispute, heard: &mut heard };
        results.extend(stage.ask().await?);
    }
    for processor in Processor::ALL.iter().copied() {
        for (title, acts) in STORIES {
            let open = processor.open_dispute();
            let Some(dispute) = open.and_then(|open| sandbox.add_dispute(processor, open)) else {
                let connector = lookup::connector(processor.name())?.describe();
                let flows: Vec<&str> = acts.iter().map(|(flow, _)| *flow).collect();
                absent.push(Absent::without(&connector, title, &flows));
                continue;
            };
            let stage = Stage { sandbox, client, dispute, heard: &mut heard };
            results.push(stage.play(title, acts).await?);
        }
    }
    Ok((results, absent))
}

/// One dispute at one processor.
struct Stage<'a> {
    sandbox: &'a Sandbox,
    client: &'a HttpClient,
    dispute: Dispute,
    heard: &'a mut Heard,
}

impl Stage<'_> {
    /// Asks about it, where that is possible, and holds the answer against the connector's own table.
    async fn ask(self) -> Result<Option<CaseResult>, Failure> {
        let description = lookup::connector(self.dispute.processor.name())?.describe();
        let Some(flow) = description.flows.iter().find(|flow| flow.name == DSync::NAME) else {
            return Ok(None);
        };
        let report = self.run::<DSync>(&json!({})).await?;
        let Dispute { processor, id, status, .. } = self.dispute;
        // What decides it stands behind the colon, where the table has that.
        let mut words = status.rsplit(':');
        let line =
            words.find_map(|word| flow.statuses.iter().find(|line| line.connector_status == word));
        let declared = line.and_then(|line| line.status);
        let told = report.status.unwrap_or(report.outcome);
        let is_told =
            report.recognised == Some(true) && declared.is_none_or(|status| status == told);
        let expected = declared.unwrap_or("a status");
        let unexpected = (!is_told).then(|| format!("expected {expected}, and not {told}"));
        let story = vec![in_a_word(&report)];
        let mut result = CaseResult::of_orders(
            processor.name(),
            DSync::NAME,
            id,
            &status,
            story,
            Some(report),
            unexpected,
        );
        result.class = Class::Status;
        Ok(Some(result))
    }

    async fn play(mut self, title: &str, acts: &[(&str, Told)]) -> Result<CaseResult, Failure> {
        let connector = lookup::connector(self.dispute.processor.name())?;
        let flows = connector.describe().flows;
        let is_asked = flows.iter().any(|flow| flow.name == DSync::NAME);
        let (mut said, mut last, mut flow) = (Vec::new(), None, Accept::NAME);
        let mut unexpected = None;
        if !is_asked {
            last = self.hear(&mut said).await?;
        }
        for (act, told) in acts {
            if *act == DECIDED {
                let processor = self.dispute.processor;
                let won = processor.won_dispute().unwrap_or_default();
                if !self.sandbox.decide(processor, &self.dispute.id, won) {
                    unexpected = Some("the dispute is gone".to_owned());
                }
                continue;
            }
            let known = flows.iter().find(|known| known.name == *act);
            let report = match known {
                Some(known) => {
                    let report = self.carry_out(known.name).await?;
                    said.push(format!("{act}: {}", in_a_word(&report)));
                    report
                }
                None if *act == DSync::NAME => self.hear(&mut said).await?.unwrap_or_default(),
                None => continue,
            };
            let status = report.status.unwrap_or(report.outcome);
            if !told.contains(&status) {
                let expected = told.join(" or ");
                unexpected = Some(format!("{act}: expected {expected}, and not {status}"));
            }
            (last, flow) = (Some(report), known.map_or(DSync::NAME, |known| known.name));
            if unexpected.is_some() {
                break;
            }
        }
        let Dispute { processor, id, .. } = self.dispute;
        Ok(CaseResult::of_orders(processor.name(), flow, id, title, said, last, unexpected))
    }

    /// What webhooks told since the last time, and the last of it.
    async fn hear(&mut self, said: &mut Vec<String>) -> Result<Option<Report>, Failure> {
        let processor = self.dispute.processor;
        let connector = lookup::connector(processor.name())?;
        let connection = connector.connect(self.credentials()?).map_err(Failure::internal)?;
        let told = heard::told(self.heard, processor, self.client, &*connection).await?;
        said.extend(told.iter().map(|report| format!("webhook: {}", in_a_word(report))));
        Ok(told.into_iter().last())
    }

    fn credentials(&self) -> Result<CredentialFields, Failure> {
        let credentials = self.sandbox.credentials(self.dispute.processor).to_string();
        CredentialFields::from_json(credentials.as_bytes()).map_err(Failure::internal)
    }

    async fn carry_out(&self, flow: &str) -> Result<Report, Failure> {
        let key = format!("{}-{flow}", self.dispute.id);
        let with = |mut more: Value| {
            if let Some(fields) = more.as_object_mut() {
                fields.insert("idempotency_key".to_owned(), json!(key));
            }
            more
        };
        if flow == Accept::NAME {
            self.run::<Accept>(&with(json!({}))).await
        } else if flow == SubmitEvidence::NAME {
            let text = with(json!({ "uncategorized_text": "The parcel was handed over." }));
            let report = self.run::<SubmitEvidence>(&text).await?;
            if report.outcome != "not_sent" {
                return Ok(report);
            }
            // Some processors take files, and no texts.
            let document = json!({
                "document_type": "DefenseMaterial", "content_type": "application/pdf",
                "content": "JVBERi0xLjcK",
            });
            self.run::<SubmitEvidence>(&with(json!({ "documents": [document] }))).await
        } else if flow == DefendDispute::NAME {
            let ground = with(json!({ "defense_reason_code": "SupplyDefenseMaterial" }));
            self.run::<DefendDispute>(&ground).await
        } else {
            self.run::<DSync>(&json!({})).await
        }
    }

    async fn run<F: Flow>(&self, asked: &Value) -> Result<Report, Failure> {
        let Dispute { processor, id, payment_id, .. } = &self.dispute;
        let connector = lookup::connector(processor.name())?;
        let flow = connector.flow::<F>().ok_or_else(|| lookup::lacks(connector, F::NAME))?;
        let flow = flow.connect(self.credentials()?).map_err(Failure::internal)?;
        let mut asked = asked.as_object().cloned().unwrap_or_default();
        asked.insert("connector_dispute_id".to_owned(), json!(id));
        let known = json!({ "connector_transaction_id": payment_id });
        let data = json!({ "resource_common_data": known, "request": asked }).to_string();
        let data = RouterData::<F>::from_json(data.as_bytes()).map_err(Failure::internal)?;
        Ok(Report::from(&execute(self.client, &*flow, &data).await))
    }
}
