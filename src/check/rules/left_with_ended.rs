//! Ensure that what goes on is not left with a body or a district that is no more (D8).

use crate::check::rule::{AnyRecordAt, Context, Rule, Run, at};
use crate::message::checks;
use crate::model::{
    Agreement, BodyId, Day, District, DistrictId, Finding, Intervention, Kind, Meeting, MeetingStatus, Spot,
};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::LEFT_WITH_ENDED, "D8", Run::Record(run));

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    let register = context.register;
    let mut left = Left { context, placed, findings };
    match placed.kind {
        Kind::Intervention => drop(register.interventions.get(placed.id).map(|own| left.intervention(own))),
        Kind::Meeting => drop(register.meetings.get(placed.id).map(|own| left.meeting(own))),
        Kind::Agreement => drop(register.agreements.get(placed.id).map(|own| left.agreement(own))),
        Kind::District => drop(register.districts.get(placed.id).map(|own| left.district(own))),
        // What was decided stays as it was, a body is no work, and pictures are of their time.
        Kind::Body | Kind::TargetPicture | Kind::ActionPlan | Kind::Situation => {}
    }
}

/// What of a record is left with those that have ended.
struct Left<'f, 'c, 'p> {
    context: &'f Context<'c>,
    placed: &'f AnyRecordAt<'p>,
    findings: &'f mut Vec<Finding>,
}

impl Left<'_, '_, '_> {
    fn intervention(&mut self, own: &Intervention) {
        if !own.is_alive() {
            return;
        }
        let title = &*own.title;
        self.body(title, own.responsible.as_ref(), at!["responsible"]);
        self.body(title, own.board.as_ref(), at!["board"]);
        for (place, partner) in own.partners.iter().enumerate() {
            self.body(title, Some(partner), at!["partners", place]);
        }
        self.districts(title, &own.districts);
        for (place, need) in own.needs.iter().enumerate().filter(|(_, need)| need.answered.is_none()) {
            self.body(&need.what, need.raised_to.as_ref(), at!["needs", place, "raised_to"]);
        }
    }

    fn meeting(&mut self, own: &Meeting) {
        if own.status == Some(MeetingStatus::Planned) {
            let body = own.body.as_ref().and_then(|id| self.context.register.bodies.get(id.as_str()));
            if let Some((body, until, on)) = body.and_then(|body| Some((body, body.until?, own.on?)))
                && until < on
            {
                let message = checks::LeftWithEnded { what: "meeting", title: on, name: &*body.name, until };
                self.findings.push(self.placed.finding(message, at!["body"]));
            }
        }
        for (place, decision) in own.decision.iter().enumerate().filter(|(_, decision)| decision.is_open()) {
            self.body(&decision.text, decision.responsible.as_ref(), at!["decision", place, "responsible"]);
            self.body(&decision.text, decision.referred_to.as_ref(), at!["decision", place, "referred_to"]);
        }
    }

    /// What is to come after its end.
    fn district(&mut self, own: &District) {
        let Some(until) = own.until else { return };
        for (place, event) in
            own.event.iter().enumerate().filter(|(_, event)| event.from.is_some_and(|from| from > until))
        {
            if event.from.is_some_and(|from| from >= self.context.today) {
                self.tell(&event.title, &own.name, until, at!["event", place]);
            }
        }
    }

    fn agreement(&mut self, own: &Agreement) {
        if own.period.until.is_some_and(|until| until < self.context.today) {
            return;
        }
        for (place, party) in own.parties.iter().enumerate() {
            self.body(&own.title, Some(party), at!["parties", place]);
        }
        self.districts(&own.title, &own.districts);
        for (place, commitment) in own.commitment.iter().enumerate().filter(|(_, own)| own.outcome.is_none()) {
            for (at, body) in commitment.responsible.iter().enumerate() {
                self.body(&commitment.text, Some(body), at!["commitment", place, "responsible", at]);
            }
        }
    }

    fn districts(&mut self, title: &str, districts: &[DistrictId]) {
        for (place, id) in districts.iter().enumerate() {
            let district = self.context.register.districts.get(id.as_str());
            if let Some((name, until)) = district.and_then(|own| Some((&*own.name, own.until?))) {
                self.tell(title, name, until, at!["districts", place]);
            }
        }
    }

    fn body(&mut self, title: &str, body: Option<&BodyId>, spot: Spot) {
        let body = body.and_then(|id| self.context.register.bodies.get(id.as_str()));
        if let Some((name, until)) = body.and_then(|own| Some((&*own.name, own.until?))) {
            self.tell(title, name, until, spot);
        }
    }

    fn tell(&mut self, title: &str, name: &str, until: Day, spot: Spot) {
        if until < self.context.today {
            let message = checks::LeftWithEnded { what: "other", title, name, until };
            self.findings.push(self.placed.finding(message, spot));
        }
    }
}
