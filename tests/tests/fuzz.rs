//! Every fuzz target for a bounded time, with the compiler that everybody has: seeds with pieces replaced,
//! moved and cut. `FUZZ_SECONDS` says how long each takes. libFuzzer, which sees which way the bytes go,
//! takes hours and is run by `.ci/fuzz`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "this is only compiled for tests"
)]

use std::time::{Duration, Instant};

use connector_tests::fuzzed::{TARGETS, Target};
use connector_tests::seeds::{self, Seed};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// What is done to the bytes of a seed: so many at a place make room for others.
#[derive(Debug, Clone)]
struct Edit {
    at: prop::sample::Index,
    length: usize,
    piece: Vec<u8>,
}

fn edit(seeds: Vec<Vec<u8>>) -> impl Strategy<Value = Edit> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        "[\\[\\]{}\":,0-9.eE&=%|;<>/ -]{0,12}".prop_map(String::into_bytes),
        prop::sample::select(vec![
            "null",
            "true",
            "-1",
            "1e999",
            "0.001",
            "9223372036854775808",
            "\\u0000",
            "\"\""
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        // A piece of another seed.
        (prop::sample::select(seeds), any::<prop::sample::Index>(), 0_usize..64).prop_map(
            |(seed, at, length)| {
                let start = at.index(seed.len().max(1));
                let end = start.saturating_add(length).min(seed.len());
                seed[start.min(end)..end].to_vec()
            }
        ),
    ];
    (any::<prop::sample::Index>(), 0_usize..24, piece).prop_map(|(at, length, piece)| Edit {
        at,
        length,
        piece,
    })
}

impl Edit {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let start = self.at.index(bytes.len().saturating_add(1));
        let end = start.saturating_add(self.length).min(bytes.len());
        bytes.splice(start..end, self.piece.iter().copied());
    }
}

/// How often it was called.
fn run(name: &str, target: Target, seeds: &[Seed], time: Duration) -> usize {
    let seeds = seeds.iter().filter(|(one, _)| *one == name);
    let seeds: Vec<Vec<u8>> = seeds.map(|(_, bytes)| bytes.clone()).collect();
    assert!(!seeds.is_empty(), "{name} has no seeds");
    seeds.iter().for_each(|seed| target(seed));
    let mut calls = seeds.len();
    let edits = prop::collection::vec(edit(seeds.clone()), 0..6);
    let strategy = (prop::sample::select(seeds), edits).prop_map(|(mut bytes, edits)| {
        edits.iter().for_each(|edit| edit.apply(&mut bytes));
        bytes
    });
    let start = Instant::now();
    while start.elapsed() < time {
        // A runner that has run its cases runs no more.
        let config = Config { cases: 256, failure_persistence: None, ..Config::default() };
        let result = TestRunner::new(config).run(&strategy, |bytes| {
            target(&bytes);
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{name}: {error}"));
        calls = calls.saturating_add(256);
    }
    calls
}

#[test]
fn each_target_for_a_while() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().map(|text| text.parse().expect("seconds"));
    let time = Duration::from_secs(seconds.unwrap_or(2));
    let seeds = seeds::all();
    for (name, target) in TARGETS {
        println!("{name}: {} calls", run(name, *target, &seeds, time));
    }
}
