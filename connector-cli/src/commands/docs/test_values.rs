//! What a processor publishes for tests. The sandbox behaves by it, so that is where it stands.

use std::fmt::{self, Display, Formatter};

use connector_sandbox::{CardResult, Processor};

/// The section of the page of the connector of this name.
pub(super) struct TestValues<'a>(pub(super) &'a str);

impl Display for TestValues<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Ok(processor) = self.0.parse::<Processor>() else { return Ok(()) };
        write!(f, "\n## Test values\n\n{}\n\n", processor.test_values())?;
        writeln!(f, "| To pay with | What becomes of it |\n| --- | --- |")?;
        for card in processor.test_cards() {
            writeln!(f, "| `{}` | {card} |", card.number)?;
        }
        for token in processor.test_tokens() {
            let becomes = match token.result {
                CardResult::Approved => "approved".to_owned(),
                CardResult::Declined(reason) => format!("declined: {reason}"),
                CardResult::Authentication => "it waits".to_owned(),
            };
            writeln!(f, "| a token that begins with `{}` | {becomes} |", token.prefix)?;
        }
        Ok(())
    }
}
