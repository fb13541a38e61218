//! `register upgrade`: writes a register of an older format in the one that this program writes.

use super::git::install::write_attributes;
use super::write::write;
use crate::change::{ChangeError, Work};
use crate::cli::app::App;
use crate::cli::error::{CommandError, Exit};
use crate::cli::ui::Ui;
use crate::format::RecordFile;
use crate::format::upgrade::left_out_of_plan;
use crate::history::{Merging, Repository};
use crate::message::{say, told};
use crate::model::{Day, Kind, RecordId, Register};
use crate::store::FileChange;
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long)]
    pub dry_run: bool,
}

/// The interventions that were marked as part of a plan, each with a plan of its district that has a file of its own and does
/// not say so: what it says is for people to change.
fn unplanned(changes: &[FileChange], register: &Register, today: Day) -> Vec<(String, String)> {
    let of_change = |change: &FileChange| {
        let file = RecordFile::from_path(change.file()).filter(|file| file.kind == Kind::Intervention)?;
        let (before, after) = change.texts();
        let districts = left_out_of_plan(before, after)?;
        let plan = districts.iter().find_map(|district| register.action_plans_of(district, today).current())?;
        Some((file.id.to_string(), RecordId::new(Kind::ActionPlan, plan.id).to_string()))
    };
    changes.iter().filter_map(of_change).collect()
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let work = Work::begin_upgrade(&store, app.today()?, args.dry_run)?;
    let changes = match work.upgrade() {
        Err(ChangeError::Refused(findings, _)) => {
            app.show_findings(&findings, &store)?;
            let error = CommandError::failed(language.text(say::UPGRADE_UNREADABLE));
            return Err(error.hint(language.text(told::CHECK)).into());
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
    let unplanned = unplanned(&changes, &work.register, app.today()?);
    let exit = write(work, &changes, args.dry_run, &store, app)?;
    if !args.dry_run {
        // Git's attributes name the folders of records, and there are new ones.
        if store.has(".gitattributes") {
            write_attributes(store.root())?;
        }
        Ui::say(&language.say(done));
    }
    for (intervention, plan) in &unplanned {
        let command = told::SetInPlan { plan: plan.clone(), intervention: intervention.clone() };
        app.warn(&language.say(say::upgrade_unplanned(intervention.clone())), &[&language.say(command)]);
    }
    if !beside.is_empty() {
        app.warn(&language.say(say::upgrade_beside(beside.join(", "))), &[&language.text(say::UPGRADE_BESIDE_HINT)]);
    }
    Ok(exit)
}
