//! The fast way to read a file that is right: `toml-spanner` parses, serde fills the struct.
//!
//! It says nothing of what is wrong, only that something is: then [`super::inspect`], which goes by
//! the `toml` crate, finds out what. Both give the same record for a right file, and a test holds
//! them to it. Nothing outside this file knows of `toml-spanner`.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;
use toml_spanner::{Arena, Item, Key, Table, Value};

/// Reads a file; nothing where there is anything wrong with it.
///
/// An empty string where a value may be left out is taken as left out. So is what stands under keys that are not
/// wanted, wherever they are.
pub(super) fn read<T: serde::de::DeserializeOwned>(text: &str, unwanted: Unwanted) -> Option<T> {
    read_flagged(text, unwanted, None).map(|(record, _)| record)
}

/// The same, with what the file says at its top under a key that is not the record's: whether something is so.
pub(super) fn read_flagged<T: serde::de::DeserializeOwned>(
    text: &str,
    unwanted: Unwanted,
    flag: Option<&str>,
) -> Option<(T, Option<bool>)> {
    // The parser takes a byte order mark away, where one has been taken away already.
    if text.starts_with(super::document::BOM) {
        return None;
    }
    let arena = Arena::new();
    let document = toml_spanner::parse(text, &arena).ok()?;
    let flag = match flag.and_then(|flag| document.table().get(flag)).map(Item::value) {
        None => None,
        Some(Value::Boolean(flag)) => Some(*flag),
        Some(_) => return None,
    };
    T::deserialize(TableReader(document.table(), unwanted)).ok().map(|record| (record, flag))
}

/// Keys whose values are left out.
pub(super) type Unwanted = &'static [&'static str];

/// Something is wrong. What, the other reader says.
#[derive(Debug)]
struct Wrong;

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not as it should be")
    }
}
impl std::error::Error for Wrong {}
impl serde::de::Error for Wrong {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Wrong
    }
    fn invalid_type(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Wrong
    }
    fn invalid_value(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Wrong
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Wrong
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Wrong
    }
}

#[derive(Clone, Copy)]
struct ItemReader<'a, 'de>(&'a Item<'de>, Unwanted);

impl<'de> Deserializer<'de> for ItemReader<'_, 'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.value() {
            Value::String(text) => visitor.visit_str(text),
            Value::Integer(number) => visitor.visit_i64(number.as_i64().ok_or(Wrong)?),
            Value::Float(number) => visitor.visit_f64(*number),
            Value::Boolean(flag) => visitor.visit_bool(*flag),
            Value::Array(array) => visitor.visit_seq(ArrayReader(array.iter(), self.1)),
            Value::Table(table) => visitor.visit_map(EntryReader::new(table, self.1)),
            Value::DateTime(date) => {
                if date.time().is_some() || date.offset().is_some() {
                    return Err(Wrong);
                }
                let mut buffer = std::mem::MaybeUninit::uninit();
                visitor.visit_str(date.format(&mut buffer))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.0.as_str() == Some("") { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_str(self.0.as_str().ok_or(Wrong)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_str(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.value() {
            Value::Float(number) if number.is_finite() => visitor.visit_f64(*number),
            Value::Integer(number) => visitor.visit_i64(number.as_i64().ok_or(Wrong)?),
            _ => Err(Wrong),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let code: StrDeserializer<'_, Wrong> = self.0.as_str().ok_or(Wrong)?.into_deserializer();
        visitor.visit_enum(code)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 char bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct TableReader<'a, 'de>(&'a Table<'de>, Unwanted);

impl<'de> Deserializer<'de> for TableReader<'_, 'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_map(EntryReader::new(self.0, self.1))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct ArrayReader<'a, 'de>(std::slice::Iter<'a, Item<'de>>, Unwanted);

impl<'de> SeqAccess<'de> for ArrayReader<'_, 'de> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let unwanted = self.1;
        self.0.next().map(|item| seed.deserialize(ItemReader(item, unwanted))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct EntryReader<'a, 'de> {
    entries: std::slice::Iter<'a, (Key<'de>, Item<'de>)>,
    value: Option<&'a Item<'de>>,
    unwanted: Unwanted,
}

impl<'a, 'de> EntryReader<'a, 'de> {
    fn new(table: &'a Table<'de>, unwanted: Unwanted) -> Self {
        Self { entries: table.iter(), value: None, unwanted }
    }
}

impl<'de> MapAccess<'de> for EntryReader<'_, 'de> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        let unwanted = self.unwanted;
        let Some((key, item)) = self.entries.find(|(key, _)| !unwanted.contains(&key.as_str())) else {
            return Ok(None);
        };
        self.value = Some(item);
        let key: StrDeserializer<'_, Wrong> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        seed.deserialize(ItemReader(self.value.take().ok_or(Wrong)?, self.unwanted))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}
