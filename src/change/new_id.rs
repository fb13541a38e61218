//! The id of a record that is new.

use crate::model::{Cycle, Day, Kind, Register, Settings, Term, slug};
use toml::{Table, Value};

/// The id of a new record: of its name or title; a meeting's is its day and body, a situation picture's its period
/// and district, that of a version of a target picture or action plan its district and the year from which it holds, that
/// of a round of inventory its term. Empty where what it is made of is not there.
#[must_use]
pub fn new_id(kind: Kind, table: &Table, settings: &Settings) -> String {
    match kind {
        Kind::Meeting => meeting_id(table).unwrap_or_default(),
        Kind::Situation => situation_id(table, settings).unwrap_or_default(),
        Kind::TargetPicture => version_id(table, text(table, "district")).unwrap_or_default(),
        Kind::ActionPlan => version_id(table, &first(table, "districts")).unwrap_or_default(),
        Kind::Round => round_id(table).unwrap_or_default(),
        Kind::District | Kind::Body => slug(text(table, "name")),
        Kind::Intervention | Kind::Agreement => slug(text(table, "title")),
    }
}

/// An id, with the first number behind it that makes it one that no record has where one has it.
#[must_use]
pub fn numbered_id(kind: Kind, id: &str, register: &Register) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    ids.find(|id| !register.is_known(kind, id)).unwrap_or_default()
}

/// An id that ends in the id of another record, as a meeting's does in its body's, with a new one there. A number that
/// tells it from another of the same stays behind it. Nothing where it does not end so.
pub(super) fn with_other_end(id: &str, old: &str, new: &str) -> Option<String> {
    let begin = |id: &str| id.strip_suffix(old).filter(|begin| begin.ends_with('-')).map(str::to_owned);
    if let Some(begin) = begin(id) {
        return Some(format!("{begin}{new}"));
    }
    let (plain, number) = id.rsplit_once('-').filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()))?;
    begin(plain).map(|begin| format!("{begin}{new}-{number}"))
}

fn meeting_id(table: &Table) -> Option<String> {
    let on = day(table, "on")?;
    Some(format!("{on}-{}", text(table, "body")))
}

/// Of the shortest term that its period is within, the register's own before any other.
fn situation_id(table: &Table, settings: &Settings) -> Option<String> {
    let period = table.get("period")?.as_table()?;
    let from = day(period, "from")?;
    let until = day(period, "until").unwrap_or(from);
    let cycles = [settings.cycle(), Cycle::Month, Cycle::Quarter, Cycle::Tertial, Cycle::HalfYear, Cycle::Year];
    let term = cycles.into_iter().map(|cycle| Term::of(from, cycle)).find(|term| until <= term.last());
    // A stretch that is in no term goes by its first day.
    let first = term.map_or_else(|| from.to_string(), |term| term.to_string());
    Some(format!("{first}-{}", text(table, "district")))
}

/// Of the district, and the year from which it is to hold.
fn version_id(table: &Table, district: &str) -> Option<String> {
    let from = day(table.get("period")?.as_table()?, "from")?;
    (!district.is_empty()).then(|| format!("{district}-{:04}", from.year()))
}

/// Its term, however that is written.
fn round_id(table: &Table) -> Option<String> {
    let term: Term = text(table, "period").parse().ok()?;
    Some(term.to_string())
}

/// The first of some texts.
fn first(table: &Table, key: &str) -> String {
    let texts = table.get(key).and_then(Value::as_array);
    texts.and_then(|texts| texts.first()?.as_str()).unwrap_or_default().to_owned()
}

fn text<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A day, whether it is written as one or as a text.
fn day(table: &Table, key: &str) -> Option<Day> {
    table.get(key)?.to_string().trim_matches('"').parse().ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_what_the_record_says() {
        let settings = Settings::default();
        let id = |kind, text: &str| new_id(kind, &text.parse().unwrap(), &settings);
        assert_eq!(id(Kind::District, "name = 'Östra Ryd'"), "ostra-ryd");
        assert_eq!(id(Kind::Meeting, "on = 2026-03-04\nbody = 'bra'"), "2026-03-04-bra");
        let situation = "district = 'ryd'\nperiod = { from = 2026-01-01, until = 2026-12-31 }";
        assert_eq!(id(Kind::Situation, situation), "2026-ryd");
        assert_eq!(id(Kind::Situation, "district = 'ryd'"), "");
        assert_eq!(id(Kind::Round, "period = '2026-T3'"), "2026-t3");
        assert_eq!(id(Kind::Round, "period = 'hösten'"), "");
    }
}
