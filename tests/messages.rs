//! The messages whose keys are made of names in a table: each table is walked, so that none lacks its words, and no
//! words are kept that nothing asks for. What the code names itself the compiler holds.

use register::catalog::shape_of;
use register::language::Language;
use register::message::{File, Key};
use register::model::{Cadence, Choices, Kind, Settings, Shape, Table, TableShape, Tongue};
use std::collections::{BTreeMap, BTreeSet};

/// Every table that a file of a register may have, by its name, and which of them are elements of a list.
#[derive(Default)]
struct Tables {
    all: BTreeMap<&'static str, &'static TableShape>,
    elements: BTreeSet<&'static str>,
    lists: BTreeMap<&'static str, &'static Choices>,
}

impl Tables {
    fn new() -> Self {
        let mut tables = Self::default();
        tables.add(&Settings::TABLE);
        Kind::ALL.into_iter().for_each(|kind| tables.add(shape_of(kind)));
        tables
    }

    fn add(&mut self, table: &'static TableShape) {
        if self.all.insert(table.name, table).is_some() {
            return;
        }
        for field in table.fields {
            if matches!(field.shape, Shape::Cadence) {
                self.add(Cadence::PHASE);
                self.elements.insert(Cadence::PHASE.name);
            }
            if let Shape::Choice(choices) = *field.shape.single() {
                self.lists.insert(choices.name, choices);
            }
            if let Some(inner) = field.shape.inner() {
                self.add(inner);
                if field.shape.is_list() {
                    self.elements.insert(inner.name);
                }
            }
        }
    }

    fn fields(&self) -> impl Iterator<Item = String> {
        let fields = |table: &&'static TableShape| {
            let (table, fields) = (table.name, table.fields);
            fields.iter().map(move |field| format!("{table}-{}", register::format::label(field.name)))
        };
        self.all.values().flat_map(fields)
    }
}

/// Demands that the keys of a file are just those that its tables want, apart from those that they may have.
fn just(file: File, prefix: &str, wanted: &BTreeSet<String>, allowed: impl Fn(&str) -> bool) {
    let there: BTreeSet<String> =
        file.keys().iter().map(|key| key.name().to_owned()).filter(|key| key.starts_with(prefix)).collect();
    let missing: Vec<&String> = wanted.difference(&there).collect();
    assert!(missing.is_empty(), "these go into {file:?} of each language of locales/: {missing:#?}");
    let unused: Vec<&String> = there.difference(wanted).filter(|key| !allowed(key)).collect();
    assert!(unused.is_empty(), "nothing asks for these in {file:?}: {unused:#?}");
}

#[test]
fn every_field_has_its_label() {
    let wanted = Tables::new().fields().map(|field| format!("field-{field}")).collect();
    just(File::Fields, "field-", &wanted, |_| false);
}

/// Whoever exports or edits is told what each field means, in the language asked for; in English as the code has it.
#[test]
fn every_field_has_its_description() {
    let tables = Tables::new();
    let wanted = tables.fields().map(|field| format!("description-{field}")).collect();
    just(File::Descriptions, "description-", &wanted, |_| false);
    let (english, swedish) = (Language::new(Tongue::En), Language::new(Tongue::Sv));
    // Where in the decision or the Act a field is from is told to those who read the code.
    let rows = regex::Regex::new(r" \([DL]\d[^)]*\)").unwrap();
    for (name, table) in &tables.all {
        for field in table.fields {
            let told: Vec<&str> = field.doc.iter().map(|line| line.trim()).collect();
            let own = english.description(name, field.name);
            assert_eq!(own, rows.replace_all(&told.join(" "), ""), "locales/en/descriptions.ftl");
            assert_ne!(own, swedish.description(name, field.name));
        }
    }
}

/// Whoever is asked for what a record can't be without is told what it is.
#[test]
fn every_required_field_of_a_record_has_a_hint_and_every_hint_is_of_a_field() {
    let required = |shape: &'static TableShape| {
        shape.fields.iter().filter(|field| field.required).map(move |field| (shape, field))
    };
    let required = Kind::ALL.into_iter().map(shape_of).flat_map(required);
    let required =
        required.map(|(shape, field)| format!("hint-{}-{}", shape.name, register::format::label(field.name)));
    let fields: BTreeSet<String> = Tables::new().fields().map(|field| format!("hint-{field}")).collect();
    just(File::Fields, "hint-", &required.collect(), |key| fields.contains(key));
}

/// `diff` and `log` name the element that something happened to.
#[test]
fn every_list_of_tables_says_what_an_element_is_called() {
    let wanted = Tables::new().elements.into_iter().map(|table| format!("element-{table}")).collect();
    just(File::Fields, "element-", &wanted, |_| false);
}

#[test]
fn every_kind_has_its_words() {
    let words = |kind: Kind| ["", "-plural", "-new"].map(|form| format!("kind-{}{form}", kind.name()));
    just(File::Fields, "kind-", &Kind::ALL.into_iter().flat_map(words).collect(), |_| false);
}

#[test]
fn every_coded_value_has_its_word() {
    let lists = Tables::new().lists;
    let words = |choices: &&'static Choices| {
        let name = choices.name;
        choices.codes.iter().map(move |code| format!("choice-{name}-{code}"))
    };
    let wanted: BTreeSet<String> = lists.values().flat_map(words).collect();
    let plurals: BTreeSet<String> = wanted.iter().map(|key| format!("{key}-plural")).collect();
    just(File::Choices, "choice-", &wanted, |key| plurals.contains(key));
}

/// What a person writes for a code is understood as that code.
#[test]
fn every_coded_value_has_a_word_of_its_own() {
    let mut shared = Vec::new();
    for language in Tongue::ALL.iter().copied().map(Language::new) {
        for (list, choices) in Tables::new().lists {
            for code in choices.codes {
                let word = language.choice(list, code);
                if language.read_choice(choices, &word) != Some(code) {
                    shared.push(format!("{:?}: `{word}` stands for {list} {code} and for another", language.tongue()));
                }
            }
        }
    }
    assert!(shared.is_empty(), "{shared:#?}");
}

/// Where one code of a list has a word for several, as the heading of a part of a report, each has.
#[test]
fn the_codes_of_a_list_head_parts_alike() {
    for (list, choices) in Tables::new().lists {
        let plural = |code: &&str| Key::find(File::Choices, &format!("choice-{list}-{code}-plural")).is_some();
        let (there, missing): (Vec<&str>, Vec<&str>) = choices.codes.iter().copied().partition(plural);
        assert!(there.is_empty() || missing.is_empty(), "choice-{list}-CODE-plural is missing of {missing:?}");
    }
}

/// That everything has help is held where the help is put in.
#[test]
fn all_help_is_of_a_command_or_an_argument() {
    fn add(command: &clap::Command, path: &[&str], known: &mut BTreeSet<String>) {
        known.insert(format!("help-{}", path.join("-")));
        for argument in command.get_arguments() {
            let id = argument.get_id().as_str().replace('_', "-");
            known.insert(format!("help-any-{id}"));
            known.insert(format!("help-{}-{id}", path.join("-")));
            known.insert(format!("help-{}-{id}", path[0]));
        }
        for inner in command.get_subcommands() {
            let path: Vec<&str> = path.iter().copied().chain([inner.get_name()]).collect();
            add(inner, &path, known);
        }
    }
    let command = register::cli::command(Tongue::FALLBACK);
    let mut known = BTreeSet::from(["help-register".to_owned()]);
    for argument in command.get_arguments() {
        known.insert(format!("help-any-{}", argument.get_id().as_str().replace('_', "-")));
    }
    command.get_subcommands().for_each(|inner| add(inner, &[inner.get_name()], &mut known));
    just(File::Help, "help-", &BTreeSet::new(), |key| known.contains(key));
}

/// Where the help of a flag tells the codes of the list that it is called as, none that is new is left out.
#[test]
fn help_that_tells_codes_tells_all_of_their_list() {
    let lists = Tables::new().lists;
    let mut faults = Vec::new();
    for language in Tongue::ALL.iter().copied().map(Language::new) {
        for key in File::Help.keys() {
            let text = language.text(*key);
            let words: BTreeSet<&str> =
                text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-')).collect();
            for choices in lists.values().filter(|choices| key.name().ends_with(&format!("-{}", choices.name))) {
                let (told, left): (Vec<&str>, Vec<&str>) = choices.codes.iter().partition(|code| words.contains(*code));
                if told.len() > 1 && !left.is_empty() {
                    let code = language.tongue().code();
                    faults.push(format!("locales/{code}/help.ftl: {} lacks {left:?} of {}", key.name(), choices.name));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Days are written by the names that it stands for.
#[test]
fn every_language_says_which_locale_its_days_are_written_in() {
    for language in Tongue::ALL.iter().copied().map(Language::new) {
        let code = language.tongue().code();
        let say = File::Say.keys().iter().find(|key| key.name() == "language-locale").unwrap();
        let locale = language.text(*say);
        let is_own = locale.split('_').next() == Some(code) && locale.parse::<chrono::Locale>().is_ok();
        assert!(
            is_own,
            "locales/{code}/say.ftl: language-locale = {locale} is no locale of {code} that days are known in"
        );
    }
}

#[test]
fn a_key_is_found_by_its_name() {
    for file in File::ALL {
        for key in file.keys() {
            assert_eq!(Key::find(*file, key.name()), Some(*key));
        }
    }
    assert_eq!(Key::find(File::Fields, "field-of-nothing"), None);
}
