//! What a person means by the name of something: a record, or an element of one.

use super::understand::Understand;
use crate::model::{Kind, RecordId, Register, Target, is_id, slug};

/// A record that was found, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundRecord {
    /// By its id, or by what it is called.
    Record(RecordId),
    /// By the unique beginning of its id or of what it is called.
    Begun(RecordId),
    /// By an id that it had before.
    Renamed(RecordId),
}

/// More than one record may be meant, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ambiguous {
    /// Any of these, for people to choose from.
    Several(Vec<RecordId>),
    /// None; these are the nearest.
    None(Vec<RecordId>),
}

/// How many letters the beginning of a title has at least: fewer are a slip rather than a name.
const LEAST_OF_A_TITLE: usize = 3;

/// What may be meant where a reference is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// This, as files write it; the whole of it was said.
    One(String),
    /// This, of which a beginning was said.
    Begun(String),
    /// Any of these, as files write them.
    Several(Vec<String>),
    /// Nothing that the register has.
    Nothing,
}

/// Finds the record that a person means: `kind/id`, the id alone where only one kind has it, what it is called, a unique
/// beginning of either, or an id that it had before.
///
/// # Errors
/// There is none, or more than one.
pub fn find(register: &Register, text: &str, understand: &dyn Understand) -> Result<FoundRecord, Ambiguous> {
    let (kinds, id): (Vec<Kind>, &str) = match text.split_once('/') {
        Some((kind, id)) => match kind_of(kind) {
            Some(kind) => (vec![kind], id),
            None => return Err(Ambiguous::None(Vec::new())),
        },
        None => (Kind::ALL.to_vec(), text),
    };
    find_of(register, &kinds, id.trim(), understand)
}

/// The kind of that name, in commands, as a folder, or as people call it.
#[must_use]
pub fn kind_of(name: &str) -> Option<Kind> {
    let name = name.trim().to_lowercase();
    let known = Kind::from_name(&name).or_else(|| Kind::from_folder(&name));
    known.or_else(|| Kind::ALL.into_iter().find(|kind| crate::words::kind_words(kind.name()).contains(&name.as_str())))
}

/// Finds the record that is meant among those of some kinds.
fn find_of(
    register: &Register,
    kinds: &[Kind],
    text: &str,
    understand: &dyn Understand,
) -> Result<FoundRecord, Ambiguous> {
    let id = text.strip_suffix(".toml").unwrap_or(text);
    let one = |records: Vec<RecordId>, found: fn(RecordId) -> FoundRecord| match <[RecordId; 1]>::try_from(records) {
        Ok([record]) => Ok(found(record)),
        Err(records) => Err(Ambiguous::Several(records)),
    };
    let slug = slug(id);
    // What people call it does as well where its id is made of that.
    for exact in [id, &slug] {
        let known = kinds.iter().filter(|kind| register.is_known(**kind, exact));
        let exact: Vec<RecordId> = known.map(|kind| RecordId::new(*kind, exact)).collect();
        if !exact.is_empty() {
            return one(exact, FoundRecord::Record);
        }
    }
    let (mut called, mut begun, mut former) = (Vec::new(), Vec::new(), Vec::new());
    for &kind in kinds {
        for (now, _, fields) in register.records(kind) {
            if fields.was_called(id) {
                former.push(RecordId::new(kind, now));
            }
        }
        for known in register.ids(kind).into_iter().filter(|_| !slug.is_empty()) {
            let names = slugs_of(register, kind, known, understand);
            if names.contains(&slug) {
                called.push(RecordId::new(kind, known));
            } else if known.starts_with(&slug) || names.iter().any(|name| is_begun(name, &slug)) {
                begun.push(RecordId::new(kind, known));
            }
        }
    }
    match (called.as_slice(), former.as_slice()) {
        // Its id is not what it is called any more.
        ([], [record]) => return Ok(FoundRecord::Renamed(record.clone())),
        ([called], [record]) if called == record => return Ok(FoundRecord::Renamed(record.clone())),
        ([], _) => {}
        _ => return one(called, FoundRecord::Record),
    }
    if !begun.is_empty() {
        return one(begun, FoundRecord::Begun);
    }
    Err(Ambiguous::None(nearest_ids(register, kinds, &slug, 3)))
}

/// Whether what was written is the beginning of a name.
fn is_begun(name: &str, written: &str) -> bool {
    written.len() >= LEAST_OF_A_TITLE && name.starts_with(written)
}

/// What a record is called, as ids are made of it.
fn slugs_of(register: &Register, kind: Kind, id: &str, understand: &dyn Understand) -> Vec<String> {
    match register.own_name(kind, id) {
        Some(name) => vec![slug(name)],
        None => understand.titles(kind, id).iter().map(|title| slug(title)).collect(),
    }
}

/// The records whose ids are nearest to what was written.
fn nearest_ids(register: &Register, kinds: &[Kind], written: &str, most: usize) -> Vec<RecordId> {
    let mut near: Vec<(f64, RecordId)> = kinds
        .iter()
        .flat_map(|&kind| register.ids(kind).into_iter().map(move |id| (kind, id)))
        .map(|(kind, id)| (strsim::jaro_winkler(written, id), RecordId::new(kind, id)))
        .filter(|(likeness, _)| *likeness > 0.7)
        .collect();
    near.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
    near.into_iter().take(most).map(|(_, record)| record).collect()
}

/// What is meant where a reference of a sort is written: as files write it, by its id, by what it is called, or by a unique
/// beginning of either.
#[must_use]
pub fn meant(target: Target, text: &str, register: &Register, understand: &dyn Understand) -> Meant {
    let text = text.trim();
    match target {
        Target::Record(kind) => {
            let id = match text.split_once('/') {
                Some((named, id)) if kind_of(named) == Some(kind) => id,
                Some(_) => return Meant::Nothing,
                None => text,
            };
            of_records(find_of(register, &[kind], id, understand), |record| record.id.to_string())
        }
        Target::Anything => {
            let (record, element) = match text.split_once('#') {
                Some((record, element)) if is_id(element) => (record, Some(element)),
                Some(_) => return Meant::Nothing,
                None => (text, None),
            };
            let found = of_records(find(register, record, understand), |record| {
                element.map_or_else(|| record.to_string(), |element| format!("{record}#{element}"))
            });
            if found == Meant::Nothing { choose(text, &references(target, register)) } else { found }
        }
        Target::Decision => {
            let known = references(target, register);
            let (meeting, decision) = text.split_once('#').unwrap_or((text, ""));
            let id = meeting.split_once('/').map_or(meeting, |(_, id)| id).trim();
            let found = of_records(find_of(register, &[Kind::Meeting], id, understand), |record| match decision {
                "" => record.id.to_string(),
                decision => format!("{}#{decision}", record.id),
            });
            // Of a meeting that is named by what it is called, a decision that it has.
            let is_known = |found: &Meant| match found {
                Meant::One(reference) => decision.is_empty() || known.iter().any(|own| own.reference == *reference),
                found => decision.is_empty() && *found != Meant::Nothing,
            };
            if is_known(&found) { found } else { choose(text, &known) }
        }
        target => choose(text, &references(target, register)),
    }
}

fn of_records(found: Result<FoundRecord, Ambiguous>, written: impl Fn(&RecordId) -> String) -> Meant {
    match found {
        Ok(FoundRecord::Record(record)) => Meant::One(written(&record)),
        Ok(FoundRecord::Begun(record) | FoundRecord::Renamed(record)) => Meant::Begun(written(&record)),
        Err(Ambiguous::Several(records)) => Meant::Several(records.iter().map(written).collect()),
        Err(Ambiguous::None(_)) => Meant::Nothing,
    }
}

/// A thing that a reference may name that is no record, with what it is called.
struct Named {
    reference: String,
    names: Vec<String>,
}

/// Every such thing that a reference of a sort may name.
fn references(target: Target, register: &Register) -> Vec<Named> {
    let named = |reference: String, district: Option<&str>, title: &str| {
        let whole = district.map(|district| format!("{}: {title}", register.district_name(district)));
        let names = [title.to_owned()].into_iter().chain(whole).map(|name| slug(&name)).collect();
        Named { reference, names }
    };
    let municipal = || register.settings.goal.iter().map(|goal| named(goal.id.to_string(), None, &goal.title));
    let problems = || {
        let all = register.districts.iter();
        all.flat_map(|(id, district)| district.problem.iter().map(move |problem| (id, problem)))
    };
    let goals = || register.goals().into_iter();
    match target {
        Target::Goal => goals()
            .map(|goal| named(goal.reference(), Some(goal.district), &goal.goal.title))
            .chain(municipal())
            .collect(),
        Target::MunicipalGoal => municipal().collect(),
        Target::OwnGoal => {
            let mut all: Vec<Named> =
                goals().map(|goal| named(goal.goal.id.to_string(), None, &goal.goal.title)).collect();
            all.sort_by(|left, right| left.reference.cmp(&right.reference));
            all.dedup_by(|left, right| left.reference == right.reference);
            all
        }
        Target::OwnIndicator => {
            let all = register.districts.iter().flat_map(|(_, district)| district.indicator.iter());
            let mut all: Vec<Named> =
                all.map(|indicator| named(indicator.id.to_string(), None, &indicator.name)).collect();
            all.sort_by(|left, right| left.reference.cmp(&right.reference));
            all.dedup_by(|left, right| left.reference == right.reference);
            all
        }
        Target::Problem => {
            problems().map(|(id, problem)| named(format!("{id}#{}", problem.id), Some(id), &problem.title)).collect()
        }
        Target::Cause => {
            let causes = problems().flat_map(|(id, problem)| problem.cause.iter().map(move |cause| (id, cause)));
            causes.map(|(id, cause)| named(format!("{id}#{}", cause.id), Some(id), &cause.text)).collect()
        }
        Target::Decision => register
            .decisions()
            .map(|own| named(format!("{}#{}", own.meeting_id, own.decision.id), None, &own.decision.text))
            .collect(),
        Target::Anything => {
            let district = Kind::District.name();
            let meeting = Kind::Meeting.name();
            let of_districts = goals()
                .map(|goal| named(format!("{district}/{}", goal.reference()), Some(goal.district), &goal.goal.title))
                .chain(
                    problems().map(|(id, problem)| {
                        named(format!("{district}/{id}#{}", problem.id), Some(id), &problem.title)
                    }),
                );
            let decisions = references(Target::Decision, register).into_iter();
            let decisions = decisions.map(|own| Named { reference: format!("{meeting}/{}", own.reference), ..own });
            of_districts.chain(decisions).collect()
        }
        Target::TargetGroup | Target::Category => {
            let words = register.settings.vocabulary.words(target).into_iter().flatten();
            words
                .map(|(id, names)| Named {
                    reference: id.to_string(),
                    names: names.0.values().map(|name| slug(name)).collect(),
                })
                .collect()
        }
        Target::Record(_) => Vec::new(),
    }
}

/// Chooses by what is written: the reference itself, a name, or a beginning.
fn choose(text: &str, among: &[Named]) -> Meant {
    let slug = slug(text);
    let ways: [&dyn Fn(&Named) -> bool; 3] = [
        &|named| named.reference == text,
        &|named| named.names.contains(&slug) || named.reference == slug,
        // The element alone: `trygga-kvallar`.
        &|named| named.reference.rsplit_once('#').is_some_and(|(_, element)| element == slug),
    ];
    let chosen = |is_it: &dyn Fn(&Named) -> bool| -> Vec<String> {
        let mut all: Vec<String> =
            among.iter().filter(|named| is_it(named)).map(|named| named.reference.clone()).collect();
        all.dedup();
        all
    };
    let one = |mut found: Vec<String>, one: fn(String) -> Meant| match found.len() {
        1 => one(found.remove(0)),
        _ => Meant::Several(found),
    };
    for way in ways {
        let found = chosen(way);
        if !found.is_empty() {
            return one(found, Meant::One);
        }
    }
    let begins = |named: &Named| {
        let element = named.reference.rsplit_once('#').map_or(named.reference.as_str(), |(_, element)| element);
        named.names.iter().any(|name| is_begun(name, &slug)) || element.starts_with(&slug)
    };
    let found = if slug.is_empty() { Vec::new() } else { chosen(&begins) };
    if found.is_empty() { Meant::Nothing } else { one(found, Meant::Begun) }
}
