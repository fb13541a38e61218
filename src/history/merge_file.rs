//! Git's own merge, line by line: what is left where this program's can't be sure.

use super::error::HistoryError;
use super::git::Git;
use crate::merge::Labels;
use std::io::Write;
use std::path::Path;
use tempfile::NamedTempFile;

/// What git's own merge of three texts comes to, ours, base and theirs, with ours and with theirs taken in each conflict; by
/// one of its ways to find what differs, where one is named. Nothing where this git has no such way.
///
/// # Errors
/// Git can't be started, or there is no room for the texts.
pub fn taken_by_git(git: &Git, texts: [&str; 3], algorithm: Option<&str>) -> Result<Option<[String; 2]>, HistoryError> {
    let file = |text: &str| -> Result<NamedTempFile, HistoryError> {
        let mut file = NamedTempFile::new()?;
        file.write_all(text.as_bytes())?;
        Ok(file)
    };
    let files = [file(texts[0])?, file(texts[1])?, file(texts[2])?];
    let paths = files.each_ref().map(|file| file.path().to_string_lossy().into_owned());
    let algorithm = algorithm.map(|algorithm| format!("--diff-algorithm={algorithm}"));
    let mut taken = Vec::new();
    for side in ["--ours", "--theirs"] {
        let arguments = ["merge-file", "-p", side].into_iter().chain(algorithm.as_deref());
        let output = git.output(&arguments.chain(paths.iter().map(String::as_str)).collect::<Vec<_>>())?;
        if !output.status.success() {
            return Ok(None);
        }
        taken.extend(String::from_utf8(output.stdout).ok());
    }
    Ok(<[String; 2]>::try_from(taken).ok())
}

/// Merges three files as git does by itself, with marks where it can't; and whether it could.
///
/// # Errors
/// Git can't be started, or can't merge files like these at all.
pub fn merge_file(
    git: &Git,
    [ours, base, theirs]: [&Path; 3],
    labels: &Labels,
) -> Result<(Vec<u8>, bool), HistoryError> {
    let size = format!("--marker-size={}", labels.size);
    let paths = [ours, base, theirs].map(|path| path.to_string_lossy().into_owned());
    let arguments = ["merge-file", "-p", &size, "-L", &labels.ours, "-L", "base", "-L", &labels.theirs];
    let all: Vec<&str> = arguments.into_iter().chain(paths.iter().map(String::as_str)).collect();
    let output = git.output(&all)?;
    match output.status.code() {
        Some(0) => Ok((output.stdout, true)),
        Some(conflicts) if conflicts < 128 => Ok((output.stdout, false)),
        _ => {
            let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(HistoryError::Git { command: "merge-file".to_owned(), message })
        }
    }
}
