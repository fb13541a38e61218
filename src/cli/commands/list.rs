//! `register list KIND`: the records of a kind that filters leave.

use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::unknown_field;
use crate::cli::fields::{filter, filter_flags};
use crate::cli::names::columns_in;
use crate::cli::output::Output;
use crate::cli::reading::Aged;
use crate::language::Language;
use crate::message::say;
use crate::model::{Kind, Period, Register, Value};
use crate::query::{ColumnError, RecordColumn, Row, columns, default_columns, find_column, rows};
use crate::report;
use anyhow::Result;
use clap::{Arg, ArgMatches, Command, FromArgMatches};
use std::cmp::Ordering;

/// The arguments of one of the kinds.
#[derive(Debug)]
pub struct Args {
    kind: Kind,
    matches: ArgMatches,
    output: Output,
}

impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        let mut command = command.subcommand_required(true).arg_required_else_help(true);
        for kind in Kind::ALL {
            let one = Command::new(kind.name())
                .args(filter_flags(kind))
                .arg(Arg::new("columns").long("columns").value_name("FIELDS").value_delimiter(','))
                .arg(Arg::new("sort").long("sort").value_name("FIELD").allow_hyphen_values(true));
            command = command.subcommand(Output::augment_args(one));
        }
        command
    }
    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (name, matches) =
            matches.subcommand().ok_or_else(|| clap::Error::new(clap::error::ErrorKind::MissingSubcommand))?;
        let kind = Kind::from_name(name).ok_or_else(|| clap::Error::new(clap::error::ErrorKind::InvalidSubcommand))?;
        Ok(Self { kind, matches: matches.clone(), output: Output::from_arg_matches(matches)? })
    }
    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    // What is asked for is not left out.
    let wanted = |columns: Vec<RecordColumn>| columns.into_iter().map(|column| (column, 0)).collect();
    let shown: Vec<(RecordColumn, usize)> = match args.matches.get_many::<String>("columns") {
        Some(names) => wanted(names.map(|name| column(args.kind, name, &app.language)).collect::<Result<_, _>>()?),
        None if !args.output.written.is_for_people() => wanted(columns(args.kind)),
        None => default_columns(args.kind),
    };
    let order = match args.matches.get_one::<String>("sort") {
        Some(name) => {
            let (name, descending) = name.strip_prefix('-').map_or((name.as_str(), false), |name| (name, true));
            Some((column(args.kind, name, &app.language)?, descending))
        }
        None => None,
    };
    let is_of_history =
        |column: &RecordColumn| matches!(column, RecordColumn::Derived(derived) if derived.is_of_history());
    let asks_history =
        shown.iter().map(|(column, _)| column).chain(order.iter().map(|(column, _)| column)).any(is_of_history);
    let register = if asks_history { app.load_aged(Aged::All(args.kind))? } else { app.load()? };
    let mut filter = filter(args.kind, &args.matches, &app.reader_of(register)?)?;
    app.resolve(&mut filter, args.kind, register)?;
    let known = app.known(register)?;
    let mut rows: Vec<Row<'_>> = rows(known, args.kind, &filter).collect();
    if let Some((column, descending)) = order {
        let language = app.report_language(&register.settings);
        rows.sort_by(|left, right| {
            let (left, right) = (column.value(left), column.value(right));
            // What is not there stands last either way.
            let is_there = left.is_empty().cmp(&right.is_empty());
            let order = compare(left, right, register, language);
            is_there.then(if descending && is_there.is_eq() { order.reverse() } else { order })
        });
    } else {
        if args.output.written.is_for_people() && args.kind.called_by().is_some() {
            let language = app.report_language(&register.settings);
            rows.sort_by(|left, right| {
                let name = |row: &Row<'_>| register.own_name(row.kind, row.id).unwrap_or(row.id).to_owned();
                language.compare(&name(left), &name(right))
            });
        }
        if args.kind == Kind::District {
            // The municipality as a whole is none of its districts, and stands behind them.
            rows.sort_by_key(|row| register.is_whole(row.id));
        }
    }
    args.output.write(report::list(args.kind, rows, shown), known, app)?;
    Ok(Exit::Fine)
}

fn column(kind: Kind, name: &str, language: &Language) -> Result<RecordColumn, CommandError> {
    find_column(kind, name.trim()).map_err(|ColumnError { name, known }| {
        let error = unknown_field(&name, &columns_in(kind, &known, language), language);
        CommandError { message: language.say(say::unknown_column(name)), ..error }
    })
}

/// Which of two values comes first: numbers and days by size, codes by their list's order, names as
/// the language orders them, and what is not there last.
fn compare(left: Value<'_>, right: Value<'_>, register: &Register, language: &Language) -> Ordering {
    match (left, right) {
        (Value::Missing, Value::Empty) => Ordering::Less,
        (Value::Empty, Value::Missing) => Ordering::Greater,
        (left, right) if left.is_empty() || right.is_empty() => left.is_empty().cmp(&right.is_empty()),
        (Value::Integer(left) | Value::Money(left), Value::Integer(right) | Value::Money(right)) => left.cmp(&right),
        (Value::Number(left), Value::Number(right)) => left.total_cmp(&right),
        (Value::Day(left), Value::Day(right)) => left.cmp(&right),
        (Value::Term(left), Value::Term(right)) => left.first().cmp(&right.first()),
        (Value::Flag(left), Value::Flag(right)) => right.cmp(&left),
        (Value::Code(left, choices), Value::Code(right, _)) => {
            let place = |code| choices.codes.iter().position(|known| *known == code);
            place(left).cmp(&place(right))
        }
        (Value::Table(left), Value::Table(right)) if left.shape().is::<Period>() => {
            let ends = 0..left.shape().fields.len();
            let each = ends.map(|end| compare(left.value(end), right.value(end), register, language));
            each.fold(Ordering::Equal, Ordering::then)
        }
        (left, right) => {
            let words = crate::render::Words { language, currency: "", ids: false };
            let text = |value| words.cell(&report::cell(value, register));
            language.compare(&text(left), &text(right))
        }
    }
}
