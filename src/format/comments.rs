//! Where the comments of a text are. A `#` in a string is none: `ryd#trygga-kvallar` names a goal.

use super::depth::string_end;
use std::ops::Range;

/// The places of the comments of a text, or of whole lines of one, each to the end of its line.
#[must_use]
pub fn comments(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at = match byte {
            b'#' => {
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
                found.push(at..end);
                end
            }
            b'"' | b'\'' => string_end(bytes, at),
            _ => at + 1,
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_string_is_no_comment() {
        let text =
            "# a\nb = [\"ryd#c\", 'x#y'] # d\ne = \"\"\"\n# f\n\\\"\"\" # g\n\"\"\" # h\ni = '''#'''#j\nk = \"\\\"#\"";
        let found: Vec<&str> = comments(text).into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, ["# a", "# d", "# h", "#j"]);
    }
}
