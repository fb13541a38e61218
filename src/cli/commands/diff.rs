//! `register diff [A[..B]]`: what differs between two states of the register.

use super::export::kinds_of;
use crate::cli::app::App;
use crate::cli::chosen::Chosen;
use crate::cli::complete::kinds;
use crate::cli::error::Exit;
use crate::cli::written::{Written, formats};
use crate::compare::{Comparison, RecordChange, State, Subject, compare_records};
use crate::format::AnyRecord;
use crate::history::{Compared, Side, compared};
use crate::message::told;
use crate::model::{Kind, Known, Register};
use crate::query::{Filter, Row, Wanted};
use crate::render::{Content, Format, Layout, MARKDOWN, Style, changes_value, write};
use crate::report::{self, Between};
use anyhow::Result;
use clap::Arg;

#[derive(Debug, clap::Args)]
#[command(mut_arg("format", |arg: Arg| arg.value_parser(formats(Content::Changes))))]
pub struct Args {
    #[arg(value_name = "A..B")]
    pub sides: Vec<String>,
    #[arg(long, alias = "staged")]
    pub cached: bool,
    #[arg(long)]
    pub stat: bool,
    #[arg(long, value_name = "URL")]
    pub links: Option<String>,
    #[arg(long, value_name = "KIND", add = kinds(), value_delimiter = ',')]
    pub kind: Vec<Kind>,
    #[command(flatten)]
    pub chosen: Chosen,
    #[command(flatten)]
    pub written: Written,
}

/// How many letters a review comment may have. GitHub takes 65,536; the mark that it is found by again stands in it too.
const MOST_IN_A_COMMENT: usize = 65_000;

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let format = args.written.format_of(Content::Changes, app)?;
    if let Some((comparison, between)) = versions(&args.sides, app)? {
        return shown(args, format, &comparison, app.load()?, &between, app);
    }
    app.refuse_at_beside(&app.language.text(told::DIFF_RANGE))?;
    let (before, after, between) = app.sides(&args.sides, args.cached)?;
    let Compared { mut comparison, names } = compared(&before, &after)?;
    narrow(args, &mut comparison, &before, &after, app)?;
    app.warn_of_unread(&names.unread);
    shown(args, format, &comparison, &names, &between, app)
}

/// Two records that are named in the stead of two states, of one kind and with it: two versions of what is decided.
fn versions(sides: &[String], app: &App) -> Result<Option<(Comparison, Between)>> {
    let kind_of = |side: &String| side.split_once('/').and_then(|(kind, _)| Kind::from_name(kind));
    let ([before, after], Some(kind)) = (sides, sides.first().and_then(kind_of)) else { return Ok(None) };
    if kind_of(after) != Some(kind) {
        return Ok(None);
    }
    let register = app.load()?;
    let text = |side: &str| -> Result<(String, String)> {
        let record = app.find(register, side)?;
        let file = register.file(record.kind, &record.id).unwrap_or_default();
        let text = app.source()?.shown_text(file).unwrap_or_default();
        Ok((record.id.to_string(), text))
    };
    let ((before_id, before_text), (after_id, after_text)) = (text(before)?, text(after)?);
    let comparison = compare_records(kind, (&before_id, &before_text), (&after_id, &after_text));
    Ok(Some((comparison, Between { before: before.clone(), after: Some(after.clone()) })))
}

/// Writes what differs in the format that is asked for.
fn shown(
    args: &Args,
    format: &Format,
    comparison: &Comparison,
    names: &Register,
    between: &Between,
    app: &App,
) -> Result<Exit> {
    if format.takes_values() && !args.stat {
        let value = changes_value(comparison, &between.before, between.after.as_deref(), &names.unread);
        args.written.write_value(value, app)?;
        return Ok(Exit::Fine);
    }
    let document = match (args.stat, format.layout) {
        (true, _) => report::change_counts(comparison, between),
        (false, Layout::Rows | Layout::Book) => report::change_rows(comparison, names, between),
        (false, _) => {
            let style = Style { links: args.links.as_deref(), ..args.written.style(names, app) };
            // A comment is read on a page, and a forge takes no more than so much of one.
            let most = if *format == MARKDOWN { fitting(comparison, names, between, &style)? } else { None };
            let document = report::changes(comparison, names, between, most);
            args.written.write_in(&style, document, names, app)?;
            return Ok(Exit::Fine);
        }
    };
    args.written.write(document, names, app)?;
    Ok(Exit::Fine)
}

/// How many records there is room for in a comment; nothing where there is for all.
fn fitting(comparison: &Comparison, names: &Register, between: &Between, style: &Style<'_>) -> Result<Option<usize>> {
    let fits = |most: Option<usize>| -> Result<bool> {
        let mut text = Vec::new();
        write(report::changes(comparison, names, between, most), &MARKDOWN, style, &mut text)?;
        Ok(String::from_utf8_lossy(&text).chars().count() <= MOST_IN_A_COMMENT)
    };
    if fits(None)? {
        return Ok(None);
    }
    // Between what fits and what does not.
    let (mut low, mut high) = (0, comparison.records.len());
    while high - low > 1 {
        let middle = low.midpoint(high);
        if fits(Some(middle))? { low = middle } else { high = middle }
    }
    Ok(Some(low))
}

/// Leaves the changes that are asked for.
fn narrow(args: &Args, comparison: &mut Comparison, before: &Side, after: &Side, app: &App) -> Result<()> {
    let kinds = kinds_of(&args.kind);
    let is_wanted = |subject: &Subject| match subject {
        Subject::Record(record) => kinds.contains(&record.kind),
        Subject::Settings => args.kind.is_empty(),
    };
    comparison.records.retain(|change| is_wanted(&change.subject));
    comparison.layout_only.retain(is_wanted);
    if !args.chosen.is_given() {
        return Ok(());
    }
    // What is late, or within what, is known by a whole register alone.
    let (old, new) = (before.load()?, after.load()?);
    let today = app.today()?;
    let (old, new) = (Known::of(&old, today), Known::of(&new, today));
    let filter = args.chosen.filter(app, &new).or_else(|_| args.chosen.filter(app, &old))?;
    let fits = |state: &Option<State>, known: &Known<'_>| {
        let Some(AnyRecord::Intervention(record)) = state.as_ref().and_then(|state| state.record()) else {
            return false;
        };
        let id = state.as_ref().and_then(|state| crate::format::RecordFile::from_path(&state.path)).map(|file| file.id);
        let id = id.unwrap_or_default();
        let row = Row { intervention: Some(record), ..Row::new(known, Kind::Intervention, &id, &**record) };
        filter.fits(&row)
    };
    let is_in_district = |change: &RecordChange| {
        let state = change.after.as_ref().or(change.before.as_ref());
        let district = match (&change.subject, state.and_then(|state| state.record())) {
            (Subject::Record(record), Some(AnyRecord::District(_))) => record.id.to_string(),
            (_, Some(AnyRecord::Situation(situation))) => {
                situation.district.as_ref().map(|district| district.as_str().to_owned()).unwrap_or_default()
            }
            _ => return false,
        };
        names_only_districts(&filter) && filter.wanted.iter().all(|wanted| wanted.values.contains(&district))
    };
    comparison
        .records
        .retain(|change| fits(&change.after, &new) || fits(&change.before, &old) || is_in_district(change));
    comparison.layout_only.clear();
    Ok(())
}

/// Whether a filter asks for nothing but districts, so that what is no intervention can fit too.
fn names_only_districts(filter: &Filter) -> bool {
    let rest = Filter { wanted: Vec::new(), ..filter.clone() };
    rest.is_empty() && filter.wanted.iter().all(Wanted::is_of_districts)
}
