//! How deeply a text nests tables and lists, told before it is parsed: what reads, compares and merges values
//! goes down into them, and must not be led deeper than a record can go.

use std::ops::Range;

/// How many levels of tables and lists are read, which is more than any record has.
pub const MOST_LEVELS: usize = 16;

/// The place where a text goes deeper than is read: a bracket, a brace, or a dot in a key.
///
/// In `[a.b]`, `c.d = [{ e = 1 }]`, the levels are `a`, `b`, `c`, the list and its element. Of a text that is not
/// right, it says what it can: the parser says the rest.
#[must_use]
pub fn too_deep(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut open: Vec<Level> = Vec::new();
    let mut heading = 0;
    let mut here = Level::default();
    let mut is_line_start = true;
    let mut is_heading = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let was_line_start = is_line_start;
        is_line_start = was_line_start && matches!(byte, b' ' | b'\t');
        match byte {
            b'#' => at = line_end(bytes, at) - 1,
            b'"' | b'\'' => at = string_end(bytes, at) - 1,
            b'\n' if open.is_empty() => {
                here = Level { outside: heading, ..Level::default() };
                is_line_start = true;
                is_heading = false;
            }
            b'[' if open.is_empty() && (was_line_start || (is_heading && bytes[at - 1] == b'[')) => {
                heading = if was_line_start { 1 } else { heading + 1 };
                is_heading = true;
            }
            b'.' if is_heading => heading += 1,
            b'[' | b'{' if !is_heading => {
                open.push(here);
                here = Level { outside: here.outside + here.dots + 1, ..Level::default() };
            }
            b']' | b'}' => here = open.pop().unwrap_or(here),
            b'=' => here.is_value = true,
            b',' => here = Level { outside: here.outside, ..Level::default() },
            b'.' if !here.is_value => here.dots += 1,
            _ => {}
        }
        if heading.max(here.outside + here.dots) > MOST_LEVELS {
            return Some(at..at + 1);
        }
        at += 1;
    }
    None
}

/// Where in a text one is, in levels.
#[derive(Debug, Clone, Copy, Default)]
struct Level {
    /// Those around the key.
    outside: usize,
    /// Those that the key's own dots make.
    dots: usize,
    /// Whether the key is behind, so that a dot is one of a number.
    is_value: bool,
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length)
}

/// The byte behind a string, or behind the line where it is not closed on it.
pub(super) fn string_end(bytes: &[u8], start: usize) -> usize {
    let quote = bytes[start];
    let is_long = bytes[start..].starts_with(&[quote; 3]);
    let mut at = start + if is_long { 3 } else { 1 };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 1,
            b'\n' if !is_long => return at,
            _ if byte == quote && !is_long => return at + 1,
            _ if byte == quote && bytes[at..].starts_with(&[quote; 3]) => {
                // As many as two quotation marks may stand before those that close it.
                let more = bytes[at + 3..].iter().take(2).take_while(|byte| **byte == quote).count();
                return at + 3 + more;
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::iter::repeat_n;

    fn dotted(levels: usize) -> String {
        repeat_n("a", levels).collect::<Vec<_>>().join(".")
    }

    #[test]
    fn every_way_to_nest_is_bounded() {
        let ways: [fn(usize) -> String; 7] = [
            // The last part of a key is no level: its value is.
            |levels| format!("{} = 1", dotted(levels + 1)),
            |levels| format!("[{}]\nb = 1", dotted(levels)),
            |levels| format!("[[{}]]\nb = 1", dotted(levels - 1)),
            |levels| format!("a = {}{}", "[".repeat(levels), "]".repeat(levels)),
            |levels| format!("a = {}1{}", "{b = ".repeat(levels), "}".repeat(levels)),
            |levels| format!("[a]\nb.c = [\n  1, # [[\n  {}{}]", "[".repeat(levels - 3), "]".repeat(levels - 3)),
            |levels| format!("a = [1, {{ x = 'a.b', {} = 1 }}]", dotted(levels - 1)),
        ];
        for way in ways {
            assert_eq!(too_deep(&way(MOST_LEVELS)), None, "{}", way(MOST_LEVELS));
            assert!(too_deep(&way(MOST_LEVELS + 1)).is_some(), "{}", way(MOST_LEVELS + 1));
            assert!(too_deep(&way(100_000)).is_some());
        }
    }

    #[test]
    fn what_lies_beside_is_not_within() {
        let deep = "{ a = [[[[1.5, 2.5]]]] }";
        let mut text = format!("a = {deep}\nb.c.d = {deep}\n[e.f]\ng = {deep}\n[[h]]\n").repeat(20);
        text.push_str(&format!("x = \"{0}\"\ny = '{0}' # {0}\nz = \"\"\"\n\\\"{0}\"\n{0}\"\"\"\"\"\n", "[".repeat(99)));
        text.push_str(&format!(
            "v = '''{0}\n{0}'''\nw = 1.5\n'q.r'.\"s.[\" = 1979-05-27T07:32:00.999\n",
            "{.".repeat(99)
        ));
        assert_eq!(too_deep(&text), None);
    }

    #[test]
    fn a_text_that_is_not_right_is_looked_at_all_the_same() {
        for text in ["", "\"", "'''", "\"\\", "]]}}", "a = [\n[b]\n[c]\n", "a = \"x\nb = 1", "[", "[[", ".", "=", "#"] {
            assert_eq!(too_deep(text), None, "{text}");
        }
    }
}
