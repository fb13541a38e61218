//! What the file of a district becomes: its own, and one each for its target picture and its action plan.

use super::lines::{commented, comments_above, comments_at, comments_of, without_name};
use super::{OldVersion, UpgradedDistrict, new_id, seal, year_of};
use crate::format::document::table_of_text;
use crate::format::outline::{Item, Outline, outline};
use crate::format::read_record;
use crate::format::write::{file_text, line_text, value_text};
use crate::model::{
    ActionPlan, Cause, Counts, District, DistrictIndicator, Goal, Kind, Shape, Step, Table as _, TableShape,
    TargetPicture, is_id, seal_of,
};
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// The table of format 1 that a district's target picture was in.
pub(super) const PICTURE: &str = "target_picture";
/// The table of format 1 that its action plan was in.
pub(super) const PLAN: &str = "action_plan";

/// What the text of a district becomes, where there is anything of format 1 in it.
pub(super) fn upgraded(id: &str, text: &str, measures: &BTreeSet<String>) -> Option<UpgradedDistrict> {
    let table = table_of_text(text)?;
    let old = Old::new(id, &table, measures);
    if !old.is_old() {
        return None;
    }
    let moved = outline(text).and_then(|outline| old.moved(outline));
    Some(moved.unwrap_or_else(|| old.written_anew(text)))
}

/// Where the first problem has its causes as format 1 had them.
pub(super) fn old_causes(table: &Table) -> Option<Vec<Step>> {
    let problems = elements(table.get("problem"));
    let of = |(place, problem): (usize, &&Table)| {
        let name = ["causes", "cause_kinds"].into_iter().find(|name| problem.contains_key(*name))?;
        Some(vec![Step::from("problem"), Step::from(place), Step::from(name)])
    };
    problems.iter().enumerate().find_map(of)
}

/// A district of format 1, and what becomes of its parts.
struct Old<'t> {
    id: &'t str,
    table: &'t Table,
    measures: &'t BTreeSet<String>,
    /// The indicators of its goals, by the place of the goal.
    indicators: BTreeMap<usize, OldIndicator>,
    /// The ids of the causes of its problems, by the places of both.
    causes: BTreeMap<usize, Vec<String>>,
}

/// What becomes of a goal's indicator and its readings.
struct OldIndicator {
    /// Its id in the district.
    id: String,
    /// Its fields, but for its readings.
    table: Table,
    readings: Option<Value>,
    /// Whether the goal had said what its readings are of.
    is_named: bool,
}

impl<'t> Old<'t> {
    fn new(id: &'t str, table: &'t Table, measures: &'t BTreeSet<String>) -> Self {
        let mut old = Self { id, table, measures, indicators: BTreeMap::new(), causes: BTreeMap::new() };
        let mut taken: BTreeSet<String> = ["problem", "event"].iter().flat_map(|list| ids(table.get(*list))).collect();
        taken.extend(ids(old.picture().and_then(|picture| picture.get("goal"))));
        for (place, goal) in elements(old.picture().and_then(|picture| picture.get("goal"))).into_iter().enumerate() {
            old.indicators.extend(indicator(goal, &mut taken).map(|indicator| (place, indicator)));
        }
        for (place, problem) in elements(table.get("problem")).into_iter().enumerate() {
            let causes = problem.get("causes").and_then(Value::as_array);
            let texts = causes.into_iter().flatten().filter_map(Value::as_str);
            let own: Vec<String> = texts.map(|text| new_id(text, Cause::TABLE.name, &mut taken)).collect();
            old.causes.insert(place, own);
        }
        old
    }

    fn picture(&self) -> Option<&'t Table> {
        self.table.get(PICTURE).and_then(Value::as_table)
    }

    fn plan(&self) -> Option<&'t Table> {
        self.table.get(PLAN).and_then(Value::as_table)
    }

    fn is_old(&self) -> bool {
        self.table.contains_key(PICTURE)
            || self.table.contains_key(PLAN)
            || !self.measures.is_empty()
            || old_causes(self.table).is_some()
    }

    /// The id of a version: the district, and the year from which it holds, or in which it was adopted or proposed.
    fn version_id(&self, version: Option<&Table>) -> String {
        let day = |key: &str| {
            let day = version?.get("period")?.get(key)?;
            day.to_string().trim_matches('"').get(..4)?.parse::<i32>().ok()
        };
        let meeting = |key: &str| year_of(version?.get(key)?.as_str()?);
        let until = || {
            let until = version?.get("valid_until")?;
            until.to_string().trim_matches('"').get(..4)?.parse::<i32>().ok()
        };
        let year = day("from").or_else(|| meeting("adopted")).or_else(|| meeting("proposed"));
        let year = year.or_else(|| day("until")).or_else(until);
        let id = year.map(|year| format!("{}-{year:04}", self.id)).filter(|id| is_id(id));
        id.unwrap_or_else(|| self.id.to_owned())
    }

    /// The parts of the text, each moved to where it belongs, with the comments above and behind it. Nothing where the
    /// text is written in a way in which its parts can't be moved by themselves.
    fn moved(&self, outline: Outline) -> Option<UpgradedDistrict> {
        let is_of = |item: &Item, table: &str| matches!(item.path.first(), Some(Step::Key(key)) if key == table);
        // A table on one line is no lines to move.
        if outline.items.iter().any(|item| {
            let is_whole = item.path.len() == 1 && !item.is_heading;
            is_whole && (is_of(item, PICTURE) || is_of(item, PLAN) || is_of(item, "problem"))
        }) {
            return None;
        }
        let (mut own, mut picture, mut plan) = (Vec::new(), Vec::new(), Vec::new());
        let mut at = None;
        for item in outline.items {
            if is_of(&item, PICTURE) {
                at = at.or_else(|| item.is_heading.then_some(own.len()));
                picture.push(item);
            } else if is_of(&item, PLAN) {
                plan.push(item);
            } else {
                own.push(item);
            }
        }
        let (picture, readings) = self.moved_picture(picture)?;
        let plan = self.moved_plan(plan)?;
        let mut lines: Vec<String> = Vec::new();
        let mut indicators = self.indicator_texts(readings);
        let first_heading = own.iter().position(|item: &Item| item.is_heading).unwrap_or(own.len());
        let at = at.unwrap_or(first_heading).max(first_heading);
        let mut pending: Option<usize> = None;
        let mut at_causes: BTreeMap<usize, String> = BTreeMap::new();
        for (place, item) in own.iter().enumerate() {
            let problem = match item.path.as_slice() {
                [Step::Key(key), Step::Index(problem), ..] if key == "problem" => Some(*problem),
                _ => None,
            };
            // The causes stand behind all keys of their problem.
            if pending != problem || item.is_heading {
                lines.extend(pending.take().and_then(|problem| self.cause_texts(problem, &mut at_causes)));
            }
            if place == at {
                lines.append(&mut indicators);
            }
            pending = problem;
            let name = item.path.get(2);
            match (problem, name) {
                (Some(problem), Some(Step::Key(key))) if key == "causes" => {
                    let comments = format!("{}{}", comments_above(&item.lead), comments_of(&item.body));
                    at_causes.entry(problem).or_default().push_str(&comments);
                }
                (Some(problem), Some(Step::Key(key))) if key == "cause_kinds" => {
                    let left =
                        if self.one_kind(problem).is_some() { comments_of(&item.body) } else { commented(&item.body) };
                    let comments = format!("{}{left}", comments_above(&item.lead));
                    at_causes.entry(problem).or_default().push_str(&comments);
                }
                _ => lines.extend([item.lead.clone(), item.body.clone()]),
            }
        }
        lines.extend(pending.and_then(|problem| self.cause_texts(problem, &mut at_causes)));
        lines.append(&mut indicators);
        let mut district = joined(lines);
        district.push_str(&outline.tail);
        Some(UpgradedDistrict { district: trimmed(&district), versions: self.versions(picture, plan) })
    }

    fn versions(&self, picture: Option<String>, plan: Option<String>) -> Vec<(Kind, OldVersion)> {
        let picture = picture.map(|text| {
            let is_sealed = self.picture().is_some_and(seal::is_as_adopted_picture);
            (
                Kind::TargetPicture,
                OldVersion {
                    id: self.version_id(self.picture()),
                    text: resealed(Kind::TargetPicture, text, is_sealed),
                },
            )
        });
        let plan = plan.map(|text| {
            let is_sealed = self.plan().is_some_and(seal::is_as_adopted_plan);
            (
                Kind::ActionPlan,
                OldVersion { id: self.version_id(self.plan()), text: resealed(Kind::ActionPlan, text, is_sealed) },
            )
        });
        picture.into_iter().chain(plan).collect()
    }

    /// The text of the target picture's own file, and the readings that stood in its goals, as they were written.
    fn moved_picture(&self, items: Vec<Item>) -> Option<(Option<String>, BTreeMap<usize, String>)> {
        let Some(picture) = self.picture() else { return Some((None, BTreeMap::new())) };
        let mut top = String::new();
        let mut lines: Vec<String> = Vec::new();
        let mut readings: BTreeMap<usize, String> = BTreeMap::new();
        let mut told: BTreeSet<usize> = BTreeSet::new();
        let mut period = String::new();
        for item in &items {
            let name = |place: usize| match item.path.get(place) {
                Some(Step::Key(key)) => Some(key.as_ref()),
                _ => None,
            };
            let goal = match item.path.get(2) {
                Some(Step::Index(goal)) if name(1) == Some("goal") => Some(*goal),
                _ => None,
            };
            match (name(1), goal, name(3)) {
                (None, _, _) => top.push_str(&comments_at(item)),
                (Some("valid_until"), _, _) => {
                    let until = Table::from_iter([("until".to_owned(), picture.get("valid_until")?.clone())]);
                    period = format!(
                        "{}{}",
                        comments_above(&item.lead),
                        self.line::<TargetPicture>("period", Value::Table(until), item)
                    );
                }
                (Some("fingerprint"), _, _) => {
                    lines.extend([item.lead.clone(), without_name(item, PICTURE)?.replacen("fingerprint", "seal", 1)]);
                }
                (Some("goal"), Some(goal), Some("indicator")) => {
                    let said = item.is_heading || item.path.len() > 4;
                    let is_first = told.insert(goal);
                    let comments = if said { comments_of(&item.body) } else { String::new() };
                    let own = self.indicators.get(&goal).filter(|own| is_first && own.is_named);
                    let line = own.map(|own| {
                        let value = Value::String(own.id.clone());
                        if said {
                            format!("{}\n", line_text("indicator", &value, None))
                        } else {
                            self.line::<Goal>("indicator", value, item)
                        }
                    });
                    let lead =
                        if is_first && !item.is_heading { item.lead.clone() } else { comments_above(&item.lead) };
                    lines.extend([lead, comments, line.unwrap_or_default()]);
                }
                (Some("goal"), Some(goal), Some("readings")) => {
                    let is_whole = item.path.len() == 4 && !item.is_heading;
                    // Readings under headings of their own are written anew.
                    let body = if is_whole { without_name(item, PICTURE)? } else { comments_of(&item.body) };
                    readings.entry(goal).or_default().push_str(&format!("{}{body}", comments_above(&item.lead)));
                    if !is_whole && told_anew(&items, goal) != Some(&item.path) {
                        continue;
                    }
                    if !is_whole {
                        let value = self.indicators.get(&goal)?.readings.clone()?;
                        let line = line_text("readings", &value, shape_in(&DistrictIndicator::TABLE, "readings"));
                        readings.entry(goal).or_default().push_str(&format!("{line}\n"));
                    }
                }
                _ => lines.extend([item.lead.clone(), without_name(item, PICTURE)?]),
            }
        }
        let district = line_text("district", &Value::String(self.id.to_owned()), None);
        let text = format!("{top}{district}\n{period}{}", joined(lines).trim_start_matches('\n'));
        Some((Some(trimmed(&text)), readings))
    }

    /// A key with a new value where another stood, with the comment behind that.
    fn line<T: crate::model::Table>(&self, key: &str, value: Value, item: &Item) -> String {
        let line = line_text(key, &value, shape_in(&T::TABLE, key));
        match comments_of(&item.body).trim_end() {
            "" => format!("{line}\n"),
            comments if comments.contains('\n') => format!("{comments}\n{line}\n"),
            comment => format!("{line} {comment}\n"),
        }
    }

    fn moved_plan(&self, items: Vec<Item>) -> Option<Option<String>> {
        if self.plan().is_none() && self.measures.is_empty() {
            return Some(None);
        }
        let mut top = String::new();
        let (mut period, mut lines): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for item in &items {
            let name = match item.path.get(1) {
                Some(Step::Key(key)) => Some(key.as_ref()),
                _ => None,
            };
            match name {
                None => top.push_str(&comments_at(item)),
                Some("fingerprint") => {
                    lines.extend([item.lead.clone(), without_name(item, PLAN)?.replacen("fingerprint", "seal", 1)]);
                }
                // A period under a heading of its own would stand before keys that are none of it.
                Some("period") if item.is_heading || (item.path.len() > 2 && has_heading(&items, "period")) => {
                    return None;
                }
                Some("period") => period.extend([item.lead.clone(), without_name(item, PLAN)?]),
                Some(_) => lines.extend([item.lead.clone(), without_name(item, PLAN)?]),
            }
        }
        let table = self.plan_table();
        let mut text = top;
        for key in ["districts", "period", "problems", "measures"] {
            match (key, table.get(key)) {
                ("period", _) => text.push_str(joined(period.clone()).trim_start_matches('\n')),
                (key, Some(value)) => {
                    text.push_str(&line_text(key, value, shape_in(&ActionPlan::TABLE, key)));
                    text.push('\n');
                }
                (_, None) => {}
            }
        }
        text.push_str(joined(lines).trim_start_matches('\n'));
        Some(Some(trimmed(&text)))
    }

    /// What the plan says that was told elsewhere: of what district it is, and which problems and interventions it has.
    fn plan_table(&self) -> Table {
        let mut problems: Vec<(i64, String)> = elements(self.table.get("problem"))
            .iter()
            .filter_map(|problem| {
                let id = problem.get("id")?.as_str().filter(|id| is_id(id))?;
                Some((problem.get("rank").and_then(Value::as_integer)?, format!("{}#{id}", self.id)))
            })
            .collect();
        problems.sort_by_key(|(rank, _)| *rank);
        let measures = self
            .measures
            .iter()
            .map(|id| Value::Table(Table::from_iter([("intervention".to_owned(), Value::String(id.clone()))])));
        let mut table = Table::new();
        table.insert("districts".to_owned(), Value::Array(vec![Value::String(self.id.to_owned())]));
        if !problems.is_empty() && self.plan().is_some() {
            let problems = problems.into_iter().map(|(_, problem)| Value::String(problem)).collect();
            table.insert("problems".to_owned(), Value::Array(problems));
        }
        if !self.measures.is_empty() {
            table.insert("measures".to_owned(), Value::Array(measures.collect()));
        }
        table
    }

    /// The indicators as elements of the district's list. `readings` are the lines that had them.
    fn indicator_texts(&self, mut readings: BTreeMap<usize, String>) -> Vec<String> {
        let text = |(place, own): (&usize, &OldIndicator)| {
            let mut text = "\n[[indicator]]\n".to_owned();
            for field in DistrictIndicator::TABLE.fields {
                if let Some(value) = own.table.get(field.name) {
                    text.push_str(&format!("{}\n", line_text(field.name, value, Some(&field.shape))));
                }
            }
            let others = own.table.iter().filter(|(key, _)| DistrictIndicator::TABLE.field(key).is_none());
            others.for_each(|(key, value)| text.push_str(&format!("{}\n", line_text(key, value, None))));
            text.push_str(&readings.remove(place).unwrap_or_default());
            text
        };
        self.indicators.iter().map(text).collect()
    }

    /// The kind that all causes of a problem are of, where the problem says one for all.
    fn one_kind(&self, problem: usize) -> Option<&'t Value> {
        let problem = *elements(self.table.get("problem")).get(problem)?;
        let has_causes = problem.get("causes").and_then(Value::as_array).is_some_and(|causes| !causes.is_empty());
        match problem.get("cause_kinds").and_then(Value::as_array).map(Vec::as_slice) {
            Some([only]) if has_causes => Some(only),
            _ => None,
        }
    }

    fn cause_tables(&self, problem: usize) -> Vec<Table> {
        let own = elements(self.table.get("problem")).get(problem).copied();
        let causes = own.and_then(|own| own.get("causes")).and_then(Value::as_array);
        let ids = self.causes.get(&problem).map_or(&[][..], Vec::as_slice);
        let texts = causes.into_iter().flatten().filter(|cause| cause.as_str().is_some());
        texts
            .zip(ids)
            .map(|(text, id)| {
                let mut table = Table::new();
                table.insert("id".to_owned(), Value::String(id.clone()));
                table.insert("text".to_owned(), text.clone());
                table.extend(self.one_kind(problem).map(|kind| ("kind".to_owned(), kind.clone())));
                table
            })
            .collect()
    }

    /// The causes of a problem as elements of its list, below what was said above the old list.
    fn cause_texts(&self, problem: usize, comments: &mut BTreeMap<usize, String>) -> Option<String> {
        let mut comments = comments.remove(&problem).unwrap_or_default();
        let mut text = String::new();
        for cause in self.cause_tables(problem) {
            let above = std::mem::take(&mut comments);
            text.push_str(&format!("\n{above}[[problem.cause]]\n{}", file_text(&cause, &Cause::TABLE)));
        }
        text.push_str(&comments);
        (!text.is_empty()).then_some(text)
    }

    /// All of it written anew from what it says, with its comments at the top: where its parts can't be moved.
    fn written_anew(&self, text: &str) -> UpgradedDistrict {
        let mut district = self.table.clone();
        district.remove(PICTURE);
        district.remove(PLAN);
        let indicators: Vec<Value> = self.indicators.values().map(OldIndicator::whole).map(Value::Table).collect();
        if !indicators.is_empty() {
            district.insert("indicator".to_owned(), Value::Array(indicators));
        }
        if let Some(Value::Array(problems)) = district.get_mut("problem") {
            for (place, problem) in
                problems.iter_mut().enumerate().filter_map(|(place, problem)| Some((place, problem.as_table_mut()?)))
            {
                let causes: Vec<Value> = self.cause_tables(place).into_iter().map(Value::Table).collect();
                problem.remove("causes");
                problem.remove("cause_kinds");
                if !causes.is_empty() {
                    problem.insert("cause".to_owned(), Value::Array(causes));
                }
            }
        }
        let picture = self.picture().map(|picture| {
            let mut new = picture.clone();
            new.insert("district".to_owned(), Value::String(self.id.to_owned()));
            if let Some(until) = new.remove("valid_until") {
                new.insert("period".to_owned(), Value::Table(Table::from_iter([("until".to_owned(), until)])));
            }
            renamed(&mut new);
            if let Some(Value::Array(goals)) = new.get_mut("goal") {
                for (place, goal) in
                    goals.iter_mut().enumerate().filter_map(|(place, goal)| Some((place, goal.as_table_mut()?)))
                {
                    goal.remove("readings");
                    goal.remove("indicator");
                    let own = self.indicators.get(&place).filter(|own| own.is_named);
                    goal.extend(own.map(|own| ("indicator".to_owned(), Value::String(own.id.clone()))));
                }
            }
            file_text(&new, &TargetPicture::TABLE)
        });
        let has_plan = self.plan().is_some() || !self.measures.is_empty();
        let plan = has_plan.then(|| {
            let mut new = self.plan_table();
            new.extend(self.plan().cloned().into_iter().flatten());
            renamed(&mut new);
            file_text(&new, &ActionPlan::TABLE)
        });
        let two_kinds = (0..self.causes.len()).filter(|problem| self.one_kind(*problem).is_none());
        let lost: String = two_kinds
            .filter_map(|problem| elements(self.table.get("problem")).get(problem)?.get("cause_kinds").cloned())
            .map(|kinds| format!("# cause_kinds = {}\n", value_text(&kinds, None)))
            .collect();
        let comments = comments_of(text);
        let district = format!("{comments}{lost}{}", file_text(&district, &District::TABLE));
        UpgradedDistrict { district, versions: self.versions(picture, plan) }
    }
}

impl OldIndicator {
    fn whole(&self) -> Table {
        let mut table = self.table.clone();
        table.extend(self.readings.clone().map(|readings| ("readings".to_owned(), readings)));
        table
    }
}

/// What becomes of a goal's indicator and readings; nothing where it had neither.
fn indicator(goal: &Table, taken: &mut BTreeSet<String>) -> Option<OldIndicator> {
    let said = goal.get("indicator").and_then(Value::as_table).filter(|said| !said.is_empty());
    let readings = goal.get("readings").filter(|readings| readings.as_array().is_some_and(|list| !list.is_empty()));
    let name = said.and_then(|said| said.get("name")).and_then(Value::as_str).filter(|name| !name.is_empty());
    if said.is_none() && readings.is_none() {
        return None;
    }
    let title = goal.get("title").and_then(Value::as_str).unwrap_or_default();
    let mut table = said.cloned().unwrap_or_default();
    let id = new_id(name.unwrap_or(title), "indicator", taken);
    table.insert("id".to_owned(), Value::String(id.clone()));
    table.insert("name".to_owned(), Value::String(name.unwrap_or(title).to_owned()));
    // Each value was of a day.
    table.insert("counts".to_owned(), Value::String(Counts::Level.code().to_owned()));
    Some(OldIndicator { id, table, readings: readings.cloned(), is_named: name.is_some() })
}

/// The seal's new name in a table that is written anew.
fn renamed(table: &mut Table) {
    if let Some(fingerprint) = table.remove("fingerprint") {
        table.insert("seal".to_owned(), fingerprint);
    }
}

/// The text of a version with a seal that is right, where what it had of old was right; where it was not, that still
/// tells that it has changed since.
fn resealed(kind: Kind, text: String, is_sealed: bool) -> String {
    let old = table_of_text(&text).and_then(|table| table.get("seal")?.as_str().map(str::to_owned));
    let Some(old) = old.filter(|_| is_sealed) else { return text };
    let record = read_record(kind, "", text.as_bytes()).record;
    record.map_or(text.clone(), |record| text.replacen(&old, &seal_of(record.fields()), 1))
}

/// The first of the paths that a goal's readings stand at.
fn told_anew(items: &[Item], goal: usize) -> Option<&Vec<Step>> {
    let is_it = |item: &&Item| matches!(item.path.as_slice(), [_, _, Step::Index(own), Step::Key(key), ..] if *own == goal && key == "readings");
    items.iter().find(is_it).map(|item| &item.path)
}

fn has_heading(items: &[Item], name: &str) -> bool {
    items.iter().any(|item| item.is_heading && matches!(item.path.get(1), Some(Step::Key(key)) if key == name))
}

fn shape_in(table: &'static TableShape, name: &str) -> Option<&'static Shape> {
    table.field(name).map(|field| &field.shape)
}

fn elements(list: Option<&Value>) -> Vec<&Table> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table).collect()
}

fn ids(list: Option<&Value>) -> Vec<String> {
    elements(list).into_iter().filter_map(|element| element.get("id")?.as_str().map(str::to_owned)).collect()
}

/// Lines put together, each with an end.
fn joined(lines: Vec<String>) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(&line);
    }
    text
}

/// A text without blank lines before it, and with none of several.
fn trimmed(text: &str) -> String {
    let text = text.trim_start_matches('\n');
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}
