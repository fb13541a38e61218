//! `register round remind [ROUND]`: the text to send to those who have not answered.

use super::named;
use crate::cli::app::App;
use crate::cli::complete::kind_ids;
use crate::cli::error::Exit;
use crate::cli::ui::Ui;
use crate::exchange::round::{Role, question};
use crate::message::rounds;
use crate::model::{Kind, visible};
use crate::render::Escaping;
use anyhow::Result;
use std::io::Write as _;

#[derive(Debug, clap::Args)]
pub struct Remind {
    #[arg(value_name = "ROUND", add = kind_ids(Kind::Round))]
    pub round: Option<String>,
    #[arg(long, value_name = "ID", add = kind_ids(Kind::Body))]
    pub body: Vec<String>,
}

pub fn run(args: &Remind, app: &App) -> Result<Exit> {
    let register = app.load()?;
    let (today, settings) = (app.today()?, &register.settings);
    let (id, round) = named::round(args.round.as_deref(), register, app)?;
    let bodies = named::bodies(&args.body, register, app)?;
    let language = app.report_language(settings);
    let (Some(term), Some(due)) = (round.period, round.due) else { return Ok(Exit::Fine) };
    let is_wanted = |body: &str| bodies.is_empty() || bodies.iter().any(|own| own == body);
    let open = round.answer.iter().filter(|answer| answer.is_open()).filter_map(|answer| answer.body.as_ref());
    let open: Vec<&str> = open.map(|body| body.as_str()).filter(|body| is_wanted(body)).collect();
    if open.is_empty() {
        Ui::say(&app.language.text(rounds::ALL_HAVE_ANSWERED));
        return Ok(Exit::Fine);
    }
    let mut out = Ui::out(Escaping::Plain);
    for (place, body) in open.into_iter().enumerate() {
        let rows = question(register, body, term, today);
        let own = rows.iter().filter(|row| row.role == Role::Responsible).count();
        let text = if round.is_over(today) {
            language.say(rounds::remind_late(language.long_day(due)))
        } else {
            language.say(rounds::remind_soon(language.long_day(due)))
        };
        let letter = language.say(rounds::RemindLetter {
            asked: language.say(rounds::RemindAsked { count: own, partner: rows.len() - own }),
            body: register.body_name(body).to_owned(),
            file: format!("{id}-{body}.xlsx"),
            from: settings.name.to_string(),
            term: language.term(term),
            when: text,
        });
        if place > 0 {
            writeln!(out, "\n{}\n", "—".repeat(3))?;
        }
        writeln!(out, "{}", visible(&letter))?;
    }
    Ok(out.flush().map(|()| Exit::Fine)?)
}
