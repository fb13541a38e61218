//! One record of two that a merge has left of it: both sides gave it a new name.

use super::plan::{Plan, references};
use super::{ChangeError, Work, record_of, refuse_unread};
use crate::catalog::shape_of;
use crate::format::{Edit, edit, key, table_of_text};
use crate::model::{Fields, KeyPath, RecordId, Step, Value, each_value};
use crate::store::FileChange;
use std::collections::BTreeSet;

impl Work {
    /// The changes that leave one of two records, with a text that has what both are to say: what refers to the other
    /// refers to it, and the other's name is one that it had before.
    ///
    /// # Errors
    /// A file can't be read, any of the register's besides those two, or not be edited that way.
    pub fn join(
        &self,
        (kept, kept_file): (&RecordId, &str),
        (gone, gone_file): (&RecordId, &str),
        text: &str,
    ) -> Result<Vec<FileChange>, ChangeError> {
        refuse_unread(&self.register, gone, |unread| unread.file != kept_file && unread.file != gone_file)?;
        let shape = shape_of(kept.kind);
        let mut edits = Vec::new();
        if let Some(record) = record_of(kept.kind, kept_file, text) {
            edits.extend(once(record.fields(), references(record.fields(), gone, &kept.id)));
            let is_known = |name: &str| {
                let table = table_of_text(text);
                let known = table.as_ref().and_then(|table| table.get(name)?.as_array());
                known.is_some_and(|known| known.iter().any(|id| id.as_str() == Some(&*gone.id)))
            };
            let former = shape.former_ids().map(|field| field.name).filter(|name| !is_known(name)).map(key);
            edits.extend(former.map(|field| Edit::Append(field, toml::Value::String(gone.id.to_string()))));
        }
        let text = edit(text, shape, &edits)?;
        let mut plan = Plan::default();
        let referring: BTreeSet<RecordId> =
            self.register.referring_to(gone.kind, &gone.id).into_iter().map(|reference| reference.from).collect();
        for from in referring.iter().filter(|from| *from != kept && *from != gone) {
            if let Some(fields) = self.register.record(from.kind, &from.id) {
                plan.edit(from, once(fields, references(fields, gone, &kept.id)));
            }
        }
        let settings = &self.register.settings;
        plan.edit_settings(once(settings, references(settings, gone, &kept.id)));
        let mut changes = self.changes(plan)?;
        changes.push(FileChange::Replace { file: kept_file.to_owned(), before: self.store.read(kept_file)?, text });
        let before = self.store.read_bytes(gone_file)?;
        changes.push(FileChange::Delete { file: gone_file.to_owned(), before });
        Ok(changes)
    }
}

/// Edits that make a table refer to a record by another name, without those that would name it twice in a list: what both
/// sides called in their own way stands there once.
fn once(fields: &dyn Fields, edits: Vec<Edit>) -> Vec<Edit> {
    let mut named: BTreeSet<(KeyPath, String)> = BTreeSet::new();
    each_value(fields, &mut |path, value| {
        if let (Value::Reference(_, text), Some((Step::Index(_), list))) = (value, path.split_last()) {
            named.insert((list.to_vec(), text.to_owned()));
        }
    });
    let (mut once, mut twice) = (Vec::new(), Vec::new());
    for edit in edits {
        let name = match &edit {
            Edit::Set(path, toml::Value::String(name)) => path.split_last().zip(Some(name)),
            _ => None,
        };
        match name {
            Some(((Step::Index(place), list), name)) if !named.insert((list.to_vec(), name.clone())) => {
                twice.push((list.to_vec(), *place));
            }
            _ => once.push(edit),
        }
    }
    // From behind, so that the places of the others stay.
    twice.sort();
    once.extend(twice.into_iter().rev().map(|(mut list, place)| {
        list.push(Step::Index(place));
        Edit::Remove(list)
    }));
    once
}
