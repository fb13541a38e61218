//! What sheets may be called.

/// How long a name may be, in units of UTF-16.
const LONGEST: usize = 31;

/// A name that the register made, as one that a sheet of a workbook can have beside others: without the signs that none may
/// have, no longer than one may be, not the one that Excel keeps for itself, and not as another but for its letters' size.
pub(super) fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let plain: String =
        wanted.chars().map(|sign| if "[]:*?/\\".contains(sign) || sign.is_control() { ' ' } else { sign }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = within(words.trim_matches(['\'', ' ']), LONGEST);
    let is_free = |name: &str| {
        let is_own = |own: &String| own.to_lowercase() == name.to_lowercase();
        !name.is_empty() && !name.eq_ignore_ascii_case("history") && !taken.iter().any(is_own)
    };
    if is_free(&name) {
        return name;
    }
    let mut numbered = (taken.len() + 1..).map(|number| {
        let number = format!("({number})");
        format!("{} {number}", within(&name, LONGEST - number.len() - 1)).trim().to_owned()
    });
    numbered.find(|name| is_free(name)).unwrap_or_default()
}

/// The beginning of a text, in whole words where it has several, no longer than so many units of UTF-16.
fn within(text: &str, most: usize) -> String {
    let length = |text: &str| text.encode_utf16().count();
    if length(text) <= most {
        return text.to_owned();
    }
    let mut cut = String::new();
    for sign in text.chars() {
        if length(&cut) + sign.len_utf16() > most - 1 {
            break;
        }
        cut.push(sign);
    }
    let whole = cut.rsplit_once(' ').map_or(&*cut, |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches(['\'', ' ', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_one_that_a_sheet_can_have() {
        let mut taken: Vec<String> = Vec::new();
        for (wanted, name) in [
            ("Insatser", "Insatser"),
            ("INSATSER", "INSATSER (2)"),
            ("Mål/medel: [2026]", "Mål medel 2026"),
            ("'Ryd'", "Ryd"),
            ("History", "History (5)"),
            ("", "(6)"),
            ("Insatser som avviker eller riskerar att avvika", "Insatser som avviker eller…"),
            ("Insatser som avviker eller riskerar att göra det", "Insatser som avviker eller… (8)"),
            ("Trygghetsvandringarsamordningsgruppernas", "Trygghetsvandringarsamordnings…"),
            ("🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘", "🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘🏘…"),
        ] {
            let own = sheet_name(wanted, &taken);
            assert_eq!(own, name);
            assert!(own.encode_utf16().count() <= LONGEST);
            taken.push(own);
        }
    }
}
