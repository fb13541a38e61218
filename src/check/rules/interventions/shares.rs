//! Ensure that money is shared between the districts that an intervention is for: what is another district's part is
//! divided between them, as if nobody had said it (D11).

use crate::check::rule::{Context, RecordAt, Rule, Run, at};
use crate::measure::{MoneyRow, began};
use crate::message::checks;
use crate::model::{Finding, Intervention};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::SHARE_OUTSIDE_DISTRICTS, "D11", Run::Intervention(run));

fn run(context: &Context<'_>, placed: &RecordAt<'_, Intervention>, findings: &mut Vec<Finding>) {
    let record = placed.record;
    let mut look = |list: &'static str, place: usize, year: Option<i64>, row: &dyn MoneyRow| {
        let Some(year) = year.and_then(|year| i32::try_from(year).ok()) else { return };
        let own = record.districts_on(began(year, context.today));
        for (share, district) in row.shares().iter().enumerate() {
            let Some(district) = district.district.as_ref().filter(|district| !own.contains(district)) else {
                continue;
            };
            let message = checks::ShareOutsideDistricts {
                district: context.register.district_name(district.as_str()),
                title: &*record.title,
                year: year.to_string(),
            };
            findings.push(placed.finding(message, at![list, place, "shares", share]));
        }
    };
    for (place, row) in record.budget.iter().enumerate() {
        look("budget", place, row.year, row);
    }
    for (place, row) in record.actual.iter().enumerate() {
        look("actual", place, row.year, row);
    }
}
