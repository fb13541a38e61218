//! Completion by the shell, with the register's own ids.

use crate::catalog::{find_field, shape_of};
use crate::format::RecordFile;
use crate::model::{GoalIn, Kind, Register, Shape, Target, steers};
use crate::personal_data::find;
use crate::store::Store;
use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};
use clap_complete::env::CompleteEnv;
use std::ffi::OsStr;
use std::path::PathBuf;

/// The variable by which a shell asks.
const VARIABLE: &str = "REGISTER_COMPLETE";

/// Answers the shell, if it is the shell that asks.
pub fn answer(command: impl Fn() -> Command) {
    if std::env::var_os(VARIABLE).is_some() {
        CompleteEnv::with_factory(command).var(VARIABLE).complete();
    }
}

/// The script that makes a shell ask.
pub fn script(shell: &str, out: &mut Vec<u8>) -> std::io::Result<bool> {
    let shells = clap_complete::env::Shells::builtins();
    let Some(completer) = shells.completer(shell) else {
        return Ok(false);
    };
    completer.write_registration(VARIABLE, "register", "register", "register", out)?;
    Ok(true)
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

fn load() -> Option<Register> {
    Some(store()?.load(None, crate::format::Texts::All).ok()?.register)
}

/// The values that a reference may have.
fn targets(target: Target) -> Vec<String> {
    let goals = |register: &Register| -> Vec<String> { register.goals().iter().map(GoalIn::reference).collect() };
    let municipal = |register: &Register| -> Vec<String> {
        register.settings.goal.iter().map(|goal| goal.id.to_string()).collect()
    };
    match target {
        Target::Record(kind) => ids(kind),
        Target::Anything => {
            Kind::ALL.iter().flat_map(|kind| ids(*kind).into_iter().map(|id| format!("{}/{id}", kind.name()))).collect()
        }
        Target::Goal => load().map(|register| [goals(&register), municipal(&register)].concat()).unwrap_or_default(),
        Target::MunicipalGoal => load().map(|register| municipal(&register)).unwrap_or_default(),
        Target::Problem => load()
            .map(|register| {
                let problems = register.districts.iter().flat_map(|(id, district)| {
                    district.problem.iter().map(move |problem| format!("{id}#{}", problem.id))
                });
                problems.collect()
            })
            .unwrap_or_default(),
        Target::Cause => load()
            .map(|register| {
                let causes = register
                    .districts
                    .iter()
                    .flat_map(|(id, district)| district.causes().map(move |(_, cause)| format!("{id}#{}", cause.id)));
                causes.collect()
            })
            .unwrap_or_default(),
        Target::Decision => ids(Kind::Meeting),
        Target::TargetGroup | Target::Category => store()
            .and_then(|store| store.load_settings().ok()?.record)
            .and_then(|settings| Some(settings.vocabulary.words(target)?.keys().map(ToString::to_string).collect()))
            .unwrap_or_default(),
        Target::OwnGoal | Target::OwnIndicator => Vec::new(),
    }
}

fn candidates(values: Vec<String>) -> Vec<CompletionCandidate> {
    // A shell shows what it offers. What could steer its terminal is no id of a record either.
    let is_shown = |value: &String| !value.contains(steers) && find(value).is_empty();
    values.into_iter().filter(is_shown).map(CompletionCandidate::new).collect()
}

/// The values that a field may have, where they can be told.
fn values(shape: &Shape) -> Vec<String> {
    match shape.single() {
        Shape::Choice(choices) => choices.codes.iter().map(|&code| code.to_owned()).collect(),
        Shape::Reference(target) => targets(*target),
        Shape::Flag => vec!["true".to_owned(), "false".to_owned()],
        _ => Vec::new(),
    }
}

/// Completes an argument whose value is a field's.
pub fn for_shape(arg: Arg, shape: &Shape) -> Arg {
    let shape = *shape.single();
    match shape {
        Shape::Choice(_) | Shape::Reference(_) | Shape::Flag => {
            arg.add(ArgValueCandidates::new(move || candidates(values(&shape))))
        }
        _ => arg,
    }
}

/// Completes a record's id, with its kind before it where that is begun.
pub fn record_ids() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| {
        let Some(current) = current.to_str() else { return Vec::new() };
        if current.contains('/') {
            return candidates(targets(Target::Anything).into_iter().filter(|id| id.starts_with(current)).collect());
        }
        let begun = |kind: Kind| ids(kind).into_iter().filter(|id| id.starts_with(current)).map(move |id| (kind, id));
        let all: Vec<(Kind, String)> = Kind::ALL.into_iter().flat_map(begun).collect();
        // An id that several kinds have says nothing without its kind.
        let is_shared = |id: &str| all.iter().filter(|(_, other)| other == id).count() > 1;
        let named =
            all.iter().map(|(kind, id)| if is_shared(id) { format!("{}/{id}", kind.name()) } else { id.clone() });
        candidates(named.collect())
    })
}

/// The kinds that the record after `set` on the command line may be of; all of them where it is not
/// there yet.
fn kinds_being_set() -> Vec<Kind> {
    let words: Vec<String> = std::env::args().collect();
    let id = words.iter().skip_while(|word| *word != "set").skip(1).find(|word| !word.starts_with('-'));
    let Some(id) = id.map(|id| id.split('#').next().unwrap_or(id)) else { return Kind::ALL.to_vec() };
    let (kind, id) = id.split_once('/').map_or((None, id), |(kind, id)| (Kind::from_name(kind), id));
    let is_of = |known_kind: &Kind| {
        kind == Some(*known_kind) || (kind.is_none() && ids(*known_kind).iter().any(|known| known == id))
    };
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(is_of).collect();
    if kinds.is_empty() { Kind::ALL.to_vec() } else { kinds }
}

/// Completes the id of a record of a kind.
pub fn kind_ids(kind: Kind) -> ArgValueCandidates {
    ArgValueCandidates::new(move || candidates(ids(kind)))
}

/// Completes `FIELD=VALUE`: first the field, then its value.
pub fn assignments() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| {
        let Some(current) = current.to_str() else {
            return Vec::new();
        };
        let kinds = kinds_being_set();
        match current.split_once('=') {
            None => {
                let mut names: Vec<String> = kinds
                    .iter()
                    .flat_map(|kind| shape_of(*kind).fields)
                    .map(|field| format!("{}=", field.name))
                    .collect();
                names.sort();
                names.dedup();
                candidates(names.into_iter().filter(|name| name.starts_with(current)).collect())
            }
            Some((name, begun)) => {
                let plain = name.trim_end_matches(['+', '-']);
                let field = kinds.iter().find_map(|kind| find_field(shape_of(*kind), plain));
                let values = field.map(|field| values(&field.shape)).unwrap_or_default();
                let fitting = values.into_iter().filter(|value| value.starts_with(begun));
                candidates(fitting.map(|value| format!("{name}={value}")).collect())
            }
        }
    })
}

/// What completes the code of a rule.
pub fn codes() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates(crate::check::RULES.iter().map(|rule| rule.code().to_owned()).collect()))
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
