//! `register import FILE…`: the rows of inventories that others have made, as records.

use super::deciding::decide;
use super::mapping::{Kept, beside, confirm_columns, fill, fill_given, refuse_other_kind};
use super::plan::{Decisions, Plan, Side, plan};
use super::refusing::refused;
use super::unknown::{make_unasked, makes, settle};
use super::words::{ImportWords, shown};
use crate::change::{ChangeError, Work};
use crate::cli::app::App;
use crate::cli::commands::taking_in::{agreed, refuse_personal_data, show_changes, to_be_decided};
use crate::cli::commands::write::{begin, planned, write};
use crate::cli::complete::kinds;
use crate::cli::error::{CommandError, Exit};
use crate::cli::progress::Progress;
use crate::cli::spreadsheet::{Opened, open};
use crate::cli::ui::Ui;
use crate::exchange::grid::At;
use crate::exchange::import::{
    Guess, Map, Rows, Sheet, Unknown, kind_is_told, mapped, missing_columns, new_columns, read_rows, sheets,
};
use crate::message::imports;
use crate::model::{Kind, Register};
use crate::render::Escaping;
use anyhow::Result;
use std::io::Write;
use std::path::PathBuf;

/// How many tables are named.
const NAMED: usize = 20;

#[derive(Debug, clap::Args)]
pub struct Inventory {
    #[arg(value_name = "FILE", required = true, value_hint = clap::ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "KIND", add = kinds())]
    pub kind: Option<Kind>,
    #[arg(long, value_name = "SHEET")]
    pub sheet: Vec<String>,
    #[arg(long, value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub map: Option<PathBuf>,
    #[arg(long, value_name = "FIELD=VALUE")]
    pub fill: Vec<String>,
    #[arg(long, value_name = "SIDE")]
    pub take: Option<Side>,
    #[arg(long)]
    pub all_new: bool,
    #[arg(long, short)]
    pub yes: bool,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Inventory, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let work = begin(true, &store, app)?;
    let files = opened(args, app)?;
    let all: Vec<Sheet<'_>> = files.iter().flat_map(|file| sheets(&file.name, &file.grids, &args.sheet)).collect();
    let register = &work.register;
    let (mut kept, mut guesses) = kept(args, &all, register, app)?;
    let kind = kept.map.kind;
    let words = ImportWords { register, app, kind, names_files: files.len() > 1 };
    let (tables, left): (Vec<Sheet<'_>>, Vec<Sheet<'_>>) =
        all.into_iter().partition(|sheet| kind_is_told(sheet, &kept.map));
    if tables.is_empty() {
        return Err(no_table(&files, &left, kind, app));
    }
    if !guesses.is_empty() {
        confirm_columns(&mut kept, &mut guesses, &files[0].name, &words, app)?;
    }
    // Whoever names a map has one to change, whatever is still to be decided.
    if args.map.is_some() {
        kept.keep(app)?;
    }
    if Ui::can_ask() {
        fill(&mut kept, register, &words, app)?;
    }
    app.memory.take_notes();
    let rows = understood(args, &tables, &mut kept, register, &words, app)?;
    hold_to_roles(&rows, &words, app)?;
    let mut decisions = Decisions { side: args.take, all_new: args.all_new, ..Decisions::default() };
    let plan = loop {
        let plan = planned(of_rows(&rows, &kept.map, &decisions, &work, app), &store, app)?;
        if plan.conflicts.is_empty() && plan.likely.is_empty() {
            match refused(&plan, kind, &decisions.refused, &store, app)? {
                refused if refused.is_empty() => break plan,
                // What can't be is told of by its cell, and the rest is written.
                refused => decisions.refused.extend(refused),
            }
            continue;
        }
        decide(&plan, &mut decisions, &mut kept, &words, app)?;
    };
    let taken = app.memory.take_notes();
    let missing: Vec<String> = missing_columns(&kept.map, &tables).iter().map(|heading| shown(heading)).collect();
    show(&plan, &rows, &kept.map, (&left, &missing), &taken, &words, app)?;
    if plan.changes.is_empty() || args.dry_run {
        return Ok(Exit::Fine);
    }
    agreed(args.yes, app)?;
    // What is new may be called as what was written begins, and be meant by it the next time.
    for ((list, text), id) in &rows.begun {
        kept.map.mean(list, text, id);
    }
    kept.keep(app)?;
    // What was shown is let go of before it is made once more.
    let shown = plan.changes;
    drop((rows, plan.known, plan.told, work));
    let work = begin(false, &store, app)?;
    let rows = read(&tables, &kept.map, &work.register, app)?;
    app.memory.take_notes();
    let anew = planned(of_rows(&rows, &kept.map, &decisions, &work, app), &store, app)?;
    if anew.changes != shown {
        return Err(CommandError::failed(language.text(imports::MEANWHILE)).into());
    }
    drop((rows, shown));
    write(work, &anew.changes, false, &store, app)
}

/// The files that are read.
fn opened(args: &Inventory, app: &App) -> Result<Vec<Opened>> {
    let _progress = Progress::begin(app.language.text(imports::PROGRESS_READ));
    let mut files: Vec<Opened> = Vec::new();
    for path in &args.files {
        let mut file = open(path, &app.language)?;
        // What is told of a file is told of the one that is meant.
        if files.iter().any(|other| other.name == file.name) {
            let folder = path.parent().and_then(|folder| folder.file_name()).unwrap_or_default();
            file.name = shown(&format!("{}/{}", folder.to_string_lossy(), file.name));
        }
        files.push(file);
    }
    let known: Vec<&str> = files.iter().flat_map(|file| &file.grids.sheets).map(|grid| grid.name.as_str()).collect();
    let is_known = |name: &&String| known.iter().any(|own| own.to_lowercase() == name.trim().to_lowercase());
    if let Some(sheet) = args.sheet.iter().find(|name| !is_known(name)) {
        let known: Vec<String> = known.iter().map(|name| shown(name)).collect();
        if known.iter().all(|name| name.is_empty()) {
            return Err(CommandError::usage(app.language.say(imports::no_sheets(sheet.clone()))).into());
        }
        let message = imports::NoSheet { known: known.join(", "), sheet: sheet.clone() };
        return Err(CommandError::usage(app.language.say(message)).into());
    }
    Ok(files)
}

/// The map that is given, or lies beside the file, or is what the columns look like; and how they look then.
fn kept(args: &Inventory, all: &[Sheet<'_>], register: &Register, app: &App) -> Result<(Kept, Vec<Guess>)> {
    let language = &app.language;
    let kind = args.kind;
    let path = args.map.clone().or_else(|| args.files.first().map(|file| beside(file))).unwrap_or_default();
    let (mut kept, guesses) = match Kept::read(&path, app)? {
        Some(mut kept) => {
            refuse_other_kind(&kept, kind, app)?;
            Ui::say(&language.say(imports::read_as(kept.path.display().to_string())));
            let guesses = new_columns(&mut kept.map, all, &app.reader_of(register)?);
            app.memory.take_notes();
            (kept, guesses)
        }
        None => {
            let reader = app.reader_of(register)?;
            let (map, guesses) = mapped(all, kind.unwrap_or(Kind::Intervention), &reader);
            // What words were taken for while it was tried what they may be is nothing to tell of.
            app.memory.take_notes();
            (Kept::new(map, path), guesses)
        }
    };
    fill_given(&mut kept.map, &args.fill, app)?;
    Ok((kept, guesses))
}

/// That no table says what its rows are called, and which headings there are.
fn no_table(files: &[Opened], left: &[Sheet<'_>], kind: Kind, app: &App) -> anyhow::Error {
    let language = &app.language;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let message = imports::NoTable { file: names.join(", "), kinds: language.kind_plural(kind) };
    let mut error = CommandError::failed(language.say(message));
    let heads: Vec<String> = left.iter().map(heads_of).filter(|heads| !heads.is_empty()).take(NAMED).collect();
    if !heads.is_empty() {
        error = error.hint(language.say(imports::no_table_seen(heads.join("; "))));
    }
    error.hint(language.text(imports::NO_TABLE_HINT)).into()
}

/// What a table is headed by, with its sheet.
fn heads_of(sheet: &Sheet<'_>) -> String {
    let heads: Vec<String> =
        sheet.table.heads.iter().filter(|head| !head.text.is_empty()).take(8).map(|head| shown(&head.text)).collect();
    match (sheet.grid.name.as_str(), heads.join(", ")) {
        ("", heads) => heads,
        (name, heads) => format!("{}: {heads}", shown(name)),
    }
}

fn read(tables: &[Sheet<'_>], map: &Map, register: &Register, app: &App) -> Result<Rows> {
    let _progress = Progress::begin(app.language.text(imports::PROGRESS_ROWS));
    let reader = app.reader_of(register)?;
    // What the papers of a record say stays, whoever reads it: it is in the language of the register.
    let language = app.report_language(&register.settings);
    let source = |spot: &At| {
        let sheet = if spot.sheet.is_empty() { "none".to_owned() } else { spot.sheet.clone() };
        language.say(imports::Source { file: spot.file.clone(), row: spot.row().to_owned(), sheet })
    };
    Ok(read_rows(tables, map, &reader, &source))
}

/// The rows, once it is known what their words mean.
fn understood(
    args: &Inventory,
    tables: &[Sheet<'_>],
    kept: &mut Kept,
    register: &Register,
    words: &ImportWords<'_>,
    app: &App,
) -> Result<Rows> {
    let rows = read(tables, &kept.map, register, app)?;
    let open: Vec<&Unknown> = rows.unknown.iter().filter(|unknown| Ui::can_ask() || makes(unknown).is_some()).collect();
    // Nobody is asked who somebody is.
    hold_to_roles(&rows, words, app)?;
    if open.is_empty() {
        return Ok(rows);
    }
    if !args.all_new && !Ui::can_ask() {
        let lines: Vec<String> = open.iter().map(|unknown| words.unknown(unknown)).collect();
        return Err(to_be_decided(&lines, app).hint(app.language.text(imports::UNKNOWN_HINT)).into());
    }
    for unknown in &open {
        if args.all_new && makes(unknown).is_some() {
            make_unasked(unknown, kept, register, app);
        } else if Ui::can_ask() {
            settle(unknown, kept, register, words, app)?;
        }
    }
    read(tables, &kept.map, register, app)
}

fn of_rows(rows: &Rows, map: &Map, decisions: &Decisions, work: &Work, app: &App) -> Result<Plan, ChangeError> {
    let progress = Progress::of(rows.rows.len(), app.language.text(imports::PROGRESS_HOLD));
    plan(rows, map, decisions, work, &|| progress.step())
}

/// Refuses rows in which something looks like personal data, and names the cells.
fn hold_to_roles(rows: &Rows, words: &ImportWords<'_>, app: &App) -> Result<()> {
    let cells: Vec<String> =
        rows.personal.iter().map(|(spot, text)| format!("{}: {}", words.at(spot), shown(text))).collect();
    refuse_personal_data(&cells, imports::PERSONAL_DATA_HINT, app)
}

/// Shows what the inventory comes to: how much, what is told beside, and then field by field.
fn show(
    plan: &Plan,
    rows: &Rows,
    map: &Map,
    (left, missing): (&[Sheet<'_>], &[String]),
    taken: &[(String, String)],
    words: &ImportWords<'_>,
    app: &App,
) -> Result<()> {
    let language = &app.language;
    let mut out = Ui::out_before_question(Escaping::Styled);
    let kinds = language.kind_plural(map.kind);
    let comes_to = imports::ComesTo { changed: plan.changed, kinds, new: plan.new, same: plan.same };
    writeln!(out, "{}", language.say(comes_to))?;
    if !plan.beside.is_empty() {
        let names: Vec<String> = plan.beside.iter().map(|name| shown(name)).collect();
        writeln!(out, "{}", language.say(imports::beside(names.join(", "))))?;
    }
    let tables: Vec<String> = left.iter().map(heads_of).filter(|heads| !heads.is_empty()).collect();
    for line in words
        .left(map, rows, missing, &tables)
        .into_iter()
        .chain(words.left_rows(rows))
        .chain(words.taken(taken))
        .chain(words.told(plan, rows))
    {
        writeln!(out, "{line}")?;
    }
    show_changes(&plan.changes, &plan.known, app, out)
}
