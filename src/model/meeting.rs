//! A meeting (möte): its agenda and its decisions.

use super::body::Recipient;
use super::choice::{DecisionStatus, ItemKind, ItemOutcome, MeetingStatus};
use super::day::Day;
use super::field::{List, record};
use super::reference::{AnyRef, BodyId};
use super::text::{CaseNumber, ElementId, FormerId, Text};

record! {
    /// A meeting of a body. Its id is its day and its body.
    Meeting as "meeting" {
        /// The body that meets.
        body: Option<BodyId>, required => First;
        /// The day on which it is held.
        on: Option<Day>, required, time => First;
        /// The time of day.
        time: Text, line => Place;
        /// Where it is held.
        place: Text, line => Place;
        /// How far it has come.
        status: Option<MeetingStatus>, required => First;
        /// The roles that were there.
        present: List<Text>, line => People;
        /// The case number of the minutes.
        minutes: Option<CaseNumber> => Papers;
        /// Whom its decisions are sent to, where it is not those of its body (D40).
        distribution: List<Recipient> => People;
        /// Ids that it had before.
        former_ids: List<FormerId>;
        /// The items on its agenda, in the order of the agenda.
        item: List<Item>, headed => Agenda;
        /// What was decided at it, and what became of that.
        decision: List<Decision>, headed => Decisions;
    }
}
record! {
    /// An item on the agenda.
    Item as "item" key "id" {
        /// Its id within the meeting.
        id: ElementId, required;
        /// What it is about.
        title: Text, line, required;
        /// What it is for.
        kind: Option<ItemKind>;
        /// The body that raised it.
        from: Option<BodyId>;
        /// The records, and elements of records, that it is about.
        concerns: List<AnyRef>;
        /// What became of it at the meeting.
        outcome: Option<ItemOutcome>;
    }
}
record! {
    /// A decision (beslut) and what became of it.
    Decision as "decision" key "id" {
        /// Its id within the meeting.
        id: ElementId, required;
        /// What was decided, as the minutes have it.
        text: Text, prose, required;
        /// The records, and elements of records, that it is about.
        concerns: List<AnyRef>;
        /// The body that carries it out.
        responsible: Option<BodyId>;
        /// The day by which it shall be done.
        due: Option<Day>, coming, end;
        /// How far it has come.
        status: Option<DecisionStatus>;
        /// The day on which it was done.
        done_on: Option<Day>, past;
        /// The body that the matter goes on to, and that has to answer (D32).
        referred_to: Option<BodyId>;
    }
}

impl Decision {
    /// Whether it is still to be carried out: also where it says nothing of how far it has come.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status.is_none_or(|status| status == DecisionStatus::Open)
    }

    /// Whether its day has passed and it is still to be carried out.
    #[must_use]
    pub fn is_late(&self, today: Day) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }
}
