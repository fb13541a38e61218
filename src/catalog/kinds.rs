//! The fields of each kind of record.

use crate::model::{Agreement, Body, District, Intervention, Kind, Meeting, Situation, Table, TableShape};

/// The fields of a kind of record.
#[must_use]
pub fn shape_of(kind: Kind) -> &'static TableShape {
    match kind {
        Kind::District => &District::TABLE,
        Kind::Body => &Body::TABLE,
        Kind::Intervention => &Intervention::TABLE,
        Kind::Meeting => &Meeting::TABLE,
        Kind::Situation => &Situation::TABLE,
        Kind::Agreement => &Agreement::TABLE,
    }
}
