//! From a file's bytes to a record.

use super::{AnyRecord, document, fast, inspect};
use crate::message::{checks, syntax};
use crate::model::{ElementId, Fields, Finding, Intervention, Kind, Role, Settings, Spot, Table, TableShape, Value};
use crate::with_kind;
use std::sync::Arc;
use std::sync::LazyLock;

/// The largest file that is read, in bytes. A record is a page or two.
pub const LARGEST_FILE: u64 = 1 << 20;

/// What a file held.
#[derive(Debug)]
pub struct Reading<R> {
    /// What could be kept; nothing where the file could not be parsed.
    pub record: Option<R>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// Which texts are kept of what is read.
#[derive(Debug, Clone, Copy)]
pub enum Texts {
    /// Every text, as it must be where something is shown whole or written.
    All,
    /// Every text but the long ones of interventions that this says no to all of: who looks for something in long texts
    /// needs those alone in which it is.
    Where(fn(&str) -> bool),
    /// All but the long ones of interventions, which few questions ask for and which are most of a large
    /// register: what is done, what it is expected to lead to, what it rests on, and how it went in words.
    Short,
}

/// The keys of an intervention's long texts, at whatever depth they stand.
static LONG_TEXTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| long_texts(&Intervention::TABLE));

/// The same, and the flag of format 1 that an intervention is part of a plan.
static LONG_TEXTS_AND_FLAG: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| long_texts(&Intervention::TABLE).into_iter().chain([PART_OF_PLAN]).collect());

/// The key of format 1 by which an intervention was part of its districts' plans.
pub(super) const PART_OF_PLAN: &str = "part_of_plan";

fn long_texts(table: &TableShape) -> Vec<&'static str> {
    let mut keys = Vec::new();
    for field in table.fields {
        keys.extend((field.role == Some(Role::LongText)).then_some(field.name));
        keys.extend(field.shape.inner().into_iter().flat_map(long_texts));
    }
    keys
}

/// Reads the file of a record. `file` is its name for findings.
#[must_use]
pub fn read_record(kind: Kind, file: &str, bytes: &[u8]) -> Reading<AnyRecord> {
    read_record_with(kind, file, bytes, Texts::All)
}

/// Reads the file of a record, with the texts that are asked for. In a file that has something wrong with it, all
/// are kept.
#[must_use]
pub fn read_record_with(kind: Kind, file: &str, bytes: &[u8], texts: Texts) -> Reading<AnyRecord> {
    fn boxed<T: Table + serde::de::DeserializeOwned>(
        file: &str,
        bytes: &[u8],
        unwanted: fast::Unwanted,
    ) -> Reading<AnyRecord>
    where
        AnyRecord: From<Arc<T>>,
    {
        let reading = read_without::<T>(file, bytes, unwanted);
        Reading { record: reading.record.map(|record| Arc::new(record).into()), findings: reading.findings }
    }
    let is_short = kind == Kind::Intervention && matches!(texts, Texts::Short);
    let unwanted = if is_short { &**LONG_TEXTS } else { &[] };
    wanted(with_kind!(kind, R => boxed::<R>(file, bytes, unwanted)), texts)
}

/// What was read, without the long texts that are not asked for.
fn wanted(mut reading: Reading<AnyRecord>, texts: Texts) -> Reading<AnyRecord> {
    if let (Texts::Where(is_wanted), Some(AnyRecord::Intervention(own))) = (texts, &mut reading.record)
        && !own.long_texts().any(is_wanted)
        && let Some(own) = Arc::get_mut(own)
    {
        own.drop_long_texts();
    }
    reading
}

/// Reads the file of an intervention of format 1 as if it were of this program's own, and whether it was part of its
/// districts' plans.
pub(super) fn read_old_intervention(file: &str, bytes: &[u8], texts: Texts) -> (Reading<AnyRecord>, bool) {
    let is_short = matches!(texts, Texts::Short);
    let unwanted: fast::Unwanted = if is_short { &LONG_TEXTS_AND_FLAG } else { &[PART_OF_PLAN] };
    let fast = || {
        let text = simdutf8::basic::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= LARGEST_FILE)?;
        let text = document::without_bom(text);
        let (mut record, flag) = fast::read_flagged::<Intervention>(text, unwanted, Some(PART_OF_PLAN))?;
        if !record.needs.is_empty() {
            let said: Vec<(Option<&str>, &str)> = record
                .needs
                .iter()
                .map(|need| (Some(need.id.as_str()).filter(|id| !id.is_empty()), &*need.what))
                .collect();
            let ids = super::upgrade::need_ids(&said);
            for (need, id) in record.needs.iter_mut().zip(ids).filter(|(need, _)| !need.what.is_empty()) {
                need.id = ElementId::new(&id).ok()?;
            }
        }
        has_required(&record).then_some((record, flag))
    };
    if let Some((record, flag)) = fast() {
        let reading = Reading { record: Some(Arc::new(record).into()), findings: Vec::new() };
        return (wanted(reading, texts), flag == Some(true));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let upgraded = super::upgrade::intervention(text, &|_| true);
            let planned = document::table_of_text(text).and_then(|table| super::upgrade::planned_in(&table));
            let reading = read_record_with(Kind::Intervention, file, upgraded.as_bytes(), texts);
            (reading, planned.is_some_and(|(is_in, _)| is_in))
        }
        Err(_) => (read_record_with(Kind::Intervention, file, bytes, texts), false),
    }
}

/// Reads `register.toml`. `file` is its name for findings.
#[must_use]
pub fn read_settings(file: &str, bytes: &[u8]) -> Reading<Settings> {
    read(file, bytes)
}

/// Reads a file whose fields are those of `T`: the fast way, and where that says no, the slow one.
pub fn read<T: Table + serde::de::DeserializeOwned>(file: &str, bytes: &[u8]) -> Reading<T> {
    read_without(file, bytes, &[])
}

fn read_without<T: Table + serde::de::DeserializeOwned>(
    file: &str,
    bytes: &[u8],
    unwanted: fast::Unwanted,
) -> Reading<T> {
    let text = match text(file, bytes) {
        Ok(text) => text,
        Err(finding) => {
            return Reading { record: None, findings: vec![*finding] };
        }
    };
    if let Some(record) = fast::read::<T>(document::without_bom(text), unwanted)
        && has_required(&record)
    {
        return Reading { record: Some(record), findings: Vec::new() };
    }
    if let Some(at) = text.bytes().position(|byte| byte == 0) {
        return Reading { record: None, findings: vec![not_text(file, bytes, at)] };
    }
    let (record, findings) = read_slowly(file, text);
    Reading { record, findings }
}

/// The finding that a byte is none of a text's.
fn not_text(file: &str, bytes: &[u8], at: usize) -> Finding {
    // Places are told without the byte order mark, as everywhere.
    let bom = if bytes.starts_with(document::BOM.as_bytes()) { document::BOM.len() } else { 0 };
    let at = at.saturating_sub(bom);
    Finding::new(checks::not_utf8(), file, Spot::Bytes((at..at + 1).into()))
}

/// Reads a text the slow way alone, by the `toml` crate: the measure of what is right.
pub fn read_slowly<T: Table + serde::de::DeserializeOwned>(file: &str, text: &str) -> (Option<T>, Vec<Finding>) {
    let (kept, mut findings) = inspect::inspect(file, text, &T::TABLE);
    let record = kept.and_then(|table| match T::deserialize(toml::Value::Table(table)) {
        Ok(record) => Some(record),
        Err(error) => {
            let spot = Spot::Bytes(error.span().unwrap_or(0..0).into());
            findings.push(Finding::new(checks::syntax_error(syntax::OTHER), file, spot));
            None
        }
    });
    (record, findings)
}

/// The bytes as text.
fn text<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Box<Finding>> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Box::new(too_large(file, bytes.len() as u64)));
    }
    simdutf8::compat::from_utf8(bytes).map_err(|error| Box::new(not_text(file, bytes, error.valid_up_to())))
}

/// The finding that a file is larger than any record is.
#[must_use]
pub fn too_large(file: &str, bytes: u64) -> Finding {
    let kib = |bytes: u64| i64::try_from(bytes.div_ceil(1024)).unwrap_or(i64::MAX);
    Finding::new(checks::FileTooLarge { size: kib(bytes), most: kib(LARGEST_FILE) }, file, Spot::File)
}

/// Whether every field that is required is there, in every table that is there.
fn has_required(fields: &dyn Fields) -> bool {
    fields.shape().fields.iter().enumerate().all(|(index, field)| {
        let value = fields.value(index);
        match value {
            Value::Empty => !field.required,
            Value::List(list) if field.required && list.is_empty() => false,
            Value::List(list) => (0..list.len()).all(|index| match list.at(index) {
                Value::Table(table) => has_required(table),
                _ => true,
            }),
            Value::Table(table) => {
                if value.is_empty() {
                    !field.required
                } else {
                    has_required(table)
                }
            }
            _ => true,
        }
    })
}
