//! Feeds the queries and reports with whatever the fuzzer makes up.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| register_fuzz::ask(bytes));
