//! Feeds the merger with whatever the fuzzer makes up.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| register_fuzz::merge_versions(bytes));
