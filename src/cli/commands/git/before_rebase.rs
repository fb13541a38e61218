//! `register git before-rebase`: git calls it before a rebase, and rebases nothing where it fails.

use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::history::{Merging, Repository};
use crate::message::say;
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    // `git rebase --root` names none.
    #[arg(value_name = "UPSTREAM", allow_hyphen_values = true)]
    pub upstream: String,
    #[arg(value_name = "BRANCH")]
    pub branch: Option<String>,
}

/// Refuses to make the commits of a register of one format again upon one of the other. What such a commit took away may
/// be nothing there, and git leaves a commit of nothing out without a word.
pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let repository = Repository::around(store.root())?;
    let branch = args.branch.as_deref().unwrap_or("HEAD");
    // Where git can't tell, it is for git to say so.
    let Ok(merging) = Merging::of_two(&repository, repository.prefix(), &args.upstream, branch) else {
        return Ok(Exit::Fine);
    };
    let [_, upstream, own] = merging.are_old()?;
    if upstream == own || !merging.has_own_changes()? {
        return Ok(Exit::Fine);
    }
    let language = &app.language;
    let error = CommandError::failed(language.text(say::REBASE_OLD_FORMAT));
    Err(error.hint(language.say(say::rebase_old_format_hint(args.upstream.clone()))).into())
}
