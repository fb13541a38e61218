//! `register set ID FIELD=VALUE…`

mod doing;
mod words;

use doing::Doing;

use super::write::{begin, planned, write};
use crate::catalog::{FieldPath, PathError, fill_id, is_open_end, parse_value, shape_of};
use crate::cli::app::App;
use crate::cli::complete::{assignments, record_ids_or_settings};
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::{Where, field_words, input_error, unknown_field_of};
use crate::cli::reading::is_settings;
use crate::format::{Edit, nearest};
use crate::message::{say, told};
use crate::model::{Day, Fields, Kind, RecordId, Register, Role, Settings, Shape, Step, Table as _, TableShape, Value};
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids_or_settings())]
    pub id: String,
    #[arg(value_name = "FIELD=VALUE", required = true, add = assignments())]
    pub assignments: Vec<String>,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    if is_settings(&args.id) {
        let setting =
            Setting { shape: &Settings::TABLE, fields: &work.register.settings, register: &work.register, app };
        let edits = setting.all_edits(&args.assignments, &[String::new()])?;
        let change = planned(work.edit_settings(&edits), &store, app)?;
        return write(work, &[change], args.dry_run, &store, app);
    }
    let (id, element) = args.id.split_once('#').map_or((args.id.as_str(), None), |(id, element)| (id, Some(element)));
    let mut record = app.find(&work.register, id)?;
    if let Some(picture) = element.and_then(|element| picture_of(&work.register, &record, element, app.today().ok()?)) {
        record = picture;
    }
    let Some(fields) = work.register.record(record.kind, &record.id) else {
        let error = CommandError::failed(app.language.say(say::unreadable_record(record.to_string())));
        return Err(error.hint(app.language.say(told::edit(record.id.to_string()))).into());
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
    let setting = Setting { shape: shape_of(record.kind), fields, register: &work.register, app };
    let edits = setting.all_edits(&args.assignments, &inside)?;
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

/// A record, or what holds for the whole register, whose fields are set.
struct Setting<'a> {
    shape: &'static TableShape,
    fields: &'a dyn Fields,
    register: &'a Register,
    app: &'a App,
}

impl Setting<'_> {
    /// The edits that all of them ask for.
    fn all_edits(&self, assignments: &[String], inside: &[String]) -> Result<Vec<Edit>> {
        let mut edits = Vec::new();
        for assignment in assignments {
            edits.extend(self.edits(assignment, inside)?);
        }
        Ok(edits)
    }

    /// The edits that one `FIELD=VALUE` asks for.
    fn edits(&self, assignment: &str, inside: &[String]) -> Result<Vec<Edit>> {
        let language = &self.app.language;
        let shape = self.shape;
        let (name, text) = assignment.split_once('=').ok_or_else(|| {
            let error = CommandError::usage(language.say(say::not_an_assignment(assignment)));
            error.hint(language.text(say::NOT_AN_ASSIGNMENT_HINT))
        })?;
        let (name, doing) = match name.as_bytes().last() {
            Some(b'+') => (&name[..name.len() - 1], Doing::Add),
            Some(b'-') => (&name[..name.len() - 1], Doing::Take),
            _ => (name, Doing::Set),
        };
        let name = name.trim();
        // Two lists of a record may have an element of the same id: the one is meant that has such a field.
        let found = inside.iter().map(|inside| FieldPath::parse(&format!("{inside}{name}"), shape, Some(self.fields)));
        let path = found.reduce(Result::or).unwrap_or_else(|| Err(PathError::Malformed(name.to_owned())));
        let path = path.map_err(|error| path_error(&error, shape, self.app))?;
        if let [Step::Key(key)] = path.steps.as_slice()
            && shape.field(key).is_some_and(|field| field.role == Some(Role::Own))
        {
            return Err(self.made_by_program(name).into());
        }
        if matches!(path.shape(), Shape::Words) {
            return Ok(words::edits(doing, path, text, self.fields, self.register, self.app)?);
        }
        let reader = self.app.reader_of(self.register)?;
        let at = Where { table: shape, register: Some(self.register), language };
        let value = || parse_value(name, path.asked(), text, &reader).map_err(|error| input_error(&error, at));
        let is_there = !path.value(self.fields).is_empty();
        let is_emptied = text.trim().is_empty() || (matches!(path.shape(), Shape::Day) && is_open_end(text));
        match doing {
            Doing::Set if is_emptied => {
                let removes = is_there || matches!(path.steps.last(), Some(Step::Index(_)));
                Ok(if removes { vec![Edit::Remove(path.steps)] } else { Vec::new() })
            }
            Doing::Set => {
                let value = value()?;
                Ok(set(path, value, self.fields)?)
            }
            Doing::Add => {
                let toml::Value::Array(mut elements) = value()? else {
                    return Err(CommandError::usage(language.say(say::not_a_list(name))).into());
                };
                if let Some(table) = path.shape().table() {
                    let mut taken = path.element_ids(self.fields);
                    let tables = elements.iter_mut().filter_map(toml::Value::as_table_mut);
                    tables.for_each(|element| fill_id(element, table, &mut taken));
                }
                let known = texts(path.value(self.fields));
                let is_new = |element: &toml::Value| {
                    element.as_str().is_none_or(|text| !known.iter().any(|known| known == text))
                };
                let new = elements.into_iter().filter(is_new);
                Ok(new.map(|element| Edit::Append(path.steps.clone(), element)).collect())
            }
            Doing::Take => self.taken(&path, name, text.trim()).map_err(Into::into),
        }
    }

    /// That a field is the program's own to write.
    fn made_by_program(&self, name: &str) -> CommandError {
        let language = &self.app.language;
        if self.shape.is::<Settings>() {
            return CommandError::usage(language.say(say::format_is_own(name)));
        }
        CommandError::usage(language.say(say::made_by_program(name)))
    }

    /// The edits that take an element out of a list.
    fn taken(&self, path: &FieldPath, name: &str, text: &str) -> Result<Vec<Edit>, CommandError> {
        let language = &self.app.language;
        if !path.shape().is_list() {
            return Err(CommandError::usage(language.say(say::not_a_list(name))));
        }
        let known = texts(path.value(self.fields));
        let reader = self.app.reader_of(self.register).map_err(|error| CommandError::usage(error.to_string()))?;
        // As files have it, or as people write it.
        let written = || {
            let value = parse_value(name, path.asked(), text, &reader).ok()?;
            let written = value.as_array()?.first()?.as_str()?.to_owned();
            known.iter().position(|known| *known == written)
        };
        let by_key = || path.elements(self.fields, text);
        let place = match known.iter().position(|known| known == text).or_else(written) {
            Some(place) => Ok(place),
            None => match by_key().as_slice() {
                [place] => Ok(*place),
                [] => {
                    let error = CommandError::failed(language.say(say::NotInList { field: name, value: text }));
                    Err(match nearest(text, known.iter().map(String::as_str)) {
                        Some(near) => error.hint(language.say(say::did_you_mean(near))),
                        None => error,
                    })
                }
                _ => Err(CommandError::failed(language.say(say::several_values(text)))
                    .hint(language.say(say::one_of(path.element_names(self.fields, text).join("; "))))),
            },
        }?;
        let mut steps = path.steps.clone();
        // The last one takes the list with it.
        if known.len() > 1 {
            steps.push(Step::Index(place));
        }
        Ok(vec![Edit::Remove(steps)])
    }
}

/// Gives a field a value. A table under a heading of its own, or a list of such, is made anew.
fn set(path: FieldPath, value: toml::Value, fields: &dyn Fields) -> Result<Vec<Edit>, CommandError> {
    let is_table = path.shape().table().is_some();
    if !is_table || path.value(fields).is_empty() {
        return Ok(vec![Edit::Set(path.steps, value)]);
    }
    match (path.shape(), value) {
        (Shape::Table(shape), toml::Value::Table(table)) => {
            let Value::Table(old) = path.value(fields) else { return Ok(Vec::new()) };
            let within = |key: String| path.steps.iter().cloned().chain([Step::Key(key.into())]).collect::<Vec<_>>();
            // What people take as one thing is replaced whole: a period without an end has none.
            let gone = shape
                .fields
                .iter()
                .filter(|field| shape.is_whole && !table.contains_key(field.name) && !old.get(field.name).is_empty());
            let removed: Vec<Edit> = gone.map(|field| Edit::Remove(within(field.name.to_owned()))).collect();
            Ok(table.into_iter().map(|(key, value)| Edit::Set(within(key), value)).chain(removed).collect())
        }
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
pub fn path_error(error: &PathError, shape: &'static TableShape, app: &App) -> CommandError {
    let language = &app.language;
    match error {
        PathError::UnknownField { name, table, .. } => unknown_field_of(name, table, language),
        PathError::SeveralElements { name, key, known } => {
            let field = field_words(shape, &format!("{name}[{key}]"), language);
            let elements: Vec<String> = known.iter().map(|known| format!("{name}[{known}]")).collect();
            CommandError::failed(language.say(say::several_values(field)))
                .hint(language.say(say::one_of(elements.join("; "))))
        }
        PathError::NotATable { name } => CommandError::usage(language.say(say::not_a_table(name.clone()))),
        PathError::Malformed(text) => CommandError::usage(language.say(say::malformed_path(text.clone()))),
        PathError::NoSuchElement { name, key, known } => {
            let error =
                CommandError::failed(language.say(say::NoElement { element: key.clone(), record: name.clone() }));
            if known.is_empty() { error } else { error.hint(language.say(say::one_of(known.join(", ")))) }
        }
    }
}
