//! What a person is asked about a conflict, and what they want of it.

use crate::cli::app::App;
use crate::cli::commands::edit::{Draft, in_editor};
use crate::cli::error::CommandError;
use crate::cli::prompt::pick;
use crate::cli::ui::Ui;
use crate::compare::Subject;
use crate::merge::{Conflict, Section};
use crate::message::say;
use crate::model::visible;
use crate::personal_data::mask;
use crate::words::names_by_key;
use anyhow::Result;
use clap::ValueEnum;

/// What shall stand in the place of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Take {
    #[value(aliases = names_by_key("value-ours").iter().copied())]
    Ours,
    #[value(aliases = names_by_key("value-theirs").iter().copied())]
    Theirs,
    #[value(aliases = names_by_key("value-both").iter().copied())]
    Both,
}

/// What a person wants of a conflict.
enum Wish {
    Take(Take),
    Edit,
    Skip,
}

/// A conflict among those of a file.
pub struct Asked<'a> {
    /// The file, as one would name it from the folder one stands in.
    pub path: &'a str,
    /// What is in it.
    pub subject: &'a Subject,
    /// Which of the conflicts it is, from 1, and how many there are.
    pub place: (usize, usize),
}

/// The lines that shall stand in the place of a conflict: by what was said for all of them, or else by what a person says.
/// Nothing where it is left.
pub fn chosen(
    conflict: &Conflict,
    asked: &Asked<'_>,
    take: Option<Take>,
    app: &App,
    drafts: &mut Vec<Draft>,
) -> Result<Option<String>> {
    let wish = match take {
        Some(take) => Wish::Take(take),
        None => ask(conflict, asked, app)?,
    };
    Ok(match wish {
        Wish::Take(Take::Ours) => Some(conflict.ours.clone()),
        Wish::Take(Take::Theirs) => Some(conflict.theirs.clone()),
        Wish::Take(Take::Both) => Some(both(conflict)),
        Wish::Edit => {
            let name = asked.path.rsplit(['/', '\\']).next().unwrap_or(asked.path).trim_end_matches(".toml");
            let (text, draft) = in_editor(&both(conflict), name, app)?;
            drafts.push(draft);
            Some(if text.ends_with('\n') { text } else { format!("{text}\n") })
        }
        Wish::Skip => None,
    })
}

/// The lines of both sides: elements that both have stand there once, as ours has them.
fn both(conflict: &Conflict) -> String {
    let Conflict { ours, theirs, .. } = conflict;
    // Elements of a list stand apart.
    let is_block = theirs.trim_start().starts_with('[') && !ours.trim().is_empty();
    if !is_block {
        return format!("{ours}{theirs}");
    }
    let known: Vec<&str> = elements(ours).into_iter().map(str::trim).collect();
    let new: String = elements(theirs).into_iter().filter(|element| !known.contains(&element.trim())).collect();
    let between = if ours.ends_with("\n\n") || new.starts_with('\n') { "" } else { "\n" };
    if new.is_empty() { ours.clone() } else { format!("{ours}{between}{new}") }
}

/// The elements under headings in a text, each with what stands above it and what belongs to it.
fn elements(text: &str) -> Vec<&str> {
    let Some(first) = text.lines().find(|line| line.starts_with("[[")).map(str::trim_end) else { return vec![text] };
    let mut starts: Vec<usize> = text.match_indices(first).map(|(at, _)| at).collect();
    starts.retain(|at| *at == 0 || text[..*at].ends_with('\n'));
    // What stands above the first heading is the first element's.
    if let Some(start) = starts.first_mut() {
        *start = 0;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

/// Shows what both sides of a conflict began from and what they made of it, and asks which shall hold.
fn ask(conflict: &Conflict, asked: &Asked<'_>, app: &App) -> Result<Wish> {
    let language = &app.language;
    let (place, count) = asked.place;
    let path = asked.path.to_owned();
    Ui::say("");
    match conflict.field.as_str() {
        "" => Ui::say(&language.say(say::ConflictAt { count, line: conflict.line.max(1), path, place })),
        name => {
            Ui::say(&visible(&path));
            Ui::say(&language.say(say::ConflictIn { count, field: label(name, asked.subject, app), place }));
        }
    }
    let [ours, theirs] = sides(conflict, app);
    if let Some(was) = &conflict.was {
        shown(&language.text(say::SIDE_WAS), was, &language.text(say::SIDE_WAS_NOTHING), app);
    }
    let gone = language.text(say::SIDE_EMPTY);
    shown(&ours, &conflict.ours, &gone, app);
    shown(&theirs, &conflict.theirs, &gone, app);
    let mut choices = vec![(ours, Wish::Take(Take::Ours)), (theirs, Wish::Take(Take::Theirs))];
    if can_be_both(conflict) {
        choices.push((language.text(say::TAKE_BOTH), Wish::Take(Take::Both)));
    }
    choices.extend([(language.text(say::TAKE_EDIT), Wish::Edit), (language.text(say::TAKE_SKIP), Wish::Skip)]);
    let (names, mut wishes): (Vec<String>, Vec<Wish>) = choices.into_iter().unzip();
    let picked = pick(&language.text(say::WHAT_SHALL_HOLD), names, app).map_err(|_| stopped(asked.path, app))?;
    Ok(picked.map_or(Wish::Skip, |place| wishes.swap_remove(place)))
}

/// That somebody stopped: the file is as it was.
pub fn stopped(path: &str, app: &App) -> CommandError {
    CommandError::failed(app.language.say(say::resolve_stopped(path.to_owned())))
}

/// What the two sides are called.
pub fn sides(conflict: &Conflict, app: &App) -> [String; 2] {
    let named = |label: &str, whose: String| if label.is_empty() { whose } else { format!("{whose} ({label})") };
    let language = &app.language;
    [
        named(&conflict.ours_label, language.text(say::SIDE_OURS)),
        named(&conflict.theirs_label, language.text(say::SIDE_THEIRS)),
    ]
}

/// Shows lines below what they are.
fn shown(name: &str, lines: &str, nothing: &str, app: &App) {
    let palette = app.ui.talk_palette();
    Ui::say(&palette.paint(palette.strong(), &visible(&format!(" {name}"))));
    let lines = if lines.trim().is_empty() { nothing.to_owned() } else { mask(lines).into_owned() };
    let width = app.ui.width.saturating_sub(3).max(20);
    let lines = visible(lines.trim_end());
    let wrapped = lines.lines().flat_map(|line| textwrap::wrap(line, width));
    wrapped.for_each(|line| Ui::say(&format!("   {line}")));
}

/// What a field is called; one that the program does not know by the name that it has.
pub fn label(name: &str, subject: &Subject, app: &App) -> String {
    let table = subject.shape();
    if table.field(name).is_some() { app.language.field(table.name, name) } else { name.to_owned() }
}

/// Whether both sides of a conflict can stand: elements of a list can, and two values of one key can't.
fn can_be_both(conflict: &Conflict) -> bool {
    let is_element = |lines: &str| {
        let first = lines.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
        first.is_some_and(|line| line.starts_with("[[") || line.starts_with('{') || line.starts_with('"'))
    };
    is_element(&conflict.ours) && is_element(&conflict.theirs)
}

/// Asks about each conflict of a text in turn: the text that comes of it, or nothing where one of them is left.
pub fn decided(
    parts: &[Section],
    path: &str,
    subject: &Subject,
    take: Option<Take>,
    app: &App,
    drafts: &mut Vec<Draft>,
) -> Result<Option<String>> {
    let count = parts.iter().filter(|part| matches!(part, Section::Conflict(_))).count();
    let (mut resolved, mut place) = (String::new(), 0);
    for part in parts {
        match part {
            Section::Plain(lines) => resolved.push_str(lines),
            Section::Conflict(conflict) => {
                place += 1;
                let asked = Asked { path, subject, place: (place, count) };
                match chosen(conflict, &asked, take, app, drafts)? {
                    Some(lines) => resolved.push_str(&lines),
                    None => return Ok(None),
                }
            }
        }
    }
    Ok(Some(resolved))
}
