//! What is said of an inventory.

use super::plan::{Conflict, Likely, Plan, Told};
use crate::catalog::shape_of;
use crate::cli::app::App;
use crate::cli::expected::{Where, field_words, input_error};
use crate::exchange::grid::{At, column_name};
use crate::exchange::import::{Guess, Map, Route, Rows, Sure, Unit, Unknown, Why, lacking};
use crate::message::{imports, say};
use crate::model::{KeyPath, Kind, Register, Shape, Step, slug, visible};
use crate::personal_data::mask;
use crate::report;
use std::collections::BTreeMap;
use toml::Value;

/// How many lines are told of one sort.
const MOST_TOLD: usize = 20;

/// How much of a text is shown at most, in signs.
const MOST_SHOWN: usize = 300;

/// How long a text is at most where it is shown as an example, in signs.
const EXAMPLE: usize = 24;

/// The words of a person, and the names of a register.
pub struct ImportWords<'a> {
    /// The register.
    pub register: &'a Register,
    /// The words.
    pub app: &'a App,
    /// What the rows are.
    pub kind: Kind,
    /// Whether it is told of a file as well where something stands.
    pub names_files: bool,
}

/// A text as it may be shown.
pub fn shown(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = visible(&mask(&line)).into_owned();
    match shown.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &shown[..end]),
        None => shown,
    }
}

fn cut(text: &str) -> String {
    let text = shown(text);
    match text.char_indices().nth(EXAMPLE) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// The first of some lines, and how many more there are.
fn first(lines: Vec<String>, app: &App) -> Vec<String> {
    let left = lines.len().saturating_sub(MOST_TOLD);
    let mut first: Vec<String> = lines.into_iter().take(MOST_TOLD).collect();
    if left > 0 {
        first.push(app.language.say(imports::more(left)));
    }
    first
}

impl ImportWords<'_> {
    /// A cell as people name it.
    pub fn at(&self, spot: &At) -> String {
        let file = if self.names_files { format!("{} ", spot.file) } else { String::new() };
        shown(&format!("{file}{}", spot.in_sheet()))
    }

    /// A field as people call it.
    pub fn field(&self, route: &Route) -> String {
        let path = route.to_string();
        let (path, ticked) = path.split_once('=').map_or((path.as_str(), None), |(path, value)| (path, Some(value)));
        let words = field_words(shape_of(self.kind), path, &self.app.language);
        ticked.map_or(words.clone(), |value| format!("{words}: {}", shown(value)))
    }

    /// How a column is read.
    pub fn column(&self, guess: &Guess) -> String {
        let language = &self.app.language;
        let examples: Vec<String> = guess.examples.iter().map(|text| cut(text)).collect();
        let examples = if examples.is_empty() { "none".to_owned() } else { examples.join("; ") };
        let column = column_name(guess.place);
        let heading = shown(&guess.heading);
        let Some(route) = &guess.route else {
            let why = if guess.sure == Sure::Persons { "persons" } else { "unknown" };
            return language.say(imports::ColumnLeft { column, examples, heading, why: why.to_owned() });
        };
        let sure = match guess.sure {
            Sure::Alike => "alike",
            Sure::ByCells => "cells",
            Sure::Headed | Sure::Persons | Sure::Unknown => "headed",
        };
        let unit = match guess.unit {
            Unit::Ones => "ones",
            Unit::Thousands => "thousands",
            Unit::Millions => "millions",
        };
        let (sure, unit) = (sure.to_owned(), unit.to_owned());
        language.say(imports::Column { column, examples, field: self.field(route), heading, sure, unit })
    }

    /// A value of a record, in words.
    pub fn value(&self, path: &KeyPath, value: &Value) -> String {
        let (language, mut table, mut shape) = (&self.app.language, Some(shape_of(self.kind)), None);
        for step in path {
            if let Step::Key(name) = step {
                let field = table.and_then(|table| table.field(name));
                shape = field.map(|field| *field.shape.single());
                table = field.and_then(|field| field.shape.table());
            }
        }
        let text = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match (shape, value) {
            (Some(Shape::Choice(list)), Value::String(code)) => match list.codes.iter().find(|own| *own == code) {
                Some(code) => language.choice(list.name, code),
                None => shown(&text),
            },
            (Some(Shape::Reference(target)), Value::String(reference)) => {
                let tongue = language.tongue();
                match target.parse(reference).and_then(|pointer| pointer.kind.filter(|_| pointer.element.is_none())) {
                    Some(kind) => shown(self.register.own_name(kind, reference).unwrap_or(reference)),
                    None => shown(report::name_of(target, reference, self.register, tongue.code())),
                }
            }
            (Some(Shape::Money), Value::Integer(amount)) => language.money(*amount, &self.register.settings.currency),
            (Some(Shape::Day), Value::Datetime(day)) => {
                day.to_string().parse().map_or_else(|_| text.clone(), |day| language.day(day))
            }
            (_, Value::Array(values)) => {
                let values: Vec<String> = values.iter().map(|value| self.value(path, value)).collect();
                values.join(", ")
            }
            _ => shown(&text),
        }
    }

    /// What a path in a record is called.
    pub fn path(&self, path: &KeyPath) -> String {
        let names = path.iter().filter_map(|step| match step {
            Step::Key(name) => Some(name.as_ref()),
            Step::Index(_) => None,
        });
        field_words(shape_of(self.kind), &names.collect::<Vec<_>>().join("."), &self.app.language)
    }

    fn title(&self, id: &str) -> String {
        shown(self.register.own_name(self.kind, id).unwrap_or(id))
    }

    /// What a row and a record say differently.
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let Conflict { spot, id, difference } = conflict;
        self.app.language.say(imports::Conflict {
            at: self.at(spot),
            field: self.path(&difference.path),
            now: self.value(&difference.path, &difference.now),
            said: self.value(&difference.path, &difference.said),
            title: self.title(id),
        })
    }

    /// What a row may be.
    pub fn likely(&self, likely: &Likely) -> String {
        let among: Vec<String> = likely.among.iter().map(|one| self.one_of(one, &likely.among)).collect();
        let (at, title) = (self.at(&likely.spot), shown(&likely.title));
        self.app.language.say(imports::Likely { among: among.join("; "), at, title })
    }

    /// What one of several is called, with its id where another is called the same.
    pub fn one_of(&self, one: &(String, String), among: &[(String, String)]) -> String {
        let (id, title) = one;
        let is_alone = among.iter().filter(|(_, other)| other == title).count() < 2;
        if is_alone { shown(title) } else { format!("{} (#{})", shown(title), shown(id)) }
    }

    /// A name that the register does not know.
    pub fn unknown(&self, unknown: &Unknown) -> String {
        self.app.language.say(imports::UnknownAt {
            at: self.at(&unknown.spot),
            count: unknown.count,
            field: self.field(&unknown.route),
            text: shown(&unknown.text),
        })
    }

    /// The rows that are no records.
    pub fn left_rows(&self, rows: &Rows) -> Vec<String> {
        let named = rows.left.iter().map(|(spot, text)| format!("{} {}", self.at(spot), cut(text)));
        let named = first(named.collect(), self.app);
        if named.is_empty() { Vec::new() } else { vec![self.app.language.say(imports::left_rows(named.join("; ")))] }
    }

    /// What words were taken for that do not say all of it.
    pub fn taken(&self, taken: &[(String, String)]) -> Vec<String> {
        let said = |(text, meant): &(String, String)| {
            self.app.language.say(say::Understood { meant: shown(meant), text: shown(text) })
        };
        first(taken.iter().map(said).collect(), self.app)
    }

    /// What is told of the rows beside what they change.
    pub fn told(&self, plan: &Plan, rows: &Rows) -> Vec<String> {
        let app = self.app;
        let mut unfinished: BTreeMap<&[&'static str], Vec<&At>> = BTreeMap::new();
        for told in &plan.told {
            if let Told::Unfinished(spot, missing) = told {
                unfinished.entry(missing).or_default().push(spot);
            }
        }
        let mut lines: Vec<String> =
            unfinished.iter().map(|(missing, spots)| self.unfinished(spots, missing)).collect();
        lines.extend(first(plan.told.iter().filter_map(|told| self.row(told)).collect(), app));
        lines.extend(first(rows.unclear.iter().map(|(spot, why)| self.unclear(spot, why)).collect(), app));
        lines.extend(first(rows.unknown.iter().map(|unknown| self.unknown(unknown)).collect(), app));
        let mut lacking: BTreeMap<(&str, &[&'static str]), (usize, String)> = BTreeMap::new();
        for (spot, field, table, names) in &rows.lacking {
            let line = || {
                let missing: Vec<String> = names.iter().map(|name| app.language.field(table.name, name)).collect();
                (self.at(spot), app.language.field(shape_of(self.kind).name, field.name), missing.join(", "))
            };
            let own = lacking.entry((field.name, names)).or_insert_with(|| (0, String::new()));
            own.0 += 1;
            if own.1.is_empty() {
                let (at, field, missing) = line();
                own.1 = format!("{at}\n{field}\n{missing}");
            }
        }
        let told = lacking.into_values().filter_map(|(count, line)| {
            let mut parts = line.splitn(3, '\n').map(str::to_owned);
            let (at, field, missing) = (parts.next()?, parts.next()?, parts.next()?);
            Some(app.language.say(imports::Lacking { at, count, field, missing }))
        });
        lines.extend(told.collect::<Vec<_>>());
        lines
    }

    /// The rows that lack the same.
    fn unfinished(&self, spots: &[&At], missing: &[&'static str]) -> String {
        let language = &self.app.language;
        let missing: Vec<String> = missing.iter().map(|name| language.field(shape_of(self.kind).name, name)).collect();
        let mut cells: Vec<String> = spots.iter().take(MOST_TOLD).map(|spot| self.at(spot)).collect();
        if spots.len() > MOST_TOLD {
            cells.push(language.say(imports::more(spots.len() - MOST_TOLD)));
        }
        let at = cells.join(", ");
        language.say(imports::Unfinished { at, count: spots.len(), missing: missing.join(", ") })
    }

    fn row(&self, told: &Told) -> Option<String> {
        let language = &self.app.language;
        Some(match told {
            Told::Unfinished(..) => return None,
            Told::Joined(spot, title, other) if slug(title) == slug(other) => {
                language.say(imports::JoinedAbove { at: self.at(spot), title: shown(title) })
            }
            Told::Joined(spot, title, other) => {
                language.say(imports::Joined { at: self.at(spot), other: shown(other), title: shown(title) })
            }
            Told::Differs(spot, title, difference) => language.say(imports::Differs {
                at: self.at(spot),
                field: self.path(&difference.path),
                now: self.value(&difference.path, &difference.now),
                said: self.value(&difference.path, &difference.said),
                title: shown(title),
            }),
            Told::InParts(spot, title, difference) => {
                let money = |value: &Value| match value {
                    Value::Integer(amount) => language.money(*amount, &self.register.settings.currency),
                    other => shown(&other.to_string()),
                };
                language.say(imports::InParts {
                    at: self.at(spot),
                    field: self.path(&difference.path),
                    now: money(&difference.now),
                    said: money(&difference.said),
                    title: shown(title),
                })
            }
            Told::Refused(spot, finding) => {
                let why = shown(&language.finding(finding));
                language.say(imports::Unclear { at: self.at(spot), why })
            }
            Told::NoId(spot, title) => language.say(imports::NoId { at: self.at(spot), title: shown(title) }),
        })
    }

    fn unclear(&self, spot: &At, why: &Why) -> String {
        let (language, at) = (&self.app.language, self.at(spot));
        match why {
            Why::Input(error) => {
                let error =
                    input_error(error, Where { table: shape_of(self.kind), register: Some(self.register), language });
                let why = std::iter::once(error.message).chain(error.hints).collect::<Vec<_>>().join("; ");
                language.say(imports::Unclear { at, why: shown(&why) })
            }
            Why::TooLong(count) => language.say(imports::TooLong { at, count: *count }),
            Why::Formula(text) => language.say(imports::Formula { at, text: shown(text) }),
            Why::Several(route, value) => language.say(imports::Several { at, text: self.value(&route.path(), value) }),
        }
    }

    /// The columns and tables that are not read.
    pub fn left(&self, map: &Map, rows: &Rows, missing: &[String], tables: &[String]) -> Vec<String> {
        let language = &self.app.language;
        let columns: Vec<String> =
            map.columns.iter().filter(|own| own.route.is_none()).map(|own| shown(&own.heading)).collect();
        let mut lines = Vec::new();
        if !columns.is_empty() {
            lines.push(language.say(imports::left_columns(first(columns, self.app).join(", "))));
        }
        if !rows.headless.is_empty() {
            let cells = first(rows.headless.iter().map(|spot| self.at(spot)).collect(), self.app);
            lines.push(language.say(imports::headless(cells.join(", "))));
        }
        if !missing.is_empty() {
            lines.push(language.say(imports::missing_columns(missing.join(", "))));
        }
        let shape = shape_of(self.kind);
        let open = lacking(map).into_iter().filter(|route| {
            route.own_element().is_some() || shape.field(&route.to_string()).is_some_and(|field| field.required)
        });
        let open: Vec<String> = open.map(|route| self.field(&route)).collect();
        if !open.is_empty() {
            lines.push(language.say(imports::said_by_none(open.join("; "))));
        }
        if !tables.is_empty() {
            lines.push(language.say(imports::left_tables(tables.join(", "))));
        }
        lines
    }
}
