//! Credentials as they come from a file, for every connector.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| connector_tests::fuzzed::credentials(bytes));
