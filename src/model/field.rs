//! What a field is: its shape, what it refers to, and how its value is asked for.
//!
//! Every table of a record is written once, with `record!`. The struct is the description: the
//! command line's flags, `set`, columns, filters, the JSON Schema, the key order, the labels and
//! the reference checks are all read from [`Table::TABLE`].

use super::cadence::{Cadence, CadencePhase};
use super::choice::Choices;
use super::day::{Day, Period};
use super::limits::{Scale, Span, When, Writing};
use super::reading::{GoalTarget, Reading};
use super::reference::Target;
use super::section::Section;
use super::settings::LocalWords;
use super::term::Term;
use super::text::Text;

/// One field of a table: all that the rest of the program knows of it.
#[derive(Debug)]
pub struct Field {
    /// The key in the file, `snake_case`.
    pub name: &'static str,
    /// What it means, from the struct's own documentation.
    pub doc: &'static [&'static str],
    /// What its value looks like.
    pub shape: Shape,
    /// Whether a record without it is not a record.
    pub required: bool,
    /// How a list of tables lies in the file.
    pub layout: Layout,
    /// What it is to its table, where anybody asks for it by that.
    pub role: Option<Role>,
    /// Which day is meant by one that is not written in full.
    pub when: When,
    /// Of a number, the least and the greatest that can be.
    pub span: Span,
    /// Of a number, about how large one is.
    pub scale: Scale,
    /// Of a text, whether it is a line or prose.
    pub writing: Writing,
    /// Of a day, whether it may be of long ago: the beginning of what has always been.
    pub is_of_any_age: bool,
    /// The part of a record in which a person is asked for it; nothing where nobody is asked.
    pub section: Option<Section>,
}

/// What is asked of a person: a value of a shape, and where it is a day, which.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// What it looks like.
    pub shape: Shape,
    /// Which day is meant.
    pub when: When,
    /// The least and the greatest number that can be, where there are such.
    pub range: (Option<i64>, Option<i64>),
}

impl From<&Field> for Asked {
    fn from(field: &Field) -> Self {
        Self { shape: field.shape, when: field.when, range: (field.least(), field.most()) }
    }
}

impl From<Shape> for Asked {
    fn from(shape: Shape) -> Self {
        Self { shape, when: When::default(), range: (None, None) }
    }
}

/// What a field is to its table, so that it can be found whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What people call the record.
    Title,
    /// The day or the days that the record is of.
    Time,
    /// A long text, which few questions ask for and which is most of a large register.
    LongText,
    /// What the program makes of other fields, and nobody writes.
    Own,
}

/// How a list of tables is laid out in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Whatever the shape asks for by itself: a value on a line, or one inline table a line.
    Plain,
    /// `[name]`, or `[[name]]` for a list: a table with a heading of its own.
    Headed,
}

/// What the value of a field looks like in a file.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Text in the users' language.
    Text,
    /// `true` or `false`, which people may write in words.
    Flag,
    /// A whole number that counts something.
    Integer,
    /// A whole number that says which one and not how many, such as a year: nothing stands between its digits.
    Ordinal,
    /// A year, of four digits.
    Year,
    /// A number, with or without decimals.
    Number,
    /// Whole units of the register's currency, never below zero.
    Money,
    /// A day, as a TOML date without a time.
    Day,
    /// A month, quarter, tertial, half-year or year, as `2026-t2`.
    Term,
    /// One of a closed list of coded values.
    Choice(&'static Choices),
    /// The id of an element, defined here.
    Element,
    /// A case number (diarienummer); its pattern is the register's own (L9).
    CaseNumber,
    /// The code of a statistical area (L8).
    AreaCode,
    /// The id of something else.
    Reference(Target),
    /// An id that this record had before.
    FormerId,
    /// Numbers by the id of one of the record's own indicators.
    Readings,
    /// How often a body meets: one table, or a list of them by phase.
    Cadence,
    /// Local words: names by language, by id.
    Words,
    /// A table of its own.
    Table(&'static TableShape),
    /// A list of values of one shape.
    List(&'static Shape),
}

impl Shape {
    /// The shape of one value: a list's elements, or the shape itself.
    #[must_use]
    pub fn single(&self) -> &Shape {
        match self {
            Shape::List(inner) => inner,
            other => other,
        }
    }

    /// Whether this is a list.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self, Shape::List(_))
    }

    /// Whether this is the id that an element of a list is known by.
    #[must_use]
    pub fn is_element(&self) -> bool {
        matches!(self, Shape::Element)
    }

    /// The table whose fields can be named within this: its own, that of its elements, or that of a cadence's phases.
    #[must_use]
    pub fn inner(&self) -> Option<&'static TableShape> {
        match self {
            Shape::Cadence => Some(Cadence::PHASE),
            shape => shape.table(),
        }
    }

    /// What one element looks like: of a list, or of a cadence's phases.
    #[must_use]
    pub fn element(&self) -> Shape {
        match self {
            Shape::Cadence => Shape::Table(Cadence::PHASE),
            shape => *shape.single(),
        }
    }

    /// The table that this shape is, or is a list of.
    #[must_use]
    pub fn table(&self) -> Option<&'static TableShape> {
        match self.single() {
            Shape::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// The fields of a table, and what its elements go by.
#[derive(Debug)]
pub struct TableShape {
    /// Its name, from which labels are looked up: `intervention`, `budget` …
    pub name: &'static str,
    /// Its fields, in the order of a new file.
    pub fields: &'static [Field],
    /// The field that an element of a list of these goes by: an id, a date, a year.
    pub key: Option<&'static str>,
    /// Fields that tell elements of the same key apart, and those that have none: who followed up, where money
    /// comes from.
    pub beside: &'static [&'static str],
    /// Whether people take it as one thing, and not as its fields: two days that are a period, a value and its day.
    pub is_whole: bool,
}

/// A table that the program knows nothing of.
pub static UNKNOWN_TABLE: TableShape = TableShape { name: "", fields: &[], key: None, beside: &[], is_whole: false };

impl TableShape {
    /// The field of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether it is the table that a struct describes.
    #[must_use]
    pub fn is<T: Table>(&self) -> bool {
        self.name == T::TABLE.name
    }

    /// The field of that role.
    #[must_use]
    pub fn with_role(&self, role: Role) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.role == Some(role))
    }

    /// The id that an element of it goes by in its record, where it has one.
    #[must_use]
    pub fn element_id(&self) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.shape.is_element())
    }

    /// What people call one of it: the first text that there has to be, or else the first prose.
    #[must_use]
    pub fn called(&self) -> Option<&'static Field> {
        let mut texts = self.fields.iter().filter(|field| matches!(field.shape, Shape::Text));
        texts.clone().find(|field| field.required).or_else(|| texts.find(|field| field.writing == Writing::Prose))
    }

    /// The field that holds the ids that the record had before.
    #[must_use]
    pub fn former_ids(&self) -> Option<&'static Field> {
        self.fields.iter().find(|field| matches!(field.shape.single(), Shape::FormerId))
    }

    /// The fields that say which element of a list this is.
    pub fn known_by(&self) -> impl Iterator<Item = &'static str> {
        self.key.into_iter().chain(self.beside.iter().copied())
    }

    /// Where a key stands in the order of a new file; an unknown key comes last.
    #[must_use]
    pub fn rank(&self, name: &str) -> usize {
        self.fields.iter().position(|field| field.name == name).unwrap_or(self.fields.len())
    }
}

/// The value of a field, borrowed from its record.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// No value: the field was left out.
    Empty,
    /// Nothing, where there should be something: nobody has said it.
    Missing,
    /// Text in the users' language.
    Text(&'a str),
    /// Whether something is so.
    Flag(bool),
    /// A whole number, of an `Integer`, an `Ordinal` or a `Year`.
    Integer(i64),
    /// A number, with or without decimals.
    Number(f64),
    /// Whole units of the register's currency.
    Money(i64),
    /// A day of the calendar.
    Day(Day),
    /// A month, quarter, tertial, half-year or year.
    Term(Term),
    /// A coded value, and the list it is from.
    Code(&'static str, &'static Choices),
    /// An id that is defined here.
    Id(&'a str),
    /// A case number (L9).
    CaseNumber(&'a str),
    /// The code of a statistical area (L8).
    AreaCode(&'a str),
    /// The id of something else, as the file writes it.
    Reference(Target, &'a str),
    /// Numbers, each by the id of its indicator.
    Readings(&'a [(Text, f64)]),
    /// Local words, each by its id.
    Words(&'a LocalWords),
    /// A table, whose fields can be asked for.
    Table(&'a dyn Fields),
    /// A list, whose elements can be asked for.
    List(&'a dyn Values),
}

impl Value<'_> {
    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Empty | Value::Missing => true,
            Value::Text(text)
            | Value::Id(text)
            | Value::CaseNumber(text)
            | Value::AreaCode(text)
            | Value::Reference(_, text) => text.is_empty(),
            Value::Readings(readings) => readings.is_empty(),
            Value::Words(words) => words.is_empty(),
            Value::List(list) => list.len() == 0,
            Value::Table(table) => (0..table.shape().fields.len()).all(|i| table.value(i).is_empty()),
            _ => false,
        }
    }
}

/// A table that people take as one thing, by what it is.
#[derive(Debug, Clone, Copy)]
pub enum Whole<'a> {
    /// A stretch of days.
    Period(&'a Period),
    /// A value and the days that it is of.
    Reading(&'a Reading),
    /// A value aimed at.
    GoalTarget(&'a GoalTarget),
    /// How often a body meets in a phase.
    CadencePhase(&'a CadencePhase),
}

/// A list whose elements can be asked for one by one.
pub trait Values: Sync {
    /// How many there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The element at a place below [`len`](Values::len).
    fn at(&self, index: usize) -> Value<'_>;
}

/// A table whose fields can be asked for by their place in its shape.
pub trait Fields: Sync {
    /// What fields there are.
    fn shape(&self) -> &'static TableShape;
    /// The value of the field at that place in the shape.
    fn value(&self, index: usize) -> Value<'_>;
    /// The one thing that people take it as; nothing where it is its fields.
    fn whole(&self) -> Option<Whole<'_>>;

    /// The value of the field of that name; nothing where there is no such field.
    fn get(&self, name: &str) -> Value<'_> {
        match self.shape().fields.iter().position(|field| field.name == name) {
            Some(index) => self.value(index),
            None => Value::Empty,
        }
    }

    /// The id that an element of a list goes by, where it has one.
    fn element_id(&self) -> Option<&str> {
        let index = self.shape().fields.iter().position(|field| field.shape.is_element())?;
        match self.value(index) {
            Value::Id(id) => Some(id),
            _ => None,
        }
    }

    /// Whether the record had an id before.
    fn was_called(&self, id: &str) -> bool {
        let Some(Value::List(former)) = self.shape().former_ids().map(|field| self.get(field.name)) else {
            return false;
        };
        (0..former.len()).any(|place| matches!(former.at(place), Value::Id(old) if old == id))
    }
}

/// A type that a field can have.
pub trait FieldType {
    /// What it looks like in a file.
    const SHAPE: Shape;
    /// Its value, borrowed; [`Value::Empty`] where there is none.
    fn value(&self) -> Value<'_>;
}

/// A struct written with `record!`.
pub trait Table: Fields + Default {
    /// Its description: its fields, and what its elements go by.
    const TABLE: TableShape;
}

/// A list that stays as it is read: two words wide, since a register keeps millions.
pub type List<T> = Box<[T]>;

impl<T: FieldType + Sync> FieldType for List<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    fn value(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl<T: FieldType + Sync> Values for List<T> {
    fn len(&self) -> usize {
        <[T]>::len(self)
    }
    fn at(&self, index: usize) -> Value<'_> {
        self.get(index).map_or(Value::Empty, FieldType::value)
    }
}

impl<T: FieldType> FieldType for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Empty, FieldType::value)
    }
}

impl FieldType for Text {
    const SHAPE: Shape = Shape::Text;
    fn value(&self) -> Value<'_> {
        if self.is_empty() { Value::Empty } else { Value::Text(self) }
    }
}

impl FieldType for bool {
    const SHAPE: Shape = Shape::Flag;
    fn value(&self) -> Value<'_> {
        Value::Flag(*self)
    }
}

impl FieldType for i64 {
    const SHAPE: Shape = Shape::Integer;
    fn value(&self) -> Value<'_> {
        Value::Integer(*self)
    }
}

impl FieldType for f64 {
    const SHAPE: Shape = Shape::Number;
    fn value(&self) -> Value<'_> {
        Value::Number(*self)
    }
}

/// The name of a struct's field as files have it: without the mark of a raw identifier.
#[must_use]
pub const fn plain_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// Describes a table of a record, and is the description: see the [module](self).
///
/// After a field's type come its marks: `required`; `headed` for a table or list of tables
/// under headings of its own; `ordinal` for a number that says which and not how many, and `year` for one that says which
/// year; the least that a number can be, `from_zero` or `from_one`, a `priority`, or `any`, and about how large one is:
/// `dozens`, `hundreds` or `thousands`; of a text, whether it is a `line` or `prose`; its role: `title`, `time`
/// `long_text`, which is prose, or `own` to the program; of a day, that it may be of `any_age`; and of one that is not
/// written in full, which one is meant: one `past`, one `coming`, or the `end` of what is written. `key` names the field that the elements of a list go by, and `beside` those that
/// tell elements of the same key apart. `whole` stands at a table that people take as one thing, of that name in
/// [`Whole`].
macro_rules! record {
    (
        $(#[doc = $about:literal])*
        $name:ident as $label:literal $(key $key:literal)? $(beside [$($beside:literal),*])? $(whole $whole:ident)? {
            $(
                $(#[doc = $doc:literal])*
                $field:ident: $type:ty $(, $mark:ident)* $(=> $section:ident)?;
            )*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            $( $(#[doc = $doc])* pub $field: $type, )*
        }

        impl $crate::model::field::Table for $name {
            const TABLE: $crate::model::field::TableShape = $crate::model::field::TableShape {
                name: $label,
                key: $crate::model::field::record!(@key $($key)?),
                beside: &[$($($beside),*)?],
                is_whole: $crate::model::field::record!(@is_whole $($whole)?),
                fields: &[ $( $crate::model::field::Field {
                    name: $crate::model::field::plain_name(stringify!($field)),
                    doc: &[$($doc),*],
                    shape: $crate::model::field::record!(@shape $type; $($mark)*),
                    required: $crate::model::field::record!(@required $($mark)*),
                    layout: $crate::model::field::record!(@layout $($mark)*),
                    role: $crate::model::field::record!(@role $($mark)*),
                    when: $crate::model::limits::When {
                        tense: $crate::model::field::record!(@tense $($mark)*),
                        is_end: $crate::model::field::record!(@is_end $($mark)*),
                    },
                    span: $crate::model::field::record!(@span $($mark)*),
                    scale: $crate::model::field::record!(@scale $($mark)*),
                    writing: $crate::model::field::record!(@writing $($mark)*),
                    is_of_any_age: $crate::model::field::record!(@is_of_any_age $($mark)*),
                    section: $crate::model::field::record!(@section $($section)?),
                }, )* ],
            };
        }

        impl $crate::model::field::Fields for $name {
            fn shape(&self) -> &'static $crate::model::field::TableShape {
                &<Self as $crate::model::field::Table>::TABLE
            }

            fn whole(&self) -> Option<$crate::model::field::Whole<'_>> {
                $crate::model::field::record!(@whole self $($whole)?)
            }

            #[allow(unused_assignments)]
            fn value(&self, index: usize) -> $crate::model::field::Value<'_> {
                let mut left = index;
                $(
                    if left == 0 {
                        return $crate::model::field::FieldType::value(&self.$field);
                    }
                    left = left.wrapping_sub(1);
                )*
                $crate::model::field::Value::Empty
            }
        }

        impl $crate::model::field::FieldType for $name {
            const SHAPE: $crate::model::field::Shape =
                $crate::model::field::Shape::Table(&<Self as $crate::model::field::Table>::TABLE);
            fn value(&self) -> $crate::model::field::Value<'_> {
                $crate::model::field::Value::Table(self)
            }
        }
    };

    (@key) => { None };
    (@key $key:literal) => { Some($key) };
    (@is_whole) => { false };
    (@is_whole $whole:ident) => { true };
    (@whole $table:ident) => { None };
    (@whole $table:ident $whole:ident) => { Some($crate::model::field::Whole::$whole($table)) };
    (@shape $type:ty;) => { <$type as $crate::model::field::FieldType>::SHAPE };
    (@shape $type:ty; ordinal $($rest:ident)*) => { $crate::model::field::Shape::Ordinal };
    (@shape $type:ty; year $($rest:ident)*) => { $crate::model::field::Shape::Year };
    (@shape $type:ty; $other:ident $($rest:ident)*) => { $crate::model::field::record!(@shape $type; $($rest)*) };
    (@role) => { None };
    (@role title $($rest:ident)*) => { Some($crate::model::field::Role::Title) };
    (@role time $($rest:ident)*) => { Some($crate::model::field::Role::Time) };
    (@role long_text $($rest:ident)*) => { Some($crate::model::field::Role::LongText) };
    (@role own $($rest:ident)*) => { Some($crate::model::field::Role::Own) };
    (@role $other:ident $($rest:ident)*) => { $crate::model::field::record!(@role $($rest)*) };
    (@tense) => { $crate::model::limits::Tense::Either };
    (@tense past $($rest:ident)*) => { $crate::model::limits::Tense::Past };
    (@tense coming $($rest:ident)*) => { $crate::model::limits::Tense::Coming };
    (@tense $other:ident $($rest:ident)*) => { $crate::model::field::record!(@tense $($rest)*) };
    (@is_end) => { false };
    (@is_end end $($rest:ident)*) => { true };
    (@is_end $other:ident $($rest:ident)*) => { $crate::model::field::record!(@is_end $($rest)*) };
    (@section) => { None };
    (@section $section:ident) => { Some($crate::model::section::Section::$section) };
    (@span) => { $crate::model::limits::Span::Unsaid };
    (@span any $($rest:ident)*) => { $crate::model::limits::Span::Any };
    (@span from_zero $($rest:ident)*) => { $crate::model::limits::Span::FromZero };
    (@span from_one $($rest:ident)*) => { $crate::model::limits::Span::FromOne };
    (@span priority $($rest:ident)*) => { $crate::model::limits::Span::Priority };
    (@span $other:ident $($rest:ident)*) => { $crate::model::field::record!(@span $($rest)*) };
    (@scale) => { $crate::model::limits::Scale::Any };
    (@scale dozens $($rest:ident)*) => { $crate::model::limits::Scale::Dozens };
    (@scale hundreds $($rest:ident)*) => { $crate::model::limits::Scale::Hundreds };
    (@scale thousands $($rest:ident)*) => { $crate::model::limits::Scale::Thousands };
    (@scale $other:ident $($rest:ident)*) => { $crate::model::field::record!(@scale $($rest)*) };
    (@writing) => { $crate::model::limits::Writing::Unsaid };
    (@writing line $($rest:ident)*) => { $crate::model::limits::Writing::Line };
    (@writing prose $($rest:ident)*) => { $crate::model::limits::Writing::Prose };
    (@writing long_text $($rest:ident)*) => { $crate::model::limits::Writing::Prose };
    (@writing $other:ident $($rest:ident)*) => { $crate::model::field::record!(@writing $($rest)*) };
    (@is_of_any_age) => { false };
    (@is_of_any_age any_age $($rest:ident)*) => { true };
    (@is_of_any_age $other:ident $($rest:ident)*) => { $crate::model::field::record!(@is_of_any_age $($rest)*) };
    (@required) => { false };
    (@required required $($rest:ident)*) => { true };
    (@required $other:ident $($rest:ident)*) => { $crate::model::field::record!(@required $($rest)*) };
    (@layout) => { $crate::model::field::Layout::Plain };
    (@layout headed $($rest:ident)*) => { $crate::model::field::Layout::Headed };
    (@layout $other:ident $($rest:ident)*) => { $crate::model::field::record!(@layout $($rest)*) };
}
pub(crate) use record;
