//! What a register begins with, and the files that say so.

use super::template::Template;
use crate::catalog::{WrittenWord, shape_of};
use crate::format::{Edit, EditError, RecordFile, SETTINGS_FILE, edit, file_text, key};
use crate::model::{
    BodyType, FORMAT, FollowUpCycle, Kind, LawBodies, MunicipalGoal, Role, Settings, Shape, SituationLimits, Step,
    Table as _, TableShape, Target, Tongue, Vocabulary, short_slug, slug,
};
use std::collections::BTreeSet;
use toml::{Table, Value};

/// What is known of a new register.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    /// What the municipality is called.
    pub name: String,
    /// Its code, where that is said.
    pub code: String,
    /// The model that it begins with.
    pub template: Option<Template>,
    /// How often interventions are followed up, where that is said.
    pub cycle: Option<String>,
    /// The goals of the municipality.
    pub goals: Vec<String>,
    /// Local words, by what refers to them.
    pub words: Vec<(Target, Vec<WrittenWord>)>,
    /// The names of districts.
    pub districts: Vec<String>,
    /// The names of bodies, and what sort each is of.
    pub bodies: Vec<(String, BodyType)>,
    /// The names of those that the Act asks for, in the order of the fields that say so.
    pub law: Vec<Option<String>>,
}

impl Beginning {
    /// The files of the register by their paths in it, that of the settings last: a folder is a register when it is there.
    pub fn files(&self, language: Tongue) -> Result<Vec<(String, String)>, EditError> {
        let mut files = Vec::new();
        let add = |files: &mut Vec<(String, String)>, kind: Kind, id: &str, text: String| {
            let path = RecordFile::path_of(kind, id);
            if !id.is_empty() && files.iter().all(|(known, _)| *known != path) {
                files.push((path, text));
            }
        };
        for district in &self.districts {
            add(
                &mut files,
                Kind::District,
                &slug(district),
                file_text(&titled(Kind::District, district), shape_of(Kind::District)),
            );
        }
        if let Some(template) = self.template {
            let told = |(path, text): &(&str, &str)| ((*path).to_owned(), template.told_of(text, &self.name));
            files.extend(template.bodies.iter().map(told));
        }
        for (name, sort) in &self.bodies {
            let mut table = titled(Kind::Body, name);
            let is_sort = |shape: &Shape| matches!(shape, Shape::Choice(list) if list.name == BodyType::CHOICES.name);
            put(&mut table, shape_of(Kind::Body), is_sort, sort.code().into());
            add(&mut files, Kind::Body, &slug(name), file_text(&table, shape_of(Kind::Body)));
        }
        files.push((SETTINGS_FILE.to_owned(), self.settings(language)?));
        Ok(files)
    }

    fn settings(&self, language: Tongue) -> Result<String, EditError> {
        let Some(template) = self.template else { return Ok(file_text(&self.table(language), &Settings::TABLE)) };
        let text = template.told_of(template.settings, &self.name);
        let mut edits =
            vec![Edit::Set(key("name"), self.name.clone().into()), Edit::Set(key("language"), language.code().into())];
        if !self.code.is_empty() {
            edits.push(Edit::Set(key("municipality_code"), self.code.clone().into()));
        }
        if let Some(cycle) = &self.cycle {
            let path = vec![Step::Key("follow_up".into()), Step::Key("cycle".into())];
            edits.push(Edit::Set(path, cycle.clone().into()));
        }
        edit(&text, &Settings::TABLE, &edits)
    }

    /// The settings, where they are none of a model's.
    fn table(&self, language: Tongue) -> Table {
        let mut table = Table::new();
        let mut put_in = |key: &str, value: Value| table.insert(key.to_owned(), value);
        put_in("format", Value::Integer(FORMAT));
        put_in("name", self.name.clone().into());
        put_in("municipality_code", self.code.clone().into());
        put_in("language", language.code().into());
        put_in("currency", "SEK".into());
        let mut follow_up = Table::new();
        let cycle = self.cycle.clone().unwrap_or_else(|| "tertial".to_owned());
        put(&mut follow_up, &FollowUpCycle::TABLE, |shape| matches!(shape, Shape::Choice(_)), cycle.into());
        put(&mut follow_up, &FollowUpCycle::TABLE, |shape| matches!(shape, Shape::Integer), Value::Integer(14));
        put_in("follow_up", follow_up.into());
        let mut situation = Table::new();
        put(&mut situation, &SituationLimits::TABLE, |shape| matches!(shape, Shape::Integer), Value::Integer(24));
        put_in("situation", situation.into());
        let fields = LawBodies::TABLE.fields.iter().zip(&self.law);
        let law = fields.filter_map(|(field, name)| Some((field.name.to_owned(), slug(name.as_ref()?).into())));
        put_in("law", law.collect::<Table>().into());
        put_in("goal", self.goals().into());
        put_in("vocabulary", self.vocabulary().into());
        table
    }

    fn goals(&self) -> Vec<Value> {
        let mut taken = BTreeSet::new();
        let one = |title: &String| {
            let mut goal = Table::new();
            put(&mut goal, &MunicipalGoal::TABLE, |shape| matches!(shape, Shape::Text), title.clone().into());
            crate::catalog::fill_id(&mut goal, &MunicipalGoal::TABLE, &mut taken);
            Value::Table(goal)
        };
        self.goals.iter().map(one).collect()
    }

    fn vocabulary(&self) -> Table {
        let list = |(target, words): &(Target, Vec<WrittenWord>)| {
            let own = words.iter().filter_map(|word| Some((word.own_id()?, Value::Table(word.names.clone()))));
            Some((Vocabulary::list_name(*target)?.to_owned(), Value::Table(own.collect())))
        };
        self.words.iter().filter_map(list).collect()
    }

    /// The words that a model has in a list.
    pub fn words_of(template: Template, target: Target) -> Vec<WrittenWord> {
        let said = template.said();
        let word = |(id, names): (&crate::model::ElementId, &crate::model::Names)| WrittenWord {
            id: Some(id.to_string()),
            names: names.0.iter().map(|(language, name)| (language.to_string(), name.to_string().into())).collect(),
        };
        said.vocabulary.words(target).map(|words| words.iter().map(word).collect()).unwrap_or_default()
    }
}

/// A record that says what it is called, and no more.
fn titled(kind: Kind, name: &str) -> Table {
    let mut table = Table::new();
    if let Some(field) = shape_of(kind).with_role(Role::Title) {
        table.insert(field.name.to_owned(), name.into());
    }
    table
}

/// Puts a value in the first field of a table that is of such a shape.
fn put(table: &mut Table, shape: &'static TableShape, is_it: impl Fn(&Shape) -> bool, value: Value) {
    if let Some(field) = shape.fields.iter().find(|field| is_it(&field.shape)) {
        table.insert(field.name.to_owned(), value);
    }
}

/// Whether two names would be one file, or a name none.
pub fn is_no_name(name: &str) -> bool {
    short_slug(name).is_empty()
}
