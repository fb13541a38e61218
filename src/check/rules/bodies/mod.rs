//! What the governing bodies and their meetings owe (D5, D18–D37).

pub(in crate::check) mod circular_body;
pub(in crate::check) mod incomplete;
pub(in crate::check) mod meeting_not_minuted;
pub(in crate::check) mod meeting_past_planned;
pub(in crate::check) mod member_without_mandate;
pub(in crate::check) mod met_too_seldom;
pub(in crate::check) mod no_meeting_planned;
