//! `register git install`: sets up a clone, or says what is missing in it.

use crate::cli::app::App;
use crate::cli::commands::write::shown;
use crate::cli::error::Exit;
use crate::cli::file::write_file;
use crate::cli::ui::Ui;
use crate::format::SETTINGS_FILE;
use crate::history::{Repository, attributes, configure, configured, found, hooks, is_attributed, quoted};
use crate::language::Language;
use crate::message::{say, told};
use crate::store::{LOCK_FILE, UNFINISHED};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long)]
    pub check: bool,
}

/// The file that tells git which files are a register's.
const ATTRIBUTES_FILE: &str = ".gitattributes";
/// The file that tells git what to look away from.
const IGNORED_FILE: &str = ".gitignore";
/// What our part of a hook begins with; the register's folder follows.
const PART: &str = "# register check:";

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let repository = Repository::around(store.root())?;
    repository.top()?;
    if args.check { check(&repository, app) } else { install(&repository, store.root(), app) }
}

/// A hook that a check stands in.
struct HookOf {
    /// What git calls it.
    name: &'static str,
    /// The lines of a shell that come first.
    before: Option<&'static str>,
    /// The condition under which it checks.
    condition: Option<&'static str>,
    /// What the program is called with.
    asks: &'static str,
    /// What follows where the check finds something.
    then: Then,
}

/// What follows where a check finds something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    /// Git does nothing, and the hook says so.
    Stopped,
    /// Git does nothing, and the program has said why.
    Refused,
    /// It has been told of.
    Told,
}

const STAGED: &str = "check --staged --merged --quiet";

/// Git runs the first before a commit and the second before a merge is one; of a commit that is picked it asks the third
/// alone. What it has made by itself is looked at once more, warnings and all: a merge by the fourth and a rebase by the
/// fifth, which is told on its input what became of which commit. The last is run before a rebase.
const HOOKS: [HookOf; 6] = [
    HookOf { name: "pre-commit", before: None, condition: None, asks: STAGED, then: Then::Stopped },
    HookOf { name: "pre-merge-commit", before: None, condition: None, asks: STAGED, then: Then::Stopped },
    HookOf {
        name: "prepare-commit-msg",
        before: None,
        // What a rebase picks can't be mended one by one: git picks it again.
        condition: Some(
            "[ -f \"$(git rev-parse --git-path CHERRY_PICK_HEAD)\" ] && \\\n   [ ! -d \"$(git rev-parse --git-path rebase-merge)\" ]",
        ),
        asks: STAGED,
        then: Then::Stopped,
    },
    HookOf {
        name: "post-merge",
        before: None,
        condition: Some("git rev-parse --quiet --verify HEAD^2 >/dev/null"),
        asks: "check --merged --strict --quiet",
        then: Then::Told,
    },
    HookOf {
        name: "post-rewrite",
        before: Some("first=\nwhile read -r old new _; do first=${first:-$new} last=$old; done"),
        condition: Some("[ \"$1\" = rebase ] && [ -n \"$first\" ]"),
        asks: "check --merged=\"$last,$first^\" --strict --quiet",
        then: Then::Told,
    },
    HookOf { name: "pre-rebase", before: None, condition: None, asks: "git before-rebase \"$@\"", then: Then::Refused },
];

/// What is there of a hook.
enum Hook {
    /// It checks this register.
    There,
    /// There is none, or one that checks other registers.
    Missing(PathBuf),
    /// Somebody's own, which is left as it is.
    Own(PathBuf),
    /// Hooks lie in a folder that other clones have too.
    Shared(PathBuf),
}

/// What is there of each of the hooks.
fn all_hooks(repository: &Repository) -> Result<Vec<Hook>> {
    HOOKS.iter().map(|of| hook(repository, of)).collect()
}

fn hook(repository: &Repository, of: &HookOf) -> Result<Hook> {
    let (folder, is_own) = hooks(repository)?;
    let path = folder.join(of.name);
    let text = match std::fs::read(&path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error).with_context(|| shown(&path)),
    };
    let begins = format!("{PART} {}", shown_folder(repository));
    Ok(if text.lines().any(|line| line.trim() == begins) || checks_by_itself(&text, of) {
        Hook::There
    } else if !is_own {
        Hook::Shared(path)
    } else if !path.exists() || text.contains(PART) {
        Hook::Missing(path)
    } else {
        Hook::Own(path)
    })
}

/// Whether somebody's own hook calls the check.
fn checks_by_itself(text: &str, of: &HookOf) -> bool {
    let asks: Vec<&str> = of.asks.split([' ', '=']).take(2).collect();
    let asks = asks.join(" ");
    text.lines().any(|line| !line.trim_start().starts_with('#') && line.contains("register") && line.contains(&asks))
        && !text.contains(PART)
}

fn shown_folder(repository: &Repository) -> String {
    let folder = repository.prefix().trim_end_matches('/');
    if folder.is_empty() { ".".to_owned() } else { folder.to_owned() }
}

/// The command that a hook calls.
fn hook_command(repository: &Repository, program: &str, of: &HookOf) -> String {
    let or = if of.then == Then::Told { "true" } else { "exit 1" };
    format!("{program} --register {} {} || {or}", quoted(&shown_folder(repository)), of.asks)
}

fn check(repository: &Repository, app: &App) -> Result<Exit> {
    let language = &app.language;
    let configured = configured(repository.git())?;
    let hooks = all_hooks(repository)?;
    let has_attributes = is_attributed(repository)?;
    let rows = [
        (has_attributes, language.text(say::GIT_ATTRIBUTES)),
        (configured.driver, language.text(say::GIT_DRIVER)),
        (configured.hunks, language.text(say::GIT_HUNKS)),
        (hooks.iter().all(|hook| matches!(hook, Hook::There)), language.text(say::GIT_HOOK)),
    ];
    for (is_there, what) in &rows {
        let (mark, word) =
            if *is_there { ("●", language.text(say::GIT_THERE)) } else { ("■", language.text(say::GIT_MISSING)) };
        Ui::print(&format!("{mark} {what}: {word}"))?;
    }
    if rows.iter().all(|(is_there, _)| *is_there) {
        return Ok(Exit::Fine);
    }
    // Somebody's own hook is for that somebody to change.
    let is_by_hand = !hooks.iter().any(|hook| matches!(hook, Hook::Missing(_)));
    if !(is_by_hand && has_attributes && configured.driver && configured.hunks) {
        Ui::say(&language.say(say::next_step(language.text(told::GIT_INSTALL))));
    }
    by_hand(&hooks, repository, language);
    Ok(Exit::Failed)
}

/// Says what is left for a person to do, where somebody's own hook is in the way.
fn by_hand(hooks: &[Hook], repository: &Repository, language: &Language) {
    for (hook, of) in hooks.iter().zip(&HOOKS) {
        let (Hook::Own(path) | Hook::Shared(path)) = hook else { continue };
        let path = shown(path);
        Ui::say(&match hook {
            Hook::Own(_) => language.say(say::hook_is_own(path)),
            _ => language.say(say::hook_is_shared(path)),
        });
        let command = hook_command(repository, "register", of);
        of.before.into_iter().flat_map(str::lines).for_each(|line| Ui::say(&format!("  {line}")));
        Ui::say(&match of.condition {
            Some(condition) => format!("  if {condition}; then {command}; fi"),
            None => format!("  {command}"),
        });
    }
}

fn install(repository: &Repository, root: &Path, app: &App) -> Result<Exit> {
    let language = &app.language;
    let program = std::env::current_exe()?;
    configure(repository.git(), &program)?;
    Ui::say(&language.text(say::GIT_SET_UP));
    for (is_new, file) in [(write_attributes(root)?, ATTRIBUTES_FILE), (write_ignored(root)?, IGNORED_FILE)] {
        if is_new {
            Ui::say(&language.say(say::git_commit_attributes(shown(&root.join(file)))));
        }
    }
    let hooks = all_hooks(repository)?;
    for (hook, of) in hooks.iter().zip(&HOOKS) {
        if let Hook::Missing(path) = hook {
            write_hook(path, of, repository, &program, language)?;
            Ui::say(&language.say(say::wrote(shown(path))));
        }
    }
    by_hand(&hooks, repository, language);
    Ui::say(&language.text(say::GIT_EACH_CLONE));
    let is_whole = hooks.iter().all(|hook| matches!(hook, Hook::There | Hook::Missing(_)));
    Ok(if is_whole { Exit::Fine } else { Exit::Failed })
}

/// Adds the attributes that are missing to the register's own file of them; says whether any were.
pub fn write_attributes(root: &Path) -> Result<bool> {
    add_lines(&root.join(ATTRIBUTES_FILE), "*.toml text\n", &attributes())
}

/// Adds what git is to look away from, of what commands leave beside the records, to the register's own file of that; says
/// whether anything was missing.
pub fn write_ignored(root: &Path) -> Result<bool> {
    add_lines(&root.join(IGNORED_FILE), "", &[LOCK_FILE.to_owned(), format!("{UNFINISHED}*")])
}

/// Adds the lines that are missing to a file, which begins so where there is none.
fn add_lines(path: &Path, beginning: &str, lines: &[String]) -> Result<bool> {
    let mut text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => beginning.to_owned(),
        Err(error) => return Err(error).with_context(|| path.display().to_string()),
    };
    let missing: Vec<&String> = lines.iter().filter(|line| !text.lines().any(|known| known == *line)).collect();
    if missing.is_empty() && path.exists() {
        return Ok(false);
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    missing.iter().for_each(|line| {
        text.push_str(line);
        text.push('\n');
    });
    write_file(path, |out| Ok(out.write_all(text.as_bytes())?))?;
    Ok(true)
}

/// Writes the hook, or adds this register to ours.
fn write_hook(path: &Path, of: &HookOf, repository: &Repository, program: &Path, language: &Language) -> Result<()> {
    let mut text = std::fs::read_to_string(path).unwrap_or_default();
    if text.is_empty() {
        text.push_str("#!/bin/sh\n");
    }
    let folder = shown_folder(repository);
    // A hook that is committed with the project says nothing of this machine.
    let (hooks, _) = hooks(repository)?;
    let is_committed = hooks.starts_with(repository.git().folder()) && !hooks.starts_with(repository.kept_in());
    let found = if is_committed { "program=register".to_owned() } else { found(program) };
    let settings = quoted(&format!("{folder}/{SETTINGS_FILE}"));
    let say = |text: String| format!("echo {} >&2", quoted(&text));
    // Of a rebase the program says itself why it is none.
    let stopped = format!("|| {{ {}; exit 1; }}", say(language.text(say::HOOK_STOPPED)));
    let check = hook_command(repository, "\"$program\"", of);
    let check = if of.then == Then::Stopped { check.replace("|| exit 1", &stopped) } else { check };
    let (moved, missing) =
        (say(language.text(say::HOOK_WITHOUT_REGISTER)), say(language.text(say::HOOK_WITHOUT_PROGRAM)));
    let (when, end) = of.condition.map_or((String::new(), ""), |condition| (format!("if {condition}; then\n"), "fi\n"));
    let when = of.before.map_or(String::new(), |before| format!("{before}\n")) + &when;
    text.push_str(&format!(
        "\n{PART} {folder}\n{when}{found}\nif [ ! -f {settings} ]; then\n    {moved}\nelif ! command -v \"$program\" \
         >/dev/null 2>&1; then\n    {missing}\nelse\n    {check}\nfi\n{end}"
    ));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    write_file(path, |out| Ok(out.write_all(text.as_bytes())?))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let permissions = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(path, permissions).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// Sets up the clone that a new register lies in, if a person wants that; or says how.
pub fn offer(root: &Path, app: &App) -> Result<()> {
    let language = &app.language;
    let repository = Repository::around(&root.canonicalize()?);
    let Ok(repository) = repository else { return Ok(()) };
    if repository.top().is_err() {
        return Ok(());
    }
    // That there is no answer is one: what has been written stands.
    if Ui::can_ask() && crate::cli::prompt::confirm(&language.text(say::GIT_OFFER), false, app).unwrap_or_default() {
        install(&repository, root, app)?;
    } else {
        Ui::say(&language.say(say::git_later(language.text(told::GIT_INSTALL))));
    }
    Ok(())
}
