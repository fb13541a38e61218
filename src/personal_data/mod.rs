//! What in a text looks like personal data (L10): personal identity numbers and coordination numbers, phone
//! numbers and e-mail addresses, as people write them.
//!
//! ```text
//! text ─ sift ─▸ stretches that may hold some ─ plain ─▸ plain characters, each with its bytes
//!      ─▸ numbers, addresses ─▸ what was found, in bytes of the text
//! ```
//!
//! Most of a text holds nothing: `sift` goes through its bytes once and lets through the few lines that may hold
//! something. Only these are made plain (`plain`): one sign for every hyphen, space and digit, escapes read as
//! what they stand for, signs that are not seen left out. So what is asked of a number or an address is asked in
//! one form of it, and what is found is told in the bytes of the text as it is.
//!
//! A text is read as it is written, whether it is TOML, Markdown, CSV or a path: a key, an id, a comment and a value
//! are all read, also in a file that does not parse. That an escape is read where it may stand for itself costs
//! nothing: what it would make is looked for either way.

mod address;
mod mask;
mod number;
mod phone;
mod plain;
mod pointing_out;
mod sift;
mod words;

pub use mask::{mask, mask_beside_numbers};
pub use pointing_out::pointing_out;

use crate::message::{Key, say};
use std::ops::Range;

/// What a piece of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalData {
    /// A personal identity number (personnummer).
    IdentityNumber,
    /// A coordination number (samordningsnummer): 60 added to the day.
    CoordinationNumber,
    /// A phone number, Swedish or of another land.
    PhoneNumber,
    /// An e-mail address, however its signs are written.
    Email,
}

impl PersonalData {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> Key {
        match self {
            PersonalData::IdentityNumber => say::PERSONAL_IDENTITY_NUMBER,
            PersonalData::CoordinationNumber => say::PERSONAL_COORDINATION_NUMBER,
            PersonalData::PhoneNumber => say::PERSONAL_PHONE_NUMBER,
            PersonalData::Email => say::PERSONAL_EMAIL,
        }
    }
}

/// Something that was found, and the bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it looks like.
    pub what: PersonalData,
    /// Its bytes in the text; they begin and end between characters.
    pub bytes: Range<usize>,
}

/// Finds all that looks like personal data in a text, in the order of reading. Nothing that is found overlaps
/// anything else.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for stretch in sift::stretches(text) {
        let plain = plain::Plain::of(text, stretch);
        let mut here: Vec<(PersonalData, Range<usize>)> = number::find(&plain);
        here.extend(address::find(&plain).into_iter().map(|place| (PersonalData::Email, place)));
        here.sort_by_key(|(_, place)| (place.start, std::cmp::Reverse(place.end)));
        for (what, place) in here {
            let bytes = plain.bytes(place);
            match found.last_mut() {
                // A phone number within an address is a part of it.
                Some(Found { bytes: last, .. }) if bytes.start < last.end => last.end = last.end.max(bytes.end),
                _ => found.push(Found { what, bytes }),
            }
        }
    }
    found
}
