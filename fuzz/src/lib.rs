//! What is held to be true of every input. The fuzz targets try it on inputs that they make up; the
//! program's own tests include this file, and try it on those in `corpus/`.

use register::catalog::shape_of;
use register::check::{check, scan};
use register::compare::{Subject, table_of};
use register::exchange::package_tables;
use register::format::{
    Edit, Loaded, RecordFile, SETTINGS_FILE, TomlDocument, assemble, in_order, read, read_record, read_settings,
    read_slowly, without_bom,
};
use register::language::{Language, Tongue};
use register::merge::{Labels, Merged, Section, merge, sections};
use register::model::{Day, Finding, KeyPath, Kind, Known, RecordId, Settings, Spot, Step, Table};
use register::personal_data::{find, mask, pointing_out};
use register::query::{self, Asking, Dimension, Figure, Filter, Number, Scope, columns, figures, rows};
use register::render::{Content, FORMATS, Format, JSON, Style, Words, write};
use register::report;
use register::with_kind;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::ops::Range;
use std::slice;

/// The bytes as the file of every kind of record: reading never panics, every finding is at a place in
/// the text, and where nothing is wrong, the measure of what is right says the same.
pub fn load(bytes: &[u8]) {
    for kind in Kind::ALL {
        let reading = read_record(kind, "record.toml", bytes);
        assert!(reading.record.is_some() || !reading.findings.is_empty(), "a file was left out without a word");
        lie_in_the_text(&reading.findings, bytes);
        with_kind!(kind, R => both_ways_agree::<R>(bytes));
    }
    lie_in_the_text(&read_settings("register.toml", bytes).findings, bytes);
    both_ways_agree::<Settings>(bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        lie_in_the_text(&scan("record.toml", text), bytes);
        assert_eq!(mask(text).len(), text.len(), "what is shown has its places where the file has them");
        assert!(scan("record.toml", &mask(text)).is_empty(), "personal data is shown");
    }
}

fn lie_in_the_text(findings: &[Finding], bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let text = without_bom(&text);
    // What replaces a byte that is no text may be longer than it, never shorter.
    let length = text.len();
    let document = TomlDocument::parse(text);
    for finding in findings {
        let span = match &finding.spot {
            Spot::File => continue,
            Spot::Bytes(bytes) => Some(bytes.start..bytes.end),
            spot => document.as_ref().map(|document| document.locate(spot).unwrap_or(0..0)),
        };
        let Some(Range { start, end }) = span else { panic!("{finding:?} is in a text that does not parse") };
        assert!(start <= end && end <= length, "{finding:?} is outside the text, which is {length} bytes long");
    }
}

fn both_ways_agree<T: Table + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    let reading = read::<T>("record.toml", bytes);
    let (Some(record), Ok(text)) = (&reading.record, str::from_utf8(bytes)) else {
        return;
    };
    let (slow, findings) = read_slowly::<T>("record.toml", text);
    assert_eq!(reading.findings, findings, "the two ways find different things");
    assert_eq!(Some(record), slow.as_ref(), "the two ways give different records");
}

/// An edit of a text: where it can be made, what comes out parses, nothing beside the field that it names
/// says anything else, and no byte of it is lost.
///
/// The first line of the input is the edit, the rest is the text: `intervention set status "ongoing"`,
/// `intervention append districts "berga"`, `intervention remove budget.0`.
pub fn edit(bytes: &[u8]) {
    let Some((kind, change, text)) = str::from_utf8(bytes).ok().and_then(instruction) else {
        return;
    };
    let shape = shape_of(kind);
    assert_eq!(register::format::edit(text, shape, &[]).as_deref(), Ok(text), "no edit is no change");
    let Ok(edited) = register::format::edit(text, shape, slice::from_ref(&change)) else {
        return;
    };
    let (Some(before), Some(after)) = (table(text), table(&edited)) else {
        panic!("an edit was made in a text that does not parse, or made it so: {edited}");
    };
    let path = change.path();
    for key in before.keys().chain(after.keys()) {
        let is_new = matches!(&change, Edit::Rename(_, name) if path.len() == 1 && name == key);
        if !is_new && path.first() != Some(&Step::Key(key.clone().into())) {
            // As text, since what is no number is not even equal to itself.
            assert_eq!(format!("{:?}", before.get(key)), format!("{:?}", after.get(key)), "{key} was changed too");
        }
    }
    assert!(keeps_the_rest(&change, path, text, &edited), "{change:?} lost a part of the text:\n{edited}");
}

/// Whether all of a text that an edit does not name is still there.
fn keeps_the_rest(change: &Edit, path: &KeyPath, text: &str, edited: &str) -> bool {
    let Some(document) = TomlDocument::parse(text) else {
        return false;
    };
    let is_there = document.locate(&Spot::Key(path.clone())).is_some();
    match (change, document.locate(&Spot::Value(path.clone()))) {
        (Edit::Remove(_), _) => lies_within(edited, text),
        (Edit::Rename(..), _) => document.locate(&Spot::Key(path.clone())).is_some_and(|key| {
            let bom = text.len() - document.text.len();
            let (before, after) = (&text[..bom + key.start], &document.text[key.end..]);
            edited.strip_prefix(before).is_some_and(|rest| rest.ends_with(after))
        }),
        (Edit::Set(..), Some(value)) if is_there => {
            let bom = text.len() - document.text.len();
            let (before, after) = (&text[..bom + value.start], &document.text[value.end..]);
            edited.strip_prefix(before).is_some_and(|rest| rest.ends_with(after))
        }
        _ => lies_within(text, edited),
    }
}

/// Whether all characters of a text but white space are found in another, in the same order.
fn lies_within(text: &str, other: &str) -> bool {
    let mut other = other.chars();
    text.chars().filter(|letter| !letter.is_whitespace()).all(|letter| other.any(|there| there == letter))
}

/// An edit, of what kind of record, and the text to make it in.
fn instruction(input: &str) -> Option<(Kind, Edit, &str)> {
    let (line, text) = input.split_once('\n')?;
    let mut words = line.splitn(4, ' ');
    let kind = Kind::from_name(words.next()?)?;
    let verb = words.next()?;
    let path: KeyPath = words.next()?.split('.').map(step).collect();
    let value = words.next().and_then(|value| table(&format!("value = {value}"))?.remove("value"));
    let change = match verb {
        "remove" => Edit::Remove(path),
        "set" => Edit::Set(path, value?),
        "append" => Edit::Append(path, value?),
        "rename" => Edit::Rename(path, value?.as_str()?.to_owned()),
        _ => return None,
    };
    Some((kind, change, text))
}

/// Any text: what is found in it lies between its characters, in order and apart; covered, it is as long, differs in
/// nothing that was not found, and has nothing more to be found.
pub fn scan_text(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let mut end = 0;
    for found in find(text) {
        let Range { start, end: after } = found.bytes;
        assert!(end <= start && start < after && after <= text.len(), "{start}..{after} is out of place");
        assert!(text.is_char_boundary(start) && text.is_char_boundary(after), "{start}..{after} cuts a character");
        end = after;
    }
    let masked = mask(text);
    assert_eq!(masked.len(), text.len());
    assert!(text.bytes().zip(masked.bytes()).all(|(was, is)| was == is || is == b'*'), "more than covered: {masked}");
    assert!(find(&masked).is_empty(), "personal data is shown: {masked}");
    if let Some(house) = pointing_out(text) {
        assert!(text.get(house).is_some_and(|house| !house.is_empty()), "a house is out of place");
    }
}

/// What stands between the texts of an input that has several.
const BETWEEN: &str = "\n%%%%\n";

/// Three versions of a file: what only one side changed is as that side has it, but for the order of lists, whichever
/// side is ours, and wherever the other things are in conflict.
///
/// The first line of the input is the kind; the versions, the common one first, have `%%%%` between them.
pub fn merge_versions(bytes: &[u8]) {
    let Some((kind, versions)) = str::from_utf8(bytes).ok().and_then(|input| input.split_once('\n')) else { return };
    let versions: Vec<&str> = versions.split(BETWEEN).collect();
    let (Some(kind), &[base, ours, theirs]) = (Kind::from_name(kind), &versions[..]) else { return };
    let subject = Subject::Record(RecordId::new(kind, "record"));
    for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
        let texts = match merge(base, ours, theirs, &subject, &Labels::default()) {
            None => continue,
            Some(Merged::Clean(text)) => vec![text],
            Some(Merged::Conflicts(text)) => {
                let Some(parts) = sections(&text) else { panic!("the marks don't fit together:\n{text}") };
                let taken = |ours: bool| {
                    let part = |part: &Section| match part {
                        Section::Plain(text) => text.clone(),
                        Section::Conflict(conflict) if ours => conflict.ours.clone(),
                        Section::Conflict(conflict) => conflict.theirs.clone(),
                    };
                    parts.iter().map(part).collect::<String>()
                };
                vec![taken(true), taken(false)]
            }
        };
        let said = |text: &str| table_of(&text.replace("\r\n", "\n"), shape_of(kind));
        let (Some(base), Some(ours), Some(theirs)) = (said(base), said(ours), said(theirs)) else { continue };
        for text in texts {
            let Some(merged) = said(&text) else { panic!("what was merged can't be read:\n{text}") };
            for key in base.keys().chain(ours.keys()).chain(theirs.keys()) {
                // As text, since what is no number is not even equal to itself.
                let of = |table: &toml::Table| format!("{:?}", table.get(key).cloned().map(in_any_order));
                let (base, ours, theirs, merged) = (of(&base), of(&ours), of(&theirs), of(&merged));
                if base == theirs {
                    assert_eq!(merged, ours, "{key} of ours is lost:\n{text}");
                }
                if base == ours {
                    assert_eq!(merged, theirs, "{key} of theirs is lost:\n{text}");
                }
            }
        }
    }
}

/// A value whose lists are in an order of their own: merging may put their elements into another.
fn in_any_order(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Array(list) => {
            let mut list: Vec<toml::Value> = list.into_iter().map(in_any_order).collect();
            list.sort_by_cached_key(|value| format!("{value:?}"));
            toml::Value::Array(list)
        }
        toml::Value::Table(table) => {
            toml::Value::Table(table.into_iter().map(|(key, value)| (key, in_any_order(value))).collect())
        }
        other => other,
    }
}

/// A whole register: it is checked, listed, pivoted, reported and exported in every form, whatever it says; and each
/// record is counted where it is.
///
/// The first line of the input names two dimensions to pivot by, and after them words to look for; then come files,
/// each after a line `%%%%` with its path on its first line.
pub fn ask(bytes: &[u8]) {
    let Ok(input) = str::from_utf8(bytes) else { return };
    let mut parts = input.split(BETWEEN);
    let mut words = parts.next().unwrap_or_default().split_whitespace();
    let (down, across) = (words.next().unwrap_or("status"), words.next().unwrap_or("districts"));
    let mut settings = read_settings(SETTINGS_FILE, b"format = 2\n");
    let mut files = Vec::new();
    for (path, text) in parts.filter_map(|part| part.split_once('\n')) {
        if path == SETTINGS_FILE {
            settings = read_settings(SETTINGS_FILE, text.as_bytes());
        } else if let Some(file) = RecordFile::from_path(path) {
            let reading = read_record(file.kind, &file.path, text.as_bytes());
            files.push((file, reading));
        }
    }
    in_order(&mut files, |(file, _)| file);
    let Some(today) = Day::new(2026, 11, 23) else { return };
    let loaded = assemble(settings, files, Vec::new());
    let register = check(Loaded { findings: loaded.findings, register: loaded.register }, today).register;
    let language = Language::new(Tongue::Sv);
    let style = |ids: bool| {
        let plain = Style::plain(Words { language: &language, currency: "SEK", ids });
        Style { totals: true, spreadsheet: ids, ..plain }
    };
    let formats = || FORMATS.iter().filter(|format| format.can_write(Content::Report));
    let written = |document: report::Document<'_>, format: &Format, ids: bool| {
        let mut out = Vec::new();
        assert!(write(document, format, &style(ids), &mut out).is_ok(), "it can't be written");
        if !format.is_text() {
            assert!(out.starts_with(b"PK"), "it is not packed");
            return;
        }
        let text = String::from_utf8(out).unwrap_or_else(|error| panic!("it is no text: {error}"));
        assert!(*format != JSON || serde_json::from_str::<serde_json::Value>(&text).is_ok(), "it is no JSON: {text}");
    };
    let filter = Filter { words: words.map(str::to_owned).collect(), ..Filter::default() };
    let known = Known::of(&register, today);
    let register = known.register();
    let scope = Scope::new(&known, &filter);
    for report in report::Report::ALL {
        for format in formats() {
            for ids in [false, true] {
                if let Some(document) = report.sample(&scope) {
                    written(document, format, ids);
                }
            }
        }
    }
    for kind in Kind::ALL {
        let all = Filter::default();
        let found: Vec<query::Row<'_>> = rows(&known, kind, &all).collect();
        let fit = rows(&known, kind, &filter).count();
        assert!(fit <= found.len(), "a filter adds");
        for format in formats() {
            written(
                report::list(kind, found.clone(), columns(kind).into_iter().map(|column| (column, 0)).collect()),
                format,
                false,
            );
        }
        let (Ok(down), Ok(across)) = (Dimension::find(kind, down), Dimension::find(kind, across)) else { continue };
        let (Ok(down), Ok(across)) = (down.gathered(), across.gathered()) else { continue };
        let asking = Asking::new(&known, &all);
        let told: Vec<Figure> = [Figure::of(Number::Count)]
            .into_iter()
            .chain(figures(kind).iter().filter_map(|name| Figure::find(kind, name).ok()))
            .collect();
        let pivot = query::pivot(&asking, &found, &down, Some(&across), &told);
        let counted: BTreeSet<&str> = pivot.told[0].in_all(&told[0]).ids().into_iter().collect();
        let there: BTreeSet<&str> = found.iter().map(|row| row.id).collect();
        assert_eq!(counted, there, "what is there is counted, and nothing else");
    }
    for table in package_tables(&Kind::ALL) {
        let columns = table.columns.len();
        table.each_row(register, 0..table.records(register), &|_, code| code.to_owned(), &mut |row| {
            assert_eq!(row.len(), columns, "{} is no table", table.name);
        });
    }
}

fn step(word: &str) -> Step {
    word.parse().map_or_else(|_| Step::Key(word.to_owned().into()), Step::Index)
}

fn table(text: &str) -> Option<toml::Table> {
    toml::from_str(without_bom(text)).ok()
}
