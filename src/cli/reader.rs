//! Understands what a person writes, and remembers what it was taken for.

use crate::catalog::{Taken, Understand};
use crate::language::Language;
use crate::message::say;
use crate::model::{Choices, Day, Kind, Register, Term, When};
use crate::render::Words;
use crate::report;
use indexmap::IndexSet;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What a person has been asked while a command ran, and what is to be told of what they wrote.
#[derive(Debug, Default)]
pub struct Memory {
    /// Which of several is meant by a text.
    chosen: RefCell<BTreeMap<String, String>>,
    /// Texts that do not say all, and what each was taken for, in words.
    taken: RefCell<IndexSet<(String, String)>>,
}

impl Memory {
    /// Remembers which of several is meant.
    pub fn choose(&self, text: String, chosen: String) {
        self.chosen.borrow_mut().insert(text, chosen);
    }

    /// Which of several is meant, where somebody has been asked.
    pub fn chosen(&self, text: &str) -> Option<String> {
        self.chosen.borrow().get(text).cloned()
    }

    /// Takes note of what a text was taken for, once.
    pub fn note(&self, text: &str, taken_for: String) {
        let noted = (text.trim().to_owned(), taken_for);
        if noted.0 != noted.1 {
            self.taken.borrow_mut().insert(noted);
        }
    }

    /// What texts were taken for, which is told of once.
    pub fn take_notes(&self) -> Vec<(String, String)> {
        self.taken.take().into_iter().collect()
    }
}

/// Understands what a person writes, on a day, in a language.
pub struct Reader<'l> {
    /// The language that days are written in, and that names are looked for in first.
    pub language: &'l Language,
    /// The day that words such as tomorrow are counted from.
    pub today: Day,
    /// The register that names are looked for in.
    pub register: Option<&'l Register>,
    /// What is remembered of it.
    pub memory: &'l Memory,
}

impl<'l> Reader<'l> {
    /// The same, that looks for names in a register.
    #[must_use]
    pub fn knowing(self, register: &'l Register) -> Self {
        Self { register: Some(register), ..self }
    }

    /// What the first of the languages makes of it, the user's own before the others.
    fn in_any<T>(&self, read: impl Fn(&Language) -> Option<T>) -> Option<T> {
        read(self.language).or_else(|| self.language.others().find_map(|other| read(&other)))
    }

    fn words(&self) -> Words<'_> {
        let currency = self.register.map_or("", |register| register.settings.currency.as_str());
        Words { language: self.language, currency, ids: false }
    }
}

impl Understand for Reader<'_> {
    fn day(&self, text: &str, when: When) -> Option<Day> {
        let day = self.in_any(|language| language.read_day(text, self.today, when))?;
        if !self.language.says_all_of(text, day) {
            self.memory.note(text, self.language.day(day));
        }
        Some(day)
    }
    fn term(&self, text: &str) -> Option<Term> {
        let term = self.in_any(|language| language.read_term(text, self.today))?;
        if !text.contains(&term.year().to_string()) {
            self.memory.note(text, self.language.term(term));
        }
        Some(term)
    }
    fn code(&self, list: &'static Choices, text: &str) -> Option<&'static str> {
        self.in_any(|language| language.read_choice(list, text))
    }
    fn today(&self) -> Option<Day> {
        Some(self.today)
    }
    fn groups_by_comma(&self) -> bool {
        self.language.groups_by_comma()
    }
    fn register(&self) -> Option<&Register> {
        self.register
    }
    fn titles(&self, kind: Kind, id: &str) -> Vec<String> {
        let Some(register) = self.register else { return Vec::new() };
        let title = report::title(register, kind, id);
        let of = |language: &Language| Words { language, ..self.words() }.cell(&title);
        [of(self.language)].into_iter().chain(self.language.others().map(|other| of(&other))).collect()
    }
    fn chosen(&self, text: &str) -> Option<String> {
        self.memory.chosen(text)
    }
    fn note(&self, text: &str, taken_for: Taken<'_>) {
        let words = self.words();
        self.memory.note(
            text,
            match taken_for {
                Taken::Amount(amount) => self.language.money(amount, words.currency),
                Taken::Year(year) => year.to_string(),
                Taken::One => self.language.text(say::ONE_OF_LIST),
                Taken::Reference(target, reference) => match self.register {
                    Some(register) => named(target, reference, register, self.language),
                    None => reference.to_owned(),
                },
            },
        );
    }
}

/// What a reference names, with the reference where that says more.
pub fn named(target: crate::model::Target, reference: &str, register: &Register, language: &Language) -> String {
    let words = Words { language, currency: &register.settings.currency, ids: false };
    let name = match target.parse(reference) {
        Some(pointer) if pointer.element.is_none() && pointer.kind.is_some() => {
            let kind = pointer.kind.unwrap_or(Kind::District);
            words.cell(&report::title(register, kind, pointer.id))
        }
        _ => report::name_of(target, reference, register, language.tongue().code()).to_owned(),
    };
    if name == reference { name } else { language.say(say::NamedWithId { id: reference.to_owned(), name }) }
}
