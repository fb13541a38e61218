//! Where a register lies in a repository, and which commit is meant.

use super::error::HistoryError;
use super::git::Git;
use super::parts::{parts, text};
use super::tree::{Tree, WorkTree, read_all, read_named};
use crate::format::SETTINGS_FILE;
use crate::store::{Cache, Store, text_of};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// A repository, seen from a folder in it.
#[derive(Debug, Clone)]
pub struct Repository {
    /// Git, at the top: what it is told of paths counts from there.
    git: Git,
    /// The folder's place below the top, empty or with a `/` last.
    prefix: String,
    is_bare: bool,
    is_shallow: bool,
    /// The folder in which git keeps the repository, for all its work trees.
    kept_in: PathBuf,
    /// The folder in which git keeps what is of this work tree alone.
    state_in: PathBuf,
}

/// Where git keeps a repository, at its top.
const GIT_FOLDER: &str = ".git";

/// The first moment that git takes a number for, in seconds since 1970: in 1973, before there was any git.
pub(super) const FIRST_MOMENT: i64 = 100_000_000;

/// A commit, by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit(pub String);

impl Repository {
    /// The repository that a folder is in.
    ///
    /// # Errors
    /// It is in none, git is missing, or git may not read it.
    pub fn around(folder: &Path) -> Result<Self, HistoryError> {
        // The top is told by how far up it is, which a link would lead astray.
        let git = Git::new(&folder.canonicalize()?);
        git.make_ready();
        Self::plain(&git).map_or_else(|| Self::asked(&git), Ok)
    }

    /// The repository that a folder is in, as most are: git's own folder is at its top, and nothing is set that could put
    /// anything elsewhere. Nothing where git has to be asked.
    fn plain(git: &Git) -> Option<Self> {
        let folder = git.folder();
        let top = folder.ancestors().find(|folder| folder.join(GIT_FOLDER).symlink_metadata().is_ok())?;
        let own = top.join(GIT_FOLDER);
        let is_repository = |folder: &Path| folder.join("HEAD").is_file() && folder.join("objects").is_dir();
        let is_plain = own.symlink_metadata().ok()?.is_dir() && is_repository(&own) && !own.join("commondir").exists();
        // A bare one within it would be nearer.
        let is_nearest = !folder.ancestors().take_while(|folder| *folder != top).any(is_repository);
        let settings = text_of(&own.join("config"))?.to_ascii_lowercase();
        let may_be_elsewhere = ["worktree", "include"].iter().any(|word| settings.contains(word));
        let mut bare = settings.lines().filter(|line| line.contains("bare"));
        let is_for_work = bare.all(|line| line.split_whitespace().eq(["bare", "=", "false"]));
        // Whether git may read it is its own affair.
        if !is_plain || !is_nearest || may_be_elsewhere || !is_for_work || git.object("HEAD").is_err() {
            return None;
        }
        let part = |part: Component<'_>| Some(format!("{}/", part.as_os_str().to_str()?));
        let prefix = folder.strip_prefix(top).ok()?.components().map(part).collect::<Option<String>>()?;
        let is_shallow = own.join("shallow").exists();
        Some(Self { git: git.at(top), prefix, is_bare: false, is_shallow, kept_in: own.clone(), state_in: own })
    }

    /// The repository that a folder is in, as git tells of it.
    fn asked(git: &Git) -> Result<Self, HistoryError> {
        let folder = git.folder();
        // What has no line where there is no work tree comes last.
        let output = git.line(&[
            "rev-parse",
            "--is-inside-work-tree",
            "--is-shallow-repository",
            "--git-common-dir",
            "--absolute-git-dir",
            "--show-cdup",
            "--show-prefix",
        ])?;
        let mut lines = output.split('\n');
        let is_bare = lines.next() != Some("true");
        let is_shallow = lines.next() == Some("true");
        let kept_in = folder.join(lines.next().unwrap_or_default());
        let kept_in = kept_in.canonicalize().unwrap_or(kept_in);
        let state_in = PathBuf::from(lines.next().unwrap_or_default());
        let (up, prefix) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        let levels = up.split('/').filter(|part| *part == "..").count();
        let top = folder.ancestors().nth(levels).unwrap_or(folder);
        Ok(Self { git: git.at(top), prefix: prefix.to_owned(), is_bare, is_shallow, kept_in, state_in })
    }

    /// Git, at the top.
    #[must_use]
    pub fn git(&self) -> &Git {
        &self.git
    }

    /// The folder's place below the top of the repository: empty, or with a `/` last.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The top of the work tree.
    ///
    /// # Errors
    /// There is no work tree.
    pub fn top(&self) -> Result<PathBuf, HistoryError> {
        if self.is_bare {
            return Err(HistoryError::Bare);
        }
        Ok(self.git.folder().to_owned())
    }

    /// The commit of a revision: a name, a tag, `HEAD~3`, `main@{1 week ago}`.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn commit(&self, revision: &str) -> Result<Commit, HistoryError> {
        let wanted = format!("{revision}^{{commit}}");
        if let Some(id) = self.git.object(&wanted)? {
            return Ok(Commit(id));
        }
        let is_head = revision == "HEAD" || revision.starts_with("HEAD~") || revision.starts_with("HEAD^");
        if is_head && self.git.object("HEAD^{commit}")?.is_none() {
            return Err(HistoryError::NoCommits);
        }
        Err(HistoryError::UnknownRevision { revision: revision.to_owned() })
    }

    /// The last commit of the current branch up to a moment, in seconds since 1970. Of a branch that was merged,
    /// the merge counts, not when its commits were made.
    ///
    /// # Errors
    /// There is no commit that old.
    pub fn commit_by(&self, moment: i64) -> Result<Commit, HistoryError> {
        self.commit("HEAD")?;
        if moment < FIRST_MOMENT {
            return Err(HistoryError::NothingBefore { is_shallow: self.is_shallow });
        }
        let by = format!("--before={moment}");
        let id = self.git.line(&["rev-list", "-1", "--first-parent", &by, "HEAD"])?;
        if !id.is_empty() {
            return Ok(Commit(id));
        }
        Err(HistoryError::NothingBefore { is_shallow: self.is_shallow })
    }

    /// The commits that a commit came of: several, where it is a merge.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn parents(&self, commit: &Commit) -> Result<Vec<Commit>, HistoryError> {
        let line = self.git.line(&["rev-list", "--parents", "--max-count=1", &commit.0])?;
        Ok(line.split(' ').skip(1).map(|id| Commit(id.to_owned())).collect())
    }

    /// Where the histories of two commits part.
    ///
    /// # Errors
    /// They have nothing in common.
    pub fn merge_base(&self, left: &Commit, right: &Commit) -> Result<Commit, HistoryError> {
        Ok(Commit(self.git.line(&["merge-base", &left.0, &right.0])?))
    }

    /// Whether the clone holds only the newest part of the history.
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        self.is_shallow
    }

    /// The folder in which git keeps the repository, for all its work trees.
    #[must_use]
    pub fn kept_in(&self) -> &Path {
        &self.kept_in
    }

    /// The folder in which git keeps what is of this work tree alone: what it is merging, for one.
    #[must_use]
    pub fn state_in(&self) -> &Path {
        &self.state_in
    }

    /// What this version of the program has found out about the history, of one sort. Nothing is kept where a commit's id does
    /// not say what came before it: in a clone that is cut off, and where commits are put in the place of others.
    #[must_use]
    pub fn cache(&self, sort: &str) -> Cache {
        if self.is_shallow || self.has_replaced() {
            return Cache::of_nothing();
        }
        Cache::open(&self.kept_in.join("register"), sort, env!("REGISTER_SOURCES"))
    }

    /// Whether commits may be put in the place of others.
    fn has_replaced(&self) -> bool {
        const REPLACED: &str = "refs/replace/";
        let file = |name: &str| self.kept_in.join(name);
        let is_packed = || text_of(&file("packed-refs")).is_some_and(|refs| refs.contains(REPLACED));
        // Names are kept in files, or in a way that git alone can read.
        let told = || self.git.line(&["for-each-ref", "--count=1", REPLACED]).is_ok_and(|told| !told.is_empty());
        let is_told = || file("reftable").exists() && told();
        file("info/grafts").exists() || file(REPLACED).exists() || is_packed() || is_told()
    }

    /// Where the register lies in a commit, below the top: empty, or with a `/` last.
    ///
    /// It is looked for where it lies now, and where one would look for it in a work tree, from the folder one
    /// stands in and upwards. A register that has moved is the one that there is elsewhere, where there is one; and
    /// not one that still is where it was.
    ///
    /// # Errors
    /// There is none, or there are several elsewhere.
    pub fn register_in(&self, commit: &Commit, preferred: &[String]) -> Result<String, HistoryError> {
        let has_settings = |commit: &Commit, folder: &str| -> Result<bool, HistoryError> {
            Ok(self.git.object(&format!("{}:{folder}{SETTINGS_FILE}", commit.0))?.is_some())
        };
        for folder in preferred {
            if has_settings(commit, folder)? {
                return Ok(folder.clone());
            }
        }
        let all = self.git.run(&["ls-tree", "-r", "-z", "--name-only", "--full-tree", &commit.0])?;
        let mut found: Vec<String> = parts(&all).map(text).filter_map(|path| folder_of_settings(&path)).collect();
        let now = Commit("HEAD".to_owned());
        let is_known = preferred.iter().any(|folder| has_settings(&now, folder).unwrap_or_default());
        // One that is there still has not moved.
        found.retain(|folder| !is_known || !has_settings(&now, folder).unwrap_or_default());
        match found.as_slice() {
            [only] => Ok(only.clone()),
            _ => Err(HistoryError::NoRegister { revision: commit.0.clone(), found }),
        }
    }

    /// The files below a folder in a commit.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn tree(&self, commit: &Commit, folder: &str) -> Result<Tree, HistoryError> {
        let listed = self.git.run(&["ls-tree", "-r", "-z", "--full-tree", &place(commit, folder)])?;
        Ok(Tree::new(&self.git, Tree::listed(&listed)))
    }

    /// The paths of the files in some folders of a folder, in a commit.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn paths_below(&self, commit: &Commit, folder: &str, inner: &[&str]) -> Result<Vec<String>, HistoryError> {
        let place = place(commit, folder);
        let arguments = ["ls-tree", "-r", "-z", "--name-only", "--full-tree", &place, "--"];
        let listed = self.git.run(&arguments.into_iter().chain(inner.iter().copied()).collect::<Vec<_>>())?;
        Ok(parts(&listed).map(text).collect())
    }

    /// The id of all that is below a folder in a commit.
    ///
    /// # Errors
    /// There is no such folder, or git can't read it.
    pub fn tree_id(&self, commit: &Commit, folder: &str) -> Result<String, HistoryError> {
        self.git.object(&place(commit, folder))?.ok_or_else(|| no_register(commit))
    }

    /// The files of a register that a merge left open, by their paths in it, each with the versions that there are of it:
    /// what both sides began from, ours and theirs.
    ///
    /// # Errors
    /// Git can't be asked.
    pub fn unmerged(&self) -> Result<BTreeMap<String, [bool; 3]>, HistoryError> {
        let listed = self.git.run(&["ls-files", "--unmerged", "-z", "--", below(&self.prefix)])?;
        let mut files: BTreeMap<String, [bool; 3]> = BTreeMap::new();
        for part in parts(&listed).map(text) {
            let Some((about, path)) = part.split_once('\t') else { continue };
            let stage = about.rsplit(' ').next().and_then(|stage| stage.parse::<usize>().ok());
            let (Some(path), Some(stage @ 1..=3)) = (path.strip_prefix(&self.prefix), stage) else { continue };
            files.entry(path.to_owned()).or_default()[stage - 1] = true;
        }
        Ok(files)
    }

    /// The versions of a file that a merge left open, by its path below the top: what both sides began from, ours and
    /// theirs. Nothing where both sides do not have it, or it is not open.
    ///
    /// # Errors
    /// Git can't be asked.
    pub fn stages(&self, path: &str) -> Result<Option<[Vec<u8>; 3]>, HistoryError> {
        let names: Vec<String> = (1..=3).map(|stage| format!(":{stage}:{path}")).collect();
        let mut read = self.read_named(&names)?.into_iter();
        let (base, ours, theirs) = (read.next().flatten(), read.next().flatten(), read.next().flatten());
        // What both have put there was nothing before.
        Ok(ours.zip(theirs).map(|(ours, theirs)| [base.unwrap_or_default(), ours, theirs]))
    }

    /// Reads many contents by their ids, and makes something of each, in order.
    ///
    /// # Errors
    /// Git can't read one of them.
    pub fn read_blobs<T: Send>(
        &self,
        ids: &[&str],
        make: impl Fn(usize, &[u8]) -> T + Sync,
    ) -> Result<Vec<T>, HistoryError> {
        read_all(&self.git, ids, make)
    }

    /// Reads contents by names such as `HEAD:bodies/polisen.toml`, with paths from the top; nothing for those that
    /// are not there.
    ///
    /// # Errors
    /// Git can't be asked.
    pub fn read_named(&self, names: &[String]) -> Result<Vec<Option<Vec<u8>>>, HistoryError> {
        read_named(&self.git, names)
    }

    /// The files below a folder that are staged: those that the next commit would have.
    ///
    /// # Errors
    /// Git can't read it.
    pub fn index(&self, folder: &str) -> Result<Tree, HistoryError> {
        self.top()?;
        let list = || self.git.run(&["ls-files", "--stage", "-v", "-z", "--", below(folder)]);
        let compare = || self.git.run(&["diff-files", "-z", "--name-status", "--", below(folder)]);
        let (listed, told) = rayon::join(list, compare);
        let (mut files, mut differ) = Tree::staged(&listed?, folder);
        let told = told?;
        let mut told = parts(&told).map(text);
        while let (Some(status), Some(path)) = (told.next(), told.next()) {
            let Some(path) = path.strip_prefix(folder) else { continue };
            // What somebody only means to add is in no commit yet; against the work tree, git tells of it as new.
            if status == "A" {
                files.remove(path);
            }
            differ.insert(path.to_owned());
        }
        let tree = Tree::new(&self.git, files);
        let root = self.git.folder().join(folder);
        Ok(match Store::find(&root, Some(&root)) {
            Ok(store) => tree.beside(WorkTree { store, differ }),
            // Its settings are not there.
            Err(_) => tree,
        })
    }
}

/// A folder of a commit as git is told of it.
fn place(commit: &Commit, folder: &str) -> String {
    format!("{}:{}", commit.0, folder.trim_end_matches('/'))
}

fn no_register(commit: &Commit) -> HistoryError {
    HistoryError::NoRegister { revision: commit.0.clone(), found: Vec::new() }
}

/// A folder as git is told of it.
pub(super) fn below(folder: &str) -> &str {
    if folder.is_empty() { "." } else { folder }
}

/// The folder, if a path is that of a register's settings.
fn folder_of_settings(path: &str) -> Option<String> {
    let folder = path.strip_suffix(SETTINGS_FILE)?;
    (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
}

/// The folders in which one would look for a register from a place below the top, nearest first.
pub(super) fn looked_in(prefix: &str, sub_folder: &str) -> Vec<String> {
    let mut folders = Vec::new();
    let mut folder = prefix;
    loop {
        folders.push(folder.to_owned());
        folders.push(format!("{folder}{sub_folder}/"));
        if folder.is_empty() {
            return folders;
        }
        folder = folder.trim_end_matches('/').rfind('/').map_or("", |at| &folder[..=at]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// What is found without asking git is what git says.
    #[test]
    fn a_plain_repository_is_found_where_git_finds_it() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().canonicalize().unwrap();
        let git = |place: &str, arguments: &[&str]| {
            fs::create_dir_all(top.join(place)).unwrap();
            let who = ["-c", "user.name=n", "-c", "user.email=e", "-c", "commit.gpgSign=false"];
            Git::new(&top.join(place)).run(&[&who, arguments].concat()).unwrap();
        };
        for place in ["plain", "bare-set", "work-elsewhere", "included", "shut"] {
            git(place, &["init", "--quiet"]);
            git(place, &["commit", "--quiet", "--allow-empty", "--message", "m"]);
            fs::create_dir_all(top.join(place).join("register/bodies")).unwrap();
        }
        git("plain", &["worktree", "add", "--quiet", "../linked"]);
        git("", &["clone", "--quiet", "--bare", "plain", "plain/register/inner.git"]);
        git("bare-set", &["config", "core.bare", "true"]);
        git("work-elsewhere", &["config", "core.worktree", "../../plain"]);
        git("included", &["config", "include.path", "other"]);
        fs::remove_file(top.join("shut/.git/HEAD")).unwrap();
        let parts = |found: Repository| {
            let Repository { git, prefix, is_bare, is_shallow, kept_in, state_in } = found;
            (git.folder().to_owned(), prefix, is_bare, is_shallow, kept_in, state_in)
        };
        let mut found = 0;
        for place in [
            "plain",
            "plain/register/bodies",
            "plain/.git",
            "plain/.git/refs",
            "plain/register/inner.git/refs",
            "linked",
            "bare-set",
            "bare-set/register",
            "work-elsewhere",
            "included/register",
            "shut",
            "",
        ] {
            let git = Git::new(&top.join(place));
            let plain = Repository::plain(&git).map(parts);
            found += usize::from(plain.is_some());
            assert!(plain.is_none() || plain == Repository::asked(&git).ok().map(parts), "{place}: {plain:?}");
        }
        assert_eq!(found, 2);
    }

    /// One that was there to answer and is no more is not taken for an answer.
    #[test]
    fn an_answer_does_not_hang_on_who_was_there_to_give_it() {
        let folder = tempfile::tempdir().unwrap();
        let git = Git::new(&folder.path().canonicalize().unwrap());
        git.run(&["init", "--quiet"]).unwrap();
        let who = ["-c", "user.name=n", "-c", "user.email=e", "-c", "commit.gpgSign=false"];
        git.run(&[&who[..], &["commit", "--quiet", "--allow-empty", "--message", "m"]].concat()).unwrap();
        let repository = Repository::around(git.folder()).unwrap();
        let head = repository.commit("HEAD").unwrap();
        for _ in 0..2 {
            assert!(matches!(repository.commit("HEAD@{99}"), Err(HistoryError::UnknownRevision { .. })));
            assert_eq!(repository.commit("HEAD").unwrap(), head);
            repository.git().end_answering();
            assert_eq!(repository.commit("HEAD").unwrap(), head);
        }
    }
}
