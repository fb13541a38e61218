//! The users' languages: messages, numbers, days and the order of words. Nothing below the reports'
//! writers and the command line knows of it.

mod days;
mod numbers;

pub use crate::model::Tongue;
pub use fluent_bundle::FluentValue;
pub use numbers::rounded_share;

use crate::message::{File, Key, Message, say};
use crate::model::{Arg, Choices, Finding, Kind, Section, Severity, visible};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::Locale;
use std::cell::OnceCell;
use std::cmp::Ordering;

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

impl Tongue {
    /// The language that is spoken to somebody whose own is not among [`Tongue::ALL`]: the first of them.
    pub const FALLBACK: Self = Tongue::ALL[0];

    /// The one that the names of commands, kinds and fields are of, in files and as the program has them.
    pub const OF_NAMES: Self = Tongue::En;

    /// The language of a code or a locale: `sv`, `sv_SE.UTF-8`.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        let locale = locale.to_ascii_lowercase();
        Tongue::ALL.iter().copied().find(|tongue| locale.starts_with(tongue.code())).unwrap_or(Self::FALLBACK)
    }

    fn locale(self) -> Locale {
        self.code().parse().unwrap_or(Locale::UNKNOWN)
    }
}

/// A language, with its messages, numbers and order of words, each made when it is first asked for.
pub struct Language {
    tongue: Tongue,
    bundles: [OnceCell<FluentBundle<FluentResource>>; File::ALL.len()],
    collator: OnceCell<Option<CollatorBorrowed<'static>>>,
    numbers: OnceCell<numbers::Numbers>,
    days: OnceCell<chrono::Locale>,
}

impl crate::format::FieldWords for Language {
    fn title(&self, table: &str, field: &str) -> String {
        self.field(table, field)
    }
    fn description(&self, table: &str, field: &str) -> String {
        Language::description(self, table, field)
    }
}

impl Language {
    /// A language; its messages are read when they are first asked for.
    #[must_use]
    pub fn new(tongue: Tongue) -> Self {
        Self {
            tongue,
            bundles: std::array::from_fn(|_| OnceCell::new()),
            collator: OnceCell::new(),
            numbers: OnceCell::new(),
            days: OnceCell::new(),
        }
    }

    /// The languages that this is not.
    pub fn others(&self) -> impl Iterator<Item = Self> {
        Tongue::ALL.iter().copied().filter(|tongue| *tongue != self.tongue).map(Self::new)
    }

    /// Which of the languages in `locales` it is.
    #[must_use]
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    fn bundle(&self, file: File) -> &FluentBundle<FluentResource> {
        self.bundles[file as usize].get_or_init(|| {
            let mut bundle = FluentBundle::new(vec![self.tongue.code().parse().unwrap_or_default()]);
            bundle.set_use_isolating(false);
            // The build has parsed the same text, and held it to the first language's.
            let resource = FluentResource::try_new(source(self.tongue, file).to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(resource, _)| resource));
            bundle
        })
    }

    /// What a message says. What would steer a terminal in an argument is written by its number.
    #[must_use]
    pub fn say<'a>(&self, message: impl Into<Message<FluentValue<'a>>>) -> String {
        let message = message.into();
        let shown = message.arguments().iter().map(|(name, value)| match value {
            FluentValue::String(text) => (*name, FluentValue::String(visible(text))),
            value => (*name, value.clone()),
        });
        self.format(message.key(), Some(&shown.collect()))
    }

    /// What a message without arguments says.
    #[must_use]
    pub fn text(&self, key: Key) -> String {
        self.format(key, None)
    }

    fn format(&self, key: Key, arguments: Option<&FluentArgs<'_>>) -> String {
        let bundle = self.bundle(key.file());
        let mut errors = Vec::new();
        let text = bundle
            .get_message(key.name())
            .and_then(|message| message.value())
            .map(|pattern| bundle.format_pattern(pattern, arguments, &mut errors).into_owned());
        debug_assert!(errors.is_empty(), "{key:?}: {errors:?}");
        text.unwrap_or_else(|| lacking(key.name()))
    }

    /// What the message says whose key is made of names in a table.
    fn look_up(&self, file: File, name: &str) -> String {
        Key::find(file, name).map_or_else(|| lacking(name), |key| self.text(key))
    }

    /// The label of a field of a table.
    #[must_use]
    pub fn field(&self, table: &str, field: &str) -> String {
        self.look_up(File::Fields, &format!("field-{table}-{}", crate::format::label(field)))
    }

    /// What one of several is called, where records are chosen by a field that is a list.
    #[must_use]
    pub fn one_of(&self, table: &str, field: &str) -> String {
        self.look_up(File::Fields, &format!("one-{table}-{}", crate::format::label(field)))
    }

    /// What a flag that is no field's is called; nothing where it has no message.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<String> {
        Key::find(File::Flags, &format!("flag-{name}")).map(|key| self.text(key))
    }

    /// What a command is called; nothing where it has no message.
    #[must_use]
    pub fn command(&self, name: &str) -> Option<String> {
        Key::find(File::Flags, &format!("command-{name}")).map(|key| self.text(key))
    }

    /// Commands as they stand behind the program's name, each as the language calls it: `rapport behov`.
    #[must_use]
    pub fn command_line(&self, own: &str) -> String {
        let own: Vec<&str> = own.split(' ').collect();
        let called = |(place, name): (usize, &&str)| {
            if let Some(flag) = name.strip_prefix("--") {
                return self.flag(flag).map_or_else(|| (*name).to_owned(), |shown| format!("--{shown}"));
            }
            let kind = || Kind::from_name(name).map(|kind| self.kind(kind));
            let shown = || self.command(&own[..=place].join("-")).or_else(kind);
            (self.tongue != Tongue::OF_NAMES).then(shown).flatten().unwrap_or_else(|| (*name).to_owned())
        };
        own.iter().enumerate().map(called).collect::<Vec<_>>().join(" ")
    }

    /// What a field means.
    #[must_use]
    pub fn description(&self, table: &str, field: &str) -> String {
        self.look_up(File::Descriptions, &format!("description-{table}-{}", crate::format::label(field)))
    }

    /// What is asked for in a field of a record, for somebody who fills it in; nothing where its label says it.
    #[must_use]
    pub fn field_hint(&self, table: &str, field: &str) -> Option<String> {
        let key = Key::find(File::Fields, &format!("hint-{table}-{}", crate::format::label(field)))?;
        Some(self.text(key))
    }

    /// What a part of a record is called where a person is asked for it.
    #[must_use]
    pub fn section(&self, section: Section) -> String {
        self.look_up(File::Fields, &format!("section-{}", section.name()))
    }

    /// What an element of a list of tables is called.
    #[must_use]
    pub fn element(&self, table: &str) -> String {
        self.look_up(File::Fields, &format!("element-{table}"))
    }

    /// The word for a coded value of a list.
    #[must_use]
    pub fn choice(&self, list: &str, code: &str) -> String {
        self.look_up(File::Choices, &format!("choice-{list}-{code}"))
    }

    /// The word for several of a coded value of a list.
    #[must_use]
    pub fn choice_plural(&self, list: &str, code: &str) -> String {
        let plural = Key::find(File::Choices, &format!("choice-{list}-{code}-plural"));
        plural.map_or_else(|| self.choice(list, code), |key| self.text(key))
    }

    /// What stands for a value in help, by its name in code; nothing where there is none.
    #[must_use]
    pub fn placeholder(&self, name: &str) -> Option<String> {
        let letters = name.to_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
        let parts: Vec<&str> = letters.split('-').filter(|part| !part.is_empty()).collect();
        Key::find(File::Help, &format!("placeholder-{}", parts.join("-"))).map(|key| self.text(key))
    }

    /// What a value of a flag that has no list of its own is called; nothing where it is a name in every language.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        Key::find(File::Help, &format!("value-{name}")).map(|key| self.text(key))
    }

    /// The help of a command or of an argument, by what stands behind `help-`; nothing where there is none.
    #[must_use]
    pub fn help(&self, name: &str) -> Option<String> {
        Key::find(File::Help, &format!("help-{name}")).map(|key| self.text(key))
    }

    /// The code of a list that a word stands for, in this language.
    #[must_use]
    pub fn read_choice(&self, list: &'static Choices, word: &str) -> Option<&'static str> {
        let word = word.trim().to_lowercase();
        list.codes.iter().copied().find(|code| self.choice(list.name, code).to_lowercase() == word)
    }

    /// The word for a kind of record.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> String {
        self.look_up(File::Fields, &format!("kind-{}", kind.name()))
    }

    /// The word for several of a kind of record.
    #[must_use]
    pub fn kind_plural(&self, kind: Kind) -> String {
        self.look_up(File::Fields, &format!("kind-{}-plural", kind.name()))
    }

    /// The heading where one of a kind of record is made.
    #[must_use]
    pub fn kind_new(&self, kind: Kind) -> String {
        self.look_up(File::Fields, &format!("kind-{}-new", kind.name()))
    }

    /// The word for how much a finding matters.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> String {
        self.text(match severity {
            Severity::Error => say::SEVERITY_ERROR,
            Severity::Warning => say::SEVERITY_WARNING,
            Severity::Note => say::SEVERITY_NOTE,
        })
    }

    /// How many findings there are that matter so much.
    #[must_use]
    pub fn severity_count(&self, severity: Severity, count: usize) -> String {
        self.say(match severity {
            Severity::Error => say::severity_error_count(count),
            Severity::Warning => say::severity_warning_count(count),
            Severity::Note => say::severity_note_count(count),
        })
    }

    /// What is wrong, in words.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> String {
        self.say(finding.message.map(|argument| FluentValue::from(self.argument(argument))))
    }

    /// What a finding says, in words.
    #[must_use]
    pub fn argument(&self, argument: &Arg) -> String {
        match argument {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => self.integer(*number),
            Arg::Decimal(number) => self.number(*number),
            Arg::Day(day) => self.day(*day),
            Arg::Term(term) => self.term(*term),
            Arg::Kind(kind) => self.kind(*kind),
            Arg::Code(code, choices) => self.choice(choices.name, code),
            Arg::Words(names) => {
                names.get(self.tongue.code()).or_else(|| names.values().next()).cloned().unwrap_or_default()
            }
            Arg::List(several) => several.iter().map(|one| self.argument(one)).collect::<Vec<_>>().join(", "),
            Arg::Message(key) => self.text(*key),
            Arg::Field(table, field) => self.field(table, field),
        }
    }

    /// Which of two texts comes first in this language: å ä ö last in Swedish.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        let collator = self.collator.get_or_init(|| {
            let mut options = CollatorOptions::default();
            options.strength = Some(icu_collator::options::Strength::Tertiary);
            Collator::try_new(self.tongue.locale().into(), options).ok()
        });
        match collator {
            Some(collator) => collator.compare(left, right),
            None => left.cmp(right),
        }
    }
}

/// What is shown for a message that is not there: nobody should ever see it.
fn lacking(name: &str) -> String {
    debug_assert!(false, "no message is called {name}: it goes into each language of locales/");
    name.to_owned()
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Language").field(&self.tongue).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_puts_its_own_letters_last() {
        let mut words = ["Ösby", "Zetterberg", "Ängen", "Åsen", "arbete", "Berga"];
        let swedish = Language::new(Tongue::Sv);
        words.sort_by(|left, right| swedish.compare(left, right));
        assert_eq!(words, ["arbete", "Berga", "Zetterberg", "Åsen", "Ängen", "Ösby"]);
    }

    #[test]
    fn locales_name_languages() {
        for (locale, tongue) in [("sv_SE.UTF-8", Tongue::Sv), ("sv", Tongue::Sv), ("C", Tongue::En)] {
            assert_eq!(Tongue::from_locale(locale), tongue);
        }
    }
}
