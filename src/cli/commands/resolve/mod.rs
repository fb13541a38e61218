//! `register resolve [ID]`: walks the conflicts that a merge left.

mod ask;
mod gone;
mod laid;
mod renamed;
mod resolving;

use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit};
use crate::cli::ui::Ui;
use crate::format::{RecordFile, SETTINGS_FILE};
use crate::history::Repository;
use crate::merge::markers_in;
use crate::message::say;
use crate::model::RecordId;
use crate::store::Store;
use anyhow::Result;
use ask::Take;
use gone::Half;
use resolving::Resolving;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub ids: Vec<String>,
    #[arg(long, value_name = "SIDE")]
    pub take: Option<Take>,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let repository = Repository::around(store.root()).ok();
    let resolving = Resolving { take: args.take, store: &store, repository, app };
    let mut open = resolving.open();
    let renamed = renamed::taken_out(&mut open, &resolving);
    let marked = conflicted(args, &store, app)?;
    let is_named = |file: &str| {
        let id = RecordFile::from_path(file).map(|file| file.id);
        args.ids.is_empty() || id.is_some_and(|id| args.ids.iter().any(|wanted| wanted.rsplit('/').next() == Some(&id)))
    };
    let marked: Vec<(String, String)> =
        marked.into_iter().filter(|(file, _)| !renamed.iter().any(|record| record.has(file))).collect();
    let is_marked = |file: &str| marked.iter().any(|(known, _)| known == file);
    let halves: Vec<Half> = open
        .into_iter()
        .filter(|(file, _)| !is_marked(file) && is_named(file))
        .map(|(file, versions)| Half { file, versions })
        .collect();
    let renamed: Vec<_> =
        renamed.into_iter().filter(|record| record.files().iter().any(|file| is_named(file))).collect();
    if marked.is_empty() && halves.is_empty() && renamed.is_empty() {
        Ui::say(&language.text(say::NO_CONFLICTS));
        return Ok(Exit::Fine);
    }
    let is_asked = args.take.is_some() || Ui::can_ask();
    let mut left = 0;
    for half in &halves {
        left += usize::from(!half.resolve(is_asked, &resolving)?);
    }
    if !is_asked && !marked.is_empty() {
        renamed.iter().try_for_each(|record| record.resolve(is_asked, &resolving).map(|_| ()))?;
        let files: Vec<String> = marked.iter().map(|(file, _)| file.clone()).collect();
        let error =
            CommandError::failed(language.say(say::ConflictsLeft { count: files.len(), files: files.join(", ") }));
        return Err(error.hint(language.text(say::RESOLVE_HINT)).into());
    }
    for (file, text) in marked {
        left += usize::from(!resolving.resolve(&file, &text)?);
    }
    // Last: what refers to them has to be read.
    for record in &renamed {
        left += usize::from(!record.resolve(is_asked, &resolving)?);
    }
    if left > 0 {
        Ui::say(&language.say(say::conflicts_remain(left)));
    }
    Ok(if left == 0 { Exit::Fine } else { Exit::Failed })
}

/// The files with conflicts in them, and their texts.
fn conflicted(args: &Args, store: &Store, app: &App) -> Result<Vec<(String, String)>> {
    let mut files: Vec<String> = store.files().into_iter().map(|file| file.path).collect();
    files.push(SETTINGS_FILE.to_owned());
    if !args.ids.is_empty() {
        let register = app.load()?;
        let wanted: Result<Vec<RecordId>> = args.ids.iter().map(|id| app.find(register, id)).collect();
        let wanted: Vec<String> = wanted?
            .into_iter()
            .filter_map(|record| register.file(record.kind, &record.id).map(str::to_owned))
            .collect();
        files.retain(|file| wanted.contains(file));
    }
    let texts = files.into_iter().filter_map(|file| {
        let text = store.read(&file).ok()?;
        markers_in(&text).then_some((file, text))
    });
    Ok(texts.collect())
}
