//! `register sql QUESTION`: asks the register in SQL.

use crate::cli::app::App;
use crate::cli::complete::tables;
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::Output;
use crate::exchange::{self, QuestionError};
use crate::message::{say, told};
use crate::personal_data::mask;
use crate::report;
use anyhow::{Context, Result};
use rusqlite::Connection;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "SQL", required_unless_present = "tables", add = tables())]
    pub question: Option<String>,
    #[arg(long, conflicts_with = "question")]
    pub tables: bool,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let register = app.load()?;
    let known = app.known(register)?;
    let Some(question) = &args.question else {
        args.output.write(report::relations(exchange::relations()), known, app)?;
        return Ok(Exit::Fine);
    };
    let words = app.report_language(&register.settings);
    let mut database = Connection::open_in_memory().context("SQLite")?;
    let label = |list: &str, code: &str| words.choice(list, code);
    exchange::fill(&mut database, register, known, &label, &|text| mask(text).into_owned()).context("SQLite")?;
    let answer = exchange::ask(&mut database, question).map_err(|error| question_error(&error, app))?;
    args.output.write(report::answer(answer), known, app)?;
    Ok(Exit::Fine)
}

fn question_error(error: &QuestionError, app: &App) -> CommandError {
    let language = &app.language;
    let error = match error {
        QuestionError::NoQuestion => CommandError::usage(language.text(say::NO_QUESTION)),
        QuestionError::Sql(message) => CommandError::usage(language.say(say::not_understood_sql(message.clone()))),
    };
    error.hint(language.text(told::SQL_TABLES))
}
