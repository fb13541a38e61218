//! Feeds the search for personal data with whatever the fuzzer makes up.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| register_fuzz::scan_text(bytes));
