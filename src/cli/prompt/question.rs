//! A question: what is asked, what can be chosen, what Enter says, and how an answer is read.

use super::offered::{Offered, district_named_in, offered, yes_and_no};
use crate::catalog::{Meant, meant, parse_value};
use crate::cli::app::App;
use crate::cli::error::CommandError;
use crate::cli::expected::{Where, as_written, input_error};
use crate::cli::names::kind_in;
use crate::cli::parts::Part;
use crate::cli::reader::{Memory, Reader};
use crate::message::{say, told};
use crate::model::{Asked, Field, Kind, Register, Role, Shape, TableShape, Target, UNKNOWN_TABLE, slug};
use toml::{Table, Value};

/// As many things as can be chosen by their number.
const NUMBERED: usize = 15;
/// What leaves out what Enter would say.
const NONE: &str = "-";

/// How an answer that is none of those offered becomes a value.
type Read<'q> = Box<dyn Fn(&str) -> Result<Value, CommandError> + 'q>;

/// A question to a person.
pub struct Question<'q> {
    /// What it asks for, by its place in what is made: `budget[0].amount`.
    pub asked: String,
    /// What it asks for, in words.
    pub title: String,
    /// What helps to answer it; nothing where the title says it all.
    pub hint: String,
    /// What can be chosen.
    pub offered: Vec<Offered>,
    /// Whether several of it can be.
    pub several: bool,
    /// Whether it is shown however much it is, the first of it.
    pub is_list: bool,
    /// What Enter says; otherwise it leaves out.
    pub granted: Option<Offered>,
    /// Whether it can't be left out.
    pub required: bool,
    /// Whether an answer may have several lines.
    pub has_lines: bool,
    /// Reads an answer that is none of those offered.
    pub read: Read<'q>,
}

impl<'q> Question<'q> {
    /// The question for a field of a table.
    pub fn of_field(
        place: Place<'_>,
        field: &'static Field,
        table: &Table,
        register: &'q Register,
        app: &'q App,
    ) -> Self {
        let language = &app.language;
        let shape = place.shape;
        let offered = offered(field.shape.single(), place.beside, register, language).unwrap_or_default();
        let hint = language.field_hint(shape.name, field.name);
        let expected = match field.shape.single() {
            Shape::Choice(_) | Shape::Flag | Shape::Reference(_) => None,
            Shape::Text if !field.shape.is_list() => None,
            single => Some(as_written(single, language)),
        };
        let several = field.shape.is_list().then(|| language.text(say::PROMPT_SEVERAL));
        let hint = hint.into_iter().chain(expected).chain(several).collect::<Vec<_>>().join(" · ");
        let granted = granted(field, table, &offered, register, app);
        let name = field.name;
        let read = move |text: &str| {
            let at = Where { table: shape, register: Some(register), language: &app.language };
            let reader = app.reader_of(register).map_err(|error| CommandError::failed(error.to_string()))?;
            let value = parse_value(name, field, text, &reader).map_err(|error| input_error(&error, at))?;
            refuse_unknown(&field.shape, &value, register, &reader)?;
            Ok(value)
        };
        Self {
            asked: format!("{}{name}", place.path),
            title: format!("{}{}", place.title, language.field(shape.name, name)),
            hint,
            offered,
            several: field.shape.is_list(),
            is_list: false,
            granted,
            required: field.required,
            has_lines: field.role != Some(Role::Title),
            read: Box::new(read),
        }
    }

    /// The question for a value of a shape, which is no field's.
    pub fn of_value(
        asked: &str,
        title: String,
        hint: String,
        shape: impl Into<Asked>,
        register: &'q Register,
        app: &'q App,
    ) -> Self {
        let (value, name) = (shape.into(), title.clone());
        let read = move |text: &str| {
            let at = Where { table: &UNKNOWN_TABLE, register: Some(register), language: &app.language };
            let reader = app.reader_of(register).map_err(|error| CommandError::failed(error.to_string()))?;
            parse_value(&name, value, text, &reader).map_err(|error| input_error(&error, at))
        };
        let offered = offered(value.shape.single(), &Table::new(), register, &app.language).unwrap_or_default();
        let several = value.shape.is_list();
        Self { hint, several, has_lines: true, read: Box::new(read), ..Self::of_choices(asked, title, offered, app) }
    }

    /// A question that is answered in words, which has to be.
    pub fn of_answer(asked: &str, title: String, read: Read<'q>) -> Self {
        Self {
            asked: asked.to_owned(),
            title,
            hint: String::new(),
            offered: Vec::new(),
            several: false,
            is_list: false,
            granted: None,
            required: true,
            has_lines: false,
            read,
        }
    }

    /// A question that is answered by one or several of what is offered, and by nothing else.
    pub fn of_choices(asked: &str, title: String, offered: Vec<Offered>, app: &'q App) -> Self {
        let read = move |text: &str| Err(CommandError::usage(app.language.say(say::not_offered(text))));
        Self { offered, required: false, ..Self::of_answer(asked, title, Box::new(read)) }
    }

    /// A question that is answered by yes or no.
    pub fn yes_or_no(asked: &str, title: String, granted: bool, app: &'q App) -> Self {
        let offered = yes_and_no(&app.language);
        let granted = offered.get(usize::from(!granted)).cloned();
        let reader = move |text: &str| {
            let is_yes = parse_value(
                "",
                Shape::Flag,
                text,
                &app.reader().map_err(|error| CommandError::failed(error.to_string()))?,
            );
            is_yes.map_err(|_| CommandError::usage(app.language.text(say::YES_OR_NO)))
        };
        Self { granted, read: Box::new(reader), ..Self::of_choices(asked, title, offered, app) }
    }

    /// What an answer says; nothing where it leaves out.
    pub fn answer(&self, text: &str, app: &App) -> Result<Option<Value>, CommandError> {
        let text = text.trim();
        if text.is_empty() {
            return match (&self.granted, self.required) {
                (Some(granted), _) => Ok(Some(granted.value.clone())),
                (None, true) => Err(CommandError::usage(app.language.text(say::PROMPT_NEEDED))),
                (None, false) => Ok(None),
            };
        }
        if text == NONE && !self.required {
            return Ok(None);
        }
        if let Some(chosen) = self.chosen(text, &app.memory) {
            return Ok(Some(chosen));
        }
        if let Some(error) = self.several_named(text, app) {
            return Err(error);
        }
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (self.read)(if self.has_lines { text } else { &line }).map(Some)
    }

    /// How many of what is offered have numbers that are shown.
    pub fn numbered(&self) -> usize {
        self.offered.len().min(NUMBERED)
    }

    /// Whether what is offered has numbers to be chosen by.
    pub fn is_numbered(&self) -> bool {
        // Yes and no are said.
        let is_said = self.offered.iter().all(|offered| offered.value.is_bool());
        !is_said && (self.is_list || (2..=NUMBERED).contains(&self.offered.len()))
    }

    /// What an answer stands for that is not written out: what was chosen by its number or by a part of its name.
    pub fn stands_for(&self, text: &str, value: &Value) -> Option<String> {
        let values = match value {
            Value::Array(values) if self.several => values.iter().collect(),
            one => vec![one],
        };
        let name =
            |value: &Value| self.offered.iter().find(|offered| offered.value == *value).map(|offered| &*offered.name);
        let names: Vec<&str> = values.into_iter().map(name).collect::<Option<Vec<_>>>()?;
        let named = names.join("; ");
        let is_said = self.offered.iter().all(|offered| offered.value.is_bool());
        (!is_said && !text.trim().is_empty() && slug(text) != slug(&named)).then_some(named)
    }

    /// That what was written may be any of several, which are there to be chosen from.
    fn several_named(&self, text: &str, app: &App) -> Option<CommandError> {
        let written = slug(text);
        let is_named = |offered: &&Offered| slug(&offered.name).contains(&written);
        let among: Vec<&Offered> = self.offered.iter().filter(is_named).collect();
        if written.len() < 3 || !(2..=NUMBERED).contains(&among.len()) {
            return None;
        }
        let among = among.into_iter().map(|offered| (written_of(&offered.value), offered.name.clone())).collect();
        Some(CommandError::failed(app.language.say(say::several_values(text.to_owned()))).or_choose(text, among))
    }

    fn chosen(&self, text: &str, memory: &Memory) -> Option<Value> {
        if !self.several {
            return self.one(text, memory);
        }
        let signs: &[char] = if text.contains([';', '\n']) { &[';', '\n'] } else { &[','] };
        let whole = self.one(text, memory).map(|one| vec![one]);
        let numbers = || {
            let digits = text.split_whitespace();
            let are_numbers = digits.clone().all(|part| part.parse::<usize>().is_ok());
            if are_numbers { digits.map(|part| self.one(part, memory)).collect() } else { None }
        };
        let parts = || {
            text.split(signs)
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| self.one(part, memory))
                .collect()
        };
        whole.or_else(numbers).or_else(parts).map(Value::Array)
    }

    /// The one that is meant: by its number, by its name, or by a part of it that no other has.
    fn one(&self, text: &str, memory: &Memory) -> Option<Value> {
        // What is not shown is not chosen by a number.
        let number = text.parse::<usize>().ok().filter(|number| self.is_numbered() && *number <= self.numbered());
        if let Some(offered) = number.and_then(|number| self.offered.get(number.checked_sub(1)?)) {
            return Some(offered.value.clone());
        }
        // What was chosen where something else was asked for says nothing here.
        let chosen = memory.chosen(text);
        if let Some(offered) = self.offered.iter().find(|offered| chosen.as_ref() == Some(&written_of(&offered.value)))
        {
            return Some(offered.value.clone());
        }
        let written = slug(text);
        let named = |is_it: &dyn Fn(&str) -> bool| {
            let mut found = self.offered.iter().filter(|offered| is_it(&slug(&offered.name)));
            found.next().filter(|_| found.next().is_none()).map(|offered| offered.value.clone())
        };
        if written.is_empty() {
            return None;
        }
        let exact = named(&|name| name == written);
        exact.or_else(|| named(&|name| name.starts_with(&written))).or_else(|| {
            let is_within = |name: &str| name.contains(&written);
            named(&is_within).filter(|_| written.len() > 2)
        })
    }
}

/// A value as files write it, where it is one word.
fn written_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Where a field is asked for.
#[derive(Clone, Copy)]
pub struct Place<'p> {
    /// The table that it is of.
    pub shape: &'static TableShape,
    /// What stands before its name in the place that it is asked for by.
    pub path: &'p str,
    /// What stands before its label.
    pub title: &'p str,
    /// What the record says so far.
    pub beside: &'p Table,
}

/// Refuses what names something that the register does not have.
fn refuse_unknown(shape: &Shape, value: &Value, register: &Register, reader: &Reader<'_>) -> Result<(), CommandError> {
    let Shape::Reference(target) = *shape.single() else { return Ok(()) };
    let all: Vec<&str> = match value {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    match all.into_iter().find(|reference| meant(target, reference, register, reader) == Meant::Nothing) {
        None => Ok(()),
        Some(unknown) => {
            let language = reader.language;
            let error = CommandError::failed(language.say(say::no_record(unknown)));
            let add_it_first = |error: CommandError, what: String| {
                error.hint(language.say(say::add_it_first(language.say(told::add(what)))))
            };
            Err(match target.kind() {
                Some(kind) => add_it_first(error, kind_in(kind, language)),
                None => match Part::ALL.into_iter().find(|part| part.target() == target) {
                    Some(part) => add_it_first(error, part.command(language)),
                    None => error,
                },
            })
        }
    }
}

/// What Enter says: this year, and the district that the record is called after.
fn granted(field: &Field, table: &Table, offered: &[Offered], register: &Register, app: &App) -> Option<Offered> {
    match field.shape.single() {
        Shape::Year if field.required => {
            let year = i64::from(app.today().ok()?.year());
            Some(Offered::new(year.to_string(), year))
        }
        Shape::Reference(Target::Record(Kind::District)) if field.shape.is_list() => {
            let texts = table.values().filter_map(Value::as_str);
            let district = texts.filter_map(|text| district_named_in(text, register)).next()?;
            let offered = offered.iter().find(|offered| offered.value.as_str() == Some(&district))?;
            Some(Offered { value: Value::Array(vec![offered.value.clone()]), ..offered.clone() })
        }
        _ => None,
    }
}
