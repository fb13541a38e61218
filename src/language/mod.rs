//! The users' languages: messages, numbers, days and the order of words. Nothing below the reports'
//! writers and the command line knows of it.

mod days;
mod numbers;

/// The messages of the command line, one function each.
pub mod say {
    use super::Language;
    use fluent_bundle::{FluentArgs, FluentValue};
    include!(concat!(env!("OUT_DIR"), "/say.rs"));
}

pub use fluent_bundle::{FluentArgs, FluentValue};

use crate::model::{Arg, Choices, Kind, visible};
use fluent_bundle::{FluentBundle, FluentResource};
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::{Locale, locale};
use std::cell::OnceCell;
use std::cmp::Ordering;

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Swedish.
    Swedish,
    /// English.
    English,
}

impl Tongue {
    /// The language of a code or a locale: `sv`, `sv_SE.UTF-8`. English where it is no other.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("sv") { Tongue::Swedish } else { Tongue::English }
    }

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Tongue::Swedish => "sv",
            Tongue::English => "en",
        }
    }

    fn locale(self) -> Locale {
        match self {
            Tongue::Swedish => locale!("sv"),
            Tongue::English => locale!("en"),
        }
    }

    fn source(self, part: Part) -> &'static str {
        macro_rules! sources {
            ($($part:ident $file:literal),*) => {
                match (self, part) {
                    $(
                        (Tongue::Swedish, Part::$part) => include_str!(concat!("../../locales/sv/", $file, ".ftl")),
                        (Tongue::English, Part::$part) => include_str!(concat!("../../locales/en/", $file, ".ftl")),
                    )*
                }
            };
        }
        sources!(Say "say", Reports "reports", Help "help", Fields "fields", Choices "choices", Checks "checks", Syntax "syntax")
    }
}

/// A part of the messages. Few commands need all of them, so each is parsed when it is first needed.
#[derive(Debug, Clone, Copy)]
enum Part {
    Say,
    Reports,
    Help,
    Fields,
    Choices,
    Checks,
    Syntax,
}

impl Part {
    const COUNT: usize = 7;

    /// The part that a message is in, by its key.
    fn of(key: &str) -> Self {
        match key.split('-').next().unwrap_or_default() {
            "report" | "share" => Part::Reports,
            "help" => Part::Help,
            "field" | "kind" | "column" | "hint" => Part::Fields,
            "choice" => Part::Choices,
            "check" | "severity" | "personal" => Part::Checks,
            "syntax" | "shape" => Part::Syntax,
            _ => Part::Say,
        }
    }
}

/// A language, with its messages, numbers and order of words, each made when it is first asked for.
pub struct Language {
    tongue: Tongue,
    bundles: [OnceCell<FluentBundle<FluentResource>>; Part::COUNT],
    collator: OnceCell<Option<CollatorBorrowed<'static>>>,
    numbers: OnceCell<numbers::Numbers>,
}

impl Language {
    /// A language.
    #[must_use]
    pub fn new(tongue: Tongue) -> Self {
        Self {
            tongue,
            bundles: std::array::from_fn(|_| OnceCell::new()),
            collator: OnceCell::new(),
            numbers: OnceCell::new(),
        }
    }

    /// The language that this is not.
    #[must_use]
    pub fn other(&self) -> Self {
        Self::new(match self.tongue {
            Tongue::Swedish => Tongue::English,
            Tongue::English => Tongue::Swedish,
        })
    }

    /// Which it is.
    #[must_use]
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    fn bundle(&self, part: Part) -> &FluentBundle<FluentResource> {
        self.bundles[part as usize].get_or_init(|| {
            let language = self.tongue.code().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new(vec![language]);
            bundle.set_use_isolating(false);
            // The build has parsed the same text, and held it to the other language's.
            let source = self.tongue.source(part).to_owned();
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
            bundle
        })
    }

    /// A message with its arguments; its key where there is none. What would steer a terminal in an argument is
    /// written by its number.
    #[must_use]
    pub fn message(&self, key: &str, arguments: &FluentArgs<'_>) -> String {
        let shown = arguments.iter().map(|(name, value)| match value {
            FluentValue::String(text) => (name, FluentValue::String(visible(text))),
            value => (name, value.clone()),
        });
        self.find(key, Some(&shown.collect())).unwrap_or_else(|| key.to_owned())
    }

    /// A message without arguments; its key where there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.find(key, None).unwrap_or_else(|| key.to_owned())
    }

    /// A message without arguments, if there is one.
    #[must_use]
    pub fn find_text(&self, key: &str) -> Option<String> {
        self.find(key, None)
    }

    fn find(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = self.bundle(Part::of(key));
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, arguments, &mut errors).into_owned())
    }

    /// The label of a field of a table.
    #[must_use]
    pub fn field(&self, table: &str, field: &str) -> String {
        self.text(&format!("field-{table}-{}", crate::format::label(field)))
    }

    /// The word for a coded value of a list.
    #[must_use]
    pub fn choice(&self, list: &str, code: &str) -> String {
        self.text(&format!("choice-{list}-{code}"))
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
        self.text(&format!("kind-{}", kind.name()))
    }

    /// The word for several of a kind of record.
    #[must_use]
    pub fn kind_plural(&self, kind: Kind) -> String {
        self.text(&format!("kind-{}-plural", kind.name()))
    }

    /// What a finding says, in words.
    #[must_use]
    pub fn argument(&self, argument: &Arg) -> String {
        match argument {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => self.integer(*number),
            Arg::Day(day) => self.day(*day),
            Arg::Term(term) => self.term(*term),
            Arg::Kind(kind) => self.kind(*kind),
            Arg::Code(code, choices) => self.choice(choices.name, code),
            Arg::Words(names) => {
                names.get(self.tongue.code()).or_else(|| names.values().next()).cloned().unwrap_or_default()
            }
            Arg::List(several) => several.iter().map(|one| self.argument(one)).collect::<Vec<_>>().join(", "),
            Arg::Message(key) => self.find_text(key).unwrap_or_else(|| {
                // A fault that the parser has a name for and this program has none.
                if key.starts_with("syntax-") { self.text("syntax-other") } else { key.to_string() }
            }),
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
        let swedish = Language::new(Tongue::Swedish);
        words.sort_by(|left, right| swedish.compare(left, right));
        assert_eq!(words, ["arbete", "Berga", "Zetterberg", "Åsen", "Ängen", "Ösby"]);
    }

    #[test]
    fn locales_name_languages() {
        for (locale, tongue) in [("sv_SE.UTF-8", Tongue::Swedish), ("sv", Tongue::Swedish), ("C", Tongue::English)] {
            assert_eq!(Tongue::from_locale(locale), tongue);
        }
    }
}
