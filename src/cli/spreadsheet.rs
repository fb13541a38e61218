//! Spreadsheet files that somebody has sent.

use super::error::CommandError;
use crate::exchange::grid::{GridError, Grids, Limits, read};
use crate::language::Language;
use crate::message::{Message, say};
use crate::model::visible;
use crate::personal_data::mask;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// A spreadsheet that was opened, with what was in its file.
pub struct Opened {
    /// What the file is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its sheets.
    pub grids: Grids,
}

/// Opens a spreadsheet; what is none, or is broken, is told of by its name.
pub fn open(path: &Path, language: &Language) -> Result<Opened> {
    let limits = Limits::default();
    let shown = || path.display().to_string();
    let mut bytes = Vec::new();
    let most = u64::try_from(limits.file).unwrap_or(u64::MAX);
    let file = File::open(path).with_context(shown)?;
    if !file.metadata().with_context(shown)?.is_file() {
        return Err(CommandError::failed(language.say(say::grid_none(shown()))).into());
    }
    // One more than is read, so that it is told of.
    file.take(most + 1).read_to_end(&mut bytes).with_context(shown)?;
    let grids = read(path, &bytes, &limits).map_err(|error| refusal(&error, shown(), language))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(Opened { name: visible(&mask(&name)).into_owned(), bytes, grids })
}

fn refusal(error: &GridError, file: String, language: &Language) -> CommandError {
    let said = |message: Message<_>| CommandError::failed(language.say(message));
    match error {
        GridError::Empty => said(say::grid_empty(file)),
        GridError::NotASpreadsheet => said(say::grid_none(file)),
        GridError::Encrypted => said(say::grid_encrypted(file)),
        GridError::TooLarge { .. } => said(say::grid_too_large(file)),
        GridError::Damaged(_) => said(say::grid_damaged(file)).hint(language.text(say::GRID_SAVE_ANEW)),
        GridError::Unsupported(_) => said(say::grid_unsupported(file)).hint(language.text(say::GRID_SAVE_ANEW)),
    }
}
