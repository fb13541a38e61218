//! Asks what a new register begins with.

use super::beginning::{Beginning, is_no_name};
use super::template::LINKOPING;
use crate::catalog::{WrittenWord, parse_word};
use crate::cli::app::App;
use crate::cli::error::CommandError;
use crate::cli::prompt::{Interview, Offered, Question};
use crate::message::{Key, say, told};
use crate::model::{
    BodyType, Cycle, FollowUpCycle, LawBodies, Settings, Shape, Table as _, Target, Tongue, Vocabulary,
};
use crate::personal_data::find;
use anyhow::Result;
use toml::Value;

/// The bodies that lead the work.
const LEADING: [BodyType; 3] = [BodyType::PoliticalSteeringGroup, BodyType::SteeringGroup, BodyType::CoordinationGroup];

/// Those that the Act asks for, in the order of its fields: what sort each usually is of, and what it is usually called.
const LAW: [(BodyType, Option<Key>); 3] =
    [(BodyType::Other, Some(say::INIT_COUNCIL)), (BodyType::Unit, None), (BodyType::Board, Some(say::INIT_LEAD))];

/// Refuses what looks like personal data: nothing else looks at what a register begins with.
pub fn impersonal(text: &str, app: &App) -> Result<(), CommandError> {
    let language = &app.language;
    match find(text).first() {
        None => Ok(()),
        Some(found) => {
            let error = CommandError::failed(language.say(say::looks_personal(language.text(found.what.message()))));
            Err(error.hint(language.say(told::check_explain("personal-data"))))
        }
    }
}

/// Refuses what is no code of a municipality.
pub fn code(text: &str, app: &App) -> Result<(), CommandError> {
    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    Err(CommandError::usage(app.language.say(say::bad_municipality_code(text))))
}

/// Asks for what is not said yet.
pub fn asked(given: &Beginning, interview: &mut Interview<'_>, app: &App) -> Result<Beginning> {
    let language = &app.language;
    let mut new = given.clone();
    interview.say(&language.say(say::prompt_heading(language.text(say::INIT_HEADING))));
    let label = |name: &str| language.field(Settings::TABLE.name, name);
    if new.name.is_empty() {
        let question = text("name", label("name"), None, app, |_, _| Ok(()));
        new.name = said(interview.ask(&Question { required: true, ..question })?);
    }
    if new.code.is_empty() {
        let question = text("code", label("municipality_code"), Some(say::INIT_CODE_HINT), app, code);
        new.code = said(interview.ask(&question)?);
    }
    if new.template.is_none() {
        let title = language.text(say::INIT_FROM_LINKOPING);
        let is_wanted = interview.ask_whether("template", title, true)?;
        new.template = is_wanted.then_some(LINKOPING);
    }
    if new.template.is_none() {
        model(&mut new, interview, app)?;
    }
    let cycle = FollowUpCycle::TABLE.fields.iter().find(|field| matches!(field.shape, Shape::Choice(_)));
    if let Some(field) = cycle {
        let name = |code: &str| Offered::new(language.choice(Cycle::CHOICES.name, code), code);
        let offered: Vec<Offered> = Cycle::CHOICES.codes.iter().map(|code| name(code)).collect();
        let title = language.field(FollowUpCycle::TABLE.name, field.name);
        let question = Question::of_choices("cycle", title, offered, app);
        let granted = Some(name(Cycle::Tertial.code()));
        new.cycle = Some(said(interview.ask(&Question { granted, ..question })?)).filter(|cycle| !cycle.is_empty());
    }
    let title = language.text(say::INIT_DISTRICTS);
    let question = text("districts", title, Some(say::INIT_SEVERAL), app, names);
    new.districts = parts(&said(interview.ask(&question)?), true);
    Ok(new)
}

/// Asks for what a model would say: goals, words, bodies, and whom the Act asks for.
fn model(new: &mut Beginning, interview: &mut Interview<'_>, app: &App) -> Result<()> {
    let language = &app.language;
    let title = language.field(Settings::TABLE.name, "goal");
    let question = text("goal", title, Some(say::INIT_SEVERAL), app, names);
    new.goals = parts(&said(interview.ask(&question)?), false);
    new.words.clear();
    for target in [Target::Category, Target::TargetGroup] {
        let Some(list) = Vocabulary::list_name(target) else { continue };
        let standard = Beginning::words_of(LINKOPING, target);
        let question = words_question(list, &standard, app);
        let answer = interview.ask(&question)?;
        let words = match answer.as_ref().and_then(Value::as_str) {
            None => Vec::new(),
            Some("") => standard,
            Some(text) => words(text, language.tongue()).unwrap_or_default(),
        };
        new.words.push((target, words));
    }
    new.bodies.clear();
    for sort in LEADING {
        let name = capitalized(&language.choice(BodyType::CHOICES.name, sort.code()));
        let question = text(sort.code(), name.clone(), Some(say::INIT_BODY_HINT), app, names);
        let granted = Some(Offered::new(name.clone(), name));
        let answer = interview.ask(&Question { granted, ..question })?;
        new.bodies.extend(answer.as_ref().and_then(Value::as_str).map(|name| (name.to_owned(), sort)));
    }
    new.law.clear();
    for (field, (sort, usual)) in LawBodies::TABLE.fields.iter().zip(LAW) {
        let title = language.field(LawBodies::TABLE.name, field.name);
        let question = text(field.name, title, Some(say::INIT_BODY_HINT), app, names);
        let granted = usual.map(|usual| language.text(usual)).map(|name| Offered::new(name.clone(), name));
        let name =
            interview.ask(&Question { granted, ..question })?.as_ref().and_then(Value::as_str).map(str::to_owned);
        new.bodies.extend(name.iter().map(|name| (name.clone(), sort)));
        new.law.push(name);
    }
    Ok(())
}

/// What the register will begin with, in words.
pub fn shown(new: &Beginning, app: &App) -> String {
    let language = &app.language;
    let label = |name: &str| language.field(Settings::TABLE.name, name);
    let mut lines = vec![(label("name"), new.name.clone()), (label("municipality_code"), new.code.clone())];
    lines.push((label("goal"), goals(new).join("; ")));
    for target in [Target::Category, Target::TargetGroup] {
        let Some(list) = Vocabulary::list_name(target) else { continue };
        let known = new.words.iter().filter(|(own, _)| *own == target).flat_map(|(_, words)| words.clone());
        let words = new.template.map_or_else(|| known.collect(), |template| Beginning::words_of(template, target));
        lines.push((language.field(Vocabulary::TABLE.name, list), word_names(&words, language.tongue())));
    }
    let bodies: Vec<String> = match new.template {
        Some(template) => template.bodies.iter().filter_map(|(_, text)| name_in(text)).collect(),
        None => new.bodies.iter().map(|(name, _)| name.clone()).collect(),
    };
    lines.push((language.text(say::INIT_BODIES), bodies.join("; ")));
    lines.push((language.text(say::INIT_DISTRICTS), new.districts.join("; ")));
    let told = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let lines: Vec<String> = told.map(|(label, text)| format!("{label}: {text}")).collect();
    let wrapped =
        lines.iter().map(|line| textwrap::fill(line, textwrap::Options::new(app.ui.width).subsequent_indent("  ")));
    wrapped.collect::<Vec<_>>().join("\n")
}

/// The goals that it begins with.
fn goals(new: &Beginning) -> Vec<String> {
    let Some(template) = new.template else { return new.goals.clone() };
    template.said().goal.iter().map(|goal| template.told_of(&goal.title, &new.name)).collect()
}

/// What the record of a text is called.
fn name_in(text: &str) -> Option<String> {
    match crate::change::record_of(crate::model::Kind::Body, "", text)? {
        crate::format::AnyRecord::Body(body) => Some(body.name.to_string()),
        _ => None,
    }
}

fn word_names(words: &[WrittenWord], tongue: Tongue) -> String {
    let name = |word: &WrittenWord| {
        let own = word.names.get(tongue.code()).or_else(|| word.names.values().next());
        own.and_then(Value::as_str).map(str::to_owned)
    };
    words.iter().filter_map(name).collect::<Vec<_>>().join("; ")
}

/// Asks for local words; Enter takes the standard ones.
fn words_question<'q>(list: &str, standard: &[WrittenWord], app: &'q App) -> Question<'q> {
    let language = &app.language;
    let title = language.field(Vocabulary::TABLE.name, list);
    let read = move |text: &str| {
        impersonal(text, app)?;
        match words(text, app.language.tongue()) {
            Some(_) => Ok(Value::String(text.to_owned())),
            None => Err(CommandError::usage(app.language.say(say::not_a_word(text)))),
        }
    };
    let hint = language.say(say::init_words_hint(word_names(standard, language.tongue())));
    let granted = Some(Offered::new(language.text(say::INIT_STANDARD), ""));
    Question { hint, granted, required: false, has_lines: true, ..Question::of_answer(list, title, Box::new(read)) }
}

/// The words of an answer; nothing where one is none.
fn words(text: &str, tongue: Tongue) -> Option<Vec<WrittenWord>> {
    parts(text, !text.contains('=')).iter().map(|part| parse_word(part, tongue)).collect()
}

/// A question that is answered in words, which may be left out.
fn text<'q>(
    asked: &str,
    title: String,
    hint: Option<Key>,
    app: &'q App,
    check: fn(&str, &App) -> Result<(), CommandError>,
) -> Question<'q> {
    let read = move |text: &str| {
        impersonal(text, app)?;
        check(text, app)?;
        Ok(Value::String(text.to_owned()))
    };
    let hint = hint.map(|hint| app.language.text(hint)).unwrap_or_default();
    Question { hint, required: false, has_lines: true, ..Question::of_answer(asked, title, Box::new(read)) }
}

/// Refuses a name that no file can be called by.
fn names(text: &str, app: &App) -> Result<(), CommandError> {
    match parts(text, true).into_iter().find(|name| is_no_name(name)) {
        Some(name) => Err(crate::cli::error::not_an_id(&name, &app.language)),
        None => Ok(()),
    }
}

/// The parts of an answer: between semicolons or on lines of their own, or between commas where those are none of a text.
fn parts(text: &str, by_comma: bool) -> Vec<String> {
    let signs: &[char] = if by_comma && !text.contains([';', '\n']) { &[','] } else { &[';', '\n'] };
    text.split(signs).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn said(answer: Option<Value>) -> String {
    answer.as_ref().and_then(Value::as_str).unwrap_or_default().trim().to_owned()
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
