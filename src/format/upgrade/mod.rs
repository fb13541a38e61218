//! From format 1 to format 2: what the texts of a register become, comments and order kept.
//!
//! Format 1 held a district's target picture and action plan in the district's own file, one of each, with the readings of
//! a goal's indicator in the goal, the causes of a problem as loose texts, and an intervention's place in the plan as a
//! flag of its own. What a text says is the same before and after; where it stands is not.
//!
//! A text that has nothing of format 1 stays as it is, so that what is read can be any mixture: the files of a commit, or
//! those that a change touched. A text that does not parse stays as it is too, and is told of when it is read.

mod district;
mod lines;
mod seal;

use super::any_record::AnyRecord;
use super::assemble::{RecordFile, SETTINGS_FILE};
use super::document::{BOM, table_of_text};
use super::edit::{Edit, edit, key};
use crate::model::{
    ActionPlan, Day, FORMAT, Intervention, Kind, MeetingId, OLD_FORMAT, Settings, Step, Table as _, is_id, short_slug,
};
use lines::{commented, comments_of};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// A file of a register: its path below the register's root, with `/` between folders, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    /// Its path.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Words that a text of format 1 has where it has anything that format 2 has elsewhere: a quick look before a long one.
const SIGNS: [&str; 6] = ["target_picture", "action_plan", "part_of_plan", "fingerprint", "causes", "needs"];

/// Whether a text may have something of format 1.
#[must_use]
pub fn may_be_old(path: &str, text: &[u8]) -> bool {
    let has = |sign: &str| memchr::memmem::find(text, sign.as_bytes()).is_some();
    match RecordFile::from_path(path).map(|file| file.kind) {
        None => path == SETTINGS_FILE && has("format"),
        Some(Kind::District) => SIGNS[..2].iter().copied().any(has) || has("cause") || has("fingerprint"),
        Some(Kind::Intervention) => has("part_of_plan") || has("needs"),
        Some(Kind::Situation) => has("fingerprint"),
        Some(Kind::Body | Kind::Meeting | Kind::TargetPicture | Kind::ActionPlan | Kind::Agreement | Kind::Round) => {
            false
        }
    }
}

/// The first thing in a text that stands where only format 1 had it.
#[must_use]
pub fn old_place(kind: Kind, text: &str) -> Option<Vec<Step>> {
    let table = table_of_text(text)?;
    let keys: &[&str] = match kind {
        Kind::District => &[district::PICTURE, district::PLAN],
        Kind::Intervention => &["part_of_plan"],
        Kind::Situation => &["fingerprint"],
        Kind::Body | Kind::Meeting | Kind::TargetPicture | Kind::ActionPlan | Kind::Agreement | Kind::Round => &[],
    };
    let own = keys.iter().find(|name| table.contains_key(**name)).map(|name| vec![Step::from(*name)]);
    own.or_else(|| (kind == Kind::District).then(|| district::old_causes(&table)).flatten())
}

/// The interventions of each district's plan, by the ids of both.
pub type Measures = BTreeMap<String, BTreeSet<String>>;

/// Whether an intervention of format 1 was part of its districts' plans, and what districts those are.
#[must_use]
pub fn planned_in(table: &Table) -> Option<(bool, Vec<String>)> {
    let is_in = table.get("part_of_plan")?.as_bool()?;
    let districts = table.get("districts").and_then(Value::as_array).into_iter().flatten();
    Some((is_in, districts.filter_map(Value::as_str).map(str::to_owned).collect()))
}

/// What the plans that have files of their own say already: the measures of each district that has one.
#[must_use]
pub fn planned_already<'p>(plans: impl Iterator<Item = &'p ActionPlan>) -> Measures {
    let mut planned = Measures::new();
    for plan in plans {
        let measures =
            || plan.measures.iter().filter_map(|measure| Some(measure.intervention.as_ref()?.as_str().to_owned()));
        for district in &plan.districts {
            planned.entry(district.as_str().to_owned()).or_default().extend(measures());
        }
    }
    planned
}

/// What the files of a register become, or what some of them do. Those that have nothing of format 1 are as they were;
/// new ones stand behind the district whose they are. A district that has a plan of its own file gets no other for the
/// sake of an intervention that was marked as part of one: that it was stays as a comment, where the plan does not say it.
#[must_use]
pub fn upgraded(files: Vec<TextFile>) -> Vec<TextFile> {
    let mut measures = Measures::new();
    let mut districts: BTreeSet<String> = BTreeSet::new();
    let plans: Vec<ActionPlan> = files.iter().filter_map(plan_of).collect();
    let planned = planned_already(plans.iter());
    for file in &files {
        let Some(record) = RecordFile::from_path(&file.path) else { continue };
        match record.kind {
            Kind::Intervention if may_be_old(&file.path, file.text.as_bytes()) => {
                let flag = table_of_text(&file.text).and_then(|table| planned_in(&table));
                let of = flag.into_iter().filter(|(is_in, _)| *is_in).flat_map(|(_, districts)| districts);
                for district in of.filter(|district| !planned.contains_key(district)) {
                    measures.entry(district).or_default().insert(record.id.clone());
                }
            }
            Kind::District => drop(districts.insert(record.id)),
            _ => {}
        }
    }
    let mut taken: BTreeSet<String> = files.iter().map(|file| file.path.clone()).collect();
    let mut after = Vec::with_capacity(files.len());
    for file in files {
        let Some(record) = RecordFile::from_path(&file.path) else {
            after.push(if file.path == SETTINGS_FILE { settings(file) } else { file });
            continue;
        };
        match record.kind {
            Kind::District => {
                let own = measures.get(&record.id).cloned().unwrap_or_default();
                let upgraded = district(&record, &file.text, &own);
                match upgraded {
                    Some(upgraded) => {
                        after.push(TextFile { path: file.path, text: upgraded.district });
                        for (kind, version) in upgraded.versions {
                            let path = free(kind, &version.id, &mut taken);
                            after.push(TextFile { path, text: version.text });
                        }
                    }
                    None => after.push(file),
                }
            }
            Kind::Intervention => {
                let is_kept = |district: &String| match planned.get(district) {
                    Some(measures) => measures.contains(&record.id),
                    None => districts.contains(district),
                };
                after.push(TextFile { text: intervention(&file.text, &is_kept).into_owned(), path: file.path });
            }
            Kind::Situation => after.push(TextFile { text: situation(&file.text).into_owned(), path: file.path }),
            _ => after.push(file),
        }
    }
    after
}

fn plan_of(file: &TextFile) -> Option<ActionPlan> {
    let record = RecordFile::from_path(&file.path).filter(|record| record.kind == Kind::ActionPlan)?;
    match super::read_record(record.kind, &file.path, file.text.as_bytes()).record? {
        AnyRecord::ActionPlan(plan) => Some(std::sync::Arc::unwrap_or_clone(plan)),
        _ => None,
    }
}

/// The path of a new file, and if that is taken, one with a number.
fn free(kind: Kind, id: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut paths = std::iter::once(id.to_owned()).chain(numbered).map(|id| RecordFile::path_of(kind, &id));
    let path = paths.find(|path| !taken.contains(path)).unwrap_or_default();
    taken.insert(path.clone());
    path
}

/// A version of a picture or plan that was in its district's file.
#[derive(Debug)]
pub struct OldVersion {
    /// Its id: the district, and the year from which it holds where that is known.
    pub id: String,
    /// The text of its own file.
    pub text: String,
}

/// What the file of a district becomes.
#[derive(Debug)]
pub struct UpgradedDistrict {
    /// The text of the district's file.
    pub district: String,
    /// The texts of the files of its target picture and its action plan, as far as it had them.
    pub versions: Vec<(Kind, OldVersion)>,
}

/// What the text of a district becomes; nothing where it has nothing of format 1, or does not parse. `measures` are the
/// interventions of its plan.
#[must_use]
pub fn district(file: &RecordFile, text: &str, measures: &BTreeSet<String>) -> Option<UpgradedDistrict> {
    if measures.is_empty() && !may_be_old(&file.path, text.as_bytes()) {
        return None;
    }
    plain(text, |plain| district::upgraded(&file.id, plain, measures)).map(|(finish, upgraded)| {
        let versions = upgraded
            .versions
            .into_iter()
            .map(|(kind, version)| (kind, OldVersion { text: finish.lines(&version.text), ..version }));
        UpgradedDistrict { district: finish.whole(&upgraded.district), versions: versions.collect() }
    })
}

/// What the text of an intervention becomes: without the flag that it is in the plan, which the plan says. That it was in
/// one stays as a comment where there is no plan to say it. `has_plan` tells whether a district is there.
#[must_use]
pub fn intervention<'t>(text: &'t str, has_plan: &dyn Fn(&String) -> bool) -> Cow<'t, str> {
    if !may_be_old("interventions/x.toml", text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let Some(table) = table_of_text(text) else { return Cow::Borrowed(text) };
    let mut upgraded = Cow::Borrowed(text);
    if let Some((is_in, districts)) = planned_in(&table) {
        let is_lost = is_in && !districts.iter().any(has_plan);
        if let Some((finish, plain)) = plain(text, |plain| without_flag(plain, is_lost)) {
            upgraded = Cow::Owned(finish.whole(&plain));
        }
    }
    let named = with_need_ids(&upgraded, &table);
    named.map_or(upgraded, Cow::Owned)
}

/// The districts in whose plans an intervention was to be, where its text says so before the change of format, and afterwards
/// only a comment does.
#[must_use]
pub fn left_out_of_plan(before: &str, after: &str) -> Option<Vec<String>> {
    let (_, districts) = planned_in(&table_of_text(before)?).filter(|(is_in, _)| *is_in)?;
    let is_noted = super::comments(after).into_iter().any(|place| after[place].contains("part_of_plan"));
    is_noted.then_some(districts)
}

fn without_flag(plain: &str, is_lost: bool) -> Option<String> {
    let mut outline = super::outline(plain)?;
    let place = outline.items.iter().position(|item| item.path == key("part_of_plan"))?;
    let item = outline.items.remove(place);
    let left = if is_lost { commented(&item.body) } else { comments_of(&item.body) };
    let lead = match (item.lead.trim().is_empty(), left.is_empty()) {
        // Nothing was said of it.
        (true, true) => String::new(),
        _ => format!("{}{left}", item.lead),
    };
    let own: String = outline.items[..place].iter().flat_map(|item| [item.lead.as_str(), item.body.as_str()]).collect();
    let rest = outline.items[place..].iter().flat_map(|item| [item.lead.as_str(), item.body.as_str()]);
    Some(format!("{own}{lead}{}{}", rest.collect::<String>(), outline.tail))
}

/// The ids that the needs of an intervention get that have none: made of what is needed, each once.
#[must_use]
pub fn need_ids(needs: &[(Option<&str>, &str)]) -> Vec<String> {
    let mut taken: BTreeSet<String> = needs.iter().filter_map(|(id, _)| *id).map(str::to_owned).collect();
    let id = |(id, what): &(Option<&str>, &str)| id.map_or_else(|| new_id(what, "need", &mut taken), str::to_owned);
    needs.iter().map(id).collect()
}

fn with_need_ids(text: &str, table: &Table) -> Option<String> {
    let needs = table.get("needs")?.as_array()?;
    let said: Vec<(Option<&str>, &str)> = needs
        .iter()
        .map(|need| {
            let text = |key: &str| need.get(key).and_then(Value::as_str);
            (text("id").filter(|id| !id.is_empty()), text("what").unwrap_or_default())
        })
        .collect();
    let ids = need_ids(&said);
    let edits =
        ids.into_iter().zip(&said).enumerate().filter(|(_, (_, (old, what)))| old.is_none() && !what.is_empty());
    let edits: Vec<Edit> = edits
        .map(|(place, (id, _))| {
            Edit::Set(vec![Step::from("needs"), Step::from(place), Step::from("id")], Value::String(id))
        })
        .collect();
    if edits.is_empty() { None } else { edit(text, &Intervention::TABLE, &edits).ok() }
}

/// An id made of a text that nothing else has.
fn new_id(text: &str, otherwise: &str, taken: &mut BTreeSet<String>) -> String {
    let short = short_slug(text);
    let base = if is_id(&short) { short } else { otherwise.to_owned() };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let id = std::iter::once(base.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(id.clone());
    id
}

/// What the text of a situation picture becomes: what was adopted in short is its seal, and is made of the same.
#[must_use]
pub fn situation(text: &str) -> Cow<'_, str> {
    if !may_be_old("situations/x.toml", text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let renamed = plain(text, |plain| {
        let mut outline = super::outline(plain)?;
        let item = outline.items.iter_mut().find(|item| item.path == key("fingerprint") && !item.is_heading)?;
        item.body = item.body.replacen("fingerprint", "seal", 1);
        Some(outline.text())
    });
    renamed.map_or(Cow::Borrowed(text), |(finish, text)| Cow::Owned(finish.whole(&text)))
}

/// A place that a district may be at, where it does not matter which it is.
fn any_district() -> RecordFile {
    let (kind, id) = (Kind::District, "any".to_owned());
    RecordFile { kind, path: RecordFile::path_of(kind, &id), id }
}

/// What the text of a record becomes by itself, without what became a record of its own.
#[must_use]
pub fn record_text(kind: Kind, text: &str) -> Cow<'_, str> {
    match kind {
        Kind::District => {
            let file = any_district();
            let upgraded = district(&file, text, &BTreeSet::new());
            upgraded.map_or(Cow::Borrowed(text), |upgraded| Cow::Owned(upgraded.district))
        }
        Kind::Intervention => intervention(text, &|_| true),
        Kind::Situation => situation(text),
        Kind::Body | Kind::Meeting | Kind::TargetPicture | Kind::ActionPlan | Kind::Agreement | Kind::Round => {
            Cow::Borrowed(text)
        }
    }
}

/// What became records of their own in format 2, as a text of format 1 says it: a district's target picture and action
/// plan, and whether an intervention is part of a plan. Nothing where a text says nothing of that.
#[must_use]
pub fn moved_elsewhere(kind: Kind, text: &str) -> Vec<String> {
    match kind {
        Kind::District => {
            let file = any_district();
            let versions = district(&file, text, &BTreeSet::new()).map(|upgraded| upgraded.versions);
            versions.into_iter().flatten().map(|(_, version)| version.text).collect()
        }
        Kind::Intervention => {
            let planned = table_of_text(text).and_then(|table| planned_in(&table));
            planned.filter(|(is_in, _)| *is_in).map(|(_, districts)| districts.join(" ")).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether settings are those of a register of format 1.
#[must_use]
pub fn are_old_settings(text: &str) -> bool {
    table_of_text(text).and_then(|table| table.get("format")?.as_integer()) == Some(OLD_FORMAT)
}

fn settings(file: TextFile) -> TextFile {
    let is_old = are_old_settings(&file.text);
    let edits = [Edit::Set(key("format"), Value::Integer(FORMAT))];
    let text = is_old.then(|| edit(&file.text, &Settings::TABLE, &edits).ok()).flatten();
    TextFile { text: text.unwrap_or(file.text), path: file.path }
}

/// How a text ends its lines, and whether it has a byte order mark.
struct Finish {
    bom: &'static str,
    is_windows: bool,
}

impl Finish {
    /// The lines of a new text, as those of the old end.
    fn lines(&self, text: &str) -> String {
        if self.is_windows { text.replace('\n', "\r\n") } else { text.to_owned() }
    }

    /// The whole of a text that is another's heir.
    fn whole(&self, text: &str) -> String {
        format!("{}{}", self.bom, self.lines(text))
    }
}

/// Does something to a text without a byte order mark and with plain line ends.
fn plain<T>(text: &str, work: impl FnOnce(&str) -> Option<T>) -> Option<(Finish, T)> {
    let finish = Finish { bom: if text.starts_with(BOM) { BOM } else { "" }, is_windows: text.contains("\r\n") };
    let plain = super::document::without_bom(text).replace("\r\n", "\n");
    work(&plain).map(|done| (finish, done))
}

/// The year that a meeting's id begins with.
fn year_of(meeting: &str) -> Option<i32> {
    let id = MeetingId::new(meeting).ok()?;
    id.as_str().get(..10)?.parse::<Day>().ok().map(Day::year)
}
