//! `register hand-over OLD NEW…`: ends a body or a district, and hands over what goes on.

use super::write::{begin, planned, write};
use crate::catalog::shape_of;
use crate::change::{Named, Succession, SuccessionFault};
use crate::cli::app::App;
use crate::cli::complete::record_ids;
use crate::cli::error::{CommandError, Exit};
use crate::cli::expected::field_words;
use crate::cli::ui::Ui;
use crate::language::Language;
use crate::message::{say, told};
use crate::model::{Day, Kind, RecordId, Settings, Table as _, When, visible};
use crate::personal_data::mask;
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "OLD", add = record_ids())]
    pub old: String,
    #[arg(value_name = "NEW", add = record_ids())]
    pub new: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let language = &app.language;
    let today = app.today()?;
    let store = app.store()?;
    let work = begin(args.dry_run, &store, app)?;
    let old = app.find(&work.register, &args.old)?;
    if work.register.record(old.kind, &old.id).is_none() {
        return Err(CommandError::failed(language.say(say::unreadable_record(old.to_string()))).into());
    }
    let mut new: Vec<RecordId> = Vec::new();
    for named in &args.new {
        let is_with_kind = named.contains('/') || !matches!(old.kind, Kind::Body | Kind::District);
        let named = if is_with_kind { named.clone() } else { format!("{}/{named}", old.kind.name()) };
        let record = app.find(&work.register, &named)?;
        if !new.contains(&record) {
            new.push(record);
        }
    }
    let begun = Succession::begun(&old, today, &work.register).filter(|begun| new.is_empty() || begun.new == new);
    let succession = match (begun, &args.on) {
        // What was written down when the day was to come is finished as it stands there.
        (Some(begun), None) => begun,
        (Some(begun), Some(_)) => Succession { on: on(args, today, app)?, ..begun },
        (None, _) if new.is_empty() => {
            let old = old.to_string();
            return Err(CommandError::usage(language.say(say::hand_over_to_whom(old))).into());
        }
        (None, _) => Succession { old, new, on: on(args, today, app)?, today },
    };
    if let Some(fault) = succession.fault(&work.register) {
        return Err(refusal(&fault, &succession, app).into());
    }
    let handed = planned(work.hand_over(&succession), &store, app)?;
    let exit = write(work, &handed.changes, args.dry_run, &store, app)?;
    let old = succession.old.to_string();
    tell(&language.text(say::HANDED_OVER), &handed.moved, language);
    tell(&language.say(say::hand_over_review(old.clone())), &handed.to_review, language);
    let day = language.day(succession.on);
    let waiting = say::HandOverWaiting { day, command: language.say(told::hand_over(old.clone())) };
    tell(&language.say(waiting), &handed.waiting, language);
    tell(&language.say(say::hand_over_left(old)), &handed.left, language);
    Ok(exit)
}

/// The first day of those that come after.
fn on(args: &Args, today: Day, app: &App) -> Result<Day, CommandError> {
    let Some(text) = &args.on else { return Ok(today) };
    let day = app.language.read_day(text, today, When::default());
    day.ok_or_else(|| CommandError::usage(app.language.say(say::not_a_day(text.clone()))))
}

fn refusal(fault: &SuccessionFault, succession: &Succession, app: &App) -> CommandError {
    let language = &app.language;
    let old = succession.old.to_string();
    CommandError::failed(match fault {
        SuccessionFault::OtherKind(record) => language.say(say::hand_over_kind(record.to_string())),
        SuccessionFault::Itself => language.say(say::hand_over_itself(old)),
        SuccessionFault::Ended(until) => language.say(say::HandOverEnded { old, until: language.day(*until) }),
        SuccessionFault::NotThere(new) => {
            language.say(say::HandOverNotThere { new: new.to_string(), day: language.day(succession.on) })
        }
        SuccessionFault::MeetingTaken(id) => language.say(say::id_taken(id.clone())),
    })
}

/// Tells of fields, a record a line.
fn tell(heading: &str, named: &[Named], language: &Language) {
    if named.is_empty() {
        return;
    }
    Ui::say(&visible(&mask(heading)));
    for named in named {
        let to = if named.to.is_empty() { String::new() } else { format!(" → {}", named.to.join(", ")) };
        let kind = named.record.split_once('/').and_then(|(kind, _)| Kind::from_name(kind));
        let table = kind.map_or(&Settings::TABLE, shape_of);
        let fields: Vec<String> = named.fields.iter().map(|name| field_words(table, name, language)).collect();
        Ui::say(&format!("  {}", visible(&mask(&format!("{} · {}{to}", named.record, fields.join(", "))))));
    }
}
