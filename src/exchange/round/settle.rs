//! Three ways: what the register said when a body was asked, what the body says, and what the register says now.

use super::answer::{Answer, Answered};
use super::question::{Point, Role, row_of};
use crate::exchange::grid::At;
use crate::model::{Register, Term};
use std::collections::BTreeMap;

/// What the body said when its answer was read before, by intervention and point.
pub type SaidBefore = BTreeMap<(String, Point), String>;

/// Something that a body says of an intervention, and that the register is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The intervention.
    pub intervention: String,
    /// What the body has to do with it.
    pub role: Role,
    /// What it is about.
    pub point: Point,
    /// What is said, as files have it; empty where it is to be taken away.
    pub said: String,
    /// Where it was said.
    pub at: At,
}

/// What two say differently, and somebody has to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What the answer says.
    pub answer: Taken,
    /// What the register said when the body was asked.
    pub asked: String,
    /// Who says otherwise.
    pub other: Against,
}

/// Who says otherwise than an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// The register, by now.
    Register(String),
    /// Another file of the body.
    File(Taken),
}

/// What becomes of the answers of a body.
#[derive(Debug, Default)]
pub struct Settled {
    /// What is taken over.
    pub taken: Vec<Taken>,
    /// What has to be decided.
    pub conflicts: Vec<Conflict>,
    /// What was said, as the record of the round keeps it: all that is not what was asked.
    pub said: SaidBefore,
    /// The cells that are not understood.
    pub unclear: Vec<Answered>,
    /// The cells whose value has to stay and was taken away.
    pub emptied: Vec<Answered>,
    /// How many cells say what the register says already.
    pub same: usize,
}

/// Settles the answers of one body, which may come in several files.
#[must_use]
pub fn settle(answers: &[Answer], before: &SaidBefore, register: &Register, body: &str, term: Term) -> Settled {
    let mut settled = Settled { said: before.clone(), ..Settled::default() };
    let mut cells: BTreeMap<(String, Point), Vec<&Answered>> = BTreeMap::new();
    for cell in answers.iter().flat_map(|answer| &answer.cells) {
        cells.entry((cell.intervention.clone(), cell.point.clone())).or_default().push(cell);
    }
    for ((intervention, point), cells) in cells {
        let key = (intervention, point);
        let known = before.get(&key);
        let mut said: Vec<Taken> = Vec::new();
        for cell in &cells {
            match cell.written.said() {
                None => settled.unclear.push((*cell).clone()),
                // What was said before and is said again says nothing new.
                Some(own) if Some(&own) == known => {}
                Some(own) if own.is_empty() && key.1.is_kept() => settled.emptied.push((*cell).clone()),
                Some(own) if said.iter().any(|other| other.said == own) => {}
                Some(own) => said.push(Taken::of(cell, own)),
            }
        }
        let mut said = said.into_iter();
        let Some(first) = said.next() else { continue };
        let asked = cells.first().map_or(String::new(), |cell| cell.before.clone());
        if let Some(other) = said.next() {
            settled.conflicts.push(Conflict { answer: first, asked, other: Against::File(other) });
            continue;
        }
        settled.said.insert(key.clone(), first.said.clone());
        if key.1 == Point::Comment {
            // It is for those who ask, and is kept with the answer.
            continue;
        }
        let now = row_of(register, &key.0, first.role, body, term);
        let now = now.as_ref().and_then(|row| row.cell(&key.1)).map(|cell| cell.says.clone()).unwrap_or_default();
        if now == first.said {
            settled.same += 1;
        } else if now == asked || Some(&now) == known {
            settled.taken.push(first);
        } else {
            settled.conflicts.push(Conflict { answer: first, asked, other: Against::Register(now) });
        }
    }
    settled
}

impl Taken {
    /// What a cell says.
    fn of(cell: &Answered, said: String) -> Self {
        let (intervention, point, at) = (cell.intervention.clone(), cell.point.clone(), cell.at.clone());
        Taken { intervention, role: cell.role, point, said, at }
    }
}
