//! What a rule is: a sort of finding, and how it is found.

use crate::message::{Message, RuleWords};
use crate::model::{
    self, Arg, Day, Fields, Finding, Kind, Known, Links, Record, Register, Severity, Spot, Step, TargetPicture, Value,
};
use std::collections::BTreeSet;

/// A sort of finding. Its words are the messages `check-CODE`, `-label`, `-what`, `-why` and `-mend`.
#[derive(Debug)]
pub struct Rule {
    /// What it says. The key of its message is the stable word that names it.
    pub words: &'static RuleWords,
    /// How much it matters.
    pub severity: Severity,
    /// The fact that it serves: a row of the decision or of the public facts, or `format`.
    pub source: &'static str,
    /// How it is found.
    pub run: Run,
}

/// Looks at one value of a record.
pub type LookAtValue = fn(&Context<'_>, &AnyRecordAt<'_>, &[Step], Value<'_>, &mut Vec<Finding>);
/// Looks at one record of any kind.
pub type LookAtRecord = fn(&Context<'_>, &AnyRecordAt<'_>, &mut Vec<Finding>);
/// Looks at one record of a kind.
pub type LookAt<R> = fn(&Context<'_>, &RecordAt<'_, R>, &mut Vec<Finding>);
/// Looks at the register as a whole.
pub type LookAtAll = fn(&Context<'_>, &mut Vec<Finding>);

macro_rules! run {
    ($($(#[doc = $about:literal])* $kind:ident in $records:ident $(at $folder:literal)? $(called by $name:ident)?;)*) => {
        /// How the findings of a rule are found.
        #[derive(Debug)]
        pub enum Run {
            /// While files are read, by the look of another rule, or while waivers are weighed: there is nothing
            /// to run.
            Elsewhere,
            /// In the text of a file, before anything is made of it.
            Text,
            /// By looking at each value of each record.
            Value(LookAtValue),
            /// By looking at each record.
            Record(LookAtRecord),
            $(
                #[doc = concat!("By looking at each record in `", stringify!($records), "`.")]
                $kind(LookAt<model::$kind>),
            )*
            /// By looking at the settings, or at the register as a whole.
            Register(LookAtAll),
        }

        $(impl Looked for model::$kind {
            fn look(run: &Run) -> Option<LookAt<Self>> {
                match run {
                    Run::$kind(look) => Some(*look),
                    _ => None,
                }
            }
        })*
    };
}
crate::kinds!(run);

/// A kind of record that rules can look at.
pub(super) trait Looked: Record + Sized + 'static {
    /// How a rule looks at one of them, where it does.
    fn look(run: &Run) -> Option<LookAt<Self>>;
}

impl Rule {
    /// A rule that tells of data that is wrong.
    pub(in crate::check) const fn error(words: &'static RuleWords, source: &'static str, run: Run) -> Self {
        Self { words, severity: Severity::Error, source, run }
    }

    /// A rule that tells of a fault in the work that someone should mend.
    pub(in crate::check) const fn warning(words: &'static RuleWords, source: &'static str, run: Run) -> Self {
        Self { words, severity: Severity::Warning, source, run }
    }

    /// A rule that tells of something worth knowing.
    pub(in crate::check) const fn note(words: &'static RuleWords, source: &'static str, run: Run) -> Self {
        Self { words, severity: Severity::Note, source, run }
    }

    /// The stable word that names it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.words.code
    }

    /// Whether a finding is one of this rule's.
    #[must_use]
    pub fn tells(&self, finding: &Finding) -> bool {
        finding.code() == self.code()
    }
}

/// What a register's history says of it, as far as anybody has looked.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// Which files were touched lately; nothing where there is no history.
    pub touched: Option<Touched>,
    /// Whether the register's attributes ask for a merge driver that this clone has not.
    pub lacks_driver: bool,
}

/// The files of a register that were touched lately.
#[derive(Debug, Clone)]
pub struct Touched {
    /// Their paths in the register.
    pub files: BTreeSet<String>,
    /// The first day of what is lately.
    pub since: Day,
}

/// What rules go by.
#[derive(Debug)]
pub struct Context<'r> {
    /// The register that is checked, as a whole.
    pub register: &'r Register,
    /// What of it is known on the day.
    pub known: Known<'r>,
    /// Who has to do with whom in it.
    pub links: Links<'r>,
    /// The day to compute with.
    pub today: Day,
    /// Whether what several records share is told at each of them, and not at the first alone: where only some
    /// records are looked at.
    pub tells_all: bool,
    /// What the register's history says of it.
    pub past: Past,
    /// What case numbers look like, where the register says and it can be understood.
    pub case_number: Option<regex::Regex>,
}

impl<'r> Context<'r> {
    /// A record as it is known on the day: what rules go by that ask how things stand, as reports do.
    pub fn known_of<'c, R: Record>(&'c self, placed: &RecordAt<'c, R>) -> &'c R {
        R::records(&self.known).get(placed.id).unwrap_or(placed.record)
    }

    /// What rules go by, in a register on a day.
    #[must_use]
    pub fn new(register: &'r Register, today: Day) -> Self {
        let pattern = &register.settings.case_number.pattern;
        let case_number = (!pattern.is_empty()).then(|| regex::Regex::new(pattern).ok()).flatten();
        Self {
            register,
            known: Known::of(register, today),
            links: Links::new(register, today),
            today,
            tells_all: false,
            past: Past::default(),
            case_number,
        }
    }

    /// The district of a target picture, where that is the version to go by there.
    #[must_use]
    pub fn district_gone_by<'p>(&self, id: &str, picture: &'p TargetPicture) -> Option<&'p str> {
        let district = picture.district.as_ref()?.as_str();
        let is_there = self.register.districts.get(district).is_none_or(|own| own.lifetime().contains(self.today));
        let current = self.register.target_pictures_of(district, self.today).current()?;
        (is_there && current.id == id).then_some(district)
    }
}

/// A record that is looked at, whatever its kind.
pub struct AnyRecordAt<'r> {
    /// Its kind, which is that of its folder.
    pub kind: Kind,
    /// Its id, which is the name of its file.
    pub id: &'r str,
    /// Its file, relative to the register.
    pub file: &'r str,
    /// Its fields, each by its name.
    pub fields: &'r dyn Fields,
}

impl AnyRecordAt<'_> {
    /// A finding about the record.
    pub(in crate::check) fn finding(&self, message: impl Into<Message<Arg>>, spot: Spot) -> Finding {
        Finding::new(message, self.file, spot)
    }
}

/// A record that is looked at, of a kind that is known.
#[derive(Debug, Clone, Copy)]
pub struct RecordAt<'r, R> {
    /// Its id, which is the name of its file.
    pub id: &'r str,
    /// Its file, relative to the register.
    pub file: &'r str,
    /// Its fields, in the struct of its kind.
    pub record: &'r R,
}

impl<R> RecordAt<'_, R> {
    /// A finding about the record.
    pub(in crate::check) fn finding(&self, message: impl Into<Message<Arg>>, spot: Spot) -> Finding {
        Finding::new(message, self.file, spot)
    }
}

/// The spot of a value, by its path: `at!["problem", 2, "causes"]`.
macro_rules! at {
    ($($step:expr),+ $(,)?) => {
        crate::model::Spot::Value(vec![$(crate::model::Step::from($step)),+])
    };
}
pub(in crate::check) use at;
