//! `report model`: the bodies as a tree, with what each is there for and how often it meets (D11–D38, figure 1 of
//! the decision).

use super::cell::{Cell, Label, Mark};
use super::document::{Block, Document, Edge, Figure, Graph, Node};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::message::{Message, columns, reports};
use crate::model::{Body, BodyId, BodyLevel, BodyType, Day, Kind, Links, MeetingStatus, Register};
use crate::query::Scope;
use std::collections::{BTreeSet, HashMap};

/// The bodies of a register, as a tree and beside it.
pub struct Model<'r> {
    register: &'r Register,
    links: Links<'r>,
    today: Day,
    /// Each body of the tree below the one that it reports to, with how far down it stands.
    tree: Vec<(usize, &'r str, &'r Body)>,
    /// Those that stand beside the tree (D15).
    beside: Vec<(&'r str, &'r Body)>,
}

/// The bodies of the register.
#[must_use]
pub fn model<'r>(scope: &Scope<'r>) -> Model<'r> {
    let register = scope.register;
    let mut forest = Forest::new(register);
    let is_root = |body: &Body| above(body).is_none_or(|id| !register.bodies.contains(id.as_str()));
    let is_shown = |id: &str, body: &Body| body.r#type.is_some_and(BodyType::governs) || forest.below.contains_key(id);
    let mut roots: Vec<NamedBody<'r>> =
        register.bodies.iter().filter(|(id, body)| is_root(body) && is_shown(id, body)).collect();
    sort(&mut roots);
    // A circle has no top: whoever comes first stands there.
    let in_circles = register.bodies.iter().filter(|(_, body)| !is_root(body));
    for (id, body) in roots.into_iter().chain(in_circles) {
        forest.grow(0, id, body);
    }
    let wanted = |body: &Body| scope.wants_one_of(&body.districts);
    let Forest { seen, mut tree, .. } = forest;
    tree.retain(|(_, _, body)| wanted(body));
    let mut beside: Vec<NamedBody<'r>> =
        register.bodies.iter().filter(|(id, body)| !seen.contains(id) && wanted(body)).collect();
    sort(&mut beside);
    Model { register, links: Links::new(register, scope.today), today: scope.today, tree, beside }
}

/// A body and its id.
type NamedBody<'r> = (&'r str, &'r Body);

/// The body above one: whom it reports to, or else what it is a part of.
fn above(body: &Body) -> Option<&BodyId> {
    body.reports_to.as_ref().or(body.part_of.as_ref())
}

/// Where bodies of a sort stand among those beside them, before their names: as the list of sorts has it.
fn rank(body: &Body) -> usize {
    let codes = BodyType::CHOICES.codes;
    let place = |own: BodyType| codes.iter().position(|code| *code == own.code());
    body.r#type.and_then(place).map_or(0, |place| place + 1)
}

fn sort(bodies: &mut [NamedBody<'_>]) {
    bodies.sort_by(|(_, left), (_, right)| (left.r#type, &left.name).cmp(&(right.r#type, &right.name)));
}

/// Bodies as they are put below each other.
struct Forest<'r> {
    below: HashMap<&'r str, Vec<NamedBody<'r>>>,
    seen: BTreeSet<&'r str>,
    tree: Vec<(usize, &'r str, &'r Body)>,
}

impl<'r> Forest<'r> {
    fn new(register: &'r Register) -> Self {
        let mut below: HashMap<&'r str, Vec<NamedBody<'r>>> = HashMap::new();
        for (id, body) in register.bodies.iter() {
            if let Some(above) = above(body) {
                below.entry(above.as_str()).or_default().push((id, body));
            }
        }
        below.values_mut().for_each(|bodies| sort(bodies));
        Self { below, seen: BTreeSet::new(), tree: Vec::new() }
    }

    /// Adds a body, and those below it, that are not there yet.
    fn grow(&mut self, depth: usize, id: &'r str, body: &'r Body) {
        if !self.seen.insert(id) {
            return;
        }
        self.tree.push((depth, id, body));
        for (id, body) in self.below.get(id).cloned().unwrap_or_default() {
            self.grow(depth + 1, id, body);
        }
    }
}

/// Ids of interventions by that of a body.
type Ids<'r> = HashMap<&'r str, Vec<&'r str>>;

impl<'r> Model<'r> {
    /// The report: the bodies below each other as a table and a graph, and those beside them.
    #[must_use]
    pub fn document(&self) -> Document<'r> {
        let title =
            vec![Cell::message(reports::MODEL), Cell::text(&*self.register.settings.name), Cell::Day(self.today)];
        let mut blocks = vec![Block::Summary(self.figures()), Block::Table(self.bodies()), Block::Graph(self.graph())];
        if !self.beside.is_empty() {
            blocks.push(Block::Heading(Label::Message(reports::BESIDE)));
            blocks.push(Block::Table(self.stakeholders()));
        }
        Document::new("model", title, blocks)
    }

    /// How many bodies there are, their meetings of the year, and those that govern and have no meeting ahead.
    fn figures(&self) -> Vec<Figure<'r>> {
        let bodies = || self.tree.iter().map(|(_, id, body)| (*id, *body));
        let of = |status| bodies().flat_map(|(id, _)| self.meetings(id, status)).collect::<Vec<_>>();
        let has_ahead = |id: &str| {
            let mut meetings = self.links.meetings(id).iter();
            let is_ahead = |on: Option<Day>| on.is_some_and(|on| on >= self.today);
            meetings.any(|(_, meeting)| meeting.status == Some(MeetingStatus::Planned) && is_ahead(meeting.on))
        };
        let has_cadence = |body: &Body| body.cadence.phase_on(self.today).is_some();
        let silent: Vec<&str> =
            bodies().filter(|(id, body)| has_cadence(body) && !has_ahead(id)).map(|(id, _)| id).collect();
        let year = |message: fn(Cell<'r>) -> Message<Cell<'r>>| Label::of_year(message, self.today.year());
        vec![
            Figure::new("bodies", Label::of_kinds(Kind::Body), Cell::count(self.tree.len() + self.beside.len())),
            Figure::new("held", year(reports::figure_held), Cell::Counted(of(MeetingStatus::Held))),
            Figure::new("planned", year(reports::figure_planned), Cell::Counted(of(MeetingStatus::Planned))),
            Figure::new("no_meeting", Label::Message(reports::FIGURE_NO_MEETING), Cell::Counted(silent))
                .marked_if_any(Mark::Watch),
        ]
    }

    fn bodies(&self) -> Table<'r> {
        let register = self.register;
        let rows = self.tree.iter().map(|(depth, id, body)| {
            let governs = body.r#type.is_some_and(BodyType::governs);
            // What a governing body owes and has not is told in its place (D5).
            let owed = |cell: Cell<'r>| match cell {
                Cell::Empty if governs => Cell::Missing.marked(Mark::Bad),
                cell => cell,
            };
            let cadence = body
                .cadence
                .phase_on(self.today)
                .map(|phase| super::cell::cell(crate::model::Value::Table(phase), register));
            let cadence = owed(cadence.unwrap_or(Cell::Empty));
            let met = |status| Cell::Counted(self.meetings(id, status));
            let is_met = governs || !self.links.meetings(id).is_empty();
            vec![
                Cell::Indented(*depth, Box::new(Cell::text(&*body.name))),
                Cell::text(*id),
                above(body).map_or(Cell::Empty, |id| Cell::text(id.as_str())),
                body.r#type.map_or(Cell::Empty, |r#type| Cell::Code(r#type.code(), &BodyType::CHOICES)),
                body.level.map_or(Cell::Empty, |level| Cell::Code(level.code(), &BodyLevel::CHOICES)),
                owed(Cell::text(body.mission.trim_end())),
                owed(Cell::text(body.mandate.trim_end())),
                if body.members.is_empty() { owed(Cell::Empty) } else { Cell::count(body.members.len()) },
                owed(Cell::text(&*body.convenor)),
                cadence,
                if is_met { met(MeetingStatus::Held) } else { Cell::Empty },
                if is_met { met(MeetingStatus::Planned) } else { Cell::Empty },
            ]
        });
        let table = bodies_form(self.today.year()).filled_with(Rows::made(rows.collect()));
        let ranks = self.tree.iter().map(|(_, _, body)| rank(body)).collect();
        table.by_rank_and_name("name", ranks).when_empty(reports::NO_BODIES)
    }

    /// The ids of a body's meetings of this year that have come as far as that.
    fn meetings(&self, body: &str, status: MeetingStatus) -> Vec<&'r str> {
        let of_year = |on: Option<Day>| on.is_some_and(|on| on.year() == self.today.year());
        let meetings = self.links.meetings(body).iter();
        meetings
            .filter(|(_, meeting)| meeting.status == Some(status) && of_year(meeting.on))
            .map(|(id, _)| *id)
            .collect()
    }

    fn stakeholders(&self) -> Table<'r> {
        let (mut responsible, mut partner): (Ids<'r>, Ids<'r>) = Default::default();
        for (id, record) in self.register.interventions.iter().filter(|(_, record)| record.is_alive()) {
            record
                .responsible_on(self.today)
                .into_iter()
                .for_each(|body| responsible.entry(body.as_str()).or_default().push(id));
            record.partners_on(self.today).iter().for_each(|body| partner.entry(body.as_str()).or_default().push(id));
        }
        let rows = self.beside.iter().map(|(id, body)| {
            let counted = |ids: &Ids<'r>| Cell::Counted(ids.get(id).cloned().unwrap_or_default());
            vec![
                body.r#type.map_or(Cell::Empty, |r#type| Cell::Code(r#type.code(), &BodyType::CHOICES)),
                Cell::text(&*body.name),
                Cell::text(*id),
                counted(&responsible),
                counted(&partner),
            ]
        });
        let ranks = self.beside.iter().map(|(_, body)| rank(body)).collect();
        stakeholders_form().filled_with(Rows::made(rows.collect())).by_rank_and_name("name", ranks)
    }

    fn graph(&self) -> Graph<'r> {
        let shown: BTreeSet<&str> = self.tree.iter().map(|(_, id, _)| *id).collect();
        let sort =
            |body: &Body| body.r#type.map_or(Cell::Empty, |r#type| Cell::Code(r#type.code(), &BodyType::CHOICES));
        let nodes = self.tree.iter().map(|(_, id, body)| Node { id, name: (&*body.name).into(), sort: sort(body) });
        let edge = |from: &str, to: &str, is_faint| Edge { from: from.to_owned(), to: to.to_owned(), is_faint };
        let mut edges = Vec::new();
        for (_, id, body) in &self.tree {
            edges.extend(
                above(body).filter(|above| shown.contains(above.as_str())).map(|above| edge(above.as_str(), id, false)),
            );
            let support = body.support.iter().filter(|support| shown.contains(support.as_str()));
            edges.extend(support.map(|support| edge(support.as_str(), id, true)));
        }
        Graph { nodes: nodes.collect(), edges }
    }
}

/// The tables of the report.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![bodies_form(0), stakeholders_form().sometimes()]
}

fn bodies_form<'r>(year: i32) -> TableForm<'r> {
    TableForm::new(
        "bodies",
        vec![
            Column::new("name", Label::Field("body", "name")),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("above", Label::Field("body", "reports_to")).for_programs(),
            Column::new("type", Label::Field("body", "type")).holding(Holds::Code(&BodyType::CHOICES)).dispensable(1),
            Column::new("level", Label::Field("body", "level"))
                .holding(Holds::Code(&BodyLevel::CHOICES))
                .dispensable(3),
            Column::new("mission", Label::Field("body", "mission")).dispensable(4),
            Column::new("mandate", Label::Field("body", "mandate")).dispensable(5),
            Column::new("members", Label::Field("body", "members")).integer(),
            Column::new("convenor", Label::Field("body", "convenor")).dispensable(2),
            Column::new("cadence", Label::Field("body", "cadence")),
            Column::new("held", Label::of_year(reports::held, year)).integer(),
            Column::new("planned", Label::of_year(reports::planned, year)).integer(),
        ],
    )
}

fn stakeholders_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "stakeholders",
        vec![
            Column::new("type", Label::Field("body", "type")).holding(Holds::Code(&BodyType::CHOICES)).said_once(),
            Column::new("name", Label::Field("body", "name")),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("responsible", Label::Message(reports::IS_RESPONSIBLE)).integer(),
            Column::new("partner", Label::Message(reports::IS_PARTNER)).integer(),
        ],
    )
}
