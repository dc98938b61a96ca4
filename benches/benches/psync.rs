//! `cargo bench -p connector-benches --bench psync`: Stripe's PSync, the request and the response.

use connector_benches::{Case, by_hand, ours, run};

fn main() -> std::io::Result<()> {
    run(&[
        Case {
            name: "build a PSync request",
            ours: ours::request,
            by_hand: by_hand::request,
            aim_percent: 105,
        },
        Case {
            name: "read a PSync response",
            ours: ours::response,
            by_hand: by_hand::response,
            aim_percent: 110,
        },
    ])
}
