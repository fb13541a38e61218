//! Files that come to be as a whole.

use anyhow::{Context, Result};
use std::io::Write;
use std::path::Path;

/// Writes a file that is whole or, where something goes wrong, as it was.
pub fn write_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let name = || path.display().to_string();
    // A link stays a link, and what is no file is written to as it is.
    let real = path.canonicalize();
    let path = real.as_deref().unwrap_or(path);
    if path.exists() && !path.is_file() {
        let mut file = std::fs::OpenOptions::new().write(true).open(path).with_context(name)?;
        return write(&mut file);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = temporary_in(folder).with_context(name)?;
    {
        let mut out = std::io::BufWriter::new(&mut file);
        write(&mut out)?;
        out.flush().with_context(name)?;
    }
    if let Ok(known) = path.metadata() {
        file.as_file().set_permissions(known.permissions()).with_context(name)?;
    }
    file.persist(path).map_err(|error| error.error).with_context(name)?;
    Ok(())
}

/// A new file in a folder, to become another: whoever may read what the user makes may read it.
pub fn temporary_in(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
