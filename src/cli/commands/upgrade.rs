//! `register upgrade`: writes a register of an older format in the one that this program writes.

use super::git::install::write_attributes;
use super::write::write;
use crate::change::{ChangeError, Work};
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::ui::Ui;
use crate::format::RecordFile;
use crate::history::{Merging, Repository};
use crate::message::say;
use crate::model::Kind;
use crate::store::FileChange;
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let work = Work::begin_upgrade(&store, app.today()?, args.dry_run)?;
    let changes = match work.upgrade() {
        Err(ChangeError::Refused(findings, _)) => {
            app.show_findings(&findings, &store)?;
            let error = CommandError::failed(language.text(say::UPGRADE_UNREADABLE));
            return Err(error.hint("register check").into());
        }
        changes => changes?,
    };
    if changes.is_empty() {
        Ui::say(&language.text(say::UPGRADE_NOT_NEEDED));
        return Ok(Exit::Fine);
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let created = |kind: Kind| {
        let is_new = |change: &&FileChange| matches!(change, FileChange::Create { .. });
        let files = changes.iter().filter(is_new).filter_map(|change| RecordFile::from_path(change.file()));
        number(files.filter(|file| file.kind == kind).count())
    };
    let done = say::Upgraded {
        files: number(changes.len()),
        pictures: created(Kind::TargetPicture),
        plans: created(Kind::ActionPlan),
    };
    // A register that lies in no repository has no branches.
    let repository = Repository::around(store.root());
    let beside = repository.and_then(|own| Merging::older_beside(&own, own.prefix())).unwrap_or_default();
    let exit = write(work, &changes, args.dry_run, &store, app)?;
    if !args.dry_run {
        // Git's attributes name the folders of records, and there are new ones.
        if store.has(".gitattributes") {
            write_attributes(store.root())?;
        }
        Ui::say(&language.say(done));
    }
    if !beside.is_empty() {
        app.warn(&language.say(say::upgrade_beside(beside.join(", "))), &[&language.text(say::UPGRADE_BESIDE_HINT)]);
    }
    Ok(exit)
}
