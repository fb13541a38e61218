//! `report follow-up`: how it went in a period. Goals first, then what was followed up, then what was not, then
//! the promises (D33, L4).

use super::cell::{Cell, Label, Mark, mark};
use super::document::{Block, Document, Figure, Line};
use super::overview::{Deviation, Judged, deviations};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::measure::{is_followed_up, owes};
use crate::message::{columns, reports, say};
use crate::model::{
    Agreement, Aimed, Assessment, Bound, Commitment, CommitmentFollowUp, Cycle, Day, FollowUp, GoalIn, IndicatorKind,
    Intervention, Kind, Named, Outcome, Period, Progress, Reading, Register, Status, Term, Unmeasured,
};
use crate::query::Scope;
use std::collections::BTreeSet;

/// How it went in a term.
pub struct FollowUpReport<'r> {
    register: &'r Register,
    term: Term,
    today: Day,
    /// The goals of the districts.
    goals: Vec<GoalIn<'r>>,
    /// What was followed up, each as often as it was: newest first.
    followed_up: Vec<(Named<'r>, &'r FollowUp)>,
    /// The terms of follow-ups that tell of more than the term, or of days on both sides of its border.
    across: Vec<Term>,
    /// All interventions that the scope wants.
    known: Vec<&'r Intervention>,
    /// What was under way and was not, by who is responsible.
    silent: Vec<Named<'r>>,
    /// What is paused and was not followed up: it owes nothing.
    paused: Vec<Named<'r>>,
    /// The promises that held in the term's year.
    promises: Vec<Promise<'r>>,
}

/// A promise of an agreement.
struct Promise<'r> {
    agreement: &'r str,
    commitment: &'r Commitment,
}

/// How it went in a term, as far as a scope wants it.
#[must_use]
pub fn follow_up<'r>(scope: &Scope<'r>, term: Term) -> FollowUpReport<'r> {
    let register = scope.register;
    let (mut followed_up, mut silent, mut paused, mut known) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut across: Vec<Term> = Vec::new();
    // Of a term under way, it is theirs who have it now.
    let last = term.last().min(scope.today);
    for named @ (_, record) in scope.interventions_on(last) {
        known.push(record);
        let own = record.follow_ups_of(term, &register.settings);
        // What tells of more than the term tells of it too.
        let of_more = across.len();
        across.extend(record.terms_across(term));
        if own.is_empty() && across.len() == of_more && !is_followed_up(record, term, &register.settings) {
            match record.status {
                _ if owes(named, term, register) => silent.push(named),
                Some(Status::Paused) => paused.push(named),
                _ => {}
            }
        }
        followed_up.extend(own.into_iter().map(|follow_up| (named, follow_up)));
    }
    across.sort_unstable();
    silent.sort_by_key(|(id, record)| (responsible(record, last), *id));
    let year = Period::between(terms_of(term)[0].first(), terms_of(term).last().unwrap_or(&term).last());
    FollowUpReport {
        register,
        term,
        today: scope.today,
        // What has been is held to what was aimed at then.
        goals: goals(scope, last),
        followed_up,
        across,
        known,
        silent,
        paused,
        promises: promises(scope, &year, last),
    }
}

/// The goals of the wanted districts on a day; where more than districts is asked for, those that what is asked for
/// serves.
pub(super) fn goals<'r>(scope: &Scope<'r>, day: Day) -> Vec<GoalIn<'r>> {
    let is_wanted = |goal: &GoalIn<'_>| {
        !scope.is_narrow() || scope.links.serving(&goal.reference()).iter().any(|named| scope.fits(*named))
    };
    scope.goals_on(day).into_iter().filter(is_wanted).collect()
}

fn promises<'r>(scope: &Scope<'r>, year: &Period, last: Day) -> Vec<Promise<'r>> {
    let held =
        |agreement: &Agreement| agreement.period.overlaps(year) && scope.wants_one_of(agreement.districts_on(last));
    let is_wanted = |commitment: &Commitment| {
        let kept_by = |id: &crate::model::InterventionId| scope.register.interventions.get_entry(id.as_str());
        !scope.is_narrow() || commitment.interventions.iter().filter_map(kept_by).any(|named| scope.fits(named))
    };
    let agreements = scope.register.agreements.iter().filter(|(_, agreement)| held(agreement));
    agreements
        .flat_map(|(id, agreement)| {
            agreement.commitment.iter().map(move |commitment| Promise { agreement: id, commitment })
        })
        .filter(|promise| is_wanted(promise.commitment))
        .collect()
}

/// Who carried out an intervention on a day.
fn responsible(record: &Intervention, day: Day) -> &str {
    record.responsible_on(day).map_or("", |body| body.as_str())
}

/// The terms of a term's year.
fn terms_of(term: Term) -> Vec<Term> {
    (1..=12 / term.cycle().months()).filter_map(|number| Term::new(term.year(), term.cycle(), number)).collect()
}

impl<'r> FollowUpReport<'r> {
    /// The last day of the term, or as much of it as has been.
    fn last(&self) -> Day {
        self.term.last().min(self.today)
    }

    /// The report on the term: what was followed up, what was not, goals and promises.
    #[must_use]
    pub fn document(self) -> Document<'r> {
        let title =
            vec![Cell::message(reports::FOLLOW_UP), Cell::text(&*self.register.settings.name), Cell::Term(self.term)];
        // What had ended, or had not begun, may be followed up too; it is not among those that had to be.
        let under_way = self.followed_up.iter().filter(|(named, _)| owes(*named, self.term, self.register));
        let mut ids: Vec<&str> = under_way.map(|((id, _), _)| *id).collect();
        ids.dedup();
        let count = ids.len() + self.silent.len();
        let figures = self.figures(ids, count);
        let unfinished = (self.term.last() >= self.today)
            .then(|| reports::follow_up_unfinished(Cell::Day(self.term.last())))
            .map(|text| Block::Line(Line::new(text).marked(Mark::Watch)));
        let mut blocks = vec![Block::Summary(figures)];
        blocks.extend(unfinished);
        if !self.across.is_empty() {
            let count = Cell::count(self.across.len());
            let mut terms = self.across.clone();
            terms.dedup();
            let terms = Cell::List(terms.into_iter().map(Cell::Term).collect());
            blocks.push(Block::Line(Line::new(reports::FollowUpsAcross { count, terms })));
        }
        let besides: BTreeSet<&str> = self
            .followed_up
            .iter()
            .filter(|(named, _)| !owes(*named, self.term, self.register))
            .map(|((id, _), _)| *id)
            .collect();
        if !besides.is_empty() {
            blocks
                .push(Block::Line(Line::new(reports::follow_up_besides(Cell::Counted(besides.into_iter().collect())))));
        }
        if !self.paused.is_empty() {
            let paused = self.paused.iter().map(|(id, _)| *id).collect();
            blocks.push(Block::Line(Line::new(reports::follow_up_paused(Cell::Counted(paused)))));
        }
        blocks.extend(deviations(self.deviating(), self.register, self.today));
        blocks.extend([
            Block::Heading(Label::Message(reports::GOALS)),
            Block::Table(goal_table(&self.goals, self.term, self.register)),
            Block::Heading(Label::Message(reports::FOLLOWED_UP)),
            Block::Table(self.followed_up_table()),
            Block::Heading(Label::Message(reports::SILENT)),
            Block::Table(self.silent_table()),
            Block::Heading(Label::Message(reports::PROMISES)),
            Block::Table(self.promise_table()),
        ]);
        Document::new("follow-up", title, blocks)
    }

    /// How many were followed up of those that had to be, and how they were judged beside the term before.
    fn figures(&self, told: Vec<&'r str>, owed: usize) -> Vec<Figure<'r>> {
        let before = self.term.previous();
        let mut figures =
            vec![Figure::new("followed_up", Label::Message(reports::FOLLOWED_UP_OF), Cell::Counted(told)).with_change(
                if owed > 0 { reports::of_owed(Cell::count(owed)) } else { reports::OWED_BY_NONE.into() },
            )];
        let mut judged = Judged::default();
        for ((id, _), told) in self.latest() {
            judged.now(id, told.assessment);
        }
        for own in &self.known {
            let told = own.follow_ups_of(before, &self.register.settings);
            judged.before(told.into_iter().next().and_then(|told| told.assessment));
        }
        let was = |count| reports::InTerm { count: Cell::count(count), term: Cell::Term(before) }.into();
        figures.extend(judged.figures(was));
        let silent = Cell::Counted(self.silent.iter().map(|(id, _)| *id).collect());
        figures.push(Figure::new("silent", Label::Message(reports::OWING), silent).marked_if_any(Mark::Bad));
        figures
    }

    /// Each intervention that was followed up, with the newest follow-up of the term.
    fn latest(&self) -> impl Iterator<Item = (Named<'r>, &'r FollowUp)> + '_ {
        let mut seen = BTreeSet::new();
        self.followed_up.iter().copied().filter(move |((id, _), _)| seen.insert(*id))
    }

    /// What was judged worse than it should be in the term, and what is missing.
    fn deviating(&self) -> Vec<Deviation<'r>> {
        let told = self.latest().filter_map(|(named, told)| Deviation::of(named, Some(told), None));
        let silent = self.silent.iter().filter_map(|named| Deviation::of(*named, None, Some(self.term)));
        told.chain(silent).collect()
    }

    fn followed_up_table(&self) -> Table<'r> {
        let register = self.register;
        let rows = self.followed_up.iter().map(|((id, record), follow_up)| {
            let responsible = record.responsible_on(self.last());
            vec![
                Cell::text(*id),
                Cell::text(&*record.title),
                districts(record, self.last(), register),
                Cell::body(responsible, register),
                follow_up.assessment.map_or(Cell::Empty, assessed),
                follow_up.trend.map_or(Cell::Empty, Cell::Trend),
                Cell::text(follow_up.note.trim_end()),
                values(record, follow_up, IndicatorKind::Output),
                values(record, follow_up, IndicatorKind::Outcome),
                Cell::day(follow_up.on),
                Cell::body(follow_up.by.as_ref(), register),
                Cell::body(follow_up.by.as_ref().filter(|by| Some(*by) != responsible), register),
            ]
        });
        let table = interventions_form().filled_with(Rows::made(rows.collect()));
        table.by_name("title").when_empty(reports::NONE_FOLLOWED_UP)
    }

    fn silent_table(&self) -> Table<'r> {
        let register = self.register;
        let rows = self.silent.iter().map(|(id, record)| {
            vec![
                Cell::body(record.responsible_on(self.last()), register),
                Cell::text(*id),
                Cell::text(&*record.title),
                districts(record, self.last(), register),
                record.status.map_or(Cell::Empty, |status| Cell::Code(status.code(), &Status::CHOICES)),
                Cell::day(record.last_follow_up().and_then(|follow_up| follow_up.on)),
            ]
        });
        silent_form()
            .filled_with(Rows::made(rows.collect()))
            .by_name("responsible")
            .when_empty(if self.followed_up.is_empty() { say::LIST_EMPTY } else { reports::NONE_SILENT })
    }

    fn promise_table(&self) -> Table<'r> {
        let register = self.register;
        // Promises go by the register's own cycle, whatever period is asked for.
        let terms = terms_of(Term::of(self.term.first(), register.settings.cycle()));
        let year = Term::of(self.term.first(), Cycle::Year).period();
        let is_other = |term: &Term| !terms.contains(term) && term.period().overlaps(&year);
        let follow_ups = self.promises.iter().flat_map(|promise| &promise.commitment.follow_up);
        let told: Vec<Term> = follow_ups.filter_map(|follow_up| follow_up.period).collect();
        let has_others = told.iter().any(is_other);
        let mut form = promises_form();
        // What is told of other periods stands in any width, before terms that nothing is told of.
        if has_others {
            form.columns
                .iter_mut()
                .filter(|column| column.key == "other_periods")
                .for_each(|column| column.dispensable = 0);
        }
        let of_term = terms.iter().map(|term| {
            let column = Column::new(term.to_string(), Label::Cell(Cell::Term(*term))).varying();
            if has_others && !told.contains(term) { column.dispensable(2) } else { column }
        });
        // Behind what is promised.
        let behind = 3;
        form.columns.splice(behind..behind, of_term);
        let rows = self.promises.iter().map(|promise| {
            let commitment = promise.commitment;
            let mut cells = vec![
                Cell::named(Kind::Agreement, Some(promise.agreement), register),
                Cell::text(commitment.id.as_str().to_owned()),
                Cell::text(&*commitment.text),
            ];
            cells.extend(terms.iter().map(|term| {
                let of_term = commitment.follow_up.iter().filter(|follow_up| follow_up.period == Some(*term));
                let assessed = of_term.map(|follow_up| follow_up.assessment.map_or(Cell::Empty, assessed));
                one_or_lines(assessed.collect())
            }));
            let others =
                commitment.follow_up.iter().filter(|follow_up| follow_up.period.as_ref().is_some_and(is_other));
            cells.push(lines(others.map(|follow_up| told_of(follow_up, commitment)).collect()));
            cells.push(promised(commitment, self.term));
            cells.push(commitment.outcome.map_or(Cell::Empty, |outcome| {
                Cell::Code(outcome.code(), &Outcome::CHOICES).marked(match outcome {
                    Outcome::Kept => Mark::Good,
                    Outcome::Partly => Mark::Watch,
                    Outcome::NotKept => Mark::Bad,
                })
            }));
            let asked = self.term;
            let is_asked = |told: Term| told.is_within(asked);
            let activities = commitment.follow_up.iter().filter(|follow_up| follow_up.period.is_some_and(is_asked));
            let told = activities.filter(|follow_up| !follow_up.activity.is_empty());
            cells.push(lines(told.map(|follow_up| Cell::text(&*follow_up.activity)).collect()));
            cells
        });
        form.filled_with(Rows::made(rows.collect())).parted().when_empty(reports::NO_PROMISES)
    }
}

/// Several cells, each on a line; nothing where there are none.
fn lines(cells: Vec<Cell<'_>>) -> Cell<'_> {
    if cells.is_empty() { Cell::Empty } else { Cell::Lines(cells) }
}

/// One cell as it is, several on lines.
fn one_or_lines(mut cells: Vec<Cell<'_>>) -> Cell<'_> {
    match cells.len() {
        0 => Cell::Empty,
        1 => cells.remove(0),
        _ => Cell::Lines(cells),
    }
}

/// How a promise went in a term that is none of the year's: the term, how it is judged, and what was done.
fn told_of<'r>(follow_up: &'r CommitmentFollowUp, commitment: &'r Commitment) -> Cell<'r> {
    let term = follow_up.period.map(Cell::Term);
    let judged = follow_up.assessment.map(assessed);
    let value = follow_up.value.map(|value| number_of(value, commitment));
    let activity = (!follow_up.activity.is_empty()).then(|| Cell::text(&*follow_up.activity));
    Cell::List([term, judged, value, activity].into_iter().flatten().collect())
}

fn number_of<'r>(value: f64, commitment: &'r Commitment) -> Cell<'r> {
    Cell::Measured(value, (&*commitment.target.unit).into())
}

/// The numbers of a promise in a stretch of time, with the number that is promised.
fn promised<'r>(commitment: &'r Commitment, asked: Term) -> Cell<'r> {
    let own =
        commitment.follow_up.iter().filter(|follow_up| follow_up.period.is_some_and(|told| told.is_within(asked)));
    let mut told: Vec<Cell<'r>> =
        own.filter_map(|follow_up| follow_up.value).map(|value| number_of(value, commitment)).collect();
    if let Some(target) = commitment.target.value {
        let bound = commitment.target.bound.map(|bound| Cell::Code(bound.code(), &Bound::CHOICES));
        let number = number_of(target, commitment);
        let target = Cell::Joined(bound.into_iter().chain([number]).collect());
        told.push(Cell::message(reports::promised_number(target)));
    }
    lines(told)
}

/// An assessment with its mark.
pub(super) fn assessed<'r>(assessment: Assessment) -> Cell<'r> {
    Cell::Code(assessment.code(), &Assessment::CHOICES).marked(mark(assessment))
}

/// The districts that an intervention was for on a day.
pub(super) fn districts<'r>(record: &'r Intervention, day: Day, register: &'r Register) -> Cell<'r> {
    let districts = record.districts_on(day);
    let named = districts.iter().map(|id| Cell::named(Kind::District, Some(id.as_str()), register));
    if districts.is_empty() { Cell::Empty } else { Cell::List(named.collect()) }
}

/// The values that a follow-up gives for indicators of one kind: what was done is no result. An indicator whose
/// kind is not said counts what was done.
fn values<'r>(record: &'r Intervention, follow_up: &'r FollowUp, kind: IndicatorKind) -> Cell<'r> {
    let of_kind = record.indicator.iter().filter(|own| own.kind.unwrap_or(IndicatorKind::Output) == kind);
    let values: Vec<Cell<'r>> = of_kind
        .filter_map(|own| {
            let number = follow_up.values.get(own.id.as_str())?;
            let (value, name, unit) = (Cell::Number(number), Cell::text(&*own.name), Cell::text(&*own.unit));
            let target = Cell::Number;
            Some(match own.aimed(number) {
                None => Cell::message(say::IndicatorValue { name, value, unit }),
                Some(Aimed::PartOf(whole)) => {
                    Cell::message(reports::ValueOf { name, value, unit, target: target(whole) })
                }
                Some(Aimed::Beside(aim)) => {
                    Cell::message(reports::ValueAimed { name, value, unit, target: target(aim) })
                }
                Some(Aimed::Border(bound, border, is_kept)) => {
                    let target = target(border);
                    let told = match bound {
                        Bound::AtLeast => Cell::message(reports::ValueAtLeast { name, value, unit, target }),
                        Bound::AtMost => Cell::message(reports::ValueAtMost { name, value, unit, target }),
                    };
                    told.marked(if is_kept { Mark::Good } else { Mark::Bad })
                }
            })
        })
        .collect();
    if values.is_empty() { Cell::Empty } else { Cell::Lines(values) }
}

/// How far goals have come by the end of a term.
pub(super) fn goal_table<'r>(goals: &[GoalIn<'r>], term: Term, register: &'r Register) -> Table<'r> {
    let rows = goals.iter().map(|own| {
        let goal = own.goal;
        let latest = own.indicator.and_then(|indicator| indicator.latest_reading(term.last()));
        let unit = own.indicator.map_or("", |indicator| &*indicator.unit);
        let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Measured(value, unit.into()));
        vec![
            Cell::named(Kind::District, Some(own.district), register),
            Cell::text(own.reference()),
            Cell::text(&*goal.title),
            Cell::text(own.indicator.map_or("", |indicator| &*indicator.name)),
            Cell::text(unit),
            course(own, latest, unit),
            number(goal.baseline.value),
            Cell::day(goal.baseline.day()),
            number(latest.and_then(|reading| reading.value)),
            latest.and_then(Reading::stretch).map_or(Cell::Empty, |stretch| Cell::Period(stretch.from, stretch.until)),
            Cell::day(latest.and_then(Reading::day)),
            number(latest.zip(own.indicator).and_then(|(latest, indicator)| indicator.year_before(latest))),
            number(goal.target.value),
            Cell::day(goal.target.day()),
            progress(own, term),
        ]
    });
    goals_form().filled_with(Rows::made(rows.collect())).parted().when_empty(reports::NO_GOALS)
}

/// Where a goal began, where it is and where it is going, as one.
fn course<'r>(own: &GoalIn<'r>, latest: Option<&'r Reading>, unit: &'r str) -> Cell<'r> {
    let number = |value: f64| Cell::Measured(value, unit.into());
    let (baseline, latest) = (own.goal.baseline.value, latest.and_then(|latest| latest.value));
    let way: Vec<Cell<'r>> = match (baseline, latest) {
        (Some(baseline), Some(latest)) => vec![number(baseline), Cell::text("→"), number(latest)],
        (one, other) => one.or(other).map(number).into_iter().collect(),
    };
    let Some(target) = own.goal.target.value else { return Cell::Joined(way) };
    let bound = own.goal.target.bound.map(|bound| Cell::Code(bound.code(), &Bound::CHOICES));
    let target = Cell::Joined(bound.into_iter().chain([number(target)]).collect());
    match way.is_empty() {
        true => Cell::message(reports::goal_target(target)),
        false => Cell::message(reports::GoalCourse { way: Cell::Joined(way), target }),
    }
}

/// How far a goal has come, or why that cannot be said.
fn progress<'r>(own: &GoalIn<'r>, term: Term) -> Cell<'r> {
    match own.goal.progress(own.indicator, term.last()) {
        Ok(Progress::Share(share)) => {
            let mark = match share {
                share if share >= 1.0 => Mark::Good,
                share if share >= 0.0 => Mark::Watch,
                _ => Mark::Bad,
            };
            Cell::Share(share).marked(mark)
        }
        Ok(Progress::Kept) => Cell::message(reports::GOAL_KEPT).marked(Mark::Good),
        Ok(Progress::NotKept) => Cell::message(reports::GOAL_NOT_KEPT).marked(Mark::Bad),
        Err(why) => Cell::message(match why {
            Unmeasured::NoIndicator => reports::NO_INDICATOR,
            Unmeasured::NoBaseline => reports::NO_BASELINE,
            Unmeasured::NoTarget => reports::NO_TARGET,
            Unmeasured::NoReading => reports::NO_READING,
            Unmeasured::PartOfStretch => reports::PART_OF_STRETCH,
            Unmeasured::TargetIsBaseline => reports::NO_WAY,
        })
        .marked(Mark::Unknown),
    }
}

/// The tables of the report.
pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![goals_form(), interventions_form(), silent_form(), promises_form()]
}

fn interventions_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "interventions",
        vec![
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("title", Label::Field("intervention", "title")),
            Column::new("districts", Label::Field("intervention", "districts")).holding(Holds::List).dispensable(2),
            Column::new("responsible", Label::Field("intervention", "responsible")).dispensable(3),
            Column::new("assessment", Label::Message(columns::ASSESSMENT)).holding(Holds::Code(&Assessment::CHOICES)),
            Column::new("trend", Label::Message(columns::TREND)),
            Column::new("note", Label::Field("follow-up", "note")),
            Column::new("done", Label::Message(reports::DONE)).holding(Holds::List),
            Column::new("results", Label::Message(reports::RESULTS)).holding(Holds::List),
            Column::new("on", Label::Field("follow-up", "on")).holding(Holds::Day).dispensable(1),
            Column::new("by", Label::Field("follow-up", "by")).for_programs(),
            // People are told of who did it only where that is another than who is responsible.
            Column::new("by_another", Label::Field("follow-up", "by")).dispensable(4).for_people(),
        ],
    )
}

fn silent_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "silent",
        vec![
            Column::new("responsible", Label::Field("intervention", "responsible")).said_once(),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("title", Label::Field("intervention", "title")),
            Column::new("districts", Label::Field("intervention", "districts")).holding(Holds::List).dispensable(1),
            Column::new("status", Label::Field("intervention", "status")).holding(Holds::Code(&Status::CHOICES)),
            Column::new("last_follow_up", Label::Message(columns::LAST_FOLLOW_UP)).holding(Holds::Day),
        ],
    )
}

fn promises_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "promises",
        vec![
            Column::new("agreement", Label::Cell(Cell::Kind(Kind::Agreement))),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("commitment", Label::Message(reports::PROMISE)),
            Column::new("other_periods", Label::Message(reports::OTHER_PERIODS)).holding(Holds::List).dispensable(2),
            Column::new("value", Label::Message(reports::PROMISED_NUMBER_OF)).holding(Holds::List).dispensable(1),
            Column::new("outcome", Label::Field("commitment", "outcome"))
                .holding(Holds::Code(&Outcome::CHOICES))
                .dispensable(1),
            Column::new("activity", Label::Field("commitment-follow-up", "activity"))
                .holding(Holds::List)
                .dispensable(3),
        ],
    )
}

pub(super) fn goals_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "goals",
        vec![
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("id", Label::Message(columns::ID)).for_programs(),
            Column::new("goal", Label::Message(reports::GOAL)),
            Column::new("indicator", Label::Field("goal", "indicator")),
            Column::new("unit", Label::Field("district-indicator", "unit")).for_programs(),
            Column::new("course", Label::Message(reports::COURSE)).for_people(),
            Column::new("baseline", Label::Field("goal", "baseline")).holding(Holds::Number).for_programs(),
            Column::new("baseline_on", Label::Message(reports::BASELINE_ON)).holding(Holds::Day).for_programs(),
            Column::new("latest", Label::Message(reports::LATEST)).holding(Holds::Number).for_programs(),
            Column::new("latest_of", Label::Message(reports::LATEST_OF)).holding(Holds::Period).dispensable(4),
            Column::new("latest_on", Label::Message(reports::LATEST_ON)).holding(Holds::Day).dispensable(1),
            Column::new("year_before", Label::Message(reports::YEAR_BEFORE)).holding(Holds::Number).dispensable(2),
            Column::new("target", Label::Field("goal", "target")).holding(Holds::Number).for_programs(),
            Column::new("target_on", Label::Message(reports::TARGET_ON)).holding(Holds::Day).dispensable(3),
            Column::new("share", Label::Message(reports::SHARE)).holding(Holds::Number),
        ],
    )
}
