//! What a clone has to be told so that git merges and shows registers as this program does. The attributes are
//! committed with the register; which program they mean is each clone's own setting.

use super::error::HistoryError;
use super::git::Git;
use super::place::Repository;
use crate::format::SETTINGS_FILE;
use crate::model::Kind;
use std::path::{Path, PathBuf};

/// The name that attributes call the driver by.
const NAME: &str = "register";
/// The lines of a record that say what it is: git shows the last one above a change.
const HUNKS: &str = r#"^((title|name|body|district) *= *.*)$"#;
/// The setting of the driver, and that of the lines above a change.
const DRIVER: &str = "merge.register.driver";
const HUNKS_SETTING: &str = "diff.register.xfuncname";

/// The attributes of a register's files, for the `.gitattributes` in its folder.
#[must_use]
pub fn attributes() -> Vec<String> {
    let driven = |pattern: String| format!("{pattern} merge={NAME} diff={NAME}");
    let kinds = Kind::ALL.into_iter().map(|kind| format!("/{}/**/*.toml", kind.folder()));
    [format!("/{SETTINGS_FILE}")].into_iter().chain(kinds).map(driven).collect()
}

/// Words in single quotes for a shell.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The lines of a shell that find the program: where it was, or else wherever it is.
#[must_use]
pub fn found(program: &Path) -> String {
    let program = quoted(&program.to_string_lossy());
    format!("program={program}; command -v \"$program\" >/dev/null 2>&1 || program=register")
}

/// The command by which git calls the driver. Where the program is gone, git merges as it does without.
fn driver(program: &Path) -> String {
    // Git takes what follows a `%` for a name of its own.
    let found = found(program).replace('%', "%%");
    format!(
        "{found}; if command -v \"$program\" >/dev/null 2>&1; then \"$program\" git merge-driver --marker-size=%L \
         --ours-label=%X --theirs-label=%Y -- %O %A %B %P; else git merge-file --marker-size=%L %A %O %B; fi"
    )
}

/// What a clone's settings say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Configured {
    /// Whether there is a driver.
    pub driver: bool,
    /// Whether changes are shown under the names of records.
    pub hunks: bool,
}

/// Looks at a clone's settings.
///
/// # Errors
/// Git can't be asked.
pub fn configured(git: &Git) -> Result<Configured, HistoryError> {
    Ok(Configured { driver: git.setting(DRIVER)?.is_some(), hunks: git.setting(HUNKS_SETTING)?.is_some() })
}

/// Makes a clone's settings those of this program, whatever they were.
///
/// # Errors
/// Git can't write them.
pub fn configure(git: &Git, program: &Path) -> Result<(), HistoryError> {
    for (name, value) in [
        ("merge.register.name", "registers, by key and record".to_owned()),
        (DRIVER, driver(program)),
        (HUNKS_SETTING, HUNKS.to_owned()),
    ] {
        git.run(&["config", "--local", name, &value])?;
    }
    Ok(())
}

/// The folder of a clone's hooks, and whether it is the clone's own: a person may have one for all clones.
///
/// # Errors
/// Git can't be asked.
pub fn hooks(repository: &Repository) -> Result<(PathBuf, bool), HistoryError> {
    let git = repository.git();
    let top = git.folder();
    let hooks = top.join(git.line(&["rev-parse", "--git-path", "hooks"])?);
    let is_own = hooks.starts_with(repository.kept_in()) || hooks.starts_with(top);
    Ok((hooks, is_own))
}

/// Whether the attributes of a file in the register's folder name the driver.
///
/// # Errors
/// Git can't be asked.
pub fn is_attributed(repository: &Repository) -> Result<bool, HistoryError> {
    let file = format!("{}{SETTINGS_FILE}", repository.prefix());
    let output = repository.git().line(&["check-attr", "merge", "--", &file])?;
    Ok(output.ends_with(&format!(": {NAME}")))
}
