//! What a data package says of itself: `datapackage.json`, by the Data Package standard, version 2
//! (<https://datapackage.org/standard/data-package/>).

use super::datum::ColumnHolds;
use super::package::{About, PackageColumn, PackageTable};
use crate::message::exported;
use crate::model::Settings;
use serde_json::{Map, Value, json};

/// What people call the columns and tables of a package.
pub trait PackageWords {
    /// What a field of a table is called.
    fn field(&self, table: &str, field: &str) -> String;
    /// The language of it all, by its two letters.
    fn language(&self) -> &str;
    /// What is said of a table or a column.
    fn about(&self, about: About) -> String;
}

/// The name of the file that describes a package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// The description of a package of some tables, each in a file of CSV.
#[must_use]
pub fn descriptor(settings: &Settings, tables: &[PackageTable], words: &dyn PackageWords) -> Value {
    let mut package = Map::new();
    package.insert("$schema".to_owned(), json!("https://datapackage.org/profiles/2.0/datapackage.json"));
    package.insert("name".to_owned(), json!("register"));
    package.insert("title".to_owned(), json!(&*settings.name));
    if !settings.notice.is_empty() {
        package.insert("description".to_owned(), json!(settings.notice.trim()));
    }
    package.insert("languages".to_owned(), json!([words.language()]));
    package.insert(
        "register".to_owned(),
        json!({
            "format": settings.format,
            "municipality_code": (!settings.municipality_code.is_empty()).then_some(&*settings.municipality_code),
            "currency": (!settings.currency.is_empty()).then_some(&*settings.currency),
        }),
    );
    package.insert("resources".to_owned(), tables.iter().map(|table| resource(table, words)).collect());
    Value::Object(package)
}

fn resource(table: &PackageTable, words: &dyn PackageWords) -> Value {
    let foreign: Vec<Value> = table
        .references
        .iter()
        .map(|reference| {
            json!({
                "fields": reference.columns,
                "reference": { "resource": reference.table, "fields": reference.to },
            })
        })
        .collect();
    let mut schema = Map::new();
    schema.insert("fields".to_owned(), table.columns.iter().map(|column| field(column, words)).collect());
    schema.insert("primaryKey".to_owned(), json!(table.key));
    if !foreign.is_empty() {
        schema.insert("foreignKeys".to_owned(), Value::Array(foreign));
    }
    json!({
        "name": table.name,
        "description": words.about(table.about),
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": schema,
    })
}

fn field(column: &PackageColumn, words: &dyn PackageWords) -> Value {
    let mut field = Map::new();
    field.insert("name".to_owned(), json!(column.name));
    field.insert("type".to_owned(), json!(column.holds.table_schema_type()));
    if let Some((table, name)) = column.field {
        // What is within another table is called by both.
        let titles = column.within.iter().copied().chain([(table, name)]);
        let titles: Vec<String> = titles.map(|(table, name)| words.field(table, name)).collect();
        field.insert("title".to_owned(), json!(titles.join(": ")));
    }
    let mut about = words.about(column.about);
    if matches!(column.holds, ColumnHolds::Joined) {
        about = format!("{about} {}", words.about(About::Message(exported::JOINED)));
    }
    field.insert("description".to_owned(), json!(about));
    let mut constraints = Map::new();
    if column.is_required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if let ColumnHolds::Code(choices) = column.holds {
        constraints.insert("enum".to_owned(), json!(choices.codes));
    }
    if !constraints.is_empty() {
        field.insert("constraints".to_owned(), Value::Object(constraints));
    }
    Value::Object(field)
}
