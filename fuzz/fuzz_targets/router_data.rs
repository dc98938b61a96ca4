//! Every reader of a flow's data, and what builds a request of them.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: connector_tests::fuzzed::prepare(),
    |bytes: &[u8]| connector_tests::fuzzed::router_data(bytes)
);
