//! Every reader of answers.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: connector_tests::fuzzed::prepare(),
    |bytes: &[u8]| connector_tests::fuzzed::responses(bytes)
);
