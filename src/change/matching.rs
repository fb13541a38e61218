//! Which of the records that are there a new one is: the same, or one that is called nearly so.

use super::duplicate::{ALIKE, likeness};
use crate::catalog::shape_of;
use crate::model::{Field, Kind, Register, Shape, Target, Value, slug};
use std::collections::HashMap;
use toml::{Table, Value as Toml};

/// What a record is known by among those of its kind.
#[derive(Debug, Clone, Default)]
pub struct KnownBy {
    /// What it is called.
    pub title: String,
    /// The districts that it is for.
    pub districts: Vec<String>,
    /// The body that carries it out.
    pub responsible: Option<String>,
}

/// The records of a kind, found by what they are known by.
#[derive(Debug)]
pub struct Titles {
    all: Vec<Entry>,
    by_title: HashMap<String, Vec<usize>>,
    by_district: HashMap<Option<String>, Vec<usize>>,
}

#[derive(Debug)]
struct Entry {
    id: String,
    known: KnownBy,
    lowered: String,
    /// How many of each letter there are, so that most that are not alike are passed over.
    letters: [u8; LETTERS],
    length: usize,
    words: u64,
}

const LETTERS: usize = 32;

impl KnownBy {
    /// What a record of a kind is known by, as its file says it.
    #[must_use]
    pub fn of(kind: Kind, table: &Table) -> Self {
        let text = |field: &Field| table.get(field.name).and_then(Toml::as_str).map(str::to_owned);
        let shape = shape_of(kind);
        let title = kind.called_by().and_then(|name| shape.field(name)).and_then(text);
        let districts = districts(kind).and_then(|field| table.get(field.name)?.as_array());
        Self {
            title: title.unwrap_or_default(),
            districts: districts.into_iter().flatten().filter_map(Toml::as_str).map(str::to_owned).collect(),
            responsible: responsible(kind).and_then(text),
        }
    }

    /// Whether two that are called the same are one, as far as anybody can tell.
    fn is_same(&self, other: &Self) -> bool {
        let is_carried_out_by = match (&self.responsible, &other.responsible) {
            (Some(left), Some(right)) => left == right,
            _ => true,
        };
        is_carried_out_by && self.is_there(other)
    }

    fn is_there(&self, other: &Self) -> bool {
        self.districts.is_empty()
            || other.districts.is_empty()
            || self.districts.iter().any(|district| other.districts.contains(district))
    }
}

/// The field of a kind that says which districts it is for.
fn districts(kind: Kind) -> Option<&'static Field> {
    let is_it = |field: &&Field| {
        matches!(field.shape, Shape::List(Shape::Reference(Target::Record(Kind::District)))) && field.section.is_some()
    };
    shape_of(kind).fields.iter().find(is_it)
}

/// The field of a kind that says which body carries it out.
fn responsible(kind: Kind) -> Option<&'static Field> {
    let is_it = |field: &&Field| matches!(field.shape, Shape::Reference(Target::Record(Kind::Body))) && field.required;
    shape_of(kind).fields.iter().find(is_it)
}

impl Titles {
    /// Those of a register.
    #[must_use]
    pub fn of(register: &Register, kind: Kind) -> Self {
        let mut titles = Self { all: Vec::new(), by_title: HashMap::new(), by_district: HashMap::new() };
        for (id, _, fields) in register.records(kind) {
            let reference = |value: Value<'_>| match value {
                Value::Reference(_, text) => Some(text.to_owned()),
                _ => None,
            };
            let all = match districts(kind).map(|field| fields.get(field.name)) {
                Some(Value::List(list)) => (0..list.len()).filter_map(|place| reference(list.at(place))).collect(),
                _ => Vec::new(),
            };
            titles.add(
                id,
                KnownBy {
                    title: register.own_name(kind, id).unwrap_or_default().to_owned(),
                    districts: all,
                    responsible: responsible(kind).and_then(|field| reference(fields.get(field.name))),
                },
            );
        }
        titles
    }

    /// Adds one.
    pub fn add(&mut self, id: &str, known: KnownBy) {
        let place = self.all.len();
        self.by_title.entry(slug(&known.title)).or_default().push(place);
        if known.districts.is_empty() {
            self.by_district.entry(None).or_default().push(place);
        }
        for district in &known.districts {
            self.by_district.entry(Some(district.clone())).or_default().push(place);
        }
        self.all.push(Entry::of(id, known));
    }

    /// The one that it is: called the same, in the same districts, and carried out by the same body, as far as either says.
    /// Of several, the one that is in just the same districts. Nothing where there is none, or still more than one.
    #[must_use]
    pub fn same(&self, known: &KnownBy) -> Option<&str> {
        if known.title.is_empty() {
            return None;
        }
        let called = self.by_title.get(&slug(&known.title)).into_iter().flatten();
        let mut same = called.filter_map(|place| self.all.get(*place)).filter(|entry| entry.known.is_same(known));
        let first = same.next()?;
        let Some(second) = same.next() else { return Some(first.id.as_str()) };
        let whole = |entry: &&Entry| {
            let is_there = known.districts.iter().all(|district| entry.known.districts.contains(district));
            is_there && entry.known.districts.len() == known.districts.len()
        };
        let mut whole = [first, second].into_iter().chain(same).filter(whole);
        let first = whole.next()?;
        whole.next().is_none().then_some(first.id.as_str())
    }

    /// Those that it may be: called the same or nearly so, where it is. The most alike come first.
    #[must_use]
    pub fn alike(&self, known: &KnownBy) -> Vec<&str> {
        let own = Entry::of("", known.clone());
        let mut found: Vec<(f64, usize)> = Vec::new();
        let mut note = |score: f64, place: usize| {
            if !found.iter().any(|(_, other)| *other == place) {
                found.push((score, place));
            }
        };
        for place in self.by_title.get(&slug(&known.title)).into_iter().flatten() {
            if self.all.get(*place).is_some_and(|entry| entry.known.is_there(known)) {
                note(1.0, *place);
            }
        }
        // What has no districts by its kind is nowhere, and so is all else.
        let districts: Vec<Option<String>> = match known.districts.as_slice() {
            [] => vec![None],
            all => all.iter().cloned().map(Some).collect(),
        };
        for place in districts.iter().filter_map(|district| self.by_district.get(district)).flatten() {
            let Some(entry) = self.all.get(*place) else { continue };
            if entry.may_be_alike(&own) {
                let score = likeness(&entry.lowered, &own.lowered);
                if score >= ALIKE {
                    note(score, *place);
                }
            }
        }
        found.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
        found.into_iter().filter_map(|(_, place)| self.all.get(place)).map(|entry| entry.id.as_str()).collect()
    }
}

impl Entry {
    fn of(id: &str, known: KnownBy) -> Self {
        let lowered = known.title.to_lowercase();
        let mut letters = [0_u8; LETTERS];
        let mut length = 0;
        for letter in lowered.chars() {
            let place = letter as usize % LETTERS;
            letters[place] = letters[place].saturating_add(1);
            length += 1;
        }
        let words = lowered.split_whitespace().fold(0, |bits, word| bits | 1 << (sum_of(word) % 64));
        Self { id: id.to_owned(), known, lowered, letters, length, words }
    }

    /// Whether two can be alike at all: most of their letters are the same, or one has all the words of the other.
    #[allow(clippy::cast_precision_loss)]
    fn may_be_alike(&self, other: &Self) -> bool {
        let (few, many) = if self.length <= other.length { (self, other) } else { (other, self) };
        if few.words & !many.words == 0 {
            return true;
        }
        let common: usize =
            few.letters.iter().zip(&many.letters).map(|(left, right)| usize::from(*left.min(right))).sum();
        common as f64 >= ALIKE * many.length as f64
    }
}

/// A number for a word, the same for the same word.
fn sum_of(word: &str) -> u64 {
    word.bytes().fold(0, |sum, byte| u64::from(byte).wrapping_add(sum.wrapping_mul(31)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(title: &str, district: &str, body: &str) -> KnownBy {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        KnownBy { title: title.to_owned(), districts: text(district).into_iter().collect(), responsible: text(body) }
    }

    #[test]
    fn the_same_is_found_and_what_is_nearly_so_is_told() {
        let mut titles = Titles::of(&Register::default(), Kind::Intervention);
        for (id, title, district, body) in [
            ("laxhjalp-ryd", "Läxhjälp", "ryd", "biblioteket"),
            ("laxhjalp-berga", "Läxhjälp", "berga", "biblioteket"),
            ("nattvandring", "Nattvandring i Ryd", "ryd", "foreningen"),
        ] {
            titles.add(id, known(title, district, body));
        }
        let same = |title: &str, district: &str, body: &str| titles.same(&known(title, district, body));
        assert_eq!(same("läxhjälp", "ryd", "biblioteket"), Some("laxhjalp-ryd"));
        assert_eq!(same("Läxhjälp", "ryd", ""), Some("laxhjalp-ryd"));
        assert_eq!(same("Läxhjälp", "", "biblioteket"), None, "it may be either");
        assert_eq!(same("Läxhjälp", "ryd", "skolan"), None, "another body does it");
        let alike = |title: &str, district: &str, body: &str| titles.alike(&known(title, district, body));
        assert_eq!(alike("Läxhjälp", "ryd", "skolan"), ["laxhjalp-ryd"]);
        assert_eq!(alike("Läxhjälp", "", ""), ["laxhjalp-ryd", "laxhjalp-berga"]);
        assert_eq!(alike("Nattvandringar i Ryd", "ryd", ""), ["nattvandring"]);
        assert_eq!(alike("Nattvandring", "berga", ""), [] as [&str; 0]);
    }

    proptest::proptest! {
        /// Nothing that is alike is passed over for its letters.
        #[test]
        fn what_is_passed_over_is_not_alike(left in "[a-dåö ]{0,12}", right in "[a-dåö ]{0,12}") {
            let (one, other) = (Entry::of("", known(&left, "", "")), Entry::of("", known(&right, "", "")));
            proptest::prop_assert!(one.may_be_alike(&other) || likeness(&one.lowered, &other.lowered) < ALIKE);
        }
    }
}
