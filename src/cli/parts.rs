//! Parts of what holds for the whole register that are added by a command of their own: goals, and local words.

use super::error::{CommandError, not_an_id};
use crate::catalog::WrittenWord;
use crate::language::Language;
use crate::message::say;
use crate::model::{
    Field, KeyPath, LocalWords, Register, Settings, Shape, Step, Table as _, Target, Tongue, Vocabulary,
};

/// A part of the settings that several of can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A goal for the whole municipality.
    Goal,
    /// A sort of intervention.
    Category,
    /// For whom interventions are.
    TargetGroup,
}

impl Part {
    /// All of them.
    pub const ALL: [Part; 3] = [Part::Goal, Part::Category, Part::TargetGroup];

    /// What it goes by in commands.
    pub fn name(self) -> &'static str {
        match self {
            Part::Goal => "goal",
            Part::Category => "category",
            Part::TargetGroup => "target-group",
        }
    }

    /// The part of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// What refers to it.
    pub fn target(self) -> Target {
        match self {
            Part::Goal => Target::MunicipalGoal,
            Part::Category => Target::Category,
            Part::TargetGroup => Target::TargetGroup,
        }
    }

    /// The flag that says what it is called.
    pub fn flag(self) -> &'static str {
        if self == Part::Goal { "title" } else { "name" }
    }

    /// The place of the list that it is in.
    pub fn list(self) -> KeyPath {
        let within = |field: &'static Field| Step::Key(field.name.into());
        let is_list = |field: &&Field| match Vocabulary::list_name(self.target()) {
            None => field.shape.is_list() && field.shape.table().is_some_and(|table| table.key.is_some()),
            Some(_) => field.shape.table().is_some_and(|table| table.is::<Vocabulary>()),
        };
        let inner = Vocabulary::list_name(self.target()).map(|name| Step::Key(name.into()));
        Settings::TABLE.fields.iter().find(is_list).map(within).into_iter().chain(inner).collect()
    }

    /// What one types to add one.
    pub fn command(self, language: &Language) -> String {
        self.one(language).replace(' ', "-")
    }

    /// What one of it is called.
    pub fn one(self, language: &Language) -> String {
        language.command(&format!("add-{}", self.name())).unwrap_or_else(|| self.name().to_owned())
    }
}

/// The field of a table that says in words what an element is.
pub fn text_field(fields: &'static [Field]) -> Option<&'static Field> {
    fields.iter().find(|field| matches!(field.shape, Shape::Text))
}

/// The language that words are written in where no other is said.
pub fn own_language(register: &Register, language: &Language) -> Tongue {
    register.settings.language.unwrap_or_else(|| language.tongue())
}

/// The id of a word that is new in its list.
pub fn new_word_id(written: &WrittenWord, known: &LocalWords, language: &Language) -> Result<String, CommandError> {
    if written.names.is_empty() {
        return Err(CommandError::usage(language.text(say::WORD_WITHOUT_NAME)));
    }
    if let Some(taken) = written.is_among(known) {
        return Err(CommandError::failed(language.say(say::id_taken(taken.to_string()))));
    }
    written.own_id().ok_or_else(|| not_an_id("", language))
}
