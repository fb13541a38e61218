//! Flags that are read off the fields: one for each field of a kind to write, and one for each that
//! records are chosen by.

use super::error::CommandError;
use super::expected::{Where, input_error};
use super::reader::Reader;
use crate::catalog::{InputError, Understand, parse_value, shape_of, stretch};
use crate::message::say;
use crate::model::{Assessment, Field, Kind, Period, Role, Shape};
use crate::query::{Filter, Wanted, filter_fields};
use crate::words::kind_words;
use clap::{Arg, ArgAction, ArgMatches};
use toml::Table;

/// The name of a field as a flag.
pub fn flag(field: &Field) -> String {
    field.name.replace('_', "-")
}

/// A flag for each field of a kind.
pub fn field_flags(kind: Kind) -> impl Iterator<Item = Arg> {
    let own = |field: &&Field| field.role != Some(Role::Own);
    shape_of(kind).fields.iter().filter(own).map(|field| {
        let action = if field.shape.is_list() { ArgAction::Append } else { ArgAction::Set };
        let mut arg = Arg::new(flag(field)).long(flag(field)).value_name(value_name(&field.shape)).action(action);
        arg = arg.allow_hyphen_values(true);
        super::complete::for_shape(arg, &field.shape)
    })
}

/// The values of the flags given, as a record.
pub fn given(kind: Kind, matches: &ArgMatches, reader: &Reader<'_>) -> Result<Table, CommandError> {
    let at = Where { table: shape_of(kind), register: reader.register, language: reader.language };
    let mut table = Table::new();
    let mut wrong: Option<CommandError> = None;
    for field in shape_of(kind).fields {
        let Ok(Some(texts)) = matches.try_get_many::<String>(&flag(field)) else {
            continue;
        };
        let mut list = Vec::new();
        for text in texts.filter(|text| !text.is_empty()) {
            match parse_value(field.name, field, text, reader) {
                Ok(toml::Value::Array(elements)) if field.shape.is_list() => list.extend(elements),
                Ok(value) => {
                    table.insert(field.name.to_owned(), value);
                }
                // Everything wrong is told at once.
                Err(error) => {
                    let error = input_error(&error, at);
                    match &mut wrong {
                        None => wrong = Some(error),
                        Some(first) => {
                            first.message.push('\n');
                            first.message.push_str(&error.message);
                            first.hints.extend(error.hints);
                            first.choice = error.choice.or(first.choice.take());
                        }
                    }
                }
            }
        }
        if !list.is_empty() {
            table.insert(field.name.to_owned(), toml::Value::Array(list));
        }
    }
    wrong.map_or(Ok(table), Err)
}

/// What a kind goes by beside its name: by that of its folder, and by what people call it.
pub fn other_names(kind: Kind) -> Vec<&'static str> {
    let words = kind_words(kind.name()).into_iter().filter(|word| !word.contains(' '));
    words.chain([kind.folder()]).collect()
}

/// What stands for a value in help.
fn value_name(shape: &Shape) -> &'static str {
    match shape.single() {
        Shape::Day => "DATE",
        Shape::Term => "PERIOD",
        Shape::Integer | Shape::Ordinal | Shape::Year | Shape::Number | Shape::Money => "NUMBER",
        Shape::Choice(_) | Shape::Flag => "CODE",
        Shape::Element | Shape::FormerId | Shape::Reference(_) => "ID",
        Shape::Table(table) if table.is::<Period>() => "PERIOD",
        Shape::Table(_) | Shape::Cadence | Shape::Readings | Shape::Words => "PARTS",
        _ => "TEXT",
    }
}

/// The flags that records of a kind are chosen by.
pub fn filter_flags(kind: Kind) -> Vec<Arg> {
    let mut flags: Vec<Arg> = filter_fields(kind)
        .into_iter()
        .map(|wanted| {
            let arg = Arg::new(wanted.flag.clone()).long(wanted.flag).action(ArgAction::Append);
            let arg = arg.value_name(value_name(&wanted.field.shape));
            super::complete::for_shape(arg, &wanted.field.shape)
        })
        .collect();
    if kind == Kind::Intervention {
        let assessment = Arg::new("assessment").long("assessment").value_name("CODE").action(ArgAction::Append);
        flags.push(super::complete::for_shape(assessment, &Shape::Choice(&Assessment::CHOICES)));
        flags.push(Arg::new("late").long("late").action(ArgAction::SetTrue));
        flags.push(Arg::new("whole").long("whole").action(ArgAction::SetTrue));
    }
    flags.push(Arg::new("between").long("between").value_name("PERIOD"));
    flags.push(Arg::new("text").long("text").value_name("WORDS").action(ArgAction::Append));
    flags
}

/// The filter that the flags given make.
pub fn filter(kind: Kind, matches: &ArgMatches, reader: &Reader<'_>) -> Result<Filter, CommandError> {
    let language = reader.language;
    let at = Where { table: shape_of(kind), register: reader.register, language };
    let mut filter = Filter::default();
    for wanted in filter_fields(kind) {
        let Ok(Some(texts)) = matches.try_get_many::<String>(&wanted.flag) else {
            continue;
        };
        let mut values = Vec::new();
        // Any of several may be asked for, whether or not a record can have several.
        let several = Shape::List(single(wanted.field));
        for text in texts.filter(|text| !text.trim().is_empty()) {
            let value =
                parse_value(wanted.field.name, several, text, reader).map_err(|error| input_error(&error, at))?;
            let elements = value.as_array().cloned().unwrap_or_default();
            values.extend(elements.into_iter().map(|value| match value {
                toml::Value::String(value) => value,
                value => value.to_string(),
            }));
        }
        filter.wanted.push(Wanted::new(wanted.field.name, values));
    }
    if let Ok(Some(texts)) = matches.try_get_many::<String>("assessment") {
        for text in texts.flat_map(|text| text.split(',')).map(str::trim) {
            let choices = &Assessment::CHOICES;
            match Assessment::from_code(text).or_else(|| Assessment::from_code(reader.code(choices, text)?)) {
                Some(assessment) => filter.assessment.push(assessment),
                None => {
                    let shape = crate::catalog::ShapeAt(Shape::Choice(choices));
                    let (field, text) = ("assessment".to_owned(), text.to_owned());
                    return Err(input_error(&InputError::WrongType { field, text, shape }, at));
                }
            }
        }
    }
    filter.whole = matches!(matches.try_get_one::<bool>("whole"), Ok(Some(true)));
    filter.late = matches!(matches.try_get_one::<bool>("late"), Ok(Some(true)));
    if let Ok(Some(text)) = matches.try_get_one::<String>("between") {
        let period = between(text, reader);
        filter.between =
            Some(period.ok_or_else(|| CommandError::usage(language.say(say::not_a_period(text.clone()))))?);
    }
    if let Ok(Some(texts)) = matches.try_get_many::<String>("text") {
        filter.words = texts.flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
    }
    Ok(filter)
}

/// The shape of one value of a field.
fn single(field: &'static Field) -> &'static Shape {
    field.shape.single()
}

/// A period: `A..B` with either end open, a term such as `2026-t2`, or as people write one.
pub fn between(text: &str, reader: &Reader<'_>) -> Option<Period> {
    let (from, until) = stretch(text, reader)?;
    let period = Period { from, until };
    let is_turned = matches!((period.from, period.until), (Some(from), Some(until)) if until < from);
    (!period.is_unknown() && !is_turned).then_some(period)
}
