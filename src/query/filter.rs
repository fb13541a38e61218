//! Choosing records by their fields.

use super::{Derived, Row};
use crate::catalog::shape_of;
use crate::measure::known_days;
use crate::model::{
    Assessment, Day, DistrictId, Field, Intervention, Kind, Period, Register, Role, Shape, Status, Target, Value,
    Whole, each_value,
};

/// A field that records can be chosen by.
#[derive(Debug, Clone)]
pub struct FilterField {
    /// Its name as a flag: of one, where the field is a list of several.
    pub flag: String,
    /// The field as the kind describes it.
    pub field: &'static Field,
}

/// The fields of a kind that its records can be chosen by: those with ids and coded values.
#[must_use]
pub fn filter_fields(kind: Kind) -> Vec<FilterField> {
    shape_of(kind)
        .fields
        .iter()
        .filter(|field| matches!(field.shape.single(), Shape::Choice(_) | Shape::Reference(_) | Shape::Flag))
        .map(|field| FilterField { flag: one_of(field), field })
        .collect()
}

/// The name of a field with hyphens, and of one where it is a list: `districts` is chosen by `district`.
fn one_of(field: &Field) -> String {
    let name = field.name.replace('_', "-");
    if !field.shape.is_list() {
        return name;
    }
    match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => name.strip_suffix('s').unwrap_or(&name).to_owned(),
    }
}

/// What is wanted of a field: any of several values.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The name of the field, as files have it.
    pub field: &'static str,
    /// The codes or ids of which the record must have one.
    pub values: Vec<String>,
    /// What stands for one of them in the record, by the fields that it stands in: the district's goals that serve a
    /// municipality-wide one, the causes of a problem.
    pub through: Vec<(&'static str, Vec<String>)>,
}

impl Wanted {
    /// That a field has one of some values.
    #[must_use]
    pub fn new(field: &'static str, values: Vec<String>) -> Self {
        Self { field, values, through: Vec::new() }
    }

    /// Takes in what stands for what is wanted, as references lead there.
    fn follow(&mut self, kind: Kind, register: &Register) {
        let fields = shape_of(kind).fields;
        let target_of = |field: &Field| match field.shape.single() {
            Shape::Reference(target) => Some(*target),
            _ => None,
        };
        let is_wanted = |id: &str| self.values.iter().any(|value| value == id);
        let through = match fields.iter().find(|field| field.name == self.field).and_then(target_of) {
            Some(Target::Goal) => {
                let goals = register.goals().into_iter();
                let serving = goals.filter(|own| own.goal.serves.iter().any(|served| is_wanted(served.as_str())));
                Some((self.field, serving.map(|own| own.reference()).collect::<Vec<String>>()))
            }
            Some(Target::Problem) => {
                let causes = register.districts.iter().flat_map(|(id, district)| {
                    district
                        .causes()
                        .map(move |(problem, cause)| (format!("{id}#{}", problem.id), format!("{id}#{}", cause.id)))
                });
                let of_wanted = causes.filter(|(problem, _)| is_wanted(problem)).map(|(_, cause)| cause).collect();
                let field = fields.iter().find(|field| target_of(field) == Some(Target::Cause));
                field.map(|field| (field.name, of_wanted))
            }
            _ => None,
        };
        self.through.extend(through.filter(|(_, values)| !values.is_empty()));
    }

    fn fits(&self, row: &Row<'_>) -> bool {
        if self.is_of_all_where_empty(row) {
            return true;
        }
        has(row.get(self.field), &self.values) || self.through.iter().any(|(field, values)| has(row.get(field), values))
    }

    /// Whether a record that names no district is of all of them, and so of those that are wanted.
    fn is_of_all_where_empty(&self, row: &Row<'_>) -> bool {
        self.is_of_districts() && matches!(row.kind, Kind::Body | Kind::Agreement) && row.get(self.field).is_empty()
    }

    /// That an intervention is for one of some districts; nothing where none is named.
    #[must_use]
    pub fn in_districts(values: Vec<String>) -> Option<Self> {
        districts().filter(|_| !values.is_empty()).map(|field| Wanted::new(field.name, values))
    }

    /// Whether it is districts that are wanted.
    #[must_use]
    pub fn is_of_districts(&self) -> bool {
        districts().is_some_and(|field| field.name == self.field)
    }
}

/// The field of interventions that names their districts.
fn districts() -> Option<&'static Field> {
    let is_district = |shape: &Shape| matches!(shape, Shape::Reference(Target::Record(Kind::District)));
    shape_of(Kind::Intervention).fields.iter().find(|field| is_district(field.shape.single()))
}

/// Which records are wanted. Everything asked for must hold.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// What is wanted of the fields.
    pub wanted: Vec<Wanted>,
    /// How interventions were judged last; any of several.
    pub assessment: Vec<Assessment>,
    /// Only those for which a follow-up is missing.
    pub late: bool,
    /// Only those that have a day in common with this.
    pub between: Option<Period>,
    /// Words that must stand somewhere in the record, whatever their case.
    pub words: Vec<String>,
    /// That money is told whole, and not the part of the districts that are wanted.
    pub whole: bool,
}

impl Filter {
    /// Whether nothing is asked for, so that every record fits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
            && self.assessment.is_empty()
            && !self.late
            && self.between.is_none()
            && self.words.is_empty()
    }

    /// Whether more than districts is asked for.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        let wanted = self.wanted.iter().filter(|wanted| !wanted.is_of_districts()).cloned().collect();
        !Self { wanted, ..self.clone() }.is_empty()
    }

    /// The districts whose part of the money is told; all of it where there are none.
    #[must_use]
    pub fn within(&self) -> &[String] {
        if self.whole { &[] } else { self.districts() }
    }

    /// The districts that are wanted; all of them where there are none.
    #[must_use]
    pub fn districts(&self) -> &[String] {
        let wanted = self.wanted.iter().find(|wanted| wanted.is_of_districts());
        wanted.map_or(&[], |wanted| &wanted.values)
    }

    /// Takes in what stands for what is wanted in a register: whatever serves a municipality-wide goal through a
    /// district's, and whatever does something about a problem's cause.
    pub fn follow(&mut self, kind: Kind, register: &Register) {
        self.wanted.iter_mut().for_each(|wanted| wanted.follow(kind, register));
    }

    /// Whether an intervention fits but for its districts, and was for one of the wanted ones before.
    #[must_use]
    pub fn has_fitted(&self, row: &Row<'_>) -> bool {
        let is_wanted = |id: &DistrictId| self.districts().iter().any(|wanted| wanted == id.as_str());
        let before = row.intervention.into_iter().flat_map(|own| own.handed_over.iter());
        before.flat_map(|own| own.districts.iter()).any(is_wanted) && self.fits_but(row, Wanted::is_of_districts)
    }

    /// Whether a record fits.
    #[must_use]
    pub fn fits(&self, row: &Row<'_>) -> bool {
        self.fits_but(row, |_| false)
    }

    /// Whether a record fits, whatever is wanted of some fields.
    fn fits_but(&self, row: &Row<'_>, is_left_out: impl Fn(&Wanted) -> bool) -> bool {
        self.wanted.iter().all(|wanted| is_left_out(wanted) || wanted.fits(row))
            && (self.assessment.is_empty()
                || matches!(Derived::Assessment.value(row), Value::Code(code, _)
                    if self.assessment.iter().any(|wanted| wanted.code() == code)))
            && (!self.late || matches!(Derived::Late.value(row), Value::Term(_)))
            && self.between.as_ref().is_none_or(|between| touches(row, between))
            && (self.words.is_empty() || says(row, &self.words))
    }
}

fn has(value: Value<'_>, wanted: &[String]) -> bool {
    let is = |text: &str| wanted.iter().any(|wanted| wanted == text);
    match value {
        Value::List(list) => (0..list.len()).any(|index| has(list.at(index), wanted)),
        Value::Code(code, _) => is(code),
        Value::Reference(_, reference) => is(reference),
        Value::Flag(flag) => is(if flag { "true" } else { "false" }),
        _ => false,
    }
}

/// Whether a record has a day in common with a period: by the days that it is of.
fn touches(row: &Row<'_>, between: &Period) -> bool {
    if let Some(intervention) = row.intervention {
        return may_go_on(intervention, between, row.today);
    }
    let Some(time) = row.fields.shape().with_role(Role::Time) else { return false };
    match row.fields.get(time.name) {
        Value::Day(on) => between.contains(on),
        Value::Term(term) => term.period().overlaps(between),
        Value::Table(table) => {
            matches!(table.whole(), Some(Whole::Period(period)) if !period.is_unknown() && period.overlaps(between))
        }
        _ => false,
    }
}

/// Whether an intervention may go on some day of a stretch, as far as its days say: what is neither begun nor planned for a
/// day is for none.
fn may_go_on(intervention: &Intervention, between: &Period, today: Day) -> bool {
    let has_been = intervention.status.is_some_and(Status::has_gone_on);
    let is_planned = !intervention.actual_period().is_unknown();
    (has_been || is_planned) && known_days(intervention, today).overlaps(between)
}

/// Whether every word stands somewhere in the record.
fn says(row: &Row<'_>, words: &[String]) -> bool {
    let mut text = row.id.to_lowercase();
    each_value(row.fields, &mut |_, value| {
        let part = match value {
            Value::Text(part) | Value::Id(part) | Value::CaseNumber(part) | Value::Reference(_, part) => part,
            _ => return,
        };
        text.push('\n');
        text.push_str(&part.to_lowercase());
    });
    words.iter().all(|word| text.contains(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_names_one_of_a_list() {
        let flags = |kind| filter_fields(kind).into_iter().map(|field| field.flag).collect::<Vec<_>>();
        let interventions = flags(Kind::Intervention);
        for flag in ["status", "aspect", "district", "category", "target-group", "goal", "problem", "board", "partner"]
        {
            assert!(interventions.iter().any(|known| known == flag), "{flag} in {interventions:?}");
        }
        assert!(flags(Kind::Agreement).contains(&"party".to_owned()));
        assert!(flags(Kind::District).contains(&"body".to_owned()));
    }
}
