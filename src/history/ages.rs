//! When records were touched and confirmed, and since when interventions are said to go on: one walk through the history for all of them.

use super::error::HistoryError;
use super::kept::Kept;
use super::log::Log;
use super::place::{Commit, Repository};
use super::touches::{FileTouches, Touch};
use crate::catalog::shape_of;
use crate::compare::table_of;
use crate::format::upgrade::record_text;
use crate::format::{RecordFile, SETTINGS_FILE, read};
use crate::model::{Age, Ages, Day, Intervention, Kind, RecordId, Register, Status};
use std::collections::{BTreeMap, BTreeSet};

/// When a record of a register was touched, by its history up to a commit, in which the register lies in `folder`;
/// nothing where no commit has touched it.
///
/// # Errors
/// Git can't read the history.
pub fn age_of(
    record: &RecordId,
    register: &Register,
    repository: &Repository,
    (from, folder): (Commit, &str),
) -> Result<Option<Age>, HistoryError> {
    let Some(path) = register.file(record.kind, &record.id) else { return Ok(None) };
    // With the settings, whose path tells where the register has been.
    let former = register.former_ids(record.kind, &record.id).into_iter();
    let former = former.map(|id| RecordFile::path_of(record.kind, id));
    let files: Vec<String> = [path.to_owned(), SETTINGS_FILE.to_owned()].into_iter().chain(former).collect();
    let log = Log { from, folder, files: &files, since: None, until: None };
    let touches = FileTouches::of_file(&log, path, repository, |touch| {
        let said = said(repository, &[(record.kind, touch)])?;
        Ok(says_else(&said, record.kind, touch))
    })?;
    let age = |(first, last): (&Touch, &Touch)| Age { touched: first.day, confirmed: last.day };
    Ok(touches.first().zip(touches.last()).map(age))
}

/// The ages of some records of a register, by one walk through its history up to a commit, in which the register lies
/// in `folder`.
///
/// # Errors
/// Git can't read the history.
pub fn ages_of(
    records: &[RecordId],
    register: &Register,
    repository: &Repository,
    (from, folder): (Commit, &str),
) -> Result<Ages, HistoryError> {
    let log = Log { from, folder, files: &[], since: None, until: None };
    let mut kept = Kept::of_ages(repository, folder);
    let touched = FileTouches::by(&log, repository, &mut kept)?;
    let mut ages = Ages::default();
    // Those of which it is not known yet when they came to say what they say.
    let mut open: Vec<(&RecordId, &[Touch])> = Vec::new();
    for record in records {
        let touches = register.file(record.kind, &record.id).map_or(&[][..], |file| touched.touches(file));
        if !touches.is_empty() {
            open.push((record, touches));
        }
    }
    let mut round = 0;
    while !open.is_empty() {
        let is_unknown = |(kind, touch): &(Kind, &Touch)| {
            let before = touch.before.as_deref();
            before.is_some_and(|before| kept.says_else(*kind, before, &touch.after).is_none())
        };
        let pairs = open.iter().map(|(record, touches)| (record.kind, &touches[round]));
        let pairs: Vec<(Kind, &Touch)> = pairs.filter(is_unknown).collect();
        let said = said(repository, &pairs)?;
        for (kind, touch) in &pairs {
            if let Some(before) = &touch.before {
                kept.keep_says_else(*kind, (before, &touch.after), says_else(&said, *kind, touch));
            }
        }
        open.retain(|(record, touches)| {
            let touch = &touches[round];
            let known = touch.before.as_deref().and_then(|before| kept.says_else(record.kind, before, &touch.after));
            let is_found = known.unwrap_or_else(|| says_else(&said, record.kind, touch)) || round + 1 == touches.len();
            if is_found {
                ages.insert((*record).clone(), Age { touched: touches[0].day, confirmed: touch.day });
            }
            !is_found
        });
        round += 1;
    }
    kept.save();
    Ok(ages)
}

/// The days on which the files of some interventions first said that they go on, by one walk through the register's history
/// up to a commit, in which it lies in `folder`. One of which no commit says so is not among them.
///
/// # Errors
/// Git can't read the history.
pub fn ongoing_since<'i>(
    interventions: &[&'i str],
    register: &Register,
    repository: &Repository,
    (from, folder): (Commit, &str),
) -> Result<Vec<(&'i str, Day)>, HistoryError> {
    let log = Log { from, folder, files: &[], since: None, until: None };
    let mut kept = Kept::of_ages(repository, folder);
    let touched = FileTouches::by(&log, repository, &mut kept)?;
    kept.save();
    // From the oldest on.
    let of_file = |id: &'i str| {
        let file = register.file(Kind::Intervention, id)?;
        Some(touched.touches(file).iter().rev().map(move |touch| (id, touch)))
    };
    let touches: Vec<(&'i str, &Touch)> = interventions.iter().filter_map(|id| of_file(id)).flatten().collect();
    let ids: Vec<&str> = touches.iter().map(|(_, touch)| touch.after.as_str()).collect();
    let are_ongoing = repository.read_blobs(&ids, |_, bytes| {
        let text = record_text(Kind::Intervention, std::str::from_utf8(bytes).ok()?);
        let own = read::<Intervention>("", text.as_bytes()).record?;
        Some(own.status == Some(Status::Ongoing))
    })?;
    let mut found: Vec<(&str, Day)> = Vec::new();
    for ((id, touch), is_ongoing) in touches.into_iter().zip(are_ongoing) {
        if is_ongoing == Some(true) && found.last().is_none_or(|(last, _)| *last != id) {
            found.push((id, touch.day));
        }
    }
    Ok(found)
}

/// What files said, by their kinds and the ids of their contents.
type Said<'t> = BTreeMap<(Kind, &'t str), Option<toml::Table>>;

/// What files said before and after commits that touched them. Ids that a record had do not count: they are a matter
/// of its name.
fn said<'t>(repository: &Repository, touches: &[(Kind, &'t Touch)]) -> Result<Said<'t>, HistoryError> {
    let both = touches
        .iter()
        .flat_map(|(kind, touch)| touch.before.iter().chain([&touch.after]).map(move |id| (*kind, id.as_str())));
    let wanted: BTreeSet<(Kind, &str)> = both.collect();
    let wanted: Vec<(Kind, &str)> = wanted.into_iter().collect();
    let ids: Vec<&str> = wanted.iter().map(|(_, id)| *id).collect();
    let tables = repository.read_blobs(&ids, |place, bytes| {
        let text = std::str::from_utf8(bytes).ok()?;
        let shape = shape_of(wanted[place].0);
        let mut table = table_of(&record_text(wanted[place].0, text), shape)?;
        shape.former_ids().and_then(|field| table.remove(field.name));
        Some(table)
    })?;
    Ok(wanted.into_iter().zip(tables).collect())
}

/// Whether a commit made a file say something else.
fn says_else(said: &Said<'_>, kind: Kind, touch: &Touch) -> bool {
    let after = said.get(&(kind, touch.after.as_str()));
    touch.before.as_ref().is_none_or(|before| said.get(&(kind, before.as_str())) != after)
}
