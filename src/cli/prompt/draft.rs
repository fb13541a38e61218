//! What a person has answered so far, kept beside the register and outside of it: it can be taken up after any ending.

use crate::cli::app::App;
use crate::cli::file::write_file;
use anyhow::Result;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use toml::{Table, Value};

/// One answer: to what, as it was written, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// What was asked, by its place in what is made.
    pub asked: String,
    /// What it was called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What stood on the line.
    pub text: String,
    /// What it is, as files write it; nothing where it was left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// The answers of a guided command that has not ended well yet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// What is written on the line of a question that is not answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub begun: Vec<Answered>,
    /// What was said before anything was asked.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub given: Table,
    /// The answers, in their order.
    #[serde(rename = "answer")]
    pub answers: Vec<Answered>,
}

/// The file that answers are kept in.
#[derive(Debug, Clone)]
pub struct Draft {
    path: PathBuf,
}

impl Draft {
    /// Where the answers of a command to a register are kept: each time it is run, in a file of its own.
    pub fn of(command: &str, root: &Path) -> Option<Self> {
        let folder = dirs::state_dir().or_else(dirs::data_local_dir)?;
        let whole = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let digest = Sha256::digest(whole.as_os_str().as_encoded_bytes());
        let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let begun = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_millis();
        let folder = folder.join("register").join("drafts").join(name);
        let path = folder.join(format!("{command}.{begun}-{}.toml", std::process::id()));
        Some(Self { path })
    }

    /// The newest that was kept of the same command, where there is one.
    pub fn earlier(&self) -> Option<Self> {
        let name = |path: &Path| Some(path.file_name()?.to_str()?.split_once('.')?.0.to_owned());
        let own = name(&self.path)?;
        let folder = fs::read_dir(self.path.parent()?).ok()?;
        let drafts = folder
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| name(path).as_ref() == Some(&own) && path.extension().is_some_and(|end| end == "toml"));
        let changed = |path: &PathBuf| fs::metadata(path).and_then(|file| file.modified()).ok();
        drafts.max_by_key(changed).map(|path| Self { path })
    }

    /// Lays it aside: it is not offered any more, and not thrown away either.
    pub fn lay_aside(&self) {
        // What can't be laid aside is offered again.
        let _ = fs::rename(&self.path, self.path.with_extension("aside"));
    }

    /// What is kept; nothing where nothing is, or nothing that can be read.
    pub fn read(&self) -> Option<Kept> {
        let kept: Kept = toml::from_str(&fs::read_to_string(&self.path).ok()?).ok()?;
        (!kept.answers.is_empty() || !kept.begun.is_empty()).then_some(kept)
    }

    /// Keeps the answers so far. What can't be kept is no reason not to go on.
    pub fn keep(&self, kept: &Kept) -> Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
            only_own(folder)?;
        }
        let text = toml::to_string(kept)?;
        write_file(&self.path, |out| Ok(out.write_all(text.as_bytes())?))
    }

    /// Lets go of them.
    pub fn discard(&self) {
        // There may be none.
        let _ = fs::remove_file(&self.path);
    }
}

/// Nobody else looks into what is not finished.
fn only_own(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    let _ = folder;
    Ok(())
}

/// The draft of a command in a folder that is no register yet.
pub fn of_folder(command: &str, folder: &Path) -> Option<Draft> {
    Draft::of(command, &std::env::current_dir().ok()?.join(folder))
}

/// The draft of a command to the register that the program works on.
pub fn of_register(command: &str, app: &App) -> Option<Draft> {
    let store = app.store().ok()?;
    Draft::of(command, store.root())
}
