//! `register add goal`, `category` and `target-group`: what holds for the whole register, one by one.

use super::write::{begin, planned, say_next_step, write};
use crate::catalog::{WrittenWord, fill_id, parse_word};
use crate::change::Work;
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit, not_an_id};
use crate::cli::names::flag_named;
use crate::cli::parts::{Part, new_word_id, own_language, text_field};
use crate::cli::prompt::{Interview, Question, of_register};
use crate::cli::reading::THE_REGISTER;
use crate::cli::ui::Ui;
use crate::format::Edit;
use crate::message::{say, told};
use crate::model::{Field, MunicipalGoal, Register, Step, Table as _, Tongue, is_id, slug};
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::collections::BTreeSet;
use toml::{Table, Value};

/// The command that adds a part.
pub fn command(part: Part) -> Command {
    let switch = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let action = if part == Part::Goal { ArgAction::Set } else { ArgAction::Append };
    let text = Arg::new(part.flag()).long(part.flag()).value_name("TEXT").action(action).allow_hyphen_values(true);
    let id = Arg::new("id").long("id").value_name("ID");
    Command::new(part.name()).arg(text).arg(id).arg(switch("resume")).arg(switch("dry-run"))
}

/// What is to be added: what it is called, and the edit that adds it.
struct Addition {
    shown: String,
    edit: Edit,
}

pub fn run(part: Part, matches: &ArgMatches, app: &App) -> Result<Exit> {
    let (language, store) = (&app.language, app.store()?);
    let (dry_run, resume) = (matches.get_flag("dry-run"), matches.get_flag("resume"));
    let texts: Vec<String> = matches.get_many::<String>(part.flag()).into_iter().flatten().cloned().collect();
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.trim().is_empty()).collect();
    let id = matches.get_one::<String>("id").map(String::as_str);
    if !texts.is_empty() && !resume {
        let work = begin(dry_run, &store, app)?;
        let addition = addition(part, &texts, id, &work.register, app)?;
        return written(work, &addition, dry_run, app);
    }
    if !Ui::can_ask() {
        let flag = format!("--{}", flag_named(part.flag(), language));
        return Err(CommandError::usage(language.say(say::missing_flags(flag))).into());
    }
    let name = format!("add-{}", part.name());
    let again = language.say(told::add_resume(part.command(language)));
    let mut interview = Interview::begin(of_register(&name, app), again, resume, Table::new(), app)?;
    let register = Work::look(&store, app.today()?)?.release();
    let exit = interview.run(|interview| {
        let texts = asked(part, &register, interview, app)?;
        // What others have written meanwhile counts.
        let work = Work::look(&store, app.today()?)?;
        let addition = match verified(part, &texts, id, work, app) {
            Ok(addition) => addition,
            // The answers are at hand to be changed.
            Err(error) => return interview.back_from(&error),
        };
        Ui::say(&format!("\n{}", addition.shown));
        if !interview.ask_whether("write", language.text(say::REALLY_WRITE), true)? {
            return Err(interview.not_written());
        }
        written(begin(dry_run, &store, app)?, &addition, dry_run, app)
    })?;
    interview.done();
    Ok(exit)
}

/// Asks what it is called: a word, in each language.
fn asked(part: Part, register: &Register, interview: &mut Interview<'_>, app: &App) -> Result<Vec<String>> {
    let language = &app.language;
    interview.say(&language.say(say::prompt_heading(part.one(language))));
    let own = own_language(register, language);
    let others = Tongue::ALL.iter().copied().filter(|tongue| *tongue != own);
    let tongues: Vec<Tongue> = [own].into_iter().chain(others).take(if part == Part::Goal { 1 } else { 99 }).collect();
    let mut texts = Vec::new();
    for tongue in tongues {
        let title = match part {
            Part::Goal => goal_field().map(|field| language.field(MunicipalGoal::TABLE.name, field.name)),
            _ => Some(language.say(say::word_in_language(language.choice(Tongue::CHOICES.name, tongue.code())))),
        };
        let read = |text: &str| match added(part, &[named(part, tongue, text)], None, register, app) {
            // That a name is there already is told at once.
            Err(error) if tongue == own => Err(error),
            _ => Ok(Value::String(text.to_owned())),
        };
        let question = Question::of_answer(tongue.code(), title.unwrap_or_default(), Box::new(read));
        let answer = interview.ask(&Question { required: tongue == own, ..question })?;
        texts.extend(answer.as_ref().and_then(Value::as_str).map(|text| named(part, tongue, text)));
    }
    Ok(texts)
}

/// What would be added, held to the rules.
fn verified(part: Part, texts: &[String], id: Option<&str>, mut work: Work, app: &App) -> Result<Addition> {
    let store = app.store()?;
    let addition = addition(part, texts, id, &work.register, app)?;
    let change = planned(work.edit_settings(std::slice::from_ref(&addition.edit)), &store, app)?;
    planned(work.verify(std::slice::from_ref(&change)), &store, app)?;
    Ok(addition)
}

/// What is written for a name in a language.
fn named(part: Part, tongue: Tongue, text: &str) -> String {
    if part == Part::Goal { text.to_owned() } else { format!("{}={text}", tongue.code()) }
}

fn goal_field() -> Option<&'static Field> {
    text_field(MunicipalGoal::TABLE.fields)
}

fn addition(
    part: Part,
    texts: &[String],
    id: Option<&str>,
    register: &Register,
    app: &App,
) -> Result<Addition, CommandError> {
    if let Some(id) = id.filter(|id| !is_id(id)) {
        return Err(not_an_id(id, &app.language).hint(app.language.text(say::NOT_AN_ID_HINT)));
    }
    added(part, texts, id, register, app)
}

/// The edit that adds it, unless it is there already.
fn added(
    part: Part,
    texts: &[String],
    id: Option<&str>,
    register: &Register,
    app: &App,
) -> Result<Addition, CommandError> {
    let language = &app.language;
    match register.settings.vocabulary.words(part.target()) {
        None => goal(part, &texts.join(" "), id, register, app),
        Some(known) => {
            let mut word = WrittenWord { id: id.map(str::to_owned), names: Table::new() };
            for text in texts {
                let written = parse_word(text, own_language(register, language))
                    .ok_or_else(|| CommandError::usage(language.say(say::not_a_word(text.clone()))))?;
                word.names.extend(written.names);
                word.id = word.id.or(written.id);
            }
            let id = new_word_id(&word, known, language)
                .map_err(|error| error.hint(language.say(told::show(THE_REGISTER))))?;
            let mut path = part.list();
            path.push(Step::Key(id.clone().into()));
            let names: Vec<&str> = word.names.values().filter_map(Value::as_str).collect();
            let shown = language.say(say::PartShown { id, names: names.join(" / "), part: part.one(language) });
            Ok(Addition { shown, edit: Edit::Set(path, word.names.into()) })
        }
    }
}

/// The edit that adds a goal. An id that is not said is made of the title.
fn goal(part: Part, title: &str, id: Option<&str>, register: &Register, app: &App) -> Result<Addition, CommandError> {
    let language = &app.language;
    let goals = &register.settings.goal;
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_there = |goal: &&MunicipalGoal| Some(goal.id.as_str()) == id || slug(&goal.title) == slug(&title);
    if let Some(goal) = goals.iter().find(is_there) {
        let error = CommandError::failed(language.say(say::id_taken(goal.id.to_string())));
        return Err(error.hint(language.say(told::show(THE_REGISTER))));
    }
    let mut element = Table::new();
    let is_id = |field: &&Field| field.shape.is_element();
    if let (Some(id), Some(field)) = (id, MunicipalGoal::TABLE.fields.iter().find(is_id)) {
        element.insert(field.name.to_owned(), id.into());
    }
    if let Some(field) = goal_field() {
        element.insert(field.name.to_owned(), title.clone().into());
    }
    let mut taken: BTreeSet<String> = goals.iter().map(|goal| goal.id.to_string()).collect();
    fill_id(&mut element, &MunicipalGoal::TABLE, &mut taken);
    let ids = MunicipalGoal::TABLE.fields.iter().filter(is_id).filter_map(|field| element.get(field.name)?.as_str());
    let id = ids.map(str::to_owned).next().unwrap_or_default();
    let shown = language.say(say::PartShown { id, names: title, part: part.one(language) });
    Ok(Addition { shown, edit: Edit::Append(part.list(), element.into()) })
}

/// Writes it, and says what one may do next.
fn written(work: Work, addition: &Addition, dry_run: bool, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let change = planned(work.edit_settings(std::slice::from_ref(&addition.edit)), &store, app)?;
    let exit = write(work, &[change], dry_run, &store, app)?;
    if !dry_run {
        say_next_step(THE_REGISTER, app);
    }
    Ok(exit)
}
