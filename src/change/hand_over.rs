//! Handing over what a body or a district that ends leaves to those that come after it, in one change.

use super::plan::Plan;
use super::succession::{Named, Place, Succession};
use super::{ChangeError, Work, refuse_unread};
use crate::catalog::day_to_toml;
use crate::format::{Edit, SETTINGS_FILE, key};
use crate::model::{Fields, KeyPath, Kind, RecordId, Step, each_reference, path_text};
use crate::store::FileChange;
use std::collections::BTreeSet;
use toml::{Table, Value};

/// What is handed over, and what is not.
#[derive(Debug)]
pub struct HandedOver {
    /// The changes of files.
    pub changes: Vec<FileChange>,
    /// What goes over, record by record.
    pub moved: Vec<Named>,
    /// What goes on, and names what was decided for a district that ends: for people to look at.
    pub to_review: Vec<Named>,
    /// What else names the one that ends, and still does.
    pub left: Vec<Named>,
}

impl Work {
    /// The changes that end a body or a district, and hand over what goes on.
    ///
    /// # Errors
    /// A file can't be read, any of the register's, or not be edited that way.
    pub fn hand_over(&self, succession: &Succession) -> Result<HandedOver, ChangeError> {
        let old = &succession.old;
        refuse_unread(&self.register, old, |_| true)?;
        let register = &self.register;
        let mut plan = Plan::default();
        let successors = succession.new.iter().map(|new| Edit::Append(key("succeeded_by"), (&*new.id).into()));
        let end = Edit::Set(key("until"), day_to_toml(succession.last()));
        plan.edit(old, std::iter::once(end).chain(successors));
        let meetings = succession.meetings(register);
        let name = |record: &RecordId| match meetings.iter().find(|(old, _)| old == record) {
            Some((_, new)) => RecordId::new(record.kind, new).to_string(),
            None => record.to_string(),
        };
        let mut told = HandedOver { changes: Vec::new(), moved: Vec::new(), to_review: Vec::new(), left: Vec::new() };
        for kind in Kind::ALL {
            for (id, _, fields) in register.records(kind) {
                let record = RecordId::new(kind, id);
                let places = succession.places(&record, register);
                plan.edit(&record, places.iter().flat_map(|place| edits(place, succession, id)));
                plan.edit(&record, self.had(&record, &places, succession));
                let goes_on = kind == Kind::Intervention
                    && register.interventions.get(id).is_some_and(|own| succession.goes_on(own));
                told.tell(&name(&record), fields, &places, succession, goes_on);
            }
        }
        let places = succession.places_in_settings(&register.settings);
        plan.edit_settings(places.iter().flat_map(|place| edits(place, succession, "")));
        told.tell(SETTINGS_FILE, &register.settings, &places, succession, false);
        plan.rename(register, meetings);
        told.changes = self.changes(plan)?;
        Ok(told)
    }
}

/// The edits of one place in a record.
fn edits(place: &Place, succession: &Succession, own: &str) -> Vec<Edit> {
    match place {
        Place::One(path) => vec![Edit::Set(path.clone(), succession.first().into())],
        Place::Above(path, Some(above)) => vec![Edit::Set(path.clone(), above.as_str().into())],
        Place::Above(path, None) => vec![Edit::Remove(path.clone())],
        Place::List(path, named) => list_edits(path, named.clone(), succession, own),
    }
}

/// The edits that put those that come after in the place of the one that ends, each once, and none in its own list.
fn list_edits(path: &KeyPath, mut named: Vec<String>, succession: &Succession, own: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let is_own = |new: &&RecordId| succession.old.kind == Kind::Body && &*new.id == own;
    while let Some(place) = named.iter().position(|id| *id == *succession.old.id) {
        let at = |place: usize| path.iter().cloned().chain([Step::Index(place)]).collect::<KeyPath>();
        let missing = succession.new.iter().filter(|new| !named.contains(&new.id.to_string()) && !is_own(new));
        let missing: Vec<String> = missing.map(|new| new.id.to_string()).collect();
        match missing.split_first() {
            None if named.len() == 1 => {
                edits.push(Edit::Remove(path.clone()));
                named.clear();
            }
            None => {
                edits.push(Edit::Remove(at(place)));
                named.remove(place);
            }
            Some((first, rest)) => {
                edits.push(Edit::Set(at(place), first.as_str().into()));
                named[place].clone_from(first);
                for (next, new) in (place + 1..).zip(rest) {
                    edits.push(if next < named.len() {
                        Edit::Insert(path.clone(), next, new.as_str().into())
                    } else {
                        Edit::Append(path.clone(), new.as_str().into())
                    });
                    named.insert(next, new.clone());
                }
            }
        }
    }
    edits
}

impl Work {
    /// The note in a record of what was so until then, where it tells more than a name: who had an intervention, what a
    /// body was a part of.
    fn had(&self, record: &RecordId, places: &[Place], succession: &Succession) -> Option<Edit> {
        let moves = |name: &'static str| places.iter().any(|place| place.covers(&key(name)));
        let mut table = Table::new();
        table.insert("until".to_owned(), day_to_toml(succession.last()));
        match record.kind {
            Kind::Intervention => {
                let own = self.register.interventions.get(&record.id)?;
                for (name, body) in [("responsible", &own.responsible), ("board", &own.board)] {
                    if let Some(body) = body.as_ref().filter(|_| moves(name)) {
                        table.insert(name.to_owned(), body.as_str().into());
                    }
                }
                (table.len() > 1).then(|| Edit::Append(key("handed_over"), Value::Table(table)))
            }
            Kind::Body => {
                let leaves = moves("part_of");
                table.insert("body".to_owned(), (&*succession.old.id).into());
                leaves.then(|| Edit::Append(key("was_part_of"), Value::Table(table)))
            }
            _ => None,
        }
    }
}

impl HandedOver {
    /// Tells of each field of a record that names the one that ends.
    fn tell(&mut self, record: &str, fields: &dyn Fields, places: &[Place], succession: &Succession, goes_on: bool) {
        let all: Vec<String> = succession.new.iter().map(|new| new.id.to_string()).collect();
        let mut moved: Vec<(String, Vec<String>)> = Vec::new();
        let (mut review, mut left) = (BTreeSet::new(), BTreeSet::new());
        each_reference(fields, &mut |path, target, text| {
            let Some(pointer) = target.parse(text).filter(|pointer| pointer.id == &*succession.old.id) else { return };
            if pointer.kind != Some(succession.old.kind) {
                return;
            }
            let keys = path.iter().filter(|step| matches!(step, Step::Key(_))).cloned();
            let name = path_text(&keys.collect::<KeyPath>());
            match places.iter().find(|place| place.covers(path)) {
                Some(Place::One(_)) => moved.push((name, all[..1].to_vec())),
                Some(Place::Above(_, above)) => moved.push((name, above.iter().cloned().collect())),
                Some(Place::List(..)) => moved.push((name, all.clone())),
                None if pointer.element.is_some() && goes_on => drop(review.insert(name)),
                None => drop(left.insert(name)),
            }
        });
        while let Some((_, to)) = moved.first().cloned() {
            let (same, other) = moved.into_iter().partition(|(_, own)| *own == to);
            let same: Vec<(String, Vec<String>)> = same;
            let mut fields: Vec<String> = same.into_iter().map(|(name, _)| name).collect();
            fields.dedup();
            self.moved.push(Named { record: record.to_owned(), fields, to });
            moved = other;
        }
        let named = |fields: BTreeSet<String>| {
            (!fields.is_empty()).then(|| Named {
                record: record.to_owned(),
                fields: fields.into_iter().collect(),
                to: Vec::new(),
            })
        };
        self.to_review.extend(named(review));
        self.left.extend(named(left));
    }
}
