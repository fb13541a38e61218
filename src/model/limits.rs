//! How large, how far off and how long a value can be, and usually is: every limit of that sort, in one place.
//!
//! A number outside its [`Span`], or a day outside the years here, can't be and is refused. What is larger, further off or
//! longer than is usual may be right, and is asked about.

/// The first year that anything in a register can be of.
pub const FIRST_YEAR: i64 = 1900;
/// The last year that anything in a register can be of.
pub const LAST_YEAR: i64 = 2199;

/// The last of the priorities that a measure may have: 1 is what is done first (D20, D25, D31).
pub const LAST_PRIORITY: i64 = 3;

/// The first year that something in a file usually is of. It is a fixed year, and not a number of years back: what is right
/// shall not become unlikely by lying there.
pub const FIRST_USUAL_YEAR: i32 = 2000;
/// How many years back what is written now usually is of.
pub const YEARS_BACK: u32 = 15;
/// How many years ahead anything usually is planned: a target picture may be of the next decade.
pub const YEARS_AHEAD: u32 = 15;

/// The least amount of a row, in whole units of currency, that is no slip. Nothing at all is none either.
pub const LEAST_USUAL_AMOUNT: i64 = 100;
/// The largest amount of a row, in whole units of currency, that is no slip: a billion.
pub const MOST_USUAL_AMOUNT: i64 = 1_000_000_000;

/// The parts of a whole, in hundredths: where a unit is per cent, what is outside them is none.
pub const HUNDREDTHS: (f64, f64) = (0.0, 100.0);

/// How many characters a text has that is a line, such as a title. An address without spaces may be longer.
pub const LONGEST_LINE: usize = 200;

/// The least and the greatest that a number can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Span {
    /// Nobody has said; that a number is one of these is held by a test.
    #[default]
    Unsaid,
    /// Any number can be.
    Any,
    /// Nothing below zero can be.
    FromZero,
    /// Nothing below one can be.
    FromOne,
    /// One of the priorities, from 1 to [`LAST_PRIORITY`].
    Priority,
}

impl Span {
    /// The least; nothing where any number can be.
    #[must_use]
    pub const fn least(self) -> Option<i64> {
        match self {
            Span::Unsaid | Span::Any => None,
            Span::FromZero => Some(0),
            Span::FromOne | Span::Priority => Some(1),
        }
    }

    /// The greatest; nothing where there is no such.
    #[must_use]
    pub const fn most(self) -> Option<i64> {
        if matches!(self, Span::Priority) { Some(LAST_PRIORITY) } else { None }
    }
}

/// About how large a number usually is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scale {
    /// It may be of any size.
    #[default]
    Any,
    /// A place in an order, months, meetings in a stretch: no more than 60.
    Dozens,
    /// Full-time equivalents of one intervention, days of grace: no more than 400.
    Hundreds,
    /// How many times something was observed: no more than 10 000.
    Thousands,
}

impl Scale {
    /// The greatest that is usual; nothing where any size is.
    #[must_use]
    pub const fn most(self) -> Option<i64> {
        match self {
            Scale::Any => None,
            Scale::Dozens => Some(60),
            Scale::Hundreds => Some(400),
            Scale::Thousands => Some(10_000),
        }
    }
}

/// How much a text says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Writing {
    /// Nobody has said; that a text is one of these is held by a test.
    #[default]
    Unsaid,
    /// What something is called, where it is, who is to be called: one line, of at most [`LONGEST_LINE`] characters.
    Line,
    /// What is told: as many lines as it takes.
    Prose,
}

/// Which day is meant by one that a person does not write in full.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct When {
    /// Where it lies, as seen from today.
    pub tense: Tense,
    /// Whether it is the last of a stretch: a week or a month that is written is meant to its end.
    pub is_end: bool,
}

/// Where a day lies, as seen from today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tense {
    /// Something has happened then: the last such day. It can't be after today.
    Past,
    /// Something shall happen then: the next such day.
    Coming,
    /// Either: the nearest.
    #[default]
    Either,
}
