//! One question by itself, of which nothing is kept.

use super::line::{Given, Line, read};
use super::offered::Offered;
use super::question::Question;
use crate::cli::app::App;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;
use crate::message::say;
use anyhow::Result;
use toml::Value;

/// Runs what a person asks for; where a name in it may be that of any of several, and they are there to be asked, they say
/// which, and it runs again. Nothing was written before.
pub fn answered_for<T>(app: &App, run: impl Fn() -> Result<T>) -> Result<T> {
    loop {
        let error = match run() {
            Err(error) => error,
            done => return done,
        };
        let choice = error.downcast_ref::<CommandError>().and_then(|error| error.choice.as_ref());
        let Some(choice) = choice.filter(|choice| Ui::can_ask() && app.memory.chosen(&choice.text).is_none()) else {
            return Err(error);
        };
        let question = app.language.say(say::which_is_meant(choice.text.clone()));
        let names = choice.among.iter().map(|(_, name)| name.clone()).collect();
        let Some(place) = pick(&question, names, app)? else { return Err(error) };
        app.memory.choose(choice.text.clone(), choice.among[place].0.clone());
    }
}

/// Asks yes or no, and says which of them Enter is.
pub fn confirm(title: &str, granted: bool, app: &App) -> Result<bool> {
    let question = Question::yes_or_no("", title.to_owned(), granted, app);
    Ok(ask(&question, app)?.and_then(|value| value.as_bool()).unwrap_or(granted))
}

/// Asks for one of several things, by its place; nothing where a person wants none.
pub fn pick(title: &str, choices: Vec<String>, app: &App) -> Result<Option<usize>> {
    let offered: Vec<Offered> =
        choices.into_iter().zip(0_i64..).map(|(name, place)| Offered::new(name, place)).collect();
    let chosen = ask_among(Question::of_choices("", title.to_owned(), offered, app), app)?;
    Ok(chosen.as_ref().and_then(Value::as_integer).and_then(|place| usize::try_from(place).ok()))
}

/// Asks a question below what helps to answer it and what can be chosen: what has a number by that, and the rest by their
/// names. Nothing where it is left out.
pub fn ask_among(question: Question<'_>, app: &App) -> Result<Option<Value>> {
    let question = Question { is_list: question.offered.len() > 1, ..question };
    if !question.hint.is_empty() {
        Ui::say(&question.hint);
    }
    let (numbered, others) = question.offered.split_at(question.numbered());
    for (place, offered) in numbered.iter().enumerate() {
        Ui::say(&format!("  {} {}", place + 1, offered.name));
    }
    if !others.is_empty() {
        Ui::say(&format!("  {}", others.iter().map(|offered| &*offered.name).collect::<Vec<_>>().join("; ")));
    }
    ask(&question, app)
}

/// Asks a question until it is answered; nothing where it is left out.
fn ask(question: &Question<'_>, app: &App) -> Result<Option<Value>> {
    loop {
        let granted = question.granted.as_ref().map(|granted| &*granted.name);
        let line = Line { title: &question.title, granted, begun: "", offered: &question.offered, several: false };
        match read(&line, app)? {
            Given::Text(text) => match question.answer(&text, app) {
                Ok(value) => return Ok(value),
                Err(error) => app.show_error(&error),
            },
            // There is nothing before it.
            Given::Back(_) => {}
            Given::End(_) => return Err(CommandError::failed(app.language.text(say::INTERRUPTED)).into()),
        }
    }
}
