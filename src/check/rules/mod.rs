//! The rules. Each file has one rule, or a few that are found by the same look.

pub(super) mod area_code;
pub(super) mod case_number;
pub(super) mod date_order;
pub(super) mod duplicate_element;
pub(super) mod id_mismatch;
pub(super) mod personal_data;
pub(super) mod reference;
pub(super) mod settings;
pub(super) mod unknown_indicator;
