//! `register resolve [ID]`: walks the conflicts that a merge left.

use super::edit::{Draft, in_editor};
use super::write::{shown_path, warn_unsynced};
use crate::change::{Work, personal_data_beside, record_of};
use crate::check::{PERSONAL_DATA, scan};
use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit};
use crate::cli::prompt::{confirm, pick};
use crate::cli::ui::Ui;
use crate::compare::Subject;
use crate::format::upgrade::old_place;
use crate::format::{RecordFile, SETTINGS_FILE};
use crate::history::Repository;
use crate::merge::{Conflict, Section, errors_of_sides, markers_in, new_errors, sections};
use crate::message::say;
use crate::model::{Finding, RecordId, visible};
use crate::store::{FileChange, Store};
use anyhow::Result;
use clap::ValueEnum;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub ids: Vec<String>,
    #[arg(long, value_name = "SIDE")]
    pub take: Option<Take>,
}

/// What shall stand in the place of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Take {
    Ours,
    Theirs,
    Both,
}

/// What a person wants of a conflict.
enum Wish {
    Take(Take),
    Edit,
    Skip,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let files = conflicted(args, &store, app)?;
    let halves = halves(&files, args, &store);
    if files.is_empty() && halves.is_empty() {
        Ui::say(&language.text(say::NO_CONFLICTS));
        return Ok(Exit::Fine);
    }
    // What one side took away and the other changed has no marks: git asks which.
    for file in &halves {
        // What the merge driver has stopped has no marks either.
        let brought = store.read(file).map(|text| scan(file, &text)).unwrap_or_default();
        if !brought.is_empty() {
            app.show_findings(&brought, &store)?;
            continue;
        }
        let path = shown_path(&store, file);
        Ui::say(&language.say(say::half_gone(path.clone())));
        Ui::say(&format!("  git add {path}\n  git rm {path}"));
    }
    if files.is_empty() {
        return Ok(Exit::Failed);
    }
    if args.take.is_none() && !Ui::can_ask() {
        let files: Vec<String> = files.iter().map(|(file, _)| file.clone()).collect();
        let error =
            CommandError::failed(language.say(say::ConflictsLeft { count: files.len(), files: files.join(", ") }));
        return Err(error.hint(language.text(say::RESOLVE_HINT)).into());
    }
    let mut left = 0;
    for (file, text) in files {
        left += usize::from(!resolve(&file, &text, args, &store, app)?);
    }
    if left > 0 {
        Ui::say(&language.say(say::conflicts_remain(left)));
    }
    Ok(if left == 0 && halves.is_empty() { Exit::Fine } else { Exit::Failed })
}

/// The files that a merge left open and that have no conflicts in them.
fn halves(files: &[(String, String)], args: &Args, store: &Store) -> Vec<String> {
    let open = Repository::around(store.root()).and_then(|repository| repository.unmerged()).unwrap_or_default();
    let is_marked = |file: &String| files.iter().any(|(known, _)| known == file);
    let is_wanted = |file: &String| {
        let id = RecordFile::from_path(file).map(|file| file.id);
        args.ids.is_empty() || id.is_some_and(|id| args.ids.iter().any(|wanted| wanted.rsplit('/').next() == Some(&id)))
    };
    open.into_iter().filter(|file| !is_marked(file) && is_wanted(file)).collect()
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

/// Resolves the conflicts of a file; says whether that was done.
fn resolve(file: &str, text: &str, args: &Args, store: &Store, app: &App) -> Result<bool> {
    let language = &app.language;
    let path = shown_path(store, file);
    let Some(parts) = sections(text) else {
        Ui::say(&language.say(say::marks_unmatched(path)));
        return Ok(false);
    };
    // What somebody wrote is kept until it stands in the file.
    let mut drafts: Vec<Draft> = Vec::new();
    let done = decide(file, text, &parts, args, store, app, &mut drafts);
    match done {
        Ok(true) => drafts.iter().for_each(Draft::discard),
        _ => drafts.iter().for_each(|draft| draft.tell_kept(app)),
    }
    done
}

/// Asks about each conflict, until what comes of it can be read.
fn decide(
    file: &str,
    text: &str,
    parts: &[Section],
    args: &Args,
    store: &Store,
    app: &App,
    drafts: &mut Vec<Draft>,
) -> Result<bool> {
    let language = &app.language;
    let path = shown_path(store, file);
    let count = parts.iter().filter(|part| matches!(part, Section::Conflict(_))).count();
    loop {
        let mut resolved = String::new();
        let mut place = 0;
        for part in parts {
            match part {
                Section::Plain(lines) => resolved.push_str(lines),
                Section::Conflict(conflict) => {
                    place += 1;
                    let wish = match args.take {
                        Some(take) => Wish::Take(take),
                        None => ask(conflict, &path, (place, count), app)?,
                    };
                    match chosen(conflict, wish, file, app, drafts)? {
                        Some(lines) => resolved.push_str(&lines),
                        None => return Ok(false),
                    }
                }
            }
        }
        let sides = [Take::Ours, Take::Theirs].map(|take| one_side(parts, take));
        if is_of_older_format(file, &resolved, &sides) {
            // It would be read as nothing, and written anew as another version of what there is already.
            Ui::say(&language.say(say::merge_old_format(path)));
            Ui::say(&format!("  {}", language.text(say::MERGE_OLD_FORMAT_HINT)));
            return Ok(false);
        }
        let faults = faults(file, &resolved, &sides);
        if faults.is_empty() {
            write(file, text, resolved, &sides, store, app)?;
            return Ok(true);
        }
        app.show_findings(&faults, &Resolved { file, text: &resolved })?;
        Ui::say(&language.text(say::NOT_RESOLVED));
        if args.take.is_some() || !confirm(&language.text(say::RESOLVE_AGAIN), app)? {
            return Ok(false);
        }
    }
}

/// The text with every conflict resolved in favour of one side.
fn one_side(parts: &[Section], take: Take) -> String {
    let part = |part: &Section| match (part, take) {
        (Section::Plain(lines), _) => lines.clone(),
        (Section::Conflict(conflict), Take::Theirs) => conflict.theirs.clone(),
        (Section::Conflict(conflict), _) => conflict.ours.clone(),
    };
    parts.iter().map(part).collect()
}

/// What a file is of.
fn subject(file: &str) -> Subject {
    match RecordFile::from_path(file) {
        Some(place) => Subject::Record(RecordId::new(place.kind, &place.id)),
        None => Subject::Settings,
    }
}

/// Whether a text has something of the older format where one of the sides has nothing of it.
fn is_of_older_format(file: &str, text: &str, sides: &[String; 2]) -> bool {
    let Some(place) = RecordFile::from_path(file) else { return false };
    let is_old = |text: &str| old_place(place.kind, text).is_some();
    is_old(text) && sides.iter().any(|side| !is_old(side))
}

/// Why a text can't stand: it can't be read, or it has an error of its own that neither side has.
fn faults(file: &str, text: &str, [ours, theirs]: &[String; 2]) -> Vec<Finding> {
    let subject = subject(file);
    let at_its_place = |finding: Finding| Finding { file: file.to_owned(), ..finding };
    new_errors(ours, theirs, text, &subject).into_iter().map(at_its_place).collect()
}

/// The text that a person has made.
struct Resolved<'r> {
    file: &'r str,
    text: &'r str,
}

impl crate::render::Sources for Resolved<'_> {
    fn text(&self, file: &str) -> Option<String> {
        (file == self.file).then(|| self.text.to_owned())
    }
}

/// Shows both sides of a conflict, and asks which shall hold.
fn ask(conflict: &Conflict, path: &str, (place, count): (usize, usize), app: &App) -> Result<Wish> {
    let language = &app.language;
    let palette = app.ui.talk_palette();
    let sides = [
        (named(&conflict.ours_label, language.text(say::SIDE_OURS)), &conflict.ours),
        (named(&conflict.theirs_label, language.text(say::SIDE_THEIRS)), &conflict.theirs),
    ];
    Ui::say(&format!("\n{}", language.say(say::ConflictAt { count, line: conflict.line, path, place })));
    for (name, lines) in &sides {
        Ui::say(&palette.paint(palette.strong(), &visible(&format!(" {name}"))));
        let lines = if lines.trim().is_empty() {
            language.text(say::SIDE_EMPTY)
        } else {
            crate::personal_data::mask(lines).into_owned()
        };
        visible(lines.trim_end()).lines().for_each(|line| Ui::say(&format!("   {line}")));
    }
    let [(ours, _), (theirs, _)] = sides;
    let mut choices = vec![(ours, Wish::Take(Take::Ours)), (theirs, Wish::Take(Take::Theirs))];
    if can_be_both(conflict) {
        choices.push((language.text(say::TAKE_BOTH), Wish::Take(Take::Both)));
    }
    choices.extend([(language.text(say::TAKE_EDIT), Wish::Edit), (language.text(say::TAKE_SKIP), Wish::Skip)]);
    let (names, mut wishes): (Vec<String>, Vec<Wish>) = choices.into_iter().unzip();
    let stopped = |_| CommandError::failed(language.say(say::resolve_stopped(path.to_owned())));
    let picked = pick(&language.text(say::WHAT_SHALL_HOLD), names, app).map_err(stopped)?;
    Ok(picked.map_or(Wish::Skip, |place| wishes.swap_remove(place)))
}

/// Whether both sides of a conflict can stand: elements of a list can, and two values of one key can't.
fn can_be_both(conflict: &Conflict) -> bool {
    let is_element = |lines: &str| {
        let first = lines.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
        first.is_some_and(|line| line.starts_with("[[") || line.starts_with('{') || line.starts_with('"'))
    };
    is_element(&conflict.ours) && is_element(&conflict.theirs)
}

/// A side by what git calls it, and whose it is.
fn named(label: &str, whose: String) -> String {
    if label.is_empty() { whose } else { format!("{whose} ({label})") }
}

/// The lines that shall stand in the place of a conflict; nothing where it is left.
fn chosen(conflict: &Conflict, wish: Wish, file: &str, app: &App, drafts: &mut Vec<Draft>) -> Result<Option<String>> {
    let both = || {
        // Elements of a list stand apart.
        let is_block = conflict.theirs.trim_start().starts_with('[') && !conflict.ours.trim().is_empty();
        let between = if is_block && !conflict.ours.ends_with("\n\n") { "\n" } else { "" };
        format!("{}{between}{}", conflict.ours, conflict.theirs)
    };
    Ok(match wish {
        Wish::Take(Take::Ours) => Some(conflict.ours.clone()),
        Wish::Take(Take::Theirs) => Some(conflict.theirs.clone()),
        Wish::Take(Take::Both) => Some(both()),
        Wish::Edit => {
            let name = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".toml");
            let (text, draft) = in_editor(&both(), name, app)?;
            drafts.push(draft);
            Some(if text.ends_with('\n') { text } else { format!("{text}\n") })
        }
        Wish::Skip => None,
    })
}

/// Writes the file, tells git that it is resolved, and says what is still wrong with it.
fn write(file: &str, before: &str, text: String, [ours, theirs]: &[String; 2], store: &Store, app: &App) -> Result<()> {
    let language = &app.language;
    let known = errors_of_sides(ours, theirs, &subject(file));
    let is_whole = RecordFile::from_path(file).is_none_or(|place| record_of(place.kind, file, &text).is_some());
    let change = FileChange::Replace { file: file.to_owned(), before: before.to_owned(), text };
    let mut work = Work::begin(store, app.today()?)?;
    let refused = match work.verify(std::slice::from_ref(&change)) {
        Ok(()) => Vec::new(),
        Err(crate::change::ChangeError::Refused(findings, _)) => findings,
        Err(error) => return Err(error.into()),
    };
    // An error that one of the sides had is not this one's to mend; a new one, or personal data, is not written.
    let is_known = |finding: &Finding| {
        known.iter().any(|other| (&other.message, &other.element) == (&finding.message, &finding.element))
    };
    // What the other side brings is as new here as what is written by hand, though it stands in the file already.
    let brought = personal_data_beside(file, ours, change.texts().1);
    if !brought.is_empty() {
        return super::write::refuse(&brought, &[change], store, app).map(|_| ());
    }
    // Nor is a text without a record in it, whoever left it so.
    if !is_whole || refused.iter().any(|finding| PERSONAL_DATA.tells(finding) || !is_known(finding)) {
        return super::write::refuse(&refused, &[change], store, app).map(|_| ());
    }
    warn_unsynced(&work.commit(std::slice::from_ref(&change))?, app);
    Ui::say(&language.say(say::wrote(shown_path(store, file))));
    if !refused.is_empty() {
        app.show_findings(&refused, store)?;
    }
    let repository = Repository::around(store.root())?;
    repository.git().run(&["add", "--", &format!("{}{file}", repository.prefix())])?;
    Ui::say(&language.text(say::RESOLVED_ADDED));
    Ok(())
}
