//! A record of any kind.

use crate::model::{self, Adoptable, Fields, Register, Text};
use std::sync::Arc;

impl AnyRecord {
    /// How it is proposed and adopted, where records of its kind are.
    #[must_use]
    pub fn adoptable(&self) -> Option<Adoptable<'_>> {
        match self {
            Self::TargetPicture(picture) => Some(picture.adoptable()),
            Self::ActionPlan(plan) => Some(plan.adoptable()),
            Self::Situation(situation) => Some(situation.adoptable()),
            Self::District(_)
            | Self::Body(_)
            | Self::Intervention(_)
            | Self::Meeting(_)
            | Self::Agreement(_)
            | Self::Round(_) => None,
        }
    }
}

macro_rules! any_record {
    ($($(#[doc = $about:literal])* $kind:ident in $records:ident $(at $folder:literal)? $(called by $name:ident)?;)*) => {
        /// A record of any kind.
        #[derive(Debug, Clone, PartialEq)]
        pub enum AnyRecord {
            $($(#[doc = $about])* $kind(Arc<model::$kind>),)*
        }

        impl AnyRecord {
            /// The record as a table of fields.
            #[must_use]
            pub fn fields(&self) -> &dyn Fields {
                match self {
                    $(Self::$kind(record) => &**record,)*
                }
            }

            /// Adds the record to those of its kind, where its id is not taken. Records come in the order of their ids.
            pub(super) fn add_to(self, register: &mut Register, id: Text, file: Text) {
                match self {
                    $(Self::$kind(record) => drop(register.$records.insert(id, file, record)),)*
                }
            }

            /// Puts the record in the place of the one with its id, or behind all others of its kind.
            pub(super) fn replace_in(self, register: &mut Register, id: Text, file: Text) {
                match self {
                    $(Self::$kind(record) => register.$records.replace(id, file, record),)*
                }
            }
        }

        $(impl From<Arc<model::$kind>> for AnyRecord {
            fn from(record: Arc<model::$kind>) -> Self {
                Self::$kind(record)
            }
        })*
    };
}
crate::kinds!(any_record);
