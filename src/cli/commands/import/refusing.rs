//! What the rules refuse of what an inventory comes to.

use super::plan::Plan;
use crate::change::{ChangeError, Work};
use crate::cli::app::App;
use crate::cli::commands::write::planned;
use crate::cli::progress::Progress;
use crate::format::RecordFile;
use crate::message::imports;
use crate::model::{Finding, Kind, Spot, Step};
use crate::store::Store;
use anyhow::Result;

/// What the rules refuse of a plan, by the record. What is refused for anything else is refused as a whole.
pub fn refused(
    plan: &Plan,
    kind: Kind,
    known: &[(String, Finding)],
    store: &Store,
    app: &App,
) -> Result<Vec<(String, Finding)>> {
    let mut work = Work::look(store, app.today()?)?;
    let _progress = Progress::begin(app.language.text(imports::PROGRESS_HOLD));
    let verified = work.verify(&plan.changes).and_then(|()| work.refuse_ahead(&plan.changes));
    let Err(ChangeError::Refused(findings, changes)) = verified else {
        planned(verified, store, app)?;
        return Ok(Vec::new());
    };
    let of_a_row = |finding: &Finding| {
        let file = RecordFile::from_path(&finding.file).filter(|file| file.kind == kind)?;
        let is_field = matches!(&finding.spot, Spot::Value(path) | Spot::Key(path) if !path.is_empty());
        is_field.then(|| (file.id.to_string(), finding.clone()))
    };
    let refused: Option<Vec<(String, Finding)>> = findings.iter().map(of_a_row).collect();
    match refused {
        Some(mut refused) if refused.iter().any(|one| !known.contains(one)) => {
            // Of the parts of a list the last first, so that the places of the others stay.
            refused.sort_by_key(|(_, finding)| std::cmp::Reverse(place_of(finding)));
            Ok(refused)
        }
        _ => planned(Err(ChangeError::Refused(findings, changes)), store, app),
    }
}

/// Which part of a list a finding is about.
fn place_of(finding: &Finding) -> usize {
    match &finding.spot {
        Spot::Value(path) | Spot::Key(path) => match path.get(1) {
            Some(Step::Index(place)) => *place,
            _ => 0,
        },
        _ => 0,
    }
}
