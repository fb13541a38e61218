//! A local word as a person writes it: its name in one language or several, with an id where it shall have one of its own.

use crate::catalog::path::{called, find_field};
use crate::model::{ElementId, LocalWords, MunicipalGoal, Table as _, Tongue, is_id, short_slug};
use toml::{Table, Value};

/// A local word that a person has written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WrittenWord {
    /// The id that it shall have, where that is said.
    pub id: Option<String>,
    /// Its names by language, as files write them.
    pub names: Table,
}

impl WrittenWord {
    /// The id that is said, or else is made of the first name; nothing where neither can be.
    #[must_use]
    pub fn own_id(&self) -> Option<String> {
        let made = || self.names.values().filter_map(Value::as_str).map(short_slug).find(|id| !id.is_empty());
        self.id.clone().or_else(made)
    }

    /// Whether a list has the word already: by its id, or by a name that it shall have.
    #[must_use]
    pub fn is_among(&self, words: &LocalWords) -> Option<ElementId> {
        let id = self.own_id().unwrap_or_default();
        let names: Vec<String> = self.names.values().filter_map(Value::as_str).map(crate::model::slug).collect();
        let is_it = |(own, known): &(&ElementId, &crate::model::Names)| {
            own.as_str() == id || known.0.values().any(|name| names.contains(&crate::model::slug(name)))
        };
        words.iter().find(is_it).map(|(own, _)| own.clone())
    }
}

/// Reads a word: `Mötesplatser`, `sv=Mötesplatser, en=Meeting places`, `id=motesplats, sv=Mötesplatser`. A name without
/// its language is in the one given. Nothing where it is none.
#[must_use]
pub fn parse_word(text: &str, language: Tongue) -> Option<WrittenWord> {
    let mut word = WrittenWord::default();
    let mut last: Option<String> = None;
    for part in text.split(',') {
        let named = part.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
        let key = match named {
            Some((name, _)) if is_the_id(name) => String::new(),
            Some((name, _)) => Tongue::from_code(&name.to_lowercase())?.code().to_owned(),
            None => {
                // What stands behind a comma and names nothing is a part of the name before it.
                match &last {
                    Some(key) if !key.is_empty() => {
                        if let Some(Value::String(name)) = word.names.get_mut(key) {
                            name.push_str(&format!(",{part}"));
                        }
                        continue;
                    }
                    _ => language.code().to_owned(),
                }
            }
        };
        let value = named.map_or_else(|| part.trim(), |(_, value)| value);
        let is_clean = !value.is_empty() && value.chars().all(|letter| !letter.is_control());
        if !is_clean || (key.is_empty() && !is_id(value)) {
            return None;
        }
        if key.is_empty() {
            word.id = Some(value.to_owned());
        } else {
            word.names.insert(key.clone(), Value::String(value.to_owned()));
        }
        last = Some(key);
    }
    Some(word)
}

/// Whether it is what an id is called, in files or in a language.
fn is_the_id(name: &str) -> bool {
    let table = &MunicipalGoal::TABLE;
    find_field(table, name).is_some_and(|field| field.shape.is_element() && called(table, field).count() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_people_write_it() {
        let read = |text: &str| parse_word(text, Tongue::Sv).map(|word| (word.own_id(), word.names.to_string()));
        let names = |text: &str| {
            read(text).map(|(id, names)| format!("{}: {}", id.unwrap_or_default(), names.trim().replace('\n', " ")))
        };
        assert_eq!(names("Mötesplatser").as_deref(), Some("motesplatser: sv = \"Mötesplatser\""));
        assert_eq!(names("id=motesplats, en=Meeting places").as_deref(), Some("motesplats: en = \"Meeting places\""));
        assert_eq!(
            names("Kultur, idrott,en=Leisure").as_deref(),
            Some("kultur-idrott: sv = \"Kultur, idrott\" en = \"Leisure\"")
        );
        for wrong in ["", "xx=Mötesplatser", "id=Möte", "sv="] {
            assert_eq!(names(wrong), None, "{wrong}");
        }
    }
}
