//! Names in an inventory that the register does not know: what each means is asked once.

use super::mapping::Kept;
use super::words::{ImportWords, shown};
use crate::catalog::shape_of;
use crate::change::{new_id, numbered_id};
use crate::cli::app::App;
use crate::cli::prompt::{Offered, Place, Question, ask_among, offered};
use crate::cli::ui::Ui;
use crate::exchange::import::{LONGEST_NAME, Map, Unknown};
use crate::message::imports;
use crate::model::{Kind, Register, Shape, Target, is_id, slug};
use anyhow::Result;
use toml::{Table, Value};

/// What stands for a new record among what may be meant, where ids stand for those that are there.
const NEW: i64 = 0;
/// What stands for leaving it out.
const LEAVE: i64 = 1;
/// How many letters a name has at least that is told to be another with a slip in it.
const LEAST_NEAR: usize = 10;
/// The code of what is none of the others in a list.
const OTHER: &str = "other";

/// The kind of record that a name may be a new one of: whoever takes part in something is a body, and what else a register
/// has is not made of a word in a list.
pub fn makes(unknown: &Unknown) -> Option<Kind> {
    let is_name = unknown.text.len() <= LONGEST_NAME
        && !unknown.text.chars().any(|sign| sign.is_control() && !sign.is_whitespace())
        && is_id(&slug(&unknown.text));
    match *unknown.route.asked().shape.single() {
        _ if !is_name => None,
        Shape::Reference(Target::Record(kind @ Kind::Body)) => Some(kind),
        _ => None,
    }
}

/// Asks what a name means, and takes note of it.
pub fn settle(
    unknown: &Unknown,
    kept: &mut Kept,
    register: &Register,
    words: &ImportWords<'_>,
    app: &App,
) -> Result<()> {
    let language = &app.language;
    let shape = *unknown.route.asked().shape.single();
    let written = slug(&unknown.text);
    let mut among = offered(&shape, &Table::new(), register, language).unwrap_or_default();
    among.sort_by(|left, right| {
        let near = |offered: &Offered| nearness(&offered.name, &written);
        near(right).total_cmp(&near(left))
    });
    // What was made new before may be meant once more.
    let made = makes(unknown).map(|kind| made(kind, &kept.map)).unwrap_or_default();
    let made = made.into_iter().map(|(id, name)| Offered::new(name, id));
    let among: Vec<Offered> = made.chain(among).collect();
    let leave = Offered::new(language.text(imports::UNKNOWN_LEAVE), LEAVE);
    let new = makes(unknown).map(|_| Offered::new(language.say(imports::unknown_new(unknown.text.clone())), NEW));
    let choices: Vec<Offered> = new.into_iter().chain([leave]).chain(among).collect();
    Ui::say(&format!("\n{}", words.unknown(unknown)));
    let title = language.say(imports::which_unknown(shown(&unknown.text)));
    let question = Question { required: true, ..Question::of_choices("", title, choices, app) };
    match (ask_among(question, app)?, makes(unknown)) {
        (Some(Value::Integer(NEW)), Some(kind)) => {
            let table = told(kind, &unknown.text, register, app)?;
            make(unknown, kind, table, kept, register);
        }
        (Some(Value::String(meant)), _) => kept.map.mean(unknown.list, &unknown.text, &meant),
        _ => kept.map.mean(unknown.list, &unknown.text, ""),
    }
    kept.keep(app)
}

/// Takes a name for a new record, of no sort that anybody has said, or for the one that is called so but for a letter.
pub fn make_unasked(unknown: &Unknown, kept: &mut Kept, register: &Register, app: &App) {
    let Some(kind) = makes(unknown) else { return };
    let written = slug(&unknown.text);
    let known =
        register.ids(kind).into_iter().map(|id| (id.to_owned(), register.own_name(kind, id).unwrap_or(id).to_owned()));
    let known: Vec<(String, String)> = known.chain(made(kind, &kept.map)).collect();
    let is_near = |name: &str| strsim::damerau_levenshtein(&slug(name), &written) <= 1;
    let mut near = known.iter().filter(|(_, name)| written.len() >= LEAST_NEAR && is_near(name));
    if let (Some((id, name)), None) = (near.next(), near.next()) {
        app.memory.note(&unknown.text, name.clone());
        kept.map.mean(unknown.list, &unknown.text, id);
        return;
    }
    let mut table = named(kind, &unknown.text);
    for field in shape_of(kind).fields.iter().filter(|field| field.required && matches!(field.shape, Shape::Choice(_)))
    {
        table.insert(field.name.to_owned(), Value::String(OTHER.to_owned()));
    }
    make(unknown, kind, table, kept, register);
}

/// The records of a kind that the inventory makes new, by id and name.
fn made(kind: Kind, map: &Map) -> Vec<(String, String)> {
    let own = map.new.iter().filter(|(own, ..)| *own == kind);
    let named = own.map(|(_, id, table)| {
        let name = kind.called_by().and_then(|field| table.get(field)?.as_str()).unwrap_or(id);
        (id.clone(), name.to_owned())
    });
    named.collect()
}

/// How near a name is to what was written: `BoU` is what the words of a name begin with.
fn nearness(name: &str, written: &str) -> f64 {
    let name = slug(name);
    let first: String = name.split('-').filter_map(|word| word.chars().next()).collect();
    if written.len() > 1 && (first.starts_with(written) || written.starts_with(&first)) {
        return 1.0;
    }
    strsim::jaro_winkler(&name, written)
}

fn named(kind: Kind, text: &str) -> Table {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    kind.called_by().map(|field| (field.to_owned(), Value::String(name))).into_iter().collect()
}

/// What a person says of a new record.
fn told(kind: Kind, text: &str, register: &Register, app: &App) -> Result<Table> {
    let shape = shape_of(kind);
    let mut table = named(kind, text);
    for field in
        shape.fields.iter().filter(|field| field.required && !table.contains_key(field.name)).collect::<Vec<_>>()
    {
        let beside = table.clone();
        let place = Place { shape, path: "", title: "", beside: &beside };
        let question = Question::of_field(place, field, &beside, register, app);
        if let Some(value) = ask_among(question, app)? {
            table.insert(field.name.to_owned(), value);
        }
    }
    Ok(table)
}

fn make(unknown: &Unknown, kind: Kind, table: Table, kept: &mut Kept, register: &Register) {
    let made = new_id(kind, &table, &register.settings);
    let known = kept.map.new.iter().find(|(own, id, _)| *own == kind && *id == made);
    let id = match known {
        // The same name, written a little differently.
        Some((_, id, _)) => id.clone(),
        None => {
            let id = numbered_id(kind, &made, register);
            kept.map.new.push((kind, id.clone(), table));
            id
        }
    };
    kept.map.mean(unknown.list, &unknown.text, &id);
}
