//! `register decisions`: what was decided, by whom and by when it is to be done.

use crate::cli::app::App;
use crate::cli::complete::{for_shape, kind_ids};
use crate::cli::error::Exit;
use crate::cli::output::Output;
use crate::model::{Kind, Register, Shape, Target};
use crate::report::{self, WantedDecisions};
use anyhow::Result;
use clap::Arg;

#[derive(Debug, clap::Args)]
#[command(mut_arg("district", |arg: Arg| for_shape(arg, &Shape::Reference(Target::Record(Kind::District)))))]
pub struct Args {
    #[arg(long, value_name = "ID", add = kind_ids(Kind::Body))]
    pub body: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub district: Vec<String>,
    #[arg(long)]
    pub open: bool,
    #[arg(long)]
    pub late: bool,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let register = app.load()?;
    let wanted = WantedDecisions {
        bodies: find(Kind::Body, &args.body, register, app)?,
        districts: find(Kind::District, &args.district, register, app)?,
        open: args.open,
        late: args.late,
    };
    let known = app.known(register)?;
    args.output.write(report::decisions(known, &wanted), known, app)?;
    Ok(Exit::Fine)
}

/// The ids of the records of a kind that are named.
fn find(kind: Kind, named: &[String], register: &Register, app: &App) -> Result<Vec<String>> {
    let named = named.iter().flat_map(|named| named.split(',')).map(str::trim).filter(|named| !named.is_empty());
    named.map(|named| Ok(app.find(register, &format!("{}/{named}", kind.name()))?.id.to_string())).collect()
}
