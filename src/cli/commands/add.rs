//! `register add KIND`: adds a record, of flags, of answers to questions, or of what is written in the editor.

use super::add_part;
use super::edit::{Draft, in_editor};
use super::write::{begin, planned, refuse, say_next_step, write};
use crate::catalog::{fill_ids, shape_of};
use crate::change::{Work, likely_duplicates, new_id, numbered_id, record_of};
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit, not_an_id};
use crate::cli::fields::{field_flags, given};
use crate::cli::names::{flag_in, kind_in};
use crate::cli::parts::Part;
use crate::cli::prompt::{self, Asking, Interview, Question, of_register};
use crate::cli::ui::Ui;
use crate::format::{AnyRecord, RecordFile, file_text, read_record, table_of_text};
use crate::language::Language;
use crate::message::{say, told};
use crate::model::{Intervention, Kind, Known, RecordId, Register, is_id, slug};
use crate::query::Row;
use crate::render::{self, Style, Words};
use crate::report;
use crate::store::{FileChange, Store};
use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches};
use toml::Table;

/// What is added.
#[derive(Debug, Clone, Copy)]
enum What {
    /// A record.
    Record(Kind),
    /// A part of what holds for the whole register.
    Part(Part),
}

/// The arguments of one of the kinds.
#[derive(Debug)]
pub struct Args {
    what: What,
    matches: ArgMatches,
}

impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        let switch = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
        let mut command = command.subcommand_required(true).arg_required_else_help(true);
        for kind in Kind::ALL {
            let one = Command::new(kind.name())
                .args(field_flags(kind))
                .arg(Arg::new("id").long("id").value_name("ID"))
                .arg(switch("edit"))
                .arg(switch("resume"))
                .arg(switch("dry-run"))
                .arg(switch("duplicate-ok"));
            command = command.subcommand(one);
        }
        command.subcommands(Part::ALL.map(add_part::command))
    }
    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (name, matches) =
            matches.subcommand().ok_or_else(|| clap::Error::new(clap::error::ErrorKind::MissingSubcommand))?;
        let what = Kind::from_name(name).map(What::Record).or_else(|| Part::from_name(name).map(What::Part));
        let what = what.ok_or_else(|| clap::Error::new(clap::error::ErrorKind::InvalidSubcommand))?;
        Ok(Self { what, matches: matches.clone() })
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    match args.what {
        What::Record(kind) => run_record(&RecordArgs { kind, matches: &args.matches }, app),
        What::Part(part) => add_part::run(part, &args.matches, app),
    }
}

/// The arguments of a kind.
struct RecordArgs<'m> {
    kind: Kind,
    matches: &'m ArgMatches,
}

fn run_record(args: &RecordArgs<'_>, app: &App) -> Result<Exit> {
    let mut draft = None;
    let exit = add(args, &mut draft, app);
    match (exit, draft) {
        (Err(error), Some(draft)) => Err(Draft::kept(&draft, error, app)),
        (exit, draft) => {
            draft.iter().for_each(Draft::discard);
            exit
        }
    }
}

/// Adds the record. What was written in an editor is given back, to be kept where it can't be added.
fn add(args: &RecordArgs<'_>, draft: &mut Option<Draft>, app: &App) -> Result<Exit> {
    let today = app.today()?;
    let language = &app.language;
    let store = app.store()?;
    let (dry_run, with_editor) = (args.matches.get_flag("dry-run"), args.matches.get_flag("edit"));
    let mut work = begin(dry_run, &store, app)?;
    let mut table = given(args.kind, args.matches, &app.reader_of(&work.register)?)?;
    let missing = missing(args.kind, &table, app);
    let resume = args.matches.get_flag("resume");
    if (resume || !missing.is_empty()) && !with_editor {
        if !Ui::can_ask() {
            return Err(CommandError::usage(language.say(say::missing_flags(missing.join(", ")))).into());
        }
        // The register is let go of: nobody waits for a person.
        let register = work.release();
        return asked(args, table, resume, &register, app);
    }
    fill_ids(&mut table, shape_of(args.kind));
    let shape = shape_of(args.kind);
    let mut text = file_text(&table, shape);
    if with_editor {
        drop(work);
        let (edited, kept) = in_editor(&template(args.kind, &text), args.kind.name(), app)?;
        text = edited;
        *draft = Some(kept);
        table = match table_of_text(&text) {
            Some(table) => table,
            None => return refuse_text(args.kind, text, &store, app),
        };
        work = begin(dry_run, &store, app)?;
    }
    let id = free_id(args, &table, &work.register, app)?;
    let change = creation(args.kind, &id, text, &store, app)?;
    let found = duplicates(args, change.texts().1, &work.register, app);
    let work = match ask_about(&found, verified(work, &change, &store, app)?, app)? {
        // A person was asked, and the register was let go of meanwhile.
        None => Work::begin(&store, today)?,
        Some(work) => work,
    };
    written(work, &change, &id, dry_run, &store, app)
}

/// Adds the record that a person tells, question by question. What it would look like is shown, and held to the rules,
/// before it is written.
fn asked(args: &RecordArgs<'_>, table: Table, resume: bool, register: &Register, app: &App) -> Result<Exit> {
    let (language, store, dry_run) = (&app.language, app.store()?, args.matches.get_flag("dry-run"));
    let name = format!("add-{}", args.kind.name());
    let again = language.say(told::add_resume(kind_in(args.kind, language)));
    let asking = Asking { register, app };
    let mut interview = Interview::begin(of_register(&name, app), again, resume, table, app)?;
    let exit = interview.run(|interview| {
        let look =
            |table: &Table, interview: &mut Interview<'_>| look_for_duplicates(args, table, register, interview, app);
        let mut table = asking.record(args.kind, &look, interview)?;
        fill_ids(&mut table, shape_of(args.kind));
        // What others have written meanwhile counts.
        let work = Work::look(&store, app.today()?)?;
        let id = told_id(args, &table, &work.register, interview, app)?;
        let told = id.map_err(anyhow::Error::from).and_then(|id| {
            let change = creation(args.kind, &id, file_text(&table, shape_of(args.kind)), &store, app)?;
            Ok((verified(work, &change, &store, app)?, change, id))
        });
        let (work, change, id) = match told {
            Ok(told) => told,
            // The answers are at hand to be changed.
            Err(error) => return interview.back_from(&error),
        };
        show(&RecordId::new(args.kind, &id), &work.register, app)?;
        drop(work);
        if !interview.ask_whether("write", language.text(say::REALLY_WRITE), true)? {
            return Err(interview.not_written());
        }
        written(begin(dry_run, &store, app)?, &change, &id, dry_run, &store, app)
    })?;
    interview.done();
    Ok(exit)
}

/// Asks about what a new intervention may be a duplicate of, before a person tells more of it.
fn look_for_duplicates(
    args: &RecordArgs<'_>,
    table: &Table,
    register: &Register,
    interview: &mut Interview<'_>,
    app: &App,
) -> Result<()> {
    let found = duplicates(args, &file_text(table, shape_of(args.kind)), register, app);
    if found.is_empty() {
        return Ok(());
    }
    let language = &app.language;
    interview.say(&language.say(say::likely_duplicate(found.join("\n  "))));
    if interview.ask_whether("duplicate", language.text(say::ADD_ANYWAY), false)? {
        return Ok(());
    }
    Err(interview.not_written())
}

/// The id that is made of what was told, or the one that a person gives where that is another's.
fn told_id(
    args: &RecordArgs<'_>,
    table: &Table,
    register: &Register,
    interview: &mut Interview<'_>,
    app: &App,
) -> Result<Result<String, CommandError>> {
    let id = free_id(args, table, register, app);
    let made = new_id(args.kind, table, &register.settings);
    if id.is_ok() || !register.is_known(args.kind, &made) {
        return Ok(id);
    }
    let name = register.own_name(args.kind, &made).unwrap_or(&made).to_owned();
    let title = app.language.say(say::PromptOtherId { id: made, name });
    let is_free = |text: &str| match slug(text) {
        id if !is_id(&id) => Err(not_an_id(text, &app.language)),
        id if register.is_known(args.kind, &id) => Err(CommandError::failed(app.language.say(say::id_taken(id)))),
        id => Ok(toml::Value::String(id)),
    };
    let question = Question::of_answer("id", title, Box::new(is_free));
    let id = interview.ask(&question)?;
    Ok(Ok(id.as_ref().and_then(toml::Value::as_str).unwrap_or_default().to_owned()))
}

/// The change that makes the record's file.
fn creation(kind: Kind, id: &str, text: String, store: &Store, app: &App) -> Result<FileChange> {
    let new = RecordFile { kind, id: id.to_owned(), path: RecordFile::path_of(kind, id) };
    planned(Work::create(&new, text), store, app)
}

/// Shows a record before it is written, as it will be shown.
fn show(record: &RecordId, register: &Register, app: &App) -> Result<()> {
    let Some(fields) = register.record(record.kind, &record.id) else { return Ok(()) };
    let known = Known::of(register, app.today()?);
    let row = Row::as_written(register, record.kind, &record.id, fields, known.day());
    let words = Words { language: &app.language, currency: &register.settings.currency, ids: false };
    let style = Style { words, ..app.talk_style() };
    let mut text = Vec::new();
    render::write(report::record(&row, &known), &render::TABLE, &style, &mut text)?;
    Ui::say(&format!("\n{}", String::from_utf8_lossy(&text).trim_end()));
    Ok(())
}

/// Writes the record, and says what one may do next.
fn written(work: Work, change: &FileChange, id: &str, dry_run: bool, store: &Store, app: &App) -> Result<Exit> {
    let exit = write(work, std::slice::from_ref(change), dry_run, store, app)?;
    if !dry_run {
        say_next_step(id, app);
    }
    Ok(exit)
}

/// The id that is given, or is made of what the record says. It is one, and no other record has it.
fn free_id(args: &RecordArgs<'_>, table: &Table, register: &Register, app: &App) -> Result<String, CommandError> {
    let language = &app.language;
    let given = args.matches.get_one::<String>("id").cloned();
    let is_made = given.is_none();
    let mut id = given.unwrap_or_else(|| new_id(args.kind, table, &register.settings));
    // A body may meet twice on a day, and a district have two pictures of a month; two titles that are alike are a slip.
    if is_made
        && (args.kind.called_by().is_none() || args.kind == Kind::ActionPlan)
        && register.is_known(args.kind, &id)
    {
        id = numbered_id(args.kind, &id, register);
        app.warn(&language.say(say::id_was_taken(id.clone())), &[]);
    }
    let made_of = Some(id_is_made_of(args.kind, table, language))
        .filter(|missing| is_made && id.is_empty() && !missing.is_empty());
    if let Some(missing) = made_of {
        return Err(CommandError::usage(language.say(say::missing_flags(missing.join(", ")))));
    }
    if !is_id(&id) {
        return Err(not_an_id(&id, language).hint(language.text(say::NOT_AN_ID_HINT)));
    }
    if register.is_known(args.kind, &id) {
        let error = CommandError::failed(language.say(say::id_taken(id.clone())));
        return Err(error.hint(language.say(told::show(id))).hint(language.text(say::ID_TAKEN_HINT)));
    }
    Ok(id)
}

/// Refuses a text that can't be parsed. It has no title to make an id of yet, so it is told of by its kind.
fn refuse_text(kind: Kind, text: String, store: &Store, app: &App) -> Result<Exit> {
    let file = RecordFile::path_of(kind, kind.name());
    let findings = read_record(kind, &file, text.as_bytes()).findings;
    refuse(&findings, &[FileChange::Create { file, text }], store, app)
}

/// The flags of the required fields that are missing.
fn missing(kind: Kind, table: &Table, app: &App) -> Vec<String> {
    let required = shape_of(kind).fields.iter().filter(|field| field.required && !table.contains_key(field.name));
    required.map(|field| format!("--{}", flag_in(kind, field, &app.language))).collect()
}

/// The flags of what an id would be made of, where that is missing: of an action plan its districts and when it holds.
fn id_is_made_of(kind: Kind, table: &Table, language: &Language) -> Vec<String> {
    let names: &[&str] = if kind == Kind::ActionPlan { &["districts", "period"] } else { &[] };
    let missing =
        shape_of(kind).fields.iter().filter(|field| names.contains(&field.name) && !table.contains_key(field.name));
    missing.map(|field| format!("--{}", flag_in(kind, field, language))).collect()
}

/// The text for an editor: what is known, and what is required and not there yet.
fn template(kind: Kind, text: &str) -> String {
    let lines = shape_of(kind)
        .fields
        .iter()
        .filter(|field| field.required && !text.lines().any(|line| line.starts_with(&format!("{} =", field.name))))
        .map(|field| format!("{} = \"\"\n", field.name));
    lines.collect::<String>() + text
}

/// Holds the change to the rules before anything is asked about it.
fn verified(mut work: Work, change: &FileChange, store: &Store, app: &App) -> Result<Work> {
    let verified = work.verify(std::slice::from_ref(change));
    planned(verified.and_then(|()| work.refuse_ahead(std::slice::from_ref(change))), store, app)?;
    Ok(work)
}

/// What a new intervention may be a duplicate of, a line each.
fn duplicates(args: &RecordArgs<'_>, text: &str, register: &Register, app: &App) -> Vec<String> {
    let Some(AnyRecord::Intervention(new)) = record_of(args.kind, "", text) else { return Vec::new() };
    if args.matches.get_flag("duplicate-ok") {
        return Vec::new();
    }
    likely_duplicates(register, &new).into_iter().take(3).map(|(id, old)| likely(id, old, register, app)).collect()
}

/// Asks about likely duplicates. Gives the work back where there was nothing to ask; nothing where a
/// person was asked and said yes: meanwhile nobody else should wait.
fn ask_about(found: &[String], work: Work, app: &App) -> Result<Option<Work>> {
    let language = &app.language;
    if found.is_empty() {
        return Ok(Some(work));
    }
    drop(work);
    let found = language.say(say::likely_duplicate(found.join("\n  ")));
    if !Ui::can_ask() {
        return Err(CommandError::failed(found).hint(language.text(say::LIKELY_DUPLICATE_HINT)).into());
    }
    app.warn(&found, &[]);
    if prompt::confirm(&language.text(say::ADD_ANYWAY), false, app)? {
        Ok(None)
    } else {
        Err(CommandError::failed(language.text(say::NOTHING_WRITTEN)).into())
    }
}

/// One that is already there, in a line.
fn likely(id: &str, old: &Intervention, register: &Register, app: &App) -> String {
    let words = Words { language: &app.language, currency: "", ids: false };
    let status = old.status.map(|status| words.language.choice("status", status.code())).unwrap_or_default();
    let responsible = old.responsible.as_ref().map(|body| register.body_name(body.as_str())).unwrap_or_default();
    words.language.say(say::LikelyDuplicateLine {
        id,
        responsible: responsible.to_owned(),
        status,
        title: old.title.to_string(),
    })
}
