//! `register set ID FIELD=VALUE…`

use super::write::{begin, planned, write};
use crate::catalog::{FieldPath, PathError, parse_value, shape_of};
use crate::cli::app::App;
use crate::cli::complete::{assignments, record_ids};
use crate::cli::error::{CommandError, Exit};
use crate::cli::fields::{input_error, unknown_field};
use crate::format::{Edit, nearest};
use crate::message::say;
use crate::model::{Day, Fields, Kind, RecordId, Register, Role, Shape, Step, Value};
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub id: String,
    #[arg(value_name = "FIELD=VALUE", required = true, add = assignments())]
    pub assignments: Vec<String>,
    #[arg(long)]
    pub dry_run: bool,
}

/// What is done to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Set,
    Add,
    Take,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let (id, element) = args.id.split_once('#').map_or((args.id.as_str(), None), |(id, element)| (id, Some(element)));
    let mut record = app.find(&work.register, id)?;
    if let Some(picture) = element.and_then(|element| picture_of(&work.register, &record, element, app.today().ok()?)) {
        record = picture;
    }
    let Some(fields) = work.register.record(record.kind, &record.id) else {
        let error = CommandError::failed(app.language.say(say::unreadable_record(record.to_string())));
        return Err(error.hint(format!("register edit {}", record.id)).into());
    };
    let inside = match element {
        Some(element) => {
            let mut found = Vec::new();
            element_paths(fields, element, "", &mut found);
            if found.is_empty() {
                let error =
                    CommandError::failed(app.language.say(say::NoElement { element, record: record.id.to_string() }));
                return Err(error.into());
            }
            found
        }
        None => vec![String::new()],
    };
    let mut edits = Vec::new();
    for assignment in &args.assignments {
        edits.extend(edit(assignment, &inside, &record, fields, app)?);
    }
    let change = planned(work.edit(&record, &edits), &store, app)?;
    write(work, &[change], args.dry_run, &store, app)
}

/// The version of a district's target picture that has a goal, where the district is named for it: the one to go by.
fn picture_of(register: &Register, district: &RecordId, element: &str, today: Day) -> Option<RecordId> {
    let fields = register.record(district.kind, &district.id).filter(|_| district.kind == Kind::District)?;
    let mut own = Vec::new();
    element_paths(fields, element, "", &mut own);
    let current = register.target_pictures_of(&district.id, today).current()?;
    let is_there = own.is_empty() && current.record.goal(element).is_some();
    is_there.then(|| RecordId::new(Kind::TargetPicture, current.id))
}

/// The names of the elements of that id, each with the dot that comes before its fields:
/// `problem[otrygg].`
fn element_paths(fields: &dyn Fields, element: &str, before: &str, found: &mut Vec<String>) {
    for (index, field) in fields.shape().fields.iter().enumerate() {
        match fields.value(index) {
            Value::Table(inner) => element_paths(inner, element, &format!("{before}{}.", field.name), found),
            Value::List(list) => {
                for place in 0..list.len() {
                    let Value::Table(table) = list.at(place) else { continue };
                    let Some(id) = table.element_id() else { continue };
                    let path = format!("{before}{}[{id}].", field.name);
                    if id == element && !found.contains(&path) {
                        found.push(path.clone());
                    }
                    element_paths(table, element, &path, found);
                }
            }
            _ => {}
        }
    }
}

/// The edits that one `FIELD=VALUE` asks for.
fn edit(
    assignment: &str,
    inside: &[String],
    record: &RecordId,
    fields: &dyn Fields,
    app: &App,
) -> Result<Vec<Edit>, CommandError> {
    let language = &app.language;
    let (name, text) = assignment
        .split_once('=')
        .ok_or_else(|| CommandError::usage(language.say(say::not_an_assignment(assignment))))?;
    let (name, doing) = match name.as_bytes().last() {
        Some(b'+') => (&name[..name.len() - 1], Doing::Add),
        Some(b'-') => (&name[..name.len() - 1], Doing::Take),
        _ => (name, Doing::Set),
    };
    let name = name.trim();
    // Two lists of a record may have an element of the same id: the one is meant that has such a field.
    let found =
        inside.iter().map(|inside| FieldPath::parse(&format!("{inside}{name}"), shape_of(record.kind), Some(fields)));
    let path = found.reduce(Result::or).unwrap_or_else(|| Err(PathError::Malformed(name.to_owned())));
    let path = path.map_err(|error| path_error(&error, app))?;
    if let [Step::Key(key)] = path.steps.as_slice()
        && shape_of(record.kind).field(key).is_some_and(|field| field.role == Some(Role::Own))
    {
        return Err(CommandError::usage(language.say(say::made_by_program(name))));
    }
    let reader = app.reader().map_err(|error| CommandError::usage(error.to_string()))?;
    let asked = path.asked();
    let value = || parse_value(name, asked, text, &reader).map_err(|error| input_error(&error, language));
    let is_there = !path.value(fields).is_empty();
    match doing {
        Doing::Set if text.trim().is_empty() => {
            let removes = is_there || matches!(path.steps.last(), Some(Step::Index(_)));
            Ok(if removes { vec![Edit::Remove(path.steps)] } else { Vec::new() })
        }
        Doing::Set => set(path, value()?, fields),
        Doing::Add => {
            let toml::Value::Array(elements) = value()? else {
                return Err(CommandError::usage(language.say(say::not_a_list(name))));
            };
            let known = texts(path.value(fields));
            let is_new =
                |element: &toml::Value| element.as_str().is_none_or(|text| !known.iter().any(|known| known == text));
            let new = elements.into_iter().filter(is_new);
            Ok(new.map(|element| Edit::Append(path.steps.clone(), element)).collect())
        }
        Doing::Take => {
            if !path.shape().is_list() {
                return Err(CommandError::usage(language.say(say::not_a_list(name))));
            }
            let known = texts(path.value(fields));
            let place =
                known.iter().position(|known| known == text.trim()).or_else(|| path.element(fields, text.trim()));
            let place = place.ok_or_else(|| {
                let error = CommandError::failed(language.say(say::NotInList { field: name, value: text.trim() }));
                match nearest(text.trim(), known.iter().map(String::as_str)) {
                    Some(near) => error.hint(language.say(say::did_you_mean(near))),
                    None => error,
                }
            })?;
            let mut steps = path.steps.clone();
            // The last one takes the list with it.
            if known.len() > 1 {
                steps.push(Step::Index(place));
            }
            Ok(vec![Edit::Remove(steps)])
        }
    }
}

/// Gives a field a value. A table under a heading of its own, or a list of such, is made anew.
fn set(path: FieldPath, value: toml::Value, fields: &dyn Fields) -> Result<Vec<Edit>, CommandError> {
    let is_table = path.shape().table().is_some();
    if !is_table || path.value(fields).is_empty() {
        return Ok(vec![Edit::Set(path.steps, value)]);
    }
    match (path.shape(), value) {
        (Shape::Table(_), toml::Value::Table(table)) => Ok(table
            .into_iter()
            .map(|(key, value)| {
                let mut steps = path.steps.clone();
                steps.push(Step::Key(key.into()));
                Edit::Set(steps, value)
            })
            .collect()),
        (_, value) => Ok(vec![Edit::Remove(path.steps.clone()), Edit::Set(path.steps, value)]),
    }
}

/// The elements of a list of single values, as files write them.
fn texts(value: Value<'_>) -> Vec<String> {
    let Value::List(list) = value else {
        return Vec::new();
    };
    (0..list.len())
        .map(|index| match list.at(index) {
            Value::Text(text) | Value::Id(text) | Value::Reference(_, text) | Value::Code(text, _) => text.to_owned(),
            _ => String::new(),
        })
        .collect()
}

/// That a name names no field, in words.
pub fn path_error(error: &PathError, app: &App) -> CommandError {
    let language = &app.language;
    match error {
        PathError::UnknownField { name, known, .. } => unknown_field(name, known, language),
        PathError::NotATable { name } => CommandError::usage(language.say(say::not_a_table(name.clone()))),
        PathError::Malformed(text) => CommandError::usage(language.say(say::malformed_path(text.clone()))),
        PathError::NoSuchElement { name, key, known } => {
            let error =
                CommandError::failed(language.say(say::NoElement { element: key.clone(), record: name.clone() }));
            if known.is_empty() { error } else { error.hint(language.say(say::one_of(known.join(", ")))) }
        }
    }
}
