//! `register edit ID`: opens a record in the editor; what is wrong is not written.

use super::write::write;
use crate::change::{ChangeError, Work};
use crate::cli::app::App;
use crate::cli::complete::record_ids_or_settings;
use crate::cli::error::{CommandError, Exit};
use crate::cli::patience::{Patience, named_program};
use crate::cli::prompt;
use crate::cli::reading::{THE_REGISTER, is_settings};
use crate::cli::ui::Ui;
use crate::message::say;
use anyhow::Result;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids_or_settings())]
    pub id: String,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let today = app.today()?;
    let (record, before) = {
        let work = Work::begin(&store, today)?;
        let record = if is_settings(&args.id) { None } else { Some(app.find(&work.register, &args.id)?) };
        let text = record.as_ref().map_or_else(|| work.settings_text(), |record| work.text(record))?;
        (record, text)
    };
    let mut draft = Draft::new(&before, record.as_ref().map_or(THE_REGISTER, |record| &record.id))?;
    loop {
        let text = draft.edit(app)?;
        if text == before {
            Ui::say(&language.text(say::NOTHING_TO_CHANGE));
            draft.discard();
            return Ok(Exit::Fine);
        }
        let begun = Work::begin(&store, today).map_err(anyhow::Error::from);
        let planned = begun.and_then(|work| {
            let change = match &record {
                Some(record) => work.replace(record, &before, text)?,
                None => work.replace_settings(before.clone(), text),
            };
            Ok((change, work))
        });
        let (change, mut work) = planned.map_err(|error| draft.kept(error, app))?;
        let verified = work.verify(std::slice::from_ref(&change));
        let refused = match verified.and_then(|()| work.refuse_ahead(std::slice::from_ref(&change))) {
            Ok(()) => {
                let exit = write(work, &[change], args.dry_run, &store, app);
                return match exit {
                    Ok(exit) => {
                        // What was only shown stands nowhere else.
                        if args.dry_run {
                            draft.tell_kept(app)
                        } else {
                            draft.discard()
                        }
                        Ok(exit)
                    }
                    Err(error) => Err(draft.kept(error, app)),
                };
            }
            Err(ChangeError::Refused(findings, changes)) => super::write::refuse(&findings, &changes, &store, app),
            Err(error) => Err(error.into()),
        };
        drop(work);
        let Err(error) = refused else {
            return Ok(Exit::Failed);
        };
        if !Ui::can_ask() {
            return Err(draft.kept(error, app));
        }
        app.report(&error);
        if !prompt::confirm(&language.text(say::EDIT_AGAIN), true, app).map_err(|error| draft.kept(error, app))? {
            return Err(draft.kept(CommandError::failed(language.text(say::NOTHING_WRITTEN)).into(), app));
        }
    }
}

/// Opens an editor on a text. What it left is kept until it is [discarded](Draft::discard).
pub fn in_editor(text: &str, name: &str, app: &App) -> Result<(String, Draft)> {
    let mut draft = Draft::new(text, name)?;
    let edited = draft.edit(app)?;
    Ok((edited, draft))
}

/// A text in the making: a file outside the register, that is kept until what was written in it stands
/// in the register.
pub struct Draft {
    path: PathBuf,
    begun: String,
}

impl Draft {
    fn new(text: &str, name: &str) -> Result<Self> {
        let file = tempfile::Builder::new().prefix(&format!("{name}-")).suffix(".toml").tempfile()?;
        std::fs::write(file.path(), text)?;
        let (_, path) = file.keep().map_err(|error| error.error)?;
        Ok(Self { path, begun: text.to_owned() })
    }

    /// Opens the editor, and gives what it left.
    fn edit(&mut self, app: &App) -> Result<String> {
        let language = &app.language;
        if let Err(error) = open(&self.path, app) {
            return Err(self.kept(error, app));
        }
        let text = match std::fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(self.kept(error.into(), app)),
        };
        if text.trim().is_empty() {
            self.discard();
            return Err(CommandError::failed(language.text(say::EDITOR_LEFT_NOTHING)).into());
        }
        Ok(text)
    }

    /// The error, with where the text is kept, if there is anything in it to keep.
    pub fn kept(&self, error: anyhow::Error, app: &App) -> anyhow::Error {
        if std::fs::read_to_string(&self.path).is_ok_and(|text| text == self.begun) {
            self.discard();
            return error;
        }
        let mut error = match error.downcast::<CommandError>() {
            Ok(error) => error,
            Err(error) => crate::cli::error::command_error(&error, &app.language),
        };
        error.hints.push(app.language.say(say::draft_kept(self.path.display().to_string())));
        error.into()
    }

    /// Says where it is kept, if there is anything in it to keep.
    pub fn tell_kept(&self, app: &App) {
        if std::fs::read_to_string(&self.path).is_ok_and(|text| text == self.begun) {
            self.discard();
        } else {
            Ui::say(&app.language.say(say::draft_kept(self.path.display().to_string())));
        }
    }

    /// Takes the draft away.
    pub fn discard(&self) {
        // What can't be removed is one file too many in a folder for such.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Opens the user's editor on a file, and waits for it.
fn open(path: &Path, app: &App) -> Result<()> {
    let language = &app.language;
    let editor = ["VISUAL", "EDITOR"]
        .into_iter()
        .find_map(|variable| std::env::var(variable).ok().filter(|editor| !editor.trim().is_empty()));
    let Some(editor) = editor else {
        return Err(CommandError::failed(language.text(say::NO_EDITOR))
            .hint(language.text(say::NO_EDITOR_HINT))
            .into());
    };
    let patience = Patience::begin()?;
    let status = named_program(&editor).arg(path).status();
    drop(patience);
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => {
            let code = status.code().map_or_else(|| "?".to_owned(), |code| code.to_string());
            Err(CommandError::failed(language.say(say::EditorFailed { code, editor })).into())
        }
        Err(error) => {
            Err(CommandError::failed(language.say(say::EditorFailed { code: error.to_string(), editor })).into())
        }
    }
}
