//! What a body is asked in a round: a row for each intervention that it carries or takes part in, and in each cell what the
//! register says now.

use crate::measure;
use crate::model::{
    Asked, BodyId, Day, Field, FieldType as _, Fields as _, FollowUp, Intervention, List, Money, Register, Shape,
    Status, Table as _, TableShape, Term, Text, Value,
};

/// What is asked of an intervention.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Point {
    /// What stage it is in.
    Status,
    /// How it is judged for the term.
    Assessment,
    /// Where it is heading.
    Trend,
    /// What was done in the term, and how it went.
    Note,
    /// What was measured, by the id of the indicator.
    Reading(String),
    /// The money that it used in the year of the term.
    Used,
    /// The money that it has for the year after.
    Granted,
    /// What the body wants to say to those who ask.
    Comment,
}

/// What stands before the id of an indicator.
const READING: &str = "values.";

impl Point {
    /// What it goes by in the record of a round: as the field that it ends in.
    #[must_use]
    pub fn key(&self) -> String {
        let key = match self {
            Point::Status => "status",
            Point::Assessment => "assessment",
            Point::Trend => "trend",
            Point::Note => "note",
            Point::Reading(indicator) => return format!("{READING}{indicator}"),
            Point::Used => "actual",
            Point::Granted => "budget",
            Point::Comment => "comment",
        };
        key.to_owned()
    }

    /// The one that goes by that.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let whole =
            [Point::Status, Point::Assessment, Point::Trend, Point::Note, Point::Used, Point::Granted, Point::Comment];
        let reading = || key.strip_prefix(READING).map(|indicator| Point::Reading(indicator.to_owned()));
        whole.into_iter().find(|point| point.key() == key).or_else(reading)
    }

    /// The field that it ends in as it is, with the name of the field's table; nothing for what ends in a part of one, or in
    /// none.
    #[must_use]
    pub fn field(&self) -> Option<(&'static str, &'static Field)> {
        let of = |table: TableShape| Some((table.name, table.field(&self.key())?));
        match self {
            Point::Status => of(Intervention::TABLE),
            Point::Assessment | Point::Trend | Point::Note => of(FollowUp::TABLE),
            Point::Reading(_) | Point::Used | Point::Granted | Point::Comment => None,
        }
    }

    /// What an answer has to be.
    #[must_use]
    pub fn asked(&self) -> Asked {
        match self {
            Point::Reading(_) => Asked::from(Shape::Number),
            Point::Used | Point::Granted => Asked::from(Money::SHAPE),
            Point::Comment => Asked::from(Text::SHAPE),
            _ => self.field().map_or(Asked::from(Text::SHAPE), |(_, field)| Asked::from(field)),
        }
    }

    /// Whether it is told by a follow-up of the term.
    #[must_use]
    pub fn is_of_follow_up(&self) -> bool {
        matches!(self, Point::Assessment | Point::Trend | Point::Note | Point::Reading(_))
    }

    /// Whether there has to be something, once there is: it can be said otherwise, and not be taken away.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        matches!(self, Point::Status | Point::Assessment | Point::Used | Point::Granted)
    }
}

/// What a body has to do with an intervention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It carries it out.
    Responsible,
    /// It takes part in it, and tells of its own share.
    Partner,
}

/// A cell of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedCell {
    /// What is asked.
    pub point: Point,
    /// What the register says, as its files have it; empty where it says nothing.
    pub says: String,
    /// Whether the body may say otherwise.
    pub is_open: bool,
}

/// A row of the question: an intervention.
#[derive(Clone)]
pub struct AskedRow<'r> {
    /// The intervention's id.
    pub id: &'r str,
    /// The intervention.
    pub intervention: &'r Intervention,
    /// What the body has to do with it.
    pub role: Role,
    /// What is asked of it.
    pub cells: Vec<AskedCell>,
}

impl AskedRow<'_> {
    /// What is asked of it at a point.
    #[must_use]
    pub fn cell(&self, point: &Point) -> Option<&AskedCell> {
        self.cells.iter().find(|cell| cell.point == *point)
    }
}

/// What a body is asked about a term, as the register is on a day: of what it carries first, and in the order of ids.
#[must_use]
pub fn question<'r>(register: &'r Register, body: &str, term: Term, today: Day) -> Vec<AskedRow<'r>> {
    let rows = register.interventions.iter().filter_map(|(id, intervention)| {
        let role = role_of(intervention, body, today)?;
        let is_of_term = intervention.is_alive() || measure::owes((id, intervention), term, register);
        is_of_term.then(|| row(id, intervention, role, body, term, register))
    });
    let mut rows: Vec<AskedRow<'r>> = rows.collect();
    rows.sort_by_key(|row| row.role);
    rows
}

/// One row of it, whatever the body has to do with the intervention now.
#[must_use]
pub fn row_of<'r>(register: &'r Register, id: &str, role: Role, body: &str, term: Term) -> Option<AskedRow<'r>> {
    let (id, intervention) = register.interventions.get_entry(id)?;
    Some(row(id, intervention, role, body, term, register))
}

/// The bodies that are asked something about a term.
#[must_use]
pub fn asked_bodies(register: &Register, term: Term, today: Day) -> Vec<&str> {
    let bodies = register.bodies.iter().map(|(id, _)| id);
    bodies.filter(|body| !question(register, body, term, today).is_empty()).collect()
}

fn role_of(intervention: &Intervention, body: &str, today: Day) -> Option<Role> {
    let is_body = |own: &BodyId| own.as_str() == body;
    if intervention.responsible_on(today).is_some_and(is_body) {
        return Some(Role::Responsible);
    }
    intervention.partners_on(today).iter().any(is_body).then_some(Role::Partner)
}

fn row<'r>(
    id: &'r str,
    intervention: &'r Intervention,
    role: Role,
    body: &str,
    term: Term,
    register: &Register,
) -> AskedRow<'r> {
    let told = follow_up_of(intervention, term, body, register).map(|(_, told)| told);
    let of_follow_up = |point: Point| {
        let value = told.map_or(Value::Empty, |told| told.get(&point.key()));
        AskedCell { says: said(value), point, is_open: true }
    };
    let status = AskedCell {
        says: intervention.status.map_or(String::new(), |status: Status| status.code().to_owned()),
        point: Point::Status,
        is_open: role == Role::Responsible,
    };
    let readings = intervention.indicator.iter().map(|indicator| {
        let value = told.and_then(|told| told.values.get(indicator.id.as_str()));
        AskedCell {
            point: Point::Reading(indicator.id.to_string()),
            says: value.map_or(String::new(), |value| value.to_string()),
            is_open: true,
        }
    });
    let money = |point: Point, held: Held| AskedCell {
        says: held.amount().map_or(String::new(), |amount| amount.to_string()),
        point,
        is_open: !matches!(held, Held::Parts(_)),
    };
    let year = i64::from(term.year());
    let cells = [status, of_follow_up(Point::Assessment), of_follow_up(Point::Trend), of_follow_up(Point::Note)]
        .into_iter()
        .chain(readings)
        .chain([
            money(Point::Used, used(intervention, year, role, body)),
            money(Point::Granted, granted(intervention, year + 1, role, body)),
            AskedCell { point: Point::Comment, says: String::new(), is_open: true },
        ]);
    AskedRow { id, intervention, role, cells: cells.collect() }
}

/// A value as files have it, in one line or more.
fn said(value: Value<'_>) -> String {
    match value {
        Value::Code(code, _) => code.to_owned(),
        Value::Text(text) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// The follow-up of a term that a body has made of an intervention, with its place among the follow-ups.
#[must_use]
pub fn follow_up_of<'r>(
    intervention: &'r Intervention,
    term: Term,
    body: &str,
    register: &Register,
) -> Option<(usize, &'r FollowUp)> {
    let is_its = |told: &FollowUp| {
        told.by.as_ref().is_some_and(|by| by.as_str() == body)
            && intervention.term_told(told, &register.settings) == Some(term)
    };
    let mut own: Vec<(usize, &FollowUp)> =
        intervention.follow_up.iter().enumerate().filter(|(_, told)| is_its(told)).collect();
    own.sort_by_key(|(_, told)| told.on);
    own.pop()
}

/// What is there of some money for a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Nothing is said of it.
    Nothing,
    /// One row, at its place among the rows.
    Row(usize, Option<i64>),
    /// Several rows, and what they come to: which of them an amount would be of, nobody can tell.
    Parts(i64),
}

impl Held {
    fn amount(self) -> Option<i64> {
        match self {
            Held::Nothing => None,
            Held::Row(_, amount) => amount,
            Held::Parts(sum) => Some(sum),
        }
    }

    fn of(year: i64, rows: impl Iterator<Item = (usize, Option<i64>, Option<i64>)>) -> Self {
        let of_year = rows.filter(|(_, own, _)| *own == Some(year));
        let rows: Vec<(usize, Option<i64>)> = of_year.map(|(place, _, amount)| (place, amount)).collect();
        match rows.as_slice() {
            [] => Held::Nothing,
            [(place, amount)] => Held::Row(*place, *amount),
            several => Held::Parts(several.iter().filter_map(|(_, amount)| *amount).sum()),
        }
    }
}

/// The money of an intervention that was used in a year, as a body tells of it: all of it where it carries it out, and
/// otherwise its own.
#[must_use]
pub fn used(intervention: &Intervention, year: i64, role: Role, body: &str) -> Held {
    let rows =
        rows_of(intervention, &intervention.actual, role, body, |row| (row.year, row.board.as_ref(), row.amount));
    Held::of(year, rows)
}

/// The money that an intervention has for a year, as a body tells of it.
#[must_use]
pub fn granted(intervention: &Intervention, year: i64, role: Role, body: &str) -> Held {
    let rows =
        rows_of(intervention, &intervention.budget, role, body, |row| (row.year, row.board.as_ref(), row.amount));
    Held::of(year, rows)
}

/// The rows of money that a body tells of, each with its place, year and amount: who carries the intervention out tells of
/// all that is not a partner's, and a partner of its own.
fn rows_of<'r, T>(
    intervention: &'r Intervention,
    rows: &'r List<T>,
    role: Role,
    body: &'r str,
    of: impl Fn(&'r T) -> (Option<i64>, Option<&'r BodyId>, Option<Money>) + 'r,
) -> impl Iterator<Item = (usize, Option<i64>, Option<i64>)> + 'r {
    rows.iter().enumerate().filter_map(move |(place, row)| {
        let (year, board, amount) = of(row);
        let is_its = match role {
            Role::Responsible => board.is_none_or(|board| !intervention.partners.contains(board)),
            Role::Partner => board.is_some_and(|board| board.as_str() == body),
        };
        is_its.then(|| (place, year, amount.map(Money::amount)))
    })
}
