//! Handing over what a body or a district that ends leaves to those that come after it, in one change.

use super::plan::Plan;
use super::succession::{Named, Place, Places, Succession};
use super::{ChangeError, Work, refuse_unread};
use crate::catalog::day_to_toml;
use crate::format::{Edit, SETTINGS_FILE, key};
use crate::model::{BodyId, Fields, KeyPath, Kind, RecordId, Step, each_reference, path_text};
use crate::store::FileChange;
use std::collections::BTreeSet;
use toml::{Table, Value};

/// What is handed over, and what is not.
#[derive(Debug, Default)]
pub struct HandedOver {
    /// The changes of files.
    pub changes: Vec<FileChange>,
    /// What goes over, record by record.
    pub moved: Vec<Named>,
    /// What goes on, and names what was decided for a district that ends: for people to look at.
    pub to_review: Vec<Named>,
    /// What goes over when the day comes, and stays with the one that ends until then.
    pub waiting: Vec<Named>,
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
        if !succession.is_begun(register) {
            let successors = succession.new.iter().map(|new| Edit::Append(key("succeeded_by"), (&*new.id).into()));
            let end = Edit::Set(key("until"), day_to_toml(succession.last()));
            plan.edit(old, std::iter::once(end).chain(successors));
        }
        let meetings = succession.meetings(register);
        let name = |record: &RecordId| match meetings.iter().find(|(old, _)| old == record) {
            Some((_, new)) => RecordId::new(record.kind, new).to_string(),
            None => record.to_string(),
        };
        let mut told = HandedOver::default();
        for kind in Kind::ALL {
            for (id, _, fields) in register.records(kind) {
                let record = RecordId::new(kind, id);
                let places = succession.places(&record, register);
                plan.edit(&record, places.now.iter().flat_map(|place| edits(place, succession)));
                plan.edit(&record, self.had(&record, &places.now, succession));
                let goes_on = kind == Kind::Intervention
                    && register.interventions.get(id).is_some_and(|own| succession.goes_on(own));
                told.tell(&name(&record), fields, &places, succession, goes_on);
            }
        }
        told.to_review.extend(self.events_ahead(succession));
        let places = succession.places_in_settings(&register.settings);
        plan.edit_settings(places.now.iter().flat_map(|place| edits(place, succession)));
        told.tell(SETTINGS_FILE, &register.settings, &places, succession, false);
        plan.rename(register, meetings);
        told.changes = self.changes(plan)?;
        Ok(told)
    }
}

/// The edits of one place in a record.
fn edits(place: &Place, succession: &Succession) -> Vec<Edit> {
    match place {
        Place::One(path) => vec![Edit::Set(path.clone(), succession.first().into())],
        Place::Above(path, Some(above)) => vec![Edit::Set(path.clone(), above.as_str().into())],
        Place::Above(path, None) | Place::Twice(path) => vec![Edit::Remove(path.clone())],
        Place::List(path, named, without) => list_edits(path, named.clone(), without.as_deref(), succession),
    }
}

/// The edits that put those that come after in the place of the one that ends, each once, and take away the one that has no
/// place in the list.
fn list_edits(path: &KeyPath, mut named: Vec<String>, without: Option<&str>, succession: &Succession) -> Vec<Edit> {
    let mut edits = Vec::new();
    let goes = |id: &String| *id == *succession.old.id || without == Some(id);
    while let Some(place) = named.iter().position(goes) {
        let at = |place: usize| path.iter().cloned().chain([Step::Index(place)]).collect::<KeyPath>();
        let becomes: &[RecordId] = if *named[place] == *succession.old.id { &succession.new } else { &[] };
        let missing = becomes.iter().map(|new| new.id.to_string());
        let missing: Vec<String> =
            missing.filter(|new| !named.contains(new) && without != Some(new.as_str())).collect();
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
    /// The events ahead of a district that ends: they are in its own file, and which of those that come after has each of
    /// them is for people to say.
    fn events_ahead(&self, succession: &Succession) -> Option<Named> {
        let old = &succession.old;
        let district = self.register.districts.get(&old.id).filter(|_| old.kind == Kind::District)?;
        let has_any = district.event.iter().any(|event| event.from.is_some_and(|from| from >= succession.on));
        has_any.then(|| Named { record: old.to_string(), fields: vec!["event".to_owned()], to: Vec::new() })
    }

    /// The note in a record of what was so until then, where it tells more than a name: who had an intervention and for
    /// which districts, what a body was a part of, for which districts an agreement was. Where several end on one day, one note tells it.
    fn had(&self, record: &RecordId, places: &[Place], succession: &Succession) -> Vec<Edit> {
        let moves = |name: &'static str| {
            places.iter().any(|place| match place {
                Place::One(path) | Place::Above(path, _) | Place::List(path, ..) => *path == key(name),
                Place::Twice(_) => false,
            })
        };
        let last = Some(succession.last());
        match record.kind {
            Kind::Intervention => {
                let Some(own) = self.register.interventions.get(&record.id) else { return Vec::new() };
                let partners = || own.partners.iter().map(|id| Value::from(id.as_str())).collect();
                let districts = || own.districts.iter().map(|id| Value::from(id.as_str())).collect();
                let body = |body: &Option<BodyId>| body.as_ref().map(|body| Value::from(body.as_str()));
                let had: Vec<(&str, Value)> = [
                    ("responsible", body(&own.responsible)),
                    ("board", body(&own.board)),
                    ("partners", (!own.partners.is_empty()).then(|| Value::Array(partners()))),
                    ("districts", Some(Value::Array(districts()))),
                ]
                .into_iter()
                .filter_map(|(name, value)| Some((name, value.filter(|_| moves(name))?)))
                .collect();
                match own.handed_over.iter().position(|had| had.until == last) {
                    Some(place) => {
                        let known = &own.handed_over[place];
                        let missing = had.into_iter().filter(|(name, _)| known.get(name).is_empty());
                        let path = |name| key("handed_over").into_iter().chain([Step::Index(place)]).chain(key(name));
                        missing.map(|(name, value)| Edit::Set(path(name).collect(), value)).collect()
                    }
                    None if had.is_empty() => Vec::new(),
                    None => vec![note("handed_over", succession, had)],
                }
            }
            Kind::Body => {
                let own = self.register.bodies.get(&record.id);
                let is_told = own.is_some_and(|own| own.was_part_of.iter().any(|before| before.until == last));
                let leaves = moves("part_of") && !is_told;
                let body = Value::from(&*succession.old.id);
                leaves.then(|| note("was_part_of", succession, vec![("body", body)])).into_iter().collect()
            }
            Kind::Agreement => {
                let Some(own) = self.register.agreements.get(&record.id) else { return Vec::new() };
                let is_told = own.was_for.iter().any(|before| before.until == last);
                let goes = moves("districts") && !is_told;
                let districts = Value::Array(own.districts.iter().map(|id| Value::from(id.as_str())).collect());
                goes.then(|| note("was_for", succession, vec![("districts", districts)])).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Names of fields, each with those that they come to name.
type FieldsTo = Vec<(String, Vec<String>)>;

/// Adds a note of what was so until the last day of the one that ends.
fn note(field: &'static str, succession: &Succession, had: Vec<(&str, Value)>) -> Edit {
    let until = ("until", day_to_toml(succession.last()));
    let table: Table = std::iter::once(until).chain(had).map(|(name, value)| (name.to_owned(), value)).collect();
    Edit::Append(key(field), Value::Table(table))
}

impl HandedOver {
    /// Tells of each field of a record that names the one that ends.
    fn tell(&mut self, record: &str, fields: &dyn Fields, places: &Places, succession: &Succession, goes_on: bool) {
        let all: Vec<String> = succession.new.iter().map(|new| new.id.to_string()).collect();
        let (mut moved, mut waiting): (FieldsTo, FieldsTo) = Default::default();
        let (mut review, mut left) = (BTreeSet::new(), BTreeSet::new());
        each_reference(fields, &mut |path, target, text| {
            let Some(pointer) = target.parse(text).filter(|pointer| pointer.id == &*succession.old.id) else { return };
            if pointer.kind != Some(succession.old.kind) {
                return;
            }
            let keys = path.iter().filter(|step| matches!(step, Step::Key(_))).cloned();
            let name = path_text(&keys.collect::<KeyPath>());
            let to = |place: &Place| match place {
                Place::One(_) | Place::Twice(_) => all[..1].to_vec(),
                Place::Above(_, above) => above.iter().cloned().collect(),
                Place::List(_, _, without) => all.iter().filter(|id| without.as_ref() != Some(id)).cloned().collect(),
            };
            let covers = |place: &&Place| place.covers(path);
            match (places.now.iter().find(covers), places.then.iter().find(covers)) {
                (Some(place), _) => moved.push((name, to(place))),
                (None, Some(place)) => waiting.push((name, to(place))),
                (None, None) if pointer.element.is_some() && goes_on => drop(review.insert(name)),
                (None, None) => drop(left.insert(name)),
            }
        });
        // One may leave a list that it stood in by itself.
        for (places, names) in [(&places.now, &mut moved), (&places.then, &mut waiting)] {
            names.extend(places.iter().filter_map(|place| match place {
                Place::List(path, named, Some(without)) if !named.contains(&succession.old.id.to_string()) => {
                    Some((path_text(path), named.iter().filter(|id| *id != without).cloned().collect()))
                }
                _ => None,
            }));
        }
        for (mut names, told) in [(moved, &mut self.moved), (waiting, &mut self.waiting)] {
            while let Some((_, to)) = names.first().cloned() {
                let (same, other) = names.into_iter().partition(|(_, own)| *own == to);
                let same: FieldsTo = same;
                let mut fields: Vec<String> = same.into_iter().map(|(name, _)| name).collect();
                fields.dedup();
                told.push(Named { record: record.to_owned(), fields, to });
                names = other;
            }
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
