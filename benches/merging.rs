//! How well changes of two people are merged: `CASES=20000 cargo bench --bench merging`. Each case is a record of a
//! register in this repository with one to four changes by either side, made from the number of the case: fields,
//! elements that are added, taken away, given another key or put last, comments, another layout. The table says how
//! many are right, and `TOLD=3` shows the first of each sort that are not.

// A benchmark prints, and stops where it cannot go on.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::unwrap_used, clippy::cast_precision_loss)]

#[path = "../tests/support/merge_cases.rs"]
mod merge_cases;

use merge_cases::{Outcome, bases, case};
use std::collections::BTreeMap;

fn main() {
    let number = |name: &str, usual: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let (cases, told) = (number("CASES", 20_000), number("TOLD", 0));
    let bases = bases();
    let mut counts: BTreeMap<Outcome, u64> = BTreeMap::new();
    for number in number("FROM", 0)..number("FROM", 0) + cases {
        let case = case(&bases, number);
        let outcome = case.outcome();
        let count = counts.entry(outcome).or_default();
        *count += 1;
        if outcome != Outcome::Right && *count <= told {
            println!("{outcome:?} {}\n{:#?}\n{}", case.told, case.merged(), case.theirs);
        }
    }
    println!("| outcome | cases | share |\n|---|--:|--:|");
    for (outcome, count) in counts {
        println!("| {outcome:?} | {count} | {:.2} % |", 100.0 * count as f64 / cases as f64);
    }
}
