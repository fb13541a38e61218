//! Text, ids and the small strings that are not free text.

use super::field::{FieldType, Shape, Value};
use serde::Deserialize;
use std::fmt;

/// Text in the users' language; empty is absent. An id of up to 24 bytes, as most are, lies in it without an
/// allocation of its own: a register keeps millions.
pub type Text = compact_str::CompactString;

/// The longest id there may be, in characters.
pub const ID_MAX: usize = 80;

/// Why a string is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id: {0:?}")]
pub struct NotAnId(pub IdFault);

/// What is wrong with a string that should have been an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdFault {
    /// There is nothing there.
    Empty,
    /// It is longer than [`ID_MAX`].
    TooLong,
    /// It holds something else than `a–z`, `0–9` and `-`, or begins or ends with `-`.
    Characters,
    /// Windows has no file of that name, whatever its ending.
    Reserved,
}

/// The names that Windows keeps for devices (Naming Files, Paths, and Namespaces).
pub const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Says whether a string may be an id: lower-case `a–z 0–9 -`, 1 to 80 characters, no hyphen first
/// or last, and no name that Windows keeps for itself: a file there could not have it.
///
/// # Errors
/// What is wrong with it.
pub fn check_id(text: &str) -> Result<(), NotAnId> {
    let bytes = text.as_bytes();
    if bytes.is_empty() {
        return Err(NotAnId(IdFault::Empty));
    }
    if bytes.len() > ID_MAX {
        return Err(NotAnId(IdFault::TooLong));
    }
    let plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if !bytes.iter().all(plain) || bytes.starts_with(b"-") || bytes.ends_with(b"-") {
        return Err(NotAnId(IdFault::Characters));
    }
    if bytes.len() <= 4 && RESERVED.contains(&text) {
        return Err(NotAnId(IdFault::Reserved));
    }
    Ok(())
}

/// Whether a string may be an id.
#[must_use]
pub fn is_id(text: &str) -> bool {
    check_id(text).is_ok()
}

/// Makes an id of a name or title: å and ä become a, ö becomes o, all else that is no letter or
/// digit becomes one hyphen. Empty where nothing of the text can stand in an id.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in deunicode::deunicode(text).to_lowercase().chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') && character != '\'' {
            slug.push('-');
        }
    }
    if slug.len() > ID_MAX {
        let cut = slug[..ID_MAX].rfind('-').filter(|&at| at > ID_MAX / 2).unwrap_or(ID_MAX);
        slug.truncate(cut);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if RESERVED.contains(&&*slug) {
        slug.push_str("-1");
    }
    slug
}

/// The longest id that is made of a text, in characters.
const SHORT_ID: usize = 40;

/// Makes an id of a text's first words, of no more than forty characters. Empty where nothing of it can stand in an id.
#[must_use]
pub fn short_slug(text: &str) -> String {
    let mut slug = slug(text);
    if slug.len() > SHORT_ID {
        let cut = slug[..=SHORT_ID].rfind('-').unwrap_or(SHORT_ID);
        slug.truncate(cut);
    }
    slug
}

/// A newtype over [`Text`] with a check of its own.
macro_rules! checked_text {
    ($(#[doc = $doc:literal])* $name:ident, $shape:expr, $value:path, $check:expr, $expecting:literal) => {
        $(#[doc = $doc])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Text);

        impl $name {
            /// Takes a string that holds to the rule.
            ///
            /// # Errors
            /// Gives the string back where it does not.
            pub fn new(text: &str) -> Result<Self, &str> {
                let check: fn(&str) -> bool = $check;
                if check(text) { Ok(Self(text.into())) } else { Err(text) }
            }

            /// The string, as the file has it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(TextVisitor(|text: &str| Self::new(text).ok(), $expecting))
            }
        }

        impl FieldType for $name {
            const SHAPE: Shape = $shape;
            fn value(&self) -> Value<'_> {
                if self.0.is_empty() { Value::Empty } else { $value(&self.0) }
            }
        }
    };
}

checked_text! {
    /// The id of an element within its record: of a goal, a problem, a decision …
    ElementId, Shape::Element, Value::Id, is_id, "an element id"
}
checked_text! {
    /// An id that a record had before it was renamed.
    FormerId, Shape::FormerId, Value::Id, is_id, "an id"
}
checked_text! {
    /// A case number. Its pattern is configuration (L9), so the register checks it, not the type.
    CaseNumber, Shape::CaseNumber, Value::CaseNumber, |text| !text.is_empty(), "a case number"
}
checked_text! {
    /// The code of a DeSO or RegSO area (L8). Its form is checked where its kind is known.
    AreaCode, Shape::AreaCode, Value::AreaCode, |text| !text.is_empty(), "an area code"
}

impl std::borrow::Borrow<str> for ElementId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Reads a string and makes something of it.
pub(crate) struct TextVisitor<F>(pub F, pub &'static str);

impl<T, F: FnOnce(&str) -> Option<T>> serde::de::Visitor<'_> for TextVisitor<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        let expected = self.1;
        (self.0)(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &expected))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ids() {
        for (text, expected) in [
            ("Nattvandring i Ryd", "nattvandring-i-ryd"),
            ("Läxhjälp på biblioteket – Östra", "laxhjalp-pa-biblioteket-ostra"),
            ("  Ökad närvaro!  ", "okad-narvaro"),
            ("…", ""),
            ("../../etc/passwd", "etc-passwd"),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
        let long = slug(&"trygghet ".repeat(60));
        assert!(is_id(&long), "{long}");
    }

    #[test]
    fn an_id_has_a_narrow_alphabet() {
        for bad in ["", "-", "..", "a/b", "Ryd", "ryd-", "a\0b", "åsa", &"x".repeat(300)] {
            assert!(check_id(bad).is_err(), "{bad:?}");
        }
        for name in RESERVED {
            assert_eq!(check_id(name), Err(NotAnId(IdFault::Reserved)));
            assert_eq!(slug(&name.to_uppercase()), format!("{name}-1"));
        }
        for good in ["ryd", "2026-t2-ryd", "a", "com", "com0", "con-1", "console", &"x".repeat(80)] {
            assert!(check_id(good).is_ok(), "{good:?}");
        }
    }
}
