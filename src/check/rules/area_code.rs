//! Ensure that the code of a statistical area has the form of its kind (L8).

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::message::checks;
use crate::model::{AreaKind, Finding, Kind, Spot, Step};
use std::borrow::Cow;

pub(in crate::check) const RULE: Rule = Rule::error(checks::BAD_AREA_CODE, "L8", Run::Record(run));

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    if placed.kind != Kind::District {
        return;
    }
    let Some(district) = context.register.districts.get(placed.id) else { return };
    for (index, area) in district.statistical_areas.iter().enumerate() {
        let code = area.code.as_str();
        let fits = match area.kind {
            Some(AreaKind::Deso) => is_deso(code),
            Some(AreaKind::Regso) => is_regso(code),
            None => is_deso(code) || is_regso(code),
        };
        if !code.is_empty() && !fits {
            let keys =
                [Step::Key(Cow::Borrowed("statistical_areas")), Step::Index(index), Step::Key(Cow::Borrowed("code"))];
            findings.push(placed.finding(checks::bad_area_code(code), Spot::Value(keys.to_vec())));
        }
    }
}

/// Whether a code is that of a DeSO: `^\d{4}[ABC]\d{4}$` (L8).
fn is_deso(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 9 && digits(&bytes[..4]) && matches!(bytes[4], b'A'..=b'C') && digits(&bytes[5..])
}

/// Whether a code is that of a RegSO: `^\d{4}R\d{3}$` (L8).
fn is_regso(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 8 && digits(&bytes[..4]) && bytes[4] == b'R' && digits(&bytes[5..])
}

fn digits(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_of_the_two_divisions() {
        assert!(is_deso("9999C1010") && is_regso("9999R001"));
        for bad in ["9999D1010", "9999C101", "9999R0011", "999R001", "", "åååå"] {
            assert!(!is_deso(bad) && !is_regso(bad), "{bad}");
        }
    }
}
