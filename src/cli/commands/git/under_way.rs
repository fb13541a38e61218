//! Which merge git is at.

use crate::history::{Merging, Repository};

/// What git is merging, where it tells: `git merge` names the other side in the environment of what it runs, a rebase has
/// a list of what is done, whose last line is what it is at, and what waits for its commit has a name.
pub fn under_way<'g>(repository: &'g Repository, folder: &'g str) -> Option<Merging<'g>> {
    match named_heads().as_slice() {
        [theirs] => return Merging::of_branch(repository, folder, theirs).ok(),
        [] => {}
        // Several at once are merged one after the other, and the one that it is at has no name.
        _ => return None,
    }
    let git = repository.git();
    let done = git.folder().join(git.line(&["rev-parse", "--git-path", "rebase-merge/done"]).ok()?);
    if let Ok(done) = std::fs::read_to_string(done) {
        let commit = done.lines().rfind(|line| !line.trim().is_empty())?.split_whitespace().nth(1)?;
        return Merging::of_commit(repository, folder, commit).ok();
    }
    let merged = Merging::of_branch(repository, folder, "MERGE_HEAD");
    merged.or_else(|_| Merging::of_commit(repository, folder, "CHERRY_PICK_HEAD")).ok()
}

/// The other sides that git names in the environment of what it runs.
fn named_heads() -> Vec<String> {
    let name = |name: std::ffi::OsString| name.to_str()?.strip_prefix("GITHEAD_").map(str::to_owned);
    std::env::vars_os().filter_map(|(own, _)| name(own)).collect()
}
