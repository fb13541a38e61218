//! `register round status [ROUND]`: who has answered, what came and what is out.

use super::named;
use crate::cli::app::App;
use crate::cli::complete::kind_ids;
use crate::cli::error::Exit;
use crate::cli::output::Output;
use crate::model::Kind;
use crate::report;
use anyhow::Result;

#[derive(Debug, clap::Args)]
pub struct Status {
    #[arg(value_name = "ROUND", add = kind_ids(Kind::Round))]
    pub round: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(args: &Status, app: &App) -> Result<Exit> {
    let register = app.load()?;
    let known = app.known(register)?;
    let round = match &args.round {
        Some(named) => Some(named::round(Some(named), register, app)?.1),
        // There may be none yet.
        None => register.latest_round().map(|(_, round)| round),
    };
    args.output.write(report::round(known, round), known, app)?;
    Ok(Exit::Fine)
}
