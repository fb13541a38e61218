//! A text as its sentences: what people change of it.

/// The sentences of a text, and its lines where a sentence is broken, each with what parts it from the next.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut is_end) = (0, false);
    for (at, letter) in text.char_indices() {
        // A space behind the sign that ends a sentence belongs to it, as the end of a line does.
        if is_end && letter != ' ' && at > start && text[start..at].ends_with([' ', '\n']) {
            parts.push(&text[start..at]);
            start = at;
        }
        is_end = match letter {
            '.' | '!' | '?' | '\n' => true,
            ' ' => is_end,
            _ => false,
        };
    }
    if start < text.len() {
        parts.push(&text[start..]);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_sentences_and_lines() {
        let text = "Ett. Två!  Tre\nfyra, kl. 9.30?\n\nFem";
        assert_eq!(sentences(text), ["Ett. ", "Två!  ", "Tre\n", "fyra, kl. ", "9.30?\n", "\n", "Fem"]);
        assert_eq!(sentences(text).concat(), text);
        assert!(sentences("").is_empty());
    }
}
