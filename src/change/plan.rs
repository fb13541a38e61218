//! A change of many files at once: edits of records, records that get another id, and edits of the settings.

use super::seal::sealed_again;
use super::{ChangeError, Work};
use crate::catalog::{day_to_toml, shape_of};
use crate::format::{Edit, RecordFile, key};
use crate::model::{Day, Fields, Kind, RecordId, Register, Target, Value, each_value};
use crate::store::FileChange;
use std::collections::{BTreeMap, BTreeSet};

/// What is to be done to a register's files, before there are texts.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The edits of each record's file, by the id that it has now.
    edits: BTreeMap<RecordId, Vec<Edit>>,
    settings: Vec<Edit>,
    renames: Vec<(RecordId, String)>,
}

impl Plan {
    /// Edits a record.
    pub fn edit(&mut self, record: &RecordId, edits: impl IntoIterator<Item = Edit>) {
        let mut edits = edits.into_iter().peekable();
        if edits.peek().is_some() {
            self.edits.entry(record.clone()).or_default().extend(edits);
        }
    }

    /// Edits the settings.
    pub fn edit_settings(&mut self, edits: impl IntoIterator<Item = Edit>) {
        self.settings.extend(edits);
    }

    /// Gives records other ids, and whatever refers to them those.
    pub fn rename(&mut self, register: &Register, renames: Vec<(RecordId, String)>) {
        for (old, new) in &renames {
            self.edits.entry(old.clone()).or_default();
            let referring: BTreeSet<RecordId> =
                register.referring_to(old.kind, &old.id).into_iter().map(|reference| reference.from).collect();
            for from in referring {
                if let Some(fields) = register.record(from.kind, &from.id) {
                    self.edit(&from, references(fields, old, new));
                }
            }
            self.edit_settings(references(&register.settings, old, new));
        }
        self.renames.extend(renames);
    }
}

impl Work {
    /// The changes that a plan comes to. What was adopted still was, whatever it and what it names are called.
    pub(super) fn changes(&self, plan: Plan) -> Result<Vec<FileChange>, ChangeError> {
        let mut changes = Vec::new();
        if !plan.settings.is_empty() {
            changes.push(self.edit_settings(&plan.settings)?);
        }
        for (from, mut edits) in plan.edits {
            let Some((_, new)) = plan.renames.iter().find(|(old, _)| *old == from) else {
                let (file, before, text) = self.edited(&from, &edits)?;
                let text = sealed_again(from.kind, &before, text)?;
                changes.push(FileChange::Replace { file, before, text });
                continue;
            };
            let former = shape_of(from.kind).former_ids().map(|field| key(field.name));
            edits.extend(former.map(|field| Edit::Append(field, toml::Value::String(from.id.to_string()))));
            edits.extend(self.moved(&from, new));
            let (old, before, text) = self.edited(&from, &edits)?;
            let text = sealed_again(from.kind, &before, text)?;
            let file = match old.rsplit_once('/') {
                Some((folder, _)) => format!("{folder}/{new}.toml"),
                None => RecordFile::path_of(from.kind, new),
            };
            changes.push(FileChange::Create { file, text });
            changes.push(FileChange::Delete { file: old, before: before.into_bytes() });
        }
        Ok(changes)
    }

    /// The edit that moves a meeting to the day that its new id says.
    fn moved(&self, from: &RecordId, new: &str) -> Option<Edit> {
        let meeting = self.register.meetings.get(&from.id).filter(|_| from.kind == Kind::Meeting)?;
        let day: Day = new.get(..10)?.parse().ok()?;
        (meeting.on != Some(day)).then(|| Edit::Set(key("on"), day_to_toml(day)))
    }
}

/// The edits that make a table refer to a record by a new id.
pub(super) fn references(fields: &dyn Fields, to: &RecordId, new: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    each_value(fields, &mut |path, value| {
        let Value::Reference(target, text) = value else {
            return;
        };
        let Some(pointer) = target.parse(text) else {
            return;
        };
        if pointer.kind == Some(to.kind) && pointer.id == &*to.id {
            let kind = if target == Target::Anything { format!("{}/", to.kind.name()) } else { String::new() };
            let element = pointer.element.map(|element| format!("#{element}")).unwrap_or_default();
            edits.push(Edit::Set(path.to_vec(), toml::Value::String(format!("{kind}{new}{element}"))));
        }
    });
    edits
}
