//! Words that code goes by and that are the languages' own: the lists in `locales/*/words.txt`, and the names that things
//! have on the screen. They are known in every language, whichever the user works in.

use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/words_lists.rs"));
include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// What people call what a message names, in each language: a field by the key of its label, a column, a flag.
#[must_use]
pub fn names_by_key(key: &str) -> &'static [&'static str] {
    NAMES.binary_search_by(|(known, _)| (*known).cmp(key)).map_or(&[], |place| NAMES[place].1)
}

/// The words of every language, in small letters.
pub struct KnownWords {
    /// What stands for true.
    pub yes: Vec<&'static str>,
    /// What stands for false.
    pub no: Vec<&'static str>,
    /// What may stand behind an amount.
    pub currency: Vec<&'static str>,
    /// What stands behind an amount in thousands.
    pub thousands: Vec<&'static str>,
    /// What stands behind an amount in millions.
    pub millions: Vec<&'static str>,
    /// What a unit begins with that is parts of a whole.
    pub percent: Vec<&'static str>,
    /// What says that something has no end.
    pub open_end: Vec<&'static str>,
    /// What stands before a first day.
    pub from: Vec<&'static str>,
    /// What stands before a last day.
    pub until: Vec<&'static str>,
    /// Numbers in words: each line the digits and a word.
    pub numbers: Vec<&'static str>,
    /// What stands behind how often something is.
    pub times: Vec<&'static str>,
    /// What stands before a cycle.
    pub per: Vec<&'static str>,
    /// What stands before a cycle that something is once in.
    pub every: Vec<&'static str>,
    /// Cycles in other forms than their names: each line the code and a word.
    pub cycles: Vec<&'static str>,
    /// What a title may have or lack and still be the title of the same thing.
    pub small: Vec<&'static str>,
    /// What a row of a table begins with that says what others come to.
    pub total: Vec<&'static str>,
}

/// The words that are known.
pub static WORDS: LazyLock<KnownWords> = LazyLock::new(|| KnownWords {
    yes: list(LISTS, "yes"),
    no: list(LISTS, "no"),
    currency: list(LISTS, "currency"),
    thousands: list(LISTS, "thousands"),
    millions: list(LISTS, "millions"),
    percent: list(LISTS, "percent"),
    open_end: list(LISTS, "open-end"),
    from: list(LISTS, "from"),
    until: list(LISTS, "until"),
    numbers: list(LISTS, "numbers"),
    times: list(LISTS, "times"),
    per: list(LISTS, "per"),
    every: list(LISTS, "every"),
    cycles: list(LISTS, "cycles"),
    small: list(LISTS, "small"),
    total: list(LISTS, "total"),
});

/// What a kind of record is called in commands, beside its name.
#[must_use]
pub fn kind_words(kind: &str) -> Vec<&'static str> {
    list(LISTS, &format!("kind-{kind}"))
}

/// The words below a heading such as `[yes]`, in each of some texts; the longest first, so that none hides another.
#[must_use]
pub fn list(texts: &[&'static str], heading: &str) -> Vec<&'static str> {
    let mut words = Vec::new();
    for text in texts {
        debug_assert!(text.lines().any(|line| line.trim() == format!("[{heading}]")), "a language has no [{heading}]");
        let mut is_here = false;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => is_here = name == heading,
                None if is_here => words.push(line),
                None => {}
            }
        }
    }
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}
