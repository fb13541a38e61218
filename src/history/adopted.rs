//! What was adopted, where it has changed since: git has it.

use super::error::HistoryError;
use super::log::Log;
use super::place::{Commit, Repository};
use super::touches::FileTouches;
use crate::check::CHANGED_SINCE_ADOPTION;
use crate::compare::{Change, PathPart, compare_records, written};
use crate::format::{RecordFile, read_record};
use crate::model::{Arg, Finding, Hint, Kind, Shape, is_sealed, seal_of};
use toml::Value;

/// The text of a record as its seal says that it was adopted, in the history up to a commit, in which the register lies in
/// `folder`; nothing where no commit has it.
///
/// # Errors
/// Git can't read the history.
pub fn adopted_text(
    file: &RecordFile,
    seal: &str,
    repository: &Repository,
    (from, folder): (Commit, &str),
) -> Result<Option<String>, HistoryError> {
    newest(file, repository, (from, folder), |bytes| {
        let text = String::from_utf8(bytes.to_vec()).ok()?;
        is_sealed_by(file.kind, &text, seal).then_some(text)
    })
}

/// The seal that a record was last given for a meeting's adoption, in the history up to a commit; nothing where no commit
/// has one.
///
/// # Errors
/// Git can't read the history.
pub fn seal_given_at(
    meeting: &str,
    file: &RecordFile,
    repository: &Repository,
    (from, folder): (Commit, &str),
) -> Result<Option<String>, HistoryError> {
    newest(file, repository, (from, folder), |bytes| {
        let record = read_record(file.kind, "", bytes).record?;
        let adoptable = record.adoptable()?;
        let is_it = adoptable.adopted.is_some_and(|adopted| adopted.id() == meeting) && !adoptable.seal.is_empty();
        is_it.then(|| adoptable.seal.to_owned())
    })
}

/// What the newest text of a file gives that gives anything, in the history up to a commit.
fn newest<T: Send>(
    file: &RecordFile,
    repository: &Repository,
    (from, folder): (Commit, &str),
    give: impl Fn(&[u8]) -> Option<T> + Sync,
) -> Result<Option<T>, HistoryError> {
    let files = [file.path.clone()];
    let log = Log { from, folder, files: &files, since: None, until: None };
    let mut found = None;
    FileTouches::of_file(&log, &file.path, repository, |touch| {
        found = repository.read_blobs(&[&touch.after], |_, bytes| give(bytes))?.into_iter().flatten().next();
        Ok(found.is_some())
    })?;
    Ok(found)
}

fn is_sealed_by(kind: Kind, text: &str, seal: &str) -> bool {
    let record = read_record(kind, "", text.as_bytes()).record;
    record.is_some_and(|record| seal_of(record.fields()) == seal)
}

/// Says of each finding that something has changed since it was adopted what that is, where the history tells.
/// `text_of` gives the text of a file as it is.
pub fn tell_what_changed(
    findings: &mut [Finding],
    repository: &Repository,
    (from, folder): (&Commit, &str),
    text_of: &dyn Fn(&str) -> Option<String>,
) {
    for finding in findings.iter_mut().filter(|finding| CHANGED_SINCE_ADOPTION.tells(finding)) {
        let told = RecordFile::from_path(&finding.file).zip(text_of(&finding.file)).and_then(|(file, now)| {
            let record = read_record(file.kind, &file.path, now.as_bytes()).record?;
            let seal = record.adoptable()?.seal;
            let adopted = adopted_text(&file, seal, repository, (from.clone(), folder)).ok().flatten()?;
            Some(changes(file.kind, &adopted, &now))
        });
        if let Some(changes) = told.filter(|changes| !changes.is_empty()) {
            finding.hint = Some(Hint::Changed(changes));
        }
    }
}

/// The fields in which what is adopted differs, each by the names that lead to it, with what it was and is where that is
/// short.
fn changes(kind: Kind, before: &str, after: &str) -> Vec<Vec<Arg>> {
    /// In characters.
    const SHORT: usize = 40;
    let comparison = compare_records(kind, ("x", before), ("x", after));
    let differences = comparison.records.into_iter().flat_map(|change| change.differences);
    let sealed = differences.filter(|difference| difference.parts.first().is_some_and(|part| is_sealed(&part.field)));
    let told = sealed.map(|difference| {
        let mut names: Vec<Arg> = difference.parts.iter().flat_map(names_of).collect();
        if let Change::Value(Some(before), Some(after)) = &difference.change {
            let (before, after) = plain_both(before, after);
            if before.chars().count() <= SHORT && after.chars().count() <= SHORT {
                names.push(Arg::Text(format!("{before} → {after}")));
            }
        }
        names
    });
    told.collect()
}

/// What two values say; of tables, where they say something else.
fn plain_both(before: &Value, after: &Value) -> (String, String) {
    let (Value::Table(old), Value::Table(new)) = (before, after) else { return (plain(before), plain(after)) };
    let of = |own: &toml::Table, other: &toml::Table| -> String {
        let else_there = own.iter().filter(|(key, value)| other.get(*key) != Some(*value));
        else_there.map(|(_, value)| plain(value)).collect::<Vec<_>>().join(" ")
    };
    (of(old, new), of(new, old))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| written(value), str::to_owned)
}

/// What a step to a field is called: the field, and the element of it.
fn names_of(part: &PathPart) -> Vec<Arg> {
    let field =
        part.known_field().map_or_else(|| Arg::Text(part.field.clone()), |field| Arg::Field(part.table, field.name));
    let element = part.element.as_ref().and_then(|(element, shape)| {
        let fields = shape.map_or(&[][..], |shape| shape.fields).iter();
        let mut named = fields.filter(|field| matches!(field.shape, Shape::Text | Shape::Reference(_)));
        named.find_map(|field| element.get(field.name)?.as_str().map(str::to_owned))
    });
    std::iter::once(field).chain(element.map(Arg::Text)).collect()
}
