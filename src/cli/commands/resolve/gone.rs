//! A file that one side took away and the other changed.

use super::ask::{self, Take};
use super::resolving::{Resolving, subject};
use crate::change::Work;
use crate::cli::commands::write::{planned, shown_path, write};
use crate::cli::prompt::pick;
use crate::cli::ui::Ui;
use crate::compare::compare_records;
use crate::format::RecordFile;
use crate::merge::Conflict;
use crate::message::say;
use crate::model::RecordId;
use anyhow::Result;

/// A file that a merge left open and that has no marks in it.
pub struct Half {
    pub file: String,
    /// Whether there is one that both began from, one of ours, and one of theirs.
    pub versions: [bool; 3],
}

impl Half {
    /// Asks what shall become of it; says whether that was done.
    pub fn resolve(&self, is_asked: bool, resolving: &Resolving<'_>) -> Result<bool> {
        // What the merge driver has stopped has no marks either.
        if resolving.has_personal_data(&self.file)? {
            return Ok(false);
        }
        let (language, path) = (&resolving.app.language, shown_path(resolving.store, &self.file));
        let is_gone_here = match self.versions {
            [true, true, false] => false,
            [true, false, true] => true,
            _ => {
                Ui::say(&language.say(say::half_open(path.clone())));
                Ui::say(&format!("  git add {path}\n  git rm {path}"));
                return Ok(false);
            }
        };
        Ui::say(&language.say(say::half_gone(path.clone())));
        let [ours, theirs] = ask::sides(&Conflict::default(), resolving.app);
        let (keeper, taker) = if is_gone_here { (theirs, ours) } else { (ours, theirs) };
        let changed = self.changed(resolving);
        if !changed.is_empty() {
            Ui::say(&format!(" {keeper}: {}", language.say(say::half_changed(changed.join("; ")))));
        }
        Ui::say(&format!(" {taker}: {}", language.text(say::SIDE_EMPTY)));
        let is_kept = match resolving.take {
            Some(Take::Both) => true,
            Some(Take::Ours) => !is_gone_here,
            Some(Take::Theirs) => is_gone_here,
            None if !is_asked => {
                Ui::say(&format!("  {}\n  git add {path}\n  git rm {path}", language.text(say::RESOLVE_HINT)));
                return Ok(false);
            }
            None => {
                let choices = [say::HALF_KEEP, say::HALF_REMOVE, say::TAKE_SKIP].map(|text| language.text(text));
                let picked = pick(&language.text(say::WHAT_SHALL_HOLD), choices.to_vec(), resolving.app);
                match picked.map_err(|_| ask::stopped(&path, resolving.app))? {
                    Some(0) => true,
                    Some(1) => false,
                    _ => return Ok(false),
                }
            }
        };
        if !is_kept
            && resolving.store.has(&self.file)
            && let Some(place) = RecordFile::from_path(&self.file)
        {
            // What something refers to is not taken away, whoever took it away.
            let work = Work::begin(resolving.store, resolving.app.today()?)?;
            let record = RecordId::new(place.kind, &place.id);
            let change = planned(work.delete(&record), resolving.store, resolving.app)?;
            write(work, &[change], false, resolving.store, resolving.app)?;
        }
        resolving.tell_git(std::slice::from_ref(&self.file))?;
        Ok(true)
    }

    /// What the side that has it still has changed in it.
    fn changed(&self, resolving: &Resolving<'_>) -> Vec<String> {
        let Some((repository, place)) = resolving.repository.as_ref().zip(RecordFile::from_path(&self.file)) else {
            return Vec::new();
        };
        let was = repository.read_named(&[format!(":1:{}", resolving.path_below_top(&self.file))]);
        let was = was.ok().and_then(|mut read| read.pop().flatten()).unwrap_or_default();
        let was = String::from_utf8_lossy(&was);
        let is = resolving.store.read(&self.file).unwrap_or_default();
        let subject = subject(&self.file);
        let comparison = compare_records(place.kind, (&place.id, &was), (&place.id, &is));
        let differences = comparison.records.iter().flat_map(|change| &change.differences);
        let mut fields: Vec<String> = Vec::new();
        for part in differences.filter_map(|difference| difference.parts.first()) {
            let label = ask::label(&part.field, &subject, resolving.app);
            if !fields.contains(&label) {
                fields.push(label);
            }
        }
        fields
    }
}
