//! Git's own merge, line by line: what is left where this program's can't be sure.

use super::error::HistoryError;
use super::git::Git;
use crate::merge::Labels;
use std::path::Path;

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
