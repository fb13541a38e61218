//! `register init [DIR]`: makes a new register in a folder.

use super::git::install::{offer, write_attributes, write_ignored};
use super::schema::{Existing, write_schemas};
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::file::write_file;
use crate::cli::ui::Ui;
use crate::format::{SETTINGS_FILE, file_text};
use crate::message::say;
use crate::model::{FORMAT, Kind, Settings, Table as _};
use crate::personal_data::find;
use anyhow::Result;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// Where an editor finds the schemas.
const SCHEMAS: &str = ".schemas";

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "DIR", default_value = "register", value_hint = clap::ValueHint::DirPath)]
    pub dir: PathBuf,
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub municipality_code: Option<String>,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let root = &args.dir;
    if root.join(SETTINGS_FILE).exists() {
        let path = root.join(SETTINGS_FILE).display().to_string();
        return Err(CommandError::failed(language.say(say::file_exists(path))).into());
    }
    // Nothing else looks at what a register begins with.
    let given = [root.to_str(), args.name.as_deref(), args.municipality_code.as_deref()];
    if let Some(found) = given.into_iter().flatten().find_map(|text| find(text).into_iter().next()) {
        let error = CommandError::failed(language.say(say::looks_personal(language.text(found.what.message()))));
        return Err(error.hint("register check --explain personal-data").into());
    }
    let code = args.municipality_code.as_deref().unwrap_or_default();
    if !code.is_empty() && (code.len() != 4 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(CommandError::usage(language.say(say::bad_municipality_code(code))).into());
    }
    for kind in Kind::ALL {
        std::fs::create_dir_all(root.join(kind.folder()))?;
        // Git keeps no empty folder.
        write(&root.join(kind.folder()).join(".gitkeep"), "")?;
    }
    write_schemas(&root.join(SCHEMAS), None, Existing::Keep, app)?;
    write_attributes(root)?;
    write_ignored(root)?;
    write(&root.join(".taplo.toml"), &taplo())?;
    write(&root.join("tombi.toml"), &tombi())?;
    let name =
        args.name.clone().filter(|name| !name.trim().is_empty()).unwrap_or_else(|| language.text(say::INIT_NAME));
    write(&root.join(SETTINGS_FILE), &settings(&name, code, language.tongue().code()))?;
    Ui::say(&language.say(say::wrote(root.join(SETTINGS_FILE).display().to_string())));
    let inside =
        if root.as_path() == Path::new("register") { String::new() } else { format!(" --register {}", root.display()) };
    Ui::say(&language.say(say::next_step(format!("register{inside} add district"))));
    offer(root, app)?;
    Ok(Exit::Fine)
}

fn write(path: &Path, text: &str) -> Result<()> {
    if path.exists() {
        // Somebody's own; it stays as it is.
        return Ok(());
    }
    write_file(path, |out| Ok(out.write_all(text.as_bytes())?))
}

/// The text of a new `register.toml`.
fn settings(name: &str, code: &str, language: &str) -> String {
    let mut table = Table::new();
    let mut put = |key: &str, value: Value| table.insert(key.to_owned(), value);
    put("format", Value::Integer(FORMAT));
    put("name", Value::String(name.to_owned()));
    put("municipality_code", Value::String(code.to_owned()));
    put("language", Value::String(language.to_owned()));
    put("currency", Value::String("SEK".to_owned()));
    let mut follow_up = Table::new();
    follow_up.insert("cycle".to_owned(), Value::String("tertial".to_owned()));
    follow_up.insert("grace_days".to_owned(), Value::Integer(14));
    put("follow_up", Value::Table(follow_up));
    let mut situation = Table::new();
    situation.insert("max_age_months".to_owned(), Value::Integer(24));
    put("situation", Value::Table(situation));
    file_text(&table, &Settings::TABLE)
}

/// Tells the taplo family of editors which schema goes with which file.
fn taplo() -> String {
    let rule = |include: &str, name: &str| {
        format!("[[rule]]\ninclude = [\"{include}\"]\n\n[rule.schema]\npath = \"{SCHEMAS}/{name}.json\"\n\n")
    };
    let mut text = rule(SETTINGS_FILE, "register");
    for kind in Kind::ALL {
        text += &rule(&format!("{}/**/*.toml", kind.folder()), kind.name());
    }
    text
}

/// Tells the tombi family of editors the same.
fn tombi() -> String {
    let rule = |include: &str, name: &str| {
        format!("[[schemas]]\npath = \"{SCHEMAS}/{name}.json\"\ninclude = [\"{include}\"]\n\n")
    };
    let mut text = "toml-version = \"v1.0.0\"\n\n".to_owned() + &rule(SETTINGS_FILE, "register");
    for kind in Kind::ALL {
        text += &rule(&format!("{}/**/*.toml", kind.folder()), kind.name());
    }
    text
}
