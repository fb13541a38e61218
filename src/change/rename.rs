//! New ids: of a record, or of an element of one, with everything that refers to it.

use super::elements::{Element, Owner, id_places};
use super::new_id::with_other_end;
use super::plan::Plan;
use super::{ChangeError, Work, refuse_unread};
use crate::format::Edit;
use crate::model::{
    Cause, Decision, DistrictIndicator, Fields, Goal, Indicator, Kind, Problem, RecordId, Register, Step, Table as _,
    Target, Value, each_value,
};
use crate::store::FileChange;

impl Work {
    /// The changes that give a record another id: its file, every reference to it, and the records whose
    /// own ids are made of it: a body's meetings, a district's situation pictures.
    ///
    /// # Errors
    /// A file can't be read, any of the register's, or not be edited that way.
    pub fn rename(&self, record: &RecordId, new: &str) -> Result<Vec<FileChange>, ChangeError> {
        refuse_unread(&self.register, record, |_| true)?;
        let mut plan = Plan::default();
        plan.rename(&self.register, self.renames(record, new));
        self.changes(plan)
    }

    /// A record and those whose ids are made of its, each with its new id.
    fn renames(&self, record: &RecordId, new: &str) -> Vec<(RecordId, String)> {
        let mut renames = vec![(record.clone(), new.to_owned())];
        let mut follow = |kind: Kind, id: &str, refers: bool| {
            if let Some(id_then) = with_other_end(id, &record.id, new).filter(|_| refers) {
                renames.push((RecordId::new(kind, id), id_then));
            }
        };
        let is_it = |id: Option<&str>| id == Some(&*record.id);
        match record.kind {
            Kind::Body => self.register.meetings.iter().for_each(|(id, meeting)| {
                follow(Kind::Meeting, id, is_it(meeting.body.as_ref().map(|body| body.as_str())));
            }),
            Kind::District => {
                self.register.situations.iter().for_each(|(id, situation)| {
                    follow(Kind::Situation, id, is_it(situation.district.as_ref().map(|district| district.as_str())));
                });
                let begins = format!("{}-", record.id);
                let mut lead = |kind: Kind, id: &str, refers: bool| {
                    if let Some(end) = id.strip_prefix(&begins).filter(|_| refers) {
                        renames.push((RecordId::new(kind, id), format!("{new}-{end}")));
                    }
                };
                self.register.target_pictures.iter().for_each(|(id, picture)| {
                    lead(Kind::TargetPicture, id, is_it(picture.district.as_ref().map(|district| district.as_str())));
                });
                self.register.action_plans.iter().for_each(|(id, plan)| {
                    lead(Kind::ActionPlan, id, plan.is_for(&record.id));
                });
            }
            // No id is made of theirs.
            Kind::Intervention
            | Kind::Meeting
            | Kind::Situation
            | Kind::TargetPicture
            | Kind::ActionPlan
            | Kind::Agreement
            | Kind::Round => {}
        }
        renames
    }

    /// The changes that give an element another id, with everything that refers to it. All elements of its owner that
    /// have that id get the new one: a reference does not say which of them it means.
    ///
    /// # Errors
    /// A file can't be read, any of the register's, or not be edited that way.
    pub fn rename_element(&self, element: &Element, new: &str) -> Result<Vec<FileChange>, ChangeError> {
        refuse_unread(&self.register, element, |_| true)?;
        let register = &self.register;
        let renaming = Renaming::new(register, element, new);
        let mut plan = Plan::default();
        for kind in Kind::ALL {
            for (id, _, fields) in register.records(kind) {
                let record = RecordId::new(kind, id);
                plan.edit(&record, renaming.edits(Some(&record), fields));
            }
        }
        plan.edit_settings(renaming.edits(None, &register.settings));
        self.changes(plan)
    }
}

/// An element that gets another id.
struct Renaming<'e> {
    element: &'e Element,
    new: &'e str,
    /// The records that have the elements of its owner in their files.
    records: Vec<RecordId>,
    /// Which of them have such an element, each with the name of its table.
    holders: Vec<(RecordId, &'static str)>,
}

impl<'e> Renaming<'e> {
    fn new(register: &Register, element: &'e Element, new: &'e str) -> Self {
        let records = element.owner.records(register);
        let holders = records.iter().flat_map(|record| {
            let fields = register.record(record.kind, &record.id);
            let places = fields.map(|fields| id_places(fields, &element.id)).unwrap_or_default();
            places.into_iter().map(|(table, _)| (record.clone(), table))
        });
        Self { element, new, holders: holders.collect(), records }
    }

    /// The edits of a record, or of the settings: of the element itself where it stands there, and of all that refers
    /// to it.
    fn edits(&self, record: Option<&RecordId>, fields: &dyn Fields) -> Vec<Edit> {
        let is_owner = match record {
            None => self.element.owner == Owner::Settings,
            Some(record) => self.records.contains(record),
        };
        let old = &*self.element.id;
        let mut edits = Vec::new();
        if is_owner {
            let places = id_places(fields, old).into_iter();
            edits.extend(places.map(|(_, path)| Edit::Set(path, self.new.into())));
        }
        each_value(fields, &mut |path, value| match value {
            Value::Reference(target, text) if text.ends_with(old) && self.is_named(target, text, is_owner) => {
                let renamed = format!("{}{}", &text[..text.len() - old.len()], self.new);
                edits.push(Edit::Set(path.to_vec(), renamed.into()));
            }
            Value::Readings(readings)
                if is_owner
                    && self.has(Indicator::TABLE.name)
                    && readings.iter().any(|(indicator, _)| indicator == old) =>
            {
                let mut path = path.to_vec();
                path.push(Step::Key(old.to_owned().into()));
                edits.push(Edit::Rename(path, self.new.to_owned()));
            }
            _ => {}
        });
        edits
    }

    /// Whether a reference leads to the element. One that leads nowhere is left as wrong as it is.
    fn is_named(&self, target: Target, text: &str, is_in_owner: bool) -> bool {
        let Some(pointer) = target.parse(text) else { return false };
        let Some(kind) = pointer.kind else {
            return pointer.id == self.element.id
                && match target {
                    Target::OwnGoal => is_in_owner && self.has(Goal::TABLE.name),
                    Target::OwnIndicator => is_in_owner && self.has(DistrictIndicator::TABLE.name),
                    Target::Goal | Target::MunicipalGoal => self.element.owner == Owner::Settings,
                    _ => false,
                };
        };
        let is_it = |record: &RecordId| record.kind == kind && &*record.id == pointer.id;
        pointer.element == Some(&*self.element.id)
            && self.records.iter().any(is_it)
            && match target {
                Target::Goal => self.has(Goal::TABLE.name),
                Target::Problem => self.has(Problem::TABLE.name),
                Target::Cause => self.has(Cause::TABLE.name),
                Target::Decision => self.has(Decision::TABLE.name),
                // A district has the goals of its pictures; a picture has its own alone.
                _ => kind == Kind::District || self.holders.iter().any(|(record, _)| is_it(record)),
            }
    }

    fn has(&self, table: &str) -> bool {
        self.holders.iter().any(|(_, known)| *known == table)
    }
}
