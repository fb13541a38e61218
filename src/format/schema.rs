//! JSON Schema of each kind of file, for editors: read off the fields, with a register's own ids as
//! choices where there is a register.

use crate::model::{Cadence, Field, GoalIn, Money, Register, Shape, TableShape, Target};
use serde_json::{Map, Value, json};

/// What is said of the fields in a schema, in some language.
pub trait FieldWords {
    /// The label of a field of a table.
    fn title(&self, table: &str, field: &str) -> String;
    /// What it means.
    fn description(&self, table: &str, field: &str) -> String;
}

/// The schema of a table's file (JSON Schema, draft 2020-12).
#[must_use]
pub fn schema(shape: &TableShape, register: Option<&Register>, words: &dyn FieldWords) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(shape.name));
    let Value::Object(table) = table(shape, register, words) else {
        return Value::Null;
    };
    schema.extend(table);
    Value::Object(schema)
}

fn table(shape: &TableShape, register: Option<&Register>, words: &dyn FieldWords) -> Value {
    let properties: Map<String, Value> =
        shape.fields.iter().map(|field| (field.name.to_owned(), property(shape, field, register, words))).collect();
    let required: Vec<&str> = shape.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut table = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        table["required"] = json!(required);
    }
    table
}

fn property(shape: &TableShape, field: &Field, register: Option<&Register>, words: &dyn FieldWords) -> Value {
    let mut property = value(&field.shape, register, words);
    if matches!(field.shape, Shape::Integer | Shape::Ordinal | Shape::Year | Shape::Number) {
        for (keyword, bound) in [("minimum", field.least()), ("maximum", field.most())] {
            bound.into_iter().for_each(|bound| property[keyword] = json!(bound));
        }
    }
    property["title"] = json!(words.title(shape.name, field.name));
    property["description"] = json!(words.description(shape.name, field.name));
    property
}

fn value(shape: &Shape, register: Option<&Register>, words: &dyn FieldWords) -> Value {
    match shape {
        Shape::Text | Shape::CaseNumber => json!({ "type": "string" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Integer | Shape::Ordinal | Shape::Year => json!({ "type": "integer" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Money => json!({ "type": "integer", "minimum": 0, "maximum": Money::MOST }),
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::Term => {
            json!({ "type": "string", "pattern": "^[0-9]{4}(-([0-9]{2}|t[1-3]|q[1-4]|h[12]))?$" })
        }
        Shape::Choice(choices) => json!({ "type": "string", "enum": choices.codes }),
        Shape::Element | Shape::FormerId => {
            json!({ "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "maxLength": crate::model::ID_MAX })
        }
        Shape::AreaCode => {
            json!({ "type": "string", "pattern": "^[0-9]{4}([ABC][0-9]{4}|R[0-9]{3})$" })
        }
        Shape::Reference(target) => match register.and_then(|register| choices(*target, register)) {
            Some(ids) if !ids.is_empty() => json!({ "type": "string", "enum": ids }),
            _ => json!({ "type": "string" }),
        },
        Shape::Readings => {
            json!({ "type": "object", "additionalProperties": { "type": "number" } })
        }
        Shape::Words => json!({
            "type": "object",
            "additionalProperties": { "type": "object", "additionalProperties": { "type": "string" } },
        }),
        Shape::Cadence => {
            let phase = table(Cadence::PHASE, register, words);
            json!({ "anyOf": [phase, { "type": "array", "items": phase }] })
        }
        Shape::Table(shape) => table(shape, register, words),
        Shape::List(inner) => json!({ "type": "array", "items": value(inner, register, words) }),
    }
}

/// What a reference may name, where the register tells.
fn choices(target: Target, register: &Register) -> Option<Vec<String>> {
    let own = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let municipal = || register.settings.goal.iter().map(|goal| goal.id.to_string());
    match target {
        Target::Record(kind) => Some(own(register.ids(kind))),
        Target::MunicipalGoal => Some(municipal().collect()),
        Target::Goal => {
            let goals = register.goals();
            Some(goals.iter().map(GoalIn::reference).chain(municipal()).collect())
        }
        Target::Problem => Some(
            register
                .districts
                .iter()
                .flat_map(|(id, district)| district.problem.iter().map(move |problem| format!("{id}#{}", problem.id)))
                .collect(),
        ),
        Target::TargetGroup | Target::Category => {
            Some(register.settings.vocabulary.words(target)?.keys().map(ToString::to_string).collect())
        }
        Target::Cause => Some(
            register
                .districts
                .iter()
                .flat_map(|(id, district)| district.causes().map(move |(_, cause)| format!("{id}#{}", cause.id)))
                .collect(),
        ),
        // A decision may be named for its meeting.
        Target::Decision | Target::OwnGoal | Target::OwnIndicator | Target::Anything => None,
    }
}
