//! What a report is about: a register as it was known on a day, as far as a filter wants it.

use super::{Filter, Row};
use crate::measure::Whose;
use crate::model::{Day, District, GoalIn, Kind, Known, Links, Named, Register};

/// What a report is about.
pub struct Scope<'r> {
    /// What is known on the day.
    pub known: &'r Known<'r>,
    /// The register that is asked, as it was known then.
    pub register: &'r Register,
    /// What is wanted of its interventions; where districts are named, of the districts too.
    pub filter: &'r Filter,
    /// The day to compute with.
    pub today: Day,
    /// Who has to do with whom.
    pub links: Links<'r>,
}

impl<'r> Scope<'r> {
    /// A register as it was known on a day, as far as a filter wants it.
    #[must_use]
    pub fn new(known: &'r Known<'r>, filter: &'r Filter) -> Self {
        let (register, today) = (known.register(), known.day());
        Self { known, register, filter, today, links: Links::new(register, today) }
    }

    /// Whose money is told: that of the wanted districts, or all of it.
    #[must_use]
    pub fn whose(&self) -> Whose<'r> {
        Whose { register: self.register, today: self.today, districts: self.filter.within() }
    }

    /// The districts that are wanted; all of them where there are none.
    #[must_use]
    pub fn districts_wanted(&self) -> &[String] {
        self.filter.districts()
    }

    /// The interventions that fit, in the order of their ids.
    #[must_use]
    pub fn interventions(&self) -> Vec<Named<'r>> {
        self.interventions_on(self.today)
    }

    /// The interventions that fit by what was so on a day: whose they were, and for which districts.
    #[must_use]
    pub fn interventions_on(&self, day: Day) -> Vec<Named<'r>> {
        self.register.interventions.iter().filter(|named| self.fits_on(*named, day)).collect()
    }

    /// Whether an intervention fits.
    #[must_use]
    pub fn fits(&self, named: Named<'r>) -> bool {
        self.fits_on(named, self.today)
    }

    fn fits_on(&self, (id, record): Named<'r>, today: Day) -> bool {
        if self.filter.is_empty() {
            return true;
        }
        let row = Row {
            register: self.register,
            kind: Kind::Intervention,
            id,
            fields: record,
            intervention: Some(record),
            today,
            within: self.filter.within(),
            is_wanted: true,
        };
        self.filter.fits(&row)
    }

    /// Whether an intervention is a measure of an action plan that is in force.
    #[must_use]
    pub fn is_in_plan(&self, intervention: &str) -> bool {
        self.links.plans_with(intervention).iter().any(|(id, plan)| {
            plan.districts.iter().any(|district| {
                let in_force = self.register.action_plans_of(district.as_str(), self.today).in_force();
                in_force.is_some_and(|version| version.id == *id)
            })
        })
    }

    /// Whether more than districts is asked for.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.filter.is_narrow()
    }

    /// Whether a district is wanted: one that is named, or any where none is.
    #[must_use]
    pub fn wants(&self, district: &str) -> bool {
        let wanted = self.filter.districts();
        wanted.is_empty() || wanted.iter().any(|value| value == district)
    }

    /// Whether one of some districts is wanted, or none is named: what is for no district in particular is for
    /// all of them.
    #[must_use]
    pub fn wants_one_of<D: AsRef<str>>(&self, districts: &[D]) -> bool {
        districts.is_empty() || districts.iter().any(|district| self.wants(district.as_ref()))
    }

    /// The districts that are wanted, in the order of their ids. The municipality as a whole is none.
    pub fn districts(&self) -> impl Iterator<Item = (&'r str, &'r District)> + '_ {
        self.register.districts.iter().filter(|(id, record)| self.wants(id) && !record.is_municipality())
    }

    /// The districts that are wanted, in the order of their ids, and after them the municipality as a whole, where it is
    /// wanted.
    #[must_use]
    pub fn areas(&self) -> Vec<(&'r str, &'r District)> {
        let whole = self.register.districts.iter().filter(|(id, record)| self.wants(id) && record.is_municipality());
        self.districts().chain(whole).collect()
    }

    /// The goals of the wanted districts and of the municipality, as the versions of their target pictures have them
    /// that are to go by.
    #[must_use]
    pub fn goals(&self) -> Vec<GoalIn<'r>> {
        self.goals_on(self.today)
    }

    /// The same, as the versions have them that were to go by on a day.
    #[must_use]
    pub fn goals_on(&self, day: Day) -> Vec<GoalIn<'r>> {
        self.areas().into_iter().flat_map(|(id, _)| self.register.goals_of(id, day)).collect()
    }
}
