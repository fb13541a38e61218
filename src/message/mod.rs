//! What is said to people, as values: which message, and with which arguments. The words are in `locales/`, and what
//! the code can name is made of them by `build.rs`; a message or an argument that no language has does not compile.
//!
//! A message without arguments is a [`Key`]: `reports::GOALS`. One with an argument is a function of it,
//! `say::wrote(path)`, and one with several a struct with a field for each, so that none is taken for another:
//! `reports::FollowUpCount { told, count, term }`. What its arguments are depends on who says it: cells in a report,
//! plain data in a finding, words on the command line.

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Which message, of every one that there is. Only the build makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    name: &'static str,
    /// Where in the name what all of the file begin with ends.
    short: usize,
    file: File,
}

impl Key {
    /// Its name in the files of messages: `report-goals`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Its name without what all names in its file begin with: `goals`.
    #[must_use]
    pub fn short(self) -> &'static str {
        &self.name[self.short..]
    }

    /// The file that it stands in.
    #[must_use]
    pub const fn file(self) -> File {
        self.file
    }

    /// The key of a name that is made of names in a table; nothing where no message is called so.
    #[must_use]
    pub fn find(file: File, name: &str) -> Option<Self> {
        let keys = file.keys();
        keys.binary_search_by(|key| key.name.cmp(name)).ok().map(|place| keys[place])
    }
}

/// A message and its arguments, each by its name.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub struct Message<A> {
    key: Key,
    arguments: Vec<(&'static str, A)>,
}

impl<A> Message<A> {
    /// Which message.
    #[must_use]
    pub const fn key(&self) -> Key {
        self.key
    }

    /// Its arguments, in the order in which the first language says them.
    #[must_use]
    pub fn arguments(&self) -> &[(&'static str, A)] {
        &self.arguments
    }

    /// The same message with its arguments made into something else.
    pub fn map<B>(&self, each: impl Fn(&A) -> B) -> Message<B> {
        Message { key: self.key, arguments: self.arguments.iter().map(|(name, value)| (*name, each(value))).collect() }
    }
}

impl<A> From<Key> for Message<A> {
    fn from(key: Key) -> Self {
        Message { key, arguments: Vec::new() }
    }
}

/// What a check says besides the message of each of its findings.
#[derive(Debug)]
pub struct RuleWords {
    /// The stable word that names it: the key of its message.
    pub code: &'static str,
    /// What is pointed at.
    pub label: Key,
    /// What it is.
    pub what: Key,
    /// Why it matters.
    pub why: Key,
    /// How to mend it.
    pub mend: Key,
}

macro_rules! files {
    ($($(#[$about:meta])* $file:ident)*) => {$(
        $(#[$about])*
        pub(crate) mod $file {
            #[allow(unused_imports)]
            use super::{File, Key, Message, RuleWords};
            include!(concat!(env!("OUT_DIR"), "/", stringify!($file), ".rs"));
        }
    )*};
}
files! {
    /// Talk on the command line.
    say
    /// Headings, lines and cells of reports.
    reports
    /// What each number is called, and what it means.
    measures
    /// Headings of columns.
    columns
    /// What tables and columns of exports are that are no fields.
    exported
    /// Workbooks that are filled in, and what comes back in them.
    rounds
    /// Inventories that others have made, and what comes of them.
    imports
    /// Command lines that a person is told to write.
    told
    /// What a value should look like.
    shapes
    /// Everything that a finding says.
    checks
    /// What is wrong in a file that can't be read: looked up by the parser's own words, but for a few.
    #[allow(dead_code)]
    syntax
    /// Fields, kinds and elements: looked up.
    fields
    /// What fields mean: looked up.
    descriptions
    /// Coded values: looked up.
    choices
    /// Help: looked up.
    help
    /// What flags are called: looked up.
    flags
}
