//! A round of inventory (inventeringsomgång): what is asked about a term, and what was answered.

use super::day::Day;
use super::field::{List, record};
use super::reference::{BodyId, InterventionId};
use super::term::Term;
use super::text::{FormerId, Text};

record! {
    /// A round of inventory (inventeringsomgång): those who carry interventions are asked about a term (D6, D17). Its id
    /// is its term.
    Round as "round" {
        /// The term that is asked about.
        period: Option<Term>, required, time => First;
        /// The day on which it began.
        began: Option<Day>, required, past => First;
        /// The day by which answers are wanted.
        due: Option<Day>, required, coming, end => First;
        /// Ids that it had before.
        former_ids: List<FormerId>;
        /// Those that are asked, and what each has answered.
        answer: List<Answer>, headed;
    }
}
record! {
    /// What a body is asked, and what it has answered.
    Answer as "answer" key "body" {
        /// The body that is asked.
        body: Option<BodyId>, required;
        /// The day on which it was asked.
        asked_on: Option<Day>, past;
        /// The revision of the register, a commit of git, that it was asked from.
        revision: Text, line;
        /// The day on which its answer was read.
        answered_on: Option<Day>, past;
        /// The files that were read, by the SHA-256 of what was in them.
        files: List<Text>, line;
        /// What it said, a cell each, where that is not what it was asked.
        said: List<Said>;
        /// The interventions that it told of as new, and which records they became.
        added: List<Added>;
    }
}
record! {
    /// What was said in a cell.
    Said as "said" beside ["intervention", "field"] {
        /// The intervention that it is about.
        intervention: Option<InterventionId>, required;
        /// What it is about: the column of the question.
        field: Text, line, required;
        /// What was said; empty where it was taken away.
        value: Text, prose;
    }
}
record! {
    /// An intervention that was told of as new.
    Added as "added" beside ["row"] {
        /// The row of the answer.
        row: Text, line, required;
        /// What it became.
        intervention: Option<InterventionId>, required;
    }
}

impl Answer {
    /// Whether it is still waited for.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answered_on.is_none()
    }

    /// Leaves it asked and not answered.
    pub fn take_back(&mut self) {
        (self.answered_on, self.files, self.said, self.added) = Default::default();
    }
}

impl Round {
    /// Whether the day by which answers are wanted has passed.
    #[must_use]
    pub fn is_over(&self, today: Day) -> bool {
        self.due.is_some_and(|due| due < today)
    }
}
