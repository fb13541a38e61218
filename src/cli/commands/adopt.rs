//! `register propose ID` and `register adopt ID`: where a picture or plan was proposed, and where it was adopted; what is
//! adopted is sealed.

use super::write::{begin, planned, write};
use crate::cli::app::App;
use crate::cli::complete::{meetings_and_decisions, record_ids};
use crate::cli::error::{CommandError, Exit, not_an_id};
use crate::cli::prompt;
use crate::cli::ui::Ui;
use crate::format::{RecordFile, nearest};
use crate::history::{Commit, Repository, adopted_text, seal_given_at};
use crate::message::{say, told};
use crate::model::{
    Adoptable, BodyType, Day, Kind, Meeting, MeetingStatus, RecordId, Register, Standing, Target, Versioned, Versions,
    is_id, seal_of,
};
use crate::store::Store;
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Propose {
    #[arg(value_name = "ID", add = record_ids())]
    pub id: String,
    #[arg(long, value_name = "MEETING", add = meetings_and_decisions())]
    pub at_meeting: String,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub struct Adopt {
    #[arg(value_name = "ID", add = record_ids())]
    pub id: String,
    #[arg(long, value_name = "MEETING", add = meetings_and_decisions())]
    pub at_meeting: String,
    #[arg(long = "as", value_name = "ID")]
    pub new: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn propose(args: &Propose, app: &App) -> Result<Exit> {
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let record = document(&args.id, &work.register, app)?;
    let decision = Decided::find(&args.at_meeting, &record, &work.register, app)?;
    let change = planned(work.propose(&record, &decision.reference), &store, app)?;
    write(work, &[change], args.dry_run, &store, app)
}

pub fn adopt(args: &Adopt, app: &App) -> Result<Exit> {
    let language = &app.language;
    let store = app.store()?;
    let mut new = args.new.clone();
    if new.is_none() && !args.dry_run && Ui::can_ask() {
        // Asked before the register is locked: nobody waits for a person.
        let register = app.load()?;
        let record = document(&args.id, register, app)?;
        if given_seal(&record, &args.at_meeting, register, &store, app).is_some() {
            let id = next_id(&record, &args.at_meeting, register);
            if prompt::confirm(
                &language.say(say::AdoptAsNew { record: record.to_string(), new: id.clone() }),
                false,
                app,
            )? {
                new = Some(id);
            }
        }
    }
    let work = begin(args.dry_run, &store, app)?;
    let record = document(&args.id, &work.register, app)?;
    let decision = Decided::find(&args.at_meeting, &record, &work.register, app)?;
    decision.refuse_unable(&work.register, app)?;
    let Some(new) = new else {
        if given_seal(&record, &args.at_meeting, &work.register, &store, app).is_some() {
            let id = next_id(&record, &args.at_meeting, &work.register);
            let error = CommandError::failed(language.say(say::changed_since_adopted(record.to_string())));
            let command = told::AdoptAs { id: record.to_string(), meeting: args.at_meeting.as_str(), new: id };
            return Err(error.hint(language.say(say::adopt_as_new_hint(language.say(command)))).into());
        }
        let change = planned(work.adopt(&record, &decision.reference), &store, app)?;
        return write(work, &[change], args.dry_run, &store, app);
    };
    if !is_id(&new) {
        return Err(not_an_id(&new, language).into());
    }
    if work.register.is_known(record.kind, &new) {
        return Err(CommandError::failed(language.say(say::id_taken(new))).into());
    }
    let seal = given_seal(&record, &args.at_meeting, &work.register, &store, app);
    let was = as_adopted(&record, seal, &work.register, &store, app);
    if was.is_none() {
        app.warn(&language.say(say::adopted_text_unknown(record.to_string())), &[]);
    }
    let changes = planned(work.adopt_anew(&record, &new, &decision.reference, was), &store, app)?;
    write(work, &changes, args.dry_run, &store, app)
}

/// The picture or plan that a person means. A district has them, and is none: its proposals are named.
fn document(id: &str, register: &Register, app: &App) -> Result<RecordId> {
    let record = app.find(register, id)?;
    if adoptable(&record, register).is_some() {
        return Ok(record);
    }
    let language = &app.language;
    if register.is_unread(record.kind, &record.id) {
        let error = CommandError::failed(language.say(say::unreadable_record(record.to_string())));
        return Err(error.hint(app.language.say(told::edit(record.id.to_string()))).into());
    }
    let error = CommandError::failed(language.say(say::nothing_to_adopt(record.to_string())));
    let proposals = proposals(&record, register, app.today()?);
    Err(if proposals.is_empty() { error } else { error.hint(language.say(say::one_of(proposals.join(", ")))) }.into())
}

/// The versions that are proposed for a district.
fn proposals(record: &RecordId, register: &Register, today: Day) -> Vec<String> {
    fn of_kind<R: Versioned>(versions: &Versions<'_, R>) -> Vec<String> {
        let proposed = versions.iter().filter(|version| version.standing == Standing::Proposed);
        proposed.map(|version| RecordId::new(R::KIND, version.id).to_string()).collect()
    }
    if record.kind != Kind::District {
        return Vec::new();
    }
    let pictures = of_kind(&register.target_pictures_of(&record.id, today));
    [pictures, of_kind(&register.action_plans_of(&record.id, today))].concat()
}

fn adoptable<'r>(record: &RecordId, register: &'r Register) -> Option<Adoptable<'r>> {
    match record.kind {
        Kind::TargetPicture => register.target_pictures.get(&record.id).map(|picture| picture.adoptable()),
        Kind::ActionPlan => register.action_plans.get(&record.id).map(|plan| plan.adoptable()),
        Kind::Situation => register.situations.get(&record.id).map(|situation| situation.adoptable()),
        Kind::District | Kind::Body | Kind::Intervention | Kind::Meeting | Kind::Agreement | Kind::Round => None,
    }
}

/// The seal of what was adopted, where a document says something else since. One whose seal was taken away is held to the
/// one that it was given for the same meeting before.
fn given_seal(record: &RecordId, at_meeting: &str, register: &Register, store: &Store, app: &App) -> Option<String> {
    let adoptable = adoptable(record, register)?;
    if !adoptable.seal.is_empty() {
        return adoptable.is_changed().then(|| adoptable.seal.to_owned());
    }
    let meeting = at_meeting.split('#').next()?;
    let meeting = meeting.strip_prefix(&format!("{}/", Kind::Meeting.name())).unwrap_or(meeting);
    let (file, repository, from, folder) = in_history(record, register, store, app)?;
    let given = seal_given_at(meeting, &file, &repository, (from, &folder)).ok().flatten()?;
    (given != seal_of(adoptable.fields)).then_some(given)
}

/// Where the history has a record: its file, the newest commit, and the register's folder in it.
fn in_history(
    record: &RecordId,
    register: &Register,
    store: &Store,
    app: &App,
) -> Option<(RecordFile, Repository, Commit, String)> {
    let file = RecordFile::from_path(register.file(record.kind, &record.id)?)?;
    let (repository, given) = app.repository().ok()?;
    let source = crate::history::Source::Disk(store.clone());
    let (from, folder) = source.newest(&repository, given.as_deref()).ok()?;
    Some((file, repository, from, folder))
}

/// An id for the next version, that no record of the kind has: with the year of the meeting, where the old one has a year.
fn next_id(record: &RecordId, meeting: &str, register: &Register) -> String {
    let year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let of_meeting =
        meeting.trim_start_matches(|letter: char| !letter.is_ascii_digit()).get(..4).filter(|text| year(text));
    let base = match (record.id.rsplit_once('-'), of_meeting) {
        (Some((stem, old)), Some(new)) if year(old) => format!("{stem}-{new}"),
        _ => record.id.to_string(),
    };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let mut ids = std::iter::once(base.clone()).chain(numbered);
    ids.find(|id| !register.is_known(record.kind, id)).unwrap_or_default()
}

/// The text of a document as it was adopted, where the history has it.
fn as_adopted(
    record: &RecordId,
    seal: Option<String>,
    register: &Register,
    store: &Store,
    app: &App,
) -> Option<String> {
    let seal = match seal {
        Some(seal) => seal,
        None => adoptable(record, register)?.seal.to_owned(),
    };
    let (file, repository, from, folder) = in_history(record, register, store, app)?;
    adopted_text(&file, &seal, &repository, (from, &folder)).ok().flatten()
}

/// A meeting that decided, and its decision where one is known.
struct Decided {
    meeting: RecordId,
    /// As files write it.
    reference: String,
}

impl Decided {
    /// The meeting, or the decision of it, that a person means: `2026-12-15-styrgrupp`, `2026-12-15-styrgrupp#malbild-ryd`.
    /// Where only the meeting is named and one of its decisions is about the document, it is that.
    fn find(text: &str, document: &RecordId, register: &Register, app: &App) -> Result<Self> {
        let language = &app.language;
        let (id, element) = text.split_once('#').map_or((text, None), |(id, element)| (id, Some(element)));
        let id = id.strip_prefix(&format!("{}/", Kind::Meeting.name())).unwrap_or(id);
        let meeting = app.find(register, &format!("{}/{id}", Kind::Meeting.name()))?;
        let Some(own) = register.meetings.get(&meeting.id) else {
            let error = CommandError::failed(language.say(say::unreadable_record(meeting.to_string())));
            return Err(error.hint(app.language.say(told::edit(meeting.id.to_string()))).into());
        };
        let ids = || own.decision.iter().map(|decision| decision.id.as_str());
        let decision = match element {
            Some(element) if ids().any(|id| id == element) => Some(element.to_owned()),
            Some(element) => {
                let message = say::NoElement { element, record: meeting.id.to_string() };
                let error = CommandError::failed(language.say(message));
                let near = nearest(element, ids());
                return Err(match near {
                    Some(near) => error.hint(language.say(say::did_you_mean(near))),
                    None => error,
                }
                .into());
            }
            None => the_one_about(own, document),
        };
        let reference =
            decision.map_or_else(|| meeting.id.to_string(), |decision| format!("{}#{decision}", meeting.id));
        Ok(Self { meeting, reference })
    }

    /// Refuses a meeting that was not held, or a body that may not adopt.
    fn refuse_unable(&self, register: &Register, app: &App) -> Result<()> {
        let language = &app.language;
        let Some(meeting) = register.meetings.get(&self.meeting.id) else { return Ok(()) };
        if meeting.status != Some(MeetingStatus::Held) {
            let error = CommandError::failed(language.say(say::meeting_not_held(self.meeting.id.to_string())));
            return Err(error.hint(app.language.say(told::set_held(self.meeting.id.to_string()))).into());
        }
        let body = meeting.body.as_ref().map(|body| body.as_str()).unwrap_or_default();
        let may_adopt = register.bodies.get(body).and_then(|body| body.r#type).is_some_and(BodyType::adopts);
        if may_adopt {
            return Ok(());
        }
        Err(CommandError::failed(language.say(say::body_may_not_adopt(register.body_name(body).to_owned()))).into())
    }
}

/// The decision of a meeting that is about a document, where just one is.
fn the_one_about(meeting: &Meeting, document: &RecordId) -> Option<String> {
    let is_about = |concerned: &str| {
        let pointer = Target::Anything.parse(concerned);
        pointer.is_some_and(|pointer| pointer.kind == Some(document.kind) && pointer.id == &*document.id)
    };
    let mut about =
        meeting.decision.iter().filter(|decision| decision.concerns.iter().any(|own| is_about(own.as_str())));
    let first = about.next()?;
    about.next().is_none().then(|| first.id.to_string())
}
