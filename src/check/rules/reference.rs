//! Ensure that every reference leads somewhere, and to the right kind of thing.

use crate::check::rule::{AnyRecordAt, Context, Rule, Run};
use crate::format::nearest;
use crate::message::checks;
use crate::model::each_value;
use crate::model::{
    Cause, Decision, Fields, Finding, Hint, Kind, Problem, Register, Spot, Step, Table as _, Target, Value, Vocabulary,
};

pub(in crate::check) const UNKNOWN_REFERENCE: Rule = Rule::error(checks::UNKNOWN_REFERENCE, "format", Run::Value(run));

// Found by the same look.
pub(in crate::check) const UNKNOWN_ELEMENT: Rule = Rule::error(checks::UNKNOWN_ELEMENT, "format", Run::Elsewhere);
pub(in crate::check) const WRONG_KIND: Rule = Rule::error(checks::WRONG_KIND, "format", Run::Elsewhere);
pub(in crate::check) const UNKNOWN_WORD: Rule = Rule::error(checks::UNKNOWN_WORD, "format", Run::Elsewhere);

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, path: &[Step], value: Value<'_>, findings: &mut Vec<Finding>) {
    let Value::Reference(target, text) = value else {
        return;
    };
    if let Some(finding) = broken(context, placed, target, text) {
        findings.push(Finding { spot: Spot::Value(path.to_vec()), ..finding });
    }
}

/// What is wrong with the references in `register.toml`.
pub(super) fn in_settings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let settings = &context.register.settings;
    // Nothing in the settings refers to something of its own record, so any place will do.
    let placed = AnyRecordAt { kind: Kind::District, id: "", file: crate::format::SETTINGS_FILE, fields: settings };
    each_value(settings, &mut |path, value| run(context, &placed, path, value, findings));
}

/// What is wrong with a reference, if anything; its place is for the caller to say.
fn broken(context: &Context<'_>, placed: &AnyRecordAt<'_>, target: Target, text: &str) -> Option<Finding> {
    let register = context.register;
    let pointer = target.parse(text)?;
    let Some(kind) = pointer.kind else {
        return match target {
            Target::TargetGroup | Target::Category => {
                let words = register.settings.vocabulary.words(target)?;
                if words.contains_key(text) {
                    return None;
                }
                let near = nearest(text, words.keys().map(crate::model::ElementId::as_str)).map(Hint::DidYouMean);
                let hint = near.or_else(|| Hint::one_of(words.keys().map(ToString::to_string)));
                let list = Vocabulary::list_name(target).unwrap_or_default();
                Some(placed.finding(checks::UnknownWord { word: text, list }, Spot::File).hint(hint))
            }
            Target::OwnGoal => {
                let goals = context.links.goals_of(placed.id);
                if goals.iter().any(|goal| goal.id.as_str() == text) || is_unread(context, placed.id) {
                    return None;
                }
                let hint = nearest(text, goals.iter().map(|goal| goal.id.as_str())).map(Hint::DidYouMean);
                Some(unknown_element(placed, text, placed.id, hint))
            }
            Target::OwnIndicator => {
                let district = register.target_pictures.get(placed.id)?.district.as_ref()?.as_str();
                let indicators = &register.districts.get(district)?.indicator;
                if indicators.iter().any(|indicator| indicator.id.as_str() == text) {
                    return None;
                }
                let ids = indicators.iter().map(|indicator| indicator.id.as_str());
                let hint = nearest(text, ids).map(Hint::DidYouMean);
                Some(unknown_element(placed, text, district, hint))
            }
            _ => {
                if register.municipal_goal(text).is_some() {
                    return None;
                }
                let goals = register.settings.goal.iter().map(|goal| goal.id.as_str());
                let hint = nearest(text, goals).map(Hint::DidYouMean);
                Some(unknown_element(placed, text, crate::format::SETTINGS_FILE, hint))
            }
        };
    };
    if !register.is_known(kind, pointer.id) {
        let elsewhere = Kind::ALL.into_iter().find(|&other| other != kind && register.is_known(other, pointer.id));
        return Some(match elsewhere {
            Some(found) => placed.finding(checks::WrongKind { id: pointer.id, found, expected: kind }, Spot::File),
            None => {
                let whole = |id: String| {
                    let kind = if target == Target::Anything { format!("{}/", kind.name()) } else { String::new() };
                    let element = pointer.element.map(|element| format!("#{element}")).unwrap_or_default();
                    format!("{kind}{id}{element}")
                };
                let hint = match renamed(register, kind, pointer.id) {
                    Some(now) => Some(Hint::NowCalled(whole(now))),
                    None => {
                        nearest(pointer.id, register.ids(kind).into_iter()).map(|near| Hint::DidYouMean(whole(near)))
                    }
                };
                placed.finding(checks::UnknownReference { kind, id: pointer.id }, Spot::File).hint(hint)
            }
        });
    }
    let element = pointer.element?;
    // What could not be read may well have the element.
    let fields = register.record(kind, pointer.id)?;
    // A district's goals are in the versions of its target picture.
    let goals = || context.links.goals_of(pointer.id).iter().map(|goal| goal.id.as_str());
    let elements: Vec<&str> = match target {
        Target::Goal => goals().collect(),
        Target::Problem => elements_of(fields, Some(Problem::TABLE.name)),
        Target::Cause => elements_of(fields, Some(Cause::TABLE.name)),
        Target::Decision => elements_of(fields, Some(Decision::TABLE.name)),
        _ if kind == Kind::District => elements_of(fields, None).into_iter().chain(goals()).collect(),
        _ => elements_of(fields, None),
    };
    if elements.contains(&element) || (kind == Kind::District && is_unread(context, pointer.id)) {
        return None;
    }
    let hint = nearest(element, elements.into_iter()).map(|near| {
        let record = text.split('#').next().unwrap_or_default();
        Hint::DidYouMean(format!("{record}#{near}"))
    });
    Some(unknown_element(placed, element, pointer.id, hint))
}

fn unknown_element(placed: &AnyRecordAt<'_>, element: &str, record: &str, hint: Option<Hint>) -> Finding {
    placed.finding(checks::UnknownElement { element, record }, Spot::File).hint(hint)
}

/// Whether a version of a district's target picture can't be read, so that it may well have a goal that nobody sees; what
/// district it is of is told by its id alone.
fn is_unread(context: &Context<'_>, district: &str) -> bool {
    let ids = context.register.ids(Kind::TargetPicture);
    ids.into_iter().any(|id| id.starts_with(district) && context.register.is_unread(Kind::TargetPicture, id))
}

/// The record that once had an id.
fn renamed(register: &Register, kind: Kind, id: &str) -> Option<String> {
    register.records(kind).find_map(|(now, _, fields)| fields.was_called(id).then(|| now.to_owned()))
}

/// The ids of the elements of a record: of the tables of one name, or of all.
pub fn elements_of<'r>(fields: &'r dyn Fields, wanted: Option<&str>) -> Vec<&'r str> {
    fn collect<'r>(fields: &'r dyn Fields, wanted: Option<&str>, ids: &mut Vec<&'r str>) {
        for (index, field) in fields.shape().fields.iter().enumerate() {
            let Some(table) = field.shape.table() else {
                continue;
            };
            match fields.value(index) {
                Value::Table(inner) => collect(inner, wanted, ids),
                Value::List(list) => {
                    let is_wanted = wanted.is_none_or(|wanted| wanted == table.name);
                    for index in 0..list.len() {
                        if let Value::Table(element) = list.at(index) {
                            ids.extend(element.element_id().filter(|_| is_wanted));
                            collect(element, wanted, ids);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    let mut ids = Vec::new();
    collect(fields, wanted, &mut ids);
    ids
}
