//! `cargo bench -p connector-benches --bench psync`: Stripe's PSync, the request and the response.

use connector_benches::{Aim, Case, by_hand, ours, run};

fn main() -> std::io::Result<()> {
    run(&[
        Case {
            name: "build a PSync request",
            ours: ours::request,
            by_hand: by_hand::request,
            aim: Aim::Percent(105),
        },
        Case {
            name: "read a PSync response",
            ours: ours::response,
            by_hand: by_hand::response,
            aim: Aim::Percent(110),
        },
        // Not by hand: the same request by the connector's type, where no flow has to be found.
        Case {
            name: "find PSync at run time",
            ours: ours::dispatched,
            by_hand: ours::request,
            aim: Aim::Added(30),
        },
    ])
}
