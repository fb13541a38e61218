//! What could not be read, told in every format: an answer from a part of a register says that it is one.

use super::findings::mask_name;
use super::words::shown;
use crate::message::{reports, told};
use crate::model::Unread;
use crate::personal_data::mask;
use crate::report::{Cell, Line, Mark};
use serde_json::{Value, json};

/// How many places are named; programs are told all of them.
const NAMED: usize = 5;

/// The first few of some places by their names, with personal data covered.
#[must_use]
pub fn unread_names(unread: &[Unread]) -> String {
    let name = |unread: &Unread| {
        let file = mask_name(&unread.file);
        let name = if unread.field.is_empty() { file } else { format!("{file} · {}", mask(&unread.field)) };
        shown(&name).replace('\n', " ")
    };
    let mut names: Vec<String> = unread.iter().take(NAMED).map(name).collect();
    if unread.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// The places as data: each with its file, its field where it is one, and the code of what is wrong.
#[must_use]
pub fn unread_value(unread: &[Unread]) -> Value {
    let place = |unread: &Unread| {
        let field = (!unread.field.is_empty()).then(|| mask(&unread.field));
        json!({ "file": mask_name(&unread.file), "field": field, "code": unread.why })
    };
    unread.iter().map(place).collect()
}

/// The line that says so to a person.
pub(super) fn line(unread: &[Unread]) -> Line<'static> {
    let (count, names) = (Cell::count(unread.len()), Cell::text(unread_names(unread)));
    Line::new(reports::Unread { count, names }).marked(Mark::Bad).with_command(told::CHECK)
}
