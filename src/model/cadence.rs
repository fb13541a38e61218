//! How often a body meets.

use super::choice::Cycle;
use super::day::{Day, Period};
use super::field::{FieldType, Shape, Table, TableShape, Value, Values, record};
use serde::Deserialize;

record! {
    /// How often a body meets during a phase (D37); the whole time where the phase is not given.
    CadencePhase as "cadence" key "from" whole CadencePhase {
        /// The first day of the phase.
        from: Option<Day>;
        /// The last day of the phase.
        until: Option<Day>, end;
        /// How many meetings there are in each stretch.
        times: Option<i64>, from_one, dozens, required;
        /// The stretch that they are counted by.
        per: Option<Cycle>, required;
    }
}

impl CadencePhase {
    /// The days of the phase.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: self.from, until: self.until }
    }
}

/// How often a body meets: one table in the file, or a list of them where it depends on the phase.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cadence(pub Vec<CadencePhase>);

impl Cadence {
    /// What the fields of each phase are.
    pub const PHASE: &'static TableShape = &CadencePhase::TABLE;

    /// The phase that a day lies in.
    #[must_use]
    pub fn phase_on(&self, day: Day) -> Option<&CadencePhase> {
        self.0.iter().find(|phase| phase.period().contains(day))
    }
}

impl<'de> Deserialize<'de> for Cadence {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Cadence;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a cadence, or a list of them")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Cadence, A::Error> {
                let phase = CadencePhase::deserialize(MapAccessDeserializer::new(map))?;
                // A table that says nothing is left out.
                Ok(Cadence(if phase == CadencePhase::default() { Vec::new() } else { vec![phase] }))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Cadence, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Cadence)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl FieldType for Cadence {
    const SHAPE: Shape = Shape::Cadence;
    fn value(&self) -> Value<'_> {
        match self.0.as_slice() {
            [] => Value::Empty,
            [only] => only.value(),
            _ => Value::List(self),
        }
    }
}

impl Values for Cadence {
    fn len(&self) -> usize {
        self.0.len()
    }
    fn at(&self, index: usize) -> Value<'_> {
        self.0.get(index).map_or(Value::Empty, FieldType::value)
    }
}
