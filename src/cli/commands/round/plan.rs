//! What reading some answers comes to: the changes of files, and what somebody has to decide before there are any.

use crate::catalog::{InputError, day_to_toml, shape_of};
use crate::change::{ChangeError, Work, likely_duplicates, new_id, numbered_id, record_of};
use crate::exchange::grid::At;
use crate::exchange::round::{
    Answer, Answered, Conflict, NewAnswer, Point, Remark, SaidBefore, Settled, Taken, Unwritten, Written, edits,
    new_record, settle,
};
use crate::format::{AnyRecord, Edit, RecordFile, file_text, key};
use crate::model::{self, Day, FollowUp, KeyPath, Kind, RecordId, Register, Table as _, TableShape, Term};
use crate::store::FileChange;
use crate::words::names_by_key;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// An answer, with the file that it came in.
pub struct ReadFile {
    /// What the file is called.
    pub name: String,
    /// The SHA-256 of what is in it.
    pub digest: String,
    /// What it says.
    pub answer: Answer,
}

/// Whose word is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Take {
    #[value(aliases = names_by_key("value-answer").iter().copied())]
    Answer,
    #[value(aliases = names_by_key("value-register").iter().copied())]
    Register,
}

/// What is asked: by the body, the intervention and the point.
pub type Asked = (String, String, Point);

/// What has been decided.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// Whose word is taken, the answer's or the register's.
    pub takes: BTreeMap<Asked, Take>,
    /// Which cell holds, where the files of a body say different things.
    pub cells: BTreeMap<Asked, At>,
    /// What a new row is, by body and row: an intervention that is there, or nothing where it is new.
    pub same: BTreeMap<(String, String), Option<String>>,
}

/// A new row that may be of an intervention that is there.
#[derive(Debug, Clone)]
pub struct Likely {
    /// The body that told of it.
    pub body: String,
    /// Its row.
    pub row: NewAnswer,
    /// What it is called.
    pub title: String,
    /// What it may be, by id and title.
    pub among: Vec<(String, String)>,
}

/// What a person is told of an answer, beside what it changes.
#[derive(Debug, Clone)]
pub enum Told {
    /// The file was read before.
    Known(String),
    /// What became of its sheets and rows.
    Remark(Remark),
    /// A cell is not understood, and left out: where it stands, what it is of, and why.
    Unclear(At, &'static TableShape, InputError),
    /// The intervention is not there any more.
    Gone(String),
    /// A cell was emptied whose value stays.
    Emptied(Answered),
    /// What is said can't be written.
    Unwritten(Taken, Unwritten),
    /// A new row lacks what has to be said.
    Unfinished(NewAnswer, Vec<&'static str>),
    /// A new row was taken in before, and what it says otherwise is not.
    Added(NewAnswer, String),
    /// What the body wants to say to those who ask.
    Comment(String, String),
}

/// What reading some answers comes to.
#[derive(Debug, Default)]
pub struct Plan {
    /// The changes, the round's own last.
    pub changes: Vec<FileChange>,
    /// What has to be decided, by body.
    pub conflicts: Vec<(String, Conflict)>,
    /// What may be there already.
    pub likely: Vec<Likely>,
    /// What is told of each body's answer.
    pub told: Vec<(String, Told)>,
    /// How many interventions are new.
    pub new: usize,
    /// How many are changed.
    pub changed: usize,
    /// How many cells say what the register says already.
    pub same: usize,
}

/// The round that is answered, and the day.
#[derive(Clone, Copy)]
pub struct OfRound<'r> {
    /// Its id.
    pub id: &'r str,
    /// What it says.
    pub round: &'r model::Round,
    /// The term that is asked about.
    pub term: Term,
    /// The day.
    pub today: Day,
}

/// A plan that is being made.
struct Making<'w> {
    work: &'w Work,
    asked: OfRound<'w>,
    decisions: &'w Decisions,
    plan: Plan,
    /// The files of which something was left that somebody may mend: they are read again.
    unfinished: BTreeSet<String>,
    /// The register with what is new in it, to look for what is told of twice.
    known: Register,
    edits: BTreeMap<String, Vec<Edit>>,
    created: Vec<(String, Table)>,
    of_round: Vec<Edit>,
    /// What each new row has become, by body and row.
    added: BTreeMap<(String, String), String>,
}

/// Plans what some answers to a round come to.
pub fn plan(files: &[ReadFile], asked: OfRound<'_>, decisions: &Decisions, work: &Work) -> Result<Plan, ChangeError> {
    let mut by_body: BTreeMap<&str, Vec<&ReadFile>> = BTreeMap::new();
    for file in files {
        by_body.entry(&file.answer.slip.body).or_default().push(file);
    }
    let mut making = Making {
        work,
        asked,
        decisions,
        plan: Plan::default(),
        unfinished: BTreeSet::new(),
        known: work.register.clone(),
        edits: BTreeMap::new(),
        created: Vec::new(),
        of_round: Vec::new(),
        added: BTreeMap::new(),
    };
    let mut place = asked.round.answer.len();
    for (body, files) in by_body {
        let known = asked.round.answer.iter().position(|own| own.body.as_ref().is_some_and(|own| own.as_str() == body));
        if known.is_none() {
            // Who answers without being asked has answered.
            let answer = Table::from_iter([("body".to_owned(), Value::String(body.to_owned()))]);
            making.of_round.push(Edit::Append(key("answer"), Value::Table(answer)));
        }
        let own = known.unwrap_or_else(|| {
            place += 1;
            place - 1
        });
        making.body(body, own, &files);
    }
    making.finish()
}

impl Making<'_> {
    fn tell(&mut self, body: &str, told: Told) {
        self.plan.told.push((body.to_owned(), told));
    }

    fn body(&mut self, body: &str, place: usize, files: &[&ReadFile]) {
        let answer = self.asked.round.answer.get(place);
        let is_known = |digest: &str| answer.is_some_and(|own| own.files.iter().any(|file| &**file == digest));
        let (old, fresh): (Vec<&ReadFile>, Vec<&ReadFile>) = files.iter().partition(|file| is_known(&file.digest));
        old.iter().for_each(|file| self.tell(body, Told::Known(file.name.clone())));
        if fresh.is_empty() {
            return;
        }
        let before: SaidBefore = answer
            .into_iter()
            .flat_map(|own| own.said.iter())
            .filter_map(|said| {
                let intervention = said.intervention.as_ref()?.as_str().to_owned();
                Some(((intervention, Point::from_key(&said.field)?), said.value.to_string()))
            })
            .collect();
        let mut answers: Vec<Answer> = fresh.iter().map(|file| file.answer.clone()).collect();
        for remark in answers.iter().flat_map(|answer| &answer.remarks) {
            self.tell(body, Told::Remark(remark.clone()));
        }
        self.as_it_is_now(body, &mut answers);
        let settled = settle(&answers, &before, &self.work.register, body, self.asked.term);
        let mut said = self.settled(body, settled, &before);
        let mut added = Vec::new();
        for file in &fresh {
            for row in &file.answer.new {
                self.new_row(body, row, file, answer, &mut said, &mut added);
            }
        }
        let whole: Vec<&ReadFile> = fresh.into_iter().filter(|file| !self.unfinished.contains(&file.name)).collect();
        let is_news = !whole.is_empty() || said != before || !added.is_empty();
        if is_news || answer.is_none_or(model::Answer::is_open) {
            self.noted(place, answer, &whole, &said, added);
        }
    }

    /// Puts answers in the order of today: interventions by the ids that they have now, those that are gone told of, and of cells
    /// that say different things the one that holds.
    fn as_it_is_now(&mut self, body: &str, answers: &mut [Answer]) {
        let mut gone = BTreeSet::new();
        for cell in answers.iter_mut().flat_map(|answer| &mut answer.cells) {
            match self.work.register.id_now(Kind::Intervention, &cell.intervention) {
                Some(id) => cell.intervention = id.to_owned(),
                None => drop(gone.insert(cell.intervention.clone())),
            }
        }
        let holds = |cell: &Answered| {
            let asked = (body.to_owned(), cell.intervention.clone(), cell.point.clone());
            self.decisions.cells.get(&asked).is_none_or(|at| *at == cell.at)
        };
        for answer in answers {
            answer.cells.retain(|cell| !gone.contains(&cell.intervention) && holds(cell));
        }
        gone.into_iter().for_each(|id| self.tell(body, Told::Gone(id)));
    }

    /// Tells of what was left out of a file and may be mended.
    fn leave(&mut self, body: &str, at: &At, told: Told) {
        self.unfinished.insert(at.file.clone());
        self.tell(body, told);
    }

    /// Takes over what is settled; gives back what the body has said, as the round keeps it.
    fn settled(&mut self, body: &str, settled: Settled, before: &SaidBefore) -> SaidBefore {
        self.plan.same += settled.same;
        let (mut taken, mut said) = (settled.taken, settled.said);
        for cell in settled.unclear {
            if let Written::Unclear(error) = cell.written {
                let table = if cell.point.is_of_follow_up() { &FollowUp::TABLE } else { &model::Intervention::TABLE };
                self.leave(body, &cell.at, Told::Unclear(cell.at.clone(), table, error));
            }
        }
        settled.emptied.into_iter().for_each(|cell| self.tell(body, Told::Emptied(cell)));
        for conflict in settled.conflicts {
            let own = &conflict.answer;
            let decided = self.decisions.takes.get(&(body.to_owned(), own.intervention.clone(), own.point.clone()));
            match decided {
                Some(take) => {
                    // What was said was said, whichever holds.
                    said.insert((own.intervention.clone(), own.point.clone()), own.said.clone());
                    if *take == Take::Answer {
                        taken.push(conflict.answer);
                    }
                }
                None => self.plan.conflicts.push((body.to_owned(), conflict)),
            }
        }
        for ((intervention, point), text) in said.iter().filter(|(key, text)| before.get(*key) != Some(*text)) {
            if *point == Point::Comment && !text.is_empty() {
                self.plan.told.push((body.to_owned(), Told::Comment(intervention.clone(), text.clone())));
            }
        }
        let mut by_intervention: BTreeMap<String, Vec<Taken>> = BTreeMap::new();
        for own in taken {
            by_intervention.entry(own.intervention.clone()).or_default().push(own);
        }
        for (id, taken) in by_intervention {
            let Some(intervention) = self.work.register.interventions.get(&id) else { continue };
            let whose = (body, self.asked.term, self.asked.today);
            let (edits, unwritten) = edits(intervention, &taken, whose, &self.work.register);
            self.edits.entry(id.clone()).or_default().extend(edits);
            for (own, why) in unwritten {
                said.remove(&(own.intervention.clone(), own.point.clone()));
                self.leave(body, &own.at, Told::Unwritten(own.clone(), why));
            }
        }
        said
    }

    fn new_row(
        &mut self,
        body: &str,
        row: &NewAnswer,
        file: &ReadFile,
        answer: Option<&model::Answer>,
        said: &mut SaidBefore,
        added: &mut Vec<Value>,
    ) {
        let known = answer.and_then(|own| own.added.iter().find(|own| *own.row == *row.row));
        let known = known.and_then(|own| Some(own.intervention.as_ref()?.to_string()));
        if let Some(id) = known.or_else(|| self.added.get(&(body.to_owned(), row.row.clone())).cloned()) {
            self.tell(body, Told::Added(row.clone(), id));
            return;
        }
        let record = new_record(row, body);
        for (at, error) in record.unclear {
            self.leave(body, &at, Told::Unclear(at.clone(), &model::Intervention::TABLE, error));
        }
        if !record.missing.is_empty() {
            self.leave(body, &row.at, Told::Unfinished(row.clone(), record.missing));
            return;
        }
        let Some(id) = self.taken_in(body, row, record.table, &file.name) else { return };
        if !record.comment.is_empty() {
            said.insert((id.clone(), Point::Comment), record.comment.clone());
            self.tell(body, Told::Comment(id.clone(), record.comment));
        }
        self.added.insert((body.to_owned(), row.row.clone()), id.clone());
        added.push(Value::Table(Table::from_iter([
            ("row".to_owned(), Value::String(row.row.clone())),
            ("intervention".to_owned(), Value::String(id)),
        ])));
    }

    /// The id of what a new row is: of one that is there, or of a new record; nothing where that has to be decided.
    fn taken_in(&mut self, body: &str, row: &NewAnswer, mut table: Table, file: &str) -> Option<String> {
        let text = file_text(&table, &model::Intervention::TABLE);
        let AnyRecord::Intervention(new) = record_of(Kind::Intervention, "", &text)? else { return None };
        let among: Vec<(String, String)> = likely_duplicates(&self.known, &new)
            .into_iter()
            .map(|(id, old)| (id.to_owned(), old.title.to_string()))
            .collect();
        let decided = self.decisions.same.get(&(body.to_owned(), row.row.clone()));
        match decided {
            None if !among.is_empty() => {
                let title = new.title.to_string();
                self.plan.likely.push(Likely { body: body.to_owned(), row: row.clone(), title, among });
                None
            }
            Some(Some(id)) => {
                self.joined(id, body);
                Some(id.clone())
            }
            _ => {
                let made = new_id(Kind::Intervention, &table, &self.known.settings);
                let id = numbered_id(Kind::Intervention, &made, &self.known);
                let source = Value::String(format!("{file}, {} {}", row.at.sheet, row.at.cell));
                let source = Table::from_iter([("title".to_owned(), source)]);
                table.insert("references".to_owned(), Value::Array(vec![Value::Table(source)]));
                let path = RecordFile::path_of(Kind::Intervention, &id);
                self.known.interventions.insert(id.clone().into(), path.into(), new);
                self.created.push((id.clone(), table));
                self.plan.new += 1;
                Some(id)
            }
        }
    }

    /// Lets a body take part in an intervention that is there, or that another body has told of.
    fn joined(&mut self, id: &str, body: &str) {
        if let Some((_, table)) = self.created.iter_mut().find(|(own, _)| own == id) {
            let is_responsible = table.get("responsible").and_then(Value::as_str) == Some(body);
            let partners = table.entry("partners").or_insert_with(|| Value::Array(Vec::new()));
            if let (Value::Array(partners), false) = (partners, is_responsible) {
                let own = Value::String(body.to_owned());
                if !partners.contains(&own) {
                    partners.push(own);
                }
            }
            return;
        }
        let Some(own) = self.work.register.interventions.get(id) else { return };
        let is_body = |own: &model::BodyId| own.as_str() == body;
        if !own.responsible.as_ref().is_some_and(is_body) && !own.partners.iter().any(is_body) {
            let edit = Edit::Append(key("partners"), Value::String(body.to_owned()));
            self.edits.entry(id.to_owned()).or_default().push(edit);
        }
    }

    /// Notes in the round what the body has answered.
    fn noted(
        &mut self,
        place: usize,
        answer: Option<&model::Answer>,
        files: &[&ReadFile],
        said: &SaidBefore,
        added: Vec<Value>,
    ) {
        let path = |field: &'static str| -> KeyPath { vec!["answer".into(), place.into(), field.into()] };
        self.of_round.push(Edit::Set(path("answered_on"), day_to_toml(self.asked.today)));
        let known = answer.into_iter().flat_map(|own| own.files.iter()).map(|file| Value::String(file.to_string()));
        let fresh = files.iter().map(|file| Value::String(file.digest.clone()));
        self.of_round.push(Edit::Set(path("files"), Value::Array(known.chain(fresh).collect())));
        let said = said.iter().map(|((intervention, point), value)| {
            let mut row = Table::from_iter([
                ("intervention".to_owned(), Value::String(intervention.clone())),
                ("field".to_owned(), Value::String(point.key())),
            ]);
            if !value.is_empty() {
                row.insert("value".to_owned(), Value::String(value.clone()));
            }
            Value::Table(row)
        });
        let said: Vec<Value> = said.collect();
        if !said.is_empty() {
            self.of_round.push(Edit::Set(path("said"), Value::Array(said)));
        }
        self.of_round.extend(added.into_iter().map(|row| Edit::Append(path("added"), row)));
    }

    fn finish(mut self) -> Result<Plan, ChangeError> {
        for (id, edits) in &self.edits {
            if !edits.is_empty() {
                self.plan.changes.push(self.work.edit(&RecordId::new(Kind::Intervention, id), edits)?);
                self.plan.changed += 1;
            }
        }
        for (id, table) in &self.created {
            let path = RecordFile::path_of(Kind::Intervention, id);
            let file = RecordFile { kind: Kind::Intervention, id: id.clone(), path };
            self.plan.changes.push(Work::create(&file, file_text(table, shape_of(Kind::Intervention)))?);
        }
        if !self.of_round.is_empty() {
            let round = RecordId::new(Kind::Round, self.asked.id);
            self.plan.changes.push(self.work.edit(&round, &self.of_round)?);
        }
        Ok(self.plan)
    }
}
