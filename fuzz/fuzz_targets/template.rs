//! The parser of URL templates, which reads what authors write.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| connector_tests::fuzzed::template(bytes));
