//! What a report is about: a register on a day, as far as a filter wants it.

use super::{Filter, Row};
use crate::model::{Day, District, Intervention, Kind, Links, Named, Register};

/// What a report is about.
pub struct Scope<'r> {
    /// The register that is asked.
    pub register: &'r Register,
    /// What is wanted of its interventions; where districts are named, of the districts too.
    pub filter: &'r Filter,
    /// The day to compute with.
    pub today: Day,
    /// Who has to do with whom.
    pub links: Links<'r>,
}

/// Where an intervention is counted, so that it is counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Home<'r> {
    /// In the one district that it is for.
    District(&'r str),
    /// Among those that are for several districts.
    Several,
    /// Among those that are for no district in particular.
    Nowhere,
}

impl<'r> Home<'r> {
    /// Where an intervention is counted.
    #[must_use]
    pub fn of(intervention: &'r Intervention) -> Self {
        match &*intervention.districts {
            [] => Home::Nowhere,
            [only] => Home::District(only.as_str()),
            _ => Home::Several,
        }
    }
}

impl<'r> Scope<'r> {
    /// A register on a day, as far as a filter wants it.
    #[must_use]
    pub fn new(register: &'r Register, filter: &'r Filter, today: Day) -> Self {
        Self { register, filter, today, links: Links::new(register) }
    }

    /// The interventions that fit, in the order of their ids.
    #[must_use]
    pub fn interventions(&self) -> Vec<Named<'r>> {
        self.register.interventions.iter().filter(|named| self.fits(*named)).collect()
    }

    /// Whether an intervention fits.
    #[must_use]
    pub fn fits(&self, (id, record): Named<'r>) -> bool {
        if self.filter.is_empty() {
            return true;
        }
        let row = Row {
            register: self.register,
            kind: Kind::Intervention,
            id,
            fields: record,
            intervention: Some(record),
            today: self.today,
        };
        self.filter.fits(&row)
    }

    /// Whether more than districts is asked for.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        let rest = Filter {
            wanted: self.filter.wanted.iter().filter(|wanted| !wanted.is_of_districts()).cloned().collect(),
            ..self.filter.clone()
        };
        !rest.is_empty()
    }

    /// Whether a district is wanted: one that is named, or any where none is.
    #[must_use]
    pub fn wants(&self, district: &str) -> bool {
        let mut wanted = self.filter.wanted.iter().filter(|wanted| wanted.is_of_districts()).peekable();
        wanted.peek().is_none() || wanted.any(|wanted| wanted.values.iter().any(|value| value == district))
    }

    /// Whether one of some districts is wanted, or none is named: what is for no district in particular is for
    /// all of them.
    #[must_use]
    pub fn wants_one_of<D: AsRef<str>>(&self, districts: &[D]) -> bool {
        districts.is_empty() || districts.iter().any(|district| self.wants(district.as_ref()))
    }

    /// The districts that are wanted, in the order of their ids.
    pub fn districts(&self) -> impl Iterator<Item = (&'r str, &'r District)> + '_ {
        self.register.districts.iter().filter(|(id, _)| self.wants(id))
    }
}
