//! What is computed of a register on a day, as tables: the numbers of the measures, for whoever asks in SQL.

use super::datum::{ColumnHolds, Datum};
use crate::measure::{
    Amount, Whose, assessment, began, budget_rows, by_place, due_term, first_day, is_followed_up, late, outcome_rows,
    owes,
};
use crate::message::{Key, exported};
use crate::model::{Assessment, Intervention, Known, MoneySource, Progress, Status, Term};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A table of what is computed, and the view that tells it with what people call things.
pub struct Measured {
    /// The name of the table.
    pub table: &'static str,
    /// Its columns.
    pub columns: &'static [(&'static str, ColumnHolds)],
    /// The name of the view.
    pub view: &'static str,
    /// What the view has beside the table's columns, of the record that each row is of: names, and where they come from.
    beside: &'static [(&'static str, &'static str)],
    /// The message that says what it tells.
    pub about: Key,
    rows: for<'r> fn(&'r Known<'_>, Found<'_, 'r>),
}

type Found<'f, 'r> = &'f mut dyn FnMut(Vec<Datum<'r>>);

impl Measured {
    /// What the view selects: the table's columns, with what people call things.
    #[must_use]
    pub fn select(&self) -> String {
        let beside: Vec<String> = self.beside.iter().map(|(name, from)| format!("{from} AS {name}")).collect();
        let joined = if self.columns.iter().any(|(name, _)| *name == "intervention_id") {
            // How they stand is as it was known on the day.
            "JOIN interventions i ON i.id = m.intervention_id JOIN measured_now s ON s.intervention_id = m.intervention_id"
        } else {
            "JOIN districts d ON d.id = m.district_id"
        };
        format!("SELECT m.*, {} FROM {} m {joined}", beside.join(", "), self.table)
    }

    /// The names of the view's columns.
    pub fn view_columns(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|(name, _)| *name).chain(self.beside.iter().map(|(name, _)| *name))
    }

    /// Gives each row.
    pub fn each_row<'r>(&self, known: &'r Known<'_>, found: Found<'_, 'r>) {
        (self.rows)(known, found);
    }
}

/// Every table of what is computed.
pub const MEASURED: &[Measured] = &[
    Measured {
        table: "measured_money",
        columns: &[
            ("intervention_id", ColumnHolds::Text),
            ("year", ColumnHolds::Integer),
            ("district_id", ColumnHolds::Text),
            ("source", ColumnHolds::Text),
            ("board_id", ColumnHolds::Text),
            ("budget", ColumnHolds::Integer),
            ("outcome", ColumnHolds::Integer),
        ],
        view: "intervention_money",
        beside: &[("title", "i.title"), ("status", "s.status"), ("category", "i.category")],
        about: exported::VIEW_INTERVENTION_MONEY,
        rows: money,
    },
    Measured {
        table: "measured_years",
        columns: &[
            ("intervention_id", ColumnHolds::Text),
            ("year", ColumnHolds::Integer),
            ("budget", ColumnHolds::Integer),
            ("proposed", ColumnHolds::Integer),
            ("outcome", ColumnHolds::Integer),
            ("is_missing", ColumnHolds::Flag),
        ],
        view: "intervention_years",
        beside: &[("title", "i.title"), ("status", "s.status")],
        about: exported::VIEW_INTERVENTION_YEARS,
        rows: years,
    },
    Measured {
        table: "measured_late",
        columns: &[("intervention_id", ColumnHolds::Text), ("term", ColumnHolds::Term)],
        view: "late",
        beside: &[("title", "i.title"), ("responsible", "i.responsible")],
        about: exported::VIEW_LATE,
        rows: |known, found| {
            for (id, own) in known.register().interventions.iter() {
                if let Some(term) = late((id, own), known.register(), known.day()) {
                    found(vec![Datum::text(id), Datum::Term(term)]);
                }
            }
        },
    },
    Measured {
        table: "measured_now",
        columns: &[
            ("intervention_id", ColumnHolds::Text),
            ("assessment", ColumnHolds::Code(&Assessment::CHOICES)),
            ("last_follow_up", ColumnHolds::Day),
            ("follow_ups", ColumnHolds::Integer),
            ("status", ColumnHolds::Code(&Status::CHOICES)),
        ],
        view: "intervention_now",
        beside: &[("title", "i.title"), ("responsible", "i.responsible")],
        about: exported::VIEW_INTERVENTION_NOW,
        rows: |known, found| {
            for (id, own) in known.register().interventions.iter() {
                let last = own.last_follow_up().and_then(|told| told.on);
                found(vec![
                    Datum::text(id),
                    assessment(own).map_or(Datum::Empty, |judged| Datum::text(judged.code())),
                    last.map_or(Datum::Empty, Datum::Day),
                    count(own.follow_up.len()),
                    own.status.map_or(Datum::Empty, |status| Datum::text(status.code())),
                ]);
            }
        },
    },
    Measured {
        table: "measured_terms",
        columns: &[
            ("intervention_id", ColumnHolds::Text),
            ("term", ColumnHolds::Term),
            ("assessment", ColumnHolds::Code(&Assessment::CHOICES)),
            ("is_owed", ColumnHolds::Flag),
            ("is_followed_up", ColumnHolds::Flag),
        ],
        view: "follow_up_by_term",
        beside: &[("title", "i.title"), ("responsible", "i.responsible")],
        about: exported::VIEW_FOLLOW_UP_BY_TERM,
        rows: terms,
    },
    Measured {
        table: "measured_goals",
        columns: &[
            ("district_id", ColumnHolds::Text),
            ("goal", ColumnHolds::Text),
            ("title", ColumnHolds::Text),
            ("baseline", ColumnHolds::Number),
            ("latest", ColumnHolds::Number),
            ("latest_on", ColumnHolds::Day),
            ("target", ColumnHolds::Number),
            ("share", ColumnHolds::Number),
            ("is_kept", ColumnHolds::Flag),
        ],
        view: "goal_progress",
        beside: &[("district", "d.name")],
        about: exported::VIEW_GOAL_PROGRESS,
        rows: goals,
    },
];

fn count<'r>(number: usize) -> Datum<'r> {
    Datum::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The years that an intervention has rows of.
fn years_of(own: &Intervention) -> BTreeSet<i32> {
    let budget = own.budget.iter().map(|row| row.year);
    let years = budget.chain(own.actual.iter().map(|row| row.year));
    years.filter_map(|year| i32::try_from(year?).ok()).collect()
}

fn money<'r>(known: &'r Known<'_>, found: Found<'_, 'r>) {
    let register = known.register();
    for (id, own) in register.interventions.iter() {
        for year in years_of(own) {
            let began = began(year, known.day());
            // By its place, its source and its board.
            type Sums<'s> = BTreeMap<(Option<&'s str>, Option<&'static str>, Option<&'s str>), [Option<i64>; 2]>;
            let mut sums: Sums<'r> = BTreeMap::new();
            let mut add = |place: Option<&'r str>,
                           source: Option<MoneySource>,
                           board: Option<&'r str>,
                           column: usize,
                           part: i64| {
                let sum = &mut sums.entry((place, source.map(MoneySource::code), board)).or_default()[column];
                *sum = Some(sum.unwrap_or_default().saturating_add(part));
            };
            for row in budget_rows(own, year).filter(|row| row.amount.is_some()) {
                let board = row.board.as_ref().or(own.board_on(began)).map(|board| board.as_str());
                for (place, part) in by_place(row, own, began, register) {
                    add(place.id(), row.source, board, 0, part);
                }
            }
            for row in outcome_rows(own, year).filter(|row| row.amount.is_some()) {
                let board = own.board_of(row).or(own.board_on(began)).map(|board| board.as_str());
                for (place, part) in by_place(row, own, began, register) {
                    add(place.id(), row.source, board, 1, part);
                }
            }
            for ((place, source, board), [budget, outcome]) in sums {
                let text = |text: Option<&'r str>| text.map_or(Datum::Empty, Datum::text);
                let amount = |amount: Option<i64>| amount.map_or(Datum::Empty, Datum::Integer);
                found(vec![
                    Datum::text(id),
                    Datum::Integer(year.into()),
                    text(place),
                    source.map_or(Datum::Empty, |source| Datum::Text(Cow::Borrowed(source))),
                    text(board),
                    amount(budget),
                    amount(outcome),
                ]);
            }
        }
    }
}

fn years<'r>(known: &'r Known<'_>, found: Found<'_, 'r>) {
    let whose = Whose { register: known.register(), today: known.day(), districts: &[] };
    for (id, own) in known.register().interventions.iter() {
        let mut years = years_of(own);
        years.insert(known.day().year());
        for year in years {
            let amounts = [whose.budget(own, year), whose.proposed(own, year), whose.outcome(own, year)];
            if amounts.iter().all(|amount| *amount == Amount::Nothing) {
                continue;
            }
            let datum = |amount: Amount| amount.known().map_or(Datum::Empty, Datum::Integer);
            let [budget, proposed, outcome] = amounts;
            let is_missing = Datum::Flag(budget == Amount::Unknown);
            found(vec![
                Datum::text(id),
                Datum::Integer(year.into()),
                datum(budget),
                datum(proposed),
                datum(outcome),
                is_missing,
            ]);
        }
    }
}

fn terms<'r>(known: &'r Known<'_>, found: Found<'_, 'r>) {
    let (register, settings) = (known.register(), &known.register().settings);
    let current = Term::of(known.day(), settings.cycle());
    let first_told = |id: &str, own: &Intervention| {
        let told = own.follow_up.iter().filter_map(|told| own.term_told(told, settings)).map(|term| term.first());
        told.chain(first_day((id, own), register)).min()
    };
    // What has always gone on is told of from the first day that the register knows of anything, and of the last term.
    let firsts = register.interventions.iter().filter_map(|(id, own)| first_told(id, own));
    let always = firsts.chain([due_term(settings, known.day()).first()]).min();
    for (id, own) in known.register().interventions.iter() {
        let is_undated = first_day((id, own), register).is_none();
        let first = first_told(id, own).filter(|_| !is_undated).or(always);
        let Some(first) = first else { continue };
        let mut term = Term::of(first, settings.cycle());
        while term <= current {
            let (is_owed, is_told) = (owes((id, own), term, register), is_followed_up(own, term, settings));
            if is_owed || is_told {
                let judged = own.follow_ups_of(term, settings).first().and_then(|told| told.assessment);
                found(vec![
                    Datum::text(id),
                    Datum::Term(term),
                    judged.map_or(Datum::Empty, |judged| Datum::text(judged.code())),
                    Datum::Flag(is_owed),
                    Datum::Flag(is_told),
                ]);
            }
            term = term.next();
        }
    }
}

fn goals<'r>(known: &'r Known<'_>, found: Found<'_, 'r>) {
    let (register, day) = (known.register(), known.day());
    let number = |number: Option<f64>| number.map_or(Datum::Empty, Datum::Number);
    for district in register.districts.ids() {
        for own in register.goals_of(district, day) {
            let latest = own.indicator.and_then(|indicator| indicator.latest_reading(day));
            let (share, is_kept) = match own.goal.progress(own.indicator, day) {
                Ok(Progress::Share(share)) => (Datum::Number(share), Datum::Empty),
                Ok(Progress::Kept) => (Datum::Empty, Datum::Flag(true)),
                Ok(Progress::NotKept) => (Datum::Empty, Datum::Flag(false)),
                Err(_) => (Datum::Empty, Datum::Empty),
            };
            found(vec![
                Datum::text(district),
                Datum::Text(own.goal.id.as_str().into()),
                Datum::text(&own.goal.title),
                number(own.goal.baseline.value),
                number(latest.and_then(|reading| reading.value)),
                latest.and_then(|reading| reading.day()).map_or(Datum::Empty, Datum::Day),
                number(own.goal.target.value),
                share,
                is_kept,
            ]);
        }
    }
}
