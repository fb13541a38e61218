//! The register as a whole, and the questions that it answers.

use super::field::{Fields, Value};
use super::finding::{KeyPath, Step};
use super::kinds::Kind;
use super::records::{Record, Records};
use super::reference::{BodyId, RecordId, Target};
use super::settings::Settings;
use super::text::Text;
use super::unread::Unread;
use super::{
    ActionPlan, Ages, Cause, Day, Decision, DistrictIndicator, Goal, Meeting, Problem, Round, TargetPicture, Term,
    Versions,
};
use crate::with_kind;
use std::borrow::Cow;
use std::collections::BTreeMap;

macro_rules! register {
    ($($(#[doc = $about:literal])* $kind:ident in $records:ident $(at $folder:literal)? $(called by $name:ident)?;)*) => {
        /// A register: its settings and its records.
        ///
        /// It holds what could be read, and says what could not ([`unread`](Register::unread)). A record that could
        /// not is known by its id alone ([`is_known`](Register::is_known)), so that what refers to it is not wrong
        /// as well.
        #[derive(Debug, Clone, Default)]
        pub struct Register {
            /// What holds for the whole register.
            pub settings: Settings,
            $(
                #[doc = concat!("The records in the folder `", stringify!($records), "`.")]
                pub $records: Records<super::$kind>,
            )*
            /// When its records were last touched, as far as anybody has asked its history.
            pub ages: Ages,
            /// Everything that is there, but could not be read.
            pub unread: Vec<Unread>,
            /// The records among it: their files by kind and id.
            unread_records: BTreeMap<RecordId, Text>,
        }
    };
}
crate::kinds!(register);

/// A place that names a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The record that names it.
    pub from: RecordId,
    /// Where in that record.
    pub path: KeyPath,
    /// The element that is named within the record, if any.
    pub element: Option<Text>,
}

/// A goal of a district, as a version of its target picture has it.
#[derive(Debug, Clone, Copy)]
pub struct GoalIn<'r> {
    /// The id of the district that has it.
    pub district: &'r str,
    /// The id of the version of the target picture.
    pub picture: &'r str,
    /// The goal, as that version has it.
    pub goal: &'r Goal,
    /// The district's indicator that shows whether it is reached.
    pub indicator: Option<&'r DistrictIndicator>,
}

impl GoalIn<'_> {
    /// The goal as others refer to it: `ryd#trygga-kvallar`.
    #[must_use]
    pub fn reference(&self) -> String {
        format!("{}#{}", self.district, self.goal.id)
    }
}

/// A decision, with the meeting that took it.
#[derive(Debug, Clone, Copy)]
pub struct DecisionIn<'r> {
    /// The id of the meeting that made it.
    pub meeting_id: &'r str,
    /// That meeting, for its day and body.
    pub meeting: &'r Meeting,
    /// The decision, as the meeting's file has it.
    pub decision: &'r Decision,
}

impl Register {
    /// Makes room for that many more records of a kind.
    pub fn reserve(&mut self, kind: Kind, count: usize) {
        with_kind!(kind, R => R::records_mut(self).reserve(count));
    }

    /// Forgets a record, read or not.
    pub fn remove(&mut self, kind: Kind, id: &str) {
        self.unread_records.remove(&RecordId::new(kind, id));
        with_kind!(kind, R => R::records_mut(self).remove(id));
    }

    /// Notes a record that is there but could not be read.
    pub fn note_unread(&mut self, record: RecordId, file: &str) {
        self.unread_records.insert(record, file.into());
    }

    /// Whether there is such a record, read or not.
    #[must_use]
    pub fn is_known(&self, kind: Kind, id: &str) -> bool {
        with_kind!(kind, R => R::records(self).contains(id))
            || (!self.unread_records.is_empty() && self.unread_records.contains_key(&RecordId::new(kind, id)))
    }

    /// Whether there is such a record and it could not be read.
    #[must_use]
    pub fn is_unread(&self, kind: Kind, id: &str) -> bool {
        !self.unread_records.is_empty() && self.unread_records.contains_key(&RecordId::new(kind, id))
    }

    /// How many records of a kind could be read.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        with_kind!(kind, R => R::records(self).len())
    }

    /// The ids of a kind, read or not, in order within each.
    #[must_use]
    pub fn ids(&self, kind: Kind) -> Vec<&str> {
        let mut ids: Vec<&str> = with_kind!(kind, R => R::records(self).ids().collect());
        ids.extend(self.unread_records.keys().filter(|record| record.kind == kind).map(|record| &*record.id));
        ids
    }

    /// The id of a record that could be read, for as long as the register lives.
    #[must_use]
    pub fn own_id(&self, kind: Kind, id: &str) -> Option<&str> {
        with_kind!(kind, R => R::records(self).get_entry(id).map(|(id, _)| id))
    }

    /// The id that a record has now which has or had that one; nothing where there is none.
    #[must_use]
    pub fn id_now(&self, kind: Kind, id: &str) -> Option<&str> {
        let had = |own: &&str| self.former_ids(kind, own).contains(&id);
        self.own_id(kind, id).or_else(|| self.ids(kind).into_iter().find(had))
    }

    /// A record as a table of fields.
    #[must_use]
    pub fn record(&self, kind: Kind, id: &str) -> Option<&dyn Fields> {
        with_kind!(kind, R => R::records(self).fields_of(id)).map(|(_, _, fields)| fields)
    }

    /// The file of a record, read or not, relative to the register.
    #[must_use]
    pub fn file(&self, kind: Kind, id: &str) -> Option<&str> {
        with_kind!(kind, R => R::records(self).file(id))
            .or_else(|| self.unread_records.get(&RecordId::new(kind, id)).map(|file| &**file))
    }

    /// Every record of a kind as a table of fields, with its id and file, in the order of ids.
    pub fn records(&self, kind: Kind) -> Box<dyn Iterator<Item = (&str, &str, &dyn Fields)> + '_> {
        with_kind!(kind, R => Box::new(R::records(self).fields()))
    }

    /// What people call a record: its name or title; nothing where it has none of its own.
    #[must_use]
    pub fn own_name(&self, kind: Kind, id: &str) -> Option<&str> {
        with_kind!(kind, R => R::records(self).get(id).map(Record::name)).filter(|name| !name.is_empty())
    }

    /// The ids that a record had before.
    #[must_use]
    pub fn former_ids(&self, kind: Kind, id: &str) -> Vec<&str> {
        let former = with_kind!(kind, R => R::records(self).get(id).map(Record::former_ids));
        former.unwrap_or_default().iter().map(super::FormerId::as_str).collect()
    }

    /// Whether a district's id is that of the record for the whole municipality, which counts as none.
    #[must_use]
    pub fn is_whole(&self, id: &str) -> bool {
        self.districts.get(id).is_some_and(super::District::is_municipality)
    }

    /// The district's name, or its id where it could not be read.
    #[must_use]
    pub fn district_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.own_name(Kind::District, id).unwrap_or(id)
    }

    /// The body's name, or its id where it could not be read.
    #[must_use]
    pub fn body_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.own_name(Kind::Body, id).unwrap_or(id)
    }

    /// What people call a body that is named; nothing where none is.
    #[must_use]
    pub fn name_of_body<'a>(&'a self, id: Option<&'a BodyId>) -> &'a str {
        id.map_or("", |id| self.body_name(id.as_str()))
    }

    /// The municipality-wide goal of that id.
    #[must_use]
    pub fn municipal_goal(&self, id: &str) -> Option<&super::MunicipalGoal> {
        self.settings.goal.iter().find(|goal| goal.id.as_str() == id)
    }

    /// The versions of a district's target picture, as they stand on a day.
    #[must_use]
    pub fn target_pictures_of(&self, district: &str, day: Day) -> Versions<'_, TargetPicture> {
        Versions::of(self, district, day)
    }

    /// The versions of a district's action plan, as they stand on a day.
    #[must_use]
    pub fn action_plans_of(&self, district: &str, day: Day) -> Versions<'_, ActionPlan> {
        Versions::of(self, district, day)
    }

    /// The goals of a district as a version of its target picture has them.
    pub fn goals_in<'r>(
        &'r self,
        district: &'r str,
        picture: &'r str,
        record: &'r TargetPicture,
    ) -> impl Iterator<Item = GoalIn<'r>> {
        let of_district = self.districts.get(district);
        record.goal.iter().map(move |goal| {
            let indicator = goal.indicator.as_ref();
            let indicator = indicator.and_then(|id| of_district.and_then(|own| own.indicator(id.as_str())));
            GoalIn { district, picture, goal, indicator }
        })
    }

    /// The goals of a district on a day: of the version of its target picture to go by.
    #[must_use]
    pub fn goals_of<'r>(&'r self, district: &'r str, day: Day) -> Vec<GoalIn<'r>> {
        let current = self.target_pictures_of(district, day).current();
        current.map_or(Vec::new(), |version| self.goals_in(district, version.id, version.record).collect())
    }

    /// Every version of every goal of every district, in the order of the versions' ids.
    pub fn goal_versions(&self) -> impl Iterator<Item = GoalIn<'_>> {
        let pictures = self.target_pictures.iter();
        let placed = pictures.filter_map(|(id, record)| Some((record.district.as_ref()?.as_str(), id, record)));
        placed.flat_map(|(district, id, record)| self.goals_in(district, id, record))
    }

    /// Every goal of every district once, as the version has it that was adopted last.
    #[must_use]
    pub fn goals(&self) -> Vec<GoalIn<'_>> {
        let mut goals: Vec<GoalIn<'_>> = Vec::new();
        for goal in self.goal_versions() {
            match goals.iter_mut().find(|known| known.district == goal.district && known.goal.id == goal.goal.id) {
                Some(known) if self.age_of_picture(known.picture) < self.age_of_picture(goal.picture) => *known = goal,
                Some(_) => {}
                None => goals.push(goal),
            }
        }
        goals.sort_by_key(|goal| goal.district);
        goals
    }

    /// What versions of a target picture are ordered by: when they were adopted, and when they begin.
    fn age_of_picture(&self, id: &str) -> (Option<Day>, Option<Day>) {
        let Some(picture) = self.target_pictures.get(id) else { return (None, None) };
        let adopted = picture.adoptable().adoption(self).and_then(|(_, meeting)| meeting.on);
        (adopted, picture.period.from)
    }

    /// The goal of that id in a district, as the version of its target picture has it that was adopted last; nothing
    /// where no version has it.
    #[must_use]
    pub fn goal(&self, district: &str, id: &str) -> Option<&Goal> {
        let own = self.target_pictures.iter().filter(|(_, picture)| super::Versioned::is_of(*picture, district));
        let versions = own.filter_map(|(picture, record)| Some((picture, record.goal(id)?)));
        versions.max_by_key(|(picture, _)| self.age_of_picture(picture)).map(|(_, goal)| goal)
    }

    /// The problem of that id in a district; nothing where it has none.
    #[must_use]
    pub fn problem(&self, district: &str, id: &str) -> Option<&Problem> {
        self.districts.get(district)?.problem.iter().find(|problem| problem.id.as_str() == id)
    }

    /// The cause of that id in a district, with its problem; nothing where it has none.
    #[must_use]
    pub fn cause(&self, district: &str, id: &str) -> Option<(&Problem, &Cause)> {
        self.districts.get(district)?.causes().find(|(_, cause)| cause.id.as_str() == id)
    }

    /// The title of the goal, problem or cause that a reference names.
    #[must_use]
    pub fn element_title(&self, target: Target, reference: &str) -> Option<&str> {
        let pointer = target.parse(reference)?;
        match (target, pointer.element) {
            (Target::Goal | Target::MunicipalGoal, None) => self.municipal_goal(pointer.id).map(|goal| &*goal.title),
            (Target::Goal, Some(element)) => self.goal(pointer.id, element).map(|goal| &*goal.title),
            (Target::Problem, Some(element)) => self.problem(pointer.id, element).map(|problem| &*problem.title),
            (Target::OwnIndicator, None) => {
                // Districts measure the same by one id.
                let named = self.districts.iter().find_map(|(_, district)| district.indicator(pointer.id));
                named.map(|indicator| &*indicator.name)
            }
            (Target::Cause, Some(element)) => self.cause(pointer.id, element).map(|(_, cause)| &*cause.text),
            _ => None,
        }
    }

    /// Whether there is such a goal, problem, cause or word as a reference names.
    #[must_use]
    pub fn has(&self, target: Target, reference: &str) -> bool {
        match self.settings.vocabulary.words(target) {
            Some(words) => words.contains_key(reference),
            None => self.element_title(target, reference).is_some(),
        }
    }

    /// Every decision of every meeting, oldest first.
    pub fn decisions(&self) -> impl Iterator<Item = DecisionIn<'_>> {
        self.meetings.iter().flat_map(|(meeting_id, meeting)| {
            meeting.decision.iter().map(move |decision| DecisionIn { meeting_id, meeting, decision })
        })
    }

    /// The round of inventory that came last, of those that have begun.
    #[must_use]
    pub fn latest_round(&self) -> Option<(&str, &Round)> {
        let begun = self.rounds.iter().filter(|(_, round)| round.began.is_some());
        begun.max_by_key(|(_, round)| round.period.map(Term::last))
    }

    /// The places in the register that name a record, or an element of it.
    #[must_use]
    pub fn referring_to(&self, kind: Kind, id: &str) -> Vec<Reference> {
        let mut found = Vec::new();
        for from in Kind::ALL {
            for (from_id, _, fields) in self.records(from) {
                each_reference(fields, &mut |path, target, text| {
                    if !text.contains(id) {
                        return;
                    }
                    let Some(pointer) = target.parse(text) else { return };
                    if pointer.kind == Some(kind) && pointer.id == id {
                        found.push(Reference {
                            from: RecordId::new(from, from_id),
                            path: path.to_vec(),
                            element: pointer.element.map(Into::into),
                        });
                    }
                });
            }
        }
        found
    }
}

/// Calls `found` with every reference in a table, in the order of its fields.
pub fn each_reference<'r>(fields: &'r dyn Fields, found: &mut dyn FnMut(&[Step], Target, &'r str)) {
    each_value(fields, &mut |path, value| {
        if let Value::Reference(target, text) = value {
            found(path, target, text);
        }
    });
}

/// Calls `found` with every value in a table that is no table or list itself, with the path to it.
pub fn each_value<'r>(fields: &'r dyn Fields, found: &mut dyn FnMut(&[Step], Value<'r>)) {
    fn one<'r>(value: Value<'r>, path: &mut KeyPath, found: &mut dyn FnMut(&[Step], Value<'r>)) {
        match value {
            Value::Empty => {}
            Value::Table(table) => all(table, path, found),
            Value::List(list) => {
                for index in 0..list.len() {
                    path.push(Step::Index(index));
                    one(list.at(index), path, found);
                    path.pop();
                }
            }
            single => found(path, single),
        }
    }
    fn all<'r>(fields: &'r dyn Fields, path: &mut KeyPath, found: &mut dyn FnMut(&[Step], Value<'r>)) {
        for (index, field) in fields.shape().fields.iter().enumerate() {
            path.push(Step::Key(Cow::Borrowed(field.name)));
            one(fields.value(index), path, found);
            path.pop();
        }
    }
    all(fields, &mut Vec::new(), found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{District, GoalRef, Intervention, InterventionId};
    use std::sync::Arc;

    fn register() -> Register {
        let mut register = Register::default();
        let ryd = District { name: "Ryd".into(), ..District::default() };
        register.districts.insert("ryd".into(), "districts/ryd.toml".into(), Arc::new(ryd));
        let walk = Intervention {
            title: "Nattvandring".into(),
            districts: [crate::model::DistrictId::new("ryd").unwrap()].into(),
            goals: [GoalRef::new("ryd#trygga-kvallar").unwrap()].into(),
            ..Intervention::default()
        };
        register.interventions.insert("nattvandring".into(), "interventions/nattvandring.toml".into(), Arc::new(walk));
        register
    }

    #[test]
    fn it_knows_who_refers_to_whom() {
        let register = register();
        let found = register.referring_to(Kind::District, "ryd");
        let paths: Vec<String> = found.iter().map(|reference| crate::model::path_text(&reference.path)).collect();
        assert_eq!(paths, ["districts[0]", "goals[0]"]);
        assert_eq!(found[1].element.as_deref(), Some("trygga-kvallar"));
        assert!(register.referring_to(Kind::Body, "ryd").is_empty());
        assert!(InterventionId::new("nattvandring").is_ok());
    }
}
