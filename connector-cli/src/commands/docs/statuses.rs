//! The statuses of ours: what each means, whose move it is, and where it can go.

use std::fmt::{self, Display, Formatter};

use connector_core::{
    AttemptStatus, Awaits, DisputeStatus, MandateStatus, PayoutStatus, RefundStatus, Status,
};

pub(super) struct Statuses;

impl Display for Statuses {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# Statuses\n\nA report moves a status down its list, over as many lines as it likes, and \
             never up. What is final\nstays: another end that is reported afterwards is a \
             contradiction, and is refused. That the money went back\nafter it is none, a payment's to \
             the customer, a refund's or a payout's to the merchant: it is told beside\nthe end \
             (`reversed` in the diagrams)."
        )?;
        section::<AttemptStatus>(f, "of one attempt to pay")?;
        section::<RefundStatus>(f, "of a refund")?;
        section::<DisputeStatus>(f, "of a dispute, in each of its stages")?;
        section::<PayoutStatus>(f, "of a payout")?;
        section::<MandateStatus>(f, "of a mandate")
    }
}

fn section<S: Status>(f: &mut Formatter<'_>, of: &str) -> fmt::Result {
    writeln!(f, "\n## `{}`: {of}\n\n| Status | Next move | It means |\n|---|---|---|", S::KIND)?;
    for status in S::ALL {
        let awaits = match status.awaits() {
            Awaits::Processor => "the processor's",
            Awaits::Customer => "the customer's",
            Awaits::Merchant => "the merchant's",
            Awaits::Nobody => "final",
        };
        writeln!(f, "| `{}` | {awaits} | {} |", status.name(), status.meaning())?;
    }
    diagram::<S>(f)
}

/// The shortest moves between what is not final, and the ends, which can come from each of them.
fn diagram<S: Status>(f: &mut Formatter<'_>) -> fmt::Result {
    writeln!(f, "\n```mermaid\nstateDiagram-v2\n    state \"not final\" as open {{")?;
    let open = || S::ALL.iter().filter(|status| !status.is_terminal());
    for from in open() {
        let next = open().filter(|to| from.can_become(**to)).min();
        if let Some(to) = next {
            writeln!(f, "        {} --> {}", from.name(), to.name())?;
        }
    }
    writeln!(f, "    }}")?;
    for end in S::ALL.iter().filter(|status| status.is_terminal()) {
        writeln!(f, "    open --> {0}\n    {0} --> [*]", end.name())?;
        for back in S::ALL.iter().filter(|back| back.gives_back(*end)) {
            writeln!(f, "    {} --> {}: reversed", end.name(), back.name())?;
        }
    }
    writeln!(f, "```")
}
