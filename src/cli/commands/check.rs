//! `register check`: what is wrong with the register, or what one code means.

use super::git::{are_several, merged_sides, under_way};
use crate::change::{known_personal_data, personal_data_besides};
use crate::check::{Known, PERSONAL_DATA, RULES, Rule, fresh, lost_in_merge, rule, severity};
use crate::cli::app::App;
use crate::cli::complete::{codes, record_ids};
use crate::cli::error::{CommandError, Exit};
use crate::cli::names::flag_named;
use crate::cli::ui::Ui;
use crate::cli::written::{Written, formats};
use crate::compare::Subject;
use crate::format::{RecordFile, nearest, table_of_text};
use crate::history::{HistoryError, Kept, Repository, Snapshot, Source, Unasked, index_changes};
use crate::language::Language;
use crate::merge::{Labels, Merged, merge};
use crate::message::say;
use crate::model::{ActionPlan, Finding, Kind, RecordId, Register, Severity, TargetPicture, Unread, Versioned};
use crate::render::{Content, Escaping, Findings, Style, Words, explanation};
use anyhow::Result;
use clap::Arg;
use std::collections::BTreeSet;
use std::io::Write;

#[derive(Debug, clap::Args)]
#[command(mut_arg("format", |arg: Arg| arg.value_parser(formats(Content::Findings))))]
pub struct Args {
    #[arg(value_name = "ID", add = record_ids())]
    pub ids: Vec<String>,
    #[arg(long)]
    pub strict: bool,
    #[arg(long)]
    pub waived: bool,
    #[arg(long, value_name = "CODE", value_delimiter = ',', add = codes())]
    pub only: Vec<String>,
    #[arg(long, value_name = "CODE", value_delimiter = ',', add = codes())]
    pub skip: Vec<String>,
    #[arg(long, value_name = "REV|DATE")]
    pub since: Option<String>,
    // With the sides that are named, or else those that git tells of.
    #[arg(long, value_name = "REV,REV", num_args = 0..=1, require_equals = true, default_missing_value = "",
          value_delimiter = ',', conflicts_with_all = ["since", "waived"])]
    pub merged: Option<Vec<String>>,
    #[arg(long, conflicts_with = "waived")]
    pub staged: bool,
    #[arg(long, short, conflicts_with = "waived")]
    pub quiet: bool,
    #[arg(long, value_name = "CODE", add = codes(), conflicts_with_all = ["ids", "strict", "waived", "only", "skip", "since", "merged", "staged", "quiet"])]
    pub explain: Option<String>,
    #[command(flatten)]
    pub written: Written,
}

/// How many findings of a code are told one by one where all of them are asked for.
const MOST_OF_A_CODE: usize = 20;

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    if let Some(code) = &args.explain {
        return explain(code, app);
    }
    args.written.format_of(Content::Findings, app)?;
    for code in args.only.iter().chain(&args.skip) {
        known(code, app)?;
    }
    if args.staged {
        app.refuse_at_beside(&format!("--{}", flag_named("staged", &app.language)))?;
    }
    let (source, changed) = match args.staged {
        true if is_beside_the_last_commit(args) => {
            let repository = app.around()?;
            let (source, changed) = std::thread::scope(|scope| {
                let changed = scope.spawn(|| changed_files(repository));
                (staged(app), changed.join())
            });
            (source?, Some(changed.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?))
        }
        true => (staged(app)?, None),
        false => (app.source()?, None),
    };
    let is_for_errors = args.quiet && !args.strict;
    let (register, mut findings, waived) = match &changed {
        Some(changed) if is_for_errors => app.errors(&source, &|file, text| changed.brought(file, text))?,
        Some(changed) => app.check_looking(&source, &|file, text| changed.brought(file, text))?,
        None => app.check(&source)?,
    };
    // Where all is well, nobody asks what was wrong before.
    let is_compared = !args.quiet || findings.iter().any(|finding| fails(finding, args.strict));
    let sides = if is_compared { known_sides(args, app)? } else { refuse_several(args, app)? };
    for (place, side) in sides.iter().enumerate() {
        let is_known_of = changed.is_some() && is_for_errors;
        let known = if is_known_of { known_errors(side, app)? } else { Known::of(&app.check(side)?.1) };
        // Beside the last commit, only what is new has been found. That the other side has it makes it no less new here.
        let is_new = |finding: &Finding| (place > 0 || changed.is_some()) && PERSONAL_DATA.tells(finding);
        let (personal, others) = findings.into_iter().partition(is_new);
        findings = fresh(others, register, &known);
        findings.extend::<Vec<Finding>>(personal);
    }
    if args.staged {
        findings.extend(lost(&source, app)?);
    }
    if args.waived {
        findings = waived.findings.clone();
    }
    narrow(args, &mut findings, register, app)?;
    app.tell_what_changed(&source, &mut findings);
    let fails = |finding: &Finding| fails(finding, args.strict);
    if args.quiet {
        findings.retain(fails);
        if findings.is_empty() {
            return Ok(Exit::Fine);
        }
    }
    warn_of_untold(register, &findings, app);
    let is_narrow = !args.ids.is_empty() || !args.only.is_empty();
    let style = Style {
        words: Words { language: &app.language, currency: &register.settings.currency, ids: false },
        ..app.report_style(&register.settings, args.written.target.output.is_some())
    };
    let found = Findings {
        findings: &findings,
        waived: &waived,
        unread: &register.unread,
        folder: &folder(&source),
        most: (!is_narrow).then_some(MOST_OF_A_CODE),
    };
    args.written.write_findings(found, &source, &style, app)?;
    Ok(if !args.waived && findings.iter().any(fails) { Exit::Data } else { Exit::Fine })
}

/// Leaves the findings that are asked for.
fn narrow(args: &Args, findings: &mut Vec<Finding>, register: &Register, app: &App) -> Result<()> {
    if !args.ids.is_empty() {
        let mut files = Vec::new();
        for id in &args.ids {
            let record = app.find(register, id)?;
            files.extend(register.file(record.kind, &record.id).map(str::to_owned));
            if record.kind == Kind::District {
                files.extend(files_decided_for(&record.id, register));
            }
        }
        findings.retain(|finding| files.contains(&finding.file));
    }
    findings.retain(|finding| {
        let is = |code: &String| code == finding.code();
        (args.only.is_empty() || args.only.iter().any(is)) && !args.skip.iter().any(is)
    });
    Ok(())
}

/// The files of the versions of a district's target picture and action plan.
fn files_decided_for(district: &str, register: &Register) -> Vec<String> {
    fn of_kind<R: Versioned>(district: &str, register: &Register) -> Vec<String> {
        let own = R::records(register).placed().filter(|(_, _, record)| record.is_of(district));
        own.map(|(_, file, _)| file.to_owned()).collect()
    }
    [of_kind::<TargetPicture>(district, register), of_kind::<ActionPlan>(district, register)].concat()
}

/// Whether a register with a finding does not pass.
fn fails(finding: &Finding, strict: bool) -> bool {
    match severity(finding) {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Note => false,
    }
}

/// Says what could not be read and is not among the findings that are told: the rest was held to less.
fn warn_of_untold(register: &Register, findings: &[Finding], app: &App) {
    let with_findings: BTreeSet<&str> = findings.iter().map(|finding| &*finding.file).collect();
    let untold = register.unread.iter().filter(|unread| !with_findings.contains(&*unread.file));
    app.warn_of_unread(&untold.cloned().collect::<Vec<Unread>>());
}

/// The register as it is staged.
fn staged(app: &App) -> Result<Source> {
    Ok(Source::Git(Box::new(Snapshot::staged(app.around()?)?)))
}

/// What a merge with a register of the older format has left out, though git had nothing to ask about.
fn lost(source: &Source, app: &App) -> Result<Vec<Finding>> {
    let Source::Git(staged) = source else { return Ok(Vec::new()) };
    let Some(merging) = under_way(app.around()?, &staged.folder) else { return Ok(Vec::new()) };
    let is_lost = |own: &Unasked| -> Result<bool> {
        let Some(file) = RecordFile::from_path(&own.path) else { return Ok(false) };
        let subject = Subject::Record(RecordId::new(file.kind, &file.id));
        // Where the file is gone, whoever took it away has decided.
        let Some(bytes) = staged.tree.bytes(&own.path)? else { return Ok(false) };
        let text = String::from_utf8_lossy(&bytes);
        Ok(match merge(&own.was, &text, &own.is, &subject, &Labels::default()) {
            Some(Merged::Clean(merged)) => table_of_text(&merged) != table_of_text(&text),
            Some(Merged::Conflicts(_)) | None => true,
        })
    };
    let mut found = Vec::new();
    for own in merging.unasked()? {
        if is_lost(&own)? {
            found.push(lost_in_merge(&own.path, &own.changed));
        }
    }
    Ok(found)
}

/// Whether it is asked what is new in what is staged since the last commit, as before each one.
fn is_beside_the_last_commit(args: &Args) -> bool {
    args.staged && (args.merged.is_some() || args.since.as_deref() == Some("HEAD"))
}

/// The files in which what is staged differs from the last commit.
struct ChangedFiles {
    /// Nothing before the first commit: then all do.
    files: Option<BTreeSet<String>>,
    /// What looks like personal data in them as they were: wherever it stands now, it is not new.
    known: BTreeSet<String>,
}

impl ChangedFiles {
    /// What in a file that changed looks like personal data, and is new.
    fn brought(&self, file: &str, text: &str) -> Vec<Finding> {
        let has_changed = self.files.as_ref().is_none_or(|files| files.contains(file));
        if has_changed { personal_data_besides(file, text, &self.known) } else { Vec::new() }
    }
}

fn changed_files(repository: &Repository) -> Result<ChangedFiles> {
    let Ok(head) = repository.commit("HEAD") else { return Ok(ChangedFiles { files: None, known: BTreeSet::new() }) };
    let Ok(folder) = Snapshot::folder_in(repository, &head, None) else {
        return Ok(ChangedFiles { files: None, known: BTreeSet::new() });
    };
    let changed = index_changes(repository, (&head, &folder))?;
    let paths: Vec<&str> = changed.iter().filter(|file| file.before.is_some()).map(|file| &*file.path).collect();
    let names: Vec<String> = paths.iter().map(|path| format!("{}:{folder}{path}", head.0)).collect();
    let texts: Vec<String> = repository
        .read_named(&names)?
        .into_iter()
        .map(|bytes| String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned())
        .collect();
    let known = known_personal_data(paths.iter().copied().zip(texts.iter().map(String::as_str)));
    Ok(ChangedFiles { files: Some(changed.into_iter().map(|file| file.path).collect()), known })
}

/// The errors that a side had, but for personal data. What was wrong with a register on a day follows from what is in it, and
/// is kept.
fn known_errors(side: &Source, app: &App) -> Result<Known> {
    let errors = || -> Result<Vec<Finding>> { Ok(app.errors(side, &|_, _| Vec::new())?.1) };
    let Source::Git(snapshot) = side else { return Ok(Known::of(&errors()?)) };
    let repository = app.around()?;
    let Some(commit) = &snapshot.commit else { return Ok(Known::of(&errors()?)) };
    let tree = repository.tree_id(commit, &snapshot.folder)?;
    let day = app.today()?.to_string();
    let mut kept = Kept::of_checks(repository);
    if let Some(identities) = kept.texts(&day, &tree) {
        return Ok(Known::of_identities(identities));
    }
    let identities = Known::identities(&errors()?);
    kept.keep_texts(&day, &tree, &identities);
    kept.save();
    Ok(Known::of_identities(identities))
}

/// Refuses what `known_sides` refuses, where nothing is compared.
fn refuse_several(args: &Args, app: &App) -> Result<Vec<Source>> {
    if args.merged.is_none() {
        return Ok(Vec::new());
    }
    let repository = app.around()?;
    let is_of_register =
        || changed_files(repository).is_ok_and(|changed| changed.files.is_none_or(|files| !files.is_empty()));
    if are_several(repository) && is_of_register() {
        let error = CommandError::failed(app.language.text(say::SEVERAL_AT_ONCE));
        return Err(error.hint(app.language.text(say::SEVERAL_AT_ONCE_HINT)).into());
    }
    Ok(Vec::new())
}

/// The states of the register whose findings are not told: the one that is named, or both sides of a merge.
fn known_sides(args: &Args, app: &App) -> Result<Vec<Source>> {
    let named = |revisions: &[String]| -> Result<Vec<Source>> {
        Ok(revisions
            .iter()
            .map(|revision| past_source(revision, app))
            .collect::<Result<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect())
    };
    let Some(merged) = &args.merged else { return named(args.since.as_slice()) };
    app.refuse_at_beside(&format!("--{}", flag_named("merged", &app.language)))?;
    let repository = app.around()?;
    refuse_several(args, app)?;
    let given: Vec<String> = merged.iter().filter(|side| !side.is_empty()).cloned().collect();
    if !given.is_empty() {
        return named(&given);
    }
    let sides = merged_sides(repository, repository.prefix())?;
    match sides.as_slice() {
        // What is staged for a commit that is no merge has one side.
        [] if args.staged => named(&["HEAD".to_owned()]),
        [] => {
            let error = CommandError::failed(app.language.text(say::NOTHING_MERGED));
            Err(error.hint(app.language.text(say::NOTHING_MERGED_HINT)).into())
        }
        sides => named(&sides.iter().map(|side| side.0.clone()).collect::<Vec<_>>()),
    }
}

/// The register as it was; `None` before the first commit, and where there was none at that time: all is new.
fn past_source(since: &str, app: &App) -> Result<Option<Source>> {
    match app.snapshot(since) {
        Ok(snapshot) => Ok(Some(Source::Git(Box::new(snapshot)))),
        Err(error) => match error.downcast_ref::<HistoryError>() {
            Some(HistoryError::NoCommits | HistoryError::NoRegister { .. }) => Ok(None),
            _ => Err(error),
        },
    }
}

/// The register's folder from the top of its repository, wherever one stands in that: a forge counts from there. From the
/// folder one stands in where there is no repository. With `/` between and after folders.
fn folder(source: &Source) -> String {
    let path = match source {
        Source::Disk(store) => match Repository::around(store.root()) {
            Ok(repository) => repository.prefix().to_owned(),
            Err(_) => super::write::shown_path(store, "").replace(std::path::MAIN_SEPARATOR, "/"),
        },
        Source::Git(snapshot) => snapshot.folder.clone(),
    };
    let path = path.trim_end_matches('/');
    if path.is_empty() { String::new() } else { format!("{path}/") }
}

fn known(code: &str, app: &App) -> Result<&'static Rule, CommandError> {
    if let Some(rule) = rule(code) {
        return Ok(rule);
    }
    let error = CommandError::usage(app.language.say(say::unknown_code(code)));
    Err(match nearest(code, RULES.iter().map(Rule::code)) {
        Some(near) => error.hint(app.language.say(say::did_you_mean(near))),
        None => error.hint(app.language.text(say::UNKNOWN_CODE_HINT)),
    })
}

/// Tells what a code means, why it matters, and how to mend it.
fn explain(code: &str, app: &App) -> Result<Exit> {
    let rule = known(code, app)?;
    let language = &app.language;
    let palette = app.ui.palette();
    let word = language.severity(rule.severity);
    let mut out = Ui::out(Escaping::Styled);
    writeln!(out, "{}[{code}]", palette.paint(palette.severity(rule.severity), &word))?;
    for (heading, text) in explanation(rule, language) {
        writeln!(out, "\n{}", palette.paint(palette.strong(), &heading))?;
        for line in textwrap::wrap(&text, app.ui.width.min(100)) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out, "\n{}", palette.paint(palette.faint(), &source_in_words(rule.source, language)))?;
    out.flush()?;
    Ok(Exit::Fine)
}

/// Where the fact comes from that a rule serves.
fn source_in_words(source: &str, language: &Language) -> String {
    match source.as_bytes() {
        [b'D', ..] => language.say(say::source_decision(source)),
        [b'L', ..] => language.say(say::source_public(source)),
        _ => language.text(say::SOURCE_FORMAT),
    }
}
