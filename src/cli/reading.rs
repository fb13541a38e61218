//! Reading a register as a person asks for it, on disk or as it was, and finding what they name in it.

use super::app::App;
use super::clock::{begin_of, end_of, now};
use super::error::CommandError;
use super::reader::named;
use crate::catalog::{Ambiguous, FoundRecord, find, kind_of, shape_of};
use crate::check::{self, CHANGED_SINCE_ADOPTION, Checked, PERSONAL_DATA, Past, Waived, check_with, errors, scan};
use crate::format::{SETTINGS_FILE, Texts};
use crate::history::{
    Commit, HistoryError, Range, Repository, Side, Snapshot, Source, WorkFolder, age_of, ages_of, leave_out_unfinished,
    ongoing_since, past, tell_what_changed,
};
use crate::message::{reports, say};
use crate::model::{
    Age, Ages, Day, Finding, Intervention, Kind, Known, RecordId, Register, Shape, Status, Target, Tense, When,
};
use crate::query::Filter;
use crate::render::Sources;
use crate::report::Between;
use crate::store::{Inspect, Store};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// What the register itself goes by where a record could be named.
pub const THE_REGISTER: &str = "register";

/// Whether it is the register itself that a person names, and not a record: what its own file says.
pub fn is_settings(text: &str) -> bool {
    matches!(text.trim(), THE_REGISTER | SETTINGS_FILE)
}

/// Which records' ages are asked for.
pub enum Aged<'a> {
    /// Those of all of a kind.
    All(Kind),
    /// That of one, as a person names it.
    One(&'a str),
}

impl App {
    /// What a reading command reads: the register on disk or, with `--at`, as it was.
    pub fn source(&self) -> Result<Source> {
        match &self.global.at {
            None => Ok(Source::Disk(self.store()?)),
            Some(at) => Ok(Source::Git(Box::new(self.snapshot(at)?))),
        }
    }

    /// The register as it was at a revision or on a day.
    pub fn snapshot(&self, at: &str) -> Result<Snapshot> {
        let (repository, given) = self.repository()?;
        let commit = self.commit(&repository, at)?;
        Ok(Snapshot::of_commit(&repository, commit, given.as_deref())?)
    }

    /// The repository that the register is in, seen from the register's folder. Where there is no such folder now,
    /// it is seen from the folder one stands in, and what was asked for may be a folder of the past.
    pub fn repository(&self) -> Result<(Repository, Option<String>)> {
        let here = std::env::current_dir()?;
        let given = self.global.register.as_deref();
        if Store::find(&here, given).is_ok() {
            return Ok((self.around()?.clone(), None));
        }
        // A folder that is there may be a bare repository, or one without a register of today.
        match given.map(|given| (given, here.join(given))) {
            Some((_, folder)) if folder.is_dir() => Ok((Repository::around(&folder)?, None)),
            Some((given, _)) => Ok((Repository::around(&here)?, Some(slashed(given)))),
            None => Ok((Repository::around(&here)?, None)),
        }
    }

    /// Says that what is told of the history goes no further back than the clone does, where it is cut off.
    pub fn warn_of_shallow(&self, repository: &Repository) {
        if repository.is_shallow() {
            self.warn(&self.language.text(say::SHALLOW_HISTORY), &["git fetch --unshallow"]);
        }
    }

    /// The commit of a revision, or the last of a day. What is written as a date is one, and a revision comes
    /// before other words for days: `v48` may be a week, or a tag.
    pub fn commit(&self, repository: &Repository, text: &str) -> Result<Commit> {
        let text = text.trim();
        if let Ok(day) = text.parse() {
            return self.commit_on(repository, day);
        }
        match repository.commit(text) {
            Err(error @ HistoryError::UnknownRevision { .. }) => {
                match self.language.read_day(text, now(), When { tense: Tense::Past, is_end: false }) {
                    Some(day) => self.commit_on(repository, day),
                    None => Err(error.into()),
                }
            }
            other => Ok(other?),
        }
    }

    fn commit_on(&self, repository: &Repository, day: Day) -> Result<Commit> {
        let moment = end_of(day).unwrap_or(i64::MAX);
        repository.commit_by(moment).map_err(|error| match error {
            HistoryError::NothingBefore { is_shallow } => {
                let error = CommandError::failed(self.language.say(say::nothing_before(self.language.day(day))));
                let hint = is_shallow.then(|| self.language.text(say::SHALLOW_HINT));
                hint.into_iter().fold(error, CommandError::hint).into()
            }
            error => error.into(),
        })
    }

    /// Reads the register, and says on standard error what could not be read.
    ///
    /// It is kept until the program ends, which is when the command does: taking a large one apart
    /// first would only take time.
    pub fn load(&self) -> Result<&'static Register> {
        let source = self.source()?;
        let mut register = source.load(None, Texts::All)?.register;
        self.note_beginnings(&source, &mut register);
        Ok(self.kept(register))
    }

    /// Asks history since when those interventions go on that do not say it themselves. Where it does not tell, or a clone is
    /// cut off, nobody knows; what is not committed yet is said since today.
    pub fn note_beginnings(&self, source: &Source, register: &mut Register) {
        let is_undated =
            |own: &Intervention| own.status.is_some_and(Status::has_gone_on) && own.actual_period().from.is_none();
        let undated = register.interventions.iter().filter(|(_, own)| is_undated(own));
        let undated: Vec<String> = undated.map(|(id, _)| id.to_owned()).collect();
        if undated.is_empty() {
            return;
        }
        let (Ok(today), Ok((repository, given))) = (self.today(), self.repository()) else { return };
        let Ok((from, folder)) = source.newest(&repository, given.as_deref()) else { return };
        if repository.is_shallow() {
            return;
        }
        let ids: Vec<&str> = undated.iter().map(String::as_str).collect();
        let Ok(found) = ongoing_since(&ids, register, &repository, (from, &folder)) else { return };
        for id in &ids {
            // What nobody has committed yet is said today.
            let is_ongoing = register.interventions.get(id).is_some_and(|own| own.status == Some(Status::Ongoing));
            let found = found.iter().find(|(own, _)| own == id).map(|(_, day)| *day);
            if let Some(since) = found.or(is_ongoing.then_some(today)) {
                register.ages.insert_ongoing(id, since);
            }
        }
    }

    /// Reads the register likewise, and tells how many texts in it look like personal data.
    pub fn load_scanned(&self) -> Result<(&'static Register, usize)> {
        let source = self.source()?;
        let loaded = source.load(Some(&|file, text| scan(file, text)), Texts::All)?;
        let mut register = loaded.register;
        self.note_beginnings(&source, &mut register);
        let personal = loaded.findings.iter().filter(|finding| PERSONAL_DATA.tells(finding)).count();
        Ok((self.kept(register), personal))
    }

    /// Reads the register likewise, without the long texts of interventions.
    pub fn load_short(&self) -> Result<&'static Register> {
        let source = self.source()?;
        let mut register = source.load(None, Texts::Short)?.register;
        self.note_beginnings(&source, &mut register);
        Ok(self.kept(register))
    }

    /// Reads the register likewise, with the ages of some of its records.
    pub fn load_aged(&self, aged: Aged<'_>) -> Result<&'static Register> {
        let source = self.source()?;
        let mut register = source.load(None, Texts::All)?.register;
        self.note_beginnings(&source, &mut register);
        match aged {
            Aged::All(kind) => {
                let records: Vec<RecordId> = register.records(kind).map(|(id, _, _)| RecordId::new(kind, id)).collect();
                register.ages.extend(self.ages(&source, &records, &register)?);
            }
            Aged::One(text) => {
                let found = find(&register, text, &self.reader_of(&register)?);
                if let Ok(FoundRecord::Record(record) | FoundRecord::Begun(record) | FoundRecord::Renamed(record)) =
                    found
                    && let Some(age) = self.age(&source, &record, &register)
                {
                    register.ages.insert(record, age);
                }
            }
        }
        Ok(self.kept(register))
    }

    /// When a record was touched; nothing where there is no history, or it can't be read: that stands in nobody's way.
    fn age(&self, source: &Source, record: &RecordId, register: &Register) -> Option<Age> {
        let (repository, given) = self.repository().ok()?;
        let (from, folder) = source.newest(&repository, given.as_deref()).ok()?;
        age_of(record, register, &repository, (from, &folder)).ok()?
    }

    /// When some records were touched.
    fn ages(&self, source: &Source, records: &[RecordId], register: &Register) -> Result<Ages> {
        let (repository, given) = self.repository()?;
        let (from, folder) = source.newest(&repository, given.as_deref())?;
        self.warn_of_shallow(&repository);
        Ok(ages_of(records, register, &repository, (from, &folder))?)
    }

    /// What of a register is known on the day that is asked for. It is kept as [`load`](App::load) keeps it.
    pub fn known(&self, register: &'static Register) -> Result<&'static Known<'static>> {
        Ok(Box::leak(Box::new(Known::of(register, self.today()?))))
    }

    /// Says what could not be read, and keeps the rest.
    fn kept(&self, register: Register) -> &'static Register {
        self.warn_of_unread(&register.unread);
        Box::leak(Box::new(register))
    }

    /// Reads the register and finds everything wrong with it, what could not be read among it. It is kept as
    /// [`load`](App::load) keeps it.
    pub fn check(&self, source: &Source) -> Result<(&'static Register, Vec<Finding>, Waived)> {
        self.check_looking(source, &|file, text| scan(file, text))
    }

    /// The same, with what is seen in its texts.
    pub fn check_looking(
        &self,
        source: &Source,
        look: Inspect<'_>,
    ) -> Result<(&'static Register, Vec<Finding>, Waived)> {
        let mut loaded = source.load(Some(look), check::TEXTS)?;
        loaded.findings.extend(source.look_beside(look)?);
        self.note_beginnings(source, &mut loaded.register);
        let today = self.today()?;
        let past = if let Source::Disk(store) = source { past(store, today, begin_of) } else { Past::default() };
        let Checked { register, mut findings, waived } = check_with(loaded, today, past);
        if let Source::Disk(store) = source {
            leave_out_unfinished(store, &mut findings);
        }
        Ok((Box::leak(Box::new(register)), findings, waived))
    }

    /// Reads the register and finds the errors in it, and what is seen in its texts.
    pub fn errors(&self, source: &Source, look: Inspect<'_>) -> Result<(&'static Register, Vec<Finding>, Waived)> {
        let mut loaded = source.load(Some(look), check::TEXTS_OF_ERRORS)?;
        loaded.findings.extend(source.look_beside(look)?);
        let Checked { register, findings, waived } = errors(loaded, self.today()?);
        Ok((Box::leak(Box::new(register)), findings, waived))
    }

    /// Says of what has changed since it was adopted what that is, where there is a history that tells.
    pub fn tell_what_changed(&self, source: &Source, findings: &mut [Finding]) {
        if !findings.iter().any(|finding| CHANGED_SINCE_ADOPTION.tells(finding)) {
            return;
        }
        let Ok((repository, given)) = self.repository() else { return };
        if let Ok((from, folder)) = source.newest(&repository, given.as_deref()) {
            tell_what_changed(findings, &repository, (&from, &folder), &|file| source.shown_text(file));
        }
    }

    /// Finds the record that a person means.
    pub fn find(&self, register: &Register, text: &str) -> Result<RecordId> {
        let language = &self.language;
        let lines = |records: &[RecordId]| records.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match find(register, text, &self.reader_of(register)?) {
            Ok(FoundRecord::Record(record) | FoundRecord::Begun(record)) => Ok(record),
            Ok(FoundRecord::Renamed(record)) => {
                self.warn(&language.say(say::WasRenamed { now: record.to_string(), old: text }), &[]);
                Ok(record)
            }
            Err(Ambiguous::Several(records)) => {
                let chosen = self.memory.chosen(text);
                if let Some(record) = records.iter().find(|record| chosen.as_ref() == Some(&record.to_string())) {
                    return Ok(record.clone());
                }
                let shown = records.len().min(8);
                let more = records.len() - shown;
                let error = CommandError::failed(language.say(say::several_records(text)));
                let error = error.hint(language.say(say::SeveralRecordsHint { ids: lines(&records[..shown]), more }));
                let named = |record: &RecordId| {
                    let reference = record.to_string();
                    let name = named(Target::Anything, &reference, register, language);
                    (reference, name)
                };
                Err(error.or_choose(text, records.iter().map(named).collect()).into())
            }
            Err(Ambiguous::None(near)) => {
                let error = CommandError::failed(language.say(say::no_record(text)));
                Err(match near.as_slice() {
                    [] => {
                        let kind = text.split_once('/').and_then(|(kind, _)| kind_of(kind));
                        error.hint(
                            language.say(say::no_record_hint(
                                language.command_line(kind.unwrap_or(Kind::Intervention).name()),
                            )),
                        )
                    }
                    near => error.hint(language.say(say::did_you_mean(lines(near)))),
                }
                .into())
            }
        }
    }

    /// Finds the records that a filter names, so that one that names nothing is told of.
    pub fn resolve(&self, filter: &mut Filter, kind: Kind, register: &Register) -> Result<()> {
        for wanted in &mut filter.wanted {
            let field = shape_of(kind).field(wanted.field);
            let Some(Shape::Reference(target)) = field.map(|field| *field.shape.single()) else { continue };
            for value in &mut wanted.values {
                if let Target::Record(kind) = target {
                    *value = self.find(register, &format!("{}/{value}", kind.name()))?.id.to_string();
                } else if !register.has(target, value) && !matches!(target, Target::Decision | Target::Anything) {
                    return Err(CommandError::failed(self.language.say(say::no_record(value.clone()))).into());
                }
            }
        }
        filter.follow(kind, register);
        Ok(())
    }

    /// The two states that a person names: `A..B`, `A...B`, `A` against what lies in the folder or is staged, or
    /// two folders.
    pub fn sides(&self, named: &[String], staged: bool) -> Result<(Side, Side, Between)> {
        if let [before, after] = named {
            if is_folder(before) && is_folder(after) {
                return folders(before, after);
            }
            self.refuse_no_folder(before, after)?;
        }
        let (repository, given) = self.repository()?;
        let range = match named {
            [] => None,
            [one] => Range::parse(one),
            [before, after] => Some(Range { before, after, from_base: false }),
            _ => return Err(CommandError::usage(self.language.text(say::TOO_MANY_SIDES)).into()),
        };
        match range {
            Some(_) if staged => Err(CommandError::usage(self.language.text(say::STAGED_HAS_ONE_SIDE)).into()),
            Some(range) => self.sides_of_range(&range, &repository, given.as_deref()),
            None => {
                let before = named.first().map_or("HEAD", String::as_str);
                let old = Side::of_commit(&repository, self.commit(&repository, before)?, given.as_deref())?;
                let (new, after) = self.side_of_now(repository, staged)?;
                Ok((old, new, Between { before: before.to_owned(), after }))
            }
        }
    }

    /// Refuses a folder beside something that is none and looks like one.
    fn refuse_no_folder(&self, before: &str, after: &str) -> Result<(), CommandError> {
        let looks_like_folder = |text: &str| text.contains('/') && !text.contains("..");
        let is_meant = looks_like_folder(before) || looks_like_folder(after);
        let missing = match (is_folder(before), is_folder(after)) {
            (true, false) if is_meant => after,
            (false, true) if is_meant => before,
            _ => return Ok(()),
        };
        Err(CommandError::failed(self.language.say(say::no_folder(missing.to_owned()))))
    }

    /// The sides of a range of two commits, and what they are called.
    fn sides_of_range(
        &self,
        range: &Range<'_>,
        repository: &Repository,
        given: Option<&str>,
    ) -> Result<(Side, Side, Between)> {
        let named = |text: &str| if text.is_empty() { "HEAD".to_owned() } else { text.to_owned() };
        let (before, after) = (named(range.before), named(range.after));
        let (mut old, new) = (self.commit(repository, &before)?, self.commit(repository, &after)?);
        if range.from_base {
            old = repository.merge_base(&old, &new)?;
        }
        let side = |commit: Commit| Side::of_commit(repository, commit, given);
        Ok((side(old)?, side(new)?, Between { before, after: Some(after) }))
    }

    /// What is staged or lies in the folder, and what it is called where that is not plain.
    fn side_of_now(&self, repository: Repository, staged: bool) -> Result<(Side, Option<String>)> {
        if staged {
            return Ok((Side::Index(repository), Some(self.language.text(reports::DIFF_STAGED))));
        }
        repository.top()?;
        Ok((Side::Folder(WorkFolder::new(self.store()?)), None))
    }
}

fn is_folder(text: &str) -> bool {
    Path::new(text).is_dir()
}

/// Two folders, each with a register.
fn folders(before: &str, after: &str) -> Result<(Side, Side, Between)> {
    let here = std::env::current_dir()?;
    let side = |folder: &str| Store::find(&here, Some(Path::new(folder))).map(WorkFolder::new).map(Side::Folder);
    let between = Between { before: before.to_owned(), after: Some(after.to_owned()) };
    Ok((side(before)?, side(after)?, between))
}

impl Sources for Source {
    fn text(&self, file: &str) -> Option<String> {
        self.shown_text(file)
    }
}

impl Sources for Store {
    fn text(&self, file: &str) -> Option<String> {
        self.shown_text(file)
    }
}

fn slashed(path: &Path) -> String {
    let path: PathBuf = path.components().collect();
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
