//! `report coordination`: what stands side by side, what nothing is done for, and what is covered (D5, D31, D35).

use super::cell::{Cell, Label, Mark};
use super::document::{Block, Document, Figure, Line};
use super::names::place_cell;
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::{Place, places};
use crate::message::{Key, columns, reports, say};
use crate::model::{
    Day, Fields, GoalIn, Kind, Named, Overlap, PreventionLevel, Problem, Register, Shared, Target, TimeOfWeek, Value,
    overlaps,
};
use crate::query::Scope;
use std::collections::HashMap;

/// What has to be coordinated.
pub struct Coordination<'r> {
    register: &'r Register,
    overlaps: Vec<Overlap<'r>>,
    goals: Vec<GoalIn<'r>>,
    problems: Vec<(&'r str, &'r Problem)>,
    today: Day,
    purposeless: Vec<Named<'r>>,
    coverage: Vec<Coverage<'r>>,
    districts: Vec<&'r str>,
    is_narrow: bool,
    /// Whether there is nothing to coordinate.
    is_empty: bool,
}

/// What is done in each district for each value of a field.
struct Coverage<'r> {
    what: Covered,
    lines: Vec<(Cell<'r>, Vec<Vec<&'r str>>)>,
}

/// What is covered or not: the field whose values are.
#[derive(Clone, Copy)]
enum Covered {
    Groups,
    Categories,
    Times,
    Levels,
}

impl Covered {
    const ALL: [Self; 4] = [Covered::Groups, Covered::Categories, Covered::Times, Covered::Levels];

    const fn heading(self) -> Key {
        match self {
            Covered::Groups => reports::COVERS_GROUPS,
            Covered::Categories => reports::COVERS_CATEGORIES,
            Covered::Times => reports::COVERS_TIMES,
            Covered::Levels => reports::COVERS_LEVELS,
        }
    }

    const fn table(self) -> &'static str {
        match self {
            Covered::Groups => "target-groups",
            Covered::Categories => "categories",
            Covered::Times => "times",
            Covered::Levels => "levels",
        }
    }

    fn form<'r>(self) -> TableForm<'r> {
        TableForm::new(self.table(), vec![Column::new("value", Label::Message(self.heading()))])
    }
}

/// What has to be coordinated, as far as a scope wants it.
#[must_use]
pub fn coordination<'r>(scope: &Scope<'r>) -> Coordination<'r> {
    let register = scope.register;
    let alive: Vec<Named<'r>> = scope.interventions().into_iter().filter(|(_, record)| record.is_alive()).collect();
    let overlaps = overlaps(register, scope.today, &crate::words::WORDS.small)
        .into_iter()
        .filter(|overlap| scope.wants(overlap.district) && overlap.interventions.iter().any(|named| scope.fits(*named)))
        .collect();
    let is_unanswered =
        |district: &str, problem: &Problem| scope.links.answering(&format!("{district}#{}", problem.id)).is_empty();
    let goals = scope.goals().into_iter();
    let problems =
        scope.areas().into_iter().flat_map(|(id, district)| district.problem.iter().map(move |problem| (id, problem)));
    let districts: Vec<&str> = scope.districts().map(|(id, _)| id).collect();
    Coordination {
        register,
        today: scope.today,
        overlaps,
        goals: goals.filter(|goal| scope.links.serving(&goal.reference()).is_empty()).collect(),
        problems: problems.filter(|(id, problem)| is_unanswered(id, problem)).collect(),
        purposeless: alive
            .iter()
            .copied()
            .filter(|(_, record)| record.goals.is_empty() && record.problems.is_empty() && record.causes.is_empty())
            .collect(),
        coverage: coverage(&alive, &districts, scope),
        districts,
        is_narrow: scope.is_narrow(),
        is_empty: alive.is_empty() || scope.register.districts.is_empty(),
    }
}

/// What is done in each district for each target group and category, at each time and at each level.
fn coverage<'r>(alive: &[Named<'r>], districts: &[&'r str], scope: &Scope<'r>) -> Vec<Coverage<'r>> {
    let (register, today) = (scope.register, scope.today);
    let covering = |holds: &dyn Fn(Value<'_>) -> bool, field| covering(alive, districts, holds, field, today);
    let words = |target: Target, field: &'static str| {
        let words = register.settings.vocabulary.words(target);
        let ids: Vec<&'r str> = words.into_iter().flat_map(|words| words.keys()).map(|id| id.as_str()).collect();
        ids.into_iter()
            .map(|id| (Cell::Reference(target, id, register), covering(&|value| has(value, id), field)))
            .collect()
    };
    let codes = |choices: &'static crate::model::Choices, field: &'static str| {
        let codes = choices.codes.iter();
        codes.map(|code| (Cell::Code(code, choices), covering(&|value| has(value, code), field))).collect()
    };
    let lines = |what: Covered| match what {
        Covered::Groups => words(Target::TargetGroup, "target_groups"),
        Covered::Categories => words(Target::Category, "category"),
        Covered::Times => codes(&TimeOfWeek::CHOICES, "when"),
        Covered::Levels => codes(&PreventionLevel::CHOICES, "prevention"),
    };
    Covered::ALL.into_iter().map(|what| Coverage { what, lines: lines(what) }).collect()
}

/// Whether a value is a code or word, or has it.
fn has(value: Value<'_>, wanted: &str) -> bool {
    match value {
        Value::Code(text, _) | Value::Reference(_, text) => text == wanted,
        Value::List(list) => (0..list.len()).any(|place| has(list.at(place), wanted)),
        Value::Table(table) => (0..table.shape().fields.len()).any(|place| has(table.value(place), wanted)),
        _ => false,
    }
}

/// The interventions in each district for whose field something holds.
fn covering<'r>(
    alive: &[Named<'r>],
    districts: &[&'r str],
    holds: &dyn Fn(Value<'_>) -> bool,
    field: &str,
    today: Day,
) -> Vec<Vec<&'r str>> {
    let places: HashMap<&str, usize> = districts.iter().copied().zip(0..).collect();
    let mut covering = vec![Vec::new(); districts.len()];
    for (id, record) in alive.iter().filter(|(_, record)| holds(record.get(field))) {
        for place in record.districts_on(today).iter().filter_map(|district| places.get(district.as_str())) {
            covering[*place].push(*id);
        }
    }
    covering
}

impl<'r> Coordination<'r> {
    /// The report: overlaps, breaks in chains, and gaps where all interventions are asked for.
    #[must_use]
    pub fn document(&self) -> Document<'r> {
        let title = vec![
            Cell::message(reports::COORDINATION),
            Cell::text(&*self.register.settings.name),
            Cell::Day(self.today),
        ];
        let mut blocks = vec![
            Block::Summary(self.figures()),
            Block::Heading(Label::Message(reports::OVERLAPS)),
            Block::Table(self.overlap_table()),
            Block::Heading(Label::Message(reports::BREAKS)),
            Block::Table(self.break_table()),
        ];
        // Where only some interventions are asked for, what the others cover is no gap.
        if !self.is_narrow {
            blocks.push(Block::Heading(Label::Message(reports::GAPS)));
            blocks.push(Block::Table(self.gap_table()));
        }
        for coverage in &self.coverage {
            blocks.push(Block::Heading(Label::Message(coverage.what.heading())));
            blocks.push(Block::Table(self.matrix(coverage)));
        }
        blocks.push(Block::Line(Line::new(reports::COVERS_EACH)));
        Document::new("coordination", title, blocks)
    }

    /// How many overlaps there are, and how often the chain from problem to intervention breaks.
    fn figures(&self) -> Vec<Figure<'r>> {
        let figure = |name, label, count| Figure::new(name, Label::Message(label), Cell::count(count));
        vec![
            figure("overlaps", reports::FIGURE_OVERLAPS, self.overlaps.len()),
            figure("problems", reports::FIGURE_PROBLEMS, self.problems.len()).marked_if_any(Mark::Bad),
            figure("goals", reports::FIGURE_GOALS, self.goals.len()).marked_if_any(Mark::Bad),
            figure("interventions", reports::FIGURE_PURPOSELESS, self.purposeless.len()).marked_if_any(Mark::Watch),
        ]
    }

    /// Each overlap, with who to call on every side.
    fn overlap_table(&self) -> Table<'r> {
        let (register, today) = (self.register, self.today);
        let mut sorted: Vec<&Overlap<'r>> = self.overlaps.iter().collect();
        sorted.sort_by_key(|overlap| overlap.district);
        // By name within each overlap.
        let of_overlap =
            |(rank, overlap): (usize, &&Overlap<'r>)| std::iter::repeat_n(rank, overlap.interventions.len());
        let ranks = sorted.iter().enumerate().flat_map(of_overlap).collect();
        let rows = sorted.into_iter().zip(1..).flat_map(|(overlap, number)| {
            overlap.interventions.iter().map(move |(id, record)| {
                let period = record.actual_period();
                vec![
                    Cell::named(Kind::District, Some(overlap.district), register),
                    Cell::Integer(number),
                    shared(&overlap.shared, register),
                    Cell::text(*id),
                    Cell::text(&*record.title),
                    Cell::body(record.responsible_on(today), register),
                    Cell::text(&*record.contact),
                    if period.is_unknown() { Cell::Empty } else { Cell::Period(period.from, period.until) },
                ]
            })
        });
        let table = overlaps_form().filled_with(Rows::made(rows.collect())).by_rank_and_name("intervention", ranks);
        table.parted().when_empty(reports::NO_OVERLAPS)
    }

    /// Where the chain from problem to intervention breaks.
    fn break_table(&self) -> Table<'r> {
        let register = self.register;
        let district = |id: &'r str| Cell::List(vec![Cell::named(Kind::District, Some(id), register)]);
        let bad = |key| Cell::message(key).marked(Mark::Bad);
        let mut rows: Vec<(Place<'r>, Vec<Cell<'r>>)> = Vec::new();
        for (id, problem) in &self.problems {
            let reference = Cell::text(format!("{id}#{}", problem.id));
            let cells = vec![district(id), bad(reports::BREAK_PROBLEM), reference, Cell::text(&*problem.title)];
            rows.push((Place::of(id, register), cells));
        }
        for own in &self.goals {
            let (reference, title) = (Cell::text(own.reference()), Cell::text(&*own.goal.title));
            let cells = vec![district(own.district), bad(reports::BREAK_GOAL), reference, title];
            rows.push((Place::of(own.district, register), cells));
        }
        for (id, record) in &self.purposeless {
            let places = places(record, self.today, register);
            let told = Cell::List(places.iter().map(|place| place_cell(*place, register)).collect());
            let what = Cell::message(reports::BREAK_INTERVENTION).marked(Mark::Watch);
            let first = places.first().copied().unwrap_or(Place::Nowhere);
            rows.push((first, vec![told, what, Cell::text(*id), Cell::text(&*record.title)]));
        }
        rows.sort_by_key(|(place, _)| *place);
        let rows = rows.into_iter().map(|(_, cells)| cells).collect();
        breaks_form().filled_with(Rows::made(rows)).parted().when_empty(if self.is_empty {
            say::LIST_EMPTY
        } else {
            reports::NO_BREAKS
        })
    }

    /// What nothing is done for, by name.
    fn gap_table(&self) -> Table<'r> {
        let mut rows = Vec::new();
        for (place, district) in self.districts.iter().enumerate() {
            for coverage in &self.coverage {
                let empty = coverage.lines.iter().filter(|(_, ids)| ids[place].is_empty());
                let missing: Vec<Cell<'r>> = empty.map(|(name, _)| name.clone()).collect();
                if !missing.is_empty() {
                    let what = Cell::message(coverage.what.heading());
                    rows.push(vec![
                        Cell::named(Kind::District, Some(district), self.register),
                        what,
                        Cell::List(missing),
                    ]);
                }
            }
        }
        gaps_form().filled_with(Rows::made(rows)).by_name("district").when_empty(if self.is_empty {
            say::LIST_EMPTY
        } else {
            reports::NO_GAPS
        })
    }

    /// How many are done in each district, for each value.
    fn matrix(&self, coverage: &Coverage<'r>) -> Table<'r> {
        let mut form = coverage.what.form();
        form.columns.extend(self.districts.iter().map(|district| {
            let name = Label::Cell(Cell::named(Kind::District, Some(district), self.register));
            Column::new((*district).to_owned(), name).integer().varying()
        }));
        let rows = coverage.lines.iter().map(|(name, covering)| {
            let mut cells = vec![name.clone()];
            cells.extend(covering.iter().map(|ids| {
                let count = Cell::Counted(ids.clone());
                if ids.is_empty() && !self.is_narrow { count.marked(Mark::Bad) } else { count }
            }));
            cells
        });
        let table = form.filled_with(Rows::made(rows.collect()));
        match coverage.what {
            Covered::Groups | Covered::Categories => table.by_name("value"),
            // What has an order of its own is told in that.
            Covered::Times | Covered::Levels => table,
        }
    }
}

/// What interventions have in common, in words.
fn shared<'r>(shared: &Shared<'r>, register: &'r Register) -> Cell<'r> {
    match shared {
        Shared::Work { category, groups } => {
            let groups = groups.iter().map(|group| Cell::Reference(Target::TargetGroup, group, register)).collect();
            let category = Cell::Reference(Target::Category, category, register);
            Cell::message(reports::SharedWork { category, groups: Cell::List(groups) })
        }
        Shared::Place { place, when } => {
            let when = when.iter().map(|when| Cell::Code(when.code(), &TimeOfWeek::CHOICES)).collect();
            Cell::message(reports::SharedPlace { place: Cell::text(*place), when: Cell::List(when) })
        }
        Shared::Title => Cell::message(reports::SHARED_TITLE),
    }
}

/// The tables of the report.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    let own = [overlaps_form(), breaks_form(), gaps_form().sometimes()];
    own.into_iter().chain(Covered::ALL.into_iter().map(Covered::form)).collect()
}

fn overlaps_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "overlaps",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("overlap", Label::Message(reports::OVERLAP_NUMBER)).integer().said_once().for_programs(),
            Column::new("shared", Label::Message(reports::SHARED)).said_once(),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("intervention", Label::Cell(Cell::Kind(Kind::Intervention))),
            Column::new("responsible", Label::Field("intervention", "responsible")),
            Column::new("contact", Label::Field("intervention", "contact")).dispensable(1),
            Column::new("period", Label::Field("intervention", "period")).holding(Holds::Period).dispensable(2),
        ],
    )
}

fn breaks_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "breaks",
        vec![
            Column::new("districts", Label::Message(columns::DISTRICT)).holding(Holds::List),
            Column::new("break", Label::Message(reports::BREAK)).said_once(),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("title", Label::Message(columns::NAME)),
        ],
    )
}

fn gaps_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "gaps",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)).said_once(),
            Column::new("of", Label::Message(reports::GAP_OF)),
            Column::new("missing", Label::Message(reports::GAP_MISSING)).holding(Holds::List),
        ],
    )
}
