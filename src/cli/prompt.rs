//! Asking a person: only for what is missing, with the known ids to choose from.

use super::app::App;
use super::error::CommandError;
use super::reader::{Memory, Reader};
use super::ui::Ui;
use crate::catalog::{parse_value, shape_of};
use crate::format::shape_message;
use crate::language::Language;
use crate::message::say;
use crate::model::{Asked, Field, FollowUp, Kind, Period, RecordId, Register, Shape, Table as _, Target, visible};
use crate::personal_data::mask;
use crate::render::Words;
use crate::report;
use anyhow::Result;
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{Confirm, InquireError, MultiSelect, Select, Text};
use std::fmt;
use toml::{Table, Value};

/// How many choices are shown at a time.
const PAGE: usize = 8;

/// Something to choose: what it is called, and what it is in a file.
#[derive(Clone)]
struct Offered {
    name: String,
    value: Option<Value>,
}

impl fmt::Display for Offered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&mask(&self.name)))
    }
}

/// What came back from a person: an answer, none, or that there shall be no more questions.
fn answered<T>(answer: Result<T, InquireError>, language: &Language) -> Result<Option<T>> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(InquireError::OperationCanceled) => Ok(None),
        Err(InquireError::OperationInterrupted) => Err(CommandError::failed(language.text(say::INTERRUPTED)).into()),
        Err(InquireError::IO(error)) => Err(error.into()),
        Err(error) => Err(CommandError::failed(error.to_string()).into()),
    }
}

/// Runs what a person asks for; where a name in it may be that of any of several, and they are there to be asked, they say
/// which, and it runs again. Nothing was written before.
pub fn answered_for<T>(app: &App, run: impl Fn() -> Result<T>) -> Result<T> {
    loop {
        let error = match run() {
            Err(error) => error,
            done => return done,
        };
        let choice = error.downcast_ref::<CommandError>().and_then(|error| error.choice.as_ref());
        let Some(choice) = choice.filter(|choice| Ui::can_ask() && app.memory.chosen(&choice.text).is_none()) else {
            return Err(error);
        };
        let question = app.language.say(say::which_is_meant(choice.text.clone()));
        let names = choice.among.iter().map(|(_, name)| name.clone()).collect();
        let Some(place) = pick(&question, names, app)? else { return Err(error) };
        app.memory.choose(choice.text.clone(), choice.among[place].0.clone());
    }
}

/// Asks yes or no; no is what Enter says.
pub fn confirm(question: &str, app: &App) -> Result<bool> {
    yes_or_no(question, false, app)
}

/// Asks yes or no, of what can be done anew; yes is what Enter says.
pub fn confirm_usual(question: &str, app: &App) -> Result<bool> {
    yes_or_no(question, true, app)
}

fn yes_or_no(question: &str, default: bool, app: &App) -> Result<bool> {
    let language = &app.language;
    let yes = language.text(say::YES);
    let formatter = |answer: bool| language.text(if answer { say::YES } else { say::NO });
    let parser = |answer: &str| {
        let answer = answer.trim().to_lowercase();
        let no = language.text(say::NO);
        if answer.is_empty() {
            Err(())
        } else if yes.starts_with(&answer) || "yes".starts_with(&answer) {
            Ok(true)
        } else if no.starts_with(&answer) || "no".starts_with(&answer) {
            Ok(false)
        } else {
            Err(())
        }
    };
    let shown = |_: bool| language.text(if default { say::YES_DEFAULT } else { say::YES_NO_DEFAULT });
    let invalid = language.text(say::YES_OR_NO);
    let prompt = Confirm {
        message: question,
        starting_input: None,
        default: Some(default),
        placeholder: None,
        help_message: None,
        formatter: &formatter,
        parser: &parser,
        default_value_formatter: &shown,
        error_message: invalid,
        render_config: RenderConfig::default_colored(),
    };
    Ok(answered(prompt.prompt(), language)?.unwrap_or(false))
}

/// Asks for one of several things, by its place; nothing where a person wants none.
pub fn pick(question: &str, choices: Vec<String>, app: &App) -> Result<Option<usize>> {
    set_up(app);
    let help = app.language.text(say::PROMPT_SELECT_HELP);
    let choices = choices.iter().map(|choice| visible(&mask(choice)).into_owned()).collect();
    let select = Select::new(question, choices).with_help_message(&help).with_page_size(PAGE).without_filtering();
    answered(select.raw_prompt(), &app.language).map(|answer| answer.map(|answer| answer.index))
}

/// Asks for the fields of a new record that are missing: those required, and those that one usually
/// knows, which Enter or Esc leaves out.
pub fn record(kind: Kind, table: &mut Table, register: &Register, app: &App) -> Result<()> {
    let language = &app.language;
    let shape = shape_of(kind);
    set_up(app);
    Ui::say(&language.say(say::prompt_heading(language.kind_new(kind))));
    for field in shape.fields {
        let hint = language.field_hint(shape.name, field.name);
        if table.contains_key(field.name) || (!field.required && hint.is_none()) {
            continue;
        }
        let title = language.field(shape.name, field.name);
        if let Some(value) = ask(field, &title, hint, field.required, register, app)? {
            table.insert(field.name.to_owned(), value);
        }
    }
    Ok(())
}

/// Asks for what a follow-up needs.
pub fn follow_up(table: &mut Table, record: &RecordId, register: &Register, app: &App) -> Result<()> {
    let language = &app.language;
    let shape = &FollowUp::TABLE;
    set_up(app);
    let words = Words { language, currency: &register.settings.currency, ids: false };
    let title = words.cell(&report::title(register, record.kind, &record.id));
    Ui::say(&language.say(say::prompt_heading(title)));
    for name in ["assessment", "trend", "note"] {
        let Some(field) = shape.field(name).filter(|_| !table.contains_key(name)) else {
            continue;
        };
        if let Some(value) = ask(field, &language.field(shape.name, name), None, field.required, register, app)? {
            table.insert(name.to_owned(), value);
        }
    }
    Ok(())
}

/// What prompts look like.
fn set_up(app: &App) {
    let config = if app.ui.talk_palette().on { RenderConfig::default_colored() } else { RenderConfig::empty() };
    inquire::set_global_render_config(config.with_canceled_prompt_indicator(Styled::new("–")));
}

/// Asks for the value of one field.
fn ask(
    field: &Field,
    title: &str,
    hint: Option<String>,
    required: bool,
    register: &Register,
    app: &App,
) -> Result<Option<Value>> {
    let choices = choices(field.shape.single(), register, app);
    match (choices, field.shape.is_list()) {
        (Some(choices), false) => choose(title, hint, choices, required, app),
        (Some(choices), true) if !choices.is_empty() => choose_several(title, hint, choices, required, app),
        (Some(_), true) => Ok(None),
        (None, _) => write(field, title, hint, required, app),
    }
}

/// What there is to choose from, if it is a choice.
fn choices(shape: &Shape, register: &Register, app: &App) -> Option<Vec<Offered>> {
    let language = &app.language;
    let words = Words { language, currency: "", ids: false };
    let text = |id: &str| Some(Value::String(id.to_owned()));
    let mut choices: Vec<Offered> = match shape {
        Shape::Choice(list) => {
            let named = |code: &&str| Offered { name: language.choice(list.name, code), value: text(code) };
            return Some(list.codes.iter().map(named).collect());
        }
        Shape::Flag => {
            let named = |flag| Offered {
                name: language.text(if flag { say::YES } else { say::NO }),
                value: Some(Value::Boolean(flag)),
            };
            return Some(vec![named(true), named(false)]);
        }
        Shape::Reference(Target::Record(kind)) => register
            .ids(*kind)
            .into_iter()
            .map(|id| Offered { name: words.cell(&report::title(register, *kind, id)), value: text(id) })
            .collect(),
        Shape::Reference(target @ (Target::TargetGroup | Target::Category)) => register
            .settings
            .vocabulary
            .words(*target)?
            .iter()
            .map(|(id, names)| Offered {
                name: names.in_language(language.tongue().code()).unwrap_or(id.as_str()).to_owned(),
                value: text(id.as_str()),
            })
            .collect(),
        Shape::Reference(Target::Goal) => {
            let municipal = register
                .settings
                .goal
                .iter()
                .map(|goal| Offered { name: goal.title.to_string(), value: text(goal.id.as_str()) });
            let own = register.goals().into_iter().map(|goal| Offered {
                name: format!("{}: {}", register.district_name(goal.district), goal.goal.title),
                value: Some(Value::String(goal.reference())),
            });
            own.chain(municipal).collect()
        }
        Shape::Reference(Target::Problem) => register
            .districts
            .iter()
            .flat_map(|(id, district)| {
                district.problem.iter().map(move |problem| Offered {
                    name: format!("{}: {}", district.name, problem.title),
                    value: Some(Value::String(format!("{id}#{}", problem.id))),
                })
            })
            .collect(),
        Shape::Reference(Target::Cause) => register
            .districts
            .iter()
            .flat_map(|(id, district)| {
                district.causes().map(move |(problem, cause)| Offered {
                    name: format!("{}: {}: {}", district.name, problem.title, cause.text),
                    value: Some(Value::String(format!("{id}#{}", cause.id))),
                })
            })
            .collect(),
        Shape::Reference(Target::Decision) => register
            .ids(Kind::Meeting)
            .into_iter()
            .map(|id| Offered { name: words.cell(&report::title(register, Kind::Meeting, id)), value: text(id) })
            .collect(),
        _ => return None,
    };
    choices.sort_by(|left, right| language.compare(&left.name, &right.name));
    Some(choices)
}

fn choose(
    title: &str,
    hint: Option<String>,
    mut choices: Vec<Offered>,
    required: bool,
    app: &App,
) -> Result<Option<Value>> {
    if !required {
        choices.insert(0, Offered { name: app.language.text(say::PROMPT_NONE), value: None });
    }
    let help = help(hint, app.language.text(say::PROMPT_CHOOSE));
    loop {
        let select = Select::new(title, choices.clone()).with_help_message(&help).with_page_size(PAGE);
        match answered(select.prompt_skippable(), &app.language)?.flatten() {
            Some(choice) => return Ok(choice.value),
            None if !required => return Ok(None),
            None => {}
        }
    }
}

fn choose_several(
    title: &str,
    hint: Option<String>,
    choices: Vec<Offered>,
    required: bool,
    app: &App,
) -> Result<Option<Value>> {
    let help = help(hint, app.language.text(say::PROMPT_CHOOSE_SEVERAL));
    loop {
        let select = MultiSelect::new(title, choices.clone()).with_help_message(&help).with_page_size(PAGE);
        let chosen = answered(select.prompt_skippable(), &app.language)?.flatten().unwrap_or_default();
        let values: Vec<Value> = chosen.into_iter().filter_map(|choice| choice.value).collect();
        if !values.is_empty() {
            return Ok(Some(Value::Array(values)));
        }
        if !required {
            return Ok(None);
        }
    }
}

fn write(field: &Field, title: &str, hint: Option<String>, required: bool, app: &App) -> Result<Option<Value>> {
    let language = &app.language;
    let today = app.today()?;
    let reader = app.reader()?;
    let read = |text: &str| parse_value(field.name, field, text, &reader);
    let expected = match field.shape.single() {
        Shape::Text => String::new(),
        Shape::Table(table) if table.is::<Period>() => language.text(say::PROMPT_PERIOD),
        single => language.text(shape_message(single)),
    };
    let wrong = language.say(say::prompt_wrong(expected.clone()));
    let is_needed = language.text(say::PROMPT_NEEDED);
    // The validator is kept by the prompt, so it has what it needs for itself.
    let (asked, name) = (Asked::from(field), field.name);
    let tongue = language.tongue();
    let validator = move |text: &str| {
        if text.trim().is_empty() {
            return Ok(if required { Validation::Invalid(is_needed.clone().into()) } else { Validation::Valid });
        }
        let own = Language::new(tongue);
        let memory = Memory::default();
        let reader = Reader { language: &own, today, register: None, memory: &memory };
        Ok(match parse_value(name, asked, text, &reader) {
            Ok(_) => Validation::Valid,
            Err(_) => Validation::Invalid(wrong.clone().into()),
        })
    };
    let skip = if required { String::new() } else { language.text(say::PROMPT_SKIP) };
    let help = help(hint, [expected, skip].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
    let mut prompt = Text::new(title).with_validator(validator);
    if !help.is_empty() {
        prompt = prompt.with_help_message(&help);
    }
    let text = answered(prompt.prompt_skippable(), language)?.flatten().unwrap_or_default();
    if text.trim().is_empty() {
        return if required { write(field, title, None, required, app) } else { Ok(None) };
    }
    Ok(read(&text).ok())
}

fn help(hint: Option<String>, more: String) -> String {
    match hint {
        Some(hint) if more.is_empty() => hint,
        Some(hint) => format!("{hint} · {more}"),
        None => more,
    }
}
