//! Tables of typed cells, each row made when it is asked for.

use super::cell::{Cell, Label};
use crate::message::{Key, say};
use crate::model::Choices;
use std::borrow::Cow;

/// A table: its columns, its rows, and what they come to.
pub struct Table<'r> {
    /// Its name in data formats.
    pub name: &'static str,
    /// Its columns from left to right; each row has a cell for each.
    pub columns: Vec<Column<'r>>,
    /// Its rows from the top, without what they come to.
    pub rows: Rows<'r>,
    /// What the rows come to.
    pub totals: Vec<Vec<Cell<'r>>>,
    /// Whether the rows are shown in parts under headings, by what stands in the first column.
    pub is_parted: bool,
    /// Whether a row says by itself what its cells are, so that a screen needs no headings.
    pub tells_itself: bool,
    /// Whether it tells people first what another table of the document tells too: programs have no need of it.
    pub is_excerpt: bool,
    /// Where people are shown each row by itself, what it is called and goes by.
    pub headed: Option<RowHead>,
    /// Whether each row is shown by itself where words have no room beside each other.
    pub keeps_words: bool,
    /// What to say where it has no rows.
    pub when_empty: Key,
    /// The command that gives it rows, for whoever runs the program.
    pub command_when_empty: Option<Key>,
    /// The names that people read the rows by; nothing where they stand as they were made.
    pub names: Option<Names>,
}

/// The names that people read the rows of a table by: in the order of their language, and what lies below a name beneath it.
#[derive(Debug, Clone)]
pub struct Names {
    /// The column that has them.
    pub column: usize,
    /// What comes before the names, for each row: the less the sooner. Where there are none, all are alike.
    pub ranks: Vec<usize>,
}

/// What a row is called that people are shown by itself, and which id it goes by: the places of the columns that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowHead {
    /// The column that says what it is called.
    pub called: Option<usize>,
    /// The column of its id.
    pub id: usize,
}

impl<'r> Table<'r> {
    /// A table without totals or parts, that says the usual where it is empty.
    #[must_use]
    pub fn new(name: &'static str, columns: Vec<Column<'r>>, rows: Rows<'r>) -> Self {
        Self {
            name,
            columns,
            rows,
            totals: Vec::new(),
            is_parted: false,
            tells_itself: false,
            is_excerpt: false,
            command_when_empty: None,
            names: None,
            headed: None,
            keeps_words: false,
            when_empty: say::LIST_EMPTY,
        }
    }

    /// A part of the table, that is shown as the table is: other rows in other columns.
    #[must_use]
    pub fn part(&self, columns: Vec<Column<'r>>, rows: Rows<'r>) -> Self {
        Self { name: self.name, columns, rows, totals: Vec::new(), is_parted: false, names: None, ..*self }
    }

    /// The same table, with what it says where it has no rows.
    #[must_use]
    pub fn when_empty(self, when_empty: Key) -> Self {
        Self { when_empty, ..self }
    }

    /// The same table, whose rows people read by the names in a column.
    #[must_use]
    pub fn by_name(self, key: &str) -> Self {
        self.by_rank_and_name(key, Vec::new())
    }

    /// The same, where a number for each row comes before its name.
    #[must_use]
    pub fn by_rank_and_name(self, key: &str, ranks: Vec<usize>) -> Self {
        let column = self.columns.iter().position(|column| column.key == key);
        debug_assert!(column.is_some(), "{} has no column {key}", self.name);
        Self { names: column.map(|column| Names { column, ranks }), ..self }
    }

    /// The same table, with the command that gives it rows where it has none.
    #[must_use]
    pub fn filled_by(self, command: Key) -> Self {
        Self { command_when_empty: Some(command), ..self }
    }

    /// The same table, with what its rows come to.
    #[must_use]
    pub fn with_totals(self, totals: Vec<Vec<Cell<'r>>>) -> Self {
        Self { totals, ..self }
    }

    /// The same table, of which people are shown each row by itself.
    #[must_use]
    pub fn headed(self, head: RowHead) -> Self {
        Self { headed: Some(head), ..self }
    }

    /// The same table, in which no word is broken.
    #[must_use]
    pub fn keeping_words(self) -> Self {
        Self { keeps_words: true, ..self }
    }

    /// The same table, shown in parts by what stands in its first column.
    #[must_use]
    pub fn parted(self) -> Self {
        Self { is_parted: true, ..self }
    }

    /// The same table, whose rows say by themselves what their cells are.
    #[must_use]
    pub fn telling_itself(self) -> Self {
        Self { tells_itself: true, ..self }
    }

    /// The same table, that tells people first what another of the document tells too.
    #[must_use]
    pub fn excerpt(self) -> Self {
        Self { is_excerpt: true, ..self }
    }

    /// The columns of those that people are shown which who only reads has use of: no ids to write behind a command.
    pub fn for_readers(&self) -> Vec<(usize, &Column<'r>)> {
        self.for_people().into_iter().filter(|(_, column)| !column.is_for_operator).collect()
    }

    /// The columns that people are shown, with their places.
    pub fn for_people(&self) -> Vec<(usize, &Column<'r>)> {
        self.columns.iter().enumerate().filter(|(_, column)| !column.is_for_programs()).collect()
    }
}

/// What a table is in any register: its name and its columns, apart from those that a register makes itself. The
/// schema of a report's JSON is read off this, and so is the table.
pub struct TableForm<'r> {
    /// The table's name in data formats.
    pub name: &'static str,
    /// The columns that it always has; a report adds those that the register makes.
    pub columns: Vec<Column<'r>>,
    /// Whether the report always has the table.
    pub is_always: bool,
}

impl<'r> TableForm<'r> {
    /// What a table is that the report always has.
    #[must_use]
    pub fn new(name: &'static str, columns: Vec<Column<'r>>) -> Self {
        Self { name, columns, is_always: true }
    }

    /// The same, of a table that the report has where there is something for it.
    #[must_use]
    pub fn sometimes(self) -> Self {
        Self { is_always: false, ..self }
    }

    /// The table in a register that has those rows.
    #[must_use]
    pub fn filled_with(self, rows: Rows<'r>) -> Table<'r> {
        Table::new(self.name, self.columns, rows)
    }
}

/// The rows of a table, each made when it is asked for: a large report is never in memory as a whole.
pub struct Rows<'r> {
    count: usize,
    row: Box<dyn Fn(usize) -> Vec<Cell<'r>> + Sync + 'r>,
}

impl<'r> Rows<'r> {
    /// A row for each of some things.
    pub fn each<T: Sync + 'r>(things: Vec<T>, row: impl Fn(&T) -> Vec<Cell<'r>> + Sync + 'r) -> Self {
        Self { count: things.len(), row: Box::new(move |place| row(&things[place])) }
    }

    /// Rows that are there already.
    #[must_use]
    pub fn made(rows: Vec<Vec<Cell<'r>>>) -> Self {
        Self::each(rows, Clone::clone)
    }

    /// The same rows in another order: each place has that of the row that comes to stand there.
    #[must_use]
    pub fn in_order(self, places: Vec<usize>) -> Self {
        Self { count: places.len(), row: Box::new(move |place| (self.row)(places[place])) }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The row at a place below [`len`](Rows::len).
    #[must_use]
    pub fn at(&self, place: usize) -> Vec<Cell<'r>> {
        (self.row)(place)
    }

    /// Every row in order.
    pub fn iter(&self) -> impl Iterator<Item = Vec<Cell<'r>>> + '_ {
        (0..self.count).map(|place| self.at(place))
    }
}

/// What the cells of a column hold: for programs, and for what stands to the right.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// Text, or anything else that is written as such: a name, an id, a day.
    Text,
    /// A code of a list; for people its name.
    Code(&'static Choices),
    /// A whole number, or a count with the ids of what it counts.
    Integer,
    /// A number that may have decimals.
    Number,
    /// An amount in the register's currency.
    Money,
    /// A day; as `YYYY-MM-DD` for programs.
    Day,
    /// Several texts or ids, one after the other.
    List,
    /// True or false; yes or no for people.
    Flag,
    /// A stretch of days.
    Period,
    /// Whatever a field of a record holds.
    Any,
}

/// A column of a table.
#[derive(Clone)]
pub struct Column<'r> {
    /// Its name in data formats.
    pub key: Cow<'static, str>,
    /// Its heading, as people read it.
    pub label: Label<'r>,
    /// What its cells hold.
    pub holds: Holds,
    /// How soon it is left out where a screen has no room for all: what is 0 is essential and never is, and what is more goes
    /// before what is less.
    pub dispensable: usize,
    /// Whether it says in one cell what other columns tell programs.
    pub for_people: bool,
    /// Whether it is for whoever runs the program alone, as an id is that a command wants. A page leaves it out.
    pub is_for_operator: bool,
    /// Whether people are shown a cell only where it differs from the one above it.
    pub is_said_once: bool,
    /// Whether it is there because of what the register holds, and another register has others.
    pub is_varying: bool,
}

impl<'r> Column<'r> {
    /// A column of texts.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>, label: Label<'r>) -> Self {
        Self {
            key: key.into(),
            label,
            holds: Holds::Text,
            dispensable: 0,
            for_people: false,
            is_for_operator: false,
            is_said_once: false,
            is_varying: false,
        }
    }

    /// The same column, whose cells hold something other than text.
    #[must_use]
    pub fn holding(self, holds: Holds) -> Self {
        Self { holds, ..self }
    }

    /// The same column, of whole numbers.
    #[must_use]
    pub fn integer(self) -> Self {
        self.holding(Holds::Integer)
    }

    /// The same column, of amounts.
    #[must_use]
    pub fn money(self) -> Self {
        self.holding(Holds::Money)
    }

    /// The same column, where people are shown a cell only if it differs from the one above it.
    #[must_use]
    pub fn said_once(self) -> Self {
        Self { is_said_once: true, ..self }
    }

    /// The same column, that is there because of what the register holds.
    #[must_use]
    pub fn varying(self) -> Self {
        Self { is_varying: true, ..self }
    }

    /// Whether its cells are numbers, and so stand to the right.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.holds, Holds::Integer | Holds::Number | Holds::Money)
    }

    /// The same column, for whoever runs the program alone.
    #[must_use]
    pub fn for_operator(self) -> Self {
        Self { is_for_operator: true, ..self }
    }

    /// The same column, left out of what programs read.
    #[must_use]
    pub fn for_people(self) -> Self {
        Self { for_people: true, ..self }
    }

    /// Whether it is for programs alone.
    #[must_use]
    pub fn is_for_programs(&self) -> bool {
        self.dispensable == usize::MAX
    }

    /// The same column, for programs alone.
    #[must_use]
    pub fn for_programs(self) -> Self {
        self.dispensable(usize::MAX)
    }

    /// The same column, left out where a screen has no room for it, the sooner the more.
    #[must_use]
    pub fn dispensable(self, dispensable: usize) -> Self {
        Self { dispensable, ..self }
    }
}
