//! A record that both sides gave a new name: git leaves both, and every number would count it twice.

use super::ask::{self, Take, sides};
use super::laid::labelled;
use super::resolving::{Resolving, faults, subject};
use crate::change::Work;
use crate::cli::commands::edit::Draft;
use crate::cli::commands::git::{MergedFile, Versions, under_way};
use crate::cli::commands::write::{planned, shown_path};
use crate::cli::prompt::pick;
use crate::cli::ui::Ui;
use crate::format::RecordFile;
use crate::history::Repository;
use crate::merge::{Conflict, Section, markers_in, sections, taken_in};
use crate::message::say;
use crate::model::RecordId;
use anyhow::Result;
use std::collections::BTreeMap;

/// A record that was renamed on both sides: its paths in the register.
pub struct RenamedTwice {
    was: String,
    ours: String,
    theirs: String,
}

/// The records that both sides renamed, which are taken out of the files that git has open.
pub fn taken_out(open: &mut BTreeMap<String, [bool; 3]>, resolving: &Resolving<'_>) -> Vec<RenamedTwice> {
    let alone = |stage: usize| -> Vec<String> {
        let is = |versions: &[bool; 3]| (0..3).all(|own| versions[own] == (own == stage));
        open.iter().filter(|(_, versions)| is(versions)).map(|(file, _)| file.clone()).collect()
    };
    let [gone, ours, theirs] = [alone(0), alone(1), alone(2)];
    let mut found = Vec::new();
    for was in gone {
        let Some(place) = RecordFile::from_path(&was) else { continue };
        // A record that is renamed keeps its old name in it. One that somebody moved by hand is the only one.
        let of = |files: &[String]| -> Option<String> {
            let is_kind = |file: &&String| RecordFile::from_path(file).is_some_and(|own| own.kind == place.kind);
            let named = format!("\"{}\"", place.id);
            let has_name = |file: &&String| resolving.store.read(file).is_ok_and(|text| text.contains(&named));
            let alike: Vec<&String> = files.iter().filter(is_kind).collect();
            let known: Vec<&String> = alike.iter().copied().filter(has_name).collect();
            match (known.as_slice(), alike.as_slice()) {
                ([one], _) | ([], [one]) => Some((*one).clone()),
                _ => None,
            }
        };
        if let (Some(ours), Some(theirs)) = (of(&ours), of(&theirs)) {
            found.push(RenamedTwice { was, ours, theirs });
        }
    }
    open.retain(|file, _| !found.iter().any(|record| record.files().contains(&file.as_str())));
    found
}

impl RenamedTwice {
    /// Its paths: the one that both began from, that of ours and that of theirs.
    pub fn files(&self) -> [&str; 3] {
        [&self.was, &self.ours, &self.theirs]
    }

    pub fn has(&self, file: &str) -> bool {
        self.files().contains(&file)
    }

    /// Asks which name shall hold, and about what both changed in it; says whether that was done.
    pub fn resolve(&self, is_asked: bool, resolving: &Resolving<'_>) -> Result<bool> {
        let (app, language) = (resolving.app, &resolving.app.language);
        let [was, ours, theirs] = self.files().map(|file| shown_path(resolving.store, file));
        Ui::say(&language.say(say::RenamedTwice { ours: ours.clone(), theirs: theirs.clone(), was: was.clone() }));
        let is_ours = match resolving.take {
            Some(Take::Ours | Take::Both) => true,
            Some(Take::Theirs) => false,
            None if !is_asked => {
                Ui::say(&format!("  {}", language.text(say::RESOLVE_HINT)));
                return Ok(false);
            }
            None => {
                let names = sides(&Conflict::default(), app);
                let mut choices: Vec<String> =
                    names.into_iter().zip([&ours, &theirs]).map(|(side, path)| format!("{path} – {side}")).collect();
                choices.push(language.text(say::TAKE_SKIP));
                match pick(&language.text(say::WHAT_SHALL_HOLD), choices, app).map_err(|_| ask::stopped(&was, app))? {
                    Some(0) => true,
                    Some(1) => false,
                    _ => return Ok(false),
                }
            }
        };
        if self.is_changed_by_hand(resolving) {
            Ui::say(&language.say(say::done_by_hand(ours.clone())));
            Ui::say(&format!("  git add {ours}\n  git rm {theirs}"));
            return Ok(false);
        }
        let Some(parts) = resolving.repository.as_ref().and_then(|repository| self.parts(repository, resolving)) else {
            Ui::say(&language.say(say::half_open(was.clone())));
            Ui::say(&format!("  git add {ours}\n  git rm {theirs}"));
            return Ok(false);
        };
        let (kept, gone) = if is_ours { (&self.ours, &self.theirs) } else { (&self.theirs, &self.ours) };
        let mut drafts: Vec<Draft> = Vec::new();
        let done = self.join(&parts, (kept, gone), resolving, &mut drafts);
        match done {
            Ok(true) => drafts.iter().for_each(Draft::discard),
            _ => drafts.iter().for_each(|draft| draft.tell_kept(app)),
        }
        done
    }

    /// Whether somebody has been at one of the files since git left them: under both names, git has what it left there.
    fn is_changed_by_hand(&self, resolving: &Resolving<'_>) -> bool {
        let Some(repository) = &resolving.repository else { return false };
        let files = [(&self.ours, 2), (&self.theirs, 3)];
        let names = files.map(|(file, stage)| format!(":{stage}:{}", resolving.path_below_top(file)));
        let left = repository.read_named(&names).unwrap_or_default();
        let plain = |text: &str| text.replace("\r\n", "\n");
        files.iter().zip(left).any(|((file, _), left)| {
            let is = resolving.store.read(file).unwrap_or_default();
            left.is_some_and(|left| plain(&String::from_utf8_lossy(&left)) != plain(&is))
        })
    }

    /// What both made of the record, merged; nothing where its versions can't be had.
    fn parts(&self, repository: &Repository, resolving: &Resolving<'_>) -> Option<Vec<Section>> {
        let paths = self.files().map(|file| resolving.path_below_top(file));
        let [was, own, other] = paths.each_ref().map(String::as_str);
        let file = MergedFile::at(own, repository.top().ok()?.as_path())?;
        // What git has of each side in its index is a merge of both already, with marks where there was a conflict.
        let committed =
            under_way(repository, &file.folder).and_then(|merging| merging.versions([was, own, other]).ok());
        let staged = || {
            let names = [format!(":1:{was}"), format!(":2:{own}"), format!(":3:{other}")];
            let mut read = repository.read_named(&names).ok()?.into_iter();
            let staged = [(); 3].map(|()| read.next().flatten());
            let is_marked =
                |text: &Option<Vec<u8>>| markers_in(&String::from_utf8_lossy(text.as_deref()?)).then_some(());
            staged.iter().all(|text| is_marked(text).is_none()).then_some(staged)
        };
        let is_whole = |versions: &[Option<Vec<u8>>; 3]| versions.iter().all(Option::is_some);
        let versions = committed.filter(is_whole).or_else(staged).filter(is_whole)?;
        let versions = versions.map(Option::unwrap_or_default);
        let Versions::Together(versions) = file.versions(versions, own, Some(repository)) else { return None };
        let [base, ours, theirs] = versions.each_ref().map(|bytes| std::str::from_utf8(bytes).ok());
        let parts = crate::merge::parts(base?, ours?, theirs?, &file.subject)?;
        let marked = resolving.store.read(&self.ours).ok().and_then(|text| sections(&text)).unwrap_or_default();
        Some(labelled(parts, &marked))
    }

    /// Makes one record of the two.
    fn join(
        &self,
        parts: &[Section],
        (kept, gone): (&str, &str),
        resolving: &Resolving<'_>,
        drafts: &mut Vec<Draft>,
    ) -> Result<bool> {
        let path = shown_path(resolving.store, kept);
        let sides = [true, false].map(|is_ours| taken_in(parts, is_ours));
        loop {
            let asked = ask::decided(parts, &path, &subject(kept), resolving.take, resolving.app, drafts)?;
            let Some(text) = asked else { return Ok(false) };
            let wrong = faults(kept, &text, &sides);
            if !wrong.is_empty() {
                if resolving.again(kept, &text, &wrong)? {
                    continue;
                }
                return Ok(false);
            }
            let record = |file: &str| RecordFile::from_path(file).map(|place| RecordId::new(place.kind, &place.id));
            let (Some(kept_id), Some(gone_id)) = (record(kept), record(gone)) else { return Ok(false) };
            let changes = {
                let work = Work::look(resolving.store, resolving.app.today()?)?;
                planned(work.join((&kept_id, kept), (&gone_id, gone), &text), resolving.store, resolving.app)?
            };
            return resolving.write(kept, changes, &sides, std::slice::from_ref(&self.was));
        }
    }
}
