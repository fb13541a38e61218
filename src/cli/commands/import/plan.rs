//! What an inventory comes to: the changes of files, and what somebody has to decide before there are any.

use super::merging::{Difference, merge};
use crate::catalog::shape_of;
use crate::change::{ChangeError, Known, Titles, Work, new_id, numbered_id, record_of};
use crate::exchange::import::{Map, ReadRow, Rows, Spot};
use crate::format::{Edit, RecordFile, file_text, put, table_of_text};
use crate::model::{
    Document, Field, Finding, KeyPath, Kind, RecordId, Register, Spot as ModelSpot, Step, Table as _, TableShape,
    is_id, path_text,
};
use crate::store::FileChange;
use crate::words::names_by_key;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// Whose word is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Side {
    #[value(aliases = names_by_key("value-file").iter().copied())]
    File,
    #[value(aliases = names_by_key("value-register").iter().copied())]
    Register,
}

/// What has been decided.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// Whose word is taken, by record and field.
    pub sides: BTreeMap<(String, String), Side>,
    /// Whose word is taken of all that nothing else is decided of.
    pub side: Option<Side>,
    /// Whether what is called nearly as something else is new.
    pub all_new: bool,
    /// What the rules refuse of new records and of changes, by record and field: it is left out.
    pub refused: Vec<(String, Finding)>,
}

/// A row and a record that say different things.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// Where the row says it.
    pub spot: Spot,
    /// The record.
    pub id: String,
    /// The field, and what each says.
    pub difference: Difference,
}

/// A row that may be a record that is there.
#[derive(Debug, Clone)]
pub struct Likely {
    /// The row.
    pub spot: Spot,
    /// What it is decided by.
    pub row: String,
    /// What it is called.
    pub title: String,
    /// What it may be, by id and title.
    pub among: Vec<(String, String)>,
}

/// What is told of a row, beside what it changes.
#[derive(Debug, Clone)]
pub enum Told {
    /// It lacks what has to be said, and becomes no record.
    Unfinished(Spot, Vec<&'static str>),
    /// It is a record that is there under another name or that a row above has made.
    Joined(Spot, String, String),
    /// It says something else than a row above that is the same record, and what that one says holds.
    Differs(Spot, String, Difference),
    /// It says one amount of what the record has several of: the row, what the record is called, and what each says.
    InParts(Spot, String, Difference),
    /// The rules refuse it, and it is left out.
    Refused(Spot, Finding),
    /// No id can be made of it.
    NoId(Spot, String),
}

/// What an inventory comes to.
#[derive(Debug, Default)]
pub struct Plan {
    /// The changes.
    pub changes: Vec<FileChange>,
    /// How many records are new.
    pub new: usize,
    /// The records of other kinds that are new with it, by kind and name.
    pub beside: Vec<(Kind, String)>,
    /// How many records change.
    pub changed: usize,
    /// How many records are as the rows say.
    pub same: usize,
    /// Where rows and records say different things.
    pub conflicts: Vec<Conflict>,
    /// The rows that may be records that are there.
    pub likely: Vec<Likely>,
    /// What a person is told of the rest.
    pub told: Vec<Told>,
    /// The register with what is new in it, by which records are named.
    pub known: Register,
}

/// A record that rows tell of.
struct Draft {
    id: String,
    /// Whether it is new.
    is_new: bool,
    table: Table,
    edits: Vec<Edit>,
    /// The first row that says something that is new of it, as its papers name it.
    source: Option<Value>,
    /// The first row that tells of it.
    spot: Spot,
    /// Where each of its fields stands, by the name of the field.
    cells: BTreeMap<&'static str, Spot>,
}

impl Draft {
    /// Takes away what the rules refuse, and says where it stands.
    fn without(&mut self, refused: &[&Finding], shape: &'static TableShape) -> Vec<Told> {
        let mut told = Vec::new();
        for finding in refused {
            let (ModelSpot::Value(path) | ModelSpot::Key(path)) = &finding.spot else { continue };
            let Some(Step::Key(field)) = path.first() else { continue };
            if self.is_new {
                take_away(&mut self.table, shape, path);
            } else {
                let is_of_it = |edit: &Edit| edit.path().first() == path.first();
                self.edits.retain(|edit| !is_of_it(edit));
            }
            let spot = self.cells.get(field.as_ref()).unwrap_or(&self.spot).clone();
            told.push(Told::Refused(spot, (*finding).clone()));
        }
        told
    }
}

/// Takes a value out of a record: the field itself where its table can be without it, and else all of the table.
fn take_away(table: &mut Table, shape: &'static TableShape, path: &[Step]) {
    let Some((Step::Key(name), rest)) = path.split_first() else { return };
    let inner = shape.field(name).and_then(|field| field.shape.table());
    let goes_on = |rest: &[Step]| match (inner, rest.first()) {
        (Some(inner), Some(Step::Key(name))) => inner.field(name).is_some_and(|field| !field.required).then_some(inner),
        _ => None,
    };
    match (table.get_mut(name.as_ref()), rest.split_first()) {
        (Some(Value::Array(list)), Some((Step::Index(place), rest))) if *place < list.len() => {
            match (list.get_mut(*place), goes_on(rest)) {
                (Some(Value::Table(part)), Some(inner)) => take_away(part, inner, rest),
                _ => drop(list.remove(*place)),
            }
            if list.is_empty() {
                table.remove(name.as_ref());
            }
        }
        (Some(Value::Table(part)), Some(_)) if goes_on(rest).is_some() => {
            if let Some(inner) = goes_on(rest) {
                take_away(part, inner, rest);
            }
            if part.is_empty() {
                table.remove(name.as_ref());
            }
        }
        _ => drop(table.remove(name.as_ref())),
    }
}

struct Planning<'p> {
    work: &'p Work,
    map: &'p Map,
    decisions: &'p Decisions,
    kind: Kind,
    known: Register,
    titles: Titles,
    drafts: Vec<Draft>,
    places: BTreeMap<String, usize>,
    plan: Plan,
}

/// What a row is decided by: what it is called, where and by whom it is carried out.
fn row_key(known: &Known) -> String {
    let beside: Vec<&str> = known.districts.iter().chain(&known.responsible).map(String::as_str).collect();
    if beside.is_empty() { known.title.clone() } else { format!("{} ({})", known.title, beside.join(", ")) }
}

/// Plans what some rows come to; each step of the way is told of.
pub fn plan(rows: &Rows, map: &Map, decisions: &Decisions, work: &Work, step: &dyn Fn()) -> Result<Plan, ChangeError> {
    let mut planning = Planning {
        work,
        map,
        decisions,
        kind: map.kind,
        known: work.register.clone(),
        titles: Titles::of(&work.register, map.kind),
        drafts: Vec::new(),
        places: BTreeMap::new(),
        plan: Plan::default(),
    };
    planning.beside()?;
    for row in &rows.rows {
        step();
        planning.row(row)?;
    }
    planning.finish()
}

impl Planning<'_> {
    /// The records that the rows name and that are new with them.
    fn beside(&mut self) -> Result<(), ChangeError> {
        for (kind, id, table) in &self.map.new {
            if self.known.is_known(*kind, id) || !is_id(id) {
                continue;
            }
            let file = RecordFile { kind: *kind, id: id.clone(), path: RecordFile::path_of(*kind, id) };
            let text = file_text(table, shape_of(*kind));
            if let Some(record) = record_of(*kind, &file.path, &text) {
                put(&mut self.known, &file, record);
            }
            let name = kind.called_by().and_then(|field| table.get(field)?.as_str()).unwrap_or(id);
            self.plan.beside.push((*kind, name.to_owned()));
            self.plan.changes.push(Work::create(&file, text)?);
        }
        Ok(())
    }

    fn row(&mut self, row: &ReadRow) -> Result<(), ChangeError> {
        let known = Known::of(self.kind, &row.whole);
        match self.record_of(row, &known) {
            Meant::Record(id) => self.merge(row, &known, &id)?,
            Meant::New => self.create(row, known),
            Meant::Open => {}
        }
        Ok(())
    }

    /// The record that a row is.
    fn record_of(&mut self, row: &ReadRow, known: &Known) -> Meant {
        if known.title.is_empty() && self.kind.called_by().is_none() {
            let id = new_id(self.kind, &row.whole, &self.known.settings);
            return if self.known.is_known(self.kind, &id) { Meant::Record(id) } else { Meant::New };
        }
        let key = row_key(known);
        if let Some(decided) = self.map.rows.get(&key) {
            let id = self.known.id_now(self.kind, decided).map(str::to_owned);
            if let Some(id) = id.or_else(|| self.places.contains_key(decided).then(|| decided.clone())) {
                return Meant::Record(id);
            }
        }
        if let Some(same) = self.titles.same(known) {
            return Meant::Record(same.to_owned());
        }
        let is_new = self.map.rows.get(&key).is_some_and(String::is_empty) || self.decisions.all_new;
        // Nobody is asked what becomes of a row that is left out.
        if is_new || known.title.is_empty() || !lacking_of(&row.whole, self.kind).is_empty() {
            return Meant::New;
        }
        let alike: Vec<String> = self.titles.alike(known).into_iter().map(str::to_owned).collect();
        if alike.is_empty() {
            return Meant::New;
        }
        // What was taken in from this very row is it, whatever it is called there.
        let source = papers(&row.said);
        if let Some(id) = alike.iter().find(|id| source.as_ref().is_some_and(|source| self.has_paper(id, source))) {
            return Meant::Record(id.clone());
        }
        let among = alike.into_iter().take(5).map(|id| (self.title(&id), id)).map(|(title, id)| (id, title)).collect();
        let likely = Likely { spot: row.spot.clone(), row: key, title: known.title.clone(), among };
        self.plan.likely.push(likely);
        Meant::Open
    }

    fn title(&self, id: &str) -> String {
        self.known.own_name(self.kind, id).unwrap_or(id).to_owned()
    }

    /// Whether the papers of a record name a row.
    fn has_paper(&self, id: &str, source: &Value) -> bool {
        has_paper(self.work, self.kind, id, source)
    }

    fn merge(&mut self, row: &ReadRow, known: &Known, id: &str) -> Result<(), ChangeError> {
        let place = match self.places.get(id) {
            Some(place) => *place,
            None => {
                let text = self.work.text(&RecordId::new(self.kind, id))?;
                let table = table_of_text(&text).unwrap_or_default();
                self.draft(Draft {
                    id: id.to_owned(),
                    is_new: false,
                    table,
                    edits: Vec::new(),
                    source: None,
                    spot: row.spot.clone(),
                    cells: BTreeMap::new(),
                })
            }
        };
        let Some(draft) = self.drafts.get_mut(place) else { return Ok(()) };
        for (field, spot) in &row.cells {
            draft.cells.entry(field).or_insert_with(|| spot.clone());
        }
        let (sides, all) = (&self.decisions.sides, self.decisions.side);
        let is_new = draft.is_new;
        let own = draft.id.clone();
        let row_holds = |path: &KeyPath| {
            let decided = sides.get(&(own.clone(), path_text(path))).copied().or(all);
            // Of two rows the first holds.
            if is_new { None } else { decided.map(|side| side == Side::File) }
        };
        // What a record is called is what it was found by.
        let called = self.kind.called_by();
        let said: Table = row
            .said
            .iter()
            .filter(|(name, _)| Some(name.as_str()) != called)
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        let merged = merge(&mut draft.table, &said, shape_of(self.kind), &row_holds);
        if !merged.edits.is_empty() && draft.source.is_none() {
            draft.source = papers(&row.said);
        }
        draft.edits.extend(merged.edits);
        let spot = |difference: &Difference| {
            let field = difference.path.first();
            let cell = field.and_then(|step| match step {
                Step::Key(name) => row.cells.get(name.as_ref()),
                Step::Index(_) => None,
            });
            cell.unwrap_or(&row.spot).clone()
        };
        for difference in merged.in_parts {
            let title = self.known.own_name(self.kind, id).unwrap_or(id).to_owned();
            self.plan.told.push(Told::InParts(spot(&difference), title, difference));
        }
        for difference in merged.open {
            let spot = spot(&difference);
            if is_new {
                let title = self.known.own_name(self.kind, id).unwrap_or(id).to_owned();
                self.plan.told.push(Told::Differs(spot, title, difference));
            } else {
                self.plan.conflicts.push(Conflict { spot, id: id.to_owned(), difference });
            }
        }
        let title = self.title(id);
        if is_new || !crate::model::slug(&title).eq(&crate::model::slug(&known.title)) {
            self.plan.told.push(Told::Joined(row.spot.clone(), known.title.clone(), title));
        }
        Ok(())
    }

    fn create(&mut self, row: &ReadRow, known: Known) {
        let shape = shape_of(self.kind);
        let lacking = lacking_of(&row.whole, self.kind);
        if !lacking.is_empty() {
            self.plan.told.push(Told::Unfinished(row.spot.clone(), lacking));
            return;
        }
        let made = new_id(self.kind, &row.whole, &self.known.settings);
        if !is_id(&made) {
            self.plan.told.push(Told::NoId(row.spot.clone(), known.title));
            return;
        }
        let id = numbered_id(self.kind, &made, &self.known);
        let file = RecordFile { kind: self.kind, id: id.clone(), path: RecordFile::path_of(self.kind, &id) };
        // The id is taken from now on.
        if let Some(record) = record_of(self.kind, &file.path, &file_text(&row.whole, shape)) {
            put(&mut self.known, &file, record);
        }
        self.titles.add(&id, known);
        self.draft(Draft {
            id,
            is_new: true,
            table: row.whole.clone(),
            edits: Vec::new(),
            source: None,
            spot: row.spot.clone(),
            cells: row.cells.clone(),
        });
    }

    fn draft(&mut self, draft: Draft) -> usize {
        let place = self.drafts.len();
        self.places.insert(draft.id.clone(), place);
        self.drafts.push(draft);
        place
    }

    fn finish(mut self) -> Result<Plan, ChangeError> {
        let open: BTreeSet<&str> = self.plan.conflicts.iter().map(|conflict| conflict.id.as_str()).collect();
        let mut refused: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for (id, finding) in &self.decisions.refused {
            refused.entry(id).or_default().push(finding);
        }
        for draft in &mut self.drafts {
            if let Some(refused) = refused.get(draft.id.as_str()) {
                self.plan.told.extend(draft.without(refused, shape_of(self.kind)));
            }
            let record = RecordId::new(self.kind, &draft.id);
            if draft.is_new {
                let lacking = lacking_of(&draft.table, self.kind);
                if !lacking.is_empty() {
                    self.plan.told.push(Told::Unfinished(draft.spot.clone(), lacking));
                    continue;
                }
                let file = RecordFile {
                    kind: self.kind,
                    id: draft.id.clone(),
                    path: RecordFile::path_of(self.kind, &draft.id),
                };
                self.plan.changes.push(Work::create(&file, file_text(&draft.table, shape_of(self.kind)))?);
                self.plan.new += 1;
            } else if draft.edits.is_empty() {
                self.plan.same += usize::from(!open.contains(draft.id.as_str()));
            } else {
                let mut edits = draft.edits.clone();
                if let (Some(papers), Some(source)) = (papers_field(self.kind), &draft.source)
                    && !has_paper(self.work, self.kind, &draft.id, source)
                {
                    edits.push(Edit::Append(crate::format::key(papers.name), source.clone()));
                }
                self.plan.changes.push(self.work.edit(&record, &edits)?);
                self.plan.changed += 1;
            }
        }
        // Whoever is named in nothing that is taken in is not made.
        for (kind, id, _) in &self.map.new {
            let file = RecordFile::path_of(*kind, id);
            let is_named =
                |change: &FileChange| change.file() != file && change.texts().1.contains(&format!("\"{id}\""));
            if !self.plan.changes.iter().any(is_named) {
                let before = self.plan.changes.len();
                self.plan.changes.retain(|change| change.file() != file);
                if self.plan.changes.len() < before {
                    let name = self.known.own_name(*kind, id).unwrap_or(id).to_owned();
                    self.plan.beside.retain(|(own, other)| own != kind || *other != name);
                }
            }
        }
        self.plan.known = self.known;
        Ok(self.plan)
    }
}

/// What a record of a kind has to say and does not.
fn lacking_of(table: &Table, kind: Kind) -> Vec<&'static str> {
    let lacks = |field: &&Field| field.required && !table.contains_key(field.name);
    shape_of(kind).fields.iter().filter(lacks).map(|field| field.name).collect()
}

/// Whether the papers of a record name a row.
fn has_paper(work: &Work, kind: Kind, id: &str, source: &Value) -> bool {
    let title =
        |value: &Value| Document::TABLE.called().and_then(|own| value.get(own.name)?.as_str().map(str::to_owned));
    let named = title(source);
    let Some(papers) = papers_field(kind) else { return false };
    let Some(fields) = work.register.record(kind, id) else { return false };
    let crate::model::Value::List(list) = fields.get(papers.name) else { return false };
    let own = |place: usize| match list.at(place) {
        crate::model::Value::Table(paper) => match Document::TABLE.called().map(|own| paper.get(own.name)) {
            Some(crate::model::Value::Text(text)) => Some(text.to_owned()),
            _ => None,
        },
        _ => None,
    };
    (0..list.len()).any(|place| own(place) == named)
}

/// The record that a row is.
enum Meant {
    Record(String),
    New,
    Open,
}

/// The field of a kind that says which papers its records rest on.
fn papers_field(kind: Kind) -> Option<&'static Field> {
    let is_papers =
        |field: &&Field| field.shape.is_list() && field.shape.table().is_some_and(|own| own.is::<Document>());
    shape_of(kind).fields.iter().find(is_papers)
}

/// What the papers of a row's record name it as.
fn papers(said: &Table) -> Option<Value> {
    let is_papers = |value: &&Value| value.as_array().is_some_and(|list| !list.is_empty());
    let field = Kind::ALL.into_iter().filter_map(papers_field).find(|field| said.contains_key(field.name))?;
    said.get(field.name).filter(is_papers)?.as_array()?.first().cloned()
}
