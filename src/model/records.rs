//! The records of one kind, by id.

use super::field::{Fields, Table};
use super::kinds::Kind;
use super::register::Register;
use super::text::{FormerId, Text};
use indexmap::IndexMap;
use std::sync::Arc;

/// A struct that is a whole record.
pub trait Record: Table {
    /// The kind that such a record is of.
    const KIND: Kind;
    /// All of its kind.
    fn records(register: &Register) -> &Records<Self>;
    /// All of its kind, to be changed.
    fn records_mut(register: &mut Register) -> &mut Records<Self>;
    /// What people call it: its name or title, or where it has none, nothing.
    fn name(&self) -> &str;
    /// The ids that it had before.
    fn former_ids(&self) -> &[FormerId];
}

macro_rules! records {
    ($($(#[doc = $about:literal])* $kind:ident in $records:ident $(at $folder:literal)? $(called by $name:ident)?;)*) => {$(
        impl Record for super::$kind {
            const KIND: Kind = Kind::$kind;
            fn records(register: &Register) -> &Records<Self> {
                &register.$records
            }
            fn records_mut(register: &mut Register) -> &mut Records<Self> {
                &mut register.$records
            }
            fn name(&self) -> &str {
                records!(@name self $($name)?)
            }
            fn former_ids(&self) -> &[FormerId] {
                &self.former_ids
            }
        }
    )*};
    (@name $record:ident) => { "" };
    (@name $record:ident $name:ident) => { &$record.$name };
}
crate::kinds!(records);

/// The records of one kind, in the order of their ids.
#[derive(Debug)]
pub struct Records<R> {
    by_id: IndexMap<Text, Kept<R>, foldhash::fast::RandomState>,
}

/// A record and where it lies.
#[derive(Debug)]
struct Kept<R> {
    // Behind a pointer, so that the map grows by moving it, and shared, so that a register as it was known on a day holds
    // what it has in common with the register only once.
    record: Arc<R>,
    file: Text,
}

impl<R> Clone for Records<R> {
    fn clone(&self) -> Self {
        Self { by_id: self.by_id.clone() }
    }
}

impl<R> Clone for Kept<R> {
    fn clone(&self) -> Self {
        Self { record: Arc::clone(&self.record), file: self.file.clone() }
    }
}

impl<R> Default for Records<R> {
    fn default() -> Self {
        Self { by_id: IndexMap::default() }
    }
}

impl<R: Record> Records<R> {
    /// Makes room for that many more.
    pub fn reserve(&mut self, count: usize) {
        self.by_id.reserve(count);
    }

    /// Adds a record; gives it back where its id is taken. Records come in the order of their ids.
    pub fn insert(&mut self, id: Text, file: Text, record: Arc<R>) -> Option<Arc<R>> {
        match self.by_id.entry(id) {
            indexmap::map::Entry::Occupied(_) => Some(record),
            indexmap::map::Entry::Vacant(place) => {
                place.insert(Kept { record, file });
                None
            }
        }
    }

    /// Puts a record in the place of the one with its id, or behind all others.
    pub fn replace(&mut self, id: Text, file: Text, record: Arc<R>) {
        self.by_id.insert(id, Kept { record, file });
    }

    /// Takes a record away.
    pub fn remove(&mut self, id: &str) {
        self.by_id.shift_remove(id);
    }

    /// The record of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&R> {
        self.by_id.get(id).map(|kept| &*kept.record)
    }

    /// The record of that id, with the id itself, which lives as long as the register.
    #[must_use]
    pub fn get_entry(&self, id: &str) -> Option<(&str, &R)> {
        self.by_id.get_key_value(id).map(|(id, kept)| (&**id, &*kept.record))
    }

    /// Whether there is a record of that id.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// The file of that record, relative to the register.
    #[must_use]
    pub fn file(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(|kept| &*kept.file)
    }

    /// The record at that place in the order of ids.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<(&str, &R)> {
        self.by_id.get_index(index).map(|(id, kept)| (&**id, &*kept.record))
    }

    /// Every record with its id, in the order of ids.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &R)> + DoubleEndedIterator + Clone {
        self.by_id.iter().map(|(id, kept)| (&**id, &*kept.record))
    }

    /// Changes those records that have to be.
    pub(super) fn change(&mut self, has_to: impl Fn(&R) -> bool, change: impl Fn(&mut R))
    where
        R: Clone,
    {
        let changed = self.by_id.values_mut().filter(|kept| has_to(&kept.record));
        changed.for_each(|kept| change(Arc::make_mut(&mut kept.record)));
    }

    /// Changes a record, where there is one of that id.
    pub(super) fn change_one(&mut self, id: &str, change: impl Fn(&mut R))
    where
        R: Clone,
    {
        if let Some(kept) = self.by_id.get_mut(id) {
            change(Arc::make_mut(&mut kept.record));
        }
    }

    /// Every record with its id and file, in the order of ids.
    pub fn placed(&self) -> impl ExactSizeIterator<Item = (&str, &str, &R)> {
        self.by_id.iter().map(|(id, kept)| (&**id, &*kept.file, &*kept.record))
    }

    /// Every id, in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.by_id.keys().map(|id| &**id)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Every record as a table of fields, with its id and file.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str, &dyn Fields)> {
        self.by_id.iter().map(|(id, kept)| (&**id, &*kept.file, &*kept.record as &dyn Fields))
    }

    /// One record as a table of fields, with its id and file.
    #[must_use]
    pub fn fields_of(&self, id: &str) -> Option<(&str, &str, &dyn Fields)> {
        let (id, kept) = self.by_id.get_key_value(id)?;
        Some((id, &kept.file, &*kept.record))
    }
}
