//! Local words that are set, come and go.

use super::doing::Doing;
use crate::catalog::{FieldPath, parse_word};
use crate::cli::app::App;
use crate::cli::error::CommandError;
use crate::cli::parts::{new_word_id, own_language};
use crate::format::{Edit, nearest};
use crate::message::say;
use crate::model::{Fields, LocalWords, Register, Step, Value, path_text, slug};

/// The edits that an assignment to words asks for: to a list of them, or to one of them with all its names.
pub fn edits(
    doing: Doing,
    path: FieldPath,
    text: &str,
    fields: &dyn Fields,
    register: &Register,
    app: &App,
) -> Result<Vec<Edit>, CommandError> {
    let language = &app.language;
    let tongue = own_language(register, language);
    let none = LocalWords::default();
    let known = match path.value(fields) {
        Value::Words(words) => words,
        _ => &none,
    };
    let name = path_text(&path.steps);
    let word = || parse_word(text, tongue).ok_or_else(|| CommandError::usage(language.say(say::not_a_word(text))));
    let within = |key: &str| path.steps.iter().cloned().chain([Step::Key(key.to_owned().into())]).collect::<Vec<_>>();
    let is_emptied = text.trim().is_empty();
    match doing {
        // What is written of one word are its names in those languages.
        Doing::Set if path.is_word && is_emptied => Ok(vec![Edit::Remove(path.steps)]),
        Doing::Set if path.is_word => {
            Ok(word()?.names.into_iter().map(|(language, name)| Edit::Set(within(&language), name)).collect())
        }
        Doing::Set if is_emptied => Ok(if known.is_empty() { Vec::new() } else { vec![Edit::Remove(path.steps)] }),
        Doing::Add | Doing::Take if path.is_word => Err(CommandError::usage(language.say(say::not_a_list(name)))),
        // A list is never put in the place of another: what refers to its words would be lost with them.
        Doing::Set | Doing::Add => {
            let written = word()?;
            if doing == Doing::Set && !known.is_empty() {
                let own = language.say(say::words_are_added(name.clone()));
                return Err(CommandError::usage(own).hint(format!("{name}+={text}")));
            }
            let id = new_word_id(&written, known, language)?;
            Ok(vec![Edit::Set(within(&id), written.names.into())])
        }
        Doing::Take => {
            let written = slug(text);
            let is_called = |names: &crate::model::Names| names.0.values().any(|name| slug(name) == written);
            let found = known.get_key_value(text.trim()).or_else(|| known.iter().find(|(_, names)| is_called(names)));
            match found {
                // The last one takes the list with it.
                Some(_) if known.len() == 1 => Ok(vec![Edit::Remove(path.steps)]),
                Some((id, _)) => Ok(vec![Edit::Remove(within(id.as_str()))]),
                None => {
                    let error = CommandError::failed(language.say(say::NotInList { field: name, value: text }));
                    Err(match nearest(text, known.keys().map(crate::model::ElementId::as_str)) {
                        Some(near) => error.hint(language.say(say::did_you_mean(near))),
                        None => error,
                    })
                }
            }
        }
    }
}
