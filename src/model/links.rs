//! Who has to do with whom, by one look at the whole register: what is asked of many records at once.

use super::day::Day;
use super::kinds::Kind;
use super::reference::Target;
use super::register::{DecisionIn, Register};
use super::{ActionPlan, Agreement, Goal, Intervention, Meeting, MeetingStatus, Situation, Status};
use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::OnceLock;

/// Things by what they have to do with, in the order of their ids.
type Index<K, V> = HashMap<K, Vec<V>, foldhash::fast::RandomState>;
/// An intervention and its id.
pub type Named<'r> = (&'r str, &'r Intervention);

/// Indexes over a register, each made when it is first asked for.
#[derive(Debug)]
pub struct Links<'r> {
    register: &'r Register,
    today: Day,
    districts: OnceLock<Index<&'r str, Named<'r>>>,
    serving: OnceLock<Index<&'r str, Named<'r>>>,
    answering: OnceLock<Index<String, Named<'r>>>,
    caused: OnceLock<Index<&'r str, Named<'r>>>,
    goals: OnceLock<Index<&'r str, &'r Goal>>,
    plans: OnceLock<Index<&'r str, (&'r str, &'r ActionPlan)>>,
    meetings: OnceLock<Index<&'r str, (&'r str, &'r Meeting)>>,
    situations: OnceLock<Index<&'r str, (&'r str, &'r Situation)>>,
    decisions: OnceLock<Index<(Kind, &'r str), DecisionIn<'r>>>,
    agreements: OnceLock<Index<&'r str, (&'r str, &'r Agreement)>>,
}

fn push<K: Eq + Hash, V>(index: &mut Index<K, V>, key: K, value: V) {
    index.entry(key).or_default().push(value);
}

fn values_at<'i, K: Eq + Hash + Borrow<Q>, Q: Eq + Hash + ?Sized, V>(index: &'i Index<K, V>, key: &Q) -> &'i [V] {
    index.get(key).map_or(&[], Vec::as_slice)
}

impl<'r> Links<'r> {
    /// The indexes of a register, as it is on a day.
    #[must_use]
    pub fn new(register: &'r Register, today: Day) -> Self {
        Self {
            register,
            today,
            districts: OnceLock::new(),
            serving: OnceLock::new(),
            answering: OnceLock::new(),
            caused: OnceLock::new(),
            goals: OnceLock::new(),
            plans: OnceLock::new(),
            meetings: OnceLock::new(),
            situations: OnceLock::new(),
            decisions: OnceLock::new(),
            agreements: OnceLock::new(),
        }
    }

    /// The interventions of a district on the day, whatever their status.
    #[must_use]
    pub fn interventions_in(&self, district: &str) -> &[Named<'r>] {
        let index = self.districts.get_or_init(|| {
            let mut index = Index::default();
            for (id, record) in self.register.interventions.iter() {
                let districts = record.districts_on(self.today).iter();
                districts.for_each(|district| push(&mut index, district.as_str(), (id, record)));
            }
            index
        });
        values_at(index, district)
    }

    /// The interventions that serve a goal, cancelled ones left out. A district's goal is written
    /// `ryd#trygga-kvallar`.
    #[must_use]
    pub fn serving(&self, goal: &str) -> &[Named<'r>] {
        let index = self.serving.get_or_init(|| {
            let mut index = Index::default();
            for (id, record) in self.not_cancelled() {
                record.goals.iter().for_each(|goal| push(&mut index, goal.as_str(), (id, record)));
            }
            index
        });
        values_at(index, goal)
    }

    /// The interventions that answer a problem, written `ryd#otrygga-gangstrak`, or do something about one of its causes;
    /// cancelled ones left out.
    #[must_use]
    pub fn answering(&self, problem: &str) -> &[Named<'r>] {
        let index = self.answering.get_or_init(|| {
            let mut index: Index<String, Named<'r>> = Index::default();
            let districts = self.register.districts.iter();
            let problems: HashMap<String, String, foldhash::fast::RandomState> = districts
                .flat_map(|(id, district)| {
                    district.causes().map(move |(of, cause)| (format!("{id}#{}", cause.id), format!("{id}#{}", of.id)))
                })
                .collect();
            for (id, record) in self.not_cancelled() {
                let of_causes = record.causes.iter().filter_map(|cause| problems.get(cause.as_str()));
                let mut answered: Vec<&str> = record.problems.iter().map(|problem| problem.as_str()).collect();
                answered.extend(of_causes.map(String::as_str));
                answered.sort_unstable();
                answered.dedup();
                for problem in answered {
                    // Most problems are answered many times.
                    match index.get_mut(problem) {
                        Some(known) => known.push((id, record)),
                        None => push(&mut index, problem.to_owned(), (id, record)),
                    }
                }
            }
            index
        });
        values_at(index, problem)
    }

    /// The interventions that do something about a cause, written `ryd#gamla-armaturer`, cancelled ones left out.
    #[must_use]
    pub fn at_cause(&self, cause: &str) -> &[Named<'r>] {
        let index = self.caused.get_or_init(|| {
            let mut index = Index::default();
            for (id, record) in self.not_cancelled() {
                record.causes.iter().for_each(|cause| push(&mut index, cause.as_str(), (id, record)));
            }
            index
        });
        values_at(index, cause)
    }

    /// Every version of every goal of a district.
    #[must_use]
    pub fn goals_of(&self, district: &str) -> &[&'r Goal] {
        let index = self.goals.get_or_init(|| {
            let mut index = Index::default();
            for goal in self.register.goal_versions() {
                push(&mut index, goal.district, goal.goal);
            }
            index
        });
        values_at(index, district)
    }

    /// The versions of action plans that an intervention is a measure of.
    #[must_use]
    pub fn plans_with(&self, intervention: &str) -> &[(&'r str, &'r ActionPlan)] {
        let index = self.plans.get_or_init(|| {
            let mut index = Index::default();
            for (id, plan) in self.register.action_plans.iter() {
                let measures = plan.measures.iter().filter_map(|measure| measure.intervention.as_ref());
                measures.for_each(|measure| push(&mut index, measure.as_str(), (id, plan)));
            }
            index
        });
        values_at(index, intervention)
    }

    fn not_cancelled(&self) -> impl Iterator<Item = Named<'r>> + use<'r> {
        self.register.interventions.iter().filter(|(_, record)| record.status != Some(Status::Cancelled))
    }

    /// The meetings of a body with their ids, oldest first: an id begins with its day.
    #[must_use]
    pub fn meetings(&self, body: &str) -> &[(&'r str, &'r Meeting)] {
        let index = self.meetings.get_or_init(|| {
            let mut index = Index::default();
            for (id, meeting) in self.register.meetings.iter() {
                if let Some(body) = &meeting.body {
                    push(&mut index, body.as_str(), (id, meeting));
                }
            }
            index.values_mut().for_each(|meetings: &mut Vec<(&str, &Meeting)>| {
                meetings.sort_by_key(|(id, meeting)| (meeting.on, *id))
            });
            index
        });
        values_at(index, body)
    }

    /// The days on which a body has met, oldest first.
    pub fn held(&self, body: &str) -> impl DoubleEndedIterator<Item = Day> + '_ {
        let held = self.meetings(body).iter().filter(|(_, meeting)| meeting.status == Some(MeetingStatus::Held));
        held.filter_map(|(_, meeting)| meeting.on)
    }

    /// The situation picture of a district whose period ends last, of those that had begun on a day.
    #[must_use]
    pub fn latest_situation(&self, district: &str, today: Day) -> Option<(&'r str, &'r Situation)> {
        let index = self.situations.get_or_init(|| {
            let mut index = Index::default();
            for (id, situation) in self.register.situations.iter() {
                if let Some(district) = &situation.district {
                    push(&mut index, district.as_str(), (id, situation));
                }
            }
            for of in index.values_mut() {
                of.sort_by_key(|(id, situation): &(&'r str, &'r Situation)| (situation.period.until, *id));
            }
            index
        });
        let mut begun = values_at(index, district)
            .iter()
            .filter(|(_, situation)| situation.period.from.is_none_or(|from| from <= today));
        begun.next_back().copied()
    }

    /// Whether a situation picture is the [latest](Links::latest_situation) of its district.
    #[must_use]
    pub fn is_latest(&self, id: &str, situation: &Situation, today: Day) -> bool {
        let district = situation.district.as_ref().map_or("", |district| district.as_str());
        self.latest_situation(district, today).is_some_and(|(latest, _)| latest == id)
    }

    /// The first day on which a body met after another day, of those that have been.
    #[must_use]
    pub fn met_since(&self, body: &str, since: Day, today: Day) -> Option<Day> {
        let meetings = self.meetings(body);
        let after = meetings.partition_point(|(_, meeting)| meeting.on.is_none_or(|on| on <= since));
        let held = meetings[after..].iter().filter(|(_, meeting)| meeting.status == Some(MeetingStatus::Held));
        held.filter_map(|(_, meeting)| meeting.on).find(|on| *on <= today)
    }

    /// The agreements that a body has entered into.
    #[must_use]
    pub fn agreements(&self, party: &str) -> &[(&'r str, &'r Agreement)] {
        let index = self.agreements.get_or_init(|| {
            let mut index = Index::default();
            for (id, agreement) in self.register.agreements.iter() {
                agreement.parties.iter().for_each(|party| push(&mut index, party.as_str(), (id, agreement)));
            }
            index
        });
        values_at(index, party)
    }

    /// The decisions that concern a record, or an element of one, oldest first.
    #[must_use]
    pub fn decisions<'a>(&'a self, kind: Kind, id: &'a str) -> &'a [DecisionIn<'r>] {
        let index = self.decisions.get_or_init(|| {
            let mut index = Index::default();
            for decision in self.register.decisions() {
                for concerned in &decision.decision.concerns {
                    let pointer = Target::Anything.parse(concerned.as_str());
                    if let Some((kind, id)) = pointer.and_then(|pointer| Some((pointer.kind?, pointer.id))) {
                        push(&mut index, (kind, id), decision);
                    }
                }
            }
            index
        });
        values_at(index, &(kind, id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DistrictId, GoalRef};
    use std::sync::Arc;

    #[test]
    fn what_is_cancelled_serves_nothing() {
        let mut register = Register::default();
        for (id, status) in [("dansskola", Status::Cancelled), ("nattvandring", Status::Ongoing)] {
            let record = Intervention {
                status: Some(status),
                districts: [DistrictId::new("ryd").unwrap()].into(),
                goals: [GoalRef::new("ryd#trygga-kvallar").unwrap()].into(),
                ..Intervention::default()
            };
            register.interventions.insert(id.into(), format!("interventions/{id}.toml").into(), Arc::new(record));
        }
        let links = Links::new(&register, "2026-11-23".parse().unwrap());
        assert_eq!(links.interventions_in("ryd").len(), 2);
        assert!(links.interventions_in("berga").is_empty());
        let serving: Vec<&str> = links.serving("ryd#trygga-kvallar").iter().map(|(id, _)| *id).collect();
        assert_eq!(serving, ["nattvandring"]);
        assert!(links.serving("ryd#fler-i-arbete").is_empty());
    }
}
