//! How an inventory is meant: by a map that is there, or by what its columns look like and a person says.

use super::words::{ImportWords, shown};
use crate::catalog::shape_of;
use crate::cli::app::App;
use crate::cli::commands::taking_in::not_written;
use crate::cli::error::CommandError;
use crate::cli::expected::unknown_field_of;
use crate::cli::file::write_file;
use crate::cli::prompt::{Offered, Place, Question, ask_among, pick};
use crate::cli::ui::Ui;
use crate::exchange::grid::column_name;
use crate::exchange::import::{Guess, KNOWN, Map, MapError, Route, Sure, Unit, headed_by, lacking};
use crate::message::imports;
use crate::model::{Kind, Register};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use toml::Table;

/// What stands behind the name of a file in the name of its map.
const ENDING: &str = ".map.toml";

/// How large a map is at most, in bytes.
const LARGEST: u64 = 4_000_000;

/// A map, and the file that it is kept in.
pub struct Kept {
    /// The map.
    pub map: Map,
    /// Its file.
    pub path: PathBuf,
    /// What its file says.
    text: Option<String>,
}

impl Kept {
    /// The one that is kept in a file; nothing where there is no such file.
    pub fn read(path: &Path, app: &App) -> Result<Option<Self>> {
        let (language, file) = (&app.language, path.display().to_string());
        match std::fs::metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Ok(about) if !about.is_file() || about.len() > LARGEST => {
                return Err(CommandError::usage(language.say(imports::map_none(file))).into());
            }
            Err(error) => return Err(error).with_context(|| path.display().to_string()),
            Ok(_) => {}
        }
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let map = Map::parse(&text).map_err(|error| {
            CommandError::usage(match error {
                MapError::Syntax(why) => language.say(imports::MapBroken { file, why }),
                MapError::UnknownKind(name) => language.say(imports::MapUnknownKind { file, name }),
                MapError::UnknownField(name) => language.say(imports::MapUnknownField { file, name }),
            })
        })?;
        Ok(Some(Self { map, path: path.to_owned(), text: Some(text) }))
    }

    /// One that no file has yet.
    pub fn new(map: Map, path: PathBuf) -> Self {
        Self { map, path, text: None }
    }

    /// Writes what has been decided to its file, where that says something else.
    pub fn keep(&mut self, app: &App) -> Result<()> {
        let text = self.map.text();
        let is_kept = self.text.as_ref().is_some_and(|kept| Map::parse(kept).is_ok_and(|kept| kept == self.map));
        if is_kept {
            return Ok(());
        }
        write_file(&self.path, |out| Ok(out.write_all(text.as_bytes())?))?;
        if self.text.is_none() {
            Ui::say(&app.language.say(imports::map_kept(self.path.display().to_string())));
        }
        self.text = Some(text);
        Ok(())
    }
}

/// The file that the map of an inventory is kept in, where nobody says another.
pub fn beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(ENDING);
    file.with_file_name(name)
}

/// Shows how the columns of an inventory are read, and asks whether that is right.
pub fn confirm_columns(
    kept: &mut Kept,
    guesses: &mut [Guess],
    file: &str,
    words: &ImportWords<'_>,
    app: &App,
) -> Result<()> {
    let language = &app.language;
    loop {
        Ui::say(&language.say(imports::columns_of(shown(file))));
        guesses.iter().for_each(|guess| Ui::say(&format!("  {}", words.column(guess))));
        if let Some(group) = &kept.map.group {
            Ui::say(&format!("  {}", language.say(imports::group_is(words.field(group)))));
        }
        if let Some(sheet) = &kept.map.sheet {
            Ui::say(&format!("  {}", language.say(imports::sheet_is(words.field(sheet)))));
        }
        if !Ui::can_ask() {
            return Ok(());
        }
        let choices = [imports::RIGHT_YES, imports::RIGHT_CHANGE, imports::RIGHT_STOP].map(|key| language.text(key));
        match pick(&language.text(imports::IS_RIGHT), choices.to_vec(), app)? {
            Some(0) => return kept.keep(app),
            Some(1) => change_column(&mut kept.map, guesses, words, app)?,
            _ => return Err(not_written(app)),
        }
        kept.keep(app)?;
    }
}

fn change_column(map: &mut Map, guesses: &mut [Guess], words: &ImportWords<'_>, app: &App) -> Result<()> {
    let language = &app.language;
    let columns = guesses.iter().map(|guess| format!("{} ”{}”", column_name(guess.place), shown(&guess.heading)));
    let Some(place) = pick(&language.text(imports::WHICH_COLUMN), columns.collect(), app)? else { return Ok(()) };
    let Some(guess) = guesses.get_mut(place) else { return Ok(()) };
    let shape = shape_of(map.kind);
    let mut routes: Vec<Route> = Vec::new();
    let own = shape.fields.iter().filter(|field| field.required || field.section.is_some());
    let paths = own.map(|field| field.name.to_owned());
    let known = KNOWN.heads.iter().filter(|(table, ..)| *table == shape.name).map(|(_, path, _)| (*path).to_owned());
    let mut seen = BTreeSet::new();
    for path in paths.chain(known) {
        if seen.insert(path.clone()) {
            routes.extend(Route::parse(&path, shape));
        }
    }
    let leave = Offered::new(language.text(imports::LEAVE_COLUMN), "");
    let fields = routes.iter().map(|route| Offered::new(words.field(route), route.to_string()));
    let offered = std::iter::once(leave).chain(fields).collect();
    let title = language.say(imports::which_field(shown(&guess.heading)));
    let Some(chosen) = ask_among(Question::of_choices("", title, offered, app), app)? else { return Ok(()) };
    let route = Route::parse(chosen.as_str().unwrap_or_default(), shape);
    let (route, unit) = route.map_or((None, Unit::Ones), |route| {
        let (route, unit) = headed_by(&guess.heading, route);
        (Some(route), unit)
    });
    (guess.route, guess.unit, guess.sure) = (route.clone(), unit, Sure::Headed);
    if let Some(column) = map.column_mut(&guess.sheet, &guess.heading) {
        (column.route, column.unit) = (route, unit);
    }
    Ok(())
}

/// Asks for what no column says and has to be said.
pub fn fill(kept: &mut Kept, register: &Register, words: &ImportWords<'_>, app: &App) -> Result<()> {
    let language = &app.language;
    for route in lacking(&kept.map) {
        let (Some(field), Some(table)) = (route.field(), route.table()) else { continue };
        let none = Table::new();
        let place = Place { shape: table, path: "", title: "", beside: &none };
        let mut question = Question::of_field(place, field, &none, register, app);
        question.title = language.say(imports::fill_ask(words.field(&route)));
        question.required = false;
        question.granted = None;
        let is_part = route.own_element().is_some();
        question.hint = language.text(if is_part { imports::FILL_PART_HINT } else { imports::FILL_HINT });
        let Some(value) = ask_among(question, app)? else { continue };
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        kept.map.fill.push((route, text));
        kept.keep(app)?;
    }
    Ok(())
}

/// Puts what all new records say into a map, as it was given: `status=ongoing`.
pub fn fill_given(map: &mut Map, given: &[String], app: &App) -> Result<()> {
    let shape = shape_of(map.kind);
    for given in given {
        let (path, text) = given.split_once('=').unwrap_or((given, ""));
        let Some(route) = Route::parse(path, shape).filter(|_| !text.trim().is_empty()) else {
            return Err(unknown_field_of(path, shape, &app.language).into());
        };
        map.fill.retain(|(own, _)| *own != route);
        map.fill.push((route, text.to_owned()));
    }
    Ok(())
}

/// What a map says where it is given and is of another kind.
pub fn refuse_other_kind(kept: &Kept, wanted: Option<Kind>, app: &App) -> Result<()> {
    match wanted {
        Some(kind) if kind != kept.map.kind => {
            let (file, kinds) = (kept.path.display().to_string(), app.language.kind_plural(kept.map.kind));
            Err(CommandError::usage(app.language.say(imports::MapOtherKind { file, kinds })).into())
        }
        _ => Ok(()),
    }
}
