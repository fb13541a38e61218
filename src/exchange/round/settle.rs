//! Three ways: what the register said when a body was asked, what the body says, and what the register says now.

use super::answer::{Answer, Answered, At};
use super::question::{Point, Role, row_of};
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
    /// What the register says now, or another file of the body.
    pub other: String,
    /// The cell of the other file, where it is one that says otherwise.
    pub other_at: Option<At>,
}

/// What becomes of the answers of a body.
#[derive(Debug, Clone, Default)]
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
    for ((intervention, point), mut cells) in cells {
        let key = (intervention.clone(), point.clone());
        let known = before.get(&key);
        // What was said before and is said again says nothing new.
        cells.retain(|cell| cell.written.said().is_none() || cell.written.said().as_ref() != known);
        let Some(first) = cells.first().copied() else { continue };
        let Some(said) = first.written.said() else {
            settled.unclear.push(first.clone());
            continue;
        };
        if said.is_empty() && point.is_kept() {
            settled.emptied.push(first.clone());
            continue;
        }
        let taken = Taken {
            intervention: intervention.clone(),
            role: first.role,
            point: point.clone(),
            said: said.clone(),
            at: first.at.clone(),
        };
        let other = cells.iter().skip(1).find(|cell| cell.written.said().is_some_and(|other| other != said));
        if let Some(other) = other {
            let says = other.written.said().unwrap_or_default();
            let other_at = Some(other.at.clone());
            settled.conflicts.push(Conflict { answer: taken, asked: first.before.clone(), other: says, other_at });
            continue;
        }
        settled.said.insert(key, said.clone());
        if point == Point::Comment {
            // It is for those who ask, and is kept with the answer.
            continue;
        }
        let now = row_of(register, &intervention, first.role, body, term);
        let now = now.as_ref().and_then(|row| row.cell(&point)).map(|cell| cell.says.clone()).unwrap_or_default();
        if now == said {
            settled.same += 1;
        } else if now == first.before || Some(&now) == known {
            settled.taken.push(taken);
        } else {
            settled.conflicts.push(Conflict { answer: taken, asked: first.before.clone(), other: now, other_at: None });
        }
    }
    settled
}
