//! What an assignment does.

/// What is done to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// It gets a value.
    Set,
    /// Something comes to it.
    Add,
    /// Something of it goes.
    Take,
}
