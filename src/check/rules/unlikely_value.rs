//! Ensure that a value is likely: most often one that is much too large, too small or too far off has a slip in it.
//!
//! It is a warning: it may be right. How much is likely stands in `model/limits.rs`.

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::format::SETTINGS_FILE;
use crate::message::{Message, checks};
use crate::model::{
    Agreement, Arg, Day, District, Doubt, Far, Field, Finding, HUNDREDTHS, Intervention, KeyPath, Kind, LONGEST_LINE,
    Number, RecordId, Register, Spot, Step, TableShape, TargetPicture, Usual, Value, each_told,
};
use crate::words::WORDS;

pub(in crate::check) const RULE: Rule = Rule::warning(checks::UNLIKELY_VALUE, "format", Run::Record(run));

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    look(context.register, &Usual::of_files(context.today), placed, findings);
}

/// The same in `register.toml`.
pub(super) fn in_settings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let fields = &context.register.settings;
    run(context, &AnyRecordAt { kind: Kind::Body, id: "", file: SETTINGS_FILE, fields }, findings);
}

/// What is hardly so in some records, for somebody who writes it on a day.
#[must_use]
pub fn doubts(register: &Register, records: &[RecordId], today: Day) -> Vec<Finding> {
    let usual = Usual::of_what_is_written(today);
    let mut findings = Vec::new();
    for RecordId { kind, id } in records {
        if let (Some(fields), Some(file)) = (register.record(*kind, id), register.file(*kind, id)) {
            look(register, &usual, &AnyRecordAt { kind: *kind, id, file, fields }, &mut findings);
        }
    }
    findings
}

fn look(register: &Register, usual: &Usual, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    let shares = shares(register, placed);
    each_told(placed.fields, &mut |path, told| {
        let mut tell = |path: &[Step], doubt: Doubt| {
            findings.push(placed.finding(message(told.table, told.field, doubt), Spot::Value(path.to_vec())));
        };
        match told.value {
            Value::Readings(readings) => {
                for (indicator, number) in readings {
                    let path: KeyPath = path.iter().cloned().chain([Step::Key(indicator.to_string().into())]).collect();
                    share(&shares, &path, *number).into_iter().for_each(|doubt| tell(&path, doubt));
                }
            }
            Value::Number(number) => {
                let doubt = told.doubt(usual).or_else(|| share(&shares, path, number));
                doubt.into_iter().for_each(|doubt| tell(path, doubt));
            }
            _ => told.doubt(usual).into_iter().for_each(|doubt| tell(path, doubt)),
        }
    });
}

/// That a number is told as a part of a whole and is none.
fn share(shares: &[KeyPath], path: &[Step], number: f64) -> Option<Doubt> {
    let is_outside = number < HUNDREDTHS.0 || number > HUNDREDTHS.1;
    (is_outside && shares.iter().any(|share| share == path)).then_some(Doubt::NoShare(number))
}

/// Where the numbers of a record stand that are parts of a whole, by their unit.
fn shares(register: &Register, placed: &AnyRecordAt<'_>) -> Vec<KeyPath> {
    let mut found = Vec::new();
    match placed.kind {
        Kind::District => {
            if let Some(own) = register.districts.get(placed.id) {
                of_district(own, &mut found);
            }
        }
        Kind::Intervention => {
            if let Some(own) = register.interventions.get(placed.id) {
                of_intervention(own, &mut found);
            }
        }
        Kind::TargetPicture => {
            if let Some(own) = register.target_pictures.get(placed.id) {
                of_picture(register, own, &mut found);
            }
        }
        Kind::Agreement => {
            if let Some(own) = register.agreements.get(placed.id) {
                of_agreement(own, &mut found);
            }
        }
        Kind::Body | Kind::Meeting | Kind::Situation | Kind::ActionPlan | Kind::Round => {}
    }
    found
}

macro_rules! path {
    ($($step:expr),+) => { vec![$(Step::from($step)),+] };
}

fn of_district(own: &District, found: &mut Vec<KeyPath>) {
    for (place, indicator) in own.indicator.iter().enumerate().filter(|(_, own)| is_share(&own.unit)) {
        found.extend(
            (0..indicator.readings.len()).map(|reading| path!["indicator", place, "readings", reading, "value"]),
        );
    }
}

fn of_intervention(own: &Intervention, found: &mut Vec<KeyPath>) {
    for (place, indicator) in own.indicator.iter().enumerate().filter(|(_, own)| is_share(&own.unit)) {
        found.push(path!["indicator", place, "target"]);
        let value = |told| {
            let mut path: KeyPath = path!["follow_up", told, "values"];
            path.push(Step::Key(indicator.id.to_string().into()));
            path
        };
        found.extend((0..own.follow_up.len()).map(value));
    }
}

fn of_picture(register: &Register, own: &TargetPicture, found: &mut Vec<KeyPath>) {
    let Some(district) = own.district.as_ref().and_then(|district| register.districts.get(district.as_str())) else {
        return;
    };
    for (place, goal) in own.goal.iter().enumerate() {
        let indicator = goal.indicator.as_ref().and_then(|indicator| district.indicator(indicator.as_str()));
        if indicator.is_some_and(|indicator| is_share(&indicator.unit)) {
            found.push(path!["goal", place, "baseline", "value"]);
            found.push(path!["goal", place, "target", "value"]);
        }
    }
}

fn of_agreement(own: &Agreement, found: &mut Vec<KeyPath>) {
    for (place, promise) in own.commitment.iter().enumerate().filter(|(_, own)| is_share(&own.target.unit)) {
        found.push(path!["commitment", place, "target", "value"]);
        found.extend((0..promise.follow_up.len()).map(|told| path!["commitment", place, "follow_up", told, "value"]));
    }
}

/// Whether a unit is parts of a whole: per cent, and of what.
fn is_share(unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    let rest = WORDS.percent.iter().find_map(|word| unit.strip_prefix(word));
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn message(table: &TableShape, field: &Field, doubt: Doubt) -> Message<Arg> {
    let number = |number| match number {
        Number::Whole(number) => Arg::Number(number),
        Number::Decimal(number) => Arg::Decimal(number),
    };
    let far = |far| match far {
        Far::Day(day) => Arg::Day(day),
        // Years have no spaces between their digits.
        Far::Year(year) => year.to_string().into(),
    };
    let none = || Arg::from("");
    let (why, value, limit) = match doubt {
        Doubt::Many(value, most) => ("many", number(value), most.into()),
        Doubt::SmallAmount(amount) => ("small", amount.into(), none()),
        Doubt::LargeAmount(amount) => ("large", amount.into(), none()),
        Doubt::LongAgo(time) => ("long-ago", far(time), none()),
        Doubt::FarAhead(time) => ("far-ahead", far(time), none()),
        Doubt::NoShare(number) => ("share", Arg::Decimal(number), none()),
        Doubt::Lines(lines) => ("lines", lines.into(), none()),
        Doubt::Long(letters) => ("long", letters.into(), LONGEST_LINE.into()),
    };
    checks::UnlikelyValue { why, field: Arg::Field(table.name, field.name), limit, value }.into()
}
