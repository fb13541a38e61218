//! `register status`: how the register stands, and what to do next.

use crate::check::count;
use crate::cli::app::App;
use crate::cli::complete::for_shape;
use crate::cli::error::Exit;
use crate::cli::output::Output;
use crate::model::{Kind, Shape, Target};
use crate::report::{self, WantedStatus};
use anyhow::Result;
use clap::Arg;

#[derive(Debug, clap::Args)]
#[command(mut_arg("district", |arg: Arg| for_shape(arg, &Shape::Reference(Target::Record(Kind::District)))))]
pub struct Args {
    #[arg(long, value_name = "ID")]
    pub district: Vec<String>,
    #[arg(long)]
    pub whole: bool,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(args: &Args, app: &App) -> Result<Exit> {
    let (register, findings, _) = app.check(&app.source()?)?;
    app.warn_of_unread(&register.unread);
    let mut districts = Vec::new();
    for district in &args.district {
        districts.push(app.find(register, &format!("{}/{district}", Kind::District.name()))?.id.to_string());
    }
    let known = app.known(register)?;
    let wanted = WantedStatus { districts, whole: args.whole };
    let status = report::status(known, &wanted, count(&findings));
    args.output.write(status.document(), known, app)?;
    Ok(Exit::Fine)
}
