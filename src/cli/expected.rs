//! What was expected where something else was written, in the user's words and not in those of a file.

use super::error::CommandError;
use super::reader::named;
use crate::catalog::{InputError, called, find_field};
use crate::format::nearest;
use crate::language::Language;
use crate::message::{Key, say};
use crate::model::{Choices, Field, GoalTarget, Kind, Period, Reading, Register, Shape, TableShape, Target, slug};

/// Where a value was asked for: in a table, whose fields have their names, and in a register.
#[derive(Clone, Copy)]
pub struct Where<'a> {
    /// The table that the fields are of.
    pub table: &'static TableShape,
    /// The register that names are looked for in, where it is known.
    pub register: Option<&'a Register>,
    /// The language that is spoken.
    pub language: &'a Language,
}

/// That what was written is no value of a field, in words.
pub fn input_error(error: &InputError, at: Where<'_>) -> CommandError {
    let language = at.language;
    match error {
        InputError::WrongType { field, text, shape } => {
            let expected = as_written(&shape.0, language);
            let field = field_words(at.table, field, language);
            let error = CommandError::usage(language.say(say::WrongValue { expected, field, text: text.clone() }));
            match shape.0.single() {
                Shape::Choice(choices) => match near_code(text, choices, language) {
                    Some(near) => error.hint(language.say(say::did_you_mean(near))),
                    None => error.hint(language.say(say::one_of(named_codes(choices, language)))),
                },
                _ => error,
            }
        }
        InputError::UnknownField { table: _, name, known, shape } => {
            let labels =
                known.iter().filter_map(|name| shape.field(name)).map(|field| language.field(shape.name, field.name));
            let labels: Vec<String> = labels.collect();
            unknown_field(name, &labels, language)
        }
        InputError::Several { text, target, known, .. } => {
            let name = |reference: &String| {
                at.register.map_or_else(|| reference.clone(), |register| named(*target, reference, register, language))
            };
            let among: Vec<(String, String)> =
                known.iter().map(|reference| (reference.clone(), name(reference))).collect();
            let names: Vec<&str> = among.iter().map(|(_, name)| name.as_str()).collect();
            CommandError::failed(language.say(say::several_values(text.clone())))
                .hint(language.say(say::one_of(names.join("; "))))
                .or_choose(text, among)
        }
        InputError::NotYet { field, day } => {
            let field = field_words(at.table, field, language);
            CommandError::usage(language.say(say::NotYet { day: language.day(*day), field }))
        }
        InputError::OutOfRange { field, text, range } => {
            let field = field_words(at.table, field, language);
            let text = text.clone();
            CommandError::usage(match range {
                (Some(least), Some(most)) => language.say(say::NumberOutOfRange {
                    field,
                    least: least.to_string(),
                    most: most.to_string(),
                    text,
                }),
                (least, _) => {
                    language.say(say::NumberTooSmall { field, least: least.unwrap_or_default().to_string(), text })
                }
            })
        }
    }
}

/// The code that a word is nearest to: by the code itself, or by what it is called.
fn near_code(text: &str, choices: &Choices, language: &Language) -> Option<String> {
    let names: Vec<String> = choices.codes.iter().map(|code| language.choice(choices.name, code)).collect();
    let near = nearest(text, choices.codes.iter().copied().chain(names.iter().map(String::as_str)))?;
    Some(near.to_owned())
}

/// The codes of a list by their names; each also by its code.
pub fn named_codes(choices: &Choices, language: &Language) -> String {
    let named = choices.codes.iter().map(|code| {
        let name = language.choice(choices.name, code);
        if name == *code { name } else { format!("{name} ({code})") }
    });
    named.collect::<Vec<_>>().join(", ")
}

/// That there is no such field, in words.
pub fn unknown_field(name: &str, known: &[String], language: &Language) -> CommandError {
    let error = CommandError::usage(language.say(say::unknown_field(name)));
    match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => error.hint(language.say(say::did_you_mean(near))),
        None => error.hint(language.say(say::one_of(known.join(", ")))),
    }
}

/// The same, of a table: by what its fields are called, or their names.
pub fn unknown_field_of(name: &str, shape: &'static TableShape, language: &Language) -> CommandError {
    let error = CommandError::usage(language.say(say::unknown_field(name)));
    let written = slug(name);
    let names =
        |field: &'static Field| called(shape, field).map(slug).chain([slug(field.name)]).map(move |own| (own, field));
    let known: Vec<(String, &'static Field)> = shape.fields.iter().flat_map(names).collect();
    let near = nearest(&written, known.iter().map(|(own, _)| own.as_str()));
    let near = near.and_then(|near| known.iter().find(|(own, _)| *own == near));
    match near {
        Some((_, field)) => error.hint(language.say(say::did_you_mean(language.field(shape.name, field.name)))),
        None => {
            let labels: Vec<String> = shape.fields.iter().map(|field| language.field(shape.name, field.name)).collect();
            error.hint(language.say(say::one_of(labels.join(", "))))
        }
    }
}

/// What a field is called, with those that it is in before it: `budget[2026].amount` is `Budget 2026 – Belopp`.
pub fn field_words(table: &'static TableShape, path: &str, language: &Language) -> String {
    let mut table = Some(table);
    let mut words = Vec::new();
    for part in path.split('.') {
        let (name, key) = part.split_once('[').map_or((part, None), |(name, key)| (name, key.strip_suffix(']')));
        let Some((shape, field)) = table.and_then(|shape| Some((shape, find_field(shape, name)?))) else {
            words.push(part.to_owned());
            continue;
        };
        let label = language.field(shape.name, field.name);
        words.push(key.map_or(label.clone(), |key| format!("{label} {key}")));
        table = field.shape.inner();
    }
    words.join(" – ")
}

/// What a value looks like where a person writes it.
pub fn as_written(shape: &Shape, language: &Language) -> String {
    let key = match shape.single() {
        Shape::Table(table) if table.is::<Period>() => say::WRITTEN_PERIOD,
        Shape::Table(table) if table.is::<Reading>() => say::WRITTEN_READING,
        Shape::Table(table) if table.is::<GoalTarget>() => say::WRITTEN_GOAL_TARGET,
        Shape::Table(table) => return language.say(say::written_table(table_example(table, language))),
        shape => as_written_key(shape),
    };
    language.text(key)
}

fn as_written_key(shape: &Shape) -> Key {
    match shape {
        Shape::Text | Shape::CaseNumber | Shape::AreaCode | Shape::Table(_) | Shape::List(_) => say::WRITTEN_TEXT,
        Shape::Flag => say::WRITTEN_FLAG,
        Shape::Integer | Shape::Ordinal => say::WRITTEN_INTEGER,
        Shape::Year => say::WRITTEN_YEAR,
        Shape::Number => say::WRITTEN_NUMBER,
        Shape::Money => say::WRITTEN_MONEY,
        Shape::Day => say::WRITTEN_DAY,
        Shape::Term => say::WRITTEN_TERM,
        Shape::Choice(_) => say::WRITTEN_CHOICE,
        Shape::Element | Shape::FormerId => say::WRITTEN_ID,
        Shape::Readings => say::WRITTEN_READINGS,
        Shape::Cadence => say::WRITTEN_CADENCE,
        Shape::Words => say::WRITTEN_WORDS,
        Shape::Reference(target) => match target {
            Target::Record(kind) => match kind {
                Kind::District => say::WRITTEN_DISTRICT,
                Kind::Body => say::WRITTEN_BODY,
                Kind::Intervention => say::WRITTEN_INTERVENTION,
                Kind::Meeting => say::WRITTEN_MEETING,
                Kind::Situation => say::WRITTEN_SITUATION,
                Kind::TargetPicture => say::WRITTEN_TARGET_PICTURE,
                Kind::ActionPlan => say::WRITTEN_ACTION_PLAN,
                Kind::Agreement => say::WRITTEN_AGREEMENT,
                Kind::Round => say::WRITTEN_ROUND,
            },
            Target::Goal => say::WRITTEN_GOAL,
            Target::Problem => say::WRITTEN_PROBLEM,
            Target::Cause => say::WRITTEN_CAUSE,
            Target::Decision => say::WRITTEN_DECISION,
            Target::MunicipalGoal => say::WRITTEN_MUNICIPAL_GOAL,
            Target::OwnGoal => say::WRITTEN_OWN_GOAL,
            Target::OwnIndicator => say::WRITTEN_OWN_INDICATOR,
            Target::Anything => say::WRITTEN_ANYTHING,
            Target::TargetGroup | Target::Category => say::WRITTEN_WORD,
        },
    }
}

/// How a table is written: its fields by what they are called. `År=…, Belopp=…`
pub fn table_example(table: &TableShape, language: &Language) -> String {
    let named = table.fields.iter().map(|field| format!("{}=…", language.field(table.name, field.name)));
    named.collect::<Vec<_>>().join(", ")
}
