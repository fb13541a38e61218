//! Which meeting, and which of its decisions.

use crate::change::Work;
use crate::cli::app::App;
use crate::cli::error::CommandError;
use crate::cli::prompt::{Interview, Offered, Question};
use crate::cli::ui::Ui;
use crate::message::{Key, say, told};
use crate::model::{Kind, Meeting, MeetingStatus, RecordId, Register};
use crate::render::Words;
use crate::report;
use anyhow::Result;
use toml::Value;

/// How many meetings there are to choose from.
const OFFERED: usize = 12;

/// The meeting that is named.
pub fn named(text: &str, register: &Register, app: &App) -> Result<RecordId> {
    app.find(register, &format!("{}/{text}", Kind::Meeting.name()))
}

/// The meeting, or that its file cannot be read.
pub fn readable<'r>(register: &'r Register, record: &RecordId, app: &App) -> Result<&'r Meeting, CommandError> {
    register.meetings.get(&record.id).ok_or_else(|| {
        let error = CommandError::failed(app.language.say(say::unreadable_record(record.to_string())));
        error.hint(app.language.say(told::edit(record.id.to_string())))
    })
}

/// The register to choose from, where a person can be asked; otherwise that something is missing.
pub fn askable(work: Work, missing: Key, app: &App) -> Result<Register, CommandError> {
    if Ui::can_ask() {
        // The register is let go of: nobody waits for a person.
        return Ok(work.release());
    }
    Err(CommandError::usage(app.language.say(say::missing_flags(app.language.text(missing).to_lowercase()))))
}

/// The meeting that is named, or that a person chooses among those that have been, the last first.
pub fn of_person(
    text: Option<&str>,
    register: &Register,
    interview: &mut Interview<'_>,
    app: &App,
) -> Result<RecordId> {
    if let Some(text) = text {
        return named(text, register, app);
    }
    let today = app.today()?;
    let mut near: Vec<(i64, &str)> = register
        .meetings
        .iter()
        .filter(|(_, meeting)| meeting.status != Some(MeetingStatus::Cancelled))
        .filter_map(|(id, meeting)| Some((today.days_since(meeting.on?), id)))
        .filter(|(since, _)| *since >= 0)
        .collect();
    near.sort_unstable();
    let words = Words { language: &app.language, currency: "", ids: false };
    let named = |id: &str| Offered::new(words.cell(&report::title(register, Kind::Meeting, id)), id);
    let offered: Vec<Offered> = near.into_iter().take(OFFERED).map(|(_, id)| named(id)).collect();
    if offered.is_empty() {
        let error = CommandError::failed(app.language.text(say::NO_MEETINGS));
        return Err(error.hint(app.language.text(told::ADD_MEETING)).into());
    }
    let title = app.language.text(say::WHICH_MEETING);
    let question = Question { required: true, is_list: true, ..Question::of_choices("meeting", title, offered, app) };
    let id = interview.ask(&question)?;
    Ok(RecordId::new(Kind::Meeting, id.as_ref().and_then(Value::as_str).unwrap_or_default()))
}
