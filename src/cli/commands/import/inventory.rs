//! `register import FILE…`: the rows of inventories that others have made, as records.

use super::deciding::{decide, told};
use super::mapping::{Kept, beside, confirm_columns, fill, refuse_other_kind};
use super::plan::{Decisions, Plan, Side, plan};
use super::unknown::{make_unasked, makes, settle};
use super::words::{ImportWords, shown};
use crate::catalog::shape_of;
use crate::change::{ChangeError, Work};
use crate::cli::app::App;
use crate::cli::commands::taking_in::{agreed, show_changes};
use crate::cli::commands::write::{begin, planned, write};
use crate::cli::complete::kinds;
use crate::cli::error::{CommandError, Exit};
use crate::cli::progress::Progress;
use crate::cli::reader::Reader;
use crate::cli::spreadsheet::{Opened, open};
use crate::cli::ui::Ui;
use crate::exchange::import::{
    Guess, Map, MapColumn, Route, Rows, Sheet, Spot, Unknown, guesses, kind_is_told, mapped, read_rows, sheets,
};
use crate::format::RecordFile;
use crate::message::{imports, rounds, say};
use crate::model::{Finding, Kind, Register, Spot as ModelSpot, Step};
use crate::render::Escaping;
use crate::store::Store;
use anyhow::Result;
use std::io::Write;
use std::path::PathBuf;

/// How many cells with personal data are named.
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
    refuse_personal_data(&rows, &words, app)?;
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
    let missing = missing_columns(&kept.map, &tables);
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
        return Err(CommandError::failed(language.text(rounds::MEANWHILE)).into());
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
    let (mut kept, guesses) = match Kept::read(path, app)? {
        Ok(kept) => {
            refuse_other_kind(&kept, kind, app)?;
            Ui::say(&language.say(imports::read_as(kept.path.display().to_string())));
            let mut kept = kept;
            let guesses = new_columns(&mut kept.map, all, &app.reader_of(register)?);
            app.memory.take_notes();
            (kept, guesses)
        }
        Err(path) => {
            let reader = app.reader_of(register)?;
            let (map, guesses) = mapped(all, kind.unwrap_or(Kind::Intervention), &reader);
            // What words were taken for while it was tried what they may be is nothing to tell of.
            app.memory.take_notes();
            (Kept::new(map, path), guesses)
        }
    };
    for given in &args.fill {
        let route = given
            .split_once('=')
            .and_then(|(path, text)| Some((Route::parse(path, shape_of(kept.map.kind))?, text.to_owned())));
        let Some((route, text)) = route else {
            let name = given.split('=').next().unwrap_or_default().to_owned();
            return Err(CommandError::usage(language.say(say::unknown_field(name))).into());
        };
        kept.map.fill.retain(|(own, _)| *own != route);
        kept.map.fill.push((route, text));
    }
    Ok((kept, guesses))
}

/// The columns of tables that a map reads and that it says nothing of: what they probably are is put into it. What it has of the
/// same field already stays.
fn new_columns(map: &mut Map, all: &[Sheet<'_>], reader: &Reader<'_>) -> Vec<Guess> {
    let mut new: Vec<Guess> = Vec::new();
    for sheet in all.iter().filter(|sheet| kind_is_told(sheet, map)).collect::<Vec<_>>() {
        let is_new = |guess: &Guess| !guess.heading.is_empty() && map.column(&guess.sheet, &guess.heading).is_none();
        let heads = sheet.table.heads.iter();
        if heads.clone().all(|head| head.text.is_empty() || map.column(&sheet.grid.name, &head.text).is_some()) {
            continue;
        }
        let headed: Vec<String> = heads
            .filter_map(|head| map.column(&sheet.grid.name, &head.text)?.route.as_ref().map(ToString::to_string))
            .collect();
        for mut guess in guesses(sheet, map.kind, reader).into_iter().filter(is_new).collect::<Vec<_>>() {
            let is_taken = |route: &Route| !route.takes_several() && headed.contains(&route.to_string());
            guess.route = guess.route.filter(|route| !is_taken(route));
            let (heading, route) = (guess.heading.clone(), guess.route.clone());
            map.columns.push(MapColumn { heading, sheet: String::new(), route, unit: guess.unit });
            new.push(guess);
        }
    }
    new
}

/// The headings of a map that none of the tables has.
fn missing_columns(map: &Map, tables: &[Sheet<'_>]) -> Vec<String> {
    let heads = || tables.iter().flat_map(|sheet| sheet.table.heads.iter().map(move |head| (sheet, head)));
    let is_there = |own: &&MapColumn| {
        heads().any(|(sheet, head)| {
            map.column(&sheet.grid.name, &head.text).is_some_and(|found| found.heading == own.heading)
        })
    };
    let missing = map.columns.iter().filter(|own| own.route.is_some() && !is_there(own));
    missing.map(|own| shown(&own.heading)).collect()
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
    let source = |spot: &Spot| {
        let sheet = if spot.sheet.is_empty() { "none".to_owned() } else { spot.sheet.clone() };
        language.say(imports::Source { file: spot.file.clone(), row: spot.row.to_string(), sheet })
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
    refuse_personal_data(&rows, words, app)?;
    if open.is_empty() {
        return Ok(rows);
    }
    if !args.all_new && !Ui::can_ask() {
        let lines: Vec<String> = open.iter().map(|unknown| words.unknown(unknown)).collect();
        return Err(told(&lines, app).hint(app.language.text(imports::UNKNOWN_HINT)).into());
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

/// What the rules refuse of a plan, by the record. What is refused for anything else is refused as a whole.
fn refused(
    plan: &Plan,
    kind: Kind,
    known: &[(String, Finding)],
    store: &Store,
    app: &App,
) -> Result<Vec<(String, Finding)>> {
    let mut work = Work::look(store, app.today()?)?;
    let _progress = Progress::begin(app.language.text(imports::PROGRESS_HOLD));
    let verified = work.verify(&plan.changes).and_then(|()| work.refuse_ahead(&plan.changes));
    let Err(ChangeError::Refused(findings, changes)) = verified else {
        planned(verified, store, app)?;
        return Ok(Vec::new());
    };
    let of_a_row = |finding: &Finding| {
        let file = RecordFile::from_path(&finding.file).filter(|file| file.kind == kind)?;
        let is_field = matches!(&finding.spot, ModelSpot::Value(path) | ModelSpot::Key(path) if !path.is_empty());
        is_field.then(|| (file.id.to_string(), finding.clone()))
    };
    let refused: Option<Vec<(String, Finding)>> = findings.iter().map(of_a_row).collect();
    match refused {
        Some(mut refused) if refused.iter().any(|one| !known.contains(one)) => {
            // Of the parts of a list the last first, so that the places of the others stay.
            refused.sort_by_key(|(_, finding)| std::cmp::Reverse(place_of(finding)));
            Ok(refused)
        }
        _ => planned(Err(ChangeError::Refused(findings, changes)), store, app),
    }
}

/// Which part of a list a finding is about.
fn place_of(finding: &Finding) -> usize {
    match &finding.spot {
        ModelSpot::Value(path) | ModelSpot::Key(path) => match path.get(1) {
            Some(Step::Index(place)) => *place,
            _ => 0,
        },
        _ => 0,
    }
}

/// Refuses rows in which something looks like personal data, and names the cells.
fn refuse_personal_data(rows: &Rows, words: &ImportWords<'_>, app: &App) -> Result<()> {
    if rows.personal.is_empty() {
        return Ok(());
    }
    let named = rows.personal.iter().take(NAMED).map(|(spot, text)| format!("\n  {}: {}", words.at(spot), shown(text)));
    let mut cells: String = named.collect();
    let count = rows.personal.len();
    if count > NAMED {
        cells.push_str(&format!("\n  {}", app.language.say(imports::more(count - NAMED))));
    }
    let error = CommandError::failed(app.language.say(imports::PersonalData { cells, count }));
    Err(error.hint(app.language.text(imports::PERSONAL_DATA_HINT)).into())
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
        let names: Vec<String> = plan.beside.iter().map(|(_, name)| shown(name)).collect();
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
