//! Two revisions that are named together.

/// Two revisions as git writes them together, each empty where it is the newest commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range<'t> {
    /// What it was.
    pub before: &'t str,
    /// What it is.
    pub after: &'t str,
    /// Whether it was what it was where the histories of the two part.
    pub from_base: bool,
}

impl<'t> Range<'t> {
    /// Reads `A..B` and `A...B`; nothing where it is neither.
    #[must_use]
    pub fn parse(text: &'t str) -> Option<Self> {
        let (before, after, from_base) = match text.split_once("...") {
            Some((before, after)) => (before, after, true),
            None => text.split_once("..").map(|(before, after)| (before, after, false))?,
        };
        Some(Self { before, after, from_base })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_what_git_reads() {
        let read = |text| Range::parse(text).map(|range| (range.before, range.after, range.from_base));
        assert_eq!(read("v1..v2"), Some(("v1", "v2", false)));
        assert_eq!(read("main...topic"), Some(("main", "topic", true)));
        assert_eq!(read("v1.."), Some(("v1", "", false)));
        assert_eq!(read("v1.0"), None);
    }
}
