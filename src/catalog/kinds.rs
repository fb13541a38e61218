//! The fields of each kind of record.

use crate::model::{Kind, Table, TableShape};
use crate::with_kind;

/// The fields of a kind of record.
#[must_use]
pub fn shape_of(kind: Kind) -> &'static TableShape {
    with_kind!(kind, R => &R::TABLE)
}
