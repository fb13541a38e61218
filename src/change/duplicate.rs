//! Interventions that a new one may be: the same thing, entered twice.

use crate::model::{Intervention, Register};

/// Titles at least this alike are the same thing, said a little differently.
pub(super) const ALIKE: f64 = 0.85;

/// The interventions that a new one is likely to be a duplicate of: in the same district under an alike
/// title, or of the same body and category at the same time. The most alike come first.
#[must_use]
pub fn likely_duplicates<'r>(register: &'r Register, new: &Intervention) -> Vec<(&'r str, &'r Intervention)> {
    let title = new.title.to_lowercase();
    let mut found: Vec<(f64, &str, &Intervention)> = register
        .interventions
        .iter()
        .filter_map(|(id, old)| {
            let same_district = new.districts.iter().any(|district| old.districts.contains(district))
                || (new.districts.is_empty() && old.districts.is_empty());
            let same_work = new.responsible.is_some()
                && new.responsible == old.responsible
                && new.category.is_some()
                && new.category == old.category
                && same_district
                && !new.actual_period().is_unknown()
                && !old.actual_period().is_unknown()
                && new.actual_period().overlaps(&old.actual_period());
            let alike = if same_district || same_work { likeness(&title, &old.title.to_lowercase()) } else { 0.0 };
            (same_work || alike >= ALIKE).then_some((alike, id, old))
        })
        .collect();
    found.sort_by(|left, right| right.0.total_cmp(&left.0).then_with(|| left.1.cmp(right.1)));
    found.into_iter().map(|(_, id, old)| (id, old)).collect()
}

/// How alike two titles are, from 0 to 1. One that has all the words of the other is very alike.
pub(super) fn likeness(left: &str, right: &str) -> f64 {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (left_words, right_words) = (words(left), words(right));
    let (few, many) =
        if left_words.len() <= right_words.len() { (&left_words, &right_words) } else { (&right_words, &left_words) };
    let within = few.len() >= 2 && few.iter().all(|word| many.contains(word));
    let alike = strsim::normalized_damerau_levenshtein(left, right);
    if within { alike.max(0.9) } else { alike }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DistrictId;
    use std::sync::Arc;

    fn intervention(title: &str, district: &str) -> Intervention {
        Intervention {
            title: title.into(),
            districts: DistrictId::new(district).ok().into_iter().collect(),
            ..Intervention::default()
        }
    }

    #[test]
    fn alike_titles_in_the_same_district() {
        let mut register = Register::default();
        for (id, title, district) in [
            ("laxhjalp-ryd", "Läxhjälp Ryd", "ryd"),
            ("laxhjalp-berga", "Läxhjälp på biblioteket i Ryd", "berga"),
            ("nattvandring", "Nattvandring i Ryd", "ryd"),
        ] {
            let record = Arc::new(intervention(title, district));
            register.interventions.insert(id.into(), format!("interventions/{id}.toml").into(), record);
        }
        let found = |title| {
            let new = intervention(title, "ryd");
            likely_duplicates(&register, &new).into_iter().map(|(id, _)| id.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("Läxhjälp på biblioteket i Ryd"), ["laxhjalp-ryd"]);
        assert_eq!(found("Nattvandringar i Ryd"), ["nattvandring"]);
        assert!(found("Belysning i gångtunneln").is_empty());
    }
}
