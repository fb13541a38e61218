//! The register as a database of SQLite: its tables with keys, references and indexes, what is computed of it, and views
//! named after the questions that they answer.

use super::datum::{ColumnHolds, Datum};
use super::measured::MEASURED;
use super::package::{About, PackageTable, package_tables};
use crate::model::{Kind, Known, Register};
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::types::Value;
use rusqlite::{Connection, Result, params_from_iter};

/// What people call a code of a list.
pub type CodeLabel<'l> = &'l dyn Fn(&str, &str) -> String;

/// Covers what must not be shown in a text.
pub type Cover<'c> = &'c dyn Fn(&str) -> String;

/// Fills an empty database with a register as it is written, and what is computed of it as it was known. `cover` covers
/// what must not be handed out.
///
/// # Errors
/// The database can't be written.
pub fn fill(
    connection: &mut Connection,
    register: &Register,
    known: &Known<'_>,
    label: CodeLabel<'_>,
    cover: Cover<'_>,
) -> Result<()> {
    let value = |datum: &Datum<'_>| match value(datum) {
        Value::Text(text) => Value::Text(cover(&text)),
        value => value,
    };
    let tables = package_tables(&Kind::ALL);
    // What a reference names may not be there: that is the register's fault, and not the database's.
    connection.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
    let transaction = connection.transaction()?;
    for table in &tables {
        transaction.execute_batch(&made(table))?;
        let mut insert = transaction.prepare(&insert(&table.name, table.columns.len()))?;
        let mut failed = Ok(());
        table.each_row(register, 0..table.records(register), label, &mut |row| {
            if failed.is_ok() {
                failed = insert.execute(params_from_iter(row.iter().map(&value))).map(drop);
            }
        });
        failed?;
    }
    for measured in MEASURED {
        let columns: Vec<String> = measured.columns.iter().map(|(name, holds)| column(name, *holds)).collect();
        transaction.execute_batch(&format!("CREATE TABLE {} ({});", quoted(measured.table), columns.join(", ")))?;
        let mut insert = transaction.prepare(&insert(measured.table, measured.columns.len()))?;
        let mut failed = Ok(());
        measured.each_row(known, &mut |row| {
            if failed.is_ok() {
                failed = insert.execute(params_from_iter(row.iter().map(&value))).map(drop);
            }
        });
        failed?;
        drop(insert);
        transaction.execute_batch(&format!("CREATE VIEW {} AS {};", quoted(measured.view), measured.select()))?;
    }
    transaction.commit()
}

/// A table as it is made, with its indexes.
fn made(table: &PackageTable) -> String {
    let names = |names: &[String]| names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    let mut parts: Vec<String> = table.columns.iter().map(|own| column(&own.name, own.holds)).collect();
    parts.push(format!("PRIMARY KEY ({})", names(&table.key)));
    for reference in &table.references {
        let (from, to) = (names(&reference.columns), names(&reference.to));
        parts.push(format!("FOREIGN KEY ({from}) REFERENCES {} ({to})", quoted(&reference.table)));
    }
    let mut text = format!("CREATE TABLE {} ({}) WITHOUT ROWID;\n", quoted(&table.name), parts.join(", "));
    // What the key begins with has an index already.
    for reference in table.references.iter().filter(|reference| !table.key.starts_with(&reference.columns)) {
        let index = quoted(&format!("{}_by_{}", table.name, reference.columns.join("_")));
        text += &format!("CREATE INDEX {index} ON {} ({});\n", quoted(&table.name), names(&reference.columns));
    }
    text
}

fn column(name: &str, holds: ColumnHolds) -> String {
    let kind = match holds {
        ColumnHolds::Integer | ColumnHolds::Flag => "INTEGER",
        ColumnHolds::Number => "REAL",
        ColumnHolds::Text | ColumnHolds::Day | ColumnHolds::Term | ColumnHolds::Code(_) | ColumnHolds::Joined => "TEXT",
    };
    format!("{} {kind}", quoted(name))
}

fn insert(table: &str, columns: usize) -> String {
    format!("INSERT INTO {} VALUES ({})", quoted(table), vec!["?"; columns].join(", "))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn value(datum: &Datum<'_>) -> Value {
    match datum {
        Datum::Empty => Value::Null,
        Datum::Integer(number) => Value::Integer(*number),
        Datum::Number(number) => Value::Real(*number),
        Datum::Flag(flag) => Value::Integer((*flag).into()),
        Datum::Text(text) => Value::Text(text.clone().into_owned()),
        Datum::Day(day) => Value::Text(day.to_string()),
        Datum::Term(term) => Value::Text(term.to_string()),
    }
}

/// A table or view of the database, with its columns.
pub struct Relation {
    /// Its name.
    pub name: String,
    /// What says what it tells.
    pub about: About,
    /// The names of its columns.
    pub columns: Vec<String>,
}

/// The views, and the tables behind them.
#[must_use]
pub fn relations() -> Vec<Relation> {
    let views = MEASURED.iter().map(|measured| {
        let columns = measured.view_columns().map(str::to_owned).collect();
        Relation { name: measured.view.to_owned(), about: About::Message(measured.about), columns }
    });
    let tables = package_tables(&Kind::ALL).into_iter().map(|table| {
        let columns = table.columns.into_iter().map(|column| column.name).collect();
        Relation { name: table.name, about: table.about, columns }
    });
    views.chain(tables).collect()
}

/// What a question was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Datum<'static>>>,
}

/// Why a question was not answered.
#[derive(Debug, thiserror::Error)]
pub enum QuestionError {
    /// It is no question: it would change something, or is several.
    #[error("no question")]
    NoQuestion,
    /// The database does not understand it, and says why.
    #[error("{0}")]
    Sql(String),
}

/// Asks a database something in SQL. Nothing that is asked changes anything or reaches another file.
///
/// # Errors
/// It is no question, or the database does not understand it.
pub fn ask(connection: &mut Connection, question: &str) -> std::result::Result<Answer, QuestionError> {
    let said = |error: rusqlite::Error| match error {
        rusqlite::Error::SqliteFailure(failure, _)
            if failure.code == rusqlite::ErrorCode::AuthorizationForStatementDenied =>
        {
            QuestionError::NoQuestion
        }
        rusqlite::Error::MultipleStatement => QuestionError::NoQuestion,
        rusqlite::Error::SqlInputError { msg, .. } => QuestionError::Sql(msg),
        rusqlite::Error::SqliteFailure(_, Some(message)) => QuestionError::Sql(message),
        error => QuestionError::Sql(error.to_string()),
    };
    connection
        .authorizer(Some(|context: AuthContext<'_>| match context.action {
            AuthAction::Select | AuthAction::Read { .. } | AuthAction::Recursive => Authorization::Allow,
            AuthAction::Function { function_name } if function_name != "load_extension" => Authorization::Allow,
            _ => Authorization::Deny,
        }))
        .map_err(said)?;
    if question.trim().is_empty() {
        return Err(QuestionError::NoQuestion);
    }
    let mut statement = connection.prepare(question).map_err(said)?;
    if !statement.readonly() || statement.column_count() == 0 {
        return Err(QuestionError::NoQuestion);
    }
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = Vec::new();
    let mut found = statement.query([]).map_err(said)?;
    while let Some(row) = found.next().map_err(said)? {
        let datum = |place: usize| -> Result<Datum<'static>> {
            Ok(match row.get(place)? {
                Value::Null => Datum::Empty,
                Value::Integer(number) => Datum::Integer(number),
                Value::Real(number) => Datum::Number(number),
                Value::Text(text) => Datum::Text(text.into()),
                Value::Blob(bytes) => Datum::Text(String::from_utf8_lossy(&bytes).into_owned().into()),
            })
        };
        rows.push((0..columns.len()).map(datum).collect::<Result<_>>().map_err(said)?);
    }
    Ok(Answer { columns, rows })
}
