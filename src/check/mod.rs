//! What is wrong with a register: the rules, one a file, and what runs them.

mod rule;
mod rules;
mod since;
mod waive;

pub use rule::{
    AnyRecordAt, Context, LookAt, LookAtAll, LookAtRecord, LookAtValue, Past, RecordAt, Rule, Run, Touched,
};
pub use rules::lost_in_merge::lost_in_merge;
pub use rules::personal_data::scan;
pub use rules::reference::elements_of;
pub use rules::time::ahead_of_its_day::ahead;
pub use rules::unlikely_value::doubts;
pub use rules::{
    AHEAD_OF_ITS_DAY, CHANGED_SINCE_ADOPTION, PERSONAL_DATA, RULES, UNTOUCHED, WITHOUT_DRIVER, rule, severity,
};
pub use since::{Known, fresh};
pub use waive::Waived;

use crate::format::{Loaded, SETTINGS_FILE, Texts};
use crate::model::{Arg, Day, Finding, Kind, RecordId, Register, Severity, Step, Value, each_value};
use crate::with_kind;
use rayon::prelude::*;
use rule::Looked;
use rules::points_out::may_point_out;

/// Below this many records, threads cost more than they give.
const WORTH_THREADS: usize = 1500;

/// Whether a finding is about what else there is in the register, or is not.
#[must_use]
pub fn is_about_others(finding: &Finding) -> bool {
    use rules::reference::{UNKNOWN_ELEMENT, UNKNOWN_REFERENCE, UNKNOWN_WORD, WRONG_KIND};
    [UNKNOWN_ELEMENT, UNKNOWN_REFERENCE, UNKNOWN_WORD, WRONG_KIND].iter().any(|rule| rule.tells(finding))
}

/// A register, and what is wrong with it.
#[derive(Debug)]
pub struct Checked {
    /// The register as it was read.
    pub register: Register,
    /// What is wrong, what a person should do first at the top.
    pub findings: Vec<Finding>,
    /// What is wrong and accepted for a time.
    pub waived: Waived,
}

/// Everything wrong with a register: what reading it found, and what the rules find.
#[must_use]
pub fn check(loaded: Loaded, today: Day) -> Checked {
    check_with(loaded, today, Past::default())
}

/// The same, with what its history says of it.
#[must_use]
pub fn check_with(loaded: Loaded, today: Day, past: Past) -> Checked {
    checked(loaded, today, past, |_| true)
}

/// The texts that the rules look at: of long ones, those alone that may point somebody out.
pub const TEXTS: Texts = Texts::Where(may_point_out);

/// The texts that the rules look at which find errors: no error is of a long one.
pub const TEXTS_OF_ERRORS: Texts = Texts::Where(|_| false);

/// The errors in a register, without what else the rules find.
#[must_use]
pub fn errors(loaded: Loaded, today: Day) -> Checked {
    let mut checked = checked(loaded, today, Past::default(), |rule| rule.severity == Severity::Error);
    // Some rules are found by the look of another.
    checked.findings.retain(|finding| severity(finding) == Severity::Error);
    checked
}

fn checked(loaded: Loaded, today: Day, past: Past, is_wanted: fn(&Rule) -> bool) -> Checked {
    let Loaded { register, mut findings } = loaded;
    let context = Context { past, ..Context::new(&register, today) };
    for rule in RULES.iter().filter(|rule| is_wanted(rule)) {
        if let Run::Register(look) = rule.run {
            look(&context, &mut findings);
        }
    }
    for kind in Kind::ALL {
        with_kind!(kind, R => check_kind::<R>(&context, is_wanted, &mut findings));
    }
    let (mut findings, waived) = waive::weigh(&register, findings, today);
    sort(&mut findings);
    Checked { register, findings, waived }
}

fn check_kind<R: Looked>(context: &Context<'_>, is_wanted: fn(&Rule) -> bool, findings: &mut Vec<Finding>) {
    let looks = Looks::<R>::new(is_wanted);
    let records: Vec<RecordAt<'_, R>> =
        R::records(context.register).placed().map(|(id, file, record)| RecordAt { id, file, record }).collect();
    if records.len() < WORTH_THREADS {
        records.iter().for_each(|placed| looks.look(context, placed, findings));
        return;
    }
    let found: Vec<Vec<Finding>> = records
        .par_chunks(1024)
        .map(|records| {
            let mut found = Vec::new();
            records.iter().for_each(|placed| looks.look(context, placed, &mut found));
            found
        })
        .collect();
    findings.reserve_exact(found.iter().map(Vec::len).sum());
    findings.extend(found.into_iter().flatten());
}

/// The errors that the rules find in some records, those that they share with others among them.
#[must_use]
pub fn errors_of(register: &Register, records: &[RecordId], today: Day) -> Vec<Finding> {
    fn one<R: Looked>(context: &Context<'_>, id: &str, findings: &mut Vec<Finding>) {
        let records = R::records(context.register);
        if let (Some((id, record)), Some(file)) = (records.get_entry(id), records.file(id)) {
            Looks::<R>::new(|rule| rule.severity == Severity::Error).look(
                context,
                &RecordAt { id, file, record },
                findings,
            );
        }
    }
    let mut findings = Vec::new();
    let context = Context { tells_all: true, ..Context::new(register, today) };
    for RecordId { kind, id } in records {
        with_kind!(kind, R => one::<R>(&context, id, &mut findings));
    }
    // Some rules are found by the look of another.
    findings.retain(|finding| severity(finding) == Severity::Error);
    findings
}

/// The errors that the rules find in what holds for the whole register.
#[must_use]
pub fn errors_of_settings(register: &Register, today: Day) -> Vec<Finding> {
    let mut findings = Vec::new();
    let context = Context::new(register, today);
    for rule in RULES.iter().filter(|rule| rule.severity == Severity::Error) {
        if let Run::Register(look) = rule.run {
            look(&context, &mut findings);
        }
    }
    findings.retain(|finding| finding.file == SETTINGS_FILE && severity(finding) == Severity::Error);
    findings
}

/// How the rules look at a record of a kind.
struct Looks<R> {
    own: Vec<LookAt<R>>,
    any: Vec<LookAtRecord>,
    values: Vec<LookAtValue>,
}

impl<R: Looked> Looks<R> {
    /// The looks of the rules that are wanted.
    fn new(is_wanted: fn(&Rule) -> bool) -> Self {
        let runs = || RULES.iter().filter(|rule| is_wanted(rule)).map(|rule| &rule.run);
        Self {
            own: runs().filter_map(R::look).collect(),
            any: runs().filter_map(|run| if let Run::Record(look) = run { Some(*look) } else { None }).collect(),
            values: runs().filter_map(|run| if let Run::Value(look) = run { Some(*look) } else { None }).collect(),
        }
    }

    fn look(&self, context: &Context<'_>, placed: &RecordAt<'_, R>, findings: &mut Vec<Finding>) {
        self.own.iter().for_each(|look| look(context, placed, findings));
        let any = AnyRecordAt { kind: R::KIND, id: placed.id, file: placed.file, fields: placed.record };
        self.any.iter().for_each(|look| look(context, &any, findings));
        each_value(placed.record, &mut |path: &[Step], value: Value<'_>| {
            self.values.iter().for_each(|look| look(context, &any, path, value, findings));
        });
    }
}

/// Puts findings in the order in which a person should see to them. Errors stand in the order of files and
/// places, to be mended file by file. What comes after stands in the order of [`RULES`], the longest overdue
/// of a code first.
pub fn sort(findings: &mut [Finding]) {
    let urgency = |finding: &Finding| match severity(finding) {
        Severity::Error => (Severity::Error, 0, None),
        severity => (severity, rules::rank(finding), first_day(finding)),
    };
    let mut order: Vec<_> = findings.iter().map(urgency).zip(0..).collect();
    order.par_sort_by(|(left, one), (right, other)| {
        let (one, other): (&Finding, &Finding) = (&findings[*one], &findings[*other]);
        left.cmp(right)
            .then_with(|| (&one.file, &one.spot).cmp(&(&other.file, &other.spot)))
            .then_with(|| (one.code(), &one.element).cmp(&(other.code(), &other.element)))
    });
    put_in_order(findings, order.into_iter().map(|(_, place)| place).collect());
}

/// Puts things in an order, which has the place that each had before. There may be very many, so none is copied.
fn put_in_order<T>(things: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let from = order[at];
            things.swap(at, from);
            order[at] = at;
            at = from;
        }
        order[at] = at;
    }
}

/// The day that a finding tells of first.
fn first_day(finding: &Finding) -> Option<Day> {
    finding
        .message
        .arguments()
        .iter()
        .find_map(|(_, argument)| if let Arg::Day(day) = argument { Some(*day) } else { None })
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

#[cfg(test)]
mod tests {
    use super::put_in_order;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn everything_comes_to_its_place(order in Just((0..20_usize).collect::<Vec<_>>()).prop_shuffle(), count in 0..20_usize) {
            let order: Vec<usize> = order.into_iter().filter(|place| *place < count).collect();
            let mut things: Vec<String> = (0..count).map(|number| number.to_string()).collect();
            put_in_order(&mut things, order.clone());
            prop_assert_eq!(things, order.iter().map(usize::to_string).collect::<Vec<_>>());
        }
    }
}
