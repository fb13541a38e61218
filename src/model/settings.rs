//! `register.toml`: what holds for the whole register.

use super::choice::{Cycle, Tongue};
use super::day::Day;
use super::field::{FieldType, List, Shape, Value, record};
use super::reference::{AnyRef, BodyId, Target};
use super::text::{ElementId, Text};
use indexmap::IndexMap;
use serde::Deserialize;

/// The version of the format that this program reads and writes.
pub const FORMAT: i64 = 2;

/// The version of the format that this program reads too, as if it were written in its own.
pub const OLD_FORMAT: i64 = 1;

/// "At least every second year" (the Act, section 6), in months: so often a situation picture is updated and an
/// action plan followed up (L1).
pub const EVERY_SECOND_YEAR: u32 = 24;

record! {
    /// How often interventions are followed up, and how late is late.
    FollowUpCycle as "follow-up-cycle" {
        /// The cycle of follow-up.
        cycle: Option<Cycle>;
        /// How many days after the end of a cycle a follow-up may come.
        grace_days: Option<i64>, from_zero, hundreds;
    }
}
record! {
    /// What is asked of situation pictures.
    SituationLimits as "situation-limits" {
        /// How old a situation picture may be, in months; the Act's section 6 says two years (L1).
        max_age_months: Option<i64>, from_one, dozens;
    }
}
record! {
    /// What case numbers look like here (L9).
    CaseNumberRule as "case-number-rule" {
        /// A regular expression that every case number fits.
        pattern: Text, line;
    }
}
record! {
    /// Which bodies fulfil what the Act asks of the municipality (L1).
    LawBodies as "law-bodies" {
        /// The strategic council that the municipality leads (the Act, section 10).
        council: Option<BodyId>;
        /// The function that coordinates the work (the Act, sections 11 and 12).
        coordination: Option<BodyId>;
        /// The board that leads the work and reports to the municipal council (the Act, section 13).
        lead: Option<BodyId>;
    }
}
record! {
    /// A municipality-wide goal (D1).
    MunicipalGoal as "municipal-goal" key "id" {
        /// The id that goals of districts serve it by.
        id: ElementId, required;
        /// What is to be reached.
        title: Text, line, required;
    }
}
record! {
    /// A known finding, accepted for a time.
    Waiver as "waiver" beside ["code", "record"] {
        /// The code of the finding.
        code: Text, line, required;
        /// The record that has it.
        record: Option<AnyRef>;
        /// The last day on which it is accepted.
        until: Option<Day>, required, coming, end;
        /// Why it is accepted.
        reason: Text, prose, required;
    }
}

/// A local word: its names by language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Names(pub IndexMap<Text, Text>);

impl Names {
    /// The first name that it has.
    #[must_use]
    pub fn first(&self) -> Option<&str> {
        self.0.values().next().map(|name| &**name)
    }

    /// The name in a language, or in the first that it has one in.
    #[must_use]
    pub fn in_language(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(|name| &**name).or_else(|| self.first())
    }
}

/// Local words by id.
pub type LocalWords = IndexMap<ElementId, Names>;

impl FieldType for LocalWords {
    const SHAPE: Shape = Shape::Words;
    fn value(&self) -> Value<'_> {
        Value::Words(self)
    }
}

record! {
    /// The register's own words.
    Vocabulary as "vocabulary" {
        /// For whom interventions are.
        target_group: LocalWords;
        /// What sorts of intervention there are.
        category: LocalWords;
    }
}

impl Vocabulary {
    /// The list of words that references of that sort are from.
    #[must_use]
    pub fn words(&self, target: Target) -> Option<&LocalWords> {
        match target {
            Target::TargetGroup => Some(&self.target_group),
            Target::Category => Some(&self.category),
            _ => None,
        }
    }

    /// Every list of words, by its name.
    pub fn lists(&self) -> impl Iterator<Item = (&'static str, &LocalWords)> {
        let targets = [Target::TargetGroup, Target::Category].into_iter();
        targets.filter_map(|target| Some((Self::list_name(target)?, self.words(target)?)))
    }

    /// The name of a list of words, as the file has it.
    #[must_use]
    pub fn list_name(target: Target) -> Option<&'static str> {
        match target {
            Target::TargetGroup => Some("target_group"),
            Target::Category => Some("category"),
            _ => None,
        }
    }
}

record! {
    /// What holds for the whole register.
    Settings as "settings" {
        /// The version of the format.
        format: Option<i64>, any, required, ordinal, own;
        /// The municipality's name, as people write it.
        name: Text, line, required, title;
        /// The municipality's code, four digits (L8).
        municipality_code: Text, line;
        /// The language of reports.
        language: Option<Tongue>;
        /// The currency of every amount, by its ISO 4217 code.
        currency: Text, line;
        /// A line that every report, page and document carries.
        notice: Text, prose;
        /// How often interventions are followed up.
        follow_up: FollowUpCycle, headed;
        /// What is asked of situation pictures.
        situation: SituationLimits, headed;
        /// Which bodies fulfil what the Act asks (L1).
        law: LawBodies, headed;
        /// What case numbers look like.
        case_number: CaseNumberRule, headed;
        /// The municipality-wide goals (D1).
        goal: List<MunicipalGoal>, headed;
        /// The register's own words.
        vocabulary: Vocabulary, headed;
        /// Known findings, accepted for a time.
        waiver: List<Waiver>, headed;
    }
}

impl Settings {
    /// The cycle of follow-up; a tertial (L4) where the register does not say.
    #[must_use]
    pub fn cycle(&self) -> Cycle {
        self.follow_up.cycle.unwrap_or(Cycle::Tertial)
    }

    /// How many days after the end of a cycle a follow-up may come; 14 where the register does not
    /// say.
    #[must_use]
    pub fn grace_days(&self) -> i64 {
        self.follow_up.grace_days.unwrap_or(14)
    }

    /// How old a situation picture may be, in months; the Act's 24 (L1) where the register does not
    /// say.
    #[must_use]
    pub fn situation_max_age(&self) -> u32 {
        self.situation.max_age_months.and_then(|months| u32::try_from(months).ok()).unwrap_or(EVERY_SECOND_YEAR)
    }
}
