//! What came back in a workbook: the cells that are not what was asked, whatever became of the rows, and what is new.

use super::new_rows::NewColumn;
use super::question::{Point, Role};
use super::slip::{Part, Slip, SlipCell};
use crate::catalog::{InputError, Understand, parse_value};
use crate::exchange::grid::{At, Grid, Grids, Held, cell_name};
use crate::model::{Asked, Kind, Shape};
use std::collections::{BTreeMap, BTreeSet};
use toml::Value;

/// How many rows of a sheet are looked at for its heads.
const HEAD_ROWS: usize = 30;

/// What was written in a cell.
#[derive(Debug, Clone)]
pub enum Written {
    /// A value, as files of the register have it.
    Value(Value),
    /// What was there was taken away.
    Nothing,
    /// It can't be understood, and why.
    Unclear(InputError),
}

impl Written {
    /// The value as the record of a round has it; empty where it was taken away, nothing where it is not understood.
    #[must_use]
    pub fn said(&self) -> Option<String> {
        match self {
            Written::Value(value) => Some(text_of(value)),
            Written::Nothing => Some(String::new()),
            Written::Unclear(..) => None,
        }
    }
}

/// A cell that is not what was asked.
#[derive(Debug, Clone)]
pub struct Answered {
    /// Where it stands.
    pub at: At,
    /// The intervention.
    pub intervention: String,
    /// What the body has to do with it.
    pub role: Role,
    /// What was asked.
    pub point: Point,
    /// What the register said then.
    pub before: String,
    /// What is there now.
    pub written: Written,
}

/// A row of an intervention that the register does not know.
#[derive(Debug, Clone)]
pub struct NewAnswer {
    /// What the row goes by when it is read again: what the intervention is called, and where it is.
    pub row: String,
    /// Where it stands.
    pub at: At,
    /// What is said of it, where each stands.
    pub fields: Vec<(NewColumn, At, Written)>,
}

/// What has to be told of an answer, beside what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A sheet is not there any more.
    SheetGone(Part),
    /// A column is not there any more.
    ColumnGone(String, String),
    /// A row is not there any more: of an intervention, by its id.
    RowGone(String),
    /// A row stands there twice, and says different things.
    RowTwice(At, String),
    /// A row is of nothing that was asked.
    RowUnknown(At),
    /// A cell says something that has no place in what is new.
    LeftOut(At, String),
    /// A cell was changed that is not for the body to say.
    Closed(At, String, String),
}

/// An answer.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// What was asked.
    pub slip: Slip,
    /// The cells that are not what was asked.
    pub cells: Vec<Answered>,
    /// What is new.
    pub new: Vec<NewAnswer>,
    /// What has to be told beside.
    pub remarks: Vec<Remark>,
}

/// What came back in a file of that name; nothing where it is no workbook of a round.
#[must_use]
pub fn answer(grids: &Grids, file: &str, understand: &dyn Understand) -> Option<Answer> {
    let slip = grids.sheets.iter().find_map(slip_of)?;
    let mut reading = Reading { answer: Answer { slip, ..Answer::default() }, file, understand };
    for part in Part::ALL {
        reading.part(part, grids);
    }
    Some(reading.answer)
}

fn slip_of(grid: &Grid) -> Option<Slip> {
    Slip::of_lines(grid.used_rows().map(|(_, cells)| cells.iter().map(plain_text).collect()))
}

struct Reading<'u> {
    answer: Answer,
    file: &'u str,
    understand: &'u dyn Understand,
}

/// A sheet whose heads were found: the row that they are in, and what each column is of.
struct Headed<'g> {
    file: &'g str,
    grid: &'g Grid,
    head: usize,
    columns: BTreeMap<usize, String>,
}

impl Headed<'_> {
    fn at(&self, row: usize, column: usize) -> At {
        At { cell: cell_name(row, column), ..self.at_row(row) }
    }

    fn at_row(&self, row: usize) -> At {
        At { file: self.file.to_owned(), sheet: self.grid.name.clone(), cell: (row + 1).to_string() }
    }

    /// The rows below the heads that have anything.
    fn rows(&self) -> impl Iterator<Item = usize> {
        self.grid.used_rows().map(|(row, _)| row).filter(|row| *row > self.head)
    }

    /// What stands in the column of a row that goes by that.
    fn text(&self, row: usize, key: &str) -> String {
        let column = self.columns.iter().find(|(_, own)| *own == key).map(|(column, _)| *column);
        column.map_or(String::new(), |column| plain_text(self.grid.at(row, column)).trim().to_owned())
    }

    /// What the intervention of a row is called.
    fn title(&self, row: usize) -> String {
        Kind::Intervention.called_by().map_or(String::new(), |field| self.text(row, field))
    }
}

impl Reading<'_> {
    fn part(&mut self, part: Part, grids: &Grids) {
        let heads: BTreeMap<&str, &str> = self
            .answer
            .slip
            .columns
            .iter()
            .filter(|((own, _), _)| *own == part)
            .map(|((_, head), column)| (head.as_str(), column.as_str()))
            .collect();
        if heads.is_empty() {
            return;
        }
        let Some(headed) = headed(grids, self.file, &heads) else {
            self.answer.remarks.push(Remark::SheetGone(part));
            return;
        };
        let gone = heads.iter().filter(|(_, column)| !headed.columns.values().any(|own| own == *column));
        let gone: Vec<String> = gone.map(|(head, _)| (*head).to_owned()).collect();
        let sheet = headed.grid.name.clone();
        self.answer.remarks.extend(gone.into_iter().map(|head| Remark::ColumnGone(sheet.clone(), head)));
        match part {
            Part::New => self.new_rows(&headed),
            Part::Own => self.rows(part, Role::Responsible, &headed),
            Part::Partner => self.rows(part, Role::Partner, &headed),
        }
    }

    /// The rows of what was asked, by their ids.
    fn rows(&mut self, part: Part, role: Role, headed: &Headed<'_>) {
        let cells: BTreeMap<(String, String), SlipCell> = self
            .answer
            .slip
            .cells
            .iter()
            .filter(|((own, ..), _)| *own == part)
            .map(|((_, row, column), cell)| ((row.clone(), column.clone()), cell.clone()))
            .collect();
        let asked: BTreeSet<&String> = cells.keys().map(|(row, _)| row).collect();
        let mut seen: BTreeMap<String, Vec<Answered>> = BTreeMap::new();
        for row in headed.rows() {
            let id = headed.text(row, Part::ID);
            if !asked.contains(&id) {
                self.unknown_row(row, &id, headed);
                continue;
            }
            let changed = self.changed(row, &id, role, &cells, headed);
            match seen.get_mut(&id) {
                None => drop(seen.insert(id, changed)),
                // A copy that says nothing of its own is none.
                Some(_) if changed.is_empty() => {}
                Some(first) if first.is_empty() => *first = changed,
                Some(first) if says_the_same(first, &changed) => {}
                Some(_) => self.answer.remarks.push(Remark::RowTwice(headed.at_row(row), id)),
            }
        }
        let gone = asked.iter().filter(|id| !seen.contains_key(**id)).map(|id| Remark::RowGone((*id).clone()));
        self.answer.remarks.extend(gone.collect::<Vec<_>>());
        self.answer.cells.extend(seen.into_values().flatten());
    }

    /// The cells of a row that are not what was asked.
    fn changed(
        &mut self,
        row: usize,
        id: &str,
        role: Role,
        cells: &BTreeMap<(String, String), SlipCell>,
        headed: &Headed<'_>,
    ) -> Vec<Answered> {
        let mut changed = Vec::new();
        for (column, key) in &headed.columns {
            let Some(cell) = cells.get(&(id.to_owned(), key.clone())) else { continue };
            let held = headed.grid.at(row, *column);
            let at = headed.at(row, *column);
            let Some(point) = &cell.point else {
                if in_words(&plain_text(held)) != in_words(&cell.said) {
                    self.answer.remarks.push(Remark::Closed(at, id.to_owned(), plain_text(held)));
                }
                continue;
            };
            let written = written(held, point.asked(), &point.key(), self.understand);
            if written.said().as_deref() == Some(cell.said.as_str()) {
                continue;
            }
            if !cell.is_open {
                self.answer.remarks.push(Remark::Closed(at, id.to_owned(), plain_text(held)));
                continue;
            }
            changed.push(Answered {
                at,
                intervention: id.to_owned(),
                role,
                point: point.clone(),
                before: cell.said.clone(),
                written,
            });
        }
        changed
    }

    /// A row that was put in: what is called something is new, and anything else nobody can tell.
    fn unknown_row(&mut self, row: usize, id: &str, headed: &Headed<'_>) {
        if headed.title(row).is_empty() || !id.is_empty() {
            self.answer.remarks.push(Remark::RowUnknown(headed.at_row(row)));
        } else {
            self.new_row(row, headed);
        }
    }

    fn new_rows(&mut self, headed: &Headed<'_>) {
        headed.rows().for_each(|row| self.new_row(row, headed));
    }

    fn new_row(&mut self, row: usize, headed: &Headed<'_>) {
        let mut fields = Vec::new();
        for (column, key) in &headed.columns {
            let held = headed.grid.at(row, *column);
            if held.is_empty() || key == Part::ID {
                continue;
            }
            let Some(own) = NewColumn::from_key(key) else {
                self.answer.remarks.push(Remark::LeftOut(headed.at(row, *column), plain_text(held)));
                continue;
            };
            let written = written(held, own.asked(), key, self.understand);
            fields.push((own, headed.at(row, *column), written));
        }
        if fields.is_empty() {
            return;
        }
        // A title may be that of several, each somewhere else.
        let places = fields.iter().find(|(own, ..)| matches!(own.asked().shape, Shape::List(_)));
        let places = places.and_then(|(_, _, written)| written.said()).unwrap_or_default();
        let called = in_words(&format!("{} {places}", headed.title(row)));
        self.answer.new.push(NewAnswer { row: called, at: headed.at_row(row), fields });
    }
}

fn says_the_same(left: &[Answered], right: &[Answered]) -> bool {
    let said = |cells: &[Answered]| -> BTreeMap<Point, Option<String>> {
        cells.iter().map(|cell| (cell.point.clone(), cell.written.said())).collect()
    };
    said(left) == said(right)
}

/// The sheet and row that have most of some heads.
fn headed<'g>(grids: &'g Grids, file: &'g str, heads: &BTreeMap<&str, &str>) -> Option<Headed<'g>> {
    let mut best: Option<Headed<'g>> = None;
    for grid in &grids.sheets {
        for (row, cells) in grid.used_rows().take(HEAD_ROWS) {
            let columns = cells.iter().enumerate().filter_map(|(column, held)| {
                Some((column, (*heads.get(in_words(&plain_text(held)).as_str())?).to_owned()))
            });
            let columns: BTreeMap<usize, String> = columns.collect();
            let most = best.as_ref().map_or(heads.len() / 2, |best| best.columns.len());
            if columns.len() > most {
                best = Some(Headed { file, grid, head: row, columns });
            }
        }
    }
    best
}

/// A text, however its lines are broken.
fn in_words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell as text.
fn plain_text(held: &Held) -> String {
    match held {
        Held::Empty => String::new(),
        Held::Text(text) | Held::Error(text) => text.clone(),
        Held::Number(number) => number.to_string(),
        Held::Flag(flag) => flag.to_string(),
        Held::Day(day) => day.to_string(),
    }
}

/// What is written in a cell where something of a shape is asked.
fn written(held: &Held, asked: Asked, field: &str, understand: &dyn Understand) -> Written {
    if held.is_empty() || plain_text(held).trim().is_empty() {
        return Written::Nothing;
    }
    let value = match (asked.shape, held) {
        (Shape::Number, Held::Number(number)) => Some(Value::Float(*number)),
        (Shape::Text, _) => Some(Value::String(plain_text(held).replace("\r\n", "\n").trim().to_owned())),
        _ => None,
    };
    if let Some(value) = value {
        return Written::Value(value);
    }
    parse_value(field, asked, &plain_text(held), understand).map_or_else(Written::Unclear, Written::Value)
}

/// A value as the record of a round has it.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Float(number) => number.to_string(),
        other => other.to_string(),
    }
}
