//! An intervention (insats): what is done, where, for whom, with what money, and whether it helps.

use super::choice::{
    Aspect, Assessment, Bound, Direction, IndicatorKind, Meaning, MoneySource, PreventionKind, PreventionLevel, Status,
    TimeOfWeek, Trend,
};
use super::day::{Day, Period};
use super::field::{Fields as _, List, Table as _, Value, record};
use super::money::{Money, Readings};
use super::reference::{BodyId, Category, CauseRef, DecisionRef, DistrictId, GoalRef, ProblemRef, TargetGroup};
use super::settings::Settings;
use super::term::Term;
use super::text::{CaseNumber, ElementId, FormerId, Text};

record! {
    /// An intervention (insats), ongoing, planned or past (D3, D6).
    Intervention as "intervention" {
        /// What it is called.
        title: Text, line, required, title => First;
        /// What it is, in short.
        summary: Text, long_text => About;
        /// What stage it is in.
        status: Option<Status>, required => First;
        /// The perspectives that it belongs to (D2, D12).
        aspects: List<Aspect> => About;
        /// The districts that it is for.
        districts: List<DistrictId> => First;
        /// The places that it is at.
        places: List<Text>, line => Place;
        /// What sort of intervention it is.
        category: Option<Category> => About;
        /// For whom it is.
        target_groups: List<TargetGroup> => Place;
        /// What sort of prevention it is.
        prevention: Prevention => About;
        /// The problems that it answers (L2).
        problems: List<ProblemRef> => Purpose;
        /// The causes that it does something about (L2).
        causes: List<CauseRef> => Purpose;
        /// The goals that it serves.
        goals: List<GoalRef> => Purpose;
        /// What it is expected to lead to.
        expected_effect: Text, long_text => Purpose;
        /// The knowledge that it rests on.
        evidence: Text, long_text => Purpose;
        /// The board in whose budget and follow-up it is (D11).
        board: Option<BodyId> => People;
        /// The body that carries it out.
        responsible: Option<BodyId>, required => First;
        /// The role to call; never a person.
        contact: Text, line => People;
        /// Those that it is done together with (D3).
        partners: List<BodyId> => People;
        /// The days that are planned for it.
        period: Period => Time;
        /// The day on which it began.
        started: Option<Day>, past => Time;
        /// The day on which it ended.
        ended: Option<Day>, past, end => Time;
        /// The times at which it works.
        when: List<TimeOfWeek> => Time;
        /// The money that it has.
        budget: List<BudgetRow> => Money;
        /// The money that it used.
        actual: List<ActualRow> => Outcome;
        /// Staff, in full-time equivalents.
        staff: Option<f64>, hundreds, from_zero => People;
        /// Resources asked for, not yet granted (D32).
        needs: List<Need> => Needs;
        /// Decisions and other documents that it rests on.
        references: List<Document> => Papers;
        /// Those that had it before, each until a day: what it used and was to have in a year that began before is theirs.
        handed_over: List<HandedOver>;
        /// Ids that it had before.
        former_ids: List<FormerId>;
        /// What is counted or measured.
        indicator: List<Indicator>, headed => Measures;
        /// Its follow-ups, each of one day and body.
        follow_up: List<FollowUp>, headed;
    }
}
record! {
    /// What sort of prevention an intervention is.
    Prevention as "prevention" {
        /// Whom it turns to.
        level: Option<PreventionLevel>;
        /// What it changes: people's conditions, or the situations.
        kind: Option<PreventionKind>;
    }
}
record! {
    /// Who had an intervention before it was handed over.
    HandedOver as "handed-over" key "until" {
        /// The last day on which they had it.
        until: Option<Day>, required, end;
        /// The body that carried it out.
        responsible: Option<BodyId>;
        /// The board in whose budget and follow-up it was.
        board: Option<BodyId>;
        /// The bodies that took part in it.
        partners: List<BodyId>;
        /// The districts that it was for.
        districts: List<DistrictId>;
    }
}
record! {
    /// Money that an intervention has for a year.
    BudgetRow as "budget" key "year" beside ["source", "board", "funder"] {
        /// The calendar year that the money is for.
        year: Option<i64>, required, year;
        /// The amount, in whole units of currency.
        amount: Option<Money>, required;
        /// Where it comes from.
        source: Option<MoneySource>;
        /// The board whose money it is.
        board: Option<BodyId>;
        /// Who grants it, where it is a grant.
        funder: Text, line;
        /// The case number of the grant or the decision.
        case_number: Option<CaseNumber>;
        /// How much of it is for each of the intervention's districts; equally much where it does not say.
        shares: List<Share>;
    }
}
record! {
    /// Money that an intervention used in a year.
    ActualRow as "actual" key "year" beside ["source", "board"] {
        /// The calendar year that the money went in.
        year: Option<i64>, required, year;
        /// The amount, in whole units of currency.
        amount: Option<Money>, required;
        /// Where it came from.
        source: Option<MoneySource>;
        /// The board whose money it was.
        board: Option<BodyId>;
        /// How much of it was for each of the intervention's districts; equally much where it does not say.
        shares: List<Share>;
    }
}
record! {
    /// How much of some money is for a district, beside the others' parts.
    Share as "share" key "district" {
        /// The district.
        district: Option<DistrictId>, required;
        /// Its part: 60 beside 40, or 3 beside 2.
        part: Option<f64>, required, from_zero;
    }
}
record! {
    /// A resource asked for, not yet granted (D32).
    Need as "need" key "id" {
        /// Its id within the intervention.
        id: ElementId, required;
        /// What is needed, in a few words.
        what: Text, line, required;
        /// What it costs, in whole units of currency.
        amount: Option<Money>;
        /// The year that it is for.
        year: Option<i64>, year;
        /// The body that was asked.
        raised_to: Option<BodyId>;
        /// The day on which it was asked.
        raised_on: Option<Day>, past;
        /// The meeting that answered, or its decision.
        answered: Option<DecisionRef>;
    }
}
record! {
    /// A document about an intervention.
    Document as "document" beside ["title"] {
        /// What it is called.
        title: Text, line, required;
        /// The case number that it is filed under (L9).
        case_number: Option<CaseNumber>;
        /// The address at which it can be read.
        url: Text, line;
    }
}
record! {
    /// What is counted or measured.
    Indicator as "indicator" key "id" {
        /// Its id within the intervention.
        id: ElementId, required;
        /// What is measured, in a few words.
        name: Text, line, required;
        /// Whether it measures what is done or what it leads to.
        kind: Option<IndicatorKind>;
        /// The unit of its values.
        unit: Text, line;
        /// What a follow-up's value means.
        values: Option<Meaning>;
        /// Which way is the better.
        better: Option<Direction>;
        /// The value aimed at.
        target: Option<f64>, any;
        /// What the value aimed at is a border of.
        bound: Option<Bound>;
    }
}
record! {
    /// A dated follow-up (uppföljning).
    FollowUp as "follow-up" key "on" beside ["by"] {
        /// The day on which it was done.
        on: Option<Day>, required, past;
        /// The term that it tells of.
        period: Option<Term>;
        /// The body that followed it up.
        by: Option<BodyId>;
        /// How it is judged.
        assessment: Option<Assessment>, required;
        /// Where it is heading.
        trend: Option<Trend>;
        /// How it went, in words.
        note: Text, long_text;
        /// What was measured, by the ids of the indicators.
        values: Readings;
    }
}

/// How a value of an indicator stands to what is aimed at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aimed {
    /// A part of what is counted until the target is reached.
    PartOf(f64),
    /// It keeps to a border, or does not.
    Border(Bound, f64, bool),
    /// Beside a target, of which it is no part: how it stands, or what came in one term.
    Beside(f64),
}

impl Indicator {
    /// How a value stands to what is aimed at; nothing where no value is aimed at. Only what is counted from the
    /// beginning on is a part of anything.
    #[must_use]
    pub fn aimed(&self, value: f64) -> Option<Aimed> {
        let target = self.target?;
        let is_counted = self.values == Some(Meaning::SoFar) && self.better != Some(Direction::Lower);
        Some(match self.bound {
            // There may be more to come.
            Some(bound @ Bound::AtLeast) if is_counted && !bound.is_kept(value, target) => Aimed::PartOf(target),
            Some(bound) => Aimed::Border(bound, target, bound.is_kept(value, target)),
            None if is_counted => Aimed::PartOf(target),
            None => Aimed::Beside(target),
        })
    }
}

impl Intervention {
    /// The newest follow-up by its day; nothing where there is none.
    #[must_use]
    pub fn last_follow_up(&self) -> Option<&FollowUp> {
        self.follow_up.iter().max_by_key(|follow_up| follow_up.on)
    }

    /// The follow-ups, newest first.
    #[must_use]
    pub fn newest_follow_ups(&self) -> Vec<&FollowUp> {
        let mut follow_ups: Vec<&FollowUp> = self.follow_up.iter().collect();
        follow_ups.sort_by_key(|follow_up| std::cmp::Reverse(follow_up.on));
        follow_ups
    }

    /// The term that a follow-up tells of: the one that it says; or else the one of its day, or the one before, while the
    /// day lies within the days of grace after that, there was something to tell of it, and no other follow-up does.
    #[must_use]
    pub fn term_told(&self, follow_up: &FollowUp, settings: &Settings) -> Option<Term> {
        follow_up.period.or_else(|| Some(self.term_on(follow_up.on?, Some(follow_up), settings)))
    }

    /// The term that a new follow-up on a day is to tell of.
    #[must_use]
    pub fn term_to_tell(&self, on: Day, settings: &Settings) -> Term {
        self.term_on(on, None, settings)
    }

    fn term_on(&self, on: Day, own: Option<&FollowUp>, settings: &Settings) -> Term {
        let term = Term::of(on, settings.cycle());
        let is_grace = on < term.first().plus_days(settings.grace_days());
        let began = self.actual_period().from.is_some_and(|from| from < term.first());
        if !is_grace || !began {
            return term;
        }
        let before = term.previous();
        let first = before.first().plus_days(settings.grace_days());
        let tells = |other: &FollowUp| match other.period {
            Some(period) => period == before,
            None => other.on.is_some_and(|day| first <= day && day <= before.last()),
        };
        let mut others = self.follow_up.iter().filter(|other| own.is_none_or(|own| !std::ptr::eq(own, *other)));
        if others.any(tells) { term } else { before }
    }

    /// The follow-ups of a term, newest first: those that tell of it, or of a term within it. A term shorter than the
    /// register's own has those that were done in it, where they do not say what they tell of.
    #[must_use]
    pub fn follow_ups_of(&self, term: Term, settings: &Settings) -> Vec<&FollowUp> {
        let asked = term.period();
        let is_of = |follow_up: &&FollowUp| {
            self.term_told(follow_up, settings).is_some_and(|told| {
                let is_done_then = || follow_up.period.is_none() && follow_up.on.is_some_and(|on| asked.contains(on));
                told.is_within(term) || (told.period().overlaps(&asked) && is_done_then())
            })
        };
        let mut own: Vec<&FollowUp> = self.follow_up.iter().filter(is_of).collect();
        own.sort_by_key(|follow_up| std::cmp::Reverse(follow_up.on));
        own
    }

    /// The terms that follow-ups tell of which are more than a term, or lie across its border.
    pub fn terms_across(&self, term: Term) -> impl Iterator<Item = Term> + '_ {
        let told = self.follow_up.iter().filter_map(|follow_up| follow_up.period);
        told.filter(move |told| told.period().overlaps(&term.period()) && !told.is_within(term))
    }

    /// Its long texts.
    pub fn long_texts(&self) -> impl Iterator<Item = &str> {
        let own = [&self.summary, &self.expected_effect, &self.evidence];
        own.into_iter().chain(self.follow_up.iter().map(|told| &told.note)).map(|text| &**text)
    }

    /// Lets go of its long texts.
    pub fn drop_long_texts(&mut self) {
        let own = [&mut self.summary, &mut self.expected_effect, &mut self.evidence];
        own.into_iter()
            .chain(self.follow_up.iter_mut().map(|told| &mut told.note))
            .for_each(|text| *text = Text::default());
    }

    /// Whether it is being worked at or is going to be.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        matches!(self.status, Some(Status::Proposed | Status::Planned | Status::Ongoing | Status::Paused))
    }

    /// The latest value of one of its indicators, with its day.
    #[must_use]
    pub fn latest_value(&self, indicator: &str) -> Option<(Option<Day>, f64)> {
        let values =
            self.follow_up.iter().filter_map(|follow_up| Some((follow_up.on, follow_up.values.get(indicator)?)));
        values.max_by_key(|(on, _)| *on)
    }

    /// The days in which it was done, or is planned to be: the actual ones where they are known.
    #[must_use]
    pub fn actual_period(&self) -> Period {
        Period { from: self.started.or(self.period.from), until: self.ended.or(self.period.until) }
    }

    /// The body that carried it out on a day, or does.
    #[must_use]
    pub fn responsible_on(&self, day: Day) -> Option<&BodyId> {
        self.had_on(day, |had| had.responsible.as_ref()).or(self.responsible.as_ref())
    }

    /// The board in whose budget and follow-up it was on a day, or is.
    #[must_use]
    pub fn board_on(&self, day: Day) -> Option<&BodyId> {
        self.had_on(day, |had| had.board.as_ref()).or(self.board.as_ref())
    }

    /// The districts that it was for on a day, or is.
    #[must_use]
    pub fn districts_on(&self, day: Day) -> &[DistrictId] {
        let had = self.had_on(day, |had| (!had.districts.is_empty()).then_some(&*had.districts));
        had.unwrap_or(&self.districts)
    }

    /// The bodies that took part in it on a day, or do.
    #[must_use]
    pub fn partners_on(&self, day: Day) -> &[BodyId] {
        self.had_on(day, |had| (!had.partners.is_empty()).then_some(&*had.partners)).unwrap_or(&self.partners)
    }

    /// What the field of that place said on a day, or says: of what was handed over, what was so until then.
    #[must_use]
    pub fn value_on(&self, place: usize, day: Day) -> Value<'_> {
        // Nearly none was ever handed over.
        let name = if self.handed_over.is_empty() { None } else { Self::TABLE.fields.get(place) };
        let had =
            name.and_then(|field| self.had_on(day, |had| Some(had.get(field.name)).filter(|value| !value.is_empty())));
        had.unwrap_or_else(|| self.value(place))
    }

    /// The board in whose follow-up the outcome of a row is: the one that it names, or the one in whose budget all the
    /// money of that year is. Nothing where neither says it.
    #[must_use]
    pub fn board_of<'r>(&'r self, row: &'r ActualRow) -> Option<&'r BodyId> {
        let only = || {
            let mut boards = self.budget.iter().filter(|own| own.year == row.year).map(|own| own.board.as_ref());
            let first = boards.next().flatten()?;
            boards.all(|board| board == Some(first)).then_some(first)
        };
        row.board.as_ref().or_else(only)
    }

    /// What was so on a day, as it was handed over first of those times that are not before that day.
    fn had_on<'s, T>(&'s self, day: Day, of: impl Fn(&'s HandedOver) -> Option<T>) -> Option<T> {
        let had = self.handed_over.iter().filter(|had| had.until.is_some_and(|until| until >= day));
        had.filter_map(|had| Some((had.until, of(had)?))).min_by_key(|(until, _)| *until).map(|(_, had)| had)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ongoing(started: &str, followed_up: &[&str]) -> Intervention {
        Intervention {
            status: Some(Status::Ongoing),
            started: started.parse().ok(),
            follow_up: followed_up.iter().map(|on| FollowUp { on: on.parse().ok(), ..FollowUp::default() }).collect(),
            ..Intervention::default()
        }
    }

    #[test]
    fn a_follow_up_tells_of_the_term_that_nothing_else_tells_of() {
        let settings = Settings::default();
        let told = |intervention: &Intervention| -> Vec<String> {
            let of = |follow_up| intervention.term_told(follow_up, &settings).map(|term| term.to_string());
            intervention.follow_up.iter().filter_map(of).collect()
        };
        assert_eq!(told(&ongoing("2026-02-01", &["2026-09-10"])), ["2026-t2"], "within the days of grace");
        assert_eq!(
            told(&ongoing("2026-02-01", &["2026-08-20", "2026-09-10"])),
            ["2026-t2", "2026-t3"],
            "T2 is told of"
        );
        assert_eq!(told(&ongoing("2026-09-01", &["2026-09-10"])), ["2026-t3"], "there was nothing to tell of T2");
        let mut said = ongoing("2026-02-01", &["2026-09-20", "2026-09-10"]);
        said.follow_up[0].period = "2026-t2".parse().ok();
        assert_eq!(told(&said), ["2026-t2", "2026-t3"], "what it says goes first");
        assert_eq!(said.term_to_tell("2026-09-12".parse().unwrap(), &settings).to_string(), "2026-t3");
    }

    #[test]
    fn a_value_is_a_part_of_what_is_counted_and_of_nothing_else() {
        let aimed = |values: Option<Meaning>, better: Option<Direction>, bound: Option<Bound>, value: f64| {
            Indicator { values, better, bound, target: Some(5.0), ..Indicator::default() }.aimed(value)
        };
        let (so_far, least, most) = (Some(Meaning::SoFar), Some(Bound::AtLeast), Some(Bound::AtMost));
        assert_eq!(aimed(so_far, None, None, 2.0), Some(Aimed::PartOf(5.0)));
        assert_eq!(aimed(so_far, None, least, 2.0), Some(Aimed::PartOf(5.0)), "there may be more to come");
        assert_eq!(aimed(so_far, None, least, 6.0), Some(Aimed::Border(Bound::AtLeast, 5.0, true)));
        assert_eq!(aimed(so_far, Some(Direction::Lower), None, 2.0), Some(Aimed::Beside(5.0)));
        assert_eq!(aimed(Some(Meaning::Level), None, most, 2.0), Some(Aimed::Border(Bound::AtMost, 5.0, true)));
        assert_eq!(aimed(Some(Meaning::Period), None, most, 6.0), Some(Aimed::Border(Bound::AtMost, 5.0, false)));
        assert_eq!(aimed(Some(Meaning::Period), None, None, 2.0), Some(Aimed::Beside(5.0)));
        assert_eq!(aimed(None, None, None, 2.0), Some(Aimed::Beside(5.0)), "nobody has said what it means");
        assert_eq!(Indicator::default().aimed(2.0), None);
    }

    #[test]
    fn an_outcome_is_of_the_board_in_whose_budget_the_year_is() {
        let board = |id: &str| BodyId::new(id).ok();
        let budget = |year: i64, id: Option<&str>| BudgetRow {
            year: Some(year),
            board: id.and_then(board),
            ..BudgetRow::default()
        };
        let actual = |year: i64, id: Option<&str>| ActualRow {
            year: Some(year),
            board: id.and_then(board),
            ..ActualRow::default()
        };
        let rows = [(2025, Some("a")), (2026, Some("a")), (2026, Some("b")), (2027, Some("b")), (2027, None)];
        let intervention =
            Intervention { budget: rows.map(|(year, id)| budget(year, id)).to_vec().into(), ..Intervention::default() };
        let of = |row: &ActualRow| intervention.board_of(row).map(|id| id.as_str().to_owned());
        assert_eq!(of(&actual(2025, None)).as_deref(), Some("a"));
        assert_eq!(of(&actual(2025, Some("b"))).as_deref(), Some("b"), "what it says goes first");
        assert_eq!(of(&actual(2026, None)), None, "two boards have it");
        assert_eq!(of(&actual(2027, None)), None, "a part of it is nobody's by name");
        assert_eq!(of(&actual(2028, None)), None);
    }
}
