//! Which merge git is at.

use crate::history::{Commit, HistoryError, Merging, Repository};

/// What git is merging, where it tells: `git merge` names the other side in the environment of what it runs, a rebase has
/// a list of what is done, whose last line is what it is at, and what waits for its commit has a name.
pub fn under_way<'g>(repository: &'g Repository, folder: &'g str) -> Option<Merging<'g>> {
    match named_heads().as_slice() {
        [theirs] => return Merging::of_branch(repository, folder, theirs).ok(),
        [] => {}
        // Several at once are merged one after the other, and the one that it is at has no name.
        _ => return None,
    }
    if let Ok(done) = std::fs::read_to_string(repository.state_in().join("rebase-merge/done")) {
        let commit = done.lines().rfind(|line| !line.trim().is_empty())?.split_whitespace().nth(1)?;
        return Merging::of_commit(repository, folder, commit).ok();
    }
    let merged = may_have(repository, "MERGE_HEAD").then(|| Merging::of_branch(repository, folder, "MERGE_HEAD").ok());
    let picked = || Merging::of_commit(repository, folder, "CHERRY_PICK_HEAD").ok();
    merged.flatten().or_else(|| may_have(repository, "CHERRY_PICK_HEAD").then(picked).flatten())
}

/// Whether git may have a commit of that name: it is a file, unless names are kept in tables.
fn may_have(repository: &Repository, name: &str) -> bool {
    repository.state_in().join(name).exists() || repository.kept_in().join("reftable").exists()
}

/// The other sides that git names in the environment of what it runs.
fn named_heads() -> Vec<String> {
    let name = |name: std::ffi::OsString| name.to_str()?.strip_prefix("GITHEAD_").map(str::to_owned);
    std::env::vars_os().filter_map(|(own, _)| name(own)).collect()
}

/// Whether several branches are being merged at once.
pub fn are_several(repository: &Repository) -> bool {
    let waiting = std::fs::read_to_string(repository.state_in().join("MERGE_HEAD")).unwrap_or_default();
    named_heads().len() > 1 || waiting.lines().filter(|line| !line.is_empty()).count() > 1
}

/// The sides of what git is merging, or has merged last: HEAD's own where it is at nothing, and none before the first commit
/// or where the last is no merge.
pub fn merged_sides(repository: &Repository, folder: &str) -> Result<Vec<Commit>, HistoryError> {
    // What is merged already is no longer under way, whatever git still names.
    if let Some(merging) = under_way(repository, folder).filter(|merging| !merging.is_done()) {
        return Ok(merging.sides().to_vec());
    }
    let parents = match repository.commit("HEAD") {
        Ok(head) => repository.parents(&head)?,
        Err(HistoryError::NoCommits) => Vec::new(),
        Err(error) => return Err(error),
    };
    Ok(if parents.len() > 1 { parents } else { Vec::new() })
}
