//! Coded values: closed lists, kebab-case English in the files, named in the users' language.

use super::field::{FieldType, Shape, Value};
use serde::Deserialize;

/// A closed list of coded values.
#[derive(Debug, PartialEq, PartialOrd)]
pub struct Choices {
    /// The list's name, from which labels are looked up.
    pub name: &'static str,
    /// The codes, in the order in which they are shown.
    pub codes: &'static [&'static str],
}

/// Makes a list of codes. What a code means stands at it where its name does not say so; its names for people are in
/// `choices.ftl`.
macro_rules! choices {
    ($(#[doc = $about:literal])* $name:ident as $label:literal {
        $( $(#[doc = $doc:literal])* $variant:ident = $code:literal, )*
    }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[allow(missing_docs)]
        pub enum $name {
            $( $(#[doc = $doc])* #[serde(rename = $code)] $variant, )*
        }

        impl $name {
            /// All codes, for what goes by the list and not by one of them.
            pub const CHOICES: Choices = Choices { name: $label, codes: &[$($code),*] };
            /// Every value, in the list's order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The value as files write it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )* }
            }

            /// The value of that code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $( $code => Some(Self::$variant), )* _ => None }
            }
        }

        impl FieldType for $name {
            const SHAPE: Shape = Shape::Choice(&$name::CHOICES);
            fn value(&self) -> Value<'_> {
                Value::Code(self.code(), &$name::CHOICES)
            }
        }
    };
}

choices! {
    /// What stage an intervention is in. Not how it goes: that is [`Assessment`].
    Status as "status" {
        /// Suggested, and not yet decided on.
        Proposed = "proposed",
        /// Decided on, and not yet begun.
        Planned = "planned",
        /// Begun: from now on it is to be followed up.
        Ongoing = "ongoing",
        /// Begun, and lying still for a time.
        Paused = "paused",
        /// Carried through to its end.
        Completed = "completed",
        /// Ended or dropped before it was carried through.
        Cancelled = "cancelled",
    }
}
choices! {
    /// Which of the model's three perspectives something belongs to (D1, D2, D12).
    Aspect as "aspect" {
        Segregation = "segregation",
        Safety = "safety",
        CrimePrevention = "crime-prevention",
    }
}
choices! {
    /// Whom prevention turns to.
    PreventionLevel as "prevention-level" {
        /// Everyone, whatever the risk.
        Universal = "universal",
        /// Groups or places at risk.
        Selective = "selective",
        /// Those with known problems.
        Indicated = "indicated",
    }
}
choices! {
    /// What prevention changes: people, or the situations that they are in.
    PreventionKind as "prevention-kind" {
        /// The conditions that people live and grow up under.
        Social = "social",
        /// The situation in which crime happens.
        Situational = "situational",
    }
}
choices! {
    /// The times at which an intervention works.
    TimeOfWeek as "time-of-week" {
        /// Monday to Friday, at any hour.
        Weekday = "weekday",
        /// Saturday and Sunday, at any hour.
        Weekend = "weekend",
        Daytime = "daytime",
        /// In the afternoon, after school.
        Afternoon = "afternoon",
        Evening = "evening",
        Night = "night",
        SchoolHoliday = "school-holiday",
    }
}
choices! {
    /// Where money comes from.
    MoneySource as "money-source" {
        /// A board's own budget.
        InternalBudget = "internal-budget",
        /// A grant from the state.
        StateGrant = "state-grant",
        /// A grant from the European Union.
        EuGrant = "eu-grant",
        /// A grant from the region.
        RegionalGrant = "regional-grant",
        /// A partner pays, outside the municipality's budget.
        Partner = "partner",
        Other = "other",
    }
}
impl Status {
    /// Whether what is at this stage goes on or has gone on.
    #[must_use]
    pub const fn has_gone_on(self) -> bool {
        matches!(self, Status::Ongoing | Status::Paused | Status::Completed)
    }
}

impl MoneySource {
    /// Whether someone outside grants it.
    #[must_use]
    pub fn is_grant(self) -> bool {
        matches!(self, Self::StateGrant | Self::EuGrant | Self::RegionalGrant)
    }
}

choices! {
    /// What an indicator measures.
    IndicatorKind as "indicator-kind" {
        /// What is done: walks, meetings, hours.
        Output = "output",
        /// What it leads to.
        Outcome = "outcome",
    }
}
choices! {
    /// How work is judged at a follow-up.
    Assessment as "assessment" {
        OnTrack = "on-track",
        /// It may yet fail, and can still be helped.
        AtRisk = "at-risk",
        /// It deviates from what was planned.
        OffTrack = "off-track",
        /// There is too little to go by.
        CannotAssess = "cannot-assess",
    }
}
choices! {
    /// Where work is heading since the last follow-up.
    Trend as "trend" {
        Improving = "improving",
        Steady = "steady",
        Worsening = "worsening",
    }
}
choices! {
    /// What sort of body this is.
    BodyType as "body-type" {
        /// The political steering group (D18–D21).
        PoliticalSteeringGroup = "political-steering-group",
        /// The steering group (D22–D27).
        SteeringGroup = "steering-group",
        /// The leadership and coordination group (D28–D37).
        CoordinationGroup = "coordination-group",
        /// A standing or specially appointed working group (D38).
        WorkingGroup = "working-group",
        /// The municipal council, which boards answer to.
        Council = "council",
        /// A board (D11, D12).
        Board = "board",
        /// An administration, which works for a board (D16).
        Administration = "administration",
        /// A unit of an administration.
        Unit = "unit",
        /// A company that the municipality owns.
        MunicipalCompany = "municipal-company",
        Police = "police",
        Agency = "agency",
        Region = "region",
        CivilSociety = "civil-society",
        Association = "association",
        /// A private property company.
        PropertyOwner = "property-owner",
        Business = "business",
        Other = "other",
    }
}

impl BodyType {
    /// Whether a body of this type governs, so that it owes a mission, a mandate, tasks, members, a
    /// convenor and a cadence (D5).
    #[must_use]
    pub fn governs(self) -> bool {
        matches!(
            self,
            Self::PoliticalSteeringGroup
                | Self::SteeringGroup
                | Self::CoordinationGroup
                | Self::WorkingGroup
                | Self::Council
                | Self::Board
        )
    }
}

impl BodyType {
    /// Whether a body of this type may adopt the districts' pictures and plans: the steering group does
    /// (D23), and so may those above it.
    #[must_use]
    pub fn adopts(self) -> bool {
        matches!(self, Self::PoliticalSteeringGroup | Self::SteeringGroup | Self::Council | Self::Board)
    }

    /// Whether a body of this type is one of the model's three groups (D13, D14, D18).
    #[must_use]
    pub fn is_steering(self) -> bool {
        matches!(self, Self::PoliticalSteeringGroup | Self::SteeringGroup | Self::CoordinationGroup)
    }
}

choices! {
    /// At what level a body works.
    BodyLevel as "body-level" {
        /// Elected representatives decide.
        Political = "political",
        /// Strategic leadership, as the steering group's (D23).
        Strategic = "strategic",
        /// Tactical leadership, as the leadership and coordination group's (D29).
        Tactical = "tactical",
        /// Operative work, as the working groups' (D38).
        Operational = "operational",
    }
}
choices! {
    /// How far a meeting has come.
    MeetingStatus as "meeting-status" {
        Planned = "planned",
        /// Held: only then can it have adopted anything.
        Held = "held",
        Cancelled = "cancelled",
    }
}
choices! {
    /// What an item on the agenda is for.
    ItemKind as "item-kind" {
        Information = "information",
        Discussion = "discussion",
        Decision = "decision",
    }
}
choices! {
    /// What became of an item on the agenda.
    ItemOutcome as "item-outcome" {
        Discussed = "discussed",
        Decided = "decided",
        /// It goes on to another body.
        Referred = "referred",
        /// It comes up again.
        Postponed = "postponed",
    }
}
choices! {
    /// How far a decision has come.
    DecisionStatus as "decision-status" {
        /// To be carried out.
        Open = "open",
        Done = "done",
        /// Given up: nobody has to carry it out.
        Dropped = "dropped",
    }
}
choices! {
    /// What a situation picture is fed by (D17).
    Source as "source" {
        /// Reports within EST (L6).
        Est = "est",
        /// The inventory of interventions.
        Inventory = "inventory",
        /// A safety inspection or safety walk (L7).
        SafetyInspection = "safety-inspection",
        Police = "police",
        Survey = "survey",
        Statistics = "statistics",
        Dialogue = "dialogue",
        Other = "other",
    }
}
choices! {
    /// How serious a situation is.
    SituationLevel as "situation-level" {
        Calm = "calm",
        Normal = "normal",
        Elevated = "elevated",
        Serious = "serious",
    }
}
choices! {
    /// What was observed: the categories that EST reports use (L6).
    ObservationCategory as "observation-category" {
        Vandalism = "vandalism",
        /// A place that feels unsafe.
        UnsafePlace = "unsafe-place",
        /// An incident against staff.
        StaffIncident = "staff-incident",
        Gathering = "gathering",
        Violence = "violence",
        RecklessDriving = "reckless-driving",
        Burglary = "burglary",
        DrugDealing = "drug-dealing",
        Littering = "littering",
        Other = "other",
    }
}
choices! {
    /// What sort of agreement this is.
    AgreementType as "agreement-type" {
        /// A cooperation agreement (D9, D19).
        CooperationAgreement = "cooperation-agreement",
        /// A citizen promise (D19, L5).
        CitizenPromise = "citizen-promise",
    }
}
choices! {
    /// The area that an indicator is measured over.
    Geography as "geography" {
        Municipality = "municipality",
        District = "district",
        /// A place within it.
        Place = "place",
    }
}
choices! {
    /// What sort of statistical area a code is for (L8).
    AreaKind as "area-kind" {
        /// A demographic statistical area.
        Deso = "deso",
        /// A regional statistical area.
        Regso = "regso",
    }
}
choices! {
    /// The police's classes of area (L8).
    PoliceClass as "police-class" {
        /// Vulnerable area (utsatt område).
        Vulnerable = "vulnerable",
        /// Risk area (riskområde), near to being especially vulnerable.
        Risk = "risk",
        /// Especially vulnerable area (särskilt utsatt område).
        EspeciallyVulnerable = "especially-vulnerable",
    }
}
choices! {
    /// A regular stretch of time: the cycle of follow-up, or what a cadence counts by.
    Cycle as "cycle" {
        Month = "month",
        /// A quarter of a year.
        Quarter = "quarter",
        /// A third of a year: T1 January–April, T2 May–August, T3 September–December (L4).
        Tertial = "tertial",
        HalfYear = "half-year",
        Year = "year",
    }
}

impl Cycle {
    /// How many months it lasts.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Tertial => 4,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}

choices! {
    /// What an area stands for that is no district.
    Covers as "covers" {
        /// The municipality as a whole, of which the Act speaks (L1).
        Municipality = "municipality",
    }
}
choices! {
    /// Which way of a number is the better.
    Direction as "direction" {
        Higher = "higher",
        Lower = "lower",
    }
}
choices! {
    /// What the values of a district's indicator tell.
    Counts as "counts" {
        /// How it stands on a day.
        Level = "level",
        /// How many there were in a stretch of time.
        Sum = "sum",
    }
}
choices! {
    /// What a value in a follow-up means.
    Meaning as "meaning" {
        /// How many there were since the intervention began.
        SoFar = "so-far",
        /// How many there were in the term that is followed up.
        Period = "period",
        /// How it stands on the day.
        Level = "level",
    }
}
choices! {
    /// What a value that is aimed at is a border of.
    Bound as "bound" {
        AtLeast = "at-least",
        AtMost = "at-most",
    }
}

impl Bound {
    /// Whether a value keeps to the border.
    #[must_use]
    pub fn is_kept(self, value: f64, border: f64) -> bool {
        match self {
            Self::AtLeast => value >= border,
            Self::AtMost => value <= border,
        }
    }
}

choices! {
    /// Whether a promise was kept.
    Outcome as "outcome" {
        Kept = "kept",
        /// Kept in part.
        Partly = "partly",
        NotKept = "not-kept",
    }
}

include!(concat!(env!("OUT_DIR"), "/tongues.rs"));
