//! The words that numbers and addresses stand beside, which are the languages' own: `locales/*/personal_data.txt`.

use crate::words::list;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/personal_data_lists.rs"));

/// The words of every language.
pub(super) struct Words {
    /// What stands in front of a number that is no phone number.
    pub other_number: Vec<&'static str>,
    /// What such words may end in.
    pub number: Vec<&'static str>,
    /// What stands in front of an identity number.
    pub identity: Vec<&'static str>,
    /// What stands in front of a phone number.
    pub phone: Vec<&'static str>,
    /// What an address ends in.
    pub domain: Vec<&'static str>,
    /// What stands behind a number that is an amount.
    pub unit: Vec<&'static str>,
    /// How an at sign is written in words.
    pub at: Vec<&'static str>,
    /// How a dot is written in words.
    pub dot: Vec<&'static str>,
    /// One person, without a name.
    pub person: Vec<&'static str>,
    /// How words end that say how old one person is.
    pub age: Vec<&'static str>,
    /// How the names of streets end.
    pub street: Vec<&'static str>,
    /// What stands in front of a dwelling's number.
    pub dwelling: Vec<&'static str>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    other_number: list(LISTS, "other-number"),
    number: list(LISTS, "number"),
    identity: list(LISTS, "identity"),
    phone: list(LISTS, "phone"),
    domain: list(LISTS, "domain"),
    unit: list(LISTS, "unit"),
    at: list(LISTS, "at"),
    dot: list(LISTS, "dot"),
    person: list(LISTS, "person"),
    age: list(LISTS, "age"),
    street: list(LISTS, "street"),
    dwelling: list(LISTS, "dwelling"),
});
