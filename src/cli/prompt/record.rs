//! Asks for what a new record says: first for what it is hardly one without, then for whichever parts of it one likes.

use super::interview::Interview;
use super::offered::Offered;
use super::question::{Place, Question};
use crate::catalog::shape_of;
use crate::cli::app::App;
use crate::message::say;
use crate::model::{Field, Kind, Layout, Register, Section, Shape, TableShape};
use anyhow::Result;
use toml::{Table, Value};

/// What asks for the fields of a record.
pub struct Asking<'q> {
    /// What the names of things are looked for in.
    pub register: &'q Register,
    /// The program.
    pub app: &'q App,
}

/// Whether a list is what a person came to a part for: of that, Enter means that there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CameFor {
    /// This list.
    It,
    /// Something else.
    Other,
}

impl Asking<'_> {
    /// Asks for the fields of a record of a kind that are not given yet. What it is hardly one without is looked at as soon
    /// as it is there.
    pub fn record(
        &self,
        kind: Kind,
        look: &dyn Fn(&Table, &mut Interview<'_>) -> Result<()>,
        interview: &mut Interview<'_>,
    ) -> Result<Table> {
        let given = interview.given();
        let mut table = given.clone();
        let shape = shape_of(kind);
        let language = &self.app.language;
        interview.say(&language.say(say::prompt_heading(language.kind_new(kind))));
        self.section(shape, Section::First, CameFor::Other, &mut table, interview)?;
        look(&table, interview)?;
        let mut left: Vec<Section> = Vec::new();
        for section in shape.fields.iter().filter_map(|field| field.section) {
            if section != Section::First && !left.contains(&section) {
                left.push(section);
            }
        }
        left.retain(|section| in_section(shape, *section).any(|field| !given.contains_key(field.name)));
        for round in 1.. {
            if left.is_empty() {
                break;
            }
            let chosen = self.sections(&left, round, interview)?;
            if chosen.is_empty() {
                break;
            }
            let came_for = if chosen.len() == left.len() { CameFor::Other } else { CameFor::It };
            for section in &chosen {
                interview.say(&format!("\n{}", language.section(*section)));
                self.section(shape, *section, came_for, &mut table, interview)?;
                left.retain(|other| other != section);
            }
        }
        Ok(table)
    }

    /// Which parts a person wants to tell now.
    fn sections(&self, left: &[Section], round: usize, interview: &mut Interview<'_>) -> Result<Vec<Section>> {
        let language = &self.app.language;
        let mut offered: Vec<Offered> =
            left.iter().map(|section| Offered::new(language.section(*section), section.name())).collect();
        offered.push(Offered::new(language.text(say::PROMPT_EVERYTHING), ""));
        let title = language.text(say::PROMPT_MORE);
        let question = Question {
            hint: language.text(say::PROMPT_MORE_HINT),
            several: true,
            ..Question::of_choices(&format!("sections[{round}]"), title, offered, self.app)
        };
        let chosen = interview.ask(&question)?;
        let names: Vec<&str> = chosen.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str).collect();
        let is_chosen = |section: &&Section| names.contains(&"") || names.contains(&section.name());
        Ok(left.iter().filter(is_chosen).copied().collect())
    }

    /// Asks for the fields of one part.
    fn section(
        &self,
        shape: &'static TableShape,
        section: Section,
        came_for: CameFor,
        table: &mut Table,
        interview: &mut Interview<'_>,
    ) -> Result<()> {
        let is_list =
            |field: &&Field| field.shape.is_list() && field.shape.table().is_some_and(|inner| !inner.is_whole);
        let first = in_section(shape, section).find(is_list).map(|field| field.name);
        for field in in_section(shape, section) {
            if table.contains_key(field.name) {
                continue;
            }
            let beside = table.clone();
            let place = Place { shape, path: "", title: "", beside: &beside };
            let came_for = if first == Some(field.name) { came_for } else { CameFor::Other };
            self.field(place, field, came_for, table, interview)?;
        }
        Ok(())
    }

    /// Asks for the value of a field: of a list of tables element by element, of a table field by field.
    fn field(
        &self,
        place: Place<'_>,
        field: &'static Field,
        came_for: CameFor,
        table: &mut Table,
        interview: &mut Interview<'_>,
    ) -> Result<()> {
        let value = match field.shape {
            Shape::List(Shape::Table(inner)) if !inner.is_whole => {
                self.elements(place, field, inner, came_for, interview)?
            }
            Shape::Table(inner) if !inner.is_whole => {
                let label = self.app.language.field(place.shape.name, field.name);
                let path = format!("{}{}", place.path, field.name);
                // A table that can't be without something is not begun by whom has nothing to say of it.
                let needs = inner.fields.iter().any(|field| field.required && !field.shape.is_element());
                let title = format!("{}{label} – {}", place.title, self.app.language.text(say::PROMPT_ANY));
                if needs && !field.required && !interview.ask_whether(&path, title, false)? {
                    return Ok(());
                }
                let (path, title) = (format!("{path}."), format!("{}{label} – ", place.title));
                let asked = self.fields(Place { shape: inner, path: &path, title: &title, ..place }, interview)?;
                (!asked.is_empty()).then_some(Value::Table(asked))
            }
            _ => interview.ask(&Question::of_field(place, field, table, self.register, self.app))?,
        };
        if let Some(value) = value {
            table.insert(field.name.to_owned(), value);
        }
        Ok(())
    }

    /// Asks for elements, until there are no more.
    fn elements(
        &self,
        place: Place<'_>,
        field: &'static Field,
        inner: &'static TableShape,
        came_for: CameFor,
        interview: &mut Interview<'_>,
    ) -> Result<Option<Value>> {
        let language = &self.app.language;
        let one = language.element(inner.name);
        let mut elements = Vec::new();
        for number in 0.. {
            let path = format!("{}{}[{number}]", place.path, field.name);
            let question = if number == 0 { say::PROMPT_ANY } else { say::PROMPT_ANOTHER };
            let title = format!("{}{one} – {}", place.title, language.text(question));
            // Who came for it is not asked whether.
            let is_sure = number == 0 && came_for == CameFor::It;
            if !is_sure && !interview.ask_whether(&path, title, false)? {
                break;
            }
            let title = format!("{}{one} – ", place.title);
            let path = format!("{path}.");
            let element = self.fields(Place { shape: inner, path: &path, title: &title, ..place }, interview)?;
            elements.push(Value::Table(element));
        }
        Ok((!elements.is_empty()).then_some(Value::Array(elements)))
    }

    /// Asks for the fields of a table within a record. Its ids are made of what it says, and what few know of is left to be
    /// said later.
    pub fn fields(&self, place: Place<'_>, interview: &mut Interview<'_>) -> Result<Table> {
        let mut table = Table::new();
        let is_asked = |field: &&Field| {
            !field.shape.is_element()
                && (field.shape.table().is_none_or(|inner| inner.is_whole)
                    || field.layout == Layout::Headed
                    || !field.shape.is_list())
        };
        for field in place.shape.fields.iter().filter(is_asked) {
            self.field(place, field, CameFor::Other, &mut table, interview)?;
        }
        Ok(table)
    }
}

/// The fields of a table that are of a part.
fn in_section(shape: &'static TableShape, section: Section) -> impl Iterator<Item = &'static Field> {
    shape.fields.iter().filter(move |field| field.section == Some(section))
}
