//! The table of kinds, and what can be told of a kind by its row alone.

use super::field::Table;

/// The kinds of record, a row each, in the order in which they are listed.
///
/// A row is the struct that `record!` made; the name of its records in a [`Register`](crate::model::Register), which is
/// also the folder of its files, where none is given; and the field that people call one by. A kind without such a field
/// goes by what is in its records: a meeting by its day and its body. The word for a kind is the label of its struct.
///
/// `kinds!(make)` gives all rows to the macro `make!`, for what has to be written out for each kind: variants,
/// fields of a struct, implementations of a trait.
///
/// ```
/// macro_rules! folders {
///     ($($(#[doc = $about:literal])* $kind:ident in $folder:ident $(at $path:literal)? $(called by $name:ident)?;)*) => {
///         [$(stringify!($folder)),*]
///     };
/// }
/// assert_eq!(register::kinds!(folders)[..2], ["districts", "bodies"]);
/// ```
///
/// What is the same for each kind but for its type needs no rows: see [`with_kind!`](crate::with_kind).
#[macro_export]
macro_rules! kinds {
    ($($make:ident)::+ $(, $given:tt)*) => {
        $($make)::+! {
            $($given)*
            /// A district (stadsdel).
            District in districts called by name;
            /// A body (organ, aktör).
            Body in bodies called by name;
            /// An intervention (insats).
            Intervention in interventions called by title;
            /// A meeting (möte).
            Meeting in meetings;
            /// A situation picture (lägesbild).
            Situation in situations;
            /// A version of a target picture (målbild).
            TargetPicture in target_pictures at "target-pictures";
            /// A version of an action plan (handlingsplan).
            ActionPlan in action_plans at "action-plans" called by title;
            /// An agreement (överenskommelse, medborgarlöfte).
            Agreement in agreements called by title;
            /// A round of inventory (inventeringsomgång).
            Round in rounds;
        }
    };
}

/// Does the same for a kind, whichever it is, with its struct as a type.
///
/// ```
/// use register::model::{Kind, Table};
///
/// let words = Kind::ALL.map(|kind| register::with_kind!(kind, R => R::TABLE.name));
/// assert_eq!(words[..2], ["district", "body"]);
/// ```
#[macro_export]
macro_rules! with_kind {
    (
        [$chosen:expr, $record:ident => $work:expr]
        $($(#[doc = $about:literal])* $kind:ident in $records:ident $(at $folder:literal)? $(called by $name:ident)?;)*
    ) => {
        match $chosen {
            $($crate::model::Kind::$kind => {
                type $record = $crate::model::$kind;
                $work
            })*
        }
    };
    ($kind:expr, $record:ident => $work:expr) => {
        $crate::kinds!($crate::with_kind, [$kind, $record => $work])
    };
}

macro_rules! kind {
    ($($(#[doc = $about:literal])* $kind:ident in $records:ident $(at $folder:literal)? $(called by $name:ident)?;)*) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $about])* $kind,)*
        }

        impl Kind {
            /// Every kind, in the order in which they are listed.
            pub const ALL: [Kind; [$(Kind::$kind),*].len()] = [$(Kind::$kind),*];

            /// The word that commands and references use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Kind::$kind => super::$kind::TABLE.name,)*
                }
            }

            /// The folder that its files lie in.
            #[must_use]
            pub const fn folder(self) -> &'static str {
                match self {
                    $(Kind::$kind => kind!(@folder $records $($folder)?),)*
                }
            }

            /// The field that people call a record by; nothing where it goes by what is in it, as its id does.
            #[must_use]
            pub const fn called_by(self) -> Option<&'static str> {
                match self {
                    $(Kind::$kind => kind!(@called_by $($name)?),)*
                }
            }
        }
    };
    (@folder $records:ident) => { stringify!($records) };
    (@folder $records:ident $folder:literal) => { $folder };
    (@called_by) => { None };
    (@called_by $name:ident) => { Some(stringify!($name)) };
}
kinds!(kind);

impl Kind {
    /// The kind of that [name](Kind::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind whose files lie in that [folder](Kind::folder).
    #[must_use]
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }
}
