//! Interventions side by side: the same work, place or title under several (D5, D31).

use super::choice::TimeOfWeek;
use super::day::Day;
use super::links::Named;
use super::reference::BodyId;
use super::register::Register;
use super::text::slug;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What interventions have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shared<'r> {
    /// Target groups and a category, at the same time, under different responsibles.
    Work {
        /// The id of the category that they share.
        category: &'r str,
        /// The ids of the target groups that they share, one or more.
        groups: Vec<&'r str>,
    },
    /// A place at the same times of the week, under different responsibles.
    Place {
        /// The place, as the first of them writes it.
        place: &'r str,
        /// The times of the week at which they all are there.
        when: Vec<TimeOfWeek>,
    },
    /// Nearly the same title.
    Title,
}

/// Interventions of a district that have something in common, in the order of their ids.
#[derive(Debug, Clone)]
pub struct Overlap<'r> {
    /// The id of the district.
    pub district: &'r str,
    /// What they have in common.
    pub shared: Shared<'r>,
    /// Those that have it: two or more.
    pub interventions: Vec<Named<'r>>,
}

/// The interventions that stand side by side, of those that are worked at or are going to be. The same ones are
/// told once: those that share work are not told to share a place, and two of them not to have alike titles.
///
/// `small_words` are those that say nothing of what an intervention is: two titles that differ in them are the same.
///
/// Everything is found by sorting into groups, so it takes n log n.
#[must_use]
pub fn overlaps<'r>(register: &'r Register, today: Day, small_words: &[&str]) -> Vec<Overlap<'r>> {
    let alive: Vec<Named<'r>> = register
        .interventions
        .iter()
        .filter(|(_, record)| record.is_alive() && record.actual_period().until.is_none_or(|until| until >= today))
        .collect();
    let mut found = shared_work(&alive, today);
    let with_shared_work: HashSet<(&str, Vec<usize>), foldhash::fast::RandomState> =
        found.iter().map(|(overlap, places)| (overlap.district, places.clone())).collect();
    let places = shared_places(&alive, today).into_iter();
    found.extend(places.filter(|(overlap, places)| !with_shared_work.contains(&(overlap.district, places.clone()))));
    // The overlaps that each intervention is told in, in order.
    let mut overlaps_of: Vec<Vec<usize>> = vec![Vec::new(); alive.len()];
    for (number, (_, places)) in found.iter().enumerate() {
        places.iter().for_each(|place| overlaps_of[*place].push(number));
    }
    let together = |left: usize, right: usize| {
        overlaps_of[left].iter().any(|number| overlaps_of[right].binary_search(number).is_ok())
    };
    let small_words: Vec<String> = small_words.iter().map(|word| slug(word)).collect();
    let alike = alike_titles(&alive, today, &small_words, &together);
    let mut all: Vec<Overlap<'_>> = found.into_iter().map(|(overlap, _)| overlap).collect();
    all.extend(alike.into_iter().map(|(district, (left, right))| Overlap {
        district,
        shared: Shared::Title,
        interventions: vec![alive[left], alive[right]],
    }));
    all
}

/// What is gathered by key before it is put in order.
type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// What was gathered, in the order of the keys.
fn in_order<K: Ord, V>(map: Map<K, V>) -> Vec<(K, V)> {
    let mut all: Vec<(K, V)> = map.into_iter().collect();
    all.sort_unstable_by(|left, right| left.0.cmp(&right.0));
    all
}

/// An overlap, with where its interventions stand among those that were looked at.
type PlacedOverlap<'r> = (Overlap<'r>, Vec<usize>);

fn shared_work<'r>(alive: &[Named<'r>], today: Day) -> Vec<PlacedOverlap<'r>> {
    let mut groups: Map<(&str, &str, &str), Vec<usize>> = Map::default();
    for (place, (_, record)) in alive.iter().enumerate() {
        let Some(category) = &record.category else { continue };
        for district in record.districts_on(today) {
            for group in &record.target_groups {
                groups.entry((district.as_str(), category.as_str(), group.as_str())).or_default().push(place);
            }
        }
    }
    let mut found: BTreeMap<(&str, &str, Vec<usize>), Vec<&str>> = BTreeMap::new();
    for ((district, category, group), places) in in_order(groups) {
        for places in at_the_same_time(places, alive, today) {
            found.entry((district, category, places)).or_default().push(group);
        }
    }
    let overlaps = found.into_iter().map(|((district, category, places), groups)| {
        let interventions = places.iter().map(|place| alive[*place]).collect();
        (Overlap { district, shared: Shared::Work { category, groups }, interventions }, places)
    });
    overlaps.collect()
}

fn shared_places<'r>(alive: &[Named<'r>], today: Day) -> Vec<PlacedOverlap<'r>> {
    let mut groups: Map<(&str, String, TimeOfWeek), Vec<usize>> = Map::default();
    for (place, (_, record)) in alive.iter().enumerate() {
        for district in record.districts_on(today) {
            for name in &record.places {
                let name = slug(name);
                for when in &record.when {
                    groups.entry((district.as_str(), name.clone(), *when)).or_default().push(place);
                }
            }
        }
    }
    let mut found: BTreeMap<(&str, String, Vec<usize>), Vec<TimeOfWeek>> = BTreeMap::new();
    for ((district, name, when), places) in in_order(groups) {
        for places in at_the_same_time(places, alive, today) {
            found.entry((district, name.clone(), places)).or_default().push(when);
        }
    }
    let overlaps = found.into_iter().map(|((district, name, places), when)| {
        let interventions: Vec<Named<'r>> = places.iter().map(|place| alive[*place]).collect();
        let written = interventions.iter().flat_map(|(_, record)| &record.places).find(|place| slug(place) == name);
        let place = written.map_or("", |place| place);
        (Overlap { district, shared: Shared::Place { place, when }, interventions }, places)
    });
    overlaps.collect()
}

/// Parts interventions into those that are at the same time, each as another of them is, and keeps the parts that are under different
/// responsibles.
fn at_the_same_time(mut places: Vec<usize>, alive: &[Named<'_>], today: Day) -> Vec<Vec<usize>> {
    places.sort_unstable();
    places.dedup();
    if places.len() < 2 {
        return Vec::new();
    }
    let period = |place: usize| alive[place].1.actual_period();
    places.sort_by_key(|place| (period(*place).from, *place));
    let mut parts: Vec<(Vec<usize>, Option<Day>)> = Vec::new();
    for place in places {
        let period = period(place);
        match parts.last_mut() {
            // An open end lasts.
            Some((part, last)) if last.is_none_or(|last| period.from.is_none_or(|from| from <= last)) => {
                part.push(place);
                *last = (*last).zip(period.until).map(|(last, until)| last.max(until));
            }
            _ => parts.push((vec![place], period.until)),
        }
    }
    let responsible = |place: &usize| alive[*place].1.responsible_on(today).map(BodyId::as_str);
    let differ = |part: &Vec<usize>| part.iter().any(|place| responsible(place) != responsible(&part[0]));
    let parts = parts.into_iter().map(|(part, _)| part).filter(differ);
    parts
        .map(|mut part| {
            part.sort_unstable();
            part
        })
        .collect()
}

/// Whether all of a title's words are in a key.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum TitleWords {
    All,
    AllButOne,
}

/// A district, and words of a title in it, by their numbers.
type TitleKey<'r> = (&'r str, Vec<u32>);

/// Pairs of interventions of the same district whose titles have the same words, or all but one. Each is
/// paired with the first that it is like, of those that it is not told together with already.
fn alike_titles<'r>(
    alive: &[Named<'r>],
    today: Day,
    small_words: &[String],
    together: &dyn Fn(usize, usize) -> bool,
) -> Vec<(&'r str, (usize, usize))> {
    let mut numbers: Map<String, u32> = Map::default();
    let mut groups: Map<TitleKey<'_>, Vec<(TitleWords, usize)>> = Map::default();
    for (place, (_, record)) in alive.iter().enumerate() {
        let title = slug(&record.title);
        for district in record.districts_on(today) {
            let is_own = |word: &str| district.as_str().split('-').any(|own| own == word);
            let is_small = |word: &str| small_words.iter().any(|small| small == word);
            let mut words: Vec<u32> = Vec::new();
            for word in title.split('-').filter(|word| !is_small(word) && !is_own(word)) {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                words.push(match numbers.get(word) {
                    Some(number) => *number,
                    None => *numbers.entry(word.to_owned()).or_insert(next),
                });
            }
            words.sort_unstable();
            words.dedup();
            for left_out in 0..words.len() {
                let rest = words.iter().enumerate().filter(|(at, _)| *at != left_out);
                let fewer: Vec<u32> = rest.map(|(_, word)| *word).collect();
                groups.entry((district.as_str(), fewer)).or_default().push((TitleWords::AllButOne, place));
            }
            groups.entry((district.as_str(), words)).or_default().push((TitleWords::All, place));
        }
    }
    let mut pairs: BTreeMap<usize, (usize, &'r str)> = BTreeMap::new();
    for ((district, words), mut members) in groups {
        members.sort_unstable();
        let Some(&(kind, first)) = members.first() else { continue };
        // Two titles that each have one more word are alike only where they have several in common.
        if words.is_empty() || (kind == TitleWords::AllButOne && words.len() < 3) {
            continue;
        }
        for &(_, place) in members.iter().filter(|(_, place)| *place != first) {
            let (left, right) = (first.min(place), first.max(place));
            if together(left, right) {
                continue;
            }
            let known = pairs.entry(right).or_insert((left, district));
            *known = (*known).min((left, district));
        }
    }
    pairs.into_iter().map(|(right, (left, district))| (district, (left, right))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Category, DistrictId, Intervention, Period, Status, TargetGroup};
    use std::sync::Arc;

    fn register(of: &[(&str, &str, &str, &str)]) -> Register {
        let mut register = Register::default();
        for (title, responsible, from, until) in of {
            let record = Intervention {
                title: (*title).into(),
                status: Some(Status::Ongoing),
                districts: [DistrictId::new("ryd").unwrap()].into(),
                category: Category::new("skola").ok(),
                target_groups: [TargetGroup::new("barn").unwrap(), TargetGroup::new("unga").unwrap()].into(),
                responsible: BodyId::new(responsible).ok(),
                period: Period { from: from.parse().ok(), until: until.parse().ok() },
                ..Intervention::default()
            };
            let id = slug(title);
            register.interventions.insert(id.as_str().into(), id.as_str().into(), Arc::new(record));
        }
        register
    }

    fn found(of: &[(&str, &str, &str, &str)]) -> Vec<String> {
        let register = register(of);
        let overlaps = overlaps(&register, "2026-11-23".parse().unwrap(), &["i", "på"]);
        let told = overlaps.into_iter().map(|overlap| {
            let ids: Vec<&str> = overlap.interventions.iter().map(|(id, _)| *id).collect();
            format!("{:?}: {}", overlap.shared, ids.join(" "))
        });
        told.collect()
    }

    #[test]
    fn the_same_work_under_two_is_told_once() {
        let (a, b) =
            (("Laxhjalp", "skolan", "2026-01-01", "2026-12-31"), ("Studiestuga", "biblioteket", "2026-12-31", ""));
        assert_eq!(
            found(&[a, b]),
            ["Work { category: \"skola\", groups: [\"barn\", \"unga\"] }: laxhjalp studiestuga"]
        );
        assert!(found(&[a, ("Studiestuga", "skolan", "2026-06-01", "")]).is_empty(), "one responsible");
        assert!(found(&[a, ("Studiestuga", "biblioteket", "2027-01-01", "")]).is_empty(), "the day after");
        assert!(found(&[a, ("Studiestuga", "biblioteket", "2026-01-01", "2026-11-22")]).is_empty(), "over");
    }

    #[test]
    fn alike_titles_are_told_where_nothing_else_is() {
        let title = |text| (text, "skolan", "2026-01-01", "");
        assert_eq!(
            found(&[title("Laxhjalp i Ryd"), title("Laxhjalp pa biblioteket i Ryd")]),
            ["Title: laxhjalp-i-ryd laxhjalp-pa-biblioteket-i-ryd"]
        );
        assert!(found(&[title("Trygga skolan"), title("Trygga torget")]).is_empty());
        assert_eq!(found(&[title("Oppen fritidsgard fredag kvall"), title("Oppen fritidsgard fredag natt")]).len(), 1);
    }
}
