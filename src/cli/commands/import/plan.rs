//! What an inventory comes to: the changes of files, and what somebody has to decide before there are any.

use super::draft::Draft;
use super::merging::{Difference, merge};
use crate::catalog::shape_of;
use crate::change::{ChangeError, KnownBy, Titles, Work, new_id, numbered_id, record_of};
use crate::exchange::grid::At;
use crate::exchange::import::{Map, ReadRow, Rows, papers_of};
use crate::format::{Edit, RecordFile, file_text, key, put, table_of_text};
use crate::model::{
    Document, Field, Finding, KeyPath, Kind, RecordId, Register, Step, Table as _, Value as Held, is_id, path_text,
    slug,
};
use crate::store::FileChange;
use crate::words::names_by_key;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use toml::{Table, Value};

/// How many records a row may be are named.
const MOST_LIKELY: usize = 5;

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
    pub spot: At,
    /// The record.
    pub id: String,
    /// The field, and what each says.
    pub difference: Difference,
}

/// A row that may be a record that is there.
#[derive(Debug, Clone)]
pub struct Likely {
    /// The row.
    pub spot: At,
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
    Unfinished(At, Vec<&'static str>),
    /// It is a record that is there under another name or that a row above has made.
    Joined(At, String, String),
    /// It says something else than a row above that is the same record, and what that one says holds.
    Differs(At, String, Difference),
    /// It says one amount of what the record has several of: the row, what the record is called, and what each says.
    InParts(At, String, Difference),
    /// The rules refuse it, and it is left out.
    Refused(At, Finding),
    /// No id can be made of it.
    NoId(At, String),
}

/// What an inventory comes to.
#[derive(Debug, Default)]
pub struct Plan {
    /// The changes.
    pub changes: Vec<FileChange>,
    /// How many records are new.
    pub new: usize,
    /// What the records of other kinds are called that are new with it.
    pub beside: Vec<String>,
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

struct Planning<'p> {
    work: &'p Work,
    map: &'p Map,
    decisions: &'p Decisions,
    kind: Kind,
    known: Register,
    titles: Titles,
    drafts: Vec<Draft<'p>>,
    places: BTreeMap<String, usize>,
    plan: Plan,
}

/// What a row is decided by: what it is called, where and by whom it is carried out.
fn row_key(known: &KnownBy) -> String {
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

impl<'p> Planning<'p> {
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
            self.plan.changes.push(Work::create(&file, text)?);
        }
        Ok(())
    }

    fn row(&mut self, row: &'p ReadRow) -> Result<(), ChangeError> {
        let known = KnownBy::of(self.kind, &row.whole);
        match self.record_of(row, &known) {
            Meant::Record(id) => self.merge(row, &known, &id)?,
            Meant::New => self.create(row, known),
            Meant::Open => {}
        }
        Ok(())
    }

    /// The record that a row is.
    fn record_of(&mut self, row: &ReadRow, known: &KnownBy) -> Meant {
        if known.title.is_empty() && self.kind.called_by().is_none() {
            let id = new_id(self.kind, &row.whole, &self.known.settings);
            return if self.known.is_known(self.kind, &id) { Meant::Record(id) } else { Meant::New };
        }
        let row_key = row_key(known);
        if let Some(decided) = self.map.rows.get(&row_key) {
            let id = self.known.id_now(self.kind, decided).map(str::to_owned);
            if let Some(id) = id.or_else(|| self.places.contains_key(decided).then(|| decided.clone())) {
                return Meant::Record(id);
            }
        }
        if let Some(same) = self.titles.same(known) {
            return Meant::Record(same.to_owned());
        }
        let is_new = self.map.rows.get(&row_key).is_some_and(String::is_empty) || self.decisions.all_new;
        // Nobody is asked what becomes of a row that is left out.
        if is_new || known.title.is_empty() || !lacking_of(&row.whole, self.kind).is_empty() {
            return Meant::New;
        }
        let alike: Vec<String> = self.titles.alike(known).into_iter().map(str::to_owned).collect();
        if alike.is_empty() {
            return Meant::New;
        }
        // What was taken in from this very row is it, whatever it is called there.
        let source = source_of(&row.said, self.kind);
        if let Some(id) =
            alike.iter().find(|id| source.as_ref().is_some_and(|source| has_paper(self.work, self.kind, id, source)))
        {
            return Meant::Record(id.clone());
        }
        let among = alike.into_iter().take(MOST_LIKELY).map(|id| (id.clone(), self.title(&id))).collect();
        let likely = Likely { spot: row.spot.clone(), row: row_key, title: known.title.clone(), among };
        self.plan.likely.push(likely);
        Meant::Open
    }

    fn title(&self, id: &str) -> String {
        self.known.own_name(self.kind, id).unwrap_or(id).to_owned()
    }

    fn merge(&mut self, row: &'p ReadRow, known: &KnownBy, id: &str) -> Result<(), ChangeError> {
        let place = match self.places.get(id) {
            Some(place) => *place,
            None => {
                let text = self.work.text(&RecordId::new(self.kind, id))?;
                let table = Rc::new(table_of_text(&text).unwrap_or_default());
                self.draft(Draft {
                    id: id.to_owned(),
                    is_new: false,
                    table,
                    edits: Vec::new(),
                    source: None,
                    rows: Vec::new(),
                })
            }
        };
        let title = self.title(id);
        let Some(draft) = self.drafts.get_mut(place) else { return Ok(()) };
        draft.rows.push(row);
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
        let merged = merge(Rc::make_mut(&mut draft.table), &said, shape_of(self.kind), &row_holds);
        if !merged.edits.is_empty() && draft.source.is_none() {
            draft.source = source_of(&row.said, self.kind);
        }
        draft.edits.extend(merged.edits);
        let spot = |difference: &Difference| match difference.path.first() {
            Some(Step::Key(field)) => row.at(field),
            _ => row.spot.clone(),
        };
        for difference in merged.in_parts {
            self.plan.told.push(Told::InParts(spot(&difference), title.clone(), difference));
        }
        for difference in merged.open {
            let spot = spot(&difference);
            if is_new {
                self.plan.told.push(Told::Differs(spot, title.clone(), difference));
            } else {
                self.plan.conflicts.push(Conflict { spot, id: id.to_owned(), difference });
            }
        }
        if is_new || slug(&title) != slug(&known.title) {
            self.plan.told.push(Told::Joined(row.spot.clone(), known.title.clone(), title));
        }
        Ok(())
    }

    fn create(&mut self, row: &'p ReadRow, known: KnownBy) {
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
            table: Rc::clone(&row.whole),
            edits: Vec::new(),
            source: None,
            rows: vec![row],
        });
    }

    fn draft(&mut self, draft: Draft<'p>) -> usize {
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
                let refused = draft.without(refused, shape_of(self.kind)).into_iter();
                self.plan.told.extend(refused.map(|(spot, finding)| Told::Refused(spot, finding.clone())));
            }
            let record = RecordId::new(self.kind, &draft.id);
            if draft.is_new {
                let lacking = lacking_of(&draft.table, self.kind);
                if !lacking.is_empty() {
                    let spots = draft.rows.iter().map(|row| row.spot.clone());
                    self.plan.told.extend(spots.map(|spot| Told::Unfinished(spot, lacking.clone())));
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
                if let (Some(papers), Some(source)) = (papers_of(shape_of(self.kind)), &draft.source)
                    && !has_paper(self.work, self.kind, &draft.id, source)
                {
                    edits.push(Edit::Append(key(papers.name), source.clone()));
                }
                self.plan.changes.push(self.work.edit(&record, &edits)?);
                self.plan.changed += 1;
            }
        }
        // Whoever is named in nothing that is taken in is not made.
        for (kind, id, _) in &self.map.new {
            let file = RecordFile::path_of(*kind, id);
            let is_it = |change: &FileChange| change.file() == file;
            let names_it = |change: &FileChange| !is_it(change) && change.texts().1.contains(&format!("\"{id}\""));
            if !self.plan.changes.iter().any(names_it) {
                self.plan.changes.retain(|change| !is_it(change));
            }
            if self.plan.changes.iter().any(is_it) {
                self.plan.beside.push(self.known.own_name(*kind, id).unwrap_or(id).to_owned());
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
    let Some(papers) = papers_of(shape_of(kind)) else { return false };
    let Some(fields) = work.register.record(kind, id) else { return false };
    let Held::List(list) = fields.get(papers.name) else { return false };
    let own = |place: usize| match list.at(place) {
        Held::Table(paper) => match Document::TABLE.called().map(|own| paper.get(own.name)) {
            Some(Held::Text(text)) => Some(text.to_owned()),
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

/// What the papers of a row's record name it as.
fn source_of(said: &Table, kind: Kind) -> Option<Value> {
    said.get(papers_of(shape_of(kind))?.name)?.as_array()?.first().cloned()
}
