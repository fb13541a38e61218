//! References between records.

use super::field::{FieldType, Shape, Value};
use super::kinds::Kind;
use super::records::Record;
use super::text::{Text, TextVisitor, is_id};
use super::{Body, District, Intervention, Meeting, Situation};
use serde::Deserialize;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A record, by kind and id; written `intervention/nattvandring-ryd`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// The kind, which says in which folder its file lies.
    pub kind: Kind,
    /// Its id: the stem of its file.
    pub id: Text,
}

impl RecordId {
    /// The record of that kind and id.
    #[must_use]
    pub fn new(kind: Kind, id: &str) -> Self {
        Self { kind, id: id.into() }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.name(), self.id)
    }
}

/// What a reference may point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A record of one kind, by its id alone.
    Record(Kind),
    /// A goal: a municipality-wide one by its id alone, a district's as `ryd#trygga-kvallar`.
    Goal,
    /// A district's problem, as `ryd#otrygga-gangstrak`.
    Problem,
    /// A cause of a district's problem, as `ryd#gamla-armaturer`.
    Cause,
    /// A meeting by its id alone, or a decision of one, as `2026-09-17-styrgrupp#malbild-ryd`.
    Decision,
    /// A municipality-wide goal, by its id alone (D1).
    MunicipalGoal,
    /// A goal of the same district, by its id alone.
    OwnGoal,
    /// An indicator of the same district, by its id alone.
    OwnIndicator,
    /// A record of any kind, or an element of one: `district/ryd`, `district/ryd#trygga-kvallar`.
    Anything,
    /// A word of the register's own list of target groups.
    TargetGroup,
    /// A word of the register's own list of categories.
    Category,
}

/// A reference, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer<'a> {
    /// The kind of record, where the reference points at a record or an element of one.
    pub kind: Option<Kind>,
    /// The record's id; the word or goal itself where there is no record.
    pub id: &'a str,
    /// The element within the record.
    pub element: Option<&'a str>,
}

impl Target {
    /// Takes a reference of this sort apart; nothing where it is not written as one.
    #[must_use]
    pub fn parse(self, text: &str) -> Option<Pointer<'_>> {
        let (record, element) = match text.bytes().position(|byte| byte == b'#') {
            Some(at) => (&text[..at], Some(&text[at + 1..])),
            None => (text, None),
        };
        if element.is_some_and(|element| !is_id(element)) {
            return None;
        }
        let pointer = match self {
            Target::Anything => {
                let (kind, id) = record.split_once('/')?;
                Pointer { kind: Some(Kind::from_name(kind)?), id, element }
            }
            Target::Goal if element.is_some() => Pointer { kind: Some(Kind::District), id: record, element },
            Target::Problem | Target::Cause => {
                Pointer { kind: Some(Kind::District), id: record, element: Some(element?) }
            }
            Target::Decision => Pointer { kind: Some(Kind::Meeting), id: record, element },
            Target::Record(kind) if element.is_none() => Pointer { kind: Some(kind), id: record, element },
            Target::Goal
            | Target::MunicipalGoal
            | Target::OwnGoal
            | Target::OwnIndicator
            | Target::TargetGroup
            | Target::Category
                if element.is_none() =>
            {
                Pointer { kind: None, id: record, element }
            }
            _ => return None,
        };
        is_id(pointer.id).then_some(pointer)
    }

    /// The kind of record that it points into, where it always is the same.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        match self {
            Target::Record(kind) => Some(kind),
            Target::Problem | Target::Cause => Some(Kind::District),
            Target::Decision => Some(Kind::Meeting),
            _ => None,
        }
    }
}

/// A type that marks what a [`Ref`] points at.
pub trait Referable {
    /// What it points at.
    const TARGET: Target;
}

/// A reference to a `T`, kept as the file writes it.
pub struct Ref<T>(Text, PhantomData<fn() -> T>);

impl<T: Referable> Ref<T> {
    /// Takes a string that is written as such a reference.
    ///
    /// # Errors
    /// Gives the string back where it is not.
    pub fn new(text: &str) -> Result<Self, &str> {
        // Most references are ids alone, and there are millions of them.
        let is_right = match T::TARGET {
            Target::Record(_) => is_id(text),
            target => target.parse(text).is_some(),
        };
        if is_right { Ok(Self(text.into(), PhantomData)) } else { Err(text) }
    }

    /// As the file writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The record's id, or the word or goal itself.
    #[must_use]
    pub fn id(&self) -> &str {
        T::TARGET.parse(&self.0).map_or("", |pointer| pointer.id)
    }

    /// The element within the record.
    #[must_use]
    pub fn element(&self) -> Option<&str> {
        T::TARGET.parse(&self.0).and_then(|pointer| pointer.element)
    }
}

impl<T> AsRef<str> for Ref<T> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}
impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Ref<T> {}
impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T> fmt::Display for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de, T: Referable> Deserialize<'de> for Ref<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor(|text: &str| Self::new(text).ok(), "a reference"))
    }
}

impl<T: Referable> FieldType for Ref<T> {
    const SHAPE: Shape = Shape::Reference(T::TARGET);
    fn value(&self) -> Value<'_> {
        Value::Reference(T::TARGET, &self.0)
    }
}

macro_rules! referable {
    ($($(#[doc = $doc:literal])* $marker:ident, $alias:ident => $target:expr;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy)]
        pub enum $marker {}
        impl Referable for $marker {
            const TARGET: Target = $target;
        }
        $(#[doc = $doc])*
        pub type $alias = Ref<$marker>;
    )*};
}

impl<R: Record> Referable for R {
    const TARGET: Target = Target::Record(R::KIND);
}

/// A reference to a district.
pub type DistrictId = Ref<District>;
/// A reference to a body.
pub type BodyId = Ref<Body>;
/// A reference to an intervention.
pub type InterventionId = Ref<Intervention>;
/// A reference to a meeting.
pub type MeetingId = Ref<Meeting>;
/// A reference to a situation picture.
pub type SituationId = Ref<Situation>;

referable! {
    /// A reference to a goal, a district's or a municipality-wide one.
    ToGoal, GoalRef => Target::Goal;
    /// A reference to a district's problem.
    ToProblem, ProblemRef => Target::Problem;
    /// A reference to a cause of a district's problem.
    ToCause, CauseRef => Target::Cause;
    /// A reference to a meeting, or to a decision of one.
    ToDecision, DecisionRef => Target::Decision;
    /// A reference to an indicator of the same district.
    ToOwnIndicator, OwnIndicatorId => Target::OwnIndicator;
    /// A reference to a municipality-wide goal (D1).
    ToMunicipalGoal, MunicipalGoalId => Target::MunicipalGoal;
    /// A reference to a goal of the same district.
    ToOwnGoal, OwnGoalId => Target::OwnGoal;
    /// A reference to anything.
    ToAnything, AnyRef => Target::Anything;
    /// A word for a target group, of the register's own list.
    ToTargetGroup, TargetGroup => Target::TargetGroup;
    /// A word for a category, of the register's own list.
    ToCategory, Category => Target::Category;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_written_as_what_it_points_at() {
        assert_eq!(
            Target::Anything.parse("district/ryd#trygga-kvallar"),
            Some(Pointer { kind: Some(Kind::District), id: "ryd", element: Some("trygga-kvallar") })
        );
        assert_eq!(Target::Goal.parse("hog-kunskap"), Some(Pointer { kind: None, id: "hog-kunskap", element: None }));
        for (target, text) in [
            (Target::Record(Kind::Body), "Polisen"),
            (Target::Record(Kind::Body), "body/polisen"),
            (Target::Record(Kind::Body), "polisen#a"),
            (Target::Problem, "ryd"),
            (Target::Anything, "ryd"),
            (Target::Anything, "stadsdel/ryd"),
            (Target::Goal, "ryd#"),
            (Target::Record(Kind::District), "../ryd"),
        ] {
            assert_eq!(target.parse(text), None, "{text}");
        }
    }
}
