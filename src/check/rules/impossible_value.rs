//! Ensure that no number, year or day is one that can't be: staff below zero, a year of two digits.

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::format::SETTINGS_FILE;
use crate::message::{Message, checks};
use crate::model::{Arg, Finding, Kind, Number, Span, Spot, Told, each_told};

pub(in crate::check) const RULE: Rule = Rule::error(checks::IMPOSSIBLE_VALUE, "format", Run::Record(run));

fn run(_: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    each_told(placed.fields, &mut |path, told| {
        // A priority that is none is told of as that.
        if told.field.span == Span::Priority {
            return;
        }
        if let Some(number) = told.impossible() {
            findings.push(placed.finding(message(&told, number), Spot::Value(path.to_vec())));
        }
    });
}

/// The same in `register.toml`.
pub(super) fn in_settings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let fields = &context.register.settings;
    run(context, &AnyRecordAt { kind: Kind::District, id: "", file: SETTINGS_FILE, fields }, findings);
}

fn message(told: &Told<'_>, number: Number) -> Message<Arg> {
    let field = Arg::Field(told.table.name, told.field.name);
    let bound = |bound: Option<i64>| bound.unwrap_or_default().to_string();
    let (least, most) = (bound(told.field.least()), bound(told.field.most()));
    let why = if told.field.most().is_some() { "range" } else { "least" };
    let value = match number {
        // Years have no spaces between their digits.
        Number::Whole(number) if why == "range" => number.to_string().into(),
        Number::Whole(number) => Arg::Number(number),
        Number::Decimal(number) => Arg::Decimal(number),
    };
    checks::ImpossibleValue { why, field, least, most, value }.into()
}
