//! `report law`: what the Act on municipalities' responsibility for crime prevention (SFS 2023:196) asks, and the
//! records that show whether it is done (L1).

use super::cell::{Cell, Label, Mark};
use super::document::{Block, Document, Line};
use super::names::title;
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::message::{Key, columns, reports};
use crate::model::{
    Agreement, AgreementType, AnyRef, BodyId, BodyType, Day, EVERY_SECOND_YEAR, Kind, Meeting, MeetingStatus, RecordId,
    Register, Target,
};
use crate::query::Scope;

/// How many days before its day a duty is told to be due.
const DAYS_AHEAD: i64 = 90;

/// How it stands with a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DutyStanding {
    Met,
    /// Never done, and not due yet.
    NotYet,
    Due,
    Overdue,
}

/// A duty of the Act.
struct Duty<'r> {
    section: &'static str,
    /// The message that says what it is.
    what: Key,
    district: Option<&'r str>,
    standing: DutyStanding,
    /// When it was last done.
    done: Option<Day>,
    /// When it has to be done next.
    next: Option<Day>,
    /// The record that shows it.
    proof: Option<(Kind, &'r str)>,
    /// What is missing, where it is overdue.
    missing: Option<Key>,
}

/// What the Act asks, and how it stands.
pub struct Law<'r> {
    register: &'r Register,
    today: Day,
    duties: Vec<Duty<'r>>,
}

/// The duties, as far as districts are wanted.
#[must_use]
pub fn law<'r>(scope: &Scope<'r>) -> Law<'r> {
    let mut duties = Vec::new();
    for (id, _) in scope.districts() {
        duties.extend([survey(scope, id), plan(scope, id), updated(scope, id), followed_up(scope, id)]);
    }
    if scope.register.districts.is_empty() {
        let duties_of_districts = [
            ("4", reports::LAW_SURVEY),
            ("5", reports::LAW_PLAN),
            ("6", reports::LAW_UPDATED),
            ("6", reports::LAW_FOLLOWED_UP),
        ];
        duties.extend(duties_of_districts.map(|(section, what)| undone(section, what, None, reports::LAW_NO_DISTRICT)));
    }
    duties.extend([agreement(scope), council(scope), coordination(scope), lead(scope), report(scope)]);
    duties.sort_by_key(|duty| {
        let number: u32 =
            duty.section.split(['–', ' ']).next().and_then(|number| number.parse().ok()).unwrap_or(u32::MAX);
        (number, duty.what)
    });
    Law { register: scope.register, today: scope.today, duties }
}

/// A duty that is not done, and what is missing.
fn undone<'r>(section: &'static str, what: Key, district: Option<&'r str>, missing: Key) -> Duty<'r> {
    Duty {
        section,
        what,
        district,
        standing: DutyStanding::Overdue,
        done: None,
        next: None,
        proof: None,
        missing: Some(missing),
    }
}

/// How a duty stands that has to be done again by a day.
fn by(next: Day, today: Day) -> DutyStanding {
    match next.days_since(today) {
        left if left < 0 => DutyStanding::Overdue,
        left if left <= DAYS_AHEAD => DutyStanding::Due,
        _ => DutyStanding::Met,
    }
}

/// Section 4: the situation picture holds a survey and an analysis.
fn survey<'r>(scope: &Scope<'r>, district: &'r str) -> Duty<'r> {
    let duty = undone("4", reports::LAW_SURVEY, Some(district), reports::LAW_NO_SITUATION);
    let Some((id, situation)) = scope.links.latest_situation(district, scope.today) else { return duty };
    let missing = match (situation.survey.is_empty(), situation.analysis.is_empty()) {
        (false, false) => None,
        (true, _) => Some(reports::LAW_NO_SURVEY),
        (false, true) => Some(reports::LAW_NO_ANALYSIS),
    };
    let standing = if missing.is_none() { DutyStanding::Met } else { DutyStanding::Overdue };
    Duty { standing, done: situation.period.until, proof: Some((Kind::Situation, id)), missing, ..duty }
}

/// Section 5: an action plan is decided on the basis of the situation picture.
fn plan<'r>(scope: &Scope<'r>, id: &'r str) -> Duty<'r> {
    let duty = undone("5", reports::LAW_PLAN, Some(id), reports::LAW_NO_PLAN);
    let Some(current) = scope.register.action_plans_of(id, scope.today).current() else { return duty };
    let adopted = current.record.adoptable().adoption(scope.register).filter(|_| current.adopted.is_some());
    match adopted {
        Some((meeting_id, meeting)) => {
            let next = current.record.period.until;
            let standing = next.map_or(DutyStanding::Met, |next| by(next, scope.today));
            let missing = (standing == DutyStanding::Overdue).then_some(reports::LAW_PLAN_OVER);
            Duty { standing, done: meeting.on, next, proof: Some((Kind::Meeting, meeting_id)), missing, ..duty }
        }
        None => {
            Duty { missing: Some(reports::LAW_PLAN_NOT_ADOPTED), proof: Some((Kind::ActionPlan, current.id)), ..duty }
        }
    }
}

/// Section 6: the situation picture is updated at least every second year.
fn updated<'r>(scope: &Scope<'r>, district: &'r str) -> Duty<'r> {
    let duty = undone("6", reports::LAW_UPDATED, Some(district), reports::LAW_NO_SITUATION);
    let latest = scope.links.latest_situation(district, scope.today);
    let Some((id, situation)) = latest else { return duty };
    // A period without an end is of the day on which it began.
    let Some(until) = situation.period.until.or(situation.period.from) else {
        return Duty { proof: Some((Kind::Situation, id)), missing: Some(reports::LAW_NO_PERIOD), ..duty };
    };
    let next = until.plus_months(EVERY_SECOND_YEAR);
    let standing = by(next, scope.today);
    let missing = (standing == DutyStanding::Overdue).then_some(reports::LAW_TOO_OLD);
    Duty { standing, done: Some(until), next: Some(next), proof: Some((Kind::Situation, id)), missing, ..duty }
}

/// Section 6: the action plan is followed up at least every second year.
fn followed_up<'r>(scope: &Scope<'r>, id: &'r str) -> Duty<'r> {
    let duty = undone("6", reports::LAW_FOLLOWED_UP, Some(id), reports::LAW_NO_PLAN);
    let Some(current) = scope.register.action_plans_of(id, scope.today).current() else { return duty };
    let plan = current.record;
    let Some(from) = plan.period.from else { return duty };
    let done = plan.last_follow_up(scope.register).filter(|done| *done >= from);
    let next = done.unwrap_or(from).plus_months(EVERY_SECOND_YEAR);
    let standing = match by(next, scope.today) {
        DutyStanding::Met if done.is_none() => DutyStanding::NotYet,
        standing => standing,
    };
    let missing = (standing == DutyStanding::Overdue).then_some(reports::LAW_NOT_FOLLOWED_UP);
    let shows = |id: &&crate::model::DecisionRef| {
        scope.register.meetings.get(id.id()).is_some_and(|meeting| meeting.on == done)
    };
    let proof = done
        .and_then(|_| plan.followed_up.iter().find(shows))
        .map_or((Kind::ActionPlan, current.id), |id| (Kind::Meeting, id.id()));
    Duty { standing, done, next: Some(next), proof: Some(proof), missing, ..duty }
}

/// Section 9: there are written agreements, that state purposes and areas.
fn agreement<'r>(scope: &Scope<'r>) -> Duty<'r> {
    let duty = undone("9", reports::LAW_AGREEMENT, None, reports::LAW_NO_AGREEMENT);
    let agreements = scope.register.agreements.iter().filter(|(_, agreement)| {
        agreement.r#type == Some(AgreementType::CooperationAgreement) && agreement.period.contains(scope.today)
    });
    // One that states what it must comes first; then the one that lasts longest, without an end longest of all.
    let is_whole = |agreement: &Agreement| !agreement.purposes.is_empty() && !agreement.areas.is_empty();
    let best = agreements
        .max_by_key(|(_, agreement)| (is_whole(agreement), agreement.period.until.is_none(), agreement.period.until));
    let Some((id, agreement)) = best else { return duty };
    let is_whole = is_whole(agreement);
    let (standing, missing) = match (is_whole, agreement.period.until) {
        (false, _) => (DutyStanding::Overdue, Some(reports::LAW_AGREEMENT_THIN)),
        (true, Some(until)) => (by(until, scope.today), None),
        (true, None) => (DutyStanding::Met, None),
    };
    let proof = Some((Kind::Agreement, id));
    Duty { standing, done: agreement.period.from, next: agreement.period.until, proof, missing, ..duty }
}

/// Section 10: there is a council for strategic questions, which the municipality leads. It has met in a year.
fn council<'r>(scope: &Scope<'r>) -> Duty<'r> {
    let duty = undone("10", reports::LAW_COUNCIL, None, reports::LAW_NOT_NAMED);
    let Some(id) = named(scope, scope.register.settings.law.council.as_ref()) else { return duty };
    let last = scope.links.held(id).rfind(|day| *day <= scope.today);
    let proof = last.and_then(|last| {
        let mut meetings = scope.links.meetings(id).iter();
        meetings.find(|(_, meeting)| meeting.on == Some(last)).map(|(id, _)| (Kind::Meeting, *id))
    });
    let next = last.map(|last| last.plus_months(12));
    let standing = next.map_or(DutyStanding::Overdue, |next| by(next, scope.today));
    let missing = (standing == DutyStanding::Overdue).then_some(reports::LAW_NOT_MET);
    Duty { standing, done: last, next, proof: proof.or(Some((Kind::Body, id))), missing, ..duty }
}

/// Sections 11–12: there is a function that coordinates the work.
fn coordination<'r>(scope: &Scope<'r>) -> Duty<'r> {
    let duty = undone("11–12", reports::LAW_COORDINATION, None, reports::LAW_NOT_NAMED);
    match named(scope, scope.register.settings.law.coordination.as_ref()) {
        Some(id) => Duty { standing: DutyStanding::Met, proof: Some((Kind::Body, id)), missing: None, ..duty },
        None => duty,
    }
}

/// Section 13: the executive board, or another that is designated, leads the work.
fn lead<'r>(scope: &Scope<'r>) -> Duty<'r> {
    let duty = undone("13", reports::LAW_LEAD, None, reports::LAW_NOT_NAMED);
    match named(scope, scope.register.settings.law.lead.as_ref()) {
        Some(id) => Duty { standing: DutyStanding::Met, proof: Some((Kind::Body, id)), missing: None, ..duty },
        None => duty,
    }
}

/// Section 13: the board that leads reports to the municipal council, once a year at the least.
fn report<'r>(scope: &Scope<'r>) -> Duty<'r> {
    let duty = undone("13", reports::LAW_REPORT, None, reports::LAW_NOT_REPORTED);
    let Some(lead) = scope.register.settings.law.lead.as_ref() else {
        return Duty { missing: Some(reports::LAW_NOT_NAMED), ..duty };
    };
    let is_council = |body: &Option<BodyId>| {
        let body = body.as_ref().and_then(|id| scope.register.bodies.get(id.as_str()));
        body.is_some_and(|body| body.r#type == Some(BodyType::Council))
    };
    let reporting = scope.register.meetings.iter().filter(|(_, meeting)| {
        meeting.status == Some(MeetingStatus::Held) && is_council(&meeting.body) && involves(meeting, lead)
    });
    let last = reporting
        .filter(|(_, meeting)| meeting.on.is_some_and(|on| on <= scope.today))
        .max_by_key(|(_, meeting)| meeting.on);
    let Some((id, on)) = last.and_then(|(id, meeting)| Some((id, meeting.on?))) else { return duty };
    let next = on.plus_months(12);
    let standing = by(next, scope.today);
    let missing = (standing == DutyStanding::Overdue).then_some(reports::LAW_NOT_REPORTED);
    Duty { standing, done: Some(on), next: Some(next), proof: Some((Kind::Meeting, id)), missing, ..duty }
}

/// Whether something at a meeting comes from a body, or is about it.
fn involves(meeting: &Meeting, lead: &BodyId) -> bool {
    let is_about = |concerns: &[AnyRef]| {
        concerns
            .iter()
            .filter_map(|about| Target::Anything.parse(about.as_str()))
            .any(|pointer| pointer.kind == Some(Kind::Body) && pointer.id == lead.as_str())
    };
    meeting.item.iter().any(|item| item.from.as_ref() == Some(lead) || is_about(&item.concerns))
        || meeting.decision.iter().any(|decision| is_about(&decision.concerns))
}

fn named<'r>(scope: &Scope<'r>, id: Option<&'r BodyId>) -> Option<&'r str> {
    id.map(|id| id.as_str()).filter(|id| scope.register.bodies.contains(id))
}

impl<'r> Law<'r> {
    /// How many duties are due soon, and how many are overdue.
    pub(super) fn due_and_overdue(&self) -> [usize; 2] {
        [DutyStanding::Due, DutyStanding::Overdue]
            .map(|standing| self.duties.iter().filter(|duty| duty.standing == standing).count())
    }

    /// The report: each duty of the Act with how it stands, and how many stand so.
    #[must_use]
    pub fn document(&self) -> Document<'r> {
        let title = vec![Cell::message(reports::LAW), Cell::text(&*self.register.settings.name), Cell::Day(self.today)];
        let count = |standing| Cell::count(self.duties.iter().filter(|duty| duty.standing == standing).count());
        let text = reports::LawCount {
            met: count(DutyStanding::Met),
            due: count(DutyStanding::Due),
            overdue: count(DutyStanding::Overdue),
        };
        let summary = Line { mark: None, text: text.into(), command: None };
        Document { name: "law", title, blocks: vec![Block::Line(summary), Block::Table(self.table())] }
    }

    fn table(&self) -> Table<'r> {
        let register = self.register;
        let rows = self.duties.iter().map(|duty| {
            let standing = match duty.standing {
                DutyStanding::Met => Cell::message(reports::LAW_MET).marked(Mark::Good),
                DutyStanding::NotYet => Cell::message(reports::LAW_NOT_YET).marked(Mark::Unknown),
                DutyStanding::Due => Cell::message(reports::LAW_DUE).marked(Mark::Watch),
                DutyStanding::Overdue => Cell::message(reports::LAW_OVERDUE).marked(Mark::Bad),
            };
            vec![
                Cell::message(reports::law_paragraph(duty.section)),
                Cell::text(duty.section),
                Cell::message(duty.what),
                Cell::named(Kind::District, duty.district, register),
                standing,
                Cell::day(duty.done),
                Cell::day(duty.next),
                duty.missing.map_or(Cell::Empty, Cell::message),
                duty.proof.map_or(Cell::Empty, |(kind, id)| title(register, kind, id)),
                duty.proof.map_or(Cell::Empty, |(kind, id)| Cell::text(RecordId::new(kind, id).to_string())),
            ]
        });
        duties_form().filled_with(Rows::made(rows.collect()))
    }
}

pub(super) fn duties_form<'r>() -> TableForm<'r> {
    TableForm::new(
        "duties",
        vec![
            Column::new("paragraph", Label::Message(reports::LAW_SECTION)).said_once().for_people(),
            Column::new("section", Label::Message(reports::LAW_SECTION)).for_programs(),
            Column::new("duty", Label::Message(reports::LAW_DUTY)).said_once(),
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("standing", Label::Message(reports::STANDING)),
            Column::new("done", Label::Message(reports::LAW_DONE)).holding(Holds::Day),
            Column::new("next", Label::Message(reports::LAW_NEXT)).holding(Holds::Day),
            Column::new("missing", Label::Message(reports::LAW_MISSING)).from_width(110),
            Column::new("shown_by", Label::Message(reports::LAW_SHOWN_BY)).for_people().from_width(140),
            Column::new("record", Label::Message(reports::LAW_RECORD)).for_programs(),
        ],
    )
}
