//! Several names in one cell: `Soc/Polis`, `Soc, Utb och Polisen`, a name on each line.

use super::known::KNOWN;

/// What surely stands between names.
const SURE: [&[char]; 2] = [&['\n', ';'], &['/', ',', '+', '•', '|']];

/// Of more parts than this, none are put together again.
const MOST_PARTS: usize = 12;

/// Whether something is a name that is known, and whether it is so in full and not by its beginning.
pub(super) struct Knows<'k> {
    /// Whether it is known.
    pub is_known: &'k dyn Fn(&str) -> bool,
    /// Whether it is known in full.
    pub is_whole: &'k dyn Fn(&str) -> bool,
}

/// The names in a text, of which some are known: the text itself where it is one, and else its parts.
pub(super) fn names(text: &str, knows: &Knows<'_>) -> Vec<String> {
    names_in(&whole_lines(text), knows)
}

/// A text whose words are whole, where one was broken at the end of a line.
pub(super) fn whole_lines(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("-\n") {
        let goes_on = after.starts_with(char::is_lowercase) && !is_behind_hyphen(after);
        whole.push_str(before);
        whole.push_str(if goes_on { "" } else { "- " });
        rest = after;
    }
    whole + rest
}

/// Whether what comes behind a hyphen is no part of its word: `Kultur- och fritidsförvaltningen`.
fn is_behind_hyphen(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    KNOWN.behind_hyphen.contains(&first)
}

fn names_in(text: &str, knows: &Knows<'_>) -> Vec<String> {
    let is_known = knows.is_known;
    let text = text.trim();
    if text.is_empty() || is_known(text) {
        return if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    }
    for signs in SURE {
        if text.contains(signs) {
            let parts: Vec<&str> = text.split(signs).map(str::trim).filter(|part| !part.is_empty()).collect();
            return joined(&parts, text, is_known).iter().flat_map(|part| within(part, knows)).collect();
        }
    }
    within(text, knows)
}

/// Parts of a text, those put together again that are a name only so: a name may have a comma in it.
fn joined(parts: &[&str], text: &str, is_known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let (mut whole, mut place) = (Vec::new(), 0);
    if parts.len() > MOST_PARTS {
        return parts.iter().map(|part| (*part).to_owned()).collect();
    }
    while place < parts.len() {
        let from = parts[place].as_ptr() as usize - text.as_ptr() as usize;
        let longest = (place + 1..parts.len()).rev().find_map(|last| {
            let until = parts[last].as_ptr() as usize - text.as_ptr() as usize + parts[last].len();
            let together = text.get(from..until)?;
            is_known(together).then(|| (last, together.to_owned()))
        });
        let (last, name) = longest.unwrap_or_else(|| (place, parts[place].to_owned()));
        whole.push(name);
        place = last + 1;
    }
    whole
}

/// The names in what may be one with a word between its parts.
fn within(text: &str, knows: &Knows<'_>) -> Vec<String> {
    let one = || vec![text.to_owned()];
    if (knows.is_known)(text) {
        return one();
    }
    if text.contains(['\n', ';', '/', ',', '+', '•', '|']) {
        return names_in(text, knows);
    }
    for word in KNOWN.between.iter().map(|word| format!(" {word} ")) {
        let mut parts: Vec<String> = Vec::new();
        for part in text.split(&word).map(str::trim) {
            match parts.last_mut().filter(|last| last.ends_with('-')) {
                // What ends in a hyphen goes on behind the word.
                Some(last) => last.push_str(&format!("{word}{part}")),
                None => parts.push(part.to_owned()),
            }
        }
        let are_names = parts.len() > 1 && parts.iter().all(|part| !part.is_empty() && !part.ends_with('-'));
        if are_names && parts.iter().any(|part| (knows.is_whole)(part)) {
            return parts.iter().flat_map(|part| within(part, knows)).collect();
        }
    }
    one()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_where_they_are_several() {
        let known = ["Soc", "Polisen", "Kultur- och fritidsförvaltningen", "Teknik, park och miljö", "Utb"];
        for (text, expected) in [
            ("Soc", &["Soc"] as &[&str]),
            ("Soc/Polis", &["Soc", "Polis"]),
            ("Soc, Utb och Polisen", &["Soc", "Utb", "Polisen"]),
            ("Kultur- och fritidsförvaltningen", &["Kultur- och fritidsförvaltningen"]),
            ("Kultur- och fritid", &["Kultur- och fritid"]),
            ("Soc och Kultur- och fritidsförvaltningen", &["Soc", "Kultur- och fritidsförvaltningen"]),
            ("Teknik, park och miljö, Soc", &["Teknik, park och miljö", "Soc"]),
            ("Vän och granne", &["Vän och granne"]),
            ("Soc\nPolisen", &["Soc", "Polisen"]),
            ("Kultur & fritid", &["Kultur & fritid"]),
            ("Hyresgäst-\nföreningen, Soc", &["Hyresgästföreningen", "Soc"]),
            ("Kultur-\noch fritidsförvaltningen", &["Kultur- och fritidsförvaltningen"]),
            (" ; ", &[]),
        ] {
            let is_whole = |part: &str| known.contains(&part);
            let is_known = |part: &str| part == "Kultur" || is_whole(part);
            assert_eq!(names(text, &Knows { is_known: &is_known, is_whole: &is_whole }), expected, "{text}");
        }
    }
}
