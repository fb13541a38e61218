//! The parts of a record that a person tells one after another.

/// The parts of a record that a person tells one after another, or leaves for later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What a record is hardly one without: it is asked for first, and always.
    First,
    /// What it is, in words.
    About,
    /// Where it is, and for whom.
    Place,
    /// What it is there for.
    Purpose,
    /// Who is in it.
    People,
    /// When it is.
    Time,
    /// The money that it has.
    Money,
    /// The money that it used.
    Outcome,
    /// What it has asked for.
    Needs,
    /// What is measured.
    Measures,
    /// What is done.
    Actions,
    /// What was observed.
    Observations,
    /// What is to be reached.
    Goals,
    /// What was promised.
    Promises,
    /// What is to be discussed.
    Agenda,
    /// What was decided.
    Decisions,
    /// The documents about it.
    Papers,
}

impl Section {
    /// The name that its messages go by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Section::First => "first",
            Section::About => "about",
            Section::Place => "place",
            Section::Purpose => "purpose",
            Section::People => "people",
            Section::Time => "time",
            Section::Money => "money",
            Section::Outcome => "outcome",
            Section::Needs => "needs",
            Section::Measures => "measures",
            Section::Actions => "actions",
            Section::Observations => "observations",
            Section::Goals => "goals",
            Section::Promises => "promises",
            Section::Agenda => "agenda",
            Section::Decisions => "decisions",
            Section::Papers => "papers",
        }
    }
}
