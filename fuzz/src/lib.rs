//! What is held to be true of every input. The fuzz targets try it on inputs that they make up; the
//! program's own tests include this file, and try it on those in `corpus/`.

use register::catalog::shape_of;
use register::check::{mask, scan};
use register::format::{Document, Edit, read, read_record, read_settings, read_slowly, without_bom};
use register::model::{
    Agreement, Body, District, Finding, Intervention, KeyPath, Kind, Meeting, Settings, Situation, Spot, Step, Table,
};
use serde::de::DeserializeOwned;
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
    }
    lie_in_the_text(&read_settings("register.toml", bytes).findings, bytes);
    both_ways_agree::<District>(bytes);
    both_ways_agree::<Body>(bytes);
    both_ways_agree::<Intervention>(bytes);
    both_ways_agree::<Meeting>(bytes);
    both_ways_agree::<Situation>(bytes);
    both_ways_agree::<Agreement>(bytes);
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
    let document = Document::parse(text);
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
        if path.first() != Some(&Step::Key(key.clone().into())) {
            // As text, since what is no number is not even equal to itself.
            assert_eq!(format!("{:?}", before.get(key)), format!("{:?}", after.get(key)), "{key} was changed too");
        }
    }
    assert!(keeps_the_rest(&change, path, text, &edited), "{change:?} lost a part of the text:\n{edited}");
}

/// Whether all of a text that an edit does not name is still there.
fn keeps_the_rest(change: &Edit, path: &KeyPath, text: &str, edited: &str) -> bool {
    let Some(document) = Document::parse(text) else {
        return false;
    };
    let is_there = document.locate(&Spot::Key(path.clone())).is_some();
    match (change, document.locate(&Spot::Value(path.clone()))) {
        (Edit::Remove(_), _) => lies_within(edited, text),
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
        _ => return None,
    };
    Some((kind, change, text))
}

fn step(word: &str) -> Step {
    word.parse().map_or_else(|_| Step::Key(word.to_owned().into()), Step::Index)
}

fn table(text: &str) -> Option<toml::Table> {
    toml::from_str(without_bom(text)).ok()
}
