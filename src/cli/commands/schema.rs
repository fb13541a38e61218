//! `register schema [KIND]`: JSON Schema of files, or of the JSON that a command prints.

use crate::catalog::shape_of;
use crate::cli::app::App;
use crate::cli::complete::kinds;
use crate::cli::error::Exit;
use crate::cli::file::write_file;
use crate::cli::target::{allow_beside, allow_folder, to_stdout};
use crate::cli::ui::Ui;
use crate::format::{Texts, schema};
use crate::message::say;
use crate::model::{Kind, Register, Settings, Table as _, TableShape};
use crate::render::{Escaping, Printed, write_value};
use anyhow::{Context, Result};
use clap::builder::PossibleValuesParser;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "KIND", add = kinds())]
    pub kind: Option<Kind>,
    #[arg(long, value_name = "NAME", conflicts_with_all = ["kind", "output"], value_parser = PossibleValuesParser::new(Printed::all().into_iter().map(Printed::name)))]
    pub of: Option<String>,
    #[arg(long, short, value_name = "DIR", value_hint = clap::ValueHint::DirPath, conflicts_with = "kind")]
    pub output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// What becomes of files that are there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// They stay as they are: only what is missing is made.
    Keep,
    /// Schemas are made anew; other files are refused.
    Renew,
    /// They are written over.
    Replace,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    // Outside a register the schemas are the same, without its ids.
    let register = app.store().and_then(|store| Ok(store.load(None, Texts::All)?.register)).ok();
    app.warn_of_unread(register.as_ref().map_or(&[], |register| &register.unread));
    let language = &app.language;
    if let Some(folder) = &args.output {
        allow_folder(folder, "schema", app)?;
        let existing = if args.force { Existing::Replace } else { Existing::Renew };
        write_schemas(folder, register.as_ref(), existing, app)?;
        Ui::say(&language.say(say::WroteFiles { count: shapes().len(), folder: folder.display().to_string() }));
        return Ok(Exit::Fine);
    }
    if let Some(name) = &args.of {
        return write_json(Printed::from_name(name).map_or(Value::Null, Printed::schema));
    }
    let value = match args.kind {
        Some(kind) => schema(shape_of(kind), register.as_ref(), language),
        None => {
            let all: Map<String, Value> = shapes()
                .into_iter()
                .map(|(name, shape)| (name.to_owned(), schema(shape, register.as_ref(), language)))
                .collect();
            Value::Object(all)
        }
    };
    write_json(value)
}

fn write_json(value: Value) -> Result<Exit> {
    to_stdout(Escaping::Json, |out| Ok(write_value(value, out)?))?;
    Ok(Exit::Fine)
}

/// Every sort of file and its fields.
fn shapes() -> Vec<(&'static str, &'static TableShape)> {
    let mut shapes = vec![("register", &Settings::TABLE)];
    shapes.extend(Kind::ALL.map(|kind| (kind.name(), shape_of(kind))));
    shapes
}

/// Whether there is a schema at a path, and no link to one.
fn is_schema(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_file())
        && std::fs::read_to_string(path).is_ok_and(|text| text.contains("\"$schema\""))
}

/// Writes a schema for each sort of file.
pub fn write_schemas(folder: &Path, register: Option<&Register>, existing: Existing, app: &App) -> Result<()> {
    let language = &app.language;
    let path = |name: &str| folder.join(format!("{name}.json"));
    let mut shapes = shapes();
    if existing == Existing::Keep {
        shapes.retain(|(name, _)| path(name).symlink_metadata().is_err());
    }
    let others =
        shapes.iter().map(|(name, _)| path(name)).filter(|path| existing == Existing::Replace || !is_schema(path));
    allow_beside(&others.collect::<Vec<_>>(), existing == Existing::Replace, app)?;
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for (name, shape) in shapes {
        let value = schema(shape, register, language);
        write_file(&path(name), |out| Ok(write_value(value, out)?))?;
    }
    Ok(())
}
