//! What the shell is offered for values, with the register's own ids, and what each is called.

use super::global::{as_flag, tongue_around};
use super::reading::{THE_REGISTER, is_settings};
use super::shells::asked;
use crate::catalog::{called, find_field, kind_of, shape_of};
use crate::format::{RecordFile, Texts};
use crate::language::Language;
use crate::message::say;
use crate::model::{
    DecisionIn, Field, GoalIn, Kind, Layout, Register, Settings, Shape, Table as _, TableShape, Target, slug, steers,
};
use crate::personal_data::find;
use crate::render::Words;
use crate::report;
use crate::store::Store;
use crate::words::names_by_key;
use clap::Arg;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::OnceLock;

/// What can stand in a place: what is written, and what it is called. Either may be begun.
#[derive(Debug, Clone)]
struct Named {
    value: String,
    name: String,
}

impl Named {
    fn new(value: impl Into<String>, name: impl Into<String>) -> Self {
        Self { value: value.into(), name: name.into() }
    }
}

impl From<String> for Named {
    fn from(value: String) -> Self {
        Self { value, name: String::new() }
    }
}

/// The language that what is offered is told in.
fn language() -> Language {
    Language::new(tongue_around())
}

/// The register that is meant where a shell asks: flags before the cursor are not told.
fn store() -> Option<Store> {
    let given = std::env::var_os("REGISTER_DIR").map(PathBuf::from);
    Store::find(&std::env::current_dir().ok()?, given.as_deref()).ok()
}

/// The ids of a kind, by the names of the files alone.
fn ids(kind: Kind) -> Vec<String> {
    let Some(store) = store() else {
        return Vec::new();
    };
    let files: Vec<RecordFile> = store.files();
    files.into_iter().filter(|file| file.kind == kind).map(|file| file.id).collect()
}

/// The register, read once.
fn load() -> Option<&'static Register> {
    static READ: OnceLock<Option<Register>> = OnceLock::new();
    READ.get_or_init(|| Some(store()?.load(None, Texts::Short).ok()?.register)).as_ref()
}

/// The records of a kind. What they are called is only found out where it is shown or asked for.
fn records(kind: Kind, begun: &str) -> Vec<Named> {
    let ids = ids(kind);
    let is_begun = begun.is_empty() || ids.iter().any(|id| id.starts_with(begun));
    let is_told = asked().is_some_and(|asked| asked.tells);
    let register = if is_told || !is_begun { load() } else { None };
    let Some(register) = register else { return ids.into_iter().map(Named::from).collect() };
    let language = language();
    let words = Words { language: &language, currency: "", ids: false };
    let named = |id: String| {
        let name = if register.own_id(kind, &id).is_some() {
            words.cell(&report::title(register, kind, &id))
        } else {
            String::new()
        };
        Named::new(id, name)
    };
    ids.into_iter().map(named).collect()
}

/// References of a sort, with what each names.
fn named(target: Target, references: Vec<String>) -> Vec<Named> {
    let Some(register) = load() else { return references.into_iter().map(Named::from).collect() };
    let code = tongue_around().code();
    let name = |reference: String| {
        let name = report::name_of(target, &reference, register, code).to_owned();
        if name == reference { Named::from(reference) } else { Named::new(reference, name) }
    };
    references.into_iter().map(name).collect()
}

/// The decisions of the meetings whose id begins so.
fn decisions(register: &Register, begun: &str) -> Vec<Named> {
    let meeting = begun.split('#').next().unwrap_or_default();
    let of_meeting = |own: &DecisionIn<'_>| own.meeting_id.starts_with(meeting);
    let named =
        |own: DecisionIn<'_>| Named::new(format!("{}#{}", own.meeting_id, own.decision.id), own.decision.text.clone());
    register.decisions().filter(of_meeting).map(named).collect()
}

/// The values that a reference may have.
fn targets(target: Target, begun: &str) -> Vec<Named> {
    let register = || load().into_iter();
    let municipal = || register().flat_map(|register| register.settings.goal.iter().map(|goal| goal.id.to_string()));
    let goals = || register().flat_map(|register| register.goals().iter().map(GoalIn::reference).collect::<Vec<_>>());
    let of_districts = |each: fn(&crate::model::District) -> Vec<String>| -> Vec<String> {
        let districts = register().flat_map(|register| register.districts.iter());
        districts.flat_map(|(id, own)| each(own).into_iter().map(move |element| format!("{id}#{element}"))).collect()
    };
    match target {
        Target::Record(kind) => records(kind, begun),
        Target::Anything => of_kinds(&Kind::ALL, |kind| kind.name().to_owned(), begun),
        Target::Goal => named(target, goals().chain(municipal()).collect()),
        Target::MunicipalGoal => named(target, municipal().collect()),
        Target::Problem => named(
            target,
            of_districts(|district| district.problem.iter().map(|problem| problem.id.to_string()).collect()),
        ),
        Target::Cause => {
            named(target, of_districts(|district| district.causes().map(|(_, cause)| cause.id.to_string()).collect()))
        }
        Target::Decision => {
            let mut meetings = records(Kind::Meeting, begun);
            // Where it is plain which meeting is meant, its decisions too.
            if meetings.iter().filter(|meeting| meeting.value.starts_with(begun)).count() < 2 {
                meetings.extend(register().flat_map(|register| decisions(register, begun)));
            }
            meetings
        }
        Target::TargetGroup | Target::Category => {
            let settings = store().and_then(|store| store.load_settings().ok()?.record);
            let words = settings.as_ref().and_then(|settings| settings.vocabulary.words(target));
            let code = tongue_around().code();
            words
                .into_iter()
                .flatten()
                .map(|(word, names)| Named::new(word.to_string(), names.in_language(code).unwrap_or_default()))
                .collect()
        }
        Target::OwnGoal | Target::OwnIndicator => Vec::new(),
    }
}

/// The records of some kinds, each with its kind before it.
fn of_kinds(kinds: &[Kind], written: impl Fn(Kind) -> String, begun: &str) -> Vec<Named> {
    let begun = begun.split_once('/').map_or("", |(_, id)| id);
    let with_kind = |kind: Kind| {
        let written = written(kind);
        let records = records(kind, begun).into_iter();
        records.map(move |own| Named::new(format!("{written}/{}", own.value), own.name)).collect::<Vec<_>>()
    };
    kinds.iter().flat_map(|kind| with_kind(*kind)).collect()
}

/// What is offered of some values where one is begun: those that go on so; and where there are none, those whose names do.
fn fitting(values: Vec<Named>, begun: &str) -> Vec<CompletionCandidate> {
    // A shell shows what it offers. What could steer its terminal is no id of a record either.
    let is_shown = |text: &str| !text.contains(steers) && find(text).is_empty();
    let values = values.into_iter().filter(|own| is_shown(&own.value)).map(|own| Named {
        // What is typed has no spaces that do not break.
        name: if is_shown(&own.name) { own.name.replace('\u{a0}', " ") } else { String::new() },
        ..own
    });
    let told = |text: String| Some(text).filter(|text| !text.is_empty()).map(Into::into);
    let (fit, others): (Vec<Named>, Vec<Named>) = values.partition(|own| own.value.starts_with(begun));
    if !fit.is_empty() {
        return fit.into_iter().map(|own| CompletionCandidate::new(own.value).help(told(own.name))).collect();
    }
    let small = begun.to_lowercase();
    let called = others.into_iter().filter(|own| own.name.to_lowercase().starts_with(&small));
    called.map(|own| CompletionCandidate::new(own.name).help(told(own.value))).collect()
}

/// What is offered as the value of a field, where it can be told.
fn fitting_values(shape: &Shape, begun: &str) -> Vec<CompletionCandidate> {
    let several = matches!(shape, Shape::List(_)).then(|| begun.rsplit_once(',')).flatten();
    if let Some((before, begun)) = several {
        let each = fitting_values(shape.single(), begun.trim_start()).into_iter();
        return each.map(|candidate| candidate.add_prefix(format!("{before},"))).collect();
    }
    let language = language();
    match shape.single() {
        Shape::Choice(choices) => {
            let named = |code: &&'static str| Named::new(language.choice(choices.name, code), *code);
            let mut offered = fitting(choices.codes.iter().map(named).collect(), begun);
            // Its code does as well, where one has begun to write it.
            let names: Vec<&OsStr> = offered.iter().map(CompletionCandidate::get_value).collect();
            let other =
                |code: &&&str| !begun.is_empty() && code.starts_with(begun) && !names.contains(&OsStr::new(**code));
            let codes: Vec<CompletionCandidate> = choices
                .codes
                .iter()
                .filter(other)
                .map(|code| CompletionCandidate::new(*code).help(Some(language.choice(choices.name, code).into())))
                .collect();
            offered.extend(codes);
            offered
        }
        Shape::Reference(target) => fitting(targets(*target, begun), begun),
        Shape::Flag => fitting([say::YES, say::NO].map(|word| language.text(word).into()).into(), begun),
        _ => Vec::new(),
    }
}

/// What completes an argument, by what is begun of it.
fn completer(offered: impl Fn(&str) -> Vec<CompletionCandidate> + Send + Sync + 'static) -> ArgValueCompleter {
    ArgValueCompleter::new(move |current: &OsStr| current.to_str().map(&offered).unwrap_or_default())
}

/// Completes an argument whose value is a field's.
pub fn for_shape(arg: Arg, shape: &Shape) -> Arg {
    let shape = *shape;
    match shape.single() {
        Shape::Choice(_) | Shape::Reference(_) | Shape::Flag => {
            arg.add(completer(move |begun| fitting_values(&shape, begun)))
        }
        _ => arg,
    }
}

/// The same, and the register itself.
pub fn record_ids_or_settings() -> ArgValueCompleter {
    let records = record_ids();
    ArgValueCompleter::new(move |current: &OsStr| {
        let begun = current.to_str().filter(|current| !current.is_empty() && THE_REGISTER.starts_with(current));
        let itself = begun.map(|_| CompletionCandidate::new(THE_REGISTER));
        records.complete(current).into_iter().chain(itself).collect()
    })
}

/// Completes a record's id, with its kind before it where that is begun.
pub fn record_ids() -> ArgValueCompleter {
    completer(|begun| {
        if let Some((kind, _)) = begun.split_once('/') {
            let kinds: Vec<Kind> = kind_of(kind).into_iter().collect();
            return fitting(of_kinds(&kinds, |_| kind.to_owned(), begun), begun);
        }
        let all: Vec<(Kind, Named)> = Kind::ALL
            .into_iter()
            .flat_map(|kind| records(kind, begun).into_iter().map(move |own| (kind, own)))
            .collect();
        // An id that several kinds have says nothing without its kind.
        let is_shared = |id: &str| all.iter().filter(|(_, other)| other.value == id).count() > 1;
        let (shared, single): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|(_, own)| is_shared(&own.value));
        let with_kind = |(kind, own): (Kind, Named)| Named::new(format!("{}/{}", kind.name(), own.value), own.name);
        let shared = shared.into_iter().filter(|(_, own)| own.value.starts_with(begun)).map(with_kind).collect();
        let fit = single.iter().any(|(_, own)| own.value.starts_with(begun));
        let mut offered = Vec::new();
        let others = fitting(shared, "");
        if fit || others.is_empty() {
            offered = fitting(single.into_iter().map(|(_, own)| own).collect(), begun);
        }
        offered.extend(others);
        offered
    })
}

/// The tables that what is set may be in: that of the record after `set` on the command line, or those of all kinds
/// where it is not there yet.
fn tables_being_set() -> Vec<&'static TableShape> {
    let words = asked().map_or(&[][..], |asked| &asked.words);
    let before = &words[..words.len().saturating_sub(1)];
    let is_set = |word: &str| word == "set" || names_by_key("command-set").contains(&word);
    let id = before.iter().skip_while(|word| !is_set(word)).skip(1).find(|word| !word.starts_with('-'));
    let all = || Kind::ALL.iter().map(|kind| shape_of(*kind)).collect();
    let Some(id) = id.map(|id| id.split('#').next().unwrap_or(id)) else { return all() };
    if is_settings(id) {
        return vec![&Settings::TABLE];
    }
    let (kind, id) = id.split_once('/').map_or((None, id), |(kind, id)| (kind_of(kind), id));
    let slug = slug(id);
    let is_of = |known_kind: &&Kind| {
        kind == Some(**known_kind)
            || (kind.is_none() && ids(**known_kind).iter().any(|known| known == id || *known == slug))
    };
    let kinds: Vec<&'static TableShape> = Kind::ALL.iter().filter(is_of).map(|kind| shape_of(*kind)).collect();
    if kinds.is_empty() { all() } else { kinds }
}

/// Completes the id of a record of a kind.
pub fn kind_ids(kind: Kind) -> ArgValueCompleter {
    completer(move |begun| fitting(records(kind, begun), begun))
}

/// Completes the id of a meeting or of a decision of one.
pub fn meetings_and_decisions() -> ArgValueCompleter {
    completer(|begun| fitting(targets(Target::Decision, begun), begun))
}

/// Completes the id of a decision of the meeting that stands before it.
pub fn decisions_of_meeting() -> ArgValueCompleter {
    completer(|begun| {
        let words = asked().map_or(&[][..], |asked| &asked.words);
        let Some(register) = load() else { return Vec::new() };
        let is_of = |own: &DecisionIn<'_>| words.iter().any(|word| word == own.meeting_id);
        let named = |own: DecisionIn<'_>| Named::new(own.decision.id.to_string(), own.decision.text.clone());
        fitting(register.decisions().filter(is_of).map(named).collect(), begun)
    })
}

/// Completes a kind, as the language calls it.
pub fn kinds() -> ArgValueCompleter {
    completer(|begun| {
        let language = language();
        let mut offered = fitting(
            Kind::ALL.iter().map(|kind| Named::new(as_flag(&language.kind(*kind)), kind.name())).collect(),
            begun,
        );
        if offered.is_empty() {
            offered = fitting(Kind::ALL.iter().map(|kind| kind.name().to_owned().into()).collect(), begun);
        }
        offered
    })
}

/// Completes one of some words: by what it is called, or as it is written in every language.
pub fn words(named: Vec<(String, String)>) -> ArgValueCompleter {
    completer(move |begun| {
        let called = |(name, own): &(String, String)| Named::new(name.clone(), own.clone());
        let offered = fitting(named.iter().map(called).collect(), begun);
        let own = |(_, own): &(String, String)| own.clone().into();
        if offered.is_empty() { fitting(named.iter().map(own).collect(), begun) } else { offered }
    })
}

/// Completes `FIELD=VALUE`: first the field, then its value.
pub fn assignments() -> ArgValueCompleter {
    completer(|current| {
        let tables = tables_being_set();
        let Some((name, begun)) = current.split_once('=') else { return fields(&tables, current) };
        let plain = name.trim_end_matches(['+', '-']);
        let field = tables.iter().find_map(|table| field_at(table, plain));
        let values = field.map(|field| fitting_values(&field.shape, begun)).unwrap_or_default();
        values.into_iter().map(|candidate| candidate.add_prefix(format!("{name}="))).collect()
    })
}

/// The fields of some tables whose names begin so: as the language calls them, and by their other names where those are
/// what is begun.
fn fields(tables: &[&'static TableShape], begun: &str) -> Vec<CompletionCandidate> {
    let language = language();
    let mut offered: Vec<String> = Vec::new();
    let mut offer = |name: String| {
        if name.starts_with(begun) && !offered.contains(&name) {
            offered.push(name);
        }
    };
    let all: Vec<Within> = tables.iter().flat_map(|table| within(table, &language, "", "")).collect();
    for field in &all {
        offer(format!("{}{}=", field.called_before, as_flag(&language.field(field.table.name, field.field.name))));
    }
    for field in all.iter().filter(|_| !begun.is_empty()) {
        let own = |name: &str| format!("{}{}", field.called_before, as_flag(name));
        let is_other = !called(field.table, field.field).any(|name| own(name).starts_with(begun));
        let name = format!("{}{}", field.named_before, field.field.name);
        if is_other && name.starts_with(begun) {
            offer(format!("{name}="));
        }
    }
    offered.into_iter().map(CompletionCandidate::new).collect()
}

/// A field that is set by its name, or one of a table that lies under a heading.
struct Within {
    table: &'static TableShape,
    field: &'static Field,
    /// What stands before it, as files have it.
    named_before: String,
    /// The same, as the language calls it.
    called_before: String,
}

/// The fields of a table that are set by their names; of a table that lies under a heading, its fields.
fn within(table: &'static TableShape, language: &Language, named: &str, called: &str) -> Vec<Within> {
    let of = |field: &'static Field| match field.shape {
        Shape::Table(inner) if field.layout == Layout::Headed => {
            let called = format!("{called}{}.", as_flag(&language.field(table.name, field.name)));
            within(inner, language, &format!("{named}{}.", field.name), &called)
        }
        _ => vec![Within { table, field, named_before: named.to_owned(), called_before: called.to_owned() }],
    };
    table.fields.iter().flat_map(of).collect()
}

/// The field that a name leads to, with dots between those of tables.
fn field_at(shape: &'static TableShape, name: &str) -> Option<&'static Field> {
    match name.split_once('.') {
        Some((outer, rest)) => field_at(find_field(shape, outer)?.shape.table()?, rest),
        None => find_field(shape, name),
    }
}

/// What completes the code of a rule.
pub fn codes() -> ArgValueCompleter {
    completer(|begun| fitting(crate::check::RULES.iter().map(|rule| rule.code().to_owned().into()).collect(), begun))
}

/// Completes the last word of a question in SQL with the names of tables and views.
pub fn tables() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| {
        let current = current.to_string_lossy();
        let begins = current.rfind(|letter: char| !letter.is_alphanumeric() && letter != '_').map_or(0, |at| at + 1);
        let (before, word) = current.split_at(begins);
        let names = crate::exchange::relations().into_iter().map(|relation| relation.name);
        let fit = names.filter(|name| name.starts_with(word));
        fit.map(|name| CompletionCandidate::new(format!("{before}{name}"))).collect()
    })
}
