//! What the JSON of each command looks like, as JSON Schema: read off the columns of its tables and the fields of its
//! records.

mod change;
mod document;
mod finding;
mod record;

use crate::model::Kind;
use crate::report::{Report, TableForm, counts_form, list_form, relations_form};
use document::{Others, document_schema};
use serde_json::{Value, json};

/// The draft that every schema is of.
const SCHEMA: &str = "https://json-schema.org/draft/2020-12/schema";

/// JSON that a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// A report.
    Report(Report),
    /// The records of a kind.
    List(Kind),
    /// A record of a kind.
    Show(Kind),
    /// What a check found.
    Check,
    /// What differs between two states of the register.
    Diff,
    /// How many records differ.
    DiffStat,
    /// What changed, commit by commit.
    Log,
    /// What a question in SQL was answered.
    Sql,
    /// The tables that can be asked in SQL.
    SqlTables,
    /// The register as a whole.
    Export,
}

impl Printed {
    /// Every one.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = Report::ALL.iter().copied().map(Printed::Report).collect();
        all.extend(Kind::ALL.map(Printed::List));
        all.extend(Kind::ALL.map(Printed::Show));
        all.extend([
            Printed::Check,
            Printed::Diff,
            Printed::DiffStat,
            Printed::Log,
            Printed::Sql,
            Printed::SqlTables,
            Printed::Export,
        ]);
        all
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|printed| printed.name() == name)
    }

    /// The name that its schema is asked for by.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Printed::Report(report) => report.name().to_owned(),
            Printed::List(kind) => format!("list-{}", kind.name()),
            Printed::Show(kind) => format!("show-{}", kind.name()),
            Printed::Check => "check".to_owned(),
            Printed::Diff => "diff".to_owned(),
            Printed::DiffStat => "diff-stat".to_owned(),
            Printed::Log => "log".to_owned(),
            Printed::Sql => "sql".to_owned(),
            Printed::SqlTables => "sql-tables".to_owned(),
            Printed::Export => "export".to_owned(),
        }
    }

    /// The command that prints it, as it is typed after `register`, without what has to be asked for.
    #[must_use]
    pub fn command(self) -> String {
        match self {
            Printed::Report(report) => report.command().to_owned(),
            Printed::List(kind) => format!("list {}", kind.name()),
            Printed::Show(_) => "show".to_owned(),
            Printed::Check => "check".to_owned(),
            Printed::Diff => "diff".to_owned(),
            Printed::DiffStat => "diff --stat".to_owned(),
            Printed::Log => "log".to_owned(),
            Printed::Sql => "sql".to_owned(),
            Printed::SqlTables => "sql --tables".to_owned(),
            Printed::Export => "export json".to_owned(),
        }
    }

    /// Its schema.
    #[must_use]
    pub fn schema(self) -> Value {
        match self {
            Printed::Report(report) => document_schema(report.name(), &report.forms(), Others::OfRegister),
            Printed::List(kind) => document_schema("list", &[list_form(kind)], Others::None),
            Printed::Show(kind) => record::shown(kind),
            Printed::Check => finding::found(),
            Printed::Diff => change::differing(),
            Printed::DiffStat => document_schema("diff-stat", &[counts_form()], Others::None),
            Printed::Log => change::logged(),
            // The columns are those that were asked for.
            Printed::Sql => document_schema("sql", &[TableForm::new("rows", Vec::new())], Others::OfRegister),
            Printed::SqlTables => document_schema("sql", &[relations_form()], Others::None),
            Printed::Export => record::exported(),
        }
    }
}

/// What could not be read.
fn unread() -> Value {
    let place = json!({
        "type": "object",
        "required": ["file", "field", "code"],
        "properties": {
            "file": { "type": "string" },
            "field": { "type": ["string", "null"] },
            "code": { "type": "string" },
        },
        "additionalProperties": false,
    });
    json!({ "type": "array", "items": place })
}

/// An object that has just those members, all of them or but some.
fn object(members: &[(&str, Value)], required: &[&str]) -> Value {
    let properties: serde_json::Map<String, Value> =
        members.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    json!({ "type": "object", "required": required, "properties": properties, "additionalProperties": false })
}

/// The same, of a whole document.
fn whole(title: &str, members: &[(&str, Value)], required: &[&str]) -> Value {
    let mut schema = json!({ "$schema": SCHEMA, "title": title });
    if let (Value::Object(schema), Value::Object(own)) = (&mut schema, object(members, required)) {
        schema.extend(own);
    }
    schema
}
