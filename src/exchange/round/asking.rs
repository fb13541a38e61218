//! A round, as one body is asked in it.

use crate::language::Language;
use crate::model::{Day, Fields as _, Intervention, Register, Shape, Target, Term, Value};

/// What a person can choose from where a value of some shape is asked for, by name.
pub type Offered<'o> = &'o dyn Fn(&Shape) -> Option<Vec<String>>;

/// A round, as a body is asked in it.
pub struct Round<'r> {
    /// The register, as it is known today.
    pub register: &'r Register,
    /// The round's id.
    pub id: &'r str,
    /// The term that is asked about.
    pub term: Term,
    /// The day by which an answer is wanted.
    pub due: Day,
    /// The body that is asked.
    pub body: &'r str,
    /// The revision of the register; empty where there is none.
    pub revision: &'r str,
    /// The day.
    pub today: Day,
    /// The language of the workbook.
    pub language: &'r Language,
    /// What can be chosen.
    pub offered: Offered<'r>,
}

impl Round<'_> {
    /// What a field of an intervention says, by the names of what it refers to.
    pub(super) fn told(&self, own: &Intervention, field: &str) -> String {
        self.named(own.get(field))
    }

    fn named(&self, value: Value<'_>) -> String {
        match value {
            Value::Text(text) => text.to_owned(),
            Value::Reference(Target::Record(kind), id) => self.register.own_name(kind, id).unwrap_or(id).to_owned(),
            Value::List(list) => (0..list.len()).map(|place| self.named(list.at(place))).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        }
    }
}
