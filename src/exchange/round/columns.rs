//! The columns of a sheet of interventions, and what each shows of a row.

use super::asking::Round;
use super::question::{AskedCell, AskedRow, Point};
use super::slip::Part;
use crate::exchange::workbook::{Ground, Look};
use crate::measure;
use crate::message::{Key, columns, rounds};
use crate::model::{Asked, Assessment, Indicator, Intervention, Role, Shape, Status, Table as _, Trend};

/// A column of a sheet of interventions.
pub(super) enum Column {
    /// The intervention's id, which follows its row.
    Id,
    /// A field of the intervention, for knowledge.
    Told(&'static str),
    /// What is late or missing.
    ToDo,
    /// What the newest follow-up of the term before said at a point.
    Before(Point),
    /// What is measured, by the indicator's place: its name and unit, what is aimed at, and what it was last.
    Measure(usize),
    /// What is asked.
    Asked(Point),
    /// The value that is asked of the indicator of that place.
    Reading(usize),
}

/// The columns of a sheet, where the interventions have so many indicators at most.
pub(super) fn columns(part: Part, indicators: usize) -> Vec<Column> {
    let mut columns = vec![Column::Id, Column::Told("title"), Column::Told("districts")];
    if part == Part::Partner {
        columns.push(Column::Told("responsible"));
    }
    columns.extend([Column::ToDo, Column::Asked(Point::Status)]);
    for point in [Point::Assessment, Point::Trend, Point::Note] {
        columns.extend([Column::Before(point.clone()), Column::Asked(point)]);
    }
    columns.extend((0..indicators).flat_map(|place| [Column::Measure(place), Column::Reading(place)]));
    columns.extend([Point::Used, Point::Granted, Point::Comment].map(Column::Asked));
    columns
}

impl Column {
    /// What it goes by on the sheet that nobody sees.
    pub fn key(&self) -> String {
        match self {
            Column::Id => Part::ID.to_owned(),
            Column::Told(field) => (*field).to_owned(),
            Column::ToDo => "to-do".to_owned(),
            Column::Before(point) => format!("{}-before", point.key()),
            Column::Measure(place) => format!("measure-{}", place + 1),
            Column::Asked(point) => point.key(),
            Column::Reading(place) => format!("reading-{}", place + 1),
        }
    }

    /// What stands over it.
    pub fn head(&self, round: &Round<'_>) -> String {
        let language = round.language;
        let of_term = |point: &Point, term: String| {
            let head = point.field().map_or(String::new(), |(table, field)| language.field(table, field.name));
            match point {
                Point::Status => head,
                Point::Note => language.say(rounds::head_done(term)),
                _ => language.say(rounds::HeadOfTerm { head, term }),
            }
        };
        match self {
            Column::Id => language.text(columns::ID),
            Column::Told(field) => language.field(Intervention::TABLE.name, field),
            Column::ToDo => language.text(rounds::HEAD_TO_DO),
            Column::Before(point) => of_term(point, language.term(round.term.previous())),
            Column::Measure(place) => language.say(rounds::head_measure((place + 1).to_string())),
            Column::Reading(place) => {
                let number = (place + 1).to_string();
                language.say(rounds::HeadReading { number, term: language.term(round.term) })
            }
            Column::Asked(Point::Used) => language.say(rounds::head_used(round.term.year().to_string())),
            Column::Asked(Point::Granted) => language.say(rounds::head_granted((round.term.year() + 1).to_string())),
            Column::Asked(Point::Comment) => language.text(rounds::HEAD_COMMENT),
            Column::Asked(point) => of_term(point, language.term(round.term)),
        }
    }

    /// What has to be written in it; nothing where it only tells something.
    pub fn asked(&self) -> Option<Asked> {
        match self {
            Column::Asked(point) => Some(point.asked()),
            Column::Reading(_) => Some(Asked::from(Shape::Number)),
            _ => None,
        }
    }

    /// How wide it is at least, for what is to be written in it.
    pub fn room(&self) -> usize {
        match self {
            Column::Asked(Point::Note | Point::Comment) => 40,
            Column::Asked(_) | Column::Reading(_) => 14,
            _ => 0,
        }
    }

    /// Help at its head.
    pub fn help(&self, round: &Round<'_>) -> Option<String> {
        let Column::Asked(point) = self else { return None };
        point.field().map(|(table, field)| round.language.description(table, field.name))
    }

    /// What is asked in it of a row; nothing where nothing is.
    pub fn cell<'a>(&self, row: &'a AskedRow<'_>) -> Option<&'a AskedCell> {
        match self {
            Column::Asked(point) => row.cell(point),
            Column::Reading(place) => {
                let indicator = row.intervention.indicator.get(*place)?;
                row.cell(&Point::Reading(indicator.id.to_string()))
            }
            _ => None,
        }
    }

    /// Why a cell of it is not for the body to fill in; nothing where it is.
    pub fn why_closed(&self, cell: &AskedCell) -> Option<Key> {
        let why = if cell.point == Point::Status { rounds::STATUS_OF_RESPONSIBLE } else { rounds::MONEY_IN_PARTS };
        (!cell.is_open).then_some(why)
    }

    /// What it shows of a row for knowledge alone.
    pub fn told(&self, row: &AskedRow<'_>, round: &Round<'_>) -> (String, Look) {
        let (language, own) = (round.language, row.intervention);
        let faint = |text: String| (text, Look::on(Ground::Faint));
        match self {
            Column::Id => faint(row.id.to_owned()),
            Column::Told(field) => {
                let is_strong = Intervention::TABLE.field(field).is_some_and(|own| own.role == Some(Role::Title));
                (round.told(own, field), Look { is_strong, ..Look::on(Ground::Faint) })
            }
            Column::ToDo => to_do(row, round),
            Column::Before(point) => {
                let settings = &round.register.settings;
                let told = own.follow_ups_of(round.term.previous(), settings).into_iter().next();
                let choice =
                    |list: &str, code: Option<&str>| code.map_or(String::new(), |code| language.choice(list, code));
                faint(match (point, told) {
                    (Point::Assessment, Some(told)) => {
                        choice(Assessment::CHOICES.name, told.assessment.map(Assessment::code))
                    }
                    (Point::Trend, Some(told)) => choice(Trend::CHOICES.name, told.trend.map(Trend::code)),
                    (_, told) => told.map_or(String::new(), |told| told.note.trim().to_owned()),
                })
            }
            Column::Measure(place) => {
                faint(own.indicator.get(*place).map_or(String::new(), |indicator| measure_of(indicator, own, round)))
            }
            Column::Asked(_) | Column::Reading(_) => faint(String::new()),
        }
    }
}

/// What is late or missing of an intervention.
fn to_do(row: &AskedRow<'_>, round: &Round<'_>) -> (String, Look) {
    let (register, language) = (round.register, round.language);
    let ended = row.intervention.period.until.filter(|until| *until < round.today);
    let is_ongoing = row.intervention.status == Some(Status::Ongoing);
    match (measure::late((row.id, row.intervention), register, round.today), ended) {
        (Some(term), _) => (language.say(rounds::late(language.term(term))), Look::on(Ground::Bad)),
        (None, Some(_)) if is_ongoing => (language.text(rounds::PAST_ITS_END), Look::on(Ground::Watch)),
        (None, _) => (String::new(), Look::on(Ground::Faint)),
    }
}

/// What is measured: its name and unit, what is aimed at, and what it was last.
fn measure_of(indicator: &Indicator, own: &Intervention, round: &Round<'_>) -> String {
    let language = round.language;
    let name = indicator.name.to_string();
    let name = match &*indicator.unit {
        "" => name,
        unit => language.say(rounds::Measure { name, unit: unit.to_owned() }),
    };
    let target = indicator.target.map(|target| language.say(rounds::measure_target(language.number(target))));
    let last = own.latest_value(indicator.id.as_str());
    let last = last.map(|(_, value)| language.say(rounds::measure_last(language.number(value))));
    std::iter::once(name).chain(target).chain(last).collect::<Vec<_>>().join(" · ")
}
