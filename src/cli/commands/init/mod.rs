//! `register init [DIR]`: makes a new register in a folder, of flags, of answers to questions, or of a model.

mod asked;
mod beginning;
mod template;

use self::asked::{asked, code, impersonal, shown};
use self::beginning::Beginning;
use self::template::{TEMPLATES, Template};
use super::git::install::{offer, write_attributes, write_ignored};
use super::schema::{Existing, write_schemas};
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::file::write_file;
use crate::cli::names::flag_named;
use crate::cli::prompt::{Interview, of_folder};
use crate::cli::ui::Ui;
use crate::format::SETTINGS_FILE;
use crate::message::{say, told};
use crate::model::Kind;
use anyhow::Result;
use clap::builder::PossibleValuesParser;
use std::path::{Path, PathBuf};
use toml::Table;

/// Where an editor finds the schemas.
const SCHEMAS: &str = ".schemas";
/// The folder of a register where no other is said.
const USUAL: &str = "register";

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "DIR", default_value = USUAL, value_hint = clap::ValueHint::DirPath)]
    pub dir: PathBuf,
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub municipality_code: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(TEMPLATES.iter().map(|one| one.name)))]
    pub template: Option<String>,
    #[arg(long)]
    pub resume: bool,
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
    given.into_iter().flatten().try_for_each(|text| impersonal(text, app))?;
    let given = Beginning {
        name: args.name.as_deref().unwrap_or_default().trim().to_owned(),
        code: args.municipality_code.clone().unwrap_or_default(),
        template: args.template.as_deref().and_then(Template::named),
        ..Beginning::default()
    };
    if !given.code.is_empty() {
        code(&given.code, app)?;
    }
    if !args.resume && (!given.name.is_empty() || !Ui::can_ask()) {
        let name = Some(given.name.clone()).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| language.text(say::INIT_NAME));
        return made(&Beginning { name, ..given }, root, app);
    }
    if !Ui::can_ask() {
        return Err(CommandError::usage(
            language.say(say::missing_flags(format!("--{}", flag_named("name", language)))),
        )
        .into());
    }
    let again = match root.as_path() == Path::new(USUAL) {
        true => language.text(told::INIT_RESUME),
        false => language.say(told::init_in_resume(root.display().to_string())),
    };
    let mut interview = Interview::begin(of_folder("init", root), again, args.resume, Table::new(), app)?;
    let exit = interview.run(|interview| {
        let new = asked(&given, interview, app)?;
        Ui::say(&format!("\n{}", shown(&new, app)));
        if !interview.ask_whether("write", language.text(say::REALLY_WRITE), true)? {
            return Err(interview.not_written());
        }
        made(&new, root, app)
    })?;
    interview.done();
    Ok(exit)
}

/// Makes the register, and says what one may do next.
fn made(new: &Beginning, root: &Path, app: &App) -> Result<Exit> {
    let language = &app.language;
    let files = new.files(language.tongue())?;
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
    for (path, text) in &files {
        write(&root.join(path), text)?;
    }
    Ui::say(&language.say(say::wrote(root.join(SETTINGS_FILE).display().to_string())));
    if files.len() > 1 {
        Ui::say(&language.say(say::wrote_more(files.len() - 1)));
    }
    let folder = root.display().to_string();
    let next = match (root == Path::new(USUAL), new.districts.is_empty()) {
        (true, true) => language.text(told::ADD_DISTRICT),
        (true, false) => language.text(told::STATUS),
        (false, true) => language.say(told::add_district_in(folder)),
        (false, false) => language.say(told::status_in(folder)),
    };
    Ui::say(&language.say(say::next_step(next)));
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
