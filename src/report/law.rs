//! `report law`: what the Act on municipalities' responsibility for crime prevention (SFS 2023:196) asks of the
//! municipality, and the records that prove that it is done (L1); and beside it, what the decision asks for each
//! district (D23, D30).
//!
//! The Act speaks of the municipality's whole area, so that a record of a part of it is no proof. A mark is green where
//! the record that it names does meet the duty on the day of the report: what is dated later, narrower, cancelled, or
//! decided by somebody who can't, is not, and the row says why.

use super::cell::{Cell, Label, Mark};
use super::document::{Block, Document, Figure, Line};
use super::names::title;
use super::proof::{Area, DutyStanding, Proven, Rule, followed_up, plan, survey, updated};
use super::table::{Column, Holds, Rows, Table, TableForm};
use crate::message::{Key, columns, reports};
use crate::model::{
    Agreement, AgreementType, AnyRef, Body, BodyId, BodyType, Day, Kind, Meeting, MeetingStatus, RecordId, Register,
    Target,
};
use crate::query::Scope;

/// A duty, of the Act or of the decision.
struct Duty<'r> {
    section: &'static str,
    /// The message that says what it is.
    what: Key,
    district: Option<&'r str>,
    proven: Proven<'r>,
}

/// What the Act asks, and how it stands; and what the decision asks of each district.
pub struct Law<'r> {
    register: &'r Register,
    today: Day,
    duties: Vec<Duty<'r>>,
    districts: Vec<Duty<'r>>,
}

/// The duties of the municipality; and of the districts, as far as they are wanted.
#[must_use]
pub fn law<'r>(scope: &Scope<'r>) -> Law<'r> {
    let register = scope.register;
    let whole = register.districts.iter().find(|(_, record)| record.is_municipality()).map(|(id, _)| id);
    let of = |section, what, district, proven| Duty { section, what, district, proven };
    let area = whole.map(|id| Area { id, rule: Rule::Act });
    let of_area = |prove: fn(&Scope<'r>, Area<'r>) -> Proven<'r>| match area {
        Some(area) => prove(scope, area),
        None => Proven::lacking(reports::LAW_NO_MUNICIPALITY),
    };
    let mut duties = vec![
        of("4", reports::LAW_SURVEY, whole, of_area(survey)),
        of("5", reports::LAW_PLAN, whole, of_area(plan)),
        of("6", reports::LAW_UPDATED, whole, of_area(updated)),
        of("6", reports::LAW_FOLLOWED_UP, whole, of_area(followed_up)),
        of("9", reports::LAW_AGREEMENT, None, agreement(scope, whole)),
        of("10", reports::LAW_COUNCIL, None, council(scope)),
        of("11–12", reports::LAW_COORDINATION, None, coordination(scope)),
        of("13", reports::LAW_LEAD, None, lead(scope)),
        of("13", reports::LAW_REPORT, None, report(scope, whole)),
    ];
    for duty in &mut duties {
        duty.proven.not_yet_known(scope.today);
    }
    let districts = scope.districts().filter(|(_, record)| record.lifetime().contains(scope.today));
    let of_districts = districts.flat_map(|(id, _)| {
        let area = Area { id, rule: Rule::Decision };
        [
            of("4", reports::LAW_SURVEY, Some(id), survey(scope, area)),
            of("5", reports::LAW_PLAN, Some(id), plan(scope, area)),
            of("6", reports::LAW_UPDATED, Some(id), updated(scope, area)),
            of("6", reports::LAW_FOLLOWED_UP, Some(id), followed_up(scope, area)),
        ]
    });
    Law { register, today: scope.today, duties, districts: of_districts.collect() }
}

/// Section 9: there are written agreements, that state purposes and areas.
fn agreement<'r>(scope: &Scope<'r>, whole: Option<&str>) -> Proven<'r> {
    let in_force = scope.register.agreements.iter().filter(|(_, agreement)| {
        agreement.r#type == Some(AgreementType::CooperationAgreement) && agreement.period.contains(scope.today)
    });
    let is_whole = |agreement: &Agreement| !agreement.purposes.is_empty() && !agreement.areas.is_empty();
    let is_wide = |agreement: &Agreement| {
        let districts = agreement.districts_on(scope.today);
        districts.is_empty() || districts.iter().any(|district| Some(district.as_str()) == whole)
    };
    // One that states what it must comes first; then the one that lasts longest, without an end longest of all.
    let best = in_force.max_by_key(|(_, agreement)| {
        let until = agreement.period.until;
        (is_wide(agreement), is_whole(agreement), until.is_none(), until)
    });
    let Some((id, agreement)) = best else { return Proven::lacking(reports::LAW_NO_AGREEMENT) };
    let (done, next) = (agreement.period.from, agreement.period.until);
    let missing = match (is_wide(agreement), is_whole(agreement)) {
        (false, _) => Some(reports::LAW_AGREEMENT_NARROW),
        (true, false) => Some(reports::LAW_AGREEMENT_THIN),
        (true, true) => None,
    };
    Proven::by(Kind::Agreement, id, done).again(next, scope.today).unless(missing)
}

/// Section 10: there is a council for strategic questions, which the municipality leads. It has met in a year.
fn council<'r>(scope: &Scope<'r>) -> Proven<'r> {
    let Some((id, body)) = named(scope, scope.register.settings.law.council.as_ref()) else {
        return Proven::lacking(reports::LAW_NOT_NAMED);
    };
    let meetings = scope.links.meetings(id).iter().rev();
    let held = |meeting: &Meeting| {
        meeting.status == Some(MeetingStatus::Held) && meeting.on.is_some_and(|on| on <= scope.today)
    };
    let last = meetings.filter(|(_, meeting)| held(meeting)).find_map(|(id, meeting)| Some((*id, meeting.on?)));
    let proven = match last {
        None => Proven::lacking_in(Kind::Body, id, reports::LAW_NOT_MET),
        Some((meeting, on)) => {
            let next = on.plus_months(12);
            let proven = Proven::by(Kind::Meeting, meeting, Some(on)).again(Some(next), scope.today);
            proven.unless((next < scope.today).then_some(reports::LAW_NOT_MET))
        }
    };
    proven.unless(has_ended(body, scope.today))
}

/// Sections 11–12: there is a function that coordinates the work.
fn coordination<'r>(scope: &Scope<'r>) -> Proven<'r> {
    match named(scope, scope.register.settings.law.coordination.as_ref()) {
        Some((id, body)) => Proven::by(Kind::Body, id, None).unless(has_ended(body, scope.today)),
        None => Proven::lacking(reports::LAW_NOT_NAMED),
    }
}

/// Section 13: the executive board, or another board that is designated, leads the work.
fn lead<'r>(scope: &Scope<'r>) -> Proven<'r> {
    match named(scope, scope.register.settings.law.lead.as_ref()) {
        Some((id, body)) => {
            let is_board = body.r#type == Some(BodyType::Board);
            let proven = Proven::by(Kind::Body, id, None).unless((!is_board).then_some(reports::LAW_LEAD_NO_BOARD));
            proven.unless(has_ended(body, scope.today))
        }
        None => Proven::lacking(reports::LAW_NOT_NAMED),
    }
}

/// Section 13: the board that leads reports to the municipal council, once a year at the least.
fn report<'r>(scope: &Scope<'r>, whole: Option<&str>) -> Proven<'r> {
    let settings = &scope.register.settings.law;
    let Some(lead) = settings.lead.as_ref() else { return Proven::lacking(reports::LAW_NOT_NAMED) };
    let is_council = |body: &Option<BodyId>| {
        let body = body.as_ref().and_then(|id| scope.register.bodies.get(id.as_str()));
        body.is_some_and(|body| body.r#type == Some(BodyType::Council))
    };
    let heard = |meeting: &Meeting| {
        meeting.status == Some(MeetingStatus::Held)
            && meeting.on.is_some_and(|on| on <= scope.today)
            && is_council(&meeting.body)
    };
    let meetings = || scope.register.meetings.iter().filter(|(_, meeting)| heard(meeting));
    let concerns_work = |concerns: &[AnyRef]| concerns.iter().any(|about| is_work(about, scope.register, whole));
    let from_lead = |meeting: &Meeting| meeting.item.iter().any(|item| item.from.as_ref() == Some(lead));
    let reports_on = |meeting: &Meeting| {
        meeting.item.iter().any(|item| item.from.as_ref() == Some(lead) && concerns_work(&item.concerns))
    };
    let last = meetings().filter(|(_, meeting)| reports_on(meeting)).max_by_key(|(_, meeting)| meeting.on);
    let Some((id, meeting)) = last else {
        // It was there, and what it came with was something else.
        let other = meetings().filter(|(_, meeting)| from_lead(meeting)).max_by_key(|(_, meeting)| meeting.on);
        return match other {
            Some((id, _)) => Proven::lacking_in(Kind::Meeting, id, reports::LAW_REPORT_ON_OTHER),
            None => Proven::lacking(reports::LAW_NOT_REPORTED),
        };
    };
    let item = meeting.item.iter().find(|item| item.from.as_ref() == Some(lead) && concerns_work(&item.concerns));
    let next = meeting.on.map(|on| on.plus_months(12));
    let proven = Proven::by(Kind::Meeting, id, meeting.on).again(next, scope.today);
    let proven = proven.decided(item.map(|item| (id, item.id.as_str())));
    proven.unless(next.is_some_and(|next| next < scope.today).then_some(reports::LAW_NOT_REPORTED))
}

/// Whether something is of the work that the Act speaks of: a picture, a plan or an agreement, the area itself, or a body
/// that the Act asks for.
fn is_work(about: &AnyRef, register: &Register, whole: Option<&str>) -> bool {
    let Some(pointer) = Target::Anything.parse(about.as_str()) else { return false };
    let law = &register.settings.law;
    match pointer.kind {
        Some(Kind::Situation | Kind::ActionPlan | Kind::TargetPicture | Kind::Agreement) => true,
        Some(Kind::District) => Some(pointer.id) == whole || pointer.element.is_some(),
        Some(Kind::Body) => {
            [&law.council, &law.coordination].into_iter().flatten().any(|body| body.as_str() == pointer.id)
        }
        Some(Kind::Intervention | Kind::Meeting | Kind::Round) | None => false,
    }
}

/// A body that is named in the settings, with its id.
fn named<'r>(scope: &Scope<'r>, id: Option<&'r BodyId>) -> Option<(&'r str, &'r Body)> {
    id.and_then(|id| scope.register.bodies.get_entry(id.as_str()))
}

fn has_ended(body: &Body, today: Day) -> Option<Key> {
    (!body.lifetime().contains(today)).then_some(reports::LAW_BODY_ENDED)
}

impl<'r> Law<'r> {
    /// How many duties of the Act are due soon, and how many are overdue.
    pub(super) fn due_and_overdue(&self) -> [usize; 2] {
        [DutyStanding::Due, DutyStanding::Overdue]
            .map(|standing| self.duties.iter().filter(|duty| duty.proven.standing == standing).count())
    }

    /// The report: each duty of the Act with how it stands, and how many stand so; then the districts.
    #[must_use]
    pub fn document(&self) -> Document<'r> {
        let title = vec![Cell::message(reports::LAW), Cell::text(&*self.register.settings.name), Cell::Day(self.today)];
        let count = |standing| Cell::count(self.duties.iter().filter(|duty| duty.proven.standing == standing).count());
        let figure = |name, label, standing| Figure::new(name, Label::Message(label), count(standing));
        let summary = vec![
            figure("met", reports::LAW_FIGURE_MET, DutyStanding::Met).marked(Mark::Good),
            figure("due", reports::LAW_FIGURE_DUE, DutyStanding::Due).marked_if_any(Mark::Watch),
            figure("overdue", reports::LAW_FIGURE_OVERDUE, DutyStanding::Overdue).marked_if_any(Mark::Bad),
            figure("not-yet", reports::LAW_FIGURE_NOT_YET, DutyStanding::NotYet),
        ];
        let blocks = vec![
            Block::Summary(summary),
            Block::Table(self.table(duties_form(), &self.duties)),
            Block::Heading(Label::Message(reports::LAW_DISTRICTS)),
            Block::Line(Line::new(reports::LAW_DISTRICTS_WHY)),
            Block::Table(self.table(districts_form(), &self.districts)),
        ];
        Document::new("law", title, blocks)
    }

    fn table(&self, form: TableForm<'r>, duties: &[Duty<'r>]) -> Table<'r> {
        let register = self.register;
        let rows = duties.iter().map(|duty| {
            let proven = &duty.proven;
            let standing = match proven.standing {
                DutyStanding::Met => Cell::message(reports::LAW_MET).marked(Mark::Good),
                DutyStanding::NotYet => Cell::message(reports::LAW_NOT_YET).marked(Mark::Unknown),
                DutyStanding::Due => Cell::message(reports::LAW_DUE).marked(Mark::Watch),
                DutyStanding::Overdue => Cell::message(reports::LAW_OVERDUE).marked(Mark::Bad),
            };
            // Where the proof is the meeting itself, it is named once.
            let is_proof = |meeting: &str| proven.proof == Some((Kind::Meeting, meeting));
            let decided = proven.decision.filter(|(meeting, _)| !is_proof(meeting));
            let decision = decided.map(|(meeting, _)| title(register, Kind::Meeting, meeting));
            let ground: Vec<Cell<'r>> =
                [proven.missing.map(Cell::message), proven.proof.map(|(kind, id)| title(register, kind, id)), decision]
                    .into_iter()
                    .flatten()
                    .collect();
            vec![
                Cell::message(match duty.section.contains('–') {
                    true => reports::law_paragraphs(duty.section),
                    false => reports::law_paragraph(duty.section),
                }),
                Cell::text(duty.section),
                Cell::message(duty.what),
                Cell::named(Kind::District, duty.district, register),
                standing,
                Cell::day(proven.done),
                Cell::day(proven.next),
                if ground.is_empty() { Cell::Empty } else { Cell::List(ground) },
                proven.missing.map_or(Cell::Empty, Cell::message),
                proven.proof.map_or(Cell::Empty, |(kind, id)| Cell::text(RecordId::new(kind, id).to_string())),
                proven.decision.map_or(Cell::Empty, |(meeting, element)| Cell::text(format!("{meeting}#{element}"))),
            ]
        });
        form.filled_with(Rows::made(rows.collect())).when_empty(reports::LAW_NO_DISTRICT)
    }
}

pub(super) fn forms<'r>() -> Vec<TableForm<'r>> {
    vec![duties_form(), districts_form()]
}

fn duties_form<'r>() -> TableForm<'r> {
    let mut form = form("duties");
    // Most are the whole municipality's, and leave the room to what shows them.
    if let Some(column) = form.columns.get_mut(DISTRICT) {
        column.dispensable = 100;
    }
    form
}

fn districts_form<'r>() -> TableForm<'r> {
    form("districts")
}

/// Where the column of districts stands.
const DISTRICT: usize = 3;

fn form<'r>(name: &'static str) -> TableForm<'r> {
    TableForm::new(
        name,
        vec![
            Column::new("paragraph", Label::Message(reports::LAW_SECTION)).said_once().for_people(),
            Column::new("section", Label::Message(reports::LAW_SECTION)).for_programs(),
            Column::new("duty", Label::Message(reports::LAW_DUTY)).said_once(),
            Column::new("district", Label::Message(columns::DISTRICT)),
            Column::new("standing", Label::Message(reports::STANDING)),
            Column::new("done", Label::Message(reports::LAW_DONE)).holding(Holds::Day),
            Column::new("next", Label::Message(reports::LAW_NEXT)).holding(Holds::Day),
            Column::new("ground", Label::Message(reports::LAW_GROUND)).holding(Holds::List).for_people(),
            Column::new("missing", Label::Message(reports::LAW_MISSING)).for_programs(),
            Column::new("record", Label::Message(reports::LAW_RECORD)).for_programs(),
            Column::new("decision", Label::Message(reports::LAW_DECIDED_BY)).for_programs(),
        ],
    )
}
