//! What is wrong with a register: the rules, one a file, and what runs them.

mod masking;
mod rule;
mod rules;

pub use masking::mask;
pub use rule::{Context, LookAtValue, Place, RULES, Rule, Run, rule, severity};
pub use rules::personal_data::{PersonalData, scan};
pub use rules::reference::elements_of;

use crate::format::Loaded;
use crate::model::{Day, Finding, Kind, Register, Severity, Step, Value, each_value};
use rayon::prelude::*;
use std::sync::LazyLock;

/// Below this many records, threads cost more than they give.
const WORTH_THREADS: usize = 1500;

/// Everything wrong with a register: what reading it found, and what the rules find. Errors first,
/// then in the order of files and places.
#[must_use]
pub fn check(loaded: Loaded, today: Day) -> (Register, Vec<Finding>) {
    let mut findings = loaded.findings;
    let context = Context::new(&loaded.register, today);
    for rule in RULES {
        if let Run::Settings(run) = rule.run {
            run(&context, &mut findings);
        }
    }
    for kind in Kind::ALL {
        let places: Vec<Place<'_>> =
            loaded.register.records(kind).map(|(id, file, fields)| Place { kind, id, file, fields }).collect();
        if places.len() < WORTH_THREADS {
            places.iter().for_each(|place| check_place(&context, place, &mut findings));
        } else {
            let found: Vec<Vec<Finding>> = places
                .par_chunks(1024)
                .map(|places| {
                    let mut found = Vec::new();
                    places.iter().for_each(|place| check_place(&context, place, &mut found));
                    found
                })
                .collect();
            findings.extend(found.into_iter().flatten());
        }
    }
    sort(&mut findings);
    (loaded.register, findings)
}

/// What the rules find in one record.
#[must_use]
pub fn check_record(register: &Register, kind: Kind, id: &str, today: Day) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let (Some(fields), Some(file)) = (register.record(kind, id), register.file(kind, id)) {
        check_place(&Context::new(register, today), &Place { kind, id, file, fields }, &mut findings);
    }
    findings
}

fn check_place(context: &Context<'_>, place: &Place<'_>, findings: &mut Vec<Finding>) {
    for rule in RULES {
        if let Run::Record(run) = rule.run {
            run(context, place, findings);
        }
    }
    each_value(place.fields, &mut |path: &[Step], value: Value<'_>| {
        for run in &*VALUE_RULES {
            run(context, place, path, value, findings);
        }
    });
}

/// The rules that look at each value: the few that are asked once for every value there is.
static VALUE_RULES: LazyLock<Vec<rule::LookAtValue>> = LazyLock::new(|| {
    let runs = RULES.iter().filter_map(|rule| match rule.run {
        Run::Value(run) => Some(run),
        _ => None,
    });
    runs.collect()
});

/// Puts findings in the order in which they are shown: what matters most first, then by file and
/// place.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|left, right| {
        (severity(left), &left.file, &left.spot, left.code).cmp(&(
            severity(right),
            &right.file,
            &right.spot,
            right.code,
        ))
    });
}

/// How many findings there are of each severity: errors, warnings, notes.
#[must_use]
pub fn count(findings: &[Finding]) -> [usize; 3] {
    let mut counts = [0; 3];
    for finding in findings {
        counts[match severity(finding) {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Note => 2,
        }] += 1;
    }
    counts
}

impl<'r> Context<'r> {
    /// What rules go by, in a register on a day.
    #[must_use]
    pub fn new(register: &'r Register, today: Day) -> Self {
        let pattern = &register.settings.case_number.pattern;
        let case_number = (!pattern.is_empty()).then(|| regex::Regex::new(pattern).ok()).flatten();
        Self { register, today, case_number }
    }
}
